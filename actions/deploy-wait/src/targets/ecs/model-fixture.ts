/**
 * A model of ECS that knows the truth: a service, its deployments and how they end, seen through reads that lag, are stale,
 * missing or denied. drive-fixture.ts drives the machine over it.
 */
import fc from "fast-check";

/** How the deployment goes. The last four are no end that ECS tells: two are hopeless, two recover. */
export const courses = [
  "success",
  "early-success",
  "breaker-rollback",
  "breaker-stop",
  "alarm-rollback",
  "superseded",
  "stopped",
  "blue-green",
  "blue-green-rollback",
  "transient",
  "autoscaling",
  "endless",
  "crash-loop",
  "flapping",
  "wobbly",
] as const;

/** A world: one service and its deployment, and how it can be seen. Instants are seconds. */
export type World = {
  course: (typeof courses)[number];
  pin: "arn" | "id" | "none";
  /** When tasks of ours run, and how long after that it ends. */
  up: number;
  end: number;
  /** So long reads of the service and of its deployment are behind. */
  serviceLag: number;
  deploymentLag: number;
  /** So long the service is seen as it was before ours. */
  stale: number;
  /** At these looks the service is seen as it was before ours, although ours was seen already. */
  relapses: readonly number[];
  /** So long ECS does not know the service deployment. */
  unknown: number;
  isDenied: boolean;
  hasTimes: boolean;
  hasTaskDefinition: boolean;
  isSameTaskDefinition: boolean;
  /** When waiting begins, after ours did. */
  attach: number;
  /** Looks that come to nothing. */
  faults: readonly number[];
};

/** Any world. */
export const anyWorld: fc.Arbitrary<World> = fc.record({
  course: fc.constantFrom(...courses),
  pin: fc.constantFrom("arn", "arn", "id", "none"),
  up: fc.integer({ min: 5, max: 200 }),
  end: fc.integer({ min: 1, max: 300 }),
  serviceLag: fc.constantFrom(0, 0, 1, 3, 8),
  deploymentLag: fc.constantFrom(0, 0, 1, 3, 8),
  stale: fc.constantFrom(0, 0, 2, 6),
  relapses: fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { maxLength: 3 }),
  unknown: fc.constantFrom(0, 0, 5, 20),
  isDenied: fc.boolean(),
  hasTimes: fc.boolean(),
  hasTaskDefinition: fc.boolean(),
  isSameTaskDefinition: fc.boolean(),
  attach: fc.constantFrom(0, 0, 0, 30, 100, 400),
  faults: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 10 }),
});

/** The truth of ours: its end, and when it is knowable, seconds since it began. */
export function truthOf({ course, up, end }: World): { results: readonly string[]; at: number } {
  const at = up + end;
  const results: Record<World["course"], readonly string[]> = {
    success: ["success"],
    "early-success": ["success"],
    "blue-green": ["success"],
    transient: ["success"],
    autoscaling: ["success"],
    wobbly: ["success"],
    "breaker-rollback": ["rolled-back"],
    "alarm-rollback": ["rolled-back"],
    "blue-green-rollback": ["rolled-back"],
    "breaker-stop": ["failed"],
    superseded: ["superseded"],
    stopped: ["stopped"],
    endless: [],
    "crash-loop": ["failed"],
    flapping: ["failed"],
  };
  return { results: results[course], at };
}

/** When ours began, seconds since 1970. */
export const EPOCH = Date.parse("2026-11-22T12:00:00Z") / 1000;
/** ARN of a service deployment. */
export const arn = (id: string): string => `arn:aws:ecs:eu-west-1:111122223333:service-deployment/prod/app/${id}`;
/** ARN of a task definition. */
export const definition = (revision: number): string =>
  `arn:aws:ecs:eu-west-1:111122223333:task-definition/app:${revision}`;

/** JSON as ECS answers it. */
export type Raw = Record<string, unknown>;
type Count = { desired: number; running: number; pending?: number; failed?: number };

function rollout(world: World, id: number, status: string, state: string, count: Count, revision: number): Raw {
  const begun = id === 2000 ? 0 : id === 1000 ? -5000 : world.up + world.end;
  return {
    id: `ecs-svc/${id}`,
    status,
    taskDefinition: definition(revision),
    desiredCount: count.desired,
    runningCount: count.running,
    pendingCount: count.pending ?? 0,
    failedTasks: count.failed ?? 0,
    rolloutState: state,
    rolloutStateReason: state === "FAILED" ? "ECS deployment circuit breaker: tasks failed to start." : "",
    ...(world.hasTimes ? { createdAt: EPOCH + begun } : {}),
  };
}

function service(current: string, deployments: readonly Raw[]): Raw {
  return {
    serviceArn: "arn:aws:ecs:eu-west-1:111122223333:service/prod/app",
    serviceName: "app",
    status: "ACTIVE",
    deploymentController: { type: "ECS" },
    currentServiceDeployment: arn(current),
    deployments,
  };
}

/** The revision of the task definition of ours. */
export const oursRevision = ({ isSameTaskDefinition }: World): number => (isSameTaskDefinition ? 1 : 2);

/** How many of ours run, and how many failed, at a time. */
function countAt({ course, up }: World, t: number): Count {
  if (course === "crash-loop") return { desired: 2, running: 0, pending: 1, failed: Math.floor(t / 20) };
  if (course === "transient" && t < up) return { desired: 2, running: 0, pending: 1, failed: Math.floor(t / 15) };
  if (course === "flapping") {
    const phase = t % 60;
    return phase < 30 ? { desired: 2, running: 2 } : { desired: 2, running: 0, pending: 2, failed: 3 };
  }
  if (course === "wobbly" && t < up) {
    // It falls twice, and then stays.
    const isDown = t < 10 || (t > 40 && t < 60) || (t > 100 && t < 115);
    return isDown ? { desired: 2, running: 1, pending: 1, failed: 1 } : { desired: 2, running: 2 };
  }
  if (t < up) return { desired: 2, running: t > up / 2 ? 1 : 0, pending: 1 };
  if (course === "autoscaling") return { desired: 6, running: Math.min(6, 2 + Math.floor((t - up) / 5)) };
  return { desired: 2, running: 2 };
}

/** The service as it is at a time, seconds since ours began. */
export function serviceAt(world: World, t: number): Raw {
  const { course, up } = world;
  const { at } = truthOf(world);
  const revision = oursRevision(world);
  const before = rollout(world, 1000, "PRIMARY", "COMPLETED", { desired: 2, running: 2 }, 1);
  if (t < 0) return service("A", [before]);
  const old = { ...before, status: "ACTIVE", ...(t > up ? { desiredCount: 0 } : {}) };
  const isUnending = ["endless", "crash-loop", "flapping"].includes(course);
  if (t < at || isUnending)
    return service("B", [rollout(world, 2000, "PRIMARY", "IN_PROGRESS", countAt(world, t), revision), old]);
  const done = countAt(world, t);
  if (course === "early-success" && t < at + 60) {
    return service("B", [rollout(world, 2000, "PRIMARY", "IN_PROGRESS", done, revision), old]);
  }
  if (course === "superseded") {
    const theirs = rollout(
      world,
      4000,
      "PRIMARY",
      t > at + 60 ? "COMPLETED" : "IN_PROGRESS",
      { desired: 2, running: 0, pending: 2 },
      3,
    );
    return service(
      "C",
      t > at + 30
        ? [theirs]
        : [theirs, rollout(world, 2000, "ACTIVE", "IN_PROGRESS", { desired: 0, running: 1 }, revision)],
    );
  }
  if (course === "breaker-stop")
    return service("B", [
      rollout(world, 2000, "PRIMARY", "FAILED", { desired: 2, running: 0, failed: 3 }, revision),
      old,
    ]);
  if (course === "stopped") return service("B", [rollout(world, 2000, "PRIMARY", "IN_PROGRESS", done, revision), old]);
  if (course.endsWith("rollback")) {
    const isOver = t > at + 60;
    const back = rollout(world, 3000, "PRIMARY", isOver ? "COMPLETED" : "IN_PROGRESS", { desired: 2, running: 2 }, 1);
    const ours = rollout(world, 2000, "ACTIVE", "FAILED", { desired: 0, running: 0, failed: 3 }, revision);
    return service("B", isOver ? [back] : [back, ours]);
  }
  return service("B", [rollout(world, 2000, "PRIMARY", "COMPLETED", done, revision)]);
}

/** The service deployment B as it is at a time. */
export function deploymentAt(world: World, t: number): Raw {
  const { course, up } = world;
  const { at } = truthOf(world);
  const isShift = course.startsWith("blue-green");
  const base = {
    serviceDeploymentArn: arn("B"),
    targetServiceRevision: { arn: "rev-2" },
    ...(world.hasTimes ? { createdAt: EPOCH } : {}),
  };
  const isUnending = ["endless", "crash-loop", "flapping"].includes(course);
  if (t < at || isUnending) {
    const stage = t < up ? "SCALE_UP" : t < at - 10 ? "BAKE_TIME" : "CLEAN_UP";
    return { ...base, status: t < 1 ? "PENDING" : "IN_PROGRESS", ...(isShift ? { lifecycleStage: stage } : {}) };
  }
  if (course === "superseded") return { ...base, status: "STOPPED", statusReason: "replaced" };
  if (course === "stopped") return { ...base, status: t < at + 5 ? "STOP_REQUESTED" : "STOPPED" };
  if (course === "breaker-stop")
    return { ...base, status: "STOPPED", statusReason: "Circuit breaker threshold exceeded." };
  if (course.endsWith("rollback")) {
    const status = t > at + 60 ? "ROLLBACK_SUCCESSFUL" : t > at + 2 ? "ROLLBACK_IN_PROGRESS" : "ROLLBACK_REQUESTED";
    return { ...base, status, statusReason: "It failed." };
  }
  return { ...base, status: "SUCCESSFUL" };
}
