/**
 * What remains when a step was cancelled: terraform may still be ending. Waits for it, so that the job does not kill it
 * with the state unsaved and locked, and tells how it ended.
 */
import { parseResultFile, renderResultFile, renderSummary } from "@handrail/report";
import type { ParsedResult } from "@handrail/report";
import { Failure } from "@handrail/runner";
import type { Host } from "@handrail/runner/host";
import { createApplyProgress, readPlan } from "@handrail/terraform";
import type { readApplyStream } from "@handrail/terraform/cli";
import { endDeployment } from "./deployment.ts";
import { draftPlan, draftRecord } from "./draft.ts";
import { describeKeptState, keepErroredState } from "./errored-state.ts";
import { findPullRequest } from "./find-review.ts";
import { journalFiles, parseJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";
import { planFilesOf } from "./plan-course.ts";
import { publishRecord } from "./publish-record.ts";
import type { RecordToTell } from "./publish-record.ts";
import type { ApplyStep, Course } from "./step.ts";

/** The runner gives post steps of a cancelled job somewhat less than five minutes. */
const patience = 240_000;
const pause = 250;

/** What only the post step asks. */
export type PostVerbs = { isRunning(pid: number): boolean; readApplyStream: typeof readApplyStream };

/** Waits for a terraform that the cancelled step left behind, then tells the verdict. */
export async function runPost(given: ApplyStep, host: Host, verbs: PostVerbs): Promise<void> {
  const pids = (host.state("pids") ?? "").split(" ").map(Number);
  const hasEnded = await waitForEnd(() => !pids.some((pid) => verbs.isRunning(pid)), host);
  const running = pids.filter((pid) => verbs.isRunning(pid));
  hideSecrets(given);
  const step = await findPullRequest(given, false);
  const done = readResult(step, journalFiles.result);
  const told = isTold(done) ? done : await reconstruct(step, verbs, { hasEnded, running });
  const { saved, fresh } = planFilesOf(step);
  for (const file of [saved.planFile, saved.documentFile, fresh.planFile, fresh.documentFile])
    step.deps.files.remove(file);
  if (!isTold(done)) host.summary(renderSummary(told.report, told.record), { verbatim: true });
  host.log.info(`${told.report.label}: ${told.record.summary}`);
  const startedAt = Number(host.state("started"));
  const { warnings } = await publishRecord(step, told, startedAt);
  const unsaved = told.parts.marker.data["unsaved"];
  const deployment = await endDeployment(step, told.record.deploymentId, {
    record: told.record,
    unsaved: typeof unsaved === "string" ? unsaved : undefined,
  });
  for (const warning of [...warnings, ...(deployment === undefined ? [] : [deployment])]) host.log.warning(warning);
}

/** The main step came to its end, but had no time to tell. */
function isTold(done: RecordToTell | undefined): done is RecordToTell {
  return done !== undefined;
}

function readResult({ deps, target }: ApplyStep, name: string): RecordToTell | undefined {
  const bytes = deps.files.readBytes(`${target.privateDirectory}/${name}`);
  const parsed = bytes === undefined ? undefined : tryParse(new TextDecoder().decode(bytes));
  if (parsed?.apply === undefined) return undefined;
  const { report, marker, outline, apply } = parsed;
  return { report, record: apply, parts: { marker, outline, apply } };
}

function tryParse(text: string): ParsedResult | undefined {
  try {
    return parseResultFile(text);
  } catch {
    // Cut off in the middle: the main step was killed while it wrote.
    return undefined;
  }
}

/** The plan's document is still there when the main step was killed: what is secret in it is hidden again. */
function hideSecrets(step: ApplyStep): void {
  const { saved, fresh } = planFilesOf(step);
  for (const file of [saved.documentFile, fresh.documentFile]) {
    if (step.deps.files.readBytes(file) === undefined) continue;
    const source = step.deps.files.openPlan(file);
    try {
      for (const secret of readPlan(source).secrets) step.deps.host.redactor.add(secret);
    } catch {
      // Cut off: nothing of it was shown either.
    } finally {
      source.close();
    }
  }
}

type Ended = { hasEnded: boolean; running: readonly number[] };

/** The record that the main step would have written, from its journal and from what terraform wrote itself. */
async function reconstruct(step: ApplyStep, verbs: PostVerbs, ended: Ended): Promise<RecordToTell> {
  const { deps, target } = step;
  const file = (name: string): string => `${target.privateDirectory}/${name}`;
  const journal = parseJournal(deps.files.readText(file(journalFiles.journal)));
  const course: Course = {
    rules: [],
    asked: unasked,
    outputs: [],
    notes: [...(journal?.notes ?? [])],
    ...(journal?.deploymentId === undefined ? {} : { deploymentId: journal.deploymentId }),
  };
  if (journal !== undefined) {
    await readApply(step, course, { journal, verbs, stream: file(journalFiles.stdout) });
    course.reviewed = {
      shown: journal.review,
      fingerprint: journal.fingerprint,
      outlineText: "",
      marker: journal.reviewed,
      notes: [],
    };
  }
  const failure = decideEnding(course, ended);
  const bytes = deps.files.readBytes(file(journalFiles.pending));
  const pending = bytes === undefined ? undefined : tryParse(new TextDecoder().decode(bytes));
  if (course.reviewed !== undefined && pending !== undefined) course.reviewed.outlineText = pending.outline;
  const report = pending?.report ?? draftPlan(step, course);
  const { record, parts } = draftRecord(step, course, { report, failure });
  const resultFile = `${target.outputDirectory}/${journalFiles.result}`;
  deps.files.write(resultFile, renderResultFile(report, { ...parts, apply: record }));
  return { report, record, parts };
}

const unasked: Course["asked"] = {
  client: () => Promise.reject(new TypeError("the post step asks nothing")),
  labels: () => Promise.resolve(undefined),
  changedFiles: () => Promise.resolve(undefined),
};

/** What terraform did, by its own stream. */
async function readApply(
  step: ApplyStep,
  course: Course,
  { journal, verbs, stream }: { journal: Journal; verbs: PostVerbs; stream: string },
): Promise<void> {
  const progress = createApplyProgress(journal.planned);
  const end = verbs.readApplyStream(stream, (event) => progress.add(event));
  const exitCode = progress.isComplete ? 0 : undefined;
  const kept = keepErroredState(step, journal.lineage);
  if (kept !== undefined) {
    course.unsaved = kept.identity;
    course.notes.push(describeKeptState(kept));
  }
  const stateAfter = await liveAddresses(step);
  const outcome = progress.conclude({ exitCode, ...(stateAfter === undefined ? {} : { stateAfter }) });
  course.outputs = [...progress.outputs].map(([name, value]) => ({ name, value, isSensitive: false }));
  course.apply = {
    result: {
      exitCode,
      signal: undefined,
      cancelled: true,
      diagnostics: end.diagnostics,
      stderr: "",
      isComplete: progress.isComplete,
      outputs: progress.outputs,
    },
    outcome,
  };
}

async function liveAddresses({ deps }: ApplyStep): Promise<readonly string[] | undefined> {
  try {
    return (await deps.terraform.statePull({ evenWhenCancelled: true }))?.snapshot.addresses ?? [];
  } catch {
    return undefined;
  }
}

/** Complete is complete, whoever was cancelled; else it is the cancel that ended it. */
function decideEnding({ apply, unsaved }: Course, { hasEnded, running }: Ended): Failure | undefined {
  if (unsaved !== undefined) {
    return new Failure({
      reason: "state-not-saved",
      what: "The run was cancelled, and Terraform could not save the state",
      remedy: "Do not apply again: push the state first, as the note below says.",
    });
  }
  if (apply?.result.isComplete === true) return undefined;
  const what = apply === undefined ? "nothing was applied" : "Terraform was asked to stop, and ended by itself";
  return new Failure({
    reason: "cancelled",
    what: hasEnded
      ? `The run was cancelled; ${what}${apply === undefined ? "" : ", its state is saved"}`
      : `The run was cancelled; Terraform (process ${running.join(", ")}) is still running, the state may stay locked`,
    remedy: hasEnded
      ? "Run the job again: it goes on with what is left of the reviewed plan."
      : "When the state stays locked, look at what exists before terraform force-unlock.",
  });
}

/** Whether it ended in time. */
async function waitForEnd(hasEnded: () => boolean, { clock }: Pick<Host, "clock">): Promise<boolean> {
  const end = clock.monotonic() + patience;
  while (!hasEnded()) {
    if (clock.monotonic() > end) return false;
    await clock.sleep(pause);
  }
  return true;
}
