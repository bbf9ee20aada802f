/**
 * How long a branch, a commit and a pull request take for many files: on an embedded GitHub, and on a server that answers
 * at once, which leaves what is ours.
 */
import { createHash } from "node:crypto";
import { createClient } from "@handrail/github/client";
import { openRepository } from "@handrail/github/repository";
import { systemClock } from "@handrail/runner/host";
import { startGitHub, startLoopback, type Answer, type LoggedRequest } from "@handrail/testkit";
import { renderTable } from "../readme.ts";
import { providers, renderMonorepo } from "./monorepo.ts";
import { inMilliseconds, median } from "./rounds.ts";

type Changed = { path: string; mode: "100644"; content: string };

/** A GitHub, and the commit of its main branch. */
type Server = { apiUrl: string; graphqlUrl: string; token: string; parent: string; requests: readonly unknown[] };

const OWNER = "octo-org";
const REPOSITORY = "infrastructure";
const nothing = (): void => undefined;
const log = { info: nothing, warning: nothing, debug: nothing, group: nothing, endGroup: nothing };

/** The files that the update of one provider changes in all root modules. */
const CHANGED = /^live\/.*\/(?:versions\.tf|\.terraform\.lock\.hcl)$/;

/** The repository, by path. */
function repositoryFiles(): Record<string, string> {
  const checksum = (text: string): string => `zh:${createHash("sha256").update(text).digest("hex")}`;
  const hashes = new Map(
    providers.map(({ source }) => [source, Array.from({ length: 11 }, (_, index) => checksum(`${source} ${index}`))]),
  );
  return renderMonorepo(1_000, hashes);
}

/** From texts to an open pull request. A client of its own, as a step has. */
async function publish(server: Server, files: readonly Changed[], branch: string): Promise<void> {
  const { apiUrl, graphqlUrl, token, parent } = server;
  const client = createClient({ token, apiUrl, graphqlUrl, clock: systemClock, log, environment: {} });
  const repository = openRepository(client, { owner: OWNER, repo: REPOSITORY, graphqlUrl });
  const tree = await repository.createTree(await repository.treeOf(parent), files);
  const commit = await repository.createCommit({ message: "Bring hashicorp/aws up to date", tree, parent });
  const { isDone } = await repository.createBranch(branch, commit);
  const body = "A line of the body.\n".repeat(3_000);
  const wanted = { title: branch, body, head: branch, base: "main", isDraft: false };
  const { isNew } = await repository.openPullRequest(wanted);
  if (!isDone || !isNew) throw new Error(`${branch} was not published`);
}

/** Milliseconds of each round, and the calls of one. */
async function time(
  server: Server,
  files: readonly Changed[],
  rounds: number,
): Promise<{ times: number[]; calls: number }> {
  const times: number[] = [];
  const before = server.requests.length;
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await publish(server, files, `bench-${files.length}-${round}`);
    times.push(performance.now() - begun);
  }
  return { times, calls: (server.requests.length - before) / rounds };
}

const SHA = "5".repeat(40);

/** What GitHub answers, as far as it is read. */
function answerAtOnce({ method, path }: LoggedRequest): Answer {
  const repo = { full_name: `${OWNER}/${REPOSITORY}`, id: 1 };
  const end = { sha: SHA, ref: "main", repo };
  const created = path.endsWith("/pulls") ? { number: 1, head: end, base: end } : { sha: SHA };
  return method === "GET" ? { status: 200, body: { sha: SHA, tree: { sha: SHA } } } : { status: 201, body: created };
}

/** Measures pull requests with 1,000 and 2,000 files, and renders the table. */
export async function benchPublish(rounds: number): Promise<string> {
  const texts = repositoryFiles();
  const github = await startGitHub({ owner: OWNER, repo: REPOSITORY });
  const instant = await startLoopback(answerAtOnce);
  try {
    const parent = await github.commit({ branch: "main", files: texts });
    const { apiUrl, graphqlUrl, requests } = github;
    const real: Server = { apiUrl, graphqlUrl, requests, parent, token: github.token("github-actions") };
    const ours: Server = {
      apiUrl: instant.url,
      graphqlUrl: instant.url,
      requests: instant.requests,
      parent: SHA,
      token: "token",
    };
    const files = Object.entries(texts).flatMap(([path, text]): Changed[] =>
      CHANGED.test(path) ? [{ path, mode: "100644", content: text.replaceAll("5.60.0", "5.61.0") }] : [],
    );
    const rows: string[][] = [];
    for (const some of [files.filter(({ path }) => path.endsWith(".tf")), files]) {
      const { times, calls } = await time(real, some, rounds);
      const own = await time(ours, some, rounds);
      rows.push([
        some.length.toLocaleString("en"),
        calls.toString(),
        ...[median(times), Math.max(...times), median(own.times)].map(inMilliseconds),
      ]);
    }
    return renderTable(["files", "calls", "ms", "worst ms", "ms without GitHub's own"], rows);
  } finally {
    await Promise.all([github.close(), instant.close()]);
  }
}
