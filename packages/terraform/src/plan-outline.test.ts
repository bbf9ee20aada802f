import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { createRedactor } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { hashOutline, parseOutline, renderOutline } from "./plan-outline-text.ts";
import { outlinePlan, type PlanOutline } from "./plan-outline.ts";
import { readPlan } from "./plan-reader.ts";

const KEY = "0123456789abcdef0123456789abcdef";

function factsOf(text: string, more: Partial<FingerprintFacts> = {}): FingerprintFacts {
  const bytes = Buffer.from(text);
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const { plan, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  return {
    source,
    plan,
    redact: (given) => redactor.redact(given),
    configuration: "c".repeat(64),
    lockFile: "# lock\n",
    terraformVersion: "1.11.4",
    providerVersions: { "registry.terraform.io/hashicorp/aws": "5.1.0" },
    arguments: {},
    refreshOnly: false,
    ...more,
  };
}

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/plans/${name}.json`, import.meta.url), "utf8");
}

function planOf(change: object, more: object = {}): string {
  const base = {
    actions: ["update"],
    before: {},
    after: {},
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
  };
  const resource_changes = [
    { address: "t.n", mode: "managed", type: "t", name: "n", change: { ...base, ...change }, ...more },
  ];
  return JSON.stringify({ format_version: "1.2", terraform_version: "1.11.4", planned_values: {}, resource_changes });
}

function leaves(change: object, more: Partial<FingerprintFacts> = {}): Record<string, [string, string]> {
  const outline = outlinePlan(factsOf(planOf(change), more));
  return Object.fromEntries((outline.changes[0]?.detail?.leaves ?? []).map(([path, ...tokens]) => [path, tokens]));
}

const DIGEST = expect.stringMatching(/^[A-Za-z0-9_-]{11}$/);
const STATE = { lineage: "l", serial: 7, resources: [["t.n", "AAAAAAAAAAA"] as [string, string]] };

describe("outlinePlan", () => {
  it("has a token for each attribute, by the path that people write", () => {
    const found = leaves({
      before: { tags: { Name: "a", "a b": "x" }, ingress: [{ port: 1 }], gone: true, nothing: null, empty: {} },
      after: { tags: { Name: "b", "a b": "x" }, ingress: [{ port: 1 }, { port: 2 }], nothing: null, empty: {} },
      after_unknown: { id: true, network: [{ ip: true }] },
    });
    expect(found).toStrictEqual({
      "tags.Name": [DIGEST, DIGEST],
      'tags["a b"]': [DIGEST, DIGEST],
      "ingress[0].port": [DIGEST, DIGEST],
      "ingress[1].port": ["", DIGEST],
      gone: [DIGEST, ""],
      nothing: ["-", "-"],
      empty: [DIGEST, DIGEST],
      id: ["", "?"],
      "network[0].ip": ["", "?"],
    });
    expect(found["tags.Name"]?.[0]).not.toBe(found["tags.Name"]?.[1]);
    expect(found['tags["a b"]']?.[0]).toBe(found['tags["a b"]']?.[1]);
  });

  it("masks what is sensitive without a key, and only marks it with one", () => {
    const change = {
      before: { p: "hunter22", q: "same", copy: "hunter22", m: { k: 1 } },
      after: { p: "hunter33", q: "same", copy: "hunter33", m: { k: 1 } },
      before_sensitive: { p: true, q: true, m: true },
      after_sensitive: { p: true, q: true, m: true },
    };
    expect(leaves(change)).toStrictEqual({
      p: ["*~", "*!"],
      q: ["*~", "*="],
      m: ["*~", "*="],
      copy: [expect.stringMatching(/^~.{11}$/), expect.stringMatching(/^!.{11}$/)],
    });
    const keyed = leaves(change, { key: KEY });
    expect(keyed["p"]?.map((token) => token.slice(0, 1))).toStrictEqual(["*", "*"]);
    expect(keyed["p"]?.[0]).not.toBe(keyed["p"]?.[1]);
    expect(keyed["copy"]?.[0]).toBe(keyed["p"]?.[0]?.slice(1));
  });

  it("never holds a secret, not in an address, not in a key of a map", () => {
    const text = planOf(
      { before: { p: "hunter22", m: { hunter22: 1 } }, after: {}, before_sensitive: { p: true } },
      { address: 't.n["hunter22"]', previous_address: 't.o["hunter22"]' },
    );
    for (const key of ["", KEY]) expect(JSON.stringify(outlinePlan(factsOf(text, { key })))).not.toContain("hunter22");
  });

  it("does not tell the keys of what is sensitive on the other side", () => {
    const change = { before: { m: { alpha: 1 } }, after: { m: { beta: 1 } }, before_sensitive: { m: true } };
    for (const key of ["", KEY]) expect(Object.keys(leaves(change, { key }))).toStrictEqual(["m"]);
  });

  it("cuts a change with many attributes at the first level, and has none when those are too many", () => {
    const wide = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`a${index}`, index]));
    expect(Object.keys(leaves({ before: null, after: { deep: wide } }))).toStrictEqual(["deep"]);
    expect(leaves({ before: null, after: wide })).toStrictEqual({});
  });

  it("is the same with other orders of keys and changes, and says what the plan is made of", () => {
    const document = JSON.parse(fixture("zoo")) as { resource_changes: unknown[] };
    const other = { ...document, resource_changes: [...document.resource_changes].reverse() };
    const one = outlinePlan(factsOf(fixture("zoo")), STATE);
    expect(outlinePlan(factsOf(JSON.stringify(other)), STATE)).toStrictEqual(one);
    const known = one.parts.map(({ kind, name, shown }) => [kind, name, shown].filter((part) => part !== undefined));
    expect(known).toEqual(
      expect.arrayContaining([
        ["configuration", ""],
        ["lock file", ""],
        ["terraform", "", "1.11.4"],
        ["provider", "registry.terraform.io/hashicorp/aws", "5.1.0"],
      ]),
    );
  });
});

describe("renderOutline", () => {
  it.each(["zoo", "destroy", "hostile", "moved-only", "refresh-only", "failing-check", "import-generated"])(
    "comes back the same: %s",
    (name) => {
      const outline = outlinePlan(factsOf(fixture(name), { refreshOnly: name === "refresh-only" }), STATE);
      const text = renderOutline(outline, 100_000);
      expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(parseOutline(text)).toStrictEqual(outline);
      expect(renderOutline(outline, 100_000)).toBe(text);
    },
  );

  it("leaves out the state, then what stays, then the attributes, then everything", () => {
    const stay = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`a${index}`, index]));
    const facts = factsOf(planOf({ before: { ...stay, b: 1 }, after: { ...stay, b: 2 } }));
    const outline = outlinePlan(facts, STATE);
    const { parts, changes } = outline;
    const whole = renderOutline(outline, 1e6);
    const stateless = renderOutline(outline, whole.length - 1);
    expect(parseOutline(stateless)).toStrictEqual({ schema: 1, parts, changes });
    const changed = renderOutline(outline, stateless.length - 1);
    const known = { object: DIGEST, unchanged: DIGEST, leaves: [["b", DIGEST, DIGEST]] };
    expect(parseOutline(changed)).toStrictEqual({ schema: 1, parts, changes: [{ ...changes[0], detail: known }] });
    const bare = renderOutline(outline, changed.length - 1);
    expect(parseOutline(bare)?.changes.map((change) => Object.hasOwn(change, "detail"))).toStrictEqual([false]);
    expect(renderOutline(outline, bare.length - 1)).toBe("");
    expect(hashOutline(bare)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("parseOutline", () => {
  const pack = (value: unknown): string =>
    deflateRawSync(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
  const good: PlanOutline = {
    schema: 1,
    parts: [{ kind: "whole", name: "", digest: "AAAAAAAAAAA" }],
    changes: [
      {
        section: "change",
        address: "t.n",
        actions: ["create"],
        digest: "AAAAAAAAAAA",
        detail: { object: "AAAAAAAAAAA", leaves: [["a", "", "?"]] },
      },
    ],
  };

  it("reads what is right", () => expect(parseOutline(pack(good))).toStrictEqual(good));

  it.each<[string, string]>([
    ["nothing", ""],
    ["other characters", "a b"],
    ["what is not deflated", "AAAA"],
    ["no JSON", pack("{")],
    ["no UTF-8", deflateRawSync(Buffer.from([0xff])).toString("base64url")],
    ["a list", pack([])],
    ["another form", pack({ ...good, schema: 2 })],
    ["a member more", pack({ ...good, extra: 1 })],
    ["a prototype", pack(JSON.stringify(good).replace("{", '{"__proto__":{"state":1},'))],
    ["a member twice", pack(JSON.stringify(good).replace("{", '{"schema":1,'))],
    ["a digest that is none", pack({ ...good, parts: [{ kind: "whole", name: "", digest: "x" }] })],
    ["a kind that is none", pack({ ...good, parts: [{ kind: "constructor", name: "", digest: "AAAAAAAAAAA" }] })],
    ["a serial that is none", pack({ ...good, state: { lineage: "", serial: 0.5, resources: [] } })],
    ["a token that is none", pack(JSON.stringify(good).replace('"?"', '"a secret"'))],
    ["a bomb", deflateRawSync(Buffer.alloc(64 * 1024 * 1024)).toString("base64url")],
    ["deep nesting", pack("[".repeat(100_000))],
    ["a text beyond all limits", "A".repeat(2_000_000)],
  ])("is undefined for %s", (_, text) => expect(parseOutline(text)).toBeUndefined());

  it("never throws", () => {
    const json = fc.json().map((text) => pack(text));
    const property = fc.property(fc.oneof(fc.string(), json, fc.base64String()), (text) => {
      expect([undefined, 1]).toContain(parseOutline(text)?.schema);
    });
    fc.assert(property, { numRuns: runs(300, 10_000), seed: seed() });
  });
});
