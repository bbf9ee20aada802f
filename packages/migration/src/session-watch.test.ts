/** While a tool works: who it waits for is told once, and a silent one now and then. */
import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import { createWorld, sessionOf } from "./flow-fixture.ts";
import { describeWaits, watchSessions } from "./session-watch.ts";

describe("describeWaits", () => {
  it.each([
    ["nobody waits", [sessionOf("9")], []],
    ["somebody else waits", [sessionOf("9", { blockedBy: ["5"], isOurs: false })], []],
    [
      "for somebody who is not told",
      [sessionOf("9", { blockedBy: ["5"] })],
      ["The migration (session 9) waits for a lock that session 5 holds"],
    ],
    [
      "for a statement",
      [
        sessionOf("9", { blockedBy: ["5"] }),
        sessionOf("5", { name: "app", statement: "select *\n  from t", isOurs: false }),
      ],
      ["The migration (session 9) waits for a lock that session 5 (app: select * from t) holds"],
    ],
    [
      "for two, one of them idle",
      [
        sessionOf("9", { blockedBy: ["5", "6"] }),
        sessionOf("5", { name: "", statement: "", isOurs: false }),
        sessionOf("6", { name: "psql", statement: "x".repeat(500), isOurs: false }),
      ],
      [
        `The migration (session 9) waits for a lock that session 5 (idle in a transaction) and session 6 (psql: ${"x".repeat(120)}) holds`,
      ],
    ],
  ])("%s", (_, sessions, lines) => {
    expect(describeWaits(sessions)).toEqual(lines);
  });
});

describe("watchSessions", () => {
  /** Watches for so long; `looks`: what the server tells each time. */
  async function watch(seconds: number, looks: ReturnType<typeof createWorld>["sessions"]): Promise<string[]> {
    const world = createWorld();
    world.sessions = looks;
    const clock = virtualClock();
    const ended = new AbortController();
    const sessions = (): Promise<ReturnType<typeof sessionOf>[]> => world.place.executor.sessions?.() as never;
    const watching = watchSessions(
      { sessions, clock, log: world.step.deps.host.log, title: "tool: apply a" },
      ended.signal,
    );
    await clock.advance(seconds * 1000);
    ended.abort();
    await watching;
    return world.said;
  }

  it("says who holds what the migration waits for, once", async () => {
    const waiting = [sessionOf("9", { blockedBy: ["5"] })];
    expect(await watch(9, [waiting])).toEqual([]);
    const line = "!The migration (session 9) waits for a lock that session 5 holds";
    expect(await watch(60, [[], waiting, waiting, []])).toEqual([line]);
    const other = [sessionOf("9", { blockedBy: ["6"] })];
    expect(await watch(60, [waiting, other, waiting])).toEqual([line, line.replace("session 5", "session 6")]);
  });

  it("says every two minutes that a silent one is at work", async () => {
    expect(await watch(250, [[]])).toEqual([
      "tool: apply a: still at work after 2 min",
      "tool: apply a: still at work after 4 min",
    ]);
  });

  it("goes on when the server does not answer", async () => {
    const waiting = [sessionOf("9", { blockedBy: ["5"] })];
    expect(await watch(40, [new Error("gone"), new Error("gone"), waiting])).toHaveLength(1);
  });
});
