/**
 * Watches a task until it has stopped, or until it is known why that cannot be seen. It also asks it to stop, when the step is
 * cancelled or time is up, and then watches on: what the task came to is only known when it has stopped. It judges nothing.
 */
import { AwsFault, withEssentials } from "@handrail/aws";
import type { Ask, EcsTask } from "@handrail/aws";
import { formatDuration } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import type { TaskDefinition } from "./ecs-definition.ts";
import type { TaskLog } from "./ecs-log.ts";
import { findTask } from "./ecs-look.ts";
import type { SeenTask } from "./ecs-look.ts";
import { stopTask } from "./ecs-stop.ts";
import type { Asked } from "./ecs-stop.ts";
import { createPatience } from "./ecs-patience.ts";
import type { Patience } from "./ecs-patience.ts";
import { verdictOf } from "./ecs-verdict.ts";

/** Which task, and what ends the watching. */
export type Watching = {
  ask: Ask;
  clock: Clock;
  cluster: string;
  arn: string;
  definition: TaskDefinition;
  log: TaskLog;
  /** Aborted when the step is cancelled; undefined: cancelling ends nothing. */
  signal: AbortSignal | undefined;
  onCancel: "stop" | "leave";
  /** Monotonic. */
  startedAt: number;
  timeoutMs: number;
  /** What has changed, for people. */
  say(text: string): void;
  /** Whether what was wanted is there, so that nobody has to wait for the task's end. */
  isEnough(): boolean;
};

/** What came of it. `stopped`: with the task as it was seen last. `left`: it goes on. `lost`: it cannot be seen any more. */
export type Watched = { asked?: Asked; seen?: SeenTask } & (
  | { how: "stopped"; seen: SeenTask; endedAt: number }
  | { how: "enough" }
  | { how: "left"; because: string }
  | { how: "lost"; because: string; remedy: string }
);

/** The first looks come quickly, for many tasks are short; ms. */
const pauses: readonly number[] = [2000, 2000, 2000, 3000, 4000];
const PAUSE_MS = 5000;
const NEAR_MS = 2000;
/** A new task may be unknown for so long, ms: ECS's answers lag behind each other. */
const APPEARS_MS = 60_000;
/** A task that was seen and is not there in so many looks is gone. */
const MOST_MISSING = 3;
/** Codes that are missing may come so much later than STOPPED, ms. */
const LATE_CODES_MS = 12_000;
/** From the container's end to STOPPED, ms: network and host are given back. */
const CLEARING_MS = 90_000;
/** At least so often something is said, ms. */
const HEARTBEAT_MS = 300_000;

/** What is remembered between two looks. Times are monotonic, ms. */
type Course = {
  looks: number;
  missing: number;
  seen?: SeenTask;
  /** The container, or the whole task, had ended then. */
  endedAt?: number;
  stoppedAt?: number;
  asked?: { why: Asked; until: number };
  saidAt: number;
};

/** Watches. Rejects only with what is neither AWS's answer nor a cancelled step. */
export async function watchTask(watching: Watching): Promise<Watched> {
  const { clock } = watching;
  const course: Course = { looks: 0, missing: 0, saidAt: clock.monotonic() };
  const patience = createPatience(clock);
  for (;;) {
    const result = (await interrupt(watching, course)) ?? (await look(watching, course, patience));
    if (result !== undefined) {
      const { asked, seen } = course;
      return {
        ...(asked === undefined ? {} : { asked: asked.why }),
        ...(seen === undefined ? {} : { seen }),
        ...result,
      };
    }
    course.looks += 1;
    await pause(watching, course);
  }
}

/** The signal that still counts: when the task was asked to stop, nothing else does. */
function signalOf({ signal }: Watching, { asked }: Course): AbortSignal | undefined {
  return asked === undefined ? signal : undefined;
}

/** Asks the task to stop when it is time for that. */
async function interrupt(watching: Watching, course: Course): Promise<Watched | undefined> {
  const { clock, startedAt, timeoutMs, definition } = watching;
  const now = clock.monotonic();
  if (course.asked !== undefined) {
    if (now < course.asked.until) return undefined;
    return { how: "left", because: "it was asked to stop (StopTask), and has not stopped yet" };
  }
  const isCancelled = watching.signal?.aborted === true;
  if (!isCancelled && now - startedAt < timeoutMs) return undefined;
  const why = isCancelled ? "cancelled" : "timeout";
  course.asked = { why, until: now + definition.stopTimeoutMs + CLEARING_MS };
  if (why === "cancelled" && watching.onCancel === "leave") {
    watching.say(`The step is cancelled: the task ${watching.arn} goes on`);
    return { how: "left", because: "on-cancel is leave" };
  }
  watching.say(
    why === "cancelled"
      ? `The step is cancelled: the task ${watching.arn} is asked to stop`
      : `The task did not end within ${formatDuration(timeoutMs)}: it is asked to stop`,
  );
  const refusal = await stopTask(watching, why);
  return refusal === undefined ? undefined : { how: "left", because: `it could not be stopped: ${refusal}` };
}

/** Looks once at the task and at its output. */
async function look(watching: Watching, course: Course, patience: Patience): Promise<Watched | undefined> {
  const { ask, cluster, arn, log } = watching;
  const evenWhenCancelled = signalOf(watching, course) === undefined;
  try {
    const answer = await ask("ecs", "DescribeTasks", { cluster, tasks: [arn] }, { evenWhenCancelled });
    patience.answered();
    const found = findTask(answer, arn);
    if ("missing" in found) return judgeMissing(watching, course, found.missing);
    note(watching, course, found);
    const runtimeId = containerOf(watching, found.task)?.runtimeId ?? "";
    await log.read({ runtimeId, evenWhenCancelled });
    if (watching.isEnough()) return { how: "enough" };
    return judgeSeen(watching, course, found);
  } catch (error) {
    if (signalOf(watching, course)?.aborted === true) return undefined;
    if (!(error instanceof AwsFault)) throw error;
    if (patience.bears(error)) return undefined;
    const said = error.said === "" ? error.code : `${error.code}: ${error.said}`;
    return { how: "lost", because: `${error.action} gives no answer (${said})`, remedy: error.remedy };
  }
}

function judgeMissing({ clock, startedAt }: Watching, course: Course, words: string): Watched | undefined {
  course.missing += 1;
  const isNew = course.seen === undefined && clock.monotonic() - startedAt < APPEARS_MS;
  if (isNew || course.missing < MOST_MISSING) return undefined;
  const remedy =
    "Look at its log and at the database: how it ended was not seen. ECS forgets a task some time after it stopped.";
  return { how: "lost", because: `ECS does not know the task any more (${words})`, remedy };
}

/** Remembers what was seen, and says what is new. */
function note(watching: Watching, course: Course, found: SeenTask): void {
  const { clock, definition, say } = watching;
  const before = course.seen?.task.lastStatus;
  const task = withEssentials(found.task, definition.essentials);
  course.seen = { ...found, task };
  course.missing = 0;
  const now = clock.monotonic();
  const container = containerOf(watching, task);
  const hasEnded = container?.exitCode !== undefined || container?.lastStatus === "STOPPED";
  if (hasEnded || task.lastStatus === "STOPPED") course.endedAt ??= now;
  if (task.lastStatus === "STOPPED") course.stoppedAt ??= now;
  const isNew = task.lastStatus !== before && task.lastStatus !== "";
  if (!isNew && now - course.saidAt < HEARTBEAT_MS) return;
  course.saidAt = now;
  say(isNew ? `The task is ${task.lastStatus}` : `The task is still ${task.lastStatus}`);
}

function judgeSeen({ clock, definition }: Watching, course: Course, found: SeenTask): Watched | undefined {
  const now = clock.monotonic();
  const { seen = found, stoppedAt, endedAt = now } = course;
  if (stoppedAt === undefined) return undefined;
  const { isComplete } = verdictOf(seen.task, definition.container);
  return isComplete || now - stoppedAt >= LATE_CODES_MS ? { how: "stopped", seen, endedAt } : undefined;
}

function containerOf({ definition }: Watching, { containers }: EcsTask): EcsTask["containers"][number] | undefined {
  return containers.find(({ name }) => name === definition.container);
}

/** Waits for the next look, not beyond the next deadline; a cancelled step ends it. */
async function pause(watching: Watching, course: Course): Promise<void> {
  const { clock, startedAt, timeoutMs } = watching;
  const usual = pauses[course.looks - 1] ?? PAUSE_MS;
  const isNear = course.endedAt !== undefined || course.asked !== undefined;
  const deadline = course.asked?.until ?? startedAt + timeoutMs;
  const ms = Math.min(isNear ? NEAR_MS : usual, Math.max(0, deadline - clock.monotonic()));
  const signal = signalOf(watching, course);
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
