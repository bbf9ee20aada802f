/**
 * Which updates come as one pull request, and how that is called. Reads the input `group`; the updates are decided.
 */
import { compareVersions, parseVersion } from "@handrail/terraform";
import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from "yaml";
import type { Dependency } from "../find/mention.ts";
import { dependencyKey } from "./dependency.ts";
import { globProblem, matchesGlob, namesDependency, type Pattern } from "./patterns.ts";
import type { MajorPolicy } from "./policy.ts";
import { digest, type Named, slugsOf } from "./slug.ts";
import type { Proposal, Update } from "./update.ts";

/** What the input says. */
export type Grouping = { by: "dependency" } | { by: "all" } | { by: "groups"; groups: readonly Group[] };

/** The first group that has a pattern for a dependency gets it. */
export type Group = { name: string; patterns: readonly Pick<Pattern, "glob">[] };

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9 ._/-]{0,38}[A-Za-z0-9])?$/;

/**
 * Reads `dependency`, `all`, or YAML with names of groups and their patterns. Throws a RangeError that says what is
 * wrong: bad YAML, another shape, names that are no names, a dependency that an earlier group has already.
 */
export function parseGrouping(text: string): Grouping {
  const word = text.trim();
  if (word === "" || word === "dependency") return { by: "dependency" };
  if (word === "all") return { by: "all" };
  const document = parseDocument(text, { version: "1.2", prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) throw new RangeError(`it is no YAML: ${error.message.split("\n", 1).join("")}`);
  const { contents } = document;
  if (!isMap(contents))
    throw new RangeError("it is neither dependency, nor all, nor a mapping of group names to lists");
  const groups = (contents.items as Pair<Node, Node | null>[]).map(({ key, value }) => readGroup(key, value));
  refuseTwice(groups);
  return { by: "groups", groups };
}

function readGroup(key: Node, value: Node | null): Group {
  const name = isScalar(key) ? String(key.value) : "";
  const shown = JSON.stringify(name.slice(0, 80));
  if (!NAME.test(name))
    throw new RangeError(`${shown} is no name of a group: 1 to 40 letters, digits, spaces, . _ - or /`);
  const items = isSeq(value) ? (value.items as Node[]) : [value];
  const patterns = items.map((item) => {
    const glob = isScalar(item) && typeof item.value === "string" ? item.value.trim() : undefined;
    if (glob === undefined) throw new RangeError(`group ${shown} needs a list of dependencies, like [hashicorp/*]`);
    const problem = globProblem(glob);
    if (problem !== undefined) throw new RangeError(`group ${shown}: ${problem}`);
    return { glob: glob.toLowerCase() };
  });
  if (patterns.length === 0) throw new RangeError(`group ${shown} is empty`);
  return { name, patterns };
}

/** A later pattern that an earlier group leaves nothing for is a mistake; an earlier, narrower one is not. */
function refuseTwice(groups: readonly Group[]): void {
  for (const [index, { name, patterns }] of groups.entries()) {
    for (const { glob } of patterns) {
      for (const earlier of groups.slice(0, index)) {
        const taker = earlier.patterns.find((pattern) => matchesGlob(pattern.glob, glob));
        if (taker === undefined) continue;
        const [shown, by] = [JSON.stringify(glob.slice(0, 80)), JSON.stringify(taker.glob.slice(0, 80))];
        throw new RangeError(
          `${shown} of group ${JSON.stringify(name)} is in group ${JSON.stringify(earlier.name)} already (${by})`,
        );
      }
    }
  }
}

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
