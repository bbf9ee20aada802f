/**
 * Which of the known traps lie on a step from one version to another, worst first. It decides nothing about whether the
 * step is made.
 */
import { compareVersions, coreOf, tryVersion } from "@handrail/terraform";
import type { Update } from "../decide/update.ts";
import { providerRules } from "./risk-rules-providers.ts";
import { opentofuRules, terraformRules } from "./risk-rules-terraform.ts";
import { upgradeGuides } from "./upgrade-guides.ts";
import type { Risk, RiskRule, RiskSeverity, UsedPlace, Uses } from "./risk.ts";

const order: Readonly<Record<RiskSeverity, number>> = { stop: 0, check: 1, note: 2 };

/**
 * The risks of one update: what affects the repository as far as its text shows, then by severity, then by version.
 * @param uses what the repository uses; left out, nothing is marked
 */
export function findRisks(update: Update, uses?: Uses): Risk[] {
  const found = rulesOf(update)
    .filter((rule) => isCrossed(rule.at, update))
    .map((rule) => toRisk(rule, uses));
  const risks = [...forbidden(update), ...rung(update), ...found];
  const major = found.length === 0 && update.isMajor ? [majorRisk(update)] : [];
  return [...risks, ...major].toSorted((one, other) => rank(one) - rank(other));
}

function rank({ severity, affected }: Risk): number {
  return order[severity] * 2 + (affected.length > 0 ? 0 : 1);
}

function rulesOf({ dependency: { source } }: Update): readonly RiskRule[] {
  if (source.from === "releases") return source.product === "terraform" ? terraformRules : opentofuRules;
  if (source.from !== "providers") return [];
  const name = `${source.namespace}/${source.type}`;
  const isPublic = source.host === "registry.terraform.io" || source.host === "registry.opentofu.org";
  return isPublic && Object.hasOwn(providerRules, name) ? (providerRules[name] ?? []) : [];
}

/** Pre-releases belong to what they lead to. */
function isCrossed(at: string, { from, to }: Update): boolean {
  const [before, after, border] = [from, to, at].map((text) => tryVersion(text));
  if (before === undefined || after === undefined || border === undefined) return false;
  return compareVersions(coreOf(before), border) < 0 && compareVersions(coreOf(after), border) >= 0;
}

function toRisk({ id, severity, text, source, backends = [], resourceTypes = [] }: RiskRule, uses?: Uses): Risk {
  const affected = [...usedOf(backends, uses?.backends ?? []), ...usedOf(resourceTypes, uses?.resourceTypes ?? [])];
  const isAbsent = uses !== undefined && backends.length + resourceTypes.length > 0 && affected.length === 0;
  return { id, severity, text, source, affected, isAbsent };
}

function usedOf(patterns: readonly string[], places: readonly UsedPlace[]): UsedPlace[] {
  const isMeant = (name: string): boolean =>
    patterns.some((pattern) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  return places.filter(({ name }) => isMeant(name));
}

/** 1.1.0 and 1.1.1 can lose a state: https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md */
function forbidden({ dependency: { source }, from, to }: Update): Risk[] {
  if (source.from !== "releases" || source.product !== "terraform") return [];
  const common = {
    source: "https://github.com/hashicorp/terraform/blob/v1.1.2/CHANGELOG.md",
    affected: [],
    isAbsent: false,
  };
  const isBad = (version: string): boolean => version === "1.1.0" || version === "1.1.1";
  if (isBad(to)) {
    const text = `Do not use ${to}: it can write an empty state. Take 1.1.2 or newer.`;
    return [{ ...common, id: "terraform-1.1-forbidden", severity: "stop", text }];
  }
  if (!isBad(from)) return [];
  const text = `${from}, which is in use now, can write an empty state: do not run it any more.`;
  return [{ ...common, id: "terraform-1.1-left", severity: "note", text }];
}

function rung(update: Update): Risk[] {
  if (!update.isRung) return [];
  const text =
    "Merge it only when the version in use was applied everywhere and its plans are empty. Apply this one everywhere before the next.";
  return [{ id: "rung", severity: "check", text, source: guideOf(update), affected: [], isAbsent: false }];
}

function majorRisk(update: Update): Risk {
  const text = update.to.startsWith("0.")
    ? "Before 1.0 every minor version may break what worked: read its release notes."
    : "A new major version: what it removed or changed is in its upgrade guide or release notes.";
  return { id: "major", severity: "check", text, source: guideOf(update), affected: [], isAbsent: false };
}

/** The page about this very step, else the rule that all versions follow. */
function guideOf({ dependency, from, to }: Update): string {
  return (
    upgradeGuides(dependency, from, to).at(-1)?.url ?? "https://semver.org/#semantic-versioning-specification-semver"
  );
}
