/**
 * What an apply did, object by object, from its event stream: done, failed, not begun, or cut off in between. It counts
 * events; what a failure means for the step is diagnostic-class.ts.
 */
import type { Diagnostic } from "./diagnostics.ts";
import type { TerraformEvent } from "./events.ts";
import type { Json } from "./json-value.ts";
import type { PlanSummary, ResourceChange } from "./plan.ts";

/** What the plan says will happen to one object; a deposed object repeats the address of the current one. */
export type PlannedObject = {
  address: string;
  /** The address in the state before; the same unless it moves. */
  previousAddress: string;
  deposed?: string;
  /** The operations that terraform announces for it, by its words: two for a replacement, none for what only the state knows. */
  operations: readonly string[];
  /** Whether the state has the address afterwards. */
  isKept: boolean;
};

/** How the apply ended. */
export type ApplyEnd = {
  /** undefined when a signal ended it, or when nobody saw its end. */
  exitCode: number | undefined;
  /** The addresses in the live state afterwards, when it could be read. */
  stateAfter?: Iterable<string>;
};

/**
 * The planned objects by what became of them, as addresses in plan order, each once a list (a deposed object can put its
 * address into two lists). Data reads and no-ops are in none.
 */
export type ApplyOutcome = {
  applied: string[];
  /** An operation failed, or only one of a replacement's two was done. */
  failed: string[];
  notStarted: string[];
  /** Begun, and nobody saw the end: it may exist outside of the state. */
  uncertain: string[];
  /** Among the others: created according to terraform, but not in the live state. Only when that was given. */
  unsaved: string[];
};

/** Follows the events of one apply. */
export interface ApplyProgress {
  add(event: TerraformEvent): void;
  conclude(end: ApplyEnd): ApplyOutcome;
  /** terraform said that it did everything. */
  readonly isComplete: boolean;
  /** The values of the root's outputs; never the sensitive ones. Empty until the apply is complete. */
  readonly outputs: ReadonlyMap<string, Json>;
}

/** The objects of a plan that an apply works on, in plan order. */
export function plannedObjects(plan: Pick<PlanSummary, "changes">): PlannedObject[] {
  return plan.changes.filter(({ mode, kind }) => mode !== "data" && kind !== "read" && kind !== "open").map(toObject);
}

/** Without an announcement: they change nothing but the state (seen in terraform 1.11: no apply_* event for them). */
const SILENT: ReadonlySet<string> = new Set(["no-op", "forget", "read"]);

function toObject(change: ResourceChange): PlannedObject {
  return {
    address: change.address,
    previousAddress: change.previousAddress ?? change.address,
    ...(change.deposed === undefined ? {} : { deposed: change.deposed }),
    operations: change.actions.filter((action) => !SILENT.has(action)),
    isKept: change.kind !== "delete" && change.kind !== "forget",
  };
}

/** How often one operation of one address was begun, done and failed. */
type Tally = { started: number; completed: number; errored: number };
type Status = Exclude<keyof ApplyOutcome, "unsaved">;

/** What goes wrong after the last operation, when everything planned is done (command/views and clistate of terraform). */
const AFTERWARDS =
  /^(?:Error releasing the state lock|Failed to save state|Failed to persist state to backend|Failed to (?:create local state file|serialize state))/;

/** Creates the progress of one apply of a plan's objects. */
export function createApplyProgress(planned: readonly PlannedObject[]): ApplyProgress {
  const tallies = new Map<string, Tally>();
  const outputs = new Map<string, Json>();
  const errors = { before: 0, afterwards: 0 };
  let isComplete = false;
  return {
    outputs,
    get isComplete() {
      return isComplete;
    },
    add(event) {
      if (event.type === "change_summary") isComplete ||= event.operation === "apply" || event.operation === "destroy";
      if (event.type === "diagnostic") countError(errors, event.diagnostic);
      if (event.type === "outputs") {
        for (const [name, { value, action }] of event.outputs)
          if (action === undefined && value !== undefined) outputs.set(name, value);
      }
      if (event.type === "apply_start" || event.type === "apply_complete" || event.type === "apply_errored")
        count(tallies, event);
    },
    conclude({ exitCode, stateAfter }) {
      const isWalked = isComplete || exitCode === 0 || (errors.before === 0 && errors.afterwards > 0);
      const state = stateAfter === undefined ? undefined : new Set(stateAfter);
      return outcomeOf(planned, { tallies: structuredClone(tallies), isWalked, state });
    },
  };
}

function countError(errors: { before: number; afterwards: number }, { severity, summary }: Diagnostic): void {
  if (severity === "warning") return;
  errors[AFTERWARDS.test(summary) ? "afterwards" : "before"] += 1;
}

function keyOf(address: string, action: string): string {
  return `${action} ${address}`;
}

function count(tallies: Map<string, Tally>, event: { type: string; address: string; action: string }): void {
  const key = keyOf(event.address, event.action);
  const tally = tallies.get(key) ?? { started: 0, completed: 0, errored: 0 };
  tallies.set(key, tally);
  if (event.type === "apply_start") tally.started += 1;
  else if (event.type === "apply_complete") tally.completed += 1;
  else tally.errored += 1;
}

type Facts = { tallies: Map<string, Tally>; isWalked: boolean; state: ReadonlySet<string> | undefined };

function outcomeOf(planned: readonly PlannedObject[], facts: Facts): ApplyOutcome {
  const lists: Record<keyof ApplyOutcome, Set<string>> = {
    applied: new Set(),
    failed: new Set(),
    notStarted: new Set(),
    uncertain: new Set(),
    unsaved: new Set(),
  };
  for (const object of planned) {
    const status = statusOf(object, facts);
    lists[status].add(object.address);
    if (status === "applied" && object.isKept && facts.state?.has(object.address) === false)
      lists.unsaved.add(object.address);
  }
  return {
    applied: [...lists.applied],
    failed: [...lists.failed],
    notStarted: [...lists.notStarted],
    uncertain: [...lists.uncertain],
    unsaved: [...lists.unsaved],
  };
}

function statusOf(object: PlannedObject, { tallies, isWalked, state }: Facts): Status {
  const ends = object.operations.map((action) => takeEnd(tallies.get(keyOf(object.address, action))));
  if (ends.includes("errored")) return "failed";
  if (isWalked) return "applied";
  if (ends.length === 0) return isInState(object, state) ? "applied" : "notStarted";
  if (ends.includes("open")) return "uncertain";
  if (ends.every((end) => end === "completed")) return "applied";
  return ends.includes("completed") ? "failed" : "notStarted";
}

/** Takes one operation out of a tally, the best known first: objects of one address cannot be told apart in the events. */
function takeEnd(tally: Tally | undefined): "completed" | "errored" | "open" | "none" {
  if (tally === undefined || tally.started + tally.completed + tally.errored === 0) return "none";
  const end = tally.completed > 0 ? "completed" : tally.errored > 0 ? "errored" : "open";
  if (end !== "open") tally[end] -= 1;
  tally.started = Math.max(0, tally.started - 1);
  return end;
}

/** Whether the live state shows what terraform does without announcing it: a move, an import, a forget. */
function isInState({ address, previousAddress, deposed, isKept }: PlannedObject, state: Facts["state"]): boolean {
  if (state === undefined || deposed !== undefined) return false;
  const isMoved = previousAddress === address || !state.has(previousAddress);
  return state.has(address) === isKept && isMoved;
}
