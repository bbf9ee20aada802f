/**
 * Of all results, the ones that are told, and in which order. Pure.
 */
import type { ParsedResult } from "@handrail/report";
import { Failure } from "@handrail/runner";

/** A result, and the file it is from. */
export type NamedResult = ParsedResult & { name: string };

/**
 * One result for each label: an apply rather than its plan, a later attempt rather than an earlier one. What failed comes
 * first, then they are in the order of their labels.
 * @param label only this one; "" for all
 * @throws Failure `invalid-input` when two say different things of the same attempt
 */
export function chooseResults(all: readonly NamedResult[], label: string): NamedResult[] {
  const chosen = new Map<string, NamedResult>();
  for (const result of all) {
    const { report } = result;
    if (label !== "" && report.label !== label) continue;
    const other = chosen.get(report.label);
    if (other === undefined || isNewer(result, other)) chosen.set(report.label, result);
    else if (!isNewer(other, result)) throw ambiguous(other, result);
  }
  return [...chosen.values()].sort(
    (a, b) => Number(isFailed(b)) - Number(isFailed(a)) || (a.report.label < b.report.label ? -1 : 1),
  );
}

function isNewer(a: NamedResult, b: NamedResult): boolean {
  const [left, right] = [a.report.origin.runAttempt, b.report.origin.runAttempt];
  return left === right ? a.kind === "apply" && b.kind === "plan" : left > right;
}

function isFailed({ report, apply }: ParsedResult): boolean {
  return apply === undefined ? report.failure !== undefined : apply.failure !== undefined;
}

function ambiguous(a: NamedResult, b: NamedResult): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `${a.name} and ${b.name} are both results for the label ${a.report.label}: nobody can tell which one is meant`,
    remedy: "Give each target a label of its own, and hand over each result once.",
  });
}
