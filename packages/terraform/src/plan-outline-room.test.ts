import { createRedactor } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { fingerprintPlan } from "./fingerprint.ts";
import { isLonger, withoutDetails } from "./plan-outline-room.ts";
import { parseOutline, renderOutline } from "./plan-outline-text.ts";
import { withoutUnchanged } from "./plan-outline-unchanged.ts";
import { fingerprintAndOutline, outlinePlan, type PlanOutline } from "./plan-outline.ts";
import { readPlan } from "./plan-reader.ts";
import type { StateDigest } from "./state-digest.ts";

type Shape = { changes: number; attributes: number; changed: number; files: number };

const shapes = fc.record({
  changes: fc.nat(40),
  attributes: fc.nat(12),
  changed: fc.nat(12),
  files: fc.nat(20),
});

function factsOf({ changes, attributes, changed, files }: Shape, key: string): FingerprintFacts {
  const values = (at: number, isAfter: boolean): object => {
    const names = Array.from({ length: attributes }, (_, index) => index);
    return Object.fromEntries(names.map((name) => [`a${name}`, `${at}-${name}-${isAfter && name < changed}`]));
  };
  const resource_changes = Array.from({ length: changes }, (_, at) => ({
    address: `t.n${at}`,
    change: { actions: ["update"], before: values(at, false), after: values(at, true), after_unknown: {} },
  }));
  const document = { format_version: "1.2", terraform_version: "1.11.4", planned_values: {}, resource_changes };
  const bytes = Buffer.from(JSON.stringify(document));
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const { plan, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  return {
    source,
    plan,
    redact: (text) => redactor.redact(text),
    key,
    configuration: "c",
    files: Array.from({ length: files }, (_, at) => [`${at}.${at % 2 === 0 ? "tf" : "txt"}`, `hcl ${at}`]),
    lockFile: "l",
    terraformVersion: "1.11.4",
    providerVersions: {},
    arguments: {},
    refreshOnly: false,
  };
}

const LIMITS = fc.integer({ min: 200, max: 12_000 });
const KEYS = fc.constantFrom("", "0123456789abcdef0123456789abcdef");

function stateOf(count: number): StateDigest {
  const resources = Array.from({ length: count }, (_, at): [string, string] => {
    return [`t.n${at}`, Buffer.from(`digest${at}`.padEnd(8, "x").slice(0, 8)).toString("base64url").slice(0, 11)];
  });
  return { lineage: "l", serial: 1, resources };
}

describe("fingerprintAndOutline", () => {
  it("is the fingerprint and the outline in one", () => {
    const property = fc.property(shapes, KEYS, (shape, key) => {
      const facts = factsOf(shape, key);
      const both = fingerprintAndOutline(facts, () => stateOf(3));
      expect(both).toStrictEqual({ fingerprint: fingerprintPlan(facts), outline: outlinePlan(facts, stateOf(3)) });
    });
    fc.assert(property, { numRuns: runs(20, 5000), seed: seed() });
  });

  it("does not make what would not fit, and is rendered all the same", () => {
    const property = fc.property(shapes, KEYS, LIMITS, (shape, key, maxLength) => {
      const facts = factsOf(shape, key);
      const { fingerprint, outline } = fingerprintAndOutline(facts, () => stateOf(3), { maxLength });
      const whole = outlinePlan(facts, stateOf(3));
      expect(renderOutline(outline, maxLength)).toBe(renderOutline(whole, maxLength));
      expect(fingerprint).toBe(fingerprintPlan(facts));
    });
    fc.assert(property, { numRuns: runs(60, 20_000), seed: seed() });
  });

  it("asks for no state, and has no attributes, when not even the attributes fit", () => {
    const facts = factsOf({ changes: 40, attributes: 10, changed: 10, files: 3 }, "");
    const asked: number[] = [];
    const state = (): StateDigest => stateOf(asked.push(1));
    const { outline } = fingerprintAndOutline(facts, state, { maxLength: 2000 });
    expect(asked).toStrictEqual([]);
    expect(outline).toStrictEqual(withoutDetails(outlinePlan(facts)));
    expect(outline.changes).toHaveLength(40);
    expect(outline.changes.some((change) => Object.hasOwn(change, "detail"))).toBe(false);
  });
});

describe("isLonger", () => {
  it("never says so of what fits", () => {
    const property = fc.property(shapes, KEYS, (shape, key) => {
      const whole = outlinePlan(factsOf(shape, key), stateOf(3));
      const changed: PlanOutline = { ...whole, changes: whole.changes.map(withoutUnchanged) };
      for (const [depth, made] of [
        ["whole", whole],
        ["changed", changed],
        ["bare", withoutDetails(whole)],
      ] as const) {
        // With room for everything nothing is left out, so this is the length that is being judged.
        const text = renderOutline(made, 1e6);
        expect(parseOutline(text)).toStrictEqual(made);
        expect(isLonger(depth === "bare" ? withoutDetails(whole) : whole, depth, text.length)).toBe(false);
      }
    });
    fc.assert(property, { numRuns: runs(60, 20_000), seed: seed() });
  });

  it("says so of many digests", () => {
    const whole = outlinePlan(factsOf({ changes: 40, attributes: 10, changed: 5, files: 0 }, ""));
    const found = (["whole", "changed", "bare"] as const).map((depth) => [
      isLonger(whole, depth, 8000),
      isLonger(whole, depth, 4200),
      isLonger(whole, depth, 420),
    ]);
    expect(found).toStrictEqual([
      [false, true, true],
      [false, true, true],
      [false, false, true],
    ]);
  });
});
