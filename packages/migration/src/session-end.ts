/**
 * A server goes on with what it has received when its client is gone. Waits until nothing of it is left; what comes later on
 * connections that began later is somebody else's.
 */
import { DatabaseFailure } from "@handrail/database";
import type { DatabaseSession, SessionMark } from "@handrail/database/client";
import type { Clock, Log } from "@handrail/runner";
import type { Executor } from "./executor.ts";

/** What waiting needs. */
export type Afterglow = {
  executor: Pick<Executor, "sessions" | "engine">;
  clock: Clock;
  log: Pick<Log, "info">;
  /** By what the sessions are known when another process started the tool. */
  mark: SessionMark | undefined;
  patienceMs: number;
};

/** The server needs a moment to read what came in last; then it is looked again. */
const MOMENT_MS = 300;
const PAUSE_MS = 500;

/** How it ended: what still works, "" when nothing does; and whether there was anything to wait for. */
export type Calm = { busy: string; hasWaited: boolean };

/** Resolves when nothing of the tool works any more, or the time is up. Never rejects. */
export async function waitForSessions({ executor, clock, log, mark, patienceMs }: Afterglow): Promise<Calm> {
  if (executor.sessions === undefined || executor.engine === "sqlite") return { busy: "", hasWaited: false };
  const until = clock.monotonic() + patienceMs;
  // A tool that is gone begins no session: those that are not there at first are others'.
  const open = new Set<string>();
  let hasWaited = false;
  for (let answers = 0; ;) {
    const found = await look(executor, mark);
    if (found === "nobody may look") return { busy: "", hasWaited };
    let busy = "";
    if (found !== "no answer") {
      answers += 1;
      const [first] = stillGoing(open, found, answers <= 2);
      busy = first === undefined ? "" : describe(first);
      if (busy === "" && answers > 1) return { busy, hasWaited };
      if (busy !== "" && !hasWaited) log.info(`The database still works on what the tool sent (${busy})`);
    }
    hasWaited ||= busy !== "" || found === "no answer";
    // Who cannot be asked cannot be read back either: that says why.
    if (clock.monotonic() >= until) return { busy, hasWaited };
    await clock.sleep(answers === 1 ? MOMENT_MS : PAUSE_MS);
  }
}

/** Those that were there from the beginning, without a break. */
function stillGoing(open: Set<string>, found: readonly DatabaseSession[], isFirst: boolean): DatabaseSession[] {
  if (isFirst) for (const { id } of found) open.add(id);
  const going = found.filter(({ id }) => open.has(id));
  for (const id of open) if (!going.some((each) => each.id === id)) open.delete(id);
  return going;
}

type Look = readonly DatabaseSession[] | "no answer" | "nobody may look";

async function look({ sessions }: Afterglow["executor"], mark: SessionMark | undefined): Promise<Look> {
  try {
    const found = (await sessions?.(mark)) ?? [];
    return found.filter(({ isOurs }) => isOurs);
  } catch (thrown) {
    const isPassing = thrown instanceof DatabaseFailure && ["unreachable", "locked"].includes(thrown.kind);
    return isPassing ? "no answer" : "nobody may look";
  }
}

function describe({ id, statement }: DatabaseSession): string {
  const what = statement === "" ? "in a transaction" : statement.replaceAll(/\s+/g, " ").slice(0, 200);
  return `session ${id}: ${what}`;
}
