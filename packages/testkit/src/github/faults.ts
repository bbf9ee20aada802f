/** The ways in which the embedded GitHub can fail, and what each looks like on the wire. */
import { gzipSync } from "node:zlib";

import type { Answer } from "../loopback.ts";
import type { Rule } from "../schedule.ts";
import { renderError } from "./answers.ts";
import { tooLong } from "./comments.ts";

/** Faults that answer instead of processing the request. */
type InsteadFault =
  | "400" | "401" | "403-permission" | "403-primary" | "403-secondary" | "404" | "409" | "410" | "422-no-drafts" | "422-too-long" | "429"
  | "500" | "502" | "503" | "504" | "reset-before" | "redirect" | "html-200" | "empty-200" | "huge-body" | "gzip-bomb"; // prettier-ignore

/** Faults that spoil the answer of a request that took effect. */
type AfterFault =
  | "commit-then-502" | "commit-then-504" | "reset-after-commit" | "reset-mid-body" | "truncated-json"
  | "wrong-content-type" | "null-user"; // prettier-ignore

/** What can happen to a request; `delay` holds it until it is released. */
export type GitHubFault = InsteadFault | AfterFault | "delay";

type Given = Pick<Rule, "retryAfter" | "size" | "location">;

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const HTML_TYPE = { "content-type": "text/html; charset=utf-8" };

const INSTEAD: Record<InsteadFault, (given: Given) => Answer> = {
  "400": () => renderError(400, "Problems parsing JSON"),
  "401": () => renderError(401, "Bad credentials"),
  "403-permission": () => ({
    ...renderError(403, "Resource not accessible by integration"),
    headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
  }),
  "403-primary": (given: Given) => ({
    ...renderError(403, "API rate limit exceeded for installation ID 1."),
    headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": inAMinute(), ...retryAfter(given) },
  }),
  "403-secondary": (given: Given) => ({
    ...renderError(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
    headers: retryAfter(given),
  }),
  "429": (given: Given) => ({
    ...renderError(429, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
    headers: retryAfter(given),
  }),
  "404": () => renderError(404, "Not Found"),
  "409": () => renderError(409, "Conflict"),
  "410": () => renderError(410, "This issue was deleted"),
  "422-no-drafts": () =>
    renderError(422, "Validation Failed", [
      { resource: "PullRequest", code: "custom", message: "Draft pull requests are not supported in this repository." },
    ]),
  "422-too-long": () => tooLong().answer,
  "500": (given: Given) => unicorn(500, given),
  "502": (given: Given) => unicorn(502, given),
  "503": (given: Given) => unicorn(503, given),
  "504": (given: Given) => unicorn(504, given),
  "reset-before": () => ({ status: 0, cut: "before" }),
  redirect: (given: Given) => ({ status: 302, headers: { location: given.location ?? "http://127.0.0.1:1/" } }),
  "html-200": () => ({ status: 200, headers: HTML_TYPE, body: "<!DOCTYPE html><html><body>Maintenance</body></html>" }),
  "empty-200": () => ({ status: 200, headers: JSON_TYPE, body: "" }),
  "huge-body": (given: Given) => ({
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify([{ id: 1, body: "x".repeat(given.size ?? 10_000_000) }]),
  }),
  "gzip-bomb": (given: Given) => ({
    status: 200,
    headers: { ...JSON_TYPE, "content-encoding": "gzip" },
    body: gzipSync(Buffer.alloc(given.size ?? 200_000_000, " ")),
  }),
};

const AFTERWARDS: Record<AfterFault, (answer: Answer) => Answer> = {
  "commit-then-502": () => unicorn(502, {}),
  "commit-then-504": () => unicorn(504, {}),
  "reset-after-commit": (answer: Answer) => ({ ...answer, cut: "before" }),
  "reset-mid-body": (answer: Answer) => ({ ...answer, cut: "middle" }),
  "truncated-json": (answer: Answer) => {
    const whole = JSON.stringify(answer.body);
    return {
      ...answer,
      headers: { ...answer.headers, ...JSON_TYPE },
      body: whole.slice(0, Math.floor(whole.length / 2)),
    };
  },
  "wrong-content-type": (answer: Answer) => ({
    ...answer,
    headers: { ...answer.headers, "content-type": "text/plain" },
    body: JSON.stringify(answer.body),
  }),
  "null-user": (answer: Answer) => ({ ...answer, body: withoutUsers(answer.body) }),
};

/** Answers a request without processing it; undefined: this fault needs the real answer. */
export function answerFault(rule: Rule<GitHubFault>): Answer | undefined {
  const answers: Partial<Record<GitHubFault, (given: Given) => Answer>> = INSTEAD;
  return answers[rule.fault]?.(rule);
}

/** Changes the real answer of a processed request. */
export function spoilAnswer(rule: Rule<GitHubFault>, answer: Answer): Answer {
  const changes: Partial<Record<GitHubFault, (answer: Answer) => Answer>> = AFTERWARDS;
  return changes[rule.fault]?.(answer) ?? answer;
}

function retryAfter(given: Given): Record<string, string> {
  return given.retryAfter === undefined ? {} : { "retry-after": String(given.retryAfter) };
}

function inAMinute(): string {
  return String(Math.floor(Date.now() / 1000) + 60);
}

/** GitHub's error page. */
function unicorn(status: number, given: Given): Answer {
  const body = `<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body>${status}</body></html>`;
  return { status, headers: { ...HTML_TYPE, ...retryAfter(given) }, body };
}

/** Every `user` (REST) and `author` (GraphQL) becomes null: the account was deleted. */
function withoutUsers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutUsers(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === "user" || key === "author" ? null : withoutUsers(item)]),
  );
}
