/** Updates of constraints as tables and properties; constraint-terraform.test.ts has them judged by the real terraform. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { updateCase } from "./constraint-cases-fixture.ts";
import { DIALECTS, type Dialect } from "./constraint-dialect.ts";
import { updateConstraint, type UpdateStrategy } from "./constraint-update.ts";
import { matches, parseConstraint } from "./constraint.ts";
import { parseVersion } from "./version.ts";

const STRATEGIES: readonly UpdateStrategy[] = ["auto", "bump", "widen", "pin", "lock-only"];

function update(text: string, target: string, strategy: UpdateStrategy, dialect: Dialect = "provider"): string {
  const result = updateConstraint(text, parseVersion(target), strategy, dialect);
  return "after" in result ? result.after : result.problem;
}

describe("what each strategy writes", () => {
  it.each<[constraint: string, target: string, auto: string, bump: string, widen: string]>([
    ["~> 1.2", "2.0.7", "~> 2.0", "~> 2.0", ">= 1.2, < 3.0"],
    ["~> 1.2", "1.5.0", "~> 1.2", "~> 1.5", "~> 1.2"],
    ["~> 1.2", "2.3.4", "~> 2.3", "~> 2.3", ">= 1.2, < 3.0"],
    ["~> 1.0", "2.3.4", "~> 2.0", "~> 2.3", ">= 1.0, < 3.0"],
    ["~> 1.2.0", "1.5.1", "~> 1.5.0", "~> 1.5.1", ">= 1.2.0, < 1.6.0"],
    ["~> 1.2.3", "1.2.9", "~> 1.2.3", "~> 1.2.9", "~> 1.2.3"],
    ["~> 1.2.3", "2.0.7", "~> 2.0.7", "~> 2.0.7", ">= 1.2.3, < 2.1.0"],
    ["~> 1", "2.0.7", "~> 2", "~> 2", ">= 1, < 3"],
    ["~> 0.14", "0.15.0", "~> 0.14", "~> 0.15", "~> 0.14"],
    [">= 1.0", "2.0.7", ">= 1.0", ">= 2.0.7", ">= 1.0"],
    [">= 1.0", "2.1.0", ">= 1.0", ">= 2.1", ">= 1.0"],
    ["> 1.0", "2.0.7", "> 1.0", ">= 2.0.7", "> 1.0"],
    ["< 2.0.0", "2.0.7", "< 3.0.0", "< 3.0.0", "< 3.0.0"],
    ["< 2.0", "2.0.7", "< 3.0", "< 3.0", "< 3.0"],
    ["< 2", "2.0.7", "< 3", "< 3", "< 3"],
    ["< 1.5", "1.5.2", "< 1.6", "< 1.6", "< 1.6"],
    ["< 1.1.3", "1.1.9", "< 1.1.10", "< 1.1.10", "< 1.1.10"],
    ["< 2.0.0-alpha1", "2.0.7", "< 3.0.0", "< 3.0.0", "< 3.0.0"],
    ["<= 2.0.0", "2.0.7", "<= 2.0.7", "<= 2.0.7", "<= 2.0.7"],
    ["<= 1.9", "2.1.0", "<= 2.1", "<= 2.1", "<= 2.1"],
    ["<= 1.9", "2.1.3", "<= 2.1.3", "<= 2.1.3", "<= 2.1.3"],
    ["= 1.2.3", "1.3.0", "= 1.3.0", "= 1.3.0", "= 1.3.0"],
    ["1.2", "1.3.0", "1.3", "1.3", "1.3"],
    ["1.2", "1.3.4", "1.3.4", "1.3.4", "1.3.4"],
    ["1.2.0-rc1", "1.2.0", "1.2.0", "1.2.0", "1.2.0"],
    ["1.2.0-rc1", "1.2.0-rc2", "1.2.0-rc2", "1.2.0-rc2", "1.2.0-rc2"],
    ["1.2.0", "1.2.0+b", "1.2.0+b", "1.2.0+b", "1.2.0+b"],
    [
      "~> 5.31.0, >= 5.31.2",
      "5.40.0",
      "~> 5.40.0, >= 5.31.2",
      "~> 5.40.0, >= 5.40.0",
      ">= 5.31.0, < 5.41.0, >= 5.31.2",
    ],
    [
      ">= 5.31.2, ~> 5.31.0",
      "5.40.0",
      ">= 5.31.2, ~> 5.40.0",
      ">= 5.40.0, ~> 5.40.0",
      ">= 5.31.2, >= 5.31.0, < 5.41.0",
    ],
    ["~> 5.0, != 5.3.0", "6.1.0", "~> 6.0, != 5.3.0", "~> 6.1, != 5.3.0", ">= 5.0, < 7.0, != 5.3.0"],
    [" ~>1.2,<3 ", "3.1.0", " ~>3.1,<4 ", " ~>3.1,<4 ", " >=1.2,<4.0,<4 "],
    [">= 2.0, < 1.5", "2.1.0", ">= 2.0, < 2.2", ">= 2.1, < 2.2", ">= 2.0, < 2.2"],
    ["~> 1.0, ~> 1.0", "2.1.0", "~> 2.0, ~> 2.0", "~> 2.1, ~> 2.1", ">= 1.0, < 3.0, >= 1.0, < 3.0"],
    ["1.2.0-rc1, ~> 1.1", "2.1.0-rc1", "2.1.0-rc1, ~> 2.0", "2.1.0-rc1, ~> 2.0", "2.1.0-rc1, >= 1.1, < 3.0"],
    [
      "1.2.0-rc1, ~> 1.1.1",
      "2.1.0-rc1",
      "2.1.0-rc1, ~> 2.1.0-rc1",
      "2.1.0-rc1, ~> 2.1.0-rc1",
      "2.1.0-rc1, >= 1.1.1, < 2.2.0",
    ],
    ["1.2.0-rc1, ~> 1.1", "1.3.0-rc1", "1.3.0-rc1, ~> 1.1", "1.3.0-rc1, ~> 1.1", "1.3.0-rc1, ~> 1.1"],
    ["~> 01.2", "1.2.0", "~> 01.2", "~> 01.2", "~> 01.2"],
    ["~> 01.02", "2.0.7", "~> 2.0", "~> 2.0", ">= 01.02, < 3.0"],
  ])("%j for %s", (constraint, target, auto, bump, widen) => {
    expect(update(constraint, target, "auto")).toBe(auto);
    expect(update(constraint, target, "bump")).toBe(bump);
    expect(update(constraint, target, "widen")).toBe(widen);
  });

  it.each<[constraint: string, target: string, auto: string, bump: string, widen: string]>([
    ["~> 1", "2.0.7", "~> 1", "~> 2", "~> 1"],
    ["v1.2.3", "1.3.0", "v1.3.0", "v1.3.0", "v1.3.0"],
    ["~> v1.2", "2.0.7", "~> v2.0", "~> v2.0", ">= v1.2, < v3.0"],
    [">=\t1.0 ,\t<\t2.0", "2.0.7", ">=\t1.0 ,\t<\t3.0", ">=\t2.0.7 ,\t<\t3.0", ">=\t1.0 ,\t<\t3.0"],
    // Terraform finds no release for it.
    ["~> 1.2.0-rc1", "1.2.5", "~> 1.2.0", "~> 1.2.5", ">= 1.2.0-rc1, < 1.3.0"],
    ["~> 1.2.3-rc1", "1.2.5", "~> 1.2.3", "~> 1.2.5", ">= 1.2.3-rc1, < 1.3.0"],
    ["~> 1.2.3.0", "1.2.5", "~> 1.2.5", "~> 1.2.5", ">= 1.2.3.0, < 1.2.6.0"],
    ["~> 1.2.3.4", "1.2.5", "~> 1.2.5", "~> 1.2.5", ">= 1.2.3.4, < 1.2.6.0"],
    ["~> 1.2.3.4", "1.3.0.2", "~> 1.3.0.2", "~> 1.3.0.2", ">= 1.2.3.4, < 1.3.1.0"],
    ["< 1.2.3.4", "1.2.5", "< 1.2.5.1", "< 1.2.5.1", "< 1.2.5.1"],
    ["= 1.2.0-rc1", "1.2.0-rc2", "=1.2.0-rc2", "=1.2.0-rc2", "=1.2.0-rc2"],
    ["v1.2.0-rc1", "1.2.0-rc2", "1.2.0-rc2", "1.2.0-rc2", "1.2.0-rc2"],
    ["1.2.0+a", "1.2.0+b", "1.2.0+a", "1.2.0+a", "1.2.0+a"],
  ])("of modules: %j for %s", (constraint, target, auto, bump, widen) => {
    expect(update(constraint, target, "auto", "module")).toBe(auto);
    expect(update(constraint, target, "bump", "module")).toBe(bump);
    expect(update(constraint, target, "widen", "module")).toBe(widen);
  });

  it.each([
    ["~> 1.2", "2.0.7", "provider", "2.0.7"],
    [" >= 1.2, < 3 ", "2.0.0", "provider", " 2.0.0 "],
    ["= 1.2.3", "1.3.0", "provider", "= 1.3.0"],
    ["= 1.3", "1.3.0", "provider", "= 1.3"],
    ["1.2.3", "1.2.3", "provider", "1.2.3"],
    ["~> 1.2", "2.0.0-rc1", "provider", "2.0.0-rc1"],
    ["~> 1.2", "2.0.0-rc1", "module", "2.0.0-rc1"],
    ["= 1.2.3", "2.0.0-rc1", "module", "=2.0.0-rc1"],
    ["~> v1.2", "2.0.7", "module", "v2.0.7"],
    [">= 1.0", "1.11.4", "core", "1.11.4"],
  ] as const)("pin: %j for %s (%s)", (constraint, target, dialect, after) => {
    expect(update(constraint, target, "pin", dialect)).toBe(after);
  });
});

describe("what cannot be", () => {
  it.each([
    ["1.2.x", "1.3.0", "auto", "provider", "invalid", /wildcards/],
    ["v1.2.3", "1.3.0", "auto", "provider", "invalid", /Remove the "v"$/],
    [">= 1.0-beta", "1.11.4", "auto", "core", "invalid", /pre-release/],
    [">= 1.0", "1.2.3.4", "auto", "provider", "invalid", /cannot choose 1\.2\.3\.4/],
    ["~> 5.0, != 5.3.0", "5.3.0", "auto", "provider", "excluded", /"!= 5\.3\.0" excludes 5\.3\.0/],
    ["!= 5.3", "5.3.0", "pin", "module", "excluded", /excludes/],
    ["~> 1.2", "1.1.9", "widen", "provider", "below", /"~> 1\.2" asks for more than 1\.1\.9/],
    ["= 1.2.3", "1.2.2", "pin", "provider", "below", /more/],
    ["> 1.2", "1.2.0", "bump", "core", "below", /more/],
    [">= 1.2, >= 1.0", "1.1.0", "lock-only", "provider", "below", /">= 1\.2"/],
    ["1.2.0", "1.2.0-rc1", "auto", "provider", "below", /more/],
    ["~> 1.2", "2.0.0-rc1", "auto", "provider", "prerelease", /names it exactly/],
    ["1.2.0-rc1, >= 1.0", "1.3.0-rc1", "auto", "module", "prerelease", /names it exactly/],
    [">= 1.0", "1.12.0-rc1", "auto", "core", "prerelease", /required_version/],
    ["~> 1.2", "2.0.7", "lock-only", "provider", "lock-only", /does not admit 2\.0\.7/],
  ] as const)("%j for %s (%s, %s): %s", (constraint, target, strategy, dialect, problem, why) => {
    const result = updateConstraint(constraint, parseVersion(target), strategy, dialect);
    expect(result).toEqual({ problem, why: expect.stringMatching(why) });
  });

  it("lock-only keeps what admits the version", () => {
    expect(update(" ~>1.2", "1.5.0", "lock-only")).toBe(" ~>1.2");
  });
});

/** What a real terraform 1.11.4 said of constraints and new versions that other tools were tried with. */
describe("recorded constraints", () => {
  type Row = { constraint: string; target: string; admits: string; admitsBelow: string };
  const fixture = path.join(import.meta.dirname, "../fixtures/constraints/constraint-updates.json");
  const rows = JSON.parse(readFileSync(fixture, "utf8")) as Row[];

  it.each(rows.map((row) => [row.constraint, row.target, row] as const))("%j for %s", (constraint, target, row) => {
    const version = parseVersion(target);
    if (row.admits === "invalid") {
      expect(update(constraint, target, "auto")).toBe("invalid");
      return;
    }
    expect(matches(parseConstraint(constraint, "provider"), version)).toBe(row.admits === "accept");
    for (const strategy of ["auto", "bump", "widen", "pin"] as const) {
      const after = update(constraint, target, strategy);
      if (version.prerelease !== "" && after === "prerelease") continue;
      const admits = (text: string): boolean => matches(parseConstraint(after, "provider"), parseVersion(text));
      expect([strategy, after, admits(target)]).toEqual([strategy, after, true]);
      if (row.admitsBelow === "reject") expect(admits("0.0.1")).toBe(false);
      if (row.admits === "accept" && (strategy === "auto" || strategy === "widen")) expect(after).toBe(constraint);
    }
  });
});

describe("properties", () => {
  const any = fc.oneof(...(["core", "module", "provider"] as const).map(updateCase));

  /** The text between the terms, and the terms. */
  function pieces(text: string, dialect: Dialect): { between: string[]; terms: string[] } {
    const { terms } = parseConstraint(text, dialect);
    const ends = [0, ...terms.map(({ end }) => end)];
    const starts = [...terms.map(({ start }) => start), text.length];
    return {
      between: starts.map((start, index) => text.slice(ends[index], start)),
      terms: terms.map((term) => term.text),
    };
  }

  it("what comes out admits the version, and is not changed by a second run", () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...STRATEGIES), ({ constraint, dialect, target }, strategy) => {
        const result = updateConstraint(constraint, parseVersion(target), strategy, dialect);
        if (!("after" in result)) return;
        expect(matches(parseConstraint(result.after, dialect), parseVersion(target))).toBe(true);
        expect(updateConstraint(result.after, parseVersion(target), strategy, dialect)).toEqual(result);
      }),
      { numRuns: runs(1000, 100_000), seed: seed() },
    );
  });

  it("auto and bump change terms in their places, auto only those that do not hold", () => {
    fc.assert(
      fc.property(any, fc.constantFrom("auto", "bump"), ({ constraint, dialect, target }, strategy) => {
        const result = updateConstraint(constraint, parseVersion(target), strategy, dialect);
        if (!("after" in result)) return;
        const [before, after] = [pieces(constraint, dialect), pieces(result.after, dialect)];
        expect(after.between).toEqual(before.between);
        const operators = (terms: string[]): string[] => terms.map((term) => /^[^0-9v]*/.exec(term)?.[0].trim() ?? "");
        if (strategy === "bump") return;
        expect(operators(after.terms)).toEqual(operators(before.terms));
        for (const [index, term] of parseConstraint(constraint, dialect).terms.entries())
          if (DIALECTS[dialect].holds(term, parseVersion(target)) && !target.includes("-"))
            expect(after.terms[index]).toBe(term.text);
      }),
      { numRuns: runs(1000, 100_000), seed: seed() },
    );
  });

  it("widen keeps every floor and every exclusion as it is written", () => {
    fc.assert(
      fc.property(any, ({ constraint, dialect, target }) => {
        const result = updateConstraint(constraint, parseVersion(target), "widen", dialect);
        if (!("after" in result)) return;
        const kept = parseConstraint(constraint, dialect).terms.filter(({ operator }) => /^(!=|>|>=)$/.test(operator));
        const after = pieces(result.after, dialect).terms;
        for (const { text } of kept) expect(after).toContain(text);
      }),
      { numRuns: runs(500, 100_000), seed: seed() },
    );
  });

  it("any text and any version end in a text or a reason", () => {
    fc.assert(
      fc.property(fc.string(), any, fc.constantFrom(...STRATEGIES), (text, { dialect, target }, strategy) => {
        const result = updateConstraint(text, parseVersion(target), strategy, dialect);
        expect("after" in result || result.why.length > 0).toBe(true);
      }),
      { numRuns: runs(300, 100_000), seed: seed() },
    );
  });
});
