/**
 * SQLite by Node's own module. The file is opened for each question and closed after it: a tool may replace it meanwhile, and
 * nothing of ours is left open. A file that is not there is an empty database, and reading does not make it.
 */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type * as Sqlite from "node:sqlite";
import { errorCode } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import { toDatabaseFailure } from "./client-fault.ts";
import type { Connection } from "./client-link.ts";
import type { DatabaseOptions } from "./client-options.ts";
import { toCell } from "./client-values.ts";
import { DatabaseFailure } from "./query.ts";
import type { Row } from "./query.ts";

/** How long to wait for a file that somebody writes to, and between two looks, ms. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 50;
const READS = /^\s*(?:select|values|explain|pragma(?![^;]*=))\b/i;

/** Opens a file; nothing is touched before the first statement. */
export async function connectSqlite({ url, directory, clock }: DatabaseOptions): Promise<Connection> {
  const sqlite = await importQuietly();
  const path = resolve(directory, url.name);
  let file: Sqlite.DatabaseSync | undefined;
  const open = (name: string): Sqlite.DatabaseSync =>
    new sqlite.DatabaseSync(name, {
      // As the database is for those who use it: SQLite's own defaults, and not those of Node.
      enableForeignKeyConstraints: false,
      enableDoubleQuotedStringLiterals: true,
      timeout: 0,
    });
  const release = (): void => {
    file?.close();
    file = undefined;
  };
  return {
    async ask(statement, signal) {
      if (file === undefined && READS.test(statement) && !(await exists(path))) {
        using empty = open(":memory:");
        return run(empty, statement);
      }
      file ??= open(path);
      return runPatiently(file, statement, { clock, signal });
    },
    release,
    isLost: () => false,
    cut: () => Promise.resolve(release()),
    end: () => Promise.resolve(release()),
  };
}

async function runPatiently(
  file: Sqlite.DatabaseSync,
  statement: string,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<readonly Row[]> {
  const end = clock.monotonic() + PATIENCE_MS;
  for (;;) {
    try {
      return run(file, statement);
    } catch (error) {
      // SQLite's own waiting would stop everything else in this process.
      const failure = toDatabaseFailure("sqlite", error);
      const isLocked = failure instanceof DatabaseFailure && failure.kind === "locked";
      if (!isLocked || clock.monotonic() >= end) throw error;
    }
    await clock.sleep(PAUSE_MS, signal);
  }
}

function run(file: Sqlite.DatabaseSync, text: string): Row[] {
  const statement = file.prepare(text);
  // What stands behind the first statement would be left out without a word.
  if (/[^\s;]/.test(text.slice(statement.sourceSQL.length).replaceAll(/--.*|\/\*[\s\S]*?\*\//g, ""))) {
    throw new DatabaseFailure({ kind: "refused", code: "SQLITE_MISUSE", message: "there is more than one statement" });
  }
  statement.setReadBigInts(true);
  return statement.all().map((row) => {
    const cells = Object.entries(row).map(([name, value]) => [name, toCell(value)] as const);
    return Object.fromEntries(cells);
  });
}

/** Whether there is a file, or something in its place. */
async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    // What cannot be looked at is there: opening it tells why not.
    return errorCode(error) !== "ENOENT";
  }
}

/** Node says with the first import that the module is experimental: that is nothing that users of an action could act upon. */
async function importQuietly(): Promise<typeof Sqlite> {
  const { emitWarning } = process;
  const quiet = (warning: string | Error, ...rest: unknown[]): void => {
    if (!/\bSQLite\b.*\bexperimental\b/i.test(String(warning))) Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  process.emitWarning = quiet;
  try {
    return await import("node:sqlite");
  } finally {
    process.emitWarning = emitWarning;
  }
}
