import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { renderComment, renderSummary } from "./comment.ts";
import { markReport } from "./marker.ts";
import { parseResultFile, schemaOf } from "./parse-result.ts";
import { makeReport } from "./report-fixture.ts";
import type { PlanReport } from "./report.ts";
import { renderResultFile } from "./result-file.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures");

function readFixture(name: string): PlanReport {
  const events = join(fixtures, name, "events.jsonl");
  return makeReport({
    plan: readFileSync(join(fixtures, name, "plan.json")),
    events: existsSync(events) ? readFileSync(events, "utf8") : "",
  });
}

describe("a result file that was written by us", () => {
  it.each(readdirSync(fixtures))("%s reads back to the same comment and summary", (name) => {
    const report = readFixture(name);
    const marker = markReport(report, "a key of more than sixteen", "0".repeat(64));
    const outline = "Zm9v";
    const text = [...renderResultFile(report, { marker, outline })].join("");
    const parsed = parseResultFile(text);
    expect(parsed).toMatchObject({ kind: "plan", marker, outline });
    expect(renderComment(parsed.report, parsed.marker, parsed)).toBe(renderComment(report, marker, { outline }));
    expect(renderSummary(parsed.report)).toBe(renderSummary(report));
    expect(schemaOf(text)).toBe("handrail/terraform-plan/1");
    for (const lines of [0, 1, 2, 3, 4, 5, 7, Infinity]) {
      expect(parsed.report.changes.map((change) => change.diff(lines))).toEqual(
        report.changes.map((change) => change.diff(lines)),
      );
      expect(parsed.report.outputs.diff(lines)).toBe(report.outputs.diff(lines));
    }
  });
});

describe("a file that is no result", () => {
  it.each([
    ["", "is not JSON"],
    ["[]", "it is not an object"],
    ["{}", "schema is not a text"],
    ['{"schema":"handrail/terraform-plan/2"}', 'the schema "handrail/terraform-plan/2"'],
  ])("%s is refused", (text, why) => {
    expect(() => parseResultFile(text, "results/a.json")).toThrow(Failure);
    expect(() => parseResultFile(text, "results/a.json")).toThrow(why);
    expect(() => parseResultFile(text, "results/a.json")).toThrow("results/a.json is not");
  });
});
