/** For tests of targets that run programs. */
import type { ExecResult } from "@handrail/runner";

/** What a program did. */
export function ended(stdout: string, more: Partial<ExecResult> = {}): ExecResult {
  return { exitCode: 0, signal: undefined, stdout, stderr: "", cancelled: false, ...more };
}
