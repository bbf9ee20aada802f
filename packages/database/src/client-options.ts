/** What a database is opened with. Types only. */
import type { Clock } from "@handrail/runner";
import type { DatabaseUrl } from "./url.ts";

/** What a connection is opened with. */
export type DatabaseOptions = {
  url: DatabaseUrl;
  /** Where a relative path of SQLite, and of a certificate, begins. */
  directory: string;
  /** What the server shows this connection as (`application_name` of PostgreSQL). */
  name: string;
  clock: Clock;
  /** Ends what is under way; left out: nothing does (for reading the truth after a cancel). */
  signal?: AbortSignal;
};
