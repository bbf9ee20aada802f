/** What the visible cases do not show: reader, machine and stopping of ECS services, in virtual time. */
import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import type { Call } from "../aws-fixture.ts";
import type { Ops, Segment } from "../replay-fixture.ts";
import { ecsDoors, replay, settings } from "./service-fixture.ts";
import type { EcsSettings } from "./subject.ts";
import { createEcsTarget } from "./target.ts";

const START = Date.parse("2026-11-22T12:00:00Z") / 1000;
const PREFIX = "arn:aws:ecs:eu-west-1:111122223333";
const arn = (id: string, service = "app"): string => `${PREFIX}:service-deployment/prod/${service}/${id}`;
const td = (revision: number): string => `${PREFIX}:task-definition/app:${revision}`;
type Raw = Record<string, unknown>;

const rollout = (id: number, state: string, running: number, more: Raw = {}): Raw => ({
  id: `ecs-svc/${id}`,
  status: "PRIMARY",
  taskDefinition: td(id / 1000),
  desiredCount: 2,
  runningCount: running,
  pendingCount: 2 - running,
  failedTasks: 0,
  rolloutState: state,
  ...more,
});
const old = (running: number, more: Raw = {}): Raw =>
  rollout(1000, "COMPLETED", 2, {
    status: "ACTIVE",
    desiredCount: running,
    runningCount: running,
    pendingCount: 0,
    ...more,
  });
const service = (current: string, deployments: Raw[], more: Raw = {}): Raw => ({
  services: [
    {
      serviceName: "app",
      serviceArn: `${PREFIX}:service/prod/app`,
      status: "ACTIVE",
      desiredCount: 2,
      runningCount: 2,
      currentServiceDeployment: current === "" ? undefined : arn(current),
      deploymentController: { type: "ECS" },
      deployments,
      ...more,
    },
  ],
  failures: [],
});
const deployment = (id: string, status: string, more: Raw = {}): Raw => ({
  serviceDeployments: [{ serviceDeploymentArn: arn(id), status, targetServiceRevision: { arn: `rev-${id}` }, ...more }],
  failures: [],
});
const DENIED = { name: "AccessDeniedException", httpStatus: 400, message: "not authorized" };
const happyService: Segment[] = [
  { t: 0, body: service("B", [rollout(2000, "IN_PROGRESS", 0), old(2)]) },
  { t: 60, body: service("B", [rollout(2000, "IN_PROGRESS", 2), old(2)]) },
  { t: 90, body: service("B", [rollout(2000, "IN_PROGRESS", 2), old(0)]) },
  { t: 120, body: service("B", [rollout(2000, "COMPLETED", 2)]) },
];
const happyDeployment: Segment[] = [
  { t: 0, body: deployment("B", "IN_PROGRESS") },
  { t: 120, body: deployment("B", "SUCCESSFUL") },
];
const happy: Ops = { DescribeServices: happyService, DescribeServiceDeployments: happyDeployment };
const before = service("A", [rollout(1000, "COMPLETED", 2)]);
const stopped = (more: Raw, startedBy = "ecs-svc/2000"): Ops => ({
  ListTasks: [{ t: 0, body: { taskArns: ["t/1", "t/2", "t/3"] } }],
  DescribeTasks: [
    { t: 0, body: { tasks: [1, 2, 3].map((n) => ({ taskArn: `t/${n}`, lastStatus: "STOPPED", startedBy, ...more })) } },
  ],
});
const failing = (failed: number): Raw =>
  service("B", [rollout(2000, "IN_PROGRESS", 0, { failedTasks: failed }), old(2)]);
const revision = (digest: string, definition = td(2)): Ops => ({
  DescribeServiceRevisions: [
    {
      t: 0,
      body: {
        serviceRevisions: [
          {
            serviceRevisionArn: "rev-B",
            taskDefinition: definition,
            containerImages: [{ containerName: "app", imageDigest: digest }],
          },
        ],
      },
    },
  ],
});
const B = [arn("B")];
const DIGEST = `sha256:${"a".repeat(64)}`;

type Row = {
  name: string;
  ops: Ops;
  given: Partial<EcsSettings>;
  result: string;
  /** Not before, and not later, s. */
  at: [number, number];
  told?: string[];
  untold?: string[];
  timeoutS?: number;
};

const rows: Row[] = [
  {
    name: "may not ask for service deployments: the service is followed, with one warning",
    ops: { ...happy, DescribeServiceDeployments: [{ t: 0, error: DENIED }] },
    given: { serviceDeployments: B, taskDefinition: "app:2" },
    result: "success",
    at: [120, 125],
    told: ["ecs:DescribeServiceDeployments"],
  },
  {
    name: "may not ask for service deployments from the middle on",
    ops: {
      ...happy,
      DescribeServiceDeployments: [
        { t: 0, body: deployment("B", "IN_PROGRESS") },
        { t: 45, error: DENIED },
      ],
    },
    given: { serviceDeployments: B },
    result: "success",
    at: [120, 125],
    told: ["ecs:DescribeServiceDeployments"],
  },
  {
    name: "may ask for nothing from the middle on",
    ops: {
      DescribeServices: [...happyService.slice(0, 1), { t: 45, error: DENIED }],
      DescribeServiceDeployments: [...happyDeployment.slice(0, 1), { t: 45, error: DENIED }],
    },
    given: { serviceDeployments: B },
    result: "access-denied",
    at: [45, 75],
  },
  {
    name: "denied, and the circuit breaker rolls back",
    ops: {
      DescribeServices: [
        ...happyService.slice(0, 1),
        {
          t: 60,
          body: service("B", [
            rollout(3000, "IN_PROGRESS", 0, { taskDefinition: td(1) }),
            rollout(2000, "FAILED", 0, { status: "ACTIVE", rolloutStateReason: "ECS deployment circuit breaker: no." }),
          ]),
        },
      ],
      DescribeServiceDeployments: [{ t: 0, error: DENIED }],
    },
    given: { serviceDeployments: B },
    result: "rolled-back",
    at: [60, 70],
    told: ["circuit breaker"],
  },
  {
    name: "denied, and complete at once: nobody can say with what",
    ops: {
      DescribeServices: [{ t: 0, body: happyService[3]?.body }],
      DescribeServiceDeployments: [{ t: 0, error: DENIED }],
    },
    given: { serviceDeployments: B },
    result: "inconclusive",
    at: [0, 5],
    told: ["ecs:DescribeServiceDeployments"],
  },
  {
    name: "denied, and complete at once: the list knows",
    ops: {
      DescribeServices: [{ t: 0, body: happyService[3]?.body }],
      DescribeServiceDeployments: [{ t: 0, error: DENIED }],
      ListServiceDeployments: [
        { t: 0, body: { serviceDeployments: [{ serviceDeploymentArn: arn("B"), status: "ROLLBACK_SUCCESSFUL" }] } },
      ],
    },
    given: { serviceDeployments: B },
    result: "rolled-back",
    at: [0, 5],
  },
  ...[1, 2].map((n): Row => ({
    name: `${n} stale reads at the beginning`,
    ops: { ...happy, DescribeServices: [{ t: 0, n, body: before }, ...happyService] },
    given: { serviceDeployments: B, taskDefinition: "app:2" },
    result: "success",
    at: [120, 130],
  })),
  {
    name: "stale reads, pinned by an id",
    ops: {
      DescribeServices: [{ t: 0, n: 2, body: before }, ...happyService],
      DescribeServiceDeployments: happyDeployment,
    },
    given: { serviceDeployments: ["ecs-svc/2000"] },
    result: "success",
    at: [120, 130],
  },
  {
    name: "an id whose service still names the deployment before",
    ops: {
      DescribeServices: [
        { t: 0, body: service("A", [rollout(2000, "IN_PROGRESS", 0), old(2)]) },
        ...happyService.map(({ t, body }) => ({ t: t + 30, body })),
      ],
      DescribeServiceDeployments: [
        { t: 0, body: deployment("A", "SUCCESSFUL") },
        { t: 30, body: deployment("B", "IN_PROGRESS") },
        { t: 150, body: deployment("B", "SUCCESSFUL") },
      ],
    },
    given: { serviceDeployments: ["ecs-svc/2000"] },
    result: "success",
    at: [150, 160],
  },
  {
    name: "a service without current service deployment",
    ops: {
      DescribeServices: [
        { t: 0, body: service("", [rollout(2000, "IN_PROGRESS", 0), old(2)]) },
        { t: 60, body: service("", [rollout(2000, "COMPLETED", 2)]) },
      ],
    },
    given: { serviceDeployments: ["ecs-svc/2000"] },
    result: "success",
    at: [60, 70],
  },
  {
    name: "ECS never knows the service deployment",
    ops: {
      ...happy,
      DescribeServiceDeployments: [
        { t: 0, body: { serviceDeployments: [], failures: [{ arn: arn("B"), reason: "MISSING" }] } },
      ],
    },
    given: { serviceDeployments: B },
    result: "success",
    at: [120, 130],
  },
  {
    name: "a pin that never shows up",
    ops: { DescribeServices: [{ t: 0, body: before }] },
    given: { serviceDeployments: B },
    result: "not-found",
    at: [60, 75],
    told: ["MISSING", "B"],
  },
  {
    name: "an id that never shows up",
    ops: { DescribeServices: [{ t: 0, body: before }] },
    given: { serviceDeployments: ["ecs-svc/9"] },
    result: "not-found",
    at: [60, 75],
    told: ["ecs-svc/9"],
  },
  {
    name: "no such cluster",
    ops: {
      DescribeServices: [
        { t: 0, error: { name: "ClusterNotFoundException", httpStatus: 400, message: "Cluster not found." } },
      ],
    },
    given: { serviceDeployments: B },
    result: "not-found",
    at: [0, 15],
    told: ["ClusterNotFoundException", "prod"],
  },
  {
    name: "INACTIVE",
    ops: {
      ...happy,
      DescribeServices: [...happyService.slice(0, 1), { t: 40, body: service("B", [], { status: "INACTIVE" }) }],
    },
    given: { serviceDeployments: B },
    result: "failed",
    at: [40, 50],
    told: ["INACTIVE"],
  },
  {
    name: "early success while old tasks drain",
    ops: {
      DescribeServices: [
        { t: 0, body: service("B", [rollout(2000, "IN_PROGRESS", 0), old(2)]) },
        { t: 60, body: service("B", [rollout(2000, "IN_PROGRESS", 2), old(0, { runningCount: 2 })]) },
      ],
      DescribeServiceDeployments: [
        { t: 0, body: deployment("B", "IN_PROGRESS") },
        { t: 75, body: deployment("B", "SUCCESSFUL") },
      ],
    },
    given: { serviceDeployments: B },
    result: "success",
    at: [75, 80],
  },
  {
    name: "nothing is desired",
    ops: {
      DescribeServices: [
        {
          t: 0,
          body: service("B", [rollout(2000, "IN_PROGRESS", 0, { desiredCount: 0, pendingCount: 0 })], {
            desiredCount: 0,
          }),
        },
      ],
      DescribeServiceDeployments: [
        { t: 0, body: deployment("B", "IN_PROGRESS") },
        { t: 30, body: deployment("B", "SUCCESSFUL") },
      ],
    },
    given: { serviceDeployments: B },
    result: "success",
    at: [30, 40],
  },
  {
    name: "stopped by hand in a blue/green deployment",
    ops: {
      DescribeServices: [{ t: 0, body: service("B", [rollout(2000, "IN_PROGRESS", 1), old(2)]) }],
      DescribeServiceDeployments: [
        { t: 0, body: deployment("B", "IN_PROGRESS", { lifecycleStage: "SCALE_UP" }) },
        { t: 60, body: deployment("B", "STOPPED", { statusReason: "Stopped by arn:aws:iam::1:user/jo" }) },
      ],
    },
    given: { serviceDeployments: B },
    result: "stopped",
    at: [60, 70],
    told: ["user/jo"],
  },
  {
    name: "the rollback fails at once",
    ops: {
      ...happy,
      DescribeServiceDeployments: [{ t: 0, body: deployment("B", "ROLLBACK_FAILED", { statusReason: "no capacity" }) }],
    },
    given: { serviceDeployments: B },
    result: "rollback-failed",
    at: [0, 1],
    told: ["ROLLBACK_FAILED", "no capacity"],
  },
  {
    name: "the service says replaced, its deployment says nothing",
    ops: {
      DescribeServices: [
        ...happyService.slice(0, 1),
        {
          t: 60,
          body: service("C", [rollout(4000, "IN_PROGRESS", 0), rollout(2000, "IN_PROGRESS", 1, { status: "ACTIVE" })]),
        },
      ],
      DescribeServiceDeployments: [{ t: 0, body: deployment("B", "IN_PROGRESS") }],
    },
    given: { serviceDeployments: B },
    result: "superseded",
    at: [60, 100],
    told: ["superseded", "B", "C", "ecs-svc/2000", "ecs-svc/4000"],
    untold: ["circuit breaker"],
  },
  {
    name: "an unknown status and an unknown stage",
    ops: {
      ...happy,
      DescribeServiceDeployments: [
        { t: 0, body: deployment("B", "CONSIDERING", { lifecycleStage: "DREAMING" }) },
        { t: 100, body: deployment("B", "SUCCESSFUL") },
      ],
    },
    given: { serviceDeployments: B },
    result: "success",
    at: [100, 110],
    told: ["CONSIDERING"],
  },
  {
    name: "empty answers",
    ops: {},
    given: { serviceDeployments: B },
    result: "inconclusive",
    at: [300, 500],
  },
  {
    name: "nothing but the service deployment answers",
    ops: { DescribeServiceDeployments: happyDeployment },
    given: { serviceDeployments: B },
    result: "success",
    at: [120, 130],
  },
  {
    name: "until a stage has been passed",
    ops: {
      DescribeServices: [{ t: 0, body: service("B", [rollout(2000, "IN_PROGRESS", 0), old(2)]) }],
      DescribeServiceDeployments: [
        { t: 0, body: deployment("B", "IN_PROGRESS", { lifecycleStage: "SCALE_UP" }) },
        { t: 60, body: deployment("B", "IN_PROGRESS", { lifecycleStage: "PRODUCTION_TRAFFIC_SHIFT" }) },
        { t: 90, body: deployment("B", "IN_PROGRESS", { lifecycleStage: "BAKE_TIME" }) },
      ],
    },
    given: { serviceDeployments: B, until: "production_traffic_shift" },
    result: "success",
    at: [90, 100],
    told: ["PRODUCTION_TRAFFIC_SHIFT"],
  },
  {
    name: "the pinned deployment runs another task definition",
    ops: happy,
    given: { serviceDeployments: B, taskDefinition: "app:7" },
    result: "failed",
    at: [0, 20],
    told: ["app:2", "app:7"],
  },
  {
    name: "the right image",
    ops: { ...happy, ...revision(DIGEST) },
    given: { serviceDeployments: B, imageDigest: DIGEST },
    result: "success",
    at: [120, 125],
    told: [DIGEST],
  },
  {
    name: "the wrong image",
    ops: { ...happy, ...revision("sha256:bbbb") },
    given: { serviceDeployments: B, imageDigest: DIGEST },
    result: "failed",
    at: [120, 125],
    told: [DIGEST, "sha256:bbbb"],
  },
  {
    name: "an image that nobody proves",
    ops: happy,
    given: { serviceDeployments: B, imageDigest: DIGEST },
    result: "inconclusive",
    at: [120, 140],
  },
  {
    name: "an image that may not be proved",
    ops: { ...happy, DescribeServiceRevisions: [{ t: 0, error: DENIED }] },
    given: { serviceDeployments: B, imageDigest: DIGEST },
    result: "access-denied",
    at: [120, 140],
    told: ["ecs:DescribeServiceRevisions"],
  },
  {
    name: "an image that does not have to be proved",
    ops: { ...happy, DescribeServiceRevisions: [{ t: 0, error: DENIED }] },
    given: { serviceDeployments: B },
    result: "success",
    at: [120, 125],
  },
  {
    name: "three tasks cannot pull the image",
    ops: {
      DescribeServices: [
        { t: 0, body: failing(0) },
        { t: 60, body: failing(3) },
      ],
      DescribeServiceDeployments: happyDeployment.slice(0, 1),
      ...stopped({ stopCode: "TaskFailedToStart", stoppedReason: "CannotPullContainerError: manifest unknown" }),
    },
    given: { serviceDeployments: B },
    result: "failed",
    at: [60, 75],
    told: ["CannotPullContainerError"],
  },
  {
    name: "the circuit breaker is enabled: it decides",
    ops: {
      DescribeServices: [
        { t: 0, body: failing(0) },
        { t: 60, body: failing(3) },
      ],
      DescribeServiceDeployments: [
        { t: 0, body: deployment("B", "IN_PROGRESS", { deploymentCircuitBreaker: { status: "MONITORING" } }) },
      ],
      ...stopped({ stopCode: "EssentialContainerExited", containers: [{ name: "app", exitCode: 1 }] }),
    },
    given: { serviceDeployments: B },
    result: "timeout",
    at: [400, 400],
    timeoutS: 400,
  },
  {
    name: "tasks of Spot are interrupted, then it comes up",
    ops: {
      DescribeServices: [
        { t: 0, body: failing(0) },
        { t: 30, body: failing(4) },
        ...happyService.slice(1).map(({ t, body }) => ({ t: t + 200, body })),
      ],
      DescribeServiceDeployments: happyDeployment.map(({ t, body }) => ({ t: t === 0 ? 0 : t + 200, body })),
      ...stopped({ stopCode: "SpotInterruption", stoppedReason: "Your Spot Task was interrupted." }),
    },
    given: { serviceDeployments: B },
    result: "success",
    at: [320, 330],
  },
  {
    name: "tasks of another deployment fail",
    ops: {
      DescribeServices: [
        { t: 0, body: failing(0) },
        { t: 30, body: failing(4) },
      ],
      DescribeServiceDeployments: happyDeployment.slice(0, 1),
      ...stopped({ stopCode: "EssentialContainerExited", containers: [{ name: "app", exitCode: 1 }] }, "ecs-svc/1000"),
    },
    given: { serviceDeployments: B },
    result: "timeout",
    at: [400, 400],
    timeoutS: 400,
  },
  {
    name: "stopped tasks may not be read",
    ops: {
      DescribeServices: [
        { t: 0, body: failing(0) },
        { t: 30, body: failing(4) },
      ],
      DescribeServiceDeployments: happyDeployment.slice(0, 1),
      ListTasks: [{ t: 0, error: DENIED }],
    },
    given: { serviceDeployments: B },
    result: "timeout",
    at: [400, 400],
    timeoutS: 400,
    told: ["ecs:ListTasks"],
  },
  {
    name: "stopped tasks cannot be read for now: the service is still followed",
    ops: {
      DescribeServices: [
        { t: 0, body: failing(0) },
        { t: 30, body: failing(4) },
        { t: 60, body: service("B", [], { status: "DRAINING" }) },
      ],
      DescribeServiceDeployments: happyDeployment.slice(0, 1),
      ListTasks: [{ t: 0, error: { name: "ThrottlingException", httpStatus: 400, message: "Rate exceeded" } }],
    },
    given: { serviceDeployments: B },
    result: "failed",
    at: [60, 70],
  },
  {
    name: "CodeDeploy deploys the service",
    ops: { DescribeServices: [{ t: 0, body: service("", [], { deploymentController: { type: "CODE_DEPLOY" } }) }] },
    given: {},
    result: "inconclusive",
    at: [0, 1],
    told: ["CODE_DEPLOY"],
  },
  {
    name: "no pin: the newest since the start",
    ops: {
      ...happy,
      DescribeServices: [
        { t: 0, body: before },
        ...happyService.map(({ t, body }) => ({ t: t + 20, body: timed(body, 20) })),
      ],
      DescribeServiceDeployments: happyDeployment.map(({ t, body }) => ({ t: t + 20, body })),
    },
    given: {},
    result: "success",
    at: [140, 150],
  },
  {
    name: "no pin: nothing began",
    ops: {
      DescribeServices: [{ t: 0, body: timed(before, -5000) }],
      DescribeServiceDeployments: [{ t: 0, body: deployment("A", "SUCCESSFUL") }],
    },
    given: { taskDefinition: "app:1" },
    result: "noop",
    at: [60, 75],
    told: ["no new deployment"],
  },
  {
    name: "no pin: another task definition runs",
    ops: { DescribeServices: [{ t: 0, body: timed(before, -5000) }] },
    given: { taskDefinition: "app:2" },
    result: "not-found",
    at: [60, 75],
    told: ["app:1", "app:2"],
  },
  {
    name: "no pin: ours was replaced before it was looked for, the list knows it",
    ops: {
      DescribeServices: [{ t: 0, body: timed(service("C", [rollout(4000, "IN_PROGRESS", 0)]), -10) }],
      ListServiceDeployments: [
        {
          t: 0,
          body: {
            serviceDeployments: [
              { serviceDeploymentArn: arn("C"), createdAt: START - 10, targetServiceRevisionArn: "rev-C" },
              { serviceDeploymentArn: arn("B"), createdAt: START - 20, targetServiceRevisionArn: "rev-B" },
            ],
          },
        },
      ],
      DescribeServiceDeployments: [{ t: 0, body: deployment("B", "STOPPED") }],
      ...revision(DIGEST),
    },
    given: { taskDefinition: "app:2" },
    result: "superseded",
    at: [0, 20],
    told: ["superseded", "ecs-svc/4000"],
  },
  {
    name: "an id that was complete before, proved by its image",
    ops: {
      DescribeServices: [{ t: 0, body: happyService[3]?.body }],
      DescribeServiceDeployments: [{ t: 0, body: deployment("B", "SUCCESSFUL") }],
      ...revision("sha256:bbbb"),
    },
    given: { serviceDeployments: ["ecs-svc/2000"], imageDigest: DIGEST },
    result: "failed",
    at: [0, 10],
    told: ["sha256:bbbb"],
  },
];

/** The answer with a time for its PRIMARY, seconds after the start. */
function timed(body: unknown, second: number): unknown {
  const answer = structuredClone(body) as { services: { deployments: Raw[] }[] };
  const primary = answer.services[0]?.deployments.find((each) => each["status"] === "PRIMARY");
  if (primary !== undefined) primary["createdAt"] = START + second;
  return answer;
}

describe("a service", () => {
  it.each(rows.map((row) => [row.name, row] as const))("%s", async (_, row) => {
    const replayed = await replay(row.ops, row.given, { timeoutS: row.timeoutS });
    expect([replayed.verdict.result, replayed.verdict.cause]).toEqual([row.result, replayed.verdict.cause]);
    expect(replayed.endedS).toBeGreaterThanOrEqual(row.at[0]);
    expect(replayed.endedS).toBeLessThanOrEqual(row.at[1]);
    for (const words of row.told ?? []) expect(replayed.said).toContain(words);
    for (const words of row.untold ?? []) expect(`${replayed.said}\n${replayed.missed}`).not.toContain(words);
  });

  it("asks for what is denied once", async () => {
    const { calls } = await replay(
      { ...happy, DescribeServiceDeployments: [{ t: 0, error: DENIED }] },
      { serviceDeployments: B },
    );
    expect(calls.filter(({ operation }) => operation === "DescribeServiceDeployments")).toHaveLength(1);
  });

  it("takes one call a look while it is under way", async () => {
    const { looked } = await replay(
      { ...happy, DescribeServices: happyService.slice(0, 1), DescribeServiceDeployments: happyDeployment.slice(0, 1) },
      { serviceDeployments: B },
      { timeoutS: 600 },
    );
    // 4 looks in the first 9 s, one each 9 s then, and a look at the service deployment now and then.
    expect(looked).toBeLessThanOrEqual(4 + 66 + 8);
  });
});

describe("many services", () => {
  const names = Array.from({ length: 100 }, (_, n) => `app${n}`);
  const rename = (body: unknown, list: readonly string[]): unknown => {
    const [first] = (body as { services: Raw[] }).services;
    return {
      services: list.map((name) => ({ ...first, serviceName: name, currentServiceDeployment: arn("B", name) })),
    };
  };

  it("are read together, twenty a call while nothing moves", async () => {
    const clock = virtualClock();
    const { doors } = ecsDoors({}, clock);
    const asked: string[] = [];
    const place = await doors.aws();
    const target = createEcsTarget(
      settings({ services: names, serviceDeployments: names.map((name) => arn("B", name)) }),
      {
        ...doors,
        aws: () =>
          Promise.resolve({
            ...place,
            ask: (_, operation, input) => {
              asked.push(operation);
              if (operation === "DescribeServices") {
                return Promise.resolve(rename(happyService[0]?.body, input["services"] as string[]));
              }
              const arns = input["serviceDeploymentArns"] as string[];
              const list = arns.map((each) => ({ serviceDeploymentArn: each, status: "IN_PROGRESS" }));
              return Promise.resolve({ serviceDeployments: list });
            },
          }),
      },
    );
    const looks = [];
    for (let n = 0; n < 8; n++) looks.push(await target.look(names, n * 15_000));
    expect(looks.map(({ calls }) => calls)).toEqual([15, 5, 5, 10, 5, 5, 5, 10]);
    expect(looks.every(({ sights }) => [...sights.values()].every((sight) => "step" in sight))).toBe(true);
    expect(asked).toHaveLength(60);
  });

  it("do not suffer from one name that ECS refuses", async () => {
    const clock = virtualClock();
    const { doors } = ecsDoors({}, clock);
    const place = await doors.aws();
    const refused = await import("@handrail/aws").then(
      ({ AwsFault }) =>
        new AwsFault({
          kind: "refused",
          action: "ecs:DescribeServices",
          code: "InvalidParameterException",
          message: "bad",
        }),
    );
    const target = createEcsTarget(
      settings({ services: ["good", "bad"], serviceDeployments: [arn("B", "good"), arn("B", "bad")] }),
      {
        ...doors,
        aws: () =>
          Promise.resolve({
            ...place,
            ask: (_, operation, input) => {
              const list = (input["services"] ?? input["serviceDeploymentArns"]) as string[];
              if (list.some((each) => each.includes("bad"))) return Promise.reject(refused);
              if (operation === "DescribeServices") return Promise.resolve(rename(happyService[0]?.body, list));
              return Promise.resolve({
                serviceDeployments: [{ serviceDeploymentArn: list[0], status: "IN_PROGRESS" }],
              });
            },
          }),
      },
    );
    const { sights } = await target.look(["good", "bad"], 0);
    expect(sights.get("good")).toMatchObject({
      step: { progress: "IN_PROGRESS, 0/2 running, 2 pending, 2 of the old ones left" },
    });
    expect(sights.get("bad")).toMatchObject({ step: { pace: "starting" } });
  });
});

describe("stopping", () => {
  const lineOf = ({ at, operation }: Call): string => `${at.toFixed(1)} ${operation}`;
  const stop = async (given: Partial<EcsSettings>, ops: Ops, how: "stop" | "rollback", isSeen = false) => {
    const { doors, calls } = ecsDoors(ops, virtualClock());
    const target = createEcsTarget(settings(given), doors);
    if (isSeen) await target.look(["app"], 0);
    const report = await target.stop("app", how);
    return { ...report, calls: calls.map(lineOf), inputs: calls.map(({ input }) => input) };
  };

  it.each([
    ["stop", "ABORT"],
    ["rollback", "ROLLBACK"],
  ] as const)("%s sends %s with the given ARN and nothing else", async (how, stopType) => {
    const stopped = await stop({ serviceDeployments: B }, {}, how);
    expect(stopped).toMatchObject({ isAccepted: true, told: `StopServiceDeployment(${stopType}) of B was accepted` });
    expect(stopped.inputs).toEqual([{ serviceDeploymentArn: arn("B"), stopType }]);
  });

  it("finds the ARN of an id", async () => {
    const { calls, inputs } = await stop({ serviceDeployments: ["ecs-svc/2000"] }, happy, "rollback");
    expect(calls).toEqual(["0.0 DescribeServices", "0.0 StopServiceDeployment"]);
    expect(inputs[1]).toEqual({ serviceDeploymentArn: arn("B"), stopType: "ROLLBACK" });
  });

  it("knows the ARN that a look has found", async () => {
    const { calls } = await stop({ serviceDeployments: ["ecs-svc/2000"] }, happy, "rollback", true);
    expect(calls.slice(1)).toEqual(["0.0 StopServiceDeployment"]);
  });

  it.each([
    ["an id that is not current", { serviceDeployments: ["ecs-svc/9"] }, happy],
    ["nothing under way", {}, { DescribeServices: [{ t: 0, body: before }] }],
    ["no service", {}, {}],
    ["nothing pinned, and no date says that it is ours", {}, happy],
  ])("stops nothing of others: %s", async (_, given, ops) => {
    const { isAccepted, calls } = await stop(given, ops, "rollback");
    expect(isAccepted).toBe(false);
    expect(calls).toEqual(["0.0 DescribeServices"]);
  });

  it("tells what ECS says", async () => {
    const error = { name: "ConflictException", httpStatus: 400, message: "It has ended." };
    const { isAccepted, told } = await stop(
      { serviceDeployments: B },
      { StopServiceDeployment: [{ t: 0, error }] },
      "stop",
    );
    expect([isAccepted, told]).toEqual([
      false,
      "StopServiceDeployment(ABORT) of B was not accepted (ConflictException: It has ended.)",
    ]);
  });
});
