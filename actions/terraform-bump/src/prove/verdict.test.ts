import { describe, expect, it } from "@jest/globals";
import { createRedactor } from "@handrail/runner";
import type { PlanOutline } from "@handrail/terraform";
import type { RootProof } from "./proof.ts";
import type { Attempt } from "./target-run.ts";
import { LONGEST_TEXT, mannerAfter, MOST_CHANGES, proveTarget } from "./verdict.ts";

const target = { directory: "live", label: "live (eu)", workspace: "eu", varFiles: [], backendConfigFiles: [] };

/** An outline in which these resources are created. */
function outline(...addresses: string[]): PlanOutline {
  const changes = addresses.map((address) => ({
    section: "change" as const,
    address,
    actions: ["create"],
    digest: address,
  }));
  return { schema: 1, parts: [], changes };
}

function planned(...addresses: string[]): Attempt {
  return { kind: "planned", meaning: outline(...addresses), line: `${addresses.length} to add.`, isLockComplete: true };
}

const valid: Attempt = { kind: "valid", isLockComplete: true };
const failed: Attempt = { kind: "failed", problem: { message: "It is swordfish.", file: "live/main.tf", line: 3 } };
const untried: Attempt = { kind: "untried", why: "no swordfish" };

const redactor = createRedactor();
redactor.add("swordfish");
const redact = (text: string): string => redactor.redact(text);

function prove(before: Attempt, after: Attempt | undefined): RootProof {
  return proveTarget(target, before, after, redact);
}

describe("proveTarget", () => {
  it.each<[string, Attempt, Attempt | undefined, Partial<RootProof>]>([
    [
      "the same plan",
      planned("a"),
      planned("a"),
      { outcome: "same", how: "plan", before: "1 to add.", after: "1 to add." },
    ],
    ["another plan", planned("a"), planned("b"), { outcome: "changes", how: "plan", message: "" }],
    [
      "a failing plan",
      planned("a"),
      failed,
      { outcome: "fails", how: "plan", before: "1 to add.", after: "", file: "live/main.tf", line: 3 },
    ],
    ["both valid", valid, valid, { outcome: "same", how: "validate", before: "", after: "", message: "" }],
    [
      "valid, not planned",
      { ...valid, why: { message: "no key" } },
      valid,
      { outcome: "same", how: "validate", message: "no key" },
    ],
    ["not valid any more", valid, failed, { outcome: "fails", how: "validate" }],
    ["planned again", failed, planned("a"), { outcome: "fixed", how: "plan", after: "1 to add." }],
    ["valid again", failed, valid, { outcome: "fixed", how: "validate" }],
    [
      "failing anyway",
      failed,
      failed,
      { outcome: "failed-before", how: "validate", message: "It is (sensitive value)." },
    ],
    ["untried before", untried, undefined, { outcome: "unverified", how: "none", message: "no (sensitive value)" }],
    [
      "untried after",
      planned("a"),
      untried,
      { outcome: "unverified", how: "none", before: "", message: "no (sensitive value)" },
    ],
    ["never tried after", planned("a"), undefined, { outcome: "unverified", how: "none", message: "it was not tried" }],
  ])("says of %s", (_, before, after, expected) => {
    expect(prove(before, after)).toMatchObject({ root: "live", label: "live (eu)", ...expected });
  });

  it("hides secrets in keys, as they are written and as they are meant", () => {
    redactor.add('pass"word');
    const { changes } = prove(planned(), planned('a.b["swordfish"]', 'a.c["pass\\"word"]'));
    expect(changes.map(({ address }) => address)).toEqual(['a.b["(sensitive value)"]', 'a.c["(sensitive value)"]']);
  });

  it("counts what it does not tell, and cuts what is too long", () => {
    const many = Array.from({ length: MOST_CHANGES + 7 }, (_, index) => `a.b[${index}]`);
    expect(prove(planned(), planned(...many))).toMatchObject({ more: 7 });
    const { message } = prove({ kind: "failed", problem: { message: "😀".repeat(LONGEST_TEXT) } }, failed);
    expect([message.length <= LONGEST_TEXT, message.isWellFormed(), message.endsWith("…")]).toEqual([true, true, true]);
  });
});

describe("mannerAfter", () => {
  it.each([
    [planned("a"), "auto", "plan"],
    [valid, "auto", "validate"],
    [failed, "auto", "auto"],
    [failed, "plan", "plan"],
    [failed, "validate", "validate"],
  ] as const)("%j with %s: %s", (before, asked, expected) => {
    expect(mannerAfter(before, asked)).toBe(expected);
  });
});
