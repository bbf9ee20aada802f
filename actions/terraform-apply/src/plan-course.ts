/**
 * Comes to a plan that may be applied: the saved one, or a fresh one that means the same as what was reviewed. The order of
 * effects; the decisions are in review.ts and decide.ts.
 */
import { documentName, makePlan, planAgain, planName, prepareSavedPlan, showSavedPlan } from "@handrail/planning";
import type { MadePlan, PlanMaking } from "@handrail/planning";
import { digestState } from "@handrail/terraform";
import type { PlanOutline, ReviewedPlan } from "@handrail/terraform";
import { Failure } from "@handrail/runner";
import { readCandidate } from "./candidate.ts";
import type { PlanFiles } from "./candidate.ts";
import { decideApply } from "./decide.ts";
import { notReviewed } from "./review.ts";
import { askState, requireSameRoot } from "./saved-plan.ts";
import type { ApplyStep, Candidate, Course, Reviewed } from "./step.ts";

/** Where the plans lie: the one that was saved, and the one that is made now. */
export function planFilesOf({ target }: ApplyStep): { saved: PlanFiles; fresh: PlanFiles } {
  const directory = target.privateDirectory;
  return {
    saved: { planFile: `${directory}/saved-${planName}`, documentFile: `${directory}/saved-${documentName}` },
    fresh: { planFile: `${directory}/${planName}`, documentFile: `${directory}/${documentName}` },
  };
}

function makingOf({ deps, inputs, target }: ApplyStep, files: PlanFiles): PlanMaking {
  const { terraform, failureOf } = deps;
  const workspace = terraform.selectedWorkspace();
  return { terraform, failureOf, inputs, directory: target.directory, workspace, ...files };
}

/**
 * The saved plan, when the state is still the one it was made for; else a fresh one, held against it.
 * @throws Failure for a plan that may not be applied
 */
export async function takeSavedPlan(step: ApplyStep, course: Course, opened: ReviewedPlan): Promise<Candidate> {
  const { saved } = planFilesOf(step);
  const making = makingOf(step, saved);
  const made = await prepareSavedPlan(making);
  course.made = made;
  if (made.failure !== undefined) throw made.failure;
  requireSameRoot(step, opened, made);
  const candidate = readCandidate(step, await showSavedPlan(making, made), saved);
  if (candidate.fingerprint !== opened.record.fingerprint) {
    throw new Failure({
      reason: "plan-tampered",
      result: "refused",
      what: "The plan means something else than its record says: the record was changed, or this job gives Terraform another mode (refresh-only), other arguments (TF_CLI_ARGS) or other providers than the plan's job",
      remedy: "Give both jobs the same inputs and environment, make the plan again, and have it reviewed.",
    });
  }
  if (course.reviewed !== undefined) course.reviewed.outline = candidate.outline;
  if ((await askState(step, opened)) === "same") return candidate;
  step.deps.host.log.info("The state moved since the plan was made: planning again.");
  return takeFreshPlan(step, course);
}

/**
 * A fresh plan, held against what was reviewed.
 * @throws Failure for a plan that may not be applied
 */
export async function takeFreshPlan(step: ApplyStep, course: Course): Promise<Candidate> {
  const { fresh } = planFilesOf(step);
  const making = makingOf(step, fresh);
  const before = course.made;
  const made: MadePlan = before === undefined ? await makePlan(making) : await planAgain(making, before);
  course.made = made;
  const candidate = readCandidate(step, made, fresh);
  course.candidate = candidate;
  await requireReviewed(step, course, candidate);
  return candidate;
}

async function requireReviewed(step: ApplyStep, course: Course, candidate: Candidate): Promise<void> {
  const { reviewed } = course;
  if (reviewed?.fingerprint === undefined) return;
  // Nothing to do is nothing to refuse, whatever was reviewed.
  if (!candidate.made.hasChanges) return;
  requireSameBackend(step, reviewed);
  const { fingerprint, outline, isBegun } = reviewed;
  const decision = decideApply({
    reviewed: { fingerprint, isBegun, ...(outline === undefined ? {} : { outline }) },
    now: { ...candidate, outline: await withState(step, candidate.outline) },
  });
  if (decision.kind === "changed") {
    course.difference = decision.difference;
    throw decision.failure;
  }
  // One review is one apply: run again later, it would undo what came after it.
  if (reviewed.spentBy !== undefined) {
    throw notReviewed(
      `What the plan comment shows was applied by run ${reviewed.spentBy} already, and would be applied a second time`,
      "When that is what you want, run terraform-plan on the pull request again (or in a new one), and have it reviewed.",
    );
  }
  if (decision.kind === "rest") reviewed.shown = { ...reviewed.shown, doneBefore: decision.done };
}

/** The state is in the plan file; in one that cannot be looked into (another product's) it is asked for. */
async function withState({ deps, inputs }: ApplyStep, outline: PlanOutline): Promise<PlanOutline> {
  if (outline.state !== undefined) return outline;
  const pulled = await deps.terraform.statePull();
  const redact = (text: string): string => deps.host.redactor.redact(text);
  return { ...outline, state: digestState(pulled?.text ?? "", { redact, key: inputs["seal-key"] }) };
}

/** The same configuration with another backend is another environment: its fingerprint may be the same. */
function requireSameBackend({ deps }: ApplyStep, { marker }: Reviewed): void {
  const reviewed = marker?.["backend"];
  if (reviewed === undefined || reviewed === deps.terraform.backend().hash) return;
  throw new Failure({
    reason: "plan-changed",
    result: "refused",
    what: "The plan that was reviewed was made for another backend: its state is elsewhere",
    remedy:
      "Give plan and apply the same backend configuration, and every environment of one root module a label of its own; then plan in a new pull request (any change will do). Nothing was applied.",
  });
}
