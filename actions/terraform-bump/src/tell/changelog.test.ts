/** Release notes over the real client, against a server that speaks GitHub's protocol. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createClient } from "@handrail/github/client";
import type { Request } from "@handrail/github/client";
import { startLoopback, virtualClock } from "@handrail/testkit";
import type { Answer, Loopback } from "@handrail/testkit";
import type { Update } from "../decide/update.ts";
import { fetchNotes, NOTES_LIMIT_BYTES } from "./changelog.ts";
import type { ReleaseNotes } from "./changelog.ts";
import { notePieces } from "./note-pieces.ts";
import { gitModule, provider, update } from "./proposal-fixture.ts";
import { parseRepository } from "./web-address.ts";

type Released = { tag_name: string; body?: unknown; draft?: boolean; published_at?: string; prerelease?: boolean };

let server: Loopback;
let releases: unknown[] = [];
let answer: (() => Answer) | undefined;

beforeAll(async () => {
  server = await startLoopback(({ query }) => {
    if (answer !== undefined) return answer();
    const size = Number(query.get("per_page"));
    const page = Number(query.get("page"));
    return { status: 200, body: releases.slice((page - 1) * size, page * size) };
  });
});
afterAll(() => server.close());
beforeEach(() => {
  answer = undefined;
  server.requests.length = 0;
});

function newRequest(signal?: AbortSignal): Request {
  const quiet = (): void => {};
  return createClient({
    token: "t",
    apiUrl: server.url,
    graphqlUrl: `${server.url}/graphql`,
    clock: virtualClock({ mode: "auto" }),
    log: { info: quiet, warning: quiet, debug: quiet, group: quiet, endGroup: quiet },
    environment: {},
    random: () => 0.5,
    ...(signal === undefined ? {} : { signal }),
  }).request;
}

const repository = parseRepository("https://github.com/hashicorp/terraform-provider-aws");
const aws = (from: string, to: string): Update => update({ dependency: provider("hashicorp", "aws"), from, to });
const released = (tag: string, body: unknown = `notes of ${tag}`, more: object = {}): Released => ({
  tag_name: tag,
  body,
  published_at: "2026-02-03T04:05:06Z",
  ...more,
});

function fetch(given: Update, list: unknown[], more: object = {}): Promise<ReleaseNotes | undefined> {
  releases = list;
  return fetchNotes(newRequest(), { update: given, repository, serverUrl: "https://github.com", ...more });
}

const versions = (notes: ReleaseNotes | undefined): string[] | undefined =>
  notes?.releases.map(({ version }) => version);

describe("fetchNotes", () => {
  it("takes what is newer than the version in use, up to the new one, newest first", async () => {
    const list = [
      released("v6.3.0"),
      released("v5.99.9"),
      released("v6.2.0"),
      released("v6.1.0"),
      released("v6.0.0"),
      released("nightly"),
    ];
    const notes = await fetch(aws("6.0.0", "6.2.0"), list);
    expect(notes).toEqual({
      url: "https://github.com/hashicorp/terraform-provider-aws/releases",
      releases: [
        { version: "6.2.0", tag: "v6.2.0", publishedAt: "2026-02-03", text: "notes of v6.2.0" },
        { version: "6.1.0", tag: "v6.1.0", publishedAt: "2026-02-03", text: "notes of v6.1.0" },
      ],
      more: 0,
      isCut: false,
      tag: "v6.2.0",
      formerTag: "v6.0.0",
    });
    expect(server.requests.map(({ path }) => path)).toEqual(["/repos/hashicorp/terraform-provider-aws/releases"]);
  });

  it("leaves out drafts, and pre-releases but the one that comes", async () => {
    const list = [
      released("v2.0.0-rc2"),
      released("v2.0.0-rc1"),
      released("v1.9.0", "x", { draft: true }),
      released("v1.8.0-beta1"),
      released("v1.8.0"),
    ];
    expect(versions(await fetch(aws("1.7.0", "2.0.0-rc1"), list))).toEqual(["2.0.0-rc1", "1.8.0"]);
  });

  it("knows its own tags in a repository of many modules", async () => {
    const network = gitModule("github.com/acme/modules", "https://github.com/acme/modules.git");
    const given = update({ dependency: network, from: "1.0.0", to: "1.2.0", tag: "vpc/v1.2.0" });
    const list = [
      released("dns/v1.1.5"),
      released("vpc/v1.2.0"),
      released("v1.1.0"),
      released("vpc/v1.1.0"),
      released("vpc/v1.0.0"),
    ];
    const notes = await fetch(given, list);
    expect(notes?.releases.map(({ tag }) => tag)).toEqual(["vpc/v1.2.0", "vpc/v1.1.0"]);
    expect(notes?.formerTag).toBe("vpc/v1.0.0");
  });

  it("reads 100 releases at most, and stops where only older ones follow", async () => {
    const many = Array.from({ length: 400 }, (_, at) => released(`v9.${400 - at}.0`));
    const notes = await fetch(aws("9.1.0", "9.400.0"), many);
    expect(server.requests).toHaveLength(2);
    expect((notes?.releases.length ?? 0) + (notes?.more ?? 0)).toBe(100);
    server.requests.length = 0;
    await fetch(aws("9.400.0", "9.401.0"), many);
    expect(server.requests).toHaveLength(1);
  });

  it("asks nobody about a repository that is elsewhere", async () => {
    const list = [released("v6.2.0")];
    for (const serverUrl of ["https://github.example.com", "https://acme.ghe.com"]) {
      expect(await fetch(aws("6.0.0", "6.2.0"), list, { serverUrl })).toBeUndefined();
    }
    expect(await fetch(aws("6.0.0", "6.2.0"), list, { repository: undefined })).toBeUndefined();
    expect(
      await fetch(aws("6.0.0", "6.2.0"), list, { repository: parseRepository("https://gitlab.com/a/b") }),
    ).toBeUndefined();
    expect(
      await fetch(aws("6.0.0", "6.2.0"), list, { repository: parseRepository("https://github.com/a/b/c") }),
    ).toBeUndefined();
    expect(server.requests).toEqual([]);
  });

  it("asks an enterprise server about its own repositories", async () => {
    const own = {
      serverUrl: "https://git.example.com",
      repository: parseRepository("https://git.example.com/acme/network"),
    };
    expect(versions(await fetch(aws("6.0.0", "6.2.0"), [released("v6.2.0")], own))).toEqual(["6.2.0"]);
  });

  it.each([
    ["not found", { status: 404, body: { message: "Not Found" } }],
    ["forbidden", { status: 403, body: { message: "Resource not accessible by integration" } }],
    ["a rate limit of an hour", { status: 429, headers: { "retry-after": "3600" }, body: {} }],
    ["down", { status: 503, body: "x" }],
    ["no list", { status: 200, body: { message: "x" } }],
    ["cut off", { status: 200, body: [], cut: "before" }],
    [
      "nothing of use",
      { status: 200, body: [null, 1, "x", [], {}, { tag_name: 3 }, { tag_name: "v6.1.0", body: 7, draft: true }] },
    ],
  ] as const)("gives up silently: %s", async (_, given) => {
    answer = () => ({ ...given });
    expect(await fetch(aws("6.0.0", "6.2.0"), [])).toBeUndefined();
  });

  it("takes a release without a text for one", async () => {
    const notes = await fetch(aws("6.0.0", "6.2.0"), [released("v6.2.0", null), { tag_name: "v6.1.0" }]);
    expect(notes?.releases).toMatchObject([{ text: "" }, { text: "", publishedAt: "" }]);
    expect(notePieces(aws("6.0.0", "6.2.0"), notes)[0]?.full).toContain("No notes.");
  });

  it("ends with the run", async () => {
    const reason = new Error("cancelled");
    const request = newRequest(AbortSignal.abort(reason));
    await expect(
      fetchNotes(request, { update: aws("6.0.0", "6.2.0"), repository, serverUrl: "https://github.com" }),
    ).rejects.toBe(reason);
  });

  it.each([
    "line of a note\n".repeat(8_000),
    "x".repeat(100_000),
    "😀".repeat(30_000),
    "```\n".repeat(20_000),
    "a\u0007\u200b".repeat(20_000),
  ])("H090: tells at most 10 KB of it: %#", async (body) => {
    const given = aws("6.0.0", "6.4.0");
    const notes = await fetch(
      given,
      ["v6.4.0", "v6.3.0", "v6.2.0"].map((tag) => released(tag, body)),
    );
    expect(notes).toMatchObject({ isCut: true, more: 2 });
    expect(Buffer.byteLength(notes?.releases.map(({ text }) => text).join("") ?? "")).toBeLessThanOrEqual(
      NOTES_LIMIT_BYTES,
    );
    const [piece] = notePieces(given, notes);
    expect(Buffer.byteLength(piece?.full ?? "")).toBeLessThanOrEqual(10_240);
    expect(piece?.full).toContain("the last one is cut, 2 older releases left out");
  });
});
