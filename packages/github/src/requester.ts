/**
 * Octokit with our own transport and retries: the one way any call leaves this package. It knows nothing of what the
 * calls are about.
 */
import { Octokit } from "@octokit/core";
import type { Clock, Log } from "@handrail/runner";
import { describeFailure } from "./answer-failure.ts";
import type { Call } from "./answer-failure.ts";
import { GitHubFailure } from "./failure.ts";
import { createLane } from "./lane.ts";
import { read, readText } from "./payload.ts";
import { decideRetry } from "./retry.ts";
import type { Outcome, Progress } from "./retry.ts";
import { createTransport, TransportError } from "./transport.ts";

/** Milliseconds that the calls of one task may spend waiting for rate limits together. A class: Octokit copies plain objects. */
export class WaitBudget {
  leftMs: number;
  constructor(leftMs: number) {
    this.leftMs = leftMs;
  }
}

/** What a call tells the requester besides Octokit's own: put it into the parameter `request`. */
export type CallOptions = {
  /** Overrides what the method says: a GraphQL query is a POST that can be repeated. */
  isIdempotent?: boolean;
  /** The shape the answer must have; anything else is treated like a broken answer. */
  expects?: "list" | "object";
  permission?: string;
  waits?: WaitBudget;
};

export type RequesterOptions = {
  token: string;
  apiUrl: string;
  graphqlUrl: string;
  clock: Clock;
  log: Log;
  environment: Readonly<Record<string, string | undefined>>;
  maxWaitMs: number;
  mutationGapMs: number;
  timeoutMs: number;
  random: () => number;
  signal?: AbortSignal;
};

export interface Requester {
  readonly request: Octokit["request"];
  readonly clock: Clock;
  readonly log: Log;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  newWaits(): WaitBudget;
  random(): number;
  /** Waits, ending with the signal. */
  sleep(ms: number): Promise<void>;
  /** GitHub's clock in seconds since 1970: at the first answer, and at the latest. The local one before there was any. */
  serverTime(): { first: number; latest: number };
}

/** 100 comments of the greatest length in three-byte characters, with room for what is around them. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Creates a requester. Its calls reject with GitHubFailure, or with the signal's reason. */
export function createRequester(options: RequesterOptions): Requester {
  const { clock, log, signal } = options;
  const lane = createLane(clock, options.mutationGapMs);
  const times: { first?: number; latest?: number } = {};
  const fetch = createTransport({
    bases: [options.apiUrl, options.graphqlUrl],
    environment: options.environment,
    timeoutMs: options.timeoutMs,
    maxBytes: MAX_ANSWER_BYTES,
  });
  const note = (headers: unknown): void => {
    const date = Date.parse(readText(headers, "date"));
    if (Number.isNaN(date)) return;
    times.latest = Math.floor(date / 1_000);
    times.first ??= times.latest;
  };
  const octokit = new Octokit({
    ...(options.token === "" ? {} : { auth: options.token }),
    baseUrl: options.apiUrl,
    userAgent: "handrail",
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    request: { fetch, ...(signal === undefined ? {} : { signal }) },
  });
  octokit.hook.wrap("request", async (send, endpoint) => {
    const call = describeCall(endpoint, options.apiUrl, options.graphqlUrl);
    const once = async (): Promise<Awaited<ReturnType<typeof send>>> => {
      const answer = await send(endpoint);
      note(answer.headers);
      if (!isExpected(call.expects, answer.data))
        throw new TransportError("garbage", `not the expected ${call.expects ?? "answer"}`, true);
      return answer;
    };
    const persist = (): Promise<Awaited<ReturnType<typeof send>>> => retrying(once, call, options, note);
    return call.isMutation ? lane.run(persist, signal) : persist();
  });
  return {
    request: octokit.request,
    clock,
    log,
    apiUrl: options.apiUrl,
    graphqlUrl: options.graphqlUrl,
    newWaits: () => new WaitBudget(options.maxWaitMs),
    random: options.random,
    sleep: (ms) => clock.sleep(ms, signal),
    serverTime: () => {
      const local = Math.floor(clock.now() / 1_000);
      return { first: times.first ?? local, latest: times.latest ?? local };
    },
  };
}

function ignore(): void {
  // Octokit's own remarks (deprecations) are for its developers.
}

type FullCall = Call & { isIdempotent: boolean; isMutation: boolean; expects?: "list" | "object"; waits?: WaitBudget };

function describeCall(endpoint: unknown, apiUrl: string, graphqlUrl: string): FullCall {
  const method = readText(endpoint, "method");
  const url = readText(endpoint, "url");
  const own = read(endpoint, "request", "isIdempotent");
  const isQuery = url === graphqlUrl && !/^\s{0,99}mutation\b/.test(readText(endpoint, "query"));
  const isIdempotent = typeof own === "boolean" ? own : method !== "POST" || isQuery;
  const expects = read(endpoint, "request", "expects");
  const permission = readText(endpoint, "request", "permission");
  const waits = read(endpoint, "request", "waits");
  const path = url.startsWith(apiUrl) ? url.slice(apiUrl.length) : url;
  return {
    method,
    path: fillPath(path, endpoint),
    isIdempotent,
    isMutation: method !== "GET" && method !== "HEAD" && !isQuery,
    ...(permission === "" ? {} : { permission }),
    ...(expects === "list" || expects === "object" ? { expects } : {}),
    ...(waits instanceof WaitBudget ? { waits } : {}),
  };
}

/** `/repos/{owner}/…` with its values, for messages. */
function fillPath(path: string, endpoint: unknown): string {
  return path.replaceAll(/\{([a-z_]{1,40})\}/g, (_, name: string) => {
    const value = read(endpoint, name);
    return typeof value === "string" || typeof value === "number" ? encodeURIComponent(value) : `{${name}}`;
  });
}

function isExpected(expects: "list" | "object" | undefined, data: unknown): boolean {
  if (expects === undefined) return true;
  return expects === "list" ? Array.isArray(data) : typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Makes a call until it succeeds or the policy says stop. */
async function retrying<T>(
  once: () => Promise<T>,
  call: FullCall,
  options: RequesterOptions,
  note: (headers: unknown) => void,
): Promise<T> {
  const { clock, log, signal } = options;
  const waits = call.waits ?? new WaitBudget(options.maxWaitMs);
  const start = clock.monotonic();
  const progress = { tries: 0, garbage: 0, limits: 0 };
  let waited = 0;
  for (;;) {
    progress.tries += 1;
    try {
      return await once();
    } catch (error) {
      const outcome = outcomeOf(error, call);
      if (outcome.kind === "status") note(outcome.headers);
      if (outcome.kind === "garbage") progress.garbage += 1;
      if (outcome.kind === "status" && (outcome.status === 403 || outcome.status === 429)) progress.limits += 1;
      const state: Progress = {
        ...progress,
        elapsedMs: clock.monotonic() - start - waited,
        waitLeftMs: waits.leftMs,
        isIdempotent: call.isIdempotent,
      };
      const verdict = decideRetry(outcome, state, options.random(), clock.now());
      if (!verdict.retry) throw describeFailure(call, outcome, verdict);
      const waitMs = call.isMutation ? Math.max(verdict.waitMs, options.mutationGapMs) : verdict.waitMs;
      if (verdict.limitMs !== undefined) {
        waits.leftMs -= waitMs;
        waited += waitMs;
      }
      log.info(
        `GitHub: ${call.method} ${call.path}: ${verdict.cause}; try ${progress.tries + 1} in ${(waitMs / 1_000).toFixed(1)} s`,
      );
      await clock.sleep(waitMs, signal);
    }
  }
}

/** Reads what Octokit throws; rethrows what is not about the answer (an abort, a defect). */
function outcomeOf(error: unknown, call: Call): Outcome {
  const cause = error instanceof TransportError ? error : read(error, "cause");
  if (cause instanceof TransportError) {
    if (cause.kind === "network") return { kind: "network", code: cause.code, isSent: cause.isSent };
    if (cause.kind === "garbage") return { kind: "garbage", code: cause.code };
    throw new GitHubFailure({
      reason: "github-refused-url",
      what: `${call.method} ${call.path} was not sent: ${cause.code}`,
      remedy: "Check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and what answers there.",
    });
  }
  const status = read(error, "status");
  const response = read(error, "response");
  if (typeof status !== "number" || response === undefined) throw error;
  const headers = read(response, "headers");
  const record: Record<string, unknown> = typeof headers === "object" && headers !== null ? { ...headers } : {};
  return { kind: "status", status, message: readText(response, "data", "message"), headers: record };
}
