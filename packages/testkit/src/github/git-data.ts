/** Git objects over emulate's REST, as far as merging needs them. */
import { encodeRef } from "./commits.ts";
import type { Upstream } from "./upstream.ts";

/** A commit of emulate. */
export type GitCommit = {
  sha: string;
  message: string;
  tree: { sha: string };
  parents: { sha: string }[];
  author: { name: string; email: string; date: string };
};

type Signature = { name: string; email: string; date?: string };
type NewGitCommit = { message: string; tree: string; parents: string[]; author: Signature; committer: Signature };
type ChangedFile = { filename: string; status: string; sha: string; previous_filename?: string };
type Comparison = { files: ChangedFile[]; commits: { sha: string }[] };

/** The git objects of one repository. */
export interface GitData {
  /** undefined when there is no such commit. */
  find(sha: string): Promise<GitCommit | undefined>;
  /** Commits that `to` has and `from` has not, oldest first. */
  commitsBetween(from: string, to: string): Promise<GitCommit[]>;
  /** The tree of `onto` with what changed between where `from` and `to` parted and `to`. File modes are lost. */
  apply(onto: string, from: string, to: string): Promise<string>;
  commit(given: NewGitCommit): Promise<string>;
  /** Moves a branch. */
  move(branch: string, sha: string): Promise<void>;
}

/** @param root the repository's path in the API */
export function openGit(upstream: Upstream, root: string): GitData {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await upstream.request(method, `${root}/${path}`, body);
    if (answer.status >= 400) throw new Error(`${method} ${path} failed: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const get = (sha: string): Promise<GitCommit> => call("GET", `git/commits/${sha}`);
  const compare = (from: string, to: string): Promise<Comparison> => call("GET", `compare/${from}...${to}`);
  return {
    async find(sha) {
      const { status, body } = await upstream.request("GET", `${root}/git/commits/${sha}`);
      return status === 200 ? (body as GitCommit) : undefined;
    },
    async commitsBetween(from, to) {
      const { commits } = await compare(from, to);
      return Promise.all(commits.map((each) => get(each.sha)));
    },
    async apply(onto, from, to) {
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
    commit: async (given) => (await call<{ sha: string }>("POST", "git/commits", given)).sha,
    async move(branch, sha) {
      await call("PATCH", `git/refs/heads/${encodeRef(branch)}`, { sha });
    },
  };
}
