/** The order of effects, with deps that are an object literal: what is told where, and what is refused. */
import { describe, expect, it } from "@jest/globals";
import { GitHubFailure, parseMarker } from "@handrail/github";
import type { GitHubContext, PullRequestRef } from "@handrail/github";
import type { CommentRequest } from "@handrail/github/client";
import { markReport, outlineOf, renderComment } from "@handrail/report";
import { hashOutline } from "@handrail/terraform";
import type { Annotation } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { readReportInputs } from "./inputs.ts";
import { applyFile, fingerprint, head, planFile, recordOf, reportOf } from "./result-fixture.ts";
import { run } from "./run.ts";
import type { GitHubVerbs, ReportStep } from "./step.ts";

const sha = "c".repeat(40);

function pullOf(more: Partial<PullRequestRef> = {}): PullRequestRef {
  return {
    number: 7,
    headSha: head,
    headRef: "change",
    baseSha: "b".repeat(40),
    baseRef: "main",
    isFork: false,
    labels: [],
    isClosed: false,
    isMerged: false,
    mergeCommitSha: "",
    ...more,
  };
}

/** What differs from a job on pull request 7. */
type Given = {
  files?: Record<string, string>;
  inputs?: Record<string, string>;
  context?: Partial<Omit<GitHubContext, "pullRequest">> & { pullRequest?: PullRequestRef | undefined };
  github?: Partial<GitHubVerbs>;
  /** The body of our comment that is there. */
  current?: string;
  /** Whether somebody else edited it; undefined when GitHub does not tell. */
  isEdited?: boolean | undefined;
};

type Told = { result: ActionResult; calls: string[]; bodies: string[]; annotations: Annotation[] };

const push = { eventName: "push", pullRequest: undefined };

function contextOf({ pullRequest, ...more }: NonNullable<Given["context"]>): GitHubContext {
  return {
    owner: "octo-org",
    repo: "infrastructure",
    sha,
    ref: "refs/heads/main",
    eventName: "pull_request",
    actor: "octocat",
    runId: "42",
    runAttempt: 1,
    runUrl: "https://github.com/octo-org/infrastructure/actions/runs/42/attempts/1",
    serverUrl: "https://github.com",
    apiUrl: "https://api.github.com",
    graphqlUrl: "https://api.github.com/graphql",
    workflow: "plan",
    job: "report",
    isUntrusted: false,
    ...more,
    ...(pullRequest === undefined ? {} : { pullRequest }),
  };
}

function bodyFor(request: CommentRequest, current: string | undefined): string {
  if (typeof request.body === "string") return request.body;
  const marker = current === undefined ? undefined : parseMarker(current);
  return request.body(marker === undefined || current === undefined ? undefined : { id: 5, body: current, marker });
}

function githubOf(given: Given, calls: string[], bodies: string[]): GitHubVerbs {
  const deployment = { id: 9, sha, ref: sha, task: "", environment: "", description: "", payload: {}, creator: "" };
  return {
    upsertComment: (request) => {
      calls.push(`comment ${request.key} on ${request.pullRequest}${request.isOnlyUpdate === true ? " (update)" : ""}`);
      const url = "https://github.com/octo-org/infrastructure/pull/7#issuecomment-5";
      return Promise.try(() => bodyFor(request, given.current)).then((body) => {
        bodies.push(body);
        return { id: 5, url, change: "created" as const, foreign: [], isOutdated: false };
      });
    },
    findComment: () => {
      const marker = given.current === undefined ? undefined : parseMarker(given.current);
      if (given.current === undefined || marker === undefined) return Promise.resolve(undefined);
      const isEdited = "isEdited" in given ? given.isEdited : false;
      return Promise.resolve({ id: 5, url: "", body: given.current, marker, isEdited, foreign: [] });
    },
    pullRequest: (_owner, _repo, number) => {
      calls.push(`pull ${number}`);
      return Promise.resolve(pullOf({ number }));
    },
    pullRequestsOf: (_owner, _repo, commit) => {
      calls.push(`pulls of ${commit}`);
      return Promise.resolve([pullOf({ isMerged: true, mergeCommitSha: sha })]);
    },
    latestDeployment: () => Promise.resolve(undefined),
    createDeployment: ({ environment, task }) => {
      calls.push(`deployment ${task} in ${environment}`);
      return Promise.resolve(deployment);
    },
    setDeploymentStatus: (id, { state, description }) => {
      calls.push(`status ${id} ${state}: ${description}`);
      return Promise.resolve();
    },
    ...given.github,
  };
}

async function tell(given: Given): Promise<Told> {
  const [calls, bodies, annotations]: [string[], string[], Annotation[]] = [[], [], []];
  const files = new Map(Object.entries(given.files ?? { "a.json": planFile(reportOf()) }));
  const say = (): void => undefined;
  const environment = { INPUT_RESULTS: "results", "INPUT_GITHUB-TOKEN": "t0ken", ...given.inputs };
  const step: ReportStep = {
    inputs: readReportInputs(environment),
    context: contextOf({ pullRequest: pullOf(), ...given.context }),
    deps: {
      host: {
        log: { info: say, warning: say, debug: say, group: say, endGroup: say },
        annotate: (annotation) => annotations.push(annotation),
      },
      files: {
        locate: () => ({ path: "/results", kind: "folder" }),
        list: () => [...files.keys()].map((name) => ({ name, kind: "file" })),
        readHead: (path, length) => (files.get(path.slice("/results/".length)) ?? "").slice(0, length),
        readText: (path) => files.get(path.slice("/results/".length)) ?? "",
      },
      github: () => Promise.resolve(githubOf(given, calls, bodies)),
    },
  };
  return { result: await run(step), calls, bodies, annotations };
}

/** What the marker of the comment says. */
function dataOf([body = ""]: readonly string[]): Record<string, unknown> {
  return { ...parseMarker(body)?.data };
}

function failureOf({ result }: Told): string {
  return `${result.failure?.reason}: ${result.failure?.what}`;
}

describe("a plan", () => {
  it("is told on the event's pull request, without asking GitHub which one that is", async () => {
    const { result, calls, bodies } = await tell({});
    expect(calls).toEqual(["comment live/prod on 7"]);
    expect(bodies[0]).toBe(renderComment(reportOf(), markReport(reportOf(), undefined)));
    expect(result).toMatchObject({
      outputs: { result: "reported", "failure-reason": "", "comment-id": 5, summary: "1 to add" },
    });
    expect(result.failure).toBeUndefined();
    expect(result.summary).toContain("1 to add");
  });

  it("is told on the input's pull request when GitHub knows the same head", async () => {
    for (const pullRequest of [undefined, pullOf({ headSha: "" }), pullOf({ number: 8 })]) {
      const context = { eventName: "workflow_dispatch", pullRequest };
      const { calls } = await tell({ inputs: { "INPUT_PULL-REQUEST": "7" }, context });
      expect(calls).toEqual(["pull 7", "comment live/prod on 7"]);
    }
  });

  it("only brings a comment up to date when nothing changes", async () => {
    const report = reportOf({ result: "no-changes", summary: "no changes" });
    const given = { files: { "a.json": planFile(report) }, inputs: { INPUT_COMMENT: "changes" } };
    expect((await tell(given)).calls).toEqual(["comment live/prod on 7 (update)"]);
    expect((await tell({ inputs: { INPUT_COMMENT: "changes" } })).calls).toEqual(["comment live/prod on 7"]);
  });

  it("carries its outline", async () => {
    const { bodies } = await tell({ files: { "a.json": planFile(reportOf(), { outline: "Zm9v" }) } });
    expect(outlineOf(bodies[0] ?? "")).toBe("Zm9v");
  });

  it("does not replace what a later run told of another head", async () => {
    const later = markReport(reportOf({}, { headSha: "e".repeat(40), runId: "43" }), undefined);
    const told = await tell({ current: renderComment(reportOf(), later) });
    expect(told.bodies).toEqual([]);
    expect(told.result.outputs).toMatchObject({ result: "reported", "comment-id": undefined, summary: "1 to add" });
    for (const origin of [{ runId: "43" }, { runId: "41", headSha: "e".repeat(40) }]) {
      const current = renderComment(reportOf(), markReport(reportOf({}, origin), undefined));
      expect((await tell({ current })).bodies).toHaveLength(1);
    }
  });

  it.each<[string, string, Given["context"]]>([
    ["of another pull request", "pull request 7", { pullRequest: pullOf({ number: 8 }) }],
    ["of another head", "head commit", { pullRequest: pullOf({ headSha: "d".repeat(40) }) }],
    ["of another run", 'run "42"', { runId: "43" }],
    ["of another repository", "repository", { repo: "other" }],
    ["of another server", "server", { serverUrl: "https://example.com" }],
  ])("%s is refused, and told nowhere", async (_, why, context) => {
    const told = await tell({ context: context ?? {} });
    expect(failureOf(told)).toMatch(/^invalid-input: a\.json was not told/);
    expect(failureOf(told)).toContain(why);
    expect(told.calls).toEqual([]);
    expect(told.result.summary).toBe("");
    expect(told.result.outputs).toMatchObject({ result: "failed", "failure-reason": "invalid-input" });
  });

  it("with a marker that claims another fingerprint is refused", async () => {
    const text = planFile(reportOf()).replace(fingerprint, `hr1:${"f".repeat(64)}`);
    expect(failureOf(await tell({ files: { "a.json": text } }))).toContain("something else than its report");
  });

  it("of a later attempt than this one is refused, of an earlier one is told", async () => {
    const origin = { runAttempt: 2, runUrl: "" };
    const files = { "a.json": planFile(reportOf({}, origin)) };
    expect(failureOf(await tell({ files }))).toContain("attempt 2");
    expect((await tell({ files, context: { runAttempt: 3 } })).calls).toEqual(["comment live/prod on 7"]);
  });
});

describe("without a comment", () => {
  it.each<[string, Given]>([
    ["never", { inputs: { INPUT_COMMENT: "never" } }],
    ["a push", { context: push }],
  ])("%s: the summary tells it, GitHub is not asked", async (_, given) => {
    const { result, calls } = await tell(given);
    expect(calls).toEqual([]);
    expect(result.outputs["result"]).toBe("reported");
    expect(result.summary).toContain("1 to add");
  });

  it("a missing permission fails the step, names it, and the summary tells it all", async () => {
    const forbidden = new GitHubFailure({
      reason: "github-forbidden",
      what: "GitHub does not let this token comment",
      remedy: "Grant it.",
      permission: "pull-requests: write",
    });
    const told = await tell({ github: { upsertComment: () => Promise.reject(forbidden) } });
    expect(failureOf(told)).toMatch(/^comment-failed: .*`permissions: pull-requests: write`/);
    expect(told.result.outputs["result"]).toBe("failed");
    expect(told.result.summary).toContain("1 to add");
  });

  it("an empty token fails the step", async () => {
    expect(failureOf(await tell({ inputs: { "INPUT_GITHUB-TOKEN": "" } }))).toContain("github-token is empty");
  });

  it("nothing to report", async () => {
    const none = await tell({ files: { "notes.json": "{}", "b.txt": "" } });
    expect(none.result.outputs["result"]).toBe("nothing-to-report");
    const other = await tell({ inputs: { INPUT_LABEL: "live/other" } });
    expect(other.result.outputs["result"]).toBe("nothing-to-report");
    expect([...none.calls, ...other.calls]).toEqual([]);
  });
});

describe("an apply", () => {
  const reviewed = markReport(reportOf(), undefined, hashOutline("Zm9v")).data;
  const current = renderComment(reportOf(), markReport(reportOf(), undefined, hashOutline("Zm9v")), {
    outline: "Zm9v",
  });
  const merged = reportOf({}, { headSha: sha });

  it("is told on the pull request whose merge made the commit, and what was reviewed stays in the marker", async () => {
    const files = { "a.json": applyFile(merged, recordOf(), { reviewed, outline: "Zm9v" }) };
    const { calls, bodies, result } = await tell({ files, context: push, current });
    expect(calls).toEqual([`pulls of ${sha}`, "comment live/prod on 7"]);
    expect(parseMarker(bodies[0] ?? "")?.data).toMatchObject({ fingerprint, head, applied: "applied" });
    expect(outlineOf(bodies[0] ?? "")).toBe("Zm9v");
    expect(result.outputs["summary"]).toBe("applied: 1 added");
  });

  it("makes no review of its own: what stands on the pull request stays", async () => {
    const forged = { ...reviewed, fingerprint: `hr1:${"f".repeat(64)}` };
    const files = { "a.json": applyFile(merged, recordOf(), { reviewed: forged, outline: "Zm9v" }) };
    const { bodies } = await tell({ files, context: push, current });
    expect(dataOf(bodies)).toEqual({ ...reviewed, applied: "applied", appliedBy: "42.1", begun: true, done: "42.1" });
    for (const given of [{}, { current, isEdited: true }]) {
      const none = await tell({ files, context: push, ...given });
      expect(dataOf(none.bodies)).toMatchObject({ fingerprint: "", applied: "applied" });
      expect(outlineOf(none.bodies[0] ?? "")).toBe("");
    }
  });

  it("that never knew the review leaves it as it is", async () => {
    const apply = recordOf({ result: "refused", summary: "refused (not-reviewed), nothing was applied", applied: [] });
    const files = { "a.json": applyFile(merged, apply) };
    const { bodies } = await tell({ files, context: push, current });
    expect(dataOf(bodies)).toEqual({ ...reviewed, applied: "refused", appliedBy: "42.1" });
    expect(outlineOf(bodies[0] ?? "")).toBe("Zm9v");
    const sealed = markReport(reportOf(), "a key of more than sixteen");
    const proven = await tell({ files, context: push, current: renderComment(reportOf(), sealed) });
    expect(parseMarker(proven.bodies[0] ?? "")?.mac).toBe(sealed.mac);
    expect(dataOf(proven.bodies)).toEqual(sealed.data);
  });

  it("leaves the comment alone when nobody can tell whether it was edited", async () => {
    const files = { "a.json": applyFile(merged, recordOf(), { reviewed }) };
    const told = await tell({ files, context: push, current, isEdited: undefined });
    expect(failureOf(told)).toMatch(/^comment-failed: The record of the apply is not on the pull request/);
    expect(told.bodies).toEqual([]);
    expect(told.result.summary).toContain("applied");
  });

  it("passes a proof on as it is", async () => {
    const forged = { ...reviewed, fingerprint: `hr1:${"f".repeat(64)}` };
    const key = "a key of more than sixteen";
    const files = { "a.json": applyFile(merged, recordOf(), { reviewed: forged, outline: "", key }) };
    const { bodies } = await tell({ files, context: push, current });
    expect(parseMarker(bodies[0] ?? "")).toMatchObject({ data: forged });
    expect(parseMarker(bodies[0] ?? "")?.mac).toMatch(/^[\w-]{43}$/);
  });

  it("keeps the plan that was reviewed below a record without a plan", async () => {
    const { counts: _, ...bare } = reportOf({ result: "failed", summary: "plan failed" }, { headSha: sha });
    const apply = recordOf({ result: "refused", summary: "refused (not-reviewed), nothing was applied", applied: [] });
    const { bodies } = await tell({ files: { "a.json": applyFile(bare, apply) }, context: push, current });
    expect(bodies[0]).toContain("refused");
    expect(bodies[0]).toContain("1 to add");
  });

  it("of another pull request, commit or run is refused", async () => {
    const of = (text: string): Promise<Told> => tell({ files: { "a.json": text }, context: push, current });
    const other = applyFile(merged, recordOf(), { reviewed: { ...reviewed, pullRequest: 8 } });
    expect(failureOf(await of(other))).toContain("pull request 8");
    expect(failureOf(await of(applyFile(merged, recordOf({ sha: head }))))).toContain("commit of the apply");
    expect(failureOf(await of(applyFile(merged, recordOf({ runId: "41", runUrl: "" }))))).toContain("run of the apply");
  });

  it.each<[string, Parameters<typeof recordOf>[0], string[]]>([
    [
      "applied",
      { environment: "production" },
      ["deployment terraform-apply in production", "status 9 success: applied: 1 added"],
    ],
    [
      "partial",
      { environment: "production", result: "partial", summary: "partly applied" },
      ["deployment terraform-apply in production", "status 9 failure: partly applied"],
    ],
    ["refused", { environment: "production", result: "refused" }, []],
    ["one that has its Deployment", { environment: "production", deploymentId: 3 }, []],
    ["without an environment", {}, []],
  ])("%s: the Deployment", async (_, more, expected) => {
    const files = { "a.json": applyFile(merged, recordOf(more), { reviewed }) };
    const { calls } = await tell({ files, context: push, current });
    expect(calls.slice(2)).toEqual(expected);
  });

  it("of a dry run is only in the summary", async () => {
    const files = {
      "a.json": applyFile(merged, recordOf({ environment: "production", isDryRun: true }), { reviewed }),
    };
    const { calls, result } = await tell({ files, context: push, current });
    expect(calls).toEqual([]);
    expect(result.outputs["result"]).toBe("reported");
  });

  it("goes on with a warning when it may not keep the Deployment", async () => {
    const createDeployment = (): Promise<never> =>
      Promise.reject(
        new GitHubFailure({
          reason: "github-forbidden",
          what: "GitHub does not let this token write deployments",
          remedy: "Grant it.",
          permission: "deployments: write",
        }),
      );
    const files = { "a.json": applyFile(merged, recordOf({ environment: "production" }), { reviewed }) };
    const { result, annotations } = await tell({ files, context: push, current, github: { createDeployment } });
    expect(result.outputs["result"]).toBe("reported");
    expect(annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringContaining("`permissions: deployments: write`"),
    ]);
  });

  it("tells none when the commit came from several pull requests", async () => {
    const several = [
      pullOf({ isMerged: true, mergeCommitSha: sha }),
      pullOf({ number: 8, isMerged: true, mergeCommitSha: sha }),
    ];
    const github = { pullRequestsOf: () => Promise.resolve(several) };
    const files = { "a.json": applyFile(merged, recordOf(), { reviewed }) };
    const { calls, annotations, result } = await tell({ files, context: push, github });
    expect(calls).toEqual([]);
    expect(annotations[0]?.message).toContain("more than one merged pull request");
    expect(result.outputs["result"]).toBe("reported");
  });
});

describe("several results", () => {
  it("get a comment each, what failed first, and one bad file keeps none of them back", async () => {
    const failed = reportOf({
      label: "live/staging",
      result: "failed",
      summary: "plan failed",
      failure: { reason: "plan-failed", what: "It broke", remedy: "Mend it." },
    });
    const files = {
      "a.json": planFile(reportOf()),
      "b.json": planFile(failed),
      "c.json": planFile(reportOf()).slice(0, -9),
    };
    const told = await tell({ files });
    expect(told.calls).toEqual(["comment live/staging on 7", "comment live/prod on 7"]);
    expect(told.result.outputs["summary"]).toBe("plan failed");
    expect(failureOf(told)).toMatch(/^invalid-input: c\.json is not/);
  });

  it("of one label: the apply, else the later attempt; two of one attempt are refused", async () => {
    const plan = planFile(reportOf());
    const apply = applyFile(reportOf(), recordOf());
    expect((await tell({ files: { "a.json": apply, "b.json": plan } })).result.outputs["summary"]).toBe(
      "applied: 1 added",
    );
    const later = planFile(reportOf({ summary: "2 to add" }, { runAttempt: 2, runUrl: "" }));
    const twice = await tell({ files: { "a.json": later, "b.json": plan }, context: { runAttempt: 2 } });
    expect(twice.result.outputs["summary"]).toBe("2 to add");
    expect(failureOf(await tell({ files: { "a.json": plan, "b.json": plan } }))).toContain("a.json and b.json");
  });
});
