/**
 * Who we are on GitHub: the login that the token's comments carry.
 */
import { GitHubFailure } from "./failure.ts";
import type { GitHubReason } from "./failure.ts";
import { readText } from "./payload.ts";
import type { Requester } from "./requester.ts";

/** The login of GITHUB_TOKEN's comments in the REST API. */
export const ACTIONS_LOGIN = "github-actions[bot]";

/** Refusals. Anything else (unreachable, limited, unauthorized) says nothing about who we are. */
const REFUSALS: ReadonlySet<GitHubReason> = new Set([
  "github-forbidden",
  "github-not-found",
  "github-rejected",
  "github-bad-answer",
  "github-gone",
]);

/**
 * Asks GraphQL, which knows installation tokens, then REST, which knows users. When REST refuses as well, it is a token
 * as Actions hands it out. Otherwise it stays a failure: with a guess we could change somebody else's comment.
 */
export async function askViewerLogin({ request, graphqlUrl }: Requester): Promise<string> {
  try {
    const answer = await request(`POST ${graphqlUrl}`, { query: "query { viewer { login } }" }, { expects: "object" });
    const login = readText(answer.data, "data", "viewer", "login");
    if (login !== "") return normaliseLogin(login);
  } catch (error) {
    const mayGoOn =
      error instanceof GitHubFailure && (error.reason === "github-unavailable" || REFUSALS.has(error.reason));
    if (!mayGoOn) throw error;
  }
  try {
    const answer = await request("GET /user", {}, { expects: "object" });
    return readText(answer.data, "login") || ACTIONS_LOGIN;
  } catch (error) {
    if (error instanceof GitHubFailure && REFUSALS.has(error.reason)) return ACTIONS_LOGIN;
    throw error;
  }
}

/** GraphQL names the Actions app both with and without `[bot]`; nobody else can be called `github-actions`. */
export function normaliseLogin(login: string): string {
  return login.toLowerCase() === "github-actions" ? ACTIONS_LOGIN : login;
}
