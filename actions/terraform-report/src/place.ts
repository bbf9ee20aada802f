/**
 * Which pull request is told: the input, the event, or GitHub says it, never a file.
 */
import { mergedPullRequest } from "@handrail/github";
import type { Place } from "./agreement.ts";
import type { ReportStep } from "./step.ts";

/**
 * The pull request for a result of this kind; undefined when there is none.
 * @throws GitHubFailure when GitHub does not answer
 */
export async function findPlace(step: ReportStep, kind: "plan" | "apply"): Promise<Place | undefined> {
  const { inputs, context, deps } = step;
  const { owner, repo, sha } = context;
  const event = context.pullRequest;
  const number = inputs["pull-request"] ?? event?.number;
  if (event !== undefined && event.number === number && event.headSha !== "") return event;
  if (number !== undefined) return (await deps.github()).pullRequest(owner, repo, number);
  if (kind === "plan" || sha === "") return undefined;
  const found = mergedPullRequest(await (await deps.github()).pullRequestsOf(owner, repo, sha), sha);
  if (found === "ambiguous") {
    deps.host.annotate({
      level: "warning",
      message: `Commit ${sha} is the result of more than one merged pull request: none of them is told. Name one in the input pull-request.`,
    });
    return undefined;
  }
  return found;
}
