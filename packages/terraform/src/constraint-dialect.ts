/**
 * What one term of a constraint means, in each of terraform's three dialects. Terms and versions in, yes or no out. It
 * splits no text and changes none.
 *
 * `core` is required_version, `module` a registry module's version, both read by go-version:
 * https://github.com/hashicorp/go-version/blob/v1.7.0/constraint.go. `provider` is required_providers, read by go-version
 * first and by go-versions after it: https://github.com/apparentlymart/go-versions/tree/master/versions.
 */
import { ConstraintError } from "./constraint-error.ts";
import { compareProviderVersions, isProviderVersion } from "./provider-version.ts";
import { compareVersions, coreOf, renderVersion, type Version } from "./version.ts";

export type Operator = "=" | "!=" | ">" | ">=" | "<" | "<=" | "~>";
export type Dialect = "core" | "module" | "provider";

/** One term: `start` and `end` are offsets into the constraint's text, without the white space around the term. */
export type Term = {
  readonly operator: Operator;
  readonly version: Version;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** A dialect: what it refuses though go-version reads it, what a term means, and what counts beside the terms. */
export type Rules = {
  /** Why a well-formed term is refused, or undefined. */
  refuse(term: Term): ConstraintError | undefined;
  /** Below 0 when a is older than b, as the dialect orders them. */
  compare(a: Version, b: Version): number;
  holds(term: Term, version: Version): boolean;
  /** Can there be such a version? */
  exists(version: Version): boolean;
  /** Can the version be chosen at all, if every term holds? */
  chooses(terms: readonly Term[], version: Version): boolean;
};

/** What each operator makes of compare(version, bound). */
const ORDERS: Readonly<Record<Operator, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  "~>": (order) => order >= 0,
};

// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/configs/module.go, checkCoreVersionRequirements
const core: Rules = {
  refuse: (term) => (term.version.prerelease === "" ? undefined : prereleaseError(term)),
  compare: (a, b) => compareVersions(coreOf(a), coreOf(b)),
  holds: (term, version) => holdsInGoVersion(term, coreOf(version)),
  exists: () => true,
  chooses: () => true,
};

// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/initwd/module_install.go, installRegistryModule
const module: Rules = {
  refuse: () => undefined,
  compare: compareVersions,
  holds: holdsInGoVersion,
  exists: () => true,
  chooses: (terms, version) => version.prerelease === "" || asksForPrerelease(terms, version),
};

// https://github.com/hashicorp/terraform/blob/v1.11.4/internal/getproviders/providerreqs/version.go
const provider: Rules = {
  refuse: (term) => (PROVIDER_TERM.test(term.text) ? undefined : providerError(term)),
  compare: compareProviderVersions,
  holds: holdsForProvider,
  // go-versions takes 0.0.0 for "no version": it is in no set but that of all.
  exists: (version) => isProviderVersion(version) && renderVersion(version) !== "0.0.0",
  chooses: (terms, version) =>
    provider.exists(version) && (version.prerelease === "" || terms.some(({ operator }) => operator === "=")),
};

/** The three dialects. */
export const DIALECTS: Readonly<Record<Dialect, Rules>> = { core, module, provider };

/** A term alone: whether a pre-release can be chosen at all is for `chooses` to say. */
function holdsInGoVersion({ operator, version: bound }: Term, version: Version): boolean {
  return ORDERS[operator](compareVersions(version, bound)) && (operator !== "~>" || isInRange(version, bound));
}

/**
 * Only the rightmost written segment may grow. With one segment there is nothing to its left: `~> 1` admits 2.0.0.
 * A bound with more segments than the version admits nothing, and one that is a pre-release no release.
 */
function isInRange(version: Version, bound: Version): boolean {
  if (bound.prerelease !== "" && version.prerelease === "") return false;
  if (bound.segments.length > version.segments.length) return false;
  return bound.segments.slice(0, bound.written - 1).every((segment, index) => segment === version.segments[index]);
}

/**
 * Modules: go-versions is asked for pre-releases, and reads the constraint as npm would. That leaves one term, without an
 * operator or with a `=` and no white space behind it, that names the version with its metadata.
 */
function asksForPrerelease(terms: readonly Term[], version: Version): boolean {
  const [term] = terms;
  if (term === undefined || terms.length > 1 || !/^=?[0-9]/.test(term.text)) return false;
  if (!isProviderVersion(version) || !PROVIDER_TERM.test(term.text)) return false;
  return renderVersion(term.version) === renderVersion(version);
}

/** Exact versions mean their metadata, too. With one segment `~> 1` is `~> 1.0`. */
function holdsForProvider({ operator, version: bound }: Term, version: Version): boolean {
  if (operator === "=" || operator === "!=")
    return (renderVersion(version) === renderVersion(bound)) === (operator === "=");
  if (!ORDERS[operator](compareProviderVersions(version, bound))) return false;
  if (operator !== "~>") return true;
  const fixed = bound.written === 3 ? 2 : 1;
  const upper = bound.segments.map((segment, index) => (index < fixed ? segment + Number(index === fixed - 1) : 0));
  return compareProviderVersions(version, { ...bound, segments: upper, prerelease: "" }) < 0;
}

function prereleaseError(term: Term): ConstraintError {
  return new ConstraintError({
    kind: "prerelease",
    offset: term.start,
    message: `${JSON.stringify(term.text)} names a pre-release, which required_version does not support`,
    remedy: `Write ${coreOf(term.version).text}: terraform compares a running pre-release by its version core only.`,
  });
}

/** The grammar of go-versions: https://github.com/apparentlymart/go-versions/blob/master/versions/constraints/raw_scan.rl */
const PROVIDER_TERM = /^(?:(?:!=|>=|<=|~>|=|>|<) ?)?[0-9]+(?:\.[0-9]+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

function providerError(term: Term): ConstraintError {
  const shown = JSON.stringify(term.text.slice(0, 80));
  const [message, remedy] = providerProblem(term);
  return new ConstraintError({ kind: "syntax", offset: term.start, message: `${shown} ${message}`, remedy });
}

function providerProblem({ text, version }: Term): readonly [message: string, remedy: string] {
  const rest = text.replace(/^(?:!=|>=|<=|~>|=|>|<)/, "");
  if (/^\s*v/.test(rest)) return ['has a "v", which the constraint of a provider must not have', 'Remove the "v".'];
  if (version.written > 3) return ["has more numbers than a provider's version has", "Name at most three numbers."];
  if (/^(?:\s\s|[^\S ])/.test(rest))
    return ["has more than one space behind its operator", "Leave one space, or none, between operator and version."];
  return [
    "is no version that a provider can have",
    'Write a pre-release as "1.2.0-beta1": a hyphen, letters, digits, dots.',
  ];
}
