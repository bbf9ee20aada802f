/**
 * What follows when terraform is done: read the plan, judge it, seal it, tell everybody. The order of effects; every
 * decision is in a noun file.
 */
import { posix } from "node:path";
import { toFailure } from "@handrail/runner";
import type { Failure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { hasChanges, readPlan, redactedPlan } from "@handrail/terraform";
import type { Asked } from "./ask-github.ts";
import { composeReport, showDiagnostic } from "./compose-report.ts";
import type { Guardrail } from "./handrail-file.ts";
import { judgePlan } from "./judge-plan.ts";
import type { Judgement } from "./judge-plan.ts";
import type { MadePlan } from "./make-plan.ts";
import { decideNotes, decideRemarks } from "./notes.ts";
import type { NoteFacts } from "./notes.ts";
import { originOf } from "./origin.ts";
import type { PlanReport } from "./report.ts";
import { recordOf, sealPlan } from "./seal-plan.ts";
import type { SealedPlan } from "./seal-plan.ts";
import type { ReadablePlan } from "./shown-changes.ts";
import type { PlanStep } from "./step.ts";
import { defaultLabel } from "./target.ts";
import { tell } from "./tell.ts";

/** What is concluded from. */
export type Conclusion = {
  rules: readonly Guardrail[];
  asked: Asked;
  made: MadePlan;
  /** Where terraform saved the plan, and its JSON in clear; the latter is gone afterwards. */
  planFile: string;
  documentFile: string;
};

const undecided: Judgement = { guardrails: { violations: [], lifted: [] }, notes: [] };

/** Concludes, and returns how the step ends. */
export async function conclude(step: PlanStep, conclusion: Conclusion): Promise<ActionResult> {
  const { deps, inputs } = step;
  const { made, planFile, documentFile } = conclusion;
  let document: ReturnType<typeof deps.files.openPlan> | undefined;
  let sealed: SealedPlan | undefined;
  try {
    if (made.hasDocument) document = deps.files.openPlan(documentFile);
    const readable = document === undefined ? undefined : readDocument(document, made, step);
    // A wrapper can swallow an exit code; what the document says is not to be overlooked.
    if (readable !== undefined && made.failure === undefined) made.hasChanges ||= hasChanges(readable.plan);
    logDiagnostics(made, step);
    const planJsonFile = `${step.target.outputDirectory}/plan.json`;
    if (readable !== undefined) deps.files.write(planJsonFile, redactedPlan(readable.source, readable.redact));
    const judgement =
      readable !== undefined && made.failure === undefined
        ? await judgePlan(step, conclusion.asked, { rules: conclusion.rules, readable, planJsonFile })
        : undecided;
    const failure = made.failure ?? judgement.failure;
    const label = inputs.label === "" ? defaultLabel(step.target.directory, made.workspace) : inputs.label;
    if (readable !== undefined) {
      sealed = sealPlan(step, { made, readable, planFile, label, isApplicable: failure === undefined });
    }
    const changedFiles = await conclusion.asked.changedFiles();
    const report = makeReport(step, { made, readable, judgement, failure, label, sealed, changedFiles });
    return await tell(step, {
      report,
      asked: conclusion.asked,
      files: {
        ...(readable === undefined ? {} : { planJson: planJsonFile }),
        ...(sealed?.planFile === undefined ? {} : { plan: sealed.planFile }),
      },
      unformatted: made.unformatted,
      exitCode: made.exitCode,
      hasChanges: made.hasChanges,
      failure,
    });
  } catch (thrown) {
    // A step that could not tell what it planned leaves nothing to apply.
    if (sealed?.planFile !== undefined)
      for (const file of [sealed.planFile, recordOf(sealed.planFile)]) deps.files.remove(file);
    throw thrown;
  } finally {
    document?.close();
    deps.files.remove(documentFile);
    if (sealed?.planFile !== planFile) deps.files.remove(planFile);
  }
}

type Concluded = {
  made: MadePlan;
  readable: ReadablePlan | undefined;
  judgement: Judgement;
  failure: Failure | undefined;
  label: string;
  sealed: SealedPlan | undefined;
  changedFiles: string[] | undefined;
};

function makeReport(step: PlanStep, concluded: Concluded): PlanReport {
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
  });
}

/** Reads the plan, and makes its secrets known before a word of it is shown. */
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
