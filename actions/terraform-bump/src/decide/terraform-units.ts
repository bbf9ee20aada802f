/**
 * The units of terraform or OpenTofu: each root module with the required_version of its tree and its version files, and
 * every other place by itself.
 */
import { compareVersions, type Version } from "@handrail/terraform";
import { directoryOf } from "../find/file-kind.ts";
import { upwards, type Trees } from "./tree.ts";
import type { Draft, Site } from "./unit.ts";

/** The drafts. Workflows and Dockerfiles tell what is in use where nothing nearer does. */
export function draftTerraform(sites: readonly Site[], trees: Trees): Draft[] {
  const files = groupVersionFiles(sites);
  const anchors = namedBy(commonSites(sites));
  const drafts = new Map<string, Draft>();
  const draftOf = (root: string): Draft => {
    let draft = drafts.get(root);
    if (draft === undefined) {
      draft = { root, sites: [...nearest(files, root)], anchors };
      drafts.set(root, draft);
    }
    return draft;
  };
  for (const root of trees.roots) if (nearest(files, root).length > 0) draftOf(root);
  const used = new Set([...drafts.values()].flatMap((draft) => draft.sites));
  const alone: Draft[] = [];
  for (const site of sites) {
    const directory = directoryOf(site.mention.file);
    if (isVersionFile(site)) {
      if (!used.has(site)) alone.push({ root: directory, sites: [site] });
      continue;
    }
    const roots = site.mention.place === "required_version" ? trees.rootsOf(directory) : [];
    for (const root of roots) draftOf(root).sites.push(site);
    // A constraint outside of every root module stands for what its version files say, too.
    const near = namedBy(nearest(files, directory));
    if (roots.length === 0) alone.push({ root: directory, sites: [site], anchors: [...near, ...anchors] });
  }
  return [...drafts.values(), ...alone];
}

/** The versions that are named, the oldest first. */
export function namedBy(sites: readonly Site[]): Version[] {
  return sites.flatMap(({ reading }) => reading.exact ?? []).toSorted(compareVersions);
}

/** The version files by directory. */
export function groupVersionFiles(sites: readonly Site[]): Map<string, Site[]> {
  return Map.groupBy(sites.filter(isVersionFile), (site) => directoryOf(site.mention.file));
}

/** The version files that count for a directory: those of the nearest directory that has some. */
export function nearest(files: ReadonlyMap<string, Site[]>, directory: string): readonly Site[] {
  for (const above of upwards(directory)) {
    const found = files.get(above);
    if (found !== undefined) return found;
  }
  return [];
}

function isVersionFile({ mention }: Site): boolean {
  return mention.place === "version file";
}

/** Versions that may be meant for every root module. */
export function commonSites(sites: readonly Site[]): Site[] {
  const isCommon = ({ place }: Site["mention"]): boolean => place === "workflow" || place === "Dockerfile";
  return sites.filter(({ mention, reading }) => !reading.isConstraint && isCommon(mention));
}
