/** `createCommitOnBranch`: the mutation, over the commits of emulate. */
import type { Context } from "./answers.ts";
import { branchHead, isWorkflow, makeCommit, mayWriteWorkflows } from "./commits.ts";
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
  const { owner, repo } = context.repository;
  const branch = (input.branch?.branchName ?? "").replace(/^refs\/heads\//u, "");
  const head = await branchHead(context.upstream, `/repos/${owner}/${repo}`, branch);
  if (head === undefined) throw new GraphqlError("NOT_FOUND", `No ref "refs/heads/${branch}" found.`);
  if (head !== input.expectedHeadOid) {
    const message = `Expected branch to point to "${String(input.expectedHeadOid)}" but it did not. Pull and try again.`;
    throw new GraphqlError("STALE_DATA", message);
  }
  const additions = (input.fileChanges?.additions ?? []).map(
    ({ path, contents }) => [path, Buffer.from(contents, "base64")] as const,
  );
  const deletions = (input.fileChanges?.deletions ?? []).map(({ path }) => [path, null] as const);
  if ([...additions, ...deletions].some(([path]) => isWorkflow(path)) && !mayWriteWorkflows(context)) {
    throw new GraphqlError("FORBIDDEN", "Resource not accessible by integration");
  }
  const message = [input.message?.headline ?? "", input.message?.body ?? ""].filter(Boolean).join("\n\n");
  const oid = await makeCommit(context.upstream, `/repos/${owner}/${repo}`, {
    branch,
    files: Object.fromEntries([...deletions, ...additions]),
    message,
    author: context.identity,
    committer: { login: "web-flow", id: 0, type: "User" },
  }).catch((error: unknown) => {
    throw new GraphqlError("UNPROCESSABLE", error instanceof Error ? error.message : "Cannot commit");
  });
  const url = `${context.html}/${owner}/${repo}/commit/${oid}`;
  return {
    type: "CreateCommitOnBranchPayload",
    fields: {
      clientMutationId: null,
      commit: { type: "Commit", implements: ["GitObject", "Node"], fields: { oid, url, message } },
      ref: { type: "Ref", fields: { name: branch, target: { type: "Commit", fields: { oid } } } },
    },
  };
}
