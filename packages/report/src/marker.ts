/**
 * What the plan comment carries for terraform-apply: which plan of which commit was shown. With a seal key it is
 * authenticated, so that an edited or copied comment is not taken for a review.
 */
import { Buffer } from "node:buffer";
import { macMarker, verifyMarker } from "@handrail/github";
import type { Marker } from "@handrail/github";
import { deriveKey } from "@handrail/terraform";
import type { ApplyRecord } from "./apply-record.ts";
import type { PlanReport } from "./report.ts";

/** The name under which plan comments are found. */
export const planAction = "terraform-plan";

/**
 * Makes the marker of a report's comment.
 * @param outlineHash `hashOutline` of the outline that the comment carries; "" or absent when it carries none
 */
export function markReport(report: PlanReport, sealKey: string | undefined, outlineHash = ""): Marker {
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
    ...(report.backend === undefined ? {} : { backend: report.backend }),
    ...(outlineHash === "" ? {} : { outline: outlineHash }),
  };
  return prove({ action: planAction, key: report.label, data }, sealKey);
}

/**
 * Makes the marker of a comment that tells of an apply. What was reviewed stays in it, so that a half-done apply can be
 * held against it again; without `reviewed` it is no review of anything.
 */
export function markApply(
  report: PlanReport,
  apply: ApplyRecord,
  options: { reviewed?: Marker["data"] | undefined; unsaved?: string | undefined; sealKey: string | undefined },
): Marker {
  const { reviewed, unsaved = "", sealKey } = options;
  const data: Marker["data"] = {
    ...(reviewed ?? { ...markReport(report, undefined).data, fingerprint: "" }),
    applied: apply.result,
    appliedBy: `${apply.runId}.${report.origin.runAttempt}`,
    // Whatever comes later: there may be a rest of it, or it is used up.
    ...(apply.result === "refused" || apply.result === "no-changes" ? {} : { begun: true }),
    ...(apply.result === "applied" ? { done: `${apply.runId}.${report.origin.runAttempt}` } : {}),
    ...(unsaved === "" ? {} : { unsaved }),
  };
  if (unsaved === "") delete data["unsaved"];
  return prove({ action: planAction, key: report.label, data }, sealKey);
}

/** What was done stays to be read when there was nothing more to do, or more was asked for than may be done. */
export function staysAsItIs({ data }: Marker, apply: ApplyRecord | undefined): boolean {
  return data["done"] !== undefined && (apply?.result === "no-changes" || apply?.result === "refused");
}

function prove(marker: Marker, sealKey: string | undefined): Marker {
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

/** Whether a marker carries a proof made with this key: only then may it pass for a review. */
export function isProven(marker: Marker, sealKey: string): boolean {
  return marker.mac !== undefined && verifyMarker(marker, markerKey(sealKey));
}

/**
 * A review that stays when an apply is told that did not come to know it: everything of the comment's own marker, and what
 * became of the apply. Without the key a proof cannot be renewed, so a proven marker stays as it is.
 * @param found the marker of our comment, known to be as we wrote it
 * @param told `markApply` without a review
 */
export function keepReviewed(found: Marker, told: Marker, sealKey: string | undefined): Marker {
  const { action, key } = found;
  if (sealKey === undefined && found.mac !== undefined) return { action, key, data: found.data, mac: found.mac };
  const fresh = Object.entries(told.data).filter(([name]) => told.data["fingerprint"] === "" && APPLIED.has(name));
  return prove({ action, key, data: { ...found.data, ...Object.fromEntries(fresh) } }, sealKey);
}

/** What markApply adds. */
const APPLIED: ReadonlySet<string> = new Set(["applied", "appliedBy", "begun", "done", "unsaved"]);

/** A new plan does not bring back a state that was not saved: the apply after it has to know, too. */
export function keepUnsaved(marker: Marker, current: Marker | undefined, sealKey: string | undefined): Marker {
  const unsaved = current?.data["unsaved"];
  if (unsaved === undefined) return marker;
  return prove({ action: marker.action, key: marker.key, data: { ...marker.data, unsaved } }, sealKey);
}
