/**
 * The order of effects: look, plan, say the plan, check everything, and only then revert one after the other in reverse order of
 * application; read back after each, compare with the recorded schema, keep the record, tell.
 */
import {
  countLoss,
  digestOfPlan,
  engage,
  giveBack,
  isUnmoved,
  lastEnding,
  parseTarget,
  perform,
  planRollback,
  refuse,
  settle,
  stateOf,
  takeSnapshot,
  tellNothing,
  tellPlan,
  tellSettled,
  tellThrown,
} from "@handrail/migration";
import type {
  Engaged,
  Journal,
  Migration,
  Performed,
  Place,
  RecordedMigration,
  RollbackPlan,
  Snapshot,
} from "@handrail/migration";
import type { ActionResult } from "@handrail/runner/host";
import { changedSince, knownMigrations, lastChecks } from "./checks.ts";
import type { RollbackStep } from "./step.ts";

/** Rolls back, and resolves with what the step says. */
export async function run(step: RollbackStep): Promise<ActionResult> {
  const place = await step.deps.openPlace(await recordedTask(step));
  const { saveState } = step.deps.host;
  const progress = { hasBegun: false };
  try {
    return await runIn(step, place, progress);
  } catch (thrown) {
    return tellThrown(step, "rollback", thrown, progress);
  } finally {
    await place.executor.close();
    saveState("told", "true");
  }
}

/** In a task the down scripts come from the image that ran the migration: the checkout may be back on an older one. */
async function recordedTask(step: RollbackStep): Promise<{ image?: string; taskDefinition?: string }> {
  if (step.inputs.executor !== "ecs") return {};
  const newest = await step.deps.newestTask();
  if (newest === undefined) return {};
  const { image, taskDefinition } = newest;
  return { ...(image === undefined ? {} : { image }), ...(taskDefinition === undefined ? {} : { taskDefinition }) };
}

async function runIn(step: RollbackStep, place: Place, progress: { hasBegun: boolean }): Promise<ActionResult> {
  const { inputs, deps } = step;
  const startedAt = deps.host.clock.now();
  const listed = place.executor.kind === "ecs" ? undefined : await place.adapter.list(deps.files, place.settings);
  const engaged = await engage(step, place, { kind: "rollback", migrations: listed });
  try {
    const snapshot = await takeSnapshot(place);
    const migrations = snapshot.known ?? listed;
    const decision = planRollback({
      target: parseTarget(inputs.to),
      records: engaged.records,
      others: engaged.others,
      applied: snapshot.ids,
      isInOrder: snapshot.isInOrder,
      fingerprint: snapshot.fingerprint,
      halfMarks: snapshot.half,
      clearMark: place.adapter.clearMark,
      migrations,
      adapterForwardOnly: place.adapter.forwardOnly,
      acceptSchema: inputs["accept-schema"],
      onDrift: inputs["on-drift"],
      asker: { runId: step.context.runId, attempt: step.context.runAttempt },
    });
    const notes = [...engaged.notes];
    if (decision.kind === "refused") {
      return refuse({ step, place, kind: "rollback", snapshot, refusals: decision.refusals, notes });
    }
    const empty = beginJournal(step, place, { snapshot, planned: [], startedAt });
    if (decision.kind === "nothing") {
      return tellNothing({ step, place, journal: empty, snapshot, notes, recordId: undefined, why: decision.why });
    }
    const { plan } = decision;
    notes.push(...plan.notes);
    const loss = await countLoss(place, plan, snapshot.schema);
    const told = tellPlan({ plan, loss, migrations: migrations ?? [] });
    for (const line of told.lines) deps.host.log.info(line);
    deps.host.summary(told.markdown);
    const scripts = new Map((migrations ?? []).map((each) => [each.id, each.digest]));
    const digest = digestOfPlan(plan, stateOf(snapshot.ids, snapshot.fingerprint), scripts);
    const refusals = [
      ...changedSince(inputs["plan-digest"], digest),
      ...(await lastChecks(step, place, plan, snapshot, migrations)),
    ];
    const ids = plan.reverts.map(({ id }) => id);
    if (refusals.length > 0) {
      return refuse({ step, place, kind: "rollback", snapshot, refusals, notes, planned: ids });
    }
    const journal = beginJournal(step, place, { snapshot, planned: plan.reverts, startedAt, plan });
    if (inputs["dry-run"]) {
      const nothing = tellNothing({ step, place, journal, snapshot, notes, recordId: undefined, facts: told.facts });
      return { ...nothing, outputs: { ...nothing.outputs, "plan-digest": digest } };
    }
    for (const note of notes) deps.host.log.warning(note);
    progress.hasBegun = true;
    return await work({ step, place, engaged, journal, snapshot, migrations, notes });
  } finally {
    if (!progress.hasBegun) await giveBack(engaged, step.deps.host.log);
  }
}

function beginJournal(
  { inputs, context }: RollbackStep,
  { adapter }: Place,
  given: { snapshot: Snapshot; planned: readonly RecordedMigration[]; startedAt: number; plan?: RollbackPlan },
): Journal {
  const { snapshot, planned, startedAt, plan } = given;
  const { sha: commit, actor, runId, runAttempt: attempt, runUrl } = context;
  return {
    kind: "rollback",
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
    planned,
    done: [],
    doing: [],
    ...(plan === undefined
      ? {}
      : {
          target: plan.target,
          to: plan.record?.recordId ?? 0,
          undoes: plan.undoes.map(({ recordId }) => recordId),
        }),
  };
}

type Work = {
  step: RollbackStep;
  place: Place;
  engaged: Engaged;
  journal: Journal;
  snapshot: Snapshot;
  migrations: readonly Migration[] | undefined;
  notes: readonly string[];
};

/** A step that is cancelled has seconds; the post step has more. */
const CANCELLED_MS = 4000;
const PATIENCE_MS = 60_000;

async function work({ step, place, engaged, journal, snapshot, migrations, notes }: Work): Promise<ActionResult> {
  const { log, cancelled } = step.deps.host;
  const { adapter, settings } = place;
  const known = knownMigrations(journal.planned, migrations);
  let state: Performed = { journal, last: undefined };
  let failed: { error: unknown } | undefined;
  try {
    state = await perform(
      {
        place,
        note: (next) => engaged.note(next),
        log,
        cancelled,
        next: (now, { ids }) => {
          const next = now.planned.find(({ id }) => ids.includes(id) && !now.done.some((done) => done.id === id));
          const target = known.find(({ id }) => id === next?.id);
          if (target === undefined) return undefined;
          const step = adapter.down(target, { settings, migrations: known, applied: ids });
          if (step === undefined) return undefined;
          return { command: step.command, ids: [target.id], title: `${adapter.title}: revert ${target.title}` };
        },
        isRight: (now, { fingerprint }) => {
          const reverted = now.planned[now.done.length - 1];
          if (reverted === undefined) return true;
          const { fingerprint: expected = "" } = reverted;
          return expected === "" ? !isUnmoved(now, reverted, fingerprint) : expected === fingerprint;
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
