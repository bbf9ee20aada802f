/**
 * Merges a pull request's branch into its base with real commits, by the three methods. Conflicts are not worked out:
 * what the head changed since it left the base wins.
 */
import { GitHubError } from "./answers.ts";
import { branchHead, signatureOf, WEB_FLOW } from "./commits.ts";
import { openGit } from "./git-data.ts";
import type { Identity } from "./identities.ts";
import type { PullIssue } from "./pull-view.ts";
import type { Repository, Store } from "./store.ts";
import type { Upstream } from "./upstream.ts";

/** How GitHub merges. */
export type MergeMethod = "merge" | "squash" | "rebase";

/** Where and by whom a pull request is merged. */
export type Merger = { store: Store; repository: Repository; upstream: Upstream; identity: Identity };

/**
 * Merges and closes it; returns the commit that GitHub names in `merge_commit_sha`: the merge commit, the squashed one, or
 * the last of the rebased ones. A head that is no commit of emulate's gives a made-up SHA and moves no branch.
 */
export async function mergeIntoBase(
  merger: Merger,
  issue: PullIssue,
  { method, title }: { method: MergeMethod; title?: string },
): Promise<string> {
  const { store, identity } = merger;
  const { pull } = issue;
  const made = await commitsFor(merger, issue, method, title);
  const sha = made.at(-1) ?? String(issue.number).padStart(40, "c");
  const now = store.timestamp();
  Object.assign(pull, { mergedAt: now, mergedBy: identity, mergeCommitSha: sha, mergedAs: made });
  Object.assign(issue, { state: "closed", closedAt: now, closedBy: identity, updatedAt: now });
  return sha;
}

/** What the button "Update branch" does: a merge of the base into the head, by whoever pressed it. Returns the merge. */
export async function mergeBaseIntoHead(merger: Merger, { pull }: PullIssue): Promise<string> {
  const { repository, upstream, identity } = merger;
  const root = `/repos/${repository.owner}/${repository.repo}`;
  const git = openGit(upstream, root);
  return upstream.exclusive(async () => {
    const head = await branchHead(upstream, root, pull.head.ref);
    const base = await branchHead(upstream, root, pull.base.ref);
    if (head === undefined || base === undefined) throw new GitHubError(422, "The branch is gone");
    if ((await git.commitsBetween(head, base)).length === 0) {
      throw new GitHubError(422, "There are no new commits on the base branch.");
    }
    const own = signatureOf(identity);
    const sha = await git.commit({
      message: `Merge branch '${pull.base.ref}' into ${pull.head.ref}`,
      tree: await git.apply(head, head, base),
      parents: [head, base],
      author: own,
      committer: signatureOf(WEB_FLOW),
    });
    await git.move(pull.head.ref, sha);
    pull.head.sha = sha;
    return sha;
  });
}

/** The new commits on the base branch, oldest first; none when the head is made up. */
async function commitsFor(
  merger: Merger,
  issue: PullIssue,
  method: MergeMethod,
  title: string | undefined,
): Promise<string[]> {
  const { pull } = issue;
  const { repository, upstream, identity } = merger;
  const root = `/repos/${repository.owner}/${repository.repo}`;
  const git = openGit(upstream, root);
  const base = await branchHead(upstream, root, pull.base.ref);
  const head = await git.find(pull.head.sha);
  if (base === undefined || head === undefined) return [];
  const own = signatureOf(identity);
  const made: string[] = [];
  if (method === "rebase") {
    let tip = base;
    for (const { message, parents, author, sha } of await git.commitsBetween(base, head.sha)) {
      if (parents.length > 1) continue;
      const tree = await git.apply(tip, parents[0]?.sha ?? base, sha);
      // A rebased commit is never the one it was made from, not even within one second.
      const committer = { ...own, date: new Date(Date.parse(author.date) + 1_000).toISOString() };
      tip = await git.commit({ message, tree, parents: [tip], author, committer });
      made.push(tip);
    }
  } else {
    const isSquash = method === "squash";
    const merge = `Merge pull request #${issue.number} from ${repository.owner}/${pull.head.ref}`;
    const message = title ?? (isSquash ? `${issue.title} (#${issue.number})` : merge);
    const tree = await git.apply(base, base, head.sha);
    const parents = isSquash ? [base] : [base, head.sha];
    made.push(await git.commit({ message, tree, parents, author: own, committer: own }));
  }
  await git.move(pull.base.ref, made.at(-1) ?? base);
  return made;
}
