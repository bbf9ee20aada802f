/**
 * What the plan comment carries for terraform-apply: which plan of which commit was shown. With a seal key it is
 * authenticated, so that an edited or copied comment is not taken for a review.
 */
import { Buffer } from "node:buffer";
import { macMarker, verifyMarker } from "@handrail/github";
import type { Marker } from "@handrail/github";
import { deriveKey } from "@handrail/terraform";
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
    directory: report.directory,
    workspace: report.workspace,
    run: `${origin.runId}.${origin.runAttempt}`,
    result: report.result,
    fingerprint: report.fingerprint ?? "",
  };
  const marker: Marker = { action: planAction, key: report.label, data };
  return sealKey === undefined ? marker : { ...marker, mac: macMarker(marker, markerKey(sealKey)) };
}

/**
 * Tells a marker that we may have written from one that somebody forged. One without a proof is from before there was
 * a key: it is overwritten, and never taken for a review.
 */
export function isGenuineMarker(marker: Marker, sealKey: string): boolean {
  return marker.mac === undefined || verifyMarker(marker, markerKey(sealKey));
}

/** The key for markers alone: what is made with it says nothing about the seal key, or about other uses of it. */
function markerKey(sealKey: string): string {
  return Buffer.from(deriveKey(sealKey, "marker")).toString("hex");
}
