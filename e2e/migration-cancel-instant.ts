/** Instants in a run: when it is cancelled or killed, and whether the runner is patient. */
import { until } from "@handrail/testkit";
import type { CancelOptions, GitHub, SignalOptions } from "@handrail/testkit";
import fc from "fast-check";
import type { Tool } from "./migration-cancel-stage.ts";
import type { JobOptions } from "./migration-stage.ts";

/** An instant by what happens in it, and what follows. */
export type Instant = {
  tool: Tool;
  /** `start`: so long after the start. `command`: so long after the nth one began. `github`: with the nth request. */
  on: "start" | "command" | "github";
  nth: number;
  afterMs: number;
  /** The request stays unanswered until the main step is gone. */
  isHeld: boolean;
  /** The runner's own time, or a tenth of it: then main is killed early. */
  isPatient: boolean;
};

/** Any; `commands`: how many there are. */
export const anyInstant = (commands: number): fc.Arbitrary<Instant> =>
  fc.record({
    tool: fc.constantFrom<Tool>("dbmate", "knex"),
    on: fc.constantFrom("start", "command", "command", "command", "command", "github"),
    nth: fc.integer({ min: 1, max: commands }),
    afterMs: fc.integer({ min: 0, max: 900 }),
    isHeld: fc.boolean(),
    isPatient: fc.boolean(),
  });

/** Requests to GitHub: the records are read, the new one is kept, its status is set. */
const REQUESTS = 3;

/** The options that cancel a job in that instant. */
export function cancelledIn(instant: Instant, github: GitHub): JobOptions {
  const { isPatient, isHeld, on } = instant;
  // The runner's own time is long for a main step that waits for an answer that does not come.
  const timing: CancelOptions["timing"] = isPatient && !(on === "github" && isHeld) ? "runner" : 1 / 10;
  const { when, ...options } = momentOf(instant, github);
  return { ...options, cancel: { when, timing } };
}

/** A moment of a job; `watch` has to be given to the job. */
export type Moment = { when: Promise<void>; watch: SignalOptions };

/** So long after the nth command began. */
export function withinCommand(nth: number, afterMs: number): Moment {
  return afterLog((log) => log.split("::group::").length > nth, afterMs);
}

function afterLog(is: (log: string) => boolean, afterMs: number): Moment {
  const reached = Promise.withResolvers<void>();
  const look = (log: string): boolean => {
    if (is(log)) setTimeout(reached.resolve, afterMs);
    return false;
  };
  return { when: reached.promise, watch: { when: look, signal: "SIGCONT" } };
}

/** Sources have one program for main and post, which are told apart by what main noted before it said anything. */
const isSource = process.env["HANDRAIL_E2E_SOURCE"] === "1";

function momentOf({ on, nth, afterMs, isHeld }: Instant, github: GitHub): JobOptions & { when: Promise<unknown> } {
  if (on === "start" && !isSource) return { when: new Promise((resolve) => setTimeout(resolve, afterMs)) };
  if (on !== "github") {
    const { when, watch } = on === "start" ? afterLog((log) => log !== "", afterMs) : withinCommand(nth, afterMs);
    return { when, signals: [watch] };
  }
  let pid = 0;
  const rule = github.faults.add({ on: "* *", nth: ((nth - 1) % REQUESTS) + 1, fault: "delay" });
  const letGo = async (): Promise<void> => {
    await rule.arrived();
    if (isHeld) await until(() => isGone(pid), { what: "The end of the main step" });
    rule.remove();
  };
  void letGo();
  return { when: rule.arrived(), onStart: (started) => (pid = started) };
}

function isGone(pid: number): boolean {
  try {
    return pid !== 0 && !process.kill(pid, 0);
  } catch {
    return true;
  }
}
