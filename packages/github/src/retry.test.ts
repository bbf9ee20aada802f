import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { decideRetry } from "./retry.ts";
import type { Outcome, Progress } from "./retry.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const progress = (change: Partial<Progress> = {}): Progress => ({
  tries: 1,
  garbage: 0,
  limits: 0,
  elapsedMs: 0,
  waitLeftMs: 300_000,
  isIdempotent: true,
  ...change,
});
const status = (code: number, headers: Record<string, string> = {}, message = ""): Outcome => ({
  kind: "status",
  status: code,
  message,
  headers: new Map(Object.entries(headers)),
});
const network = (code: string, isSent = true): Outcome => ({ kind: "network", code, isSent });
const decide = (outcome: Outcome, change: Partial<Progress> = {}, random = 0) =>
  decideRetry(outcome, progress(change), random, NOW);
const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

describe("decideRetry", () => {
  it.each<[string, Outcome, boolean, boolean]>([
    ["500", status(500), true, false],
    ["502", status(502), true, false],
    ["503", status(503), true, false],
    ["504", status(504), true, false],
    ["408", status(408), true, false],
    ["400", status(400), false, false],
    ["401", status(401), false, false],
    ["403", status(403, {}, "Resource not accessible by integration"), false, false],
    ["404", status(404), false, false],
    ["409", status(409), false, false],
    ["410", status(410), false, false],
    ["422", status(422), false, false],
    ["a reset after sending", network("ECONNRESET"), true, false],
    ["no such host", network("ENOTFOUND", false), true, true],
    ["DNS that is down", network("EAI_AGAIN", false), true, true],
    ["a timeout", network("ETIMEDOUT"), true, false],
    ["a bad certificate", network("CERT_HAS_EXPIRED", false), true, true],
    ["a refused connection", network("ECONNREFUSED", false), true, true],
    ["garbage", { kind: "garbage", code: "broken JSON" }, true, false],
    ["a refused URL", { kind: "refused", code: "a URL outside" }, false, false],
  ])("H097 H101 H108: after %s", (_, outcome, idempotent, other) => {
    const isGarbage = outcome.kind === "garbage" ? 1 : 0;
    expect(decide(outcome, { garbage: isGarbage }).retry).toBe(idempotent);
    expect(decide(outcome, { garbage: isGarbage, isIdempotent: false }).retry).toBe(other);
  });

  it("H098: tries five times at most, waits with full jitter, and ends within 90 seconds", () => {
    expect([1, 2, 3, 4, 5].map((tries) => decide(status(502), { tries }).retry)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([1, 2, 3, 4].map((tries) => decide(status(502), { tries }, 0.999_999).waitMs)).toEqual([
      1_000, 2_000, 4_000, 8_000,
    ]);
    expect([1, 2, 3, 4].map((tries) => decide(status(502), { tries }, 0).waitMs)).toEqual([0, 0, 0, 0]);
    expect(decide(status(502), { elapsedMs: 89_000 }, 0.5).retry).toBe(true);
    expect(decide(status(502), { elapsedMs: 89_600 }, 0.5).retry).toBe(false);
  });

  it("H107: repeats garbage once", () => {
    const garbage: Outcome = { kind: "garbage", code: "broken JSON" };
    expect([1, 2].map((count) => decide(garbage, { garbage: count, tries: count }).retry)).toEqual([true, false]);
  });

  it.each<[string, Outcome, number]>([
    ["retry-after: 7", status(403, { "retry-after": "7" }, SECONDARY), 7_000],
    ["retry-after: 0", status(429, { "retry-after": "0" }), 1_000],
    [
      "retry-after as a date",
      status(429, { "retry-after": "Sun, 22 Nov 2026 12:00:30 GMT", date: "Sun, 22 Nov 2026 12:00:10 GMT" }),
      20_000,
    ],
    ["retry-after in the past", status(429, { "retry-after": "Sun, 22 Nov 2026 11:00:30 GMT" }), 1_000],
    ["retry-after that is nonsense", status(403, { "retry-after": "soon" }, SECONDARY), 60_000],
    ["no header", status(403, {}, SECONDARY), 60_000],
    ["429 without a word", status(429), 60_000],
    ["the old words", status(403, {}, "You have triggered an abuse detection mechanism."), 60_000],
  ])("H099: with %s it waits", (_, outcome, expected) => {
    for (const isIdempotent of [true, false]) {
      expect(decide(outcome, { limits: 1, isIdempotent })).toEqual({
        retry: true,
        waitMs: expected,
        limitMs: expected,
        cause: "rate limit",
      });
      expect(decide(outcome, { limits: 1, isIdempotent }, 0.999).waitMs).toBe(expected + 999);
    }
  });

  it("H099: doubles the wait without a header, and stays within the budget", () => {
    expect([1, 2].map((limits) => decide(status(429), { limits }).waitMs)).toEqual([60_000, 120_000]);
    expect(decide(status(429), { limits: 3, waitLeftMs: 120_000 })).toMatchObject({ retry: false, limitMs: 240_000 });
    expect(decide(status(429, { "retry-after": "999999999" }), { limits: 1 })).toMatchObject({ retry: false });
    expect(decide(status(429, { "retry-after": "1" }), { limits: 10 }).retry).toBe(false);
  });

  it("H100: waits for the reset by GitHub's clock, whatever the local one says", () => {
    const reset = String(Math.floor(Date.parse("2026-11-22T12:02:00Z") / 1_000));
    const outcome = status(
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset, date: "Sun, 22 Nov 2026 12:00:00 GMT" },
      "API rate limit exceeded",
    );
    for (const skew of [-86_400_000, 0, 86_400_000]) {
      expect(decideRetry(outcome, progress({ limits: 1 }), 0, NOW + skew)).toMatchObject({
        retry: true,
        waitMs: 121_000,
      });
    }
    const hour = status(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1_000 + 3_600) });
    expect(decide(hour, { limits: 1 })).toMatchObject({ retry: false, limitMs: 3_601_000 });
    const past = status(429, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" });
    expect(decide(past, { limits: 1 })).toMatchObject({ retry: true, waitMs: 1_000 });
  });

  it("a used up limit in the headers of another refusal is not a limit", () => {
    const locked = status(403, { "x-ratelimit-remaining": "12" }, "Unable to create comment because issue is locked.");
    expect(decide(locked, { limits: 1 })).toEqual({ retry: false, waitMs: 0, cause: "status 403" });
  });

  it("never waits a negative, endless or unbounded time, whatever the headers say", () => {
    const header = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.constantFrom("NaN", "-1", "1e9", "Infinity", "Sun, 22 Nov 2026 12:00:30 GMT"),
    );
    const headers = fc.dictionary(
      fc.constantFrom("retry-after", "date", "x-ratelimit-remaining", "x-ratelimit-reset"),
      header,
    );
    fc.assert(
      fc.property(
        headers,
        fc.constantFrom(200, 403, 429, 500, 999),
        fc.string(),
        fc.integer({ min: 1, max: 12 }),
        (given, code, message, limits) => {
          const verdict = decide(status(code, given, message), { limits, tries: limits }, 0.5);
          expect(verdict.waitMs).toBeGreaterThanOrEqual(0);
          expect(!verdict.retry || verdict.waitMs <= 300_000).toBe(true);
        },
      ),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });
});
