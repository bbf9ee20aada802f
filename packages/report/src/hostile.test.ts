/** Whatever a plan holds, the comment keeps its own shape, tells the truth, and keeps quiet about everybody else. */
import { describe, expect, it } from "@jest/globals";
import { COMMENT_LIMIT, measure } from "@handrail/github";
import { Failure } from "@handrail/runner";
import { renderComment as renderDom, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { renderComment, renderSummary } from "./comment.ts";
import { describeCounts } from "./headline.ts";
import { hostileTexts } from "./hostile-fixture.ts";
import { markReport } from "./marker.ts";
import { makeReport } from "./report-fixture.ts";
import { renderResultFile } from "./result-file.ts";

/** Text as an attacker would write it into names, values and messages. */
const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 6, unit: "binary" })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `x${parts.join("")}y`);

type Texts = { [name: string]: string };

const names = [
  "key",
  "attribute",
  "value",
  "before",
  "output",
  "problem",
  "summary",
  "detail",
  "message",
  "label",
  "id",
];

/** One plan with each text where text can stand. */
function planOf(texts: Texts): Uint8Array {
  const text = (name: string): string => texts[name] ?? "";
  const address = `terraform_data.a[${JSON.stringify(text("key"))}]`;
  const body = {
    before: { [text("attribute")]: text("before"), same: "s" },
    after: { [text("attribute")]: text("value"), same: "s" },
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
  };
  const change = (kind: string, actions: string[], more: object = {}): object => ({
    address: `${address.slice(0, -1)}].${kind}`,
    mode: "managed",
    type: "terraform_data",
    name: "a",
    index: text("key"),
    provider_name: "terraform.io/builtin/terraform",
    change: { actions, ...body, ...more },
  });
  const plan = {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: [
      change("u", ["update"]),
      change("r", ["delete", "create"], { replace_paths: [[text("attribute")]] }),
      change("i", ["no-op"], { importing: { id: text("id") } }),
      { ...change("d", ["delete"], { after: null }), action_reason: text("summary") },
    ],
    output_changes: {
      [text("output")]: { actions: ["update"], ...body, before: text("before"), after: text("value") },
    },
    checks: [
      {
        address: { kind: "check", name: "c", to_display: "check.c" },
        status: "fail",
        instances: [{ problems: [{ message: text("problem") }] }],
      },
    ],
    applyable: true,
    complete: true,
    errored: false,
  };
  return Buffer.from(JSON.stringify(plan));
}

function bodyOf(texts: Texts): string {
  const text = (name: string): string => texts[name] ?? "";
  // No sentence can say all of it: that would be told once.
  const diagnostic = { severity: "error", summary: text("summary"), detail: `${text("detail")} detail` };
  const rule = { name: text("label"), types: ["*"], addresses: [], actions: [], max: 0, message: text("message") };
  const report = makeReport({
    plan: planOf(texts),
    facts: {
      label: text("label"),
      diagnostics: [{ ...diagnostic, range: { filename: `${text("key")}.tf`, start: at, end: at } }, diagnostic],
      guardrails: {
        violations: [{ rule: { ...rule, unlessLabel: text("id") }, addresses: [text("key")] }],
        lifted: [],
      },
      policy: { command: text("value"), exitCode: 1, output: text("detail"), isCancelled: false },
      failure: new Failure({
        reason: "policy-denied",
        result: "failed",
        what: text("summary"),
        remedy: text("message"),
      }),
      notes: [text("message")],
    },
  });
  return renderComment(report, markReport(report, undefined));
}

/**
 * The outline without what only breaks words apart or sets them as code, on one line or many, and without the link around
 * a place in a file of ours.
 */
function skeleton(outline: string): string {
  const bare = outline.replaceAll("a(code)", "code").replaceAll(/\b(?:wbr|span)\b ?/g, "");
  return withoutEmpty(withoutEmpty(bare).replaceAll(/\bcode\b ?/g, "")).replaceAll(/\bpre\b/g, "p");
}

function withoutEmpty(outline: string): string {
  return outline.replaceAll(/\( ?\)/g, "").replaceAll(/ +(?=\))/g, "");
}

const at = { line: 3, column: 1, byte: 0 };
const harmless: Texts = Object.fromEntries(names.map((name) => [name, "xwordy"]));
const texts: fc.Arbitrary<Texts> = fc.record(Object.fromEntries(names.map((name) => [name, hostile])));

describe("hostile plans", () => {
  const shape = renderDom(bodyOf(harmless)).outline();

  it("H022 H023 H028 H032 H036: no heading, mention, link, image, marker or tag that is not ours", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const dom = renderDom(bodyOf(given));
        expect(dom.headings).toHaveLength(1);
        expect(dom.mentions).toEqual([]);
        expect(dom.references).toEqual([]);
        expect(dom.images).toEqual([]);
        expect(dom.comments).toHaveLength(1);
        expect(dom.comments[0]).toMatch(/^ handrail:terraform-plan [\w-]+ $/);
        for (const { href } of dom.links) expect(href).toMatch(/^https:\/\/github\.com\/octo-org\/infrastructure\//);
        expect(skeleton(dom.outline())).toBe(skeleton(shape));
      }),
      { numRuns: runs(150, 10_000), seed: seed() },
    );
  });

  it("H032: control, bidi and zero-width characters are shown, not obeyed", () => {
    const body = bodyOf({ ...harmless, value: "a\u001b[8mb\u202ec\u200bd\u0007e\bf", problem: "\u001b]0;t\u0007" });
    // eslint-disable-next-line no-control-regex
    expect(body).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u);
    expect(renderDom(body).text).toContain("8mb");
  });

  it("H035: a label that looks like markdown is shown literally", () => {
    const label = "](javascript:x)|`a`";
    const dom = renderDom(bodyOf({ ...harmless, label }));
    expect(dom.headings[0]?.text).toContain(label);
    expect(dom.links.filter(({ href }) => href.startsWith("javascript"))).toEqual([]);
  });
});

describe("large plans", () => {
  function largePlan(updates: number, destroys: number, value = "v"): Uint8Array {
    const body = (address: string, actions: string[]): object => ({
      address,
      mode: "managed",
      type: "aws_db_instance",
      name: "main",
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: { actions, before: { a: `${value}1` }, after: { a: `${value}2` }, after_unknown: {} },
    });
    const changes = [
      ...Array.from({ length: updates }, (_, index) => body(`aws_db_instance.update_${index}`, ["update"])),
      ...Array.from({ length: destroys }, (_, index) => body(`aws_db_instance.destroy_${index}`, ["delete"])),
    ];
    return Buffer.from(
      JSON.stringify({
        format_version: "1.2",
        terraform_version: "1.11.4",
        resource_changes: changes,
        applyable: true,
      }),
    );
  }

  it("H034: one destroy behind 10,000 updates is shown first, and what is left out is counted", () => {
    const report = makeReport({ plan: largePlan(10_000, 1) });
    const body = renderComment(report, markReport(report, undefined));
    expect(measure(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
    const dom = renderDom(body);
    expect(dom.headings[0]?.text).toContain("1 to destroy, 10000 to change");
    expect(dom.details[0]).toMatchObject({ isOpen: true });
    expect(dom.details[0]?.summary).toContain("aws_db_instance.destroy_0");
    const shown = dom.text.split("aws_db_instance.update_").length - 1;
    const omitted = Number(/(\d+) x update/.exec(dom.text)?.[1]);
    expect(shown + omitted).toBe(10_000);
  });

  it("H034: when not all destroys fit, the counts and the warning still tell", () => {
    const report = makeReport({ plan: largePlan(0, 5_000) });
    const dom = renderDom(renderComment(report, markReport(report, undefined)));
    expect(dom.headings[0]?.text).toContain("5000 to destroy");
    expect(dom.text).toContain("5000 objects will be destroyed");
    expect(dom.text).toMatch(/\d+ x destroy/);
  });

  it("never exceeds what GitHub and the runner take, and the result file is complete", () => {
    const sizes = fc.record({
      updates: fc.nat(120),
      destroys: fc.nat(120),
      value: fc.oneof(fc.constant("v"), fc.constant("😀".repeat(300)), fc.constant("line\n".repeat(200))),
    });
    fc.assert(
      fc.property(sizes, ({ updates, destroys, value }) => {
        const report = makeReport({ plan: largePlan(updates, destroys, value) });
        const body = renderComment(report, markReport(report, undefined));
        expect(measure(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
        expect(body.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(renderSummary(report))).toBeLessThan(1_048_576);
        const result: unknown = JSON.parse(
          [...renderResultFile(report, { marker: markReport(report, undefined), outline: "" })].join(""),
        );
        expect(result).toMatchObject({ summary: report.counts === undefined ? "" : describeOrNone(report.counts) });
        expect((result as { changes: unknown[] }).changes).toHaveLength(updates + destroys);
      }),
      { numRuns: runs(12, 200), seed: seed() },
    );
  });

  function describeOrNone(counts: Parameters<typeof describeCounts>[0]): string {
    return describeCounts(counts) === "" ? "changes that are not resources or outputs" : describeCounts(counts);
  }
});
