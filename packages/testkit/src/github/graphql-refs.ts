/** `updateRefs`: several branches at once, each only from the commit that the caller expects. */
import type { Context } from "./answers.ts";
import { GitHubError } from "./answers.ts";
import { branchHead, encodeRef } from "./commits.ts";
import { GraphqlError } from "./graphql-executor.ts";
import type { GraphqlObject } from "./graphql-executor.ts";
import { refuseCreation, withoutBranch } from "./refs.ts";
import { nodeId } from "./store.ts";

type RefUpdate = { name: string; beforeOid?: string; afterOid: string; force?: boolean };
type Planned = RefUpdate & { branch: string; now: string | undefined };

const NONE = "0".repeat(40);
const HEADS = "refs/heads/";

/** All of them or none, as GitHub promises. The words of its errors are not documented; these are ours. */
export async function updateRefs(context: Context, input: Readonly<Record<string, unknown>>): Promise<GraphqlObject> {
  const { repository, upstream } = context;
  if (!context.may(["contents"], "write")) {
    throw new GraphqlError("FORBIDDEN", "Resource not accessible by integration");
  }
  const id = nodeId("R", `${repository.owner}/${repository.repo}`);
  if (input["repositoryId"] !== id) {
    throw new GraphqlError(
      "NOT_FOUND",
      `Could not resolve to a node with the global id of '${String(input["repositoryId"])}'`,
    );
  }
  const updates = (input["refUpdates"] ?? []) as RefUpdate[];
  await upstream.exclusive(async () => {
    const planned: Planned[] = [];
    for (const each of updates) planned.push(await check(context, each));
    for (const each of planned) await apply(context, each);
  });
  return { type: "UpdateRefsPayload", fields: { clientMutationId: input["clientMutationId"] ?? null } };
}

async function check(context: Context, update: RefUpdate): Promise<Planned> {
  const { name, beforeOid, afterOid, force } = update;
  if (!name.startsWith(HEADS)) throw new GraphqlError("UNPROCESSABLE", `${name} is not a fully qualified branch`);
  const branch = name.slice(HEADS.length);
  const root = rootOf(context);
  const now = await branchHead(context.upstream, root, branch);
  if (beforeOid !== undefined && beforeOid !== (now ?? NONE)) {
    throw new GraphqlError("UNPROCESSABLE", `${name} is at ${now ?? NONE} but expected ${beforeOid}`);
  }
  if (afterOid !== NONE) {
    const { status } = await context.upstream.request("GET", `${root}/git/commits/${afterOid}`);
    if (status !== 200) throw new GraphqlError("UNPROCESSABLE", `${afterOid} is no commit of this repository`);
  }
  if (now === undefined) refuse(() => refuseCreation(context.repository, name));
  else if (afterOid !== NONE && force !== true && !(await isAhead(context, now, afterOid))) {
    throw new GraphqlError("UNPROCESSABLE", "Update is not a fast forward");
  }
  return { ...update, branch, now };
}

async function apply(context: Context, { name, branch, now, afterOid }: Planned): Promise<void> {
  const { upstream } = context;
  const path = `${rootOf(context)}/git/refs`;
  const call = async (method: string, where: string, body?: unknown): Promise<{ isDone: true }> => {
    const { status } = await upstream.request(method, where, body);
    if (status >= 400) throw new GraphqlError("UNPROCESSABLE", `${name} cannot be written`);
    return { isDone: true };
  };
  if (now === undefined) {
    if (afterOid !== NONE) await call("POST", path, { ref: name, sha: afterOid });
  } else if (afterOid === NONE) {
    await withoutBranch(context, name, () => call("DELETE", `${path}/heads/${encodeRef(branch)}`));
  } else {
    await call("PATCH", `${path}/heads/${encodeRef(branch)}`, { sha: afterOid, force: true });
  }
}

async function isAhead(context: Context, base: string, head: string): Promise<boolean> {
  const { body } = await context.upstream.request("GET", `${rootOf(context)}/compare/${base}...${head}`);
  return ["identical", "ahead"].includes(String((body as { status?: unknown } | null)?.status));
}

/** GraphQL says with an entry in `errors` what REST says with a status. */
function refuse(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof GitHubError ? new GraphqlError("UNPROCESSABLE", error.message) : error;
  }
}

function rootOf({ repository }: Context): string {
  return `/repos/${repository.owner}/${repository.repo}`;
}
