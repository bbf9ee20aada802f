import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import type { Diagnostic } from "@handrail/terraform";
import { annotateReport } from "./annotate.ts";
import type { Guardrail } from "@handrail/planning";
import { makeReport } from "./report-fixture.ts";

function diagnostic(more: Partial<Diagnostic>): Diagnostic {
  return { severity: "error", summary: "Missing name", detail: "", ...more };
}

function at(line: number): Pick<Diagnostic, "range"> {
  const start = { line, column: 1, byte: 0 };
  return { range: { filename: "main.tf", start, end: start } };
}

const rule: Guardrail = {
  name: "keep",
  types: [],
  addresses: ["*"],
  actions: ["delete"],
  max: 0,
  message: "Ask first.",
};
const location = { file: "live/prod/main.tf", line: 3 };

describe("annotateReport", () => {
  it("says what terraform found, then what is denied, then what is not formatted", () => {
    const report = makeReport({
      facts: {
        diagnostics: [
          diagnostic({ detail: "It needs one.", address: "a.b", ...at(3) }),
          diagnostic({ severity: "warning", summary: "Old argument" }),
          diagnostic({ severity: "hint", summary: "A hint" }),
        ],
        guardrails: { violations: [{ rule, addresses: ["a.b", "a.c"] }], lifted: [{ rule, addresses: ["a.d"] }] },
      },
    });
    const shown = annotateReport(report, { unformatted: [{ file: "../modules/m/x.tf", line: 4 }] });
    expect(shown).toMatchObject([
      { level: "error", title: "Missing name", message: "a.b: It needs one.", location },
      { level: "warning", title: "Old argument", message: "Old argument" },
      { level: "warning", title: "A hint", message: "A hint" },
      { level: "error", title: "Guardrail keep", message: "a.b, a.c\nAsk first." },
      { level: "notice", title: "Not formatted", location: { file: "live/modules/m/x.tf", line: 4 } },
    ]);
    expect(shown).toHaveLength(5);
  });

  it("says which check has failed, of which terraform gives no address", () => {
    const [start] = [at(3).range?.start ?? { line: 3, column: 1, byte: 0 }];
    const snippet = {
      context: 'check "health"',
      code: "condition = false",
      startLine: start.line,
      highlightStart: 0,
      highlightEnd: 1,
      values: [],
    };
    const found = { severity: "warning", summary: "Check block assertion failed", detail: "It is down.", snippet };
    const report = makeReport({ facts: { diagnostics: [diagnostic({ ...found, ...at(3) })] } });
    const told = {
      ...report,
      checks: [{ address: "module.m.check.health", kind: "check", status: "fail", problems: ["It is down."] }],
    };
    const shown = (each: typeof report): unknown => annotateReport(each, { unformatted: [] })[0]?.message;
    expect(shown(report)).toBe("check.health: It is down.");
    expect(shown(told)).toBe("module.m.check.health: It is down.");
  });

  it.each<[string, Partial<Diagnostic>, boolean]>([
    ["the failure itself", at(3), false],
    ["the failure itself, with its first sentence in it", { ...at(3), detail: "Every resource\nhas one." }, false],
    ["one with more to say", { ...at(3), detail: "It needs one." }, true],
    ["one on another line", at(4), true],
    ["one without a place", {}, true],
    ["another on the line", { ...at(3), summary: "Wrong type" }, true],
    ["a warning on the line", { ...at(3), severity: "warning" }, true],
  ])("shows what the runner shows with the failure no second time: %s", (_, more, isShown) => {
    const failure = new Failure({
      reason: "plan-failed",
      what: "Missing name: Every resource has one",
      remedy: "Name it.",
      location,
    });
    const report = makeReport({ facts: { diagnostics: [diagnostic(more)], failure } });
    expect(annotateReport(report, { unformatted: [] })).toHaveLength(isShown ? 1 : 0);
  });
});
