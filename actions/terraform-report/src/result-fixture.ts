/**
 * Makes results for tests: a plan with one change on pull request 7, and the record of its apply. Not part of the action.
 */
import type { Marker } from "@handrail/github";
import { markApply, markReport, renderResultFile } from "@handrail/report";
import type { ApplyRecord, PlanReport } from "@handrail/report";
import { hashOutline } from "@handrail/terraform";

export const head: string = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
export const fingerprint: string = `hr1:${"0123456789abcdef".repeat(4)}`;

/** The report of a plan that adds one object. */
export function reportOf(more: Partial<PlanReport> = {}, origin: Partial<PlanReport["origin"]> = {}): PlanReport {
  const none = { change: 0, destroy: 0, replace: 0, import: 0, move: 0, forget: 0, read: 0, deferred: 0, other: 0 };
  return {
    label: "live/prod",
    directory: "live/prod",
    workspace: "default",
    product: "terraform",
    terraformVersion: "1.11.4",
    result: "changes",
    summary: "1 to add",
    counts: { ...none, add: 1, outputs: 0 },
    mode: "normal",
    changes: [],
    unchanged: 0,
    outputs: { names: [], diff: () => "" },
    drift: [],
    other: [],
    checks: [],
    diagnostics: [],
    violations: [],
    lifted: [],
    notes: [],
    remarks: [],
    fingerprint,
    origin: {
      repository: "octo-org/infrastructure",
      serverUrl: "https://github.com",
      runUrl: "https://github.com/octo-org/infrastructure/actions/runs/42/attempts/1",
      runId: "42",
      runAttempt: 1,
      headSha: head,
      pullRequest: 7,
      ...origin,
    },
    ...more,
  };
}

/** The record of an apply that did it. */
export function recordOf(more: Partial<ApplyRecord> = {}): ApplyRecord {
  return {
    result: "applied",
    summary: "applied: 1 added",
    applied: ["terraform_data.a"],
    failed: [],
    notStarted: [],
    uncertain: [],
    outputs: [],
    diagnostics: [],
    notes: [],
    review: { kind: "comment", fingerprint },
    by: "octocat",
    runUrl: "https://github.com/octo-org/infrastructure/actions/runs/42/attempts/1",
    runId: "42",
    sha: "c".repeat(40),
    isDryRun: false,
    ...more,
  };
}

/** The file of a plan. */
export function planFile(report: PlanReport, { outline = "", key }: { outline?: string; key?: string } = {}): string {
  const marker = markReport(report, key, outline === "" ? "" : hashOutline(outline));
  return [...renderResultFile(report, { marker, outline })].join("");
}

/** The file of an apply. `reviewed` is what the marker of the plan's comment says. */
export function applyFile(
  report: PlanReport,
  apply: ApplyRecord,
  { reviewed, outline = "", key }: { reviewed?: Marker["data"]; outline?: string; key?: string } = {},
): string {
  const marker = markApply(report, apply, { reviewed, sealKey: key });
  return [...renderResultFile(report, { marker, outline, apply })].join("");
}
