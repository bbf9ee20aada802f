/**
 * The ids of commits, as a checkout has them. emulate makes ids of its own; a commit that is also in a real git repository
 * is called by that one's id outside of this server.
 */
import type { Answer, LoggedRequest } from "../loopback.ts";

/** Names of commits. */
export interface CommitNames {
  /** From now on the commit that the server calls `ours` is called `theirs` (both 40 hex digits) by everybody. */
  call(ours: string, theirs: string): void;
  /** The request with the names that the server knows. */
  receive(request: LoggedRequest): void;
  /** The answer with the names that the client knows. */
  send(answer: Answer): Answer;
}

/** Creates it; without names nothing is changed. */
export function createCommitNames(): CommitNames {
  const pairs: { ours: string; theirs: string }[] = [];
  const inward = (text: string): string =>
    pairs.reduce((result, { ours, theirs }) => result.replaceAll(theirs, ours), text);
  const outward = (text: string): string =>
    pairs.reduce((result, { ours, theirs }) => result.replaceAll(ours, theirs), text);
  return {
    call: (ours, theirs) => void pairs.push({ ours, theirs }),
    receive(request) {
      if (pairs.length === 0) return;
      request.path = inward(request.path);
      request.query = new URLSearchParams(inward(request.query.toString()));
      request.text = inward(request.text);
      if (request.body !== undefined) request.body = JSON.parse(request.text);
    },
    send(answer) {
      if (pairs.length === 0 || answer.body === undefined || answer.body instanceof Uint8Array) return answer;
      if (typeof answer.body === "string") return { ...answer, body: outward(answer.body) };
      return { ...answer, body: JSON.parse(outward(JSON.stringify(answer.body))) as unknown };
    },
  };
}
