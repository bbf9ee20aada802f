/** Payloads of webhook events about the embedded GitHub, to hand to an action. */
import { renderUser } from "./identities.ts";
import { isPull, renderPull } from "./pull-view.ts";
import type { World } from "./serve.ts";

/** A `pull_request` event; after a merge `closed` says `merged`. */
export function pullRequestEvent(world: World, number: number, action: string): Record<string, unknown> {
  const found = world.repository.issues.get(number);
  if (found === undefined || !isPull(found)) throw new Error(`#${number} is no pull request`);
  const by = action === "closed" ? (found.pull.mergedBy ?? found.closedBy ?? found.author) : found.author;
  return {
    action,
    number,
    pull_request: renderPull({ ...world, api: world.url, html: world.url }, found),
    repository: renderRepository(world),
    sender: renderUser(by, world.url, world.url),
  };
}

type Commit = { message?: string; parents?: { sha: string }[]; author?: { name?: string; email?: string } };

/** A `push` event of one commit on a branch; a commit that emulate does not know has no message. */
export async function pushEvent(world: World, sha: string, branch: string): Promise<Record<string, unknown>> {
  const { owner, repo } = world.repository;
  const { status, body } = await world.upstream.request("GET", `/repos/${owner}/${repo}/git/commits/${sha}`);
  const { message = "", parents = [], author = {} } = status === 200 ? (body as Commit) : {};
  const before = parents[0]?.sha ?? "0".repeat(40);
  const url = `${world.url}/${owner}/${repo}/commit/${sha}`;
  const head = {
    id: sha,
    message,
    url,
    author,
    committer: author,
    distinct: true,
    added: [],
    removed: [],
    modified: [],
  };
  return {
    ref: `refs/heads/${branch}`,
    before,
    after: sha,
    created: false,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${world.url}/${owner}/${repo}/compare/${before.slice(0, 12)}...${sha.slice(0, 12)}`,
    commits: [head],
    head_commit: head,
    repository: renderRepository(world),
    pusher: { name: author.name ?? owner, email: author.email ?? "" },
    sender: renderUser(world.identities.account(owner), world.url, world.url),
  };
}

/** With the id that pull requests give to their base. */
function renderRepository({ repository, identities, url }: World): Record<string, unknown> {
  const { owner, repo, defaultBranch } = repository;
  return {
    id: 1,
    full_name: `${owner}/${repo}`,
    name: repo,
    default_branch: defaultBranch,
    owner: renderUser(identities.account(owner), url, url),
  };
}
