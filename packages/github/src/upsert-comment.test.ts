import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { createClient } from "./client.ts";
import type { ClientOptions } from "./client.ts";
import { parseMarker, renderMarker } from "./marker.ts";
import type { Marker } from "./marker.ts";

const POST = "POST /repos/:o/:r/issues/:n/comments";
const LIST = "GET /repos/:o/:r/issues/:n/comments";
const PATCH = "PATCH /repos/:o/:r/issues/comments/:id";
const OUR_LOGIN = "github-actions[bot]";

let github: GitHub;
let number = 0;
let first = 0;
let time = Date.parse("2026-11-22T12:00:00Z");

beforeAll(async () => {
  github = await startGitHub({ now: () => time });
});
afterAll(async () => {
  await github.close();
});
beforeEach(() => {
  github.faults.clear();
  github.permit(undefined);
  number = github.addPullRequest().number;
  first = github.requests.length;
});

/** What was asked since the test began, as `GET list`. */
const calls = () =>
  github.requests.slice(first).map((each) => `${each.method} ${each.path.split("/").slice(-1)[0] ?? ""}`);
const comments = () => github.comments(number);
const ours = () => comments().filter((each) => each.author === OUR_LOGIN);

function setUp(options: Partial<ClientOptions> = {}) {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const log = { info: write, warning: write, debug: () => {}, group: write, endGroup: () => {} };
  const clock = virtualClock({ mode: "auto" });
  const client = createClient({
    token: github.token("github-actions"),
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    clock,
    log,
    environment: {},
    random: () => 0.5,
    ...options,
  });
  return { client, clock, lines };
}

const marker = (data: Marker["data"] = {}): Marker => ({
  action: "terraform-plan",
  key: "live/prod",
  data: { pullRequest: number, ...data },
});
const comment = (text: string, given: Marker = marker()) => ({
  ...github.repository,
  pullRequest: number,
  action: given.action,
  key: given.key,
  body: `${renderMarker(given)}\n${text}`,
});
const isGenuine = (found: Marker) => found.mac === "proof";
const textOf = (body: string) => body.slice(body.indexOf("\n") + 1);

describe("upsertComment", () => {
  it("creates, updates in place, and leaves an unchanged comment alone", async () => {
    const { client } = setUp();
    const created = await client.upsertComment(comment("one"));
    expect(created).toMatchObject({ change: "created", foreign: [], isOutdated: false });
    expect(calls()).toEqual(["GET comments", "POST comments", "GET comments"]);
    expect(created.url).toContain(`#issuecomment-${created.id}`);
    first = github.requests.length;
    expect(await client.upsertComment(comment("one"))).toMatchObject({ change: "unchanged", id: created.id });
    expect(calls()).toEqual(["GET comments"]);
    first = github.requests.length;
    expect(await client.upsertComment(comment("two"))).toMatchObject({ change: "updated", id: created.id });
    expect(calls()).toEqual(["GET comments", `PATCH ${created.id}`]);
    expect(comments().map((each) => textOf(each.body))).toEqual(["two"]);
  });

  it("asks once who we are, and only when there is something to tell apart", async () => {
    await setUp().client.upsertComment(comment("one"));
    expect(calls()).not.toContain("POST graphql");
    first = github.requests.length;
    const { client } = setUp();
    await client.upsertComment(comment("two"));
    await client.upsertComment(comment("three"));
    expect(calls().filter((each) => each === "POST graphql")).toHaveLength(1);
  });

  it("keeps one comment for each action and key", async () => {
    const { client } = setUp();
    const keys = ["live/prod", "live/test", "__proto__"];
    for (const key of keys) await client.upsertComment(comment(key, { ...marker(), key }));
    await client.upsertComment(comment("drift", { ...marker(), action: "terraform-drift" }));
    for (const key of keys) {
      expect(await client.upsertComment(comment(`${key} 2`, { ...marker(), key }))).toMatchObject({
        change: "updated",
      });
    }
    expect(comments().map((each) => textOf(each.body))).toEqual(["live/prod 2", "live/test 2", "__proto__ 2", "drift"]);
  });

  it("H105: finds its comment on the last of many pages", async () => {
    for (let at = 0; at < 230; at += 1) github.addComment({ author: "mona", body: `remark ${at}`, issue: number });
    const { client } = setUp();
    const { id } = await client.upsertComment(comment("one"));
    for (let at = 0; at < 80; at += 1) github.addComment({ author: "mona", body: `late remark ${at}`, issue: number });
    expect(await client.upsertComment(comment("two"))).toMatchObject({ change: "updated", id });
    const last = github.requests.findLast((each) => each.method === "GET");
    expect(last?.query.get("page")).toBe("4");
    expect(last?.query.get("per_page")).toBe("100");
  });

  it("H025: a person's comment with our marker is never touched, and named", async () => {
    const stolen = github.addComment({ author: "mona", body: comment("evil").body, issue: number });
    const { client } = setUp();
    const made = await client.upsertComment(comment("plan"));
    const again = await client.upsertComment(comment("plan 2"));
    expect([made.change, again.change]).toEqual(["created", "updated"]);
    expect([made.foreign, again.foreign]).toEqual([[stolen.id], [stolen.id]]);
    expect(comments()[0]).toEqual(stolen);
    expect(ours().map((each) => textOf(each.body))).toEqual(["plan 2"]);
  });

  it("H026: a copied marker in another workflow's comment of our login is no comment of ours", async () => {
    const { client } = setUp();
    const made = await client.upsertComment(comment("plan"));
    const copy = github.addComment({
      author: "github-actions",
      body: `${ours()[0]?.body ?? ""} echoed`,
      issue: number,
    });
    const elsewhere = github.addComment({
      author: "github-actions",
      body: comment("x", marker({ pullRequest: 1 })).body,
      issue: number,
    });
    const result = await client.upsertComment(comment("plan 2"));
    expect(result).toMatchObject({ id: made.id, change: "updated", foreign: [copy.id, elsewhere.id] });
    expect(comments().slice(1)).toEqual([copy, elsewhere]);
  });

  it("H026: with a proof, a forged marker of our login is not ours either", async () => {
    const forged = github.addComment({
      author: "github-actions",
      body: comment("x", { ...marker(), nonce: "n".repeat(16) }).body,
      issue: number,
    });
    const { client } = setUp();
    const wanted = { ...comment("plan", { ...marker(), mac: "proof" }), isGenuine };
    expect(await client.upsertComment(wanted)).toMatchObject({ change: "created", foreign: [forged.id] });
    expect(await client.upsertComment({ ...wanted, body: `${wanted.body}!` })).toMatchObject({
      change: "updated",
      foreign: [forged.id],
    });
    expect(comments()[0]).toEqual(forged);
  });

  it("H107: a ghost's comment is not ours", async () => {
    const ghost = github.addComment({
      author: null,
      body: comment("x", { ...marker(), nonce: "n".repeat(16) }).body,
      issue: number,
    });
    expect(await setUp().client.upsertComment(comment("plan"))).toMatchObject({
      change: "created",
      foreign: [ghost.id],
    });
    github.faults.add({ on: LIST, fault: "null-user", nth: "all" });
    const result = await setUp().client.upsertComment(comment("plan 2"));
    expect(result).toMatchObject({ change: "created" });
    expect(ours()).toHaveLength(2);
  });

  it("a comment that a maintainer edited is still ours and is set right", async () => {
    const { client } = setUp();
    const { id } = await client.upsertComment(comment("plan"));
    github.editComment(id, `${ours()[0]?.body ?? ""}\napproved!`, "maintainer");
    expect(await client.upsertComment(comment("plan"))).toMatchObject({ change: "updated", id });
    expect(ours().map((each) => textOf(each.body))).toEqual(["plan"]);
  });

  it.each<GitHubFault>([
    "commit-then-502",
    "commit-then-504",
    "reset-after-commit",
    "reset-mid-body",
    "truncated-json",
    "wrong-content-type",
  ])("H097: %s on the creating POST ends in exactly one comment", async (fault) => {
    github.faults.add({ on: POST, fault });
    const result = await setUp().client.upsertComment(comment("plan"));
    expect(result).toMatchObject({ change: "created", id: ours()[0]?.id });
    expect(comments()).toHaveLength(1);
    expect(calls().filter((each) => each.startsWith("POST comments"))).toHaveLength(1);
  });

  it.each<GitHubFault>(["502", "500", "503", "504", "reset-before", "html-200", "empty-200"])(
    "H097: %s without an effect is repeated after a look at the list",
    async (fault) => {
      github.faults.add({ on: POST, fault, nth: [1, 2] });
      expect(await setUp().client.upsertComment(comment("plan"))).toMatchObject({ change: "created" });
      expect(comments()).toHaveLength(1);
      expect(calls().join()).toMatch(
        /^GET comments,POST comments,GET comments,POST comments,GET comments,POST comments/,
      );
    },
  );

  it("H097: gives up after three lost POSTs, one of which was stored, and the next run adopts that comment", async () => {
    github.faults.add({ on: POST, fault: "502", nth: [1, 2, 3] });
    await expect(setUp().client.upsertComment(comment("plan"))).rejects.toMatchObject({ reason: "github-unavailable" });
    expect(comments()).toHaveLength(0);
    github.faults.clear();
    github.faults.add({ on: POST, fault: "commit-then-502", nth: "all" });
    github.faults.add({ on: LIST, fault: "502", nth: [2, 3, 4, 5, 6] });
    await expect(setUp().client.upsertComment(comment("plan"))).rejects.toMatchObject({ reason: "github-unavailable" });
    expect(await setUp().client.upsertComment(comment("plan 2"))).toMatchObject({
      change: "updated",
      id: ours()[0]?.id,
    });
    expect(comments()).toHaveLength(1);
  });

  it.each<GitHubFault>(["commit-then-502", "502", "reset-after-commit", "reset-before", "truncated-json"])(
    "%s on the PATCH is simply repeated",
    async (fault) => {
      await setUp().client.upsertComment(comment("plan"));
      github.faults.add({ on: PATCH, fault });
      expect(await setUp().client.upsertComment(comment("plan 2"))).toMatchObject({ change: "updated" });
      expect(comments().map((each) => textOf(each.body))).toEqual(["plan 2"]);
    },
  );

  it("H099: a repeated PATCH keeps the pause between changes, however small the jitter", async () => {
    await setUp().client.upsertComment(comment("plan"));
    github.faults.add({ on: PATCH, fault: "502", nth: [1, 2] });
    const { client, clock } = setUp({ random: () => 0 });
    await client.upsertComment(comment("plan 2"));
    expect(clock.sleeps).toEqual([1_000, 1_000]);
  });

  it("H103: a comment deleted between list and update is created once more", async () => {
    const { client } = setUp();
    const { id } = await client.upsertComment(comment("plan"));
    const held = github.hold(PATCH);
    const pending = client.upsertComment(comment("plan 2"));
    await held.arrived();
    github.deleteComment(id);
    held.remove();
    expect(await pending).toMatchObject({ change: "created" });
    expect(ours().map((each) => textOf(each.body))).toEqual(["plan 2"]);
  });

  it("H106: three runs that list at the same moment end with one comment, the one with the lowest id", async () => {
    github.barrier(LIST, 3);
    const racers = await Promise.all(["a", "b", "c"].map((text) => setUp().client.upsertComment(comment(text))));
    expect(comments()).toHaveLength(1);
    const created = github.requests
      .slice(first)
      .filter((each) => each.method === "POST" && each.path.endsWith("/comments"));
    expect(created).toHaveLength(3);
    expect(new Set(racers.map((each) => each.id))).toEqual(new Set([ours()[0]?.id]));
    const deleted = github.requests.slice(first).filter((each) => each.method === "DELETE");
    expect(deleted.map((each) => Number(each.path.split("/").at(-1)))).not.toContain(ours()[0]?.id);
    expect(deleted).toHaveLength(2);
    first = github.requests.length;
    const last = await setUp().client.upsertComment(comment("d"));
    expect([last.change, comments().length]).toEqual(["updated", 1]);
  });

  it("H106: the run that started last has the last word, in every order of arrival", async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [1, 0, 2],
    ]) {
      number = github.addPullRequest().number;
      const racers = [0, 1, 2].map(() => setUp());
      for (const { client } of racers) {
        time += 5_000;
        await client.viewerLogin(); // a run's start: its first word with GitHub
      }
      const barrier = github.barrier(LIST, 3);
      await Promise.all(order.map((at) => racers[at]?.client.upsertComment(comment(`racer ${at}`))));
      barrier.remove();
      expect(comments().map((each) => textOf(each.body))).toEqual(["racer 2"]);
    }
  });

  it("leaves the comment to a run that started later and says so", async () => {
    const early = setUp();
    await early.client.viewerLogin();
    time += 60_000;
    const { id } = await setUp().client.upsertComment(comment("newer"));
    expect(await early.client.upsertComment(comment("older"))).toMatchObject({
      id,
      change: "unchanged",
      isOutdated: true,
    });
    expect(early.lines).toEqual([`Comment ${id} shows a run that started later; it stays as it is.`]);
    expect(comments().map((each) => textOf(each.body))).toEqual(["newer"]);
  });

  it("H129: a post step names its run's start by the local clock, however wrong that is", async () => {
    const skew = Date.parse("2026-11-20T00:00:00Z");
    const start = (seconds: number) => Math.floor(skew / 1_000) - seconds;
    const { id } = await setUp().client.upsertComment(comment("first"));
    time += 600_000;
    const late = setUp({ clock: virtualClock({ mode: "auto", start: skew }) });
    expect(await late.client.upsertComment({ ...comment("in time"), startedAt: start(300) })).toMatchObject({
      id,
      change: "updated",
    });
    const early = setUp({ clock: virtualClock({ mode: "auto", start: skew }) });
    expect(await early.client.upsertComment({ ...comment("too old"), startedAt: start(599) })).toMatchObject({
      id,
      isOutdated: true,
    });
    for (const startedAt of [Number.NaN, 0, -5, 1e300]) {
      time += 1_000;
      expect(await setUp().client.upsertComment({ ...comment(`odd ${startedAt}`), startedAt })).toMatchObject({
        change: "updated",
      });
    }
  });

  it("only brings a comment up to date when asked to create none", async () => {
    const only = { ...comment("one"), isOnlyUpdate: true };
    expect(await setUp().client.upsertComment(only)).toEqual({
      id: 0,
      url: "",
      change: "none",
      foreign: [],
      isOutdated: false,
    });
    expect(calls()).toEqual(["GET comments"]);
    const { id } = await setUp().client.upsertComment(comment("two"));
    expect(await setUp().client.upsertComment(only)).toMatchObject({ id, change: "updated" });
  });

  it("a marker that claims to come from the future does not stop us", async () => {
    const body = comment("x", { ...marker(), nonce: "n".repeat(16), since: 9_999_999_999 }).body;
    github.addComment({ author: "github-actions", body, issue: number });
    expect(await setUp().client.upsertComment(comment("plan"))).toMatchObject({ change: "updated" });
  });

  it("what a killed run left behind is reported, not deleted", async () => {
    const old = Math.floor(time / 1_000) - 3_600;
    const made = ["a", "b"].map((text) =>
      github.addComment({
        author: "github-actions",
        body: comment(text, { ...marker(), nonce: text.repeat(16), since: old }).body,
        issue: number,
      }),
    );
    const result = await setUp().client.upsertComment(comment("plan"));
    expect(result).toMatchObject({ id: made[0]?.id, change: "updated", foreign: [made[1]?.id] });
    expect(comments()).toHaveLength(2);
  });

  it("H102: without the permission it names the permission and leaves no trace", async () => {
    github.permit({ contents: "read", "pull-requests": "read" });
    await expect(setUp().client.upsertComment(comment("plan"))).rejects.toMatchObject({
      name: "GitHubFailure",
      reason: "github-forbidden",
      status: 403,
      permission: "pull-requests: write",
      remedy: expect.stringMatching(/`permissions:` with `pull-requests: write`.*fork/),
    });
    expect(calls()).toEqual(["GET comments", "POST comments"]);
  });

  it("H104: a locked conversation and a deleted issue are failures of their own", async () => {
    github.issue(number).isLocked = true;
    await expect(setUp().client.upsertComment(comment("plan"))).rejects.toMatchObject({
      reason: "github-locked",
      status: 403,
    });
    github.faults.add({ on: POST, fault: "410" });
    await expect(setUp().client.upsertComment(comment("plan"))).rejects.toMatchObject({
      reason: "github-gone",
      status: 410,
    });
    github.faults.add({ on: LIST, fault: "404" });
    await expect(setUp().client.upsertComment(comment("plan"))).rejects.toMatchObject({
      reason: "github-not-found",
      status: 404,
    });
    expect(comments()).toHaveLength(0);
  });

  it("H104: a closed or merged pull request still gets its comment", async () => {
    github.issue(number).state = "closed";
    expect(await setUp().client.upsertComment(comment("plan"))).toMatchObject({ change: "created" });
  });

  it("H101: a revoked token ends the attempt at once", async () => {
    const { client, clock } = setUp({ token: "ghs_revoked" });
    await expect(client.upsertComment(comment("plan"))).rejects.toMatchObject({
      reason: "github-unauthorized",
      status: 401,
    });
    expect([calls(), clock.sleeps]).toEqual([["GET comments"], []]);
  });

  it("H099: a secondary limit on the POST is waited out; one comment, no two mutations within a second", async () => {
    github.faults.add({ on: POST, fault: "403-secondary", retryAfter: 7 });
    github.faults.add({ on: POST, fault: "429", nth: 2 });
    const { client, clock } = setUp();
    expect(await client.upsertComment(comment("plan"))).toMatchObject({ change: "created" });
    expect(comments()).toHaveLength(1);
    expect(clock.sleeps.map((ms) => Math.round(ms / 1_000))).toEqual([8, 121]);
    await Promise.all([
      client.upsertComment(comment("plan 2")),
      client.upsertComment(comment("other", { ...marker(), key: "b" })),
    ]);
    expect(clock.sleeps.slice(2)).toEqual([1_000, 1_000]);
  });

  it("H033: the longest comment GitHub takes is taken, marker filled in", async () => {
    const { client } = setUp();
    const room = 65_536 - comment("").body.length;
    expect(await client.upsertComment(comment("x".repeat(room)))).toMatchObject({ change: "created" });
    expect(ours()[0]?.body).toHaveLength(65_536);
    expect(parseMarker(ours()[0]?.body ?? "")).toMatchObject({ key: "live/prod", nonce: expect.any(String) });
    const tooLong = comment("x".repeat(room + 1), { ...marker(), key: "live/prox" });
    await expect(client.upsertComment(tooLong)).rejects.toMatchObject({ reason: "github-rejected", status: 422 });
  });

  it("refuses a body that does not start with its own marker", async () => {
    await expect(setUp().client.upsertComment({ ...comment("x"), key: "another" })).rejects.toThrow(TypeError);
    expect(comments()).toHaveLength(0);
  });

  it("works for people's tokens and other Apps, which have other logins", async () => {
    for (const who of ["mona", "app"]) {
      const client = () => setUp({ token: github.token(who) }).client;
      await client().upsertComment(comment("one"));
      expect(await client().upsertComment(comment("two"))).toMatchObject({ change: "updated" });
    }
    expect(comments().map((each) => each.author)).toEqual(["mona", "handrail-app[bot]"]);
  });
});
