/** The records of real plans' applies, as people read them. Look at the golden files when you change a word. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { renderComment as renderDom } from "@handrail/testkit";
import { onMerge, recordFor, reviewOf } from "./apply-fixture.ts";
import type { ApplyRecord } from "./apply-record.ts";
import { renderComment, renderKeptComment, renderSummary } from "./comment.ts";
import { markApply, markReport } from "./marker.ts";
import { parseResultFile } from "./parse-result.ts";
import { makeReport } from "./report-fixture.ts";
import type { PlanReport, ShownDiagnostic } from "./report.ts";
import { renderResultFile } from "./result-file.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures");

function readFixture(name: string): PlanReport {
  const events = join(fixtures, name, "events.jsonl");
  return makeReport({
    plan: readFileSync(join(fixtures, name, "plan.json")),
    events: existsSync(events) ? readFileSync(events, "utf8") : "",
  });
}

/** The report of an apply that came to no plan. */
function withoutPlan(report: PlanReport): PlanReport {
  const bare: PlanReport = { ...report, result: "failed", summary: "plan failed", changes: [] };
  delete bare.counts;
  delete bare.fingerprint;
  return { ...bare, outputs: { names: [], diff: () => "" } };
}

const position = { column: 3, byte: 0 };
const refusedByCloud: ShownDiagnostic = {
  severity: "error",
  summary: "creating terraform_data: operation error: AccessDenied",
  detail: "The role arn:aws:iam::123456789012:role/deploy may not perform ec2:RunInstances.",
  address: "terraform_data.req",
  range: { filename: "main.tf", start: { ...position, line: 31 }, end: { ...position, line: 31 } },
  location: { file: "live/prod/main.tf", line: 31 },
  snippet: {
    context: 'resource "terraform_data" "req"',
    code: 'resource "terraform_data" "req" {',
    startLine: 31,
    highlightStart: 0,
    highlightEnd: 31,
    values: [],
  },
};

const failedCheck: ShownDiagnostic = {
  severity: "warning",
  summary: "Check block assertion failed",
  detail: "The service answers 503.",
  snippet: {
    context: 'check "health"',
    code: "    condition     = data.http.health.status_code == 200",
    startLine: 40,
    highlightStart: 20,
    highlightEnd: 55,
    values: [],
  },
};

type Case = {
  fixture: string;
  record: (report: PlanReport) => Partial<ApplyRecord>;
  /** The comment keeps the plan that was reviewed. */
  isKept?: boolean;
  /** And the apply made one of its own. */
  hasPlan?: boolean;
};

const cases: Record<string, Case> = {
  applied: { fixture: "20-zoo", record: () => ({}) },
  "applied-outputs": {
    fixture: "33-outputs",
    record: () => ({
      environment: "production",
      outputs: [
        { name: "endpoint", value: "https://api.example.com", isSensitive: false },
        { name: "password", isSensitive: true },
        { name: "subnets", value: ["subnet-0a", "subnet-0b"], isSensitive: false },
      ],
    }),
  },
  partial: {
    fixture: "20-zoo",
    record: (report) => {
      const all = report.changes.map(({ change }) => change.address);
      const rest = all.filter((address) => address !== "terraform_data.req");
      return {
        result: "partial",
        failure: {
          reason: "apply-failed",
          what: "terraform_data.req: creating terraform_data: operation error: AccessDenied (live/prod/main.tf line 31): The role arn:aws:iam::123456789012:role/deploy may not perform ec2:RunInstances",
          remedy:
            "Correct the cause, then run the job again: it goes on with what is left. Terraform's explanation is in the step summary.",
          location: { file: "live/prod/main.tf", line: 31 },
        },
        applied: rest.slice(0, 5),
        failed: ["terraform_data.req"],
        notStarted: rest.slice(5),
        diagnostics: [refusedByCloud],
      };
    },
  },
  crashed: {
    fixture: "20-zoo",
    record: (report) => {
      const all = report.changes.map(({ change }) => change.address);
      return {
        result: "partial",
        failure: {
          reason: "terraform-crashed",
          what: "terraform apply was killed (SIGKILL) before it said how the apply ended",
          remedy: "Look at what is listed as unknown, then run the job again.",
        },
        applied: all.slice(0, 2),
        uncertain: all.slice(2, 3),
        notStarted: all.slice(3),
        notes: ["The lock of the state may still be held."],
      };
    },
  },
  "plan-changed": {
    fixture: "20-zoo",
    isKept: true,
    hasPlan: true,
    record: () => ({
      result: "refused",
      failure: {
        reason: "plan-changed",
        what: "The plan is not the one that was reviewed: terraform_data.late is planned only now (update of input); the lock file changed; and 4 more; 2 resources changed in the state meanwhile",
        remedy: "Nothing was applied. Run terraform-plan again, have what it shows reviewed, and apply that.",
      },
      applied: [],
      difference: {
        parts: [
          "the lock file",
          "variable region",
          "provider registry.terraform.io/hashicorp/aws 5.1.0 -> 6.0.0",
          "the configuration: main.tf, ../../modules/role/more.tf (new) and 2 more",
          "check check.size: pass -> fail",
        ],
        changes: [
          { address: "terraform_data.req", what: "different", attributes: ["input.size", 'tags["team"]'] },
          { address: "terraform_data.late", what: "added", attributes: ["input", "triggers_replace"] },
          { address: "terraform_data.made", what: "added", attributes: [] },
          { address: "terraform_data.gone", what: "gone", attributes: [] },
        ],
        movedInState: ["terraform_data.req", 'terraform_data.each["k1"]'],
        isComplete: false,
      },
    }),
  },
  "not-reviewed": {
    fixture: "20-zoo",
    isKept: true,
    record: () => ({
      result: "refused",
      failure: {
        reason: "not-reviewed",
        what: "The plan comment was edited by maintainer after it was written",
        remedy: "Run the plan again on the pull request, have it reviewed, and apply then.",
      },
      applied: [],
      review: { kind: "comment" },
    }),
  },
  "state-locked": {
    fixture: "20-zoo",
    isKept: true,
    record: () => ({
      result: "failed",
      failure: {
        reason: "state-locked",
        what: "The state is locked by runner@fv-az1 since 2026-11-22T17:40:12Z (OperationTypeApply)",
        remedy: "Wait for that run, raise lock-timeout, or look at whether it is still alive.",
      },
      applied: [],
    }),
  },
  "no-changes": {
    fixture: "20-zoo",
    isKept: true,
    record: () => ({ result: "no-changes", applied: [] }),
  },
  "dry-run": {
    fixture: "20-zoo",
    record: () => ({ result: "no-changes", isDryRun: true, applied: [] }),
  },
  rest: {
    fixture: "20-zoo",
    record: () => ({
      runUrl: "https://github.com/octo-org/infrastructure/actions/runs/57/attempts/2",
      review: {
        kind: "comment",
        url: "https://github.com/octo-org/infrastructure/pull/7#issuecomment-1201",
        fingerprint: `hr1:${"fedcba9876543210".repeat(4)}`,
        doneBefore: [],
      },
      diagnostics: [failedCheck],
    }),
  },
  "left-over": {
    fixture: "33-outputs",
    record: () => ({
      review: {
        kind: "comment",
        url: "https://github.com/octo-org/infrastructure/pull/7#issuecomment-1201",
        fingerprint: `hr1:${"0123456789abcdef".repeat(4)}`,
        doneBefore: ["terraform_data.a", "output.a", "terraform_data.b"],
      },
      notes: [
        "The comment carries no proof, because there is no seal-key: whoever may edit comments could have changed it.",
      ],
    }),
  },
};

function bodyOf({ fixture, record, isKept = false, hasPlan = !isKept }: Case): {
  body: string;
  report: PlanReport;
  apply: ApplyRecord;
} {
  const planned = readFixture(fixture);
  const full = onMerge(planned);
  const report = hasPlan ? full : withoutPlan(full);
  const apply = recordFor(report, record(full));
  const marker = markApply(report, apply, { reviewed: reviewOf(planned), sealKey: undefined });
  const current = renderComment(planned, markReport(planned, undefined));
  const kept = isKept ? renderKeptComment(current, report, marker, { apply }) : undefined;
  return { body: kept ?? renderComment(report, marker, { apply }), report, apply };
}

describe("the record of an apply", () => {
  it.each(Object.entries(cases))("%s is as its golden file", (name, given) => {
    const { body } = bodyOf(given);
    const golden = join(fixtures, given.fixture, `apply-${name}.md`);
    if (process.env["HANDRAIL_GOLDEN"] === "write") writeFileSync(golden, body);
    expect(body).toBe(readFileSync(golden, "utf8"));
  });

  it.each(Object.entries(cases))("%s reads back from its result file", (_, given) => {
    const { report, apply } = bodyOf(given);
    const marker = markApply(report, apply, { sealKey: undefined });
    const parsed = parseResultFile([...renderResultFile(report, { marker, outline: "Zm9v", apply })].join(""));
    expect(parsed).toMatchObject({ kind: "apply", marker, outline: "Zm9v", apply });
    const parts = { outline: "Zm9v", apply };
    expect(renderComment(parsed.report, parsed.marker, parsed)).toBe(renderComment(report, marker, parts));
    expect(renderSummary(parsed.report, parsed.apply)).toBe(renderSummary(report, apply));
  });

  it.each(Object.entries(cases))("%s says first how it ended; a warning of the plan is not open", (_, given) => {
    const { body, apply } = bodyOf(given);
    const { headings } = renderDom(body);
    expect(headings).toHaveLength(given.isKept === true ? 2 : 1);
    expect(headings[0]?.text.replaceAll("\u200B", "")).toContain(apply.summary);
    expect(body.slice(0, body.indexOf("<!-- handrail-plan -->"))).not.toContain("will be");
  });
});
