import { describe, expect, it } from "@jest/globals";
import type { Clock } from "@handrail/runner";
import type { Target } from "../../wait/target.ts";
import { answering, fromSegments } from "../aws-fixture.ts";
import type { Call } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import type { Ops, Told } from "../replay-fixture.ts";
import { createCloudformationTarget } from "./target.ts";

const at = (seconds: number): string => new Date(Date.parse("2026-11-22T12:00:00Z") + seconds * 1000).toISOString();
const ARN = "arn:aws:cloudformation:eu-west-1:111122223333:stack/s/1";
const stack = (StackStatus: string, more: Record<string, unknown> = {}) => ({
  Stacks: [{ StackName: "s", StackId: "id", StackStatus, ...more }],
});
const GONE = { name: "ValidationError", httpStatus: 400, message: "Stack with id s does not exist" };
const DENIED = { name: "AccessDenied", httpStatus: 403, message: "not authorized" };

function open(ops: Ops): { target: Target; clock: Clock; calls: Call[] } {
  const clock = autoClock();
  const { ask, calls } = answering(fromSegments(ops), clock);
  return { target: createCloudformationTarget({ stack: "s" }, doorsWith(clock, { ask })), clock, calls };
}

async function run(ops: Ops, timeoutS?: number): Promise<Told & { calls: readonly Call[] }> {
  const { target, clock, calls } = open(ops);
  return { ...(await play(target, clock, { timeoutS, calls })), calls };
}

type Case = {
  name: string;
  ops: Ops;
  timeoutS?: number;
  result: string;
  truthAt: number;
  late: number;
  mention?: string[];
};

const cases: Case[] = [
  {
    name: "cfn-ok",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_IN_PROGRESS") },
        { t: 100, body: stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS") },
        { t: 160, body: stack("UPDATE_COMPLETE") },
      ],
    },
    result: "success",
    truthAt: 160,
    late: 10,
  },
  {
    name: "cfn-stale",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_COMPLETE"), n: 1 },
        { t: 0, body: stack("UPDATE_IN_PROGRESS") },
        { t: 100, body: stack("UPDATE_ROLLBACK_IN_PROGRESS") },
        { t: 160, body: stack("UPDATE_ROLLBACK_COMPLETE") },
      ],
      DescribeEvents: [
        { t: 0, body: { OperationEvents: [] } },
        {
          t: 100,
          body: {
            OperationEvents: [
              {
                LogicalResourceId: "Service",
                ResourceStatus: "UPDATE_FAILED",
                ResourceStatusReason: "Resource handler returned message: 'first failed resource'",
              },
            ],
          },
        },
      ],
    },
    result: "rolled-back",
    truthAt: 100,
    late: 10,
    mention: ["first failed resource"],
  },
  {
    name: "cfn-stuck",
    ops: { DescribeStacks: [{ t: 0, body: stack("UPDATE_IN_PROGRESS") }] },
    timeoutS: 900,
    result: "timeout",
    truthAt: 900,
    late: 5,
    mention: ["timeout"],
  },
  {
    name: "cfn-503-3min",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_IN_PROGRESS") },
        { t: 20, error: { name: "ServiceUnavailable", httpStatus: 503, message: "ServiceUnavailable" } },
        { t: 200, body: stack("UPDATE_IN_PROGRESS") },
        { t: 300, body: stack("UPDATE_COMPLETE") },
      ],
    },
    result: "success",
    truthAt: 300,
    late: 20,
  },
  {
    name: "nothing to change",
    ops: { DescribeStacks: [{ t: 0, body: stack("UPDATE_COMPLETE", { LastUpdatedTime: at(-9000) }) }] },
    result: "noop",
    truthAt: 60,
    late: 5,
    mention: ["no new operation"],
  },
  {
    name: "nothing begun on a stack that was rolled back before",
    ops: { DescribeStacks: [{ t: 0, body: stack("UPDATE_ROLLBACK_COMPLETE", { LastUpdatedTime: at(-9000) }) }] },
    result: "rolled-back",
    truthAt: 60,
    late: 5,
    mention: ["no new operation"],
  },
  {
    name: "a change set that nobody executes",
    ops: { DescribeStacks: [{ t: 0, body: stack("REVIEW_IN_PROGRESS", { CreationTime: at(0) }) }] },
    result: "not-found",
    truthAt: 60,
    late: 5,
    mention: ["change set"],
  },
  {
    name: "done before the wait",
    ops: { DescribeStacks: [{ t: 0, body: stack("UPDATE_COMPLETE", { LastUpdatedTime: at(-20) }) }] },
    result: "success",
    truthAt: 0,
    late: 10,
  },
  {
    name: "no such stack",
    ops: { DescribeStacks: [{ t: 0, error: GONE }] },
    result: "not-found",
    truthAt: 60,
    late: 5,
  },
  { name: "empty answers", ops: {}, result: "not-found", truthAt: 60, late: 5 },
  {
    name: "a stack that is deleted",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("DELETE_IN_PROGRESS", { CreationTime: at(-9000), DeletionTime: at(0) }) },
        { t: 50, body: stack("DELETE_COMPLETE", { CreationTime: at(-9000), DeletionTime: at(0) }) },
      ],
    },
    result: "success",
    truthAt: 50,
    late: 10,
  },
  {
    name: "a stack that is deleted and known by its name alone",
    ops: {
      DescribeStacks: [
        { t: 0, body: { Stacks: [{ StackStatus: "DELETE_IN_PROGRESS" }] } },
        { t: 50, error: GONE },
      ],
    },
    result: "success",
    truthAt: 50,
    late: 16,
  },
  {
    name: "a creation that deletes what failed, seen from its deletion on",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("DELETE_IN_PROGRESS", { CreationTime: at(-20), DeletionTime: at(-1) }) },
        { t: 50, body: stack("DELETE_COMPLETE", { CreationTime: at(-20), DeletionTime: at(-1) }) },
      ],
      DescribeStackEvents: [
        {
          t: 0,
          body: {
            StackEvents: [
              ["DELETE_IN_PROGRESS", -1],
              ["CREATE_FAILED", -3],
              ["CREATE_IN_PROGRESS", -20],
            ].map(([ResourceStatus, seconds]) => ({
              StackId: "id",
              PhysicalResourceId: "id",
              ResourceType: "AWS::CloudFormation::Stack",
              ResourceStatus,
              Timestamp: at(Number(seconds)),
            })),
          },
        },
      ],
    },
    result: "failed",
    truthAt: 0,
    late: 1,
    mention: ["CREATE_FAILED"],
  },
  {
    name: "deleted while an update was waited for",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_IN_PROGRESS") },
        { t: 50, body: stack("DELETE_IN_PROGRESS") },
      ],
    },
    result: "failed",
    truthAt: 50,
    late: 10,
    mention: ["deleted"],
  },
  {
    name: "gone while an update was waited for",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_IN_PROGRESS") },
        { t: 50, error: GONE },
      ],
    },
    result: "failed",
    truthAt: 70,
    late: 10,
    mention: ["was deleted while its update"],
  },
  {
    name: "a status of the future",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_IN_PROGRESS") },
        { t: 50, body: stack("UPDATE_MARVELLOUS") },
        { t: 90, body: stack("UPDATE_COMPLETE") },
      ],
    },
    result: "success",
    truthAt: 90,
    late: 10,
    mention: ["UPDATE_MARVELLOUS"],
  },
  {
    name: "somebody else's update after ours, which failed unseen",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_IN_PROGRESS", { LastUpdatedTime: at(-5) }) },
        { t: 20, error: { name: "ServiceUnavailable", httpStatus: 503, message: "" } },
        { t: 200, body: stack("UPDATE_COMPLETE", { LastUpdatedTime: at(150) }) },
      ],
      DescribeStackEvents: [
        {
          t: 0,
          body: {
            StackEvents: [
              ["UPDATE_COMPLETE", 190],
              ["UPDATE_IN_PROGRESS", 150],
              ["UPDATE_ROLLBACK_COMPLETE", 100],
              ["UPDATE_ROLLBACK_IN_PROGRESS", 50],
              ["UPDATE_IN_PROGRESS", -5],
            ].map(([ResourceStatus, seconds]) => ({
              StackId: "id",
              PhysicalResourceId: "id",
              ResourceType: "AWS::CloudFormation::Stack",
              ResourceStatus,
              Timestamp: at(Number(seconds)),
            })),
          },
        },
      ],
    },
    result: "rolled-back",
    truthAt: 200,
    late: 15,
    mention: ["UPDATE_ROLLBACK_IN_PROGRESS"],
  },
  {
    name: "the same without the permission to read events",
    ops: {
      DescribeStacks: [
        { t: 0, body: stack("UPDATE_IN_PROGRESS", { LastUpdatedTime: at(-5) }) },
        { t: 20, error: { name: "ServiceUnavailable", httpStatus: 503, message: "" } },
        { t: 200, body: stack("UPDATE_COMPLETE", { LastUpdatedTime: at(150) }) },
      ],
      DescribeStackEvents: [{ t: 0, error: DENIED }],
    },
    result: "superseded",
    truthAt: 200,
    late: 15,
    mention: ["another operation began", "cloudformation:DescribeStackEvents"],
  },
];

describe("cloudformation", () => {
  it.each(cases)("$name", async ({ ops, timeoutS, result, truthAt, late, mention = [] }) => {
    const replayed = await run(ops, timeoutS);
    expect(replayed.verdict.result).toBe(result);
    expect(replayed.endedS).toBeGreaterThanOrEqual(truthAt);
    expect(replayed.endedS).toBeLessThanOrEqual(truthAt + late);
    for (const words of mention) expect(replayed.said).toContain(words);
    expect(replayed.looked).toBeLessThanOrEqual(Math.max(50, (1.7 * replayed.endedS) / 15));
    expect(replayed.calls.length - replayed.looked).toBeLessThanOrEqual(8);
  });

  const failing = { DescribeStacks: [{ t: 0, body: stack("UPDATE_ROLLBACK_IN_PROGRESS", { StackId: ARN }) }] };
  const event = (more: Record<string, unknown>) => ({ StackId: ARN, ResourceStatus: "UPDATE_FAILED", ...more });
  const events = [
    event({ LogicalResourceId: "s", PhysicalResourceId: ARN, ResourceType: "AWS::CloudFormation::Stack" }),
    event({ LogicalResourceId: "Queue", ResourceStatusReason: "Resource creation cancelled" }),
    event({ LogicalResourceId: "Late", ResourceType: "AWS::SNS::Topic", ResourceStatusReason: "later" }),
    event({ LogicalResourceId: "Db", ResourceType: "AWS::RDS::DBInstance", ResourceStatusReason: "no such class" }),
  ];

  it("names the resource that failed first, without what was only cancelled", async () => {
    const { diagnosis } = await run({ ...failing, DescribeEvents: [{ t: 0, body: { OperationEvents: events } }] });
    expect(diagnosis.causes).toEqual([
      "Db (AWS::RDS::DBInstance) UPDATE_FAILED: no such class",
      "Late (AWS::SNS::Topic) UPDATE_FAILED: later",
    ]);
    expect(diagnosis.links?.[0]?.url).toContain(encodeURIComponent(ARN));
  });

  it.each([
    ["denied", { error: DENIED }, ["cloudformation:DescribeEvents"]],
    ["not known in this Region", { error: { name: "InvalidAction", httpStatus: 400, message: "" } }, undefined],
    ["empty", { body: {} }, undefined],
  ])("asks the stack's events when the operation's are %s", async (_, answer, missing) => {
    const { diagnosis } = await run({
      ...failing,
      DescribeEvents: [{ t: 0, ...answer }],
      DescribeStackEvents: [{ t: 0, body: { StackEvents: events } }],
    });
    expect(diagnosis.causes[0]).toContain("no such class");
    expect(diagnosis.missingPermissions).toEqual(missing);
  });

  it("looks into a nested stack", async () => {
    const nested = event({
      LogicalResourceId: "Data",
      PhysicalResourceId: `${ARN}2`,
      ResourceType: "AWS::CloudFormation::Stack",
      ResourceStatusReason: "Embedded stack was not successfully updated",
    });
    const { diagnosis } = await run({
      ...failing,
      DescribeEvents: [
        { t: 0, n: 1, body: { OperationEvents: [nested] } },
        { t: 0, body: { OperationEvents: [event({ LogicalResourceId: "Table", ResourceStatusReason: "denied" })] } },
      ],
    });
    expect(diagnosis.causes).toEqual([
      "Data/Table UPDATE_FAILED: denied",
      "Data (AWS::CloudFormation::Stack) UPDATE_FAILED: Embedded stack was not successfully updated",
    ]);
  });

  it.each([
    ["an update", "UPDATE_IN_PROGRESS", true, "rolls the update back"],
    ["a creation", "CREATE_IN_PROGRESS", false, "the stack is CREATE_IN_PROGRESS"],
    ["what was never seen", "", true, "was accepted"],
  ])("stops %s as far as CloudFormation can", async (_, status, isAccepted, words) => {
    const { target, calls } = open({ DescribeStacks: [{ t: 0, body: stack(status) }] });
    if (status !== "") await target.look(["s"], 0);
    const report = await target.stop("s", "stop");
    expect(report.isAccepted).toBe(isAccepted);
    expect(report.told).toContain(words);
    expect(calls.some(({ operation }) => operation === "CancelUpdateStack")).toBe(isAccepted);
  });

  it("tells why stopping was refused", async () => {
    const { target } = open({ CancelUpdateStack: [{ t: 0, error: DENIED }] });
    const report = await target.stop("s", "rollback");
    expect(report).toEqual({
      isAccepted: false,
      told: "CancelUpdateStack was not accepted: AccessDenied not authorized",
    });
  });
});
