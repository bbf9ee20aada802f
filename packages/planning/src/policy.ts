/**
 * Runs the policy command on the redacted plan. Its exit code is the verdict; a command that cannot be started denies.
 */
import { toFailure } from "@handrail/runner";
import type { Exec } from "@handrail/runner";
import type { PolicyVerdict } from "@handrail/report";

/** How much of the command's output is kept, in characters of each stream. */
const outputLimit = 64 * 1024;

export type PolicyRun = {
  /** The program and its arguments; not empty. */
  command: readonly string[];
  /** Where it runs: the root module. */
  directory: string;
  /** Absolute path of the redacted plan. */
  planJsonFile: string;
  environment: Readonly<Record<string, string>>;
  exec: Exec;
  redact: (text: string) => string;
};

/** Runs the command with `PLAN_JSON` in its environment and returns what it said, redacted. Never throws. */
export async function runPolicy(run: PolicyRun): Promise<PolicyVerdict> {
  const [program = "", ...rest] = run.command;
  const command = run.command.join(" ");
  try {
    const ended = await run.exec(program, rest, {
      cwd: run.directory,
      environment: { ...run.environment, PLAN_JSON: run.planJsonFile },
      maxCapture: outputLimit,
    });
    const output = [ended.stdout, ended.stderr].filter((text) => text.trim() !== "").join("\n");
    const cutNote = ended.truncated === true ? "… the beginning of the output was cut\n" : "";
    return {
      command: run.redact(command),
      exitCode: ended.exitCode,
      output: cutNote + run.redact(output),
      isCancelled: ended.cancelled,
    };
  } catch (thrown) {
    const failure = toFailure(thrown);
    const isCancelled = failure.reason === "cancelled";
    return { command: run.redact(command), exitCode: undefined, output: run.redact(failure.what), isCancelled };
  }
}
