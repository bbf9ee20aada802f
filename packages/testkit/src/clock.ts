/**
 * A clock that only moves when a test says so. Everything that waits in Handrail is handed a Clock, so that a wait of
 * hours is a few microseconds here. It must never read the real time.
 */
import type { Clock } from "@handrail/runner";

/** Options of {@link virtualClock}. */
export type VirtualClockOptions = {
  /** Start of the wall clock: ms since epoch or an RFC 3339 time. */
  start?: number | string;
  /**
   * `manual` (default): time stands still until {@link VirtualClock.advance}. `auto`: a sleep ends by itself and takes
   * time with it, earliest first. A function picks the sleeps that end by themselves (a deadline of 30 s that guards
   * real traffic must not).
   */
  mode?: "manual" | "auto" | ((ms: number) => boolean);
};

/** A Clock under the test's control. */
export interface VirtualClock extends Clock {
  /** Moves time, waking sleepers in order of their end; what they start to sleep meanwhile is honoured too. */
  advance(ms: number): Promise<void>;
  /** Moves only the wall clock, as NTP or a suspended machine would; `monotonic()` does not notice. */
  skew(ms: number): void;
  /** Resolves when at least `count` sleepers wait. */
  untilSleeping(count?: number): Promise<void>;
  /** Milliseconds of every sleep that was asked for, in order. */
  readonly sleeps: readonly number[];
  /** How many sleep now. */
  readonly sleeping: number;
  /** Milliseconds that went by since the start, skew aside. */
  readonly elapsed: number;
}

type Sleeper = { due: number; isAuto: boolean; wake: () => void };

/** Creates a {@link VirtualClock}. An aborted sleep rejects with the signal's reason. */
export function virtualClock(options: VirtualClockOptions = {}): VirtualClock {
  const start = new Date(options.start ?? "2026-11-22T12:00:00Z").getTime();
  const mode = options.mode ?? "manual";
  const sleeps: number[] = [];
  const sleepers: Sleeper[] = [];
  const watchers = new Set<() => void>();
  let elapsed = 0;
  let skewed = 0;
  let isScheduled = false;

  const notify = (): void => {
    for (const watcher of watchers) watcher();
  };
  const wakeFirst = (candidates: Sleeper[]): boolean => {
    const next = candidates.reduce<Sleeper | undefined>(
      (first, each) => (first === undefined || each.due < first.due ? each : first),
      undefined,
    );
    if (next === undefined) return false;
    sleepers.splice(sleepers.indexOf(next), 1);
    elapsed = Math.max(elapsed, next.due);
    next.wake();
    return true;
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      if (wakeFirst(sleepers.filter((each) => each.isAuto)) && sleepers.some((each) => each.isAuto)) schedule();
    });
  };
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    sleeps.push(ms);
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(toError(signal.reason));
        return;
      }
      const sleeper: Sleeper = {
        due: elapsed + Math.max(0, ms),
        isAuto: typeof mode === "function" ? mode(ms) : mode === "auto",
        wake: () => {
          signal?.removeEventListener("abort", abort);
          resolve();
        },
      };
      const abort = (): void => {
        const at = sleepers.indexOf(sleeper);
        if (at >= 0) sleepers.splice(at, 1);
        reject(toError(signal?.reason));
      };
      signal?.addEventListener("abort", abort, { once: true });
      sleepers.push(sleeper);
      notify();
      if (sleeper.isAuto) schedule();
    });
  };

  return {
    now: () => start + elapsed + skewed,
    monotonic: () => elapsed,
    sleep,
    async advance(ms) {
      const target = elapsed + ms;
      await turn();
      while (wakeFirst(sleepers.filter((each) => each.due <= target))) await turn();
      elapsed = target;
    },
    skew: (ms) => {
      skewed += ms;
    },
    untilSleeping: (count = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (sleepers.length < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    sleeps,
    get sleeping() {
      return sleepers.length;
    },
    get elapsed() {
      return elapsed;
    },
  };
}

/** Lets everything that is ready run, including chains of promises. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
