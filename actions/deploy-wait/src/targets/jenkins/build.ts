/** What Jenkins tells about builds and queue items, as our own types. Pure; a wrong type reads as absent. */
import { read, readId, readList, readNumber, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";

/** A build. */
export type Build = {
  number: number;
  /** True, too, when the answer does not say that it is over. */
  isBuilding: boolean;
  /** SUCCESS, UNSTABLE, FAILURE, ABORTED, NOT_BUILT, or what the future brings; "" while there is none. */
  result: string;
  /** The queue item that it came from. */
  queueId?: number;
  /** How long it runs by now, and how long such builds take, ms. */
  runningMs?: number;
  estimatedMs?: number;
  /** When it began by Jenkins' clock, ms since 1970. */
  beganAt?: number;
  /** Who or what started and interrupted it: `Started by user alice`, `Aborted by bob`. */
  causes: readonly string[];
};

/** An item of the queue. */
export type QueueItem = {
  /** Why it waits. */
  why: string;
  isStuck: boolean;
  isCancelled: boolean;
  executable?: { number: number; url: string };
};

/** What a build is asked for. */
export const buildTree =
  "number,url,building,result,queueId,timestamp,estimatedDuration,actions[causes[shortDescription]]";

/** A build in an answer; undefined when the answer is not about one. `now` is Jenkins' time, ms since 1970. */
export function parseBuild(answer: unknown, now: number): Build | undefined {
  const number = readId(answer, "number");
  if (number === undefined) return undefined;
  const queueId = readId(answer, "queueId");
  const beganAt = readId(answer, "timestamp");
  const estimatedMs = readId(answer, "estimatedDuration");
  const causes = readList(answer, "actions")
    .flatMap((action) => readList(action, "causes"))
    .map((cause) => cutLine(readText(cause, "shortDescription"), 200))
    .filter((text) => text !== "");
  return {
    number,
    isBuilding: read(answer, "building") !== false,
    result: cutLine(readText(answer, "result"), 60),
    causes: [...new Set(causes)],
    ...(queueId === undefined ? {} : { queueId }),
    ...(beganAt === undefined ? {} : { beganAt, runningMs: now - beganAt }),
    ...(estimatedMs === undefined ? {} : { estimatedMs }),
  };
}

/** The builds in an answer about a job; undefined when the answer holds no such list. */
export function parseBuilds(answer: unknown, now: number): Build[] | undefined {
  const builds = read(answer, "builds");
  if (!Array.isArray(builds)) return undefined;
  return builds.map((each) => parseBuild(each, now)).filter((build) => build !== undefined);
}

/** An item of the queue; undefined when the answer is not about one. */
export function parseQueueItem(answer: unknown): QueueItem | undefined {
  if (readNumber(answer, "id") === undefined && read(answer, "executable") === undefined) return undefined;
  const number = readId(answer, "executable", "number");
  const url = readText(answer, "executable", "url");
  return {
    why: cutLine(readText(answer, "why"), 200),
    isStuck: read(answer, "stuck") === true,
    isCancelled: read(answer, "cancelled") === true,
    ...(number === undefined ? {} : { executable: { number, url } }),
  };
}
