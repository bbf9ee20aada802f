/** Which migrations a pull request adds, changes or takes away. Pure. */
import type { Migration } from "@handrail/migration";

/** What the head has beside the base. */
export type Comparison = {
  /** The base's, in the tool's order, as the head has them. */
  old: readonly Migration[];
  /** The new ones, in the tool's order. */
  added: readonly Migration[];
  /** Ids whose scripts changed: databases that have them do not get the change. */
  edited: readonly string[];
  /** Ids that are gone: databases that have them hold more than the checkout. */
  removed: readonly string[];
  /** New ones that stand before one of the base in the tool's order: they come late. */
  late: readonly string[];
  /** All ids of the head, in the tool's order. */
  order: readonly string[];
};

/** Compares the lists of base and head. */
export function compareLists(base: readonly Migration[], head: readonly Migration[]): Comparison {
  const [before, now] = [new Map(base.map((each) => [each.id, each])), new Set(head.map(({ id }) => id))];
  const old = head.filter(({ id }) => before.has(id));
  const added = head.filter(({ id }) => !before.has(id));
  const last = head.findLastIndex(({ id }) => before.has(id));
  return {
    old,
    added,
    edited: old.filter(({ id, digest }) => before.get(id)?.digest !== digest).map(({ id }) => id),
    removed: base.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    order: head.map(({ id }) => id),
    late: added.filter(({ id }) => head.findIndex((each) => each.id === id) < last).map(({ id }) => id),
  };
}
