/**
 * Settles which pull request is told, and what its commits are. The event knows, unless it is a comment's or another
 * number was given: then GitHub is asked before anything is planned.
 */
import { Failure, toFailure } from "@handrail/runner";
import type { PlanStep } from "./step.ts";
import { requireTrusted } from "./trust.ts";

/**
 * The step with the pull request as it is now, where the event does not say.
 * @throws Failure `invalid-input` for a comment on a fork's pull request, or when nobody can tell whether it is one
 */
export async function settlePullRequest(step: PlanStep): Promise<PlanStep> {
  const { context, pullRequest, deps, inputs } = step;
  const isKnown = context.pullRequest?.number === pullRequest && (context.pullRequest?.headSha ?? "") !== "";
  if (pullRequest === undefined || isKnown) return step;
  const isComment = context.eventName === "issue_comment";
  if (inputs["github-token"] === "" && !isComment) return step;
  try {
    const github = await deps.github();
    const found = await github.pullRequest(context.owner, context.repo, pullRequest);
    requireTrusted({ eventName: context.eventName, isUntrusted: isComment && found.isFork });
    return { ...step, context: { ...context, pullRequest: found } };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.reason === "invalid-input") throw failure;
    if (!isComment) {
      deps.host.log.info(`The commits of pull request ${pullRequest} are not known: ${failure.what}`);
      return step;
    }
    throw new Failure({
      reason: "invalid-input",
      what: `Nobody can tell whether pull request ${pullRequest} comes from a fork: ${failure.what}`,
      remedy: "Give the job pull-requests: read. Nothing was started.",
      cause: thrown,
    });
  }
}
