/** How Jenkins is asked, and what its answers are worth. It knows no build. Every request goes to the root it was given. */
import { HttpFault } from "@handrail/http";
import type { Exchange, HttpAnswer, HttpRequest } from "@handrail/http";
import { parseJson } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Fault } from "../../wait/target.ts";

/** Where Jenkins is, and who asks. */
export type JenkinsPlace = { root: string; user: string; token: string };

/** What a question came to. `json` is undefined when the answer was empty; `now` is Jenkins' time, ms since 1970. */
export type Got = { json: unknown; now: number } | { isMissing: true } | { fault: Fault };

/** Sends requests; `path` begins with a slash and may hold a query. */
export type Jenkins = {
  get(path: string): Promise<Got>;
  /** The answer as it is. Rejects with HttpFault. */
  send(path: string, more?: Partial<HttpRequest>): Promise<HttpAnswer>;
};

/** Opens a Jenkins. `ourNow` stands in when an answer has no Date. */
export function openJenkins(exchange: Exchange, place: JenkinsPlace, ourNow: () => number): Jenkins {
  const { root, user, token } = place;
  const basic = Buffer.from(`${user}:${token}`).toString("base64");
  const authorization: Record<string, string> = token === "" ? {} : { authorization: `Basic ${basic}` };
  const send: Jenkins["send"] = (path, more = {}) =>
    exchange({ method: "GET", ...more, url: `${root}${path}`, headers: { ...authorization, ...more.headers } });
  return {
    send,
    async get(path) {
      const operation = `GET ${path.replace(/\?.*$/s, "")}`;
      try {
        return judge(operation, await send(path, { headers: { accept: "application/json" } }), ourNow);
      } catch (error) {
        if (!(error instanceof HttpFault)) throw error;
        return { fault: { kind: "unavailable", operation, detail: error.code, remedy: error.remedy } };
      }
    },
  };
}

function judge(operation: string, answer: HttpAnswer, ourNow: () => number): Got {
  const { status, headers, text } = answer;
  if (status === 404) return { isMissing: true };
  if (status !== 200) return { fault: faultOf(operation, answer) };
  const date = Date.parse(headers["date"] ?? "");
  const now = Number.isNaN(date) ? ourNow() : date;
  if (text.trim() === "") return { json: undefined, now };
  try {
    return { json: parseJson(text), now };
  } catch {
    return { fault: { kind: "unavailable", operation, detail: "200, and the answer is no JSON" } };
  }
}

const namesOf: ReadonlyMap<number, string> = new Map([
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
  [504, "Gateway Timeout"],
]);

/** `401 Unauthorized`. */
export function wordsOf(status: number): string {
  const name = namesOf.get(status);
  return name === undefined ? String(status) : `${status} ${name}`;
}

function faultOf(operation: string, { status, headers }: HttpAnswer): Fault {
  const detail = wordsOf(status);
  if (status === 401) {
    const remedy = "Check jenkins-user and jenkins-token: the token may have been revoked.";
    return { kind: "denied", operation, detail, remedy };
  }
  if (status === 403) {
    return { kind: "denied", operation, detail, remedy: "Give the user Overall/Read and, for the job, Job/Read." };
  }
  if (status === 429) return { kind: "throttled", operation, detail };
  if (status >= 300 && status < 400) {
    const to = cutLine((headers["location"] ?? "").replace(/[?#].*$/s, ""), 200);
    const remedy =
      "Give jenkins-url as Jenkins itself is reached, and jenkins-user and jenkins-token when it asks who we are.";
    return { kind: "denied", operation, detail: `${status}, a redirect to ${to}`, remedy };
  }
  return { kind: "unavailable", operation, detail };
}
