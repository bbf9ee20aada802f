/** Whatever is in the record of an apply, the comment keeps its shape, tells the truth, and stays within its budget. */
import { describe, expect, it } from "@jest/globals";
import { COMMENT_LIMIT, measure, parseMarker } from "@handrail/github";
import { renderComment as renderDom, runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { recordFor } from "./apply-fixture.ts";
import type { ApplyRecord } from "./apply-record.ts";
import { outlineOf, renderComment, renderKeptComment, renderSummary } from "./comment.ts";
import { hostileTexts } from "./hostile-fixture.ts";
import { isProven, markApply, markReport } from "./marker.ts";
import { parseResultFile } from "./parse-result.ts";
import { makeReport } from "./report-fixture.ts";
import type { PlanReport, ShownDiagnostic } from "./report.ts";
import { renderResultFile } from "./result-file.ts";

const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 6, unit: "binary" })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `x${parts.join("")}y`);

function planOf(updates: number, destroys: number): Uint8Array {
  const change = (address: string, actions: string[]): object => ({
    address,
    mode: "managed",
    type: "aws_db_instance",
    name: "main",
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: { actions, before: { a: "v1" }, after: { a: "v2" }, after_unknown: {} },
  });
  const changes = [
    ...Array.from({ length: updates }, (_, index) => change(`aws_db_instance.update_${index}`, ["update"])),
    ...Array.from({ length: destroys }, (_, index) => change(`aws_db_instance.destroy_${index}`, ["delete"])),
  ];
  const plan = { format_version: "1.2", terraform_version: "1.11.4", resource_changes: changes, applyable: true };
  return Buffer.from(JSON.stringify(plan));
}

/** A record with each text where text can stand. */
function recordWith(report: PlanReport, text: () => string): ApplyRecord {
  const at = { line: 3, column: 1, byte: 0 };
  const diagnostic = (severity: string): ShownDiagnostic => ({
    severity,
    // No sentence of ours can be made of it: that would be told once.
    summary: `${text()} summary`,
    detail: text(),
    address: text(),
    range: { filename: `${text()}.tf`, start: at, end: at },
    location: { file: `${text()}.tf`, line: 3 },
    snippet: { context: text(), code: text(), startLine: 3, highlightStart: 0, highlightEnd: 1, values: [] },
  });
  return recordFor(report, {
    result: "partial",
    failure: { reason: text(), what: text(), remedy: text() },
    applied: [text()],
    failed: [text()],
    notStarted: [text()],
    uncertain: [text()],
    difference: {
      parts: [text()],
      changes: [{ address: text(), what: "different", attributes: [text()] }],
      movedInState: [text()],
      isComplete: false,
    },
    outputs: [
      { name: text(), value: { [text()]: [text()] }, isSensitive: false },
      { name: text(), isSensitive: true },
    ],
    diagnostics: [diagnostic("error"), diagnostic("warning")],
    notes: [text()],
    by: text(),
    environment: text(),
    review: { kind: "comment", fingerprint: text(), doneBefore: [text()] },
  });
}

const report = makeReport({ plan: planOf(1, 1) });

function bodyWith(apply: ApplyRecord): string {
  return renderComment(report, markApply(report, apply, { sealKey: undefined }), { apply });
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

describe("hostile records", () => {
  const shape = renderDom(bodyWith(recordWith(report, () => "xwordy"))).outline();

  it("H022 H023 H028 H032 H035 H036: no heading, mention, link, image, marker or tag that is not ours", () => {
    fc.assert(
      fc.property(fc.infiniteStream(hostile), (stream) => {
        const apply = recordWith(report, () => String(stream.next().value));
        const body = bodyWith(apply);
        const dom = renderDom(body);
        expect(dom.headings).toHaveLength(1);
        expect(dom.mentions).toEqual([]);
        expect(dom.references).toEqual([]);
        expect(dom.images).toEqual([]);
        expect(dom.comments).toEqual([expect.stringMatching(/^ handrail:terraform-plan [\w-]+ $/), " handrail-plan "]);
        for (const { href } of dom.links) expect(href).toMatch(/^https:\/\/github\.com\/octo-org\/infrastructure\//);
        expect(skeleton(dom.outline())).toBe(skeleton(shape));
        // eslint-disable-next-line no-control-regex
        expect(body).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: runs(100, 10_000), seed: seed() },
    );
  });

  it("read back from their result file to the same comment and summary", () => {
    fc.assert(
      fc.property(fc.infiniteStream(hostile), (stream) => {
        const apply = recordWith(report, () => String(stream.next().value));
        const marker = markApply(report, apply, { sealKey: "a key of more than sixteen" });
        const parsed = parseResultFile([...renderResultFile(report, { marker, outline: "", apply })].join(""));
        expect(renderComment(parsed.report, parsed.marker, parsed)).toBe(renderComment(report, marker, { apply }));
        expect(renderSummary(parsed.report, parsed.apply)).toBe(renderSummary(report, apply));
      }),
      { numRuns: runs(50, 5_000), seed: seed() },
    );
  });

  it("H034: the record outlives the details of a large plan, and what is left out is counted", () => {
    const large = makeReport({ plan: planOf(10_000, 300) });
    const all = large.changes.map(({ change }) => change.address);
    const apply = recordFor(large, {
      result: "partial",
      failure: { reason: "apply-failed", what: "It broke", remedy: "Mend it." },
      applied: all.slice(0, 250),
      failed: all.slice(250, 253),
      notStarted: all.slice(253),
      outputs: [{ name: "endpoint", value: "https://api.example.com", isSensitive: false }],
    });
    const body = renderComment(large, markApply(large, apply, { sealKey: undefined }), {
      apply,
      outline: "a".repeat(16_000),
    });
    expect(measure(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
    const { text } = renderDom(body);
    for (const shown of [
      "It broke",
      ...all.slice(250, 253),
      "10047 not started",
      "250 done",
      "endpoint",
      "and 50 more",
    ])
      expect(text).toContain(shown);
    expect(text).toMatch(/\d+ x update/);
    expect(text).toMatch(/\d+ x destroy/);
    expect(Buffer.byteLength(renderSummary(large, apply))).toBeLessThan(1_048_576);
  });
});

describe("a comment that is kept", () => {
  const { counts: _, ...bare } = { ...report, result: "failed" as const, changes: [] };
  const apply = recordFor(bare, {
    result: "failed",
    failure: { reason: "state-locked", what: "It is locked", remedy: "Wait." },
  });
  const marker = markApply(bare, apply, { reviewed: markReport(report, undefined).data, sealKey: undefined });
  const current = renderComment(report, markReport(report, undefined), { outline: "Zm9v" });
  const keep = (body: string, outline = "YmFy"): string =>
    renderKeptComment(body, bare, marker, { outline, apply }) ?? "there is no plan in it";

  it("has the record above the plan, and a new marker and outline", () => {
    const body = keep(current);
    expect(parseMarker(body)?.data).toEqual(marker.data);
    expect(outlineOf(body)).toBe("YmFy");
    expect(outlineOf(current)).toBe("Zm9v");
    expect(body).not.toContain("Zm9v");
    const dom = renderDom(body);
    expect(dom.comments).toHaveLength(3);
    expect(dom.headings[0]?.text.replaceAll("\u200B", "")).toContain("apply failed (state-locked)");
    expect(dom.text).toContain("aws_db_instance.destroy_0");
    expect(dom.details.filter(({ summary }) => summary.includes("The reviewed plan hr1:01234567"))).toHaveLength(1);
  });

  it.each([
    ["kept twice", keep(current)],
    ["with the line ends that a browser sends", current.replaceAll("\n", "\r\n")],
    ["kept, with such line ends", keep(current).replaceAll("\n", "\r\n")],
    ["without an outline before", renderComment(report, markReport(report, undefined))],
  ])("%s it is the same", (_name, body) => {
    expect(keep(body)).toBe(keep(current));
    expect(outlineOf(body)).toBe(outlineOf(body.replaceAll("\r\n", "\n")));
  });

  it("keeps the plan that stands below the record of another apply", () => {
    const before = bodyWith(recordFor(report));
    const body = keep(before);
    expect(body).toContain("The plan of run");
    expect(body).not.toContain("Applied by");
    expect(keep(body)).toBe(body);
  });

  it("is none without a plan in it, or without room for one", () => {
    expect(renderKeptComment(current.split("\n", 2).join("\n"), bare, marker, { apply })).toBeUndefined();
    expect(renderKeptComment(`${current}\n${"x".repeat(62_000)}`, bare, marker, { apply })).toBeUndefined();
  });

  it("outlineOf reads nothing that is no outline", () => {
    for (const body of ["", "x", `x\n<!-- handrail-outline a b -->`, "x\ny\n<!-- handrail-outline ab -->"])
      expect(outlineOf(body)).toBe("");
  });
});

describe("markers of applies", () => {
  const key = "a key of more than sixteen";
  const reviewed = markReport(report, undefined).data;
  const apply = recordFor(report);

  it("keep what was reviewed, and say what became of it", () => {
    const { data } = markApply(report, apply, { reviewed, sealKey: undefined });
    expect(data).toEqual({ ...reviewed, applied: "applied", appliedBy: "57.1", begun: true, done: "57.1" });
    const unsaved = markApply(report, apply, { reviewed: data, unsaved: "lineage.3", sealKey: undefined }).data;
    expect(unsaved["unsaved"]).toBe("lineage.3");
    expect(markApply(report, apply, { reviewed: unsaved, sealKey: undefined }).data).toEqual(data);
  });

  it("are no review without one", () => {
    expect(markApply(report, apply, { sealKey: undefined }).data).toMatchObject({ fingerprint: "" });
  });

  it("are proven by their key alone, and by every value", () => {
    const marker = markApply(report, apply, { reviewed, sealKey: key });
    expect(isProven(marker, key)).toBe(true);
    expect(isProven(marker, `${key}.`)).toBe(false);
    expect(isProven({ ...marker, data: { ...marker.data, applied: "failed" } }, key)).toBe(false);
    expect(isProven(markApply(report, apply, { reviewed, sealKey: undefined }), key)).toBe(false);
  });
});
