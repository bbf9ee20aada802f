/** Reads Sqitch's registry: a schema on PostgreSQL, a database of its own on MySQL, a file beside the database's on SQLite. */
import { posix } from "node:path";
import { DatabaseFailure, quoteLiteral, quoteName } from "@handrail/database";
import type { Query, Row } from "@handrail/database";
import type { StateReader, ToolSettings } from "../adapter.ts";
import type { Applied, AppliedSet } from "../migration.ts";
import { readTable } from "./sql-table.ts";

const TABLES = ["changes", "dependencies", "events", "projects", "releases", "tags"];
/** The name under which the registry's file is attached. */
const ATTACHED = "handrail_sqitch";

/** By the registry's tables. Names are ids; the second of the same name is `name#2`: that cannot be a name. */
export function sqitchState(settings: ToolSettings): StateReader {
  const registry = settings.migrationsTable || "sqitch";
  return {
    how: "table",
    // On MySQL and SQLite they are in another database, which no schema is read from.
    tables: settings.engine === "postgresql" ? TABLES.map((table) => `${registry}.${table}`) : [],
    read: (query) =>
      settings.engine === "sqlite" ? readFile(query, registry, settings) : read(query, registry, settings),
  };
}

async function read(query: Query, registry: string, settings: ToolSettings): Promise<AppliedSet> {
  return toSet(await readTable(query, statement(registry, settings)));
}

/** In the order of application, of our project only. */
function statement(registry: string, { engine, project }: ToolSettings): string {
  const name = (each: string): string => quoteName(each, engine);
  const ours = project === undefined ? "" : ` where project = ${quoteLiteral(project, engine)}`;
  const columns = `${name("change")} as name, script_hash`;
  return `select ${columns} from ${name(registry)}.${name("changes")}${ours} order by committed_at, planned_at`;
}

function toSet(rows: readonly Row[]): AppliedSet {
  const turns = new Map<string, number>();
  const applied = rows.map(({ name, script_hash: hash }): Applied => {
    const text = String(name);
    const turn = (turns.get(text) ?? 0) + 1;
    turns.set(text, turn);
    return { id: changeId(text, turn), ...(typeof hash === "string" ? { checksum: hash } : {}) };
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
    return toSet(rows);
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
