/** How a run or a rollback is told: the result, why, and what to do. Pure. */
import type { Ending } from "./executor.ts";
import type { Journal } from "./journal.ts";
import { isGoodEnd } from "./judgement.ts";
import type { Judgement } from "./judgement.ts";
import type { MigrationRecord } from "./record.ts";

/** What a run or a rollback came to, in the words of the contract. */
export type Telling = {
  result: Exclude<MigrationRecord["result"], "nothing-to-do">;
  /** "" when all is well. */
  reason: "" | "half-applied" | "cancelled" | "tool-failed" | "task-failed" | "schema-differs" | "connection-failed";
  /** One line: what failed, and the root cause. */
  what: string;
  /** What to do about it; "" when all is well. */
  remedy: string;
};

/**
 * Says it. `last`: how the last command ended. `isCancelled`: the step was cancelled. `isFinal`: false while the database still works on
 * what the tool sent.
 */
export function tell(
  journal: Journal,
  judgement: Judgement,
  {
    last,
    isCancelled,
    isFinal = true,
    isTransactional = true,
  }: { last: Ending | undefined; isCancelled: boolean; isFinal?: boolean; isTransactional?: boolean },
): Telling {
  const isRun = journal.kind === "run";
  const [done, all] = [judgement.done.length, journal.planned.length];
  const isGood = last === undefined || isGoodEnd(last);
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
  // Statements that change rows do not show in the schema, and nothing undoes them there.
  const keepsRows = !isTransactional && journal.doing.length > 0 && last?.kind !== "never-started" && !isGood;
  const what = `${whatFailed(journal, judgement, last, isCancelled)}${soFar(isRun, { done, all }, { ...judgement, keepsRows })}`;
  return {
    result,
    reason: reasonOf(judgement, last, result),
    what: isFinal ? what : `${what} so far: the database still works on what the tool sent`,
    remedy: isFinal ? remedyOf(journal, judgement, { last, result, keepsRows }) : UNFINISHED,
  };
}

function resultOf(judgement: Judgement, last: Ending | undefined, isCancelled: boolean): Telling["result"] {
  if (last?.kind === "timeout") return "timeout";
  if (isCancelled || last?.kind === "cancelled") return "cancelled";
  return judgement.isChanged ? "partial" : "failed";
}

const UNFINISHED = "Wait for the end of the job: its clean-up says how it ended. The database is locked until then.";

function reasonOf(judgement: Judgement, last: Ending | undefined, result: Telling["result"]): Telling["reason"] {
  if (judgement.isLie) return "schema-differs";
  if (judgement.half !== "") return "half-applied";
  if (result === "cancelled") return "cancelled";
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
  // A sentence goes on behind it.
  const cause = (last?.cause ?? "").replace(/[.\s]+$/, "");
  if (isCancelled || last?.kind === "cancelled") {
    return name === "" ? "The job was cancelled" : `The job was cancelled before ${name} was ${PAST[verb]}`;
  }
  if (name === "") {
    if (isGoodEnd(last) && strange.length > 0)
      return `Everything was ${PAST[verb]}, and what nobody asked for: ${strange.join(", ")}`;
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
  { half, isLie, isChanged, keepsRows }: Judgement & { keepsRows: boolean },
): string {
  const counted = `${done} of ${all} ${isRun ? "applied" : "reverted"}`;
  if (half !== "" && !isLie) return `. It is half ${isRun ? "applied" : "reverted"}; ${counted}`;
  if (!isChanged) return keepsRows ? ". The schema is as it was" : ". Nothing was changed";
  return `. ${counted}`;
}

function remedyOf(
  { kind }: Journal,
  judgement: Judgement,
  { last, result, keepsRows }: { last: Ending | undefined; result: Telling["result"]; keepsRows: boolean },
): string {
  const again = kind === "run" ? "run the migration again" : "press the button again";
  if (judgement.isLie) {
    return "Mend the schema by hand (the summary says how it differs), and give the migration a down that undoes it.";
  }
  if (judgement.half !== "") {
    // Who settles a dead run knows the schema before it by its fingerprint only.
    const where = last === undefined ? "its scripts say what that can be" : "the summary names it";
    return `Either undo by hand what it left behind (${where}) and ${again}, or finish it by hand, mark it in the tool's table, and name the fingerprint of the schema in accept-schema.`;
  }
  if (last !== undefined && last.remedy !== "") return last.remedy;
  // Nothing is known to be wrong with the migration.
  if (result === "cancelled") {
    const where = judgement.isChanged ? "it goes on where this one stopped" : "the database is as it was";
    return `When you want it, ${again}: ${where}.`;
  }
  if (isGoodEnd(last) && !judgement.isChanged) {
    return "Look which database the tool's own configuration connects to: it has to read DATABASE_URL, and may have worked on another one.";
  }
  if (keepsRows) {
    return `Rows that it changed before it failed may have stayed: look at the script, mend it, and ${again}.`;
  }
  if (!judgement.isChanged) return `Mend the migration and ${again}: the database is as it was.`;
  return `Mend the migration and ${again}: it goes on where this one stopped.`;
}
