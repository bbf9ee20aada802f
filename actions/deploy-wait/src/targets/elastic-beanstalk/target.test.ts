import { describe, expect, it } from "@jest/globals";
import { answering, fromSegments } from "../aws-fixture.ts";
import type { Call } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import type { Ops, Told } from "../replay-fixture.ts";
import { createElasticBeanstalkTarget } from "./target.ts";

const DENIED = { name: "AccessDeniedException", httpStatus: 403, message: "not authorized" };
const environment = (Status: string, VersionLabel: string, Health: string, more: Record<string, unknown> = {}) => ({
  Environments: [{ Status, VersionLabel, Health, ...more }],
});

async function run(ops: Ops, versionLabel: string, timeoutS?: number): Promise<Told & { calls: readonly Call[] }> {
  const clock = autoClock();
  const { ask, calls } = answering(fromSegments(ops), clock);
  const target = createElasticBeanstalkTarget({ environmentName: "e", versionLabel }, doorsWith(clock, { ask }));
  return { ...(await play(target, clock, { timeoutS, calls })), calls };
}

type Case = {
  name: string;
  label?: string;
  ops: Ops;
  timeoutS?: number;
  result: string;
  truthAt: number;
  late: number;
  mention?: string[];
};

const error = { Severity: "ERROR", Message: "Failed to deploy application." };
const updating = { t: 0, body: environment("Updating", "v1", "Grey") };

const cases: Case[] = [
  {
    name: "eb-old-version",
    ops: {
      DescribeEnvironments: [updating, { t: 120, body: environment("Ready", "v1", "Green") }],
      DescribeEvents: [{ t: 100, body: { Events: [error] } }],
    },
    result: "rolled-back",
    truthAt: 120,
    late: 10,
    mention: ["Failed to deploy application"],
  },
  {
    name: "the new version",
    ops: {
      DescribeEnvironments: [
        updating,
        { t: 100, body: environment("Ready", "v2", "Grey") },
        { t: 130, body: environment("Ready", "v2", "Green") },
      ],
    },
    result: "success",
    truthAt: 130,
    late: 10,
  },
  {
    name: "the new version at once",
    ops: { DescribeEnvironments: [updating, { t: 100, body: environment("Ready", "v2", "Green") }] },
    result: "success",
    truthAt: 100,
    late: 10,
  },
  {
    name: "the version runs since before",
    ops: { DescribeEnvironments: [{ t: 0, body: environment("Ready", "v2", "Green") }] },
    result: "success",
    truthAt: 0,
    late: 20,
  },
  {
    name: "the version that never came",
    ops: { DescribeEnvironments: [{ t: 0, body: environment("Ready", "v1", "Green") }] },
    result: "not-found",
    truthAt: 60,
    late: 6,
    mention: ["v2", "v1"],
  },
  {
    name: "an update that failed before the first look",
    ops: {
      DescribeEnvironments: [{ t: 0, body: environment("Ready", "v1", "Green") }],
      DescribeEvents: [{ t: 0, body: { Events: [error] } }],
    },
    result: "rolled-back",
    truthAt: 0,
    late: 10,
    mention: ["Failed to deploy application"],
  },
  {
    name: "the old version, and the events are denied",
    ops: {
      DescribeEnvironments: [updating, { t: 120, body: environment("Ready", "v1", "Green") }],
      DescribeEvents: [{ t: 0, error: DENIED }],
    },
    result: "rolled-back",
    truthAt: 120,
    late: 20,
    mention: ["elastic-beanstalk:DescribeEvents"],
  },
  {
    name: "an update that is aborted",
    ops: {
      DescribeEnvironments: [
        updating,
        { t: 50, body: environment("Aborting", "v1", "Grey") },
        { t: 90, body: environment("Ready", "v1", "Green") },
      ],
    },
    result: "rolled-back",
    truthAt: 90,
    late: 20,
    mention: ["aborted"],
  },
  {
    name: "Red after the deployment",
    ops: {
      DescribeEnvironments: [updating, { t: 60, body: environment("Ready", "v2", "Red") }],
      DescribeEvents: [
        {
          t: 0,
          body: { Events: [{ Severity: "WARN", Message: "100.0 % of the requests are failing with HTTP 5xx." }] },
        },
      ],
    },
    result: "failed",
    truthAt: 120,
    late: 12,
    mention: ["Red", "HTTP 5xx"],
  },
  {
    name: "Yellow, never Green",
    ops: { DescribeEnvironments: [updating, { t: 60, body: environment("Ready", "v2", "Yellow") }] },
    timeoutS: 600,
    result: "timeout",
    truthAt: 600,
    late: 5,
    mention: ["Yellow"],
  },
  {
    name: "terminated meanwhile",
    ops: { DescribeEnvironments: [updating, { t: 60, body: environment("Terminating", "v1", "Grey") }] },
    result: "failed",
    truthAt: 60,
    late: 10,
    mention: ["terminated"],
  },
  {
    name: "gone meanwhile",
    ops: { DescribeEnvironments: [updating, { t: 60, body: { Environments: [] } }] },
    result: "failed",
    truthAt: 80,
    late: 20,
    mention: ["gone"],
  },
  {
    name: "no such environment",
    ops: { DescribeEnvironments: [{ t: 0, body: { Environments: [] } }] },
    result: "not-found",
    truthAt: 60,
    late: 5,
  },
  { name: "empty answers", ops: {}, result: "not-found", truthAt: 60, late: 5 },
  {
    name: "no version asked for: nothing began",
    label: "",
    ops: { DescribeEnvironments: [{ t: 0, body: environment("Ready", "v1", "Green") }] },
    result: "noop",
    truthAt: 60,
    late: 5,
    mention: ["no new update"],
  },
  {
    name: "no version asked for: done",
    label: "",
    ops: { DescribeEnvironments: [updating, { t: 60, body: environment("Ready", "v1", "Green") }] },
    result: "success",
    truthAt: 60,
    late: 10,
  },
  {
    name: "no version asked for: an error",
    label: "",
    ops: {
      DescribeEnvironments: [updating, { t: 60, body: environment("Ready", "v1", "Green") }],
      DescribeEvents: [{ t: 50, body: { Events: [error] } }],
    },
    result: "rolled-back",
    truthAt: 60,
    late: 10,
    mention: ["Failed to deploy application"],
  },
  {
    name: "no version asked for, and the events are denied",
    label: "",
    ops: {
      DescribeEnvironments: [updating, { t: 60, body: environment("Ready", "v1", "Green") }],
      DescribeEvents: [{ t: 0, error: DENIED }],
    },
    result: "inconclusive",
    truthAt: 60,
    late: 10,
  },
];

describe("elastic-beanstalk", () => {
  it.each(cases)("$name", async ({ label = "v2", ops, timeoutS, result, truthAt, late, mention = [] }) => {
    const replayed = await run(ops, label, timeoutS);
    expect(replayed.verdict.result).toBe(result);
    expect(replayed.endedS).toBeGreaterThanOrEqual(truthAt);
    expect(replayed.endedS).toBeLessThanOrEqual(truthAt + late);
    for (const words of mention) expect(replayed.said).toContain(words);
    // The beginning of a wait is looked at more often.
    expect(replayed.looked).toBeLessThanOrEqual(Math.max(50, 1.7 * (replayed.endedS / 15) + 3));
    expect(replayed.calls.length - replayed.looked).toBeLessThanOrEqual(1);
  });

  it("tells causes newest first, errors before warnings, and where to read on", async () => {
    const at = (seconds: number) => new Date(Date.parse("2026-11-22T12:00:00Z") + seconds * 1000);
    const { diagnosis } = await run(
      {
        DescribeEnvironments: [{ t: 0, body: environment("Terminating", "v1", "Grey", { EnvironmentId: "e-1" }) }],
        DescribeEvents: [
          {
            t: 0,
            body: {
              Events: [
                { Severity: "WARN", Message: "warned", EventDate: at(3) },
                { Severity: "ERROR", Message: "first", EventDate: at(1) },
                { Severity: "ERROR", Message: "second", EventDate: at(2) },
                { Severity: "ERROR", Message: "long ago", EventDate: at(-900) },
              ],
            },
          },
        ],
      },
      "v2",
    );
    expect(diagnosis.causes).toEqual(["second", "first", "warned"]);
    expect(diagnosis.links?.[0]?.url).toContain("environmentId=e-1");
  });

  it("names the permission that diagnosing needs", async () => {
    const ops = {
      DescribeEnvironments: [{ t: 0, body: environment("Terminating", "v1", "Grey") }],
      DescribeEvents: [{ t: 0, error: DENIED }],
    };
    expect((await run(ops, "v2")).diagnosis.missingPermissions).toEqual(["elastic-beanstalk:DescribeEvents"]);
  });

  it.each([
    ["accepted", {}, true],
    ["refused", { AbortEnvironmentUpdate: [{ t: 0, error: DENIED }] }, false],
  ])("aborts an update, also before the first look: %s", async (_, ops: Ops, isAccepted) => {
    const clock = autoClock();
    const { ask, calls } = answering(fromSegments(ops), clock);
    const target = createElasticBeanstalkTarget({ environmentName: "e", versionLabel: "" }, doorsWith(clock, { ask }));
    expect((await target.stop("e", "stop")).isAccepted).toBe(isAccepted);
    expect(calls.map(({ operation }) => operation)).toEqual(["AbortEnvironmentUpdate"]);
  });
});
