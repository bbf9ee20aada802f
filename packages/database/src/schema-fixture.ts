/** Databases for tests of schemas, asked without the door `./client`, which has tests of its own. */
import { DatabaseSync } from "node:sqlite";
import mysql from "mysql2/promise";
import pg from "pg";
import type { Engine, Query, Row } from "./query.ts";
import { readSchema, schemaStatements } from "./schema-reader.ts";
import type { Schema } from "./schema.ts";

/** An open database. */
export type TestDatabase = {
  engine: Engine;
  query: Query;
  /** Runs statements that give nothing. */
  run(...statements: readonly string[]): Promise<void>;
  /** Its schema as it is now. */
  schema(without?: readonly string[]): Promise<Schema>;
  close(): Promise<void>;
};

type Send = (statement: string) => Promise<readonly Row[]>;

/** Opens the database at an address as testkit gives it; `:memory:` of SQLite, too. */
export async function openTestDatabase(engine: Engine, url: string): Promise<TestDatabase> {
  const { send, close } = await openers[engine](url);
  const query: Query = async (statements) => {
    const answers: (readonly Row[])[] = [];
    for (const statement of statements) answers.push(await send(statement));
    return answers;
  };
  return {
    engine,
    query,
    close,
    async run(...statements) {
      await query(statements);
    },
    schema: async (without = []) => readSchema(engine, await query(schemaStatements(engine)), { without }),
  };
}

/** A database of SQLite in memory. */
export function openMemory(): Promise<TestDatabase> {
  return openTestDatabase("sqlite", "sqlite::memory:");
}

const openers: Readonly<Record<Engine, (url: string) => Promise<{ send: Send; close(): Promise<void> }>>> = {
  sqlite: (url) => {
    const database = new DatabaseSync(url.replace(/^sqlite:/, ""), { enableDoubleQuotedStringLiterals: true });
    return Promise.resolve({
      send: (statement) => Promise.resolve(database.prepare(statement).all() as Row[]),
      close: () => Promise.resolve(database.close()),
    });
  },
  postgresql: async (url) => {
    const client = new pg.Client(url);
    // A server that ends while a test that failed is still connected is no failure of its own.
    client.on("error", () => undefined);
    await client.connect();
    return { send: async (statement) => (await client.query<Row>(statement)).rows, close: () => client.end() };
  },
  mysql: async (url) => {
    const connection = await mysql.createConnection({ uri: url, dateStrings: true, supportBigNumbers: true });
    return {
      send: async (statement) => {
        const [rows] = await connection.query(statement);
        return Array.isArray(rows) ? (rows as Row[]) : [];
      },
      close: () => connection.end(),
    };
  },
};
