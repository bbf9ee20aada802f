/**
 * What a plan means, as one short text: equal for equal plans, different when anything would be done differently.
 * Values are read one change at a time. It compares nothing; whoever holds two fingerprints does.
 */
import { createHash, createHmac } from "node:crypto";
import { canonicalJson, compareCodeUnits, maskedJson, type Masking } from "./canonical-json.ts";
import { JsonScanner } from "./json-scan.ts";
import { type Json, isJsonObject, member } from "./json-value.ts";
import { readable } from "./plan-reader.ts";
import type { OutputChange, PlanSource, PlanSummary, Span } from "./plan.ts";
import { flagsWithin } from "./redaction-flags.ts";
import { deriveKey } from "./seal-key.ts";
import { eitherFlags } from "./secrets.ts";

/** Everything that a fingerprint is over. */
export type FingerprintFacts = {
  source: PlanSource;
  plan: PlanSummary;
  /** Hides secrets by their value; used without a key only. */
  redact: (text: string) => string;
  /** The input `seal-key`; absent or "": sensitive values enter only as changed or unchanged. */
  key?: string;
  /** `hashConfiguration`. */
  configuration: string;
  /** The text of the lock file. */
  lockFile: string | undefined;
  terraformVersion: string;
  providerVersions: Readonly<Record<string, string>>;
  /** `TF_CLI_ARGS*`, by name. */
  arguments: Readonly<Record<string, string>>;
  /** Drift belongs to the meaning of a refresh-only plan, and to no other. */
  refreshOnly: boolean;
};

/** One change by itself: the same change in another plan has the same digest (with the same key). */
export type ChangeDigest = {
  address: string;
  deposed?: string;
  section: "change" | "drift" | "deferred" | "other";
  digest: string;
};

const PREFIX = "hr1:";

/**
 * `hr1:` and 64 hex digits. With a key it is an HMAC over all values; without, two plans that differ in nothing but a
 * sensitive value look alike. Time and order do not enter. Throws like `readPlan` for a document that cannot be read.
 */
export function fingerprintPlan(facts: FingerprintFacts): string {
  return fingerprintParts(facts).fingerprint;
}

/** The fingerprint with the digests of the changes it is made of, in the order of address and deposed key. */
export function fingerprintParts(facts: FingerprintFacts): { fingerprint: string; changes: ChangeDigest[] } {
  const digest = digester(facts.key ?? "");
  const masking = (facts.key ?? "") === "" ? { redact: facts.redact } : undefined;
  const changes = digestChanges(facts, masking, digest);
  const lines = [
    canonicalJson(["handrail fingerprint 1", masking === undefined ? "keyed" : "open"]),
    canonicalJson(["configuration", facts.configuration]),
    canonicalJson(["lock file", facts.lockFile === undefined ? null : hash(facts.lockFile)]),
    canonicalJson(["terraform", facts.terraformVersion]),
    canonicalJson(["providers", { ...facts.providerVersions }]),
    maskedJson(["arguments", { ...facts.arguments }], false, masking, undefined),
    canonicalJson(["whole", !facts.plan.errored, facts.plan.complete ?? null, facts.refreshOnly]),
    ...variableLines(facts.plan, masking),
    ...facts.plan.outputs.map((output) => outputLine(output, masking)).sort(compareCodeUnits),
    ...checkLines(facts.plan, masking),
    ...changes.map(({ section, digest: change }) => canonicalJson([section, change])),
  ];
  return { fingerprint: `${PREFIX}${digest(`${lines.join("\n")}\n`)}`, changes };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function digester(key: string): (text: string) => string {
  if (key === "") return hash;
  const derived = deriveKey(key, "fingerprint");
  return (text) => createHmac("sha256", derived).update(text).digest("hex");
}

type Digest = (text: string) => string;

function digestChanges(facts: FingerprintFacts, masking: Masking | undefined, digest: Digest): ChangeDigest[] {
  const { plan, source } = facts;
  const one = (section: ChangeDigest["section"], item: Item, more: Json = null): ChangeDigest => {
    const element = readable(source, () =>
      new JsonScanner(source, { span: item.span, window: item.span.length }).take(),
    );
    const text = `${canonicalJson([section, more])}\n${elementText(element, masking)}`;
    const { address = "", deposed } = item;
    return { address, ...(deposed === undefined ? {} : { deposed }), section, digest: digest(text) };
  };
  return [
    ...plan.changes.map((change) => one("change", change)),
    ...(facts.refreshOnly ? plan.drift.map((change) => one("drift", change)) : []),
    ...plan.deferred.map((change) => one("deferred", change, change.deferredReason ?? null)),
    ...plan.other.map((item) => one("other", item, [item.key, item.reason ?? null])),
  ].sort(compareDigests);
}

type Item = { address?: string; deposed?: string; span: Span };

function compareDigests(a: ChangeDigest, b: ChangeDigest): number {
  const [one, other] = [a, b].map((item) => [item.address, item.deposed ?? "", item.section, item.digest]);
  for (const [index, part] of (one ?? []).entries()) {
    const order = compareCodeUnits(part, other?.[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * The whole element enters, also what this version does not know: a newer terraform's field may change what is done.
 * A deferred change has the change one level down, as other sections may.
 */
function elementText(element: Json, masking: Masking | undefined): string {
  if (!isJsonObject(element)) return canonicalJson(element);
  const flags = masking === undefined ? false : flagsWithin(element);
  const texts = Object.keys(element)
    .sort(compareCodeUnits)
    .map((key) => {
      const value = member(element, key) ?? null;
      const below = member(flags, key);
      const text = isChange(value) ? changeText(value, below, masking) : maskedJson(value, below, masking, undefined);
      return `${JSON.stringify(key)}:${text}`;
    });
  return texts.join("\n");
}

function isChange(value: Json): boolean {
  return member(value, "actions") !== undefined;
}

/** A change object: each secret after the change is compared with the one before. The paths that force it have no order. */
function changeText(change: Json, flags: Json | undefined, masking: Masking | undefined): string {
  const texts = Object.keys(isJsonObject(change) ? change : {})
    .sort(compareCodeUnits)
    .map((key) => {
      const value = member(change, key);
      const other = key.startsWith("after") ? ([member(change, key.replace("after", "before"))] as const) : undefined;
      const isUnordered = key === "replace_paths" && Array.isArray(value);
      if (isUnordered) return `${key}:${value.map(canonicalJson).sort(compareCodeUnits).join(",")}`;
      return `${JSON.stringify(key)}:${maskedJson(value, member(flags, key), masking, other)}`;
    });
  return texts.join("\n");
}

function variableLines(plan: PlanSummary, masking: Masking | undefined): string[] {
  const names = [...plan.variables.keys()].sort(compareCodeUnits);
  return names.map((name) => {
    const value = plan.variables.get(name) ?? null;
    return maskedJson(["variable", name, value], [false, false, plan.sensitiveVariables.has(name)], masking, undefined);
  });
}

function outputLine(output: OutputChange, masking: Masking | undefined): string {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = output.body;
  const flags = eitherFlags(beforeSensitive, afterSensitive);
  return [
    canonicalJson(["output", output.name, output.actions, afterUnknown, beforeSensitive, afterSensitive]),
    maskedJson(before, flags, masking, undefined),
    maskedJson(after, flags, masking, [before]),
  ].join(" ");
}

function checkLines(plan: PlanSummary, masking: Masking | undefined): string[] {
  return plan.checks
    .map(({ address, kind, status, problems }) => {
      return maskedJson(
        ["check", address, kind, status, [...problems].sort(compareCodeUnits)],
        false,
        masking,
        undefined,
      );
    })
    .sort(compareCodeUnits);
}
