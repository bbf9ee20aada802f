/** What snapshots of a queue item and its build mean. Pure; it asks nothing. */
import type { Step } from "../../wait/target.ts";
import { pinOf } from "./address.ts";
import { nextOfBuild } from "./running.ts";
import { nextOfNewest } from "./newest.ts";
import type { JenkinsRead, JenkinsSnapshot, JenkinsState, JenkinsSubject } from "./state.ts";

/** What was pinned and is not there for so long does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;

/** The machine of one build, from the queue to its end. */
export function nextOfJenkins(
  subject: JenkinsSubject,
): (state: JenkinsState | undefined, snapshot: JenkinsSnapshot, elapsedMs: number) => Step<JenkinsState, JenkinsRead> {
  return (before, snapshot, elapsedMs) => {
    const state = before ?? beginning(subject);
    if (snapshot.of === "queue") return nextOfQueue(subject, state, snapshot, elapsedMs);
    if (snapshot.of === "newest") return nextOfNewest(subject, state, snapshot, elapsedMs);
    return nextOfBuild(subject, state, snapshot, elapsedMs);
  };
}

/** What is known before the first look. */
export function beginning({ jobPath, queueItem, buildNumber }: JenkinsSubject): JenkinsState {
  return {
    ...(queueItem === undefined ? {} : { queueItem }),
    ...(buildNumber === undefined ? {} : { pin: { path: jobPath, number: buildNumber }, pinnedAt: 0 }),
  };
}

function nextOfQueue(
  subject: JenkinsSubject,
  state: JenkinsState,
  snapshot: Extract<JenkinsSnapshot, { of: "queue" }>,
  elapsedMs: number,
): Step<JenkinsState, JenkinsRead> {
  const { item, build } = snapshot;
  if (build !== undefined) return pinned(state, { path: subject.jobPath, number: build.number }, elapsedMs);
  if (item === undefined) return unseen(subject, state, snapshot.isGone, elapsedMs);
  const { goneSince: _, ...seen } = state;
  const name = `queue item ${state.queueItem ?? 0}`;
  if (item.isCancelled) {
    const cause = `${name} was cancelled in the queue, before a build began`;
    return {
      state: seen,
      verdict: { result: "cancelled", cause },
      pace: "moving",
      reads: ["queue"],
      progress: "cancelled",
      stage: "queue",
    };
  }
  if (item.executable !== undefined) {
    const { isElsewhere, ...pin } = pinOf(subject.root, subject.jobPath, item.executable);
    const warnings = isElsewhere ? [`The ${name} is of another job than ${subject.job}: ${pin.path}`] : [];
    return pinned(seen, pin, elapsedMs, warnings);
  }
  const stuck = `The ${name} is stuck${item.why === "" ? "" : `: ${item.why}`}`;
  return {
    state: seen,
    pace: "moving",
    reads: ["queue"],
    progress: `in the queue${item.isStuck ? " and stuck" : ""}${item.why === "" ? "" : `: ${item.why}`}`,
    stage: "queue",
    ...(item.isStuck ? { warnings: [stuck] } : {}),
  };
}

function pinned(
  state: JenkinsState,
  pin: NonNullable<JenkinsState["pin"]>,
  elapsedMs: number,
  warnings: readonly string[] = [],
): Step<JenkinsState, JenkinsRead> {
  const { goneSince: _, ...rest } = state;
  return {
    state: { ...rest, pin, pinnedAt: elapsedMs },
    pace: "now",
    reads: ["build"],
    progress: `build #${pin.number} began`,
    stage: "build",
    warnings,
    facts: { pinned: String(pin.number) },
  };
}

function unseen(
  { job }: JenkinsSubject,
  state: JenkinsState,
  isGone: boolean,
  elapsedMs: number,
): Step<JenkinsState, JenkinsRead> {
  const goneSince = state.goneSince ?? elapsedMs;
  const name = `queue item ${state.queueItem ?? 0}`;
  const step = { state: { ...state, goneSince }, reads: ["queue"] as const, stage: "queue" };
  const progress = isGone
    ? `${name} is not in the queue (404), and no build of it is visible`
    : `${name} is not visible`;
  if (elapsedMs - goneSince < APPEARS_WITHIN_MS) return { ...step, pace: "starting", progress };
  const cause = isGone
    ? `${name} is not known to Jenkins (404; items are forgotten 5 minutes after they left the queue), and none of the newest builds of ${job} came of it`
    : `${name} never became visible`;
  const remedy = "Check queue-item and job. Jenkins answers 404, too, for a job that the user may not see.";
  return { ...step, verdict: { result: "not-found", cause, remedy }, pace: "moving", progress };
}
