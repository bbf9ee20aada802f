/** The order of effects of one step: what comes before what, what is never started, and what is gone afterwards. */
import { describe, expect, it } from "@jest/globals";
import { GitHubFailure } from "@handrail/github";
import { parseMarker } from "@handrail/github";
import { outlineOf, parseResultFile } from "@handrail/report";
import { Failure } from "@handrail/runner";
import { hashOutline } from "@handrail/terraform";
import { eventsOf } from "./machine-fixture.ts";
import { readReview } from "./review.ts";
import { run } from "./run.ts";
import { commits, merged, reviewOf, stage } from "./step-fixture.ts";
import type { Given, Stage } from "./step-fixture.ts";

const sealKey = "0123456789abcdefghijklmn";
const both = ["a.one", "a.two"];
const review = await reviewOf(both);
const sealed = await reviewOf(both, sealKey);

type Ran = Stage & Awaited<ReturnType<typeof run>>;

async function ran(given: Given = {}): Promise<Ran> {
  const made = stage({ comment: review, ...given });
  return { ...made, ...(await run(made.step)) };
}

/** A step that must not have started anything that changes something. */
async function refused(given: Given, reason = "not-reviewed"): Promise<Ran> {
  const result = await ran(given);
  expect(result.outputs).toMatchObject({ result: "refused", "failure-reason": reason, applied: [], failed: [] });
  expect(result.failure?.reason).toBe(reason);
  expect(result.effects).not.toContain("apply");
  if (reason === "not-reviewed") expect(result.effects.filter((effect) => /^(?:init|plan)$/.test(effect))).toEqual([]);
  return result;
}

/** A state with these resources of type `a`. */
function stateOf(...names: string[]): string {
  const resources = names.map((name) => ({
    mode: "managed",
    type: "a",
    name,
    provider: 'provider["example.com/x/a"]',
    instances: [{ schema_version: 0, attributes: {} }],
  }));
  return JSON.stringify({ version: 4, serial: 2, lineage: "l", outputs: {}, resources });
}

describe("an apply of what was reviewed", () => {
  it("plans, writes its journal, applies, and tells result file, comment and outputs", async () => {
    const { outputs, failure, effects, files, comments, annotations } = await ran();
    expect(failure).toBeUndefined();
    expect(outputs).toMatchObject({
      result: "applied",
      "failure-reason": "",
      applied: both,
      failed: [],
      "not-started": [],
      "outputs-json": "{}",
      fingerprint: review.marker.data["fingerprint"],
      "comment-id": 5,
    });
    const at = (effect: string): number => effects.findIndex((each) => each.includes(effect));
    const order = ["init", "plan", "apply-journal", "apply", "apply-result", "comment"];
    expect(at("apply-journal")).toBeLessThan(effects.indexOf("apply"));
    expect(order.map(at)).not.toContain(-1);
    expect(effects.filter((effect) => effect === "apply")).toHaveLength(1);
    expect(comments).toHaveLength(1);
    expect(annotations.filter(({ level }) => level === "error")).toEqual([]);
    expect([...files.keys()].filter((path) => /plan(?:-document)?\.(?:tfplan|json)$/.test(path))).toEqual([]);
    const parsed = parseResultFile(Buffer.from(files.get("/out/apply-result.json") ?? "").toString());
    expect(parsed.apply).toMatchObject({ result: "applied", applied: both, sha: commits.merge, by: "someone" });
  });

  it("takes no review that was made for another backend", async () => {
    const marker = { ...review.marker, data: { ...review.marker.data, backend: "f".repeat(64) } };
    const { outputs, failure, effects } = await ran({ comment: { ...review, marker } });
    expect(outputs).toMatchObject({ result: "refused", "failure-reason": "plan-changed" });
    expect(failure?.what).toContain("another backend");
    expect(effects).not.toContain("apply");
  });

  it("applies one review once: what comes later is not undone by running it again", async () => {
    const first = await ran();
    const body = first.comments[0] ?? "";
    const marker = parseMarker(body);
    if (marker === undefined) throw new Error("the comment lost its marker");
    expect(marker.data["done"]).toBe("42.1");
    const comment = { ...review, body, marker };
    const again = await ran({ comment });
    expect(again.outputs).toMatchObject({ result: "refused", "failure-reason": "not-reviewed" });
    expect(again.failure?.what).toContain("was applied by run 42.1 already");
    expect([again.effects.includes("apply"), again.comments]).toEqual([false, []]);
    const nothing = await ran({ comment, plans: [[]] });
    expect(nothing.outputs).toMatchObject({ result: "no-changes" });
    expect(nothing.comments).toEqual([]);
  });

  it.each<[string, string, Given]>([
    ["without a key", "", { comment: review }],
    ["with a key", sealKey, { comment: sealed, environment: { "INPUT_SEAL-KEY": sealKey } }],
  ])("leaves a comment that is still the review of what is left, %s", async (_, key, given) => {
    const half = { events: eventsOf(["a.one"], ["a.two"]), exitCode: 1 };
    const first = await ran({ ...given, applies: [half] });
    expect(first.outputs).toMatchObject({ result: "partial", applied: ["a.one"], failed: ["a.two"] });
    expect(first.failure?.reason).toBe("apply-failed");
    const body = first.comments[0] ?? "";
    const marker = parseMarker(body);
    if (marker === undefined) throw new Error("the comment lost its marker");
    expect(marker.data["outline"]).toBe(hashOutline(outlineOf(body)));
    const comment = { ...review, body, marker };
    const facts = { repository: "o/r", pullRequest: merged, label: "infra", directory: "infra" };
    expect(readReview(comment, { ...facts, workspace: "default", sealKey: key }).fingerprint).toBe(
      (key === "" ? review : sealed).marker.data["fingerprint"],
    );
    const second = await ran({ ...given, comment, plans: [["a.two"]], state: stateOf("one") });
    expect(second.outputs).toMatchObject({ result: "applied", applied: ["a.two"] });
    const third = await refused({ ...given, comment, plans: [["a.two", "a.three"]] }, "plan-changed");
    expect(third.failure?.what).toContain("a.three");
  });

  it("does nothing but tell the outputs when there is nothing to do", async () => {
    const state = JSON.stringify({ version: 4, serial: 1, lineage: "l", outputs: { n: { value: 1 } } });
    const comment = await reviewOf([]);
    const { outputs, effects } = await ran({ comment, plans: [[]], state });
    expect(outputs).toMatchObject({ result: "no-changes", "outputs-json": '{"n":1}', applied: [] });
    expect(effects).not.toContain("apply");
  });

  it("begins the Deployment before it applies, and ends it with the truth", async () => {
    const environment = { INPUT_ENVIRONMENT: "prod" };
    const good = await ran({ environment });
    const deployments = ["deploy prod", "deployment in_progress", "apply", "deployment success"];
    expect(good.effects.filter((effect) => /^(?:deploy|apply$)/.test(effect))).toEqual(deployments);
    const half = { events: eventsOf([], both), exitCode: 1 };
    const bad = await ran({ environment, applies: [half] });
    expect(bad.outputs["result"]).toBe("failed");
    expect(bad.effects.at(-1)).not.toBe("deployment success");
    expect(bad.effects).toContain("deployment failure");
  });

  it("plans again when the state moved between plan and apply, and never more than three times", async () => {
    const diagnostic = { severity: "error", summary: "Saved plan is stale", detail: "" };
    const stale = {
      events: [{ "@level": "error", "@message": "", type: "diagnostic", diagnostic }],
      exitCode: 1,
    };
    const once = await ran({ applies: [stale, {}] });
    expect(once.outputs["result"]).toBe("applied");
    expect(once.effects.filter((effect) => effect === "apply" || effect === "plan")).toEqual([
      "plan",
      "apply",
      "plan",
      "apply",
    ]);
    const always = await ran({ applies: [stale] });
    expect(always.effects.filter((effect) => effect === "apply")).toHaveLength(3);
    expect(always.outputs).toMatchObject({ result: "failed", applied: [] });
    const other = await refused({ applies: [stale], plans: [both, [...both, "a.three"]] }, "plan-changed").catch(
      (error: unknown) => error,
    );
    // It did start terraform once, which did nothing; what counts is that nothing was applied.
    expect(other).toBeDefined();
  });

  it("H118: a failed apply is never tried again", async () => {
    const half = { events: eventsOf([], ["a.one"]), exitCode: 1 };
    const { effects, failure } = await ran({ applies: [half, {}] });
    expect(effects.filter((effect) => effect === "apply")).toHaveLength(1);
    expect(failure?.remedy).toMatch(/again/);
  });
});

describe("a dry run", () => {
  it("plans, compares, and writes nothing but its own files", async () => {
    const environment = { "INPUT_DRY-RUN": "true", INPUT_ENVIRONMENT: "prod" };
    const { outputs, effects, comments, summary } = await ran({ environment });
    expect(outputs).toMatchObject({ applied: [], "failure-reason": "" });
    expect(outputs["summary"]).toEqual(expect.stringContaining("dry run, nothing was applied"));
    expect(summary).toContain("dry run");
    expect(effects.filter((effect) => /^(?:apply|deploy|comment)/.test(effect))).toEqual([]);
    expect(comments).toEqual([]);
  });

  it("refuses what an apply would refuse", async () => {
    const environment = { "INPUT_DRY-RUN": "true" };
    await refused({ environment, plans: [["a.three"]] }, "plan-changed");
    await refused({ environment, comment: undefined });
  });
});

describe("without a review", () => {
  it.each<[string, Given, RegExp]>([
    ["there is no comment", { comment: undefined }, /no plan comment of ours/],
    ["no pull request was merged as the commit", { pullRequest: { mergeCommitSha: commits.other } }, /not the result/],
    ["the pull request is not merged", { pullRequest: { isMerged: false, mergeCommitSha: "" } }, /not the result/],
    [
      "two pull requests were merged as the commit",
      { github: { pullRequestsOf: () => Promise.resolve([merged, { ...merged, number: 8 }]) } },
      /more than one merged pull request/,
    ],
    ["GitHub fails", { github: { pullRequestsOf: () => Promise.reject(new Error("500")) } }, /cannot be read/],
    ["the comments cannot be read", { github: { findComment: () => Promise.reject(new Error("500")) } }, /cannot be/],
    [
      "an open pull request comes from a fork",
      {
        environment: { "INPUT_PULL-REQUEST": "7" },
        pullRequest: { isMerged: false, mergeCommitSha: "", isClosed: false, isFork: true },
      },
      /comes from a fork/,
    ],
    [
      "the pull request was closed",
      { environment: { "INPUT_PULL-REQUEST": "7" }, pullRequest: { isMerged: false, mergeCommitSha: "" } },
      /closed without a merge/,
    ],
    [
      "the commit lies beside the pull request that was named",
      {
        environment: { "INPUT_PULL-REQUEST": "7" },
        context: { sha: commits.other },
        github: { compareCommits: () => Promise.resolve("diverged") },
      },
      /beside its merge/,
    ],
  ])("starts nothing when %s", async (_, given, why) => {
    expect((await refused(given)).failure?.what).toMatch(why);
  });

  it.each([
    "issue_comment",
    "commit_comment",
    "issues",
    "discussion_comment",
    "pull_request_review",
    "pull_request_review_comment",
    "watch",
    "fork",
    "gollum",
  ])("H052: starts nothing on %s, with or without a review, also when nothing is asked for", async (eventName) => {
    for (const approval of ["reviewed", "none"]) {
      const given = { context: { eventName }, environment: { INPUT_APPROVAL: approval } };
      expect((await refused(given)).failure?.what).toContain(eventName);
    }
  });

  it("H053: whoever the actor is changes nothing but the name in the record", async () => {
    for (const actor of ["dependabot[bot]", "mallory", ""]) {
      expect((await ran({ context: { actor } })).outputs["result"]).toBe("applied");
      await refused({ context: { actor }, comment: undefined });
    }
  });

  it("H049: looks at an open pull request again right before anything changes", async () => {
    const open = { ...merged, isMerged: false, isClosed: false, mergeCommitSha: "" };
    const environment = { "INPUT_PULL-REQUEST": "7", INPUT_ENVIRONMENT: "prod" };
    let asked = 0;
    const pullRequest = (): Promise<typeof open> => {
      asked += 1;
      return Promise.resolve(asked === 1 ? open : { ...open, headSha: commits.other });
    };
    const given: Given = { environment, context: { sha: commits.head }, github: { pullRequest } };
    const { failure, effects } = await ran(given);
    expect([failure?.reason, failure?.what]).toEqual(["not-reviewed", expect.stringContaining("moved on")]);
    expect(effects.filter((effect) => /^(?:apply$|deploy)/.test(effect))).toEqual([]);
    const gone = await ran({
      ...given,
      github: {
        pullRequest: () => ((asked += 1) % 2 === 1 ? Promise.resolve(open) : Promise.reject(new Error("500"))),
      },
    });
    expect(gone.outputs).toMatchObject({ "failure-reason": "not-reviewed" });
    expect(gone.effects).not.toContain("apply");
  });

  it("approval none applies without any pull request or comment", async () => {
    const environment = { INPUT_APPROVAL: "none" };
    const github: Given["github"] = { pullRequestsOf: () => Promise.resolve([]) };
    const { outputs, comments } = await ran({ environment, github, comment: undefined });
    expect(outputs["result"]).toBe("applied");
    expect(comments).toEqual([]);
    const noToken = { INPUT_APPROVAL: "none", "INPUT_GITHUB-TOKEN": "" };
    expect((await ran({ environment: noToken, comment: undefined })).outputs["result"]).toBe("applied");
  });
});

describe("what goes on around it", () => {
  it("H114: waits until the state that was not saved is in the backend", async () => {
    const comment = { ...review, marker: { ...review.marker, data: { ...review.marker.data, unsaved: "l 8" } } };
    const state = (serial: number): string => JSON.stringify({ version: 4, serial, lineage: "l" });
    await refused({ comment, state: state(7) }, "state-not-saved");
    await refused({ comment }, "state-not-saved");
    expect((await ran({ comment, state: state(8) })).outputs["result"]).toBe("applied");
  });

  it("H114: starts nothing while an errored.tfstate lies in the root module", async () => {
    const { effects } = await refused(
      { terraform: { erroredState: () => "/checkout/infra/errored.tfstate" } },
      "state-not-saved",
    );
    expect(effects.filter((effect) => /^(?:init|plan|apply)$/.test(effect))).toEqual([]);
  });

  it("denies by guardrail and policy, for what is applied too", async () => {
    const config = "guardrails: [{ name: few, types: [a], actions: [create], max: 1 }]";
    const files = { "/checkout/.github/handrail.yml": config };
    const { failure } = await refused({ files }, "guardrail-denied");
    expect(failure?.what).toContain("few");
  });

  it("applies nothing when it was cancelled before", async () => {
    const { outputs, effects } = await ran({ isCancelled: true });
    expect(outputs).toMatchObject({ result: "failed", "failure-reason": "cancelled" });
    expect(effects.filter((effect) => effect === "apply" || effect === "comment")).toEqual([]);
  });

  it("tells a comment that cannot be written as a warning, never as the result", async () => {
    const facts = { reason: "github-forbidden" as const, what: "GitHub refused", remedy: "Grant it." };
    const forbidden = new GitHubFailure({ ...facts, permission: "pull-requests: write" });
    const { outputs, summary, annotations } = await ran({
      github: { upsertComment: () => Promise.reject(forbidden) },
    });
    expect(outputs).toMatchObject({ result: "applied", "comment-id": "" });
    expect(summary).toContain("GitHub refused");
    expect(annotations).toContainEqual({ level: "warning", message: expect.stringContaining("pull-requests: write") });
  });

  it.each<[string, Given]>([
    ["applied", {}],
    ["dry run", { environment: { "INPUT_DRY-RUN": "true" } }],
    ["changed", { plans: [["a.three"]] }],
    ["failed", { applies: [{ events: eventsOf([], both), exitCode: 1 }] }],
    ["crashed", { applies: [{ events: [] as object[], exitCode: 2 }] }],
    ["init rejected", { terraform: { init: () => Promise.reject(new Error("gone")) } }],
    ["apply rejected", { terraform: { apply: () => Promise.reject(new Error("gone")) } }],
    ["cancelled", { isCancelled: true }],
  ])("leaves no plan in clear behind: %s", async (_, given) => {
    const { files } = await ran(given);
    const clear = [...files].filter(([, content]) => String(content).includes("saved plan"));
    expect(clear.map(([path]) => path)).toEqual([]);
    expect([...files.keys()].filter((path) => path.includes("document"))).toEqual([]);
  });

  it("refuses a plan file that is not there, or has no record", async () => {
    const environment = { "INPUT_PLAN-FILE": "plan.tfplan" };
    for (const files of [{}, { "/checkout/plan.tfplan": "PK" }]) {
      const { failure, effects } = await ran({ environment, files });
      expect([failure?.reason, failure?.what]).toEqual(["invalid-input", expect.stringContaining("plan-file")]);
      expect(effects).not.toContain("init");
    }
    const files = { "/checkout/plan.tfplan": "PK", "/checkout/plan.tfplan.record.json": "{}" };
    const { failure, effects } = await ran({ environment, files });
    expect(failure).toEqual(expect.any(Failure));
    expect(failure?.reason).toBe("plan-tampered");
    expect(effects).not.toContain("init");
  });
});
