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
  const at = isRelative ? records.findIndex((record) => isEarlier(record, "rollback", asker)) : -1;
  const [newest] = records;
  const earlier = records[at];
  if (newest === undefined || earlier === undefined) return { kind: "target", target };
  const name = `${recordName(earlier)}, attempt ${earlier.attempt} of this run,`;
  if (newest !== earlier) {
    const refusal: Refusal = {
      reason: "unknown-target",
      what: `This job is run again, and since ${name} came ${recordName(newest)} (${whereAndWhen(newest)}): what is to be taken back is not certain any more`,
      remedy: "Start a new run of the workflow instead of running the old one again.",
    };
    return { kind: "refused", refusal };
  }
  const left = earlier.left.filter((id) => applied.includes(id));
  if (left.length === 0) return { kind: "nothing", why: `${capital(name)} did it already (${whereAndWhen(earlier)})` };
  return { kind: "target", target: target.kind === "steps" ? { kind: "steps", steps: left.length } : target };
}

/** The newest deployment: a run that had nothing to do because its own earlier attempt did all is not another one. */
export function newestRun(records: readonly FoundRecord[]): FoundRecord | undefined {
  const runs = records.filter(({ kind }) => kind === "run");
  return runs.find((record, at) => {
    const older = runs[at + 1];
    return record.result !== "nothing-to-do" || older === undefined || !isEarlier(older, "run", record);
  });
}

function isEarlier(
  { kind, runId, attempt }: FoundRecord,
  wanted: FoundRecord["kind"],
  asker: Asker | undefined,
): boolean {
  return asker !== undefined && kind === wanted && runId !== "" && runId === asker.runId && attempt < asker.attempt;
}
