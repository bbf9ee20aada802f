/** What a step says in the end that looked at the database: outputs, summary, failure. */
import { Failure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import type { Ending } from "./executor.ts";
import type { Journal } from "./journal.ts";
import type { Settled } from "./settle.ts";
import type { Place, Snapshot } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { commonFacts, renderStory } from "./summary.ts";
import type { Story } from "./summary.ts";

/** Who tells, where, and what a person should know. */
export type Common = { step: MigrationStep; place: Place; notes: readonly string[] };

/** What a step is called in sentences. */
export const NAMES = { run: "Migration", rollback: "Rollback" } as const;

/** Everything that the outputs say, as it is before anything was done. */
export function outputsBefore(snapshot: Snapshot, pending: readonly string[]): ActionResult["outputs"] {
  const version = snapshot.ids.at(-1) ?? "";
  return {
    applied: [],
    reverted: [],
    pending: [...pending],
    "version-before": version,
    "version-after": version,
    changed: false,
    "schema-before": snapshot.fingerprint,
    "schema-after": snapshot.fingerprint,
    "record-id": "",
    "exit-code": "",
    "failure-reason": "",
  };
}

/** The summary, without secrets. */
export function render({ deps: { host } }: MigrationStep, story: Story): string {
  return renderStory(story, (text) => host.redactor.redact(text));
}

/** Nothing had to be done, or a dry run says what would be. */
export function tellNothing({
  step,
  place,
  notes,
  journal,
  snapshot,
  recordId,
  why = "",
  facts = [],
}: Common & {
  journal: Journal;
  snapshot: Snapshot;
  recordId: number | undefined;
  why?: string;
  facts?: Story["facts"];
}): ActionResult {
  const { host } = step.deps;
  const name = NAMES[journal.kind];
  const ids = journal.planned.map(({ id }) => id);
  const wanted = `${ids.length} ${ids.length === 1 ? "migration" : "migrations"}`;
  const title =
    ids.length === 0
      ? `${name} had nothing to do${why === "" ? "" : `, ${why}`}`
      : `A dry run, ${wanted} to ${journal.kind === "run" ? "apply" : "revert"}; nothing was changed`;
  host.log.info(title);
  for (const id of ids) host.log.info(`  ${id}`);
  for (const note of notes) host.log.warning(note);
  const story: Story = {
    isGood: true,
    title,
    reason: "",
    remedy: "",
    rows: journal.planned.map(({ id, down }) => ({ id, fate: "planned", remark: downRemark(down) })),
    facts: [
      ...commonFacts({
        tool: place.adapter.title,
        place: place.executor.place,
        before: { version: snapshot.ids.at(-1) ?? "", fingerprint: snapshot.fingerprint },
        recordId,
        durationMs: host.clock.now() - journal.startedAt,
      }),
      ...facts,
    ],
    differences: [],
    output: "",
    notes,
  };
  return {
    outputs: {
      ...outputsBefore(snapshot, ids),
      result: "nothing-to-do",
      "record-id": recordId === undefined ? "" : String(recordId),
    },
    summary: render(step, story),
  };
}

function downRemark(down: string): string {
  if (down === "none") return "it has no down: it cannot be rolled back";
  return down === "empty" ? "its down does nothing: it cannot be rolled back" : "";
}

/** What was done. */
export function tellSettled({
  step,
  place,
  notes,
  journal,
  settled,
  last,
}: Common & { journal: Journal; settled: Settled; last: Ending | undefined }): ActionResult {
  const { host } = step.deps;
  const { judgement, telling, now, record, recordId, differences } = settled;
  const isGood = telling.result === "applied" || telling.result === "rolled-back";
  const isRun = journal.kind === "run";
  const done = judgement.done.map(({ id }) => id);
  const again = isGood && !isRun ? [AGAIN] : [];
  const all = [...notes, ...settled.notes, ...again];
  // The others were told before anything was begun.
  for (const note of settled.notes) host.log.warning(note);
  if (isGood) host.log.info([telling.what, ...again].join(". "));
  for (const each of differences) host.log.info(`  ${each}`);
  const story: Story = {
    isGood,
    title: isGood
      ? `${NAMES[journal.kind]}: ${telling.what.toLowerCase()}`
      : `${NAMES[journal.kind]} ${telling.result}`,
    reason: isGood ? "" : telling.what,
    remedy: telling.remedy,
    rows: rowsOf(journal, settled),
    facts: commonFacts({
      tool: place.adapter.title,
      place: place.executor.place,
      before: record.before,
      after: record.after,
      recordId,
      durationMs: record.endedAt - record.startedAt,
    }),
    differences,
    output: last === undefined ? "" : `${last.stdout}\n${last.stderr}`.trim(),
    notes: all,
  };
  const pending = isRun ? journal.planned.map(({ id }) => id).filter((id) => !now.ids.includes(id)) : judgement.left;
  return {
    outputs: {
      result: telling.result,
      "failure-reason": telling.reason,
      applied: isRun ? done : [],
      reverted: isRun ? [] : done,
      pending: [...pending],
      "version-before": record.before.version,
      "version-after": record.after.version,
      changed: judgement.isChanged,
      "schema-before": record.before.fingerprint,
      "schema-after": record.after.fingerprint,
      "record-id": recordId === undefined ? "" : String(recordId),
      "exit-code": last?.exitCode === undefined ? "" : String(last.exitCode),
    },
    summary: render(step, story),
    ...(isGood
      ? {}
      : {
          failure: new Failure({
            reason: telling.reason === "" ? telling.result : telling.reason,
            result: telling.result,
            what: `${NAMES[journal.kind]} ${telling.result}: ${telling.what}`,
            remedy: telling.remedy,
          }),
        }),
  };
}

const AGAIN =
  "The next deployment of the same commit applies it again: revert the commit, or mend it, before you deploy";

function rowsOf(journal: Journal, { judgement }: Settled): Story["rows"] {
  const done = new Set(judgement.done.map(({ id }) => id));
  const isRun = journal.kind === "run";
  return journal.planned.map(({ id }) => {
    if (id === judgement.half) return { id, fate: "half", remark: judgement.why };
    if (done.has(id)) return { id, fate: isRun ? "applied" : "reverted", remark: "" };
    return { id, fate: "not-done", remark: "" };
  });
}
