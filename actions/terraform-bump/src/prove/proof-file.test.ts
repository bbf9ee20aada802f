import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { LONGEST_PROOF, parseProofFile, renderProofFile } from "./proof-file.ts";
import type { Proof, RootProof } from "./proof.ts";

const text = fc.string({ unit: "binary", maxLength: 40 });
const root: fc.Arbitrary<RootProof> = fc.record(
  {
    root: text,
    label: text,
    how: fc.constantFrom("plan", "validate", "none"),
    outcome: fc.constantFrom("same", "changes", "fails", "fixed", "failed-before", "unverified"),
    before: text,
    after: text,
    changes: fc.array(fc.record({ address: text, what: text, isDestructive: fc.boolean() }), { maxLength: 5 }),
    more: fc.nat(),
    message: text,
    file: fc.constantFrom("main.tf", "live/prod/a b.tf"),
    line: fc.integer({ min: 1, max: 10_000 }),
  },
  { requiredKeys: ["root", "label", "how", "outcome", "before", "after", "changes", "more", "message"] },
);
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);

const good = {
  root: "a",
  label: "a",
  how: "plan",
  outcome: "same",
  before: "",
  after: "",
  changes: [],
  more: 0,
  message: "",
};
const head = { schema: "handrail/terraform-bump-proof/1", digest: "0".repeat(64), key: "k" };

function parse(value: unknown): Proof {
  return parseProofFile(typeof value === "string" ? value : JSON.stringify(value), "x.json").proof;
}

function refusal(value: unknown): string {
  try {
    parse(value);
  } catch (error) {
    if (error instanceof Failure && error.reason === "invalid-input") return error.what;
    throw error;
  }
  return "accepted";
}

describe("a proof file", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(digest, text, fc.array(root, { maxLength: 4 }), (digest, key, roots) => {
        const file = { key, proof: { digest, roots } };
        expect(parseProofFile(renderProofFile(file), "x.json")).toEqual(file);
      }),
      { numRuns: runs(200, 5000), seed: seed() },
    );
  });

  it.each<[string, unknown, string]>([
    ["no JSON", "{", "it is not JSON"],
    ["something else", "[]", "it is not an object"],
    ["null", "null", "it is not an object"],
    ["another format", { ...head, schema: "handrail/terraform-bump-proof/2", roots: [] }, "schema is none of"],
    ["a result of another action", { ...head, schema: "handrail/terraform-plan/1", roots: [] }, "schema is none of"],
    ["a digest that is none", { ...head, digest: "0".repeat(63), roots: [] }, "digest is not the digest of a proof"],
    ["no roots", head, "roots is not a list"],
    ["a field that is missing", { ...head, roots: [{ ...good, label: undefined }] }, "roots.0.label is not a text"],
    ["an outcome of its own", { ...head, roots: [{ ...good, outcome: "perfect" }] }, "roots.0.outcome is none of"],
    [
      "a text that is too long",
      { ...head, roots: [{ ...good, message: "x".repeat(2001) }] },
      "roots.0.message is longer",
    ],
    [
      "too many changes",
      { ...head, roots: [{ ...good, changes: Array.from({ length: 101 }, () => ({})) }] },
      "roots.0.changes has more than",
    ],
    [
      "a flag that is a text",
      { ...head, roots: [{ ...good, changes: [{ address: "", what: "", isDestructive: "no" }] }] },
      "roots.0.changes.0.isDestructive",
    ],
    ["a number below zero", { ...head, roots: [{ ...good, more: -1 }] }, "roots.0.more"],
    ["too many roots", { ...head, roots: Array.from({ length: 20_001 }, () => good) }, "roots has more than"],
    ["something that nests", "[".repeat(100_000), "it is not JSON"],
    ["a file that is too long", " ".repeat(LONGEST_PROOF + 1), "it is longer than"],
  ])("is refused for %s", (_, value, why) => {
    expect(refusal(value)).toContain(`x.json is not a proof that this version reads: ${why}`);
  });

  it("takes nothing over that it does not know, and no place outside of the repository", () => {
    const own = '"__proto__": { "polluted": 1 }, "constructor": 2';
    const roots = JSON.stringify([{ ...good, extra: 1, file: "../../etc/passwd", line: 1 }]);
    const proof = parse(`{ ${own}, ${JSON.stringify(head).slice(1, -1)}, "roots": ${roots} }`);
    expect(Object.keys(proof)).toEqual(["digest", "roots"]);
    expect(proof.roots).toEqual([{ ...good, line: 1 }]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    for (const file of ["/etc/passwd", "~root", "a\\b", "a\nb"]) {
      expect(parse({ ...head, roots: [{ ...good, file }] }).roots[0]?.file).toBeUndefined();
    }
  });

  it("counts changes that have no room", () => {
    const change = { address: "a".repeat(2000), what: "w".repeat(2000), isDestructive: false };
    const roots = Array.from({ length: 100 }, () => ({
      ...good,
      changes: Array.from({ length: 100 }, () => change),
      more: 1,
    }));
    const written = renderProofFile({ key: "k", proof: { digest: head.digest, roots: roots as RootProof[] } });
    expect(written.length).toBeLessThanOrEqual(LONGEST_PROOF);
    const [first] = parse(written).roots;
    expect([first?.changes.length, first?.more]).toEqual([10, 91]);
  });
});
