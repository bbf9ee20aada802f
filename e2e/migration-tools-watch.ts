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
  /** It prints the statement that failed. */
  isTelling?: true;
  /** All that is pending goes in one command. */
  isAllAtOnce?: true;
};

/** What a job has to come to. */
export type Outcome = {
  result: "applied" | "rolled-back" | "nothing-to-do" | "refused" | "failed" | "partial";
  reason?: string;
  applied?: readonly Slug[];
  reverted?: readonly Slug[];
  pending?: readonly Slug[];
  /** Done by half, and what of it is in the database. */
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
/** A refusal leaves no record, nor does a rollback that finds nothing to revert. */
const isKept = (verb: Verb, { result }: Outcome): boolean =>
  result !== "refused" && !(verb === "rollback" && result === "nothing-to-do");

/** Begins with an empty database. */
export function openWatch(stage: MigrationStage, player: Player, engine: DatabaseEngine): Watch {
  const schemas = new Map<string, string>();
  let world: World = { applied: [], debris: [], records: 0 };
  return {
    async act(verb, inputs, outcome) {
      const before = world;
      const job = await stage.act(verb, inputs);
      world = after(before, verb, outcome);
      const scene: Scene = { stage, verb, job, outcome, before, now: world };
      try {
        expectOutputs(scene);
        expectEnd(scene);
        expectSchemas(scene, schemas);
        expectDatabase(scene, player, engine);
        expectRecord(scene);
        expectNoSecret(scene);
      } catch (error) {
        throw new Error(`${verb} ${JSON.stringify({ ...inputs, ...outcome })}\n${job.log}`, { cause: error });
      }
      return job;
    },
    mended() {
      world = { ...world, debris: [] };
    },
  };
}

function after({ applied, debris, records }: World, verb: Verb, outcome: Outcome): World {
  const { half } = outcome;
  // A revert that did nothing takes its row away.
  const gone = new Set([
    ...(outcome.reverted ?? []),
    ...(verb === "rollback" && half !== undefined ? [half.slug] : []),
  ]);
  return {
    applied: [...applied, ...(outcome.applied ?? [])].filter((slug) => !gone.has(slug)),
    debris: [...debris, ...(half?.debris ?? [])],
    records: records + (isKept(verb, outcome) ? 1 : 0),
  };
}

/** One job. */
type Scene = { stage: MigrationStage; verb: Verb; job: ActionResult; outcome: Outcome; before: World; now: World };

function idsOf({ project }: MigrationStage, slugs: readonly Slug[] = []): string[] {
  return slugs.map((slug) => project.idOf(slug));
}

function expectOutputs({ stage, job: { outputs }, outcome, before, now }: Scene): void {
  const lists = (["applied", "reverted", "pending"] as const).map((name) => [name, JSON.parse(outputs[name] ?? "")]);
  expect({ ...outputs, ...Object.fromEntries(lists) }).toMatchObject({
    result: outcome.result,
    "failure-reason": outcome.reason ?? "",
    applied: idsOf(stage, outcome.applied),
    reverted: idsOf(stage, outcome.reverted),
    pending: idsOf(stage, outcome.pending),
    "version-before": idsOf(stage, before.applied).at(-1) ?? "",
    "version-after": idsOf(stage, now.applied).at(-1) ?? "",
    changed: String(before.applied.join() !== now.applied.join() || before.debris.join() !== now.debris.join()),
  });
}

/** Red or green, why, and nothing is left: no scratch file, no process, no code of a colour. */
function expectEnd({ job: { conclusion, annotations, files, orphans, log, outputs }, outcome }: Scene): void {
  const { result, error } = outcome;
  expect(conclusion).toBe(isGood(result) ? "success" : "failure");
  const first = annotations.find(({ level }) => level === "error")?.message.split("\n")[0];
  if (error === undefined) expect(first).toBeUndefined();
  else expect(first).toMatch(error);
  const isDone = result === "applied" || result === "rolled-back" || outcome.reason === "schema-differs";
  const isStarted = result !== "refused" && result !== "nothing-to-do";
  expect(outputs["exit-code"]).toMatch(isDone ? /^0$/ : isStarted ? /^[1-9]\d*$/ : /^$/);
  expect([files, orphans]).toEqual([[], []]);
  expect(log).not.toMatch(/\u001B|\\u\{1B\}/);
}

/** All columns, sorted: one schema in this plot is not another's. */
function columnsIn({ applied, debris }: World): string[] {
  return [...applied.flatMap((slug): readonly string[] => chapters[slug].columns), ...debris].toSorted();
}

/** The same schema has the same fingerprint however it was reached, and no two schemas have one. */
function expectSchemas({ job: { outputs }, before, now }: Scene, schemas: Map<string, string>): void {
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

function expectDatabase({ stage, now }: Scene, player: Player, engine: DatabaseEngine): void {
  const { url } = stage;
  expect(columnsOf(url, tables)).toEqual(columnsIn(now));
  const ids = idsOf(stage, now.applied);
  const { statement, url: place } = player.rows(engine, url);
  const rows = askDirectly(place, statement).map(([id]) => id);
  expect(rows).toEqual(player.isNewestOnly === true ? ids.slice(-1) : ids);
  expect(askDirectly(url, "select holder from handrail_lock")).toEqual([]);
}

function expectRecord({ stage, verb, job: { outputs }, outcome, now }: Scene): void {
  const records = stage.records();
  expect(records).toHaveLength(now.records);
  expect(outputs["record-id"] !== "").toBe(isKept(verb, outcome));
  const newest = records.at(-1);
  if (outputs["record-id"] === "" || newest === undefined) return;
  const { result, half } = outcome;
  const { ids, ...payload } = readPayload(newest.payload);
  expect(outputs["record-id"]).toBe(String(newest.id));
  expect(ids).toEqual(idsOf(stage, verb === "run" ? outcome.applied : outcome.reverted));
  expect(payload).toMatchObject({
    kind: verb,
    result,
    tool: stage.project.tool,
    half: half === undefined ? "" : stage.project.idOf(half.slug),
    left: idsOf(stage, outcome.pending),
    before: { version: outputs["version-before"], fingerprint: outputs["schema-before"] },
    after: { version: outputs["version-after"], fingerprint: outputs["schema-after"], count: now.applied.length },
  });
  expect(newest.statuses.map(({ state }) => state)).toEqual([isGood(result) ? "success" : "failure"]);
}

function readPayload(payload: unknown): Record<string, unknown> & { ids: string[] } {
  const record = payload as Record<string, unknown> & { done: { id: string }[] };
  return { ...record, ids: record.done.map(({ id }) => id) };
}

/** The password in no spelling, nowhere but where the runner is told to hide it; and nothing that only the runner had to hide. */
function expectNoSecret({ stage, job }: Scene): void {
  for (const { stdout, stderr, log, summary, outputs } of [job, ...(job.post === undefined ? [] : [job.post])]) {
    const printed = stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
    expect([...printed, stderr, log, summary, JSON.stringify(outputs)].join("\n")).not.toContain(CANARY);
    expect(summary).not.toContain("***");
  }
  expect(JSON.stringify(stage.records())).not.toContain(CANARY);
}
