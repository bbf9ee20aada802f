import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { parseJson } from "./json.ts";

describe("parseJson", () => {
  it("H072: keys of prototypes are plain data at every depth, and Object.prototype stays as it is", () => {
    const hostile = '{"__proto__":{"polluted":1},"a":[{"constructor":{"prototype":{"polluted":2}},"__proto__":null}]}';
    const before = Object.getOwnPropertyNames(Object.prototype);
    const value = parseJson(hostile) as Record<string, Record<string, unknown>>;
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.keys(value)).toEqual(["__proto__", "a"]);
    expect(value["__proto__"]).toEqual({ polluted: 1 });
    expect(value["polluted"]).toBeUndefined();
    expect(value["toString"]).toBeUndefined();
    expect(JSON.stringify(value)).toBe(hostile);
  });

  it("equals JSON.parse for any JSON", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: runs(200, 20_000), seed: seed() },
    );
  });

  it("reads a million levels without an overflow of the stack", () => {
    const depth = 1_000_000;
    expect(Array.isArray(parseJson("[".repeat(depth) + "]".repeat(depth)))).toBe(true);
  });

  it("throws on what is no JSON", () => {
    expect(() => parseJson("{")).toThrow("JSON");
  });
});
