import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { count, keyText, quote, quotePair, textLine, textLinePair, visible } from "./diff-scalar.ts";

const HOSTILE = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "\n",
        "\r",
        "\u2028",
        "\u0085",
        "\t",
        '"',
        "\\",
        "\u202E",
        "\u200B",
        "\u001B[31m",
        "a",
        "é",
        "\u{1F600}",
        "\uD800",
        "${x}",
      ),
    )
    .map((parts) => parts.join("")),
);
const BREAKS = /[\n\v\f\r\u001C-\u001E\u0085\u2028\u2029]/;

describe("visible", () => {
  it.each([
    ["plain text, with é and 你好", "plain text, with é and 你好"],
    ["a\nb\r\tc", String.raw`a\nb\r\tc`],
    ["\u001B[31mred", String.raw`\u001B[31mred`],
    ["\u202Eabc\u2066", String.raw`\u202Eabc\u2066`],
    ["zero\u200Bwidth\uFEFF", String.raw`zero\u200Bwidth\uFEFF`],
    ["tag\u{E0041}", String.raw`tag\U000E0041`],
    ["lone \uD800 surrogate", String.raw`lone \uD800 surrogate`],
    ["\u{1F600}", "\u{1F600}"],
  ])("shows %j", (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it("leaves no line break and no control character in anything", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        for (const shown of [visible(text), quote(text), textLine(text), keyText(text)]) {
          expect(shown).not.toMatch(BREAKS);
          expect(shown).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\u200B]/);
        }
      }),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });
});

describe("quote", () => {
  it.each([
    ["a", '"a"'],
    ['say "hi" \\o/', String.raw`"say \"hi\" \\o/"`],
    ["x".repeat(400), `"${"x".repeat(400)}"`],
    ["x".repeat(401), `"${"x".repeat(400)}…" (401 characters)`],
    [`${"x".repeat(399)}\u{1F600}${"y".repeat(99_600)}`, `"${"x".repeat(399)}…" (100,001 characters)`],
  ])("writes %j", (text, expected) => {
    expect(quote(text)).toBe(expected);
  });

  it("tells different strings apart, unless both are long", () => {
    fc.assert(
      fc.property(HOSTILE, HOSTILE, (one, other) => {
        fc.pre(one !== other && one.length <= 400 && other.length <= 400);
        expect(quote(one)).not.toBe(quote(other));
      }),
      { numRuns: runs(300, 50_000), seed: seed() },
    );
  });
});

describe("quotePair", () => {
  it("puts short pairs on one line and says when they are too long for one", () => {
    expect(quotePair("a", "b")).toStrictEqual({ before: '"a"', after: '"b"', isOneLine: true });
    expect(quotePair("a".repeat(60), "b".repeat(61)).isOneLine).toBe(false);
  });

  it("shows the difference of long strings, wherever it is", () => {
    for (const at of [0, 1, 399, 5000, 9999]) {
      const before = "x".repeat(10_000);
      const after = `${before.slice(0, at)}DIFFERENT${before.slice(at + 1)}`;
      const shown = quotePair(before, after);
      expect(shown.after).toContain("DIFFERENT");
      expect(shown.before).toContain("(10,000 characters)");
      expect(shown.after).toContain("(10,008 characters)");
      expect(shown.after.length).toBeLessThan(450);
    }
  });

  it("gives two texts that differ for any two strings that differ", () => {
    const tail = fc.constantFrom("", "z".repeat(500), "\u{1F600}".repeat(300));
    fc.assert(
      fc.property(HOSTILE, HOSTILE, tail, tail, (one, other, head, end) => {
        fc.pre(one !== other);
        const pair = quotePair(`${head}${one}${end}`, `${head}${other}${end}`);
        expect(pair.before).not.toBe(pair.after);
        const lines = textLinePair(`${head}${one}${end}`, `${head}${other}${end}`);
        fc.pre(!/[\\\u0000-\u001F]/.test(one + other));
        expect(lines.before).not.toBe(lines.after);
      }),
      { numRuns: runs(200, 50_000), seed: seed() },
    );
  });
});

describe("keyText", () => {
  it.each([
    ["ami", "ami"],
    ["kebab-case_1", "kebab-case_1"],
    ["1st", '"1st"'],
    ["kubernetes.io/name", '"kubernetes.io/name"'],
    ["", '""'],
    ["a b", '"a b"'],
    ['= "x"\n+ forged', String.raw`"= \"x\"\n+ forged"`],
    ["k".repeat(101), `"${"k".repeat(100)}…"`],
  ])("writes %j", (key, expected) => {
    expect(keyText(key)).toBe(expected);
  });
});

describe("count", () => {
  it.each([
    [0, "0 lines"],
    [1, "1 line"],
    [999, "999 lines"],
    [1000, "1,000 lines"],
    [12_345_678, "12,345,678 lines"],
  ])("says %d", (number, expected) => {
    expect(count(number, "line")).toBe(expected);
  });
});
