import { describe, expect, it } from "@jest/globals";
import type { Json } from "./json-value.ts";
import { ExactNumber, parseJson } from "./json-value.ts";
import { collectSecrets, collectTexts, eitherFlags, flagsBelow, flagsOf, hasFlag } from "./secrets.ts";

function secretsOf(value: Json, flags: Json): string[] {
  const secrets = new Set<string>();
  collectSecrets(value, flags, secrets);
  return [...secrets];
}

describe("collectSecrets", () => {
  it.each<[string, Json, Json, string[]]>([
    ["a flagged string", "hunter2", true, ["hunter2"]],
    ["nothing that is not flagged", "hunter2", false, []],
    ["a flagged member only", { a: "visible", b: "hidden" }, { b: true }, ["hidden"]],
    ["every leaf below a flag", { a: { b: ["deep", { c: "deeper" }] } }, { a: true }, ["deep", "deeper"]],
    ["no keys of a flagged map", { secret_key: "value" }, true, ["value"]],
    ["elements of lists", ["one1", "two2", "three"], [false, true], ["two2"]],
    [
      "numbers of four digits and more",
      [123, 1234, 12345.5, new ExactNumber("9007199254740993")],
      true,
      ["1234", "12345.5", "9007199254740993"],
    ],
    ["no booleans, no null", [true, false, null, "true", "false", "null"], true, []],
    ["everything when the flags have another shape", { a: "text1" }, [true], ["text1"]],
    ["everything when a scalar has flags inside", "text2", { a: { b: true } }, ["text2"]],
    ["nothing when there are no flags inside", "text3", { a: {}, b: [false] }, []],
  ])("finds %s", (_, value, flags, expected) => {
    expect(secretsOf(value, flags)).toStrictEqual(expected);
  });

  it.each(["1", "a", "", "   ", "      ", "abc"])("H062: %j is not masked by value", (value) => {
    expect(secretsOf({ password: value }, { password: true })).toStrictEqual([]);
  });

  it("H062: short values are still known as texts of the object they are in", () => {
    const texts = new Set<string>();
    collectTexts({ pin: "42", empty: "", list: ["a"] }, { pin: true, empty: true, list: [true] }, texts);
    expect([...texts]).toStrictEqual(["42", "a"]);
  });

  it("H072: a flag on __proto__ is a flag like any other", () => {
    const value = parseJson('{"__proto__":"hidden1","constructor":"hidden2","x":"shown"}');
    expect(secretsOf(value, parseJson('{"__proto__":true,"constructor":true}'))).toStrictEqual(["hidden1", "hidden2"]);
    expect(secretsOf(value, {})).toStrictEqual([]);
  });
});

describe("flags", () => {
  it("has a flag when there is true anywhere", () => {
    expect([true, { a: [{}, true] }, { a: { b: true } }].map(hasFlag)).toStrictEqual([true, true, true]);
    expect([false, null, "true", 1, {}, [false, {}], undefined].map(hasFlag)).toStrictEqual(Array(7).fill(false));
  });

  it("follows a flag downwards", () => {
    expect(flagsBelow(true, "a")).toBe(true);
    expect(flagsBelow({ a: true }, "a")).toBe(true);
    expect(flagsBelow({ a: true }, "toString")).toBe(false);
    expect(flagsBelow([false, true], 1)).toBe(true);
    expect(flagsBelow([true], "0")).toBe(false);
    expect(flagsOf({ a: 1 }, { a: true })).toStrictEqual({ a: true });
    expect(flagsOf([1], { a: true })).toBe(true);
  });

  it("takes what is flagged on one side as flagged on both", () => {
    expect(eitherFlags({ a: true, b: {} }, { b: { c: true } })).toStrictEqual({ a: true, b: { c: true } });
    expect(eitherFlags([true], [false, true])).toStrictEqual([true, true]);
    expect(eitherFlags({ a: true }, [true])).toBe(true);
    expect(eitherFlags(false, { a: true })).toStrictEqual({ a: true });
    expect(eitherFlags(true, false)).toBe(true);
  });
});
