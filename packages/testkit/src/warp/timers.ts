/** Timers on a clock that somebody else moves. It knows no time of its own and runs nothing. */

/** A timer as setTimeout and setInterval give it, as far as node's own can. */
export interface WarpedTimer {
  ref(): this;
  unref(): this;
  hasRef(): boolean;
  refresh(): this;
  close(): this;
  [Symbol.toPrimitive](): number;
  [Symbol.dispose](): void;
}

/** All timers of a process. */
export interface Timers {
  /** `everyMs`: runs again and again. */
  add(run: () => void, delayMs: number, everyMs?: number): WarpedTimer;
  /** By the timer or its number; false when it is none of ours. */
  remove(timer: unknown): boolean;
  /** The instant of the earliest one. */
  next(): number | undefined;
  /** What the earliest one runs, when it is due; it is then gone, or queued again. */
  takeDue(): (() => void) | undefined;
  /** Whether one of them keeps the process alive. */
  keepsAlive(): boolean;
}

type Entry = { id: number; at: number; order: number; everyMs: number | undefined; isRef: boolean; run: () => void };

/** Timers on the clock `now` (ms). `onChange` is called whenever one comes or goes. */
export function createTimers(now: () => number, onChange: () => void): Timers {
  const entries = new Map<number, Entry>();
  let ids = 0;
  let orders = 0;
  const earliest = (): Entry | undefined => {
    let found: Entry | undefined;
    for (const entry of entries.values())
      if (found === undefined || entry.at < found.at || (entry.at === found.at && entry.order < found.order))
        found = entry;
    return found;
  };
  const handleOf = (entry: Entry, delayMs: number): WarpedTimer => {
    const change = (edit: () => void): WarpedTimer => {
      edit();
      onChange();
      return handle;
    };
    const handle: WarpedTimer = {
      ref: () => change(() => (entry.isRef = true)),
      unref: () => change(() => (entry.isRef = false)),
      hasRef: () => entry.isRef,
      refresh: () =>
        change(() => {
          entry.at = now() + delayMs;
          entry.order = ++orders;
          entries.set(entry.id, entry);
        }),
      close: () => change(() => entries.delete(entry.id)),
      [Symbol.toPrimitive]: () => entry.id,
      [Symbol.dispose]: () => void change(() => entries.delete(entry.id)),
    };
    return handle;
  };
  return {
    add(run, delayMs, everyMs) {
      const id = ++ids;
      const entry: Entry = { id, at: now() + delayMs, order: ++orders, everyMs, isRef: true, run };
      entries.set(id, entry);
      const handle = handleOf(entry, delayMs);
      onChange();
      return handle;
    },
    remove(timer) {
      const isHandle = typeof timer === "object" && timer !== null && Symbol.toPrimitive in timer;
      const isGone = (isHandle || typeof timer === "number") && entries.delete(Number(timer));
      if (isGone) onChange();
      return isGone;
    },
    next: () => earliest()?.at,
    takeDue() {
      const entry = earliest();
      if (entry === undefined || entry.at > now()) return undefined;
      if (entry.everyMs === undefined) entries.delete(entry.id);
      else {
        entry.at = now() + entry.everyMs;
        entry.order = ++orders;
      }
      onChange();
      return entry.run;
    },
    keepsAlive: () => [...entries.values()].some(({ isRef }) => isRef),
  };
}

/** A delay as node reads it: anything that is no time is 1 ms. */
export function toDelay(ms: unknown): number {
  const delay = Number(ms);
  return delay >= 1 && delay <= 0x7fffffff ? delay : 1;
}
