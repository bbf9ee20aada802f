/** The order of effects: look, lock, apply one after the other, read back, keep the record, tell. */
import {
  engage,
  giveBack,
  gateRun,
  keepRecord,
  lastEnding,
  perform,
  refuse,
  refuseToolLock,
  settle,
  stateOf,
  takeSnapshot,
  tellNothing,
  tellSettled,
  tellThrown,
} from "@handrail/migration";
import type { Engaged, Journal, Migration, MigrationStep, Performed, Place, Snapshot } from "@handrail/migration";
import type { ActionResult } from "@handrail/runner/host";

/** Runs, and resolves with what the step says. */
export async function run(step: MigrationStep): Promise<ActionResult> {
  const place = await step.deps.openPlace();
  const { saveState } = step.deps.host;
  const progress = { hasBegun: false };
  try {
    return await runIn(step, place, progress);
  } catch (thrown) {
    return tellThrown(step, "run", thrown, progress);
  } finally {
    await place.executor.close();
    saveState("told", "true");
  }
}

async function runIn(step: MigrationStep, place: Place, progress: { hasBegun: boolean }): Promise<ActionResult> {
  const { inputs, deps } = step;
  const { clock } = deps.host;
  const startedAt = clock.now();
  const listed = await place.adapter.list(deps.files, place.settings);
  const engaged = await engage(step, place, { kind: "run", migrations: listed });
  try {
    const snapshot = await takeSnapshot(place);
    const known = snapshot.known ?? listed;
    const migrations = known ?? unlisted(snapshot);
    const gate = gateRun({
      records: engaged.records,
      others: engaged.others,
      applied: snapshot.ids,
      fingerprint: snapshot.fingerprint,
      halfMarks: snapshot.half,
      clearMark: place.adapter.clearMark,
      migrations: known,
      onDrift: inputs["on-drift"],
      acceptSchema: inputs["accept-schema"],
      isRecorded: inputs.environment !== "",
    });
    const notes = [...engaged.notes, ...gate.notes];
    const there = new Set(snapshot.ids);
    const pending = migrations.filter(({ id }) => !there.has(id));
    // Liquibase runs some changesets anew; they are no part of the set's history.
    const repeats = migrations.filter(({ id }) => there.has(id) && snapshot.pending?.includes(id) === true);
    const isIdle = pending.length === 0 && repeats.length === 0;
    const refusals = [...gate.refusals, ...(isIdle ? [] : await refuseToolLock(place))];
    if (refusals.length > 0) return refuse({ step, place, kind: "run", snapshot, refusals, notes });
    const journal = beginJournal(step, place, { snapshot, pending, startedAt });
    if (isIdle || inputs["dry-run"]) {
      const recordId = inputs["dry-run"] ? undefined : await keepEmpty(step, place, journal, notes);
      return tellNothing({ step, place, journal, snapshot, notes, recordId });
    }
    // From here on the lock is given back by who settles, and by nobody else.
    for (const note of notes) deps.host.log.warning(note);
    progress.hasBegun = true;
    return await work({ step, place, engaged, journal, snapshot, migrations, repeats, notes });
  } finally {
    if (!progress.hasBegun) await giveBack(engaged, step.deps.host.log);
  }
}

/** What only the tool itself can list. */
function unlisted({ ids, pending = [] }: Snapshot): Migration[] {
  return [...ids, ...pending].map((id) => ({ id, title: id, digest: "", down: "unknown" }));
}

function beginJournal(
  { inputs, context }: MigrationStep,
  { adapter }: Place,
  { snapshot, pending, startedAt }: { snapshot: Snapshot; pending: readonly Migration[]; startedAt: number },
): Journal {
  const { sha: commit, actor, runId, runAttempt: attempt, runUrl } = context;
  return {
    kind: "run",
    tool: adapter.tool,
    directory: inputs["working-directory"],
    environment: inputs.environment,
    commit,
    actor,
    runId,
    attempt,
    runUrl,
    startedAt,
    before: { ids: snapshot.ids, fingerprint: snapshot.fingerprint },
    planned: pending.map(({ id, digest, down }) => ({ id, digest, down })),
    done: [],
    doing: [],
    ...(inputs["image-digest"] === "" ? {} : { image: inputs["image-digest"] }),
  };
}

/** A run that had nothing to do is recorded, too: otherwise a rollback of "the last deployment" would revert an older one. */
async function keepEmpty(
  step: MigrationStep,
  place: Place,
  journal: Journal,
  notes: string[],
): Promise<number | undefined> {
  const { planned: _, done: __, doing: ___, before, ...facts } = journal;
  const state = stateOf(before.ids, before.fingerprint);
  const record = {
    ...facts,
    v: 1 as const,
    result: "nothing-to-do" as const,
    database: place.executor.identity,
    before: state,
    after: state,
    done: [],
    left: [],
    half: "",
    endedAt: step.deps.host.clock.now(),
  };
  return keepRecord(step, record, { result: "nothing-to-do", what: "Nothing to do" }, notes);
}

type Work = {
  step: MigrationStep;
  place: Place;
  engaged: Engaged;
  journal: Journal;
  snapshot: Snapshot;
  migrations: readonly Migration[];
  /** Applied already, and run anew with the first command. */
  repeats: readonly Migration[];
  notes: readonly string[];
};

/** A step that is cancelled has seconds; the post step has more. */
const CANCELLED_MS = 4000;
const PATIENCE_MS = 60_000;

async function work({
  step,
  place,
  engaged,
  journal,
  snapshot,
  migrations,
  repeats,
  notes,
}: Work): Promise<ActionResult> {
  const { log, cancelled } = step.deps.host;
  const { adapter, settings } = place;
  let state: Performed = { journal, last: undefined };
  let failed: { error: unknown } | undefined;
  let anew = repeats;
  try {
    state = await perform(
      {
        place,
        note: (next) => engaged.note(next),
        log,
        cancelled,
        next: (now, { ids }) => {
          const left = migrations.filter(({ id }) => now.planned.some((each) => each.id === id) && !ids.includes(id));
          const wanted = [...left, ...anew];
          if (wanted.length === 0) return undefined;
          const { command, applies } = adapter.up(wanted, { settings, migrations, applied: ids });
          anew = [];
          return {
            command,
            ids: applies.filter((id) => !ids.includes(id)),
            title: titleOf(adapter.title, wanted, applies),
          };
        },
      },
      { journal, snapshot, keep: (kept) => (state = kept) },
    );
  } catch (error) {
    // What was done until then is in the database.
    failed = { error };
  }
  const isCancelled = cancelled.aborted;
  const last = lastEnding(state, failed);
  const settled = await settle({
    step,
    place,
    journal: state.journal,
    last,
    first: snapshot,
    known: state.snapshot,
    migrations,
    release: () => engaged.release(),
    leave: () => engaged.leave(),
    isCancelled,
    patienceMs: isCancelled ? CANCELLED_MS : PATIENCE_MS,
  });
  return tellSettled({ step, place, journal: state.journal, settled, last, notes });
}

function titleOf(tool: string, left: readonly Migration[], applies: readonly string[]): string {
  const [first] = left;
  return applies.length === 1 ? `${tool}: apply ${first?.title ?? ""}` : `${tool}: apply ${applies.length} migrations`;
}
