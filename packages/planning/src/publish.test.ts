import { describe, expect, it } from "@jest/globals";
import { GitHubFailure } from "@handrail/github";
import type { CommentRequest, CommentResult } from "@handrail/github/client";
import { decideComment, publishComment } from "./publish.ts";
import type { Publication } from "./publish.ts";
import { makeReport } from "../../report/src/report-fixture.ts";
import type { PlanReport } from "@handrail/report";

const written: CommentResult = {
  id: 5,
  url: "https://example.com/5",
  change: "created",
  foreign: [],
  isOutdated: false,
};

describe("decideComment", () => {
  it.each<["always" | "changes" | "never", PlanReport["result"], number | undefined, string]>([
    ["always", "changes", 7, "write"],
    ["always", "no-changes", 7, "write"],
    ["always", "failed", 7, "write"],
    ["always", "denied", 7, "write"],
    ["always", "changes", undefined, "none"],
    ["changes", "changes", 7, "write"],
    ["changes", "no-changes", 7, "update"],
    ["changes", "failed", 7, "write"],
    ["changes", "denied", 7, "write"],
    ["changes", "no-changes", undefined, "none"],
    ["never", "changes", 7, "none"],
    ["never", "failed", 7, "none"],
  ])("%s, %s on pull request %p: %s", (mode, result, pullRequest, decision) => {
    expect(decideComment(mode, result, pullRequest)).toBe(decision);
  });
});

describe("publishComment", () => {
  const requests: CommentRequest[] = [];
  async function publish(answer: Partial<CommentResult> | Error): Promise<Publication> {
    requests.length = 0;
    const upsertComment = (request: CommentRequest): Promise<CommentResult> => {
      requests.push(request);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ ...written, ...answer });
    };
    return publishComment(() => Promise.resolve({ upsertComment }), {
      report: makeReport({}),
      owner: "o",
      repo: "r",
      pullRequest: 7,
      body: "the body",
      isOnlyUpdate: true,
      startedAt: 1_700_000_000,
    });
  }

  it("asks for one comment under the report's label", async () => {
    expect(await publish({})).toEqual({ comment: { id: 5, url: "https://example.com/5" }, warnings: [] });
    const facts = { owner: "o", repo: "r", pullRequest: 7, body: "the body", isOnlyUpdate: true };
    const identity = { action: "terraform-plan", key: "live/prod", startedAt: 1_700_000_000 };
    expect(requests).toEqual([{ ...facts, ...identity }]);
  });

  it("has no comment when none was there to bring up to date", async () => {
    expect(await publish({ change: "none", id: 0, url: "" })).toEqual({ warnings: [] });
  });

  it("warns of each comment that only looks like ours", async () => {
    const { warnings } = await publish({ foreign: [11, 12] });
    expect(warnings).toEqual([expect.stringContaining("Comment 11"), expect.stringContaining("Comment 12")]);
  });

  it("says which permission is missing", async () => {
    const facts = { reason: "github-forbidden", what: "GitHub refused", remedy: "Grant it." } as const;
    const { comment, warnings } = await publish(new GitHubFailure({ ...facts, permission: "pull-requests: write" }));
    expect(comment).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining("The job needs `permissions: pull-requests: write`.")]);
  });

  it("never throws, also when the client cannot be loaded", async () => {
    const { warnings } = await publish(new TypeError("fetch failed"));
    expect(warnings).toEqual([expect.stringContaining("only in the step summary")]);
    const options = { report: makeReport({}), owner: "o", repo: "r", pullRequest: 7, body: "", isOnlyUpdate: false };
    const unloaded = await publishComment(() => Promise.reject(new Error("no module")), options);
    expect(unloaded).toEqual({ warnings: [expect.stringContaining("only in the step summary")] });
  });
});
