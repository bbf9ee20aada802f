/**
 * The verdict of a main step that was killed before it had one: from its journal, from what terraform wrote itself, and from
 * the live state. The order of effects.
 */
import { parseResultFile, renderResultFile } from "@handrail/report";
import type { ParsedResult } from "@handrail/report";
import { Failure } from "@handrail/runner";
import { createApplyProgress } from "@handrail/terraform";
import type { StreamEnd } from "@handrail/terraform";
import type { readApplyStream } from "@handrail/terraform/cli";
import { cancelledApply, failureOfApply } from "./apply-failure.ts";
import { draftPlan, draftRecord } from "./draft.ts";
import { describeKeptState, keepErroredState } from "./errored-state.ts";
import { journalFiles, parseJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";
import type { RecordToTell } from "./publish-record.ts";
import type { ApplyStep, Course } from "./step.ts";

/** Reads the stream that terraform left. */
export type StreamReader = typeof readApplyStream;

/** How the wait for terraform ended. */
export type Ended = { hasEnded: boolean; running: readonly number[] };

/** The record that the main step would have written, from its journal and from what terraform wrote itself. */
export async function reconstruct(step: ApplyStep, readStream: StreamReader, ended: Ended): Promise<RecordToTell> {
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
    await readApply(step, course, { journal, readStream, stream: file(journalFiles.stdout) });
    course.reviewed = {
      shown: journal.review,
      fingerprint: journal.fingerprint,
      outlineText: "",
      isBegun: true,
      marker: journal.reviewed,
      notes: [],
    };
  }
  const failure = await decideEnding(step, course, ended);
  const pending = readResultFile(deps.files.readBytes(file(journalFiles.pending)));
  if (course.reviewed !== undefined && pending !== undefined) course.reviewed.outlineText = pending.outline;
  const report = pending?.report ?? draftPlan(step, course);
  const { record, parts } = draftRecord(step, course, { report, failure });
  deps.files.write(
    `${target.outputDirectory}/${journalFiles.result}`,
    renderResultFile(report, { ...parts, apply: record }),
  );
  deps.files.write(file(journalFiles.final), ["told\n"]);
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
  { journal, readStream, stream }: { journal: Journal; readStream: StreamReader; stream: string },
): Promise<void> {
  const progress = createApplyProgress(journal.planned);
  const end = readStream(stream, (event) => progress.add(event));
  const exitCode = progress.isComplete ? 0 : undefined;
  const kept = keepErroredState(step, journal.lineage);
  if (kept !== undefined) {
    course.unsaved = kept.identity;
    course.notes.push(describeKeptState(kept));
  }
  const stateAfter = await liveAddresses(step);
  const outcome = progress.conclude({ exitCode, ...(stateAfter === undefined ? {} : { stateAfter }) });
  course.outputs = [...progress.outputs].map(([name, value]) => ({ name, value, isSensitive: false }));
  // Terraform gives an error when it was asked to stop; without one nobody asked, or it was killed.
  const isSilent = !progress.isComplete && !hasErrors(end);
  course.apply = {
    result: {
      ...end,
      exitCode,
      signal: undefined,
      cancelled: !isSilent,
      stderr: step.deps.files.readText(`${step.target.privateDirectory}/${journalFiles.stderr}`) ?? "",
      isComplete: progress.isComplete,
      outputs: progress.outputs,
    },
    outcome,
  };
}

function hasErrors({ diagnostics }: Pick<StreamEnd, "diagnostics">): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

async function liveAddresses({ deps }: ApplyStep): Promise<readonly string[] | undefined> {
  try {
    return (await deps.terraform.statePull({ evenWhenCancelled: true }))?.snapshot.addresses ?? [];
  } catch {
    return undefined;
  }
}

/** Complete is complete, whoever was cancelled; else it is the cancel that ended it, unless it was something worse. */
async function decideEnding(
  step: ApplyStep,
  course: Course,
  { hasEnded, running }: Ended,
): Promise<Failure | undefined> {
  const { apply, unsaved } = course;
  if (!hasEnded) {
    return new Failure({
      reason: "cancelled",
      what: `The run was cancelled; Terraform (process ${running.join(", ")}) is still running, the state may stay locked`,
      remedy: "When the state stays locked, look at what exists before terraform force-unlock.",
    });
  }
  if (unsaved !== undefined) {
    return new Failure({
      reason: "state-not-saved",
      what: "The run was cancelled, and Terraform could not save the state",
      remedy: "Do not apply again: push the state first, as the note below says.",
    });
  }
  if (apply?.result.product === undefined) return cancelledApply("nothing was applied");
  if (apply.result.isComplete && !hasErrors(apply.result)) return undefined;
  return failureOfApply(step, apply);
}

/** Reads a result file that the main step may have been killed over; undefined when it is not there or cut off. */
export function readResultFile(bytes: Uint8Array | undefined): ParsedResult | undefined {
  if (bytes === undefined) return undefined;
  try {
    return parseResultFile(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
