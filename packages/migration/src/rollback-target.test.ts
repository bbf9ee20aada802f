import { describe, expect, it } from "@jest/globals";
import { toFailure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { RollbackTarget } from "./history.ts";
import { parseTarget } from "./rollback-target.ts";

describe("parseTarget", () => {
  it.each<[string, RollbackTarget]>([
    ["", { kind: "previous-deployment" }],
    ["previous-deployment", { kind: "previous-deployment" }],
    ["deployment:12", { kind: "deployment", id: 12 }],
    ["before-deployment:9007199254740991", { kind: "before-deployment", id: 9_007_199_254_740_991 }],
    ["steps:1", { kind: "steps", steps: 1 }],
    ["steps:1000", { kind: "steps", steps: 1000 }],
    ["version:20260101", { kind: "version", version: "20260101" }],
    ["version:db/changelog.xml::1::a b", { kind: "version", version: "db/changelog.xml::1::a b" }],
    ["version:app.0001_initial", { kind: "version", version: "app.0001_initial" }],
    ["version:größe-表", { kind: "version", version: "größe-表" }],
    ["version:1; rm -rf /", { kind: "version", version: "1; rm -rf /" }],
    [`version:${"😀".repeat(255)}`, { kind: "version", version: "😀".repeat(255) }],
  ])("takes %j", (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  it.each([
    ["S60: no kind", "1; rm -rf /"],
    ["S60: no number", "steps:1; rm -rf /"],
    ["S60: no number", "deployment:12 --force"],
    ["another kind", "branch:main"],
    ["no value", "deployment:"],
    ["no value", "version:"],
    ["no value", "steps"],
    ["too few", "steps:0"],
    ["too many", "steps:1001"],
    ["a sign", "steps:-1"],
    ["a sign", "steps:+1"],
    ["zeros in front", "deployment:007"],
    ["another notation", "steps:1e2"],
    ["another notation", "steps:0x10"],
    ["digits of another script", "steps:١"],
    ["not an exact number", "deployment:9007199254740992"],
    ["a space at the end", "version:1 "],
    ["a space at the start", "version: 1"],
    ["spaces around", " previous-deployment"],
    ["another case", "Previous-Deployment"],
    ["two lines", "version:1\n2"],
    ["a NUL", "version:1\u0000"],
    ["what turns text around", "version:1\u202E2"],
    ["what cannot be seen", "version:1\u200B"],
    ["a line separator", "version:1\u2028"],
    ["half a character", "version:1\uD800"],
    ["too long", `version:${"a".repeat(256)}`],
    ["too long", `deployment:${"1".repeat(17)}`],
  ])("refuses %s: %j", (_, text) => {
    let failure;
    try {
      parseTarget(text);
    } catch (thrown) {
      failure = toFailure(thrown);
    }
    expect(failure).toMatchObject({ reason: "invalid-input" });
    expect(failure?.what).toContain("steps:<1 to 1000>");
    expect(failure?.what).toMatch(/^An input cannot be used: to was given "/);
  });

  it("takes any text or refuses it with the same reason, and what it takes is one line", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .tuple(fc.constantFrom("version:", "steps:", "deployment:"), fc.string({ unit: "binary" }))
        .map((t) => t.join("")),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          const target = parseTarget(text);
          if (target.kind === "version") expect(target.version).toMatch(/^\P{C}{1,255}$/u);
        } catch (thrown) {
          expect(toFailure(thrown).reason).toBe("invalid-input");
        }
      }),
      { numRuns: runs(500, 50_000), seed: seed() },
    );
  });
});
