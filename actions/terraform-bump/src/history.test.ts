/** What is asked of GitHub about former steps, from the embedded GitHub. */
import { afterEach, expect, it } from "@jest/globals";
import { createClient } from "@handrail/github/client";
import { openRepository } from "@handrail/github/repository";
import { startGitHub, virtualClock, type GitHub } from "@handrail/testkit";
import type { Update } from "./decide/update.ts";
import { readHistory } from "./history.ts";
import type { PullDeps } from "./pulls/session.ts";
import { PREFIX, runSync, wish } from "./pulls/sync-fixture.ts";

const open: GitHub[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

const rung: Update = {
  dependency: {
    kind: "provider",
    name: "hashicorp/aws",
    source: { from: "providers", host: "registry.terraform.io", namespace: "hashicorp", type: "aws" },
  },
  from: "5.100.0",
  to: "6.2.0",
  isMajor: true,
  line: "6.x",
  constraintBefore: "~> 5.0",
  constraintAfter: "~> 6.0",
  edits: [],
  locks: [],
  roots: ["live"],
  isRung: true,
};

it("asks for applies only where a former step was merged", async () => {
  const github = await startGitHub({ files: { "live/aws.tf": "x\n" } });
  open.push(github);
  const { apiUrl, graphqlUrl, repository } = github;
  const log = { info: () => {}, warning: () => {}, debug: () => {}, group: () => {}, endGroup: () => {} };
  const token = github.token("github-actions");
  const client = createClient({
    token,
    apiUrl,
    graphqlUrl,
    clock: virtualClock({ mode: "auto" }),
    log,
    environment: {},
  });
  const deps: PullDeps = {
    github: client,
    repository: openRepository(client, { ...repository, graphqlUrl }),
    say: () => {},
  };
  const said: string[] = [];
  const look = async (updates: Update[]): Promise<{ asked: boolean; states: string[] }> => {
    const first = github.requests.length;
    const where = { base: "main", prefix: PREFIX };
    const { pullRequests } = await readHistory(updates, where, deps, { warning: (text) => void said.push(text) });
    const asked = github.requests.slice(first).some(({ path }) => path.includes("/deployments"));
    return { asked, states: pullRequests.map(({ state }) => state) };
  };
  await runSync(github, [wish("aws", "5.100.0")]);
  expect(await look([rung])).toEqual({ asked: false, states: ["open"] });
  await github.merge(1);
  expect(await look([rung])).toEqual({ asked: true, states: ["merged"] });
  expect(await look([{ ...rung, from: "5.99.0" }])).toEqual({ asked: false, states: ["merged"] });
  expect(await look([{ ...rung, isRung: false }])).toEqual({ asked: false, states: [] });
  expect(said).toEqual([]);
});
