/** How executions of a pipeline are related: which is newer, which holds what, which rolls back which. Pure. */
import type { Execution, Revision } from "./execution.ts";

/** The execution that ours is compared with. `sinceMs`: it had begun by then, by AWS's time. */
export type Own = { id: string; revisions: readonly Revision[]; sinceMs: number };

/**
 * The newest execution that began after an instant (ms since 1970) and is no rollback: a rollback of what we started begins
 * after it, and its success would be a lie.
 */
export function newestAfter(listing: readonly Execution[], afterMs: number): Execution | undefined {
  return listing
    .filter(({ startMs, isRollback }) => !isRollback && startMs !== undefined && startMs >= afterMs)
    .reduce<Execution | undefined>(
      (newest, each) => (newest === undefined || (each.startMs ?? 0) > (newest.startMs ?? 0) ? each : newest),
      undefined,
    );
}

/** Executions that are surely newer than ours, the oldest first. AWS lists the newest first. */
export function newerThan(listing: readonly Execution[], own: Own): Execution[] {
  const at = listing.findIndex(({ id }) => id === own.id);
  const ours = listing[at];
  const isNewer = (each: Execution, index: number): boolean => {
    if (each.id === own.id) return false;
    if (ours !== undefined) {
      if (each.startMs === undefined || ours.startMs === undefined || each.startMs === ours.startMs) return index < at;
      return each.startMs > ours.startMs;
    }
    // A listing without ours may be an old one. What began after we had seen ours is newer; an end without a time is not.
    if (each.startMs !== undefined) return each.startMs > own.sinceMs;
    return each.status === "" || each.status === "InProgress";
  };
  return listing.filter(isNewer).reverse();
}

/**
 * Whether an execution holds what ours brought, source by source: the same revision, or another one that no execution
 * before ours had. Relied on is that a source action fetches the newest revision of its branch; ancestry is not told by
 * CodePipeline. `unknown`: the revisions are not told.
 */
export function holdsOurs(listing: readonly Execution[], own: Own, other: Execution): "yes" | "no" | "unknown" {
  const listed = listing.find(({ id }) => id === own.id)?.revisions ?? [];
  const ours = listed.length > 0 ? listed : own.revisions;
  if (ours.length === 0 || other.revisions.length === 0) return other.isRollback ? "no" : "unknown";
  const isSame = (revision: Revision): boolean => other.revisions.some(({ id }) => id === revision.id);
  if (ours.every(isSame)) return "yes";
  if (other.isRollback) return "no";
  const older = olderRevisions(listing, own);
  const holds = ours.every((revision) => {
    if (isSame(revision)) return true;
    const alone = ours.length === 1 && other.revisions.length === 1 ? other.revisions[0] : undefined;
    const theirs = other.revisions.find(({ name }) => name === revision.name) ?? alone;
    return theirs !== undefined && !older.has(theirs.id);
  });
  return holds ? "yes" : "no";
}

function olderRevisions(listing: readonly Execution[], own: Own): Set<string> {
  const newer = new Set(newerThan(listing, own).map(({ id }) => id));
  const older = listing.filter(({ id }) => id !== own.id && !newer.has(id));
  return new Set(older.flatMap(({ revisions }) => revisions.map(({ id }) => id)));
}

const dead: ReadonlySet<string> = new Set(["Superseded", "Failed", "Stopped", "Stopping", "Cancelled"]);

/**
 * The newer execution that may be waited for in the place of ours: one that lives before one that has ended badly, one that
 * surely holds our revision before one whose revisions are not told. `isProved`: it surely does.
 */
export function successorOf(
  listing: readonly Execution[],
  own: Own,
  visited: readonly string[],
): { execution: Execution; isProved: boolean } | undefined {
  const candidates = newerThan(listing, own)
    .filter(({ id }) => !visited.includes(id))
    .map((execution) => ({ execution, holds: holdsOurs(listing, own, execution) }))
    .filter(({ holds }) => holds !== "no");
  const pick = (isAlive: boolean, wanted: string): (typeof candidates)[number] | undefined =>
    candidates.find(({ execution, holds }) => !dead.has(execution.status) === isAlive && holds === wanted);
  const found = pick(true, "yes") ?? pick(true, "unknown") ?? pick(false, "yes") ?? pick(false, "unknown");
  return found === undefined ? undefined : { execution: found.execution, isProved: found.holds === "yes" };
}

/**
 * The execution that CodePipeline began by itself because ours failed. Its trigger's detail names the failed one:
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback-view-list.html
 */
export function rollbackOf(listing: readonly Execution[], own: Own): Execution | undefined {
  const newer = new Set(newerThan(listing, own).map(({ id }) => id));
  const isListed = listing.some(({ id }) => id === own.id);
  return listing.find((each) => {
    const { isRollback, trigger, triggerDetail, id, startMs } = each;
    if (!isRollback || id === own.id || trigger === "ManualRollback") return false;
    if (triggerDetail.includes(own.id)) return true;
    if (triggerDetail.includes("FailedPipelineExecutionId")) return false;
    return newer.has(id) || (!isListed && startMs === undefined);
  });
}
