import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRedactor, Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readPlan } from "./plan-reader.ts";
import type { PlanSource } from "./plan.ts";
import { redactedPlan } from "./redacted-plan.ts";

const HIDDEN = "(sensitive value)";
const PLANS = new URL("../fixtures/plans/", import.meta.url);

function sourceOf(document: unknown): PlanSource {
  const bytes = new TextEncoder().encode(typeof document === "string" ? document : JSON.stringify(document));
  return { size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) };
}

/** The document as it is written with the plan's own secrets hidden by value, or by path alone. */
function redacted(document: unknown, redact?: (text: string) => string): string {
  const source = sourceOf(document);
  const redactor = createRedactor(readPlan(source).secrets);
  return [...redactedPlan(source, redact ?? ((text) => redactor.redact(text)))].join("");
}

function byPath(keys: object): unknown {
  const answer = redacted({ format_version: "1.2", ...keys }, (text) => text);
  const { format_version, ...rest } = JSON.parse(answer) as Record<string, unknown>;
  expect(format_version).toBe("1.2");
  return rest;
}

function changeOf(change: object, keys: object = {}): object {
  return { address: "a.b", mode: "managed", type: "a", name: "b", change: { actions: ["update"], ...change }, ...keys };
}

const FLAGGED = {
  before: { p: "1", q: 2 },
  after: { p: "3", q: 2 },
  before_sensitive: { p: true },
  after_sensitive: { p: true },
};
const MASKED = {
  before: { p: HIDDEN, q: 2 },
  after: { p: HIDDEN, q: 2 },
  before_sensitive: { p: true },
  after_sensitive: { p: true },
};

function resource(value: string): object {
  const expressions = {
    p: { constant_value: value },
    q: { constant_value: "open" },
    block: [{ inner: { constant_value: value } }],
  };
  return { mode: "managed", type: "a", name: "b", expressions };
}

function configuration(value: string): object {
  return { root_module: { module_calls: { m: { module: { resources: [resource(value)] } } } } };
}

describe("redactedPlan", () => {
  const names: string[] = readdirSync(fileURLToPath(PLANS));

  it.each(names)("leaves nothing secret in %s, and is valid JSON with everything else as it was", (name: string) => {
    const document = readFileSync(new URL(name, PLANS), "utf8");
    const answer = redacted(document);
    expect(answer).not.toMatch(/hunter[23]/);
    const { secrets } = readPlan(sourceOf(document));
    if (secrets.size === 0) expect(answer).toBe(document);
    const shown = JSON.stringify(JSON.parse(document), (_, value: unknown) =>
      typeof value === "string" && secrets.has(value) ? HIDDEN : value,
    );
    expect(JSON.stringify(JSON.parse(answer))).toBe(shown);
  });

  it.each<[string, object, object]>([
    ["changes", { resource_changes: [changeOf(FLAGGED)] }, { resource_changes: [changeOf(MASKED)] }],
    ["drift", { resource_drift: [changeOf(FLAGGED)] }, { resource_drift: [changeOf(MASKED)] }],
    [
      "deferred changes",
      { deferred_changes: [{ reason: "x", resource_change: changeOf(FLAGGED) }] },
      { deferred_changes: [{ reason: "x", resource_change: changeOf(MASKED) }] },
    ],
    [
      "outputs",
      {
        output_changes: {
          o: { actions: ["create"], before: null, after: { a: 1 }, before_sensitive: true, after_sensitive: true },
        },
      },
      {
        output_changes: {
          o: { actions: ["create"], before: null, after: HIDDEN, before_sensitive: true, after_sensitive: true },
        },
      },
    ],
    [
      "planned values",
      {
        planned_values: {
          outputs: { o: { sensitive: true, value: 1 }, p: { sensitive: false, value: 1 } },
          root_module: {
            child_modules: [
              { resources: [{ address: "a.b", values: { p: [1, 2] }, sensitive_values: { p: [false, true] } }] },
            ],
          },
        },
      },
      {
        planned_values: {
          outputs: { o: { sensitive: true, value: HIDDEN }, p: { sensitive: false, value: 1 } },
          root_module: {
            child_modules: [
              { resources: [{ address: "a.b", values: { p: [1, HIDDEN] }, sensitive_values: { p: [false, true] } }] },
            ],
          },
        },
      },
    ],
    [
      "the prior state",
      {
        prior_state: {
          values: { root_module: { resources: [{ values: { p: "x" }, sensitive_values: { p: true } }] } },
        },
      },
      {
        prior_state: {
          values: { root_module: { resources: [{ values: { p: HIDDEN }, sensitive_values: { p: true } }] } },
        },
      },
    ],
    [
      "variables",
      {
        variables: { v: { value: "a" }, w: { value: "a" } },
        configuration: { root_module: { variables: { v: { sensitive: true, default: "d" }, w: { default: "d" } } } },
      },
      {
        variables: { v: { value: HIDDEN }, w: { value: "a" } },
        configuration: { root_module: { variables: { v: { sensitive: true, default: HIDDEN }, w: { default: "d" } } } },
      },
    ],
    [
      "outputs of the configuration",
      { configuration: { root_module: { outputs: { o: { sensitive: true, expression: { constant_value: "c" } } } } } },
      {
        configuration: { root_module: { outputs: { o: { sensitive: true, expression: { constant_value: HIDDEN } } } } },
      },
    ],
    [
      "literals handed to a module",
      {
        configuration: {
          root_module: {
            module_calls: {
              m: {
                source: "./m",
                expressions: { p: { constant_value: "c" }, q: { constant_value: "open" } },
                module: { variables: { p: { sensitive: true } } },
              },
            },
          },
        },
      },
      {
        configuration: {
          root_module: {
            module_calls: {
              m: {
                source: "./m",
                expressions: { p: { constant_value: HIDDEN }, q: { constant_value: "open" } },
                module: { variables: { p: { sensitive: true } } },
              },
            },
          },
        },
      },
    ],
    [
      "action invocations",
      {
        action_invocations: [
          { address: "action.x.y", config_values: { p: "x", q: "x" }, config_sensitive: { p: true } },
        ],
      },
      {
        action_invocations: [
          { address: "action.x.y", config_values: { p: HIDDEN, q: HIDDEN }, config_sensitive: { p: true } },
        ],
      },
    ],
    [
      "sections of the future",
      { new_things: { n: { values: { p: 1 }, sensitive_values: { p: true } } } },
      { new_things: { n: { values: { p: HIDDEN }, sensitive_values: { p: true } } } },
    ],
  ])("H062: hides by path, without any help from values, in %s", (_, document, expected) => {
    expect(byPath(document)).toStrictEqual(expected);
  });

  it("hides literals of the configuration where the provider flags the attribute", () => {
    const change = changeOf(
      { before: null, after: { p: "x" }, after_sensitive: { p: true, block: [{ inner: true }] } },
      { address: 'module.m["k"].a.b[0]', module_address: 'module.m["k"]' },
    );
    expect(byPath({ resource_changes: [change], configuration: configuration("x") })).toMatchObject({
      configuration: configuration(HIDDEN),
    });
  });

  it("hides on both sides what is flagged on one", () => {
    const change = changeOf({
      before: { p: "1" },
      after: { p: "2" },
      before_sensitive: { p: true },
      after_sensitive: {},
    });
    expect(byPath({ resource_changes: [change] })).toMatchObject({
      resource_changes: [{ change: { before: { p: HIDDEN }, after: { p: HIDDEN } } }],
    });
  });

  it("keeps null, so that a policy sees that there was nothing", () => {
    const change = changeOf({ before: null, after: { p: null }, before_sensitive: true, after_sensitive: { p: true } });
    expect(byPath({ resource_changes: [change] })).toStrictEqual({ resource_changes: [change] });
  });

  it("hides everything when flags and values have different shapes", () => {
    const change = changeOf({
      before: { a: { b: "x" }, c: "y" },
      after: null,
      before_sensitive: { a: [true], c: { d: true } },
    });
    expect(byPath({ resource_changes: [change] })).toMatchObject({
      resource_changes: [{ change: { before: { a: HIDDEN, c: HIDDEN } } }],
    });
  });

  it("redacts what is data by value: texts, keys of maps, whole numbers, keys of addresses", () => {
    const redactor = createRedactor(["hunter2", "84737"]);
    const change = changeOf(
      { after: { hunter2: { hunter2: "is hunter2", n: 84_737, m: 847_371 } } },
      { address: 'a.hunter2["hunter2"]', index: "hunter2", name: "hunter2", previous_address: 'a.x["hunter2"]' },
    );
    const document = {
      format_version: "1.2",
      resource_changes: [change],
      checks: [{ instances: [{ problems: [{ message: "hunter2!" }] }] }],
      somewhere: "hunter2",
    };
    expect(JSON.parse(redacted(document, (text) => redactor.redact(text)))).toMatchObject({
      resource_changes: [
        {
          address: `a.hunter2["${HIDDEN}"]`,
          previous_address: `a.x["${HIDDEN}"]`,
          index: HIDDEN,
          name: "hunter2",
          change: { after: { hunter2: { [HIDDEN]: `is ${HIDDEN}`, n: HIDDEN, m: 847_371 } } },
        },
      ],
      checks: [{ instances: [{ problems: [{ message: `${HIDDEN}!` }] }] }],
      somewhere: HIDDEN,
    });
  });

  it("never hides terraform's own words: a secret called delete must not hide a deletion", () => {
    const redactor = createRedactor([
      "delete",
      "managed",
      "aws_db_instance",
      "production",
      "resource_changes",
      "before",
    ]);
    const change = {
      address: "aws_db_instance.production",
      mode: "managed",
      type: "aws_db_instance",
      name: "production",
      provider_name: "aws_db_instance",
      action_reason: "delete",
      change: { actions: ["delete"], before: { before: "production" } },
    };
    const document = { format_version: "1.2", resource_changes: [change] };
    expect(JSON.parse(redacted(document, (text) => redactor.redact(text)))).toStrictEqual({
      ...document,
      resource_changes: [{ ...change, change: { ...change.change, before: { before: HIDDEN } } }],
    });
  });

  it("keeps every other byte: white space, order, digits, escapes, keys twice", () => {
    const document = `{ "format_version" : "1.2",
      "resource_changes": [ { "address":"a.b", "change" : {"actions":["update"],
        "before":{"z":1.0,"a":9007199254740993,"10":1e400,"9":-0,"html":"\\u003cb\\u003e","p":"x","slash":"\\/"}, "after":{"p" : "y" },
        "before_sensitive":{"p":true},"after_sensitive":{"p":true}}} ],
      "unknown_key":{"k": 1.50, "k":2 } }\n`;
    expect(redacted(document, (text) => text)).toBe(
      document.replace('"p":"x"', `"p":"${HIDDEN}"`).replace('"p" : "y"', `"p" : "${HIDDEN}"`),
    );
  });

  it("says where the JSON is wrong before it writes anything", () => {
    expect(() => redactedPlan(sourceOf('{"format_version":"1.2","resource_changes":[{'), (text) => text)).toThrow(
      Failure,
    );
  });

  it("fails readably on values that nest too deep", () => {
    // An escaped character has to be read; a text without is copied as it is, however deep.
    const document = `{"format_version":"1.2","checks":[${"[".repeat(3000)}"\\u0041"${"]".repeat(3000)}]}`;
    expect(() => [...redactedPlan(sourceOf(document), (text) => text)]).toThrow(/deeper than 1000 levels at byte 34/);
    const plain = document.replace("\\u0041", "A");
    expect([...redactedPlan(sourceOf(plain), (text) => text)].join("")).toBe(plain);
  });

  it("H072: hostile keys are data, flagged or not", () => {
    const document = `{"format_version":"1.2","resource_changes":[{"address":"a.b","change":{"actions":["create"],
      "after":{"__proto__":"one1","constructor":{"prototype":"two2"},"x":"open"},"after_sensitive":{"__proto__":true,"constructor":{"prototype":true}}}}]}`;
    const answer = redacted(document);
    expect(answer).not.toMatch(/one1|two2/);
    expect(answer).toContain(`"__proto__":"${HIDDEN}"`);
    expect(answer).toContain('"x":"open"');
    expect(({} as Record<string, unknown>)["prototype"]).toBeUndefined();
  });

  it("has nothing of what is flagged, wherever flags are, and changes nothing else", () => {
    const secret = fc.stringMatching(/^S[0-9]{5}$/);
    const values = fc.dictionary(
      fc.constantFrom("a", "b", "c", "d"),
      fc.oneof(secret, fc.array(secret, { maxLength: 3 }), fc.constant(null), fc.integer({ min: 0, max: 99 })),
      { noNullPrototype: true },
    );
    const flags = fc.dictionary(
      fc.constantFrom("a", "b", "c", "d"),
      fc.constantFrom(true, false, [true], [false, true], {}),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(values, values, flags, flags, (before, after, beforeFlags, afterFlags) => {
        const change = changeOf({ before, after, before_sensitive: beforeFlags, after_sensitive: afterFlags });
        const document = {
          format_version: "1.2",
          resource_changes: [change],
          prior_state: { values: { root_module: { resources: [{ values: before, sensitive_values: beforeFlags }] } } },
        };
        const { secrets } = readPlan(sourceOf(document));
        const answer = redacted(document);
        for (const text of secrets) expect(answer).not.toContain(text);
        const kept = new Set(JSON.stringify(document).match(/S[0-9]{5}/g) ?? []).difference(secrets);
        const shown = new Set(answer.match(/S[0-9]{5}/g) ?? []);
        expect([...shown].filter((text) => !kept.has(text))).toStrictEqual([]);
      }),
      { numRuns: runs(150, 20_000), seed: seed() },
    );
  });
});
