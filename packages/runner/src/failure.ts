/**
 * The one type of error that users meet: what happened and why, and what to do about it.
 * Nothing here prints or exits; the host's runAction does.
 */
import { types } from "node:util";

/** A place in a file of the workspace; lines and columns count from 1. */
export type Location = { file: string; line?: number; endLine?: number; column?: number; endColumn?: number };

/** What a failure is made of. `reason` is the value of the output failure-reason, `what` names the root cause, `remedy` the next step. */
export type FailureFacts = {
  reason: string;
  what: string;
  remedy: string;
  /** The value of the output result; "failed" when absent. */
  result?: string;
  location?: Location;
  cause?: unknown;
};

/** An error with everything the error annotation and the outputs need. */
export class Failure extends Error {
  readonly reason: string;
  readonly what: string;
  readonly remedy: string;
  readonly result: string;
  readonly location?: Location;

  constructor(facts: FailureFacts) {
    super(`${facts.what}\n${facts.remedy}`, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = "Failure";
    this.reason = facts.reason;
    this.what = facts.what;
    this.remedy = facts.remedy;
    this.result = facts.result ?? "failed";
    if (facts.location !== undefined) this.location = facts.location;
  }
}

/** Whether a value is an error object. An error of another realm (node's own, seen from a test's context) is not `instanceof Error`. */
export function isError(value: unknown): value is Error {
  return types.isNativeError(value) || value instanceof Error;
}

/** The code of a system error, such as ENOENT; undefined for anything else. */
export function errorCode(value: unknown): string | undefined {
  return isError(value) && "code" in value && typeof value.code === "string" ? value.code : undefined;
}

const REMEDY_FOR_UNKNOWN =
  "This is a defect of the action, not of your workflow: run the job again with debug logging for the stack, and report it.";

/** Errors of the machine that a user can mend, by their system error code. */
const MACHINE_ERRORS: ReadonlyMap<string, { what: string; remedy: string }> = new Map([
  ["ENOSPC", { what: "The disk is full", remedy: "Free space on the runner, then run the job again." }],
  ["EDQUOT", { what: "The disk quota is used up", remedy: "Free space on the runner, then run the job again." }],
  ["EMFILE", { what: "Too many files are open", remedy: "Raise the runner's limit of open files (ulimit -n)." }],
  ["ENOMEM", { what: "The machine has no memory left", remedy: "Use a runner with more memory." }],
  [
    "EROFS",
    { what: "The file system is read-only", remedy: "Let the runner's user write to the workspace and RUNNER_TEMP." },
  ],
]);

/** A short text for anything that can be thrown; never throws itself. */
function describe(thrown: unknown): string {
  if (isError(thrown)) return `${thrown.name}: ${thrown.message}`;
  if (typeof thrown === "string") return thrown;
  try {
    return `${typeof thrown} ${JSON.stringify(thrown) ?? String(thrown)}`;
  } catch {
    return `a value of type ${typeof thrown}`;
  }
}

/** The one door for anything thrown: a Failure stays as it is, an abort is "cancelled", everything else "internal-error". */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (isError(thrown) && thrown.name === "AbortError") {
    return new Failure({
      reason: "cancelled",
      what: "The step was cancelled before it was done",
      remedy: "Run the job again when you want its result.",
      cause: thrown,
    });
  }
  const machine = MACHINE_ERRORS.get(errorCode(thrown) ?? "");
  return new Failure({
    reason: "internal-error",
    what: machine === undefined ? `Unexpected error: ${describe(thrown)}` : `${machine.what}: ${describe(thrown)}`,
    remedy: machine?.remedy ?? REMEDY_FOR_UNKNOWN,
    cause: thrown,
  });
}
