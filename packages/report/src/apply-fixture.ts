/**
 * Makes records of applies for tests, of a plan in fixtures/. Not part of any action.
 */
import type { ApplyRecord, ShownReview } from "./apply-record.ts";
import { summariseApply } from "./apply-record.ts";
import { markReport } from "./marker.ts";
import type { PlanReport } from "./report.ts";

/** The commit that a merge made, and the run on it. */
export const mergedSha: string = "9c1185a5c5e9fc54612808977ee8f548b2258d31";
export const applyRunUrl: string = "https://github.com/octo-org/infrastructure/actions/runs/57/attempts/1";

const reviewed: ShownReview = {
  kind: "comment",
  url: "https://github.com/octo-org/infrastructure/pull/7#issuecomment-1201",
  fingerprint: `hr1:${"0123456789abcdef".repeat(4)}`,
};

/** A record that is consistent with its report; `more` says what differs from an apply that went well. */
export function recordFor(report: PlanReport, more: Partial<ApplyRecord> = {}): ApplyRecord {
  const record = {
    result: "applied" as const,
    applied: report.changes.map(({ change }) => change.address),
    failed: [],
    notStarted: [],
    uncertain: [],
    outputs: [],
    diagnostics: [],
    notes: [],
    review: reviewed,
    by: "octocat",
    runUrl: applyRunUrl,
    runId: "57",
    sha: mergedSha,
    isDryRun: false,
    ...more,
  };
  return { ...record, summary: more.summary ?? summariseApply(record, report.counts) };
}

/** The report as the apply's own run makes it, on the merge commit. */
export function onMerge(report: PlanReport): PlanReport {
  const origin = { ...report.origin, runUrl: applyRunUrl, runId: "57", headSha: mergedSha };
  return { ...report, origin };
}

/** What the plan's comment of a report says. */
export function reviewOf(report: PlanReport): ReturnType<typeof markReport>["data"] {
  return markReport(report, undefined).data;
}
