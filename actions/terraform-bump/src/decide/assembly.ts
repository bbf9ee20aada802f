/**
 * What was chosen, as updates: edits, lock changes and the root modules they touch. Everything is decided already.
 */
import { compareCodeUnits } from "@handrail/runner";
import { renderVersion, type Version } from "@handrail/terraform";
import { directoryOf } from "../find/file-kind.ts";
import { isCrossing } from "./ladder.ts";
import { isNewer, lineOf, oldest } from "./line.ts";
import type { Picked, Picks } from "./pick.ts";
import type { Trees } from "./tree.ts";
import { isFollowed, type Site, type Subject, type Unit } from "./unit.ts";
import type { Edit, LockChange, Update } from "./update.ts";

/** One update for each line that somebody moves to. */
export function assembleUpdates(subject: Subject, { picks, lanes }: Picks, trees: Trees): Update[] {
  return picks.map((pick) => {
    const { choice, movers, edits } = pick;
    const units = [...movers];
    const froms = units.flatMap((unit) => lanes(unit.profile).raisedFrom?.version ?? unit.profile.current ?? []);
    const from = oldest(froms) ?? choice.version;
    const [before, after] = constraintTexts(pick);
    const [tag] = taggedBy(pick);
    return {
      dependency: subject.dependency,
      from: renderVersion(from),
      to: choice.text,
      ...(tag === undefined ? {} : { tag }),
      ...(choice.releasedAt === undefined ? {} : { releasedAt: choice.releasedAt }),
      isMajor: units.some(({ profile }) => isMajor(subject, profile.current, choice.version)),
      line: choice.line,
      constraintBefore: before,
      constraintAfter: after,
      edits: sortEdits([...edits].map(([{ mention }, text]) => ({ mention, after: text }))),
      locks: units.flatMap((unit) => lockChange(unit, pick)).toSorted((a, b) => compareCodeUnits(a.file, b.file)),
      roots: rootsOf(pick, trees),
      isRung: units.some((unit) => isRung(subject, unit, choice.version)),
    };
  });
}

function isMajor({ stream }: Subject, current: Version | undefined, target: Version): boolean {
  return current !== undefined && lineOf(current, stream) !== lineOf(target, stream);
}

function isRung({ dependency, policy }: Subject, { profile }: Unit, target: Version): boolean {
  const { current, isBehind } = profile;
  return policy.isStepwise && !isBehind && current !== undefined && isCrossing(dependency, current, target);
}

/** The tag as the edited places write it, else any. */
function taggedBy({ choice, edits }: Picked): readonly string[] {
  const written = [...edits].map(([, after]) => after).filter((after) => choice.tags.includes(after));
  return written.length > 0 ? written : choice.tags;
}

/** The distinct texts before and after; of lock changes alone the texts that stay. */
function constraintTexts({ edits, movers }: Picked): [before: string, after: string] {
  if (edits.size > 0) {
    const sites = [...edits].toSorted(([a], [b]) => compareSites(a, b));
    return [distinct(sites.map(([{ reading }]) => reading.text)), distinct(sites.map(([, after]) => after))];
  }
  const sites = [...new Set([...movers].flatMap((unit) => unit.sites))].toSorted(compareSites);
  const texts = distinct(sites.map(({ reading }) => reading.text));
  return [texts, texts];
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join("; ");
}

function lockChange({ lock }: Unit, { choice }: Picked): LockChange[] {
  if (lock === undefined || !isNewer(choice.version, lock.version)) return [];
  return [{ file: lock.file, provider: lock.address, from: renderVersion(lock.version), to: choice.text }];
}

/** Roots whose tree has an edited place, whose version file is edited, or whose lock file changes. */
function rootsOf({ edits, movers, choice }: Picked, trees: Trees): string[] {
  const roots = new Set<string>();
  for (const [site] of edits) {
    const { mention, units } = site;
    const isVersionFile = mention.place === "version file";
    const followers = units.filter((unit) => isFollowed(site, unit));
    const found = isVersionFile ? followers.map(({ root }) => root) : trees.rootsOf(directoryOf(mention.file));
    for (const root of found) if (!isVersionFile || trees.isRoot(root)) roots.add(root);
  }
  for (const { lock, root } of movers) if (lock !== undefined && isNewer(choice.version, lock.version)) roots.add(root);
  return [...roots].toSorted(compareCodeUnits);
}

function sortEdits(edits: readonly Edit[]): Edit[] {
  return edits.toSorted(
    ({ mention: a }, { mention: b }) => compareCodeUnits(a.file, b.file) || a.span.start - b.span.start,
  );
}

function compareSites({ mention: a }: Site, { mention: b }: Site): number {
  return compareCodeUnits(a.file, b.file) || a.span.start - b.span.start;
}
