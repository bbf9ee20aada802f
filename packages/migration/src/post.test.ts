/** What is left when the main step was killed: waited for, settled once, told; and said when it cannot be. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { DatabaseFailure } from "@handrail/database";
import { engage } from "./engage.ts";
import { createWorld, journalOf, sessionOf } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import type { Journal } from "./journal.ts";
import { settleLeft } from "./post.ts";
import { settle } from "./settle.ts";
import { takeSnapshot } from "./snapshot.ts";

let world: World;
beforeEach(() => {
  world = createWorld();
});

/** Main took the lock, noted this and was killed. */
async function beginAndDie(journal?: Partial<Journal>): Promise<Journal> {
  const snapshot = await takeSnapshot(world.place);
  const engaged = await engage(world.step, world.place, { kind: "run", migrations: undefined });
  const noted = journalOf(snapshot, { environment: "production", ...journal });
  if (journal !== undefined) await engaged.note(noted);
  return noted;
}

function apply(id: string): void {
  world.database.exec(`create table t_${id} (id integer); insert into tool values ('${id}')`);
}

const post = (isRunning: (pid: number) => boolean = () => false): Promise<void> =>
  settleLeft(world.step, { isRunning });
const locks = (): number => world.database.prepare("select * from handrail_lock").all().length;
const told = (): string[] => world.said.filter((line) => /^!?(?:so far )?\w+: /.test(line));

describe("the post step", () => {
  it("does nothing when main had not begun, and asks nobody", async () => {
    world.onStatement = (): never => {
      throw new Error("asked");
    };
    await post();
    world.states.set("nonce", "");
    await post();
    expect([world.said, world.deployments]).toEqual([[], []]);
  });

  it("does nothing when main told everything: its record is there to be told", async () => {
    await beginAndDie({ doing: ["m1"] });
    apply("m1");
    await post();
    const last = told();
    world.states.set("nonce", "");
    world.states.set("told", "true");
    await post();
    expect([told(), world.deployments]).toEqual([last, [expect.anything()]]);
  });

  it("gives back a lock under which nothing was begun", async () => {
    await beginAndDie();
    await post();
    expect([locks(), world.deployments, world.summaries]).toEqual([0, [], []]);
  });

  it("leaves a lock alone that is not its own", async () => {
    await beginAndDie();
    world.states.set("nonce", "nonce-of-another");
    await post();
    expect(locks()).toBe(1);
  });

  it("reads what was done, tells it, records it and gives the lock back", async () => {
    await beginAndDie({ doing: ["m1"] });
    apply("m1");
    await post();
    expect(told()).toEqual(["cancelled: applied m1; not applied: m2, m3"]);
    expect(world.summaries).toEqual([expect.stringMatching(/^## ❌ Migration cancelled\n/)]);
    expect(world.deployments).toHaveLength(1);
    expect(world.deployments[0]?.statuses.map(({ state }) => state)).toEqual(["error"]);
    expect(locks()).toBe(0);
  });

  it("says that all was done when it was", async () => {
    await beginAndDie({ doing: ["m3"] });
    for (const id of ["m1", "m2", "m3"]) apply(id);
    await post();
    expect(told()).toEqual(["applied: applied m1, m2, m3"]);
    expect(world.summaries).toEqual([expect.stringMatching(/^## ✅ Migration applied\n/)]);
  });

  it("keeps a half-done end that no record can hold in its journal", async () => {
    world = createWorld({ engine: "sqlite", inputs: { environment: "" } });
    await beginAndDie({ doing: ["m1"], environment: "" });
    world.database.exec("create table t_m1 (id integer)");
    await post();
    expect(told()).toEqual([expect.stringMatching(/^cancelled: nothing was applied; m1 is done by half \(/)]);
    expect([locks(), world.deployments]).toEqual([1, []]);
  });

  it("tells once, however often it runs; then what the record says", async () => {
    await beginAndDie({ doing: ["m1"] });
    apply("m1");
    await post();
    world.states.set("nonce", "");
    world.said.length = 0;
    await post();
    expect(told()).toEqual(["cancelled: applied m1; not applied: m2, m3"]);
    expect(world.deployments).toHaveLength(1);
  });

  it("finishes what main began to settle: the record is there, its status and the lock are not", async () => {
    const journal = await beginAndDie({ doing: ["m1"] });
    apply("m1");
    world.github = { setDeploymentStatus: () => Promise.reject(new Error("killed")) };
    const { step, place } = world;
    const release = (): Promise<void> => Promise.reject(new Error("killed"));
    const common = { last: undefined, first: undefined, migrations: undefined, isCancelled: true, patienceMs: 1000 };
    await settle({ step, place, journal, release, ...common });
    world.github = {};
    await post();
    expect(world.deployments.map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([["error"]]);
    expect(locks()).toBe(0);
  });
});

describe("what still works", () => {
  it("is a process: it is waited for, and what it did counts", async () => {
    await beginAndDie({ doing: ["m1"] });
    world.states.set("process", "4711");
    let looks = 0;
    await post((pid) => {
      expect(pid).toBe(4711);
      looks += 1;
      if (looks === 20) apply("m1");
      return looks < 20;
    });
    expect(world.said[0]).toBe("The migration tool (process 4711) still runs; it is waited for.");
    expect(told()).toEqual(["cancelled: applied m1; not applied: m2, m3"]);
  });

  it("is a process that does not end: nothing is claimed, and the lock stays", async () => {
    await beginAndDie({ doing: ["m1"] });
    world.states.set("process", "4711");
    await post(() => true);
    expect(world.said.at(-1)).toMatch(
      /^!The migration tool \(process 4711\) still runs: what it does cannot be told yet/,
    );
    expect([locks(), world.deployments]).toEqual([1, []]);
    expect(world.clock.elapsed).toBe(180_000);
  });

  it("is the server: it is waited for by the mark of who started the tool", async () => {
    await beginAndDie({ doing: ["m1"] });
    world.sessions = [[sessionOf("9")], [sessionOf("9")], []];
    await post();
    expect(world.marks[0]).toEqual({ name: "handrail 1-1", first: "7" });
    expect(world.said[0]).toBe("The database still works on what the tool sent (session 9: work 9)");
    expect(locks()).toBe(0);
  });

  it("is the server, and does not end: nothing is recorded, and the lock stays", async () => {
    await beginAndDie({ doing: ["m1"] });
    world.sessions = [[sessionOf("9")]];
    await post();
    expect(told()).toEqual(["so far cancelled: nothing was applied; not applied: m1, m2, m3"]);
    expect(world.said.at(-1)).toMatch(/what is told here can change/);
    expect([locks(), world.deployments]).toEqual([1, []]);
    // Both together have less than the five minutes that the runner gives.
    expect(world.clock.elapsed).toBeLessThan(240_000);
  });
});

describe("a database that does not answer", () => {
  const lost = new DatabaseFailure({ kind: "unreachable", code: "ECONNREFUSED", message: "" });
  const cut = (): never => {
    throw lost;
  };

  it("is told when work had begun", async () => {
    await beginAndDie({ doing: ["m1"] });
    world.onStatement = cut;
    await post();
    expect(world.said.at(-1)).toMatch(/^!How the migration ended could not be read: .* The next run looks again\.$/);
  });

  it("is not told twice when it had not: main said so", async () => {
    await beginAndDie();
    world.onStatement = cut;
    await post();
    expect(world.said).toEqual([]);
  });
});
