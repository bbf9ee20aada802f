/**
 * Whether a call to GitHub is made again, and when. Pure: from one failed try to a verdict.
 * Why not a plugin: docs/decisions/0002-github-retries.md.
 */

/** The headers of an answer; names are lower case. */
export type Headers = ReadonlyMap<string, string>;

/** How one try failed. `refused`: we did not send it, and never will. */
export type Outcome =
  | { kind: "status"; status: number; message: string; headers: Headers }
  | { kind: "network"; code: string; isSent: boolean; error?: Error }
  | { kind: "garbage" | "refused"; code: string; error?: Error };

/** What was done so far for this call. */
export type Progress = {
  /** Tries, this one included. */
  tries: number;
  /** Answers so far that were not GitHub's, this one included. */
  garbage: number;
  /** Rate limits met so far, this one included. */
  limits: number;
  /** Milliseconds since the first try, without the waits for rate limits. */
  elapsedMs: number;
  /** Milliseconds that may still be spent waiting for rate limits. */
  waitLeftMs: number;
  /** Doing it twice is the same as doing it once. */
  isIdempotent: boolean;
};

/** Wait `waitMs` and try again, or give up; `limitMs` is set when a rate limit is the cause: how long it asks us to wait. */
export type Verdict = { retry: boolean; waitMs: number; cause: string; limitMs?: number };

const MAX_TRIES = 5;
const MAX_LIMITS = 10;
const MAX_ELAPSED_MS = 90_000;
const LONGEST_BACKOFF_MS = 20_000;
const SECONDARY_WAIT_MS = 60_000;

/**
 * Decides about the next try.
 * @param random a number in [0, 1), for jitter
 * @param now ms since 1970 by the local clock; used only when GitHub does not tell the time
 */
export function decideRetry(outcome: Outcome, progress: Progress, random: number, now: number): Verdict {
  const limitMs =
    outcome.kind === "status"
      ? limitWait(outcome.status, outcome.message, outcome.headers, progress.limits, now)
      : undefined;
  if (limitMs !== undefined) {
    // A limited call was turned away before anything was done: repeating it is safe for every method.
    const waitMs = limitMs + Math.ceil(random * 1_000);
    const retry = waitMs <= progress.waitLeftMs && progress.limits < MAX_LIMITS;
    return { retry, waitMs, limitMs, cause: "rate limit" };
  }
  const cause = causeOf(outcome);
  const waitMs = Math.ceil(random * Math.min(LONGEST_BACKOFF_MS, 1_000 * 2 ** (progress.tries - 1)));
  const isSafe = progress.isIdempotent || (outcome.kind === "network" && !outcome.isSent);
  const isLeft = progress.tries < MAX_TRIES && progress.elapsedMs + waitMs < MAX_ELAPSED_MS;
  return { retry: isSafe && isLeft && isTransient(outcome, progress), waitMs, cause };
}

function isTransient(outcome: Outcome, progress: Progress): boolean {
  if (outcome.kind === "status") return outcome.status >= 500 || outcome.status === 408;
  return outcome.kind === "network" || (outcome.kind === "garbage" && progress.garbage < 2);
}

/** One line for the log. */
export function causeOf(outcome: Outcome): string {
  return outcome.kind === "status" ? `status ${outcome.status}` : outcome.code;
}

/**
 * How long a rate limit asks to wait, in milliseconds; undefined when the answer is about something else. All times come
 * from the answer: the reset against its own Date header, since the runner's clock may be wrong.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
function limitWait(status: number, message: string, headers: Headers, limits: number, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const date = Date.parse(headers.get("date") ?? "");
  const server = Number.isNaN(date) ? now : date;
  const after = parseRetryAfter(headers.get("retry-after") ?? "", server);
  if (after !== undefined) return Math.max(1_000, after);
  const reset = headers.get("x-ratelimit-reset") ?? "";
  if (headers.get("x-ratelimit-remaining") === "0" && /^[0-9]{1,12}$/.test(reset)) {
    return Math.max(0, Number(reset) * 1_000 - server) + 1_000;
  }
  const isSecondary = status === 429 || /secondary rate limit|abuse detection|rate limit exceeded/i.test(message);
  return isSecondary ? SECONDARY_WAIT_MS * 2 ** Math.max(0, limits - 1) : undefined;
}

/** Seconds or an HTTP date, as milliseconds from the server's now. */
function parseRetryAfter(value: string, server: number): number | undefined {
  if (/^[0-9]{1,9}$/.test(value)) return Number(value) * 1_000;
  const date = value === "" ? Number.NaN : Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - server);
}
