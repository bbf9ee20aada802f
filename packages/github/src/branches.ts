/**
 * Branches by their full names: read, made, moved and deleted. Whoever moves or deletes one says which commit it is at;
 * a branch that somebody moved in the meantime stays as it is.
 */
import { badAnswer, graphqlFailure } from "./answer-failure.ts";
import { GitHubFailure } from "./failure.ts";
import { read, readList, readSha, readText } from "./payload.ts";
import type { Place } from "./place.ts";

/** A branch, without `refs/heads/`. */
export type Branch = { name: string; sha: string };

/** `isDone`: the branch is where it was to be. `sha`: where it is now; undefined when there is none. */
export type Moved = { isDone: boolean; sha: string | undefined };

const HEADS = "refs/heads/";
const NONE = "0".repeat(40);
const PAGE = 100;
const MAX_PAGES = 50;
const MUTATION = "mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
const QUERY = "query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }";

/** The commit a branch is at; undefined when there is no such branch. */
export async function readBranch(place: Place, branch: string): Promise<string | undefined> {
  const { request, owner, repo } = place;
  try {
    const { data } = await request(
      "GET /repos/{owner}/{repo}/git/ref/{ref}",
      { owner, repo, ref: `heads/${branch}` },
      { expects: "object", permission: "contents: read" },
    );
    // Another branch's commit would be taken for this one's.
    if (readText(data, "ref") !== HEADS + branch) return badAnswer("a branch");
    return readSha(data, "object", "sha") || badAnswer("a branch");
  } catch (error) {
    if (error instanceof GitHubFailure && error.reason === "github-not-found") return undefined;
    throw error;
  }
}

/** The branches whose names begin so, in GitHub's order. */
export async function listBranches({ request, owner, repo }: Place, prefix: string): Promise<Branch[]> {
  const found = new Map<string, Branch>();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { data } = await request(
      "GET /repos/{owner}/{repo}/git/matching-refs/{ref}",
      { owner, repo, ref: `heads/${prefix}`, per_page: PAGE, page },
      { expects: "list", permission: "contents: read" },
    );
    const before = found.size;
    const items = readList(data);
    for (const item of items) {
      const [ref, sha] = [readText(item, "ref"), readSha(item, "object", "sha")];
      if (ref.startsWith(HEADS + prefix) && sha !== "") found.set(ref, { name: ref.slice(HEADS.length), sha });
    }
    // A server that does not page answers with the same list again.
    if (items.length < PAGE || found.size === before) break;
  }
  return [...found.values()];
}

/**
 * Makes a branch. `isDone` is false when there is one already that is somewhere else.
 * https://docs.github.com/rest/git/refs#create-a-reference
 * @throws GitHubFailure
 */
export async function createBranch(place: Place, branch: string, sha: string): Promise<Moved> {
  const { request, owner, repo } = place;
  try {
    await request(
      "POST /repos/{owner}/{repo}/git/refs",
      { owner, repo, ref: HEADS + branch, sha },
      { isIdempotent: true, isQuiet: true, expects: "object", permission: "contents: write" },
    );
    return { isDone: true, sha };
  } catch (error) {
    // It exists: made by another run, or by this one when the first answer was lost.
    const now = error instanceof GitHubFailure && error.status === 422 ? await readBranch(place, branch) : undefined;
    if (now === undefined) throw error;
    return { isDone: now === sha, sha: now };
  }
}

/**
 * Moves a branch from one commit to another, or deletes it (`to` undefined), only when it is at `from`.
 * https://docs.github.com/graphql/reference/git#updaterefs
 * @throws GitHubFailure
 */
export async function moveBranch(
  place: Place,
  branch: string,
  { from, to }: { from: string; to: string | undefined },
): Promise<Moved> {
  const { request, graphqlUrl } = place;
  const update = { name: HEADS + branch, beforeOid: from, afterOid: to ?? NONE, force: true };
  let failure: GitHubFailure | undefined;
  try {
    const input = { repositoryId: await place.repositoryId(), refUpdates: [update] };
    const { data } = await request(
      `POST ${graphqlUrl}`,
      { query: MUTATION, variables: { input } },
      // The second of two tries finds the branch moved; what follows tells by whom.
      { isIdempotent: true, isQuiet: true, expects: "object", permission: "contents: write" },
    );
    failure = graphqlFailure(data, { path: "/graphql updateRefs", permission: "contents: write" });
    if (failure === undefined) return { isDone: true, sha: to };
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    failure = error;
  }
  const now = await readBranch(place, branch);
  if (now === to) return { isDone: true, sha: to };
  if (now === from) throw failure;
  return { isDone: false, sha: now };
}

/** The repository's id in GraphQL. */
export async function askRepositoryId({ request, owner, repo, graphqlUrl }: Place): Promise<string> {
  const path = "/graphql repository";
  const { data } = await request(
    `POST ${graphqlUrl}`,
    { query: QUERY, variables: { owner, name: repo } },
    { expects: "object", permission: "contents: read" },
  );
  const failure = graphqlFailure(data, { path, permission: "contents: read" });
  if (failure !== undefined) throw failure;
  return readText(read(data, "data", "repository"), "id") || badAnswer("the repository");
}
