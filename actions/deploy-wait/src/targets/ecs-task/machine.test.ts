import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { parseTask } from "@handrail/aws";
import type { Step } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { next } from "./machine.ts";
import type { TaskRead, TaskSnapshot, TaskState } from "./machine.ts";
import { askModel, MODEL_TASK, taskModels, truthOf } from "./model-fixture.ts";
import type { TaskModel } from "./model-fixture.ts";
import { outcomeOf } from "./outcome.ts";
import { readTasks, snapshotOf } from "./read.ts";

const subject = { asked: MODEL_TASK, id: "ours", region: "eu-west-1" };
const item = { id: "ours", label: "task ours" };
const gaps = { now: 0, near: 2500, starting: 3000, moving: 9300, blocked: 9300, far: 15_000 };

/** Looks as the loop would, until there is a verdict or it is `until`. */
async function drive(model: TaskModel, until: number): Promise<{ verdict?: Verdict; at: number }> {
  let at = 0;
  let step: Step<TaskState, TaskRead> | undefined;
  const ask = askModel(model, () => at);
  while (at < until) {
    const reads = step?.reads ?? (["task"] as const);
    const { looks } = await readTasks(ask, "prod", [{ item, subject, state: step?.state, reads }]);
    const look = looks.get("ours");
    if (look !== undefined && "snapshot" in look) step = next(step?.state, look.snapshot, at);
    if (step?.verdict !== undefined) return { verdict: step.verdict, at };
    at += gaps[step?.pace ?? "starting"];
  }
  return { at };
}

describe("the machine of ecs-task", () => {
  it("has no false success, tells nothing before it is so, and ends with what is so", async () => {
    const property = fc.asyncProperty(taskModels, async (model) => {
      const truth = truthOf(model);
      const { verdict, at } = await drive(model, truth.at + 900_000);
      if (verdict !== undefined && isGood(verdict.result)) {
        expect(truth.isGood).toBe(true);
        expect(at).toBeGreaterThanOrEqual(truth.at);
      }
      const isVisible = model.looks.filter(({ shape }) => shape === "right").length > model.looks.length * 0.7;
      if (isVisible && verdict?.result !== "not-found") expect(verdict).toBeDefined();
      const isTold = model.tells === "answer" || model.tells === "definition";
      const isClear = isVisible && isTold && model.stopCode === "EssentialContainerExited";
      const isWhole = model.looks.every(({ shape }) => shape === "right");
      if (isClear && isWhole) expect(verdict?.result).toBe(truth.isGood ? "success" : "failed");
    });
    await fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });

  it("never ends well on answers that tell nothing, and never throws", () => {
    const task = fc.record({ taskArn: fc.constant(MODEL_TASK), lastStatus: fc.anything(), containers: fc.anything() });
    const answers = fc.array(fc.oneof(fc.anything(), fc.record({ tasks: fc.array(task) })), { maxLength: 30 });
    const property = fc.property(answers, (list) => {
      let state: TaskState | undefined;
      for (const [index, answer] of list.entries()) {
        const step = next(state, snapshotOf(answer, subject), index * 9000);
        expect(isGood(step.verdict?.result ?? "failed")).toBe(false);
        if (step.verdict !== undefined) return;
        state = step.state;
      }
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

type Told = { name: string; exitCode?: number; reason?: string; essential?: boolean };
const stopped = (stopCode: string, ...containers: Told[]) =>
  parseTask({ taskArn: MODEL_TASK, lastStatus: "STOPPED", stopCode, containers });
const ENDED = "EssentialContainerExited";
const done = { name: "migrate", exitCode: 0 };

describe("outcomeOf", () => {
  it.each<[string, string, Told[], string]>([
    ["all zero", ENDED, [done, { name: "b", exitCode: 0 }], "success"],
    ["all zero, no stop code", "", [done], "success"],
    ["a codeless sidecar, no stop code", "", [done, { name: "otel", essential: false }], "untold"],
    ["not by itself", "SpotInterruption", [done], "failed"],
    ["an unknown stop code", "MeteorStrike", [done], "failed"],
    ["by a person", "UserInitiated", [done], "stopped"],
    ["one failed", ENDED, [{ name: "migrate", exitCode: 1 }], "failed"],
    [
      "the essential one failed",
      ENDED,
      [
        { ...done, exitCode: 2, essential: true },
        { name: "x", exitCode: 0 },
      ],
      "failed",
    ],
    ["an essential one without a code", ENDED, [done, { name: "x", essential: true }], "untold"],
    [
      "an essential one that could not start",
      ENDED,
      [done, { name: "x", essential: true, reason: "Cannot" }],
      "failed",
    ],
    ["another without a code", ENDED, [done, { name: "x" }], "unclear"],
    ["another that failed", ENDED, [done, { name: "x", exitCode: 143 }], "unclear"],
    ["a sidecar that failed", ENDED, [done, { name: "x", exitCode: 143, essential: false }], "success"],
    ["no codes at all", ENDED, [{ name: "migrate" }], "untold"],
    ["no containers", ENDED, [], "untold"],
    ["only what does not count", ENDED, [{ ...done, essential: false }], "untold"],
    ["the agent of GuardDuty", ENDED, [done, { name: "aws-guardduty-agent-AbC1" }], "success"],
  ])("%s", (_name, stopCode, containers, is) => {
    expect(outcomeOf(stopped(stopCode, ...containers)).is).toBe(is);
  });

  it("warns of containers that do not count, not of those that ECS ended", () => {
    const sidecars = [
      { name: "otel", essential: false },
      { name: "fluent", essential: false, exitCode: 2, reason: "odd" },
      { name: "envoy", essential: false, exitCode: 143 },
    ];
    expect(outcomeOf(stopped(ENDED, done, ...sidecars))).toEqual({
      is: "success",
      warnings: [
        "Container otel has no exit code; it is not essential, and the task counts as successful without it",
        "Container fluent ended with exit code 2 (odd); it is not essential",
      ],
    });
  });
});

describe("next", () => {
  const at = (...seen: [number, Omit<TaskSnapshot, "asked">][]): Step<TaskState, TaskRead> => {
    let step: Step<TaskState, TaskRead> | undefined;
    for (const [ms, snapshot] of seen) step = next(step?.state, { asked: "ours", ...snapshot }, ms);
    if (step === undefined) throw new TypeError("nothing was seen");
    return step;
  };
  const running = parseTask({ taskArn: MODEL_TASK, lastStatus: "RUNNING", containers: [{ name: "migrate" }] });
  const unclear = { ...stopped(ENDED, done, { name: "x" }), taskDefinitionArn: "arn:db:7" };

  it.each<[string, [number, Omit<TaskSnapshot, "asked">][], string | undefined, string]>([
    [
      "a task that is not there is asked again",
      [
        [0, { missing: "MISSING" }],
        [19_000, { missing: "MISSING" }],
      ],
      undefined,
      "starting",
    ],
    [
      "then it is not found",
      [
        [0, { missing: "MISSING" }],
        [20_000, { missing: "MISSING" }],
      ],
      "not-found",
      "starting",
    ],
    [
      "one that came late is followed",
      [
        [0, { missing: "MISSING" }],
        [21_000, { task: running }],
      ],
      undefined,
      "moving",
    ],
    [
      "one that goes is asked again",
      [
        [0, { task: running }],
        [9000, { missing: "M" }],
        [68_000, { missing: "M" }],
      ],
      undefined,
      "moving",
    ],
    [
      "then its end is unknown",
      [
        [0, { task: running }],
        [9000, { missing: "M" }],
        [69_000, { missing: "M" }],
      ],
      "inconclusive",
      "moving",
    ],
    [
      "empty answers are waited on",
      [
        [0, {}],
        [59_000, {}],
      ],
      undefined,
      "starting",
    ],
    [
      "not for ever",
      [
        [0, {}],
        [60_000, {}],
      ],
      "not-found",
      "moving",
    ],
    ["what is essential is asked", [[0, { task: unclear }]], undefined, "now"],
    [
      "and a no is taken",
      [
        [0, { task: unclear }],
        [1, { essentials: { lack: "denied", isPassing: false } }],
      ],
      "inconclusive",
      "moving",
    ],
    [
      "and the answer counts",
      [
        [0, { task: unclear }],
        [1, { essentials: new Set(["migrate"]) }],
      ],
      "success",
      "moving",
    ],
    [
      "late codes are waited for",
      [
        [0, { task: stopped(ENDED) }],
        [5000, {}],
      ],
      undefined,
      "near",
    ],
    [
      "not for ever",
      [
        [0, { task: stopped(ENDED) }],
        [12_000, {}],
      ],
      "failed",
      "moving",
    ],
    ["what stops is near its end", [[0, { task: { ...running, lastStatus: "DEPROVISIONING" } }]], undefined, "near"],
  ])("%s", (_name, seen, result, pace) => {
    const step = at(...seen);
    expect(step.verdict?.result).toBe(result);
    expect(step.pace).toBe(pace);
  });

  it("asks for the definition three times when it has no answer, then goes without", () => {
    const passing = { essentials: { lack: "throttled", isPassing: true } };
    const looks: [number, Omit<TaskSnapshot, "asked">][] = [
      [0, { task: unclear }],
      [1, passing],
      [2, passing],
    ];
    expect(at(...looks).reads).toEqual(["definition"]);
    expect(at(...looks, [3, passing])).toMatchObject({ verdict: { result: "inconclusive" }, warnings: ["throttled"] });
  });

  it("tells what it saw, and warns of what it does not know", () => {
    const step = at([0, { task: { ...running, lastStatus: "DREAMING" } }]);
    expect(step).toMatchObject({
      progress: "DREAMING (migrate)",
      stage: "DREAMING",
      warnings: ['ECS tells the unknown status "DREAMING"; waiting goes on'],
      facts: { pinned: "ours" },
    });
    expect(at([0, { task: stopped(ENDED, done) }])).toMatchObject({
      progress: "STOPPED, EssentialContainerExited (migrate exit code 0)",
      facts: { "exitCode migrate": 0, stopCode: ENDED },
    });
  });
});
