/**
 * Merges a pull request's branch into its base with real commits, by the three methods. Conflicts are not worked out:
 * what the head changed since it left the base wins.
 */
import { signatureOf } from "./commits.ts";
import type { Identity } from "./identities.ts";
import type { PullIssue } from "./pull-view.ts";
import type { Repository, Store } from "./store.ts";
import type { Upstream } from "./upstream.ts";

/** How GitHub merges. */
export type MergeMethod = "merge" | "squash" | "rebase";

/** Where and by whom a pull request is merged. */
export type Merger = { store: Store; repository: Repository; upstream: Upstream; identity: Identity };

type GitCommit = {
  sha: string;
  message: string;
  tree: { sha: string };
  parents: { sha: string }[];
  author: { name: string; email: string; date?: string };
};
type ChangedFile = { filename: string; status: string; sha: string; previous_filename?: string };

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

/** The new commits on the base branch, oldest first; none when the head is made up. */
async function commitsFor(
  merger: Merger,
  issue: PullIssue,
  method: MergeMethod,
  title: string | undefined,
): Promise<string[]> {
  const { pull } = issue;
  const git = gitOf(merger);
  const base = await git.head(pull.base.ref);
  const head = await git.find(pull.head.sha);
  if (base === undefined || head === undefined) return [];
  const { owner } = merger.repository;
  let tip = base;
  const made: string[] = [];
  if (method === "rebase") {
    for (const sha of await git.commitsBetween(base, head.sha)) {
      const commit = await git.get(sha);
      if (commit.parents.length > 1) continue;
      const tree = await git.apply(tip, commit.parents[0]?.sha ?? base, sha);
      tip = await git.commit({ message: commit.message, tree, parents: [tip], author: commit.author });
      made.push(tip);
    }
  } else {
    const tree = await git.apply(tip, base, head.sha);
    const message =
      method === "squash"
        ? (title ?? `${issue.title} (#${issue.number})`)
        : (title ?? `Merge pull request #${issue.number} from ${owner}/${pull.head.ref}`);
    made.push(await git.commit({ message, tree, parents: method === "squash" ? [base] : [base, head.sha] }));
  }
  await git.move(pull.base.ref, made.at(-1) ?? base);
  return made;
}

/** What a merge needs of git, over emulate. */
function gitOf({ repository, upstream, identity }: Merger) {
  const root = `/repos/${repository.owner}/${repository.repo}`;
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await upstream.request(method, `${root}/${path}`, body);
    if (answer.status >= 400) throw new Error(`${method} ${path} failed: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const find = async (sha: string): Promise<GitCommit | undefined> => {
    const { status, body } = await upstream.request("GET", `${root}/git/commits/${sha}`);
    return status === 200 ? (body as GitCommit) : undefined;
  };
  const get = (sha: string): Promise<GitCommit> => call("GET", `git/commits/${sha}`);
  const compare = (from: string, to: string): Promise<{ files: ChangedFile[]; commits: { sha: string }[] }> =>
    call("GET", `compare/${from}...${to}`);
  return {
    find,
    get,
    head: async (branch: string): Promise<string | undefined> => {
      const { status, body } = await upstream.request("GET", `${root}/git/ref/heads/${branch}`);
      return status === 200 ? (body as { object: { sha: string } }).object.sha : undefined;
    },
    commitsBetween: async (from: string, to: string): Promise<string[]> =>
      (await compare(from, to)).commits.map((each) => each.sha),
    /** The tree of `onto` with what changed from the merge base of `from` and `to` to `to`. */
    apply: async (onto: string, from: string, to: string): Promise<string> => {
      const { files } = await compare(from, to);
      const before = await get(onto);
      if (files.length === 0) return before.tree.sha;
      const entry = { mode: "100644", type: "blob" };
      const tree = files.flatMap((file) => [
        { ...entry, path: file.filename, sha: file.status === "removed" ? null : file.sha },
        ...(file.status === "renamed" ? [{ ...entry, path: file.previous_filename, sha: null }] : []),
      ]);
      return (await call<{ sha: string }>("POST", "git/trees", { base_tree: before.tree.sha, tree })).sha;
    },
    commit: async (given: {
      message: string;
      tree: string;
      parents: string[];
      author?: GitCommit["author"];
    }): Promise<string> => {
      const own = signatureOf(identity);
      // A rebased commit is never the one it was made from, not even within one second.
      const date = Date.parse(given.author?.date ?? "") + 1_000;
      const committer = Number.isNaN(date) ? own : { ...own, date: new Date(date).toISOString() };
      const body = { author: own, ...given, committer };
      return (await call<{ sha: string }>("POST", "git/commits", body)).sha;
    },
    move: (branch: string, sha: string): Promise<unknown> => call("PATCH", `git/refs/heads/${branch}`, { sha }),
  };
}
