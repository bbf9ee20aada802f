/**
 * Repositories on loopback that `git ls-remote` reads over git's "dumb" http protocol: references only, no objects, so
 * nothing can be cloned. https://git-scm.com/book/en/v2/Git-Internals-Transfer-Protocols
 */
import { createHash } from "node:crypto";

import { startLoopback } from "../loopback.ts";
import type { Answer, LoggedRequest } from "../loopback.ts";
import { createSchedule } from "../schedule.ts";
import type { Rule, Schedule } from "../schedule.ts";
import { spoil } from "../spoil.ts";
import type { ReleaseFault } from "../spoil.ts";

/** Options of {@link startGitRemote}: the tags of each repository, `acme/network`. A tag that ends in `^{}` is annotated. */
export type GitRemoteOptions = {
  repositories: Readonly<Record<string, readonly string[]>>;
  /** What must be sent as basic authentication, `user:password`; else the answer is 401. */
  credentials?: string;
  faults?: readonly Rule<ReleaseFault>[];
};

/** A running remote. */
export interface GitRemote {
  /** `<url>/acme/network`, with or without `.git` at the end, is a repository. */
  readonly url: string;
  readonly requests: readonly LoggedRequest[];
  readonly faults: Schedule<ReleaseFault>;
  close(): Promise<void>;
}

/** Starts the remote. */
export async function startGitRemote(options: GitRemoteOptions): Promise<GitRemote> {
  const schedule = createSchedule<ReleaseFault>(options.faults);
  const repositories = new Map(Object.entries(options.repositories));
  const wanted =
    options.credentials === undefined ? undefined : `Basic ${Buffer.from(options.credentials).toString("base64")}`;
  const answer = (request: LoggedRequest): Answer => {
    if (wanted !== undefined && request.headers["authorization"] !== wanted) {
      return { status: 401, headers: { "www-authenticate": 'Basic realm="git"' }, body: "" };
    }
    const [, repository = "", file] = /^\/(.+?)(?:\.git)?\/(info\/refs|HEAD)$/u.exec(request.path) ?? [];
    const tags = repositories.get(repository);
    if (tags === undefined) return { status: 404, headers: { "content-type": "text/plain" }, body: "Not Found\n" };
    const body = file === "HEAD" ? "ref: refs/heads/main\n" : references(tags);
    return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body };
  };
  const server = await startLoopback(async (request) => {
    const { rules, wait } = schedule.match(request);
    await wait("before");
    const [rule] = rules;
    request.fault = rule?.fault;
    const found = answer(request);
    await wait("after");
    return rule === undefined ? found : spoil(rule, request, found);
  });
  return {
    url: server.url,
    requests: server.requests,
    faults: schedule,
    close: async () => {
      schedule.clear();
      await server.close();
    },
  };
}

function references(tags: readonly string[]): string {
  const names = ["refs/heads/main", ...tags.map((tag) => `refs/tags/${tag}`)];
  return names.map((name) => `${createHash("sha1").update(name).digest("hex")}\t${name}\n`).join("");
}
