/** How a run or a rollback is told: the result, why, and what to do. Pure. */
import type { Ending } from "./executor.ts";
import type { Journal } from "./journal.ts";
import type { Judgement } from "./judgement.ts";
import type { MigrationRecord } from "./record.ts";

/** What a run or a rollback came to, in the words of the contract. */
export type Telling = {
  result: Exclude<MigrationRecord["result"], "nothing-to-do">;
  /** "" when all is well. */
  reason: "" | "half-applied" | "tool-failed" | "task-failed" | "schema-differs" | "connection-failed";
  /** One line: what failed, and the root cause. */
  what: string;
  /** What to do about it; "" when all is well. */
  remedy: string;
};

/** Says it. `last`: how the last command ended. `isCancelled`: the step was cancelled. */
export function tell(
  journal: Journal,
  judgement: Judgement,
  { last, isCancelled }: { last: Ending | undefined; isCancelled: boolean },
): Telling {
  const isRun = journal.kind === "run";
  const [done, all] = [judgement.done.length, journal.planned.length];
  const isGood = last === undefined || (last.kind === "exited" && last.exitCode === 0);
  if (judgement.isComplete && (isGood || last.kind === "cancelled" || last.kind === "timeout")) {
    const counted = `${done} ${done === 1 ? "migration" : "migrations"}`;
    return {
      result: isRun ? "applied" : "rolled-back",
      reason: "",
      what: isRun ? `Applied ${counted}` : `Reverted ${counted}`,
      remedy: "",
    };
  }
  const result = resultOf(judgement, last, isCancelled);
  return {
    result,
    reason: reasonOf(judgement, last),
    what: `${whatFailed(journal, judgement, last, isCancelled)}${soFar(isRun, { done, all }, judgement)}`,
    remedy: remedyOf(journal, judgement, last),
  };
}

function resultOf(judgement: Judgement, last: Ending | undefined, isCancelled: boolean): Telling["result"] {
  if (last?.kind === "timeout") return "timeout";
  if (isCancelled || last?.kind === "cancelled") return "cancelled";
  return judgement.isChanged && !judgement.isComplete ? "partial" : "failed";
}

function reasonOf(judgement: Judgement, last: Ending | undefined): Telling["reason"] {
  if (judgement.isLie) return "schema-differs";
  if (judgement.half !== "") return "half-applied";
  return last?.task === undefined ? "tool-failed" : "task-failed";
}

/** The migration and why: the first thing that somebody reads at night. */
function whatFailed(
  { kind }: Journal,
  { left, isLie, half, why, strange }: Judgement,
  last: Ending | undefined,
  isCancelled: boolean,
): string {
  const verb = kind === "run" ? "apply" : "revert";
  if (isLie) return `${half} was not really reverted: ${why}`;
  const [next = ""] = left;
  const name = half === "" ? next : half;
  const cause = last?.cause ?? "";
  if (isCancelled || last?.kind === "cancelled") {
    return name === "" ? "The job was cancelled" : `The job was cancelled before ${name} was ${PAST[verb]}`;
  }
  if (name === "") {
    const strangers = strange.length === 0 ? "" : ` (also changed: ${strange.join(", ")})`;
    return `The tool failed after everything was ${PAST[verb]}${cause === "" ? "" : `: ${cause}`}${strangers}`;
  }
  if (cause === "") return `${name} was not ${PAST[verb]}, although the tool says that it did everything`;
  return `${name} could not be ${PAST[verb]}: ${cause}`;
}

const PAST = { apply: "applied", revert: "reverted" } as const;

/** What the database is now. */
function soFar(
  isRun: boolean,
  { done, all }: { done: number; all: number },
  { half, isLie, isChanged }: Judgement,
): string {
  const counted = `${done} of ${all} ${isRun ? "applied" : "reverted"}`;
  if (half !== "" && !isLie) return `. It is half ${isRun ? "applied" : "reverted"}; ${counted}`;
  if (!isChanged) return ". Nothing was changed";
  return `. ${counted}`;
}

function remedyOf({ kind }: Journal, judgement: Judgement, last: Ending | undefined): string {
  const again = kind === "run" ? "run the migration again" : "press the button again";
  if (judgement.isLie) {
    return "Mend the schema by hand (the summary says how it differs), and give the migration a down that undoes it.";
  }
  if (judgement.half !== "") {
    return `Either undo by hand what it left behind (the summary names it) and ${again}, or finish it by hand, mark it in the tool's table, and name the fingerprint of the schema in accept-schema.`;
  }
  if (last !== undefined && last.remedy !== "") return last.remedy;
  if (!judgement.isChanged) return `Mend the migration and ${again}: the database is as it was.`;
  return `Mend the migration and ${again}: it goes on where this one stopped.`;
}
