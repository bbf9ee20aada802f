import { createRedactor } from "@handrail/runner";
import { describe, expect, it } from "@jest/globals";
import { digestState, type StateDigest } from "./state-digest.ts";

const KEY = "0123456789abcdef0123456789abcdef";
const redact = (text: string): string => createRedactor(["hunter22"]).redact(text);

type Instance = Record<string, unknown>;

function state(instances: Instance[], resource: Record<string, unknown> = {}): string {
  const all = instances.map((instance) => ({ schema_version: 0, attributes: { id: "1" }, ...instance }));
  const resources = [{ mode: "managed", type: "t", name: "n", ...resource, instances: all }];
  return JSON.stringify({ version: 4, lineage: "l", serial: 3, resources });
}

function digest(text: string, key = ""): StateDigest {
  return digestState(text, { redact, key });
}

function one(instance: Instance, key = ""): string | undefined {
  return digest(state([instance]), key).resources[0]?.[1];
}

describe("digestState", () => {
  it.each<[string, Instance, Record<string, unknown>]>([
    ["t.n", {}, {}],
    ["t.n[0]", { index_key: 0 }, {}],
    ['t.n["a"]', { index_key: "a" }, {}],
    [
      String.raw`t.n["a\"b\\c\n$${"$"}{x}%%{y}\u200b é"]`.replace("$$$", "$$"),
      { index_key: 'a"b\\c\n${x}%{y}\u200b é' },
      {},
    ],
    ['module.m["k"].data.t.n', {}, { module: 'module.m["k"]', mode: "data" }],
    [
      'module.m["(sensitive value)"].t.n["(sensitive value)"]',
      { index_key: "hunter22" },
      { module: 'module.m["hunter22"]' },
    ],
    ["t.n (deposed aabbccdd)", { deposed: "aabbccdd" }, {}],
  ])("calls an instance %s", (address, instance, resource) => {
    expect(digest(state([instance], resource))).toStrictEqual({
      lineage: "l",
      serial: 3,
      resources: [[address, expect.stringMatching(/^[A-Za-z0-9_-]{11}$/)]],
    });
  });

  it.each<[string, Instance]>([
    ["an attribute", { attributes: { id: "2" } }],
    ["a taint", { status: "tainted" }],
    ["the schema's version", { schema_version: 1 }],
    ["the identity", { identity: { id: "x" } }],
    ["old attributes", { attributes_flat: { id: "1" } }],
  ])("changes with %s", (_, instance) => {
    expect(one(instance)).not.toBe(one({}));
    expect(one(instance, KEY)).not.toBe(one({}, KEY));
  });

  it.each<[string, Instance]>([
    ["dependencies", { dependencies: ["t.b", "t.a"] }],
    ["private bytes", { private: "AAAA" }],
    ["the order of keys", { attributes: { id: "1" }, schema_version: 0 }],
  ])("stays with %s", (_, instance) => expect(one(instance)).toBe(one({})));

  it.each<[string, unknown, unknown, unknown[]]>([
    ["an attribute", { p: "one1" }, { p: "two2" }, [{ type: "get_attr", value: "p" }]],
    [
      "an element of a list of objects",
      { l: [{ p: "a" }, { p: "one1" }] },
      { l: [{ p: "a" }, { p: "two2" }] },
      [
        { type: "get_attr", value: "l" },
        { type: "index", value: { value: 1, type: "number" } },
        { type: "get_attr", value: "p" },
      ],
    ],
    [
      "a key of a map",
      { m: { k: "one1" } },
      { m: { k: "two2" } },
      [
        { type: "get_attr", value: "m" },
        { type: "index", value: { value: "k", type: "string" } },
      ],
    ],
    [
      "what cannot be followed",
      { l: ["one1"] },
      { l: ["two2"] },
      [
        { type: "get_attr", value: "l" },
        { type: "index", value: { value: 99_999_999, type: "number" } },
      ],
    ],
    [
      "an element of a set",
      { l: ["one1"] },
      { l: ["two2"] },
      [
        { type: "get_attr", value: "l" },
        { type: "index", value: { value: { a: 1 }, type: "object" } },
      ],
    ],
  ])("masks without a key %s that is sensitive", (_, before, after, path) => {
    const [a, b] = [before, after].map((attributes): Instance => ({ attributes, sensitive_attributes: [path] }));
    expect(one(a ?? {})).toBe(one(b ?? {}));
    expect(one(a ?? {}, KEY)).not.toBe(one(b ?? {}, KEY));
    expect(one({ attributes: before })).not.toBe(one({ attributes: after }));
  });

  it("hides by value what is a known secret", () => {
    const other = (text: string): string => createRedactor(["other111"]).redact(text);
    const secret = digestState(state([{ attributes: { id: "other111" } }]), { redact: other });
    expect(secret.resources[0]?.[1]).toBe(one({ attributes: { id: "hunter22" } }));
  });

  it("knows no state at all", () => expect(digest("\n")).toStrictEqual({ lineage: "", serial: 0, resources: [] }));

  it.each(["{", "[]", "{}", '{"version":3}'])("says why %s is no state", (text) => {
    expect(() => digest(text)).toThrow(/^The state cannot be read: /);
  });

  it("takes a path of a million steps", () => {
    const path = Array.from({ length: 100_000 }, () => ({ type: "get_attr", value: "a" }));
    expect(one({ sensitive_attributes: [path] })).toBe(one({}));
  });
});
