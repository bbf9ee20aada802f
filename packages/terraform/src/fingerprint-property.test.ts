/**
 * The fingerprint and the outline over generated plan documents: any single change of meaning is seen, named and
 * refused; what has no meaning is not.
 */
import { createRedactor } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { fingerprintPlan } from "./fingerprint.ts";
import { comparePlans } from "./plan-difference.ts";
import { outlinePlan, type PlanOutline } from "./plan-outline.ts";
import { readPlan } from "./plan-reader.ts";
import { isSubset } from "./plan-subset.ts";

const KEY = "0123456789abcdef0123456789abcdef";

type Values = Record<string, unknown>;
type Body = { actions: string[]; before: Values | null; after: Values | null; after_unknown: Values } & Values;
type Element = { address: string; change: Body } & Values;
type Check = { address: { kind: string; to_display: string }; status: string };
type Document = {
  resource_changes: Element[];
  output_changes: Record<string, Values>;
  checks: Check[];
  variables: Record<string, { value: unknown }>;
} & Values;
type Outside = Pick<FingerprintFacts, "configuration" | "lockFile" | "terraformVersion"> & {
  providerVersions: Record<string, string>;
  arguments: Record<string, string>;
};
type Made = { document: Document; outside: Outside };

const text = fc.string({ unit: "grapheme", maxLength: 6 });
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(text, tie("value"), { maxKeys: 3 }),
  ),
}));
const attributes = fc.dictionary(fc.stringMatching(/^[a-e][a-e_]{0,3}$/), value, { minKeys: 1, maxKeys: 4 });

const body: fc.Arbitrary<Body> = fc
  .record({
    actions: fc.constantFrom("create", "update", "delete", "delete,create", "create,delete"),
    before: attributes,
    after: attributes,
    unknown: fc.boolean(),
  })
  .map(({ actions, before, after, unknown }) => ({
    actions: actions.split(","),
    before: actions === "create" ? null : before,
    after: actions === "delete" ? null : after,
    after_unknown: unknown && actions !== "delete" ? { id: true } : {},
    before_sensitive: actions === "create" ? false : {},
    after_sensitive: actions === "delete" ? false : {},
  }));

const made: fc.Arbitrary<Made> = fc
  .record({
    changes: fc.uniqueArray(
      fc.record({ name: fc.stringMatching(/^[a-z]{1,3}$/), key: fc.option(text), change: body }),
      {
        minLength: 1,
        maxLength: 5,
        selector: ({ name }) => name,
      },
    ),
    outputs: fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), value, { minKeys: 1, maxKeys: 3 }),
    variables: fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), value, { minKeys: 1, maxKeys: 3 }),
    checks: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 3 }),
  })
  .map(({ changes, outputs, variables, checks }) => ({
    document: {
      format_version: "1.2",
      terraform_version: "1.11.4",
      planned_values: {},
      variables: Object.fromEntries(Object.entries(variables).map(([name, each]) => [name, { value: each }])),
      resource_changes: changes.map(({ name, key, change }) => ({
        address: `t.${name}${key === null ? "" : `[${JSON.stringify(key)}]`}`,
        mode: "managed",
        type: "t",
        name,
        ...(key === null ? {} : { index: key }),
        provider_name: "registry.terraform.io/hashicorp/t",
        change,
      })),
      output_changes: Object.fromEntries(
        Object.entries(outputs).map(([name, after]) => {
          const rest = { after_unknown: false, before_sensitive: false, after_sensitive: false };
          return [name, { actions: ["create"], before: null, after, ...rest }];
        }),
      ),
      checks: checks.map((name) => ({ address: { kind: "check", to_display: `check.${name}` }, status: "pass" })),
    },
    outside: {
      configuration: "c".repeat(64),
      lockFile: "# lock\n",
      terraformVersion: "1.11.4",
      providerVersions: { "registry.terraform.io/hashicorp/t": "1.2.3" },
      arguments: { TF_CLI_ARGS: "-lock=true" },
    },
  }));

function factsOf({ document, outside }: Made, key: string): FingerprintFacts {
  const bytes = Buffer.from(JSON.stringify(document));
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const { plan, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  return { source, plan, redact: (given) => redactor.redact(given), key, ...outside, refreshOnly: false };
}

function outlineOf(from: Made, key: string): PlanOutline {
  return outlinePlan(factsOf(from, key), { lineage: "l", serial: 1, resources: [] });
}

/** One change of meaning, made in a copy. `found` says whether a comparison tells it. */
type Difference = ReturnType<typeof comparePlans>;
type Mutation = { name: string; change: (made: Made) => (difference: Difference) => boolean };

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("nothing was generated");
  return item;
}

const other = (given: unknown): unknown => (given === "other" ? "another" : "other");

function onChange(name: string, change: (element: Element) => void): Mutation {
  return {
    name,
    change: ({ document }) => {
      const element = first(document.resource_changes);
      const { address } = element;
      change(element);
      return ({ changes }) => changes.some((each) => each.address === address || each.address === element.address);
    },
  };
}

/** Changes one leaf: the first that is found going down. */
function poke(container: Values): void {
  const [key, below] = first(Object.entries(container));
  if (Array.isArray(below) && below.length > 0) below[0] = other(below[0]);
  else if (typeof below === "object" && below !== null && Object.keys(below).length > 0) poke(below as Values);
  else container[key] = other(below);
}

const MUTATIONS: Mutation[] = [
  onChange("an attribute", ({ change }) => poke(change.after ?? change.before ?? {})),
  onChange("an attribute before", ({ change }) => {
    if (change.before === null) change.before = { x: 1 };
    else poke(change.before);
  }),
  onChange("an attribute more", ({ change }) => void ((change.after ??= {})["more"] = true)),
  onChange("an unknown more", ({ change }) => void (change.after_unknown["unknown"] = true)),
  onChange(
    "the actions",
    ({ change }) => void (change.actions = change.actions[0] === "update" ? ["forget"] : ["update"]),
  ),
  onChange("an import", ({ change }) => void (change["importing"] = { id: "x" })),
  onChange("a move", (element) => void (element["previous_address"] = "t.old")),
  onChange("the provider", (element) => void (element["provider_name"] = "registry.example.com/evil/t")),
  onChange("a field of a newer terraform", ({ change }) => void (change["teleport"] = true)),
  onChange("the address", (element) => void (element.address = "t.sneaked")),
  {
    name: "a change more",
    change: ({ document }) => {
      document.resource_changes.push({ ...first(document.resource_changes), address: "t.sneaked" });
      return ({ changes }) => changes.some(({ address, kind }) => address === "t.sneaked" && kind === "added");
    },
  },
  {
    name: "a deposed delete more",
    change: ({ document }) => {
      const change = { actions: ["delete"], before: { sneaked: 1 }, after: null, after_unknown: {} };
      document.resource_changes.push({ ...first(document.resource_changes), deposed: "aabbccdd", change });
      return ({ changes }) => changes.some(({ deposed }) => deposed === "aabbccdd");
    },
  },
  {
    name: "an output",
    change: ({ document }) => {
      const [name, output] = first(Object.entries(document.output_changes));
      output["after"] = other(output["after"]);
      return ({ outputs }) => outputs.some(({ address }) => address === name);
    },
  },
  {
    name: "a check",
    change: ({ document }) => {
      const check = first(document.checks);
      check.status = "fail";
      return ({ checks }) => checks.some(({ address, now }) => address === check.address.to_display && now === "fail");
    },
  },
  {
    name: "a variable",
    change: ({ document }) => {
      const [name, variable] = first(Object.entries(document.variables));
      variable.value = other(variable.value);
      return ({ parts }) => parts.includes(`variable ${name}`);
    },
  },
  outside("the configuration", "the configuration", (made) => (made.configuration = "d".repeat(64))),
  outside("the lock file", "the lock file", (made) => (made.lockFile = undefined)),
  outside("terraform", "terraform 1.11.4 -> 1.11.5", (made) => (made.terraformVersion = "1.11.5")),
  outside("a provider", "provider registry.terraform.io/hashicorp/t 1.2.3 -> 1.2.4", (made) => {
    made.providerVersions = { "registry.terraform.io/hashicorp/t": "1.2.4" };
  }),
  outside("the arguments", "the arguments in TF_CLI_ARGS", (made) => (made.arguments = { TF_CLI_ARGS: "-lock=false" })),
];

function outside(name: string, words: string, change: (outside: Outside) => void): Mutation {
  return {
    name,
    change: (made) => {
      change(made.outside);
      return ({ parts }) => parts.includes(words);
    },
  };
}

/** The same document with other orders where order has no meaning. */
function reordered(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(reordered);
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(
    Object.entries(given)
      .reverse()
      .map(([key, each]) => [key, reordered(each)]),
  );
}

function recreated({ document, outside }: Made): Made {
  const changed = reordered({
    ...document,
    timestamp: "2031-01-01T00:00:00Z",
    prior_state: { serial: 7 },
    resource_changes: [...document.resource_changes].reverse(),
    checks: [...document.checks].reverse(),
  });
  return { document: changed as Document, outside };
}

/** The state when all of a plan is done. */
function stateAfter({ changes }: PlanOutline): NonNullable<PlanOutline["state"]> {
  const kept = changes.filter(({ section, deposed, actions }) => {
    return (
      section === "change" && deposed === undefined && !actions.every((action) => /^(?:delete|forget)$/.test(action))
    );
  });
  return { lineage: "l", serial: 2, resources: kept.map(({ address }) => [address, "d".repeat(11)]) };
}

describe.each(["", KEY])("generated plans with the key %j", (key) => {
  it("are equal when they are made again, in any order", () => {
    const property = fc.property(made, (one) => {
      const again = recreated(one);
      expect(fingerprintPlan(factsOf(again, key))).toBe(fingerprintPlan(factsOf(one, key)));
      expect(outlineOf(again, key)).toStrictEqual(outlineOf(one, key));
    });
    fc.assert(property, { numRuns: runs(50, 500), seed: seed() });
  });

  it("differ by any one change of meaning, which is named and refused", () => {
    const property = fc.property(made, fc.constantFrom(...MUTATIONS), (one, { name, change }) => {
      const changed = structuredClone(one);
      const isFound = change(changed);
      expect([name, fingerprintPlan(factsOf(changed, key))]).not.toStrictEqual([
        name,
        fingerprintPlan(factsOf(one, key)),
      ]);
      const [reviewed, now] = [outlineOf(one, key), outlineOf(changed, key)];
      expect([name, isFound(comparePlans(reviewed, now))]).toStrictEqual([name, true]);
      expect([name, isSubset(reviewed, now).isSubset]).toStrictEqual([name, false]);
    });
    fc.assert(property, { numRuns: runs(100, 1000), seed: seed() });
  });

  it("have every part of themselves as a subset, and nothing more", () => {
    const property = fc.property(made, fc.nat(), (one, bits) => {
      const part = structuredClone(one);
      part.document.resource_changes = part.document.resource_changes.filter((_, index) => ((bits >> index) & 1) === 1);
      const reviewed = outlineOf(one, key);
      const now = { ...outlineOf(part, key), state: stateAfter(reviewed) };
      const result = isSubset(reviewed, now);
      expect(result.why).toStrictEqual([]);
      expect([...result.done, ...result.left].sort()).toStrictEqual(
        reviewed.changes.map(({ address }) => address).sort(),
      );
      expect(isSubset(now, reviewed).isSubset).toBe(result.done.length === 0);
    });
    fc.assert(property, { numRuns: runs(50, 500), seed: seed() });
  });
});
