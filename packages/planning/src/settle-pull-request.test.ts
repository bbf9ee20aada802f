import { describe, expect, it } from "@jest/globals";
import type { GitHubContext, PullRequestRef } from "@handrail/github";
import { createRedactor } from "@handrail/runner";
import { readPlanInputs } from "./inputs.ts";
import { settlePullRequest } from "./settle-pull-request.ts";
import type { PlanStep } from "./step.ts";

const never = (): never => {
  throw new Error("not meant to be called");
};

const found: PullRequestRef = {
  number: 7,
  headSha: "c0ffee",
  headRef: "topic",
  baseSha: "ba5e",
  baseRef: "main",
  isFork: false,
  labels: [],
  isClosed: false,
  isMerged: false,
  mergeCommitSha: "",
};
const unknown: PullRequestRef = { ...found, headSha: "", baseSha: "" };

/** What a step knows before it starts, and what GitHub would answer. */
type Given = {
  eventName: string;
  event?: PullRequestRef;
  pullRequest?: number;
  token?: string;
  answer?: PullRequestRef | Error;
};

async function settle(given: Given): Promise<{ step: PlanStep; settled: PlanStep; asked: number[]; log: string[] }> {
  const asked: number[] = [];
  const log: string[] = [];
  const context: GitHubContext = {
    owner: "o",
    repo: "r",
    sha: "5ha",
    ref: "refs/heads/main",
    eventName: given.eventName,
    actor: "someone",
    runId: "42",
    runAttempt: 1,
    runUrl: "https://example.com/runs/42",
    serverUrl: "https://example.com",
    apiUrl: "https://api.example.com",
    graphqlUrl: "https://api.example.com/graphql",
    workflow: "plan",
    job: "plan",
    isUntrusted: false,
    ...(given.event === undefined ? {} : { pullRequest: given.event }),
  };
  const step: PlanStep = {
    inputs: readPlanInputs({ "INPUT_GITHUB-TOKEN": given.token ?? "a token" }),
    context,
    target: {
      directory: ".",
      path: "/checkout",
      workspacePath: "/checkout",
      outputDirectory: "/out",
      privateDirectory: "/private",
      environment: {},
    },
    pullRequest: given.pullRequest,
    deps: {
      terraform: {
        version: never,
        selectedWorkspace: never,
        init: never,
        workspaces: never,
        requireWorkspace: never,
        validate: never,
        formatCheck: never,
        plan: never,
        showPlan: never,
        backend: never,
        lockFile: never,
        influences: never,
        configuration: never,
      },
      failureOf: never,
      github: () =>
        Promise.resolve({
          upsertComment: never,
          changedFiles: never,
          pullRequest: (_owner, _repo, number) => {
            asked.push(number);
            const { answer = found } = given;
            return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
          },
        }),
      exec: never,
      files: { readText: never, list: never, readBytes: never, openPlan: never, write: never, remove: never },
      randomBytes: never,
      host: {
        log: { info: (text) => log.push(text), warning: never, debug: never, group: never, endGroup: never },
        annotate: never,
        redactor: createRedactor(),
        cancelled: new AbortController().signal,
      },
    },
  };
  return { step, settled: await settlePullRequest(step), asked, log };
}

describe("settlePullRequest", () => {
  it.each<[string, Given]>([
    ["there is no pull request", { eventName: "push" }],
    ["the event knows its commits", { eventName: "pull_request", event: found, pullRequest: 7 }],
    ["there is no token", { eventName: "push", pullRequest: 7, token: "" }],
  ])("asks nothing when %s", async (_, given) => {
    const { step, settled, asked } = await settle(given);
    expect(settled).toBe(step);
    expect(asked).toEqual([]);
  });

  it.each<[string, Given]>([
    ["for a comment", { eventName: "issue_comment", event: unknown, pullRequest: 7 }],
    ["for a number on a push", { eventName: "push", pullRequest: 7 }],
    [
      "for another number than the event's",
      { eventName: "pull_request", event: { ...found, number: 8 }, pullRequest: 7 },
    ],
  ])("asks %s, and works with the answer", async (_, given) => {
    const { settled, asked, log } = await settle(given);
    expect(asked).toEqual([7]);
    expect(settled.context.pullRequest).toEqual(found);
    expect(log).toEqual([]);
  });

  it("refuses a comment on a fork's pull request", async () => {
    const answer = { ...found, isFork: true };
    const refused = settle({ eventName: "issue_comment", event: unknown, pullRequest: 7, answer });
    await expect(refused).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining("from a fork is not planned on issue_comment"),
    });
  });

  it.each([
    ["a token", "a token"],
    ["no token", ""],
  ])("refuses a comment when GitHub does not answer, with %s", async (_, token) => {
    const answer = new Error("out of order");
    const refused = settle({ eventName: "issue_comment", event: unknown, pullRequest: 7, answer, token });
    await expect(refused).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining("pull request 7 comes from a fork: "),
      remedy: expect.stringContaining("pull-requests: read"),
    });
  });

  it("plans a fork's pull request elsewhere: there it has no secrets, or was chosen by number", async () => {
    const answer = { ...found, isFork: true };
    const { settled } = await settle({ eventName: "workflow_dispatch", pullRequest: 7, answer });
    expect(settled.context.pullRequest).toEqual(answer);
  });

  it("only logs elsewhere that GitHub does not answer", async () => {
    const { step, settled, log } = await settle({
      eventName: "push",
      pullRequest: 7,
      answer: new Error("out of order"),
    });
    expect(settled).toBe(step);
    expect(log).toEqual([expect.stringContaining("commits of pull request 7 are not known")]);
  });
});
