/** What is seen of a stack, what is remembered of it, and the step that goes on. Types and one function; it decides nothing. */
import type { Pace, Step } from "../../wait/target.ts";
import type { Result } from "../../wait/verdict.ts";
import type { Moment, OperationKind, Stack } from "./stack.ts";

/** What a look reads: the stack; and, when an operation was followed by another, its events. */
export type Read = "stack" | "history";

/** What a look saw. */
export type Snapshot = {
  /** `missing`: CloudFormation says that there is none. Undefined: the answer told nothing. */
  stack: Stack | "missing" | undefined;
  /** What began before this is not ours: AWS's time, ms since 1970. */
  floor: number;
  /** Present when it was asked for; empty when it could not be had. */
  history?: { moments: readonly Moment[]; warning?: string };
};

/** The operation that is waited for. */
export type Operation = {
  kind: OperationKind;
  begunAt?: number;
  /** It may be one from before: found at its end, or begun before `floor`. A newer one takes its place. */
  isTentative: boolean;
  /** It was seen under way. */
  wasMoving: boolean;
  /** When it was seen first, ms elapsed. */
  sinceMs: number;
};

/** What is remembered. */
export type State = {
  /** The first look, ms elapsed. */
  firstMs: number;
  /** Pinned with the operation; "" before. */
  stackId: string;
  /** The newest status; "" before there was one. */
  status: string;
  operation?: Operation;
  /** An end that was seen, and since when, ms elapsed. */
  held?: { result: Result; sinceMs: number };
  /** Since when, and in how many looks in a row, CloudFormation says that there is no such stack. */
  missing?: { sinceMs: number; count: number };
  /** The deletion is one of a stack that stood: not the end of a creation that failed. */
  isDeleteChecked?: boolean;
};

/** A step that goes on. */
export function going(state: State, stack: Stack, pace: Pace, reads: readonly Read[] = ["stack"]): Step<State, Read> {
  const { operation } = state;
  const reason = stack.reason === "" ? "" : ` (${stack.reason})`;
  return {
    state: { ...state, status: stack.status },
    pace,
    reads,
    progress: `${stack.status}${reason}`,
    stage: stack.status,
    facts: {
      status: stack.status,
      ...(state.stackId === "" ? {} : { pinned: state.stackId }),
      ...(operation === undefined ? {} : { operation: operation.kind }),
      ...(operation?.begunAt === undefined ? {} : { begunAt: new Date(operation.begunAt).toISOString() }),
    },
  };
}
