/** What an execution's end means once its actions and the pipeline's other executions are known. Pure. */
import type { Verdict } from "../../wait/verdict.ts";
import { describeAction, failedActions, isRejection } from "./action.ts";
import { describeExecution } from "./execution.ts";
import type { Execution } from "./execution.ts";
import { holdsOurs, newerThan, rollbackOf, successorOf } from "./lineage.ts";
import { repin, stepOf } from "./state.ts";
import type { Deciding, PipelineState, PipelineStep } from "./state.ts";
import type { Answered, PipelineRead } from "./snapshot.ts";

/** Looks for what explains a failure: the first at once, the others 2.5 s apart. The verdict must not be late for it. */
const FAILED_TRIES = 2;
/** Looks for the newer execution that is to be followed. */
const FOLLOW_TRIES = 4;
/** Looks for the proof that a followed execution held our revision. */
const PROOF_TRIES = 6;

const wants: Readonly<Record<"Failed" | "Superseded" | "Succeeded", readonly PipelineRead[]>> = {
  Failed: ["actions", "executions"],
  Superseded: ["executions"],
  Succeeded: ["executions"],
};

/** Asks for what explains the end: at once, then after a while. */
export function askWhy(deciding: Deciding, status: "Failed" | "Superseded" | "Succeeded"): PipelineStep {
  const { state } = deciding;
  const tries = (state.ending?.tries ?? 0) + 1;
  const pace = tries === 1 ? "now" : "near";
  return stepOf({ ...deciding, state: { ...state, ending: { status, tries } } }, pace, status, {
    reads: wants[status],
  });
}

/** What the end comes to, by what was asked for. */
export function explain(deciding: Deciding): PipelineStep {
  const { state, settings, snapshot } = deciding;
  const status = state.ending?.status ?? "Failed";
  const warnings = lacking(snapshot.actions, snapshot.executions);
  if (status === "Failed") return { ...explainFailed(deciding), warnings };
  if (status === "Succeeded") return prove(deciding);
  return settings.onSuperseded === "follow" ? follow(deciding, warnings) : { ...superseded(deciding), warnings };
}

function lacking(...answers: readonly (Answered<unknown> | undefined)[]): string[] {
  return answers.flatMap((answer) =>
    answer !== undefined && "denied" in answer
      ? [`${answer.denied} is not allowed: why the execution ended so can be told only in part`]
      : [],
  );
}

function isFaulty(answer: Answered<unknown> | undefined): boolean {
  return answer !== undefined && "fault" in answer;
}

function end(deciding: Deciding, verdict: Verdict): PipelineStep {
  const { state } = deciding;
  return stepOf(deciding, "moving", state.ending?.status ?? state.execution?.status ?? "", {
    verdict: { ...verdict, cause: `${whoseOf(deciding)}${verdict.cause}` },
  });
}

/** Names the execution when it is not the one that the step was given. */
function whoseOf({ state: { pin, own } }: Deciding): string {
  return pin === own.id ? "" : `execution ${pin}, which took the place of ${own.id}: `;
}

function explainFailed(deciding: Deciding): PipelineStep {
  const { state, snapshot } = deciding;
  const { ending, pin, own, execution, actions = [], listing = [] } = state;
  const isPartly = isFaulty(snapshot.actions) || isFaulty(snapshot.executions);
  if (isPartly && (ending?.tries ?? 0) <= FAILED_TRIES) return askWhy(deciding, "Failed");
  const failed = failedActions(actions);
  const rejection = failed.find(isRejection);
  const rollback = rollbackOf(listing, { ...own, id: pin });
  const told = failed.slice(0, 2).map(describeAction);
  const why = told.length > 0 ? told.join("; ") : execution?.summary || "Failed";
  const undone = rollback === undefined ? "" : `; ${describeRollback(rollback)}`;
  if (rejection !== undefined)
    return end(deciding, { result: "rejected", cause: `${describeAction(rejection)}${undone}` });
  if (rollback === undefined) return end(deciding, { result: "failed", cause: why });
  const result = rollback.status === "Failed" ? "rollback-failed" : "rolled-back";
  return end(deciding, { result, cause: `${why}${undone}` });
}

/** `execution e2 (AutomatedRollback) rolls it back`. */
export function describeRollback({ id, trigger, status }: Execution): string {
  const by = `execution ${id} (${trigger === "" ? "ROLLBACK" : trigger})`;
  return status === "Failed" ? `${by}, which was to roll it back, failed too` : `${by} rolls it back`;
}

function superseded(deciding: Deciding, reason = ""): PipelineStep {
  const { state } = deciding;
  const { pin, own, listing = [] } = state;
  const newer = newerThan(listing, { ...own, id: pin });
  const taker = newer.find(({ status }) => status !== "Superseded") ?? newer[0];
  const by = taker === undefined ? "a newer execution" : `the newer execution ${describeExecution(taker)}`;
  return end(deciding, { result: "superseded", cause: `superseded by ${by}${reason === "" ? "" : `, ${reason}`}` });
}

function follow(deciding: Deciding, warnings: string[]): PipelineStep {
  const { state, snapshot, elapsedMs } = deciding;
  const { listing = [], own, visited, pin, ending } = state;
  const { executions } = snapshot;
  const next = successorOf(listing, own, [...visited, pin]);
  if (next !== undefined) {
    const told = `Execution ${pin} was superseded: the newer execution ${describeExecution(next.execution)} is waited for`;
    const proof = next.isProved
      ? "it holds the same revision, or the next one of the same source"
      : "its revisions are not told yet, and are asked for again before it counts";
    const to = { id: next.execution.id, isProved: next.isProved };
    const moved = { ...deciding, state: repin(state, elapsedMs, to) };
    const warning = `${told}; ${proof}`;
    return stepOf(moved, "now", "followed", { reads: ["execution"], warnings: [...warnings, warning] });
  }
  const isDenied = executions !== undefined && "denied" in executions;
  const hasNewer = newerThan(listing, own).some(({ id }) => id !== pin && !visited.includes(id));
  if (isDenied) return { ...superseded(deciding, "which may not be looked for"), warnings };
  if (hasNewer) return superseded(deciding, "which does not hold our revision");
  if ((ending?.tries ?? 0) < FOLLOW_TRIES) return askWhy(deciding, "Superseded");
  return superseded(deciding, "which is not listed");
}

/**
 * Whether the followed execution holds our revision, by a listing that came beside the look; `isProved` is set by it. The
 * step is the end when it does not.
 */
export function checkProof(deciding: Deciding): { state: PipelineState; end?: PipelineStep } {
  const { state, snapshot } = deciding;
  const { executions } = snapshot;
  const listing = executions !== undefined && "list" in executions ? executions.list : [];
  const other = listing.find(({ id }) => id === state.pin);
  if (state.isProved || other === undefined) return { state };
  const holds = holdsOurs(listing, state.own, other);
  if (holds === "yes") return { state: { ...state, isProved: true } };
  if (holds === "unknown") return { state };
  const cause = "it does not hold our revision";
  return { state, end: end(deciding, { result: "superseded", cause }) };
}

/** A followed execution succeeded: it counts when it held our revision. */
function prove(deciding: Deciding): PipelineStep {
  const { state, snapshot } = deciding;
  const { listing = [], own, pin, ending } = state;
  const { executions } = snapshot;
  const other = listing.find(({ id }) => id === pin);
  const isAnswered = executions !== undefined && "list" in executions && other !== undefined;
  if (!isAnswered && (ending?.tries ?? 0) < PROOF_TRIES) return askWhy(deciding, "Succeeded");
  const holds = isAnswered ? holdsOurs(listing, own, other) : "no";
  if (holds !== "no") return end(deciding, { result: "success", cause: "succeeded" });
  const doubt = isAnswered ? "it does not hold our revision" : "whether it holds our revision could not be asked";
  return end(deciding, { result: "superseded", cause: `it succeeded, but ${doubt}` });
}
