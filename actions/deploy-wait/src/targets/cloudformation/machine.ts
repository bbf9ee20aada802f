/**
 * What snapshots of a stack mean: which operation is ours, and how it ended. Pure; it asks nothing and knows no clock.
 *
 * The first answers may be older than the operation that was just begun. So a status that is an end counts only for an
 * operation that was seen under way, or that began after `floor` by AWS's own times; and an operation is known by the instant
 * at which it began. https://github.com/aws-actions/aws-cloudformation-github-deploy/blob/197fa4a/src/deploy.ts takes the
 * first status it sees.
 */
import type { Step } from "../../wait/target.ts";
import type { Result, Verdict } from "../../wait/verdict.ts";
import { endOf, statusBeforeDelete } from "./history.ts";
import { isUnderWay, meaningOf } from "./stack.ts";
import type { Meaning, Moment, OperationKind, Stack } from "./stack.ts";
import { going } from "./state.ts";
import type { Operation, Read, Snapshot, State } from "./state.ts";
import { absent, resting } from "./unbegun.ts";
import { verdictFor } from "./verdicts.ts";

/** An end of an operation that may be an older one has to stand for this long, ms. */
const OLD_HOLD_MS = 20_000;
/** An end that was there from the beginning, or at once. */
const HOLD_MS = 5000;
/** An operation that was seen under way for this long has really begun. */
const BEGUN_MS = 8000;

/** The machine. */
export function next(before: State | undefined, snapshot: Snapshot, elapsedMs: number): Step<State, Read> {
  const state = before ?? { firstMs: elapsedMs, stackId: "", status: "" };
  const { stack } = snapshot;
  if (stack === "missing" || stack === undefined) return absent(state, stack === "missing", elapsedMs);
  const { missing: _, ...rest } = state;
  const meaning = meaningOf(stack.status);
  if (meaning === undefined) {
    const warning = `CloudFormation reports a status that is not known here: ${stack.status}`;
    return { ...going(rest, stack, "moving"), warnings: [warning] };
  }
  if (meaning.phase === "reviewing" || isOld(rest.operation, stack, meaning)) {
    if (rest.operation === undefined) return resting(rest, stack, meaning, elapsedMs);
    return going(rest, { ...stack, status: rest.status, reason: "" }, "moving");
  }
  const { operation } = rest;
  if (operation === undefined) {
    const isNew = stack.begunAt !== undefined && stack.begunAt >= snapshot.floor;
    if (!isUnderWay(meaning.phase) && !isNew) return resting(rest, stack, meaning, elapsedMs);
    return follow(adopt(rest, stack, meaning, snapshot, elapsedMs), stack, meaning, snapshot, elapsedMs);
  }
  if (isAnother(operation, stack, meaning)) return afterAnother(rest, operation, stack, meaning, snapshot, elapsedMs);
  return follow(rest, stack, meaning, snapshot, elapsedMs);
}

/** Whether an answer is older than the operation, or leaves out what would tell. */
function isOld(operation: Operation | undefined, stack: Stack, { phase }: Meaning): boolean {
  if (operation?.begunAt === undefined) return false;
  if (stack.begunAt === undefined) return !isUnderWay(phase);
  return stack.begunAt < operation.begunAt;
}

function isAnother(operation: Operation, stack: Stack, { kind }: Meaning): boolean {
  if (operation.kind !== kind) return true;
  return operation.begunAt !== undefined && stack.begunAt !== undefined && stack.begunAt > operation.begunAt;
}

function adopt(state: State, stack: Stack, { kind, phase }: Meaning, { floor }: Snapshot, sinceMs: number): State {
  const wasMoving = isUnderWay(phase);
  const isOlder = stack.begunAt !== undefined && stack.begunAt < floor;
  const { held: _, isDeleteChecked: __, ...rest } = state;
  const operation: Operation = {
    kind,
    isTentative: !wasMoving || isOlder,
    wasMoving,
    sinceMs,
    ...(stack.begunAt === undefined ? {} : { begunAt: stack.begunAt }),
  };
  return { ...rest, stackId: stack.id, operation };
}

/** The stack shows an operation that is not the one we wait for. */
function afterAnother(
  state: State,
  operation: Operation,
  stack: Stack,
  meaning: Meaning,
  snapshot: Snapshot,
  elapsedMs: number,
): Step<State, Read> {
  if (operation.isTentative) {
    return follow(adopt(state, stack, meaning, snapshot, elapsedMs), stack, meaning, snapshot, elapsedMs);
  }
  const { history } = snapshot;
  if (history === undefined) return going(state, stack, "now", ["stack", "history"]);
  const end = endOf(operation, history.moments);
  const warnings = history.warning === undefined ? {} : { warnings: [history.warning] };
  if (end === "open" && operation.kind === meaning.kind && stack.begunAt !== undefined) {
    const moved = { ...state, operation: { ...operation, begunAt: stack.begunAt } };
    return follow(moved, stack, meaning, snapshot, elapsedMs);
  }
  const step = { ...going(state, stack, "near"), ...warnings };
  const ended = end === undefined || end === "open" ? undefined : meaningOf(end);
  if (end !== undefined && ended !== undefined) {
    return { ...step, verdict: verdictFor(ended, { ...stack, status: end, reason: "" }) };
  }
  const isBack = meaning.phase === "rolling-back" || meaning.phase === "rolled-back";
  if (isBack && operation.kind === meaning.kind) return { ...step, verdict: verdictFor(meaning, stack) };
  return { ...step, verdict: unseenEnd(operation.kind, stack, meaning) };
}

/** The stack shows our operation. */
function follow(
  state: State,
  stack: Stack,
  meaning: Meaning,
  snapshot: Snapshot,
  elapsedMs: number,
): Step<State, Read> {
  const { operation } = state;
  if (operation === undefined) return going(state, stack, "moving");
  if (operation.kind === "DELETE" && state.isDeleteChecked !== true) {
    const isNew = stack.createdAt !== undefined && stack.createdAt >= snapshot.floor;
    if (isNew && snapshot.history === undefined) return going(state, stack, "now", ["stack", "history"]);
    const verdict = isNew ? failedCreation(stack, snapshot.history?.moments ?? []) : undefined;
    if (verdict !== undefined) return { ...going(state, stack, "near"), verdict };
    // An answer without times proves nothing; the next one may have them.
    if (stack.createdAt !== undefined) {
      return follow({ ...state, isDeleteChecked: true }, stack, meaning, snapshot, elapsedMs);
    }
  }
  if (meaning.phase === "moving" || meaning.phase === "tidying") {
    const { held: _, ...rest } = state;
    const isDated = operation.begunAt === undefined && stack.begunAt !== undefined;
    const dated = isDated ? adopt(rest, stack, meaning, snapshot, operation.sinceMs).operation : operation;
    const seen: Operation = { ...(dated ?? operation), wasMoving: true };
    const isNear = meaning.phase === "tidying" || stack.isSettling;
    // The clean-up of an update shows itself before its end; nothing else does.
    const usual = stack.status === "UPDATE_IN_PROGRESS" ? "far" : "moving";
    return going({ ...rest, operation: seen }, stack, isNear ? "near" : usual);
  }
  const verdict = verdictFor(meaning, stack);
  const held = state.held?.result === verdict.result ? state.held : { result: verdict.result, sinceMs: elapsedMs };
  const step = going({ ...state, held }, stack, "near");
  if (elapsedMs - held.sinceMs < holdOf(operation, stack, snapshot.floor, elapsedMs)) return step;
  return { ...step, verdict };
}

function holdOf(operation: Operation, stack: Stack, floor: number, elapsedMs: number): number {
  if (operation.wasMoving && (operation.isTentative || (stack.begunAt ?? floor) < floor)) return OLD_HOLD_MS;
  const isCertain =
    operation.wasMoving && (operation.begunAt !== undefined || elapsedMs - operation.sinceMs >= BEGUN_MS);
  const isRollback = operation.sinceMs === elapsedMs && meaningOf(stack.status)?.phase === "rolling-back";
  return isCertain || isRollback ? 0 : HOLD_MS;
}

/** A stack that was made a moment ago and is deleted: a creation with `OnFailure: DELETE` that failed looks the same. */
function failedCreation(stack: Stack, moments: readonly Moment[]): Verdict | undefined {
  const status = statusBeforeDelete(moments);
  if (status === undefined) {
    const cause = `the stack was created a moment ago and is being deleted (${stack.status}); its events do not tell whether a deletion was asked for, or its creation failed`;
    return { result: "inconclusive", cause };
  }
  const phase = meaningOf(status)?.phase;
  if (phase === "good" || phase === "tidying" || phase === undefined) return undefined;
  const reason = stack.reason === "" ? "" : `: ${stack.reason}`;
  return { result: "failed", cause: `the creation did not end well (${status}) and the stack is deleted${reason}` };
}

function unseenEnd(kind: OperationKind, stack: Stack, { kind: other }: Meaning): Verdict {
  const result: Result = other === "DELETE" ? "failed" : "superseded";
  const what = other === "DELETE" ? "the stack was deleted" : "another operation began";
  const reason = stack.reason === "" ? "" : `: ${stack.reason}`;
  return { result, cause: `${what} before the end of our ${kind} was seen (${stack.status}${reason})` };
}
