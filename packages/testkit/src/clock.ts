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

/** Creates a {@link VirtualClock}. An aborted sleep rejects with the signal's reason. */
export function virtualClock(options: VirtualClockOptions = {}): VirtualClock {
  const start = new Date(options.start ?? "2026-11-22T12:00:00Z").getTime();
  const mode = options.mode ?? "manual";
  const isAuto = typeof mode === "function" ? mode : () => mode === "auto";
  const sleeps: number[] = [];
  const dormitory = createDormitory();
  let skewed = 0;
  return {
    now: () => start + dormitory.elapsed + skewed,
    monotonic: () => dormitory.elapsed,
    sleep: (ms, signal) => {
      sleeps.push(ms);
      return dormitory.sleep(ms, isAuto(ms), signal);
    },
    advance: async (ms) => {
      const target = dormitory.elapsed + ms;
      await turn();
      while (dormitory.wakeFirst((each) => each.due <= target)) await turn();
      dormitory.elapsed = target;
    },
    skew: (ms) => {
      skewed += ms;
    },
    untilSleeping: (count = 1) => dormitory.untilSleeping(count),
    sleeps,
    get sleeping() {
      return dormitory.sleepers.length;
    },
    get elapsed() {
      return dormitory.elapsed;
    },
  };
}

type Sleeper = { due: number; isAuto: boolean; wake: () => void };

/** Who sleeps, and until when. */
type Dormitory = {
  elapsed: number;
  readonly sleepers: Sleeper[];
  sleep(ms: number, isAuto: boolean, signal: AbortSignal | undefined): Promise<void>;
  /** Wakes the first of those that qualify and moves time to its end; false when there is none. */
  wakeFirst(qualifies: (sleeper: Sleeper) => boolean): boolean;
  untilSleeping(count: number): Promise<void>;
};

function createDormitory(): Dormitory {
  const watchers = new Set<() => void>();
  let isScheduled = false;
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      dormitory.wakeFirst((each) => each.isAuto);
      if (dormitory.sleepers.some((each) => each.isAuto)) schedule();
    });
  };
  const dormitory: Dormitory = {
    elapsed: 0,
    sleepers: [],
    sleep: (ms, isAuto, signal) => {
      const sleeping = enter(dormitory, ms, isAuto, signal);
      for (const watcher of watchers) watcher();
      if (isAuto) schedule();
      return sleeping;
    },
    wakeFirst: (qualifies) => {
      const [next] = dormitory.sleepers.filter(qualifies).sort((a, b) => a.due - b.due);
      if (next === undefined) return false;
      dormitory.sleepers.splice(dormitory.sleepers.indexOf(next), 1);
      dormitory.elapsed = Math.max(dormitory.elapsed, next.due);
      next.wake();
      return true;
    },
    untilSleeping: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (dormitory.sleepers.length < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
  return dormitory;
}

function enter(
  { sleepers, elapsed }: Dormitory,
  ms: number,
  isAuto: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(toError(signal.reason));
      return;
    }
    const abort = (): void => {
      const at = sleepers.indexOf(sleeper);
      if (at >= 0) sleepers.splice(at, 1);
      reject(toError(signal?.reason));
    };
    const wake = (): void => {
      signal?.removeEventListener("abort", abort);
      resolve();
    };
    const sleeper: Sleeper = { due: elapsed + Math.max(0, ms), isAuto, wake };
    signal?.addEventListener("abort", abort, { once: true });
    sleepers.push(sleeper);
  });
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
