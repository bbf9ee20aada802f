/**
 * Where a plan was made: repository, run, commits. Pure.
 */
import type { ReportOrigin } from "@handrail/report";
import type { PlanStep } from "./step.ts";

/** The origin of a step's report. The head is the pull request's, not the merge commit that the runner checks out. */
export function originOf({ context, pullRequest }: PlanStep): ReportOrigin {
  const event = context.pullRequest?.number === pullRequest ? context.pullRequest : undefined;
  return {
    repository: `${context.owner}/${context.repo}`,
    serverUrl: context.serverUrl,
    runUrl: context.runUrl,
    runId: context.runId,
    runAttempt: context.runAttempt,
    headSha: event === undefined || event.headSha === "" ? context.sha : event.headSha,
    ...(event === undefined || event.baseSha === "" ? {} : { baseSha: event.baseSha }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
  };
}
