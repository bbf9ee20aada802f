/**
 * Follows a task's output in CloudWatch Logs, from its first line: each line once, in order, whatever goes wrong on the way. A log
 * that cannot be read is no error; it says why. Only GetLogEvents is called: Live Tail leaves out lines.
 */
import { AwsFault, regionOfArn } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { quoteText, readList, readText } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import type { TaskDefinition } from "./ecs-definition.ts";

/** Which output, and who gets it. */
export type TaskLogOptions = {
  ask: Ask;
  clock: Clock;
  arn: string;
  definition: TaskDefinition;
  onLine(line: string): void;
};

/** How it is read. */
export type LogReading = {
  /** Id of the container's runtime, when it is known. */
  runtimeId: string;
  evenWhenCancelled: boolean;
};

/** See openTaskLog. */
export interface TaskLog {
  /** Reads what is new; false when there may be more that could not be read now. Rejects only when the step is cancelled. */
  read(reading: LogReading): Promise<boolean>;
  /**
   * Reads until the end of the stream is reached and enough time has gone by since `endedAt` (monotonic), when the container
   * ended: its last lines come late. An aborted signal takes away the waiting, not the reading.
   */
  drain(runtimeId: string, endedAt: number, signal?: AbortSignal): Promise<void>;
  /** Why there are no lines, or not all; "" when there is nothing to say. */
  readonly note: string;
}

/** Lines can come so long after the container's end, ms. */
const LATE_MS = 10_000;
/** A log that cannot be read for so long after the container's end is left, ms. */
const GIVE_UP_MS = 90_000;
const PAUSE_MS = 2000;
/** Pages of a reading: a page has 10,000 lines or 1 MiB at most. */
const MOST_PAGES = 50;

/** What is remembered. */
type Course = { token: string | undefined; isOver: boolean; note: string; hasStream: boolean };

/** Opens a log; nothing is asked before the first reading. */
export function openTaskLog(options: TaskLogOptions): TaskLog {
  const { clock, arn, definition } = options;
  const why = lackOf(arn, definition);
  const course: Course = { token: undefined, isOver: why !== "", note: why, hasStream: false };
  return {
    read: (reading) => read(options, course, reading),
    async drain(runtimeId, endedAt, signal) {
      for (;;) {
        const isCaughtUp = await read(options, course, { runtimeId, evenWhenCancelled: true });
        const waited = clock.monotonic() - endedAt;
        if (course.isOver || (isCaughtUp && (waited >= LATE_MS || signal?.aborted === true))) break;
        if (waited >= GIVE_UP_MS) {
          close(course, "its last lines could not be read");
          break;
        }
        await clock.sleep(PAUSE_MS, signal?.aborted === true ? undefined : signal).catch(() => undefined);
      }
      if (course.note === "" && !course.hasStream) course.note = "nothing was printed, or the log was not written";
    },
    get note() {
      return course.note;
    },
  };
}

/** Why the log is not one that can be read; "" when it is. */
function lackOf(arn: string, { log, container }: TaskDefinition): string {
  if (typeof log === "string") return log;
  const own = regionOfArn(arn);
  if (log.region === "" || own === "" || log.region === own) return "";
  return `the container ${container} logs to the Region ${quoteText(log.region)}`;
}

function close(course: Course, why: string): void {
  Object.assign(course, { isOver: true, note: why });
}

/** Reads pages until the end is reached; see TaskLog.read. */
async function read(
  options: TaskLogOptions,
  course: Course,
  { runtimeId, evenWhenCancelled }: LogReading,
): Promise<boolean> {
  const { log: place, container } = options.definition;
  if (course.isOver || typeof place === "string") return true;
  const stream = place.prefix === "" ? runtimeId : `${place.prefix}/${container}/${idOf(options.arn)}`;
  if (stream === "") return true;
  const input = { logGroupName: place.group, logStreamName: stream, startFromHead: true };
  try {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      if (!(await readPage(options, course, { input, evenWhenCancelled }))) return true;
    }
    return false;
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    // The stream is there from its first line on.
    if (error.code === "ResourceNotFoundException") return true;
    if (error.kind === "denied") close(course, `${error.action} is not allowed`);
    else if (error.kind === "refused") close(course, `${error.action}: ${error.code}: ${error.said}`);
    return course.isOver;
  }
}

/** One page: whether there may be another. */
async function readPage(
  { ask, onLine }: TaskLogOptions,
  course: Course,
  { input, evenWhenCancelled }: { input: object; evenWhenCancelled: boolean },
): Promise<boolean> {
  const { token } = course;
  const from = token === undefined ? {} : { nextToken: token };
  const answer = await ask("logs", "GetLogEvents", { ...input, ...from }, { evenWhenCancelled });
  course.hasStream = true;
  const next = readText(answer, "nextForwardToken");
  // The same token means the end for now; an empty page with another one does not.
  if (token !== undefined && next === token) return false;
  for (const event of readList(answer, "events")) onLine(readText(event, "message").replace(/\r?\n$/, ""));
  if (next === "") {
    close(course, "CloudWatch Logs gave no token to read on with");
    return false;
  }
  course.token = next;
  return true;
}

function idOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
