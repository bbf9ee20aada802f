/** The effect door of @handrail/database: connections by pg, mysql2 and Node's own SQLite, each loaded when it is needed. */
import { createLink } from "./client-link.ts";
import type { Connection } from "./client-link.ts";
import type { DatabaseOptions } from "./client-options.ts";
import type { Engine, Query } from "./query.ts";
import { readSessions } from "./sessions.ts";
import type { DatabaseSession, SessionMark } from "./sessions.ts";

export type { DatabaseOptions } from "./client-options.ts";
export type { DatabaseSession, SessionMark } from "./sessions.ts";

/** A database. It connects with the first question, and again when the connection was lost. */
export interface Database {
  readonly engine: Engine;
  readonly query: Query;
  /**
   * The other sessions on this database that are not idle; none of SQLite. Not allowed to look: empty. `mark`: whose sessions are
   * ours, when an earlier process worked; left out: this one's.
   */
  sessions(mark?: SessionMark): Promise<readonly DatabaseSession[]>;
  /** By what sessions that begin from now on are known as ours. @throws DatabaseFailure */
  mark(): Promise<SessionMark>;
  close(): Promise<void>;
}

/** Opens a database; nothing is sent before the first question. */
export type OpenDatabase = (options: DatabaseOptions) => Database;

/** See {@link OpenDatabase}. */
export const openDatabase: OpenDatabase = (options) => {
  const { engine } = options.url;
  let first = "";
  const { query, close } = createLink({ engine, clock: options.clock, signal: options.signal }, async (signal) => {
    const connection = await connectors[engine](options, signal);
    if (first === "") first = connection.id ?? "";
    return connection;
  });
  return {
    engine,
    query,
    close,
    sessions: (mark) => readSessions(engine, query, mark ?? { name: options.name, first }),
    mark: async () => {
      if (engine === "mysql" && first === "") await query(["select 1"]);
      return { name: options.name, first };
    },
  };
};

type Connector = (options: DatabaseOptions, signal: AbortSignal) => Promise<Connection & { id?: string }>;

const connectors: Readonly<Record<Engine, Connector>> = {
  async postgresql(options, signal) {
    const { connectPostgresql } = await import("./client-postgresql.ts");
    return connectPostgresql(options, signal);
  },
  async mysql(options, signal) {
    const { connectMysql } = await import("./client-mysql.ts");
    return connectMysql(options, signal);
  },
  async sqlite(options) {
    const { connectSqlite } = await import("./client-sqlite.ts");
    return connectSqlite(options);
  },
};
