/**
 * Whether a later plan does nothing but what is left of a reviewed one, after an apply that ended in the middle. When
 * in doubt it is not: a new review costs less than an apply nobody has seen.
 */
import { withoutKeys } from "./address-keys.ts";
import { describePart, differentParts, isOtherState, pairChanges, type PartPair } from "./plan-difference.ts";
import type { ChangeOutline, PlanOutline } from "./plan-outline.ts";
import { isLeftover, whyBeyond } from "./plan-subset-change.ts";

/** What is left of a reviewed plan. Outputs are `output.<name>`, deposed objects have ` (deposed <key>)` behind. */
export type PlanSubset = {
  isSubset: boolean;
  /** What is beyond the reviewed plan, in sentences without a full stop; empty for a subset. */
  why: string[];
  /** Reviewed addresses that are not planned any more. */
  done: string[];
  /** Addresses that are still planned, as reviewed. */
  left: string[];
};

/** Whether everything in the plan made now was reviewed. Both outlines need the same seal key, or none. */
export function isSubset(reviewed: PlanOutline, now: PlanOutline): PlanSubset {
  const why = [
    ...(isOtherState(reviewed, now) ? ["the state is another one, with another lineage"] : []),
    ...differentParts(reviewed.parts, now.parts)
      .filter((pair) => !isAllowedCheck(pair, reviewed))
      .map((pair) => `${describePart(pair)} is not as it was reviewed`),
  ];
  const current = currentChanges(reviewed.changes);
  const live = now.state === undefined ? undefined : new Set(now.state.resources.map(([address]) => address));
  const [done, left]: [string[], string[]] = [[], []];
  for (const pair of pairChanges(reviewed.changes, now.changes)) {
    const change = pair.now ?? pair.reviewed;
    const name = change === undefined ? "" : shownAddress(change);
    if (pair.now === undefined) {
      if (change === undefined || isDone(change, live)) done.push(name);
      else why.push(`${name} is neither planned any more nor done`);
      continue;
    }
    const reason = whyNotReviewed(pair.reviewed, pair.now, current);
    if (reason === undefined) left.push(name);
    else why.push(`${name} ${reason}`);
  }
  return { isSubset: why.length === 0, why, done, left };
}

/**
 * Whether the state shows what a reviewed change would have come to: that it is not planned any more can have another
 * reason. Outputs and reads leave nothing to look at.
 */
function isDone(change: ChangeOutline, live: ReadonlySet<string> | undefined): boolean {
  const { section, actions } = change;
  if (section !== "change" || actions.includes("read")) return true;
  if (live === undefined) return false;
  const isGone = actions.every((action) => action === "delete" || action === "forget");
  return live.has(shownAddress(change)) !== isGone;
}

/** The address of a change as people see it. */
export function shownAddress({ address, deposed }: Pick<ChangeOutline, "address" | "deposed">): string {
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}

function whyNotReviewed(
  reviewed: ChangeOutline | undefined,
  now: ChangeOutline,
  current: ReadonlyMap<string, ChangeOutline[]>,
): string | undefined {
  if (reviewed !== undefined) return whyBeyond(reviewed, now);
  const isLeft = (current.get(now.address) ?? []).some((change) => isLeftover(change, now));
  return isLeft ? undefined : `was not reviewed (${now.actions.join(", ")})`;
}

/** The changes of objects that are not deposed, by address. */
function currentChanges(changes: readonly ChangeOutline[]): ReadonlyMap<string, ChangeOutline[]> {
  const found = new Map<string, ChangeOutline[]>();
  for (const change of changes) {
    if (change.section !== "change" || change.deposed !== undefined) continue;
    const others = found.get(change.address);
    if (others === undefined) found.set(change.address, [change]);
    else others.push(change);
  }
  return found;
}

/**
 * A check that was unknown may have passed by now. While its object was unknown it had one result for all instances;
 * now it has one for each.
 */
function isAllowedCheck({ reviewed: one, now: other }: PartPair, reviewed: PlanOutline): boolean {
  const isCheck = (other ?? one)?.kind === "check";
  if (!isCheck) return false;
  if (other === undefined) return one?.shown === "unknown";
  if (other.shown !== "pass" && other.shown !== "unknown") return false;
  if (one !== undefined) return one.shown === "unknown";
  const parent = withoutKeys(other.name);
  return reviewed.parts.some(
    ({ kind, name, shown }) => kind === "check" && shown === "unknown" && withoutKeys(name) === parent,
  );
}
