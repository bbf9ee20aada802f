import { describe, expect, it } from "@jest/globals";
import type { RootProof } from "./proof.ts";
import { describeTotals } from "./totals.ts";
import { unverified } from "./verdict.ts";

function roots(count: number, outcome: RootProof["outcome"], how: RootProof["how"] = "plan"): RootProof[] {
  return Array.from({ length: count }, (_, index) => ({ ...unverified(`r${index}`, "", ""), outcome, how }));
}

describe("describeTotals", () => {
  it.each<[string, RootProof[]]>([
    ["no root module is affected", []],
    [
      "0 changes in 37 roots, 2 roots change, 1 fails",
      [...roots(37, "same"), ...roots(2, "changes"), ...roots(1, "fails")],
    ],
    ["0 changes in 1 root", roots(1, "same")],
    ["1 root changes, 2 fail", [...roots(1, "changes"), ...roots(2, "fails", "validate")]],
    ["1 works again, 3 only validated", [...roots(1, "fixed"), ...roots(3, "same", "validate")]],
    [
      "2 work again, 1 failed before, 4 not verified",
      [...roots(2, "fixed"), ...roots(1, "failed-before"), ...roots(4, "unverified", "none")],
    ],
  ])("%s", (expected, all) => {
    expect(describeTotals({ digest: "", roots: all })).toBe(expected);
  });
});
