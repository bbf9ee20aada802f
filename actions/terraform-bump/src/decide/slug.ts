/**
 * Names of branches for proposals: short, the same for the same proposal, never the same for two of them.
 */
import { createHash } from "node:crypto";

/** A name to make: `name` and `version` are what people should recognise, `identity` is what makes it one of its kind. */
export type Named = { name: string; version: string; identity: string };

const MOST_NAME = 60;
const MOST_VERSION = 30;
const MARK = 10;

/** The slugs in the order of the names: `[a-z0-9._-]`, at most 102 characters, and valid as the last part of a branch. */
export function slugsOf(names: readonly Named[]): string[] {
  const parts = names.map(partsOf);
  const isMarked = parts.map(({ isWhole }) => !isWhole);
  for (;;) {
    const slugs = parts.map(({ name, version, mark }, index) =>
      [name, isMarked[index] === true ? mark : "", version].filter((part) => part !== "").join("-"),
    );
    // A name can look like another one with its mark: then it needs one itself.
    const meeting = slugs.flatMap((slug, index) =>
      isMarked[index] !== true && slugs.indexOf(slug) !== slugs.lastIndexOf(slug) ? [index] : [],
    );
    if (meeting.length === 0) return slugs;
    for (const index of meeting) isMarked[index] = true;
  }
}

/** The first characters of a text's digest. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, MARK);
}

type Parts = { name: string; version: string; mark: string; isWhole: boolean };

function partsOf(named: Named): Parts {
  const [name, version] = [clean(named.name), clean(named.version)];
  const [shortName, shortVersion] = [cut(name, MOST_NAME), cut(version, MOST_VERSION)];
  const isWhole = shortName === name && shortVersion === version && version !== "" && name !== "";
  return { name: shortName, version: shortVersion, mark: digest(named.identity), isWhole };
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
