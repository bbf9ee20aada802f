/** The address of a database, as `database-url` gives it. */
import type { Engine } from "./query.ts";

/** A parsed address. Everything but `identity` and `place` can hold secrets. */
export type DatabaseUrl = {
  engine: Engine;
  /** As it was given. */
  text: string;
  /** As the scheme was written: `postgres`, `postgresql`, `mysql`, `mariadb`, `sqlite`, `sqlite3`, `file`. */
  scheme: string;
  /** "" for SQLite. */
  host: string;
  port: number;
  /** Decoded. */
  user: string;
  password: string;
  /** The database's name, decoded; of SQLite the file's path as given (absolute, or relative to working-directory). */
  name: string;
  /** What follows `?`, decoded. */
  options: Readonly<Record<string, string>>;
  /** 24 hex digits that tell this database from another, without user, password and options: SHA-256 over engine, host, port, name. */
  identity: string;
  /** What people may read: `postgresql://db.example:5432/app`. */
  place: string;
};
