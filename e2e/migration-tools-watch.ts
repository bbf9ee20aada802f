/** Watches a database over several jobs: after each one outputs, the database, the record and secrecy have to be right. */
import { expect } from "@jest/globals";
import type { ActionResult, DatabaseEngine } from "@handrail/testkit";
import type { MigrationStage, Verb } from "./migration-stage.ts";
import { chapters, tables } from "./migration-tools-chapters.ts";
import type { Slug } from "./migration-tools-chapters.ts";
import { askDirectly, CANARY, columnsOf } from "./migration-tools-database.ts";

/** A tool, as far as it has to be known. */
export type Player = {
  tool: string;
  engines: readonly DatabaseEngine[];
  /** Whether a migration that fails leaves nothing behind. */
  isClean(engine: DatabaseEngine): boolean;
  /** Asks the tool's own table for the ids, in the order of application. */
  rows(engine: DatabaseEngine, url: string): { statement: string; url: string };
  /** The table tells the newest only. */
  isNewestOnly?: true;
  /** All that is pending goes in one command. */
  isAllAtOnce?: true;
  /** Where only the main things are played: the tool is slow. */
  short?: readonly DatabaseEngine[];
};

/** What a job has to come to. */
export type Outcome = {
  result: "applied" | "rolled-back" | "nothing-to-do" | "refused" | "failed" | "partial";
  reason?: string;
  applied?: readonly Slug[];
  reverted?: readonly Slug[];
  pending?: readonly Slug[];
  /** Done by half; what of it is in the database, and whether the tool says that it is applied. */
  half?: { slug: Slug; debris: readonly string[] };
  /** The first line of the error. */
  error?: RegExp;
};

/** The watch. */
export type Watch = {
  /** Does a job and checks everything about it. */
  act(verb: Verb, inputs: Readonly<Record<string, string>>, outcome: Outcome): Promise<ActionResult>;
  /** Somebody brought the schema to what the applied migrations make. */
  mended(): void;
};

/** What the database should be now. */
type World = { applied: readonly Slug[]; debris: readonly string[]; records: number };

const isGood = (result: string): boolean => ["applied", "rolled-back", "nothing-to-do"].includes(result);

/** Begins with an empty database. */
export function openWatch(stage: MigrationStage, player: Player, engine: DatabaseEngine): Watch {
  const schemas = new Map<string, string>();
  let world: World = { applied: [], debris: [], records: 0 };
  return {
    async act(verb, inputs, outcome) {
      const before = world;
      const result = await stage.act(verb, inputs);
      world = after(before, verb, outcome);
      try {
        expectOutputs(result, { stage, before, now: world, outcome });
        expectSchemas(result, schemas, before, world);
        expectDatabase(stage, player, engine, world);
        expectRecord(stage, verb, result, outcome, world);
        expectNoSecret(result, stage);
      } catch (error) {
        throw new Error(`${verb} ${JSON.stringify({ ...inputs, ...outcome })}\n${result.log}`, { cause: error });
      }
      return result;
    },
    mended() {
      world = { ...world, debris: [] };
    },
  };
}

function after({ applied, debris, records }: World, verb: Verb, outcome: Outcome): World {
  const { result, half } = outcome;
  // A revert that did nothing takes its row away.
  const gone = [...(outcome.reverted ?? []), ...(verb === "rollback" && half !== undefined ? [half.slug] : [])];
  const isKept = result !== "refused" && !(verb === "rollback" && result === "nothing-to-do");
  return {
    applied: [...applied, ...(outcome.applied ?? [])].filter((slug) => !gone.includes(slug)),
    debris: [...debris, ...(half?.debris ?? [])],
    records: records + (isKept ? 1 : 0),
  };
}

type Scene = { stage: MigrationStage; before: World; now: World; outcome: Outcome };

function expectOutputs({ outputs, conclusion, annotations, files, orphans }: ActionResult, scene: Scene): void {
  const { stage, before, now, outcome } = scene;
  const { result, reason = "", error } = outcome;
  const idsOf = (slugs: readonly Slug[] = []): string[] => slugs.map((slug) => stage.project.idOf(slug));
  expect({
    ...outputs,
    applied: JSON.parse(outputs["applied"] ?? ""),
    reverted: JSON.parse(outputs["reverted"] ?? ""),
    pending: JSON.parse(outputs["pending"] ?? ""),
  }).toMatchObject({
    result,
    "failure-reason": reason,
    applied: idsOf(outcome.applied),
    reverted: idsOf(outcome.reverted),
    pending: idsOf(outcome.pending),
    "version-before": idsOf(before.applied.slice(-1))[0] ?? "",
    "version-after": idsOf(now.applied.slice(-1))[0] ?? "",
    changed: String(before.applied.join() !== now.applied.join() || before.debris.join() !== now.debris.join()),
  });
  expect(conclusion).toBe(isGood(result) ? "success" : "failure");
  const [first] = annotations.filter(({ level }) => level === "error");
  if (error === undefined) expect(first).toBeUndefined();
  else expect(first?.message.split("\n")[0]).toMatch(error);
  // No scratch file stays, and no process.
  expect([files, orphans]).toEqual([[], []]);
}

/** All columns, sorted: one schema in this plot is not another's. */
function columnsIn({ applied, debris }: World): string[] {
  return [...applied.flatMap((slug): readonly string[] => chapters[slug].columns), ...debris].toSorted();
}

/** The same state has the same fingerprint however it was reached, and no two states have one. */
function expectSchemas({ outputs }: ActionResult, schemas: Map<string, string>, before: World, now: World): void {
  for (const [name, world] of [
    ["schema-before", before],
    ["schema-after", now],
  ] as const) {
    const fingerprint = outputs[name] ?? "";
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const key = columnsIn(world).join(" ");
    const wrong = [...schemas].filter(([other, its]) => (other === key) !== (its === fingerprint));
    expect([name, key, wrong]).toEqual([name, key, []]);
    schemas.set(key, fingerprint);
  }
}

function expectDatabase({ url, project }: MigrationStage, player: Player, engine: DatabaseEngine, now: World): void {
  expect(columnsOf(url, tables)).toEqual(columnsIn(now));
  const { statement, url: place } = player.rows(engine, url);
  const ids = now.applied.map((slug) => project.idOf(slug));
  const rows = askDirectly(place, statement).map(([id]) => id);
  expect(rows).toEqual(player.isNewestOnly === true ? ids.slice(-1) : ids);
}

function expectRecord(stage: MigrationStage, verb: Verb, job: ActionResult, outcome: Outcome, now: World): void {
  const records = stage.records();
  expect(records).toHaveLength(now.records);
  const { outputs } = job;
  const newest = records.at(-1);
  const isKept = outputs["record-id"] !== "";
  const { result, half } = outcome;
  expect(isKept).toBe(result !== "refused" && !(verb === "rollback" && result === "nothing-to-do"));
  if (!isKept || newest === undefined) return;
  const idOf = (slug: Slug): string => stage.project.idOf(slug);
  const done = (verb === "run" ? outcome.applied : outcome.reverted) ?? [];
  const { ids, ...payload } = readPayload(newest.payload);
  expect(outputs["record-id"]).toBe(String(newest.id));
  expect(ids).toEqual(done.map(idOf));
  expect(payload).toMatchObject({
    kind: verb,
    result,
    tool: stage.project.tool,
    half: half === undefined ? "" : idOf(half.slug),
    left: (outcome.pending ?? []).map(idOf),
    before: { version: outputs["version-before"], fingerprint: outputs["schema-before"] },
    after: { version: outputs["version-after"], fingerprint: outputs["schema-after"], count: now.applied.length },
  });
  expect(newest.statuses.map(({ state }) => state)).toEqual([isGood(result) ? "success" : "failure"]);
}

function readPayload(payload: unknown): Record<string, unknown> & { ids: string[] } {
  const record = payload as Record<string, unknown> & { done: { id: string }[] };
  return { ...record, ids: record.done.map(({ id }) => id) };
}

/** The password in no spelling, nowhere but where the runner is told to hide it. */
function expectNoSecret(job: ActionResult, stage: MigrationStage): void {
  for (const { stdout, stderr, log, summary, outputs, annotations } of [
    job,
    ...(job.post === undefined ? [] : [job.post]),
  ]) {
    const printed = stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
    for (const text of [...printed, stderr, log, summary, JSON.stringify([outputs, annotations])]) {
      expect(text).not.toContain(CANARY);
    }
  }
  expect(JSON.stringify(stage.records())).not.toContain(CANARY);
}
