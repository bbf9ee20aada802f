/**
 * The pages that tell more about an update: comparison, changelog, registry, upgrade guides. Made of names and versions;
 * whether a page exists is not asked.
 */
import type { Update } from "../decide/update.ts";
import type { ReleaseNotes } from "./changelog.ts";
import { tagPrefix } from "./tag.ts";
import { upgradeGuides } from "./upgrade-guides.ts";
import { comparePage, encodePath, isGitHub, type Link, type Repository } from "./web-address.ts";

/** Links about one update. */
export type UpdateLinks = { pages: Link[]; guides: Link[] };

/** What links are made of besides the update. */
export type LinkFacts = {
  /** By repositoryOf; undefined when nobody says. */
  repository: Repository | undefined;
  /** They know how the tags are really spelt. */
  notes: ReleaseNotes | undefined;
  /** The GitHub that runs this: `https://github.com`. */
  serverUrl: string;
};

/** The pages about an update, the most telling first. */
export function linksOf(update: Update, { repository, notes, serverUrl }: LinkFacts): UpdateLinks {
  const pages: Link[] = [];
  const tags = tagsOf(update, notes);
  if (repository !== undefined) {
    const compare = tags === undefined ? undefined : comparePage(repository, tags, serverUrl);
    if (compare !== undefined) pages.push({ text: "Compare", url: compare });
    pages.push(...changelogOf(update, repository, tags?.[1], serverUrl));
  }
  const registry = registryPage(update);
  if (registry !== undefined) pages.push({ text: "Documentation", url: registry });
  return { pages, guides: upgradeGuides(update.dependency, update.from, update.to) };
}

function changelogOf(update: Update, repository: Repository, tag: string | undefined, serverUrl: string): Link[] {
  if (!isGitHub(repository, serverUrl)) return [{ text: `Source (${repository.host})`, url: repository.url }];
  const releases = `${repository.url}/releases`;
  if (tag === undefined) return [{ text: "Releases", url: releases }];
  // What HashiCorp makes keeps its whole history in one file.
  const isKept = repository.host === "github.com" && repository.path.startsWith("hashicorp/terraform");
  if (isKept && update.dependency.kind !== "module") {
    return [{ text: "Changelog", url: `${repository.url}/blob/${encodePath(tag)}/CHANGELOG.md` }];
  }
  return [{ text: "Release", url: `${releases}/tag/${encodePath(tag)}` }];
}

/**
 * How the tags of both versions are written; undefined when it would be a guess. Programs and providers are tagged
 * `v1.2.3`: their registries and installers demand it.
 */
function tagsOf(update: Update, notes: ReleaseNotes | undefined): [string, string] | undefined {
  const to = update.tag ?? notes?.tag ?? (update.dependency.kind === "module" ? undefined : `v${update.to}`);
  if (to === undefined) return undefined;
  const prefix = tagPrefix(to, update.to);
  return prefix === undefined ? undefined : [notes?.formerTag ?? `${prefix}${update.from}`, to];
}

const REGISTRY = "registry.terraform.io";

function registryPage({ dependency: { source }, to }: Update): string | undefined {
  if (source.from === "providers" && source.host === REGISTRY) {
    return `https://${REGISTRY}/providers/${encodePath(`${source.namespace}/${source.type}/${to}`)}/docs`;
  }
  if (source.from !== "modules" || source.host !== REGISTRY) return undefined;
  return `https://${REGISTRY}/modules/${encodePath(`${source.namespace}/${source.name}/${source.system}/${to}`)}`;
}
