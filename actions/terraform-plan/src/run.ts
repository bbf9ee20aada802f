/**
 * The order of effects: plan, judge, seal, tell. What terraform does is in make-plan.ts, every decision in a noun file.
 */
import type { ActionResult } from "@handrail/runner/host";
import { readPlan, redactedPlan } from "@handrail/terraform";
import { askGitHub } from "./ask-github.ts";
import { composeReport, redactDiagnostic } from "./compose-report.ts";
import { judgePlan, readGuardrails } from "./judge-plan.ts";
import type { Judgement } from "./judge-plan.ts";
import { makePlan } from "./make-plan.ts";
import type { MadePlan } from "./make-plan.ts";
import { decideNotes, decideRemarks } from "./notes.ts";
import type { NoteFacts } from "./notes.ts";
import { originOf } from "./origin.ts";
import type { PlanReport } from "./report.ts";
import { sealPlan } from "./seal-plan.ts";
import type { ReadablePlan } from "./shown-changes.ts";
import type { PlanStep } from "./step.ts";
import { defaultLabel } from "./target.ts";
import { tell } from "./tell.ts";

const undecided: Judgement = { guardrails: { violations: [], lifted: [] } };

/** Plans the target and tells everybody. Resolves with what the step says, also when the plan failed. */
export async function run(step: PlanStep): Promise<ActionResult> {
  const { inputs, target, deps } = step;
  const rules = readGuardrails(step);
  const asked = askGitHub(step);
  const planFile = `${target.outputDirectory}/plan.tfplan`;
  const documentFile = `${target.outputDirectory}/plan-document.json`;
  const made = await makePlan({ ...deps, inputs, directory: target.directory, planFile, documentFile });
  const document = made.hasDocument ? deps.files.openPlan(documentFile) : undefined;
  let isUsable = false;
  try {
    const readable = document === undefined ? undefined : readDocument(document, step);
    logDiagnostics(made, step);
    const planJsonFile = `${target.outputDirectory}/plan.json`;
    if (readable !== undefined) deps.files.write(planJsonFile, redactedPlan(readable.source, readable.redact));
    const isJudged = readable !== undefined && made.failure === undefined;
    const judgement = isJudged ? await judgePlan(step, asked, { rules, readable, planJsonFile }) : undecided;
    const failure = made.failure ?? judgement.failure;
    const label = inputs.label === "" ? defaultLabel(target.directory, made.workspace) : inputs.label;
    const sealed = readable === undefined ? undefined : await sealPlan(step, { made, readable, planFile, label, isApplicable: failure === undefined });
    isUsable = sealed?.planFile !== undefined;
    const changedFiles = await asked.changedFiles();
    const facts = noteFacts(step, { readable, changedFiles });
    const report = composeReport({
      label,
      directory: target.directory,
      workspace: made.workspace,
      product: made.product,
      terraformVersion: made.terraformVersion,
      mode: modeOf(step),
      hasChanges: made.hasChanges,
      diagnostics: made.diagnostics,
      guardrails: judgement.guardrails,
      notes: decideNotes(facts),
      remarks: decideRemarks(facts),
      origin: originOf(step),
      redact: (text) => deps.host.redactor.redact(text),
      ...(readable === undefined ? {} : { readable }),
      ...(judgement.policy === undefined ? {} : { policy: judgement.policy }),
      ...(failure === undefined ? {} : { failure }),
      ...(sealed === undefined ? {} : { fingerprint: sealed.fingerprint }),
    });
    return await tell(step, {
      report,
      asked,
      files: {
        ...(readable === undefined ? {} : { planJson: planJsonFile }),
        ...(sealed?.planFile === undefined ? {} : { plan: sealed.planFile }),
      },
      unformatted: made.unformatted,
      exitCode: made.exitCode,
      hasChanges: made.hasChanges,
      failure,
    });
  } finally {
    document?.close();
    deps.files.remove(documentFile);
    if (inputs["seal-key"] !== "" || !isUsable) deps.files.remove(planFile);
  }
}

/** Reads the plan, and makes its secrets known before a word of it is shown. */
function readDocument(source: ReadablePlan["source"], { deps }: PlanStep): ReadablePlan {
  const { plan, secrets } = readPlan(source);
  const { redactor } = deps.host;
  for (const secret of secrets) redactor.add(secret);
  return { plan, source, redact: (text) => redactor.redact(text), hasSecrets: secrets.size > 0 };
}

/** Diagnostics have waited for the sensitive values: terraform's own errors can print them. */
function logDiagnostics(made: MadePlan, { deps }: PlanStep): void {
  const { log, redactor } = deps.host;
  for (const found of made.diagnostics) {
    const { severity, summary, detail, range } = redactDiagnostic(found, (text) => redactor.redact(text));
    const place = range === undefined ? "" : ` (${range.filename}:${range.start.line})`;
    log.info(`${severity === "error" ? "Error" : "Warning"}: ${summary}${place}`);
    if (detail !== "") log.info(detail);
  }
}

function noteFacts(
  { inputs, target, deps }: PlanStep,
  { readable, changedFiles }: { readable: ReadablePlan | undefined; changedFiles: string[] | undefined },
): NoteFacts {
  return {
    complete: readable?.plan.complete,
    errored: readable?.plan.errored ?? false,
    targets: inputs.targets,
    influences: deps.terraform.influences(),
    changedFiles,
    lockFile: target.directory === "." ? ".terraform.lock.hcl" : `${target.directory}/.terraform.lock.hcl`,
    config: inputs.config,
    hasSecrets: readable?.hasSecrets ?? false,
    isSealed: inputs["seal-key"] !== "",
  };
}

function modeOf({ inputs }: PlanStep): PlanReport["mode"] {
  if (inputs.destroy) return "destroy";
  return inputs["refresh-only"] ? "refresh-only" : "normal";
}
