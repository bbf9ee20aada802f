import { spawnSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import {
  ExactNumber,
  isJsonObject,
  JsonError,
  MAX_DEPTH,
  member,
  numberText,
  parseJson,
  type Json,
} from "./json-value.ts";

function nested(depth: number): string {
  return `${"[".repeat(depth)}${"]".repeat(depth)}`;
}

/** The value as text, with numbers as JSON.parse has them. */
function text(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) => (inner instanceof ExactNumber ? Number(inner.text) : inner));
}

/** What a reader makes of a document, as text; undefined when it refuses it. */
function answer(read: (document: string) => Json, document: string): string | undefined {
  try {
    return text(read(document));
  } catch (error) {
    if (error instanceof JsonError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

describe("parseJson", () => {
  it("reads any JSON like JSON.parse", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.constantFrom(undefined, 1, "\t"), (json, space) => {
        const document = JSON.stringify(JSON.parse(json), undefined, space);
        expect(text(parseJson(document))).toBe(JSON.stringify(JSON.parse(document)));
      }),
      { numRuns: runs(200, 50_000), seed: seed() },
    );
  });

  it("gives the same objects as JSON.parse where no number is kept as text", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (document) => {
        fc.pre(!/[0-9]/.test(document));
        expect(parseJson(document)).toStrictEqual(JSON.parse(document));
      }),
      { numRuns: runs(100, 20_000), seed: seed() },
    );
  });

  it("refuses exactly what JSON.parse refuses", () => {
    const texts = fc.array(
      fc.constantFrom(
        ...Array.from('[]{}",:\\ \n\t'),
        "1",
        "0",
        "-",
        ".",
        "e",
        "+",
        "true",
        "null",
        "fals",
        "a",
        "\u0001",
        '"a"',
        "\\u12",
        "é",
        "\uFEFF",
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const document = parts.join("");
        expect(answer(parseJson, document)).toBe(answer((json) => JSON.parse(json) as Json, document));
      }),
      { numRuns: runs(600, 200_000), seed: seed() },
    );
  });

  it.each([
    ["9007199254740993", "9007199254740993"],
    ["12345678901234567890", "12345678901234567890"],
    ["1e400", "1e400"],
    ["1.0", "1.0"],
    ["-0", "-0"],
    ["0.1", "0.1"],
    ["3.00", "3.00"],
    ["1E5", "1E5"],
  ])("keeps the number %s as it is written", (document, digits) => {
    const value = parseJson(document);
    expect(typeof value === "number" || value instanceof ExactNumber ? numberText(value) : value).toBe(digits);
  });

  it.each([
    ['{"a": tru}', 6, 'unexpected "t"'],
    ['["abc', 5, "the text ends too early"],
    ["", 0, "the text ends too early"],
    ['{"a" 1}', 5, 'unexpected "1"'],
    ['"a\nb"', 2, 'unexpected "\\n"'],
    ["[1,]", 3, 'unexpected "]"'],
    ["1 2", 2, 'unexpected "2"'],
  ])("says where %j is wrong", (document, offset, message) => {
    let error: unknown;
    try {
      parseJson(document);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: "JsonError", message, offset });
  });

  it("refuses values that nest too deep instead of running out of stack", () => {
    expect(parseJson(nested(MAX_DEPTH))).toHaveLength(1);
    expect(() => parseJson(nested(MAX_DEPTH + 2))).toThrow(/deeper than 1000 levels/);
    expect(() => parseJson("[".repeat(1_000_000))).toThrow(/deeper than 1000 levels/);
  });

  it("takes the last of a key that occurs twice, or refuses it", () => {
    expect(parseJson('{"a":1,"a":{"b":2}}')).toStrictEqual({ a: { b: 2 } });
    expect(() => parseJson('{"a":1,"b":{"c":1,"c":1}}', false)).toThrow(/twice/);
    expect(parseJson('{"a":1,"b":{"a":1}}', false)).toStrictEqual({ a: 1, b: { a: 1 } });
  });

  it("H072: keys like __proto__ are data, and nothing leaks into other objects", () => {
    const value = parseJson(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1}',
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.keys(isJsonObject(value) ? value : {})).toStrictEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(member(member(value, "__proto__"), "polluted")).toBe(true);
    expect(member({}, "constructor")).toBeUndefined();
    expect(member({}, "__proto__")).toBeUndefined();
  });

  it("H072: reads the same keys where Object.prototype is frozen", () => {
    // Freezing is for good, so it is done to another process.
    const program = `Object.freeze(Object.prototype);
      const { parseJson } = await import(process.argv[1]);
      process.stdout.write(JSON.stringify(parseJson(process.argv[2])));`;
    const document = '{"constructor":1,"valueOf":{"hasOwnProperty":2},"__proto__":3}';
    const url = new URL("./json-value.ts", import.meta.url).href;
    const answer = spawnSync(process.execPath, ["--input-type=module", "-e", program, url, document], {
      encoding: "utf8",
    });
    expect(answer.stdout).toBe(document);
  });
});
