/**
 * The one way any call leaves this package: routes, the token, retries and limits. It knows nothing of what the calls
 * are about.
 */
import type { Clock, Log } from "@handrail/runner";
import { describeFailure } from "./answer-failure.ts";
import type { Call } from "./answer-failure.ts";
import { createLane } from "./lane.ts";
import { readMessage, readText } from "./payload.ts";
import { decideRetry } from "./retry.ts";
import type { Outcome, Verdict } from "./retry.ts";
import { parseRoute, renderRoute } from "./route.ts";
import { createTransport, TransportError } from "./transport.ts";
import type { Answer, Message } from "./transport.ts";

/** Milliseconds that the calls of one task may still spend waiting for rate limits, together. */
export type WaitBudget = { leftMs: number };

/** What a call says about itself besides its route and parameters. */
export type CallOptions = {
  /** Doing it twice is the same as doing it once. By default true for all but POST, and true for GraphQL queries. */
  isIdempotent?: boolean;
  /** The shape the answer must have; anything else is treated like a broken answer. */
  expects?: "list" | "object";
  /** What the call needs, as a workflow writes it: `pull-requests: write`. Named in the failure when it is missing. */
  permission?: string;
  /** It changes something that nobody is told about (git objects, branches): no pause is kept before and after it. */
  isQuiet?: boolean;
  /** Shared with other calls; by default every call has its own of `maxWaitMs`. */
  waits?: WaitBudget;
};

/** Calls GitHub. See GitHubClient.request. */
export type Request = (
  route: string,
  parameters?: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<Answer>;

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
  readonly request: Request;
  readonly log: Log;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  newWaits(): WaitBudget;
  random(): number;
  /** Waits, ending with the signal. */
  sleep(ms: number): Promise<void>;
  /**
   * GitHub's clock in seconds since 1970: at the first answer, and at the latest; `ahead` is by how much the local clock
   * was ahead of it at the first. The local clock stands in before there was an answer.
   */
  serverTime(): { first: number; latest: number; ahead: number };
}

/** More than a page of 100 comments of 65,536 ASCII characters each. */
const MAX_ANSWER_BYTES = 10_000_000;

/** Creates a requester. Its calls reject with GitHubFailure, or with the signal's reason. */
export function createRequester(options: RequesterOptions): Requester {
  const { clock, signal, apiUrl, graphqlUrl } = options;
  const lane = createLane(clock, options.mutationGapMs);
  const times: { first?: number; latest?: number; ahead?: number } = {};
  const transport = createTransport({ ...options, bases: [apiUrl, graphqlUrl], maxBytes: MAX_ANSWER_BYTES });
  const send = async (message: Message): Promise<Answer> => {
    const answer = await transport(message, signal);
    const date = Date.parse(answer.headers.get("date") ?? "");
    if (!Number.isNaN(date)) {
      times.latest = Math.floor(date / 1_000);
      times.ahead ??= Math.floor(clock.now() / 1_000) - times.latest;
      times.first ??= times.latest;
    }
    return answer;
  };
  return {
    request: async (route, parameters = {}, own = {}) => {
      const message = { ...renderRoute(route, apiUrl, parameters), headers: renderHeaders(options.token) };
      const call = describeCall(route, message.url, parameters, own, options);
      const persist = (): Promise<Answer> => persistently(() => send(message), call, options);
      return call.isMutation ? lane.run(persist, signal, own.isQuiet) : persist();
    },
    log: options.log,
    apiUrl,
    graphqlUrl,
    newWaits: () => ({ leftMs: options.maxWaitMs }),
    random: options.random,
    sleep: (ms) => clock.sleep(ms, signal),
    serverTime: () => {
      const local = Math.floor(clock.now() / 1_000);
      return { first: times.first ?? local, latest: times.latest ?? local, ahead: times.ahead ?? 0 };
    },
  };
}

function renderHeaders(token: string): Record<string, string> {
  return {
    accept: "application/vnd.github+json",
    "content-type": "application/json; charset=utf-8",
    "user-agent": "handrail",
    "x-github-api-version": "2022-11-28",
    ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
  };
}

type FullCall = Call &
  Required<Pick<CallOptions, "isIdempotent" | "waits">> &
  Pick<CallOptions, "expects"> & { isMutation: boolean };

function describeCall(
  route: string,
  url: string,
  parameters: Readonly<Record<string, unknown>>,
  own: CallOptions,
  options: RequesterOptions,
): FullCall {
  const { method } = parseRoute(route);
  const isQuery = url === options.graphqlUrl && !/^\s{0,99}mutation\b/.test(readText(parameters, "query"));
  return {
    method,
    path: (url.startsWith(options.apiUrl) ? url.slice(options.apiUrl.length) : url).replace(/\?.*$/s, ""),
    isIdempotent: own.isIdempotent ?? (method !== "POST" || isQuery),
    isMutation: method !== "GET" && method !== "HEAD" && !isQuery,
    waits: own.waits ?? { leftMs: options.maxWaitMs },
    ...(own.permission === undefined ? {} : { permission: own.permission }),
    ...(own.expects === undefined ? {} : { expects: own.expects }),
  };
}

/** Makes a call until it succeeds or the policy says stop. */
async function persistently(send: () => Promise<Answer>, call: FullCall, options: RequesterOptions): Promise<Answer> {
  const { clock, log, signal } = options;
  const start = clock.monotonic();
  const progress = { tries: 0, garbage: 0, limits: 0 };
  let waited = 0;
  for (;;) {
    progress.tries += 1;
    const tried = await attempt(send, call);
    if (tried.answer !== undefined) return tried.answer;
    const { outcome } = tried;
    if (outcome.kind === "garbage") progress.garbage += 1;
    if (outcome.kind === "status" && (outcome.status === 403 || outcome.status === 429)) progress.limits += 1;
    const elapsedMs = clock.monotonic() - start - waited;
    const state = { ...progress, elapsedMs, waitLeftMs: call.waits.leftMs, isIdempotent: call.isIdempotent };
    const verdict: Verdict = decideRetry(outcome, state, options.random(), clock.now());
    if (!verdict.retry) throw describeFailure(call, outcome, verdict);
    const waitMs = call.isMutation ? Math.max(verdict.waitMs, options.mutationGapMs) : verdict.waitMs;
    if (verdict.limitMs !== undefined) {
      call.waits.leftMs -= waitMs;
      waited += waitMs;
    }
    const when = `try ${progress.tries + 1} in ${(waitMs / 1_000).toFixed(1)} s`;
    log.info(`GitHub: ${call.method} ${call.path}: ${verdict.cause}; ${when}`);
    await clock.sleep(waitMs, signal);
  }
}

type Tried = { answer: Answer; outcome?: never } | { answer?: never; outcome: Outcome };

/** One try. Throws only what is not about GitHub: an abort, a defect. */
async function attempt(send: () => Promise<Answer>, call: FullCall): Promise<Tried> {
  try {
    const answer = await send();
    const { status, data, headers } = answer;
    if (status >= 400) return { outcome: { kind: "status", status, message: readMessage(data), headers } };
    if (status < 300 && isExpected(call.expects, data)) return { answer };
    const code = status < 300 ? `not the expected ${call.expects ?? "answer"}` : `a redirection (status ${status})`;
    return { outcome: { kind: "garbage", code } };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return { outcome: { kind: error.kind, code: error.code, isSent: error.isSent, error } };
  }
}

function isExpected(expects: "list" | "object" | undefined, data: unknown): boolean {
  if (expects === undefined) return true;
  return expects === "list" ? Array.isArray(data) : typeof data === "object" && data !== null && !Array.isArray(data);
}
