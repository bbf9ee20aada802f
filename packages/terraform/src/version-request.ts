/**
 * What a person can ask for: a release, a constraint, the newest, or one of the words of tfenv, asdf and mise.
 * Reads a single value; files are read in version-files.ts, and which release it becomes is decided elsewhere.
 */
import { ConstraintError } from "./constraint-error.ts";
import { parseConstraint, type Constraint } from "./constraint.ts";
import { parsePattern, type VersionPattern } from "./version-pattern.ts";
import { parseRelease, type Version } from "./version.ts";

/**
 * `latest`: the newest stable release. `pattern`: the newest stable one in which the pattern occurs. `prefix`: the
 * newest stable one that begins with these numbers. `latest-allowed` and `min-required`: the newest and the oldest
 * stable one that required_version admits.
 */
export type VersionRequest =
  | { readonly kind: "exact"; readonly version: Version }
  | { readonly kind: "constraint"; readonly constraint: Constraint }
  | { readonly kind: "latest" }
  | { readonly kind: "pattern"; readonly pattern: VersionPattern }
  | { readonly kind: "prefix"; readonly segments: readonly number[] }
  | { readonly kind: "latest-allowed" }
  | { readonly kind: "min-required" };

const LONGEST = 256;
const PREFIX = /^v?[0-9]{1,9}(?:\.[0-9]{1,9}){0,2}$/;

/**
 * Reads a value as tfenv, tenv and tfswitch do: exact (`1.11.4`, `v1.11.4`, `= 1.11.4`), `latest`, `latest:<pattern>`,
 * `latest-allowed`, `min-required`, or a constraint. Throws a ConstraintError.
 */
export function parseRequest(text: string): VersionRequest {
  if (text.length > LONGEST) throw tooLong(text);
  const exact = parseRelease(text.replace(/^= */, ""));
  if (exact !== undefined) return { kind: "exact", version: exact };
  if (text === "latest" || text === "latest-allowed" || text === "min-required") return { kind: text };
  if (text.startsWith("latest:")) return { kind: "pattern", pattern: parsePattern(text.slice("latest:".length)) };
  if (!/^\s*[=!<>~^v0-9]/.test(text)) throw unknown(text);
  return { kind: "constraint", constraint: parseConstraint(text) };
}

/**
 * Reads a value as asdf and mise do: `1.11.4`, `latest`, and `1.11`, `prefix:1.11` or `latest:1.11` for the newest
 * release that begins with it. Throws a ConstraintError for the rest (`ref:`, `path:`, `system`, `sub-…`).
 */
export function parseToolRequest(text: string): VersionRequest {
  if (text.length > LONGEST) throw tooLong(text);
  const exact = parseRelease(text);
  if (exact !== undefined) return { kind: "exact", version: exact };
  if (text === "latest") return { kind: "latest" };
  const prefix = text.replace(/^(?:prefix|latest):/, "");
  if (!PREFIX.test(prefix)) throw unknown(text);
  return { kind: "prefix", segments: prefix.replace(/^v/, "").split(".").map(Number) };
}

/**
 * Terraform reads a bare `1.11` as exactly 1.11.0, people often mean any 1.11.x. The version it stands for when the
 * request is of this kind.
 */
export function partialVersion(request: VersionRequest): Version | undefined {
  if (request.kind !== "constraint" || request.constraint.terms.length !== 1) return undefined;
  const [term] = request.constraint.terms;
  if (term === undefined || !/^[v0-9]/.test(term.text)) return undefined;
  return term.version.written < 3 ? term.version : undefined;
}

function tooLong(text: string): ConstraintError {
  return new ConstraintError({
    kind: "syntax",
    offset: 0,
    message: `a version of ${text.length} characters cannot be right`,
    remedy: "Write an exact version like 1.11.4, a constraint like ~> 1.11.0, or latest.",
  });
}

function unknown(text: string): ConstraintError {
  return new ConstraintError({
    kind: "syntax",
    offset: 0,
    message: `${JSON.stringify(text.slice(0, 80))} is not a version that can be installed`,
    remedy: "Write an exact version like 1.11.4, a constraint like ~> 1.11.0, or latest.",
  });
}
