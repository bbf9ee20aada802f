/** What a look at a job's builds means when nothing is pinned: the newest that began after the start is ours. Pure. */
import type { Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import type { JenkinsRead, JenkinsSnapshot, JenkinsState, JenkinsSubject } from "./state.ts";

/** Clocks and triggers may differ by so much, ms. */
const SLACK_MS = 60_000;
/** None within this time: nothing was started, ms. */
const NONE_AFTER_MS = 60_000;

/** The step after a look at the job. */
export function nextOfNewest(
  { job, jobPath, startedAt }: JenkinsSubject,
  state: JenkinsState,
  { isMissing, builds, queued, skewMs }: Extract<JenkinsSnapshot, { of: "newest" }>,
  elapsedMs: number,
): Step<JenkinsState, JenkinsRead> {
  const since = startedAt + skewMs - SLACK_MS;
  const ours = (builds ?? []).filter(({ beganAt }) => beganAt !== undefined && beganAt >= since);
  const newest = ours.toSorted((a, b) => b.number - a.number)[0];
  if (newest !== undefined) {
    const { number } = newest;
    const others = `${ours.length} builds of ${job} began since the start: #${number}, the newest, is waited for. Set queue-item to be sure`;
    return {
      state: { ...state, pin: { path: jobPath, number }, pinnedAt: elapsedMs },
      pace: "now",
      reads: ["build"],
      progress: `build #${number} is the newest`,
      stage: "build",
      warnings: ours.length > 1 ? [others] : [],
      facts: { pinned: String(number) },
    };
  }
  if (queued !== undefined) {
    const progress = `queue item ${queued} is the newest`;
    return { state: { ...state, queueItem: queued }, pace: "now", reads: ["queue"], progress, stage: "queue" };
  }
  const isSeen = builds !== undefined;
  const progress = isSeen ? `no build of ${job} yet` : `${job} is not visible${isMissing ? " (404 Not Found)" : ""}`;
  const step = { state, reads: ["newest"] as const, progress, stage: "queue" };
  if (elapsedMs < NONE_AFTER_MS) return { ...step, pace: "starting" };
  const verdict: Verdict = isSeen
    ? { result: "noop", cause: `no build of ${job} began within a minute` }
    : {
        result: "not-found",
        cause: `there is no job ${job} (${isMissing ? "404 Not Found" : "the answers are not about it"})`,
        remedy: "Check jenkins-url and job. Jenkins answers 404, too, for a job that the user may not see.",
      };
  return { ...step, verdict, pace: "moving" };
}
