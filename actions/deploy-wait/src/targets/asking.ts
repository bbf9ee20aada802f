/**
 * How questions that may stay without an answer are put, and requests to stop: a no of AWS is an answer here. What is not
 * about AWS (an abort, a defect) is thrown on.
 */
import { AwsFault } from "@handrail/aws";
import { wordsOf } from "../wait/doors.ts";
import type { StopReport } from "../wait/target.ts";

/** What a question came to. `denied` holds the IAM action that is missing; `fault` the words of what went wrong. */
export type Maybe<T = unknown> = { answer: T } | { denied: string } | { fault: string };

/** Asks once; AWS may say no. */
export async function askMaybe<T>(ask: () => Promise<T>): Promise<Maybe<T>> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    return error.kind === "denied" ? { denied: error.action } : { fault: wordsOf(error) };
  }
}

/** The answer, undefined when there was none. */
export function answerOf<T>(maybe: Maybe<T>): T | undefined {
  return "answer" in maybe ? maybe.answer : undefined;
}

/** The permission that is missing, as a list. */
export function lackOf(...maybes: readonly Maybe[]): string[] {
  return [...new Set(maybes.flatMap((maybe) => ("denied" in maybe ? [maybe.denied] : [])))];
}

/**
 * Sends a request to stop; once more when our clock was wrong, because then the second one is signed with AWS's time.
 * `what` is the request as it is told: `StopBuild`. `more` adds what the answer says.
 */
export async function sendStop(
  what: string,
  send: () => Promise<unknown>,
  more: (answer: unknown) => string = () => "",
): Promise<StopReport> {
  for (let tries = 1; ; tries += 1) {
    try {
      const said = more(await send());
      return { isAccepted: true, told: `${what} was accepted${said === "" ? "" : ` (${said})`}` };
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      if (error.kind === "skewed" && tries === 1) continue;
      return { isAccepted: false, told: `${what} was not accepted (${wordsOf(error)})` };
    }
  }
}
