/** What the step says in the end: outputs, summary, failure. */
import { Failure, toFailure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import type { Ending } from "./executor.ts";
import type { Refusal } from "./history.ts";
import type { Journal } from "./journal.ts";
import type { Settled } from "./settle.ts";
import type { Place, Snapshot } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { commonFacts, renderStory } from "./summary.ts";
import type { Story } from "./summary.ts";

type Common = { step: MigrationStep; place: Place; notes: readonly string[] };

const NAMES = { run: "Migration", rollback: "Rollback" } as const;

/** Everything that the outputs say, as it is before anything was done. */
function outputsBefore(snapshot: Snapshot, pending: readonly string[]): ActionResult["outputs"] {
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

/** What a thrown value is to people: of a cancelled step, whether anything can have been changed; otherwise itself. */
export function toldWhenCancelled(
  thrown: unknown,
  { cancelled, hasBegun }: { cancelled: AbortSignal; hasBegun: boolean },
): unknown {
  if (!cancelled.aborted) return thrown;
  const told = { reason: "cancelled", result: "cancelled", cause: thrown };
  if (!hasBegun) {
    return new Failure({ ...told, what: "The job was cancelled before anything was changed", remedy: AGAIN });
  }
  return new Failure({
    ...told,
    what: `The job was cancelled, and what was done by then could not be read at once: ${toFailure(thrown).what}`,
    remedy: "The clean-up of this job reads it, or the next run: until then the database is locked.",
  });
}

const AGAIN = "Run the job again when you want its result.";

function render({ deps: { host } }: MigrationStep, story: Story): string {
  return renderStory(story, (text) => host.redactor.redact(text));
}

/** Nothing was touched, and why. */
export function refuse({
  step,
  place,
  notes,
  kind,
  snapshot,
  refusals,
  planned = [],
}: Common & {
  kind: Journal["kind"];
  snapshot: Snapshot;
  refusals: readonly Refusal[];
  planned?: readonly string[];
}): ActionResult {
  const [first] = refusals;
  const reason = first?.reason ?? "internal-error";
  const what = `${NAMES[kind]} refused: ${first?.what ?? ""}`;
  const more = refusals.slice(1).map((each) => `Also: ${each.what}. ${each.remedy}`);
  for (const note of notes) step.deps.host.log.warning(note);
  const version = snapshot.ids.at(-1) ?? "";
  const story: Story = {
    isGood: false,
    title: `${NAMES[kind]} refused; nothing was touched`,
    reason: first?.what ?? "",
    remedy: first?.remedy ?? "",
    rows: planned.map((id) => ({ id, fate: "not-done", remark: "" })),
    facts: commonFacts({
      tool: place.adapter.title,
      place: place.executor.place,
      before: { version, fingerprint: snapshot.fingerprint },
      durationMs: 0,
    }).slice(0, -1),
    differences: [],
    output: "",
    notes: [...more, ...notes],
  };
  return {
    outputs: { ...outputsBefore(snapshot, []), result: "refused", "failure-reason": reason },
    summary: render(step, story),
    failure: new Failure({ reason, result: "refused", what, remedy: [first?.remedy ?? "", ...more].join(" ") }),
  };
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
  const all = [...notes, ...settled.notes];
  for (const note of all) host.log.warning(note);
  if (isGood) host.log.info(telling.what);
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

function rowsOf(journal: Journal, { judgement }: Settled): Story["rows"] {
  const done = new Set(judgement.done.map(({ id }) => id));
  const isRun = journal.kind === "run";
  return journal.planned.map(({ id }) => {
    if (id === judgement.half) return { id, fate: "half", remark: judgement.why };
    if (done.has(id)) return { id, fate: isRun ? "applied" : "reverted", remark: "" };
    return { id, fate: "not-done", remark: "" };
  });
}
