/**
 * The normal form of a provider's constraints, as lock files have it. Terraform stops at any other form. It judges no
 * version: terms in, the one text for all of them out.
 *
 * https://github.com/hashicorp/terraform/blob/v1.11.4/internal/getproviders/providerreqs/version.go, VersionConstraintsString
 */
import type { Term } from "./constraint-dialect.ts";
import { parseConstraint } from "./constraint.ts";
import { compareExtras, compareProviderVersions } from "./provider-version.ts";
import { renderVersion } from "./version.ts";

/** What is written in front of the version, in the order in which terraform sorts terms with the same version. */
const ORDER = [">", ">=", "=", "~>", "~> minor", "<=", "<", "!="] as const;

/**
 * All constraints on one provider, of all modules of a configuration, as one text; "" when there is none. Entries that
 * are "" count for nothing. Throws a ConstraintError for one that terraform refuses.
 */
export function normaliseConstraints(texts: readonly string[]): string {
  return normalTerms(texts).join(", ");
}

/** The same, term by term. */
export function normalTerms(texts: readonly string[]): string[] {
  const terms = texts.filter((text) => text !== "").flatMap((text) => parseConstraint(text, "provider").terms);
  return [...new Set(terms.toSorted(compareTerms).map(renderTerm))];
}

/** `~> 1` and `~> 1.2` fix the major, `~> 1.2.3` the minor: to terraform two operators. */
function kindOf({ operator, version }: Term): (typeof ORDER)[number] {
  return operator === "~>" && version.written < 3 ? "~> minor" : operator;
}

function compareTerms(a: Term, b: Term): number {
  const order = compareProviderVersions(a.version, b.version);
  if (order !== 0) return order;
  const [left, right] = [a.version.metadata, b.version.metadata];
  return left === right ? ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) : compareExtras(left, right);
}

function renderTerm(term: Term): string {
  const kind = kindOf(term);
  const version = renderVersion(term.version);
  if (kind === "~> minor") return `~> ${version.replace(/^([0-9]+\.[0-9]+)\.0/, "$1")}`;
  return kind === "=" ? version : `${kind} ${version}`;
}
