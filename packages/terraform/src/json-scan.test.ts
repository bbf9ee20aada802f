import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { JsonScanner } from "./json-scan.ts";
import { JsonError, parseJson, type Json } from "./json-value.ts";
import type { PlanSource } from "./plan.ts";

type Counted = PlanSource & { bytes: number };

/** A source that counts what is read, and hands out pieces that are not shared. */
function sourceOf(document: string | Uint8Array): Counted {
  const bytes = typeof document === "string" ? new TextEncoder().encode(document) : document;
  const source: Counted = {
    size: bytes.length,
    bytes: 0,
    read(offset, length) {
      source.bytes += length;
      return new Uint8Array(bytes.subarray(offset, offset + length));
    },
  };
  return source;
}

/** Reads by walking: every container is visited, every scalar taken. */
function walked(scanner: JsonScanner): Json {
  if (scanner.isList()) {
    const list: Json[] = [];
    scanner.list((index) => {
      expect(index).toBe(list.length);
      list.push(walked(scanner));
    });
    return list;
  }
  if (!scanner.isObject()) return scanner.take();
  const entries: [string, Json][] = [];
  scanner.object((key) => entries.push([key, walked(scanner)]));
  return Object.fromEntries(entries);
}

function isRefused(read: () => void): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (error instanceof JsonError || error instanceof SyntaxError) return true;
    throw error;
  }
}

const jsonTexts = fc
  .tuple(fc.json({ maxDepth: 3 }), fc.constantFrom("", " ", "\n\t", "\r\n"))
  .map(([text, white]) => `${white}${text}${white}`);

describe("JsonScanner", () => {
  it("reads any JSON through any window, by taking it whole and by walking", () => {
    fc.assert(
      fc.property(jsonTexts, fc.integer({ min: 1, max: 40 }), (text, window) => {
        const taker = new JsonScanner(sourceOf(text), { window });
        expect(taker.take()).toStrictEqual(parseJson(text));
        taker.end();
        const walker = new JsonScanner(sourceOf(text), { window });
        expect(JSON.stringify(walked(walker))).toBe(JSON.stringify(parseJson(text)));
        walker.end();
      }),
      { numRuns: runs(200, 50_000), seed: seed() },
    );
  });

  it("skips exactly the value, and tells where it was", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.integer({ min: 1, max: 9 }), (text, window) => {
        const bytes = Buffer.from(`[0, ${text} ,"é"]`);
        const seen: Json[] = [];
        const scanner = new JsonScanner(sourceOf(bytes), { window });
        scanner.list((index) => {
          if (index !== 1) seen.push(scanner.take());
          else {
            const { offset, length } = scanner.skip();
            expect(bytes.toString("utf8", offset, offset + length)).toBe(text.trim());
          }
        });
        expect(seen).toStrictEqual([0, "é"]);
      }),
      { numRuns: runs(150, 50_000), seed: seed() },
    );
  });

  it("refuses exactly what JSON.parse refuses, in skipped parts too", () => {
    const parts = fc.array(
      fc.constantFrom(
        ...Array.from('[]{}",:\\ \n'),
        "12",
        "-",
        "0.",
        "e1",
        "true",
        "nul",
        "\\u00e",
        "\\x",
        "\u0000",
        '"a"',
        "é",
      ),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 5 }), (pieces, window) => {
        const text = pieces.join("");
        const scan = (): void => {
          const scanner = new JsonScanner(sourceOf(text), { window });
          scanner.skip();
          scanner.end();
        };
        expect(isRefused(scan)).toBe(isRefused(() => JSON.parse(text)));
      }),
      { numRuns: runs(600, 200_000), seed: seed() },
    );
  });

  it("says at which byte a document ends too early, wherever it is cut", () => {
    const bytes = readFileSync(new URL("../fixtures/plans/zoo.json", import.meta.url));
    for (let length = 0; length < bytes.length; length += length < 300 ? 1 : 97) {
      const scanner = new JsonScanner(sourceOf(bytes.subarray(0, length)), { window: 64 });
      let error: unknown;
      try {
        scanner.skip();
      } catch (thrown) {
        error = thrown;
      }
      if (!(error instanceof JsonError)) throw new Error(`${length} bytes were read as a document`, { cause: error });
      expect(error.offset).toBeLessThanOrEqual(length);
    }
  });

  it("has no byte order mark, no comments, no second value", () => {
    for (const text of ["\uFEFF{}", "/* */ {}", "{} {}", "{a:1}", "{'a':1}", "[1] x"]) {
      const scan = (): void => {
        const scanner = new JsonScanner(sourceOf(text));
        scanner.skip();
        scanner.end();
      };
      expect(scan).toThrow(JsonError);
    }
  });

  it("skips what nests a million levels deep", () => {
    const depth = 1_000_000;
    const text = `${"[".repeat(depth)}${'{"a":'.repeat(10)}1${"}".repeat(10)}${"]".repeat(depth)}`;
    const scanner = new JsonScanner(sourceOf(text));
    expect(scanner.skip()).toStrictEqual({ offset: 0, length: text.length });
    expect(() => new JsonScanner(sourceOf("[".repeat(depth))).skip()).toThrow(/too early/);
  });

  it("reads every byte once when nothing that is wanted lies across a border", () => {
    for (const name of readdirSync(new URL("../fixtures/plans/", import.meta.url))) {
      const bytes = readFileSync(new URL(`../fixtures/plans/${name}`, import.meta.url));
      const source = sourceOf(bytes);
      new JsonScanner(source, { window: 512 }).skip();
      expect(source.bytes).toBe(bytes.length);
    }
  });

  it("says so when the source has fewer bytes than it promised", () => {
    const scanner = new JsonScanner({ size: 10, read: () => new Uint8Array(0) });
    expect(() => scanner.skip()).toThrow(/fewer bytes/);
  });

  it("gives equal short texts once, and never confuses bytes with characters", () => {
    // The two bytes of "é" read as Latin-1 are "Ã©", which is a text of two characters.
    const scanner = new JsonScanner(sourceOf('["Ã©","é","Ã©","managed","managed"]'));
    expect(scanner.isList()).toBe(true);
    expect(walked(scanner)).toStrictEqual(["Ã©", "é", "Ã©", "managed", "managed"]);
  });
});
