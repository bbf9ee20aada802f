import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { describeFailure, graphqlFailure } from "./answer-failure.ts";
import { GitHubFailure } from "./failure.ts";
import type { Outcome } from "./retry.ts";

const call = { method: "POST", path: "/repos/o/r/issues/7/comments" };
const status = (code: number, message = "", headers: Record<string, string> = {}): Outcome => ({
  kind: "status",
  status: code,
  message,
  headers: new Map(Object.entries(headers)),
});
const final = { retry: false, waitMs: 0, cause: "" };
const describeIt = (outcome: Outcome, permission?: string) =>
  describeFailure(permission === undefined ? call : { ...call, permission }, outcome, final);

describe("describeFailure", () => {
  it.each<[Outcome, string, string]>([
    [status(401, "Bad credentials"), "github-unauthorized", "expired"],
    [status(403, "Resource not accessible by integration"), "github-forbidden", "Resource not accessible"],
    [status(403, "Unable to create comment because issue is locked."), "github-locked", "locked"],
    [
      status(403, "Although you appear to have the correct authorization, the organization has an IP allow list"),
      "github-forbidden",
      "IP allow list",
    ],
    [status(404, "Not Found"), "github-not-found", "Not Found"],
    [status(410, "This issue was deleted"), "github-gone", "This issue was deleted"],
    [status(422, "Validation Failed"), "github-rejected", "Validation Failed"],
    [status(409, "Conflict"), "github-rejected", "Conflict"],
    [status(502, ""), "github-unavailable", "502"],
    [{ kind: "network", code: "ENOTFOUND", isSent: false }, "github-unavailable", "ENOTFOUND"],
    [{ kind: "garbage", code: "broken JSON" }, "github-bad-answer", "broken JSON"],
    [{ kind: "refused", code: "a URL outside of x" }, "github-refused-url", "a URL outside of x"],
  ])("%j is %s and says %j", (outcome, reason, says) => {
    const failure = describeIt(outcome);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toBeInstanceOf(GitHubFailure);
    expect([failure.reason, failure.what, failure.remedy]).toEqual([
      reason,
      expect.stringContaining(says),
      expect.stringMatching(/\w{3}.*\.$/),
    ]);
    expect(failure.status).toBe(outcome.kind === "status" ? outcome.status : undefined);
    expect(failure.message.split("\n")).toHaveLength(2);
  });

  it.each([
    ["issues=write; pull_requests=write", "issues: write"],
    ["pull_requests=read", "pull-requests: read"],
    ["contents=write,pull_requests=write", "contents: write"],
    ["", undefined],
    ["nonsense", undefined],
    ["x=everything", undefined],
  ])("H102: names the permission of the header %j", (header, permission) => {
    const failure = describeIt(
      status(403, "Resource not accessible by integration", { "x-accepted-github-permissions": header }),
    );
    expect(failure.permission).toBe(permission);
    expect(failure.what.includes(permission ?? "needs the permission")).toBe(permission !== undefined);
  });

  it("H102: what the caller knows about its needs goes before the header", () => {
    const outcome = status(403, "Resource not accessible by personal access token", {
      "x-accepted-github-permissions": "issues=write",
    });
    const failure = describeIt(outcome, "pull-requests: write");
    expect([failure.permission, failure.remedy]).toEqual([
      "pull-requests: write",
      expect.stringContaining("`pull-requests: write`"),
    ]);
  });

  it.each<[number, string, string, string | undefined]>([
    [403, "GitHub Actions is not permitted to create or approve pull requests.", "github-pulls-not-allowed", undefined],
    [403, "Repository was archived so is read-only.", "github-archived", undefined],
    [
      422,
      "Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n",
      "github-rules",
      undefined,
    ],
    [422, "Reference update failed", "github-rules", undefined],
    [
      403,
      "refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission",
      "github-forbidden",
      "workflows: write",
    ],
    [
      404,
      "refusing to allow an OAuth App to create or update workflow `.github/workflows/ci.yml` without `workflow` scope",
      "github-forbidden",
      "workflows: write",
    ],
  ])("knows the refusal %i %j", (code, message, reason, permission) => {
    const failure = describeIt(status(code, message));
    expect(failure).toMatchObject({ reason, status: code, says: message.replaceAll("\n", " ").trim() });
    expect(failure.permission).toBe(permission);
    expect(failure.remedy).toMatch(/\w{3}.*\.$/);
  });

  it("takes GraphQL's errors for what REST would have answered", () => {
    const of = (errors: unknown) => graphqlFailure({ errors }, { path: "/graphql x", permission: "contents: write" });
    expect(of(undefined)).toBeUndefined();
    expect(of([])).toBeUndefined();
    expect(of([{ type: "FORBIDDEN", message: "Resource not accessible by integration" }])).toMatchObject({
      reason: "github-forbidden",
      permission: "contents: write",
    });
    expect(of([{ type: "NOT_FOUND", message: "Could not resolve" }])).toMatchObject({ reason: "github-not-found" });
    expect(of([{ message: "a" }, { message: "b" }, 7])).toMatchObject({ reason: "github-rejected", says: "a; b;" });
  });

  it("H099: names how long a limit would make us wait", () => {
    const failure = describeFailure(call, status(429), { ...final, limitMs: 3_600_500 });
    expect([failure.reason, failure.what]).toEqual(["github-rate-limited", expect.stringContaining("1h")]);
  });

  it("quotes GitHub's words on one harmless, short line", () => {
    const { what } = describeIt(status(422, `::error::x\n\u001B[31m\u202E##[error]y${"z".repeat(5_000)}`));
    expect(what).not.toMatch(/\n|\u001B|\u202E|##\[|"::/);
    expect(what.length).toBeLessThan(600);
  });
});
