/** `createCommitOnBranch`: a commit by the API, made from emulate's git objects. */
import type { Context } from "./answers.ts";
import { GraphqlError } from "./graphql-executor.ts";
import type { GraphqlObject } from "./graphql-executor.ts";

type CommitInput = {
  branch?: { branchName?: string };
  expectedHeadOid?: string;
  message?: { headline?: string; body?: string };
  fileChanges?: { additions?: { path: string; contents: string }[]; deletions?: { path: string }[] };
};

/** Makes the commit; the branch must still be at `expectedHeadOid`. */
export async function commitOnBranch(
  context: Context,
  given: Readonly<Record<string, unknown>>,
): Promise<GraphqlObject> {
  const input = given as CommitInput;
  const root = `/repos/${context.repository.owner}/${context.repository.repo}/git`;
  const branch = (input.branch?.branchName ?? "").replace(/^refs\/heads\//u, "");
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await context.upstream.request(method, `${root}/${path}`, body);
    if (answer.status >= 400) throw new GraphqlError("UNPROCESSABLE", `Cannot commit: ${JSON.stringify(answer.body)}`);
    return answer.body as Record<string, unknown>;
  };
  const head = await context.upstream.request("GET", `${root}/ref/heads/${branch}`);
  if (head.status !== 200) throw new GraphqlError("NOT_FOUND", `No ref "refs/heads/${branch}" found.`);
  const parent = (head.body as { object: { sha: string } }).object.sha;
  if (parent !== input.expectedHeadOid) {
    throw new GraphqlError(
      "STALE_DATA",
      `Expected branch to point to "${String(input.expectedHeadOid)}" but it did not. Pull and try again.`,
    );
  }
  const tree: unknown[] = [];
  for (const { path, contents } of input.fileChanges?.additions ?? []) {
    const blob = await call("POST", "blobs", { content: contents, encoding: "base64" });
    tree.push({ path, mode: "100644", type: "blob", sha: blob["sha"] });
  }
  for (const { path } of input.fileChanges?.deletions ?? [])
    tree.push({ path, mode: "100644", type: "blob", sha: null });
  const before = (await call("GET", `commits/${parent}`)) as { tree: { sha: string } };
  const after = await call("POST", "trees", { base_tree: before.tree.sha, tree });
  const message = [input.message?.headline ?? "", input.message?.body ?? ""].filter(Boolean).join("\n\n");
  const commit = await call("POST", "commits", { message, tree: after["sha"], parents: [parent] });
  await call("PATCH", `refs/heads/${branch}`, { sha: commit["sha"] });
  const oid = commit["sha"];
  const url = `${context.html}/${context.repository.owner}/${context.repository.repo}/commit/${String(oid)}`;
  return {
    type: "CreateCommitOnBranchPayload",
    fields: {
      clientMutationId: null,
      commit: { type: "Commit", implements: ["GitObject", "Node"], fields: { oid, url, message } },
      ref: { type: "Ref", fields: { name: branch, target: { type: "Commit", fields: { oid } } } },
    },
  };
}
