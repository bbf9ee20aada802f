/** Whether the schema is what the records say, and whether reverting leads to the one that is wanted. Pure. */
import { isAccepted, isMended } from "./history-half.ts";
import type { Present } from "./history-half.ts";
import { nameOf, recordName, shortOf } from "./history-names.ts";
import type { Stack, StackEntry } from "./history-stack.ts";
import { describeChange, otherSince, refuseHalf } from "./history-texts.ts";
import type { Refusal } from "./history.ts";
import type { FoundRecord } from "./record.ts";

/** Whether the schema now is the one that the newest record left. */
export function judgePresent(newest: FoundRecord, present: Present, stack: Stack | undefined): Refusal[] {
  const { fingerprint } = present;
  if (fingerprint === "") return [unreadable];
  if (isAccepted(present)) return [];
  if (newest.half !== "") return isMended(newest, present, stack) ? [] : [refuseHalf(newest, fingerprint)];
  const recorded = newest.after.fingerprint;
  if (recorded === fingerprint) return [];
  if (recorded === "") {
    return [
      {
        reason: "no-record",
        what: `The schema that ${recordName(newest)} left was not recorded`,
        remedy: acceptOr("Find out whether somebody changed it since", fingerprint),
      },
    ];
  }
  return [
    {
      reason: "schema-differs",
      what: describeChange(newest, present),
      remedy: acceptOr(
        otherSince(newest, present.others) === undefined
          ? "Undo that by hand"
          : "Take that back first, with the button of that project",
        fingerprint,
      ),
    },
  ];
}

const unreadable: Refusal = {
  reason: "schema-differs",
  what: "The schema cannot be read, so that nothing could prove what a rollback did",
  remedy: "Give schema-command: a command that prints the schema.",
};

/** The way from now to the target. */
export type Way = {
  stack: Stack;
  /** So many entries stay. */
  keep: number;
  /** What the target's record says of the schema; "" when the target names none. */
  wanted: string;
  /** Whether what stays has been there since that record: what it says holds even where the way itself tells nothing. */
  isSame: boolean;
  /** The schema now; undefined when that was judged already. */
  fingerprint: string | undefined;
};

/** A place where the schema is not what reverting would need it to be. */
type Break = { what: string; remedy: string };

/** Where a way leads, and where it breaks. */
export type WayFound = {
  /** The schema of the target; "" when no record knows it. */
  fingerprint: string;
  /** The schema now is not the one that the newest migration left, or (with nothing to revert) not the one that is wanted. */
  here: Break | undefined;
  /** Further back a schema was changed by hand between two migrations, or the target was reached by another way than now. */
  further: readonly Break[];
};

/**
 * Follows the way back, from record to record. Where only one side of a joint is known nobody can say that they fit: a break, too.
 * Of several that one command applied neither side is known in between, and nothing can have come between them.
 */
export function followWay({ stack, keep, wanted, isSame, fingerprint }: Way): WayFound {
  const { entries } = stack;
  const breaks: (Break | undefined)[] = [];
  let seen = fingerprint;
  for (const entry of entries.slice(keep).reverse()) {
    breaks.push(seen === undefined || seen === entry.post ? undefined : breakAbove(entry, seen, entries));
    seen = entry.pre;
  }
  const isOther = wanted !== "" && seen !== undefined && seen !== "" && seen !== wanted;
  breaks.push(isOther ? breakBelow(entries[keep], seen ?? "", wanted) : undefined);
  const [here, ...further] = breaks;
  const reached = wanted === "" || (seen === "" && !isSame) ? (seen ?? "") : wanted;
  return { fingerprint: reached, here, further: further.filter((each) => each !== undefined) };
}

function breakAbove({ id, record, post }: StackEntry, seen: string, entries: readonly StackEntry[]): Break {
  const next = entries[entries.findIndex((entry) => entry.id === id) + 1];
  const where = `after ${nameOf(id)} (${recordName(record)})${next === undefined ? "" : ` and before ${nameOf(next.id)} (${recordName(next.record)})`}`;
  const isKnown = post !== "" && seen !== "";
  return {
    what: isKnown
      ? `The schema was changed without a migration ${where}: from ${shortOf(post)} to ${shortOf(seen)}`
      : `Whether the schema was changed without a migration ${where} was not recorded`,
    remedy:
      next === undefined
        ? acceptOr(isKnown ? "Undo that by hand" : "Find out whether somebody changed it", seen)
        : `Go back no further than version:${nameOf(id)}, and undo the rest with a new migration.`,
  };
}

function breakBelow(lowest: StackEntry | undefined, seen: string, wanted: string): Break {
  const what = `The schema of that state was ${shortOf(wanted)}`;
  if (lowest === undefined) {
    return { what: `${what}; it is ${shortOf(seen)} now`, remedy: acceptOr("Find out what changed it", seen) };
  }
  return {
    what: `${what}; going back from now leads to ${shortOf(seen)}`,
    remedy: `Use before-deployment:${lowest.record.recordId}, or undo the rest with a new migration.`,
  };
}

function acceptOr(instead: string, fingerprint: string): string {
  return `${instead}, or name the schema as it is now: accept-schema: ${fingerprint.slice(0, 16)}.`;
}
