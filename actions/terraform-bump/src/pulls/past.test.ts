import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createClient } from "@handrail/github/client";
import { openRepository } from "@handrail/github/repository";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub } from "@handrail/testkit";
import { newestApplies, pastPullRequests } from "./past.ts";
import { PREFIX, runSync, wish } from "./sync-fixture.ts";

let github: GitHub;
beforeEach(async () => {
  let now = Date.parse("2026-11-22T12:00:00Z");
  github = await startGitHub({ files: { "live/aws.tf": "x\n" }, now: () => (now += 10_000) });
});
afterEach(async () => {
  await github.close();
});

function open() {
  const { apiUrl, graphqlUrl, repository } = github;
  const log = { info: () => {}, warning: () => {}, debug: () => {}, group: () => {}, endGroup: () => {} };
  const clock = virtualClock({ mode: "auto" });
  const client = createClient({
    token: github.token("github-actions"),
    apiUrl,
    graphqlUrl,
    clock,
    log,
    environment: {},
  });
  return { client, deps: { github: client, repository: openRepository(client, { ...repository, graphqlUrl }) } };
}

describe("pastPullRequests", () => {
  it("are those of ours that were merged, newest first, by what their markers say", async () => {
    await runSync(github, [wish("a", "1.0.0"), wish("b", "1.0.0"), wish("c", "1.0.0")]);
    await github.merge(2);
    await github.merge(1, { method: "squash" });
    github.issue(1).body = "edited";
    await github.closePull(3);
    github.addPullRequest({ headRef: `${PREFIX}/theirs`, author: "mona", merged: true });
    github.addPullRequest({
      headRef: `${PREFIX}/release`,
      author: "github-actions[bot]",
      merged: true,
      baseRef: "release",
    });
    const past = await pastPullRequests({ base: "main", prefix: PREFIX }, open().deps);
    expect(past.map(({ number, key, target, branch }) => [number, key, target, branch])).toEqual([
      [1, undefined, undefined, wish("a", "1.0.0").branch],
      [2, "provider hashicorp/b", "hashicorp/b 1.0.0", wish("b", "1.0.0").branch],
    ]);
    expect(past.map(({ mergedAt }) => mergedAt)).toEqual(
      [1, 2].map((number) => Date.parse(github.issue(number).pull?.mergedAt ?? "")),
    );
  });
});

describe("newestApplies", () => {
  it("reads what terraform-apply records, by directory", async () => {
    const { client, deps } = open();
    const where = { owner: "octo-org", repo: "infrastructure" };
    const apply = async (directory: string, state: "success" | "failure"): Promise<void> => {
      const payload = { label: directory, directory, workspace: "default" };
      const { id } = await client.createDeployment({
        ...where,
        ref: "main",
        task: "terraform-apply",
        environment: directory,
        payload,
      });
      await client.setDeploymentStatus(id, { ...where, state, description: "", logUrl: "https://example.com/run" });
    };
    await apply("live/a", "failure");
    await runSync(github, [wish("a", "1.0.0")]);
    await github.merge(1);
    const roots = ["live/a", "live/b"];
    const states = async (): Promise<unknown> =>
      [...(await newestApplies(roots, deps.repository))].map(([root, { state }]) => [root, state]);
    expect(await states()).toEqual([["live/a", "failure"]]);
    await apply("live/a", "success");
    await apply("live/c", "failure");
    expect(await states()).toEqual([["live/a", "success"]]);
    await apply("live/b", "failure");
    expect(new Map((await states()) as [string, string][])).toEqual(
      new Map([
        ["live/a", "success"],
        ["live/b", "failure"],
      ]),
    );
    const [merged] = await pastPullRequests({ base: "main", prefix: PREFIX }, deps);
    const found = (await newestApplies(roots, deps.repository)).get("live/a");
    expect(found?.createdAt).toBeGreaterThanOrEqual(merged?.mergedAt ?? Number.NaN);
    expect(await newestApplies([], deps.repository)).toEqual(new Map());
  });

  it("names the permission that it lacks", async () => {
    github.permit({ contents: "write" });
    await expect(newestApplies(["a"], open().deps.repository)).rejects.toMatchObject({
      permission: "deployments: read",
    });
  });
});
