/** One at a time: evaluates `concurrency:` and waits for the turn of its group. */
import type { Canceller } from "./cancelling.ts";
import type { Concurrency } from "./concurrency.ts";
import { evaluateValue } from "./evaluate.ts";
import type { Scope } from "./evaluate.ts";
import type { Frame } from "./frame.ts";

/** Evaluates `concurrency:`. */
export async function readConcurrency(value: unknown, scope: Scope): Promise<Concurrency | undefined> {
  if (value === undefined) return undefined;
  const evaluated = await evaluateValue(value, scope);
  const { group, ...more } = (typeof evaluated === "object" ? evaluated : { group: evaluated }) as Record<
    string,
    unknown
  >;
  return {
    group: String(group),
    cancelInProgress: more["cancel-in-progress"] === true,
    queue: more["queue"] === "max" ? "max" : "single",
  };
}

/** Waits for its turn in the group and runs `inside`; undefined when it was cancelled before. */
export async function inGroup<Result>(
  frame: Frame,
  concurrency: Concurrency | undefined,
  canceller: Canceller,
  inside: (held: readonly string[]) => Promise<Result>,
): Promise<Result | undefined> {
  if (concurrency === undefined) return inside(frame.held);
  const group = concurrency.group.toLowerCase();
  if (frame.held.includes(group)) throw new Error(`${frame.document.path}: a deadlock: the run already holds ${group}`);
  const leave = await frame.run.groups.enter(concurrency, () => canceller.cancel());
  if (leave === undefined) return undefined;
  try {
    if (canceller.isCancelled) return undefined;
    return await inside([...frame.held, group]);
  } finally {
    leave();
  }
}
