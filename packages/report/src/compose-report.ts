/**
 * Composes the report from what terraform planned and what was decided about it. Pure: all texts are redacted here,
 * nothing is rendered.
 */
import type { Failure } from "@handrail/runner";
import { countChanges, isHeading, locateDiagnostic, redactKeys } from "@handrail/terraform";
import type { Check, Diagnostic, OtherChange } from "@handrail/terraform";
import { summarise } from "./headline.ts";
import type {
  BrokenGuardrail,
  GuardrailFindings,
  PlanReport,
  PolicyVerdict,
  ReportOrigin,
  ShownDiagnostic,
  ShownViolation,
} from "./report.ts";
import { showChanges, showDrift, showOutputs } from "./shown-changes.ts";
import type { ReadablePlan } from "./shown-changes.ts";

/** Everything that is known about one plan when it is time to tell people. */
export type PlanFacts = {
  label: string;
  directory: string;
  workspace: string;
  product: string;
  terraformVersion: string;
  mode: PlanReport["mode"];
  /** Absent when terraform made no plan. */
  readable?: ReadablePlan;
  hasChanges: boolean;
  diagnostics: readonly Diagnostic[];
  guardrails: GuardrailFindings;
  policy?: PolicyVerdict;
  failure?: Failure;
  notes: readonly string[];
  remarks: readonly string[];
  fingerprint?: string;
  backend?: string;
  origin: ReportOrigin;
  redact: (text: string) => string;
};

/** Makes the report. */
export function composeReport(facts: PlanFacts): PlanReport {
  const { readable, failure, redact, policy, fingerprint } = facts;
  const plan = readable?.plan;
  const counts = plan === undefined ? undefined : countChanges(plan);
  return {
    label: facts.label,
    directory: facts.directory,
    workspace: facts.workspace,
    product: facts.product,
    terraformVersion: facts.terraformVersion,
    result: resultOf(facts),
    ...(failure === undefined ? {} : { failure: showFailure(failure, redact) }),
    summary: summarise(resultOf(facts), counts, facts.hasChanges),
    ...(counts === undefined ? {} : { counts }),
    mode: facts.mode,
    changes: readable === undefined ? [] : showChanges(readable),
    unchanged: plan?.unchanged ?? 0,
    outputs: readable === undefined ? { names: [], diff: () => "" } : showOutputs(readable),
    drift: readable === undefined ? [] : showDrift(readable),
    other: (plan?.other ?? []).map((other) => redactOther(other, redact)),
    checks: (plan?.checks ?? []).filter(isTold).map((check) => redactCheck(check, redact)),
    diagnostics: facts.diagnostics
      .filter((diagnostic, _, all) => all.length === 1 || !isHeading(diagnostic))
      .map((diagnostic) => showDiagnostic(diagnostic, facts.directory, redact)),
    violations: facts.guardrails.violations.map((violation) => showViolation(violation, redact)),
    lifted: facts.guardrails.lifted.map((violation) => showViolation(violation, redact)),
    ...(policy === undefined ? {} : { policy }),
    notes: [...facts.notes],
    remarks: [...facts.remarks],
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(facts.backend === undefined ? {} : { backend: facts.backend }),
    origin: facts.origin,
  };
}

function resultOf({ failure, hasChanges }: PlanFacts): PlanReport["result"] {
  if (failure !== undefined) return failure.result === "denied" ? "denied" : "failed";
  return hasChanges ? "changes" : "no-changes";
}

/** A check that waits for values which apply will know is no news; one that failed, or could not be made, is. */
function isTold(check: Check): boolean {
  return check.status !== "pass" && check.status !== "unknown";
}

function showFailure(failure: Failure, redact: (text: string) => string): NonNullable<PlanReport["failure"]> {
  const { reason, what, remedy, location } = failure;
  return { reason, what: redact(what), remedy: redact(remedy), ...(location === undefined ? {} : { location }) };
}

function redactOther(other: OtherChange, redact: (text: string) => string): OtherChange {
  const { address, reason } = other;
  return {
    ...other,
    ...(address === undefined ? {} : { address: redactKeys(address, redact) }),
    ...(reason === undefined ? {} : { reason: redact(reason) }),
  };
}

function redactCheck(check: Check, redact: (text: string) => string): Check {
  return { ...check, address: redactKeys(check.address, redact), problems: check.problems.map(redact) };
}

/**
 * Hides secrets in a diagnostic's own words, and says where in the workspace it points.
 * @param directory where terraform ran, relative to the workspace
 */
export function showDiagnostic(
  diagnostic: Diagnostic,
  directory: string,
  redact: (text: string) => string,
): ShownDiagnostic {
  const { address, snippet } = diagnostic;
  const location = locateDiagnostic(diagnostic, directory);
  return {
    ...diagnostic,
    ...(location === undefined ? {} : { location }),
    summary: redact(diagnostic.summary),
    detail: redact(diagnostic.detail),
    ...(address === undefined ? {} : { address: redactKeys(address, redact) }),
    ...(snippet === undefined || isOfValues(diagnostic)
      ? { snippet: undefined }
      : { snippet: { ...snippet, code: redact(snippet.code), values: [] } }),
  };
}

/** Whether the lines it points at hold values rather than configuration: they are not shown, whatever is wrong there. */
function isOfValues({ range }: Diagnostic): boolean {
  const file = range?.filename ?? "";
  return !/\.(?:tf|tofu)(?:\.json)?$/.test(file);
}

function showViolation({ rule, addresses }: BrokenGuardrail, redact: (text: string) => string): ShownViolation {
  return {
    name: rule.name,
    max: rule.max,
    addresses: addresses.map((address) => redactKeys(address, redact)),
    ...(rule.message === undefined ? {} : { message: rule.message }),
    ...(rule.unlessLabel === undefined ? {} : { unlessLabel: rule.unlessLabel }),
  };
}
