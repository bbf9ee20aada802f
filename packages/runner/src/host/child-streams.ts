/**
 * The two output streams of a child process: each a pipe to us, or a file that the child writes and we follow.
 */
import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import type { ExecOptions } from "../process.ts";
import { type Capture, createCapture } from "./capture.ts";
import { openTail, type Tail } from "./tail.ts";

/** Both streams of one child. */
export interface ChildStreams {
  /** For spawn's stdio: descriptors of files, or pipes. */
  readonly stdio: readonly ["pipe" | number, "pipe" | number];
  readonly stdout: Capture;
  readonly stderr: Capture;
  /** The child has its own descriptors now, or never will. */
  release(): void;
  /** Starts to read the pipes. */
  attach(child: ChildProcess): void;
  /** Reads what was appended to the files. */
  poll(): void;
  /** Reads the rest and gives everything back; a second call does nothing. */
  close(): void;
  /** A caller's handler that cannot break the reading: what it throws goes to onFailure. */
  guard<T>(handler: ((value: T) => void) | undefined): (value: T) => void;
}

const DEFAULT_CAPTURE = 1_048_576;

function readPipe(pipe: Readable | null, capture: Capture): void {
  pipe?.on("data", (bytes: Uint8Array) => capture.write(bytes));
  // A pipe that breaks has nothing more to say; the exit code decides.
  pipe?.on("error", () => undefined);
}

/** Opens the streams; `onFailure` gets what a caller's handler throws, and reading goes on. */
export function openStreams(options: ExecOptions, onFailure: (error: unknown) => void): ChildStreams {
  const guard =
    <T>(handler: ((value: T) => void) | undefined) =>
    (value: T): void => {
      try {
        handler?.(value);
      } catch (error) {
        onFailure(error);
      }
    };
  const capture = (handler: ((text: string) => void) | undefined): Capture =>
    createCapture(options.maxCapture ?? DEFAULT_CAPTURE, guard(handler));
  const [stdout, stderr] = [capture(options.onStdout), capture(options.onStderr)];
  const tails: Tail[] = [];
  const open = (path: string | undefined, into: Capture): "pipe" | number => {
    if (path === undefined) return "pipe";
    const tail = openTail(path, (bytes) => into.write(bytes));
    tails.push(tail);
    return tail.descriptor;
  };
  const first = open(options.stdoutFile, stdout);
  // One file for both streams is followed once, as stdout.
  const isShared = options.stderrFile !== undefined && options.stderrFile === options.stdoutFile;
  return {
    stdio: [first, isShared ? first : open(options.stderrFile, stderr)],
    stdout,
    stderr,
    release: () => {
      for (const tail of tails) tail.release();
    },
    attach(child) {
      readPipe(child.stdout, stdout);
      readPipe(child.stderr, stderr);
    },
    poll: () => {
      for (const tail of tails) tail.read();
    },
    guard,
    close() {
      for (const tail of tails.splice(0)) {
        tail.read();
        tail.close();
      }
      stdout.end();
      stderr.end();
    },
  };
}
