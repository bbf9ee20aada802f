/** What is told about a run that somebody else had to settle: its own post step, or a later run. */
import type { Journal } from "./journal.ts";
import type { Settled } from "./settle.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { commonFacts, renderStory } from "./summary.ts";

/** One line: what it did. */
export function lateLine(journal: Journal, { judgement, telling }: Settled): string {
  const verb = journal.kind === "run" ? "applied" : "reverted";
  const ids = judgement.done.map(({ id }) => id);
  const done = ids.length === 0 ? `nothing was ${verb}` : `${verb} ${ids.join(", ")}`;
  const half = judgement.half === "" ? "" : `; ${judgement.half} is done by half (${judgement.why})`;
  const left = judgement.left.filter((id) => id !== judgement.half);
  return `${telling.result}: ${done}${half}${left.length === 0 ? "" : `; not ${verb}: ${left.join(", ")}`}`;
}

/** Tells it in log and summary. */
export function tellLate(step: MigrationStep, place: Place, journal: Journal, settled: Settled): void {
  const { host } = step.deps;
  const line = lateLine(journal, settled);
  host.log.info(line);
  for (const note of settled.notes) host.log.warning(note);
  const { judgement, record, recordId, differences, notes } = settled;
  host.summary(
    renderStory({
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
    }),
  );
}
