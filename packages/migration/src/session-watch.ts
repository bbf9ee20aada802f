/**
 * Watches the database while a tool works: a migration that waits for a lock says for whom it waits, and a long one that it is still
 * at work. It only looks and tells.
 */
import type { DatabaseSession } from "@handrail/database/client";
import type { Clock, Log } from "@handrail/runner";

/** How often is looked, and how often a silent migration is told of, ms. */
const LOOK_MS = 10_000;
const TELL_MS = 120_000;

/** What is watched with. */
export type Watch = {
  sessions(): Promise<readonly DatabaseSession[]>;
  clock: Clock;
  log: Log;
  title: string;
};

/** Watches until the signal is aborted. Never rejects. */
export async function watchSessions({ sessions, clock, log, title }: Watch, ended: AbortSignal): Promise<void> {
  const began = clock.monotonic();
  const told = new Set<string>();
  let toldAt = began;
  for (;;) {
    const isOver = await clock.sleep(LOOK_MS, ended).then(
      () => false,
      () => true,
    );
    if (isOver) return;
    for (const line of describeWaits(await sessions().catch(() => []))) {
      if (told.has(line)) continue;
      told.add(line);
      log.warning(line);
    }
    if (clock.monotonic() - toldAt < TELL_MS) continue;
    toldAt = clock.monotonic();
    log.info(`${title}: still at work after ${Math.round((toldAt - began) / 60_000)} min`);
  }
}

/** Sessions of the tool that wait for others, each in a line. */
export function describeWaits(sessions: readonly DatabaseSession[]): string[] {
  const byId = new Map(sessions.map((each) => [each.id, each]));
  return sessions
    .filter(({ isOurs, blockedBy }) => isOurs && blockedBy.length > 0)
    .map(({ id, blockedBy }) => {
      const blockers = blockedBy.map((each) => describeBlocker(each, byId.get(each)));
      return `The migration (session ${id}) waits for a lock that ${blockers.join(" and ")} holds`;
    });
}

function describeBlocker(id: string, session: DatabaseSession | undefined): string {
  if (session === undefined) return `session ${id}`;
  const what =
    session.statement === "" ? "idle in a transaction" : session.statement.replaceAll(/\s+/g, " ").slice(0, 120);
  return `session ${id} (${session.name === "" ? "" : `${session.name}: `}${what})`;
}
