/** What is checked last, when the plan is known: all before anything is touched. */
import { findRunningApps, refuseToolLock } from "@handrail/migration";
import type { Migration, Place, RecordedMigration, Refusal, RollbackPlan, Snapshot } from "@handrail/migration";
import type { RollbackStep } from "./step.ts";

/** An approval is for the plan that was shown. */
export function changedSince(approved: string, digest: string): Refusal[] {
  if (approved === "" || approved === digest) return [];
  return [
    {
      reason: "plan-changed",
      what: "The plan is not the one that was approved: the database or its records changed since",
      remedy: "Read the new plan, and press the button again.",
    },
  ];
}

/** The safety catch, the order of application and database, and a way down for each: all before anything is touched. */
export async function lastChecks(
  { inputs, deps }: RollbackStep,
  place: Place,
  plan: RollbackPlan,
  snapshot: Snapshot,
  migrations: readonly Migration[] | undefined,
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  if (!inputs["dry-run"] && inputs.confirm !== inputs.environment) {
    refusals.push({
      reason: "confirmation",
      what: inputs.confirm === "" ? "confirm is empty" : "confirm is not the name of the environment",
      remedy: `Read what would be reverted, then type ${inputs.environment} in confirm.`,
    });
  }
  refusals.push(...(await findRunningApps(inputs, plan, () => deps.ask())));
  refusals.push(...wayDown(place, plan, snapshot, migrations));
  refusals.push(...(await refuseToolLock(place)));
  return refusals;
}

/** Each of them, tried in thought: the tool must be able to revert exactly that one at that time. */
function wayDown(
  { adapter, settings }: Place,
  plan: RollbackPlan,
  snapshot: Snapshot,
  migrations: readonly Migration[] | undefined,
): Refusal[] {
  const known = knownMigrations(plan.reverts, migrations);
  const gone = new Set<string>();
  for (const { id } of plan.reverts) {
    const target = known.find((each) => each.id === id);
    const applied = snapshot.ids.filter((each) => !gone.has(each));
    if (target === undefined || adapter.down(target, { settings, migrations: known, applied }) === undefined) {
      return [
        {
          reason: "irreversible",
          what: `${adapter.title} has no way to revert exactly ${id} now, and nothing else`,
          remedy: "Write a migration that undoes it, and deploy that.",
        },
      ];
    }
    gone.add(id);
  }
  return [];
}

/** In a task the checkout does not count: what the record knows has to do. */
export function knownMigrations(
  reverts: readonly RecordedMigration[],
  migrations: readonly Migration[] | undefined,
): readonly Migration[] {
  return migrations ?? reverts.map(({ id, digest, down }) => ({ id, title: id, digest, down })).reverse();
}
