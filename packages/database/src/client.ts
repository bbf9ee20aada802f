/** The effect door of @handrail/database: connections by pg, mysql2 and Node's own SQLite, each loaded when it is needed. */
import type { Clock } from "@handrail/runner";
import type { Engine, Query } from "./query.ts";
import type { DatabaseUrl } from "./url.ts";

/** What a connection is opened with. */
export type DatabaseOptions = {
  url: DatabaseUrl;
  /** Where a relative path of SQLite begins. */
  directory: string;
  /** What the server shows this connection as (`application_name` of PostgreSQL). */
  name: string;
  clock: Clock;
  /** Ends what is under way; left out: nothing does (for reading the truth after a cancel). */
  signal?: AbortSignal;
};

/** A session of the server that works, or waits, on our database. */
export type DatabaseSession = {
  id: string;
  /** `application_name` of PostgreSQL; the user and host of MySQL. */
  name: string;
  /** What it does; "" when it is idle. */
  statement: string;
  /** Ids of the sessions that it waits for. */
  blockedBy: readonly string[];
  /** Milliseconds since its statement began. */
  forMs: number;
};

/** A database. It connects with the first question, and again when the connection was lost. */
export interface Database {
  readonly engine: Engine;
  readonly query: Query;
  /** The other sessions on this database that are not idle; none of SQLite. Not allowed to look: empty. */
  sessions(): Promise<readonly DatabaseSession[]>;
  close(): Promise<void>;
}

/** Opens a database; nothing is sent before the first question. */
export type OpenDatabase = (options: DatabaseOptions) => Database;
