/** Asks the database about our lock, again when the connection is lost. What is asked may be asked twice without harm. */
import { DatabaseFailure } from "@handrail/database";
import type { Query, Row } from "@handrail/database";
import type { Clock } from "@handrail/runner";

/** How to ask. */
export type Asking = {
  query: Query;
  clock: Clock;
  /** Ends the waiting between two tries. */
  signal?: AbortSignal | undefined;
};

const MAX_TRIES = 4;
const PAUSE_MS = 2000;

/** Whether the same question may have an answer in a moment. */
export function isPassing(error: unknown): boolean {
  return error instanceof DatabaseFailure && (error.kind === "unreachable" || error.kind === "locked");
}

/** Whether it is that kind of DatabaseFailure. */
export function isKind(error: unknown, kind: DatabaseFailure["kind"]): boolean {
  return error instanceof DatabaseFailure && error.kind === kind;
}

/** Sends statements, four times at most; resolves with the rows of the last one. @throws DatabaseFailure */
export async function ask(asking: Asking, statements: readonly string[]): Promise<readonly Row[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answers = await asking.query(statements);
      return answers.at(-1) ?? [];
    } catch (error) {
      if (!isPassing(error) || tries === MAX_TRIES) throw error;
      await asking.clock.sleep(PAUSE_MS * tries, asking.signal);
    }
  }
}
