/** The summary, as a reader sees it: the verdict first, the truth about each migration, and texts from anywhere that stay texts. */
import { describe, expect, it } from "@jest/globals";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { commonFacts, renderStory, shortFingerprint } from "./summary.ts";
import type { Story } from "./summary.ts";

const plain = (text: string): string => text;

const story: Story = {
  isGood: false,
  title: "Migration cancelled",
  reason: "The job was cancelled before m2 was applied",
  remedy: "Run it again",
  rows: [
    { id: "m1", fate: "applied", remark: "" },
    { id: "m2", fate: "half", remark: "the schema changed" },
    { id: "m3", fate: "not-done", remark: "" },
  ],
  facts: [
    ["tool", "dbmate"],
    ["record", ""],
  ],
  differences: ["table t_m2 was added"],
  output: "line 1\nline 2\n",
  notes: ["The lock is kept"],
};

const render = (more: Partial<Story> = {}, redact = plain): ReturnType<typeof renderComment> =>
  renderComment(renderStory({ ...story, ...more }, redact));

describe("renderStory", () => {
  it("has the verdict, why, what to do, and what became of each migration", () => {
    const shown = render();
    expect(shown.headings).toEqual([{ level: 2, text: "❌ Migration cancelled" }]);
    expect(shown.text).toContain("The job was cancelled before m2 was applied");
    expect(shown.text).toContain("What to do: Run it again");
    expect(shown.tables[0]).toEqual({
      head: ["migration", "", "remark"],
      rows: [
        ["m1", "✅ applied", ""],
        ["m2", "⚠️ done by half", "the schema changed"],
        ["m3", "⏸️ not done", ""],
      ],
    });
    expect(shown.tables[1]?.rows).toEqual([["tool", "dbmate"]]);
    expect(shown.text).toContain("How the schema differs from before:");
    expect(shown.details.map(({ summary }) => summary)).toEqual(["What the last command printed"]);
    expect(shown.codeBlocks.map(({ text }) => text.trim())).toEqual(["line 1\nline 2"]);
    expect(shown.text).toContain("The lock is kept");
  });

  it("of a good end shows no output", () => {
    const shown = render({
      isGood: true,
      title: "Migration: applied 3 migrations",
      reason: "",
      remedy: "",
      differences: [],
    });
    expect(shown.headings[0]?.text.replaceAll("\u200B", "")).toBe("✅ Migration: applied 3 migrations");
    expect([shown.details, shown.text.includes("What to do")]).toEqual([[], false]);
  });

  it("says how much it leaves out", () => {
    const rows = Array.from({ length: 250 }, (_, at) => ({ id: `m${at}`, fate: "applied" as const, remark: "" }));
    const differences = Array.from({ length: 70 }, (_, at) => `table t${at}`);
    const output = Array.from({ length: 100 }, (_, at) => `line ${at}`).join("\n");
    const shown = render({ rows, differences, output });
    expect(shown.tables[0]?.rows).toHaveLength(200);
    expect(shown.text).toContain("and 50 more");
    expect(shown.text).toContain("and 10 more");
    // The newest lines say why it failed.
    expect(shown.codeBlocks[0]?.text.trim().split("\n")).toEqual(
      Array.from({ length: 40 }, (_, at) => `line ${at + 60}`),
    );
  });

  it("hides what is secret before anything is escaped", () => {
    const secret = "p_a*ss|w<or>d";
    const texts = {
      title: secret,
      reason: secret,
      remedy: secret,
      output: secret,
      notes: [secret],
      differences: [secret],
    };
    const rows = [{ id: secret, fate: "half" as const, remark: secret }];
    const shown = render({ ...texts, rows, facts: [["tool", secret]] }, (text) => text.replaceAll(secret, "***"));
    expect(shown.text).not.toMatch(/p.?a|ss.?w|or.?d/);
  });
});

/** What GitHub would make something of. */
const hostile = fc.oneof(
  fc.constantFrom(
    "@octocat see #1, fixes #2",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](https://evil.example) ![x](https://evil.example/x.png) https://evil.example",
    "a | b | c\n| - | - |",
    "```\n# heading\n```",
    "</details></table><h1>x",
    "- [x] task\n> quote\n## heading\n***",
    "`code` ``more`` $math$ :smile:",
    "<!-- comment -->\u202Egnp.x\u0000\u001B[31m",
    "line 1\r\nline 2\n\n\n::set-output name=x::y",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

describe("texts from anywhere", () => {
  it("change no more than the text: the page has the same skeleton", () => {
    const skeleton = render({ output: "x" }).outline();
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text.trim() !== "");
        const dressed = `x ${text} x`;
        const shown = render({
          title: dressed,
          reason: dressed,
          remedy: dressed,
          rows: story.rows.map(({ fate, remark }) => ({ id: dressed, fate, remark: remark === "" ? "" : dressed })),
          facts: [["tool", dressed]],
          differences: [dressed],
          output: dressed,
          notes: [dressed],
        });
        // Lines stay lines, and what is escaped may stand in spans; nothing else comes of it.
        const outline = shown.outline().replaceAll(/ ?\b(?:br|span)\b/g, "");
        expect(outline.replaceAll(/\(\s+/g, "(").replaceAll("()", "")).toBe(skeleton);
        expect([shown.links, shown.images, shown.mentions, shown.references, shown.extras]).toEqual([
          [],
          [],
          [],
          [],
          [],
        ]);
      }),
      { numRuns: runs(200, 5000), seed: seed() },
    );
  });
});

describe("commonFacts", () => {
  const before = { version: "", fingerprint: "a".repeat(64) };
  const after = { version: "m1", fingerprint: "b".repeat(64) };
  const facts = (more: Partial<Parameters<typeof commonFacts>[0]>): Record<string, string> =>
    Object.fromEntries(commonFacts({ tool: "dbmate", place: "sqlite", before, durationMs: 0, ...more }));

  it.each<[string, Partial<Parameters<typeof commonFacts>[0]>, Record<string, string>]>([
    ["changed", { after }, { version: "none → m1", schema: `${"a".repeat(16)} → ${"b".repeat(16)}` }],
    ["as it was", { after: before }, { version: "none", schema: "a".repeat(16) }],
    ["not known", {}, { version: "none", schema: "a".repeat(16) }],
    ["recorded", { recordId: 7 }, { record: "deployment 7" }],
    ["not recorded", {}, { record: "" }],
    ["at once", { durationMs: 3 }, { took: "1s" }],
  ])("%s", (_, given, expected) => {
    expect(facts(given)).toMatchObject(expected);
  });

  it("shows as much of a fingerprint as accept-schema takes", () => {
    expect(shortFingerprint("0123456789abcdef0123")).toBe("0123456789abcdef");
    expect(shortFingerprint("")).toBe("");
  });
});
