/** Reads what a database is right now: the applied set and the schema, through the executor that also runs the tool. */
import { DatabaseFailure, fingerprintOf, quoteName, readDump, readSchema, schemaStatements } from "@handrail/database";
import type { Query, Schema } from "@handrail/database";
import { Failure } from "@handrail/runner";
import type { Adapter, ToolSettings } from "./adapter.ts";
import { parseStatus } from "./adapters/custom.ts";
import type { Ending, Executor } from "./executor.ts";
import type { AppliedSet, Migration } from "./migration.ts";
import { mergeQueries } from "./query-merge.ts";

/** Where a snapshot is taken. */
export type Place = {
  executor: Executor;
  adapter: Adapter;
  settings: ToolSettings;
  /** Prints the schema, in the place of the built-in reading; empty: built in. */
  schemaCommand: readonly string[];
};

/** What the database is. */
export type Snapshot = {
  /** The applied ids, as AppliedSet has them. */
  ids: readonly string[];
  /** Those that the tool marks as not ended. */
  half: readonly string[];
  isInOrder: boolean;
  pending?: readonly string[];
  /** What the tool knows where it runs: it counts more than what the checkout says. Absent when the tool does not tell. */
  known?: readonly Migration[];
  /** Absent when a command printed the schema, or nothing can read it. */
  schema?: Schema;
  /** "" when the schema cannot be read. */
  fingerprint: string;
  /** Of the schemas that the address's search path does not name; absent where it names none. */
  outside?: string;
};

/** How the reading is done. */
export type Reading = { evenWhenCancelled?: boolean };

/**
 * Reads both.
 * @throws DatabaseFailure, Failure `tool-failed`
 */
export async function takeSnapshot(place: Place, reading: Reading = {}): Promise<Snapshot> {
  const asked = place.executor.kind === "ecs" ? merged(place) : place;
  const [set, { schema, fingerprint, outside }] = await Promise.all([
    readApplied(asked, reading),
    readSchemaOf(asked, reading),
  ]);
  return {
    ids: set.applied.map(({ id }) => id),
    half: set.applied.filter(({ isHalf }) => isHalf === true).map(({ id }) => id),
    isInOrder: set.isInOrder,
    ...(set.pending === undefined ? {} : { pending: set.pending }),
    ...(set.known === undefined ? {} : { known: set.known }),
    ...(schema === undefined ? {} : { schema }),
    fingerprint,
    ...(outside === undefined ? {} : { outside }),
  };
}

/** In a task every question costs half a minute. */
function merged(place: Place): Place {
  const { query, queryWhenCancelled } = place.executor;
  const merge = (each: Query | undefined): Query | undefined => (each === undefined ? undefined : mergeQueries(each));
  const executor = { ...place.executor, query: merge(query), queryWhenCancelled: merge(queryWhenCancelled) };
  return { ...place, executor };
}

/** The applied set alone. */
export async function readApplied(place: Place, reading: Reading = {}): Promise<AppliedSet> {
  const { executor, adapter, settings } = place;
  if (settings.custom.status.length > 0) return readStatusCommand(place, reading);
  const reader = adapter.state(settings);
  if (reader.how === "table") {
    const query = queryOf(executor, reading);
    if (query === undefined) throw cannotAsk(adapter);
    return reader.read(query);
  }
  const about = { title: `${adapter.title}: what is applied`, isShown: false, isReading: true, ...reading };
  const ending = await executor.run(reader.status.command, about);
  if (ending.kind !== "exited") throw unread(adapter, ending);
  const set = reader.status.parse(ending);
  // Django has one name for its table everywhere.
  if (adapter.tool === "django") await requireSame(place, set, reader.tables, reading);
  return set;
}

/** What the tool says is applied has to be in the database that we look at: its own configuration may name another one. */
async function requireSame(
  { executor, adapter }: Place,
  { applied }: AppliedSet,
  [table]: readonly string[],
  reading: Reading,
): Promise<void> {
  const query = queryOf(executor, reading);
  if (executor.kind === "ecs" || query === undefined || applied.length === 0 || table === undefined) return;
  try {
    await query([
      `SELECT 1 FROM ${table
        .split(".")
        .map((name) => quoteName(name, executor.engine))
        .join(".")} WHERE 1 = 0`,
    ]);
  } catch (thrown) {
    if (!(thrown instanceof DatabaseFailure) || thrown.kind !== "missing") throw thrown;
    throw new Failure({
      reason: "invalid-input",
      what: `${adapter.title} works on another database than database-url: it says that ${applied.length} are applied, and there is no ${table} in ${executor.place}`,
      remedy: "Let the configuration of the tool connect to the address in the environment variable DATABASE_URL.",
    });
  }
}

/** The tool's own tables. */
export function toolTables({ adapter, settings }: Place): readonly string[] {
  return adapter.state(settings).tables;
}

async function readStatusCommand(place: Place, reading: Reading): Promise<AppliedSet> {
  const [program = "", ...rest] = place.settings.custom.status;
  const ending = await place.executor.run(
    { argv: [program, ...rest], environment: {} },
    { title: "status-command", isShown: false, isReading: true, ...reading },
  );
  if (ending.kind !== "exited" || ending.exitCode !== 0) throw unread(place.adapter, ending);
  return parseStatus(ending.stdout);
}

/** The schema; "" for its fingerprint when nothing can read it. */
async function readSchemaOf(
  place: Place,
  reading: Reading,
): Promise<Pick<Snapshot, "schema" | "fingerprint" | "outside">> {
  const { executor, schemaCommand } = place;
  if (schemaCommand.length > 0) return { fingerprint: await readDumped(place, reading) };
  const query = queryOf(executor, reading);
  if (query === undefined) return { fingerprint: "" };
  const answers = await query(schemaStatements(executor.engine));
  const within = place.settings.url?.searchPath ?? [];
  const schema = readSchema(executor.engine, answers, { without: toolTables(place), within });
  const read = { schema, fingerprint: fingerprintOf(schema) };
  if (within.length === 0) return read;
  const others = readSchema(executor.engine, answers, { without: [], within, isOutside: true });
  return { ...read, outside: fingerprintOf(others) };
}

async function readDumped(place: Place, reading: Reading): Promise<string> {
  const { executor, schemaCommand } = place;
  const [program = "", ...rest] = schemaCommand;
  const ending = await executor.run(
    { argv: [program, ...rest], environment: {} },
    { title: "schema-command", isShown: false, isReading: true, ...reading },
  );
  if (ending.kind === "exited" && ending.exitCode === 0 && ending.stdout.trim() !== "") {
    return readDump(ending.stdout, { without: toolTables(place) }).fingerprint;
  }
  throw new Failure({
    reason: "tool-failed",
    what: `schema-command printed no schema (${ending.cause === "" ? "nothing" : ending.cause})`,
    remedy: "Run the command by hand with the same DATABASE_URL; it has to print the schema and exit with 0.",
  });
}

function queryOf(executor: Executor, { evenWhenCancelled }: Reading): Executor["query"] {
  return evenWhenCancelled === true ? executor.queryWhenCancelled : executor.query;
}

function cannotAsk({ title }: Adapter): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `Which migrations are applied cannot be read: the image of ${title} has no language that could ask the database`,
    remedy:
      'Give status-command: a command of the image that prints {"applied": […], "pending": […]}. For rollbacks give schema-command, too.',
  });
}

function unread({ title }: Adapter, { cause, exitCode }: Ending): Failure {
  const how = cause === "" ? `it ended with exit code ${exitCode ?? "none"}` : cause;
  return new Failure({
    reason: "tool-failed",
    what: `Which migrations are applied cannot be read from ${title}: ${how}`,
    remedy: "Run the same command by hand where the step runs it, and mend what it says.",
  });
}
