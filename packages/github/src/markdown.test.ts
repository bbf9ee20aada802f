import { describe, expect, it } from "@jest/globals";
import { renderComment, runs, seed } from "@handrail/testkit";
import type { RenderedComment } from "@handrail/testkit";
import fc from "fast-check";
import { escapeInvisible } from "./invisible.ts";
import { code, codeHtml, details, escapeMarkdown, fence, table } from "./markdown.ts";
import { renderMarker } from "./marker.ts";

const ZERO_WIDTH_SPACE = "\u200B";

/** What text is shown as on one line of code. */
const lineOf = (text: string) => escapeInvisible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
const blockOf = (text: string) => escapeInvisible(text);

const plain = (value: string) => value.replaceAll(/\s+/g, " ").trim();

/** The elements, without the invisible one that parts an e-mail address. */
const skeletonOf = (shown: RenderedComment) => shown.outline().replaceAll(/\((?:wbr ?)+\)/g, "");

/** Nothing but text: whatever a comment can hold besides what we wrote ourselves. */
const nothing = { links: [], images: [], mentions: [], references: [], comments: [], extras: [] };

const hostile: readonly string[] = [
  "bad.\n```\n</details>\n## Plan approved",
  `${"`".repeat(200)}\n~~~\n`,
  "@org/admins @all fixes #1 GH-1 octo/infra#2 https://evil/# www.evil.example me@evil.example",
  "](javascript:x) ![x](http://x/y.png) [x]: http://x",
  "a | b \\| c | `d|e` \\",
  "<details><summary>x</summary></summary></details></code></pre><script>alert(1)</script>",
  "<!-- handrail:terraform-plan e30 -->",
  "-->",
  "]: x",
  "a]:b",
  "&lt;b&gt; &#64;org &copy;",
  "# h\n- [ ] task\n1. one\n> [!NOTE]\n> quote\n***\n===\n    code\n\ttab",
  ":tada: $a_1$ $$x$$ x[^1] 0123abc deadbeef00000000000000000000000000000000 _1a2b3c4d_",
  "*b* _i_ ~~s~~ **bold** __x__ \\*",
  "\u001B[8mhidden\u001B[0m \u001B]8;;http://evil\u0007x\u0008\r\n\rreturn\u0000\u0085\u2028",
  "\u202Ereversed\u2066 zero\u200Bwidth\u2060\uFEFF soft\u00ADhyphen \u{E0041}tag \uD800lone",
  "",
  " ",
  "` `",
  " `lead and trail` ",
  "::error::x ##[error]x $(id) `id` ${{ secrets.X }} ;rm -rf /",
  "👍 ❤️ naïve 日本語",
];

const fragment = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...hostile) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...Array.from("`~|\\<>!-[](){}*_#@:/.&;=+$^'\"\n\r\t ax1"),
      "```",
      "<!--",
      "-->",
      "    ",
      "\n\n",
      "http://",
      "www.",
      "@a",
      "#1",
      "&#64;",
      "</details>",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(""));
const settings = { numRuns: runs(300, 10_000), seed: seed() };
const examples = hostile.map((each): [string] => [each]);

describe("code", () => {
  const places: [name: string, wrap: (inline: string) => string, outline: string][] = [
    ["a paragraph", (inline) => `before ${inline} after`, "p(code)"],
    ["a heading", (inline) => `### ${inline}`, "h3(code)"],
    ["a list", (inline) => `- ${inline}\n- x`, "ul(li(code) li)"],
    ["a link", (inline) => `[${inline}](https://example.com)`, "p(a(code))"],
    ["a quotation", (inline) => `> ${inline}`, "blockquote(p(code))"],
    ["small print", (inline) => `<sub>a ${inline} · ${inline}</sub>`, "p(sub(code code))"],
    [
      "a table of ours",
      (inline) => table(["a", inline], [[inline, "b"]]),
      "table(thead(tr(th th(code))) tbody(tr(td(code) td)))",
    ],
    [
      "a table written by hand",
      (inline) => `| a | b |\n|---|---|\n| ${inline} | b |`,
      "table(thead(tr(th th)) tbody(tr(td(code) td)))",
    ],
  ];

  it.each(places)("H022 H028 H030 H032 H035: text stays inside one code element in %s", (_, wrap, outline) => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = renderComment(wrap(code(given)));
        expect(skeletonOf(shown)).toBe(outline);
        expect(shown).toMatchObject({
          ...nothing,
          links: shown.links.filter((each) => each.href === "https://example.com"),
        });
        for (const span of shown.codeSpans) expect(span.trim()).toBe(lineOf(given).trim());
      }),
      { ...settings, examples },
    );
  });

  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    [" a ", "`  a  `"],
    ["", "`  `"],
    ["a|b", "<code>a&#124;b</code>"],
    ["a\nb\tc\u001B[1m", "`a\\nb\\tc\\u{1B}[1m`"],
  ])("writes %j as %s", (given, expected) => {
    expect(code(given)).toBe(expected);
  });
});

describe("codeHtml", () => {
  it.each([
    ["a summary", (html: string) => details(html, "body"), "details(summary(code) p)"],
    ["a paragraph", (html: string) => `x ${html} y`, "p(code)"],
    ["a list", (html: string) => `- + ${html}`, "ul(li(ul(li(code))))"],
    ["a table", (html: string) => table(["a"], [[html]]), "table(thead(tr(th)) tbody(tr(td(code))))"],
  ])("H028 H035: text stays inside one code element in %s", (_, wrap, outline) => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = renderComment(wrap(codeHtml(given)));
        expect(skeletonOf(shown)).toBe(outline);
        expect(shown).toMatchObject(nothing);
        expect(shown.codeSpans.map((each) => each.trim())).toEqual([lineOf(given).trim()]);
      }),
      { ...settings, examples },
    );
  });
});

describe("codeHtml of an address", () => {
  it("H028: is parted where cmark-gfm would find it after resolving the references", () => {
    expect(codeHtml('u["a.b@c.example"] @org')).toContain("&#64;<wbr>c.example");
    expect(codeHtml("@org/admins x @ y")).not.toContain("<wbr>");
  });
});

describe("fence", () => {
  it("H022 H023 H031 H032: text is the whole content of one code block", () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = renderComment(`before\n\n${fence(given, "diff")}\n\nafter`);
        expect(shown.outline()).toBe("p pre(code) p");
        expect(shown).toMatchObject({ ...nothing, headings: [], details: [] });
        const content = blockOf(given).replaceAll("<!--", "<! --");
        expect(shown.codeBlocks).toEqual([
          { language: "diff", text: content === "" || content.endsWith("\n") ? content : `${content}\n` },
        ]);
      }),
      { ...settings, examples },
    );
  });

  it("H023: the fence is one longer than the longest run of backticks, and at least three", () => {
    expect(fence("a")).toBe("```\na\n```");
    expect(fence("a``\n")).toBe("```\na``\n```");
    expect(fence("```")).toBe("````\n```\n````");
    expect(fence(`${"`".repeat(200)} \`\``).startsWith(`${"`".repeat(201)}\n`)).toBe(true);
  });

  it("takes no structure from the language", () => {
    expect(fence("a", "c++\n```\n# x`")).toBe("```c++x\na\n```");
  });
});

describe("escapeMarkdown", () => {
  const places: [name: string, wrap: (inline: string) => string, outline: string][] = [
    ["a paragraph", (inline) => inline || "x", "p"],
    ["a sentence", (inline) => `See ${inline} there`, "p"],
    ["a heading", (inline) => `## x ${inline}`, "h2"],
    ["a list", (inline) => `- x ${inline}`, "ul(li)"],
    ["an alert", (inline) => `> [!IMPORTANT]\n> x ${inline}`, "blockquote(p(br))"],
    ["a table", (inline) => table([inline], [[inline]]), "table(thead(tr(th)) tbody(tr(td)))"],
  ];

  it.each(places)("H022 H028 H030 H035: text renders as itself and nothing else in %s", (name, wrap, outline) => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = renderComment(wrap(escapeMarkdown(given)));
        const spare = / ?\b(?:br|span)\b ?/g; // line ends and dollars are elements
        expect(shown.outline().replaceAll(spare, "").replaceAll("()", "")).toBe(
          outline.replaceAll(spare, "").replaceAll("()", ""),
        );
        const extras = name === "an alert" ? [{ kind: "alert", text: "[!IMPORTANT]" }] : [];
        expect(shown).toMatchObject({ ...nothing, extras, codeSpans: [], codeBlocks: [] });
        if (name !== "a sentence") return;
        expect(plain(shown.text.replaceAll(ZERO_WIDTH_SPACE, ""))).toBe(plain(`See ${escapeInvisible(given)} there`));
      }),
      { ...settings, examples },
    );
  });

  it("breaks what GitHub would link, and keeps what a reader reads", () => {
    expect(escapeMarkdown("plain words, 1048576 of them\nsecond")).toBe("plain words&#44; 1048576 of them<br>second");
    expect(renderComment(escapeMarkdown("fixes #1 by @mona")).text.replaceAll(ZERO_WIDTH_SPACE, "").trim()).toBe(
      "fixes #1 by @mona",
    );
  });
});

describe("table", () => {
  it("H035: has the cells it was given, whatever is in them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
        const shown = renderComment(
          table(
            ["a|b", "c"],
            rows.map(([a, b]) => [code(a), escapeMarkdown(b)]),
          ),
        );
        expect(shown.tables).toHaveLength(1);
        expect(shown.tables[0]?.head).toEqual(["a|b", "c"]);
        expect(shown.tables[0]?.rows.map((row) => row.length)).toEqual(rows.map(() => 2));
        expect(shown).toMatchObject(nothing);
      }),
      { ...settings, numRuns: runs(100, 10_000) },
    );
  });

  it("fills missing cells and drops surplus ones", () => {
    expect(table(["a", "b"], [["1"], ["1", "2", "3"]])).toBe("| a | b |\n| --- | --- |\n| 1 |  |\n| 1 | 2 |");
  });
});

describe("details", () => {
  it("H022: what is inside stays inside, and what follows stays outside", () => {
    fc.assert(
      fc.property(text, text, (summary, body) => {
        const inner = details(codeHtml(body), fence(body));
        const shown = renderComment(
          `${details(`x ${codeHtml(summary)}`, `${inner}\n\n${fence(body)}`, true)}\n\n# after`,
        );
        expect(skeletonOf(shown)).toBe("details[open](summary(code) details(summary(code) pre(code)) pre(code)) h1");
        expect(shown.headings).toEqual([{ level: 1, text: "after" }]);
      }),
      { ...settings, numRuns: runs(100, 10_000) },
    );
  });
});

describe("a whole comment", () => {
  it("H024 H027: has one marker, whatever the texts say", () => {
    fc.assert(
      fc.property(text, (given) => {
        const marker = renderMarker({ action: "terraform-plan", key: given, data: { note: given } });
        const shown = renderComment(`${marker}\n### ${code(given)}\n\n${fence(given)}\n\n${escapeMarkdown(given)}\n`);
        expect(shown.comments).toEqual([marker.slice("<!--".length, -"-->".length)]);
        expect(shown.headings).toHaveLength(1);
        expect(shown).toMatchObject({ ...nothing, comments: shown.comments });
      }),
      { ...settings, numRuns: runs(300, 10_000), examples },
    );
  });

  it("H030 H031 H032: no control, bidi or zero-width character reaches the source", () => {
    fc.assert(
      fc.property(text, (given) => {
        const source = code(given) + codeHtml(given) + fence(given) + escapeMarkdown(given);
        expect(source).not.toMatch(
          /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/,
        );
        expect(source.isWellFormed()).toBe(true);
      }),
      { ...settings, examples },
    );
  });

  it("H073: very much of any hostile character is no more than long", () => {
    for (const sign of ["`", "<!--", "@a", "[", "\n", "\r", " ", "0a1b2c3", "\u001B", "|", "\uFE0F"]) {
      const big = sign.repeat(300_000 / sign.length);
      for (const render of [code, codeHtml, fence]) expect(render(big).length).toBeGreaterThan(big.length);
      expect(escapeMarkdown(`x${big}`).length).toBeGreaterThan(0);
      expect(table([big], [[big]]).length).toBeGreaterThan(0);
      expect(details(big, big).length).toBeGreaterThan(0);
    }
  });
});
