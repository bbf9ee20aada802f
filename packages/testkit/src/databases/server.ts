/** What the test servers of all databases have in common. Types only. */

/** A kind of database by the SQL it speaks; `mysql` is a MariaDB server here. The same words as @handrail/database has. */
export type DatabaseEngine = "postgresql" | "mysql" | "sqlite";

/** Options of a server: settings of its own on top, by the names of its configuration file. */
export type ServerOptions = { settings?: Readonly<Record<string, string>> };

/** A running server (of SQLite: a folder) with a fresh database. The user may do everything. */
export interface DatabaseServer {
  readonly engine: DatabaseEngine;
  /** The address of a fresh, empty database, as `database-url` takes it: scheme `postgresql`, `mysql` or `sqlite`. */
  readonly url: string;
  /** Of the user in `url`; "" for SQLite. */
  readonly password: string;
  /** Makes another empty database and resolves with its address. */
  createDatabase(): Promise<string>;
  /** What the server has logged so far, the newest 64 KiB; "" for SQLite. */
  log(): string;
  /** Ends the server at once, cutting its connections, and removes all that it wrote. Can be called twice. */
  stop(): Promise<void>;
}
