/**
 * A model of tasks that knows the truth: random containers, exit codes and stop codes, and answers about them that are late,
 * partial, empty, wrong or about others. For tests.
 */
import fc from "fast-check";
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";

/** What the task definition says, and how the container ends; no code: it never started. */
export type ModelContainer = { name: string; isEssential: boolean; code?: number };

/** A task from its start to its end. Instants are ms of the virtual time in which it is looked at. */
export type TaskModel = {
  containers: readonly ModelContainer[];
  stopCode: string;
  /** Instants at which it has each status; the last is STOPPED. */
  path: readonly { at: number; status: string }[];
  /** The answer says which containers are essential; the task definition does; nobody does. */
  tells: "answer" | "definition" | "nobody" | "empty";
  /** Exit codes are told so much later than STOPPED. */
  lateCodesMs: number;
  /** ECS forgets it then. */
  purgedAt: number;
  /** How each answer goes wrong; they are used one after another. */
  looks: readonly { lag: number; shape: Shape }[];
};

/** `partial`: without containers. `other`: about somebody else's task, which ended well. */
export type Shape = "right" | "empty" | "missing" | "unknown" | "partial" | "other" | "fault";

export const MODEL_TASK = "arn:aws:ecs:eu-west-1:111122223333:task/prod/ours";

const codes = fc.constantFrom(0, 0, 0, 0, 1, 137, 143, 255);
const container = (name: string): fc.Arbitrary<ModelContainer> =>
  fc
    .record({ isEssential: fc.boolean(), code: codes, isStarted: fc.integer({ min: 0, max: 5 }) })
    .map(({ isEssential, code, isStarted }) => ({ name, isEssential, ...(isStarted > 0 ? { code } : {}) }));

const containers = fc
  .tuple(
    fc.constantFrom(0, 1, 2),
    codes.map((code) => ({ name: "migrate", isEssential: true, code })),
    container("otel"),
    container("proxy"),
  )
  .map(([count, main, ...others]): readonly ModelContainer[] => [main, ...others.slice(0, count)]);

const shapes = fc.constantFrom<Shape>(
  ...Array.from({ length: 20 }, () => "right" as const),
  "empty",
  "missing",
  "unknown",
  "partial",
  "other",
  "fault",
);

/** Random tasks. */
export const taskModels: fc.Arbitrary<TaskModel> = fc
  .record({
    containers,
    stopCode: fc.oneof(
      { weight: 6, arbitrary: fc.constant("EssentialContainerExited") },
      fc.constantFrom("SpotInterruption", "UserInitiated", "TaskFailedToStart", "", "MeteorStrike"),
    ),
    lengths: fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 7, maxLength: 7 }),
    skips: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    tells: fc.constantFrom<TaskModel["tells"]>("answer", "definition", "nobody", "empty"),
    lateCodesMs: fc.constantFrom(0, 0, 0, 3000),
    looks: fc.array(fc.record({ lag: fc.constantFrom(0, 0, 0, 2000, 8000), shape: shapes }), {
      minLength: 5,
      maxLength: 50,
    }),
  })
  .map(({ lengths, skips, ...rest }) => {
    const statuses = ["PROVISIONING", "PENDING", "ACTIVATING", "RUNNING", "STOPPING", "DEPROVISIONING", "DEACTIVATING"];
    let at = 0;
    const path = statuses.flatMap((status, index) => {
      if (index > 0 && skips[index]) return [];
      const begun = { at, status };
      at += lengths[index] ?? 0;
      return [begun];
    });
    return {
      ...rest,
      path: [...path, { at, status: "STOPPED" }],
      purgedAt: at + 3_600_000,
    };
  });

/** Whether it did end well, and when; nothing else is the truth. */
export function truthOf({ containers, stopCode, path }: TaskModel): { isGood: boolean; at: number } {
  const essentials = containers.filter(({ isEssential }) => isEssential);
  const isByItself = stopCode === "EssentialContainerExited" || stopCode === "";
  const isGood = isByItself && essentials.every(({ code }) => code === 0);
  return { isGood, at: path.at(-1)?.at ?? 0 };
}

/** An Ask that answers as the model is at the time. `count` counts the looks. */
export function askModel(model: TaskModel, now: () => number): Ask {
  let count = 0;
  return (_service, operation) => {
    if (operation === "DescribeTaskDefinition") return definitionOf(model);
    if (operation !== "DescribeTasks") return Promise.resolve({});
    const { lag, shape } = model.looks[count % model.looks.length] ?? { lag: 0, shape: "right" };
    count += 1;
    if (shape === "fault") return Promise.reject(faultOf("throttled", operation));
    return Promise.resolve(answerAt(model, now() - lag, shape, now()));
  };
}

const faultOf = (kind: "throttled" | "denied", operation: string): AwsFault =>
  new AwsFault({ kind, action: `ecs:${operation}`, code: kind, message: "" });

function definitionOf({ tells, containers }: TaskModel): Promise<unknown> {
  if (tells === "nobody") return Promise.reject(faultOf("denied", "DescribeTaskDefinition"));
  if (tells !== "definition") return Promise.resolve({});
  const definitions = containers.map(({ name, isEssential }) => ({ name, essential: isEssential }));
  return Promise.resolve({ taskDefinition: { containerDefinitions: definitions } });
}

function answerAt(model: TaskModel, then: number, shape: Shape, now: number): unknown {
  if (shape === "empty") return {};
  const missing = { tasks: [], failures: [{ arn: MODEL_TASK, reason: "MISSING" }] };
  const found = model.path.findLast(({ at }) => at <= then);
  if (shape === "missing" || found === undefined || now >= model.purgedAt) return missing;
  const status = shape === "unknown" ? "DREAMING" : found.status;
  const isOver = found.status === "STOPPED";
  const task = {
    taskArn: MODEL_TASK,
    taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/db:7",
    lastStatus: status,
    ...(isOver ? { stopCode: model.stopCode } : {}),
    containers: shape === "partial" ? [] : containersAt(model, isOver && then >= found.at + model.lateCodesMs),
  };
  const good = { name: "migrate", exitCode: 0, essential: true };
  const stranger = { lastStatus: "STOPPED", stopCode: "EssentialContainerExited", containers: [good] };
  const other = { ...stranger, taskArn: "arn:aws:ecs:eu-west-1:111122223333:task/prod/theirs" };
  return { tasks: shape === "other" ? [other] : [other, task], failures: [] };
}

function containersAt({ containers, tells }: TaskModel, isTold: boolean): unknown[] {
  return containers.map(({ name, isEssential, code }) => ({
    name,
    ...(tells === "answer" ? { essential: isEssential } : {}),
    ...(isTold && code !== undefined ? { exitCode: code } : {}),
  }));
}
