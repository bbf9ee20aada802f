/** Commits by whoever calls: emulate knows one account only, so authors are written here and read back here. */
import type { Answer } from "../loopback.ts";
import { renderError } from "./answers.ts";
import type { Context } from "./answers.ts";
import type { Identities, Identity } from "./identities.ts";
import { renderUser } from "./identities.ts";
import type { Upstream } from "./upstream.ts";

/** GitHub's own account, the committer of what is committed through the API. */
export const WEB_FLOW: Identity = { login: "web-flow", id: 19_864_447, type: "User" };

const WEB_FLOW_EMAIL = "noreply@github.com";

/** A commit of an answer: what GitHub commits it signs. */
type Verifiable = { verification?: object; author?: { email?: unknown }; committer?: { email?: unknown } };

/** A commit to be made on a branch. */
export type NewCommit = {
  branch: string;
  /** Content by path; null deletes. */
  files: Readonly<Record<string, string | Uint8Array | null>>;
  message: string;
  author: Identity;
  /** Default: the author, as after a push. */
  committer?: Identity;
  /** The commit below it, to which the branch is forced; default: the branch's head. */
  parent?: string;
};

/** The name and address a commit of this account bears. */
export function signatureOf(identity: Identity): { name: string; email: string } {
  return identity.login === WEB_FLOW.login
    ? { name: "GitHub", email: WEB_FLOW_EMAIL }
    : { name: identity.login, email: `${identity.id}+${identity.login}@users.noreply.github.com` };
}

/** Makes a commit from git objects and moves the branch. Throws what emulate says. */
export function makeCommit(upstream: Upstream, root: string, commit: NewCommit): Promise<string> {
  return upstream.exclusive(() => commitFiles(upstream, root, commit));
}

async function commitFiles(upstream: Upstream, root: string, commit: NewCommit): Promise<string> {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await upstream.request(method, `${root}/git/${path}`, body);
    if (answer.status >= 400) throw new Error(`${method} ${path} failed: ${JSON.stringify(answer.body)}`);
    return answer.body as Record<string, unknown>;
  };
  const ref = (await call("GET", `ref/heads/${encodeRef(commit.branch)}`)) as { object: { sha: string } };
  const parent = commit.parent ?? ref.object.sha;
  const tree: unknown[] = [];
  for (const [path, content] of Object.entries(commit.files)) {
    const entry = { path, mode: "100644", type: "blob" };
    if (content === null) tree.push({ ...entry, sha: null });
    else if (typeof content === "string") tree.push({ ...entry, content });
    else {
      const base64 = Buffer.from(content).toString("base64");
      tree.push({ ...entry, sha: (await call("POST", "blobs", { content: base64, encoding: "base64" }))["sha"] });
    }
  }
  const before = (await call("GET", `commits/${parent}`)) as { tree: { sha: string } };
  const after = await call("POST", "trees", { base_tree: before.tree.sha, tree });
  const made = await call("POST", "commits", {
    message: commit.message,
    tree: after["sha"],
    parents: [parent],
    author: signatureOf(commit.author),
    committer: signatureOf(commit.committer ?? commit.author),
  });
  const sha = String(made["sha"]);
  await call("PATCH", `refs/heads/${encodeRef(commit.branch)}`, { sha, force: commit.parent !== undefined });
  return sha;
}

/** A branch's commit; undefined when there is no such branch. */
export async function branchHead(upstream: Upstream, root: string, branch: string): Promise<string | undefined> {
  const { status, body } = await upstream.request("GET", `${root}/git/ref/heads/${encodeRef(branch)}`);
  const sha = (body as { object?: { sha?: unknown } } | null)?.object?.sha;
  return status === 200 && typeof sha === "string" ? sha : undefined;
}

/** Makes a branch where there is none, at another's commit. */
export async function ensureBranch(upstream: Upstream, root: string, branch: string, from: string): Promise<void> {
  if ((await branchHead(upstream, root, branch)) !== undefined) return;
  const sha = await branchHead(upstream, root, from);
  const answer = await upstream.request("POST", `${root}/git/refs`, { ref: `refs/heads/${branch}`, sha });
  if (answer.status !== 201) throw new Error(`emulate made no branch ${branch}: ${JSON.stringify(answer.body)}`);
}

/**
 * The body to send on: commits without an author get the caller's name, as GitHub gives them. It commits and signs in the
 * place of bots that name no author; people's commits through git data stay theirs and unsigned.
 */
export function withAuthor({ request, body, identity }: Context): string {
  const isCommit = request.method === "POST" && /^\/repos\/[^/]+\/[^/]+\/git\/commits$/u.test(request.path);
  const isContents =
    ["PUT", "DELETE"].includes(request.method) && /^\/repos\/[^/]+\/[^/]+\/contents\//u.test(request.path);
  if ((!isCommit && !isContents) || "author" in body) return request.text;
  const author = signatureOf(identity);
  const committer = isContents || identity.type === "Bot" ? signatureOf(WEB_FLOW) : author;
  return JSON.stringify({ committer, ...body, author });
}

/** Puts the accounts behind the names into commits of an answer: `author` and `committer` beside `commit`. */
export function withAccounts(answer: Answer, identities: Identities, api: string, html: string): Answer {
  if (answer.body instanceof Uint8Array || answer.body === undefined) return answer;
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  if (!text.includes("@users.noreply.github.com") && !text.includes(WEB_FLOW_EMAIL)) return answer;
  const account = (email: unknown): unknown => {
    const login = /^\d+\+(.+)@users\.noreply\.github\.com$/u.exec(String(email))?.[1];
    const identity = email === WEB_FLOW_EMAIL ? WEB_FLOW : login === undefined ? undefined : identities.find(login);
    return identity === undefined ? undefined : renderUser(identity, api, html);
  };
  const body: unknown = JSON.parse(text, (_, value: unknown) => {
    const { commit, verification, committer: own } = (value ?? {}) as Verifiable & { commit?: Verifiable };
    if (typeof verification === "object" && own?.email === WEB_FLOW_EMAIL) {
      return { ...(value as object), verification: { ...verification, verified: true, reason: "valid" } };
    }
    if (typeof commit !== "object" || commit === null) return value;
    const author = account(commit.author?.email);
    const committer = account(commit.committer?.email);
    return {
      ...(value as object),
      ...(author === undefined ? {} : { author }),
      ...(committer === undefined ? {} : { committer }),
    };
  });
  return { ...answer, body };
}

/**
 * Workflow files need a scope of their own, which the job's token can never have. GitHub refuses where the file is
 * written: contents and trees here, `createCommitOnBranch` in GraphQL.
 */
export function refuseWorkflows(context: Context): Answer | undefined {
  const { request, body } = context;
  const tree = Array.isArray(body["tree"]) ? (body["tree"] as { path?: unknown }[]) : [];
  const paths = [
    decodeURIComponent(/\/contents\/(.+)$/u.exec(request.path)?.[1] ?? ""),
    ...tree.map((each) => String(each.path)),
  ];
  const isWrite = request.method !== "GET" && request.method !== "HEAD";
  return isWrite && paths.some((path) => isWorkflow(path)) && !mayWriteWorkflows(context)
    ? renderError(403, "Resource not accessible by integration")
    : undefined;
}

/** Is this a file that only `workflows` may write? */
export function isWorkflow(path: string): boolean {
  return path.startsWith(".github/workflows/");
}

/** People may; an App's installation with the scope; the job's token never. */
export function mayWriteWorkflows({ identity, may }: Pick<Context, "identity" | "may">): boolean {
  return identity.app === undefined || (identity.app.slug !== "github-actions" && may(["workflows"], "write"));
}

/** A branch as part of a path. */
export function encodeRef(branch: string): string {
  return branch.split("/").map(encodeURIComponent).join("/");
}
