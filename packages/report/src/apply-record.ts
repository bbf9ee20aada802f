/**
 * The record of one apply: what became of a plan. Plain data without secrets (whoever makes it redacts), shown in comment
 * and summary, and kept in the result file.
 */
import type { Counts, Json } from "@handrail/terraform";
import { describeCounts, describeDone } from "./headline.ts";
import type { PlanReport, ShownDiagnostic } from "./report.ts";

/** How an apply ended; the words of the action's contract. */
export type ApplyResult = "applied" | "no-changes" | "refused" | "partial" | "failed";

/** A change that is in only one of two plans, or differs between them. */
export type ShownDifferentChange = {
  address: string;
  /** `added`: only in the plan of now; `gone`: only in the reviewed one. */
  what: "added" | "gone" | "different";
  /** Paths of the attributes that differ, as people write them. */
  attributes: string[];
};

/** Why a plan is not what was reviewed. */
export type ShownDifference = {
  /** What differs beside the changes: `the configuration`, `the lock file`, `variable region`. */
  parts: string[];
  changes: ShownDifferentChange[];
  /** Addresses of resources that changed in the state after the review. */
  movedInState: string[];
  /** False when not everything about the reviewed plan is known any more: there may be more that differs. */
  isComplete: boolean;
};

/** A root output after the apply; `value` is absent for a sensitive one. */
export type ShownOutput = { name: string; value?: Json; isSensitive: boolean };

/** Against what the plan was held. */
export type ShownReview = {
  /** `comment`: the reviewed plan comment; `record`: the record of a plan file; `none`: nothing was asked for. */
  kind: "comment" | "record" | "none";
  url?: string;
  /** Of the reviewed plan. */
  fingerprint?: string;
  /** Only a part of it was left to do: addresses that had been done before. */
  doneBefore?: string[];
};

export type ApplyRecord = {
  result: ApplyResult;
  failure?: PlanReport["failure"];
  /** The apply in one line, without markdown. */
  summary: string;
  /** Addresses, in the order of the plan. */
  applied: string[];
  failed: string[];
  notStarted: string[];
  /** Begun, and never heard of again: they may exist outside of the state. */
  uncertain: string[];
  difference?: ShownDifference;
  outputs: ShownOutput[];
  diagnostics: ShownDiagnostic[];
  /** Named warnings, most important first. */
  notes: string[];
  review: ShownReview;
  /** The login that started the run; for display only. */
  by: string;
  runUrl: string;
  runId: string;
  /** The commit whose configuration was applied. */
  sha: string;
  environment?: string;
  /** The id of the GitHub Deployment that tells the same; absent when nobody could keep one. */
  deploymentId?: number;
  isDryRun: boolean;
};

/**
 * The apply in one line of plain text. A failure never reads like good news.
 * @param counts of the plan that was applied; absent when there was none
 */
export function summariseApply(
  record: Pick<ApplyRecord, "result" | "failure" | "applied" | "failed" | "notStarted" | "uncertain" | "isDryRun">,
  counts: Counts | undefined,
): string {
  const { result, isDryRun, failure } = record;
  const reason = failure === undefined ? "" : ` (${failure.reason})`;
  if (result === "refused") return `refused${reason}, nothing was applied`;
  if (result === "partial") return `partly applied${reason}: ${describeProgress(record)}`;
  if (result === "failed") {
    return `apply failed${reason}${isStarted(record) ? `: ${describeProgress(record)}` : ", nothing was applied"}`;
  }
  // A dry run that found changes did not apply them, whatever its result is called.
  if (isDryRun && (result === "applied" || planned(counts) !== "")) {
    return `dry run, nothing was applied: ${orOther(planned(counts))}`;
  }
  return result === "applied" ? `applied: ${orOther(done(counts))}` : "no changes, nothing to apply";
}

function planned(counts: Counts | undefined): string {
  return counts === undefined ? "" : describeCounts(counts);
}

function done(counts: Counts | undefined): string {
  return counts === undefined ? "" : describeDone(counts);
}

/** A plan can be of nothing that is counted: of checks, or of what a newer terraform plans. */
function orOther(text: string): string {
  return text === "" ? "changes that are not resources or outputs" : text;
}

function isStarted({ applied, failed, uncertain }: Pick<ApplyRecord, "applied" | "failed" | "uncertain">): boolean {
  return applied.length + failed.length + uncertain.length > 0;
}

/** How far it came: `3 done, 1 failed, 2 not started`. */
export function describeProgress({
  applied,
  failed,
  notStarted,
  uncertain,
}: Pick<ApplyRecord, "applied" | "failed" | "notStarted" | "uncertain">): string {
  return [
    `${applied.length} done`,
    ...(failed.length === 0 ? [] : [`${failed.length} failed`]),
    ...(uncertain.length === 0 ? [] : [`${uncertain.length} unknown`]),
    ...(notStarted.length === 0 ? [] : [`${notStarted.length} not started`]),
  ].join(", ");
}
