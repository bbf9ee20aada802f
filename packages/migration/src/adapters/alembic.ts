/** Alembic (https://alembic.sqlalchemy.org): Python files in a graph of revisions. Seen with 1.8.1. */
import { inputFailure } from "@handrail/runner";
import type { Adapter, Command, Files, Situation, StateReader, ToolSettings } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { revisionPlaces } from "./alembic-config.ts";
import { isChain, orderRevisions, reach } from "./alembic-graph.ts";
import { parseHistory } from "./alembic-history.ts";
import { readRevision } from "./alembic-revision.ts";
import type { Revision } from "./alembic-revision.ts";
import { environmentOf } from "./javascript-tool.ts";
import { respell } from "./respelled-url.ts";
import { quoteTable, readTable, textsOf, toolTable } from "./sql-table.ts";

const TABLE = "alembic_version";
/** The files that Alembic takes for revisions: https://github.com/sqlalchemy/alembic/blob/rel_1_8_1/alembic/script/base.py */
const FILE = /^(?!\.#|__init__).*\.py$/;

/** Alembic, one revision at a time. Its table holds the heads only: the graph of the files says what else is applied. */
export const alembic: Adapter = {
  tool: "alembic",
  title: "Alembic",
  engines: ["postgresql", "mysql", "sqlite"],
  isTransactional: true,
  async complete(files, settings) {
    const checkout = await listRevisions(files, settings);
    return checkout === undefined ? settings : { ...settings, checkout };
  },
  list: listRevisions,
  state: (settings) =>
    settings.isRemote || settings.checkout === undefined
      ? historyReader(settings)
      : tableReader(settings, settings.checkout),
  up(pending, { settings }) {
    const id = pending[0]?.id ?? "";
    return { command: command(settings, ["upgrade", id]), applies: [id] };
  },
  down(target, situation) {
    const to = downTarget(target, situation);
    if (to === undefined) return undefined;
    return { command: command(situation.settings, ["downgrade", to]), reverts: target.id };
  },
};

async function listRevisions(files: Files, settings: ToolSettings): Promise<readonly Migration[] | undefined> {
  const { directories, isDeep } = await revisionPlaces(files, settings);
  const revisions: Revision[] = [];
  for (const directory of directories) {
    for (const path of await files.list(directory, isDeep)) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const text = FILE.test(name) ? await files.read(path) : undefined;
      if (text === undefined) continue;
      // SQLAlchemy's SQLite commits each DDL by itself: `transactional_ddl` of Alembic's SQLiteImpl is False.
      const revision = readRevision(name, text, settings.engine !== "sqlite");
      if (revision === undefined) return undefined;
      requireUsable(path, revision);
      revisions.push(revision);
    }
  }
  if (revisions.length === 0) throw nothingFound(directories);
  return orderRevisions(revisions);
}

/** What Alembic takes for an address of several revisions cannot be one. */
function requireUsable(path: string, { migration }: Revision): void {
  if (/^[\w.][\w.-]*$/.test(migration.id)) return;
  throw inputFailure([
    {
      name: "migrations-directory",
      given: path,
      accepts: "revisions of letters, digits, _, - and .",
      why: "Alembic would take its revision for more than one",
    },
  ]);
}

function nothingFound(directories: readonly string[]): Error {
  return inputFailure([
    {
      name: "migrations-directory",
      given: directories.join(", "),
      accepts: "the directory of Alembic's scripts, or of its versions",
      why: "it has no revisions",
    },
  ]);
}

function tableReader(settings: ToolSettings, checkout: readonly Migration[]): StateReader {
  const table = toolTable(settings, TABLE);
  return {
    how: "table",
    tables: [table.name],
    async read(query) {
      const rows = await readTable(query, `select version_num from ${quoteTable(table, settings.engine)}`);
      const ids = reach(textsOf(rows, "version_num"), checkout);
      return { applied: ids.map((id) => ({ id })), isInOrder: isChain(ids, checkout) };
    },
  };
}

function historyReader(settings: ToolSettings): StateReader {
  return {
    how: "status",
    tables: [toolTable(settings, TABLE).name],
    status: {
      command: command(settings, ["history", "--verbose", "--indicate-current"]),
      parse: (ending) => parseHistory(ending, settings.checkout ?? []),
    },
  };
}

/**
 * Where `downgrade` has to go for exactly this revision. It takes all that follow from the one that is named, in every branch, so
 * the branch is named, too: `<revision>@<the one before>`, as soon as something else is applied.
 */
function downTarget({ id, after }: Migration, { applied, migrations }: Situation): string | undefined {
  const others = migrations.filter((each) => each.id !== id && applied.includes(each.id));
  if (!applied.includes(id) || others.some((each) => each.after?.includes(id) === true)) return undefined;
  const [before, ...more] = after ?? [];
  if (after !== undefined && before === undefined && applied.length === 1) return "base";
  const isAlone = isChain(applied, migrations) && applied.at(-1) === id;
  if (isAlone && before !== undefined && more.length === 0) return before;
  // Of a merge any of the merged ones: what is reverted is the merge alone.
  return more.length > 0 ? `${id}@${before}` : `${id}@-1`;
}

function command(settings: ToolSettings, args: readonly string[]): Command {
  const [first = "alembic", ...rest] = settings.toolCommand;
  const url = settings.url === undefined ? undefined : respell(settings.url, SPELLING);
  return { argv: [first, ...rest, ...args], environment: environmentOf(settings, url) };
}

/** SQLAlchemy knows no `postgres:` since 1.4. Which driver of MySQL it takes is up to the project, in its env.py. */
const SPELLING = { postgresql: "postgresql", mysql: "mysql", sqlite: "sqlite:///" };
