/** Pull requests as REST shows them. */
import { user } from "./answers.ts";
import type { Place } from "./answers.ts";
import { renderLabel } from "./labels.ts";
import { nodeId } from "./store.ts";
import type { Issue, Pull, PullFile } from "./store.ts";

/** An issue that is a pull request. */
export type PullIssue = Issue & { pull: Pull };

/** Is this issue a pull request? */
export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined;
}

/** The pull request as REST shows it. */
export function renderPull(context: Place, issue: PullIssue): Record<string, unknown> {
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
    merge_commit_sha: pull.mergeCommitSha ?? testMerge(issue),
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

/** What lists show of it: without what GitHub works out for a single one only. */
export function renderListedPull(context: Place, issue: PullIssue): Record<string, unknown> {
  const hidden = new Set([
    "merged",
    "mergeable",
    "mergeable_state",
    "merged_by",
    "changed_files",
    "maintainer_can_modify",
  ]);
  return Object.fromEntries(Object.entries(renderPull(context, issue)).filter(([name]) => !hidden.has(name)));
}

/** Before a merge GitHub names a commit that only tests it, and keeps naming it when the pull request is closed. */
function testMerge({ number, pull }: PullIssue): string | null {
  return pull.isMergeable === true ? String(number).padStart(40, "e") : null;
}

function renderSide(context: Place, side: { ref: string; sha: string; repo: string | null }): Record<string, unknown> {
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

/** A file of a pull request. */
export function renderFile(context: Place, { pull }: PullIssue, file: PullFile): Record<string, unknown> {
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
