import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createClient } from "@handrail/github/client";
import { openRepository } from "@handrail/github/repository";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub } from "@handrail/testkit";
import { isApplied, newestApplies, pastPullRequests } from "./past.ts";
import type { Apply } from "./past.ts";
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
    const [merged] = await pastPullRequests({ base: "main", prefix: PREFIX }, deps);
    const mergedAt = merged?.mergedAt ?? 0;
    const roots = ["live/a", "live/b"];
    const state = async () => isApplied({ mergedAt, roots }, await newestApplies(roots, deps.repository));
    expect(await state()).toContain("live/a");
    await apply("live/a", "success");
    await apply("live/c", "failure");
    expect(await state()).toBe(true);
    await apply("live/b", "failure");
    expect(await state()).toBe("The newest apply of live/b in live/b is failure");
    expect((await newestApplies(roots, deps.repository)).get("live/a")).toMatchObject({
      state: "success",
      environment: "live/a",
      url: "https://example.com/run",
    });
    expect(await newestApplies([], deps.repository)).toEqual(new Map());
  });

  it("names the permission that it lacks", async () => {
    github.permit({ contents: "write" });
    await expect(newestApplies(["a"], open().deps.repository)).rejects.toMatchObject({
      permission: "deployments: read",
    });
  });
});

describe("isApplied", () => {
  const apply = (state: string, begunAt: number, at: number): Apply => ({
    state,
    begunAt,
    at,
    environment: "prod",
    url: "",
  });

  it.each<[string, Record<string, Apply>, true | string]>([
    ["nothing was ever applied", {}, true],
    ["other roots were", { other: apply("failure", 200, 300) }, true],
    ["it succeeded since", { a: apply("success", 200, 300) }, true],
    ["it began in the second of the merge", { a: apply("success", 100, 101) }, true],
    ["it succeeded before", { a: apply("success", 10, 20) }, "a was not applied since the former step was merged"],
    ["it had begun before", { a: apply("success", 90, 300) }, "a was not applied since the former step was merged"],
    ["it failed since", { a: apply("failure", 200, 300) }, "The newest apply of a in prod is failure"],
    ["it failed before", { a: apply("failure", 10, 20) }, "The newest apply of a in prod is failure"],
    ["it is under way", { a: apply("in_progress", 200, 300) }, "The newest apply of a in prod is in progress"],
    ["it says nothing yet", { a: apply("", 200, 200) }, "The newest apply of a in prod has no result yet"],
    [
      "one of two lacks it",
      { a: apply("success", 200, 300), b: apply("error", 200, 300) },
      "The newest apply of b in prod is error",
    ],
  ])("%s", (_, applies, expected) => {
    expect(isApplied({ mergedAt: 100, roots: ["a", "b"] }, new Map(Object.entries(applies)))).toBe(expected);
  });
});
