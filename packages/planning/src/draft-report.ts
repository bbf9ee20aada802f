/**
 * What every step that planned does with what it made: read the document, make its secrets known, draft the report.
 */
import { posix } from "node:path";
import { composeReport, showDiagnostic } from "@handrail/report";
import type { PlanReport, ReadablePlan } from "@handrail/report";
import { toFailure } from "@handrail/runner";
import type { Failure } from "@handrail/runner";
import { hasChanges, readPlan } from "@handrail/terraform";
import type { Judgement } from "./judge-plan.ts";
import type { MadePlan } from "./make-plan.ts";
import { decideNotes, decideRemarks } from "./notes.ts";
import type { NoteFacts } from "./notes.ts";
import { originOf } from "./origin.ts";
import type { SealedPlan } from "./seal-plan.ts";
import type { PlanStep } from "./step.ts";

/** What is known about a plan when it is time to tell people. */
export type Concluded = {
  made: MadePlan;
  readable: ReadablePlan | undefined;
  judgement: Judgement;
  failure: Failure | undefined;
  label: string;
  sealed: SealedPlan | undefined;
  changedFiles: string[] | undefined;
};

/** Makes the report of a step's plan. */
export function draftReport(step: PlanStep, concluded: Concluded): PlanReport {
  const { made, readable, judgement, failure, label, sealed } = concluded;
  const facts = noteFacts(step, concluded);
  return composeReport({
    label,
    directory: step.target.directory,
    workspace: made.workspace,
    product: made.product,
    terraformVersion: made.terraformVersion,
    mode: modeOf(step),
    hasChanges: made.hasChanges,
    diagnostics: made.diagnostics,
    guardrails: judgement.guardrails,
    notes: [...judgement.notes, ...decideNotes(facts)],
    remarks: decideRemarks(facts),
    origin: originOf(step),
    redact: (text) => step.deps.host.redactor.redact(text),
    ...(readable === undefined ? {} : { readable }),
    ...(judgement.policy === undefined ? {} : { policy: judgement.policy }),
    ...(failure === undefined ? {} : { failure }),
    ...(sealed === undefined ? {} : { fingerprint: sealed.fingerprint }),
    ...(made.hasDocument ? { backend: step.deps.terraform.backend().hash } : {}),
  });
}

/** Reads the plan, if there is one, makes its secrets known, and only then logs what terraform said. */
export function readMadePlan(
  source: ReadablePlan["source"] | undefined,
  made: MadePlan,
  step: PlanStep,
): ReadablePlan | undefined {
  const readable = source === undefined ? undefined : readDocument(source, made, step);
  // A wrapper can swallow an exit code; what the document says is not to be overlooked.
  if (readable !== undefined && made.failure === undefined) made.hasChanges ||= hasChanges(readable.plan);
  logDiagnostics(made, step);
  return readable;
}

function readDocument(source: ReadablePlan["source"], made: MadePlan, { deps }: PlanStep): ReadablePlan | undefined {
  try {
    const { plan, secrets } = readPlan(source);
    const { redactor } = deps.host;
    for (const secret of secrets) redactor.add(secret);
    return { plan, source, redact: (text) => redactor.redact(text), hasSecrets: secrets.size > 0 };
  } catch (thrown) {
    made.failure ??= toFailure(thrown);
    return undefined;
  }
}

/** Diagnostics have waited for the sensitive values: terraform's own errors can print them. */
function logDiagnostics(made: MadePlan, { deps, target }: PlanStep): void {
  const { log, redactor } = deps.host;
  for (const found of made.diagnostics) {
    const { severity, summary, detail, location } = showDiagnostic(found, target.directory, (text) =>
      redactor.redact(text),
    );
    const place = location === undefined ? "" : ` (${location.file}:${location.line ?? 1})`;
    log.info(`${severity === "error" ? "Error" : "Warning"}: ${summary}${place}`);
    if (detail !== "") log.info(detail);
  }
}

function noteFacts(step: PlanStep, { made, readable, changedFiles }: Concluded): NoteFacts {
  const { inputs, target, deps } = step;
  return {
    hasPullRequest: step.pullRequest !== undefined && inputs["github-token"] !== "",
    isTracked: made.isTracked,
    complete: readable?.plan.complete,
    errored: readable?.plan.errored ?? false,
    targets: inputs.targets,
    influences: deps.terraform.influences(),
    changedFiles,
    lockFile: target.directory === "." ? ".terraform.lock.hcl" : `${target.directory}/.terraform.lock.hcl`,
    config: posix.normalize(inputs.config),
    hasSecrets: readable?.hasSecrets ?? false,
    isSealed: inputs["seal-key"] !== "",
  };
}

function modeOf({ inputs }: PlanStep): PlanReport["mode"] {
  if (inputs.destroy) return "destroy";
  return inputs["refresh-only"] ? "refresh-only" : "normal";
}
