/**
 * A pipeline with a few executions that supersede, fail, roll back and end, and answers about it that are late, empty, about
 * others, or none at all. It knows the truth.
 */
import fc from "fast-check";
import { spoils } from "../codebuild/model-fixture.ts";
import type { Spoil } from "../codebuild/model-fixture.ts";
import { fault } from "../aws-fixture.ts";
import type { Answerer } from "../aws-fixture.ts";

/** How an execution ends. */
export const outcomes = [
  "Succeeded",
  "Failed",
  "Rejected",
  "RolledBack",
  "Superseded",
  "Stopped",
  "Cancelled",
] as const;

type Outcome = (typeof outcomes)[number] | undefined;

/** An execution; times in seconds since the wait began. */
export type Run = { id: string; from: number; endsAt: number; outcome: Outcome; revision: string; isRollback: boolean };

/** The pipeline: e1 is ours, each run that follows took the place of the one before it. */
export type World = { runs: readonly Run[]; noise: readonly Spoil[]; quietAt: number };

/** The start of every virtual clock, s since 1970. */
const EPOCH = Date.parse("2026-11-22T12:00:00Z") / 1000;
const STAGES = ["Source", "Build", "Test", "Deploy"];
/** An older execution, long done: what it brought is known. */
const old: Run = { id: "e0", from: -5000, endsAt: -4000, outcome: "Succeeded", revision: "r0", isRollback: false };

/** Worlds in which runs supersede each other up to twice. */
export function worlds(): fc.Arbitrary<World> {
  const run = fc.record({
    lasts: fc.integer({ min: 30, max: 300 }),
    outcome: fc.option(fc.constantFrom(...outcomes), { freq: 8, nil: undefined }),
    // What a newer run brings: something newer, the same, something old again, or a rollback.
    brings: fc.constantFrom("new", "same", "old", "rollback"),
  });
  return fc
    .record({
      appearsAt: fc.integer({ min: 0, max: 40 }),
      runs: fc.array(run, { minLength: 3, maxLength: 3 }),
      noise: fc.array(fc.constantFrom(...spoils), { minLength: 1, maxLength: 12 }),
      quietAt: fc.integer({ min: 0, max: 300 }),
    })
    .map(({ appearsAt, runs, noise, quietAt }) => {
      const made: Run[] = [];
      for (const { lasts, outcome, brings } of runs) {
        const before = made.at(-1);
        if (before !== undefined && before.outcome !== "Superseded") break;
        const number = made.length + 1;
        const ours = made[0]?.revision ?? "r1";
        const revision = { new: `r${number}`, same: ours, old: old.revision, rollback: old.revision }[brings];
        // What takes a place has begun before, and has gone as far.
        const from = before === undefined ? appearsAt : before.endsAt - 10;
        const isRollback = before !== undefined && brings === "rollback";
        const isLast = number === runs.length;
        made.push({
          id: `e${number}`,
          from,
          endsAt: (before?.endsAt ?? from) + lasts,
          outcome: isLast && outcome === "Superseded" ? "Succeeded" : outcome,
          revision: before === undefined ? "r1" : revision,
          isRollback,
        });
      }
      return { runs: made, noise, quietAt };
    });
}

/** What waiting comes to, and when (s). */
export type Truth = { result: string; at: number };

/**
 * What waiting comes to in truth; `timeout` at the end of time when it goes on for ever. The first is what is to be told; who
 * looks late may see that a run that lacks our revision was superseded by one that holds it, and follow that.
 */
export function truthsOf({ runs }: World, isFollowing: boolean): Truth[] {
  const later = isFollowing ? runs.slice(1).filter(holdsOurs) : [];
  return [runs[0], ...later].map((run) => truthFrom(runs, run, isFollowing));
}

function truthFrom(runs: readonly Run[], first: Run | undefined, isFollowing: boolean): Truth {
  for (let run = first; run !== undefined; run = runs[runs.indexOf(run) + 1]) {
    const { outcome, endsAt } = run;
    if (outcome === undefined) break;
    if (outcome !== "Superseded") return { result: results[outcome], at: endsAt };
    const next = runs[runs.indexOf(run) + 1];
    if (!isFollowing || next === undefined || !holdsOurs(next)) return { result: "superseded", at: endsAt };
  }
  return { result: "timeout", at: Infinity };
}

function holdsOurs({ revision, isRollback }: Run): boolean {
  return revision !== old.revision && (!isRollback || revision === "r1");
}

const results = {
  Succeeded: "success",
  Failed: "failed",
  Rejected: "rejected",
  RolledBack: "rolled-back",
  Stopped: "stopped",
  Cancelled: "cancelled",
};

function statusOf({ outcome, endsAt }: Run, now: number): string {
  if (outcome === undefined || now < endsAt) return "InProgress";
  if (outcome === "Stopped") return now < endsAt + 20 ? "Stopping" : "Stopped";
  return outcome === "Rejected" || outcome === "RolledBack" ? "Failed" : outcome;
}

/** The world's answers, by operation; `wasShown`: an answer was about our execution. */
export function answersOf(world: World): { answers: Record<string, Answerer>; wasShown: () => boolean } {
  let count = 0;
  let isShown = false;
  const visible = (now: number): Run[] => world.runs.filter(({ from }) => from <= now);
  const spoiled =
    (good: Answerer, others: unknown): Answerer =>
    (input, now) => {
      const spoil = now >= world.quietAt ? "good" : (world.noise[count % world.noise.length] ?? "good");
      count += 1;
      switch (spoil) {
        case "good":
          return good(input, now);
        case "stale":
          return good(input, Math.max(0, now - 20));
        case "unknown":
          return rename(good(input, now));
        case "empty":
          return {};
        case "others":
          return others;
        case "throttled":
          throw fault("throttled", "ThrottlingException");
        case "unavailable":
        case "reset":
          throw fault("unavailable", "ECONNRESET");
      }
      return {};
    };
  const execution: Answerer = ({ pipelineExecutionId: id }, now) => {
    const run = [old, ...visible(now)].find((each) => each.id === id);
    if (run === undefined) throw fault("refused", "PipelineExecutionNotFoundException");
    if (id === "e1") isShown = true;
    return { pipelineExecution: { pipelineExecutionId: id, status: statusOf(run, now) } };
  };
  const other = { pipelineExecutionId: "e9", status: "Succeeded" };
  return {
    answers: {
      GetPipelineExecution: spoiled(execution, { pipelineExecution: other }),
      GetPipelineState: spoiled((_input, now) => ({ stageStates: stagesAt(visible(now), now) }), {
        stageStates: STAGES.map((stageName) => ({ stageName, latestExecution: other })),
      }),
      ListPipelineExecutions: spoiled((_input, now) => ({ pipelineExecutionSummaries: listAt(visible(now), now) }), {
        pipelineExecutionSummaries: [line(old, 0)],
      }),
      ListActionExecutions: spoiled(({ filter }, now) => actionsAt(visible(now), filter, now), {}),
    },
    wasShown: () => isShown,
  };
}

/** The answer with statuses that nobody knows. */
function rename(answer: unknown): unknown {
  const text = JSON.stringify(answer).replaceAll(/"status":"[A-Za-z]+"/g, '"status":"SomethingNew"');
  return JSON.parse(text) as unknown;
}

function stagesAt(runs: readonly Run[], now: number): unknown[] {
  const run = runs.at(-1);
  return STAGES.map((stageName, index) => {
    const older = { stageName, latestExecution: { pipelineExecutionId: "e0", status: "Succeeded" } };
    if (run === undefined) return older;
    const done = ((now - run.from) / (run.endsAt - run.from)) * STAGES.length;
    const status = statusOf(run, now);
    const isOver = done >= STAGES.length;
    const at = isOver ? (status === "Succeeded" ? STAGES.length : 2) : Math.floor(done);
    const id = { pipelineExecutionId: run.id };
    if (index < at) return { stageName, latestExecution: { ...id, status: "Succeeded" } };
    if (index === at) return { stageName, latestExecution: { ...id, status: isOver ? status : "InProgress" } };
    return older;
  });
}

function line(run: Run, now: number): unknown {
  return {
    pipelineExecutionId: run.id,
    status: statusOf(run, now),
    startTime: EPOCH + run.from,
    // A listing tells revisions once the sources are fetched.
    sourceRevisions: now < run.from + 20 ? [] : [{ actionName: "Source", revisionId: run.revision }],
    executionType: run.isRollback ? "ROLLBACK" : "STANDARD",
  };
}

function listAt(runs: readonly Run[], now: number): unknown[] {
  const undone = runs.find(({ outcome, endsAt }) => outcome === "RolledBack" && now >= endsAt);
  const rollback = {
    pipelineExecutionId: "e8",
    status: "InProgress",
    startTime: EPOCH + now,
    executionType: "ROLLBACK",
    trigger: {
      triggerType: "AutomatedRollback",
      triggerDetail: JSON.stringify({ FailedPipelineExecutionId: undone?.id }),
    },
  };
  return [...(undone === undefined ? [] : [rollback]), ...[old, ...runs].map((run) => line(run, now)).reverse()];
}

function actionsAt(runs: readonly Run[], filter: unknown, now: number): unknown {
  const run = runs.find(({ id }) => JSON.stringify(filter).includes(`"${id}"`));
  if (run === undefined || statusOf(run, now) !== "Failed") return { actionExecutionDetails: [] };
  const summary = run.outcome === "Rejected" ? "Rejected by bob" : "it broke";
  const category = run.outcome === "Rejected" ? "Approval" : "Build";
  const action = {
    pipelineExecutionId: run.id,
    stageName: "Test",
    actionName: "Check",
    status: "Failed",
    input: { actionTypeId: { category, provider: "Other" } },
    output: { executionResult: { externalExecutionSummary: summary } },
  };
  return { actionExecutionDetails: [action] };
}
