/**
 * What the plan comment carries for terraform-apply: which plan of which commit was shown. With a seal key it is
 * authenticated, so that an edited or copied comment is not taken for a review.
 */
import { macMarker } from "@handrail/github";
import type { Marker } from "@handrail/github";
import type { PlanReport } from "./report.ts";

/** The name under which plan comments are found. */
export const planAction = "terraform-plan";

/** Makes the marker of a report's comment. */
export function markReport(report: PlanReport, sealKey: string | undefined): Marker {
  const { origin } = report;
  const data: Record<string, string | number | boolean> = {
    repository: origin.repository,
    pullRequest: origin.pullRequest ?? 0,
    head: origin.headSha,
    base: origin.baseSha ?? "",
    run: `${origin.runId}.${origin.runAttempt}`,
    result: report.result,
    fingerprint: report.fingerprint ?? "",
  };
  const marker: Marker = { action: planAction, key: report.label, data };
  return sealKey === undefined ? marker : { ...marker, mac: macMarker(marker, sealKey) };
}
