/** The world of a replayed case: AWS, a web server for Jenkins, GitHub and versions, and a kubectl that asks it. */
import { chmodSync } from "node:fs";
import { startAws, startLoopback, warpedNow, WARP_HEADER, workspace } from "@handrail/testkit";
import type { Answer, AwsCall, AwsReply, LoggedRequest } from "@handrail/testkit";
import type { Case, Course, Segment } from "./deploy-wait-replay-case.ts";

/** What the world is made of. */
export type World = AsyncDisposable & {
  awsUrl: string;
  webUrl: string;
  /** A folder for PATH, with a kubectl in it. */
  programs: string;
};

/** Starts the servers of a case. `nowFile` holds the action's time when it starts a child. */
export async function startWorld(each: Case, course: Course, nowFile: string): Promise<World> {
  const aws = await startAws((call) => answerAws(course, call));
  const web = await startLoopback((request) => answerWeb(each.given.target, course, request));
  const folder = workspace({ kubectl: kubectl(web.url, nowFile) }, { git: false, name: "programs" });
  chmodSync(folder.resolve("kubectl"), 0o755);
  return {
    awsUrl: aws.url,
    webUrl: web.url,
    programs: folder.path,
    async [Symbol.asyncDispose]() {
      await Promise.all([aws.close(), web.close()]);
      folder.cleanup();
    },
  };
}

function answerAws(course: Course, { operation, at }: AwsCall): AwsReply | undefined {
  const segment = course.answer(operation, at);
  if (segment === undefined)
    return operation === "AssumeRoleWithWebIdentity" && !course.has(operation)
      ? { output: credentials(at) }
      : undefined;
  if (segment.net !== undefined) return { net: isSilent(segment) ? "blackhole" : "reset" };
  if (segment.error !== undefined) return { error: segment.error };
  return { output: (withDates(segment.body) ?? {}) as Record<string, unknown> };
}

/** What a role gives when a case says nothing of it. */
function credentials(at: number): Record<string, unknown> {
  const Expiration = new Date(at + 3_600_000);
  return { Credentials: { AccessKeyId: "ASIAEXAMPLE", SecretAccessKey: "fresh", SessionToken: "fresh", Expiration } };
}

function isSilent({ net }: Segment): boolean {
  return net === "BLACKHOLE" || net === "ETIMEDOUT";
}

/** Cases write times as text or as seconds since 1970; each protocol has its own way, which is chosen for a Date. */
function withDates(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withDates(item, name));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDates(item, key)]));
  if (!/(?:At|Time|Timestamps?|DateUpdated|DateCreated|EventDate|lastStatusChange)$/.test(name)) return value;
  if (typeof value === "number" && value < 1e11) return new Date(value * 1000);
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value;
}

function answerWeb(target: string, course: Course, request: LoggedRequest): Answer {
  const at = warpedNow(request) ?? request.at;
  const headers = { date: new Date(at).toUTCString() };
  if (request.path === "/oidc") return { status: 200, headers, body: { value: "e30.e30.c2lnbmF0dXJl" } };
  const segment = course.answer(operationOf(target, course, request), at);
  if (segment?.net !== undefined) return { status: 503, cut: isSilent(segment) ? "never" : "before" };
  if (segment?.error !== undefined) {
    const { name, httpStatus, message } = segment.error;
    const wait: Record<string, string> = name === "SecondaryRateLimit" ? { "retry-after": "60" } : {};
    return { status: httpStatus, headers: { ...headers, ...wait }, body: { name, message } };
  }
  if (target === "http") return ownAnswer(segment?.body, headers);
  const empty = target === "jenkins" ? "" : {};
  return { status: 200, headers, body: segment?.body ?? empty };
}

/** The body of a case of `http` is a whole answer. */
function ownAnswer(body: unknown, headers: Record<string, string>): Answer {
  const given = (body ?? {}) as { status?: number; json?: unknown; text?: string; headers?: Record<string, string> };
  return {
    status: given.status ?? 200,
    headers: { ...headers, ...given.headers },
    body: given.json ?? given.text ?? "",
  };
}

/** The operation's name in the case; query strings are part of it only when the case names them. */
function operationOf(target: string, course: Course, request: LoggedRequest): string {
  const { method, path } = request;
  if (path === "/kubectl") return request.query.get("operation") ?? "";
  if (target === "github-workflow") {
    if (/\/actions\/runs\/\d+$/.test(path)) return `${method} run`;
    if (/\/actions\/(?:workflows\/[^/]+\/)?runs$/.test(path)) return `${method} runs`;
    if (/\/actions\/runs\/\d+\/(?:attempts\/\d+\/)?jobs$/.test(path)) return `${method} jobs`;
    return `${method} ${path}`;
  }
  const full = `${method} ${path}?${request.query.toString()}`;
  return course.has(full) ? full : `${method} ${path}`;
}

/** `kubectl get <kind> [<name>] … --output json`: prints what the server answers, at the time of its parent. */
function kubectl(url: string, nowFile: string): string {
  return `#!${process.execPath}
const { readFileSync } = require("node:fs");
const [verb, first = ""] = process.argv.slice(2);
const kind = first.split("/")[0].split(".")[0].toLowerCase();
const long = { deploy: "deployment", deployments: "deployment", sts: "statefulset", statefulsets: "statefulset",
  ds: "daemonset", daemonsets: "daemonset", po: "pods", pod: "pods", rs: "replicasets", replicaset: "replicasets" };
const operation = verb === "get" ? "GET " + (long[kind] ?? kind) : verb + " " + kind;
const fail = (text) => { console.error(text); process.exitCode = 1; };
const headers = { ${JSON.stringify(WARP_HEADER)}: readFileSync(${JSON.stringify(nowFile)}, "utf8") };
fetch(${JSON.stringify(url)} + "/kubectl?operation=" + encodeURIComponent(operation), { headers }).then(async (answer) => {
  const body = await answer.json();
  if (answer.ok) console.log(JSON.stringify(body));
  else fail("Error from server (" + body.name + "): " + body.message);
}, () => fail("Unable to connect to the server: read tcp: connection reset by peer"));
`;
}
