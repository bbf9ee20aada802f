/**
 * Where and why this run happens, from the runner's variables and the event. Everything a decision rests on fails
 * towards "not trusted"; `actor` is for display only, since whoever re-runs a job or pushes last becomes it.
 */
import { Failure } from "@handrail/runner";
import { read, readId, readSha, readText } from "./payload.ts";
import { isSameRepository, parseLabels, parsePullRequest } from "./pull-request.ts";
import type { PullRequestRef } from "./pull-request.ts";

/** The run and what it is about. URLs have no slash at the end. */
export type GitHubContext = {
  owner: string;
  repo: string;
  sha: string;
  ref: string;
  eventName: string;
  /** Never decide by it. */
  actor: string;
  /** "" when unknown. */
  runId: string;
  /** 1 for the first. */
  runAttempt: number;
  /** "" when unknown. */
  runUrl: string;
  serverUrl: string;
  apiUrl: string;
  graphqlUrl: string;
  workflow: string;
  job: string;
  pullRequest?: PullRequestRef;
  /** pull_request_target or workflow_run with a head outside of the repository: secrets and a write token meet foreign code. */
  isUntrusted: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the runner's variables and the event (any JSON value, also a missing one).
 * @throws Failure `invalid-input` when one of the server's URLs is not an http(s) URL: a default could send the token elsewhere
 */
export function parseContext(environment: Environment, event: unknown): GitHubContext {
  const text = (name: string): string => (Object.hasOwn(environment, name) ? (environment[name] ?? "") : "");
  const eventName = text("GITHUB_EVENT_NAME");
  const [owner, repo] = parseRepository(text("GITHUB_REPOSITORY")) ??
    parseRepository(readText(event, "repository", "full_name")) ?? ["", ""];
  const serverUrl = parseUrl("GITHUB_SERVER_URL", text("GITHUB_SERVER_URL"), "https://github.com");
  const apiUrl = parseUrl("GITHUB_API_URL", text("GITHUB_API_URL"), "https://api.github.com");
  const graphqlUrl = parseUrl("GITHUB_GRAPHQL_URL", text("GITHUB_GRAPHQL_URL"), defaultGraphqlUrl(apiUrl));
  const runId = /^[0-9]{1,20}$/.test(text("GITHUB_RUN_ID")) ? text("GITHUB_RUN_ID") : "";
  const runAttempt = /^[1-9][0-9]{0,5}$/.test(text("GITHUB_RUN_ATTEMPT")) ? Number(text("GITHUB_RUN_ATTEMPT")) : 1;
  const pullRequest = parseEventPullRequest(eventName, event);
  return {
    owner,
    repo,
    sha: text("GITHUB_SHA"),
    ref: text("GITHUB_REF"),
    eventName,
    actor: text("GITHUB_ACTOR"),
    runId,
    runAttempt,
    runUrl:
      runId === "" || owner === "" ? "" : `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
    serverUrl,
    apiUrl,
    graphqlUrl,
    workflow: text("GITHUB_WORKFLOW"),
    job: text("GITHUB_JOB"),
    ...(pullRequest === undefined ? {} : { pullRequest }),
    isUntrusted: isUntrusted(eventName, event),
  };
}

/** Names as GitHub allows them; anything else would be another path of the API. */
function parseRepository(fullName: string): [owner: string, repo: string] | undefined {
  const found = /^([A-Za-z0-9_-]{1,100})\/([A-Za-z0-9._-]{1,100})$/.exec(fullName);
  const [, owner, repo] = found ?? [];
  return owner === undefined || repo === undefined || repo === "." || repo === ".." ? undefined : [owner, repo];
}

function parseUrl(name: string, given: string, fallback: string): string {
  if (given === "") return fallback;
  const url = URL.parse(given);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== "" ||
    url.password !== "" ||
    url.search !== "" ||
    url.hash !== ""
  ) {
    throw new Failure({
      reason: "invalid-input",
      what: `${name} is not the URL of a GitHub server`,
      remedy: `Set ${name} to something like ${fallback}, or leave it to the runner.`,
    });
  }
  return given.replace(/\/{1,9}$/, "");
}

/** GitHub Enterprise Server has REST below /api/v3 and GraphQL at /api/graphql. */
function defaultGraphqlUrl(apiUrl: string): string {
  return apiUrl.endsWith("/api/v3") ? `${apiUrl.slice(0, -"/v3".length)}/graphql` : `${apiUrl}/graphql`;
}

/** A workflow_run or pull_request_target whose head is not known to be in this repository. */
function isUntrusted(eventName: string, event: unknown): boolean {
  const repository = read(event, "repository");
  if (eventName === "pull_request_target") {
    const base = read(event, "pull_request", "base", "repo") ?? repository;
    return !isSameRepository(read(event, "pull_request", "head", "repo"), base);
  }
  if (eventName === "workflow_run")
    return !isSameRepository(read(event, "workflow_run", "head_repository"), repository);
  return false;
}

/** The pull request an event is about. Push, schedule, merge queue and the like have none. */
function parseEventPullRequest(eventName: string, event: unknown): PullRequestRef | undefined {
  if (/^pull_request(?:_target|_review|_review_comment)?$/.test(eventName))
    return parsePullRequest(read(event, "pull_request"));
  if (eventName === "issue_comment") return parseCommentedPullRequest(read(event, "issue"));
  if (eventName === "workflow_run") return parseRunPullRequest(event);
  return undefined;
}

/** A comment's event names the pull request but not its branches: they count as a fork's until the API was asked. */
function parseCommentedPullRequest(issue: unknown): PullRequestRef | undefined {
  const number = readId(issue, "number");
  if (number === undefined || typeof read(issue, "pull_request") !== "object" || read(issue, "pull_request") === null)
    return undefined;
  const [title, url] = [readText(issue, "title"), readText(issue, "pull_request", "html_url")];
  const author = readText(issue, "user", "login");
  return {
    number,
    headSha: "",
    headRef: "",
    baseSha: "",
    baseRef: "",
    isFork: true,
    labels: parseLabels(read(issue, "labels")),
    ...(title === "" ? {} : { title }),
    ...(url === "" ? {} : { url }),
    isClosed: readText(issue, "state") === "closed",
    isMerged: readText(issue, "pull_request", "merged_at") !== "",
    mergeCommitSha: "",
    ...(author === "" ? {} : { author }),
  };
}

/** The run's first pull request; GitHub lists none for heads in forks. Labels are not part of the event. */
function parseRunPullRequest(event: unknown): PullRequestRef | undefined {
  const first = read(event, "workflow_run", "pull_requests", "0");
  const number = readId(first, "number");
  if (number === undefined) return undefined;
  return {
    number,
    headSha: readSha(first, "head", "sha"),
    headRef: readText(first, "head", "ref"),
    baseSha: readSha(first, "base", "sha"),
    baseRef: readText(first, "base", "ref"),
    isFork: !isSameRepository(read(event, "workflow_run", "head_repository"), read(event, "repository")),
    labels: [],
    isClosed: false,
    isMerged: false,
    mergeCommitSha: "",
  };
}
