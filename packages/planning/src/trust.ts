/**
 * Whether a run may plan at all. Pure.
 */
import { Failure } from "@handrail/runner";
import type { GitHubContext } from "@handrail/github";

/**
 * Refuses to plan a stranger's change with this repository's secrets: planning runs code of the change (providers,
 * modules, external data sources). Call it before a file of the checkout is read.
 * @throws Failure `invalid-input`
 */
export function requireTrusted(context: Pick<GitHubContext, "isUntrusted" | "eventName">): void {
  if (!context.isUntrusted) return;
  throw new Failure({
    reason: "invalid-input",
    what: `A change from a fork is not planned on ${context.eventName}: its code would run with this repository's secrets`,
    remedy: "Plan changes from forks on pull_request, where they get no secrets. Nothing was started.",
  });
}
