/**
 * Reads a plan's report back out of the JSON of a result file. What is put into markdown as it is (numbers, links,
 * commits) has to match a strict grammar here; every other text may be anything within its length, and is escaped by the
 * renderers.
 */
import type { Location } from "@handrail/runner";
import { cutDiff, renderDiff } from "@handrail/terraform";
import type { ChangeKind, Check, DiffLine, OtherChange } from "@handrail/terraform";
import { categories } from "./category.ts";
import type { PlanReport, ReportOrigin, ShownChange, ShownDiagnostic, ShownViolation } from "./report.ts";
import { ShapeError, either, flag, integer, list, object, pattern, text, word } from "./shape.ts";
import type { Reader } from "./shape.ts";

/** Most characters: of a name or label, of an address or path, of a message. */
const name = text(1_024);
export const address: Reader<string> = text(8_192);
export const message: Reader<string> = text(262_144);

/** Most items: of what a plan has thousands of, and of what people read one by one. */
const MANY = 500_000;
export const addresses: Reader<string[]> = list(address, MANY);
export const messages: Reader<string[]> = list(message, 1_000);

/** A commit; "" when nobody knows it. */
export const commit: Reader<string> = pattern(/^(?:[0-9a-f]{40}|[0-9a-f]{64})?$/, "the hash of a commit");
/** The number of a run; "" outside of a runner. */
export const runNumber: Reader<string> = pattern(/^[0-9]{0,20}$/, "the number of a run");

const location: Reader<Location> = object(
  { file: address },
  { line: integer(1), endLine: integer(1), column: integer(), endColumn: integer() },
);

/** Why a step failed. */
export const failure: Reader<NonNullable<PlanReport["failure"]>> = object(
  { reason: name, what: message, remedy: message },
  { location },
);

const counts: Reader<NonNullable<PlanReport["counts"]>> = object({
  add: integer(),
  change: integer(),
  destroy: integer(),
  replace: integer(),
  import: integer(),
  move: integer(),
  forget: integer(),
  read: integer(),
  deferred: integer(),
  other: integer(),
  outputs: integer(),
});

const kinds: readonly ChangeKind[] = [
  "create",
  "update",
  "replace",
  "delete",
  "read",
  "forget",
  "open",
  "no-op",
  "other",
];

/** The facts of one change; its values are only in the diff. */
const facts = object(
  {
    category: word(categories, "other" as const),
    address,
    mode: name,
    type: name,
    name,
    provider: address,
    kind: word(kinds, "other" as const),
    actions: list(name, 100),
    isMove: flag,
    replacePaths: list(list(either(integer(-Number.MAX_SAFE_INTEGER), address), 1_000), 10_000),
    hasGeneratedConfig: flag,
    diff: text(Infinity),
  },
  {
    previousAddress: address,
    module: address,
    index: either(integer(-Number.MAX_SAFE_INTEGER), address),
    deposed: name,
    replaceOrder: word(["create-first", "destroy-first"] as const, undefined),
    isOldForgotten: (value: unknown): true | undefined => (flag(value) ? true : undefined),
    importing: object({}, { id: address }),
    reason: name,
    deferredReason: name,
  },
);

/** The document is not at hand any more, so nothing is anywhere in it. */
const span = { offset: 0, length: 0 };

const change: Reader<ShownChange> = (value) => {
  const { category, diff, ...rest } = facts(value);
  return { category, change: { ...rest, span }, diff: (maxLines) => cutText(diff, maxLines) };
};

const outputs: Reader<PlanReport["outputs"]> = (value) => {
  const { names, diff } = object({ names: list(address, MANY), diff: text(Infinity) })(value);
  return { names, diff: (maxLines) => cutText(diff, maxLines) };
};

/** What `cutDiff` does with lines, done with the text of them. */
function cutText(diff: string, maxLines: number): string {
  if (diff === "" || maxLines === Infinity) return diff;
  const kept = Math.max(0, maxLines - 1);
  let [lines, end] = [1, 0];
  for (let at = diff.indexOf("\n"); at >= 0; at = diff.indexOf("\n", at + 1)) {
    if (lines === kept) end = at;
    lines += 1;
  }
  if (lines <= maxLines) return diff;
  // Only their number counts.
  const left: DiffLine[] = [];
  left.length = lines - kept;
  const remark = renderDiff(cutDiff(left, 0));
  return kept === 0 ? remark : `${diff.slice(0, end)}\n${remark}`;
}

const position = object({ line: integer(), column: integer(), byte: integer() });

/** One of terraform's errors and warnings. */
export const diagnostic: Reader<ShownDiagnostic> = object(
  { severity: name, summary: message, detail: message },
  {
    address,
    range: object({ filename: address, start: position, end: position }),
    location,
    snippet: object(
      {
        code: message,
        startLine: integer(),
        highlightStart: integer(),
        highlightEnd: integer(),
        // Values are never in a report.
        values: (): [] => [],
      },
      { context: message },
    ),
  },
);

const check: Reader<Check> = object({ address, kind: name, status: name, problems: messages });

const other: Reader<OtherChange> = (value) => ({
  ...object({ key: name }, { address, reason: message })(value),
  span,
});

const violation: Reader<ShownViolation> = object(
  { name: address, max: integer(), addresses },
  { message, unlessLabel: address },
);

const policy = (value: unknown): NonNullable<PlanReport["policy"]> => {
  const { exitCode, ...rest } = object(
    { command: message, output: text(Infinity), isCancelled: flag },
    { exitCode: integer(-Number.MAX_SAFE_INTEGER) },
  )(value);
  return { ...rest, exitCode };
};

const shownOrigin = object(
  {
    repository: pattern(/^[A-Za-z0-9_-]{1,100}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, "the name of a repository"),
    serverUrl: pattern(/^https?:\/\/[A-Za-z0-9.-]{1,255}(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]{0,255})?$/, "a server"),
    runUrl: text(2_048),
    runId: runNumber,
    runAttempt: integer(1),
    headSha: commit,
  },
  { baseSha: commit, pullRequest: integer(1) },
);

const origin: Reader<ReportOrigin> = (value) => {
  const read = shownOrigin(value);
  requireRunUrl(read.runUrl, read, read.runId);
  return read;
};

/** A run's address is "" or exactly what GitHub gives a run of this number in this repository. */
export function requireRunUrl(url: string, { serverUrl, repository }: ReportOrigin, runId: string): void {
  const start = `${serverUrl}/${repository}/actions/runs/${runId}/attempts/`;
  if (url === "" || (runId !== "" && url.startsWith(start) && /^[1-9][0-9]{0,5}$/.test(url.slice(start.length))))
    return;
  const error = new ShapeError("is not the address of the run");
  error.path.push("runUrl");
  throw error;
}

/** The report. What is newer than this version is ignored, or shown as unknown; it never reads as success. */
export const report: Reader<PlanReport> = object(
  {
    label: name,
    directory: address,
    workspace: name,
    product: name,
    terraformVersion: name,
    result: word(["changes", "no-changes", "denied", "failed"] as const, "failed" as const),
    summary: message,
    mode: word(["normal", "destroy", "refresh-only"] as const, "normal" as const),
    changes: list(change, MANY),
    unchanged: integer(),
    outputs,
    drift: list(change, MANY),
    other: list(other, MANY),
    checks: list(check, MANY),
    diagnostics: list(diagnostic, MANY),
    violations: list(violation, 10_000),
    lifted: list(violation, 10_000),
    notes: messages,
    remarks: messages,
    origin,
  },
  { failure, counts, policy, fingerprint: name, backend: name },
);
