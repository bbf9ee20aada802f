/**
 * How an operation ended that another one followed before its end was seen: what the stack's events tell. Pure.
 */
import { meaningOf } from "./stack.ts";
import type { Moment, OperationKind } from "./stack.ts";

/** The times of a stack and of its events are set by different hands. */
const SAME_MS = 2000;

/** The operation that is asked about. `begunAt` is AWS's time; absent when no answer told it. */
export type Begun = { kind: OperationKind; begunAt?: number };

/**
 * What events (oldest first) tell of an operation: the status that it ended with (a rollback's first one), `open` when
 * nothing was begun after it, undefined when they do not tell.
 */
export function endOf(operation: Begun, moments: readonly Moment[]): string | undefined {
  const start = startOf(operation, moments);
  if (start === undefined) return undefined;
  const later = moments.slice(start + 1);
  for (const { status } of later) {
    const meaning = meaningOf(status);
    if (meaning === undefined || meaning.phase === "tidying") continue;
    if (isStart(status)) return undefined;
    return status;
  }
  return "open";
}

/** The status before a deletion began: `CREATE_IN_PROGRESS` when the creation never ended. Undefined when they do not tell. */
export function statusBeforeDelete(moments: readonly Moment[]): string | undefined {
  const at = moments.findLastIndex(({ status }) => status === "DELETE_IN_PROGRESS");
  return at < 1 ? undefined : moments[at - 1]?.status;
}

function startOf({ kind, begunAt }: Begun, moments: readonly Moment[]): number | undefined {
  const isOurs = ({ at, status }: Moment): boolean =>
    status === `${kind}_IN_PROGRESS` && (begunAt === undefined || Math.abs(at - begunAt) <= SAME_MS);
  const found = moments.findLastIndex(isOurs);
  return found < 0 ? undefined : found;
}

function isStart(status: string): boolean {
  return meaningOf(status)?.phase === "moving";
}
