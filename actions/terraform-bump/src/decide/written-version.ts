/**
 * A lone version or a git tag as a text: what it means when it is not written in full, and how another version is
 * written in its place.
 */
import { tryVersion, type Version } from "@handrail/terraform";
import type { Choice, Stop } from "./choices.ts";
import { isSame } from "./line.ts";

/** How it is written: `prefix` stands before the version, a tag has to exist. */
export type Shape = { prefix: string; isTag: boolean };

/** The newest version that begins with the written numbers; the version itself when it is written in full or unknown. */
export function meantVersion(version: Version, choices: readonly Choice[]): Version {
  if (version.written >= 3 || version.prerelease !== "") return version;
  const begins = (choice: Choice): boolean =>
    choice.version.prerelease === "" &&
    version.segments.slice(0, version.written).every((segment, index) => segment === choice.version.segments[index]);
  return choices.find(begins)?.version ?? version;
}

/** In the form in which the former one was written: as many numbers as long as they mean the same, the same prefix. */
export function writeVersion(
  choices: readonly Choice[],
  shape: Shape,
  former: Version,
  choice: Choice,
): { after: string } | Stop {
  const short = choice.version.segments.slice(0, former.written).join(".");
  const shortVersion = former.written < 3 && choice.version.prerelease === "" ? tryVersion(short) : undefined;
  const meansSame = shortVersion !== undefined && isSame(meantVersion(shortVersion, choices), choice.version);
  if (!shape.isTag) return { after: `${shape.prefix}${meansSame ? short : choice.text}` };
  if (meansSame && choices.some(({ tags }) => tags.includes(shape.prefix + short)))
    return { after: shape.prefix + short };
  const tag = choice.tags.find((candidate) => isWrittenLike(candidate, shape.prefix, former));
  if (tag !== undefined) return { after: tag };
  const others = choice.tags.map((candidate) => JSON.stringify(candidate)).join(", ");
  return {
    reason: "constraint-unclear",
    why: `its tag is ${others}, here tags are written like ${JSON.stringify(`${shape.prefix}1.2.3`)}`,
  };
}

/** The same prefix and at least as many numbers: a tag with fewer of them may move. */
function isWrittenLike(tag: string, prefix: string, former: Version): boolean {
  const rest = tag.slice(prefix.length);
  if (!tag.startsWith(prefix) || !/^[0-9]/.test(rest)) return false;
  return (tryVersion(rest)?.written ?? 0) >= former.written;
}
