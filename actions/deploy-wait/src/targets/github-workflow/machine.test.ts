import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Step } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import { createMachine } from "./machine.ts";
import type { Read, State } from "./machine.ts";
import { badEnds, snapshotAt, timelines, truthAt } from "./model-fixture.ts";
import type { Timeline } from "./model-fixture.ts";
import { readRun, standingOf } from "./run.ts";
import type { Run } from "./run.ts";

const gaps = { now: 0, near: 2500, starting: 3000, moving: 9300, blocked: 9300, far: 15_000 };

/** Looks as the loop would, until there is a verdict or `until` is reached. */
function drive(timeline: Timeline, until: number): { step: Step<State, Read> | undefined; at: number } {
  const next = createMachine(timeline.kind);
  let step: Step<State, Read> | undefined;
  let at = 0;
  let count = 0;
  while (at < until) {
    const isBlind = at >= timeline.blind.from && at < timeline.blind.to;
    if (!isBlind) {
      step = next(step?.state, snapshotAt(timeline, at, count), at);
      count += 1;
      if (step.verdict !== undefined) return { step, at };
    }
    at += isBlind ? 9000 : Math.max(gaps[step?.pace ?? "starting"], 100);
  }
  return { step, at };
}

const run = (status: string, conclusion = "", more: Partial<Run> = {}): Run => ({
  id: 9,
  name: "deploy",
  url: "",
  status,
  conclusion,
  attempt: 1,
  ...more,
});

describe("the machine of github-workflow", () => {
  it("has no false success, and ends with what is so", () => {
    const property = fc.property(timelines, (timeline) => {
      const { step, at } = drive(timeline, 4_000_000);
      const verdict = step?.verdict;
      expect(verdict).toBeDefined();
      if (verdict === undefined) return;
      if (isGood(verdict.result)) {
        const allowed = verdict.result === "noop" ? ["void"] : ["good", "void"];
        const truth = truthAt(timeline, at);
        expect(truth.length).toBeGreaterThan(0);
        for (const standings of truth) expect(standings.some((standing) => allowed.includes(standing))).toBe(true);
        if (verdict.result === "success") expect(truth.flat()).toContain("good");
      } else if (verdict.result === "not-found") {
        // A blackout may hide what only begins while it is waited for.
        expect(truthAt(timeline, 10_000)).toEqual([]);
      } else expect(badEnds(timeline)).toContain(verdict.result);
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });

  it("never ends well on answers that tell nothing", () => {
    const property = fc.property(
      fc.array(fc.anything()),
      fc.constantFrom<"one" | "all">("one", "all"),
      (list, kind) => {
        const next = createMachine(kind);
        let step: Step<State, Read> | undefined;
        for (const [index, answer] of list.entries()) {
          const found = readRun(answer, kind === "one" ? 9 : undefined);
          step = next(step?.state, { runs: found === undefined ? [] : [found] }, index * 9000);
          expect(isGood(step.verdict?.result ?? "failed")).toBe(false);
          if (step.verdict !== undefined) return;
        }
      },
    );
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });

  it.each([
    ["failure", "failed"],
    ["startup_failure", "failed"],
    ["timed_out", "failed"],
    ["stale", "failed"],
    ["cancelled", "cancelled"],
    ["success", "success"],
    ["skipped", "noop"],
    ["neutral", "noop"],
    ["action_required", undefined],
    ["of the future", undefined],
    ["", undefined],
  ])("takes the conclusion %s for %s", (conclusion, result) => {
    const next = createMachine("one");
    const first = next(undefined, { runs: [run("in_progress")] }, 0);
    const { verdict, warnings = [] } = next(first.state, { runs: [run("completed", conclusion)] }, 9000);
    expect(verdict?.result).toBe(result);
    if (result === undefined && conclusion !== "") expect(warnings[0]).toContain(conclusion);
    if (verdict !== undefined) expect(verdict.cause).toContain(conclusion);
  });

  it.each([
    ["a skipped run beside one that succeeded", ["success", "skipped"], "success"],
    ["nothing but skipped runs", ["skipped", "skipped"], "noop"],
    ["a cancelled run beside one that failed", ["cancelled", "failure", "success"], "failed"],
    ["a cancelled run beside one that succeeded", ["cancelled", "success"], "cancelled"],
  ])("judges %s", (_, conclusions, result) => {
    const next = createMachine("all");
    const open = conclusions.map((__, id) => run("queued", "", { id: id + 1 }));
    const first = next(next(undefined, { runs: open }, 0).state, { runs: open }, 3000);
    const done = conclusions.map((conclusion, id) => run("completed", conclusion, { id: id + 1 }));
    const second = next(first.state, { runs: done }, 20_000);
    const { verdict } = second.verdict === undefined ? next(second.state, { runs: done }, 20_100) : second;
    expect(verdict?.result).toBe(result);
  });

  it("tells a failure at once, and waits for the others before a success", () => {
    const next = createMachine("all");
    const first = next(undefined, { runs: [run("queued"), run("queued", "", { id: 10 })] }, 0);
    const good = [run("completed", "success"), run("in_progress", "", { id: 10 })];
    const bad = [run("completed", "failure"), run("in_progress", "", { id: 10 })];
    expect(next(first.state, { runs: good }, 20_000).verdict).toBeUndefined();
    expect(next(first.state, { runs: bad }, 20_000).verdict?.result).toBe("failed");
    // The list leaves out a run that was seen and has not ended.
    expect(next(first.state, { runs: [run("completed", "success")] }, 20_000).verdict).toBeUndefined();
  });

  it("does not end well while answers leave out a run that was seen: it may be run again", () => {
    const next = createMachine("all");
    const other = run("completed", "success", { id: 10 });
    let step = next(undefined, { runs: [run("in_progress"), other] }, 0);
    step = next(step.state, { runs: [run("in_progress"), other] }, 9000);
    for (let at = 18_000; at < 60_000; at += 2500) {
      step = next(step.state, { runs: [run("completed", "success")] }, at);
      expect(step.verdict).toBeUndefined();
    }
    const rerun = run("queued", "", { id: 10, attempt: 2 });
    expect(next(step.state, { runs: [run("completed", "success"), rerun] }, 61_000).verdict).toBeUndefined();
  });

  it("never ends well with a list that is cut", () => {
    const next = createMachine("all");
    const first = next(undefined, { runs: [run("queued")] }, 0);
    const cut = next(first.state, { runs: [run("completed", "success")], isCut: true }, 20_000);
    expect(cut.verdict).toBeUndefined();
    expect(cut.warnings).toHaveLength(1);
  });

  it("lets the newest attempt count, and no older answer about it", () => {
    const next = createMachine("one");
    const again = next(undefined, { runs: [run("queued", "", { attempt: 2 })] }, 0);
    const old = next(again.state, { runs: [run("completed", "success")] }, 9000);
    expect(old.verdict).toBeUndefined();
    const done = next(old.state, { runs: [run("completed", "success", { attempt: 2 })] }, 18_000);
    expect(done.verdict?.result).toBe("success");
  });

  it("knows an environment's approval", () => {
    const waiting = createMachine("one")(undefined, { runs: [run("waiting", "", { url: "https://github.com/x" })] }, 0);
    expect(waiting).toMatchObject({ pace: "blocked", progress: "waiting" });
    expect(waiting.warnings?.[0]).toContain("https://github.com/x");
  });

  it("takes a conclusion for nothing before the run is completed", () => {
    expect(standingOf({ status: "in_progress", conclusion: "success" })).toBe("open");
  });
});
