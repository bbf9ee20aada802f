/**
 * Sorts changes into what a reviewer looks for, worst first, with the words and signs for each. Pure data.
 */
import type { Counts, ResourceChange } from "@handrail/terraform";

/** Worst first: the order in the comment, and the order in which things survive when space runs out. */
export const categories = [
  "delete",
  "replace",
  "forget",
  "other",
  "update",
  "create",
  "import",
  "move",
  "deferred",
  "read",
  "open",
] as const;
export type Category = (typeof categories)[number];

/** The words for one category. `heading` and `done` follow a number ("3 to destroy"), `will` follows an address. */
export type CategoryWords = {
  sign: string;
  heading: string;
  done: string;
  will: string;
  count: keyof Counts | undefined;
};

export const categoryWords: Readonly<Record<Category, CategoryWords>> = {
  delete: { sign: "🟥", heading: "to destroy", done: "destroyed", will: "will be destroyed", count: "destroy" },
  replace: { sign: "🟧", heading: "to replace", done: "replaced", will: "will be replaced", count: "replace" },
  forget: {
    sign: "⬛",
    heading: "to forget",
    done: "no longer managed",
    will: "will no longer be managed, and not destroyed",
    count: "forget",
  },
  other: {
    sign: "🟪",
    heading: "to change in an unknown way",
    done: "changed in an unknown way",
    will: "will change in an unknown way",
    count: "other",
  },
  update: { sign: "🟨", heading: "to change", done: "changed", will: "will be updated in place", count: "change" },
  create: { sign: "🟩", heading: "to add", done: "added", will: "will be created", count: "add" },
  import: { sign: "🟦", heading: "to import", done: "imported", will: "will be imported", count: "import" },
  move: { sign: "🟦", heading: "to move", done: "moved", will: "gets another address", count: "move" },
  deferred: {
    sign: "⬜",
    heading: "deferred",
    done: "deferred",
    will: "is deferred to a later plan",
    count: "deferred",
  },
  read: { sign: "⬜", heading: "to read", done: "read", will: "will be read during apply", count: "read" },
  open: { sign: "⬜", heading: "to open", done: "opened", will: "will be opened during apply", count: undefined },
};

/** The category of a change. A change of nothing but its address or its import is a move or an import. */
export function categoryOf(change: ResourceChange): Category {
  if (change.deferredReason !== undefined) return "deferred";
  if (change.kind !== "no-op") return change.kind;
  return change.importing === undefined ? "move" : "import";
}

/** Whether something that exists is lost. */
export function isDestructive(category: Category): boolean {
  return category === "delete" || category === "replace";
}

const reasons: Readonly<Record<string, string>> = {
  replace_because_cannot_update: "an attribute cannot be changed in place",
  replace_because_tainted: "it is tainted",
  replace_by_request: "it was asked for",
  replace_by_triggers: "replace_triggered_by names something that changes",
  delete_because_no_resource_config: "it is not in the configuration",
  delete_because_wrong_repetition: "count or for_each was added or removed",
  delete_because_count_index: "its index is out of range for count",
  delete_because_each_key: "its key is not in for_each",
  delete_because_no_module: "its module is not in the configuration",
  delete_because_no_move_target: "it was moved to an address that is not in the configuration",
  read_because_config_unknown: "its configuration is not known yet",
  read_because_dependency_pending: "it depends on something that changes",
  read_because_check_nested: "a check reads it",
};

/** Terraform's action reason in words; a reason that we do not know is returned as it is, in `isKnown: false`. */
export function describeReason(reason: string): { text: string; isKnown: boolean } {
  const text = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return text === undefined ? { text: reason, isKnown: false } : { text, isKnown: true };
}
