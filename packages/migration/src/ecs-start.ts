/**
 * Starts one task, and never two: a request whose answer was lost is sent again with its token, and a task that an earlier attempt
 * of the job has started is found by it. Says in words why there is no task.
 */
import { AwsFault, parseTask, stopCauseOf } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import type { Clock } from "@handrail/runner";
import { findTask, readArns, readStarted } from "./ecs-look.ts";
import type { SeenTask } from "./ecs-look.ts";
import { createPatience } from "./ecs-patience.ts";
import { startedByOf } from "./ecs-request.ts";
import type { TaskRequest, Tokens } from "./ecs-request.ts";
import type { Ending } from "./executor.ts";

/** What is started, and by what it can be ended before it is. */
export type Starting = {
  ask: Ask;
  clock: Clock;
  cluster: string;
  request: TaskRequest;
  tokens: Tokens;
  /** Aborted when the step is cancelled; undefined: cancelling ends nothing. */
  signal: AbortSignal | undefined;
  /** Monotonic: until then capacity is waited for. */
  capacityUntil: number;
  say(text: string): void;
};

/** The task; or why there is none, or none that is known. */
export type Started =
  | {
      arn: string;
      capacityProvider: string;
      /** It was started before, by an attempt whose job has ended. */
      isEarlier: boolean;
    }
  | { failed: Pick<Ending, "kind" | "cause" | "remedy"> };

/** What a request came to. */
type Answered =
  | { seen: SeenTask; wasLost: boolean }
  | { arns: readonly string[] }
  | { reasons: readonly string[] }
  | { failed: Pick<Ending, "kind" | "cause" | "remedy"> };

const PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;
/** Tokens whose tasks have ended already: a job cannot have been run again so often. */
const MOST_TOKENS = 100;

/** Starts it, or finds the one that runs already. Rejects only with what is neither AWS's answer nor a cancelled step. */
export async function startTask(starting: Starting): Promise<Started> {
  const { clock, signal, say } = starting;
  let pauseMs = PAUSE_MS;
  for (let count = 0; count < MOST_TOKENS;) {
    if (signal?.aborted === true) return { failed: cancelled() };
    const token = starting.tokens.next();
    const answered = await request(starting, token);
    if ("failed" in answered) return answered;
    if ("reasons" in answered) {
      const isPassing = answered.reasons.length > 0 && answered.reasons.every(isCapacity);
      if (!isPassing || clock.monotonic() + pauseMs > starting.capacityUntil)
        return { failed: refused(answered.reasons) };
      say(`No task was started (${answered.reasons.join(", ")}): trying again in ${pauseMs / 1000} s`);
      await clock.sleep(pauseMs, signal).catch(rethrowUnless(signal));
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      continue;
    }
    count += 1;
    const found = "arns" in answered ? await findRunning(starting, answered.arns) : running(answered);
    if (found !== undefined) return found;
  }
  return { failed: refused(["every attempt of this job has ended already"]) };
}

/** One request until it has an answer. It is not ended by a cancelled step: only its answer says what is to be stopped. */
async function request(starting: Starting, token: string): Promise<Answered> {
  const { ask, clock, signal } = starting;
  const input = { ...starting.request, clientToken: token, startedBy: startedByOf(token) };
  const patience = createPatience(clock);
  let wasLost = false;
  for (;;) {
    try {
      const answer = readStarted(await ask("ecs", "RunTask", input, { evenWhenCancelled: true }));
      return "reasons" in answer ? answer : { seen: answer, wasLost };
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      const arns = error.code === "ConflictException" ? readArns(error.cause, "resourceIds") : [];
      if (arns.length > 0) return { arns };
      wasLost ||= error.kind === "unavailable";
      const isFinal = error.kind === "denied" || error.kind === "refused" || signal?.aborted === true;
      if (isFinal || !patience.bears(error)) return settle(starting, { token, error, wasLost });
    }
    await clock.sleep(PAUSE_MS, signal).catch(rethrowUnless(signal));
  }
}

/** There is no answer, and there will be none: whether there is a task is asked once in another way when it is not known. */
async function settle(
  { ask, cluster, signal }: Starting,
  { token, error, wasLost }: { token: string; error: AwsFault; wasLost: boolean },
): Promise<Answered> {
  const words = `${error.action}: ${error.said === "" || error.said === error.code ? error.code : `${error.code}: ${error.said}`}`;
  if (!wasLost) {
    if (error.kind === "refused" && isCapacity(error.said)) return { reasons: [error.said] };
    if (signal?.aborted === true) return { failed: cancelled() };
    return { failed: { kind: "never-started", cause: `no task was started (${words})`, remedy: remedyOf(error) } };
  }
  const startedBy = startedByOf(token);
  try {
    const answer = await ask("ecs", "ListTasks", { cluster, startedBy }, { evenWhenCancelled: true });
    const [arn] = readArns(answer, "taskArns");
    if (arn !== undefined) {
      return { seen: { task: parseTask({ taskArn: arn }), digests: new Map(), capacityProvider: "" }, wasLost };
    }
  } catch (thrown) {
    if (!(thrown instanceof AwsFault)) throw thrown;
  }
  const cause = `whether a task was started is not known: the request had no answer (${words})`;
  const remedy = `Look in the cluster ${cluster} for a task that was started by ${startedBy}, and at the database, before this is run again.`;
  return { failed: { kind: "lost", cause, remedy } };
}

/** A new token is answered with a new task; one that has stopped ended before this attempt, which has seen what it did. */
function running({ seen, wasLost }: { seen: SeenTask; wasLost: boolean }): Started | undefined {
  const { task, capacityProvider } = seen;
  const { arn, lastStatus } = task;
  if (lastStatus === "STOPPED" && !wasLost) return undefined;
  return { arn, capacityProvider, isEarlier: !wasLost && !beginnings.has(lastStatus) };
}

/** What a task that RunTask has just started can be; "" when that is not told. */
const beginnings: ReadonlySet<string> = new Set(["", "PROVISIONING", "PENDING", "ACTIVATING"]);

/** ECS has tasks of this token with other parameters: one that runs is ours to wait for. */
async function findRunning(starting: Starting, arns: readonly string[]): Promise<Started | undefined> {
  const { ask, clock, cluster, signal } = starting;
  const patience = createPatience(clock);
  for (let looks = 1; ; looks += 1) {
    try {
      const answer = await ask("ecs", "DescribeTasks", { cluster, tasks: arns }, { evenWhenCancelled: true });
      const seen = arns.map((arn) => findTask(answer, arn)).filter((each) => "task" in each);
      const found = seen.find(({ task }) => task.lastStatus !== "STOPPED");
      if (found !== undefined) {
        return { arn: found.task.arn, capacityProvider: found.capacityProvider, isEarlier: true };
      }
      if (seen.length > 0 || looks === 3) return undefined;
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      if (!patience.bears(error)) {
        const cause = `a task of this job may run already (${arns.join(", ")}), and it cannot be seen (${error.what})`;
        return { failed: { kind: "lost", cause, remedy: error.remedy } };
      }
    }
    await clock.sleep(PAUSE_MS, signal).catch(rethrowUnless(signal));
    if (signal?.aborted === true) return { failed: cancelled() };
  }
}

/** Whether more capacity, or less work in the cluster, is all that is missing. */
function isCapacity(reason: string): boolean {
  return stopCauseOf(parseTask({ stopCode: "TaskFailedToStart", stoppedReason: reason })).kind === "capacity";
}

function refused(reasons: readonly string[]): Pick<Ending, "kind" | "cause" | "remedy"> {
  const words = reasons.length === 0 ? "no reason is told" : reasons.join(", ");
  const { hint } = stopCauseOf(parseTask({ stopCode: "TaskFailedToStart", stoppedReason: words }));
  const remedy = hint ?? "Check the cluster, its capacity and the placement constraints of the task definition.";
  return { kind: "never-started", cause: `ECS started no task (${words})`, remedy };
}

function cancelled(): Pick<Ending, "kind" | "cause" | "remedy"> {
  return { kind: "cancelled", cause: "the job was cancelled before a task was started", remedy: "" };
}

function remedyOf({ action, kind, said, remedy }: AwsFault): string {
  if (kind === "denied" && /iam:PassRole/.test(said)) {
    return "Allow iam:PassRole on the task role and the execution role of the task definition (iam:PassedToService: ecs-tasks.amazonaws.com) for the role of this job.";
  }
  if (kind === "refused") {
    return `Check cluster, task-definition, capacity-provider, subnets and security-groups (${action}).`;
  }
  return remedy;
}

const rethrowUnless =
  (signal: AbortSignal | undefined) =>
  (error: unknown): void => {
    if (signal?.aborted !== true) throw error;
  };
