/** The target http: its cases, its words, and that nothing but right answers of the application in a row is a success. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { cacheOf } from "./cache.ts";
import { judge, readExpectation } from "./expectation.ts";
import { textAt } from "./json-path.ts";
import { nextOfProbes } from "./machine.ts";
import type { HttpState } from "./machine.ts";
import { open, parks } from "./model-fixture.ts";
import { drive, handClock } from "../hand-clock-fixture.ts";
import { exchangeOver } from "./exchange-fixture.ts";
import type { Asked } from "./exchange-fixture.ts";
import { autoClock, callBudget, doorsWith, play, scenarios } from "../replay-fixture.ts";
import type { Ops, Told } from "../replay-fixture.ts";
import { createHttpTarget } from "./target.ts";
import type { HttpSettings } from "./target.ts";

const plain: HttpSettings = {
  url: "https://app/version",
  expectStatus: [],
  expectJson: ["version=v2"],
  expectBody: "",
  headers: "",
  consecutive: 3,
};

async function run(ops: Ops, more: Partial<HttpSettings> = {}, timeoutS = 600): Promise<Told & { asked: Asked[] }> {
  const clock = autoClock();
  const asked: Asked[] = [];
  const http = exchangeOver(ops, clock, asked, true);
  const told = await play(createHttpTarget({ ...plain, ...more }, doorsWith(clock, { http })), clock, { timeoutS });
  return { ...told, asked };
}

const version = (text: string, headers?: Record<string, string>) => ({
  status: 200,
  json: { version: text },
  ...(headers === undefined ? {} : { headers }),
});

describe("cases", () => {
  it.each(scenarios("http-"))("$id", async ({ with: given, ops, expected }) => {
    const told = await run(
      ops,
      {
        url: given["url"] ?? "",
        expectJson: (given["expect-json"] ?? "").split("\n"),
        consecutive: Number(given["consecutive"] ?? "3"),
      },
      Number.parseInt(given["timeout"] ?? "1800", 10),
    );
    expect(told.verdict.result).toBe(expected.result);
    expect(told.endedS).toBeGreaterThanOrEqual(expected.truthAt);
    expect(told.endedS).toBeLessThanOrEqual(expected.truthAt + expected.maxDetectionLatencyS);
    for (const words of expected.mustMention ?? []) expect(told.said).toContain(words);
    expect(told.asked.length).toBeLessThanOrEqual(callBudget(told.endedS));
  });

  it("what a cache repeats is no proof, and does not break a row", async () => {
    const { verdict, endedS, said } = await run({
      "GET /version": [
        { t: 0, body: version("v2", { age: "120", "x-cache": "Hit from cloudfront" }) },
        { t: 60, body: version("v2", { age: "0", "x-cache": "Miss from cloudfront" }), n: 2 },
        { t: 100, body: version("v2", { age: "0", "x-cache": "RefreshHit from cloudfront" }) },
      ],
    });
    expect(verdict.result).toBe("success");
    expect(endedS).toBeGreaterThanOrEqual(100);
    expect(said).toContain("A cache answers (Age above 0, x-cache: Hit from cloudfront)");
  });

  it("an old answer of a cache is a miss that names the cache", async () => {
    const { verdict } = await run({ "GET /version": [{ t: 0, body: version("v1", { age: "7" }) }] }, {}, 60);
    expect(verdict).toMatchObject({
      result: "timeout",
      cause: "timeout after 60s, last seen: version is v1, expected v2 (a cache answered: Age above 0)",
    });
  });

  it("a version that goes back is no success", async () => {
    const { verdict, said } = await run(
      {
        "GET /version": [
          { t: 0, body: version("v2"), n: 2 },
          { t: 0, body: version("v1") },
        ],
      },
      {},
      60,
    );
    expect(verdict.result).toBe("timeout");
    expect(said).toContain("version is v1, expected v2");
  });

  it("tells what was served, and asks fresh", async () => {
    const { facts, asked, endedS } = await run(
      { "GET /version": [{ t: 0, body: version("v2") }] },
      { headers: "Authorization: Bearer x\n\nX-A: b:c" },
    );
    expect(facts).toEqual({ "served status": 200, "served version": "v2", "answers in a row": 3 });
    expect(endedS).toBeLessThanOrEqual(9);
    expect(asked[0]?.request?.headers).toEqual({
      "cache-control": "no-cache",
      authorization: "Bearer x",
      "x-a": "b:c",
    });
  });

  it.each([
    ["a refusal", { net: "ECONNREFUSED" }, "no answer (ECONNREFUSED)"],
    ["no permission", { body: { status: 401 } }, "401, expected 200"],
    [
      "a redirect",
      { body: { status: 302, headers: { location: "https://sso/in?t=1" } } },
      "redirect to https://sso/in)",
    ],
    ["no JSON", { body: { text: "<html>" } }, "the body is no JSON"],
    ["an empty answer", {}, "the body is no JSON"],
  ])("%s is a wrong answer, not a crash", async (_, segment, words) => {
    const { verdict } = await run({ "GET /version": [{ t: 0, ...segment }] }, {}, 30);
    expect(verdict.result).toBe("timeout");
    expect(verdict.cause).toContain(words);
    expect(verdict.cause).not.toContain("t=1");
  });
});

describe("judge", () => {
  const answer = (status: number, text: string) => ({ status, headers: {}, text });
  it.each([
    [{ expectStatus: ["204", 200] }, answer(204, ""), ""],
    [{ expectStatus: ["204", 200] }, answer(500, ""), "500, expected 204 or 200"],
    [{ expectBody: "ready" }, answer(200, "not yet"), '200, and the body does not hold "ready"'],
    [{ expectBody: "ready" }, answer(200, "all ready"), ""],
    [{ expectJson: ["a.b[1]=2", "c=true"] }, answer(200, '{"a":{"b":[1,2]},"c":true}'), ""],
    [{ expectJson: ["a=x=y"] }, answer(200, '{"a":"x=y"}'), ""],
    [{ expectJson: ["a=1"] }, answer(200, '{"a":""}'), "a is empty, expected 1"],
    [{ expectJson: ["__proto__=1"] }, answer(200, "{}"), "__proto__ is absent, expected 1"],
  ])("%j", (given, got, said) => {
    const expected = readExpectation({ expectStatus: [], expectJson: [], expectBody: "", ...given });
    expect(judge(expected, got)).toMatchObject({ isRight: said === "", said });
  });

  it.each([
    ["a.b", { a: { b: null } }, "null"],
    ["$.a[0].b", { a: [{ b: 1.5 }] }, "1.5"],
    ["a.b", { "a.b": "whole" }, "whole"],
    ["a[x]", { a: { x: 1 } }, "1"],
    ["a[0]", { a: { 0: 1 } }, undefined],
    ["a", "text", undefined],
    ["a.length", { a: [1] }, "1"],
  ])("reads %s", (path, json, text) => {
    expect(textAt(json, path)).toBe(text);
  });

  it.each([
    [{ age: "0" }, false],
    [{ age: "x" }, false],
    [{ "x-cache": "TCP_HIT" }, true],
    [{ "x-cache": "MISS, HIT" }, true],
    [{ "x-cache": "RefreshHit from cloudfront" }, false],
    [{ "cf-cache-status": "DYNAMIC" }, false],
    [{ "cache-status": "Edge; hit; ttl=5" }, true],
    [{ "cache-status": "Edge; fwd=miss" }, false],
    [{ "x-cache-status": "STALE" }, true],
  ])("knows a cache by %j", (headers, isCache) => {
    expect(cacheOf(headers) !== undefined).toBe(isCache);
  });
});

describe("next", () => {
  it("a row has to last, too", () => {
    const next = nextOfProbes(3);
    const probe = { isRight: true, said: "", served: {} };
    let state: HttpState | undefined;
    for (const at of [0, 100, 200, 300, 3999]) {
      const step = next(state, probe, at);
      expect(step).toMatchObject({ pace: "near" });
      expect(step.verdict).toBeUndefined();
      state = step.state;
    }
    expect(next(state, probe, 4000).verdict).toEqual({ result: "success", cause: "" });
  });

  it("zero false successes, and every lasting version is told", async () => {
    await fc.assert(
      fc.asyncProperty(parks, async (park) => {
        const clock = handClock();
        const { exchange, served } = open(park, () => clock.monotonic() / 1000);
        const target = createHttpTarget(
          { ...plain, consecutive: park.consecutive },
          doorsWith(clock, { http: exchange }),
        );
        const end = await drive(target, clock, 1_200_000);
        const settled = Math.max(park.quietAt, ...park.servers.map(({ updatedAt }) => updatedAt));
        if (end === undefined) {
          expect(park.servers.some(({ backAt }) => backAt < settled + 9 * (park.consecutive + 2))).toBe(true);
          return;
        }
        const row = served.slice(-park.consecutive);
        expect(end.verdict.result).toBe("success");
        expect(row.map((each) => each.version)).toEqual(Array.from({ length: park.consecutive }, () => "v2"));
        expect(new Set(row.map(({ server }) => server)).size).toBe(park.servers.length);
        expect(end.atMs / 1000).toBeLessThanOrEqual(settled + 9 * (park.consecutive + 2));
      }),
      { numRuns: runs(300, 10_000), seed: seed() },
    );
  });
});
