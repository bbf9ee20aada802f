/**
 * Reads the record of an apply back out of the JSON of a result file, as strictly as parse-report.ts reads the plan.
 */
import { ExactNumber } from "@handrail/terraform";
import type { Json } from "@handrail/terraform";
import type { ApplyRecord, ShownDifference, ShownOutput, ShownReview } from "./apply-record.ts";
import { address, addresses, commit, diagnostic, failure, message, messages } from "./parse-report.ts";
import { requireRunUrl, runNumber } from "./parse-report.ts";
import type { ReportOrigin } from "./report.ts";
import { ShapeError, below, flag, integer, list, object, text, word } from "./shape.ts";
import type { Reader } from "./shape.ts";

/** How deep an output's value may nest: everything that walks it recurses. */
const DEEPEST = 200;

const difference: Reader<ShownDifference> = object({
  parts: list(message, 10_000),
  changes: list(
    object({
      address,
      what: word(["added", "gone", "different"] as const, "different" as const),
      attributes: addresses,
    }),
    500_000,
  ),
  movedInState: addresses,
  isComplete: flag,
});

const output: Reader<ShownOutput> = object({ name: address, isSensitive: flag }, { value: json });

const review: Reader<ShownReview> = object(
  { kind: word(["comment", "record", "none"] as const, "none" as const) },
  { url: text(2_048), fingerprint: text(1_024), doneBefore: addresses },
);

const shape: Reader<ApplyRecord> = object(
  {
    result: word(["applied", "no-changes", "refused", "partial", "failed"] as const, "failed" as const),
    summary: message,
    applied: addresses,
    failed: addresses,
    notStarted: addresses,
    uncertain: addresses,
    outputs: list(output, 100_000),
    diagnostics: list(diagnostic, 500_000),
    notes: messages,
    review,
    by: text(1_024),
    runUrl: text(2_048),
    runId: runNumber,
    sha: commit,
    isDryRun: flag,
  },
  { failure, difference, environment: text(1_024), deploymentId: integer(1) },
);

/** Reads the record. Links in it lead to the repository of `origin`. */
export function readApply(value: unknown, origin: ReportOrigin): ApplyRecord {
  const record = shape(value);
  requireRunUrl(record.runUrl, origin, record.runId);
  below("review", () => below("url", () => requireCommentUrl(record.review.url, origin)));
  return record;
}

/** A comment on a pull request of the repository; GitHub may write its name in other letters. */
function requireCommentUrl(url: string | undefined, { serverUrl, repository }: ReportOrigin): void {
  if (url === undefined) return;
  const start = `${serverUrl}/${repository}/`;
  const isThere = url.slice(0, start.length).toLowerCase() === start.toLowerCase();
  const isComment = /^(?:pull|issues)\/[0-9]{1,15}#issuecomment-[0-9]{1,20}$/.test(url.slice(start.length));
  if (!isThere || !isComment) throw new ShapeError("is not the address of a comment");
}

/** Any JSON value that does not nest too deeply. */
function json(value: unknown, depth = 0): Json {
  if (depth > DEEPEST) throw new ShapeError(`nests deeper than ${DEEPEST} levels`);
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") {
    return value;
  }
  if (value instanceof ExactNumber) return value;
  if (typeof value !== "object") throw new ShapeError("is no JSON value");
  const below: unknown[] = Array.isArray(value) ? (value as unknown[]) : Object.values(value);
  for (const each of below) json(each, depth + 1);
  return value as Json;
}
