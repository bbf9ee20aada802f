/** Questions that are asked at the same time, as one: where each costs a task of its own. Pure. */
import type { Query, Row } from "@handrail/database";

type Waiting = {
  statements: readonly string[];
  resolve(answers: readonly (readonly Row[])[]): void;
  reject(error: unknown): void;
};

/** A query that merges what is asked in the same turn. When the whole fails, each is asked by itself. */
export function mergeQueries(query: Query): Query {
  let waiting: Waiting[] = [];
  const flush = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    const all = asked.flatMap(({ statements }) => statements);
    try {
      const answers = await query(all);
      let next = 0;
      for (const { statements, resolve } of asked) {
        resolve(answers.slice(next, next + statements.length));
        next += statements.length;
      }
    } catch (error) {
      for (const one of asked) {
        if (asked.length === 1) one.reject(error);
        else await query(one.statements).then(one.resolve, one.reject);
      }
    }
  };
  return (statements) =>
    new Promise((resolve, reject) => {
      waiting.push({ statements, resolve, reject });
      if (waiting.length === 1) queueMicrotask(() => void flush());
    });
}
