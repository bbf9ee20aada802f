/**
 * How much is done at a time, and that it is done once. It knows nothing of what is done.
 */

/** Starts work when there is room for it, in the order it was handed in. */
export type Lanes = <T>(work: () => Promise<T>) => Promise<T>;

/** Lanes for at most `count` at a time. */
export function createLanes(count: number): Lanes {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy >= count) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    } else busy += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over the lane.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}

/** Does each thing once, by its key, also when it fails. */
export type Memory<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/** A memory without an end; it lives as long as a run. */
export function createMemory<T>(): Memory<T> {
  const known = new Map<string, Promise<T>>();
  return (key, work) => {
    const running = known.get(key) ?? work();
    known.set(key, running);
    return running;
  };
}

/** Waits until all have ended, so that nothing goes on behind a failure; rejects with the first one in their order. */
export async function settleAll<T>(running: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}
