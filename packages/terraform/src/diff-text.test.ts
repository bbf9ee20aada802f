import { describe, expect, it } from "@jest/globals";
import { diffText, endWord, isText, linesOf, textDiffLines, textNote } from "./diff-text.ts";

function shown(before: string, after: string): string[] {
  return textDiffLines(diffText(before, after), 0).map((line) => `${line.sign}${line.text}`);
}

const NUMBERS = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);

describe("diffText", () => {
  it("shows three lines around a change and counts the rest", () => {
    const after = NUMBERS.with(9, "changed");
    expect(shown(NUMBERS.join("\n"), after.join("\n"))).toStrictEqual([
      "#(6 unchanged lines)",
      " line 7",
      " line 8",
      " line 9",
      "-line 10",
      "+changed",
      " line 11",
      " line 12",
      " line 13",
      "#(7 unchanged lines)",
    ]);
  });

  it("shows a single unchanged line instead of counting it", () => {
    expect(shown("a\nb\nc\nd\ne\nf", "a\nb\nc\nd\nX\nf")).toStrictEqual([" a", " b", " c", " d", "-e", "+X", " f"]);
  });

  it("shows added and removed ends", () => {
    expect(shown("a\nb", "a\nb\nc")).toStrictEqual([" a", " b", "+c"]);
    expect(shown("a\nb", "b")).toStrictEqual(["-a", " b"]);
    expect(shown("", "a\nb")).toStrictEqual(["-", "+a", "+b"]);
  });

  it("shows where long lines differ", () => {
    const [minus, plus] = shown(`x\n${"a".repeat(900)}1`, `x\n${"a".repeat(900)}2`).slice(1);
    expect([minus, plus]).toStrictEqual([
      `-…${"a".repeat(60)}1 (901 characters)`,
      `+…${"a".repeat(60)}2 (901 characters)`,
    ]);
  });

  it("counts every line, whatever the lengths", () => {
    const long = Array.from({ length: 300_000 }, (_, index) => `l${index}`).join("\n");
    const lines = diffText(long, `${long}\nmore`);
    expect(lines).toStrictEqual([
      { unchanged: 299_997 },
      ...["l299997", "l299998", "l299999"].map((text) => ({ sign: " ", text })),
      { sign: "+", text: "more" },
    ]);
  });
});

describe("what is said of texts", () => {
  it.each<[string, string, string | undefined]>([
    ["a\r\nb", "a\nb", "only line ends change"],
    ["a\nb", "a\nb\n", "a line break at the end is added"],
    ["a\nb\n", "a\nb", "the line break at the end is removed"],
    ["a\n  b", "a\n\tb ", "only white space changes"],
    ["caf\u00E9", "cafe\u0301", "only the Unicode form changes"],
    ["a", "b", undefined],
  ])("of %j and %j", (before, after, note) => {
    expect(textNote(before, after)).toBe(note);
  });

  it("takes a line break at the end alone for none", () => {
    expect([isText("a"), isText("a\n"), isText("a\nb"), isText("\n\n"), isText("")]).toStrictEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(linesOf("a\nb\n")).toStrictEqual(["a", "b"]);
  });

  it("ends a text with a word that is not in it", () => {
    expect(endWord("a\nb")).toBe("EOT");
    expect(endWord("EOT\n  EOT_\nxEOT__", "b")).toBe("EOT__");
  });
});
