/** What is told about a run that somebody else had to settle: its own post step, or a later run. */
import type { Journal } from "./journal.ts";
import type { MigrationRecord } from "./record.ts";
import type { Settled } from "./settle.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { commonFacts, renderStory } from "./summary.ts";

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

/** The same of what was recorded. */
export function recordLine(record: MigrationRecord): string {
  return lineOf(record, "");
}

/** Tells it in log and summary. */
export function tellLate(step: MigrationStep, place: Place, journal: Journal, settled: Settled): void {
  const { host } = step.deps;
  const isOwn = journal.runId === step.context.runId;
  const line = `${isOwn ? "" : `What run ${journal.runId} did, which was gone: `}${lateLine(journal, settled)}`;
  host.log.info(line);
  for (const note of settled.notes) host.log.warning(note);
  const { judgement, record, recordId, differences, notes } = settled;
  host.summary(
    renderStory(
      {
        isGood: judgement.isComplete,
        title: `${journal.kind === "run" ? "Migration" : "Rollback"} ${settled.telling.result}`,
        reason: line,
        remedy: settled.telling.remedy,
        rows: [],
        facts: commonFacts({
          tool: place.adapter.title,
          place: place.executor.place,
          before: record.before,
          after: record.after,
          recordId,
          durationMs: record.endedAt - record.startedAt,
        }),
        differences,
        output: "",
        notes,
      },
      (text) => host.redactor.redact(text),
    ),
  );
}
