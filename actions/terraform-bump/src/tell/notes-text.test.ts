import { describe, expect, it } from "@jest/globals";
import { fence } from "@handrail/github";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { hostileTexts } from "./hostile-fixture.ts";
import { cleanNotes, cutNotes } from "./notes-text.ts";

describe("cleanNotes", () => {
  it.each([
    [
      "usual notes stay",
      "BUG FIXES:\n\n* resource/aws_x: Fix `a` (#12)\n",
      "BUG FIXES:\n\n* resource/aws_x: Fix `a` (# 12)",
    ],
    [
      "links become their text",
      "([#12](https://github.com/o/r/issues/12)) [docs](https://x.example/a_(b))",
      "(# 12) docs)".replace("docs)", "[docs](https://x.example/a_(b))"),
    ],
    [
      "addresses of issues become their names",
      "by @octocat in https://github.com/o/r/pull/12",
      "by @ octocat in o/r# 12",
    ],
    [
      "closing words close nothing",
      "Closes #1, fixes o/r#2, resolves GH-3, Fixes https://github.com/o/r/issues/4",
      "Closes # 1, fixes o/r# 2, resolves GH- 3, Fixes o/r# 4",
    ],
    ["everybody is left in peace", "@everyone @org/team a@b.example", "@ everyone @ org/team a@ b.example"],
    ["images are their text", "![diagram](https://x.example/a.png) x", "diagram x"],
    [
      "html goes, placeholders stay",
      '<details><summary>More</summary>\n<img src="x">TF_TOKEN_<host> list<string></details>',
      "More\nTF_TOKEN_<host> list<string>",
    ],
    ["html that appears by taking html out is broken", "<im<b>g src=x>", "< img src=x>"],
    ["comments go, also without an end", "a<!-- handrail:terraform-bump e30 -->b<!-- c", "ab"],
    ["line ends are one kind, empty lines are few", "a\r\n\r\n\r\n\r\nb  \rc", "a\n\nb\nc"],
    ["fences are short", `${"`".repeat(5_000)}x`, "```x"],
    ["half characters are replaced", "\ud800x", "\ufffdx"],
  ])("%s", (_, text, expected) => expect(cleanNotes(text)).toBe(expected));

  it("H090: stays in its fence, and means nothing outside of it either", () => {
    const part = fc.oneof(
      fc.constantFrom(...hostileTexts, "<div>", "<!--", "&#64;", "[x](", "](y)"),
      fc.string({ maxLength: 6, unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const notes = cleanNotes(parts.join(""));
        const dom = renderComment(fence(notes));
        expect(dom.outline()).toBe("pre(code)");
        // As a squashed commit's message, or in a mail.
        expect(notes).not.toMatch(/@[\p{L}\p{N}]|#\d|GH-\d|<!--|\/(?:issues|pull)\/\d/iu);
        expect(notes).not.toMatch(/<\/?(?:img|div|details|summary|h1|a|script)[\s/>]/i);
        expect(cleanNotes(notes.normalize()).length).toBeLessThanOrEqual(2 * notes.length + 10);
      }),
      { numRuns: runs(300, 30_000), seed: seed() },
    );
  });

  it.each(["<!--", "<a ", "[x](", "![", "@a", "https://x/o/r/pull/", "`", "<", "\n "])(
    "reads a megabyte of %j",
    (text) => {
      expect(cleanNotes(text.repeat(1_000_000 / text.length)).length).toBeLessThan(200_000);
    },
  );
});

describe("cutNotes", () => {
  it.each([
    ["abc", 3, "abc"],
    ["abcd\nefgh\nijkl", 12, "abcd\nefgh"],
    ["é".repeat(10), 5, "éé"],
    ["😀😀", 7, "😀"],
    ["abc", 0, ""],
    ["abc", -5, ""],
  ])("%j to %i bytes", (text, bytes, expected) => expect(cutNotes(text, bytes)).toBe(expected));
});
