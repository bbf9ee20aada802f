/**
 * The script that `node --import` loads before a program whose time is warped (warp.ts starts it). The program's time stands
 * still while it works, and jumps to the next timer when it only waits: half an hour of waiting takes a second, and how busy
 * the machine is changes nothing. A request takes `latencyMs` of its time. Everything that leaves the process (requests,
 * output, its end) is noted with its instant. It touches no file but the two it is given.
 */
import type { ChildProcess } from "node:child_process";
import diagnostics from "node:diagnostics_channel";
import fs, { appendFileSync, existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import type { ClientRequest } from "node:http";
import { installClocks } from "./globals.ts";
import { WARP_HEADER } from "./header.ts";
import { createTimers } from "./timers.ts";

/** What warp.ts hands over in the script's address. */
export type WarpSetup = {
  /** File that the events are appended to, one JSON a line. */
  log: string;
  /** File that holds the time (ms since 1970) whenever a child is started. */
  now: string;
  /** By how much the process's Date is wrong. */
  offsetMs: number;
  latencyMs: number;
  /** Sent to the process itself so long after its first request or child. */
  signal?: { name: NodeJS.Signals; afterMs: number };
};

/** What a warped process did, and when: ms since 1970, without the offset. */
export type WarpEvent = { at: number; pid: number } & (
  | { kind: "output"; stream: "stdout" | "stderr"; text: string }
  | { kind: "request"; method: string; path: string }
  | { kind: "child"; child: number }
  | { kind: "signal"; name: string }
  | { kind: "stall" }
  | { kind: "end"; exitCode: number }
);

/** So long in a row it has to look as if it only waited. */
const QUIET_TURNS = 3;
/** Of real time: work that does not end in this is waiting (a child that hangs, an answer that does not come). */
const STALL_MS = 5000;
/** Resources that are merely open; everything else that keeps node busy (files, names, connections, children) is work. */
const OPEN =
  /^(?:(?:Pipe|TTY|TCPSocket|TCPServer|PipeServer|UDP|Signal)Wrap|Timeout|Immediate|TickObject|MessagePort)$/;

const setup = JSON.parse(new URL(import.meta.url).searchParams.get("setup") ?? "") as WarpSetup;
const real = { setTimeout, now: performance.now.bind(performance) };
const epoch = Date.now();
let elapsed = 0;
let open = 0;
let quiet = 0;
let busySince: number | undefined;
let firstAt: number | undefined;
let signal = hasBeenSignalled() ? undefined : setup.signal;
let next: NodeJS.Timeout | undefined;

const timers = createTimers(() => elapsed, schedule);

type Detail<Event> = Event extends WarpEvent ? Omit<Event, "at" | "pid"> : never;

function note(event: Detail<WarpEvent>): void {
  appendFileSync(setup.log, `${JSON.stringify({ at: epoch + elapsed, pid: process.pid, ...event })}\n`);
}

/** The signal is for one process: a post step that is started with the same arguments gets none. */
function hasBeenSignalled(): boolean {
  return existsSync(setup.log) && readFileSync(setup.log, "utf8").includes('"kind":"signal"');
}

/** Keeps looking while there is something to wait for; keeps the process alive as the program's own timers would. */
function schedule(): void {
  if (next === undefined && (timers.next() !== undefined || signalAt() !== undefined)) {
    next = real.setTimeout(turn, 1);
  }
  if (timers.keepsAlive()) next?.ref();
  else next?.unref();
}

function turn(): void {
  next = undefined;
  const due = timers.takeDue();
  schedule();
  if (due !== undefined) {
    quiet = 0;
    due();
    return;
  }
  const isWorking = open > 0 || process.getActiveResourcesInfo().some((name) => !OPEN.test(name));
  if (isWorking) {
    quiet = 0;
    busySince ??= real.now();
    if (real.now() - busySince < STALL_MS) return;
    note({ kind: "stall" });
  } else if (++quiet < QUIET_TURNS) return;
  busySince = undefined;
  quiet = 0;
  jump();
}

function moveTo(instant: number): void {
  if (instant <= elapsed) return;
  beforeMove();
  elapsed = instant;
}

function signalAt(): number | undefined {
  return signal === undefined || firstAt === undefined ? undefined : firstAt + signal.afterMs;
}

function jump(): void {
  const timer = timers.next();
  const ours = signalAt();
  if (signal !== undefined && ours !== undefined && ours <= (timer ?? Infinity)) {
    moveTo(ours);
    note({ kind: "signal", name: signal.name });
    process.kill(process.pid, signal.name);
    signal = undefined;
    // The handler runs in one of the next turns of the loop.
    quiet = -20;
  } else if (timer !== undefined) moveTo(timer);
  schedule();
}

/** Something has begun that takes time of the world; the function it gives ends it. */
function begin(): { end(): void; leave(): void } {
  const startedAt = elapsed;
  firstAt ??= elapsed;
  quiet = 0;
  open += 1;
  let isOpen = true;
  const leave = (): void => {
    if (isOpen) open -= 1;
    isOpen = false;
    busySince = undefined;
  };
  schedule();
  return {
    leave,
    end() {
      if (isOpen) moveTo(startedAt + setup.latencyMs);
      leave();
    },
  };
}

/** The runner writes the event's file at the start of the job, by the same clock as the process's. */
function dateEventFile(): void {
  const path = process.env["GITHUB_EVENT_PATH"];
  if (setup.offsetMs === 0 || path === undefined || !existsSync(path)) return;
  const seconds = (epoch + setup.offsetMs) / 1000;
  utimesSync(path, seconds, seconds);
}

function watchRequests(): void {
  diagnostics.subscribe("http.client.request.created", (message) => {
    const { request } = message as { request: ClientRequest };
    if (!request.headersSent) request.setHeader(WARP_HEADER, String(epoch + elapsed));
    const work = begin();
    note({ kind: "request", method: request.method, path: request.path });
    // The server will never answer (loopback.ts): time may go on.
    request.once("information", work.leave);
    request.prependOnceListener("response", () => {
      work.end();
    });
    request.once("close", work.leave);
  });
  type Undici = { request: { method: string; path: string; addHeader(name: string, value: string): void } };
  const running = new WeakMap<object, ReturnType<typeof begin>>();
  diagnostics.subscribe("undici:request:create", (message) => {
    const { request } = message as Undici;
    request.addHeader(WARP_HEADER, String(epoch + elapsed));
    running.set(request, begin());
    note({ kind: "request", method: request.method, path: request.path });
  });
  for (const name of ["undici:request:trailers", "undici:request:error"])
    diagnostics.subscribe(name, (message) => running.get((message as Undici).request)?.end());
}

function watchChildren(): void {
  diagnostics.subscribe("child_process", (message) => {
    const { process: child } = message as { process: ChildProcess };
    writeFileSync(setup.now, String(epoch + elapsed));
    const work = begin();
    child.once("spawn", () => note({ kind: "child", child: child.pid ?? 0 }));
    child.once("error", work.leave);
    child.once("exit", work.end);
  });
}

/** Whoever writes, and however: through the streams, or straight to the descriptors. */
function watchOutput(): void {
  const said = (stream: "stdout" | "stderr", chunk: unknown): void => {
    const text =
      typeof chunk === "string" ? chunk : chunk instanceof Uint8Array ? Buffer.from(chunk).toString("utf8") : "";
    note({ kind: "output", stream, text });
  };
  for (const stream of ["stdout", "stderr"] as const) {
    const target = process[stream];
    const write = target.write.bind(target) as (...args: unknown[]) => boolean;
    target.write = (chunk: Uint8Array | string, ...rest: unknown[]) => {
      said(stream, chunk);
      return write(chunk, ...rest);
    };
  }
  const { writeSync } = fs;
  fs.writeSync = (...args: unknown[]): number => {
    if (args[0] === 1 || args[0] === 2) said(args[0] === 1 ? "stdout" : "stderr", args[1]);
    return Reflect.apply(writeSync, fs, args) as number;
  };
  process.on("exit", (exitCode) => note({ kind: "end", exitCode }));
}

dateEventFile();
watchRequests();
watchChildren();
watchOutput();
const beforeMove = installClocks({ date: () => epoch + elapsed + setup.offsetMs, elapsed: () => elapsed, timers });
