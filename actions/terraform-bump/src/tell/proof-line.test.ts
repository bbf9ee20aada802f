import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { RootProof } from "../prove/proof.ts";
import { classify, describeProof } from "./proof-line.ts";
import { proof, root } from "./proposal-fixture.ts";

const many = (count: number, given: Partial<RootProof> = {}): RootProof[] =>
  Array.from({ length: count }, (_, at) => root(`r${at}`, given));
const loss = { address: "a.b", what: "would be replaced", isDestructive: true };

describe("describeProof", () => {
  it.each([
    ["✅", "0 changes in 37 roots", many(37)],
    [
      "❌",
      "0 changes in 37 roots, 2 roots change, 1 fails",
      [...many(37), ...many(2, { outcome: "changes" }), ...many(1, { outcome: "fails" })],
    ],
    ["🟧", "1 root changes", many(1, { outcome: "changes" })],
    [
      "🟥",
      "2 roots change (1 destroying or replacing)",
      [...many(1, { outcome: "changes" }), ...many(1, { outcome: "changes", changes: [loss] })],
    ],
    ["❌", "3 roots fail", many(3, { outcome: "fails" })],
    ["❔", "2 roots still validate (not planned)", many(2, { how: "validate" })],
    [
      "❔",
      "0 changes in 1 root, 1 still validates (not planned), 2 not verified",
      [root("a"), root("b", { how: "validate" }), ...many(2, { outcome: "unverified" })],
    ],
    ["❔", "0 changes in 1 root, 1 fails with or without it", [root("a"), root("b", { outcome: "failed-before" })]],
    ["✅", "0 changes in 1 root, 2 work again", [root("a"), ...many(2, { outcome: "fixed" })]],
    ["❔", "Not verified", many(3, { outcome: "unverified", how: "none" })],
    ["❔", "Not verified", many(3, { outcome: "same", how: "none" })],
  ])("%s %s", (sign, text, roots) => expect(describeProof(proof(...roots))).toEqual({ sign, text }));

  it("knows nothing of what was not tried", () => {
    expect(describeProof(undefined)).toEqual({ sign: "❔", text: "Not verified" });
    expect(describeProof(proof())).toEqual({ sign: "✅", text: "No root module is affected" });
  });

  it("counts every root once, and is green only when all were planned and none changes or fails", () => {
    const any = fc.record({
      how: fc.constantFrom("plan" as const, "validate" as const, "none" as const),
      outcome: fc.constantFrom(
        "same" as const,
        "changes" as const,
        "fails" as const,
        "fixed" as const,
        "failed-before" as const,
        "unverified" as const,
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), (given) => {
        const roots = given.map((each, at) => root(`r${at}`, each));
        const { sign, text } = describeProof(proof(...roots));
        const kinds = roots.map(classify);
        expect(sign === "✅").toBe(kinds.every((kind) => kind === "clean" || kind === "fixed"));
        if (kinds.every((kind) => kind === "unverified")) return;
        const counted = [...text.replaceAll("0 changes in ", "").matchAll(/\d+/g)].reduce(
          (sum, [count]) => sum + Number(count),
          0,
        );
        expect(counted).toBe(roots.length);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});
