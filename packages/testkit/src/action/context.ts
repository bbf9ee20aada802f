/** What the workflow run is about, unless a test says otherwise. */
import type { GitHub } from "../github/server.ts";
import type { RunContext } from "./environment.ts";

/** What decides the context. */
export type ContextOptions = { github?: GitHub; eventName?: string; context?: Partial<RunContext> };

/** A run of `push` or, when the event has one, of a pull request; what is given wins. */
export function runContext(options: ContextOptions, event: unknown): RunContext {
  const pull = (
    event as { pull_request?: { number?: number; head?: { ref?: string }; base?: { ref?: string } } } | null
  )?.pull_request;
  const github = options.github;
  const { owner, repo } = github?.repository ?? { owner: "octo-org", repo: "infrastructure" };
  return {
    repository: `${owner}/${repo}`,
    sha: "5".repeat(40),
    ref: pull === undefined ? "refs/heads/main" : `refs/pull/${pull.number ?? 0}/merge`,
    headRef: pull?.head?.ref ?? "",
    baseRef: pull?.base?.ref ?? "",
    runId: "1234567890",
    runAttempt: "1",
    runNumber: "42",
    job: "plan",
    workflow: "Terraform",
    actor: "octocat",
    eventName: options.eventName ?? (pull === undefined ? "push" : "pull_request"),
    serverUrl: github?.url ?? "https://github.com",
    apiUrl: github?.apiUrl ?? "https://api.github.com",
    graphqlUrl: github?.graphqlUrl ?? "https://api.github.com/graphql",
    token: github?.token("github-actions") ?? "ghs_nobody",
    ...options.context,
  };
}
