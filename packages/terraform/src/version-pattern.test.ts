import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { ConstraintError } from "./constraint-error.ts";
import { matchesPattern, parsePattern } from "./version-pattern.ts";

const versions = ["0.12.31", "0.15.5", "1.0.0", "1.5.7", "1.8.0", "1.8.5", "1.11.4", "1.18.0"];

describe("parsePattern and matchesPattern", () => {
  it.each([
    ["^1\\.8", ["1.8.0", "1.8.5"]],
    ["^1.8", ["1.8.0", "1.8.5", "1.18.0"].filter((version) => version !== "1.18.0")],
    ["1.8", ["1.8.0", "1.8.5"]],
    ["^0\\.12\\.", ["0.12.31"]],
    ["^1\\.[5-8]\\.", ["1.5.7", "1.8.0", "1.8.5"]],
    ["^1\\.[^5-8]\\.", ["1.0.0"]],
    ["^1\\.[0-9]+\\.0$", ["1.0.0", "1.8.0", "1.18.0"]],
    ["^1\\.[0-9]\\+\\.4$", ["1.11.4"]],
    ["^1\\.1?8\\.", ["1.8.0", "1.8.5", "1.18.0"]],
    ["^1\\.\\d*\\.", ["1.0.0", "1.5.7", "1.8.0", "1.8.5", "1.11.4", "1.18.0"]],
    [".*", versions],
    ["5$", ["0.15.5", "1.8.5"]],
    ["^$", []],
  ])("%s", (text, expected) => {
    const pattern = parsePattern(text);
    expect(versions.filter((version) => matchesPattern(pattern, version))).toEqual(expected);
  });

  it.each(["", "(1|2)", "1|2", "1{2}", "\\1", "[", "[]", "[1", "a\\", "1;rm", "*", "^+", "[$]", "1 2", "x".repeat(65)])(
    "refuses %j",
    (text) => {
      expect(() => parsePattern(text)).toThrow(ConstraintError);
    },
  );

  it("H080: the worst pattern on the longest text needs no backtracking", () => {
    const pattern = parsePattern(`${"1*".repeat(31)}2$`);
    expect(matchesPattern(pattern, "1".repeat(20_000))).toBe(false);
  });

  it("agrees with RegExp on everything that both understand", () => {
    const atom = fc.constantFrom("1", "2", "\\.", ".", "[12]", "[^1]", "[0-9]");
    const sign = fc.constantFrom("", "", "*", "+", "?");
    const body = fc.array(
      fc.tuple(atom, sign).map((parts) => parts.join("")),
      { minLength: 1, maxLength: 6 },
    );
    const text = fc.array(fc.constantFrom("1", "2", ".", "3"), { maxLength: 10 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.boolean(), body, fc.boolean(), text, (isAtStart, parts, isAtEnd, given) => {
        const source = `${isAtStart ? "^" : ""}${parts.join("")}${isAtEnd ? "$" : ""}`;
        expect(matchesPattern(parsePattern(source), given)).toBe(new RegExp(source).test(given));
      }),
      { numRuns: runs(500, 200_000), seed: seed() },
    );
  });
});
