import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub } from "@handrail/testkit";
import { createClient } from "./client.ts";
import type { CommentRequest, CurrentComment } from "./client.ts";
import { renderMarker } from "./marker.ts";

const LIST = "GET /repos/:o/:r/issues/:n/comments";
let github: GitHub;
let number = 0;
let time = Date.parse("2026-11-22T12:00:00Z");

beforeAll(async () => {
  github = await startGitHub({ now: () => time });
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  time += 60_000;
  number = github.addPullRequest().number;
});

function connect() {
  const silent = () => {};
  return createClient({
    token: github.token("github-actions"),
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    clock: virtualClock({ mode: "auto" }),
    log: { info: silent, warning: silent, debug: silent, group: silent, endGroup: silent },
    environment: {},
    random: () => 0.5,
  });
}

const bodyOf = (text: string, data: Record<string, string> = {}) =>
  `${renderMarker({ action: "terraform-plan", key: "live/prod", data: { pullRequest: number, ...data } })}\n${text}`;
const comment = (body: CommentRequest["body"]): CommentRequest => ({
  ...github.repository,
  pullRequest: number,
  action: "terraform-plan",
  key: "live/prod",
  body,
});
const textOf = (body: string) => body.slice(body.indexOf("\n") + 1);
const texts = () => github.comments(number).map((each) => textOf(each.body));
/** Wraps what is there, as the record of an apply does with a plan. */
const wrap = (current: CurrentComment | undefined) => bodyOf(`[${current === undefined ? "" : textOf(current.body)}]`);

describe("upsertComment with a function", () => {
  it("makes the new body from the comment that another run wrote, marker included", async () => {
    const { id } = await connect().upsertComment(comment(bodyOf("plan", { fingerprint: "hr1:00" })));
    time += 60_000;
    const seen: (CurrentComment | undefined)[] = [];
    const result = await connect().upsertComment(
      comment((current) => {
        seen.push(current);
        return wrap(current);
      }),
    );
    expect(result).toMatchObject({ id, change: "updated", isOutdated: false });
    expect(seen).toEqual([
      { id, body: expect.stringContaining("plan"), marker: expect.objectContaining({ action: "terraform-plan" }) },
    ]);
    expect(seen[0]?.marker.data["fingerprint"]).toBe("hr1:00");
    expect(texts()).toEqual(["[plan]"]);
  });

  it("is given nothing when there is no comment, and never its own writing", async () => {
    expect(await connect().upsertComment(comment(wrap))).toMatchObject({ change: "created" });
    expect(texts()).toEqual(["[]"]);
  });

  it.each(["commit-then-502", "reset-after-commit", "truncated-json"] as const)(
    "H097: %s wraps once",
    async (fault) => {
      await connect().upsertComment(comment(bodyOf("plan")));
      github.faults.add({ on: "PATCH /repos/:o/:r/issues/comments/:id", fault });
      await connect().upsertComment(comment(wrap));
      expect(texts()).toEqual(["[plan]"]);
    },
  );

  it.each(["commit-then-502", "reset-after-commit"] as const)("H097: %s asks once", async (fault) => {
    github.faults.add({ on: "POST /repos/:o/:r/issues/:n/comments", fault });
    const seen: (CurrentComment | undefined)[] = [];
    await connect().upsertComment(comment((current) => bodyOf(String(seen.push(current)))));
    expect([texts(), seen]).toEqual([["1"], [undefined]]);
  });

  it("is asked again for the comment of a run that was faster", async () => {
    const gate = github.hold("POST /repos/:o/:r/issues/:n/comments");
    const slow = connect().upsertComment(comment(wrap));
    await gate.arrived();
    github.addComment({
      author: "github-actions",
      body: renderMarker({
        action: "terraform-plan",
        key: "live/prod",
        data: { pullRequest: number },
        nonce: "n".repeat(16),
        since: Math.floor(time / 1_000) - 60,
      }).concat("\nfast"),
      issue: number,
    });
    gate.release();
    expect(await slow).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["[fast]"]);
  });

  it("is made again when the comment is deleted in between", async () => {
    const { id } = await connect().upsertComment(comment(bodyOf("plan")));
    const gate = github.hold("PATCH /repos/:o/:r/issues/comments/:id");
    const apply = connect().upsertComment(comment(wrap));
    await gate.arrived();
    github.deleteComment(id);
    gate.release();
    expect(await apply).toMatchObject({ change: "created" });
    expect(texts()).toEqual(["[]"]);
  });

  it("an apply that began before a newer plan leaves that plan's comment alone", async () => {
    await connect().upsertComment(comment(bodyOf("plan 1")));
    const apply = connect();
    await apply.viewerLogin();
    time += 600_000;
    const plan = await connect().upsertComment(comment(bodyOf("plan 2")));
    time += 60_000;
    expect(await apply.upsertComment(comment(wrap))).toMatchObject({
      id: plan.id,
      change: "unchanged",
      isOutdated: true,
    });
    expect(texts()).toEqual(["plan 2"]);
  });

  it("a plan that began before the apply does not overwrite its record", async () => {
    const plan = connect();
    await plan.viewerLogin();
    await connect().upsertComment(comment(bodyOf("plan 1")));
    time += 60_000;
    await connect().upsertComment(comment(wrap));
    expect(await plan.upsertComment(comment(bodyOf("plan 0")))).toMatchObject({ isOutdated: true });
    expect(texts()).toEqual(["[plan 1]"]);
  });

  it("one apply writes twice: what it is doing, and what came of it", async () => {
    await connect().upsertComment(comment(bodyOf("plan")));
    const apply = connect();
    await apply.upsertComment(comment(bodyOf("applying")));
    time += 60_000;
    expect(await apply.upsertComment(comment(bodyOf("applied")))).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["applied"]);
  });

  it("refuses a body with another marker", async () => {
    await expect(connect().upsertComment(comment(() => "no marker"))).rejects.toThrow(TypeError);
    expect(texts()).toEqual([]);
    github.faults.add({ on: LIST, fault: "502" });
    expect(await connect().upsertComment(comment(wrap))).toMatchObject({ change: "created" });
  });
});
