/**
 * Which updates come as one pull request, and how that is called. The updates are decided; the input `group` is read in
 * grouping.ts.
 */
import { compareVersions, parseVersion } from "@handrail/terraform";
import type { Dependency } from "../find/mention.ts";
import { dependencyKey } from "./dependency.ts";
import type { Grouping } from "./grouping.ts";
import { namesDependency } from "./patterns.ts";
import type { MajorPolicy } from "./policy.ts";
import { digest, type Named, slugsOf } from "./slug.ts";
import type { Proposal, Update } from "./update.ts";

/** What becomes one pull request. */
type Bundle = Named & { key: string; group?: string; updates: Update[] };

/**
 * The proposals, sorted by key. With `major: separate` the major updates of a group are a proposal of their own. No place
 * is ever changed to two versions in one: the newer update then comes by itself.
 */
export function group(updates: readonly Update[], grouping: Grouping, major: MajorPolicy): Proposal[] {
  const bundles = new Map<string, Bundle>();
  for (const update of updates.toSorted(compareUpdates)) {
    const name = groupOf(update.dependency, grouping);
    const wanted =
      name === undefined ? lonely(update) : grouped(name, grouping, major === "separate" && update.isMajor);
    const isTaken = bundles.get(wanted.key)?.updates.some((other) => isOverlapping(other, update)) === true;
    const bundle = isTaken ? lonely(update) : wanted;
    const found = bundles.get(bundle.key) ?? bundle;
    found.updates.push(update);
    bundles.set(bundle.key, found);
  }
  const sorted = [...bundles.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const slugs = slugsOf(sorted.map(withTargets));
  return sorted.map(({ key, group: name, updates: found }, index) => ({
    key,
    branch: slugs[index] ?? "",
    ...(name === undefined ? {} : { group: name }),
    updates: found,
  }));
}

function groupOf(dependency: Dependency, grouping: Grouping): string | undefined {
  if (grouping.by === "all") return "all";
  if (grouping.by === "dependency") return undefined;
  return grouping.groups.find(({ patterns }) => patterns.some((pattern) => namesDependency(pattern, dependency)))?.name;
}

function lonely({ dependency, line, to }: Update): Bundle {
  const key = `${dependencyKey(dependency)} ${line}`;
  // A stream of tags is part of the line, not of the name.
  const stream = line.includes("/") ? `-${line.slice(0, line.lastIndexOf("/"))}` : "";
  return { key, name: `${dependency.name}${stream}`, version: to, identity: key, updates: [] };
}

function grouped(name: string, { by }: Grouping, isApart: boolean): Bundle {
  const group = isApart ? `${name} major` : name;
  const key = by === "all" ? group : `group ${group}`;
  return { key, group, name: `group-${group}`, version: "", identity: key, updates: [] };
}

/** A group's targets are told by a digest: another set of them is another branch. */
function withTargets(bundle: Bundle): Named {
  if (bundle.group === undefined) return bundle;
  const targets = bundle.updates.map(({ dependency, to, line }) => `${dependencyKey(dependency)} ${line} ${to}`);
  return { ...bundle, version: digest(targets.toSorted().join("\n")) };
}

/** Do they change the same place? */
function isOverlapping(a: Update, b: Update): boolean {
  if (dependencyKey(a.dependency) !== dependencyKey(b.dependency)) return false;
  const mentions = new Set(a.edits.map(({ mention }) => mention));
  const locks = new Set(a.locks.map(({ file }) => file));
  return b.edits.some(({ mention }) => mentions.has(mention)) || b.locks.some(({ file }) => locks.has(file));
}

/** By dependency, the older version first. */
function compareUpdates(a: Update, b: Update): number {
  const [left, right] = [dependencyKey(a.dependency), dependencyKey(b.dependency)];
  if (left !== right) return left < right ? -1 : 1;
  return compareVersions(parseVersion(a.to), parseVersion(b.to)) || (a.line < b.line ? -1 : 1);
}
