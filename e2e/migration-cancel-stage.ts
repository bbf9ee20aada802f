/**
 * A project whose migrations take a while, on a database that is asked directly: what a run that was cancelled or killed says has to
 * be what is there. It knows the scripts, so it can tell a migration that is there by half from a whole one.
 */
import { expect } from "@jest/globals";
import { until } from "@handrail/testkit";
import type { ActionResult, DatabaseEngine, ScriptedMigration } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { askDirectly, doDirectly } from "./migration-tools-database.ts";

/** The scripts, in order. */
export const slugs = ["one", "two", "three", "four", "five", "six"] as const;

/** The tools, and what their own tables are asked. */
export const tables = {
  dbmate: "select version from schema_migrations order by version",
  knex: "select name from knex_migrations order by id",
} as const;
export type Tool = keyof typeof tables;

/** What is there. */
export type Truth = { applied: string[]; half: string[] };

/** What was told. */
export type Told = { result: string; done: string[]; left: string[]; half: string };

/** The stage. */
export type CancelStage = MigrationStage & {
  tool: Tool;
  engine: DatabaseEngine;
  /** All ids, in order. */
  ids: readonly string[];
  /** What is there now, asked directly. */
  truth(): Truth;
  /** The same, once no session works on the database any more. */
  truthInTheEnd(): Promise<Truth>;
  /** Sessions that work, beside the one that asks. */
  sessions(): string[][];
  /** The nonce of the lock's row, when there is one. */
  lock(): string | undefined;
};

/** How long a statement takes that does nothing, s. */
const NAP = 0.12;

/** A statement that takes as long as it says. */
export function napFor(engine: DatabaseEngine, seconds: number): string {
  return engine === "mysql" ? `do sleep(${seconds})` : `select pg_sleep(${seconds})`;
}

/** Four statements up, four down; a table and a column each. */
export function slowMigration(engine: DatabaseEngine, slug: string, seconds: number = NAP): ScriptedMigration {
  const nap = napFor(engine, seconds);
  return {
    slug,
    up: [`create table t_${slug} (id integer primary key)`, nap, `alter table t_${slug} add column a integer`, nap],
    down: [nap, `alter table t_${slug} drop column a`, nap, `drop table t_${slug}`],
  };
}

/** Opens it: an empty database, all scripts written. */
export async function openCancelStage(given: {
  tool: Tool;
  engine: DatabaseEngine;
  url: string;
  /** How many migrations (default: all), and how long each of their naps takes. */
  count?: number;
  seconds?: number;
}): Promise<CancelStage> {
  const { tool, engine, url, seconds, count } = given;
  const stage = await openMigrationStage({ tool, url });
  const own = slugs.slice(0, count);
  await stage.write(own.map((slug) => slowMigration(engine, slug, seconds)));
  const ids = own.map((slug) => stage.project.idOf(slug));
  const ask = (statement: string): string[][] => askDirectly(url, statement);
  const scene: CancelStage = {
    ...stage,
    tool,
    engine,
    ids,
    truth: () => readTruth(ask, { tool, engine, ids }),
    sessions: () => ask(engine === "mysql" ? PROCESSES : BACKENDS),
    truthInTheEnd: async () => {
      await until(() => scene.sessions().length === 0, { what: "The end of what the server does", everyMs: 50 });
      return scene.truth();
    },
    lock: () => rowsIfThere(ask, "select nonce from handrail_lock")[0]?.[0],
  };
  return scene;
}

const PROCESSES =
  "select id, info from information_schema.processlist where db = database() and id <> connection_id() and command <> 'Sleep'";
const BACKENDS =
  "select pid, replace(query, chr(10), ' ') from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'";

type Ask = (statement: string) => string[][];

function rowsIfThere(ask: Ask, statement: string): string[][] {
  try {
    return ask(statement);
  } catch (error) {
    if (/does not exist|doesn't exist/.test(String(error))) return [];
    throw error;
  }
}

function readTruth(ask: Ask, { tool, engine, ids }: Pick<CancelStage, "tool" | "engine" | "ids">): Truth {
  const rows = rowsIfThere(ask, tables[tool]).map(([id]) => id ?? "");
  const schema = engine === "mysql" ? "database()" : "current_schema()";
  const columns = ask(
    `select table_name from information_schema.columns where table_schema = ${schema} and table_name like 't\\_%'`,
  ).map(([name]) => name);
  const applied: string[] = [];
  const half: string[] = [];
  for (const [at, id] of ids.entries()) {
    const slug = slugs[at];
    const count = columns.filter((name) => name === `t_${slug ?? ""}`).length;
    const isThere = rows.includes(id);
    if (isThere && count === 2) applied.push(id);
    else if (isThere || count > 0) half.push(id);
  }
  expect(rows.filter((id) => !ids.includes(id))).toEqual([]);
  return { applied, half };
}

/** What the main step told in its outputs; undefined when it wrote none about the migrations. */
function toldByMain({ outputs }: ActionResult): Omit<Told, "half"> | undefined {
  if (outputs["applied"] === undefined) return undefined;
  const list = (name: string): string[] => JSON.parse(outputs[name] ?? "[]") as string[];
  return { result: outputs["result"] ?? "", done: [...list("applied"), ...list("reverted")], left: list("pending") };
}

const LINE =
  /^(?:so far )?(cancelled|applied|rolled-back): (?:nothing was (?:applied|reverted)|(?:applied|reverted) ([^;]*))(?:; (\S+) is done by half(?: \([^)]*\))?)?(?:; not (?:applied|reverted): (.*))?$/m;

/** What somebody told late: the post step, or (`text` from there on) the next run. */
export function toldLate(text: string): Told | undefined {
  const line = LINE.exec(text);
  if (line === null) return undefined;
  const [, result = "", done = "", half = "", left = ""] = line;
  const list = (ids: string): string[] => ids.split(", ").filter((id) => id !== "");
  return { result, done: list(done), half, left: half === "" ? list(left) : [half, ...list(left)] };
}

/** What the record of a run says; undefined when there is none, and there is never more than one. */
export function recorded(stage: MigrationStage, run: number): (Told & { state: string | undefined }) | undefined {
  const records = stage.records().filter(({ payload }) => (payload as { runId?: string }).runId === String(run));
  expect(records.length).toBeLessThanOrEqual(1);
  const [record] = records;
  if (record === undefined) return undefined;
  const payload = record.payload as { result: string; done: { id: string }[]; left: string[]; half: string };
  const { result, left, half } = payload;
  return { result, done: payload.done.map(({ id }) => id), left, half, state: record.statuses.at(-1)?.state };
}

type Kind = "run" | "rollback";

/** What has to be told, for that is what is there: of a run that began with nothing applied, of a rollback of everything. */
function due({ ids }: CancelStage, { applied, half }: Truth, kind: Kind): Told {
  const isRun = kind === "run";
  const planned = isRun ? ids : ids.toReversed();
  const isDone = (id: string): boolean => (isRun ? applied.includes(id) : !applied.includes(id) && !half.includes(id));
  const left = planned.filter((id) => !isDone(id));
  const result = left.length > 0 ? "cancelled" : isRun ? "applied" : "rolled-back";
  return { result, done: planned.filter(isDone), left, half: half[0] ?? "" };
}

/** What a cancelled run said, wherever it did, is what is there; nothing stays behind; one record says the same. */
export async function expectTold(
  stage: CancelStage,
  result: ActionResult,
  run: number,
  kind: Kind = "run",
): Promise<void> {
  const truth = await stage.truthInTheEnd();
  const [main, late, record] = [toldByMain(result), toldLate(result.post?.log ?? ""), recorded(stage, run)];
  expect(stage.lock()).toBeUndefined();
  expect(result.orphans).toEqual([]);
  expect(result.post?.conclusion).toBe("success");
  expect(truth.half.length).toBeLessThanOrEqual(stage.engine === "mysql" ? 1 : 0);
  if (main === undefined && late === undefined) {
    // It was cancelled before anything was changed, and where it could still say so it did.
    expect([truth, record]).toEqual([{ applied: kind === "run" ? [] : stage.ids, half: [] }, undefined]);
    if (result.outputs["result"] !== undefined) expect(result.log).toContain("before anything was changed");
    return;
  }
  const { half, ...expected } = due(stage, truth, kind);
  if (main !== undefined && !result.log.includes("what is told here can change")) expect(main).toEqual(expected);
  if (late !== undefined) expect(late).toEqual({ ...expected, half });
  expect(record).toEqual({ ...expected, half, state: expected.result === "cancelled" ? "error" : "success" });
  expect(`${result.summary}${result.post?.summary ?? ""}`).not.toBe("");
  if (expected.result === "cancelled")
    expect(`${result.log}${result.post?.log ?? ""}`).not.toContain("Mend the migration");
}

/** The next one does the rest, or nothing as long as a migration is there by half. */
export async function expectGoesOn(
  stage: CancelStage,
  run: number,
  { kind, to }: { kind: Kind; to?: string } = { kind: "run" },
): Promise<void> {
  const before = stage.truth();
  const inputs = to === undefined ? {} : { to };
  let next = await stage.act(kind, inputs);
  if (next.outputs["failure-reason"] === "locked") {
    // Knex has a lock of its own, and whoever kills it leaves that behind.
    expect([next.log, stage.tool, next.outputs["changed"]]).toEqual([next.log, "knex", "false"]);
    expect(next.log).toContain("release it with knex migrate:unlock");
    expect(stage.truth()).toEqual(before);
    doDirectly(stage.url, "update knex_migrations_lock set is_locked = 0");
    next = await stage.act(kind, inputs);
  }
  const end = kind === "run" ? { applied: stage.ids, half: [] } : { applied: [], half: [] };
  const { result, "failure-reason": reason } = next.outputs;
  if (before.half.length > 0) {
    expect([next.log, result, reason]).toEqual([next.log, "refused", "half-applied"]);
    expect(stage.truth()).toEqual(before);
  } else {
    const isDone = before.applied.length === end.applied.length;
    const done = kind === "run" ? "applied" : "rolled-back";
    expect([next.log, result]).toEqual([next.log, isDone ? "nothing-to-do" : done]);
    expect(stage.truth()).toEqual(end);
  }
  expect(stage.lock()).toBeUndefined();
  recorded(stage, run);
}
