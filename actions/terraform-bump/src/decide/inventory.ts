/**
 * What was found, by dependency: its mentions and its entries in lock files, and which dependencies have to be looked up.
 */
import { directoryOf } from "../find/file-kind.ts";
import type { Dependency, Findings, Mention } from "../find/mention.ts";
import { ignoredAltogether } from "./choices.ts";
import { dependencyKey, providerAddress, providerAt, selectionOf, twinAddress } from "./dependency.ts";
import type { Policy } from "./policy.ts";
import type { LockedEntry, LockFile } from "./provider-units.ts";
import { readTrees, type Trees } from "./tree.ts";
import type { HeldReason } from "./update.ts";

/** Everything about one dependency. */
export type Item = { dependency: Dependency; mentions: Mention[]; entries: LockedEntry[] };

/** The items by key, sorted. */
export function readInventory(mentions: readonly Mention[], locks: readonly LockFile[], trees: Trees): Item[] {
  const items = new Map<string, Item>();
  const itemOf = (dependency: Dependency): Item => {
    const key = dependencyKey(dependency);
    const item = items.get(key) ?? { dependency, mentions: [], entries: [] };
    items.set(key, item);
    return item;
  };
  const asked = new Map<string, Item>();
  for (const mention of mentions.toSorted(compareMentions)) {
    const item = itemOf(mention.dependency);
    item.mentions.push(mention);
    const address = providerAddress(mention.dependency.source);
    if (address === undefined) continue;
    for (const root of trees.rootsOf(directoryOf(mention.file))) asked.set(`${root}\n${address}`, item);
  }
  for (const { file, directory, lock } of locks.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    for (const { address, version, constraints } of lock.entries) {
      const dependency = providerAt(address);
      if (dependency === undefined) continue;
      // Which product a directory is for is not always told by its files, but its lock file says.
      const item =
        asked.get(`${directory}\n${address}`) ??
        asked.get(`${directory}\n${twinAddress(address) ?? ""}`) ??
        itemOf(dependency);
      item.entries.push({ file, directory, address, version, constraints });
    }
  }
  return [...items].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function compareMentions(a: Mention, b: Mention): number {
  return a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1;
}

/** Why a whole dependency is left alone by the inputs; undefined when it is not. */
export function unwanted(
  { dependency, mentions }: Item,
  policy: Policy,
): { reason: HeldReason; why: string } | undefined {
  const ignored = ignoredAltogether(dependency, policy);
  if (ignored !== undefined) return { reason: "ignored", why: ignored };
  const selection = selectionOf(dependency.kind);
  const isLocked = dependency.kind === "provider" && policy.kinds.has("lock-file");
  if (isLocked || (policy.kinds.has(selection) && mentions.length > 0)) return undefined;
  const missing = mentions.length === 0 ? "lock-file" : selection;
  return { reason: "not-selected", why: `${missing} is not in the input dependencies` };
}

/** The dependencies whose releases `decide` has to know, sorted by kind and name, each once. */
export function dependenciesToLookUp(
  findings: Pick<Findings, "mentions" | "modules">,
  locks: readonly LockFile[],
  policy: Policy,
): Dependency[] {
  const items = readInventory(findings.mentions, locks, readTrees(findings.modules)).filter(
    (item) => unwanted(item, policy) === undefined,
  );
  return items.map(({ dependency }) => dependency);
}
