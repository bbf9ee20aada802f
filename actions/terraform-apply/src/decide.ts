/**
 * Decides whether a plan may be applied for the one that was reviewed: the same, a rest of it, or something else. Pure.
 */
import type { ShownDifference } from "@handrail/report";
import { Failure } from "@handrail/runner";
import { comparePlans, describeDifference, isSubset } from "@handrail/terraform";
import type { PlanDifference, PlanOutline } from "@handrail/terraform";

/** What was reviewed, and what would be applied now. */
export type Comparison = {
  reviewed: { fingerprint: string; outline?: PlanOutline; isBegun: boolean };
  now: { fingerprint: string; outline: PlanOutline };
};

/** `rest`: a part of what was reviewed, the other part is done. */
export type Decision =
  | { kind: "same" }
  | { kind: "rest"; done: string[] }
  | { kind: "changed"; difference: ShownDifference; failure: Failure };

/** Compares by meaning. */
export function decideApply({ reviewed, now }: Comparison): Decision {
  if (reviewed.fingerprint === now.fingerprint) return { kind: "same" };
  if (reviewed.outline === undefined) {
    const difference: ShownDifference = { parts: [], changes: [], movedInState: [], isComplete: false };
    return { kind: "changed", difference, failure: changed("") };
  }
  const subset = isSubset(reviewed.outline, now.outline);
  // Without an apply there is no rest: what is not planned any more went another way.
  if (subset.isSubset && reviewed.isBegun) return { kind: "rest", done: subset.done };
  const difference = comparePlans(reviewed.outline, now.outline);
  return {
    kind: "changed",
    difference: showDifference(difference),
    failure: changed(describeDifference(difference)),
  };
}

function changed(words: string): Failure {
  return new Failure({
    reason: "plan-changed",
    result: "refused",
    what: `The plan is not the one that was reviewed${words === "" ? "" : `: ${words}`}`,
    remedy:
      "Nothing was applied. After the merge open a new pull request (any change will do): its plan shows everything that is still to be done. Before it, plan the same one again. Have that reviewed.",
  });
}

function showDifference(difference: PlanDifference): ShownDifference {
  const checks = difference.checks.map(({ address, reviewed = "none", now = "none" }) => {
    return `check ${address}: ${reviewed} -> ${now}`;
  });
  const outputs = difference.outputs.map((output) => ({ ...output, address: `output.${output.address}` }));
  return {
    parts: [
      ...(difference.isOtherState ? ["the state: it was replaced by another one"] : []),
      ...difference.parts,
      ...checks,
    ],
    changes: [...difference.changes, ...outputs].map(({ address, deposed, kind, attributes, aspects }) => ({
      address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
      what: kind,
      attributes: [...attributes, ...aspects],
    })),
    movedInState: difference.movedInState.map(({ address, how }) =>
      how === "changed" ? address : `${address} (${how})`,
    ),
    isComplete: difference.isComplete,
  };
}
