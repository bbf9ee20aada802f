/** Jobs that are run again: an attempt after the first goes on where the one before stopped, and repeats nothing. Pure. */
import { capital, recordName, whereAndWhen } from "./history-names.ts";
import type { Asker, Refusal, RollbackTarget } from "./history.ts";
import type { FoundRecord } from "./record.ts";

/** What decides: records newest first, and the applied ids. */
export type AgainFacts = { records: readonly FoundRecord[]; applied: readonly string[]; asker?: Asker | undefined };

/** A target, or what there is to say instead. */
export type TargetNow =
  | { kind: "target"; target: RollbackTarget }
  | { kind: "nothing"; why: string }
  | { kind: "refused"; refusal: Refusal };

/**
 * What a job that is run again means by a target that depends on when it is said, `previous-deployment` or `steps`: what its
 * earlier attempt left, and nothing when that did all. When something came in between, nobody can tell (H137).
 */
export function targetNow(target: RollbackTarget, { records, applied, asker }: AgainFacts): TargetNow {
  const isRelative = target.kind === "previous-deployment" || target.kind === "steps";
  const at = isRelative ? records.findIndex((record) => isEarlierRollback(record, asker)) : -1;
  const [newest] = records;
  const earlier = records[at];
  if (newest === undefined || earlier === undefined) return { kind: "target", target };
  const name = `${recordName(earlier)}, attempt ${earlier.attempt} of this run,`;
  const isOwn = newest.kind === "run" && newest.runId === asker?.runId && newest.attempt === asker.attempt;
  // "Migrate, deploy, and go back when that fails", run again as a whole: it goes back behind this attempt's own migration.
  if (isOwn) return { kind: "target", target };
  if (newest !== earlier) {
    const refusal: Refusal = {
      reason: "unknown-target",
      what: `This job is run again, and since ${name} came ${recordName(newest)} (${whereAndWhen(newest)}): what is to be taken back is not certain any more`,
      remedy: "Start a new run of the workflow instead of running the old one again.",
    };
    return { kind: "refused", refusal };
  }
  if (earlier.cut === true && target.kind === "steps") return { kind: "refused", refusal: cutShort(name) };
  const left = earlier.left.filter((id) => applied.includes(id));
  if (left.length === 0) return { kind: "nothing", why: `${capital(name)} did it already (${whereAndWhen(earlier)})` };
  return { kind: "target", target: target.kind === "steps" ? { kind: "steps", steps: left.length } : target };
}

function cutShort(name: string): Refusal {
  return {
    reason: "unknown-target",
    what: `${capital(name)} was to revert more migrations than its record has room for: how many are left is not known`,
    remedy: "Start a new run of the workflow, with a version or a deployment to go back to.",
  };
}

/**
 * The records of the newest deployment, newest first: its newest run, the earlier attempts of the same workflow run, and the runs
 * before it that failed. What those applied came with this deployment: nothing was deployed with it before. A rollback, or another
 * run that ended well, is where it began.
 */
export function newestDeployment(records: readonly FoundRecord[]): readonly FoundRecord[] {
  const start = records.findIndex(({ kind }) => kind === "run");
  const [newest, ...older] = start === -1 ? [] : records.slice(start);
  if (newest === undefined) return [];
  const end = older.findIndex((record) => !isOfSame(record, newest));
  return [newest, ...(end === -1 ? older : older.slice(0, end)).filter(({ kind }) => kind === "run")];
}

function isOfSame(record: FoundRecord, newest: FoundRecord): boolean {
  // A rollback that reverted nothing is no state that somebody went back to.
  if (record.kind === "rollback") return record.done.length === 0 && record.half === "";
  const isGood = record.result === "applied" || record.result === "nothing-to-do";
  return !isGood || (record.runId !== "" && record.runId === newest.runId);
}

function isEarlierRollback({ kind, runId, attempt }: FoundRecord, asker: Asker | undefined): boolean {
  return kind === "rollback" && asker !== undefined && runId !== "" && runId === asker.runId && attempt < asker.attempt;
}
