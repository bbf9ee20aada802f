/**
 * How many changes of which sort a plan has, and whether it has any. Pure arithmetic on a PlanSummary, no rendering.
 */
import type { PlanSummary } from "./plan.ts";

/** Changes by sort. A replace counts once, as a replace; a move or import also counts as what else happens to it. */
export type Counts = {
  add: number;
  change: number;
  destroy: number;
  replace: number;
  import: number;
  move: number;
  forget: number;
  read: number;
  deferred: number;
  other: number;
  outputs: number;
};

/** Counts the changes of a plan. */
export function countChanges(plan: PlanSummary): Counts {
  const counts: Counts = {
    add: 0,
    change: 0,
    destroy: 0,
    replace: 0,
    import: 0,
    move: 0,
    forget: 0,
    read: 0,
    deferred: plan.deferred.length,
    other: plan.other.length,
    outputs: plan.outputs.length,
  };
  const counterOf = {
    create: "add",
    update: "change",
    replace: "replace",
    delete: "destroy",
    read: "read",
    forget: "forget",
    open: "other",
    other: "other",
    "no-op": undefined,
  } as const;
  for (const change of plan.changes) {
    const counter = counterOf[change.kind];
    if (counter !== undefined) counts[counter] += 1;
    if (change.isMove) counts.move += 1;
    if (change.importing !== undefined) counts.import += 1;
  }
  return counts;
}

/**
 * Whether `terraform plan -detailed-exitcode` would answer 2.
 * Terraform since 1.8 says so itself (`applyable`). Before, and in OpenTofu, any change counts, and in a refresh-only
 * plan (one that has drift but lists no resource at all) the drift, unless it is a move. Of a plan that failed half-way it tells whether
 * the part that exists has changes: terraform's exit code is 1 then.
 */
export function hasChanges(plan: PlanSummary): boolean {
  if (plan.applyable !== undefined && !plan.errored) return plan.applyable;
  if (plan.changes.length > 0 || plan.outputs.length > 0) return true;
  if (plan.other.some((other) => !other.key.startsWith("deferred_"))) return true;
  return plan.unchanged === 0 && plan.drift.some((change) => change.kind !== "no-op");
}
