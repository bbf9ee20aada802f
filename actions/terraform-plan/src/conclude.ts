/**
 * What follows when terraform is done: read the plan, judge it, seal it, tell everybody. The order of effects; every
 * decision is in a noun file.
 */
import type { Asked, Guardrail, MadePlan, PlanStep } from "@handrail/planning";
import { labelOf } from "@handrail/planning";
import { draftReport, judgePlan, readMadePlan, recordOf, sealPlan } from "@handrail/planning/conclude";
import type { Judgement, SealedPlan } from "@handrail/planning/conclude";
import type { ActionResult } from "@handrail/runner/host";
import { redactedPlan } from "@handrail/terraform";
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
    const readable = readMadePlan(document, made, step);
    const planJsonFile = `${step.target.outputDirectory}/plan.json`;
    if (readable !== undefined) deps.files.write(planJsonFile, redactedPlan(readable.source, readable.redact));
    const judgement =
      readable !== undefined && made.failure === undefined
        ? await judgePlan(step, conclusion.asked, { rules: conclusion.rules, readable, planJsonFile })
        : undecided;
    const failure = made.failure ?? judgement.failure;
    const label = labelOf(inputs.label, step.target.directory, made.workspace);
    if (readable !== undefined) {
      sealed = sealPlan(step, { made, readable, planFile, label, isApplicable: failure === undefined });
    }
    const changedFiles = await conclusion.asked.changedFiles();
    const report = draftReport(step, { made, readable, judgement, failure, label, sealed, changedFiles });
    return await tell(step, {
      report,
      outline: sealed?.outline ?? "",
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
