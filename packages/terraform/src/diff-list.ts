/**
 * The diff of lists: which elements stay, which change, which come and go. Sets are lists in a plan's JSON, so it is said
 * when nothing but the order changes.
 */
import { align } from "./diff-align.ts";
import type { DiffNode } from "./diff-node.ts";
import { remark, writeHidden, type DiffWriter, type Place } from "./diff-writer.ts";
import { joined } from "./forced-paths.ts";

export type ListNode = Extract<DiffNode, { type: "list" }>;
type Step = { before?: DiffNode; after?: DiffNode; index: number };

/** What tells elements apart: two objects that agree in one of these are the same object, changed. */
const IDENTITY = ["id", "name", "key", "address", "arn", "Id", "Name", "Key", "Sid"];
/** Objects that share this part of their members are the same object, changed. */
const SIMILAR = 0.5;

/** Writes what changes between two lists. */
export function writeListChange(writer: DiffWriter, before: ListNode, after: ListNode, place: Place): void {
  const [only, other] = [before.items[0], after.items[0]];
  if (before.items.length === 1 && after.items.length === 1 && only?.type === "object" && other?.type === "object") {
    const forced = joined(place.forced, place.forced?.below.get("0"));
    writer.change(only, other, { ...place, label: `${place.label}[`, tail: `]${place.tail}`, forced });
    return;
  }
  writer.line("~", place.depth, `${place.label}[${remark(place, reorderNote(before, after))}`);
  let hidden = 0;
  const flush = (): void => {
    writeHidden(writer, hidden, "unchanged element", place.depth + 1);
    hidden = 0;
  };
  for (const step of stepsOf(before.items, after.items)) {
    const forced = place.forced?.below.get(String(step.index));
    if (step.before !== undefined && step.before.look === step.after?.look && forced === undefined) hidden += 1;
    else {
      flush();
      writeStep(writer, step, { ...place, depth: place.depth + 1, label: "", tail: ",", forced });
    }
  }
  flush();
  writer.line(" ", place.depth, `]${place.tail}`);
}

function writeStep(writer: DiffWriter, { before, after }: Step, place: Place): void {
  if (before === undefined) {
    if (after !== undefined) writer.whole(after, "+", place);
  } else if (after === undefined) writer.whole(before, "-", { ...place, forced: undefined });
  else if (before.look === after.look) writer.whole(after, " ", place);
  else writer.change(before, after, place);
}

/** What to say when two lists differ in nothing but their order. */
export function reorderNote(before: ListNode, after: ListNode): string | undefined {
  if (before.items.length !== after.items.length || before.id === after.id) return undefined;
  const [old, now] = [before, after].map((list) => list.items.map((item) => item.id).sort((one, other) => one - other));
  return old?.every((id, index) => id === now?.[index]) === true ? "same elements in another order" : undefined;
}

/** All elements of both lists in order, those that belong together in one step. */
function* stepsOf(before: readonly DiffNode[], after: readonly DiffNode[]): Generator<Step> {
  const { matches } = align(
    before.map((item) => item.id),
    after.map((item) => item.id),
  );
  let [b, a] = [0, 0];
  for (const match of [...matches, { before: before.length, after: after.length }]) {
    yield* replaced(before.slice(b, match.before), after.slice(a, match.after), b, a);
    const [same, now] = [before[match.before], after[match.after]];
    if (same !== undefined && now !== undefined) yield { before: same, after: now, index: match.after };
    b = match.before + 1;
    a = match.after + 1;
  }
}

/** Elements between two that stay: pairs them up where one is the other, changed. */
function* replaced(removed: DiffNode[], added: DiffNode[], fromBefore: number, fromAfter: number): Generator<Step> {
  let [b, a] = [0, 0];
  for (const pair of [...pairs(removed, added), { before: removed.length, after: added.length }]) {
    for (; b < pair.before; b += 1) yield step(removed[b], undefined, fromBefore + b);
    for (; a < pair.after; a += 1) yield step(undefined, added[a], fromAfter + a);
    if (b < removed.length || a < added.length) yield step(removed[b], added[a], fromAfter + a);
    b += 1;
    a += 1;
  }
}

function step(before: DiffNode | undefined, after: DiffNode | undefined, index: number): Step {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), index };
}

/** Which of the removed elements became which of the added ones; ascending on both sides. */
function pairs(removed: readonly DiffNode[], added: readonly DiffNode[]): { before: number; after: number }[] {
  const [only, other] = [removed[0], added[0]];
  const isOnly = removed.length === 1 && added.length === 1 && only !== undefined && other !== undefined;
  if (isOnly) return hasOtherName(only, other) ? [] : [{ before: 0, after: 0 }];
  const places = new Map<string, number | undefined>();
  for (const [index, item] of removed.entries()) {
    for (const name of namesOf(item)) places.set(name, places.has(name) ? undefined : index);
  }
  const found: { before: number; after: number }[] = [];
  let next = 0;
  for (const [after, item] of added.entries()) {
    const named = namesOf(item)
      .map((name) => places.get(name))
      .find((index) => index !== undefined && index >= next);
    const before = named ?? (removed.length === added.length ? after : next);
    const candidate = removed[before];
    if (candidate === undefined || before < next) continue;
    if (named === undefined && !isSimilar(candidate, item)) continue;
    found.push({ before, after });
    next = before + 1;
  }
  return found;
}

/** The members that identify an object, as text to look it up by. */
function namesOf(node: DiffNode): string[] {
  if (node.type !== "object") return [];
  return IDENTITY.flatMap((key) => {
    const value = node.entries.get(key);
    return value?.type === "string" && value.text !== "" ? [`${key}=${value.id}`] : [];
  });
}

/** Whether both have a name, and not the same one. */
function hasOtherName(before: DiffNode, after: DiffNode): boolean {
  const [old, now] = [namesOf(before), namesOf(after)];
  return old.length > 0 && now.length > 0 && !old.some((name) => now.includes(name));
}

function isSimilar(before: DiffNode, after: DiffNode): boolean {
  if (before.type === "list" && after.type === "list") return true;
  if (before.type !== "object" || after.type !== "object") return false;
  let [same, all] = [0, 0];
  for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    const old = before.entries.get(key);
    const now = after.entries.get(key);
    if ((old ?? now)?.type === "null" && (now ?? old)?.type === "null") continue;
    all += 1;
    if (old?.id === now?.id || now?.type === "unknown") same += 1;
    else if (old?.type === now?.type && (old?.type === "list" || old?.type === "object")) same += SIMILAR;
  }
  return all > 0 && same / all >= SIMILAR;
}
