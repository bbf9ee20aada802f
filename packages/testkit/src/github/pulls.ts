/** Pull requests: added by a test with any SHAs, or opened through the API over emulate's branches. */
import { GitHubError, invalid, json, notFound, paged, route, sorted, text, texts } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import { findIssue } from "./comments.ts";
import { withAccounts } from "./commits.ts";
import { patchIssue } from "./issues.ts";
import { mergeBaseIntoHead } from "./merge.ts";
import { branchSha, commitsOf, filesOf, mergePull, openPull, track } from "./pull-branches.ts";
import { isPull, renderFile, renderListedPull, renderPull } from "./pull-view.ts";
import type { PullIssue } from "./pull-view.ts";
import type { Issue } from "./store.ts";

/** Routes of pull requests. */
export const pullRoutes: readonly Route[] = [
  route("GET /repos/:owner/:repo/pulls", async (context) => {
    const pulls = filter(context, sorted(context, context.repository.issues.values(), "desc"));
    for (const each of pulls) await track(context, each);
    return paged(context, pulls, (each) => renderListedPull(context, each));
  }),
  route("POST /repos/:owner/:repo/pulls", async (context) => json(renderPull(context, await openPull(context)), 201)),
  route("GET /repos/:owner/:repo/pulls/:number", async (context) => json(renderPull(context, await find(context)))),
  route("PATCH /repos/:owner/:repo/pulls/:number", async (context) => {
    const issue = await find(context);
    if (text(context, "state") === "open" && issue.pull.mergedAt !== null) {
      throw invalid("PullRequest", "state", "custom", "state cannot be changed. The pull request has been merged.");
    }
    if (text(context, "state") === "open" && issue.state === "closed") await refuseReopening(context, issue);
    patchIssue(context, issue);
    const base = text(context, "base");
    if (base !== undefined)
      issue.pull.base = { ref: base, sha: (await branchSha(context, base)) ?? issue.pull.base.sha };
    return json(renderPull(context, issue));
  }),
  route("GET /repos/:owner/:repo/pulls/:number/files", async (context) => {
    const issue = await find(context);
    return paged(context, await filesOf(context, issue), (each) => renderFile(context, issue, each));
  }),
  route("GET /repos/:owner/:repo/pulls/:number/commits", async (context) => {
    const { pull } = await find(context);
    const page = paged(context, await commitsOf(context, pull), (commit) => commit);
    return withAccounts(page, context.identities, context.api, context.html);
  }),
  route("GET /repos/:owner/:repo/pulls/:number/merge", async (context) =>
    (await find(context)).pull.mergedAt === null ? { status: 404 } : { status: 204 },
  ),
  route("PUT /repos/:owner/:repo/pulls/:number/merge", async (context) => mergePull(context, await find(context))),
  route("PUT /repos/:owner/:repo/pulls/:number/update-branch", async (context) => {
    await mergeBaseIntoHead(context, await find(context));
    return json({ message: "Updating pull request branch.", url: context.request.path }, 202);
  }),
  route("POST /repos/:owner/:repo/pulls/:number/requested_reviewers", async (context) => {
    const issue = await find(context);
    refuseReviewers(context, issue);
    issue.pull.reviewers = [...new Set([...issue.pull.reviewers, ...texts(context.body["reviewers"])])];
    issue.pull.teamReviewers = [...new Set([...issue.pull.teamReviewers, ...texts(context.body["team_reviewers"])])];
    return json(renderPull(context, issue), 201);
  }),
  route("GET /repos/:owner/:repo/commits/:sha/pulls", async (context) =>
    paged(context, await pullsOf(context, context.params["sha"] ?? ""), (each) => renderListedPull(context, each)),
  ),
];

/** GitHub reopens only what is as it was: the branch is there, not rewritten, and nobody took its place. */
async function refuseReopening(context: Context, issue: PullIssue): Promise<void> {
  const { pull } = issue;
  const refuse = (why: string): GitHubError =>
    new GitHubError(422, "Validation Failed", [
      { resource: "PullRequest", code: "custom", field: "state", message: `state cannot be changed. ${why}` },
    ]);
  const head = await branchSha(context, pull.head.ref);
  if (head === undefined) throw refuse(`The ${pull.head.ref} branch has been deleted.`);
  const { owner, repo, issues } = context.repository;
  const { body } = await context.upstream.request("GET", `/repos/${owner}/${repo}/compare/${pull.head.sha}...${head}`);
  const isOnTop = ["identical", "ahead"].includes(String((body as { status?: unknown } | null)?.status));
  if (!isOnTop) throw refuse(`The ${pull.head.ref} branch was force-pushed or recreated.`);
  const other = [...issues.values()]
    .filter(isPull)
    .find(
      (each) => each.state === "open" && each.pull.head.ref === pull.head.ref && each.pull.base.ref === pull.base.ref,
    );
  if (other !== undefined) throw refuse(`There is already an open pull request from ${owner}:${pull.head.ref}.`);
}

/** Whoever has no access cannot review, and nobody reviews what is their own. */
function refuseReviewers({ body, repository }: Context, issue: PullIssue): void {
  const logins = texts(body["reviewers"]);
  if (logins.some((each) => each.toLowerCase() === issue.author.login.toLowerCase())) {
    throw new GitHubError(422, "Review cannot be requested from pull request author.");
  }
  if (logins.some((each) => repository.permissions.get(each.toLowerCase()) === "none")) {
    throw new GitHubError(
      422,
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${repository.owner}/${repository.repo} repository.`,
    );
  }
}

/** Merged and open ones; for a commit on the default branch only the merged ones that brought it there. */
async function pullsOf(context: Context, sha: string): Promise<PullIssue[]> {
  const found: PullIssue[] = [];
  for (const issue of context.repository.issues.values()) {
    if (!isPull(issue)) continue;
    await track(context, issue);
    const { pull } = issue;
    const shas = [pull.head.sha, pull.mergeCommitSha, ...pull.mergedAs];
    shas.push(...(await commitsOf(context, pull)).map((each) => each.sha));
    if (shas.some((each) => each?.startsWith(sha) === true && sha.length >= 7)) found.push(issue);
  }
  const merged = found.filter((each) => each.pull.mergedAt !== null);
  if (await isOnDefaultBranch(context, sha)) return merged;
  return found.filter((each) => each.state === "open" || each.pull.mergedAt !== null);
}

async function isOnDefaultBranch({ repository, upstream }: Context, sha: string): Promise<boolean> {
  const { owner, repo, defaultBranch } = repository;
  const { body } = await upstream.request("GET", `/repos/${owner}/${repo}/compare/${defaultBranch}...${sha}`);
  return ["identical", "behind"].includes(String((body as { status?: unknown } | null)?.status));
}

async function find(context: Context): Promise<PullIssue> {
  const issue = findIssue(context);
  if (!isPull(issue)) throw notFound();
  await track(context, issue);
  return issue;
}

function filter(context: Context, issues: Issue[]): PullIssue[] {
  const { query } = context.request;
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  return issues.filter(isPull).filter(
    ({ pull, ...issue }) =>
      (state === "all" || issue.state === state) &&
      // GitHub ignores a head filter without "owner:".
      (head === null ||
        !head.includes(":") ||
        head.toLowerCase() === `${pull.head.repo?.split("/")[0] ?? ""}:${pull.head.ref}`.toLowerCase()) &&
      (base === null || base === pull.base.ref),
  );
}
