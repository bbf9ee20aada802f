import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { runs, seed } from "../runs.ts";
import { renderComment, textOf } from "./comment.ts";

const struck = (markdown: string) =>
  renderComment(markdown)
    .find("s")
    .map((each) => textOf(each));

describe("renderComment", () => {
  it("answers what is in a comment", () => {
    const comment = renderComment(
      [
        "<!-- handrail:plan e30 -->",
        "## Plan for `live`",
        "",
        "| a | b |",
        "|---|---|",
        "| `x|y` | 2 |",
        "",
        "See [run](https://example.com/run), www.example.com and ![alt](https://example.com/i.png).",
        "",
        "<details open><summary>3 changes</summary>",
        "",
        "```diff",
        "- a",
        "+ @nobody",
        "```",
        "",
        "</details>",
      ].join("\n"),
    );
    expect(comment.comments).toEqual([" handrail:plan e30 "]);
    expect(comment.headings).toEqual([{ level: 2, text: "Plan for live" }]);
    expect(comment.tables).toEqual([{ head: ["a", "b"], rows: [["`x", "y`"]] }]);
    expect(comment.links).toEqual([
      { href: "https://example.com/run", text: "run" },
      { href: "http://www.example.com", text: "www.example.com" },
    ]);
    expect(comment.images).toEqual([{ src: "https://example.com/i.png", alt: "alt" }]);
    expect(comment.details).toMatchObject([{ summary: "3 changes", isOpen: true, depth: 0 }]);
    expect(comment.codeBlocks).toEqual([{ language: "diff", text: "- a\n+ @nobody\n" }]);
    expect(comment.codeSpans).toEqual(["live"]);
    expect(comment.mentions).toEqual([]);
    expect(comment.outline()).toBe(
      "h2(code) table(thead(tr(th th)) tbody(tr(td td))) p(a a img) details[open](summary pre(code))",
    );
  });

  it.each([
    ["ping @octocat, @octo-org/admins and (@all)", ["octocat", "octo-org/admins", "all"]],
    ["mail me@example.com or `@code` or [@link](https://example.com)", []],
    ["@\u200boctocat and @ octocat and @-x", []],
    ["<kbd>@keys</kbd> <code>@code</code> <b>@bold</b>", ["keys", "bold"]],
    ["a<!-- x -->@b @<!-- y -->c", ["c"]],
    ["```\n@fenced\n```\n\n    @indented\n\n> @quoted", ["quoted"]],
  ])("finds the mentions of %j", (markdown, mentions) => {
    expect(renderComment(markdown).mentions).toEqual(mentions);
  });

  it.each([
    ["fixes #1, see GH-2 and octo-org/infra#3", ["#1 closes", "GH-2", "octo-org/infra#3"]],
    ["Closes: octo-org/infra#3 https://x.example/#1 a#1 &#49; `#4`", ["octo-org/infra#3 closes"]],
    ["#\u200b1 # 1 aws_x.y[0]#z", []],
  ])("finds the references of %j", (markdown, references) => {
    const found = renderComment(markdown).references;
    expect(found.map(({ text, closes }) => `${text}${closes ? " closes" : ""}`)).toEqual(references);
  });

  it("shows a fence that was closed from inside, and one that holds", () => {
    const hostile = "bad.\n```\n</details>\n\n## Plan approved";
    const broken = renderComment(`<details><summary>s</summary>\n\n\`\`\`\n${hostile}\n\`\`\`\n\n</details>`);
    expect(broken.headings).toEqual([{ level: 2, text: "Plan approved" }]);
    const safe = renderComment(`<details><summary>s</summary>\n\n\`\`\`\`\n${hostile}\n\`\`\`\`\n\n</details>`);
    expect(safe.headings).toEqual([]);
    expect(safe.outline()).toBe(
      renderComment("<details><summary>s</summary>\n\n```\nharmless\n```\n\n</details>").outline(),
    );
  });

  it("swallows what stands behind an open HTML comment, as a browser does", () => {
    expect(renderComment("a\n\n<!-- forged\n\n## Heading\n").headings).toEqual([]);
    expect(renderComment("<!--> ## shown").comments[0]).toBe("");
  });

  it("drops scripts and handlers, and keeps the text of unknown elements", () => {
    const comment = renderComment(
      '<script>alert(1)</script>\n\n<x-y>text</x-y> <a href="java\nscript:x" onclick="y">z</a> [j](javascript:x)',
    );
    expect(comment.links).toEqual([]);
    expect(comment.text).toContain("text");
    expect(comment.find("script")).toEqual([]);
  });

  it("does not let an end tag out of a table cell", () => {
    const comment = renderComment(
      "<details><summary>s</summary>\n\n<table><tr><td></details>still inside</td></tr></table>\n\n</details>",
    );
    expect(comment.details[0]?.text).toContain("still inside");
    expect(comment.outline()).toBe("details(summary table(tr(td)))");
  });

  it("knows GitHub's other inventions", () => {
    const comment = renderComment("> [!NOTE]\n> x\n\n- [ ] do :tada: $a_1$ x[^1] 1a2b3c4d ~gone~ ~~gone~~");
    expect(comment.extras.map((each) => each.kind).sort()).toEqual([
      "alert",
      "commit",
      "emoji",
      "footnote",
      "math",
      "task",
    ]);
    expect(comment.find("s").map((each) => each.children)).toHaveLength(2);
  });

  it("strikes as GitHub does, one tilde or two", () => {
    expect(struck("~a ~b~ ~c~ ~~d~~ ~ e ~ x~f~x")).toEqual(["b", "c", "d", "f"]);
    expect(struck("~a\n\nb~ ~~~x~~~ `~y~`")).toEqual([]);
  });

  it("bears nesting without end", () => {
    const deep = renderComment(`${"<b>".repeat(20_000)}@x${"</b>".repeat(20_000)}\n\n## after`);
    expect(deep.mentions).toEqual(["x"]);
    expect(deep.headings).toEqual([{ level: 2, text: "after" }]);
  });

  it("never throws, and code never becomes structure", () => {
    const nasty = fc.array(
      fc.constantFrom(
        "<",
        ">",
        "/",
        "!",
        "--",
        "`",
        "~~~",
        "\n",
        "details",
        "table",
        "td",
        "p",
        " ",
        "=",
        '"',
        "'",
        "a",
        "&#60;",
        "@x",
        "#1",
        "|",
        "\\",
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(nasty, (parts) => {
        const text = parts.join("").replaceAll("`", "'");
        renderComment(parts.join(""));
        const comment = renderComment(`\`\`\`\n${text}\n\`\`\``);
        expect(comment.outline()).toBe("pre(code)");
        expect(comment.mentions).toEqual([]);
      }),
      { numRuns: runs(300, 100_000), seed: seed() },
    );
  });
});
