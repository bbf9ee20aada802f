/**
 * Concurrency groups by GitHub's rules: one runs, one waits and is cancelled by a newer one (`queue: max`: all wait, in
 * order), `cancel-in-progress` ends the one that runs. The groups may be shared by several runs.
 */

/** What `concurrency:` evaluated to. */
export type Concurrency = { group: string; cancelInProgress: boolean; queue: "single" | "max" };

/** Groups of a repository; give the same to several runs. */
export interface ConcurrencyGroups {
  /** Resolves when it is its turn: with `leave`, or with undefined when it was cancelled while it waited. */
  enter(wanted: Concurrency, cancel: () => void): Promise<(() => void) | undefined>;
}

type Waiting = { turn: (isTurn: boolean) => void; cancel: () => void };
type Group = { running: { cancel: () => void }; waiting: Waiting[] };

/** Makes empty groups. */
export function concurrencyGroups(): ConcurrencyGroups {
  const groups = new Map<string, Group>();
  const leave = (name: string): void => {
    const group = groups.get(name);
    const next = group?.waiting.shift();
    if (group === undefined || next === undefined) groups.delete(name);
    else {
      group.running = next;
      next.turn(true);
    }
  };
  return {
    async enter({ group, cancelInProgress, queue }, cancel) {
      // GitHub compares group names without case.
      const name = group.toLowerCase();
      const existing = groups.get(name);
      if (existing === undefined) {
        groups.set(name, { running: { cancel }, waiting: [] });
        return () => leave(name);
      }
      if (cancelInProgress) existing.running.cancel();
      if (queue === "single") for (const old of existing.waiting.splice(0)) old.turn(false);
      const isTurn = await new Promise<boolean>((resolve) => existing.waiting.push({ turn: resolve, cancel }));
      return isTurn ? () => leave(name) : undefined;
    },
  };
}
