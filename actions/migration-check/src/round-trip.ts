/** Takes the new migrations up, down and up on a throwaway database, and notes what is seen. */
import { compareContents, compareSchemas, contentStatements, readContent } from "@handrail/database";
import type { Schema, TableContent } from "@handrail/database";
import { takeSnapshot } from "@handrail/migration";
import type { Command, Ending, Migration, Place, Snapshot } from "@handrail/migration";
import { Failure } from "@handrail/runner";
import type { Log } from "@handrail/runner";
import type { Observation } from "./verdict.ts";

/** What a trip needs. */
export type Trip = { place: Place; migrations: readonly Migration[]; log: Log; cancelled: AbortSignal };

type View = { snapshot: Snapshot; contents: readonly TableContent[] };

/**
 * Applies what the base has.
 * @throws Failure `tool-failed` when one of them fails: then nothing can be said about what is new
 */
export async function applyOld(trip: Trip, old: readonly Migration[]): Promise<void> {
  for (;;) {
    trip.cancelled.throwIfAborted();
    const { ids } = await takeSnapshot(trip.place);
    const left = old.filter(({ id }) => !ids.includes(id));
    if (left.length === 0) return;
    const step = trip.place.adapter.up(left, situationOf(trip, ids));
    const failed = await go(trip, step.command, `apply ${step.applies.join(", ")} (of the base)`);
    const now = await takeSnapshot(trip.place);
    const missing = step.applies.find((id) => !now.ids.includes(id));
    if (failed !== "" || missing !== undefined) throw oldFailed(missing ?? step.applies[0] ?? "", failed);
  }
}

/** Looks at the schema and at what is in it. */
async function look({ place }: Trip): Promise<View> {
  const snapshot = await takeSnapshot(place);
  const { query } = place.executor;
  const { schema } = snapshot;
  if (query === undefined || schema === undefined) return { snapshot, contents: [] };
  return { snapshot, contents: readContent(schema, await query(contentStatements(schema))) };
}

/** Whether the tool can apply one migration without the others. */
export function goesOneByOne(trip: Trip, added: readonly Migration[]): boolean {
  return added.length < 2 || trip.place.adapter.up(added, situationOf(trip, [])).applies.length < added.length;
}

/**
 * Takes a group of migrations (one, where the tool can) up, down and up. Resolves with what was seen; the database then has them.
 * `isAlone`: nothing else is pending; otherwise the tool applies what the base has in the same command, and nothing is known of
 * the schema before.
 * @throws Failure `tool-failed`
 */
export async function roundTrip(trip: Trip, group: readonly Migration[], isAlone: boolean): Promise<Observation> {
  const before = isAlone ? await look(trip) : undefined;
  const failed = await up(trip, group);
  if (failed !== "") throw upFailed(group, failed);
  const after = await look(trip);
  const seen = { ...describeGroup(group), ...nothingSeen, up: before === undefined ? [] : differences(before, after) };
  const noWayDown = group.map((each) => wayDown(trip, each)).find((why) => why !== "") ?? "";
  if (noWayDown !== "") return { ...seen, noWayDown };
  const downFailed = await down(trip, group.toReversed());
  if (downFailed !== "") return { ...seen, downFailed };
  const again = await look(trip);
  const afterDown = before === undefined ? [] : differences(before, again);
  const lost = before === undefined || afterDown.length > 0 ? [] : compareContents(before.contents, again.contents);
  const againFailed = await up(trip, group);
  if (againFailed !== "") return { ...seen, afterDown, lost, againFailed };
  const last = await look(trip);
  return { ...seen, afterDown, lost, afterAgain: differences(after, last) };
}

const nothingSeen = { noWayDown: "", downFailed: "", afterDown: [], lost: [], againFailed: "", afterAgain: [] };

function describeGroup(group: readonly Migration[]): { ids: readonly string[]; title: string } {
  return { ids: group.map(({ id }) => id), title: group.map(({ title }) => title).join(", ") };
}

/** Why it cannot go down; "" when it can, as far as its script tells. */
function wayDown({ place: { adapter } }: Trip, { down: kind }: Migration): string {
  if (adapter.forwardOnly !== undefined) return adapter.forwardOnly;
  if (kind === "none") return "it has no down";
  return kind === "empty" ? "its down does nothing" : "";
}

/** Applies all of a group; "" when they are applied, else why not. */
async function up(trip: Trip, group: readonly Migration[]): Promise<string> {
  for (;;) {
    const { ids } = await takeSnapshot(trip.place);
    const left = group.filter(({ id }) => !ids.includes(id));
    if (left.length === 0) return "";
    const step = trip.place.adapter.up(left, situationOf(trip, ids));
    const failed = await go(trip, step.command, `apply ${step.applies.join(", ")}`);
    const now = await takeSnapshot(trip.place);
    if (failed !== "") return failed;
    if (now.half.length > 0) return "the tool marks it as not finished";
    if (!step.applies.every((id) => now.ids.includes(id))) {
      return "the tool says it did, and it is not among the applied ones";
    }
  }
}

/** Reverts a group in the order given; "" when they are reverted, else why not. */
async function down(trip: Trip, group: readonly Migration[]): Promise<string> {
  for (const migration of group) {
    const { ids } = await takeSnapshot(trip.place);
    const step = trip.place.adapter.down(migration, situationOf(trip, ids));
    if (step === undefined) return `${trip.place.adapter.title} cannot revert exactly ${migration.title}`;
    const failed = await go(trip, step.command, `revert ${migration.title}`);
    const now = await takeSnapshot(trip.place);
    if (failed !== "") return failed;
    if (now.ids.includes(migration.id)) return "the tool says it did, and it is still among the applied ones";
  }
  return "";
}

/** Runs a command; "" when it went well. */
async function go({ place, cancelled }: Trip, command: Command, title: string): Promise<string> {
  cancelled.throwIfAborted();
  const ending: Ending = await place.executor.run(command, { title: `${place.adapter.title}: ${title}` });
  cancelled.throwIfAborted();
  if (ending.kind === "exited" && ending.exitCode === 0) return "";
  return ending.cause === "" ? `it ended with exit code ${ending.exitCode ?? "none"}` : ending.cause;
}

function situationOf({ place, migrations }: Trip, applied: readonly string[]): Parameters<Place["adapter"]["up"]>[1] {
  return { settings: place.settings, migrations, applied };
}

/** Without the schema as data only its fingerprint can be compared. */
function differences(from: View, to: View): ReturnType<typeof compareSchemas> {
  const [a, b]: (Schema | undefined)[] = [from.snapshot.schema, to.snapshot.schema];
  if (a !== undefined && b !== undefined) return compareSchemas(a, b);
  if (from.snapshot.fingerprint === to.snapshot.fingerprint) return [];
  const object = { kind: "schema", of: "", name: "as schema-command prints it", definition: to.snapshot.fingerprint };
  return [{ change: "changed", object, before: { ...object, definition: from.snapshot.fingerprint } }];
}

function upFailed(group: readonly Migration[], why: string): Failure {
  return new Failure({
    reason: "tool-failed",
    what: `${describeGroup(group).title} cannot be applied: ${why}`,
    remedy: "Mend the migration; it was tried on a database that has all migrations of the base.",
  });
}

function oldFailed(id: string, why: string): Failure {
  return new Failure({
    reason: "tool-failed",
    what: `${id}, which the base has already, cannot be applied to an empty database: ${why === "" ? "it was left out" : why}`,
    remedy:
      "The migrations of the base have to build the schema from nothing; or they need the same kind of database as production.",
  });
}
