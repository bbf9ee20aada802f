/**
 * The order of effects: who may order it, what was reviewed, which plan that is, apply it, tell everybody. Everything that
 * can end the step is told in the same place.
 */
import { askGitHub, hideKnownSecrets, readGuardrails } from "@handrail/planning";
import { judgePlan } from "@handrail/planning/conclude";
import { Failure, toFailure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { redactedPlan } from "@handrail/terraform";
import { failureOfApply } from "./apply-failure.ts";
import { conclude } from "./conclude.ts";
import { beginDeployment, askUnsavedState } from "./deployment.ts";
import { isRecovered, keepErroredState, describeKeptState } from "./errored-state.ts";
import { findPullRequest, findReview, requireEvent, requireUnmoved } from "./find-review.ts";
import { journalFiles } from "./journal.ts";
import { performApply } from "./perform.ts";
import { planFilesOf, takeFreshPlan, takeSavedPlan } from "./plan-course.ts";
import { openSavedPlan } from "./saved-plan.ts";
import type { ApplyStep, Candidate, Course } from "./step.ts";

/** How often a plan is made again when the state moves right under it. */
const mostPlans = 3;

/** Applies the target and tells everybody. Resolves with what the step says, also when nothing was applied. */
export async function run(given: ApplyStep): Promise<ActionResult> {
  let step = given;
  const course: Course = { rules: [], asked: askGitHub(withoutPullRequest(given)), outputs: [], notes: [] };
  try {
    requireEvent(given);
    requireSavedState(given);
    step = await findPullRequest(given, needsReview(given));
    course.rules = await readGuardrails(step);
    course.asked = askGitHub(step);
    await follow(step, course);
  } catch (thrown) {
    course.failure = toFailure(thrown);
  }
  try {
    return await conclude(step, course);
  } finally {
    const { saved, fresh } = planFilesOf(step);
    const streams = [journalFiles.stdout, journalFiles.stderr, journalFiles.pending].map(
      (name) => `${step.target.privateDirectory}/${name}`,
    );
    const files = [saved.planFile, saved.documentFile, fresh.planFile, fresh.documentFile, ...streams];
    for (const file of files) step.deps.files.remove(file);
  }
}

function withoutPullRequest(step: ApplyStep): ApplyStep {
  return { ...step, pullRequest: undefined };
}

function needsReview({ inputs }: ApplyStep): boolean {
  return inputs.approval === "reviewed" && inputs["plan-file"] === "";
}

/** An earlier apply on this machine left a state behind: it comes first. */
function requireSavedState({ deps }: ApplyStep): void {
  if (deps.terraform.erroredState() === undefined) return;
  throw new Failure({
    reason: "state-not-saved",
    result: "refused",
    what: "errored.tfstate lies in the root module: an earlier apply could not save its state",
    remedy:
      "Push it with terraform state push errored.tfstate and delete it, then run this job again. Nothing was started.",
  });
}

async function follow(step: ApplyStep, course: Course): Promise<void> {
  const { inputs, deps } = step;
  const { saved } = planFilesOf(step);
  const opened = inputs["plan-file"] === "" ? undefined : await openSavedPlan(step, saved.planFile);
  if (opened !== undefined) {
    const { fingerprint } = opened.record;
    const notes =
      inputs["seal-key"] === ""
        ? [
            "Without seal-key, whoever can write the plan file can write its record: only what contradicts itself is found.",
          ]
        : [];
    // It is planned again only when the state has moved since: that is what an apply does that was begun.
    course.reviewed = { shown: { kind: "record", fingerprint }, fingerprint, outlineText: "", isBegun: true, notes };
  } else if (inputs.approval === "reviewed") course.reviewed = await findReview(step);
  const unsaved = course.reviewed?.unsaved ?? (await askUnsavedState(step));
  // Until the backend is seen to have it, whatever is told goes on saying so.
  if (unsaved !== undefined) course.unsaved = unsaved;
  hideKnownSecrets(step);
  let candidate = opened === undefined ? await takeFreshPlan(step, course) : await takeSavedPlan(step, course, opened);
  for (let plans = 1; ; plans += 1) {
    course.candidate = candidate;
    if (unsaved !== undefined) await requireRecovered(step, unsaved);
    delete course.unsaved;
    await requireAllowed(step, course, candidate);
    if (!candidate.made.hasChanges) return leaveAsItIs(step, course, candidate);
    if (inputs["dry-run"]) return;
    const note = await requireUnmoved(step);
    if (note !== undefined) course.notes.push(note);
    if (deps.host.cancelled.aborted) throw cancelled();
    const { isStale } = await performApply(step, course, candidate);
    if (!isStale || plans === mostPlans) break;
    deps.host.log.info("The state moved between plan and apply: planning again.");
    delete course.apply;
    candidate = await takeFreshPlan(step, course);
  }
  await finish(step, course, candidate);
}

function cancelled(): Failure {
  return new Failure({
    reason: "cancelled",
    what: "The run was cancelled before anything was applied",
    remedy: "Run the job again when you want its result.",
  });
}

/** @throws Failure `state-not-saved` while the backend does not have the state of an earlier apply */
async function requireRecovered({ deps, label }: ApplyStep, unsaved: string): Promise<void> {
  const pulled = await deps.terraform.statePull();
  if (isRecovered(unsaved, pulled?.snapshot)) return;
  throw new Failure({
    reason: "state-not-saved",
    result: "refused",
    what: `An earlier apply of ${label} could not save its state, and the backend still does not have it`,
    remedy: "Push that state with terraform state push, then run this job again. Nothing was applied.",
  });
}

/** Guardrails and policy hold for what is applied, too. */
async function requireAllowed(step: ApplyStep, course: Course, { readable }: Candidate): Promise<void> {
  const planJsonFile = `${step.target.privateDirectory}/plan.json`;
  if (step.inputs["policy-command"].length > 0) {
    step.deps.files.write(planJsonFile, redactedPlan(readable.source, readable.redact));
  }
  course.judgement = await judgePlan(step, course.asked, { rules: course.rules, readable, planJsonFile });
  if (course.judgement.failure !== undefined) throw course.judgement.failure;
}

/** Nothing to apply: the outputs are told all the same, and a Deployment says that all is well. */
async function leaveAsItIs(step: ApplyStep, course: Course, { fingerprint, made }: Candidate): Promise<void> {
  const pulled = await step.deps.terraform.statePull();
  course.outputs = [...(pulled?.snapshot.outputs ?? [])].map(([name, { value, isSensitive }]) => {
    return isSensitive ? { name, isSensitive } : { name, isSensitive, value };
  });
  if (step.inputs["dry-run"]) return;
  const id = await beginDeployment(step, { fingerprint, workspace: made.workspace }, course.notes);
  if (id !== undefined) course.deploymentId = id;
}

/** What the apply came to. @throws the failure */
async function finish(step: ApplyStep, course: Course, { outline }: Candidate): Promise<void> {
  const { apply } = course;
  if (apply === undefined) return;
  const kept = keepErroredState(step, outline.state?.lineage ?? "");
  if (kept !== undefined) {
    course.unsaved = kept.identity;
    course.notes.push(describeKeptState(kept));
  }
  if (apply.result.exitCode === 0 && kept === undefined) return;
  throw await failureOfApply(step, apply);
}
