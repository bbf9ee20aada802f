/** What is told about a run that somebody else had to settle: its own post step, or a later run. */
import type { Journal } from "./journal.ts";
import type { FoundRecord, MigrationRecord } from "./record.ts";
import type { Settled } from "./settle.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { commonFacts, renderStory } from "./summary.ts";
import type { Story } from "./summary.ts";

type Deeds = Pick<MigrationRecord, "kind" | "result" | "done" | "left" | "half">;

function lineOf({ kind, result, done, left, half }: Deeds, why: string): string {
  const verb = kind === "run" ? "applied" : "reverted";
  const did = done.length === 0 ? `nothing was ${verb}` : `${verb} ${done.map(({ id }) => id).join(", ")}`;
  const rest = left.filter((id) => id !== half);
  return [
    `${result}: ${did}`,
    ...(half === "" ? [] : [`${half} is done by half${why === "" ? "" : ` (${why})`}`]),
    ...(rest.length === 0 ? [] : [`not ${verb}: ${rest.join(", ")}`]),
  ].join("; ");
}

/** One line: what it did. */
export function lateLine({ kind }: Journal, { judgement, telling, isFinal }: Settled): string {
  const line = lineOf({ ...judgement, kind, result: telling.result }, judgement.why);
  return isFinal ? line : `so far ${line}`;
}

/** Tells it in log and summary. */
export function tellLate(step: MigrationStep, place: Place, journal: Journal, settled: Settled): void {
  const isOwn = journal.runId === step.context.runId;
  const line = `${isOwn ? "" : `What run ${journal.runId} did, which was gone: `}${lateLine(journal, settled)}`;
  const { judgement, telling, record, recordId, differences, notes } = settled;
  const { remedy } = telling;
  tellLine(step, place, { line, record, recordId, differences, notes, remedy, isGood: judgement.isComplete });
}

/** Tells what a record says: who kept it was killed before it could. */
export function tellRecorded(step: MigrationStep, place: Place, record: FoundRecord): void {
  const line = lineOf(record, "");
  const isGood = record.left.length === 0 && record.half === "";
  const { recordId } = record;
  tellLine(step, place, { line, record, recordId, differences: [], notes: [], remedy: "", isGood });
}

type Late = Pick<Story, "isGood" | "remedy" | "differences" | "notes"> & {
  line: string;
  record: MigrationRecord;
  recordId: number | undefined;
};

function tellLine({ deps: { host } }: MigrationStep, { adapter, executor }: Place, late: Late): void {
  const { line, record, recordId, notes, ...told } = late;
  host.log.info(line);
  for (const note of notes) host.log.warning(note);
  const facts = commonFacts({
    tool: adapter.title,
    place: executor.place,
    before: record.before,
    after: record.after,
    recordId,
    durationMs: record.endedAt - record.startedAt,
  });
  const title = `${record.kind === "run" ? "Migration" : "Rollback"} ${record.result}`;
  host.summary(
    renderStory({ ...told, title, reason: line, rows: [], facts, output: "", notes }, (text) =>
      host.redactor.redact(text),
    ),
  );
}
