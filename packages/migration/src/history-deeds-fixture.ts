/** What happens to the model of a database: deploys, rollbacks, and what people do behind Handrail's back. */
import type { RollbackDecision, RollbackTarget } from "./history.ts";
import { junk, mark } from "./history-truth-fixture.ts";
import type { DeployPlan } from "./history-truth-fixture.ts";
import type { World } from "./history-world-fixture.ts";
import type { RecordedMigration } from "./record.ts";
import { planRollback } from "./rollback-plan.ts";

/** How a target is drawn: `pick` chooses among what there is. */
export type Aim = { kind: RollbackTarget["kind"]; pick: number };

/** How a rollback ends. `stops`: after so many reverts; `leaves`: what the one after them leaves behind. */
export type RollbackCourse = {
  stops?: number | undefined;
  leaves: "nothing" | "schema" | "lie";
  acceptsSchema: boolean;
};

/** What somebody does by hand. */
export type HandWork =
  | "apply"
  | "revert"
  | "swap"
  | "reapply-edited"
  | "add-schema"
  | "drop-schema"
  | "mend"
  | "finish"
  | "edit-script"
  | "drop-script";

/** One thing that happens. */
export type Deed =
  | { deed: "deploy"; plan: DeployPlan }
  | { deed: "rollback"; aim: Aim; course: RollbackCourse }
  | { deed: "hand"; work: HandWork; pick: number }
  | { deed: "lose-record"; pick: number };

/** How the tool of a history is. */
export type Habits = { isInOrder: boolean };

/** The target that an aim means in this world. */
export function targetOf({ kind, pick }: Aim, world: World): RollbackTarget {
  if (kind === "previous-deployment") return { kind };
  if (kind === "steps") return { kind, steps: 1 + (pick % 5) };
  if (kind === "version") {
    const ids = [...world.scripts.map(({ id }) => id), "m9999.000"];
    return { kind, version: ids[pick % ids.length] ?? "" };
  }
  const ids = [...world.records.map(({ recordId }) => recordId), 999_999];
  return { kind, id: ids[pick % ids.length] ?? 0 };
}

/** Asks planRollback about this world. */
export function decideIn(
  world: World,
  target: RollbackTarget,
  { isInOrder, acceptsSchema }: Habits & { acceptsSchema: boolean },
): RollbackDecision {
  const fingerprint = world.fingerprint();
  return planRollback({
    target,
    records: world.records,
    applied: world.applied(isInOrder),
    isInOrder,
    fingerprint,
    migrations: world.migrations(),
    adapterForwardOnly: undefined,
    acceptSchema: acceptsSchema ? fingerprint : "",
    halfMarks: [...world.marks],
  });
}

/** Lets it happen. `onDecision` sees each decision of a rollback before it is carried out. */
export function happen(
  deed: Deed,
  world: World,
  habits: Habits,
  onDecision: (target: RollbackTarget, decision: RollbackDecision, acceptsSchema: boolean) => void,
): void {
  if (deed.deed === "deploy") world.deploy(deed.plan);
  if (deed.deed === "hand") workByHand(deed.work, deed.pick, world, habits);
  if (deed.deed === "lose-record" && world.records.length > 0) {
    const lost = deed.pick % world.records.length;
    world.records = world.records.filter((_, at) => at !== lost);
  }
  if (deed.deed === "rollback") {
    const { acceptsSchema } = deed.course;
    const target = targetOf(deed.aim, world);
    const decision = decideIn(world, target, { ...habits, acceptsSchema });
    onDecision(target, decision, acceptsSchema);
    if (decision.kind === "plan") carryOut(decision.plan.reverts, deed.course, world);
  }
}

function carryOut(reverts: readonly RecordedMigration[], { stops, leaves }: RollbackCourse, world: World): void {
  const before = world.truth();
  const recordId = world.nextRecord();
  const done: RecordedMigration[] = [];
  let half = "";
  let whole = before;
  for (const [at, { id, digest, down }] of reverts.entries()) {
    if (at === stops) {
      half = failRevert(id, leaves, world);
      break;
    }
    world.revert(id);
    done.push({ id, digest, down, fingerprint: world.fingerprint() });
    whole = world.truth();
  }
  world.keep(recordId, { kind: "rollback", before, whole, done, half });
}

/** A lie: the row goes, the schema stays. */
function failRevert(id: string, leaves: RollbackCourse["leaves"], world: World): string {
  const own = mark(id, world.ran.get(id) ?? 0);
  if (leaves === "nothing" || !world.schema.has(own)) return "";
  if (leaves === "lie") {
    world.order = world.order.filter((each) => each !== id);
    return id;
  }
  world.schema.delete(own);
  world.schema.add(junk(id));
  return id;
}

function workByHand(work: HandWork, pick: number, world: World, { isInOrder }: Habits): void {
  const top = world.order.at(-1);
  const script = world.scripts[pick % Math.max(1, world.scripts.length)];
  if (work === "apply")
    world.apply(world.newScript({ isLate: pick % 2 === 0, down: "real", changesSchema: pick % 3 > 0 }), "hand");
  if (work === "revert" && top !== undefined) world.revert(top);
  if (work === "add-schema") world.schema.add(`index ${pick}`);
  if (work === "drop-schema") world.schema.delete([...world.schema][pick % Math.max(1, world.schema.size)] ?? "");
  if (work === "edit-script" && script !== undefined) script.edition += 1;
  if (work === "drop-script" && script !== undefined) world.scripts = world.scripts.filter((each) => each !== script);
  if (work === "mend" || work === "finish") endHalf(work, world);
  if (work === "reapply-edited") reapply(world, top, (found) => (found.edition += 1));
  // Without an order in the tool's table nobody could ever tell.
  if (work === "swap" && isInOrder) {
    const second = world.order.at(-2);
    reapply(world, second);
  }
}

/** Reverts one and applies it again: it is the newest then. */
function reapply(
  world: World,
  id: string | undefined,
  change: (script: { edition: number }) => void = () => undefined,
): void {
  const script = id === undefined ? undefined : world.script(id);
  if (script === undefined || world.marks.has(script.id)) return;
  world.revert(script.id);
  change(script);
  world.apply(script, "hand");
}

/** Somebody takes away what a half-done one left, or completes it. */
function endHalf(work: "mend" | "finish", world: World): void {
  const half = world.records[0]?.half ?? "";
  const script = half === "" ? undefined : world.script(half);
  if (script === undefined) return;
  const isRun = world.records[0]?.kind === "run";
  world.schema.delete(junk(half));
  world.marks.delete(half);
  const wantsIt = (work === "finish") === isRun;
  const wasRun = world.by.get(half);
  if (!wantsIt) world.revert(half);
  else if (!isRun) {
    // A revert that is undone: row and schema are what they were.
    if (!world.order.includes(half)) world.order.push(half);
    if (script.changesSchema) world.schema.add(mark(half, world.ran.get(half) ?? 0));
  } else {
    world.order = world.order.filter((each) => each !== half);
    world.apply(script, "hand");
  }
  if (!isRun && wantsIt && wasRun !== undefined) world.by.set(half, wasRun);
}
