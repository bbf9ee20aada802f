import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Step } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import { newestError, readEnvironment, readHappenings } from "./environment.ts";
import { createMachine } from "./machine.ts";
import { snapshotAt, timelines } from "./model-fixture.ts";
import type { Timeline } from "./model-fixture.ts";
import type { Read, State } from "./state.ts";

const gaps = { now: 0, near: 2500, starting: 3000, moving: 9300, blocked: 9300, far: 15_000 };

/** Looks as the loop would, until there is a verdict or `until` is reached. */
function drive(timeline: Timeline, until: number): { step: Step<State, Read> | undefined; at: number } {
  const next = createMachine(timeline.label);
  let step: Step<State, Read> | undefined;
  let at = 0;
  for (let count = 0; at < until; count += 1) {
    const isBlind = at >= timeline.blind.from && at < timeline.blind.to;
    if (!isBlind) {
      step = next(step?.state, snapshotAt(timeline, at, count, step?.reads.includes("events") ?? false), at);
      if (step.verdict !== undefined) return { step, at };
    }
    at += isBlind ? 9000 : Math.max(gaps[step?.pace ?? "starting"], 100);
  }
  return { step, at };
}

describe("the machine of elastic-beanstalk", () => {
  it("has no false success, tells nothing before it is so, and ends with what is so", () => {
    const property = fc.property(timelines, (timeline) => {
      const { truth, knowableAt } = timeline;
      const { step, at } = drive(timeline, 4_000_000);
      const result = step?.verdict?.result ?? "failed";
      expect(step?.verdict).toBeDefined();
      if (isGood(result)) expect(result).toBe(truth);
      if (result === truth) expect(at).toBeGreaterThanOrEqual(knowableAt);
      expect(timeline.areEventsDenied ? [truth, "inconclusive", "not-found"] : [truth]).toContain(result);
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });

  it("never ends well on answers that tell nothing", () => {
    const answers = fc.array(fc.oneof(fc.anything(), fc.record({ Environments: fc.array(fc.anything()) })));
    const property = fc.property(answers, fc.constantFrom("", "v2"), (list, label) => {
      const next = createMachine(label);
      let step: Step<State, Read> | undefined;
      for (const [index, answer] of list.entries()) {
        step = next(step?.state, { environment: readEnvironment(answer), floor: 0 }, index * 9000);
        expect(isGood(step.verdict?.result ?? "failed")).toBe(false);
        if (step.verdict !== undefined) return;
      }
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

it("looks twice before a success", () => {
  const next = createMachine("v2");
  const look = (status: string, label: string) => ({
    environment: { id: "e-1", status, label, health: "Green" },
    floor: 0,
  });
  const first = next(undefined, look("Updating", "v1"), 0);
  const second = next(first.state, look("Ready", "v2"), 60_000);
  expect(second).toMatchObject({ pace: "now", reads: ["environment"] });
  expect(second.verdict).toBeUndefined();
  expect(next(second.state, look("Ready", "v2"), 60_100).verdict?.result).toBe("success");
});

describe("events", () => {
  const event = (Severity: string, Message: string, EventDate: string) => ({ Severity, Message, EventDate });
  const failure = event("ERROR", "Failed to deploy application.", "2026-11-22T12:00:05Z");
  const success = event("INFO", "Environment update completed successfully.", "2026-11-22T12:00:09Z");
  const since = Date.parse("2026-11-22T12:00:00Z");
  it.each([
    ["an error", [failure], "Failed to deploy application."],
    ["an error that a success followed", [failure, success], undefined],
    ["an error after a success", [success, { ...failure, EventDate: "2026-11-22T12:00:10Z" }], failure.Message],
    ["an error from before", [{ ...failure, EventDate: "2026-11-22T11:00:00Z" }], undefined],
    ["a warning", [event("WARN", "Environment health has transitioned", "2026-11-22T12:00:10Z")], undefined],
    ["nothing", [{}, null, 7], undefined],
  ])("tell of %s", (_, Events, error) => {
    expect(newestError(readHappenings({ Events }, since))).toBe(error);
  });

  it("prefers the environment that lives to one of the same name that was terminated", () => {
    const Environments = [
      { Status: "Terminated", EnvironmentId: "e-1" },
      { Status: "Ready", EnvironmentId: "e-2" },
    ];
    expect(readEnvironment({ Environments })).toMatchObject({ id: "e-2", status: "Ready" });
  });
});
