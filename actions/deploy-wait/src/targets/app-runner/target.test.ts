/** The target as a whole: what is asked, and what it comes to. */
import { describe, expect, it } from "@jest/globals";
import { answering, fault } from "../aws-fixture.ts";
import type { Answerer } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import { createAppRunnerTarget } from "./target.ts";

const serviceArn = "arn:aws:apprunner:eu-central-1:111122223333:service/web/0123";

function open(answers: Readonly<Record<string, Answerer>>, operationId = "op") {
  const clock = autoClock();
  const { ask, calls } = answering(answers, clock);
  const named = (): string[] => calls.map(({ operation }) => operation);
  return { target: createAppRunnerTarget({ serviceArn, operationId }, doorsWith(clock, { ask })), clock, calls, named };
}

const list = (Status: string, more: object = {}) => ({
  OperationSummaryList: [{ Id: "op", Type: "CREATE_SERVICE", Status, ...more }],
});

describe("the target", () => {
  it("asks for the operations alone while ours is visible", async () => {
    const { target, clock, named } = open({
      ListOperations: (_input, now) => list(now < 60 ? "IN_PROGRESS" : "SUCCEEDED"),
      DescribeService: () => ({ Service: { Status: "RUNNING" } }),
    });
    const { verdict, endedS, course } = await play(target, clock);
    expect(verdict.result).toBe("success");
    expect(endedS).toBeGreaterThanOrEqual(60);
    expect(endedS).toBeLessThan(70);
    expect(new Set(named())).toEqual(new Set(["ListOperations"]));
    expect(course.facts["pinned"]).toBe("op");
  });

  it("tells what the service has become, and the end of its events", async () => {
    const { target, clock, calls } = open({
      ListOperations: () => list("FAILED"),
      DescribeService: () => ({ Service: { Status: "CREATE_FAILED" } }),
      GetLogEvents: () => ({ events: [{ message: "Health check failed on port 8080" }] }),
    });
    const { verdict, diagnosis } = await play(target, clock);
    expect(verdict).toEqual({ result: "failed", cause: "operation op (CREATE_SERVICE) is FAILED" });
    expect(diagnosis).toMatchObject({
      causes: ["the service is CREATE_FAILED"],
      logLines: ["Health check failed on port 8080"],
    });
    expect(calls.find(({ operation }) => operation === "GetLogEvents")?.input).toMatchObject({
      logGroupName: "/aws/apprunner/web/0123/service",
      logStreamName: "events",
    });
  });

  it("finds the newest operation by its time, and has nothing to do without one", async () => {
    const started = (StartedAt: string) => list("SUCCEEDED", { StartedAt });
    const first = open({ ListOperations: () => started("2026-11-22T12:00:01Z") }, "");
    expect((await play(first.target, first.clock)).verdict.result).toBe("success");
    const second = open({ ListOperations: () => started("2026-11-22T10:00:00Z") }, "");
    const { verdict, endedS } = await play(second.target, second.clock);
    expect(verdict.result).toBe("noop");
    expect(endedS).toBeGreaterThanOrEqual(60);
    expect(endedS).toBeLessThan(70);
  });

  it("turns pages only for an operation that is not on the first", async () => {
    const { target, clock, calls } = open({
      ListOperations: ({ NextToken }) =>
        NextToken === undefined ? { OperationSummaryList: [{ Id: "x" }], NextToken: "2" } : list("SUCCEEDED"),
    });
    expect((await play(target, clock)).verdict.result).toBe("success");
    expect(calls).toHaveLength(2);
  });

  it.each([
    ["refused", "ResourceNotFoundException", "not-found"],
    ["denied", "AccessDeniedException", "access-denied"],
  ] as const)("ends when the answer is %s (%s): %s", async (kind, code, result) => {
    const { target, clock } = open({
      ListOperations: () => {
        throw fault(kind, code, "apprunner:ListOperations", "words");
      },
    });
    const { verdict } = await play(target, clock);
    expect(verdict.result).toBe(result);
    expect(verdict.cause).toContain(code);
  });

  it("goes without the service's status when that may not be read, with a warning", async () => {
    const { target, clock } = open(
      {
        ListOperations: () => ({ OperationSummaryList: [] }),
        DescribeService: () => {
          throw fault("denied", "AccessDeniedException", "apprunner:DescribeService");
        },
      },
      "",
    );
    const { verdict, course } = await play(target, clock);
    expect(verdict.result).toBe("noop");
    expect(course.warnings).toEqual(["apprunner:DescribeService is not allowed: the service's status is not known"]);
  });

  it("cannot be stopped", () => {
    expect(open({}).target.canStop).toBe(false);
  });
});
