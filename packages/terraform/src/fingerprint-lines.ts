/**
 * What enters a fingerprint beside the changes, one canonical text each, and by what name people know it. It digests
 * nothing.
 */
import { compareCodeUnits } from "@handrail/runner";
import { canonicalJson, maskedJson, type Masking } from "./canonical-json.ts";
import { hash } from "./fingerprint-digest.ts";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import type { Json } from "./json-value.ts";
import type { Check, OutputChange, PlanSummary } from "./plan.ts";
import { eitherFlags } from "./secrets.ts";

/** What a line is about. `form` is the form of the fingerprint itself. */
export type LineKind =
  | "form"
  | "configuration"
  | "lock file"
  | "terraform"
  | "providers"
  | "arguments"
  | "whole"
  | "variable"
  | "output"
  | "check";

/**
 * One line: `name` tells variables, outputs and checks apart, and is "" for the rest; `shown` is what of it may be told,
 * a version or a check's status.
 */
export type FingerprintLine = { kind: LineKind; name: string; text: string; shown?: string };

/** The lines of a fingerprint in their order; without `masking` secrets enter in full. */
export function fingerprintLines(facts: FingerprintFacts, masking: Masking | undefined): FingerprintLine[] {
  const { plan } = facts;
  const one = (kind: LineKind, ...values: Json[]): FingerprintLine => {
    return { kind, name: "", text: canonicalJson([kind, ...values]) };
  };
  return [
    {
      kind: "form",
      name: "",
      text: canonicalJson(["handrail fingerprint 1", masking === undefined ? "keyed" : "open"]),
    },
    one("configuration", facts.configuration),
    one("lock file", facts.lockFile === undefined ? null : hash(facts.lockFile)),
    { ...one("terraform", facts.terraformVersion), shown: facts.terraformVersion },
    one("providers", { ...facts.providerVersions }),
    {
      kind: "arguments",
      name: "",
      text: maskedJson(["arguments", { ...facts.arguments }], false, masking, undefined),
    },
    one("whole", !plan.errored, plan.complete ?? null, facts.refreshOnly),
    ...variableLines(plan, masking),
    ...ordered(plan.outputs.map((output) => outputLine(output, masking))),
    ...ordered(plan.checks.map((check) => checkLine(check, masking))),
  ];
}

function ordered(lines: FingerprintLine[]): FingerprintLine[] {
  return lines.sort((one, other) => compareCodeUnits(one.text, other.text));
}

function variableLines(plan: PlanSummary, masking: Masking | undefined): FingerprintLine[] {
  const names = [...plan.variables.keys()].sort(compareCodeUnits);
  return names.map((name) => {
    const value = plan.variables.get(name) ?? null;
    const flags = [false, false, plan.sensitiveVariables.has(name)];
    return { kind: "variable", name, text: maskedJson(["variable", name, value], flags, masking, undefined) };
  });
}

function outputLine(output: OutputChange, masking: Masking | undefined): FingerprintLine {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = output.body;
  const flags = eitherFlags(beforeSensitive, afterSensitive);
  const text = [
    canonicalJson(["output", output.name, output.actions, afterUnknown, beforeSensitive, afterSensitive]),
    maskedJson(before, flags, masking, undefined),
    maskedJson(after, flags, masking, [before]),
  ].join(" ");
  return { kind: "output", name: output.name, text };
}

function checkLine({ address, kind, status, problems }: Check, masking: Masking | undefined): FingerprintLine {
  const value = ["check", address, kind, status, [...problems].sort(compareCodeUnits)];
  return { kind: "check", name: address, text: maskedJson(value, false, masking, undefined), shown: status };
}
