import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startGitHub, virtualClock } from "@handrail/testkit";
import type { GitHub, GitHubFault } from "@handrail/testkit";
import { createClient } from "./client.ts";
import { renderMarker } from "./marker.ts";
import type { Marker } from "./marker.ts";

const LIST = "GET /repos/:o/:r/issues/:n/comments";
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

function connect(who = "github-actions") {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const client = createClient({
    token: github.token(who),
    apiUrl: github.apiUrl,
    graphqlUrl: github.graphqlUrl,
    clock: virtualClock({ mode: "auto" }),
    log: { info: write, warning: write, debug: write, group: write, endGroup: () => {} },
    environment: {},
    random: () => 0.5,
  });
  const marker = (): Marker => ({
    action: "terraform-plan",
    key: "live/prod",
    data: { pullRequest: number, fingerprint: "hr1:00" },
    mac: "proof",
  });
  const where = () => ({ ...github.repository, pullRequest: number, action: "terraform-plan", key: "live/prod" });
  return {
    lines,
    write: (text: string) => client.upsertComment({ ...where(), body: `${renderMarker(marker())}\n${text}` }),
    find: (isGenuine?: (found: Marker) => boolean) =>
      client.findComment({ ...where(), ...(isGenuine === undefined ? {} : { isGenuine }) }),
  };
}

const calls = () => github.requests.slice(first).map((each) => `${each.method} ${each.path.split("/").at(-1) ?? ""}`);

describe("findComment", () => {
  it.each(["github-actions", "app", "mona"])("finds what %s wrote, and its own updates are no edits", async (who) => {
    const { write, find } = connect(who);
    expect(await find()).toBeUndefined();
    const { id, url } = await write("one");
    expect(await find()).toEqual({
      id,
      url,
      body: github.comments(number)[0]?.body,
      marker: expect.objectContaining({ action: "terraform-plan", key: "live/prod", mac: "proof" }),
      isEdited: false,
      foreign: [],
    });
    await connect(who).write("two");
    const found = await find();
    expect(found).toMatchObject({ id, isEdited: false });
    expect(found?.body).toMatch(/\ntwo$/u);
    expect(found).not.toHaveProperty("editor");
  });

  it("only reads, and reading is enough", async () => {
    await connect().write("one");
    github.permit({ "pull-requests": "read" });
    first = github.requests.length;
    expect(await connect().find()).toMatchObject({ isEdited: false });
    expect(calls()).toEqual(["GET comments", "POST graphql", "POST graphql"]);
  });

  it("sees an edit by anybody else, until the comment is written anew", async () => {
    const { id } = await connect().write("one");
    time += 60_000;
    github.editComment(id, `${github.comments(number)[0]?.body ?? ""} and more`, "mallory");
    expect(await connect().find()).toMatchObject({ id, isEdited: true, editor: "mallory" });
    time += 60_000;
    await connect().write("two");
    expect(await connect().find()).toMatchObject({ id, isEdited: false });
  });

  it("sees an edit while our run was at work, also below our own update", async () => {
    const { id } = await connect().write("one");
    time += 60_000;
    const apply = connect();
    expect(await apply.find()).toMatchObject({ isEdited: false });
    time += 60_000;
    github.editComment(id, `${github.comments(number)[0]?.body ?? ""} forged`, "mallory");
    await apply.write("record");
    expect(await connect().find()).toMatchObject({ isEdited: true, editor: "mallory" });
  });

  it("sees an edit by another App", async () => {
    const { id } = await connect().write("one");
    github.editComment(id, `${github.comments(number)[0]?.body ?? ""}!`, "app:other");
    expect(await connect().find()).toMatchObject({ isEdited: true, editor: "other" });
  });

  it("H025 H026: names look-alikes, and is not fooled by them", async () => {
    const stolen = github.addComment({
      author: "mona",
      body: renderMarker({ ...fakeMarker(), nonce: "n".repeat(16) }),
      issue: number,
    });
    expect(await connect().find()).toBeUndefined();
    const { id } = await connect().write("one");
    const copy = github.addComment({
      author: "github-actions",
      body: github.comments(number)[1]?.body ?? "",
      issue: number,
    });
    expect(await connect().find()).toMatchObject({ id, foreign: [stolen.id, copy.id] });
    expect(await connect().find((marker) => marker.mac === "other")).toBeUndefined();
    expect(await connect().find((marker) => marker.mac === "proof")).toMatchObject({ id });
  });

  it("H105: looks on every page", async () => {
    for (let at = 0; at < 120; at += 1) github.addComment({ author: "mona", body: `remark ${at}`, issue: number });
    const { id } = await connect().write("one");
    expect(await connect().find()).toMatchObject({ id, isEdited: false });
  });

  it.each<GitHubFault>(["500", "403-permission", "html-200", "410"])(
    "when GraphQL answers with %s nobody knows",
    async (fault) => {
      const { id } = await connect().write("one");
      const { find, lines } = connect();
      github.faults.add({ on: "POST /graphql", body: "userContentEdits", fault, nth: "all" });
      expect(await find()).toMatchObject({ id, isEdited: undefined });
      expect(lines.at(-1)).toContain("does not tell who edited a comment");
    },
  );

  it("H098: a fault that passes is overcome", async () => {
    const { id } = await connect().write("one");
    github.faults.add({ on: LIST, fault: "502" });
    github.faults.add({ on: "POST /graphql", body: "userContentEdits", fault: "reset-before" });
    expect(await connect().find()).toMatchObject({ id, isEdited: false });
  });

  it("H102: names the permission to read, not to write", async () => {
    github.permit({ contents: "read" });
    await expect(connect().find()).rejects.toMatchObject({
      reason: "github-forbidden",
      permission: "pull-requests: read",
    });
    await expect(connect().write("one")).rejects.toMatchObject({ permission: "pull-requests: write" });
    github.permit(undefined);
    github.faults.add({ on: LIST, fault: "404" });
    await expect(connect().find()).rejects.toMatchObject({ reason: "github-not-found" });
  });

  function fakeMarker(): Marker {
    return { action: "terraform-plan", key: "live/prod", data: { pullRequest: number } };
  }
});
