/** Our lock: one holder at a time whatever gets lost, and none that stays locked by the dead. */
import { describe, expect, it } from "@jest/globals";
import { DatabaseFailure } from "@handrail/database";
import type { Row } from "@handrail/database";
import { toFailure } from "@handrail/runner";
import { runs, seed, virtualClock } from "@handrail/testkit";
import fc from "fast-check";
import { readLock, releaseLock, takeLock, updateHolder, writeJournal } from "./lock.ts";
import type { HeldLock, HolderLife, LockRequest } from "./lock.ts";
import { parseLockRow, plainJson, renderHolder } from "./lock-row.ts";
import type { LockHolder } from "./lock-row.ts";
import { createStage } from "./lock-stage-fixture.ts";
import type { Fate, Stage } from "./lock-stage-fixture.ts";

function holderOf(nonce: string): LockHolder {
  return {
    nonce,
    kind: "run",
    runId: "4711",
    attempt: 1,
    job: "migrate",
    runUrl: "https://github.example/o/r/actions/runs/4711",
    actor: "octo",
    since: Date.parse("2026-11-22T12:00:00Z"),
    task: "",
  };
}

/** One contender alone with the database: everything it asks is answered at once. */
async function alone<T>(work: (stage: Stage) => Promise<T>, stage: Stage = createStage()): Promise<T> {
  const working = work(stage);
  const progress = { isOver: false };
  const end = (): void => void (progress.isOver = true);
  working.then(end, end);
  while (!progress.isOver) {
    await stage.step(0, "answer");
    await new Promise((resolve) => setImmediate(resolve));
  }
  return working;
}

function requestOf(stage: Stage, nonce: string, more: Partial<LockRequest> = {}): LockRequest {
  const [query, clock] = [stage.query(nonce), stage.clock(nonce)];
  const log = { info: () => undefined };
  const isDead = (): Promise<HolderLife> => Promise.resolve({ state: "unknown" });
  return { query, clock, engine: "sqlite", log, timeoutMs: 300_000, holder: holderOf(nonce), isDead, ...more };
}

describe("takeLock", () => {
  it("makes the table, takes the lock, keeps a journal, and gives it back", async () => {
    await alone(async (stage) => {
      const request = requestOf(stage, "nonce-aaa");
      expect(await readLock(request)).toBeUndefined();
      expect(await takeLock(request)).toEqual({ holder: request.holder, inherited: undefined });
      await writeJournal(request, "nonce-aaa", '{"done":["m1"]}');
      await updateHolder(request, { ...request.holder, task: "arn:aws:ecs:eu-central-1:1:task/t" });
      const row = await readLock(request);
      expect(row?.journal).toBe('{"done":["m1"]}');
      expect(row?.holder).toEqual({ ...request.holder, task: "arn:aws:ecs:eu-central-1:1:task/t" });
      await releaseLock(request, "nonce-aaa");
      expect(await readLock(request)).toBeUndefined();
    });
  });

  it("S27: waits with growing pauses, tells who holds it once and each minute, then names it and gives up", async () => {
    const stage = createStage();
    await alone(() => takeLock(requestOf(stage, "nonce-aaa")), stage);
    const clock = virtualClock({ mode: "auto" });
    const told: string[] = [];
    const query = (statements: readonly string[]): Promise<readonly (readonly Row[])[]> =>
      alone(() => stage.query("b")(statements), stage);
    const log = { info: (text: string) => void told.push(text) };
    const failure = await takeLock(requestOf(stage, "nonce-bbb", { clock, query, log })).then(
      () => undefined,
      toFailure,
    );
    expect(clock.sleeps.slice(0, 7).map(Math.round)).toEqual([2000, 3000, 4500, 6750, 10_125, 15_000, 15_000]);
    expect(clock.elapsed).toBe(300_000);
    expect(told).toHaveLength(5);
    expect(told[0]).toBe(
      "The database is locked by a run of https://github.example/o/r/actions/runs/4711, started by octo, since 2026-11-22 12:00 UTC; waiting for at most 5m more",
    );
    expect(failure).toMatchObject({ reason: "locked", result: "refused" });
    expect(failure?.what).toContain(
      "https://github.example/o/r/actions/runs/4711, started by octo, since 2026-11-22 12:00 UTC",
    );
  });

  it("looks once and does not wait when lock-timeout is 0", async () => {
    const stage = createStage();
    await alone(() => takeLock(requestOf(stage, "nonce-aaa")), stage);
    const taking = alone(() => takeLock(requestOf(stage, "nonce-bbb", { timeoutMs: 0 })), stage);
    await expect(taking).rejects.toMatchObject({ reason: "locked" });
  });

  it.each<[string, () => Promise<HolderLife>]>([
    ["unknown", () => Promise.resolve({ state: "unknown" })],
    ["alive", () => Promise.resolve({ state: "alive" })],
    ["not to be found out", () => Promise.reject(new Error("no permission"))],
  ])("S28: never breaks the lock of a holder that is %s", async (_, isDead) => {
    const stage = createStage();
    await alone(() => takeLock(requestOf(stage, "nonce-aaa")), stage);
    const taking = alone(() => takeLock(requestOf(stage, "nonce-bbb", { isDead, timeoutMs: 10_000 })), stage);
    await expect(taking).rejects.toMatchObject({ reason: "locked" });
    expect(parseLockRow([stage.row() ?? {}])?.nonce).toBe("nonce-aaa");
  });

  it("S28: takes over from a holder that is proven dead, with its journal, which stays until ours is written", async () => {
    const stage = createStage();
    const dead = requestOf(stage, "nonce-aaa");
    await alone(() => takeLock(dead), stage);
    await alone(() => writeJournal(dead, "nonce-aaa", '{"planned":["m1","m2"]}'), stage);
    const isDead = (): Promise<HolderLife> => Promise.resolve({ state: "dead", proof: "run 4711 completed" });
    const held = await alone(() => takeLock(requestOf(stage, "nonce-bbb", { isDead })), stage);
    expect(held.inherited).toEqual({
      holder: dead.holder,
      journal: '{"planned":["m1","m2"]}',
      proof: "run 4711 completed",
    });
    expect(parseLockRow([stage.row() ?? {}])).toMatchObject({ nonce: "nonce-bbb", journal: '{"planned":["m1","m2"]}' });
    // The dead one wakes up: it finds out, and cannot give back what is not its own.
    await expect(alone(() => writeJournal(dead, "nonce-aaa", "{}"), stage)).rejects.toMatchObject({ reason: "locked" });
    await alone(() => releaseLock(dead, "nonce-aaa"), stage);
    expect(parseLockRow([stage.row() ?? {}])?.nonce).toBe("nonce-bbb");
  });

  it("leaves a row alone that it cannot read, and says how to get rid of it", async () => {
    const stage = createStage();
    await alone(() => takeLock(requestOf(stage, "nonce-aaa")), stage);
    await alone(() => stage.query("x")(["update handrail_lock set holder = 'v2:…'"]), stage);
    const isDead = (): Promise<HolderLife> => Promise.resolve({ state: "dead", proof: "" });
    const taking = alone(() => takeLock(requestOf(stage, "nonce-bbb", { isDead, timeoutMs: 5000 })), stage);
    await expect(taking).rejects.toMatchObject({ reason: "locked", remedy: expect.stringContaining("handrail_lock") });
  });

  it("ends with the signal while it waits", async () => {
    const stage = createStage();
    await alone(() => takeLock(requestOf(stage, "nonce-aaa")), stage);
    const cancelling = new AbortController();
    const clock = virtualClock();
    const query = (statements: readonly string[]): Promise<readonly (readonly Row[])[]> =>
      alone(() => stage.query("b")(statements), stage);
    const taking = takeLock(requestOf(stage, "nonce-bbb", { clock, query, signal: cancelling.signal }));
    await clock.untilSleeping();
    cancelling.abort(new Error("cancelled"));
    await expect(taking).rejects.toThrow("cancelled");
  });

  it("does not wait for a database that cannot be reached", async () => {
    const clock = virtualClock({ mode: "auto" });
    const query = (): Promise<never> =>
      Promise.reject(new DatabaseFailure({ kind: "unreachable", code: "ECONNREFUSED", message: "" }));
    const stage = createStage();
    await expect(takeLock(requestOf(stage, "nonce-bbb", { clock, query }))).rejects.toBeInstanceOf(DatabaseFailure);
    expect(clock.elapsed).toBe(12_000);
  });

  it("gives up on a table that does not do as it says", async () => {
    const clock = virtualClock({ mode: "auto" });
    // Rows that our user may not see: the insert finds the key taken, the read finds nothing.
    const query = (statements: readonly string[]): Promise<readonly (readonly Row[])[]> =>
      statements.some((each) => each.startsWith("insert"))
        ? Promise.reject(new DatabaseFailure({ kind: "exists", code: "23505", message: "" }))
        : Promise.resolve(statements.map(() => []));
    const taking = takeLock(requestOf(createStage(), "nonce-bbb", { clock, query, timeoutMs: 30_000 }));
    await expect(taking).rejects.toMatchObject({ reason: "locked", what: expect.stringContaining("cannot be read") });
  });
});

describe("the row", () => {
  it("keeps any text as ASCII that is JSON", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (one, other) => {
        const text = plainJson(JSON.stringify([one, other]));
        expect(text).toMatch(/^[ -~]*$/);
        expect(JSON.parse(text)).toEqual([one, other]);
      }),
      { numRuns: runs(200, 20_000), seed: seed() },
    );
  });

  it("takes no nonce that would be more than a word", () => {
    expect(() => renderHolder(holderOf("x' or 1=1"))).toThrow(RangeError);
  });

  it.each(["", "{", "[]", '{"kind":"run"}', '{"kind":"walk","since":1}', '{"kind":"run","since":1e300}'])(
    "takes %s for nobody",
    (holder) => {
      expect(parseLockRow([{ nonce: "n", holder, journal: "" }])).toEqual({
        nonce: "n",
        holder: undefined,
        journal: "",
      });
    },
  );
});

/** What happens in a contest: a thing that waits is carried out, or a contender dies. */
type Turn = { choice: number; fate: Fate; kills: number | undefined };

const turns = fc.array(
  fc.record({
    choice: fc.nat({ max: 20 }),
    fate: fc.oneof(
      { weight: 12, arbitrary: fc.constant("answer" as const) },
      { weight: 1, arbitrary: fc.constant("lost-before" as const) },
      { weight: 2, arbitrary: fc.constant("lost-after" as const) },
      { weight: 1, arbitrary: fc.constant("late" as const) },
    ),
    kills: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat({ max: 2 }) }),
  }),
  { maxLength: 120, size: "max" },
);

const names = ["contender-a", "contender-b", "contender-c"];

/** Three that want the lock, one after the other, each for a few writes. */
class Contest {
  readonly stage = createStage();
  /** Over: dead, done, or failed. What isDead says of them is "dead". */
  readonly over = new Set<string>();
  readonly holding = new Set<string>();
  readonly problems: string[] = [];
  readonly held: string[] = [];

  request(name: string, timeoutMs: number): LockRequest {
    const isDead = (holder: LockHolder): Promise<HolderLife> =>
      Promise.resolve(this.over.has(holder.nonce) ? { state: "dead", proof: "it is" } : { state: "alive" });
    return requestOf(this.stage, name, { isDead, timeoutMs });
  }

  enter(name: string, timeoutMs: number): Promise<void> {
    return this.contend(name, timeoutMs)
      .catch((thrown: unknown) => {
        const { reason } = toFailure(thrown);
        if (reason !== "locked" && reason !== "connection-failed") this.problems.push(`${name}: ${String(thrown)}`);
      })
      .finally(() => {
        this.holding.delete(name);
        this.over.add(name);
      });
  }

  private async contend(name: string, timeoutMs: number): Promise<void> {
    const request = this.request(name, timeoutMs);
    const held = await takeLock(request);
    this.judge(name, held);
    this.holding.add(name);
    this.held.push(name);
    await writeJournal(request, name, JSON.stringify({ by: name, at: 1 }));
    await writeJournal(request, name, JSON.stringify({ by: name, at: 2 }));
    this.holding.delete(name);
    await releaseLock(request, name);
  }

  /** Whoever gets the lock is alone with it, and knows what a dead one left. */
  private judge(name: string, { inherited }: HeldLock): void {
    if (this.holding.size > 0) this.problems.push(`${name} holds it beside ${[...this.holding].join(" and ")}`);
    const row = parseLockRow([this.stage.row() ?? {}]);
    if (row?.nonce !== name) this.problems.push(`${name} holds it, and the row says ${row?.nonce ?? "nothing"}`);
    if (row?.journal !== (inherited?.journal ?? ""))
      this.problems.push(`${name} does not know of ${row?.journal ?? ""}`);
    if (inherited !== undefined && !this.over.has(inherited.holder.nonce)) {
      this.problems.push(`${name} took it from ${inherited.holder.nonce}, who lives`);
    }
  }

  kill(name: string | undefined): void {
    if (name === undefined || this.over.has(name)) return;
    this.stage.kill(name);
    this.holding.delete(name);
    this.over.add(name);
  }

  async play(all: readonly Turn[]): Promise<void> {
    for (const name of names) void this.enter(name, 600_000);
    await new Promise((resolve) => setImmediate(resolve));
    for (const { choice, fate, kills } of all) {
      if (kills !== undefined) this.kill(names[kills]);
      if (!(await this.stage.step(choice, fate))) return;
    }
  }

  /** Whoever still lives goes on without anything going wrong; then one more comes. */
  async end(): Promise<void> {
    let left = 2000;
    while (names.some((name) => !this.over.has(name)) && left > 0) {
      left -= 1;
      await this.stage.step(left, "answer");
    }
    const last = this.enter("contender-z", 600_000);
    await new Promise((resolve) => setImmediate(resolve));
    while (!this.over.has("contender-z") && left > 0) {
      left -= 1;
      await this.stage.step(left, "answer");
    }
    if (left === 0) this.problems.push("it never ends");
    else await last;
    if (!this.held.includes("contender-z")) this.problems.push("the last one cannot have it");
  }
}

describe("three contenders, with lost answers and deaths", () => {
  it("never two holders, nobody robbed who lives, no journal lost, and never stuck", async () => {
    const counts = { takeovers: 0, contests: 0 };
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        const contest = new Contest();
        await contest.play(all);
        await contest.end();
        contest.stage.close();
        counts.contests += 1;
        counts.takeovers += contest.held.length > 1 ? 1 : 0;
        expect(contest.problems).toEqual([]);
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
    expect(counts.takeovers).toBeGreaterThan(counts.contests / 4);
  });
});
