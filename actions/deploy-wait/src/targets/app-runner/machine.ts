/**
 * What snapshots of an App Runner service mean: success is our operation SUCCEEDED, nothing else. The status of the service
 * proves nothing: it is RUNNING before, after, and when a deployment was rolled back. Pure; it asks nothing.
 */
import { cutLine } from "../../line.ts";
import type { Pace, Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { isDeploying, isUnderWay } from "./operation.ts";
import type { Operation } from "./operation.ts";

/** What is read. */
export type AppRunnerRead = "operations" | "service";

/** What one look saw. */
export type AppRunnerSnapshot = {
  /** What began after this may be ours: ms since 1970 in AWS's time, with slack. */
  since: number;
  /** What began after this is ours: without slack. */
  start: number;
  /** Absent when they were not told. */
  operations?: readonly Operation[];
  /** App Runner does not know the service; its words. */
  missing?: string;
  /** Its status, when it was asked for; "" when it was not told. */
  serviceStatus?: string;
  /** Why the service's status is not known. */
  lack?: string;
};

/** What is remembered. Instants are ms elapsed. */
export type AppRunnerState = {
  /** Id of our operation; "" while it is not known. */
  pin: string;
  operation?: Operation;
  serviceStatus: string;
  missing?: { since: number; words: string };
  lack?: string;
};

type AppRunnerStep = Step<AppRunnerState, AppRunnerRead>;

/** What is not there by then will not come, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** An operation that ended before the step began is ours when no newer one shows up for so long, ms. */
const NEWER_WITHIN_MS = 20_000;

/** The machine; `id` is the operation's, "" for the newest that began after the start. */
export function nextOfOperation(
  id: string,
): (before: AppRunnerState | undefined, seen: AppRunnerSnapshot, elapsedMs: number) => AppRunnerStep {
  return (before, seen, elapsedMs) => {
    const state = remember(before ?? { pin: id, serviceStatus: "" }, seen, elapsedMs);
    const { operation, pin, lack } = state;
    const step = operation === undefined ? unseen(state, seen, elapsedMs) : judge(state, operation);
    const facts = {
      ...(pin === "" ? {} : { pinned: pin }),
      ...(operation === undefined || operation.type === "" ? {} : { type: operation.type }),
    };
    return { ...step, facts, warnings: [...(step.warnings ?? []), ...(lack === undefined ? [] : [lack])] };
  };
}

function remember(before: AppRunnerState, seen: AppRunnerSnapshot, elapsedMs: number): AppRunnerState {
  const { missing: _, ...rest } = before;
  const words = seen.missing ?? (seen.operations === undefined ? before.missing?.words : undefined);
  const state: AppRunnerState = {
    ...rest,
    ...(words === undefined ? {} : { missing: { since: before.missing?.since ?? elapsedMs, words } }),
    ...(seen.lack === undefined ? {} : { lack: seen.lack }),
    serviceStatus: seen.serviceStatus ?? before.serviceStatus,
  };
  const operations = seen.operations ?? [];
  const found =
    state.pin === "" ? findNewest(operations, seen, elapsedMs) : operations.find((each) => each.id === state.pin);
  if (found === undefined) return state;
  // An answer that is older than the last one.
  const isOlder = state.operation !== undefined && rank(found) < rank(state.operation);
  return isOlder ? state : { ...state, pin: found.id, operation: found };
}

function rank({ status }: Operation): number {
  return status === "PENDING" ? 0 : status === "IN_PROGRESS" ? 1 : status === "ROLLBACK_IN_PROGRESS" ? 2 : 3;
}

/** The newest operation that deploys and may be ours; App Runner runs one at a time. */
function findNewest(
  operations: readonly Operation[],
  { since, start }: AppRunnerSnapshot,
  elapsedMs: number,
): Operation | undefined {
  const [newest] = operations
    .filter((each) => each.id !== "" && isDeploying(each))
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  if (newest === undefined || isUnderWay(newest)) return newest;
  const { startedAt } = newest;
  if (startedAt === undefined || startedAt < since) return undefined;
  return startedAt >= start || elapsedMs >= NEWER_WITHIN_MS ? newest : undefined;
}

function judge(state: AppRunnerState, operation: Operation): AppRunnerStep {
  const { status, type } = operation;
  const verdict = verdictOf(operation);
  const isKnown = verdict !== undefined || isUnderWay(operation);
  const told = cutLine(status === "" ? "no status" : status, 60);
  const what = type === "" ? "" : ` (${cutLine(type, 60)})`;
  return {
    state,
    ...(verdict === undefined ? {} : { verdict }),
    pace: "moving",
    reads: ["operations"],
    progress: `${told}${what}`,
    stage: status === "" ? "" : told,
    warnings: isKnown ? [] : [`App Runner tells the unknown status "${told}" of the operation; waiting goes on`],
  };
}

function verdictOf({ status, type, id }: Operation): Verdict | undefined {
  const cause = `operation ${id}${type === "" ? "" : ` (${type})`} is ${status}`;
  switch (status) {
    case "SUCCEEDED":
      return { result: "success", cause: "" };
    case "FAILED":
      return { result: "failed", cause };
    case "ROLLBACK_IN_PROGRESS":
    case "ROLLBACK_SUCCEEDED":
      return { result: "rolled-back", cause };
    case "ROLLBACK_FAILED":
      return { result: "rollback-failed", cause };
    default:
      return undefined;
  }
}

/** Statuses that a service never leaves for a good one. */
const lost: ReadonlySet<string> = new Set(["CREATE_FAILED", "DELETED", "DELETE_FAILED"]);

function unseen(state: AppRunnerState, seen: AppRunnerSnapshot, elapsedMs: number): AppRunnerStep {
  const { pin, missing, serviceStatus } = state;
  const pace: Pace = elapsedMs < APPEARS_WITHIN_MS ? "starting" : "moving";
  const status = serviceStatus === "" ? "" : `, the service is ${cutLine(serviceStatus, 60)}`;
  const of = pin === "" ? "no operation began yet" : `operation ${pin} is not visible yet`;
  const progress = missing === undefined ? `${of}${status}` : `unknown to App Runner (${cutLine(missing.words, 200)})`;
  const step: AppRunnerStep = { state, pace, reads: ["operations", "service"], progress, stage: "" };
  if (missing !== undefined) {
    if (elapsedMs - missing.since < APPEARS_WITHIN_MS) return step;
    return { ...step, verdict: { result: "not-found", cause: cutLine(missing.words, 300) } };
  }
  if (seen.serviceStatus !== undefined && lost.has(seen.serviceStatus)) {
    return { ...step, verdict: { result: "failed", cause: `the service is ${seen.serviceStatus}` } };
  }
  if (elapsedMs < APPEARS_WITHIN_MS) return step;
  if (pin !== "") {
    return {
      ...step,
      verdict: { result: "not-found", cause: `there is no operation ${pin} of this service${status}` },
    };
  }
  return { ...step, ...unbegun(state, seen) };
}

/** Nothing began: only when that was told, and the service itself says nothing else. */
function unbegun({ serviceStatus }: AppRunnerState, { operations }: AppRunnerSnapshot): { verdict?: Verdict } {
  if (operations === undefined || serviceStatus === "OPERATION_IN_PROGRESS") return {};
  const [last] = operations.filter(isDeploying).toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  const cause = "no operation began since the step's start";
  if (last === undefined || last.status === "SUCCEEDED") return { verdict: { result: "noop", cause } };
  const before = verdictOf(last);
  return {
    verdict: { result: before?.result ?? "inconclusive", cause: `${cause}; the last ${before?.cause ?? last.status}` },
  };
}
