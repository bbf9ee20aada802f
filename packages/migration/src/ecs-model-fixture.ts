/** For tests: a cluster in virtual time that answers as it is told, the executor on it, and all that was asked and said. */
import { AwsFault } from "@handrail/aws";
import type { Ask, AwsFaultKind } from "@handrail/aws";
import { virtualClock } from "@handrail/testkit";
import type { VirtualClock } from "@handrail/testkit";
import { openEcsExecutor } from "./ecs.ts";
import type { EcsSettings } from "./ecs.ts";
import type { CommandAbout, Ending, Executor } from "./executor.ts";

export const TASK = "arn:aws:ecs:eu-west-1:111122223333:task/prod/0123456789abcdef0123456789abcdef";
export const DEFINITION = "arn:aws:ecs:eu-west-1:111122223333:task-definition/app:7";
export const DIGEST = `sha256:${"a".repeat(64)}`;

/** A line of the task's output, and when it can be read first: ms since RunTask. */
export type ModelLine = { at: number; message: string };

/** A call as it came. */
export type ModelCall = {
  operation: string;
  input: Readonly<Record<string, unknown>>;
  at: number;
  evenWhenCancelled: boolean;
};

/** The task's fields at an instant after RunTask; `stoppedAt`: when StopTask came. */
export type ModelTask = (
  sinceStart: number,
  course: { stoppedAt: number | undefined },
) => Readonly<Record<string, unknown>>;

/** Answers in the place of the usual: a value, a thrown fault; undefined leaves it to the usual. `count`: of this operation, from 1. */
export type ModelAnswer = (call: ModelCall, count: number) => unknown;

/** What a test says about the cluster. `now` is ms since the start. */
export type ModelOptions = {
  settings?: Partial<EcsSettings>;
  /** Fields of the task definition. */
  definition?: Readonly<Record<string, unknown>>;
  /** Fields of the container `app` in it. */
  container?: Readonly<Record<string, unknown>>;
  /** Default: runs 30 s, ends with 0. */
  task?: ModelTask;
  lines?: readonly ModelLine[];
  answer?: ModelAnswer;
};

/** The executor on its cluster. */
export type Model = {
  executor: Executor;
  clock: VirtualClock;
  calls: ModelCall[];
  said: string[];
  debugged: string[];
  cancelling: AbortController;
  count(operation: string): number;
};

/** A fault as the door makes it. */
export function fault(kind: AwsFaultKind, code: string, operation = "DescribeTasks", message = "the words"): AwsFault {
  return new AwsFault({ kind, action: `ecs:${operation}`, code, message });
}

/** A container that has ended, or (undefined) has no code. */
export function container(exitCode?: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { name: "app", imageDigest: DIGEST, ...(exitCode === undefined ? {} : { exitCode }), ...more };
}

/** A task that has stopped. */
export function stopped(
  stopCode: string,
  containers: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { lastStatus: "STOPPED", stopCode, stoppedReason: "", startedAt: new Date(0), containers, ...more };
}

/** A task that runs until `at`, and is then as given. */
export function until(at: number, after: Readonly<Record<string, unknown>>): ModelTask {
  return (now) => (now < at ? { lastStatus: now < 5000 ? "PENDING" : "RUNNING", containers: [container()] } : after);
}

export const wellDone: Readonly<Record<string, unknown>> = stopped("EssentialContainerExited", [container(0)]);

const settings: EcsSettings = {
  cluster: "prod",
  taskDefinition: "app",
  container: "",
  subnets: [],
  securityGroups: [],
  assignPublicIp: false,
  capacityProvider: "",
  commandPrefix: [],
  tool: "knex",
  engine: "postgresql",
  intent: "production 4711",
  timeoutMs: 1_800_000,
  onCancel: "stop",
  imageDigest: "",
};

/** Opens the executor on a model. */
export async function openModel(options: ModelOptions = {}): Promise<Model> {
  const clock = virtualClock({ mode: "auto" });
  const cancelling = new AbortController();
  const calls: ModelCall[] = [];
  const [said, debugged]: [string[], string[]] = [[], []];
  const ask = createAsk(options, { clock, calls, signal: cancelling.signal });
  const log = {
    info: (text: string) => void said.push(text),
    warning: (text: string) => void said.push(text),
    debug: (text: string) => void debugged.push(text),
    group: (title: string) => void said.push(`[${title}]`),
    endGroup: () => void said.push("[end]"),
  };
  const doors = { ask, clock, log, cancelled: cancelling.signal };
  const executor = await openEcsExecutor({ ...settings, ...options.settings }, doors);
  const count = (operation: string): number => calls.filter((call) => call.operation === operation).length;
  return { executor, clock, calls, said, debugged, cancelling, count };
}

/** Opens it and runs one command. */
export async function run(
  options: ModelOptions = {},
  about: Partial<CommandAbout> = {},
): Promise<Model & { ending: Ending; endedAt: number }> {
  const model = await openModel(options);
  const command = { argv: ["knex", "migrate:up"] as const, environment: {} };
  const ending = await model.executor.run(command, { title: "knex: apply m1", ...about });
  return { ...model, ending, endedAt: model.clock.elapsed };
}

type World = { clock: VirtualClock; calls: ModelCall[]; signal: AbortSignal };

function createAsk(options: ModelOptions, { clock, calls, signal }: World): Ask {
  const course: { startedAt: number; stoppedAt: number | undefined } = { startedAt: 0, stoppedAt: undefined };
  return async (_service, operation, input, given) => {
    const evenWhenCancelled = given?.evenWhenCancelled === true;
    const call = { operation, input, at: clock.elapsed, evenWhenCancelled };
    calls.push(call);
    await Promise.resolve();
    if (!evenWhenCancelled) signal.throwIfAborted();
    if (operation === "RunTask" && course.startedAt === 0) course.startedAt = clock.elapsed;
    const count = calls.filter((each) => each.operation === operation).length;
    const answer = options.answer?.(call, count);
    if (answer !== undefined) return answer;
    if (operation === "StopTask") course.stoppedAt ??= clock.elapsed - course.startedAt;
    return usual(options, call, { since: clock.elapsed - course.startedAt, stoppedAt: course.stoppedAt });
  };
}

function usual(
  options: ModelOptions,
  call: ModelCall,
  { since, stoppedAt }: { since: number; stoppedAt: number | undefined },
): unknown {
  if (call.operation === "DescribeTaskDefinition") return describeDefinition(options);
  if (call.operation === "RunTask") return { tasks: [{ taskArn: TASK, lastStatus: "PROVISIONING" }], failures: [] };
  if (call.operation === "GetLogEvents") return page(options.lines ?? [], call.input, since);
  if (call.operation !== "DescribeTasks") return {};
  const task = (options.task ?? until(30_000, wellDone))(since, { stoppedAt });
  return { tasks: [{ taskArn: TASK, taskDefinitionArn: DEFINITION, ...task }], failures: [] };
}

function describeDefinition({ definition, container: fields }: ModelOptions): unknown {
  const options = { "awslogs-group": "/ecs/app", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs" };
  const app = {
    name: "app",
    image: `registry.example/app@${DIGEST}`,
    essential: true,
    logConfiguration: { logDriver: "awslogs", options },
    ...fields,
  };
  return {
    taskDefinition: {
      taskDefinitionArn: DEFINITION,
      family: "app",
      status: "ACTIVE",
      containerDefinitions: [app],
      ...definition,
    },
  };
}

/** Ten thousand lines, or none with the token that came in. */
function page(lines: readonly ModelLine[], input: Readonly<Record<string, unknown>>, since: number): unknown {
  const visible = lines.filter(({ at }) => at <= since);
  if (visible.length === 0) throw fault("refused", "ResourceNotFoundException", "GetLogEvents");
  const token = input["nextToken"];
  const start = typeof token === "string" ? Number(token.slice(2)) : 0;
  const shown = visible.slice(start, start + 10_000);
  return { events: shown.map(({ message }) => ({ message })), nextForwardToken: `f/${start + shown.length}` };
}
