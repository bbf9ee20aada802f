/**
 * A failed terraform command as the Failure a user meets. Texts contain terraform's words: whoever shows them redacts.
 */
import { Failure } from "@handrail/runner";
import { classify, type Classification } from "../diagnostic-class.ts";
import type { Phase } from "../diagnostic-rule.ts";
import { type Diagnostic, locateDiagnostic } from "../diagnostics.ts";
import type { CommandResult } from "./run.ts";

/** Facts around a failed command: where terraform ran (relative to the workspace), and whether a lock file was there. */
export type FailureContext = {
  directory: string;
  hadLockFile?: boolean;
  /** After an apply: what was begun and nobody saw the end of, and the id of the lock it may have left. */
  uncertain?: readonly string[];
  lockId?: string;
};

const CRASH = "Run the job again with debug logging: it shows the end of what terraform wrote on its error output.";

/** What Go's network code says when a host cannot be reached: no lock file would help. */
const OFFLINE = /could not connect|no such host|connection refused|i\/o timeout|dial tcp|TLS handshake/i;

/** How terraform and Go's runtime announce that the program itself broke (internal/logging/panic.go). */
const PANIC = /^(?:panic: |fatal error: |runtime: out of memory)|(?:TERRAFORM|OPENTOFU) CRASH/m;

/** Puts a command that failed into words. Call it for results that are not what was hoped for, whatever their exit code. */
export function commandFailure(result: CommandResult, phase: Phase, context: FailureContext): Failure {
  const { cancelled, diagnostics, stderr } = result;
  const classified = classify(
    diagnostics.map((found) => fromWorkspace(found, context)),
    phase,
  );
  const isUnsaved = classified.reason === "state-not-saved";
  if (phase === "apply" && !isUnsaved && isCrash(result)) return crashed(result, context);
  if (cancelled && !isUnsaved) {
    return new Failure({
      reason: "cancelled",
      what: `Cancelled while terraform ${phase} ran`,
      remedy: "Run the job again when you want its result.",
    });
  }
  if (hasErrors(result)) return withRemedy(classified, result, context);
  const isBegun = phase !== "apply" || result.product !== undefined;
  return new Failure({
    reason: classified.reason,
    what: isBegun
      ? `terraform ${phase} ended with ${ending(result)} and named no error`
      : `terraform apply ended with ${ending(result)} before it began`,
    remedy: isBegun ? CRASH : `Nothing was applied. Look at TF_CLI_ARGS and TF_CLI_ARGS_apply. ${CRASH}`,
    cause: new Error(stderr),
  });
}

function hasErrors({ diagnostics }: CommandResult): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function ending({ exitCode, signal }: CommandResult): string {
  return signal === undefined ? `exit code ${exitCode ?? "unknown"}` : `signal ${signal}`;
}

/** An apply that did not end by itself. Cancelled before it began, it has neither exit code nor signal. */
function isCrash(result: CommandResult): boolean {
  const { cancelled, exitCode, product, signal, stderr } = result;
  // Asked to stop before it listened to signals, it dies of this one, and has touched nothing.
  if (cancelled && product === undefined && signal === "SIGINT") return false;
  if (signal !== undefined || PANIC.test(stderr)) return true;
  return !cancelled && product !== undefined && exitCode !== 0 && !hasErrors(result);
}

/** A provider that was at work is gone with it: what it made meanwhile is in no state. */
function crashed(result: CommandResult, { uncertain = [], lockId }: FailureContext): Failure {
  const isPanic = PANIC.test(result.stderr);
  const shown = uncertain.slice(0, 3).join(", ");
  const more = uncertain.length > 3 ? ` and ${uncertain.length - 3} more` : "";
  const at = shown === "" ? "" : `, with ${shown}${more} in the making`;
  return new Failure({
    reason: "terraform-crashed",
    what: isPanic
      ? `terraform crashed (${ending(result)}) during the apply${at}`
      : `terraform ended with ${ending(result)} during the apply${at}, and named no error`,
    remedy: [
      "What it was making may exist outside of the state: compare terraform state list with what is there, and terraform import (or delete) what is missing.",
      lockId === undefined
        ? "Its lock may be left: the next run names its id, for terraform force-unlock."
        : `Its lock is left: terraform force-unlock ${lockId}.`,
      "Then run the job again: what is left is planned anew.",
    ].join(" "),
    cause: new Error(result.stderr),
  });
}

const UNLOCKED =
  "There is no .terraform.lock.hcl: run terraform init (and terraform providers lock for every platform you use), and commit the lock file.";

function withRemedy(classified: Classification, result: CommandResult, context: FailureContext): Failure {
  const { reason, what, remedy, diagnostic } = classified;
  const location = diagnostic === undefined ? undefined : locateDiagnostic(diagnostic, ".");
  const isOffline = result.diagnostics.some(({ detail }) => OFFLINE.test(detail));
  const isUnlocked =
    context.hadLockFile === false && reason === "init-failed" && !isOffline && /provider|lock file/i.test(what);
  return new Failure({
    reason,
    what,
    remedy: isUnlocked ? UNLOCKED : remedy,
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
