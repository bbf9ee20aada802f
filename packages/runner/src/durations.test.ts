import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { formatDuration, parseDuration } from "./durations.ts";

describe("durations", () => {
  it.each([
    ["90s", 90_000],
    ["10m", 600_000],
    ["1h30m", 5_400_000],
    ["1h2m3s", 3_723_000],
    ["0s", 0],
    ["840h", 3_024_000_000],
    ["007s", 7000],
  ])("reads %s", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(["", "90", "s", "1d", "1m1h", "1.5h", "-1s", "1 h", "1H", "1e3s", "1s1s", "841h", "9999999s", "1h\n", "٣s"])(
    "refuses %j",
    (text) => {
      expect(() => parseDuration(text)).toThrow(RangeError);
    },
  );

  it.each([
    [0, "0s"],
    [-5, "0s"],
    [499, "0s"],
    [500, "1s"],
    [90_000, "1m30s"],
    [5_400_000, "1h30m"],
    [3_600_000 * 30, "30h"],
  ])("shows %d ms as %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it("reads what it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000);
      }),
      { numRuns: runs(200, 100_000), seed: seed() },
    );
  });
});
