/** What a run of the command means. Pure; it runs nothing. */
import type { ExecResult } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Step } from "../../wait/target.ts";

/** What one run came to. */
export type CommandSnapshot = { exitCode: number | undefined; signal: string | undefined; lines: readonly string[] };

/** What is remembered: the last lines of the last run, and how many runs there were. */
export type CommandState = { runs: number; lines: readonly string[] };

/** What is read: a run. */
export type CommandRead = "run";

/** EX_TEMPFAIL of sysexits.h: not yet. */
const NOT_YET = 75;
const LAST_LINES = 30;

/** The run of a process in few lines: what it said last, on stdout and on stderr. */
export function snapshotOf({ exitCode, signal, stdout, stderr }: ExecResult): CommandSnapshot {
  const lines = [stdout, stderr].flatMap((text) =>
    text
      .split(/\r?\n/)
      .map((line) => cutLine(line, 300))
      .filter((line) => line !== "")
      .slice(-LAST_LINES),
  );
  return { exitCode, signal, lines: lines.slice(-LAST_LINES) };
}

/** The machine: exit code 0 is a success, 75 is not yet, anything else has failed. */
export function nextOfRuns(
  before: CommandState | undefined,
  { exitCode, signal, lines }: CommandSnapshot,
): Step<CommandState, CommandRead> {
  const state = { runs: (before?.runs ?? 0) + 1, lines };
  const last = lines.at(-1);
  const said = last === undefined ? "" : `: ${last}`;
  const step = { state, pace: "moving" as const, reads: ["run"] as const, facts: { runs: state.runs } };
  if (exitCode === NOT_YET) return { ...step, progress: `not yet${said}`, stage: "not yet" };
  const how = exitCode === undefined ? `was ended by ${signal ?? "a signal"}` : `ended with exit code ${exitCode}`;
  if (exitCode === 0) {
    return { ...step, verdict: { result: "success", cause: "" }, progress: `exit code 0${said}`, stage: "done" };
  }
  const verdict = { result: "failed", cause: `the command ${how}` } as const;
  return { ...step, verdict, progress: `${how}${said}`, stage: "failed" };
}
