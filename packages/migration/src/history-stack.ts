/**
 * What is applied now as a stack, in the order of application that the records prove: which record put each migration there,
 * and the schema right before and right after. Pure.
 */
import type { Chain, Link } from "./history-chain.ts";
import type { FoundRecord, RecordedMigration } from "./record.ts";

/** A migration of the stack. */
export type StackEntry = {
  id: string;
  /** The run that applied it. */
  record: FoundRecord;
  /** Its facts; undefined when it was never applied whole (the tool counts a half-done one). */
  recorded: RecordedMigration | undefined;
  /** The schema right before it was applied, which reverting it brings back; "" when that is not known. */
  pre: string;
  /** The schema right after it was applied; "" when that is not known. */
  post: string;
};

/** The stack. */
export type Stack = {
  /** What lies below: applied before the oldest record that joins. In the order that was handed in. */
  base: readonly string[];
  /** The schema with nothing but the base applied, as it was recorded last; "" when that is not known. */
  ground: string;
  /** The oldest first. */
  entries: readonly StackEntry[];
};

/**
 * Plays the chain forward.
 * @param applied what is applied now; it gives the order of the base
 */
export function stackOf(applied: readonly string[], chain: Chain): Stack {
  let entries: StackEntry[] = [];
  let ground = chain.links.at(-1)?.record.before.fingerprint ?? "";
  for (const link of chain.links.toReversed()) {
    const there = new Set(entries.map(({ id }) => id));
    const isFromBase = link.removed.some((id) => !there.has(id));
    entries = take(entries, link.removed);
    if (isFromBase) entries = entries.map(unknownSchema);
    if (isFromBase) ground = "";
    else if (entries.length === 0 && link.added.length > 0) ground = link.record.before.fingerprint;
    entries = [...entries, ...pushed(link)];
  }
  const above = new Set(entries.map(({ id }) => id));
  return { base: [...new Set(applied)].filter((id) => !above.has(id)), ground, entries };
}

/** The schema after the topmost migration that is left; "" when that is not known. */
export function topSchema({ entries, ground }: Stack): string {
  const top = entries.at(-1);
  return top === undefined ? ground : top.post;
}

function unknownSchema(entry: StackEntry): StackEntry {
  return { ...entry, pre: "", post: "" };
}

/** Takes ids away. From the middle of the stack that leaves those above on a schema that nobody recorded. */
function take(entries: readonly StackEntry[], ids: readonly string[]): StackEntry[] {
  if (ids.length === 0) return [...entries];
  const gone = new Set(ids);
  const lowest = entries.findIndex(({ id }) => gone.has(id));
  return entries.flatMap((entry, at) => {
    if (gone.has(entry.id)) return [];
    return [at > lowest && lowest >= 0 ? unknownSchema(entry) : entry];
  });
}

function pushed({ record, added }: Link): StackEntry[] {
  const facts = new Map(record.done.map((each) => [each.id, each]));
  let pre = record.before.fingerprint;
  return added.map((id) => {
    const recorded = facts.get(id);
    const post = recorded === undefined ? "" : postOf(record, recorded);
    const entry = { id, record, recorded, pre, post };
    pre = post;
    return entry;
  });
}

function postOf({ done, half, after }: FoundRecord, recorded: RecordedMigration): string {
  const isLast = done.at(-1) === recorded;
  return recorded.fingerprint ?? (isLast && half === "" ? after.fingerprint : "");
}
