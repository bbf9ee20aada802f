/**
 * What is waited for: the seam between the loop (watch.ts) and the targets. A target reads snapshots, its machine says what
 * they mean. The loop owns time: pace, faults, deadline, cancelling.
 */
import type { Diagnosis, Facts, Verdict } from "./verdict.ts";

/** One thing that ends by itself: a service's deployment, a task, an execution. */
export type Item = {
  /** Unique in the step, also in details: `prod/app`, `d-123`. */
  id: string;
  /** What people call it: `service app`, `pipeline release (execution e1)`. */
  label: string;
};

/**
 * How soon to look again. `now`: something changed that another read explains; at once, three times in a row at most.
 * `near`: the end is near. `starting`: nothing is visible yet. `far`: under way, nothing is wrong, and the end will show
 * itself (as `near`) before it comes. `moving`: under way, and it may end at any time. `blocked`: a person has to do something.
 */
export type Pace = "now" | "near" | "starting" | "far" | "moving" | "blocked";

/** What a machine says after a snapshot. */
export type Step<State, Read extends string = string> = {
  state: State;
  /** Present: this item has ended. */
  verdict?: Verdict;
  pace: Pace;
  /** What the next look has to read. */
  reads: readonly Read[];
  /** Where it stands, on one line: `IN_PROGRESS, 1/2 running`. Told whenever it changes; part of a timeout's annotation. */
  progress: string;
  /** The stage it is in, a few words; the picture in the summary is made of these: `SCALE_UP`. */
  stage: string;
  /** Each is told once. */
  warnings?: readonly string[];
  /** For `details`: what was pinned, counts. Later ones win. */
  facts?: Facts;
};

/** Why a look saw nothing. Faults never lead to a verdict by themselves, the loop's rules about them do. */
export type Fault = {
  kind: "throttled" | "unavailable" | "denied" | "expired" | "refused";
  /** What was asked, as people know it: `ecs:DescribeServices`, `GET /queue/item/494/api/json`. */
  operation: string;
  /** The answer's words: `ThrottlingException: Rate exceeded`, `401 Unauthorized`. */
  detail: string;
  /** What to do about it when waiting does not help. */
  remedy?: string;
};

/** What one look at an item saw. */
export type Look<Snapshot> = { snapshot: Snapshot } | { fault: Fault };

/** An item that is looked at, and what its machine wants to read. */
export type Wanted<State, Read extends string> = { item: Item; state: State | undefined; reads: readonly Read[] };

/** What stopping or rolling back came to. */
export type StopReport = {
  /** The request was accepted. */
  isAccepted: boolean;
  /** `StopServiceDeployment(ROLLBACK) was accepted`; or why not. */
  told: string;
};

/** How to end what runs. */
export type Ending = "stop" | "rollback";

/** A target as its folder makes it. */
export type TargetParts<Snapshot, State, Read extends string> = {
  /** `ecs`. */
  kind: string;
  items: readonly Item[];
  /** What the first look reads. */
  first: readonly Read[];
  /**
   * The machine: pure. `state` is undefined at the first snapshot; `elapsedMs` counts from the start of waiting. After a
   * verdict it is not called again for this item.
   */
  next(state: State | undefined, snapshot: Snapshot, elapsedMs: number): Step<State, Read>;
  /**
   * Reads what is wanted, in as few calls as the API allows. An item without a look counts as unavailable. Rejects only with
   * what is not about the other side: an abort, a defect. `calls` counts the calls of the API.
   */
  read(
    wanted: readonly Wanted<State, Read>[],
    elapsedMs: number,
  ): Promise<{ looks: ReadonlyMap<string, Look<Snapshot>>; calls: number }>;
  /** Asks why, at most eight calls. Never rejects because something cannot be asked. */
  diagnose?(item: Item, state: State, verdict: Verdict): Promise<Diagnosis>;
  /** Ends what runs; absent: this target cannot be ended. Sent also when the step is cancelled. */
  stop?(item: Item, state: State | undefined, how: Ending): Promise<StopReport>;
  /** Loads what `diagnose` and `stop` need, while there is time. */
  prepare?(): Promise<void>;
};

/** What came of looking at one item. */
export type Sight = { step: Step<unknown> } | { fault: Fault };

/** A target as the loop sees it: it keeps the states of its items. */
export interface Target {
  readonly kind: string;
  readonly items: readonly Item[];
  readonly canStop: boolean;
  look(ids: readonly string[], elapsedMs: number): Promise<{ sights: ReadonlyMap<string, Sight>; calls: number }>;
  diagnose(id: string, verdict: Verdict): Promise<Diagnosis>;
  stop(id: string, how: Ending): Promise<StopReport>;
  prepare(): Promise<void>;
}

/** Puts a target together. */
export function defineTarget<Snapshot, State, Read extends string>(parts: TargetParts<Snapshot, State, Read>): Target {
  const steps = new Map<string, Step<State, Read>>();
  const items = new Map(parts.items.map((item) => [item.id, item]));
  const itemOf = (id: string): Item => {
    const item = items.get(id);
    if (item === undefined) throw new TypeError(`${id} is no item of ${parts.kind}`);
    return item;
  };
  return {
    kind: parts.kind,
    items: parts.items,
    canStop: parts.stop !== undefined,
    async look(ids, elapsedMs) {
      const wanted = ids.map((id) => {
        const step = steps.get(id);
        return { item: itemOf(id), state: step?.state, reads: step?.reads ?? parts.first };
      });
      const { looks, calls } = await parts.read(wanted, elapsedMs);
      const sights = new Map<string, Sight>();
      for (const id of ids) {
        const look = looks.get(id) ?? { fault: unseen(parts.kind) };
        if ("fault" in look) sights.set(id, look);
        else {
          const step = parts.next(steps.get(id)?.state, look.snapshot, elapsedMs);
          steps.set(id, step);
          sights.set(id, { step });
        }
      }
      return { sights, calls };
    },
    async diagnose(id, verdict) {
      const state = steps.get(id)?.state;
      if (state === undefined || parts.diagnose === undefined) return { causes: [] };
      return parts.diagnose(itemOf(id), state, verdict);
    },
    async stop(id, how) {
      if (parts.stop === undefined)
        return { isAccepted: false, told: `A deployment by ${parts.kind} cannot be stopped` };
      return parts.stop(itemOf(id), steps.get(id)?.state, how);
    },
    prepare: async () => parts.prepare?.(),
  };
}

const unseen = (kind: string): Fault => ({
  kind: "unavailable",
  operation: kind,
  detail: "the answer is not about it",
});
