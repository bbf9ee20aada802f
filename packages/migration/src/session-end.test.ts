/** A server that goes on with what a tool sent is waited for; others who work on the database are not. */
import { describe, expect, it } from "@jest/globals";
import { DatabaseFailure } from "@handrail/database";
import type { DatabaseSession } from "@handrail/database/client";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { createWorld, sessionOf } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import { waitForSessions } from "./session-end.ts";
import type { Calm } from "./session-end.ts";

const lost = new DatabaseFailure({ kind: "unreachable", code: "ECONNREFUSED", message: "" });
const odd = new DatabaseFailure({ kind: "refused", code: "0A000", message: "no such view" });
const tool = sessionOf("9");
const app = sessionOf("5", { isOurs: false });

function wait(world: World, patienceMs = 10_000): Promise<Calm> {
  const { clock, place, step } = world;
  const mark = { name: "handrail 1-1", first: "7" };
  return waitForSessions({ executor: place.executor, clock, log: step.deps.host.log, mark, patienceMs });
}

const looks: readonly (readonly [what: string, looks: World["sessions"], calm: Calm, tookMs: number])[] = [
  ["nobody works: it is looked twice", [[]], { busy: "", hasWaited: false }, 300],
  ["only others work", [[app]], { busy: "", hasWaited: false }, 300],
  ["it ends soon", [[tool], []], { busy: "", hasWaited: true }, 300],
  ["it ends later", [[tool, app], [tool, app], [tool, app], [app]], { busy: "", hasWaited: true }, 1300],
  ["it comes up in the second look only", [[], [tool], [tool], []], { busy: "", hasWaited: true }, 1300],
  ["one that began later is not the tool's", [[tool], [tool], [sessionOf("10")]], { busy: "", hasWaited: true }, 800],
  [
    "one that rested was not the tool's",
    [[tool, sessionOf("10")], [tool], [tool, sessionOf("10")], [sessionOf("10")]],
    { busy: "", hasWaited: true },
    1300,
  ],
  ["it does not end", [[tool]], { busy: "session 9: work 9", hasWaited: true }, 10_300],
  ["nobody may look", [odd], { busy: "", hasWaited: false }, 0],
  ["there is no answer for a while", [lost, lost, [tool], [tool], []], { busy: "", hasWaited: true }, 1800],
  ["there is no answer", [lost], { busy: "", hasWaited: true }, 10_000],
];

describe("waitForSessions", () => {
  it.each(looks)("%s", async (_, sessions, calm, tookMs) => {
    const world = createWorld();
    world.sessions = [...sessions];
    expect(await wait(world)).toEqual(calm);
    expect(world.clock.elapsed).toBe(tookMs);
  });

  it("tells once what it waits for, and asks by the mark of who started the tool", async () => {
    const world = createWorld();
    world.sessions = [[sessionOf("9", { statement: "create  table\n  t (id integer)" })], [tool], [tool], []];
    await wait(world);
    expect(world.said).toEqual([
      "The database still works on what the tool sent (session 9: create table t (id integer))",
    ]);
    expect(world.marks).toEqual(Array.from({ length: 4 }, () => ({ name: "handrail 1-1", first: "7" })));
  });

  it("says of a session without a statement that it is in a transaction", async () => {
    const world = createWorld();
    world.sessions = [[sessionOf("9", { statement: "" })]];
    expect(await wait(world, 0)).toEqual({ busy: "session 9: in a transaction", hasWaited: true });
  });

  it.each(["sqlite", "nowhere"])("does not wait where nobody can tell: %s", async (where) => {
    const world = createWorld(where === "sqlite" ? { engine: "sqlite" } : {});
    world.sessions = [[tool]];
    const { sessions: _, ...blind } = world.place.executor;
    if (where === "nowhere") world.place.executor = blind;
    expect(await wait(world)).toEqual({ busy: "", hasWaited: false });
    expect(world.clock.elapsed).toBe(0);
  });

  it("is quiet only when no session of the beginning went on without a break", async () => {
    const one = fc.subarray(["1", "2", "3", "4"]).map((ids) => ids.map((id) => sessionOf(id)));
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 8 }), async (sessions) => {
        const world = createWorld();
        world.sessions = [...sessions, []];
        const { busy } = await wait(world, 600_000);
        const seen = sessions.slice(0, world.marks.length);
        expect(busy).toBe("");
        expect(seen.length === sessions.length || goingOn(seen).length === 0).toBe(true);
        if (seen.length > 2) expect(goingOn(seen.slice(0, -1))).not.toEqual([]);
      }),
      { numRuns: runs(200, 5000), seed: seed() },
    );
  });
});

/** Those of the second look that were there in every later one. */
function goingOn(looked: readonly (readonly DatabaseSession[])[]): string[] {
  const [, second = [], ...rest] = looked.map((each) => each.map(({ id }) => id));
  return second.filter((id) => rest.every((each) => each.includes(id)));
}
