/**
 * Turns a failed call into the failure a user reads. Pure; GitHub's own words are made harmless and short.
 */
import { formatDuration, neutraliseText } from "@handrail/runner";
import { GitHubFailure } from "./failure.ts";
import type { GitHubReason } from "./failure.ts";
import { readList, readText } from "./payload.ts";
import { knownRefusal } from "./refusals.ts";
import type { Outcome, Verdict } from "./retry.ts";

/** What was asked of GitHub. */
export type Call = {
  method: string;
  /** Without the query. */
  path: string;
  /** What it needs, for example `pull-requests: write`; found out from the answer when absent. */
  permission?: string;
};

/** Makes the failure for an outcome that is final. */
export function describeFailure(call: Call, outcome: Outcome, verdict: Verdict): GitHubFailure {
  const name = `${call.method} ${call.path}`;
  if (outcome.kind === "status") return describeStatus(name, call, outcome, verdict);
  const cause = outcome.error;
  if (outcome.kind === "refused") {
    return new GitHubFailure({
      reason: "github-refused-url",
      cause,
      what: `${name} was not sent: ${outcome.code}`,
      remedy: "Check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and what answers there.",
    });
  }
  if (outcome.kind === "garbage") {
    return new GitHubFailure({
      reason: "github-bad-answer",
      cause,
      what: `GitHub's answer to ${name} cannot be used: ${outcome.code}`,
      remedy:
        "Look whether a proxy answers in GitHub's place, check GITHUB_API_URL, and see https://www.githubstatus.com.",
    });
  }
  return new GitHubFailure({
    reason: "github-unavailable",
    cause,
    what: `GitHub cannot be reached for ${name}: ${outcome.code}`,
    remedy:
      "Check the runner's network, DNS and HTTPS_PROXY, and see https://www.githubstatus.com; then run the job again.",
  });
}

type StatusOutcome = Outcome & { kind: "status" };

function describeStatus(name: string, call: Call, outcome: StatusOutcome, verdict: Verdict): GitHubFailure {
  const { status } = outcome;
  if (verdict.limitMs !== undefined) {
    const wait = formatDuration(Math.ceil(verdict.limitMs / 1_000) * 1_000);
    return new GitHubFailure({
      reason: "github-rate-limited",
      status,
      what: `GitHub's rate limit is used up: ${name} would have to wait ${wait}`,
      remedy:
        "Run the job again later, run fewer jobs at once, or use the token of a GitHub App, which has a limit of its own.",
    });
  }
  const words = oneLine(outcome.message);
  const says = quote(words);
  const known = knownRefusal(status, words) ?? (status === 403 ? undefined : KNOWN.get(status));
  if (known !== undefined) {
    return new GitHubFailure({ ...known, status, says: words, what: `${known.what}: ${name}${says}` });
  }
  if (status === 403) return describeForbidden(name, call, outcome);
  const isServer = status >= 500;
  return new GitHubFailure({
    reason: isServer ? "github-unavailable" : "github-rejected",
    status,
    says: words,
    what: `GitHub answered ${name} with status ${status}${says}`,
    remedy: isServer
      ? "See https://www.githubstatus.com, then run the job again."
      : "GitHub's words say what it does not accept. Please report this when nothing in your workflow explains it.",
  });
}

const KNOWN: ReadonlyMap<number, { reason: GitHubReason; what: string; remedy: string }> = new Map([
  [
    401,
    {
      reason: "github-unauthorized",
      what: "GitHub does not accept the token, it has expired, was revoked or is not one",
      remedy: "Check the input github-token. The job's own token ends with the job, an App's token after one hour.",
    },
  ],
  [
    404,
    {
      reason: "github-not-found",
      what: "GitHub does not find this",
      remedy:
        "It was deleted, or the token may not read this repository: check the input github-token and the job's permissions.",
    },
  ],
  [
    410,
    {
      reason: "github-gone",
      what: "This is gone or switched off",
      remedy: "The issue was deleted or moved, or the repository has this feature disabled.",
    },
  ],
]);

function describeForbidden(name: string, call: Call, outcome: StatusOutcome): GitHubFailure {
  const { status, message } = outcome;
  const says = oneLine(message);
  if (/\blocked\b/i.test(message)) {
    return new GitHubFailure({
      reason: "github-locked",
      status,
      says,
      what: `The conversation is locked: ${name} is not possible${quote(says)}`,
      remedy: "Unlock the conversation when comments are wanted; the step summary has everything.",
    });
  }
  const permission = call.permission ?? acceptedPermission(outcome.headers.get("x-accepted-github-permissions") ?? "");
  const isPermission = /not accessible by|must have .{0,40}(?:access|rights)|permission/i.test(message);
  if (!isPermission || permission === undefined) {
    return new GitHubFailure({
      reason: "github-forbidden",
      status,
      says,
      what: `GitHub forbids ${name}${quote(says)}`,
      remedy:
        "Give the job's token the permission this needs under `permissions:`, or check the organisation's IP and SSO rules.",
    });
  }
  return new GitHubFailure({
    reason: "github-forbidden",
    status,
    permission,
    says,
    what: `The token may not do this: ${name} needs the permission ${permission}`,
    remedy: `Add to the job: \`permissions:\` with \`${permission}\`. A pull request from a fork or from Dependabot only ever gets a read-only token.`,
  });
}

/** The first alternative of the header, as a workflow spells it: `issues=write; pull_requests=write` → `issues: write`. */
function acceptedPermission(header: string): string | undefined {
  const found = /^\s{0,9}([a-z_]{1,60})=(read|write|admin)/.exec(header);
  return found === null ? undefined : `${(found[1] ?? "").replaceAll("_", "-")}: ${found[2] ?? ""}`;
}

/** GitHub's words as one short line. */
function oneLine(message: string): string {
  return neutraliseText(message.slice(0, 300)).replaceAll("\n", " ").trim();
}

/** A quotation, or nothing. */
function quote(words: string): string {
  return words === "" ? "" : ` ("${words}")`;
}

/** What GraphQL's `errors` come to; undefined when there are none. GraphQL answers them with status 200. */
export function graphqlFailure(data: unknown, call: { path: string; permission: string }): GitHubFailure | undefined {
  const errors = readList(data, "errors");
  if (errors.length === 0) return undefined;
  const type = readText(errors[0], "type");
  const message = errors.map((each) => readText(each, "message")).join("; ");
  const isForbidden = type === "FORBIDDEN" || /not accessible by/i.test(message);
  const status = isForbidden ? 403 : type === "NOT_FOUND" ? 404 : 422;
  const outcome: Outcome = { kind: "status", status, message, headers: new Map() };
  return describeFailure({ method: "POST", ...call }, outcome, { retry: false, waitMs: 0, cause: "" });
}

/** Throws: the answer is well-formed, and not what GitHub answers here. */
export function badAnswer(about: string): never {
  throw new GitHubFailure({
    reason: "github-bad-answer",
    what: `GitHub's answer about ${about} is not one`,
    remedy: "Check what answers at GITHUB_API_URL.",
  });
}
