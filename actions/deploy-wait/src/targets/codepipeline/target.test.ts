/** The target as a whole: the cases of deploy-scenarios.json, follow, why an execution failed, and how it is stopped. */
import { describe, expect, it } from "@jest/globals";
import { answering, fault, playScenario } from "../aws-fixture.ts";
import type { Answerer } from "../aws-fixture.ts";
import { autoClock, callBudget, doorsWith, play, scenarios } from "../replay-fixture.ts";
import type { Target } from "../../wait/target.ts";
import type { PipelineSettings } from "./state.ts";
import { createCodepipelineTarget } from "./target.ts";

type Opened = { target: Target; clock: Parameters<typeof play>[1]; calls: ReturnType<typeof answering>["calls"] };

function open(answers: Readonly<Record<string, Answerer>>, more: Partial<PipelineSettings> = {}): Opened {
  const clock = autoClock();
  const { ask, calls } = answering(answers, clock);
  const settings = { pipeline: "p", executionId: "e1", onSuperseded: "fail" as const, ...more };
  return { target: createCodepipelineTarget(settings, doorsWith(clock, { ask })), clock, calls };
}

const of = (id: string, status: string, more: Record<string, unknown> = {}): unknown => ({
  pipelineExecution: { pipelineName: "p", pipelineExecutionId: id, status, ...more },
});
/** An execution that ends so at an instant (s). */
const ends =
  (status: string, at: number, more: Record<string, unknown> = {}): Answerer =>
  (_input, now) =>
    now < at ? of("e1", "InProgress") : of("e1", status, more);
const line = (
  id: string,
  revision: string,
  status: string,
  startTime: number,
  more: Record<string, unknown> = {},
): unknown => ({
  pipelineExecutionId: id,
  status,
  startTime,
  sourceRevisions: [{ actionName: "Source", revisionId: revision, revisionSummary: `change ${revision}` }],
  ...more,
});
const deny = (action: string) => () => {
  throw fault("denied", "AccessDeniedException", action);
};

describe("the visible cases", () => {
  it.each(scenarios("cp-").map((each) => [each.id, each] as const))("%s", async (_id, scenario) => {
    const { expected } = scenario;
    const { pipeline = "", "execution-id": executionId = "", "on-superseded": onSuperseded } = scenario.with;
    const settings = {
      pipeline,
      executionId,
      onSuperseded: onSuperseded === "follow" ? onSuperseded : "fail",
    } as const;
    const told = await playScenario(scenario, (doors) => createCodepipelineTarget(settings, doors));
    expect(told.verdict.result).toBe(expected.result);
    expect(told.endedS).toBeGreaterThanOrEqual(expected.truthAt);
    expect(told.endedS).toBeLessThanOrEqual(expected.truthAt + expected.maxDetectionLatencyS);
    for (const text of expected.mustMention ?? []) expect(told.said).toContain(text);
    // A blocked execution is looked at with two calls now and then.
    expect(told.calls.length).toBeLessThanOrEqual(1.2 * callBudget(expected.truthAt));
  });
});

describe("superseded", () => {
  const listing =
    (...lines: readonly unknown[]) =>
    () => ({ pipelineExecutionSummaries: lines });
  const two = listing(
    line("e2", "b", "InProgress", 20),
    line("e1", "a", "Superseded", 10),
    line("e0", "z", "Succeeded", 5),
  );

  it("names the newer execution", async () => {
    const { target, clock } = open({ GetPipelineExecution: ends("Superseded", 60), ListPipelineExecutions: two });
    const { verdict, endedS } = await play(target, clock);
    expect(verdict).toMatchObject({
      result: "superseded",
      cause: 'superseded by the newer execution e2 (revision b "change b")',
    });
    expect(endedS).toBeLessThan(70);
  });

  it("needs no listing", async () => {
    const { target, clock } = open({
      GetPipelineExecution: ends("Superseded", 60),
      ListPipelineExecutions: deny("codepipeline:ListPipelineExecutions"),
    });
    const { verdict, said } = await play(target, clock);
    expect(verdict.result).toBe("superseded");
    expect(said).toContain("codepipeline:ListPipelineExecutions is not allowed");
  });

  it("follows the newer one, again and again", async () => {
    const { target, clock } = open(
      {
        GetPipelineExecution: ({ pipelineExecutionId: id }, now) => {
          if (id === "e1") return now < 60 ? of("e1", "InProgress") : of("e1", "Superseded");
          if (id === "e2") return now < 120 ? of("e2", "InProgress") : of("e2", "Superseded");
          return now < 200 ? of("e3", "InProgress") : of("e3", "Succeeded");
        },
        ListPipelineExecutions: (_input, now) =>
          now < 120
            ? two()
            : listing(
                line("e3", "c", "InProgress", 30),
                line("e2", "b", "Superseded", 20),
                line("e1", "a", "Superseded", 10),
              )(),
      },
      { onSuperseded: "follow" },
    );
    const { verdict, said, endedS, course } = await play(target, clock);
    expect(verdict).toMatchObject({ result: "success" });
    expect(endedS).toBeGreaterThanOrEqual(200);
    expect(endedS).toBeLessThan(210);
    expect(said).toContain("Execution e1 was superseded: the newer execution e2");
    expect(said).toContain("Execution e2 was superseded: the newer execution e3");
    expect(course.facts).toMatchObject({ pinned: "e1", followed: "e3" });
    expect(await target.stop("p/e1", "stop")).toMatchObject({ isAccepted: false });
  });

  it.each([
    ["lacks our revision", line("e2", "z", "InProgress", 20)],
    ["is a rollback", line("e2", "z", "InProgress", 20, { executionType: "ROLLBACK" })],
  ])("does not follow one that %s", async (_words, newer) => {
    const { target, clock } = open(
      {
        GetPipelineExecution: ({ pipelineExecutionId: id }, now) =>
          id === "e1" && now < 60 ? of("e1", "InProgress") : of(String(id), id === "e1" ? "Superseded" : "Succeeded"),
        ListPipelineExecutions: listing(newer, line("e1", "a", "Superseded", 10), line("e0", "z", "Succeeded", 5)),
      },
      { onSuperseded: "follow" },
    );
    const { verdict, endedS } = await play(target, clock);
    expect(verdict.result).toBe("superseded");
    expect(verdict.cause).toContain("does not hold our revision");
    expect(endedS).toBeLessThan(70);
  });

  it.each([
    ["b", "success"],
    ["z", "superseded"],
    [undefined, "success"],
  ])("proves revisions that are told late (%s)", async (revision, result) => {
    const bare = { pipelineExecutionId: "e2", status: "InProgress", startTime: 20 };
    const rest = [line("e1", "a", "Superseded", 10), line("e0", "z", "Succeeded", 5)];
    const { target, clock } = open(
      {
        GetPipelineExecution: ({ pipelineExecutionId: id }, now) =>
          id === "e1"
            ? of("e1", now < 60 ? "InProgress" : "Superseded")
            : of("e2", now < 100 ? "InProgress" : "Succeeded"),
        ListPipelineExecutions: (_input, now) => ({
          pipelineExecutionSummaries: [
            now < 99 || revision === undefined ? bare : line("e2", revision, "Succeeded", 20),
            ...rest,
          ],
        }),
      },
      { onSuperseded: "follow" },
    );
    expect((await play(target, clock)).verdict.result).toBe(result);
  });

  it("gives up when no newer one is listed", async () => {
    const { target, clock } = open({ GetPipelineExecution: ends("Superseded", 60) }, { onSuperseded: "follow" });
    const { verdict, endedS } = await play(target, clock);
    expect(verdict).toMatchObject({ result: "superseded" });
    expect(endedS).toBeLessThan(80);
  });
});

const failedAction = (provider: string, externalExecutionId: string, more: Record<string, unknown> = {}): unknown => ({
  pipelineExecutionId: "e1",
  stageName: "Build",
  actionName: "Compile",
  status: "Failed",
  input: { actionTypeId: { category: "Build", provider } },
  output: {
    executionResult: {
      externalExecutionId,
      externalExecutionUrl: "https://console.example/build",
      errorDetails: { code: "JobFailed", message: "Build terminated with state: FAILED" },
      ...more,
    },
  },
});

describe("failed", () => {
  it("names the action, and the build's own cause", async () => {
    const build = {
      id: "proj:1",
      buildStatus: "FAILED",
      phases: [
        { phaseType: "BUILD", phaseStatus: "FAILED", contexts: [{ statusCode: "E", message: "make: Error 2" }] },
      ],
      logs: { groupName: "g", streamName: "s" },
    };
    const { target, clock, calls } = open({
      GetPipelineExecution: ends("Failed", 60),
      ListActionExecutions: () => ({ actionExecutionDetails: [failedAction("CodeBuild", "proj:1")] }),
      BatchGetBuilds: () => ({ builds: [build] }),
      GetLogEvents: () => ({ events: [{ message: "the last line" }] }),
    });
    const { verdict, diagnosis, endedS } = await play(target, clock);
    expect(verdict).toMatchObject({
      result: "failed",
      cause: "stage Build, action Compile: JobFailed: Build terminated with state: FAILED",
    });
    expect(diagnosis.causes).toEqual(["build proj:1 FAILED in phase BUILD: E: make: Error 2"]);
    expect(diagnosis.logLines).toEqual(["the last line"]);
    expect(diagnosis.links?.map(({ url }) => url)).toContain("https://console.example/build");
    expect(endedS).toBeLessThan(70);
    expect(calls.filter(({ at }) => at >= endedS).length).toBeLessThanOrEqual(3 + 8);
  });

  it("names the deployment's own cause", async () => {
    const { target, clock } = open({
      GetPipelineExecution: ends("Failed", 60),
      ListActionExecutions: () => ({ actionExecutionDetails: [failedAction("CodeDeployToECS", "d-1")] }),
      GetDeployment: () => ({
        deploymentInfo: {
          deploymentId: "d-1",
          status: "Failed",
          errorInformation: { code: "ALARM_ACTIVE", message: "One or more alarms" },
          rollbackInfo: { rollbackDeploymentId: "d-2" },
        },
      }),
    });
    const { diagnosis } = await play(target, clock);
    expect(diagnosis.causes).toEqual([
      "deployment d-1: ALARM_ACTIVE: One or more alarms; it is rolled back by deployment d-2",
    ]);
  });

  it("reads the log of an action that has one of its own", async () => {
    const logStreamARN = "arn:aws:logs:eu-west-1:1:log-group:/aws/codepipeline/p:log-stream:a/b";
    const { target, clock, calls } = open({
      GetPipelineExecution: ends("Failed", 60),
      ListActionExecutions: () => ({ actionExecutionDetails: [failedAction("Commands", "", { logStreamARN })] }),
      GetLogEvents: () => ({ events: [{ message: "npm ERR!" }] }),
    });
    const { diagnosis } = await play(target, clock);
    expect(diagnosis.logLines).toEqual(["npm ERR!"]);
    expect(
      calls.at(-1)?.operation === "GetLogEvents" || calls.some(({ input }) => input["logStreamName"] === "a/b"),
    ).toBe(true);
  });

  it("knows a retried action from one that failed for good", async () => {
    const again = { stageName: "Build", actionName: "Compile", status: "Succeeded", lastUpdateTime: 50 };
    const deploy = { stageName: "Prod", actionName: "Ship", status: "Failed", lastUpdateTime: 60 };
    const { target, clock } = open({
      GetPipelineExecution: ends("Failed", 60),
      ListActionExecutions: () => ({ actionExecutionDetails: [deploy, again, failedAction("CodeBuild", "")] }),
    });
    expect((await play(target, clock)).verdict.cause).toBe("stage Prod, action Ship: failed");
  });

  it("degrades when nothing more may be asked", async () => {
    const { target, clock } = open({
      GetPipelineExecution: ends("Failed", 60, { statusSummary: "it broke" }),
      GetPipelineState: deny("codepipeline:GetPipelineState"),
      ListActionExecutions: deny("codepipeline:ListActionExecutions"),
      ListPipelineExecutions: deny("codepipeline:ListPipelineExecutions"),
    });
    const { verdict, said, course } = await play(target, clock);
    expect(verdict).toMatchObject({ result: "failed", cause: "it broke" });
    for (const action of ["GetPipelineState", "ListActionExecutions", "ListPipelineExecutions"]) {
      expect(said).toContain(`codepipeline:${action} is not allowed`);
    }
    expect(course.warnings).toHaveLength(3);
  });

  it("tells without them when the lists do not answer", async () => {
    const broken = (): never => {
      throw fault("unavailable", "ServiceUnavailable");
    };
    const { target, clock } = open({
      GetPipelineExecution: ends("Failed", 60),
      ListActionExecutions: broken,
      ListPipelineExecutions: broken,
    });
    const { verdict, endedS } = await play(target, clock);
    expect(verdict.result).toBe("failed");
    expect(endedS).toBeLessThan(75);
  });
});

describe("without a pin", () => {
  const began = Date.parse("2026-11-22T12:00:00Z") / 1000;
  const none = { executionId: "" };
  const unpinned = (answers: Readonly<Record<string, Answerer>>): Opened => open(answers, none);

  it("waits for the newest that began after the wait, and for no rollback of it", async () => {
    const { target, clock } = unpinned({
      ListPipelineExecutions: (_input, now) => ({
        pipelineExecutionSummaries: [
          ...(now < 20 ? [] : [line("e3", "a", "InProgress", began + 20, { executionType: "ROLLBACK" })]),
          ...(now < 5 ? [] : [line("e2", "b", "InProgress", began + 2)]),
          line("e1", "a", "Succeeded", began - 100),
        ],
      }),
      GetPipelineExecution: ({ pipelineExecutionId: id }, now) =>
        of(String(id), id === "e2" && now > 50 ? "Failed" : "InProgress"),
    });
    const { verdict, course } = await play(target, clock);
    expect(verdict.result).toBe("rolled-back");
    expect(course.facts).toMatchObject({ pinned: "e2" });
  });

  it("is a noop when there is none within a minute", async () => {
    const { target, clock } = unpinned({
      ListPipelineExecutions: () => ({ pipelineExecutionSummaries: [line("e1", "a", "Succeeded", began - 100)] }),
    });
    const { verdict, endedS } = await play(target, clock);
    expect(verdict).toMatchObject({ result: "noop" });
    expect(verdict.cause).toContain("no new deployment");
    expect(endedS).toBeLessThan(65);
  });

  it("does not find a pipeline that does not exist, and may have to be allowed to look", async () => {
    const missing = unpinned({
      ListPipelineExecutions: () => {
        throw fault("refused", "PipelineNotFoundException");
      },
    });
    expect((await play(missing.target, missing.clock)).verdict.result).toBe("not-found");
    const denied = unpinned({ ListPipelineExecutions: deny("codepipeline:ListPipelineExecutions") });
    expect((await play(denied.target, denied.clock)).verdict.result).toBe("access-denied");
    expect(await denied.target.stop("p", "stop")).toMatchObject({ isAccepted: false });
  });
});

describe("calls", () => {
  it("stay within the budget while a pipeline moves through its stages", async () => {
    const stages = ["Source", "Build", "Test", "Deploy"];
    for (const endsAt of [120, 600, 1800]) {
      const last = endsAt - 45;
      const begins = [0, last / 3, (2 * last) / 3, last, endsAt];
      const { target, clock, calls } = open({
        GetPipelineExecution: ends("Succeeded", endsAt),
        GetPipelineState: (_input, now) => ({
          stageStates: stages.map((stageName, at) => {
            const isOurs = now >= (begins[at] ?? 0);
            const status = isOurs && now < (begins[at + 1] ?? 0) ? "InProgress" : "Succeeded";
            return { stageName, latestExecution: { pipelineExecutionId: isOurs ? "e1" : "e0", status } };
          }),
        }),
      });
      const { verdict, endedS } = await play(target, clock, { timeoutS: 3600 });
      expect(verdict.result).toBe("success");
      expect(endedS - endsAt).toBeLessThanOrEqual(2.5);
      expect(calls.length).toBeLessThanOrEqual(callBudget(endsAt) * 1.3);
    }
  });
});

describe("stop", () => {
  it("asks to finish what runs, also before anything was seen", async () => {
    const { target, calls } = open({});
    expect(await target.stop("p/e1", "stop")).toEqual({ isAccepted: true, told: "StopPipelineExecution was accepted" });
    expect(calls).toMatchObject([
      {
        operation: "StopPipelineExecution",
        input: { pipelineName: "p", pipelineExecutionId: "e1", abandon: false, reason: "stopped by deploy-wait" },
      },
    ]);
    expect((await target.stop("p/e1", "rollback")).told).toContain("configure it");
  });
});
