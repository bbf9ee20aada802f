/**
 * What must be installed, from what was asked for and what the configuration requires. Pure: it neither looks at files
 * nor at releases.
 *
 * The input comes before version files, and these before required_version. A version file and required_version must
 * agree; the input is only warned about, since whoever wrote it knows the workflow.
 */
import { Failure, type Location } from "@handrail/runner";
import { matches } from "./constraint.ts";
import type { RequiredVersion } from "./required-version.ts";
import type { VersionWish } from "./version-files.ts";
import { matchesPattern } from "./version-pattern.ts";
import { parseRequest, partialVersion, type VersionRequest } from "./version-request.ts";
import { renderVersion, type Version } from "./version.ts";

/** A request and where it was made; the input has no location. */
export type Asked = { request: VersionRequest; text: string; location?: Location };

/**
 * `exact`: this release. `choice`: the newest (or oldest) stable release that is accepted; `isOpen` when any accepted
 * one will do, also an older one that is already there. `nothing`: nobody named a version.
 */
export type Demand =
  | { kind: "exact"; version: Version; source: string }
  | {
      kind: "choice";
      accepts: (version: Version) => boolean;
      isOldest: boolean;
      isOpen: boolean;
      wanted: string;
      source: string;
    }
  | { kind: "nothing" };

/** What the input terraform-version asks for; undefined when it is empty. The text has been checked before. */
export function askedByInput(text: string): Asked | undefined {
  return text === "" ? undefined : { request: parseRequest(text), text };
}

/** What a version file asks for. */
export function askedByFile(wish: VersionWish): Asked {
  return { request: wish.request, text: wish.text, location: wish.location };
}

/** Where a request was made, as in the output version-source. */
export function sourceOf(location: Location | undefined): string {
  if (location === undefined) return "input terraform-version";
  return location.line === undefined ? location.file : `${location.file}:${location.line}`;
}

function sourcesOf(required: readonly RequiredVersion[]): string {
  return required.map(({ location }) => sourceOf(location)).join(", ");
}

/** Those that do not admit the version. */
export function refusedBy(required: readonly RequiredVersion[], version: Version): RequiredVersion[] {
  return required.filter(({ constraint }) => !matches(constraint, version));
}

function admits(required: readonly RequiredVersion[], version: Version): boolean {
  return refusedBy(required, version).length === 0;
}

/** Decides what must be installed. Throws a Failure "no-version" when what was asked for contradicts itself. */
export function decideDemand(asked: Asked | undefined, required: readonly RequiredVersion[]): Demand {
  if (asked === undefined) return demandOfConfiguration(required);
  const { request, text, location } = asked;
  const source = sourceOf(location);
  const isFile = location !== undefined;
  const both =
    isFile && required.length > 0
      ? { wanted: `${text} and ${wantedBy(required)}`, source: `${source}, ${sourcesOf(required)}` }
      : { wanted: text, source };
  const allowed = (version: Version): boolean => !isFile || admits(required, version);
  const choice = { kind: "choice" as const, isOldest: false, isOpen: false };
  switch (request.kind) {
    case "exact":
      if (!allowed(request.version))
        throw contradiction(asked, renderVersion(request.version), refusedBy(required, request.version));
      return { kind: "exact", version: request.version, source };
    case "constraint":
      return {
        ...choice,
        ...both,
        isOpen: true,
        accepts: (version) => matches(request.constraint, version) && allowed(version),
      };
    case "prefix":
      return {
        ...choice,
        ...both,
        isOpen: true,
        accepts: (version) => hasPrefix(version, request.segments) && allowed(version),
      };
    case "pattern":
      return {
        ...choice,
        ...both,
        accepts: (version) => matchesPattern(request.pattern, renderVersion(version)) && allowed(version),
      };
    case "latest":
      return { ...choice, wanted: text, source, accepts: () => true };
    case "latest-allowed":
    case "min-required":
      return demandOfKeyword(asked, request.kind, required);
    default:
      throw new TypeError("unknown kind of request");
  }
}

function demandOfKeyword(
  asked: Asked,
  keyword: "latest-allowed" | "min-required",
  required: readonly RequiredVersion[],
): Demand {
  const source = sourceOf(asked.location);
  const hasFloor = required.some(({ constraint }) =>
    constraint.terms.some(({ operator }) => /^(?:=|>=|>|~>)$/.test(operator)),
  );
  if (required.length === 0 || (keyword === "min-required" && !hasFloor)) {
    throw new Failure({
      reason: "no-version",
      what: `${source} says ${keyword}, but no required_version of the root module says ${required.length === 0 ? "anything" : "from which version on"}`,
      remedy: 'Add a required_version like ">= 1.5" to the terraform block, or name a version in the file.',
      ...(asked.location === undefined ? {} : { location: asked.location }),
    });
  }
  return {
    kind: "choice",
    accepts: (version) => admits(required, version),
    isOldest: keyword === "min-required",
    isOpen: false,
    wanted: wantedBy(required),
    source: `${source}, ${sourcesOf(required)}`,
  };
}

/** Nothing but required_version: an exact one needs no list of releases. */
function demandOfConfiguration(required: readonly RequiredVersion[]): Demand {
  if (required.length === 0) return { kind: "nothing" };
  const source = sourcesOf(required);
  const pin = required
    .flatMap(({ constraint, location }) => constraint.terms.map((term) => ({ term, location })))
    .find(({ term }) => term.operator === "=" && term.version.segments.length === 3 && term.version.metadata === "");
  if (pin === undefined) {
    return {
      kind: "choice",
      accepts: (version) => admits(required, version),
      isOldest: false,
      isOpen: true,
      wanted: wantedBy(required),
      source,
    };
  }
  const { version } = pin.term;
  if (admits(required, version)) return { kind: "exact", version, source };
  const asked = { request: { kind: "exact" as const, version }, text: pin.term.text, location: pin.location };
  throw contradiction(asked, renderVersion(version), refusedBy(required, version));
}

/** Is it a release that only its exact name chooses? */
export function isStable(version: Version): boolean {
  return version.prerelease === "";
}

function hasPrefix(version: Version, segments: readonly number[]): boolean {
  return segments.every((segment, index) => version.segments[index] === segment);
}

function wantedBy(required: readonly RequiredVersion[]): string {
  return required.map(({ constraint }) => `required_version ${JSON.stringify(constraint.text)}`).join(" and ");
}

function requirements(required: readonly RequiredVersion[]): string {
  return required
    .map(({ constraint, location }) => `${sourceOf(location)} requires ${JSON.stringify(constraint.text)}`)
    .join(" and ");
}

/** The failure for a version that was asked for by a file and is refused by required_version; names both. */
export function contradiction(asked: Asked, version: string, required: readonly RequiredVersion[]): Failure {
  return new Failure({
    reason: "no-version",
    what: `${sourceOf(asked.location)} asks for ${version}, but ${requirements(required)}`,
    remedy:
      asked.request.kind === "latest"
        ? "Write latest-allowed into the version file for the newest version that required_version admits, or change required_version."
        : "Change one of them so that they agree: terraform would refuse to run.",
    ...(asked.location === undefined ? {} : { location: asked.location }),
  });
}

/** What should be said about a version that was chosen, though it is used. */
export function warningsFor(
  asked: Asked | undefined,
  version: Version,
  required: readonly RequiredVersion[],
): string[] {
  const warnings: string[] = [];
  const partial = asked === undefined ? undefined : partialVersion(asked.request);
  if (asked !== undefined && partial !== undefined) {
    const [major, minor] = partial.segments;
    warnings.push(
      `${sourceOf(asked.location)} says ${asked.text}, which terraform's constraints read as exactly ${renderVersion(partial)}. Write ~> ${major}.${minor}.0 for the newest ${major}.${minor}.x.`,
    );
  }
  const refusing = asked?.location === undefined ? refusedBy(required, version) : [];
  if (asked !== undefined && refusing.length > 0) {
    warnings.push(
      `The input terraform-version chose ${renderVersion(version)}, but terraform will refuse to run: ${requirements(refusing)}`,
    );
  }
  return warnings;
}
