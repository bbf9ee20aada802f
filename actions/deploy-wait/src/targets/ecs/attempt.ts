/**
 * How the calls of a look at services are made: a fault of AWS is the loop's, a no of ECS is an answer. Questions that may
 * stay without an answer are put through ../asking.ts. It knows no operation.
 */
import { AwsFault } from "@handrail/aws";
import type { AwsPlace } from "../../wait/doors.ts";
import { faultOf, wordsOf } from "../../wait/doors.ts";
import type { Fault } from "../../wait/target.ts";
import { oneLine } from "./words.ts";

/** What came of asking for something. */
export type Answer<T> = { value: T } | { fault: Fault };

/** Of an answer that has nothing about what was asked for. */
export const unanswered = "the answer is not about it";

/** The answer of a call, its fault, or the words with which the service refused it. Aborts and defects are thrown on. */
export async function attempt(ask: () => Promise<unknown>): Promise<Answer<unknown> | { refused: string }> {
  try {
    return { value: await ask() };
  } catch (error) {
    const fault = faultOf(error);
    if (fault !== undefined) return { fault };
    if (!(error instanceof AwsFault)) throw error;
    return { refused: oneLine(wordsOf(error)) };
  }
}

/** An Ask that counts. */
export function countCalls(ask: AwsPlace["ask"]): { ask: AwsPlace["ask"]; made: () => number } {
  let calls = 0;
  return {
    ask: (...call) => {
      calls += 1;
      return ask(...call);
    },
    made: () => calls,
  };
}

/** The list in pieces of at most so many. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < list.length; at += size) pieces.push(list.slice(at, at + size));
  return pieces;
}
