/** The order of effects of one step: what is written before what, what is left out, and what is gone afterwards. */
import { describe, expect, it } from "@jest/globals";
import { GitHubFailure } from "@handrail/github";
import { createRedactor, Failure } from "@handrail/runner";
import type { Annotation, ExecResult } from "@handrail/runner";
import { commandFailure } from "@handrail/terraform/cli";
import type { PlanResult } from "@handrail/terraform/cli";
import { readPlanInputs } from "@handrail/planning";
import { sourceOf } from "../../../packages/report/src/report-fixture.ts";
import { run } from "./run.ts";
import type { Deps, GitHubVerbs, PlanStep, PlanVerbs } from "@handrail/planning";

const planFile = "/private/plan.tfplan";
const documentFile = "/private/plan-document.json";
const planJson = "/out/plan.json";
const resultFile = "/out/plan-result.json";

const ended = { signal: undefined, cancelled: false, diagnostics: [], stderr: "" };
const planned: PlanResult = { ...ended, exitCode: 2, outcome: "changes", hasPlanFile: true };

/** The JSON of a plan that does these things to the resources `a.b0`, `a.b1`, … */
function documentOf(...actions: string[]): string {
  const changes = actions.map((action, n) => ({
    address: `a.b${n}`,
    mode: "managed",
    type: "a",
    name: `b${n}`,
    provider_name: "example.com/x/a",
    change: { actions: [action], before: null, after: null, after_unknown: {} },
  }));
  return JSON.stringify({ format_version: "1.2", terraform_version: "1.15.0", resource_changes: changes });
}

/** What differs from a step that plans one creation on pull request 7. */
type Given = {
  environment?: Record<string, string>;
  document?: string;
  plan?: Partial<PlanResult>;
  terraform?: Partial<PlanVerbs>;
  github?: Partial<GitHubVerbs>;
  guardrails?: string;
  policy?: Partial<ExecResult>;
  pullRequest?: undefined;
  isCancelled?: boolean;
  failingWrite?: string;
};

type Stage = { step: PlanStep; effects: string[]; files: Map<string, string>; annotations: Annotation[] };

function terraformOf(given: Given, effects: string[], files: Map<string, string>): PlanVerbs {
  return {
    version: () => Promise.resolve({ version: "1.15.0", platform: "linux_amd64", providers: {} }),
    selectedWorkspace: () => "default",
    init: () => Promise.resolve({ ...ended, exitCode: 0, hadLockFile: true }),
    workspaces: () => Promise.resolve({ names: ["default"], selected: "default", isSupported: true }),
    requireWorkspace: () => Promise.resolve("default"),
    validate: () => Promise.resolve({ isValid: true, diagnostics: [] }),
    formatCheck: () => Promise.resolve([]),
    plan: ({ planFile: out }) => {
      effects.push("plan");
      const result = { ...planned, ...given.plan };
      if (result.hasPlanFile) files.set(out, "saved plan");
      return Promise.resolve(result);
    },
    showPlan: (_, out) => {
      files.set(out, given.document ?? documentOf("create"));
      return Promise.resolve();
    },
    backend: () => ({ type: "local", hash: "" }),
    lockFile: () => undefined,
    influences: () => [],
    configuration: () => Promise.resolve({ files: [], modules: [], isTracked: true }),
    ...given.terraform,
  };
}

function filesOf(given: Given, effects: string[], files: Map<string, string>): Deps["files"] {
  return {
    readText: () => given.guardrails,
    list: () => [],
    readBytes: (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    openPlan: (path) => ({
      ...sourceOf(new TextEncoder().encode(files.get(path))),
      close: () => effects.push("close"),
    }),
    write: (path, chunks) => {
      if (path === given.failingWrite) throw new Error("no space left");
      effects.push(`write ${path}`);
      files.set(path, [...chunks].map((chunk) => (typeof chunk === "string" ? chunk : "(bytes)")).join(""));
    },
    remove: (path) => {
      effects.push(`remove ${path}`);
      files.delete(path);
    },
  };
}

function stage(given: Given = {}): Stage {
  const effects: string[] = [];
  const files = new Map<string, string>();
  const annotations: Annotation[] = [];
  const say = (): void => undefined;
  const cancelling = new AbortController();
  if (given.isCancelled === true) cancelling.abort();
  const github: GitHubVerbs = {
    upsertComment: ({ key }) => {
      effects.push(`comment ${key}`);
      return Promise.resolve({
        id: 5,
        url: "https://example.com/5",
        change: "created",
        foreign: [],
        isOutdated: false,
      });
    },
    pullRequest: () => Promise.reject(new Error("nobody asked for the pull request")),
    changedFiles: () => Promise.resolve([]),
    ...given.github,
  };
  const deps: Deps = {
    terraform: terraformOf(given, effects, files),
    failureOf: commandFailure,
    github: () => {
      effects.push("github");
      return Promise.resolve(github);
    },
    exec: () => {
      effects.push("policy");
      return Promise.resolve({
        exitCode: 0,
        signal: undefined,
        stdout: "",
        stderr: "",
        cancelled: false,
        ...given.policy,
      });
    },
    files: filesOf(given, effects, files),
    randomBytes: (length) => new Uint8Array(length),
    host: {
      log: { info: say, warning: say, debug: say, group: say, endGroup: say },
      annotate: (annotation) => annotations.push(annotation),
      redactor: createRedactor(),
      cancelled: cancelling.signal,
    },
  };
  const head = { headSha: "c0ffee", headRef: "topic", baseSha: "ba5e", baseRef: "main" };
  const step: PlanStep = {
    inputs: readPlanInputs({ "INPUT_GITHUB-TOKEN": "a token", "INPUT_POLICY-COMMAND": "judge", ...given.environment }),
    context: {
      owner: "o",
      repo: "r",
      sha: "5ha",
      ref: "refs/pull/7/merge",
      eventName: "pull_request",
      actor: "someone",
      runId: "42",
      runAttempt: 1,
      runUrl: "https://example.com/o/r/actions/runs/42",
      serverUrl: "https://example.com",
      apiUrl: "https://api.example.com",
      graphqlUrl: "https://api.example.com/graphql",
      workflow: "plan",
      job: "plan",
      isUntrusted: false,
      pullRequest: {
        number: 7,
        ...head,
        isFork: false,
        labels: [],
        isClosed: false,
        isMerged: false,
        mergeCommitSha: "",
      },
    },
    target: {
      directory: "infra",
      path: "/checkout/infra",
      workspacePath: "/checkout",
      outputDirectory: "/out",
      privateDirectory: "/private",
      environment: {},
    },
    pullRequest: "pullRequest" in given ? undefined : 7,
    deps,
  };
  return { step, effects, files, annotations };
}

const guardrails = "guardrails: [{ name: keep, types: [a], actions: [delete] }]";
const failed: Partial<PlanResult> = {
  exitCode: 1,
  outcome: "failed",
  diagnostics: [{ severity: "error", summary: "Quota exceeded", detail: "" }],
};

describe("run", () => {
  it("writes the result before the comment, and names everything in outputs and summary", async () => {
    const { step, effects, files } = stage();
    const { outputs, failure, summary } = await run(step);
    expect(failure).toBeUndefined();
    expect(outputs).toMatchObject({
      result: "changes",
      "failure-reason": "",
      "has-changes": true,
      "exit-code": 2,
      "to-add": 1,
      "to-destroy": 0,
      "plan-file": "/out/plan.tfplan",
      "plan-json-file": planJson,
      "result-file": resultFile,
      "comment-id": 5,
      "comment-url": "https://example.com/5",
    });
    expect(summary).toContain("a.b0");
    const record = "/out/plan.tfplan.record.json";
    expect(effects).toEqual([
      "github",
      "plan",
      `write ${planJson}`,
      "policy",
      "write /out/plan.tfplan",
      `write ${record}`,
      `write ${resultFile}`,
      "comment infra",
      "close",
      `remove ${documentFile}`,
      `remove ${planFile}`,
    ]);
    expect([...files.keys()]).toEqual([planJson, "/out/plan.tfplan", record, resultFile]);
  });

  it.each<[number, PlanResult["outcome"]]>([
    [0, "no-changes"],
    [2, "changes"],
  ])("fails when terraform ends with %d and leaves no plan, and asks no policy", async (exitCode, outcome) => {
    const { step, effects } = stage({ plan: { exitCode, outcome, hasPlanFile: false } });
    const { outputs, failure } = await run(step);
    expect(failure?.reason).toBe("plan-failed");
    expect(failure?.what).toContain(`exit code ${exitCode} and left no plan file`);
    expect(outputs).toMatchObject({ result: "failed", "failure-reason": "plan-failed", "exit-code": exitCode });
    expect(outputs["has-changes"] ?? outputs["plan-file"] ?? outputs["plan-json-file"]).toBeUndefined();
    expect(effects).not.toContain("policy");
  });

  it("believes the document when a wrapper swallows exit code 2", async () => {
    const { outputs } = await run(stage({ plan: { exitCode: 0, outcome: "no-changes" } }).step);
    expect(outputs).toMatchObject({ result: "changes", "has-changes": true, "exit-code": 0, "to-add": 1 });
  });

  it("tells that there are no changes", async () => {
    const given: Given = { plan: { exitCode: 0, outcome: "no-changes" }, document: documentOf("no-op") };
    const { outputs } = await run(stage(given).step);
    expect(outputs).toMatchObject({ result: "no-changes", "has-changes": false, "to-add": 0, summary: "no changes" });
  });

  it.each<[string, string]>([
    ["no JSON", "Error: oops"],
    ["half of a plan", documentOf("create").slice(0, -20)],
    ["a state", '{"version":4,"serial":1}'],
  ])("fails on a document that is %s", async (_, document) => {
    const { step, effects } = stage({ document });
    const { outputs, failure } = await run(step);
    expect(failure?.reason).toBe("plan-failed");
    expect(outputs).toMatchObject({ result: "failed", "failure-reason": "plan-failed" });
    expect(outputs["plan-file"] ?? outputs["plan-json-file"] ?? outputs["fingerprint"]).toBeUndefined();
    expect(effects).not.toContain("policy");
  });

  it("tells a failed init under the label of the workspace that was meant", async () => {
    const init: PlanVerbs["init"] = () => Promise.resolve({ ...ended, ...failed, exitCode: 1, hadLockFile: true });
    const { step, effects } = stage({ terraform: { init, selectedWorkspace: () => "staging" } });
    const { outputs, failure } = await run(step);
    expect(failure?.what).toContain("Quota exceeded");
    expect(outputs).toMatchObject({ result: "failed", summary: "plan failed" });
    expect(effects).toContain("comment infra (staging)");
    expect(effects).not.toContain("plan");
  });

  it("tells a failed list of workspaces as a failed init", async () => {
    const found = { severity: "error", summary: "Access denied", detail: "" };
    const { step, effects } = stage({ terraform: { requireWorkspace: () => Promise.resolve(found) } });
    const { failure } = await run(step);
    expect([failure?.reason, failure?.what]).toEqual(["init-failed", expect.stringContaining("Access denied")]);
    expect(effects).not.toContain("plan");
  });

  it("asks no policy about a plan that failed half-way, shows what there is of it, and gives no plan file", async () => {
    const { step, effects } = stage({ plan: failed });
    const { outputs } = await run(step);
    expect(outputs).toMatchObject({ result: "failed", "to-add": 1, "plan-json-file": planJson });
    expect(outputs["plan-file"] ?? outputs["has-changes"]).toBeUndefined();
    expect(effects).not.toContain("policy");
  });

  it("denies without a plan file, and still says what was planned", async () => {
    const { step, files } = stage({ guardrails, document: documentOf("delete") });
    const { outputs, failure } = await run(step);
    expect(failure?.result).toBe("denied");
    expect(outputs).toMatchObject({ result: "denied", "failure-reason": "guardrail-denied", "to-destroy": 1 });
    expect(outputs["plan-file"]).toBeUndefined();
    expect([...files.keys()]).toEqual([planJson, resultFile]);
  });

  it("calls a policy command that was cancelled a cancelled run", async () => {
    const { outputs, failure } = await run(stage({ policy: { exitCode: undefined, cancelled: true } }).step);
    expect(failure?.reason).toBe("cancelled");
    expect(outputs).toMatchObject({ result: "failed", "failure-reason": "cancelled" });
    expect(outputs["plan-file"]).toBeUndefined();
  });

  it.each<[string, Given]>([
    ["a plan", {}],
    ["a plan that is sealed", { environment: { "INPUT_SEAL-KEY": "0123456789abcdef" } }],
    ["a denied plan", { guardrails, document: documentOf("delete") }],
    ["a failed plan", { plan: failed }],
    ["a document that cannot be read", { document: "{" }],
    ["a document that cannot be shown", { terraform: { showPlan: () => Promise.reject(new Error("killed")) } }],
    ["a redacted plan that cannot be written", { failingWrite: planJson }],
    ["a result that cannot be written", { failingWrite: resultFile }],
    ["a cancelled run", { isCancelled: true }],
  ])("leaves nothing in clear behind: %s", async (_, given) => {
    const { step, effects, files } = stage(given);
    await run(step).catch((thrown: unknown) => expect(thrown).toEqual(new Error("no space left")));
    expect(effects).toContain(`remove ${documentFile}`);
    expect([...files.keys()].filter((path) => path.startsWith("/private/"))).toEqual([]);
  });

  it("keeps the saved plan where it is the output", async () => {
    const { step, files } = stage();
    const { outputs } = await run({ ...step, target: { ...step.target, outputDirectory: "/private" } });
    expect(outputs["plan-file"]).toBe(planFile);
    expect([files.has(planFile), files.has(documentFile)]).toEqual([true, false]);
  });

  it("says in outputs, notes and result file that the comment could not be written, and fails nothing", async () => {
    const refused = new GitHubFailure({
      reason: "github-forbidden",
      what: "GitHub refused",
      remedy: "Grant it.",
      permission: "pull-requests: write",
    });
    const { step, annotations, files } = stage({ github: { upsertComment: () => Promise.reject(refused) } });
    const { outputs, failure, summary } = await run(step);
    expect([failure, outputs["result"], outputs["comment-id"]]).toEqual([undefined, "changes", undefined]);
    const warning = expect.stringContaining("`permissions: pull-requests: write`");
    expect(annotations).toContainEqual({ level: "warning", message: warning });
    expect([summary, files.get(resultFile)]).toEqual([
      expect.stringContaining("GitHub refused"),
      expect.stringContaining("GitHub refused"),
    ]);
  });

  it.each<[string, Given]>([
    ["there is no token", { environment: { "INPUT_GITHUB-TOKEN": "" } }],
    ["there is no pull request", { pullRequest: undefined }],
  ])("loads no client when %s", async (_, given) => {
    const { step, effects } = stage(given);
    expect((await run(step)).outputs["result"]).toBe("changes");
    expect(effects).not.toContain("github");
  });

  it("hides what the inputs say is secret, also when terraform stops before there is a plan", async () => {
    const diagnostics = [{ severity: "error", summary: "Refused for hunter2secret", detail: "hunter2secret is wrong" }];
    const init: PlanVerbs["init"] = () => Promise.resolve({ ...ended, diagnostics, exitCode: 1, hadLockFile: true });
    const environment = { "INPUT_BACKEND-CONFIG": "password=hunter2secret" };
    const { step, annotations, files } = stage({ environment, terraform: { init } });
    const { outputs, summary } = await run(step);
    const told = JSON.stringify([outputs, summary, annotations, [...files]]);
    expect(told).toContain("(sensitive value)");
    expect(told).not.toContain("hunter2secret");
  });

  it("plans without the list of changed files, and says so", async () => {
    const { step } = stage({ github: { changedFiles: () => Promise.reject(new Error("out of order")) } });
    const { outputs, summary } = await run(step);
    expect(outputs["result"]).toBe("changes");
    expect(summary).toContain("could not be listed");
  });

  it("writes no comment when it was cancelled", async () => {
    const { step, effects } = stage({ isCancelled: true });
    await run(step);
    expect(effects.filter((effect) => effect.startsWith("comment"))).toEqual([]);
  });

  it("starts nothing when the guardrails cannot be read", async () => {
    const { step, effects } = stage({ guardrails: "guardrails: 1" });
    await expect(run(step)).rejects.toEqual(expect.any(Failure));
    expect(effects).toEqual([]);
  });
});
