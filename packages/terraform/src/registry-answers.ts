/**
 * The answers of registries and release servers, parsed: versions, platforms, dates, warnings. What cannot be understood is
 * left out, what is no such answer at all is undefined. Pure: JSON of `parseJson` in, our own values out.
 *
 * https://developer.hashicorp.com/terraform/internals/provider-registry-protocol
 * https://developer.hashicorp.com/terraform/internals/module-registry-protocol
 */
import { read } from "@handrail/runner";
import type { Release } from "./catalogue.ts";
import { parseRelease, renderVersion } from "./version.ts";

/** Releases as listed, each version once, and what the registry warns of. */
export type Listed = { releases: Release[]; warnings: string[] };

const MOST_WARNINGS = 5;
const LONGEST_WARNING = 500;

/** `…/versions` of a provider. */
export function parseProviderVersions(json: unknown): Listed | undefined {
  const versions = read(json, "versions");
  if (!Array.isArray(versions)) return undefined;
  return { releases: releasesOf(versions, platformsOf), warnings: textsOf(read(json, "warnings")) };
}

/** `…/versions` of a module. */
export function parseModuleVersions(json: unknown): Listed | undefined {
  const modules = read(json, "modules");
  const versions = Array.isArray(modules) ? read(modules[0], "versions") : undefined;
  if (!Array.isArray(versions)) return undefined;
  return { releases: releasesOf(versions, () => undefined), warnings: textsOf(read(json, "warnings")) };
}

function releasesOf(versions: readonly unknown[], platforms: (entry: unknown) => string[] | undefined): Release[] {
  const releases = new Map<string, Release>();
  for (const entry of versions) {
    const text = read(entry, "version");
    const version = typeof text === "string" ? parseRelease(text) : undefined;
    if (version === undefined || releases.has(renderVersion(version))) continue;
    const known = platforms(entry);
    releases.set(renderVersion(version), known === undefined ? { version } : { version, platforms: known });
  }
  return [...releases.values()];
}

const WORD = /^[a-z0-9]{1,20}$/;

/** Undefined when the registry lists none: some leave them out. */
function platformsOf(entry: unknown): string[] | undefined {
  const platforms = read(entry, "platforms");
  if (!Array.isArray(platforms) || platforms.length === 0) return undefined;
  return platforms.flatMap((platform: unknown) => {
    const os = read(platform, "os");
    const arch = read(platform, "arch");
    const isPlatform = typeof os === "string" && typeof arch === "string" && WORD.test(os) && WORD.test(arch);
    return isPlatform ? [`${os}_${arch}`] : [];
  });
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((each) => typeof each === "string" && each.trim() !== "")
    .slice(0, MOST_WARNINGS)
    .map((each: string) => each.slice(0, LONGEST_WARNING));
}

/** Dates (RFC 3339) by version in normal form, and the page of the source repository. */
export type Dates = { dates: ReadonlyMap<string, string>; repository?: string };

/** The public registry's `/v2/providers/…?include=provider-versions`, and the same for modules. */
export function parsePublicDates(json: unknown): Dates {
  const included = read(json, "included");
  const entries = Array.isArray(included) ? included.map((each: unknown) => read(each, "attributes")) : [];
  const repository = parseRepository(read(json, "data", "attributes", "source"));
  const dates = datesOf(entries, "version", "published-at");
  return repository === undefined ? { dates } : { dates, repository };
}

/** OpenTofu's `/registry/docs/providers/…/index.json`, and the same for modules. */
export function parseOpenTofuDates(json: unknown): Dates {
  const versions = read(json, "versions");
  return { dates: datesOf(Array.isArray(versions) ? versions : [], "id", "published") };
}

function datesOf(entries: readonly unknown[], name: string, date: string): Map<string, string> {
  const dates = new Map<string, string>();
  for (const entry of entries) {
    const text = read(entry, name);
    const version = typeof text === "string" ? parseRelease(text) : undefined;
    const at = parseDate(read(entry, date));
    if (version !== undefined && at !== undefined) dates.set(renderVersion(version), at);
  }
  return dates;
}

/** A page of HashiCorp's releases API, newest first. */
export type ApiRelease = { version: string; createdAt: string; isWithdrawn: boolean };

/** Undefined when it is no page. https://releases.hashicorp.com/docs/api/v1/ */
export function parseReleasesPage(json: unknown): ApiRelease[] | undefined {
  if (!Array.isArray(json)) return undefined;
  return json.flatMap((entry: unknown) => {
    const text = read(entry, "version");
    const version = typeof text === "string" ? parseRelease(text) : undefined;
    const createdAt = parseDate(read(entry, "timestamp_created"));
    if (version === undefined || createdAt === undefined) return [];
    const isWithdrawn = read(entry, "status", "state") === "withdrawn";
    return [{ version: renderVersion(version), createdAt, isWithdrawn }];
  });
}

const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;

/** An RFC 3339 time as it is written; undefined when it is none. */
export function parseDate(value: unknown): string | undefined {
  return typeof value === "string" && DATE.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** An https page of a repository, without credentials, query, `.git` and slashes at the end. */
export function parseRepository(value: unknown): string | undefined {
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (url === null || url.protocol !== "https:" || url.pathname === "/") return undefined;
  return `https://${url.host}${url.pathname.replace(/\/+$/, "").replace(/\.git$/, "")}`;
}
