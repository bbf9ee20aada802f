/**
 * The releases of a dependency that an update can choose from, newest first, each with what speaks against it whatever
 * is in use now. What is in use, and which one is chosen, is not known here.
 */
import {
  compareVersions,
  type Catalogue,
  type Release,
  renderVersion,
  tryVersion,
  type Version,
} from "@handrail/terraform";
import type { Dependency } from "../find/mention.ts";
import { isForbidden } from "./ladder.ts";
import { isSame, lineOf } from "./line.ts";
import { meansVersion, namesDependency, type Pattern } from "./patterns.ts";
import type { Policy } from "./policy.ts";
import { renderAge } from "./release-age.ts";
import type { HeldReason } from "./update.ts";

/** Why a version is not taken; `why` is a sentence without a full stop. */
export type Stop = { reason: HeldReason; why: string };

/** A version that exists. `text` is canonical; `tags` are the git tags that name it. */
export type Choice = {
  version: Version;
  text: string;
  line: string;
  tags: readonly string[];
  releasedAt?: string;
  stop?: Stop;
};

/**
 * The choices, newest first, each version once. Of a git repository with several streams of tags (`vpc/v1.0.0`,
 * `dns/v2.0.0`) only one: `stream` is what stands before the version and its `v`.
 */
export function readChoices(dependency: Dependency, catalogue: Catalogue, policy: Policy, stream: string): Choice[] {
  const releases = catalogue.releases
    .flatMap((release) => inStream(dependency, release, stream))
    .toSorted((a, b) => compareVersions(b.version, a.version));
  const versions: [Release, ...Release[]][] = [];
  for (const release of releases) {
    const last = versions.at(-1);
    if (last !== undefined && isSame(last[0].version, release.version)) last.push(release);
    else versions.push([release]);
  }
  return versions.map((same) => toChoice(dependency, same, policy, stream));
}

/** The release as a version of this stream: none or one. Only git has streams. */
function inStream({ source }: Dependency, release: Release, stream: string): Release[] {
  const { tag } = release;
  if (source.from !== "git" || tag === undefined) {
    return stream === "" && release.version.segments.length === 3 ? [release] : [];
  }
  const version = tag.startsWith(stream) ? tryVersion(tag.slice(stream.length)) : undefined;
  return version === undefined ? [] : [{ ...release, version }];
}

/** One choice of all releases with the same version. */
function toChoice(
  dependency: Dependency,
  same: readonly [Release, ...Release[]],
  policy: Policy,
  stream: string,
): Choice {
  const best = same.reduce((found, release) => (rank(release) < rank(found) ? release : found), same[0]);
  const stop = findStop(dependency, best, policy);
  return {
    version: best.version,
    text: renderVersion(best.version),
    line: lineOf(best.version, stream),
    tags: same.flatMap(({ tag }) => tag ?? []).toSorted(),
    ...(best.releasedAt === undefined ? {} : { releasedAt: best.releasedAt }),
    ...(stop === undefined ? {} : { stop }),
  };
}

/** What can be had comes first, then what is written in full and has no metadata. */
function rank({ isWithdrawn, version }: Release): number {
  return (isWithdrawn === true ? 8 : 0) + (version.metadata === "" ? 0 : 4) + Math.max(0, 3 - version.written);
}

function findStop(dependency: Dependency, release: Release, policy: Policy): Stop | undefined {
  const { version } = release;
  const ignored = ignoredBy(dependency, version, policy);
  if (ignored !== undefined) return { reason: "ignored", why: ignored };
  if (release.isWithdrawn === true) return { reason: "withdrawn", why: "its maker took it back" };
  if (isForbidden(dependency, version))
    return {
      reason: "forbidden-version",
      why: "it can write an empty state (https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md)",
    };
  return ageStop(release, policy);
}

/** A version without a readable date is never taken for an old one. */
function ageStop({ releasedAt }: Release, { minimumAgeMs, now }: Policy): Stop | undefined {
  if (minimumAgeMs <= 0) return undefined;
  const since = releasedAt === undefined ? Number.NaN : Date.parse(releasedAt);
  const wanted = `minimum-release-age is ${renderAge(minimumAgeMs)}`;
  if (Number.isNaN(since)) return { reason: "unknown-age", why: `nobody says when it was released, and ${wanted}` };
  if (now - since >= minimumAgeMs) return undefined;
  return {
    reason: "too-young",
    why: `it was released on ${new Date(since).toISOString().slice(0, 10)}, and ${wanted}`,
  };
}

function ignoredBy(dependency: Dependency, version: Version, { ignore, allow }: Policy): string | undefined {
  const isMeant = (pattern: Pattern): boolean =>
    namesDependency(pattern, dependency) && meansVersion(pattern, dependency, version);
  const found = ignore.find(isMeant);
  if (found !== undefined) return `the input ignore has ${JSON.stringify(found.text)}`;
  return allow.length === 0 || allow.some(isMeant) ? undefined : NOT_ALLOWED;
}

const NOT_ALLOWED = "the input allow does not name it";

/** Why no version of the dependency is wanted at all; undefined when some may be. */
export function ignoredAltogether(dependency: Dependency, { ignore, allow }: Policy): string | undefined {
  const found = ignore.find((pattern) => pattern.constraints.length === 0 && namesDependency(pattern, dependency));
  if (found !== undefined) return `the input ignore has ${JSON.stringify(found.text)}`;
  const isNamed = allow.length === 0 || allow.some((pattern) => namesDependency(pattern, dependency));
  return isNamed ? undefined : NOT_ALLOWED;
}
