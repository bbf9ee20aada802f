import { describe, expect, test } from "@jest/globals";
import { renderComment, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Comparison } from "../metrics/compare.ts";
import { randomFrom, rawMetric, simulate, usual } from "../metrics/model-fixture.ts";
import { columnsOf } from "./columns.ts";
import type { Column } from "./columns.ts";
import { effectText, plainNumber, valueText } from "./numbers.ts";
import { comparisonDetails, comparisonLines, renderComparison } from "./render.ts";
import { sparkline } from "./sparkline.ts";
import { renderXyChart } from "./xychart.ts";

const options = { numRuns: runs(200, 5000), seed: seed() };

/** What the grammar of xychart takes: https://github.com/mermaid-js/mermaid, packages/mermaid/src/diagrams/xychart/parser */
const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)`;
const TEXT = String.raw`"[^"\r\n]+"`;
const GRAMMAR = new RegExp(
  [
    '^```mermaid\\n---\\nconfig:\\n  xyChart:\\n    height: 300\\n  themeVariables:\\n    xyChart:\\n      plotColorPalette: "#[0-9a-f]{6}(?:, #[0-9a-f]{6}){1,2}"\\n---\\n',
    `xychart-beta\\n    title ${TEXT}\\n    x-axis ${TEXT} \\[${TEXT}(?:, ${TEXT})*\\]\\n    y-axis ${TEXT} ${NUMBER} --> ${NUMBER}\\n`,
    `(?:    line \\[${NUMBER}(?:, ${NUMBER})*\\]\\n){2,3}\`\`\`$`,
  ].join(""),
);

const value = fc.option(
  fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  { nil: undefined },
);
const columns = fc.array(fc.tuple(value, value, fc.boolean()), { minLength: 1, maxLength: 26 }).map((all) =>
  all
    .toSorted(([, , a], [, , b]) => Number(a) - Number(b))
    .map(([now, past, isAfter], at): Column => ({
      minute: isAfter ? at : at - 100,
      isAfter,
      ...(now === undefined ? {} : { now }),
      ...(past === undefined ? {} : { past }),
    })),
);

const series = (values: readonly (number | undefined)[], before: number): Column[] =>
  values.map((now, at) => ({ minute: at - before, isAfter: at >= before, ...(now === undefined ? {} : { now }) }));

describe("numbers", () => {
  test.each([
    [0, "0"],
    [0.0132, "0.0132"],
    [1280, "1280"],
    [-3.5, "-3.5"],
    [1e-9, "0.000000001"],
    [1.5e22, "15000000000000000000000"],
    [Number.NaN, "0"],
    [1e-30, "0"],
  ])("%d is %s", (number, text) => {
    expect(plainNumber(number)).toBe(text);
  });

  test("values and effects", () => {
    expect([valueText(0.0132, "%"), valueText(0.21, " s"), valueText(12, "")]).toEqual(["1.32 %", "0.21 s", "12"]);
    expect([0.534, -0.042, 0, 20, 9.9].map(effectText)).toEqual(["+53 %", "−4.2 %", "±0.0 %", "×21", "+990 %"]);
  });
});

describe("the line", () => {
  test("has the deployment in it", () => {
    expect(sparkline(series([1, 1, 2, undefined, 8, 7], 3))).toBe("▁▁▂│ █▇");
    expect(sparkline(series([5, 5], 1))).toBe("▁│▁");
    expect(sparkline(series([undefined, undefined], 1))).toBe("");
  });
});

describe("the chart", () => {
  test("a known one", () => {
    const now = series([1, undefined, 3, 6], 3).map((column) => ({ ...column, past: 2 }));
    expect(renderXyChart("web p99", "s", now)).toBe(
      [
        "```mermaid",
        "---",
        "config:",
        "  xyChart:",
        "    height: 300",
        "  themeVariables:",
        "    xyChart:",
        '      plotColorPalette: "#8c959f, #d1571b, #2f81f7"',
        "---",
        "xychart-beta",
        '    title "web p99"',
        '    x-axis "minutes from the deployment" ["-3", "-2", "-1", "+0"]',
        '    y-axis "s" 0 --> 6.5',
        "    line [2, 2, 2, 2]",
        "    line [1, 2, 3, 6]",
        "    line [1, 2, 3]",
        "```",
      ].join("\n"),
    );
  });

  test("whatever the name and the values are, Mermaid can read it, and it is small", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), columns, (name, given) => {
        const chart = renderXyChart(name, name, given);
        if (chart === "") return;
        expect(chart).toMatch(GRAMMAR);
        expect(chart.slice(chart.indexOf("xychart"))).not.toContain("%%");
        expect(new TextEncoder().encode(chart).length).toBeLessThan(4096);
        const lengths = [...chart.matchAll(/line \[([^\]]*)\]/g)].map((match) => match[1]?.split(", ").length ?? 0);
        expect(Math.max(...lengths)).toBe(given.length);
      }),
      options,
    );
  });

  test("one side alone is not drawn", () => {
    expect(renderXyChart("a", "b", series([1, 2, undefined], 2))).toBe("");
  });

  test.each([
    [60, 15],
    [60, 30],
    [1440, 360],
    [10, 10],
  ])("%d and %d minutes make at most 26 columns, the deployment between them", (beforeMinutes, afterMinutes) => {
    const { findings, windows } = simulate({ ...usual, beforeMinutes, afterMinutes }, randomFrom(1));
    const [finding] = findings;
    if (finding === undefined) throw new Error("there is one metric");
    const made = columnsOf(finding.sample, windows);
    expect(made.length).toBeLessThanOrEqual(26);
    expect(made.findLast(({ isAfter }) => !isAfter)?.minute).toBeLessThan(0);
    expect(made.find(({ isAfter }) => isAfter)?.minute).toBe(0);
    expect(made.every(({ now, past }) => now !== undefined && past !== undefined)).toBe(true);
    expect(new Set(made.map(({ minute, isAfter }) => `${minute}${isAfter}`)).size).toBe(made.length);
  });
});

describe("the comparison", () => {
  const comparison = simulate({ ...usual, metrics: 2, factor: 2 }, randomFrom(1));

  test("the worst first, in the table, the log and the details", () => {
    const markdown = renderComparison(comparison, "week", ["a note with <b>html</b>"]);
    expect(markdown).toContain("| metric | before | after | the week before | effect |  | verdict |");
    expect(markdown.indexOf("📉 worse")).toBeLessThan(markdown.indexOf("no change"));
    expect(markdown).toContain("<details open>");
    expect(markdown).not.toContain("<b>");
    expect(comparisonLines(comparison)[0]).toMatch(
      /^m0: worse, \+\d+ % \(\+\d+ % to \+\d+ %\), [\d.]+ before, [\d.]+ after$/,
    );
    expect(comparisonDetails(comparison)).toMatchObject({
      outcome: "regression",
      metrics: [
        { name: "m0", verdict: "worse", points: [60, 15] },
        { name: "m1", verdict: "no-change" },
      ],
    });
    expect(renderComparison(comparison, "none", [])).not.toContain("none before");
  });

  test("names from outside stay names", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.constantFrom("a|b", "`x`", "<img src=x>", "@team #1", "[a](b)", "%%{init}%%", "-->"),
        ),
        (name) => {
          const renamed: Comparison = {
            ...comparison,
            findings: comparison.findings.map((finding) => ({ ...finding, metric: rawMetric(name), why: name })),
          };
          const { links, mentions, images, references, extras, comments } = renderComment(
            renderComparison(renamed, "week", [name]),
          );
          expect([links, mentions, images, references, extras, comments].flat()).toEqual([]);
        },
      ),
      { ...options, numRuns: runs(60, 1000) },
    );
  });
});
