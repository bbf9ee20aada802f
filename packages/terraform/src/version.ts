/**
 * Versions as terraform reads them: any number of segments, a pre-release, build metadata. Parses, compares, renders.
 * It knows no constraints, no release lists and no URLs.
 *
 * Grammar and order are those of go-version, which terraform itself uses:
 * https://github.com/hashicorp/go-version/blob/v1.7.0/version.go
 */

/**
 * A version. `segments` has at least three numbers (missing ones are 0), `written` says how many stood in the text.
 * `prerelease` and `metadata` come without their `-` and `+`; empty when there is none.
 */
export type Version = {
  readonly segments: readonly number[];
  readonly written: number;
  readonly prerelease: string;
  readonly metadata: string;
  readonly text: string;
};

const NUMBERS = /^v?([0-9]+(?:\.[0-9]+)*)/;
const WORDS = /^[0-9A-Za-z~-]+(?:\.[0-9A-Za-z~-]+)*$/;
const LETTER = /^[A-Za-z~-]/;
const DIGIT = /^[0-9]/;

/** Parses a version, or throws a RangeError that says what is wrong with it. White space around it is not removed. */
export function parseVersion(text: string): Version {
  const version = tryVersion(text);
  if (version === undefined)
    throw new RangeError(`${JSON.stringify(text)} is not a version: expected something like 1.11.4`);
  return version;
}

/** Parses a version; undefined when it is none, or when a number in it is above 2^53 (terraform reads up to 2^63). */
export function tryVersion(text: string): Version | undefined {
  const numbers = NUMBERS.exec(text);
  if (numbers?.[1] === undefined) return undefined;
  const written = numbers[1].split(".").map(Number);
  if (!written.every(Number.isSafeInteger)) return undefined;
  const rest = text.slice(numbers[0].length);
  const plus = rest.indexOf("+");
  const metadata = plus === -1 ? "" : rest.slice(plus + 1);
  const prerelease = parsePrerelease(plus === -1 ? rest : rest.slice(0, plus));
  if (prerelease === undefined || (plus !== -1 && !WORDS.test(metadata))) return undefined;
  const segments = [...written, ...[0, 0].slice(Math.min(written.length - 1, 2))];
  return { segments, written: written.length, prerelease, metadata, text };
}

/**
 * What stands between the numbers and the metadata. The hyphen may be missing before a letter (`1.2beta1`), and a
 * pre-release may begin with one (`1.2--x`): go-version allows both.
 */
function parsePrerelease(text: string): string | undefined {
  if (text === "") return "";
  const behind = text.startsWith("-") ? text.slice(1) : "";
  const words = DIGIT.test(behind) || LETTER.test(behind) ? behind : text;
  if (!DIGIT.test(behind) && !LETTER.test(words)) return undefined;
  return WORDS.test(words) ? words : undefined;
}

/** Below 0 when a is older than b, 0 when they are equal (metadata does not count), above 0 when it is newer. */
export function compareVersions(a: Version, b: Version): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a.segments[index] ?? 0) - (b.segments[index] ?? 0);
    if (difference !== 0) return difference;
  }
  // go-version looks at pre-releases only where both have the same number of segments.
  return a.segments.length === b.segments.length ? comparePrereleases(a.prerelease, b.prerelease) : 0;
}

function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  const left = a.split(".");
  const right = b.split(".");
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = compareWords(left[index] ?? "", right[index] ?? "");
    if (difference !== 0) return difference;
  }
  return 0;
}

function isNumber(word: string): boolean {
  return /^[0-9]+$/.test(word);
}

/** A number is older than a word; a missing part is older than a number and, unlike in semver, newer than a word. */
function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return isNumber(b) ? -1 : 1;
  if (b === "") return isNumber(a) ? 1 : -1;
  if (isNumber(a) && isNumber(b)) return Number(a) > Number(b) ? 1 : -1;
  if (isNumber(a)) return -1;
  if (isNumber(b)) return 1;
  return a > b ? 1 : -1;
}

/** The canonical text: `v1.2-beta1+ent` becomes `1.2.0-beta1+ent`. */
export function renderVersion(version: Version): string {
  const prerelease = version.prerelease === "" ? "" : `-${version.prerelease}`;
  const metadata = version.metadata === "" ? "" : `+${version.metadata}`;
  return `${version.segments.join(".")}${prerelease}${metadata}`;
}

/** The version without pre-release and metadata: what terraform compares with `required_version`. */
export function coreOf(version: Version): Version {
  return { ...version, prerelease: "", metadata: "", text: version.segments.join(".") };
}

const RELEASE = /^v?(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){2}(?:-[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?$/;

/**
 * A version that can be a release: three numbers and perhaps a pre-release, nothing that could leave its place in a
 * path or URL. A leading `v` is dropped. Undefined for everything else.
 */
export function parseRelease(text: string): Version | undefined {
  if (text.length > 64 || !RELEASE.test(text)) return undefined;
  return tryVersion(text.startsWith("v") ? text.slice(1) : text);
}
