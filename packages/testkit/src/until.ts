/**
 * Waiting for something that has no event. Not a sleep: it returns in the moment the condition holds and throws a
 * readable error when it never does.
 */

/** How long to wait at most, how often to look, and what is waited for (named in the error). */
export type UntilOptions = { limitMs?: number; everyMs?: number; what?: string };

/**
 * Polls `condition` until it returns something truthy and returns that. A condition that throws counts as "not yet";
 * its last error is the cause of the final one. The limit (default 30 s) is there to end a broken test, not to measure.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  options: UntilOptions = {},
): Promise<Exclude<T, undefined | null | false | 0 | "">> {
  const limit = options.limitMs ?? 30_000;
  const end = performance.now() + limit;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (isPresent(value)) return value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`${options.what ?? "The condition"} did not hold within ${limit} ms`, { cause: last });
    }
    await new Promise((resolve) => {
      setTimeout(resolve, options.everyMs ?? 5);
    });
  }
}

function isPresent<T>(value: T): value is Exclude<T, undefined | null | false | 0 | ""> {
  return Boolean(value);
}
