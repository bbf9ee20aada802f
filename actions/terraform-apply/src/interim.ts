/**
 * The result file while terraform is at work. When the runner kills this process, a later step of the job can still hand
 * this file to terraform-report: it says what was known, and that the end was not.
 */
import { renderResultFile, summariseApply } from "@handrail/report";
import { Failure } from "@handrail/runner";
import type { ApplyProgress, PlannedObject } from "@handrail/terraform";
import { draftPlan, draftRecord } from "./draft.ts";
import { journalFiles } from "./journal.ts";
import type { ApplyStep, Course } from "./step.ts";

const interrupted = new Failure({
  reason: "cancelled",
  what: "The run was cancelled while Terraform was applying; it was asked to stop, and how it ended is in the log of the step's clean-up",
  remedy: "Run the job again: it goes on with what is left of the reviewed plan.",
});

/** What an interim record is made of. */
export type InterimFacts = { planned: readonly PlannedObject[]; progress: ApplyProgress };

/** Writes the file and names it, so that it is known whatever happens to us. */
export function writeInterim(step: ApplyStep, course: Course, { planned, progress }: InterimFacts): void {
  const { deps, target } = step;
  const { redactor } = deps.host;
  const report = draftPlan(step, course);
  const { record, parts } = draftRecord(step, course, { report, failure: interrupted });
  const { applied, failed } = progress.conclude({ exitCode: undefined });
  const known = new Set([...applied, ...failed]);
  const redact = (addresses: readonly string[]): string[] => addresses.map((address) => redactor.redact(address));
  const facts = {
    ...record,
    result: applied.length > 0 ? ("partial" as const) : ("failed" as const),
    applied: redact(applied),
    failed: redact(failed),
    notStarted: [],
    uncertain: redact(planned.map(({ address }) => address).filter((address) => !known.has(address))),
  };
  const told = { ...facts, summary: summariseApply(facts, report.counts) };
  const path = `${target.outputDirectory}/${journalFiles.result}`;
  deps.files.write(path, renderResultFile(report, { ...parts, apply: told }));
  deps.host.output("result-file", path, { verbatim: true });
}
