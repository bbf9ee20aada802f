/** How it is told that GitHub did not let us do something, and what the job lacks for it. Pure. */
import { toFailure } from "@handrail/runner";
import { GitHubFailure } from "./failure.ts";

/**
 * The sentence that names the permission whose lack a thrown value tells of, with a space before it:
 * " The job needs `permissions: deployments: write`."; "" for anything else.
 */
export function permissionHint(thrown: unknown): string {
  const permission = thrown instanceof GitHubFailure ? thrown.permission : undefined;
  return permission === undefined ? "" : ` The job needs \`permissions: ${permission}\`.`;
}

/**
 * What people are told of something that could not be kept on GitHub, while the step goes on: what it is, why, which
 * permission is missing, what to do.
 * @param what begins the sentence, without a full stop
 */
export function describeUnkept(thrown: unknown, what = "The GitHub Deployment could not be kept"): string {
  const failure = toFailure(thrown);
  return `${what}: ${failure.what}.${permissionHint(thrown)} ${failure.remedy}`;
}
