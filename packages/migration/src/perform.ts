/**
 * Does what is planned, one command after the other, and reads the database back after each. It stops at the first that did not
 * do exactly what it should; what that means is judged afterwards. The journal is written before and after each command.
 */
import { createdBetween, retypedBetween } from "@handrail/database";
import { toFailure } from "@handrail/runner";
import type { Log } from "@handrail/runner";
import type { Command } from "./adapter.ts";
import type { Ending } from "./executor.ts";
import type { Journal, JournalStep } from "./journal.ts";
import { takeSnapshot } from "./snapshot.ts";
import type { Place, Snapshot } from "./snapshot.ts";

/** One command, and the planned ids that it does. */
export type Move = { command: Command; ids: readonly string[]; title: string };

/** What performing needs. */
export type Performance = {
  place: Place;
  /** Written before each command. */
  note(journal: Journal): Promise<void>;
  log: Log;
  cancelled: AbortSignal;
  /** The next command; undefined when all is done. @throws Failure when the tool would do something else */
  next(journal: Journal, now: Snapshot): Move | undefined;
  /** Whether the schema is right after these ids were done; not asked when it cannot be read. */
  isRight?(journal: Journal, now: Snapshot): boolean;
};

/** How far it came. */
export type Performed = {
  journal: Journal;
  last: Ending | undefined;
  /** What the database was after the last command, when it was read; absent when something may have changed it since. */
  snapshot?: Snapshot;
};

/** Performs. Rejects only when the database could not be read, or the next command could not be found; the journal says how far it was. */
export async function perform(
  work: Performance,
  begun: { journal: Journal; snapshot: Snapshot; keep: (performed: Performed) => void },
): Promise<Performed> {
  let { journal, snapshot } = begun;
  let last: Ending | undefined;
  const keep = (next: Journal): void => {
    journal = next;
    begun.keep({ journal, last });
  };
  for (;;) {
    if (work.cancelled.aborted) return { journal, last };
    const move = work.next(journal, snapshot);
    if (move === undefined) return { journal, last, ...(last === undefined ? {} : { snapshot }) };
    keep({ ...journal, doing: move.ids });
    await work.note(journal);
    last = await work.place.executor.run(move.command, { title: move.title });
    keep(journal);
    if (last.kind !== "exited") return { journal, last };
    const now = await takeSnapshot(work.place);
    if (!isDone(move, journal, now)) return { journal, last, snapshot: now };
    keep({ ...journal, done: [...journal.done, ...stepsOf(move, snapshot, now)], doing: [] });
    snapshot = now;
    if (last.exitCode !== 0) return { journal, last, snapshot };
    if (now.fingerprint !== "" && work.isRight?.(journal, now) === false) return { journal, last, snapshot };
  }
}

/**
 * How the last command ended, for people. What stopped us after a command that ended well is the cause; what it did is for the database
 * to say.
 * @param thrown what performing rejected with; undefined when it did not
 */
export function lastEnding({ last }: Performed, thrown: { error: unknown } | undefined): Ending | undefined {
  if (thrown === undefined) return last;
  const { what: cause, remedy } = toFailure(thrown.error);
  if (last === undefined) return { kind: "lost", exitCode: undefined, cause, remedy, stdout: "", stderr: "" };
  return last.kind === "exited" && last.exitCode === 0 ? { ...last, cause, remedy } : last;
}

function isDone({ ids }: Move, { kind }: Journal, now: Snapshot): boolean {
  const there = new Set(now.ids);
  const isWhole = (id: string): boolean => there.has(id) && !now.half.includes(id);
  return ids.every((id) => (kind === "run" ? isWhole(id) : !there.has(id)));
}

/** Of several that one command did, only the last one's schema is known. */
function stepsOf({ ids }: Move, before: Snapshot, now: Snapshot): JournalStep[] {
  return ids.map((id, at) => {
    if (at < ids.length - 1) return { id, fingerprint: "" };
    const step = { id, fingerprint: now.fingerprint };
    if (ids.length > 1 || before.schema === undefined || now.schema === undefined) return step;
    const retypes = retypedBetween(before.schema, now.schema);
    const creates = createdBetween(before.schema, now.schema);
    return { ...step, creates, ...(retypes.length === 0 ? {} : { retypes }) };
  });
}
