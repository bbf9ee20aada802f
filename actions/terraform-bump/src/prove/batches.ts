/**
 * Which targets run at the same time. Pure.
 */

/**
 * Batches of at most so many, in order: no two of one batch are in the same directory, where they would share what init
 * makes.
 */
export function batchesOf<T extends { directory: string }>(targets: readonly T[], width: number): T[][] {
  const batches: T[][] = [];
  let waiting = [...targets];
  while (waiting.length > 0) {
    const directories = new Set<string>();
    const batch: T[] = [];
    const left: T[] = [];
    for (const target of waiting) {
      const isFitting = batch.length < Math.max(1, width) && !directories.has(target.directory);
      directories.add(target.directory);
      (isFitting ? batch : left).push(target);
    }
    batches.push(batch);
    waiting = left;
  }
  return batches;
}
