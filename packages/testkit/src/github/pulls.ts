/** Pull requests: added by a test with any SHAs, or opened through the API over emulate's branches. */
import { GitHubError, invalid, json, paged, route, sorted, text, texts, user } from "./answers.ts";
import type { Context, Route } from "./answers.ts";
import { findIssue } from "./comments.ts";
import { addIssue, patchIssue, renderLabel } from "./issues.ts";
import { nodeId } from "./store.ts";
import type { Issue, Pull, PullFile } from "./store.ts";

type PullIssue = Issue & { pull: Pull };

/** Routes of pull requests. */
export const pullRoutes: readonly Route[] = [
  route("GET /repos/:owner/:repo/pulls", async (context) => {
    const pulls = filter(context, sorted(context, context.repository.issues.values(), "desc"));
    for (const each of pulls) await track(context, each);
    return paged(context, pulls, (each) => renderPull(context, each));
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
    return paged(context, await commitsOf(context, pull), (sha) => ({
      sha,
      node_id: `C_${sha}`,
      commit: { message: "Change" },
    }));
  }),
  route("GET /repos/:owner/:repo/pulls/:number/merge", async (context) =>
    (await find(context)).pull.mergedAt === null ? { status: 404 } : { status: 204 },
  ),
  route("PUT /repos/:owner/:repo/pulls/:number/merge", async (context) => merge(context, await find(context))),
  route("POST /repos/:owner/:repo/pulls/:number/requested_reviewers", async (context) => {
    const issue = await find(context);
    issue.pull.reviewers = [...new Set([...issue.pull.reviewers, ...texts(context.body["reviewers"])])];
    issue.pull.teamReviewers = [...new Set([...issue.pull.teamReviewers, ...texts(context.body["team_reviewers"])])];
    return json(renderPull(context, issue), 201);
  }),
  route("GET /repos/:owner/:repo/commits/:sha/pulls", async (context) => {
    const sha = context.params["sha"] ?? "";
    const found: PullIssue[] = [];
    for (const issue of context.repository.issues.values()) {
      if (!isPull(issue)) continue;
      await track(context, issue);
      const { pull } = issue;
      const shas = [pull.head.sha, pull.mergeCommitSha, ...(await commitsOf(context, pull))];
      if (shas.some((each) => each?.startsWith(sha) === true && sha.length >= 7)) found.push(issue);
    }
    return paged(context, found, (each) => renderPull(context, each));
  }),
];

/** What a test gives to have a pull request; everything has a default. */
export type NewPullRequest = {
  number?: number;
  title?: string;
  body?: string;
  author?: string;
  headRef?: string;
  headSha?: string;
  /** `owner/name` of the fork, or `"deleted"`; left out: same repository. */
  fork?: string;
  baseRef?: string;
  baseSha?: string;
  labels?: string[];
  draft?: boolean;
  files?: (PullFile | string)[];
  /** Commit ids besides the head's. */
  commits?: string[];
  state?: "open" | "closed";
  merged?: boolean;
  mergeCommitSha?: string;
  mergeable?: boolean | null;
};

/** Stores a pull request with the SHAs that the test names; no branch needs to exist. */
export function addPull(context: Pick<Context, "store" | "repository" | "identities">, given: NewPullRequest): Issue {
  const { store, repository, identities } = context;
  const issue = addIssue(store, repository, {
    title: given.title ?? "Change infrastructure",
    body: given.body ?? null,
    labels: given.labels ?? [],
    author: identities.account(given.author ?? "octocat"),
    ...(given.number === undefined ? {} : { number: given.number }),
  });
  const head = given.headSha ?? String(issue.number).padStart(40, "a");
  const repo = given.fork === "deleted" ? null : (given.fork ?? `${repository.owner}/${repository.repo}`);
  const isMerged = given.merged === true;
  issue.pull = {
    head: { ref: given.headRef ?? `change-${issue.number}`, sha: head, repo },
    base: { ref: given.baseRef ?? repository.defaultBranch, sha: given.baseSha ?? "b".repeat(40) },
    isTracked: false,
    isDraft: given.draft === true,
    mergedAt: isMerged ? store.timestamp() : null,
    mergedBy: isMerged ? issue.author : null,
    mergeCommitSha: given.mergeCommitSha ?? (isMerged ? String(issue.number).padStart(40, "c") : null),
    isMergeable: given.mergeable === undefined ? true : given.mergeable,
    files: (given.files ?? []).map((file) => (typeof file === "string" ? { filename: file } : file)),
    commits: given.commits ?? [],
    reviewers: [],
    teamReviewers: [],
  };
  if (isMerged || given.state === "closed") {
    issue.state = "closed";
    issue.closedAt = store.timestamp();
  }
  return issue;
}

/** The pull request as REST shows it. */
export function renderPull(context: Context, issue: PullIssue): Record<string, unknown> {
  const { owner, repo } = context.repository;
  const { pull } = issue;
  const root = `${context.api}/repos/${owner}/${repo}`;
  const page = `${context.html}/${owner}/${repo}/pull/${issue.number}`;
  return {
    url: `${root}/pulls/${issue.number}`,
    id: issue.id,
    node_id: nodeId("PR", issue.number),
    html_url: page,
    diff_url: `${page}.diff`,
    issue_url: `${root}/issues/${issue.number}`,
    comments_url: `${root}/issues/${issue.number}/comments`,
    number: issue.number,
    state: issue.state,
    locked: issue.isLocked,
    title: issue.title,
    user: user(context, issue.author),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignees: issue.assignees.map((each) => user(context, each)),
    requested_reviewers: pull.reviewers.map((login) => user(context, context.identities.account(login))),
    requested_teams: pull.teamReviewers.map((slug) => ({ slug, name: slug })),
    labels: issue.labels.map((name) => renderLabel(context, name)),
    draft: pull.isDraft,
    head: renderSide(context, pull.head),
    base: renderSide(context, { ...pull.base, repo: `${owner}/${repo}` }),
    author_association: issue.author.login === owner ? "OWNER" : "CONTRIBUTOR",
    auto_merge: null,
    merged: pull.mergedAt !== null,
    mergeable: pull.isMergeable,
    mergeable_state: pull.isMergeable === null ? "unknown" : pull.isMergeable ? "clean" : "dirty",
    merged_by: user(context, pull.mergedBy),
    changed_files: pull.files.length,
    maintainer_can_modify: false,
  };
}

function renderSide(
  context: Context,
  side: { ref: string; sha: string; repo: string | null },
): Record<string, unknown> {
  const [owner = "", name = ""] = (side.repo ?? "/").split("/");
  const account = side.repo === null ? null : context.identities.account(owner);
  const own = `${context.repository.owner}/${context.repository.repo}`;
  return {
    label: `${owner === "" ? "unknown repository" : owner}:${side.ref}`,
    ref: side.ref,
    sha: side.sha,
    user: user(context, account),
    repo:
      side.repo === null
        ? null
        : {
            id: side.repo === own ? 1 : 2,
            name,
            full_name: side.repo,
            owner: user(context, account),
            private: false,
            fork: side.repo !== own,
            html_url: `${context.html}/${side.repo}`,
            url: `${context.api}/repos/${side.repo}`,
            default_branch: context.repository.defaultBranch,
          },
  };
}

function renderFile(context: Context, { pull }: PullIssue, file: PullFile): Record<string, unknown> {
  const root = `${context.api}/repos/${context.repository.owner}/${context.repository.repo}`;
  const additions = file.additions ?? 1;
  const deletions = file.deletions ?? 0;
  return {
    sha: file.sha ?? "d".repeat(40),
    status: "modified",
    additions,
    deletions,
    changes: additions + deletions,
    contents_url: `${root}/contents/${encodeURIComponent(file.filename)}?ref=${pull.head.sha}`,
    ...file,
  };
}

function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined;
}

async function find(context: Context): Promise<PullIssue> {
  const issue = findIssue(context);
  if (!isPull(issue)) throw new GitHubError(404, "Not Found");
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

async function openPull(context: Context): Promise<PullIssue> {
  const { repository } = context;
  const title = text(context, "title");
  const head = (text(context, "head") ?? "").replace(/^[^:]*:/u, "");
  const base = text(context, "base") ?? "";
  if (title === undefined || title === "") throw invalid("PullRequest", "title", "missing_field");
  const headSha = await branchSha(context, head);
  const baseSha = await branchSha(context, base);
  if (headSha === undefined) throw invalid("PullRequest", "head", "invalid");
  if (baseSha === undefined) throw invalid("PullRequest", "base", "invalid");
  const open = [...repository.issues.values()]
    .filter(isPull)
    .find(({ state, pull }) => state === "open" && pull.head.ref === head && pull.base.ref === base);
  if (open !== undefined) {
    throw new GitHubError(422, "Validation Failed", [
      {
        resource: "PullRequest",
        code: "custom",
        message: `A pull request already exists for ${repository.owner}:${head}.`,
      },
    ]);
  }
  if (headSha === baseSha) {
    throw new GitHubError(422, "Validation Failed", [
      { resource: "PullRequest", code: "custom", message: `No commits between ${base} and ${head}` },
    ]);
  }
  const body = text(context, "body");
  if (body !== undefined && body.length > 65_536)
    throw invalid("PullRequest", "body", "custom", "body is too long (maximum is 65536 characters)");
  const issue = addPull(context, {
    title,
    ...(body === undefined ? {} : { body }),
    author: context.identity.login,
    headRef: head,
    headSha,
    baseRef: base,
    baseSha,
    draft: context.body["draft"] === true,
  });
  if (!isPull(issue)) throw new Error("addPull made no pull request");
  issue.pull.isTracked = true;
  return issue;
}

/** Brings the SHAs of a pull request that was opened through the API up to its branches. */
async function track(context: Context, issue: PullIssue): Promise<void> {
  const { pull } = issue;
  if (!pull.isTracked || issue.state === "closed") return;
  pull.head.sha = (await branchSha(context, pull.head.ref)) ?? pull.head.sha;
  pull.base.sha = (await branchSha(context, pull.base.ref)) ?? pull.base.sha;
}

async function branchSha(context: Context, branch: string): Promise<string | undefined> {
  const { owner, repo } = context.repository;
  const path = branch.split("/").map(encodeURIComponent).join("/");
  const { status, body } = await context.upstream.request("GET", `/repos/${owner}/${repo}/git/ref/heads/${path}`);
  const sha = (body as { object?: { sha?: unknown } }).object?.sha;
  return status === 200 && typeof sha === "string" ? sha : undefined;
}

type Comparison = { files?: PullFile[]; commits?: { sha: string }[] };

async function compare(context: Context, pull: Pull): Promise<Comparison> {
  const { owner, repo } = context.repository;
  const { status, body } = await context.upstream.request(
    "GET",
    `/repos/${owner}/${repo}/compare/${pull.base.sha}...${pull.head.sha}`,
  );
  return status === 200 ? (body as Comparison) : {};
}

async function filesOf(context: Context, { pull }: PullIssue): Promise<PullFile[]> {
  return pull.isTracked ? ((await compare(context, pull)).files ?? []) : pull.files;
}

async function commitsOf(context: Context, pull: Pull): Promise<string[]> {
  if (!pull.isTracked) return [...pull.commits, pull.head.sha];
  return ((await compare(context, pull)).commits ?? []).map((each) => each.sha);
}

/** Merges by a commit with the head's tree; conflicts are not worked out (set `mergeable: false` for a 405). */
async function merge(context: Context, issue: PullIssue): Promise<ReturnType<typeof json>> {
  const { pull } = issue;
  const { owner, repo } = context.repository;
  if (issue.state === "closed" || pull.isMergeable === false)
    throw new GitHubError(405, "Pull Request is not mergeable");
  const sha = text(context, "sha");
  if (sha !== undefined && sha !== pull.head.sha)
    throw new GitHubError(409, "Head branch was modified. Review and try the merge again.");
  let mergeSha = String(issue.number).padStart(40, "c");
  if (pull.isTracked) {
    const root = `/repos/${owner}/${repo}/git`;
    const head = await context.upstream.request("GET", `${root}/commits/${pull.head.sha}`);
    const made = await context.upstream.request("POST", `${root}/commits`, {
      message: text(context, "commit_title") ?? `Merge pull request #${issue.number} from ${owner}/${pull.head.ref}`,
      tree: (head.body as { tree: { sha: string } }).tree.sha,
      parents: text(context, "merge_method") === "squash" ? [pull.base.sha] : [pull.base.sha, pull.head.sha],
    });
    mergeSha = (made.body as { sha: string }).sha;
    await context.upstream.request("PATCH", `${root}/refs/heads/${pull.base.ref}`, { sha: mergeSha, force: true });
  }
  const now = context.store.timestamp();
  Object.assign(pull, { mergedAt: now, mergedBy: context.identity, mergeCommitSha: mergeSha });
  Object.assign(issue, { state: "closed", closedAt: now, closedBy: context.identity, updatedAt: now });
  return json({ sha: mergeSha, merged: true, message: "Pull Request successfully merged" });
}
