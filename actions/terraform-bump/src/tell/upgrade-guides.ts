/**
 * Where makers describe the way from one version to the next. Data with its sources, and which of it lies between two
 * versions; it fetches nothing.
 */
import { compareVersions, coreOf, tryVersion, type Version } from "@handrail/terraform";
import type { Dependency } from "../find/mention.ts";
import type { Link } from "./web-address.ts";

/**
 * Providers with a guide for each major, by the names of the pages in their own repositories
 * (`website/docs/guides` or `docs/guides` of github.com/<namespace>/terraform-provider-<type>).
 * `since` is the first major that has one; `until` the last where the name changed afterwards.
 */
const PROVIDER_GUIDES: Readonly<Record<string, { since: number; until?: number; page: (major: number) => string }>> = {
  "hashicorp/aws": { since: 2, page: (major) => `version-${major}-upgrade` },
  "hashicorp/azurerm": { since: 2, page: (major) => `${major}.0-upgrade-guide` },
  "hashicorp/azuread": { since: 3, page: (major) => `${major}.0-upgrade-guide` },
  "hashicorp/google": { since: 2, page: (major) => `version_${major}_upgrade` },
  "hashicorp/google-beta": { since: 2, page: (major) => `version_${major}_upgrade` },
  "hashicorp/helm": { since: 2, page: (major) => `v${major}-upgrade-guide` },
  "hashicorp/kubernetes": { since: 2, page: (major) => `v${major}-upgrade-guide` },
  "hashicorp/vault": { since: 2, page: (major) => `version_${major}_upgrade` },
  "cloudflare/cloudflare": { since: 2, page: (major) => `version-${major}-upgrade` },
};

const REGISTRY = "registry.terraform.io";

/**
 * The guides for the steps from one version to another, oldest first.
 * @param from the version in use, `to` the one that comes
 */
export function upgradeGuides(dependency: Dependency, from: string, to: string): Link[] {
  const before = tryVersion(from);
  const after = tryVersion(to);
  if (before === undefined || after === undefined || compareVersions(coreOf(before), coreOf(after)) >= 0) return [];
  const { source } = dependency;
  if (source.from === "releases")
    return source.product === "terraform" ? coreGuides(before, after) : tofuGuides(before, after);
  if (source.from !== "providers" || source.host !== REGISTRY) return [];
  return providerGuides(`${source.namespace}/${source.type}`, before, after);
}

/** `registry.terraform.io/providers/hashicorp/aws/6.2.0/docs/guides/version-6-upgrade`: as that version has it. */
function providerGuides(name: string, before: Version, after: Version): Link[] {
  const guides = Object.hasOwn(PROVIDER_GUIDES, name) ? PROVIDER_GUIDES[name] : undefined;
  if (guides === undefined) return [];
  const links: Link[] = [];
  const last = Math.min(segment(after, 0), guides.until ?? Infinity);
  for (let major = Math.max(segment(before, 0) + 1, guides.since); major <= last; major += 1) {
    const url = `https://${REGISTRY}/providers/${name}/${after.segments.join(".")}/docs/guides/${guides.page(major)}`;
    links.push({ text: `${major}.0`, url });
  }
  return links;
}

const TERRAFORM_DOCS = "https://developer.hashicorp.com/terraform/language";

/** The newest minor before 1.0 that has a guide; https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides */
const LAST_BEFORE_ONE = 15;

/** One guide a minor: up to 1.1 they are all kept with the pages of 1.1, afterwards each with its own. */
function coreGuides(before: Version, after: Version): Link[] {
  const links: Link[] = [];
  const isOld = segment(before, 0) === 0;
  const lastOld = segment(after, 0) === 0 ? segment(after, 1) : LAST_BEFORE_ONE;
  for (let minor = isOld ? segment(before, 1) + 1 : Infinity; minor <= lastOld; minor += 1) {
    links.push({ text: `0.${minor}`, url: `${TERRAFORM_DOCS}/v1.1.x/upgrade-guides/0-${minor}` });
  }
  if (segment(after, 0) !== 1) return links;
  for (let minor = isOld ? 0 : segment(before, 1) + 1; minor <= segment(after, 1); minor += 1) {
    const page = minor < 2 ? `v1.1.x/upgrade-guides/1-${minor}` : `v1.${minor}.x/upgrade-guides`;
    links.push({ text: `1.${minor}`, url: `${TERRAFORM_DOCS}/${page}` });
  }
  return links;
}

/** Each page speaks of all versions before it; the first is that of 1.7. */
function tofuGuides(before: Version, after: Version): Link[] {
  const minor = segment(after, 1);
  const isStep = segment(after, 0) === 1 && minor >= 7 && (segment(before, 0) < 1 || segment(before, 1) < minor);
  return isStep ? [{ text: `1.${minor}`, url: `https://opentofu.org/docs/v1.${minor}/intro/upgrading/` }] : [];
}

function segment({ segments }: Version, index: number): number {
  return segments[index] ?? 0;
}
