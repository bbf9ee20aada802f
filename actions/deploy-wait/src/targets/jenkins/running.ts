/** What a look at the pinned build means. Pure. A build is over when it is not building and has a result, not before. */
import type { Pace, Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import type { Build } from "./build.ts";
import type { JenkinsRead, JenkinsSnapshot, JenkinsState, JenkinsSubject } from "./state.ts";

/** A build is not there at once after its start, and a restart hides it: for so long, ms. */
const MISSING_AT_MOST_MS = 60_000;
/** The end is near so long before and after the estimate, ms. */
const BEFORE_MS = 10_000;
const AFTER_MS = 30_000;

/** The step after a look at the build. */
export function nextOfBuild(
  subject: JenkinsSubject,
  before: JenkinsState,
  snapshot: Extract<JenkinsSnapshot, { of: "build" }>,
  elapsedMs: number,
): Step<JenkinsState, JenkinsRead> {
  const { build } = snapshot;
  const number = before.pin?.number ?? 0;
  const facts = { pinned: String(number), url: `${subject.root}${before.pin?.path ?? subject.jobPath}/${number}/` };
  if (build === undefined || build.number !== number) {
    return { ...unseen(subject, before, snapshot.isMissing, elapsedMs), facts };
  }
  const { goneSince: _, ...rest } = before;
  const verdict = strangerOf(before, build) ?? verdictOf(subject, build);
  const isUnknown = verdict === undefined && !build.isBuilding && build.result !== "";
  return {
    state: { ...rest, build },
    ...(verdict === undefined ? {} : { verdict }),
    pace: paceOf(build),
    reads: ["build"],
    progress: progressOf(build),
    stage: "build",
    warnings: [
      ...(isUnknown ? [`Jenkins tells the unknown result ${build.result} of build #${number}; waiting goes on`] : []),
      ...(verdict?.result === "success" && build.result === "UNSTABLE"
        ? [`Build #${number} is UNSTABLE, which allow-unstable takes as a success`]
        : []),
    ],
    facts: build.isBuilding || build.result === "" ? facts : { ...facts, "jenkins result": build.result },
  };
}

/** A build that came of another queue item is not ours. Old builds have no such number, or one below 0. */
function strangerOf({ queueItem }: JenkinsState, { number, queueId }: Build): Verdict | undefined {
  if (queueItem === undefined || queueId === undefined || queueId === queueItem) return undefined;
  const cause = `build #${number} came of queue item ${queueId}, not of queue item ${queueItem}`;
  return { result: "not-found", cause, remedy: "Check that job, queue-item and build-number belong together." };
}

function verdictOf({ allowUnstable }: JenkinsSubject, build: Build): Verdict | undefined {
  if (build.isBuilding || build.result === "") return undefined;
  const cause = `build #${build.number} ended with ${build.result}`;
  const interruption = build.causes.find((text) =>
    /^(?:aborted|superseded|interrupted|cancelled|canceled|timeout)/i.test(text),
  );
  const why = interruption === undefined ? "" : ` (${interruption})`;
  switch (build.result) {
    case "SUCCESS":
      return { result: "success", cause: "" };
    case "UNSTABLE":
      return allowUnstable ? { result: "success", cause: "" } : { result: "unstable", cause };
    case "FAILURE":
      return { result: "failed", cause };
    case "ABORTED":
    case "NOT_BUILT": {
      const isSuperseded = /^superseded by/i.test(interruption ?? "");
      const result = isSuperseded ? "superseded" : build.result === "ABORTED" ? "stopped" : "failed";
      return { result, cause: `${cause}${why}` };
    }
    default:
      return undefined;
  }
}

function paceOf({ isBuilding, result, runningMs, estimatedMs }: Build): Pace {
  // Its post steps are running.
  if (isBuilding && result !== "") return "near";
  if (runningMs === undefined || estimatedMs === undefined) return "moving";
  const left = estimatedMs - runningMs;
  return left <= BEFORE_MS && left >= -AFTER_MS ? "near" : "moving";
}

function progressOf({ number, isBuilding, result }: Build): string {
  if (isBuilding) return `build #${number} is running${result === "" ? "" : `, ${result} so far`}`;
  return `build #${number} ${result === "" ? "has no result yet" : `ended with ${result}`}`;
}

function unseen(
  { job }: JenkinsSubject,
  before: JenkinsState,
  isMissing: boolean,
  elapsedMs: number,
): Step<JenkinsState, JenkinsRead> {
  const number = before.pin?.number ?? 0;
  const since = before.build === undefined ? (before.pinnedAt ?? 0) : elapsedMs;
  const goneSince = before.goneSince ?? since;
  const state = { ...before, goneSince };
  const said = isMissing ? "404 Not Found" : "the answers are not about it";
  const progress = `build #${number} is not visible ${before.build === undefined ? "yet" : "any more"} (${said})`;
  const step = { state, reads: ["build"] as const, progress, stage: "build" };
  if (elapsedMs - goneSince < MISSING_AT_MOST_MS) {
    return { ...step, pace: before.build === undefined ? "starting" : "moving" };
  }
  const cause =
    before.build === undefined
      ? `there is no build #${number} of ${job} (${said})`
      : `build #${number} of ${job} was running and is gone (${said}): it was deleted, or may not be seen any more`;
  const remedy = "Check job and build-number. Jenkins answers 404, too, for a job that the user may not see.";
  return { ...step, verdict: { result: "not-found", cause, remedy }, pace: "moving" };
}
