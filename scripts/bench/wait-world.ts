/**
 * Deployments that unfold in virtual time, as the services' own answers: what `npm run bench -- wait` looks at. How long the
 * last phase is follows the measurements that docs/performance.md names: the end shows itself 15 to 75 s before it.
 */

/** What an operation answers `t` seconds after the start. */
export type World = {
  answer(operation: string, t: number, input: Readonly<Record<string, unknown>>): unknown;
  endsAt: number;
};

/** A number in [0, 1) that depends on nothing but the seed and how often it was asked (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** About `median` seconds: log-normal with sigma 0.25, as deployments of one service vary. */
export function vary(median: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(0.25 * normal);
}

/** When the last phase begins: 15 to 75 s before the end, never in the first third. */
function lastPhase(endsAt: number, random: () => number): number {
  return Math.max(endsAt / 3, endsAt - (15 + 60 * random()));
}

const region = "arn:aws:ecs:eu-west-1:111122223333";
const pinned = `${region}:service-deployment/prod/app/B`;
/** The service deployment that the ECS worlds are about. */
export const ecsPin: string = pinned;

/** A rolling deployment of four tasks: they start one after the other, then the old ones drain. */
export function rollingWorld(endsAt: number, random: () => number): World {
  const fullAt = lastPhase(endsAt, random);
  const drainingAt = fullAt + 3;
  const deployment = (t: number): Record<string, unknown> => {
    const isDone = t >= endsAt;
    const running = t >= fullAt ? 4 : Math.floor((4 * t) / fullAt);
    const old = isDone ? [] : [oldDeployment(t >= drainingAt ? 0 : 4)];
    return {
      runningCount: running + (isDone ? 0 : 4),
      pendingCount: 4 - running,
      deployments: [
        {
          id: "ecs-svc/2000",
          status: "PRIMARY",
          taskDefinition: `${region}:task-definition/app:2`,
          desiredCount: 4,
          runningCount: running,
          pendingCount: 4 - running,
          failedTasks: 0,
          rolloutState: isDone ? "COMPLETED" : "IN_PROGRESS",
        },
        ...old,
      ],
    };
  };
  return {
    endsAt,
    answer: (operation, t) => {
      if (operation === "DescribeServices") return { services: [{ ...service, ...deployment(t) }], failures: [] };
      if (operation !== "DescribeServiceDeployments") return {};
      const status = t >= endsAt ? "SUCCESSFUL" : "IN_PROGRESS";
      return { serviceDeployments: [{ ...serviceDeployment, status }], failures: [] };
    },
  };
}

const service = {
  serviceArn: `${region}:service/prod/app`,
  serviceName: "app",
  clusterArn: `${region}:cluster/prod`,
  status: "ACTIVE",
  desiredCount: 4,
  taskDefinition: `${region}:task-definition/app:2`,
  deploymentController: { type: "ECS" },
  events: [],
  currentServiceDeployment: pinned,
};

const serviceDeployment = {
  serviceDeploymentArn: pinned,
  serviceArn: service.serviceArn,
  clusterArn: service.clusterArn,
  targetServiceRevision: { arn: "rev-2", requestedTaskCount: 4 },
};

function oldDeployment(desiredCount: number): Record<string, unknown> {
  return {
    id: "ecs-svc/1000",
    status: "ACTIVE",
    taskDefinition: `${region}:task-definition/app:1`,
    desiredCount,
    runningCount: 4,
    pendingCount: 0,
    failedTasks: 0,
    rolloutState: "COMPLETED",
  };
}

/** A blue/green deployment: scale up, shift, bake, clean up. */
export function blueGreenWorld(endsAt: number, random: () => number): World {
  const cleanAt = lastPhase(endsAt, random);
  const rolling = rollingWorld(endsAt, random);
  const stageAt = (t: number): string => {
    if (t < cleanAt * 0.4) return "SCALE_UP";
    if (t < cleanAt * 0.5) return "PRODUCTION_TRAFFIC_SHIFT";
    return t < cleanAt ? "BAKE_TIME" : "CLEAN_UP";
  };
  return {
    endsAt,
    answer: (operation, t) => {
      if (operation !== "DescribeServiceDeployments") return rolling.answer(operation, t, {});
      const status = t >= endsAt ? { status: "SUCCESSFUL" } : { status: "IN_PROGRESS", lifecycleStage: stageAt(t) };
      return { serviceDeployments: [{ ...serviceDeployment, ...status }], failures: [] };
    },
  };
}

/** A pipeline of four stages. */
export function pipelineWorld(endsAt: number, random: () => number): World {
  const lastAt = lastPhase(endsAt, random);
  const begins = [0, lastAt / 3, (2 * lastAt) / 3, lastAt];
  const stage = (name: string, at: number, t: number): Record<string, unknown> => {
    const ends = begins[at + 1] ?? endsAt;
    if (t < (begins[at] ?? 0))
      return { stageName: name, latestExecution: { pipelineExecutionId: "e0", status: "Succeeded" } };
    return {
      stageName: name,
      latestExecution: { pipelineExecutionId: "e1", status: t >= ends ? "Succeeded" : "InProgress" },
    };
  };
  return {
    endsAt,
    answer: (operation, t) => {
      if (operation === "GetPipelineExecution") {
        const status = t >= endsAt ? "Succeeded" : "InProgress";
        return { pipelineExecution: { pipelineName: "p", pipelineExecutionId: "e1", status } };
      }
      if (operation !== "GetPipelineState") return {};
      return { stageStates: ["Source", "Build", "Test", "Deploy"].map((name, at) => stage(name, at, t)) };
    },
  };
}

/** An update of a stack, with its clean-up at the end. */
export function stackWorld(endsAt: number, random: () => number): World {
  const cleanAt = lastPhase(endsAt, random);
  return {
    endsAt,
    answer: (operation, t) => {
      if (operation !== "DescribeStacks") return {};
      const inProgress = t < cleanAt ? "UPDATE_IN_PROGRESS" : "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";
      return { Stacks: [{ StackName: "s", StackId: "id", StackStatus: t >= endsAt ? "UPDATE_COMPLETE" : inProgress }] };
    },
  };
}

/** A build, whose end does not show itself. */
export function buildWorld(endsAt: number): World {
  return {
    endsAt,
    answer: (operation, t) => {
      if (operation !== "BatchGetBuilds") return {};
      const state = t >= endsAt ? { buildStatus: "SUCCEEDED" } : { buildStatus: "IN_PROGRESS", currentPhase: "BUILD" };
      return { builds: [{ id: "proj:1", ...state }] };
    },
  };
}

/** A task, whose end does not show itself. */
export function taskWorld(endsAt: number): World {
  return {
    endsAt,
    answer: (operation, t) => {
      if (operation !== "DescribeTasks") return {};
      const container = { name: "migrate", lastStatus: "RUNNING" };
      const running = { taskArn: "task/m", lastStatus: "RUNNING", containers: [container] };
      const ended = {
        lastStatus: "STOPPED",
        stopCode: "EssentialContainerExited",
        containers: [{ ...container, exitCode: 0 }],
      };
      return { tasks: [t >= endsAt ? { ...running, ...ended } : running], failures: [] };
    },
  };
}

/** Services of which none moves. */
export function manyWorld(names: readonly string[]): World & { pinOf(name: string): string } {
  const pinOf = (name: string): string => `${region}:service-deployment/prod/${name}/B`;
  const rolling = rollingWorld(Number.MAX_SAFE_INTEGER, () => 0);
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const known = new Set(names);
  return {
    pinOf,
    endsAt: Number.POSITIVE_INFINITY,
    answer: (operation, t, input) => {
      if (operation === "DescribeServices") {
        const [one] = (rolling.answer(operation, t, {}) as { services: Record<string, unknown>[] }).services;
        const services = list(input["services"])
          .map((text) => text.split("/").at(-1) ?? "")
          .filter((name) => known.has(name))
          .map((name) => ({
            ...one,
            serviceName: name,
            serviceArn: `${region}:service/prod/${name}`,
            currentServiceDeployment: pinOf(name),
          }));
        return { services, failures: [] };
      }
      if (operation !== "DescribeServiceDeployments") return {};
      const serviceDeployments = list(input["serviceDeploymentArns"]).map((arn) => ({
        ...serviceDeployment,
        status: "IN_PROGRESS",
        serviceDeploymentArn: arn,
        serviceArn: `${region}:service/prod/${arn.split("/").at(-2) ?? ""}`,
      }));
      return { serviceDeployments, failures: [] };
    },
  };
}
