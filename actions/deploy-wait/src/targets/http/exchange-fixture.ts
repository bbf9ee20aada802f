/** For tests of targets that ask over HTTP: the answers of a case. */
import { HttpFault } from "@handrail/http";
import type { Exchange, HttpAnswer, HttpRequest } from "@handrail/http";
import type { Clock } from "@handrail/runner";
import { segmentsOf } from "../replay-fixture.ts";
import type { Ops, Segment } from "../replay-fixture.ts";

/** What was asked of the other side: `GET /version`; `at` in seconds. */
export type Asked = { what: string; at: number; request?: HttpRequest };

/** An Exchange over segments. With `isWhole` a body is a whole answer: `{status, json, headers}`. */
export function exchangeOver(ops: Ops, clock: Clock, asked: Asked[], isWhole: boolean): Exchange {
  const answer = segmentsOf(ops);
  return (request) => {
    const { pathname, search, host } = new URL(request.url);
    const at = clock.monotonic() / 1000;
    asked.push({ what: `${request.method} ${pathname}${search}`, at, request });
    const full = `${request.method} ${pathname}${search}`;
    const segment = answer(full in ops ? full : `${request.method} ${pathname}`, at);
    if (segment?.net !== undefined)
      return Promise.reject(new HttpFault({ method: request.method, host, code: segment.net }));
    return Promise.resolve(answerOf(segment, clock, isWhole));
  };
}

function answerOf(segment: Segment | undefined, clock: Clock, isWhole: boolean): HttpAnswer {
  const headers = { date: new Date(clock.now()).toUTCString() };
  const { error, body } = segment ?? {};
  if (error !== undefined) return { status: error.httpStatus, headers, text: JSON.stringify(error) };
  if (!isWhole) return { status: 200, headers, text: body === undefined ? "" : JSON.stringify(body) };
  const own = (body ?? {}) as { status?: number; json?: unknown; text?: string; headers?: Record<string, string> };
  const text = own.json === undefined ? (own.text ?? "") : JSON.stringify(own.json);
  return { status: own.status ?? 200, headers: { ...headers, ...own.headers }, text };
}
