/** The end of a run, whoever tells it: read back, one record, the lock given back; or nothing of that while it can change. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { DatabaseFailure } from "@handrail/database";
import { createWorld, journalOf, sessionOf } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import type { Ending } from "./executor.ts";
import type { Journal } from "./journal.ts";
import { settle } from "./settle.ts";
import type { Settled, Unsettled } from "./settle.ts";
import { takeSnapshot } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

let world: World;
let first: Snapshot;
let journal: Journal;
let released: number;

beforeEach(async () => {
  await begin();
});

async function begin(given: Parameters<typeof createWorld>[0] = {}): Promise<void> {
  world = createWorld(given);
  first = await takeSnapshot(world.place);
  journal = journalOf({ ids: first.ids, fingerprint: first.fingerprint });
  released = 0;
}

const ended = (more: Partial<Ending> = {}): Ending => ({
  kind: "exited",
  exitCode: 0,
  cause: "",
  remedy: "",
  stdout: "",
  stderr: "",
  ...more,
});
const cancelled = ended({ kind: "cancelled", exitCode: undefined, cause: "the job was cancelled" });
const failed = ended({ exitCode: 1, cause: "no such column" });

/** Settles a run that did these. */
async function settleAfter(done: readonly string[], more: Partial<Unsettled> = {}): Promise<Settled> {
  for (const id of done) apply(id);
  const { step, place } = world;
  return settle({
    step,
    place,
    journal,
    last: ended(),
    first,
    migrations: undefined,
    release: () => {
      released += 1;
      return Promise.resolve();
    },
    isCancelled: false,
    patienceMs: 4000,
    ...more,
  });
}

function apply(id: string): void {
  world.database.exec(`create table t_${id} (id integer); insert into tool values ('${id}')`);
}

const outline = ({ telling: { result, reason }, judgement: { half, left, done } }: Settled): unknown => ({
  result,
  reason,
  done: done.map(({ id }) => id).join(" "),
  left: left.join(" "),
  half,
});

describe("what is told, recorded, and given back", () => {
  it("of a run that did everything", async () => {
    const settled = await settleAfter(["m1", "m2", "m3"]);
    expect(outline(settled)).toEqual({ result: "applied", reason: "", done: "m1 m2 m3", left: "", half: "" });
    expect(world.deployments).toHaveLength(1);
    expect(settled.recordId).toBe(500);
    const [record] = world.deployments;
    expect(record).toMatchObject({ task: "migration", environment: "production", ref: "c".repeat(40) });
    expect(record?.payload).toMatchObject({ result: "applied", left: [], half: "", runId: "1" });
    expect(record?.statuses).toEqual([
      {
        isFirst: true,
        owner: "o",
        repo: "r",
        state: "success",
        description: "Applied 3 migrations",
        logUrl: "https://github.com/o/r/actions/runs/1",
      },
    ]);
    // Nothing had to be waited for: nobody was asked who works there.
    expect([released, world.marks, world.clock.elapsed]).toEqual([1, [], 0]);
  });

  it("of one that was cancelled between two", async () => {
    journal = { ...journal, doing: ["m2"] };
    const settled = await settleAfter(["m1"], { last: cancelled, isCancelled: true });
    expect(outline(settled)).toEqual({ result: "cancelled", reason: "cancelled", done: "m1", left: "m2 m3", half: "" });
    expect(settled.telling).toMatchObject({
      what: "The job was cancelled before m2 was applied. 1 of 3 applied",
      remedy: "When you want it, run the migration again: it goes on where this one stopped.",
    });
    expect(world.deployments[0]?.statuses.map(({ state }) => state)).toEqual(["error"]);
    expect([released, settled.isFinal]).toEqual([1, true]);
  });

  it("of one that was cancelled within one, where nothing is undone", async () => {
    await begin({ engine: "mysql" });
    journal = { ...journal, done: [{ id: "m1", fingerprint: first.fingerprint }], doing: ["m2"] };
    world.database.exec("insert into tool values ('m1'); create table t_m2 (id integer)");
    const settled = await settleAfter([], { last: cancelled, isCancelled: true });
    expect(outline(settled)).toMatchObject({ result: "cancelled", reason: "half-applied", done: "m1", half: "m2" });
    expect(world.deployments[0]?.payload).toMatchObject({ half: "m2" });
  });

  it("of one that failed: the database is not read again when it was, and nobody works on it", async () => {
    let reads = 0;
    world.onStatement = () => (reads += 1);
    const settled = await settleAfter([], { last: failed, known: first });
    expect(outline(settled)).toMatchObject({ result: "failed", reason: "tool-failed", left: "m1 m2 m3" });
    expect([reads, world.marks.length]).toEqual([0, 2]);
  });

  it("of one that failed while the server went on: what it did then counts", async () => {
    world.sessions = [[sessionOf("9")], [sessionOf("9")], []];
    const settled = settleAfter([], { last: failed, known: first });
    apply("m1");
    expect(outline(await settled)).toMatchObject({ result: "partial", done: "m1", left: "m2 m3" });
  });
});

describe("while the server works on what the tool sent", () => {
  it("nothing is recorded and the lock stays, for it can change", async () => {
    world.sessions = [[sessionOf("9", { statement: "alter table t" })]];
    const settled = await settleAfter(["m1"], { last: cancelled, isCancelled: true });
    expect(settled).toMatchObject({ isFinal: false, recordId: undefined });
    expect([world.deployments, released]).toEqual([[], 0]);
    expect(settled.telling.what).toBe(
      "The job was cancelled before m2 was applied. 1 of 3 applied so far: the database still works on what the tool sent",
    );
    expect(settled.notes).toEqual([
      expect.stringMatching(/\(session 9: alter table t\): what is told here can change/),
    ]);
  });

  it("what is complete is recorded all the same", async () => {
    world.sessions = [[sessionOf("9")]];
    const settled = await settleAfter(["m1", "m2", "m3"], { last: cancelled, isCancelled: true });
    expect(settled).toMatchObject({ isFinal: true, recordId: 500, telling: { result: "applied" } });
    expect(released).toBe(1);
  });
});

describe("the database", () => {
  const lost = new DatabaseFailure({ kind: "unreachable", code: "ECONNREFUSED", message: "" });

  it("is asked on the connection that a cancel does not end", async () => {
    world.cancel.abort(new Error("cancelled"));
    const seen = new Set<boolean>();
    world.onStatement = (_, isUsual) => seen.add(isUsual);
    await settleAfter(["m1"], { last: cancelled, isCancelled: true });
    expect([...seen]).toEqual([false]);
  });

  it("is asked again while it cannot be reached", async () => {
    let asked = 0;
    world.onStatement = () => {
      asked += 1;
      if (asked <= 2) throw lost;
    };
    expect(outline(await settleAfter(["m1", "m2", "m3"]))).toMatchObject({ result: "applied" });
    expect(world.clock.elapsed).toBe(2000);
  });

  it("that stays away leaves the lock and no record", async () => {
    world.onStatement = () => {
      throw lost;
    };
    await expect(settleAfter(["m1"])).rejects.toBe(lost);
    expect([world.deployments, released]).toEqual([[], 0]);
  });

  it("that does not answer leaves the lock and no record", async () => {
    const { executor } = world.place;
    world.place.executor = { ...executor, queryWhenCancelled: () => new Promise(() => undefined) };
    await expect(settleAfter(["m1"])).rejects.toThrow("it took longer than 4 s");
    expect([world.deployments, released]).toEqual([[], 0]);
  });

  it("that keeps the lock is told", async () => {
    const settled = await settleAfter(["m1", "m2", "m3"], { release: () => Promise.reject(lost) });
    expect(settled.notes).toEqual([expect.stringMatching(/^The lock could not be given back \(/)]);
    expect(settled.telling.result).toBe("applied");
  });
});

describe("the record", () => {
  it("that cannot be kept does not change the verdict", async () => {
    world.github = { createDeployment: () => Promise.reject(new Error("no")) };
    const settled = await settleAfter(["m1", "m2", "m3"]);
    expect(settled).toMatchObject({ recordId: undefined, telling: { result: "applied" } });
    expect(settled.notes).toEqual([expect.stringMatching(/^The record could not be kept: .*no/)]);
    expect(released).toBe(1);
  });

  it("is kept when its status cannot be", async () => {
    world.github = { setDeploymentStatus: () => Promise.reject(new Error("no")) };
    const settled = await settleAfter(["m1", "m2", "m3"]);
    expect(settled.recordId).toBe(500);
    expect(settled.notes).toEqual([
      expect.stringMatching(/^The record is kept \(deployment 500\), its status is not: /),
    ]);
  });

  it("that GitHub does not answer for is given up", async () => {
    world.github = { createDeployment: () => new Promise(() => undefined) };
    const settled = await settleAfter(["m1", "m2", "m3"]);
    expect(settled).toMatchObject({ recordId: undefined, telling: { result: "applied" } });
    expect(world.clock.elapsed).toBe(20_000);
  });

  it("is written once, whoever comes late; its status then, too", async () => {
    world.github = { setDeploymentStatus: () => Promise.reject(new Error("killed")) };
    await settleAfter(["m1"], { last: cancelled, isCancelled: true });
    expect(world.deployments.map(({ statuses }) => statuses)).toEqual([[]]);
    world.github = {};
    for (let times = 0; times < 2; times += 1) {
      const late = await settleAfter([], { last: undefined, first: undefined, isCancelled: true, isLate: true });
      expect(late.recordId).toBe(500);
    }
    expect(world.deployments.map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([["error"]]);
  });

  it("of somebody else's work is not taken for it", async () => {
    await settleAfter(["m1"], { last: cancelled, isCancelled: true });
    for (const more of [{ runId: "2" }, { attempt: 2 }, { startedAt: 2 }]) {
      journal = journalOf(journal.before, more);
      await settleAfter([], { last: undefined, isCancelled: true, isLate: true });
    }
    expect(world.deployments.map(({ id }) => id)).toEqual([500, 501, 502, 503]);
  });

  it.each([
    ["environment", ""],
    ["github-token", ""],
  ])("is none without %s", async (name, value) => {
    await begin({ inputs: { [name]: value } });
    const settled = await settleAfter(["m1"], { isLate: true });
    expect([settled.recordId, settled.notes, world.deployments]).toEqual([undefined, [], []]);
  });
});

it("says how the schema differs of a half-done end, and only then", async () => {
  await begin({ engine: "sqlite" });
  world.place = { ...world.place, schemaCommand: [] };
  first = await takeSnapshot(world.place);
  journal = journalOf({ ids: [], fingerprint: first.fingerprint }, { doing: ["m1"] });
  world.database.exec("create table left_over (id integer)");
  const half = await settleAfter([], { last: failed });
  expect([half.judgement.half, half.differences]).toEqual(["m1", [expect.stringContaining("left_over")]]);
  world.database.exec("drop table left_over");
  expect((await settleAfter([], { last: failed })).differences).toEqual([]);
});
