/**
 * One phase of a step as a process, started, listened to and ended as the runner does it (ProcessInvoker.cs): stdin
 * closed, on cancel SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL, each to the node process alone; when node is
 * gone but something holds its pipes, the runner waits 5 s and goes on.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

/** When something is to happen: once the log so far satisfies it (asked on every output), or a promise resolves. */
export type When = ((log: string) => boolean) | Promise<unknown>;

/** How a running phase is ended from outside. */
export type CancelOptions = {
  when: When;
  /** `runner`: 7.5 s and 2.5 s; `scaled` (default): a twentieth of it; a number is the factor. */
  timing?: "runner" | "scaled" | number;
};

/** A signal of the test's own choosing, to the node process. */
export type SignalOptions = { when: When; signal: NodeJS.Signals };

/** What a process did. */
export type PhaseRun = {
  exitCode: number | undefined;
  signal: NodeJS.Signals | undefined;
  stdout: string;
  stderr: string;
  /** Signals sent, in order. */
  sent: NodeJS.Signals[];
  isCancelled: boolean;
  /** True when a child held the pipes after node had gone. */
  isLingering: boolean;
  pid: number;
  durationMs: number;
};

/** What to start and how to end it. */
export type PhaseOptions = {
  script: string;
  nodeArguments: readonly string[];
  cwd: string;
  environment: Readonly<Record<string, string>>;
  cancel: CancelOptions | undefined;
  signals: readonly SignalOptions[];
  onStart: ((pid: number) => void) | undefined;
  /** The test's own limit; the process is then killed and the run rejects. */
  limitMs: number;
};

const SIGINT_MS = 7500;
const SIGTERM_MS = 2500;
const PIPES_MS = 5000;

/** Runs a phase to its end. */
export async function runPhase(options: PhaseOptions): Promise<PhaseRun> {
  const start = performance.now();
  const child = spawn(process.execPath, [...options.nodeArguments, options.script], {
    cwd: options.cwd,
    env: { ...options.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end();
  const factor = factorOf(options.cancel?.timing);
  const log = collect(child);
  const ended = ending(child, PIPES_MS * factor);
  const sent: NodeJS.Signals[] = [];
  let isCancelled = false;
  const cancelling = async (): Promise<void> => {
    if (options.cancel === undefined || !(await log.until(options.cancel.when, ended.exited))) return;
    isCancelled = true;
    await cancel(child, factor, ended.exited, sent);
  };
  const signalling = async ({ when, signal }: SignalOptions): Promise<void> => {
    if ((await log.until(when, ended.exited)) && child.kill(signal)) sent.push(signal);
  };
  const triggers = [cancelling(), ...options.signals.map((each) => signalling(each))];
  if (child.pid !== undefined) options.onStart?.(child.pid);
  const limit = setTimeout(() => child.kill("SIGKILL"), options.limitMs);
  const { exitCode, signal, isLingering } = await ended.finished.finally(() => clearTimeout(limit));
  await Promise.all(triggers);
  const durationMs = performance.now() - start;
  const { stdout, stderr } = log.text();
  if (durationMs >= options.limitMs) {
    throw new Error(
      `${options.script} did not end within ${options.limitMs} ms.\nstdout:\n${stdout}\nstderr:\n${stderr}`,
    );
  }
  return { exitCode, signal, stdout, stderr, sent, isCancelled, isLingering, pid: child.pid ?? 0, durationMs };
}

function factorOf(timing: CancelOptions["timing"]): number {
  if (timing === "runner") return 1;
  return typeof timing === "number" ? timing : 1 / 20;
}

type Log = {
  text(): { stdout: string; stderr: string };
  until(when: When, exited: Promise<unknown>): Promise<boolean>;
};

function collect(child: ChildProcess): Log {
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const listeners = new Set<() => void>();
  let mixed = "";
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.on("data", (chunk: Buffer) => {
      chunks[name].push(chunk);
      mixed += chunk.toString("utf8");
      for (const listener of listeners) listener();
    });
  }
  return {
    text: () => ({
      stdout: Buffer.concat(chunks.stdout).toString("utf8"),
      stderr: Buffer.concat(chunks.stderr).toString("utf8"),
    }),
    until: async (when, exited) => {
      const gone = exited.then(() => false);
      if (typeof when !== "function") return Promise.race([when.then(() => true), gone]);
      const met = new Promise<boolean>((resolve) => {
        const look = (): void => {
          if (when(mixed)) resolve(true);
        };
        listeners.add(look);
        look();
      });
      return Promise.race([met, gone]);
    },
  };
}

type End = { exitCode: number | undefined; signal: NodeJS.Signals | undefined; isLingering: boolean };

function ending(child: ChildProcess, pipesMs: number): { exited: Promise<void>; finished: Promise<End> } {
  const exited = Promise.withResolvers<void>();
  const finished = new Promise<End>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (exitCode: number | null, signal: NodeJS.Signals | null, isLingering: boolean): void => {
      clearTimeout(timer);
      resolve({ exitCode: exitCode ?? undefined, signal: signal ?? undefined, isLingering });
    };
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      exited.resolve();
      timer = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        finish(code, signal, true);
      }, pipesMs);
    });
    child.once("close", (code, signal) => finish(code, signal, false));
  });
  return { exited: exited.promise, finished };
}

async function cancel(
  child: ChildProcess,
  factor: number,
  exited: Promise<void>,
  sent: NodeJS.Signals[],
): Promise<void> {
  for (const [signal, waitMs] of [
    ["SIGINT", SIGINT_MS],
    ["SIGTERM", SIGTERM_MS],
  ] as const) {
    if (child.kill(signal)) sent.push(signal);
    if (await isGoneWithin(exited, waitMs * factor)) return;
  }
  if (child.kill("SIGKILL")) sent.push("SIGKILL");
}

async function isGoneWithin(exited: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const isGone = await Promise.race([exited.then(() => true), late]);
  clearTimeout(timer);
  return isGone;
}
