/** Pull requests: added by a test with any SHAs, or opened through the API over emulate's branches. */
import { invalid, json, notFound, paged, route, sorted, text, texts } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import { findIssue } from "./comments.ts";
import { withAccounts } from "./commits.ts";
import { patchIssue } from "./issues.ts";
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
  route("POST /repos/:owner/:repo/pulls/:number/requested_reviewers", async (context) => {
    const issue = await find(context);
    issue.pull.reviewers = [...new Set([...issue.pull.reviewers, ...texts(context.body["reviewers"])])];
    issue.pull.teamReviewers = [...new Set([...issue.pull.teamReviewers, ...texts(context.body["team_reviewers"])])];
    return json(renderPull(context, issue), 201);
  }),
  route("GET /repos/:owner/:repo/commits/:sha/pulls", async (context) =>
    paged(context, await pullsOf(context, context.params["sha"] ?? ""), (each) => renderListedPull(context, each)),
  ),
];

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
