/**
 * Contenders for a lock on one table, with somebody who decides what happens next: whose statement is carried out, whose answer
 * is lost, who dies. SQLite in memory stands for the database, so that the statements are really carried out.
 */
import { DatabaseSync } from "node:sqlite";
import { DatabaseFailure } from "@handrail/database";
import type { DatabaseFaultKind, Query, Row } from "@handrail/database";
import type { Clock } from "@handrail/runner";

/** What becomes of a question: `lost-before` and `lost-after`: no answer, and it was not or was carried out; `late`: it will be. */
export type Fate = "answer" | "lost-before" | "lost-after" | "late";

type Op = { who: string; run: (fate: Fate) => void };

/** The stage. */
export type Stage = {
  /** Carries out the waiting thing that `choice` picks; false when nobody waits. */
  step(choice: number, fate: Fate): Promise<boolean>;
  /** The named contender goes no further; what it sent may still be carried out. */
  kill(who: string): void;
  query(who: string): Query;
  clock(who: string): Clock;
  /** How many statements were carried out. */
  readonly count: number;
  /** The row of the lock as it is. */
  row(): Row | undefined;
  close(): void;
};

/** Sets it up. */
export function createStage(): Stage {
  const database = new DatabaseSync(":memory:");
  const dead = new Set<string>();
  let waiting: Op[] = [];
  let now = 0;
  let count = 0;
  const execute = (statements: readonly string[]): Row[][] =>
    statements.map((statement) => {
      count += 1;
      return executeOne(database, statement);
    });
  const lost = (): DatabaseFailure => new DatabaseFailure({ kind: "unreachable", code: "ECONNRESET", message: "" });
  return {
    async step(choice, fate) {
      const op = waiting[choice % Math.max(1, waiting.length)];
      if (op === undefined) return false;
      waiting = waiting.filter((each) => each !== op);
      op.run(fate);
      await new Promise((resolve) => setImmediate(resolve));
      return true;
    },
    kill: (who) => void dead.add(who),
    query: (who) => (statements) =>
      new Promise((resolve, reject) => {
        const run = (fate: Fate): void => {
          if (fate === "late") {
            waiting.push({ who, run: () => void attempt(() => execute(statements)) });
            if (!dead.has(who)) reject(lost());
            return;
          }
          const answer = fate === "lost-before" ? { rows: [] } : attempt(() => execute(statements));
          if (dead.has(who)) return;
          if (fate !== "answer") reject(lost());
          else if ("error" in answer) reject(answer.error);
          else resolve(answer.rows);
        };
        waiting.push({ who, run });
      }),
    clock: (who) => ({
      now: () => 1_750_000_000_000 + now,
      monotonic: () => now,
      sleep: (ms) =>
        new Promise((resolve) => {
          const until = now + ms;
          const run = (): void => {
            now = Math.max(now, until);
            if (!dead.has(who)) resolve();
          };
          waiting.push({ who, run });
        }),
    }),
    get count() {
      return count;
    },
    row: () => attempt(() => executeOne(database, "select * from handrail_lock")[0]).rows,
    close: () => database.close(),
  };
}

function attempt<T>(work: () => T): { rows: T } | { rows?: never; error: unknown } {
  try {
    return { rows: work() };
  } catch (error) {
    return { error };
  }
}

function executeOne(database: DatabaseSync, statement: string): Row[] {
  try {
    return database.prepare(statement).all() as Row[];
  } catch (error) {
    const message = String(error);
    const kind: DatabaseFaultKind = /UNIQUE/.test(message)
      ? "exists"
      : /no such table/.test(message)
        ? "missing"
        : "refused";
    throw new DatabaseFailure({ kind, code: "SQLITE", message });
  }
}
