/**
 * The base: `emulate`, which speaks git data, contents, compare, check runs, releases and artifacts. Everything our own
 * routes do not answer goes there, with its addresses rewritten to ours.
 */
import type { Emulator } from "emulate";

import type { Answer } from "../loopback.ts";

/** A running emulate. */
export interface Upstream {
  /** Sends a request as the repository's owner and returns status, headers and body (parsed JSON, else text). */
  request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** Hands a client's request through; `api` is the address that the client knows. */
  forward(
    method: string,
    path: string,
    text: string,
    headers: Readonly<Record<string, string>>,
    api: string,
  ): Promise<Answer>;
  /** Runs a task while no other such task runs: what reads a branch and then moves it. */
  exclusive<T>(task: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const TOKEN = "ghp_upstream";

/** Headers that belong to the connection, not to the answer. */
const CONNECTION = new Set([
  "connection",
  "content-length",
  "transfer-encoding",
  "keep-alive",
  "date",
  "content-encoding",
]);

/** Starts emulate with these repositories, each with a first commit. */
export async function startUpstream(
  repositories: readonly { owner: string; repo: string; defaultBranch: string }[],
): Promise<Upstream> {
  const emulator = await startEmulator(repositories);
  const base = emulator.url;
  let last: Promise<unknown> = Promise.resolve();
  const send = (method: string, path: string, body: string | undefined, accept: string): Promise<Response> =>
    fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, accept, "content-type": "application/json" },
      redirect: "manual",
      ...(body === undefined || body === "" || method === "GET" || method === "HEAD" ? {} : { body }),
    });
  return {
    async request(method, path, body) {
      const response = await send(
        method,
        path,
        body === undefined ? undefined : JSON.stringify(body),
        "application/vnd.github+json",
      );
      const content = await response.text();
      return { status: response.status, body: parse(content), headers: response.headers };
    },
    async forward(method, path, content, headers, api) {
      const response = await send(method, path, content, headers["accept"] ?? "application/vnd.github+json");
      const kept: Record<string, string> = {};
      for (const [name, value] of response.headers) {
        if (!CONNECTION.has(name) && !name.startsWith("x-ratelimit")) kept[name] = value.replaceAll(base, api);
      }
      const isText = /json|text/u.test(response.headers.get("content-type") ?? "");
      const body = isText
        ? (await response.text()).replaceAll(base, api)
        : new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: kept, body };
    },
    exclusive(task) {
      const turn = last.then(task);
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => emulator.close(),
  };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** emulate is loaded here and not before: most tests that import the testkit need no GitHub. */
async function startEmulator(
  repositories: readonly { owner: string; repo: string; defaultBranch: string }[],
): Promise<Emulator> {
  const owners = [...new Set(repositories.map((each) => each.owner))];
  const { createEmulator } = await import("emulate");
  return createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: { [TOKEN]: { login: owners[0] ?? "octo-org", scopes: ["repo", "user", "admin:org", "workflow"] } },
      github: {
        users: owners.map((login) => ({ login })),
        repos: repositories.map(({ owner, repo, defaultBranch }) => ({
          owner,
          name: repo,
          default_branch: defaultBranch,
        })),
      },
    },
  });
}
