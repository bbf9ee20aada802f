/**
 * A migration tool in the test's own process, on a SQLite database in memory: honest, failing or lying as it is told. With it whole
 * histories of deploys and rollbacks run in milliseconds, through the same flow as a real tool.
 */
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { DatabaseFailure } from "@handrail/database";
import type { Query, Row } from "@handrail/database";
import type { Adapter, Command, Ending, Executor, Migration, Place } from "@handrail/migration";

/** A migration of the tool: statements up and down. */
export type ToyMigration = { id: string; up: readonly string[]; down: readonly string[] };

/** How the tool behaves, until told otherwise. */
export type ToyManner = {
  /** After so many statements of the next command it fails; undefined: never. */
  failsAfter?: number | undefined;
  /** Without a transaction what was done before a failure stays. */
  hasTransactions: boolean;
  /** `no-op`: down removes the row and does nothing else. `deaf`: says that all went well and does nothing. */
  lie?: "no-op" | "deaf" | undefined;
};

/** A database with the tool. */
export type Toy = {
  database: DatabaseSync;
  manner: ToyManner;
  /** The checkout. */
  migrations: ToyMigration[];
  place: Place;
  query: Query;
};

const TABLE = "toy_migrations";

/** Makes one, with an empty database. */
export function makeToy(hasTransactions: boolean): Toy {
  const database = new DatabaseSync(":memory:");
  const query = queryOf(database);
  const toy: Toy = {
    database,
    manner: { hasTransactions },
    migrations: [],
    query,
    place: undefined as never,
  };
  const executor: Executor = {
    kind: "runner",
    engine: "sqlite",
    run: (command) => Promise.resolve(runCommand(toy, command)),
    query,
    queryWhenCancelled: query,
    identity: "toy",
    place: "sqlite in memory",
    close: () => Promise.resolve(),
  };
  toy.place = { executor, adapter: adapterOf(toy), settings, schemaCommand: [] };
  return toy;
}

const settings: Place["settings"] = {
  url: undefined,
  engine: "sqlite",
  migrationsDirectory: "",
  migrationsTable: "",
  toolCommand: [],
  custom: { status: [], up: [], down: [] },
  isRemote: false,
};

function queryOf(database: DatabaseSync): Query {
  return (statements) => {
    try {
      const answers = statements.map((text) => database.prepare(text).all() as Row[]);
      return Promise.resolve(answers.map((rows) => rows.map((row) => ({ ...row }))));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const kind = /no such/.test(message) ? "missing" : /UNIQUE|exists/.test(message) ? "exists" : "refused";
      return Promise.reject(new DatabaseFailure({ kind, code: "SQLITE", message }));
    }
  };
}

function adapterOf(toy: Toy): Adapter {
  return {
    tool: "dbmate",
    title: "toy",
    engines: ["sqlite"],
    // The tool is transactional as far as its manner says; judged by the schema either way.
    isTransactional: false,
    list: () => Promise.resolve(toy.migrations.map(toMigration)),
    state: () => ({
      how: "table",
      tables: [TABLE],
      read: async (query) => {
        try {
          const [rows = []] = await query([`SELECT id FROM ${TABLE} ORDER BY id`]);
          return { applied: rows.map(({ id }) => ({ id: String(id) })), isInOrder: false };
        } catch {
          return { applied: [], isInOrder: false };
        }
      },
    }),
    up: ([first]) => ({ command: commandOf("up", first?.id ?? ""), applies: [first?.id ?? ""] }),
    down: ({ id }) => ({ command: commandOf("down", id), reverts: id }),
  };
}

function toMigration({ id, up, down }: ToyMigration): Migration {
  return {
    id,
    title: id,
    digest: createHash("sha256")
      .update(JSON.stringify([up, down]))
      .digest("hex"),
    down: down.length === 0 ? "empty" : "real",
    downSql: down.join(";\n"),
  };
}

function commandOf(verb: string, id: string): Command {
  return { argv: ["toy", verb, id], environment: {} };
}

function runCommand(toy: Toy, { argv: [, verb = "", id = ""] }: Command): Ending {
  const migration = toy.migrations.find((each) => each.id === id);
  if (migration === undefined) return ended(1, `Error: no migration ${id}`);
  if (toy.manner.lie === "deaf") return ended(0, "");
  const { database, manner } = toy;
  database.exec(`CREATE TABLE IF NOT EXISTS ${TABLE} (id text primary key)`);
  const statements = verb === "up" ? migration.up : manner.lie === "no-op" ? [] : migration.down;
  if (manner.hasTransactions) database.exec("BEGIN");
  try {
    for (const [at, text] of statements.entries()) {
      if (manner.failsAfter === at) throw new Error("told to fail");
      database.exec(text);
    }
    if (manner.failsAfter !== undefined) throw new Error("told to fail");
    const row = verb === "up" ? `INSERT INTO ${TABLE} VALUES ('${id}')` : `DELETE FROM ${TABLE} WHERE id = '${id}'`;
    database.exec(row);
    if (manner.hasTransactions) database.exec("COMMIT");
    return ended(0, "");
  } catch (error) {
    if (manner.hasTransactions) database.exec("ROLLBACK");
    return ended(1, `Error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function ended(exitCode: number, cause: string): Ending {
  return { kind: "exited", exitCode, cause, remedy: "", stdout: "", stderr: cause };
}
