/** What snapshots of a pipeline's execution mean. Pure; it asks nothing. Ends are explained in endings.ts. */
import type { Verdict } from "../../wait/verdict.ts";
import { askWhy, checkProof, explain } from "./endings.ts";
import type { Execution } from "./execution.ts";
import { newestAfter } from "./lineage.ts";
import { describePlace, isBlocked, isUnderWay, warningOf } from "./place.ts";
import { beginState, remember, repin, stepOf } from "./state.ts";
import type { Deciding, PipelineSettings, PipelineState, PipelineStep } from "./state.ts";
import type { PipelineSnapshot } from "./snapshot.ts";

/** An execution that was never seen after this time does not exist, ms. AWS shows a new one seconds late. */
const APPEARS_WITHIN_MS = 60_000;
/** What began before the wait by less than the slack may be a stranger's: ours gets this long to show itself, ms. */
const PATIENCE_MS = 10_000;
const SLACK_MS = 60_000;

/** The machine of one pipeline. Success is of the pinned execution, or of one that it follows and that holds its revision. */
export function nextOfPipeline(
  settings: PipelineSettings,
  page: (execution: string) => string,
): (state: PipelineState | undefined, snapshot: PipelineSnapshot, elapsedMs: number) => PipelineStep {
  return (before, snapshot, elapsedMs) => {
    const state = remember(before ?? beginState(settings, snapshot), snapshot);
    const looked = { settings, page, state, snapshot, elapsedMs };
    if (state.pin === "") return choose(looked);
    if (state.ending !== undefined) return explain(looked);
    const proof = checkProof(looked);
    if (proof.end !== undefined) return proof.end;
    const deciding = { ...looked, state: proof.state };
    const execution = ownIn(deciding);
    const step = execution === undefined ? withoutExecution(deciding) : judge(deciding, execution);
    return withWarnings(deciding, step);
  };
}

/** The pinned execution in the answers: its own, or the line about it in a listing. */
function ownIn({ state: { pin }, snapshot: { execution, executions } }: Deciding): Execution | undefined {
  if (execution?.id === pin) return execution;
  return executions !== undefined && "list" in executions ? executions.list.find(({ id }) => id === pin) : undefined;
}

function withWarnings({ snapshot: { stages } }: Deciding, step: PipelineStep): PipelineStep {
  if (stages === undefined || !("denied" in stages)) return step;
  const lack = `${stages.denied} is not allowed: open approvals and disabled transitions cannot be told`;
  return { ...step, warnings: [...(step.warnings ?? []), lack] };
}

/** Nothing is pinned: the newest execution that began after the wait, when it is there. */
function choose(deciding: Deciding): PipelineStep {
  const { settings, state, snapshot, elapsedMs } = deciding;
  const { startedAfterMs } = snapshot;
  const found = newestAfter(state.listing ?? [], startedAfterMs - SLACK_MS);
  const isSure = (found?.startMs ?? 0) >= startedAfterMs || elapsedMs >= PATIENCE_MS;
  if (found !== undefined && isSure) {
    const pinned = { ...deciding, state: repin(state, elapsedMs, { id: found.id, isProved: true }) };
    return stepOf(pinned, "now", "found", { reads: ["execution", "state"] });
  }
  const reads = ["executions"] as const;
  const progress = "no execution yet";
  if (snapshot.isInvalid !== true && elapsedMs < APPEARS_WITHIN_MS) {
    return stepOf(deciding, "starting", progress, { reads });
  }
  const { pipeline } = settings;
  const since = new Date(startedAfterMs).toISOString();
  const verdict: Verdict =
    snapshot.missing === undefined && (state.listing ?? []).length === 0
      ? { result: "not-found", cause: `CodePipeline lists no execution of pipeline ${pipeline}` }
      : snapshot.missing === undefined
        ? { result: "noop", cause: `no new deployment: no execution of pipeline ${pipeline} began after ${since}` }
        : { result: "not-found", cause: `there is no pipeline ${pipeline} (${snapshot.missing})` };
  return stepOf(deciding, "moving", progress, { reads, verdict });
}

/** The answers do not hold the execution. */
function withoutExecution(deciding: Deciding): PipelineStep {
  const { state, snapshot } = deciding;
  if (snapshot.reads.includes("execution")) return state.isSeen ? lost(deciding) : unseen(deciding);
  const { place, execution } = state;
  // Only the stages were read: what they show is enough as long as nothing has ended.
  if (place !== undefined && isUnderWay(place)) return underWay(deciding, execution?.status ?? "InProgress");
  return stepOf(deciding, "now", execution?.status ?? "InProgress", { reads: ["execution"] });
}

function lost(deciding: Deciding): PipelineStep {
  const { state, snapshot } = deciding;
  const said = snapshot.missing ?? "CodePipeline's answer is not about it";
  return stepOf(deciding, "moving", `${state.execution?.status ?? ""}, not seen any more`, {
    reads: ["execution", "executions"],
    warnings: [`Execution ${state.pin} was seen before and is not seen now (${said}); waiting goes on`],
  });
}

function unseen(deciding: Deciding): PipelineStep {
  const { settings, state, snapshot, elapsedMs } = deciding;
  const progress = "not visible yet";
  if (snapshot.isInvalid !== true && elapsedMs - state.pinnedMs < APPEARS_WITHIN_MS) {
    return stepOf(deciding, "starting", progress, { reads: ["execution"] });
  }
  const said = snapshot.missing ?? "CodePipeline's answers are not about it";
  const { pin, own } = state;
  const verdict: Verdict =
    pin === own.id
      ? { result: "not-found", cause: `pipeline ${settings.pipeline} has no execution ${pin} (${said})` }
      : { result: "superseded", cause: `superseded by execution ${pin}, which is not to be found (${said})` };
  return stepOf(deciding, "moving", progress, { verdict });
}

function judge(deciding: Deciding, execution: Execution): PipelineStep {
  const { status, summary } = execution;
  const { state } = deciding;
  const said = summary === "" ? "" : `: ${summary}`;
  const end = (verdict: Verdict): PipelineStep => stepOf(deciding, "moving", status, { verdict });
  switch (status) {
    case "InProgress":
      return underWay(deciding, status);
    case "Succeeded":
      if (!state.isProved) return askWhy(deciding, "Succeeded");
      return { ...end({ result: "success", cause: "" }), warnings: rollbackWarning(execution) };
    case "Failed":
    case "Superseded":
      return askWhy(deciding, status);
    // It is known now how it ends; what still runs finishes first.
    case "Stopping":
    case "Stopped":
      return end({ result: "stopped", cause: `${status}${said}` });
    case "Cancelled":
      return end({
        result: "cancelled",
        cause: `Cancelled: the pipeline's definition was changed before the execution had ended${said}`,
        remedy: "Start the pipeline again: the new definition holds.",
      });
    default: {
      const step = underWay(deciding, status === "" ? "no status" : status);
      const unknown = `CodePipeline tells the unknown status "${status}"; waiting goes on`;
      return { ...step, warnings: [...(step.warnings ?? []), unknown] };
    }
  }
}

function rollbackWarning({ id, isRollback }: Execution): string[] {
  return isRollback ? [`Execution ${id} is itself a rollback: its success puts a former revision back`] : [];
}

function underWay(deciding: Deciding, status: string): PipelineStep {
  const { state, page } = deciding;
  const { place } = state;
  if (place === undefined) return stepOf(deciding, "moving", status);
  const warning = warningOf(place, page(state.pin));
  const isEnding = place.isLast && (place.status === "InProgress" || place.status === "Succeeded");
  // Seen to move through its stages, it will be seen to enter the last one.
  const usual = state.cadence.isLive ? "far" : "moving";
  const pace = isBlocked(place) ? "blocked" : isEnding ? "near" : usual;
  const progress = `${status}, ${describePlace(place)}`;
  return stepOf(deciding, pace, progress, warning === undefined ? {} : { warnings: [warning] });
}
