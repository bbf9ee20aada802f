/**
 * Decides which guardrails a plan breaks. Pure: no pull request is read here, the labels are handed in.
 */
import { matchesGlob } from "@handrail/runner";
import { withoutKeys } from "@handrail/terraform";
import type { ResourceChange } from "@handrail/terraform";
import { guardedActions } from "./handrail-file.ts";
import type { GuardedAction, Guardrail } from "./handrail-file.ts";

/** A broken guardrail: the rule and the addresses of the changes that break it. */
export type Violation = { rule: Guardrail; addresses: string[] };

/** What the guardrails say: what denies, and what a label lifted. */
export type GuardrailDecision = { violations: Violation[]; lifted: Violation[] };

/**
 * Compares the changes with the rules.
 * @param labels the labels of the pull request; empty when there is none
 */
export function decideGuardrails(
  rules: readonly Guardrail[],
  changes: readonly ResourceChange[],
  labels: readonly string[],
): GuardrailDecision {
  const decision: GuardrailDecision = { violations: [], lifted: [] };
  for (const rule of rules) {
    const addresses = changes.filter((change) => breaks(rule, change)).map((change) => change.address);
    if (addresses.length <= rule.max) continue;
    const isLifted = rule.unlessLabel !== undefined && labels.includes(rule.unlessLabel);
    (isLifted ? decision.lifted : decision.violations).push({ rule, addresses });
  }
  return decision;
}

function breaks(rule: Guardrail, change: ResourceChange): boolean {
  if (!guardedKinds(change).some((action) => rule.actions.includes(action))) return false;
  if (rule.types.length > 0 && !rule.types.some((glob) => matchesGlob(glob, change.type))) return false;
  if (rule.addresses.length === 0) return true;
  // A rule for `a.b` also guards its instances, and a rule for `module.m.a.b` those of all instances of the module.
  // A move must not carry an object out of its rule.
  const addresses = [change.address, ...(change.previousAddress === undefined ? [] : [change.previousAddress])];
  const names = addresses.flatMap((address) => [address, withoutKeys(address)]);
  return rule.addresses.some((glob) => names.some((name) => matchesGlob(glob, name)));
}

/** What a change counts as. An action combination that we do not know counts as everything that it names. */
function guardedKinds(change: ResourceChange): GuardedAction[] {
  const kinds: string[] = change.kind === "other" ? change.actions : [change.kind];
  if (change.isOldForgotten === true) kinds.push("forget");
  return guardedActions.filter((action) => kinds.includes(action));
}
