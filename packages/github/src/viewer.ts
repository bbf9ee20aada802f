/**
 * Who we are on GitHub: the login that the token's comments carry.
 */
import { GitHubFailure } from "./failure.ts";
import { readText } from "./payload.ts";
import type { Requester } from "./requester.ts";

/** The login of GITHUB_TOKEN's comments in the REST API. */
export const ACTIONS_LOGIN = "github-actions[bot]";

/** Failures after which another way of asking may work; the others would fail the same way. */
const TELLING = new Set([
  "github-forbidden",
  "github-not-found",
  "github-rejected",
  "github-bad-answer",
  "github-gone",
]);

/**
 * Asks GraphQL, which knows installation tokens, then REST, which knows users; when both refuse it is a token that
 * only Actions hands out. Unreachable, limited or unauthorized stays a failure: guessing then could touch foreign comments.
 */
export async function askViewerLogin(requester: Requester): Promise<string> {
  const { request, graphqlUrl } = requester;
  const asks = [
    async () => {
      const answer = await request(`POST ${graphqlUrl}`, {
        query: "query { viewer { login } }",
        request: { expects: "object" },
      });
      return readText(answer.data, "data", "viewer", "login");
    },
    async () => {
      const answer = await request("GET /user", { request: { expects: "object" } });
      return readText(answer.data, "login");
    },
  ];
  for (const ask of asks) {
    try {
      const login = await ask();
      if (login !== "") return normaliseLogin(login);
    } catch (error) {
      if (!(error instanceof GitHubFailure) || !TELLING.has(error.reason)) throw error;
    }
  }
  return ACTIONS_LOGIN;
}

/** GraphQL names the Actions app both with and without `[bot]`; nobody else can be called `github-actions`. */
export function normaliseLogin(login: string): string {
  return login.toLowerCase() === "github-actions" ? ACTIONS_LOGIN : login;
}
