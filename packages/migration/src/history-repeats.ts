/** Records that tell the same work twice. Pure. */
import type { FoundRecord } from "./record.ts";

/**
 * Leaves out the repeats. Who is killed after it wrote its record and before it gave back its lock leaves a journal behind, and
 * whoever takes the lock over settles it once more. Nothing can have come between the two, and both began with the same state. The
 * older one stays: its id is the one that was told.
 * @param records newest first
 */
export function withoutRepeats(records: readonly FoundRecord[]): readonly FoundRecord[] {
  return records.filter((record, at) => {
    const older = records[at + 1];
    return older === undefined || !isRepeat(record, older);
  });
}

/** The id of the record that stays, for the id of a repeat; any other id as it is. */
export function originalOf(records: readonly FoundRecord[], id: number): number {
  const at = records.findIndex(({ recordId }) => recordId === id);
  const stays = at === -1 ? undefined : withoutRepeats(records.slice(at))[0];
  return stays?.recordId ?? id;
}

function isRepeat(record: FoundRecord, older: FoundRecord): boolean {
  return (
    record.runId === older.runId &&
    record.attempt === older.attempt &&
    record.kind === older.kind &&
    record.startedAt === older.startedAt &&
    record.before.set === older.before.set &&
    record.after.set === older.after.set &&
    record.done.length > 0
  );
}
