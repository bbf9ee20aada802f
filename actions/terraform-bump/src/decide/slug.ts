/**
 * Names of branches for proposals: short, the same for the same proposal, never the same for two of them.
 */
import { createHash } from "node:crypto";

/** A name to make: `name` and `version` are what people should recognise, `identity` is what makes it one of its kind. */
export type Named = { name: string; version: string; identity: string };

const MOST_NAME = 60;
const MOST_VERSION = 30;
const MARK = 8;

/** The slugs in the order of the names: `[a-z0-9._-]`, at most 100 characters, and valid as the last part of a branch. */
export function slugsOf(names: readonly Named[]): string[] {
  const plain = names.map((named) => plainSlug(named));
  const count = new Map<string, number>();
  for (const { slug } of plain) count.set(slug, (count.get(slug) ?? 0) + 1);
  return plain.map(({ name, version, slug, isWhole }, index) => {
    if (isWhole && count.get(slug) === 1) return slug;
    return `${name}-${digest(names[index]?.identity ?? "")}-${version}`;
  });
}

/** The first characters of a text's digest. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, MARK);
}

function plainSlug(named: Named): { name: string; version: string; slug: string; isWhole: boolean } {
  const [name, version] = [clean(named.name), clean(named.version)];
  const [shortName, shortVersion] = [cut(name, MOST_NAME), cut(version, MOST_VERSION)];
  const isWhole = shortName === name && shortVersion === version && version !== "" && name !== "";
  const slug = `${shortName}-${shortVersion}`;
  return { name: shortName === "" ? "x" : shortName, version: shortVersion === "" ? "x" : shortVersion, slug, isWhole };
}

/** No dot or hyphen at either end, no two dots in a row, no `.lock` at the end: git takes none of them. */
function clean(text: string): string {
  const plain = text.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, "-");
  return plain
    .replaceAll(/\.{2,}/g, "-")
    .replaceAll(/-{2,}/g, "-")
    .replace(/\.lock$/, "-lock")
    .replaceAll(/^[._-]+|[._-]+$/g, "");
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[._-]+$/, "");
}
