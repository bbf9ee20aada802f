/**
 * A failed terraform command as the Failure a user meets. Texts contain terraform's words: whoever shows them redacts.
 */
import { Failure } from "@handrail/runner";
import { classify } from "../diagnostic-class.ts";
import type { Phase } from "../diagnostic-rules.ts";
import { type Diagnostic, locateDiagnostic } from "../diagnostics.ts";
import type { CommandResult } from "./run.ts";

/** Facts around a failed command: where terraform ran (relative to the workspace), and whether a lock file was there. */
export type FailureContext = { directory: string; hadLockFile?: boolean };

const CRASH = "Run the job again with debug logging: it shows the end of what terraform wrote on its error output.";

/** What Go's network code says when a host cannot be reached: no lock file would help. */
const OFFLINE = /could not connect|no such host|connection refused|i\/o timeout|dial tcp|TLS handshake/i;

/** Puts a command that failed into words. Call it for results that are not what was hoped for, whatever their exit code. */
export function commandFailure(result: CommandResult, phase: Phase, context: FailureContext): Failure {
  const { exitCode, signal, cancelled, diagnostics, stderr } = result;
  const hasErrors = diagnostics.some(({ severity }) => severity === "error");
  if (cancelled) {
    return new Failure({
      reason: "cancelled",
      what: `Cancelled while terraform ${phase} ran`,
      remedy: "Run the job again when you want its result.",
    });
  }
  const { reason, what, remedy, diagnostic } = classify(
    diagnostics.map((found) => fromWorkspace(found, context)),
    phase,
  );
  const location = diagnostic === undefined ? undefined : locateDiagnostic(diagnostic, ".");
  if (!hasErrors) {
    const how = signal === undefined ? `exit code ${exitCode ?? "unknown"}` : `signal ${signal}`;
    return new Failure({
      reason: phase === "apply" ? "terraform-crashed" : reason,
      what: `terraform ${phase} ended with ${how} and named no error`,
      remedy: CRASH,
      cause: new Error(stderr),
    });
  }
  const isOffline = diagnostics.some(({ detail }) => OFFLINE.test(detail));
  const isUnlocked =
    context.hadLockFile === false && reason === "init-failed" && !isOffline && /provider|lock file/i.test(what);
  return new Failure({
    reason,
    what,
    remedy: isUnlocked
      ? "There is no .terraform.lock.hcl: run terraform init (and terraform providers lock for every platform you use), and commit the lock file."
      : remedy,
    ...(location === undefined ? {} : { location }),
  });
}

/** The diagnostic with its file as people know it: relative to the workspace. */
function fromWorkspace(diagnostic: Diagnostic, { directory }: FailureContext): Diagnostic {
  const file = locateDiagnostic(diagnostic, directory)?.file;
  const { range } = diagnostic;
  return file === undefined || range === undefined
    ? diagnostic
    : { ...diagnostic, range: { ...range, filename: file } };
}
