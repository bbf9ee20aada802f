/**
 * The outputs of the step, from the report. Pure.
 */
import type { OutputValue } from "@handrail/runner";
import type { PlanReport } from "@handrail/report";

/** Where the files are that later steps use; absent when they were not made. */
export type PlanFiles = { plan?: string; planJson?: string; result?: string };

/** Every output of the step by its name; what is not known is left out. */
export function planOutputs(
  report: PlanReport,
  facts: { exitCode: number | undefined; hasChanges: boolean; files: PlanFiles; comment?: { id: number; url: string } },
): Record<string, OutputValue | undefined> {
  const { counts } = report;
  return {
    result: report.result,
    "failure-reason": report.failure?.reason ?? "",
    "has-changes": counts === undefined || report.result === "failed" ? undefined : facts.hasChanges,
    "exit-code": facts.exitCode,
    "to-add": counts?.add,
    "to-change": counts?.change,
    "to-destroy": counts?.destroy,
    "to-replace": counts?.replace,
    "to-import": counts?.import,
    "to-move": counts?.move,
    "to-forget": counts?.forget,
    "output-changes": counts?.outputs,
    fingerprint: report.fingerprint,
    "plan-file": facts.files.plan,
    "plan-json-file": facts.files.planJson,
    "result-file": facts.files.result,
    "comment-id": facts.comment?.id,
    "comment-url": facts.comment?.url,
    summary: report.summary,
  };
}
