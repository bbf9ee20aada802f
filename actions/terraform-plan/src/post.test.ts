/** After a cancelled step: who is waited for, how long, what is said, and what is gone. */
import { describe, expect, it } from "@jest/globals";
import { parseContext } from "@handrail/github";
import type { CommentRequest } from "@handrail/github/client";
import { createRedactor } from "@handrail/runner";
import type { Host } from "@handrail/runner/host";
import { renderComment, virtualClock } from "@handrail/testkit";
import type { VirtualClock } from "@handrail/testkit";
import { readPlanInputs } from "@handrail/planning";
import { runPost } from "./post.ts";
import type { PlanStep } from "@handrail/planning";

const never = (): never => {
  throw new Error("not meant to be called");
};

/** What the cancelled step left, and when each of its processes ends, in milliseconds. */
type Given = {
  state?: Record<string, string>;
  ends?: Record<number, number>;
  environment?: Record<string, string>;
  pullRequest?: undefined;
  problem?: Error;
};

type Told = { clock: VirtualClock; summary: string; comments: CommentRequest[]; warnings: string[]; removed: string[] };

async function post(given: Given): Promise<Told> {
  const clock = virtualClock({ mode: "auto" });
  const told: Told = { clock, summary: "", comments: [], warnings: [], removed: [] };
  const state: Record<string, string> = { pids: "11 12", started: "1700000000", ...given.state };
  const log = {
    info: never,
    warning: (text: string) => told.warnings.push(text),
    debug: never,
    group: never,
    endGroup: never,
  };
  const cancelled = new AbortController().signal;
  const host: Host = {
    environment: {},
    log,
    redactor: createRedactor(),
    clock,
    exec: never,
    cancelled,
    mask: never,
    annotate: never,
    summary: (markdown) => {
      told.summary += markdown;
    },
    output: never,
    saveState: never,
    state: (name) => state[name],
    addPath: never,
    exportToken: never,
    temporaryDirectory: never,
    readEvent: never,
  };
  const step: PlanStep = {
    inputs: readPlanInputs({ "INPUT_GITHUB-TOKEN": "a token", ...given.environment }),
    context: parseContext({ GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "5ha" }, {}),
    target: {
      directory: "infra",
      path: "/checkout/infra",
      workspacePath: "/checkout",
      outputDirectory: "/out",
      privateDirectory: "/private",
      environment: {},
    },
    pullRequest: "pullRequest" in given ? undefined : 7,
    deps: {
      terraform: {
        version: never,
        selectedWorkspace: () => "staging",
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
          changedFiles: never,
          pullRequest: never,
          upsertComment: (request) => {
            told.comments.push(request);
            if (given.problem !== undefined) return Promise.reject(given.problem);
            return Promise.resolve({ id: 5, url: "", change: "updated", foreign: [], isOutdated: false });
          },
        }),
      exec: never,
      files: {
        readText: never,
        list: never,
        readBytes: never,
        openPlan: never,
        write: never,
        remove: (path) => told.removed.push(`${path} at ${clock.elapsed}`),
      },
      randomBytes: never,
      host: { log, annotate: never, redactor: host.redactor, cancelled },
    },
  };
  await runPost(step, host, (pid) => clock.elapsed < (given.ends?.[pid] ?? 0));
  return { ...told, summary: renderComment(told.summary).text };
}

describe("runPost", () => {
  it("waits until every process is gone, and only then removes the plan in clear", async () => {
    const { clock, removed, summary } = await post({ ends: { 11: 1_000, 12: 90_000 } });
    expect(clock.elapsed).toBe(90_000);
    expect(removed).toEqual(["/private/plan.tfplan at 90000", "/private/plan-document.json at 90000"]);
    expect(summary).toContain("Terraform was asked to stop, and ended by itself");
  });

  it("does not wait for what has ended", async () => {
    expect((await post({})).clock.sleeps).toEqual([]);
  });

  it("gives up before the runner does, names the process, and removes what is in clear all the same", async () => {
    const { clock, removed, summary } = await post({ ends: { 11: 1_000, 12: Infinity } });
    expect(clock.elapsed).toBeGreaterThanOrEqual(240_000);
    expect(clock.elapsed).toBeLessThan(300_000);
    expect(summary).toContain("process 12");
    expect(summary).not.toContain("11, 12");
    expect(summary).toContain("If the state stays locked");
    expect(removed).toHaveLength(2);
  });

  it("brings the comment of this label up to date, unless a newer run has", async () => {
    const { comments, warnings } = await post({});
    expect(comments).toMatchObject([
      { owner: "o", repo: "r", pullRequest: 7, key: "infra (staging)", isOnlyUpdate: false, startedAt: 1_700_000_000 },
    ]);
    const body = comments[0]?.body;
    expect(typeof body === "function" ? body(undefined) : body).toContain("cancelled");
    expect(warnings).toEqual([]);
  });

  it("keeps the label that was given", async () => {
    const { comments } = await post({ environment: { INPUT_LABEL: "production" } });
    expect(comments.map(({ key }) => key)).toEqual(["production"]);
  });

  it("proves the comment with the seal key", async () => {
    const environment = { "INPUT_SEAL-KEY": "0123456789abcdef" };
    const [open] = (await post({})).comments;
    const [sealed] = (await post({ environment })).comments;
    expect(open?.isGenuine).toBeUndefined();
    expect(sealed?.isGenuine?.({ action: "terraform-plan", key: "infra", data: {}, mac: "forged" })).toBe(false);
    expect(sealed?.body).not.toBe(open?.body);
  });

  it.each<[string, Given]>([
    ["comment is never", { environment: { INPUT_COMMENT: "never" } }],
    ["there is no pull request", { pullRequest: undefined }],
  ])("tells only the summary when %s", async (_, given) => {
    const { comments, summary } = await post(given);
    expect(comments).toEqual([]);
    expect(summary).toContain("cancelled");
  });

  it("warns when the comment cannot be written, and fails nothing", async () => {
    const { warnings } = await post({ problem: new Error("out of order") });
    expect(warnings).toEqual([expect.stringContaining("only in the step summary")]);
  });
});
