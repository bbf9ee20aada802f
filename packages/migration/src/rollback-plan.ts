/** What a rollback may do, decided from the records, the database and the checkout before anything is touched. Pure. */
import { isApart, joinChain } from "./history-chain.ts";
import type { Chain } from "./history-chain.ts";
import { isAccepted } from "./history-half.ts";
import { namesOf } from "./history-names.ts";
import { originalOf, withoutRepeats } from "./history-repeats.ts";
import { stackOf, topSchema } from "./history-stack.ts";
import type { Stack, StackEntry } from "./history-stack.ts";
import { refuseApart, refuseMarks, refuseWithoutRecords } from "./history-texts.ts";
import type { Asker, Refusal, RollbackDecision, RollbackPlan, RollbackTarget } from "./history.ts";
import type { Migration } from "./migration.ts";
import type { FoundRecord, RecordedMigration, RecordedState } from "./record.ts";
import { aimAt } from "./rollback-aim.ts";
import { judgeDowns } from "./rollback-downs.ts";
import { judgeOrder } from "./rollback-order.ts";
import type { Aim } from "./rollback-place.ts";
import { followWay, judgePresent } from "./rollback-schema.ts";
import { digestOfSet } from "./set-digest.ts";

/** What decides. */
export type RollbackRequest = {
  target: RollbackTarget;
  /** Newest first; of this database, tool and directory. */
  records: readonly FoundRecord[];
  /** Of the same database by another tool or in another directory, newest first. */
  others?: readonly FoundRecord[];
  /** What is applied now, in the tool's order. */
  applied: readonly string[];
  /** Whether that order is the order of application. */
  isInOrder: boolean;
  /** Of the schema now; "" when it cannot be read. */
  fingerprint: string;
  /** Of the checkout; undefined when what runs is the image of the record, which has its own. */
  migrations: readonly Migration[] | undefined;
  /** Adapter.forwardOnly. */
  adapterForwardOnly: string | undefined;
  /** What accept-schema says; "" for nothing. */
  acceptSchema: string;
  /** The ids that the tool itself marks as not ended. */
  halfMarks?: readonly string[];
  /** Adapter.clearMark. */
  clearMark?: string | undefined;
  /** What on-drift says of scripts that changed since they ran; absent: `fail`. */
  onDrift?: "fail" | "warn";
  /** The run that asks, and its attempt: a job that is run again does not do twice what it did. */
  asker?: Asker;
};

/**
 * Decides. The database has to be what the newest record left, in its applied set and in its schema; from there the records lead
 * back as far as each begins where the one before ended. Nothing below the oldest of them is ever reverted. A state is a
 * target only when it lies on that way: one that was taken back is not gone forward to. All reasons to refuse are told, the
 * gravest first.
 */
export function planRollback(given: RollbackRequest): RollbackDecision {
  const request = { ...given, records: withoutRepeats(given.records), target: originalTarget(given) };
  const { records, applied, halfMarks = [] } = request;
  const [newest] = records;
  if (newest === undefined) return { kind: "refused", refusals: [refuseWithoutRecords()] };
  const marks = halfMarks.length === 0 ? [] : [refuseMarks(halfMarks, request.clearMark)];
  const found = joinChain(applied, records);
  if (isApart(found)) {
    return { kind: "refused", refusals: [...marks, refuseApart(found), ...judgeSchemaOnly(request, newest)] };
  }
  const stack = stackOf(applied, found);
  const present = [...marks, ...judgePresent(newest, request, stack)];
  const aim = aimAt(request.target, { ...request, chain: found, stack });
  if (aim.kind === "at") return decide({ request, chain: found, stack, present, aim });
  if (aim.kind === "refused") return { kind: "refused", refusals: [...present, aim.refusal] };
  return present.length > 0 ? { kind: "refused", refusals: present } : aim;
}

function originalTarget({ target, records }: RollbackRequest): RollbackTarget {
  return "id" in target ? { ...target, id: originalOf(records, target.id) } : target;
}

/** Without a chain the schema of the newest record says nothing, but that it left something half-done does. */
function judgeSchemaOnly(request: RollbackRequest, newest: FoundRecord): Refusal[] {
  return judgePresent(newest, request, undefined).filter(({ reason }) => reason === "half-applied");
}

type Case = {
  request: RollbackRequest;
  chain: Chain;
  stack: Stack;
  /** Reasons that lie in what the database is now. */
  present: readonly Refusal[];
  aim: Extract<Aim, { kind: "at" }>;
};

function decide({ request, chain, stack, present, aim }: Case): RollbackDecision {
  const { migrations, adapterForwardOnly: forwardOnly, onDrift = "fail" } = request;
  const { keep } = aim;
  const reverts = stack.entries.slice(keep).reverse();
  const way = wayTo({ request, stack, present, aim });
  const downs = judgeDowns(reverts, { migrations, forwardOnly, onDrift });
  const refusals = [
    ...present,
    ...way.breaks.map((each): Refusal => ({ reason: "schema-differs", ...each })),
    ...judgeOrder(stack, keep, request),
    ...downs.refusals,
    ...judgeTarget(way.fingerprint, reverts),
  ];
  if (refusals.length > 0) return { kind: "refused", refusals };
  if (reverts.length === 0) return { kind: "nothing", why: aim.already };
  const { isStrange } = way;
  const target = stateAt(stack, keep, isStrange ? "" : way.fingerprint, chain);
  const plan: RollbackPlan = {
    reverts: reverts.map((entry) => toRevert(entry, isStrange)),
    target,
    record: aim.record ?? recordOf(target, chain),
    ...deployments(stack, keep, chain),
    notes: [...downs.notes, ...(isStrange ? [strangeNote] : []), ...notesOnRest(stack, keep, request)],
  };
  return { kind: "plan", plan };
}

type Way = { fingerprint: string; breaks: readonly { what: string; remedy: string }[]; isStrange: boolean };

/**
 * Where reverting leads. accept-schema takes in the schema as it is now, and nothing that lies further back; what was accepted
 * is in nobody's record, so that nothing afterwards can be compared with one (`isStrange`).
 */
function wayTo({ request, stack, present, aim: { keep, wanted, isSame } }: Omit<Case, "chain">): Way {
  const isTold = present.some(({ reason }) => reason === "schema-differs" || reason === "half-applied");
  // A schema that was found wrong already is not told a second time.
  const fingerprint = isTold ? undefined : request.fingerprint;
  const { here, further, fingerprint: reached } = followWay({ stack, keep, wanted, isSame, fingerprint });
  const isTaken = isAccepted(request);
  const breaks = here === undefined || isTaken ? further : [here, ...further];
  const [newest] = request.records;
  const recorded = newest?.half === "" ? newest.after.fingerprint : topSchema(stack);
  const isStrange = isTaken && (here !== undefined || recorded !== request.fingerprint);
  return { fingerprint: reached, breaks, isStrange };
}

const strangeNote =
  "The schema as it is now was accepted and is in no record: what the rollback leaves cannot be compared with one.";

function judgeTarget(fingerprint: string, reverts: readonly StackEntry[]): Refusal[] {
  const lowest = reverts.at(-1);
  if (fingerprint !== "" || lowest === undefined) return [];
  const { record, id } = lowest;
  const isInside = record.done[0]?.id !== id && record.before.fingerprint !== "";
  return [
    {
      reason: "no-record",
      what: `The schema of that state was not recorded${record.cut === true ? " (the record was too large to hold it)" : ""}`,
      remedy: isInside
        ? `Use before-deployment:${record.recordId}, whose schema was recorded.`
        : "Undo it with a new migration.",
    },
  ];
}

function toRevert({ id, recorded, pre }: StackEntry, isStrange: boolean): RecordedMigration {
  const { fingerprint: _applied, ...facts } = recorded ?? { id, digest: "", down: "unknown" as const };
  return pre === "" || isStrange ? facts : { ...facts, fingerprint: pre };
}

function stateAt({ base, entries }: Stack, keep: number, fingerprint: string, { links }: Chain): RecordedState {
  const kept = entries.slice(0, keep).map(({ id }) => id);
  const ids = [...base, ...kept];
  const version = kept.at(-1) ?? links.at(-1)?.record.before.version ?? "";
  return { set: digestOfSet(ids), count: ids.length, version, fingerprint };
}

/** The newest record that left that state. */
function recordOf({ set, fingerprint }: RecordedState, { links }: Chain): FoundRecord | undefined {
  if (fingerprint === "") return undefined;
  return links.find(({ record, after }) => after.set === set && record.after.fingerprint === fingerprint)?.record;
}

function deployments(
  { entries }: Stack,
  keep: number,
  { links }: Chain,
): Pick<RollbackPlan, "undoes" | "deployedWith" | "deployedBefore"> {
  const kept = new Set(entries.slice(0, keep).map(({ record }) => record));
  const touched = new Set(entries.slice(keep).map(({ record }) => record));
  const records = links.map(({ record }) => record);
  const behind = records.findLastIndex((record) => touched.has(record)) + 1;
  const isRun = ({ kind }: FoundRecord): boolean => kind === "run";
  return {
    undoes: records.filter((record) => touched.has(record) && !kept.has(record)),
    deployedWith: records.slice(0, behind).filter(isRun),
    deployedBefore: records.slice(behind).filter(isRun),
  };
}

/** What stays and the checkout does not know is no reason to refuse: nothing of it is touched. */
function notesOnRest({ base, entries }: Stack, keep: number, { migrations }: RollbackRequest): string[] {
  if (migrations === undefined) return [];
  const known = new Set(migrations.map(({ id }) => id));
  const rest = [...base, ...entries.slice(0, keep).map(({ id }) => id)].filter((id) => !known.has(id));
  if (rest.length === 0) return [];
  return [`The checkout does not have ${namesOf(rest)}, which ${rest.length === 1 ? "stays" : "stay"} applied.`];
}
