/** Branches as REST writes them: what GitHub refuses, and what happens to pull requests when their branch goes. */
import type { Answer } from "../loopback.ts";
import { GitHubError, route } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import { track } from "./pull-branches.ts";
import { isPull } from "./pull-view.ts";
import type { PullIssue } from "./pull-view.ts";
import type { Repository } from "./store.ts";

const HEADS = "refs/heads/";

/** Routes that write refs; reading them is emulate's. */
export const refRoutes: readonly Route[] = [
  route("POST /repos/:owner/:repo/git/refs", (context) => {
    refuseCreation(context.repository, String(context.body["ref"]));
    return forwarded(context);
  }),
  route("PATCH /repos/:owner/:repo/git/refs/*", (context) => forwarded(context)),
  route("DELETE /repos/:owner/:repo/git/refs/*", (context) =>
    withoutBranch(context, `refs/${context.params["*"] ?? ""}`, async () => {
      const answer = await forwarded(context);
      return { answer, isDone: answer.status === 204 };
    }).then(({ answer }) => answer),
  ),
];

/** Throws GitHub's refusal when a ruleset restricts the creation of this ref. */
export function refuseCreation({ settings }: Repository, ref: string): void {
  const { restrictedPrefix } = settings;
  if (restrictedPrefix !== undefined && ref.startsWith(HEADS + restrictedPrefix)) {
    throw new GitHubError(
      422,
      "Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n",
    );
  }
}

/** Deletes a branch by `remove`, and closes the pull requests whose head it was. */
export async function withoutBranch<T extends { isDone: boolean }>(
  context: Pick<Context, "repository" | "upstream" | "store" | "identity">,
  ref: string,
  remove: () => Promise<T>,
): Promise<T> {
  const pulls = [...context.repository.issues.values()].filter(
    (each): each is PullIssue =>
      isPull(each) && each.state === "open" && each.pull.isTracked && HEADS + each.pull.head.ref === ref,
  );
  for (const each of pulls) await track(context, each);
  const result = await remove();
  if (!result.isDone) return result;
  for (const each of pulls) {
    each.state = "closed";
    each.closedAt = context.store.timestamp();
    each.closedBy = context.identity;
    each.updatedAt = each.closedAt;
  }
  return result;
}

function forwarded(context: Context): Promise<Answer> {
  const { request, upstream, api } = context;
  return upstream.exclusive(() => upstream.forward(request.method, request.path, request.text, request.headers, api));
}
