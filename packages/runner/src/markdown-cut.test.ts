import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { cutMarkdown } from "./markdown-cut.ts";

const markdown = [
  "# Title",
  "",
  "<details><summary>one</summary>",
  "",
  "````diff",
  "+ a é 全",
  "```",
  "</details>",
  "````",
  "",
  "</details>",
  "",
  "| a |",
  "|---|",
  "| 1 |",
  "",
].join("\n");

describe("cutMarkdown", () => {
  it("gives the whole text when it fits, to the byte", () => {
    const size = Buffer.byteLength(markdown);
    expect(cutMarkdown(markdown, size)).toEqual({ text: markdown, omittedLines: 0 });
    expect(cutMarkdown(markdown, size - 1).omittedLines).toBeGreaterThan(0);
  });

  it("closes what is open, at every size", () => {
    for (let limit = 0; limit < Buffer.byteLength(markdown); limit += 1) {
      const { text, omittedLines } = cutMarkdown(markdown, limit);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      expect(omittedLines).toBeGreaterThan(0);
      // What follows is a paragraph of its own: neither in the fence nor in the fold.
      const html = new MarkdownIt({ html: true }).render(`${text}\nAFTER\n`);
      expect(html.endsWith("<p>AFTER</p>\n")).toBe(true);
      const opened = html.split("<details>").length - 1;
      expect(html.split("</details>").length - 1).toBe(opened);
    }
  });

  it("never exceeds the limit, whatever the text", () => {
    const line = fc.constantFrom(
      "```",
      "~~~~",
      "````x",
      "<details>",
      "</details>",
      "é全😀",
      "",
      "text",
      "``` `",
      "    ```",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.nat(200), (lines, limit) => {
        const text = lines.join("\n");
        const cut = cutMarkdown(text, limit);
        expect(Buffer.byteLength(cut.text)).toBeLessThanOrEqual(Math.max(limit, 0));
        if (cut.omittedLines === 0) expect(cut.text).toBe(text);
        else
          expect(cut.text.startsWith(text.replace(/\n$/, "").split("\n").slice(0, -cut.omittedLines).join("\n"))).toBe(
            true,
          );
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});
