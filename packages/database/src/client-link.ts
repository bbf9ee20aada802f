/** One connection at a time, made when it is needed and made again when it was lost; one question after another. */
import { DeadlineError, withDeadline } from "@handrail/runner";
import type { Clock } from "@handrail/runner";
import { lostConnection, toDatabaseFailure } from "./client-fault.ts";
import { DatabaseFailure } from "./query.ts";
import type { Engine, Query, Row } from "./query.ts";

/** A connection of a driver. */
export type Connection = {
  /** Sends one statement. Rejects with what the driver throws. `signal` ends waiting for a file, nothing else. */
  ask(statement: string, signal: AbortSignal): Promise<readonly Row[]>;
  /** Called after the last statement of a question. */
  release?(): void;
  /** Whether it is known to be of no use any more. */
  isLost(): boolean;
  /** Has the server end what it does for this connection, as far as it listens, and ends it. Never rejects. */
  cut(): Promise<void>;
  /** Ends it in good order. Never rejects. */
  end(): Promise<void>;
};

/** Makes a connection; rejects with what the driver throws. When `signal` is aborted nothing stays open. */
export type Connect = (signal: AbortSignal) => Promise<Connection>;

/** Questions over connections that come and go. */
export type Link = { query: Query; close(): Promise<void> };

/** What a link is made with. `signal` ends what is under way, and all that comes after it. */
export type LinkOptions = { engine: Engine; clock: Clock; signal?: AbortSignal | undefined };

/** How long a connection may take to be made, ms. */
const CONNECT_MS = 10_000;
const BEGINS = /^\s*(?:begin|start\s+transaction|savepoint)\b/i;

/** Makes a link. Nothing is opened before the first question. */
export function createLink(options: LinkOptions, connect: Connect): Link {
  const closing = new AbortController();
  const ending = options.signal === undefined ? closing.signal : AbortSignal.any([options.signal, closing.signal]);
  const partings: Promise<void>[] = [];
  let live: Connection | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const reach = async (): Promise<Connection> => {
    if (live?.isLost() === true) {
      partings.push(live.end());
      live = undefined;
    }
    live ??= await connectInTime(options, connect, ending);
    return live;
  };
  const askAll = async (statements: readonly string[]): Promise<readonly (readonly Row[])[]> => {
    ending.throwIfAborted();
    const connection = await reach();
    const answers: (readonly Row[])[] = [];
    try {
      for (const statement of statements) answers.push(await untilAborted(ask(connection, statement, ending), ending));
      return answers;
    } catch (error) {
      const failure: unknown = ending.aborted ? ending.reason : toDatabaseFailure(options.engine, error);
      if (!(await isGood(connection, statements, failure, ending))) {
        live = undefined;
        partings.push(ending.aborted ? connection.cut() : connection.end());
      }
      throw failure;
    } finally {
      connection.release?.();
    }
  };
  return {
    query: (statements) => {
      const answer = turn.then(() => askAll(statements));
      turn = answer.catch(() => undefined);
      return answer;
    },
    close: async () => {
      closing.abort(lostConnection("CONNECTION_LOST", "the connection was closed"));
      await turn;
      if (live !== undefined) partings.push(live.end());
      live = undefined;
      await Promise.all(partings);
    },
  };
}

async function connectInTime(
  { engine, clock }: LinkOptions,
  connect: Connect,
  ending: AbortSignal,
): Promise<Connection> {
  try {
    return await withDeadline({ clock, ms: CONNECT_MS, signal: ending }, connect);
  } catch (error) {
    ending.throwIfAborted();
    if (error instanceof DeadlineError) throw lostConnection("TIMEOUT", "there was no connection within 10 s", error);
    throw toDatabaseFailure(engine, error);
  }
}

function ask(connection: Connection, statement: string, ending: AbortSignal): Promise<readonly Row[]> {
  // A protocol that ends texts with a NUL would send half of it.
  if (!statement.includes("\0")) return connection.ask(statement, ending);
  throw new DatabaseFailure({ kind: "refused", code: "NUL", message: "a statement has a NUL" });
}

/** Whether a connection is as it was before a question that failed: there, and in no transaction. */
async function isGood(
  connection: Connection,
  statements: readonly string[],
  failure: unknown,
  ending: AbortSignal,
): Promise<boolean> {
  if (!(failure instanceof DatabaseFailure) || failure.kind === "unreachable" || connection.isLost()) return false;
  if (!statements.some((statement) => BEGINS.test(statement))) return true;
  return connection.ask("rollback", ending).then(
    () => true,
    () => false,
  );
}

/** Rejects with the reason of the signal when that is aborted first. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const done = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true, signal: done.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    done.abort();
  }
}
