/**
 * The bundle of terraform-report against a GitHub of our own: what a job without Terraform makes of the results of one
 * that had it, also when that job was somebody else's.
 */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { parseMarker } from "@handrail/github";
import { markReport, outlineOf, renderComment } from "@handrail/report";
import type { ApplyRecord, PlanReport } from "@handrail/report";
import { renderComment as renderDom, runAction, startGitHub, workspace } from "@handrail/testkit";
import type { ActionOptions, ActionResult, GitHub, Workspace } from "@handrail/testkit";
import {
  applyFile,
  fingerprint,
  planFile,
  recordOf,
  reportOf,
} from "../actions/terraform-report/src/result-fixture.ts";

const action = join(import.meta.dirname, "..", "actions", "terraform-report");
const run = "1234567890";
const sha = "5".repeat(40);

let github: GitHub;
let number: number;
let head: string;
let checkout: Workspace;
const results: ActionResult[] = [];

async function open(options: Parameters<typeof startGitHub>[0] = {}): Promise<void> {
  github = await startGitHub(options);
  const issue = github.addPullRequest();
  number = issue.number;
  head = issue.pull?.head.sha ?? "";
}

beforeEach(() => {
  checkout = workspace({}, { name: "report" });
});
afterEach(async () => {
  for (const result of results.splice(0)) result.cleanup();
  checkout.cleanup();
  await github.close();
});

function runUrl(): string {
  return `${github.url}/octo-org/infrastructure/actions/runs/${run}/attempts/1`;
}

/** A report of this GitHub's run and pull request. */
function report(more: Partial<PlanReport> = {}, origin: Partial<PlanReport["origin"]> = {}): PlanReport {
  const here = { serverUrl: github.url, runUrl: runUrl(), runId: run, headSha: head, pullRequest: number };
  return reportOf(more, { ...here, ...origin });
}

function record(more: Partial<ApplyRecord> = {}): ApplyRecord {
  return recordOf({ runUrl: runUrl(), runId: run, sha, ...more });
}

async function tell(files: Readonly<Record<string, string>>, more: Partial<ActionOptions> = {}): Promise<ActionResult> {
  checkout.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`results/${name}`, text])));
  const event = github.pullRequestEvent(number);
  const { inputs, ...rest } = more;
  const options = { action, github, event, workspace: checkout, inputs: { results: "results", ...inputs }, ...rest };
  const result = await runAction(options);
  results.push(result);
  return result;
}

function bodies(): string[] {
  return github.comments(number).map(({ body }) => body);
}

/** Everything that changes something at GitHub. */
function writes(): string[] {
  return github.requests
    .filter(({ method, path }) => method !== "GET" && !path.endsWith("/graphql"))
    .map(({ method }) => method);
}

describe("a plan", () => {
  it("becomes a comment, found deep in the folder by what it is, and is updated in place", async () => {
    await open();
    const first = await tell({ "a/b/c/anything.txt": planFile(report()), "notes.json": '{"schema":"other"}' });
    expect(first).toMatchObject({ exitCode: 0, outputs: { result: "reported", summary: "1 to add" } });
    expect(first.summary).toContain("1 to add");
    const [comment, ...others] = github.comments(number);
    expect(others).toEqual([]);
    expect(first.outputs["comment-id"]).toBe(String(comment?.id));
    expect(first.outputs["comment-url"]).toContain(`#issuecomment-${comment?.id}`);

    const second = await tell({ "a/b/c/anything.txt": planFile(report({ summary: "2 to add" })) });
    expect(second.outputs).toMatchObject({ "comment-id": String(comment?.id), summary: "2 to add" });
    expect(github.comments(number)).toHaveLength(1);
  });

  it("does not replace what a later run told of another head", async () => {
    await open();
    const later = report({}, { runId: `${run}0`, runUrl: "", headSha: "e".repeat(40) });
    const body = renderComment(later, { ...markReport(later, undefined), nonce: "A".repeat(16) });
    github.addComment({ author: "github-actions", body, issue: number });
    const result = await tell({ "a.json": planFile(report()) });
    expect(result.outputs).toMatchObject({ result: "reported", summary: "1 to add" });
    expect(bodies()).toEqual([body]);
    expect(result.log).toContain("stays as it is");
  });

  it("leaves a look-alike of somebody else alone, and warns", async () => {
    await open();
    const body = renderComment(report(), markReport(report(), undefined));
    const { id } = github.addComment({ author: "mallory", body, issue: number });
    const result = await tell({ "a.json": planFile(report()) });
    expect(github.comments(number).map(({ author }) => author)).toEqual(["mallory", "github-actions[bot]"]);
    expect(result.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringMatching(`^warning: Comment ${id} looks like a plan comment`),
    ]);
    expect(result.outputs["result"]).toBe("reported");
  });

  it("H104: a missing permission fails the step and is named, the summary tells it all", async () => {
    await open({ permissions: { contents: "read" } });
    const result = await tell({ "a.json": planFile(report()) });
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { result: "failed", "failure-reason": "comment-failed" },
    });
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain("`permissions: pull-requests: write`");
    expect(result.summary).toContain("1 to add");
    expect(bodies()).toEqual([]);
  });

  it("never, without a token: GitHub is not asked", async () => {
    await open();
    const inputs = { comment: "never", "github-token": "" };
    expect((await tell({ "a.json": planFile(report()) }, { inputs })).outputs["result"]).toBe("reported");
    expect(github.requests).toEqual([]);
  });
});

describe("a plan that terraform-plan made", () => {
  const root = { "main.tf": 'resource "terraform_data" "a" {\n  input = "x"\n}\n', ".gitignore": ".terraform/\n" };

  it("becomes the comment that terraform-plan itself would write", async () => {
    await open();
    checkout.write(root);
    const event = github.pullRequestEvent(number);
    const shared = { github, event, workspace: checkout };
    const plan = join(import.meta.dirname, "..", "actions", "terraform-plan");
    const planned = await runAction({ ...shared, action: plan, inputs: { comment: "never" } });
    results.push(planned);
    expect(planned.outputs["result"]).toBe("changes");
    const file = readFileSync(planned.outputs["result-file"] ?? "", "utf8");
    expect((await tell({ "plan.json": file })).outputs).toMatchObject({
      result: "reported",
      summary: planned.outputs["summary"],
    });
    const [told = ""] = bodies();
    expect(outlineOf(told)).not.toBe("");
    const again = await runAction({ ...shared, action: plan });
    results.push(again);
    const marked = (body: string): unknown => ({ ...parseMarker(body), nonce: "", since: 0 });
    const [own = "", ...others] = bodies();
    expect(others).toEqual([]);
    expect(marked(told)).toEqual(marked(own));
    expect(told.split("\n").slice(1)).toEqual(own.split("\n").slice(1));
  });
});

describe("an apply", () => {
  async function planned(): Promise<void> {
    await tell({ "a.json": planFile(report()) });
    expect(bodies()).toHaveLength(1);
  }

  it("turns the plan's comment into its record, and keeps the Deployment once", async () => {
    await open({ permissions: { contents: "read", "pull-requests": "write", deployments: "write" } });
    await planned();
    const reviewed = markReport(report(), undefined).data;
    const merged = report({}, { headSha: sha });
    const files = { "a.json": applyFile(merged, record({ environment: "production" }), { reviewed }) };
    const inputs = { "pull-request": String(number) };
    const event = { ref: "refs/heads/main" };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const result = await tell(files, { inputs, event });
      expect(result).toMatchObject({ exitCode: 0, outputs: { result: "reported", summary: "applied: 1 added" } });
      expect(result.annotations).toEqual([]);
    }
    expect(bodies()).toHaveLength(1);
    expect(renderDom(bodies()[0] ?? "").headings[0]?.text).toMatch(/applied: 1 added|applied:\u200B 1 added/);
    expect(github.deployments()).toMatchObject([
      { sha, task: "terraform-apply", environment: "production", payload: { label: "live/prod", run, fingerprint } },
    ]);
    expect(github.deployments()[0]?.statuses.map(({ state }) => state)).toContain("success");
  });

  it("keeps what was reviewed, unless somebody edited it", async () => {
    await open();
    await planned();
    const forged = { ...markReport(report(), undefined).data, fingerprint: `hr1:${"f".repeat(64)}` };
    const files = { "a.json": applyFile(report({}, { headSha: sha }), record(), { reviewed: forged }) };
    const more = { inputs: { "pull-request": String(number) }, event: { ref: "refs/heads/main" } };
    expect((await tell(files, more)).outputs["result"]).toBe("reported");
    expect(parseMarker(bodies()[0] ?? "")?.data).toMatchObject({ fingerprint, head, applied: "applied" });
    const [comment] = github.comments(number);
    github.editComment(comment?.id ?? 0, `${comment?.body}\nlooks good`);
    expect((await tell(files, more)).outputs["result"]).toBe("reported");
    expect(parseMarker(bodies()[0] ?? "")?.data).toMatchObject({ fingerprint: "", applied: "applied" });
  });

  it("goes on with a warning without deployments: write", async () => {
    await open({ permissions: { contents: "read", "pull-requests": "write" } });
    await planned();
    const files = { "a.json": applyFile(report({}, { headSha: sha }), record({ environment: "production" })) };
    const result = await tell(files, { inputs: { "pull-request": String(number) }, event: { ref: "refs/heads/main" } });
    expect(result.outputs["result"]).toBe("reported");
    expect(result.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringContaining("`permissions: deployments: write`"),
    ]);
  });
});

describe("somebody else's result", () => {
  it.each<[string, () => string]>([
    ["of another pull request", () => planFile(report({}, { pullRequest: number + 1 }))],
    ["of another head", () => planFile(report({}, { headSha: "e".repeat(40) }))],
    ["of another repository", () => planFile(report({}, { repository: "mallory/other", runUrl: "" }))],
    ["with a link that leads elsewhere", () => planFile(report({}, { runUrl: "https://evil.example/" }))],
    ["with markdown for a number", () => planFile(report()).replace('"add":1', '"add":"1**"')],
    ["that ends in the middle", () => planFile(report()).slice(0, -20)],
  ])("%s is told nowhere", async (_, file) => {
    await open();
    const result = await tell({ "a.json": file() });
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "invalid-input" } });
    expect(result.annotations[0]?.message).toContain("a.json");
    expect(writes()).toEqual([]);
    expect(result.summary).not.toContain("1 to add");
  });

  it("H022 H023: speaks in no name but its own", async () => {
    await open();
    const evil = "@octo-org/admins\n\n## Approved\n<!-- handrail:terraform-plan e30 -->\n::error::x\n/merge";
    const result = await tell({
      "a.json": planFile(report({ label: evil, summary: evil, notes: [evil], workspace: evil, directory: evil })),
    });
    expect(result.outputs["result"]).toBe("reported");
    expect(result.commands.filter(({ name }) => name === "error")).toEqual([]);
    expect(result.outputs["summary"]).not.toContain("\n");
    const dom = renderDom(bodies()[0] ?? "");
    expect(dom.headings).toHaveLength(1);
    expect(dom.mentions).toEqual([]);
    expect(dom.comments).toHaveLength(1);
  });

  it("is not reached through a link, nor outside of workspace and RUNNER_TEMP", async () => {
    await open();
    const outside = workspace({ "a.json": planFile(report()) }, { name: "outside" });
    try {
      const folder = join(checkout.path, "results");
      mkdirSync(folder);
      symlinkSync(join(outside.path, "a.json"), join(folder, "a.json"));
      symlinkSync(outside.path, join(folder, "deeper"));
      symlinkSync("..", join(folder, "round"));
      expect((await tell({})).outputs["result"]).toBe("nothing-to-report");
      const inputs = { results: outside.path };
      const elsewhere = await tell({}, { inputs });
      expect(elsewhere.outputs).toMatchObject({ result: "failed", "failure-reason": "invalid-input" });
      expect(writes()).toEqual([]);
    } finally {
      outside.cleanup();
    }
  });

  it("may nest as deeply as it likes in what nobody reads", async () => {
    await open();
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const result = await tell({ "a.json": `${planFile(report()).trimEnd().slice(0, -1)},"x":${deep}}` });
    expect(result.outputs["result"]).toBe("reported");
  });

  it("does not keep the others from being told", async () => {
    await open();
    const result = await tell({
      "a.json": "{}",
      "b.json": planFile(report()),
      "c.json": '{"schema":"handrail/terraform-plan/9"}',
    });
    expect(result.outputs).toMatchObject({ result: "failed", summary: "1 to add" });
    expect(result.annotations[0]?.message).toContain("c.json");
    expect(bodies()).toHaveLength(1);
  });
});

describe("nothing to report", () => {
  it("an empty folder, and one file that is no result", async () => {
    await open();
    mkdirSync(join(checkout.path, "results"));
    writeFileSync(join(checkout.path, "other.json"), "{}");
    for (const inputs of [{}, { results: "other.json" }]) {
      const result = await tell({}, { inputs });
      expect(result).toMatchObject({ exitCode: 0, outputs: { result: "nothing-to-report", "failure-reason": "" } });
    }
    expect(github.requests).toEqual([]);
  });

  it("a folder that is not there is an error", async () => {
    await open();
    const result = await tell({}, { inputs: { results: "nowhere" } });
    expect(result).toMatchObject({ exitCode: 1, outputs: { result: "failed", "failure-reason": "invalid-input" } });
    expect(result.annotations[0]?.message).toContain("nowhere does not exist");
  });
});
