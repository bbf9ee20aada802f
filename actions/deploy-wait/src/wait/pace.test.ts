/** How soon the next look is, and what that costs. */
import { describe, expect, it } from "@jest/globals";
import { seed, runs } from "@handrail/testkit";
import fc from "fast-check";
import { delayAfterFault, delayUntilNextLook, FAR_MS, MOVING_MS, NEAR_MS, stretchAfter } from "./pace.ts";
import type { Situation } from "./pace.ts";

const usual: Situation = { pace: "moving", elapsedMs: 100_000, nearForMs: 0, hurried: 0, calls: 1, stretch: 1 };

describe("delayUntilNextLook", () => {
  it.each<[string, Partial<Situation>, number]>([
    ["nothing tells when it ends", {}, MOVING_MS],
    ["a person has to do something", { pace: "blocked" }, MOVING_MS],
    ["the end is far, and it has just begun", { pace: "far" }, MOVING_MS],
    ["the end is far, and will show itself", { pace: "far", elapsedMs: 150_000 }, FAR_MS],
    ["the end is far, and it takes long", { pace: "far", elapsedMs: 600_000 }, 11_500],
    ["the end is near", { pace: "near" }, NEAR_MS],
    ["the end has been near for too long", { pace: "near", nearForMs: 90_000 }, MOVING_MS],
    ["it begins", { elapsedMs: 1000 }, 3000],
    ["nothing is visible yet", { pace: "starting" }, 3000],
    ["another read explains it", { pace: "now" }, 0],
    ["another read never explains it", { pace: "now", hurried: 3 }, MOVING_MS],
    ["the other side throttles", { stretch: 2 }, MOVING_MS * 2],
  ])("when %s", (_when, given, expected) => {
    expect(delayUntilNextLook({ ...usual, ...given })).toBe(expected);
  });

  it("keeps 100 services below 30 calls a minute while nothing moves", () => {
    for (const calls of [5, 10, 15]) {
      const delay = delayUntilNextLook({ ...usual, calls });
      expect((calls * 60_000) / delay).toBeLessThan(30);
    }
  });

  it("stays below max(52, 1.7 times the calls of a poller with 15 s), however long it takes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36_000 }), (seconds) => {
        let calls = 0;
        for (let now = 0; now < seconds * 1000; now += delayUntilNextLook({ ...usual, elapsedMs: now })) calls += 1;
        return calls <= Math.max(50, 1.7 * (seconds / 15 + 1));
      }),
      { numRuns: runs(50, 1000), seed: seed() },
    );
  });
});

it("waits longer with each throttled look, and recovers by degrees", () => {
  let stretch = 1;
  for (const isThrottled of [true, true, true, true]) stretch = stretchAfter(stretch, isThrottled);
  expect(stretch).toBe(6);
  for (let good = 0; good < 6; good += 1) stretch = stretchAfter(stretch, false);
  expect(stretch).toBe(1);
});

it("asks again soon after a fault, and never less often than every 12 s", () => {
  expect(delayAfterFault(1, 0)).toBeLessThan(1500);
  for (const count of [1, 2, 5, 50, 1e6]) expect(delayAfterFault(count, 0.999)).toBeLessThanOrEqual(12_000);
});
