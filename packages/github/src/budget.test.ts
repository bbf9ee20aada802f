import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { COMMENT_LIMIT, SUMMARY_LIMIT_BYTES, fit, measure, measureBytes } from "./budget.ts";
import type { Piece } from "./budget.ts";

const settings = { numRuns: runs(500, 100_000), seed: seed() };
const kind = fc.constantFrom("destroy", "update", "output");
const piece: fc.Arbitrary<Piece> = fc.record(
  {
    importance: fc.integer({ min: 0, max: 5 }),
    fullImportance: fc.integer({ min: 0, max: 6 }),
    full: fc.string({ unit: "binary", maxLength: 60 }),
    short: fc.string({ maxLength: 12 }),
    omitted: kind,
  },
  { requiredKeys: ["importance", "full", "omitted"] },
);
const pieces = fc.array(piece, { maxLength: 30 });
const budget = fc.integer({ min: 0, max: 900 });

describe("measure", () => {
  it("is never less than code points, UTF-16 units, or characters with CR LF line ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const sizes = [Array.from(text).length, text.length, text.replaceAll("\n", "\r\n").length];
        expect(measure(text)).toBe(Math.max(...sizes));
      }),
      settings,
    );
  });

  it("counts bytes of a summary", () => {
    expect([measureBytes("aé😀"), SUMMARY_LIMIT_BYTES, COMMENT_LIMIT]).toEqual([7, 1_048_576, 65_536]);
  });
});

describe("fit", () => {
  it("H033: never exceeds the budget, its own note included, in any unit", () => {
    fc.assert(
      fc.property(pieces, budget, fc.constantFrom(measure, measureBytes), (given, limit, size) => {
        expect(size(fit(given, limit, size).text)).toBeLessThanOrEqual(limit);
      }),
      settings,
    );
  });

  it("shows everything and no note when everything fits", () => {
    fc.assert(
      fc.property(pieces, (given) => {
        const whole = given.map((each) => each.full).join("");
        expect(fit(given, measure(whole))).toEqual({ text: whole, omitted: new Map(), shortened: new Map() });
      }),
      settings,
    );
  });

  it("H033: keeps the order, and every piece is whole, short or missing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 30 }), fc.boolean()), {
          maxLength: 30,
        }),
        budget,
        (given, limit) => {
          const named = given.map(([importance, length, hasShort], at): Piece => ({
            importance,
            full: `[${at} ${"x".repeat(length)}]`,
            ...(hasShort ? { short: `[${at}]` } : {}),
            omitted: "piece",
          }));
          const { text, omitted, shortened } = fit(named, limit);
          const shown = [...text.matchAll(/\[(\d+)( x+)?\]/g)].map(([whole, at]) => ({ whole, at: Number(at) }));
          expect(shown.map((each) => each.at)).toEqual(shown.map((each) => each.at).sort((a, b) => a - b));
          for (const { whole, at } of shown) expect([named[at]?.full, named[at]?.short]).toContain(whole);
          expect(text.replace(/\n\n\*.*\*\n$/s, "")).toBe(shown.map((each) => each.whole).join(""));
          expect(shown.length + (omitted.get("piece") ?? 0)).toBe(named.length);
          expect(shortened.get("piece") ?? 0).toBe(shown.filter(({ whole, at }) => whole !== named[at]?.full).length);
        },
      ),
      settings,
    );
  });

  it("H034: nothing is left out while something less important is shown at the same size", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), budget, (importances, limit) => {
        const given = importances.map((importance, at): Piece => ({
          importance,
          full: `${String(at).padStart(4)} full\n`,
          short: `${String(at).padStart(4)}\n`,
          omitted: "piece",
        }));
        const { text } = fit(given, limit);
        const sizes = new Map(
          [...text.matchAll(/^ *(\d+)( full)?$/gm)].map(([, at, full]) => [Number(at), full === undefined ? 1 : 2]),
        );
        for (const [a, high] of importances.entries()) {
          for (const [b, low] of importances.entries()) {
            if (high > low) expect(sizes.get(a) ?? 0).toBeGreaterThanOrEqual(sizes.get(b) ?? 0);
          }
        }
      }),
      settings,
    );
  });

  it("H034: one destroy behind 10,000 updates stays, in full, and the updates left out are counted", () => {
    const updates = Array.from({ length: 10_000 }, (_, at): Piece => ({
      importance: 10,
      full: `~ aws_instance.web[${at}]\n${"diff\n".repeat(20)}`,
      short: `~ aws_instance.web[${at}]\n`,
      omitted: "update",
    }));
    const destroy: Piece = {
      importance: 100,
      fullImportance: 100,
      full: `- aws_db_instance.main\n${"- gone\n".repeat(50)}`,
      short: "- aws_db_instance.main\n",
      omitted: "destroy",
    };
    const { text, omitted, shortened } = fit([...updates, destroy], COMMENT_LIMIT);
    expect(text).toContain(destroy.full);
    expect(measure(text)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(measure(text)).toBeGreaterThan(COMMENT_LIMIT - 200);
    const shown = text.match(/^~ aws/gm)?.length ?? 0;
    expect([...omitted]).toEqual([["update", 10_000 - shown]]);
    expect([...shortened]).toEqual([["update", shown]]);
    expect(text).toContain(
      `\n\n*Left out because the text is too long: ${10_000 - shown} x update. Shortened: ${shown} x update.*\n`,
    );
  });

  it("a long full form never hides all other pieces, however important it is", () => {
    const long: Piece = { importance: 9, fullImportance: 9, full: "x".repeat(600), short: "long\n", omitted: "piece" };
    const others = Array.from({ length: 100 }, (_, at): Piece => ({
      importance: 1,
      full: `other ${at}\n`,
      omitted: "other",
    }));
    expect(fit([long, ...others], 1_000).text).toContain("long\nother 0\n");
    const half: Piece = { ...long, full: "x".repeat(300) };
    const { text, omitted } = fit([half, ...others], 1_000);
    expect(text.startsWith(half.full)).toBe(true);
    expect(omitted.get("other")).toBeLessThan(80);
  });

  it("H034: when not even all destroys fit, their number is told", () => {
    const destroys = Array.from({ length: 5_000 }, (_, at): Piece => ({
      importance: 100,
      full: `- aws_db_instance.main[${at}]\n`,
      omitted: "destroy",
    }));
    const head: Piece = { importance: 1_000, full: "### 5000 to destroy\n", omitted: "headline" };
    const { text, omitted } = fit([head, ...destroys], COMMENT_LIMIT);
    expect(text.startsWith(head.full)).toBe(true);
    expect(omitted.get("destroy")).toBeGreaterThan(1_000);
    expect(text).toContain(`${omitted.get("destroy") ?? 0} x destroy`);
  });

  it("H075: takes 200,000 pieces", () => {
    const many = Array.from({ length: 200_000 }, (_, at): Piece => ({
      importance: at % 7,
      full: `change ${at} ${"x".repeat(at % 90)}\n`,
      short: `${at}\n`,
      omitted: "change",
    }));
    const { text, omitted } = fit(many, SUMMARY_LIMIT_BYTES, measureBytes);
    expect(measureBytes(text)).toBeLessThanOrEqual(SUMMARY_LIMIT_BYTES);
    expect(omitted.get("change")).toBeGreaterThan(0);
  });

  it("a short form that is longer is never used, and a budget of nothing holds nothing", () => {
    const odd: Piece = { importance: 1, full: "a", short: "much longer", omitted: "x" };
    expect(fit([odd], 1).text).toBe("a");
    expect(fit([odd], 0)).toEqual({ text: "", omitted: new Map([["x", 1]]), shortened: new Map() });
    expect(fit([], 0).text).toBe("");
  });
});
