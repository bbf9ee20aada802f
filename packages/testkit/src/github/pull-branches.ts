/** Pull requests that were opened through the API: their branches, commits and files come from emulate. */
import { GitHubError, invalid, json, text } from "./answers.ts";
import type { Context } from "./answers.ts";
import { branchHead } from "./commits.ts";
import { mergeIntoBase } from "./merge.ts";
import { addPull } from "./new-pull.ts";
import { isPull } from "./pull-view.ts";
import type { PullIssue } from "./pull-view.ts";
import type { Pull, PullFile } from "./store.ts";

/** A branch's commit; undefined when there is no such branch. */
export function branchSha(
  context: Pick<Context, "upstream" | "repository">,
  branch: string,
): Promise<string | undefined> {
  return branchHead(context.upstream, `/repos/${context.repository.owner}/${context.repository.repo}`, branch);
}

/** Opens one; GitHub refuses a second one of the same branches, and one without commits. */
export async function openPull(context: Context): Promise<PullIssue> {
  const { repository } = context;
  const title = text(context, "title");
  const head = (text(context, "head") ?? "").replace(/^[^:]*:/u, "");
  const base = text(context, "base") ?? "";
  if (title === undefined || title === "") throw invalid("PullRequest", "title", "missing_field");
  if (context.identity.app?.slug === "github-actions" && !repository.settings.mayActionsOpenPulls) {
    throw new GitHubError(403, "GitHub Actions is not permitted to create or approve pull requests.");
  }
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
export async function track(context: Pick<Context, "upstream" | "repository">, issue: PullIssue): Promise<void> {
  const { pull } = issue;
  if (!pull.isTracked || issue.state === "closed") return;
  pull.head.sha = (await branchSha(context, pull.head.ref)) ?? pull.head.sha;
  pull.base.sha = (await branchSha(context, pull.base.ref)) ?? pull.base.sha;
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

/** Its files: given by the test, or compared. */
export async function filesOf(context: Context, { pull }: PullIssue): Promise<PullFile[]> {
  return pull.isTracked ? ((await compare(context, pull)).files ?? []) : pull.files;
}

/** Its commits, oldest first; those that a test made up have no content. */
export async function commitsOf(context: Context, pull: Pull): Promise<{ sha: string }[]> {
  if (pull.isTracked) return (await compare(context, pull)).commits ?? [];
  return [...pull.commits, pull.head.sha].map((sha) => ({ sha, node_id: `C_${sha}`, commit: { message: "Change" } }));
}

/** Merges as mergeIntoBase does; conflicts are not worked out (set `mergeable: false` for a 405). */
export async function mergePull(context: Context, issue: PullIssue): Promise<ReturnType<typeof json>> {
  const { pull } = issue;
  if (issue.state === "closed" || pull.isMergeable === false)
    throw new GitHubError(405, "Pull Request is not mergeable");
  const sha = text(context, "sha");
  if (sha !== undefined && sha !== pull.head.sha)
    throw new GitHubError(409, "Head branch was modified. Review and try the merge again.");
  const given = text(context, "merge_method");
  const method = given === "squash" || given === "rebase" ? given : "merge";
  const title = text(context, "commit_title");
  const mergeSha = await mergeIntoBase(context, issue, { method, ...(title === undefined ? {} : { title }) });
  return json({ sha: mergeSha, merged: true, message: "Pull Request successfully merged" });
}
