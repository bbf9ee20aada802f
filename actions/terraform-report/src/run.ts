/**
 * The order of effects: find the results, then load what reads and renders them, and tell.
 */
import type { ActionResult } from "@handrail/runner/host";
import { findResults } from "./find-results.ts";
import type { ReportStep } from "./step.ts";

/** Tells what is found. Resolves with what the step says, also when not everything could be told. */
export async function run(step: ReportStep): Promise<ActionResult> {
  const { isResult, nothingToReport, tell } = await import("./tell.ts");
  const found = findResults(step.deps.files, step.inputs.results, isResult);
  return found.length === 0 ? nothingToReport(step) : tell(step, found);
}
