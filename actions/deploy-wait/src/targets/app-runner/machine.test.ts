import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Step } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { nextOfOperation } from "./machine.ts";
import type { AppRunnerRead, AppRunnerSnapshot, AppRunnerState } from "./machine.ts";
import { appRunnerModels, askModel, truthOf, ZERO } from "./model-fixture.ts";
import type { AppRunnerModel } from "./model-fixture.ts";
import { parseOperations, serviceOf } from "./operation.ts";
import type { Operation } from "./operation.ts";
import { readAppRunner } from "./read.ts";

const gaps = { now: 1, near: 2500, starting: 3000, far: 15_000, moving: 9300, blocked: 9300 };
const ARN = "arn:aws:apprunner:eu-west-1:111122223333:service/web/0123";

/** Looks as the loop would, until there is a verdict or it is `until`. */
async function drive(model: AppRunnerModel, until: number): Promise<{ verdict?: Verdict; at: number }> {
  let at = 0;
  let step: Step<AppRunnerState, AppRunnerRead> | undefined;
  const id = model.isPinned ? "ours" : "";
  const ask = askModel(model, () => at);
  const next = nextOfOperation(id);
  while (at < until) {
    const place = { ask, since: ZERO - 60_000, start: ZERO, serviceArn: ARN, pin: step?.state.pin ?? id };
    const { look } = await readAppRunner(place, step?.reads ?? ["operations", "service"]);
    if ("snapshot" in look) step = next(step?.state, look.snapshot, at);
    if (step?.verdict !== undefined) return { verdict: step.verdict, at };
    at += gaps[step?.pace ?? "starting"];
  }
  return { at };
}

describe("the machine of app-runner", () => {
  it("has no false success, tells nothing before it is so, and ends with what is so", async () => {
    const property = fc.asyncProperty(appRunnerModels, async (model) => {
      const truth = truthOf(model);
      const { verdict, at } = await drive(model, truth.end + 900_000);
      if (verdict !== undefined && isGood(verdict.result)) {
        expect(truth.results).toContain(verdict.result);
        expect(at).toBeGreaterThanOrEqual(truth.at);
      }
      if (model.flaws.every(({ shape }) => shape === "right")) expect(truth.results).toContain(verdict?.result);
    });
    await fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });

  it("never ends well on answers that tell nothing, and never throws", () => {
    const summary = fc.record({ Id: fc.anything(), Status: fc.anything(), StartedAt: fc.anything() });
    const answers = fc.array(fc.oneof(fc.anything(), fc.record({ OperationSummaryList: fc.array(summary) })), {
      maxLength: 30,
    });
    const property = fc.property(answers, (list) => {
      const next = nextOfOperation("op");
      let state: AppRunnerState | undefined;
      for (const [index, answer] of list.entries()) {
        const step = next(state, { since: 0, start: 0, operations: parseOperations(answer) }, index * 9000);
        expect(isGood(step.verdict?.result ?? "failed")).toBe(false);
        if (step.verdict !== undefined) return;
        state = step.state;
      }
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});

const operation = (status: string, more: Partial<Operation> = {}): Operation => ({
  id: "op",
  type: "START_DEPLOYMENT",
  status,
  startedAt: ZERO + 1000,
  ...more,
});
const before = { id: "old", startedAt: ZERO - 900_000 };
type Look = [ms: number, seen: Partial<AppRunnerSnapshot>];

function steps(id: string, looks: readonly Look[]): Step<AppRunnerState, AppRunnerRead>[] {
  const next = nextOfOperation(id);
  let state: AppRunnerState | undefined;
  return looks.map(([ms, seen]) => {
    const step = next(state, { since: ZERO - 60_000, start: ZERO, ...seen }, ms);
    state = step.state;
    return step;
  });
}

const saw = (...operations: Operation[]): Partial<AppRunnerSnapshot> => ({ operations });

describe("nextOfOperation", () => {
  it.each<[string, string, Look[], string | undefined, string?]>([
    ["succeeded", "op", [[0, saw(operation("SUCCEEDED"))]], "success"],
    ["failed", "op", [[0, saw(operation("FAILED"))]], "failed", "operation op (START_DEPLOYMENT) is FAILED"],
    ["rolling back", "op", [[0, saw(operation("ROLLBACK_IN_PROGRESS"))]], "rolled-back", "ROLLBACK_IN_PROGRESS"],
    ["rolled back", "op", [[0, saw(operation("ROLLBACK_SUCCEEDED"))]], "rolled-back"],
    ["not even rolled back", "op", [[0, saw(operation("ROLLBACK_FAILED"))]], "rollback-failed"],
    ["another one succeeded", "op", [[0, saw(operation("SUCCEEDED", { id: "x" }))]], undefined],
    ["and ours never came", "op", [[60_000, saw(operation("SUCCEEDED", { id: "x" }))]], "not-found", "no operation op"],
    ["a pinned one that is old", "old", [[0, saw(operation("SUCCEEDED", before))]], "success"],
    [
      "no service",
      "op",
      [
        [0, { missing: "NotFound: s" }],
        [60_000, { missing: "NotFound: s" }],
      ],
      "not-found",
      "NotFound: s",
    ],
    ["an unknown status", "op", [[0, saw(operation("DREAMING"))]], undefined],
    ["the newest", "", [[0, saw(operation("SUCCEEDED"), operation("FAILED", before))]], "success"],
    ["under way since long", "", [[0, saw(operation("IN_PROGRESS", before))]], undefined],
    ["a pause is no deployment", "", [[0, saw(operation("SUCCEEDED", { type: "PAUSE_SERVICE" }))]], undefined],
    ["just before the start", "", [[0, saw(operation("SUCCEEDED", { startedAt: ZERO - 5000 }))]], undefined],
    ["and nothing newer", "", [[21_000, saw(operation("SUCCEEDED", { startedAt: ZERO - 5000 }))]], "success"],
    ["nothing", "", [[59_000, saw(operation("SUCCEEDED", before))]], undefined],
    ["nothing for a minute", "", [[60_000, saw(operation("SUCCEEDED", before))]], "noop", "no operation began"],
    [
      "nothing, and the last one failed",
      "",
      [[60_000, saw(operation("FAILED", before))]],
      "failed",
      "the last operation old",
    ],
    ["nothing told", "", [[60_000, {}]], undefined],
    [
      "nothing listed, but something goes on",
      "",
      [[60_000, { ...saw(), serviceStatus: "OPERATION_IN_PROGRESS" }]],
      undefined,
    ],
    ["nothing listed", "", [[60_000, { ...saw(), serviceStatus: "RUNNING" }]], "noop"],
    ["a service that could not be created", "", [[0, { serviceStatus: "CREATE_FAILED" }]], "failed", "CREATE_FAILED"],
    ["a service that runs", "", [[0, { serviceStatus: "RUNNING" }]], undefined],
  ])("%s", (_name, id, looks, result, cause = "") => {
    const verdict = steps(id, looks).at(-1)?.verdict;
    expect(verdict?.result).toBe(result);
    if (result !== undefined) expect(verdict?.cause).toContain(cause);
  });

  it("stays with the operation that it pinned, and takes no older answer", () => {
    const [first, second, third] = steps("", [
      [0, saw(operation("IN_PROGRESS"))],
      [9000, saw(operation("SUCCEEDED", { id: "newer", startedAt: ZERO + 8000 }), operation("IN_PROGRESS"))],
      [18_000, saw(operation("PENDING"))],
    ]);
    expect(first).toMatchObject({ facts: { pinned: "op", type: "START_DEPLOYMENT" }, reads: ["operations"] });
    expect(second?.verdict).toBeUndefined();
    expect(third?.progress).toBe("IN_PROGRESS (START_DEPLOYMENT)");
  });

  it("warns of an unknown status, and of what may not be read", () => {
    const [step] = steps("op", [
      [0, { ...saw(operation("DREAMING")), lack: "apprunner:DescribeService is not allowed" }],
    ]);
    expect(step?.warnings).toEqual([expect.stringContaining("DREAMING"), expect.stringContaining("DescribeService")]);
  });
});

describe("serviceOf", () => {
  it("takes name and id out of the ARN", () => {
    expect(serviceOf(ARN)).toEqual({ name: "web", id: "0123" });
    expect(serviceOf("web")).toEqual({ name: "web", id: "" });
  });
});
