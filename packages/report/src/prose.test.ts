import { describe, expect, it } from "@jest/globals";
import { code, escapeMarkdown } from "@handrail/github";
import { renderComment as renderDom, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { hostileTexts } from "./hostile-fixture.ts";
import { prose } from "./prose.ts";

const plain = (markdown: string): string => renderDom(markdown).text.replaceAll("\u200B", "").trimEnd();

describe("prose", () => {
  it.each<[string, string[], string[]]>([
    ["a.b: it failed (live/main.tf line 3)", ["a.b", "live/main.tf"], ["a.b", "live/main.tf"]],
    ['module.m["x y"].a.b: it failed', ["a.b", 'module.m["x y"].a.b'], ['module.m["x y"].a.b']],
    ["a.b[0] and x.a.b and a.b.c and aa.b", ["a.b"], []],
    ["a.b. Then a.b, a.b", ["a.b"], ["a.b", "a.b", "a.b"]],
    ["Run terraform-plan again, with a seal-key.", [], ["terraform-plan", "seal-key"]],
    ["terraform import (or delete)", [], ["terraform import"]],
    ["refused (plan-changed), nothing", ["plan-changed"], ["plan-changed"]],
    ["nothing to name", ["", "a"], []],
  ])("%j has %j in it as code: %j", (text, names, shown) => {
    const dom = renderDom(prose(text, names));
    expect(dom.codeSpans).toEqual(shown);
    expect(plain(prose(text, names))).toBe(text);
  });

  it("is one paragraph of exactly the text, whatever the names are", () => {
    const hostile = fc
      .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.constantFrom("a.b", " ", "(", "x")), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => `x${parts.join("")}y`);
    fc.assert(
      fc.property(hostile, fc.array(hostile, { maxLength: 3 }), (text, names) => {
        const dom = renderDom(prose(`${text} ${names.join(" ")}`, [...names, "a.b"]));
        expect([dom.mentions, dom.references, dom.links, dom.images, dom.comments, dom.headings]).toEqual([
          [],
          [],
          [],
          [],
          [],
          [],
        ]);
        expect(dom.outline()).toMatch(/^p(?:\((?:(?:code|span|br|wbr|\(|\)) ?)*\))?$/);
        expect(dom.extras).toEqual([]);
      }),
      { numRuns: runs(300, 100_000), seed: seed() },
    );
  });

  it("escapes what is no name", () => {
    expect(prose("@all a.b", ["a.b"])).toBe(`${escapeMarkdown("@all")} ${code("a.b")}`);
  });
});
