/**
 * Warped time for a program under test: hours of its waiting pass in a moment, whatever the machine is busy with
 * (preload.ts says how). Servers on loopback learn its time from a header. It starts nothing itself.
 */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WarpEvent, WarpSetup } from "./preload.ts";

/** Options of {@link warpTime}. */
export type WarpOptions = {
  /** The process's Date is this much ahead of (or behind) the time that servers know. Default 0. */
  clockOffsetMs?: number;
  /** What a request, and a child process, takes of the process's time. Default 40. */
  latencyMs?: number;
  /** A signal that the process gets so long after its first request (or child). */
  signal?: { name: NodeJS.Signals; afterMs: number };
};

/** The warped time of the processes that were started with its arguments. */
export type Warp = Disposable & {
  /** For node, before the script. Children do not inherit it. */
  nodeArguments: readonly string[];
  /** What the processes did so far, with instants in ms since 1970 of their time. */
  events(): WarpEvent[];
  /** A file that holds the process's time (ms since 1970) at the start of its youngest child. */
  nowFile: string;
};

/** Prepares the warped time. */
export function warpTime(options: WarpOptions = {}): Warp {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "handrail-warp-")));
  const setup: WarpSetup = {
    log: join(folder, "events.jsonl"),
    now: join(folder, "now"),
    offsetMs: options.clockOffsetMs ?? 0,
    latencyMs: options.latencyMs ?? 40,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  writeFileSync(setup.now, String(Date.now()));
  const script = new URL(`./preload.${import.meta.filename.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
  script.searchParams.set("setup", JSON.stringify(setup));
  return {
    nodeArguments: ["--import", script.href],
    nowFile: setup.now,
    events: () => (existsSync(setup.log) ? readFileSync(setup.log, "utf8").trim().split("\n").map(parseEvent) : []),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function parseEvent(line: string): WarpEvent {
  return JSON.parse(line) as WarpEvent;
}
