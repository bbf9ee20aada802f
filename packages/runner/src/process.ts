/**
 * The primitive every outside tool is called through: types only, the host has the one implementation.
 */
import { Failure } from "./failure.ts";

/** How a child process is run. */
export type ExecOptions = {
  cwd: string;
  /** The whole environment of the child; nothing is inherited. */
  environment: Readonly<Record<string, string>>;
  /** Decoded text as it comes, in pieces that never split a character. */
  onStdout?: (text: string) => void;
  onStderr?: (text: string) => void;
  /**
   * The child writes straight into this file (created with mode 0600, else appended to), so that it outlives us without
   * losing its output; onStdout then gets what is appended. The same path may be given for both streams.
   */
  stdoutFile?: string;
  stderrFile?: string;
  /** UTF-16 units of each stream kept in the result, the newest ones; 1 MiB when absent, 0 keeps none. */
  maxCapture?: number;
  /** What the child reads on its stdin; without it stdin is at its end from the start. */
  input?: string | Uint8Array;
  onStart?: (pid: number) => void;
  /** Start even when the step is already cancelled (to look after what a cancelled tool left behind); else it is not started. */
  evenWhenCancelled?: boolean;
};

/** How a child process ended. */
export type ExecResult = {
  /** undefined when a signal ended it, or when it was never started because the step was cancelled before. */
  exitCode: number | undefined;
  signal: string | undefined;
  stdout: string;
  stderr: string;
  /** The step was cancelled before or while it ran. */
  cancelled: boolean;
  /** Set when a stream was longer than maxCapture. */
  truncated?: boolean;
};

/** Runs a program with arguments, no shell. An exit code is data; rejects with CommandFailure when it cannot be started. */
export type Exec = (command: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>;

/** A program could not be started. `code` is the system's: ENOENT when there is no such program. */
export class CommandFailure extends Failure {
  readonly code: string;
  readonly command: string;

  constructor(command: string, code: string, cause?: unknown) {
    const isMissing = code === "ENOENT";
    super({
      reason: isMissing ? "command-not-found" : "command-not-started",
      what: isMissing
        ? `The program ${command} was not found`
        : `The program ${command} could not be started (${code})`,
      remedy: isMissing
        ? "Install it in a step before this one, or name its path."
        : "Check that the file may be executed here.",
      cause,
    });
    this.name = "CommandFailure";
    this.code = code;
    this.command = command;
  }
}
