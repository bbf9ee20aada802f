/** Reads Sqitch's registry: a schema on PostgreSQL, a database of its own on MySQL, a file beside the database's on SQLite. */
import { posix } from "node:path";
import { DatabaseFailure, quoteLiteral, quoteName } from "@handrail/database";
import type { Query, Row } from "@handrail/database";
import { Failure } from "@handrail/runner";
import type { Command, StateReader, StatusReader, ToolSettings } from "../adapter.ts";
import type { Applied, AppliedSet } from "../migration.ts";
import { rootCause } from "../tool-output.ts";
import { readTable } from "./sql-table.ts";

const TABLES = ["changes", "dependencies", "events", "projects", "releases", "tags"];
/** The name under which the registry's file is attached. */
const ATTACHED = "handrail_sqitch";

/**
 * By the registry's tables; in a task, whose image need not have a language that we could ask with, by Sqitch's status. Names are
 * ids; the second of the same name is `name#2`: that cannot be a name.
 * @param status what asks Sqitch
 */
export function sqitchState(settings: ToolSettings, status: Command): StateReader {
  const registry = settings.migrationsTable || "sqitch";
  // On MySQL and SQLite they are in another database, which no schema is read from.
  const tables = settings.engine === "postgresql" ? TABLES.map((table) => `${registry}.${table}`) : [];
  if (settings.isRemote) return { how: "status", tables, status: { command: status, parse: parseStatus } };
  const ask = settings.engine === "sqlite" ? readFile : read;
  return { how: "table", tables, read: (query) => ask(query, registry, settings) };
}

/** `#   users - 2026-01-01 00:00:00 +0000 - Somebody <address>`, the newest first (`sqitch status --show-changes`, 1.3.1). */
function parseStatus({ exitCode, stdout, stderr }: Parameters<StatusReader["parse"]>[0]): AppliedSet {
  const names = Array.from(stdout.matchAll(/^# {3}(\S+) +- /gm), ([, name = ""]) => name);
  // It ends with 1 where nothing is applied, and with 2 where something is that its plan does not have.
  const isEmpty = exitCode === 1 && `${stdout}\n${stderr}`.includes("No changes deployed");
  if (exitCode === 0 || isEmpty || (exitCode === 2 && names.length > 0)) return toSet(names.toReversed());
  const why = rootCause({ stdout, stderr });
  throw new Failure({
    reason: "tool-failed",
    what: `Sqitch cannot say which changes are applied${why === "" ? "" : ` (${why})`}`,
    remedy: "Run `sqitch status --show-changes` by hand where the step runs it, and mend what it says.",
  });
}

async function read(query: Query, registry: string, settings: ToolSettings): Promise<AppliedSet> {
  return fromRows(await readTable(query, statement(registry, settings)));
}

/** In the order of application, of our project only. */
function statement(registry: string, { engine, project }: ToolSettings): string {
  const name = (each: string): string => quoteName(each, engine);
  const ours = project === undefined ? "" : ` where project = ${quoteLiteral(project, engine)}`;
  const columns = `${name("change")} as name, script_hash`;
  return `select ${columns} from ${name(registry)}.${name("changes")}${ours} order by committed_at, planned_at`;
}

function fromRows(rows: readonly Row[]): AppliedSet {
  return toSet(
    rows.map(({ name }) => String(name)),
    rows.map(({ script_hash: hash }) => hash),
  );
}

function toSet(names: readonly string[], hashes: readonly unknown[] = []): AppliedSet {
  const turns = new Map<string, number>();
  const applied = names.map((name, at): Applied => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    const checksum = hashes[at];
    return { id: changeId(name, turn), ...(typeof checksum === "string" ? { checksum } : {}) };
  });
  return { applied, isInOrder: true };
}

/** The id of a change: its name, from the second of the same name on with a number. */
export function changeId(name: string, turn: number): string {
  return turn === 1 ? name : `${name}#${turn}`;
}

/** Attaches the registry's file read-only, so that it is not made where there is none. */
async function readFile(query: Query, registry: string, settings: ToolSettings): Promise<AppliedSet> {
  const [databases = []] = await query(["pragma database_list"]);
  const file = databases.find(({ name }) => name === "main")?.["file"];
  if (typeof file !== "string" || file === "") return toSet([]);
  const path = registryPath(file, registry);
  const uri = `file:${path.split("/").map(encodeURIComponent).join("/")}?mode=ro`;
  try {
    // Together, for the connection may not outlive a question.
    const attach = `attach database ${quoteLiteral(uri, "sqlite")} as ${ATTACHED}`;
    const [, rows = []] = await query([attach, statement(ATTACHED, settings)]);
    return fromRows(rows);
  } catch (thrown) {
    if (thrown instanceof DatabaseFailure && isAbsent(thrown)) return toSet([]);
    throw thrown;
  }
}

/** No file, or one that is still empty. */
function isAbsent({ code, said }: DatabaseFailure): boolean {
  return code === "SQLITE_CANTOPEN" || /unable to open database|no such table/.test(said);
}

/** `/data/app.db`: `/data/sqitch.db` (App::Sqitch::Engine::sqlite 1.3.1, registry_uri). */
function registryPath(file: string, registry: string): string {
  if (posix.isAbsolute(registry)) return registry;
  const name = posix.basename(file);
  const dot = name.indexOf(".");
  const extension = registry.includes(".") || dot === -1 ? "" : name.slice(dot);
  return posix.join(posix.dirname(file), `${registry}${extension}`);
}
