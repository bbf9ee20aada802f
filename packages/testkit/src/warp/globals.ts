/**
 * Puts a clock and its timers into the place of the process's own, for everything that looks them up when it uses them:
 * globals, node:timers, node:timers/promises, AbortSignal.timeout and the timeouts of sockets. Node's own insides keep the
 * real time.
 */
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";
import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { promisify } from "node:util";
import { toDelay } from "./timers.ts";
import type { Timers, WarpedTimer } from "./timers.ts";

/** What the process shall see. */
export type Clocks = {
  /** ms since 1970, as the process believes. */
  date(): number;
  /** ms since the process began. */
  elapsed(): number;
  timers: Timers;
};

type Callback = (...args: unknown[]) => void;

/** Installs them, once in a process. The function it gives has to be called before the clock moves. */
export function installClocks(clocks: Clocks): () => void {
  installDate(clocks.date);
  Object.defineProperty(performance, "now", { value: clocks.elapsed, configurable: true, writable: true });
  const hrtime = (since?: [number, number]): [number, number] => {
    const ns =
      BigInt(Math.round(clocks.elapsed() * 1e6)) - (since ? BigInt(since[0]) * 10n ** 9n + BigInt(since[1]) : 0n);
    return [Number(ns / 10n ** 9n), Number(ns % 10n ** 9n)];
  };
  process.hrtime = Object.assign(hrtime, { bigint: () => BigInt(Math.round(clocks.elapsed() * 1e6)) });
  installTimers(clocks.timers);
  const beforeMove = installSocketTimeouts(clocks.timers);
  syncBuiltinESMExports();
  return beforeMove;
}

function installDate(now: () => number): void {
  const real = Date;
  real.now = now;
  globalThis.Date = new Proxy(real, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new real(now()).toString(),
  });
}

function installTimers(queue: Timers): void {
  const real = { clearTimeout, clearInterval };
  const setTimeout = (run: Callback, ms?: unknown, ...args: unknown[]): WarpedTimer =>
    queue.add(() => run(...args), toDelay(ms));
  const setInterval = (run: Callback, ms?: unknown, ...args: unknown[]): WarpedTimer =>
    queue.add(() => run(...args), toDelay(ms), toDelay(ms));
  const clear =
    (original: (timer?: NodeJS.Timeout) => void) =>
    (timer?: NodeJS.Timeout): void => {
      if (!queue.remove(timer)) original(timer);
    };
  const sleep = sleeper(queue);
  Object.defineProperty(setTimeout, promisify.custom, { value: sleep });
  const replaced = {
    setTimeout,
    setInterval,
    clearTimeout: clear(real.clearTimeout),
    clearInterval: clear(real.clearInterval),
  };
  Object.assign(globalThis, replaced);
  Object.assign(timers, replaced);
  Object.assign(timersPromises, { setTimeout: sleep });
  timersPromises.scheduler.wait = (ms, options) => sleep(ms, undefined, options);
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    const timeout = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    queue.add(() => controller.abort(timeout), toDelay(ms)).unref();
    return controller.signal;
  };
}

type SleepOptions = { signal?: AbortSignal | undefined; ref?: boolean | undefined };

/** setTimeout of node:timers/promises. */
function sleeper(queue: Timers) {
  return <T>(ms?: number, value?: T, { signal, ref }: SleepOptions = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const aborted = (): void => {
        const error = new Error("The operation was aborted", { cause: signal?.reason });
        reject(Object.assign(error, { name: "AbortError", code: "ABORT_ERR" }));
      };
      if (signal?.aborted === true) {
        aborted();
        return;
      }
      const onAbort = (): void => {
        timer.close();
        aborted();
      };
      const timer = queue.add(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve(value as T);
      }, toDelay(ms));
      if (ref === false) timer.unref();
      signal?.addEventListener("abort", onAbort, { once: true });
    });
}

/**
 * `socket.setTimeout`: says `timeout` after so long without a byte; never keeps the process alive. The function it gives has
 * to be called before the clock moves: it notes which sockets were active until then.
 */
function installSocketTimeouts(queue: Timers): () => void {
  const watched = new Map<Socket, { timer: WarpedTimer; bytes: number }>();
  const bytesOf = (socket: Socket): number => socket.bytesRead + socket.bytesWritten;
  const forget = (socket: Socket): void => {
    watched.get(socket)?.timer.close();
    watched.delete(socket);
  };
  Socket.prototype.setTimeout = function setTimeout(this: Socket, ms: number, callback?: () => void): Socket {
    forget(this);
    Reflect.set(this, "timeout", ms);
    if (ms <= 0 || !Number.isFinite(ms)) {
      if (callback !== undefined) this.removeListener("timeout", callback);
      return this;
    }
    if (callback !== undefined) this.once("timeout", callback);
    const timer = queue.add(() => this.emit("timeout"), toDelay(ms)).unref();
    watched.set(this, { timer, bytes: bytesOf(this) });
    return this;
  };
  return () => {
    for (const [socket, seen] of watched) {
      if (socket.destroyed) forget(socket);
      else if (bytesOf(socket) !== seen.bytes) {
        seen.bytes = bytesOf(socket);
        seen.timer.refresh();
      }
    }
  };
}
