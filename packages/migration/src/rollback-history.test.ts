/**
 * Random histories against a model that knows the truth: a rollback that is planned leads to exactly the state that was asked for,
 * takes back nothing that no record knows, and where nothing strange happened it is not refused.
 */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { anyDeed, goodDeploy, goodRollback } from "./history-chances-fixture.ts";
import { decideIn, happen } from "./history-deeds-fixture.ts";
import type { Deed, Habits } from "./history-deeds-fixture.ts";
import { schemaPrint } from "./history-truth-fixture.ts";
import type { Truth } from "./history-truth-fixture.ts";
import { World } from "./history-world-fixture.ts";
import type { RollbackDecision, RollbackPlan, RollbackTarget } from "./history.ts";
import { digestOfSet } from "./set-digest.ts";

type Plan = RollbackPlan;

/**
 * What is asked for, by the truth: each state that would do; none when the target names nothing that ever was. What a record with
 * a half-done one left is that, and it without the half-done one.
 */
function wantedBy(target: RollbackTarget, world: World): Truth[] {
  const { order, truths } = world;
  switch (target.kind) {
    case "previous-deployment":
      return newestOf(world).flatMap((id) => truths.get(id)?.before ?? []);
    case "deployment": {
      const left = truths.get(target.id);
      return left === undefined ? [] : [left.whole, left.after];
    }
    case "before-deployment":
      return [truths.get(target.id)?.before ?? []].flat();
    case "version":
      return order.includes(target.version) ? [after(world, order.indexOf(target.version) + 1)] : [];
    case "steps":
      return target.steps > order.length ? [] : [after(world, order.length - target.steps)];
    default:
      return [];
  }
}

/** The runs of the newest deployment: the newest one, and those right before it that failed. Each run here is a workflow run of its own. */
function newestOf({ records }: World): number[] {
  const ids: number[] = [];
  for (const { kind, result, recordId, done, half } of records.slice(
    records.findIndex((each) => each.kind === "run"),
  )) {
    if (kind === "rollback" && done.length === 0 && half === "") continue;
    if (kind === "rollback" || (ids.length > 0 && (result === "applied" || result === "nothing-to-do"))) break;
    ids.push(recordId);
  }
  return ids;
}

/** What is left when all but the first `keep` are reverted. */
function after(world: World, keep: number): Truth {
  const copy = copyOf(world);
  for (const id of world.order.slice(keep).reverse()) copy.revert(id);
  return copy.truth();
}

function copyOf(world: World): World {
  const copy = new World(0);
  copy.order = [...world.order];
  copy.schema = new Set(world.schema);
  copy.ran = world.ran;
  return copy;
}

/** Holds a decision against the truth. */
function hold(world: World, target: RollbackTarget, decision: RollbackDecision, acceptsSchema: boolean): void {
  if (decision.kind === "refused") {
    expect(decision.refusals.length).toBeGreaterThan(0);
    for (const { what, remedy } of decision.refusals)
      expect([what.endsWith("."), remedy.endsWith(".")]).toEqual([false, true]);
    return;
  }
  const wanted = wantedBy(target, world);
  const isPrevious = target.kind === "previous-deployment";
  if (decision.kind === "plan") {
    const left = holdPlan(world, wanted, decision.plan, acceptsSchema);
    if (isPrevious) holdTakenBack(left, world);
  } else if (isPrevious) holdTakenBack(world, world);
  else holdState(world, wanted, acceptsSchema);
}

/** Resolves with what the plan leaves. */
function holdPlan(world: World, wanted: readonly Truth[], plan: Plan, acceptsSchema: boolean): World {
  const copy = copyOf(world);
  for (const { id, fingerprint } of plan.reverts) {
    const script = world.script(id);
    // The newest, by the script that ran, with a down; and a record that is there has it, whole. (Who reverts one by hand and
    // applies it again in the same place has changed nothing.)
    expect(copy.order.at(-1)).toBe(id);
    expect(world.records.some(({ kind, done }) => kind === "run" && done.some((each) => each.id === id))).toBe(true);
    expect(["baseline", "half"]).not.toContain(world.by.get(id));
    expect(script?.edition).toBe(world.ran.get(id));
    expect(["real", "unknown"]).toContain(script?.down);
    copy.revert(id);
    if (fingerprint !== undefined) expect(fingerprint).toBe(copy.fingerprint());
  }
  const isUnknown = acceptsSchema && plan.target.fingerprint === "";
  expect(plan.reverts.length).toBeGreaterThan(0);
  expect(plan.target).toMatchObject({ set: digestOfSet(copy.order), count: copy.order.length });
  if (!isUnknown) expect(plan.target.fingerprint).toBe(copy.fingerprint());
  holdState(copy, wanted, isUnknown);
  return copy;
}

/** The state is one of those. */
function holdState(world: World, wanted: readonly Truth[], isAnySchema: boolean): void {
  const print = ({ order, schema }: Truth): string =>
    `${[...order].sort().join(" ")}${isAnySchema ? "" : ` with ${schemaPrint(schema)}`}`;
  expect(wanted.map(print)).toContain(print(world.truth()));
}

/** Nothing that the newest deployment applied is left. */
function holdTakenBack({ order }: World, world: World): void {
  const newest: unknown[] = newestOf(world);
  expect(order.filter((id) => newest.includes(world.by.get(id)))).toEqual([]);
}

/** All that could be asked for now. */
function allTargets(world: World): RollbackTarget[] {
  const ids = [...world.records.map(({ recordId }) => recordId), 999_999];
  return [
    { kind: "previous-deployment" },
    ...ids.flatMap((id): RollbackTarget[] => [
      { kind: "deployment", id },
      { kind: "before-deployment", id },
    ]),
    ...[...world.scripts.map(({ id }) => id), "m9999.000"].map((version): RollbackTarget => ({
      kind: "version",
      version,
    })),
    ...Array.from({ length: world.order.length + 1 }, (_, at): RollbackTarget => ({ kind: "steps", steps: at + 1 })),
  ];
}

function play(deeds: readonly Deed[], baseline: number, habits: Habits): World {
  const world = new World(baseline);
  for (const deed of deeds) happen(deed, world, habits, (...decided) => hold(world, ...decided));
  return world;
}

/** So many of all that could be asked for, chosen by chance. */
function someTargets(world: World, picks: readonly number[]): RollbackTarget[] {
  const all = allTargets(world);
  const chosen = picks.flatMap((pick) => all[pick % all.length] ?? []);
  return [{ kind: "previous-deployment" }, ...chosen];
}

type Tale = { deeds: Deed[]; baseline: number; habits: Habits; picks: number[] };

function tales(deed: fc.Arbitrary<Deed>): fc.Arbitrary<Tale> {
  return fc.record({
    deeds: fc.array(deed, { minLength: 1, maxLength: 16, size: "max" }),
    baseline: fc.nat({ max: 3 }),
    habits: fc.record({ isInOrder: fc.boolean() }),
    picks: fc.array(fc.nat({ max: 10_000 }), { minLength: 5, maxLength: 5 }),
  });
}

describe("random histories", () => {
  it("whatever happened: a plan leads to exactly the state that was asked for, or nothing is done", () => {
    const seen = { plan: 0, nothing: 0, refused: 0 };
    fc.assert(
      fc.property(tales(anyDeed), ({ deeds, baseline, habits, picks }) => {
        const world = play(deeds, baseline, habits);
        for (const [at, target] of someTargets(world, picks).entries()) {
          const acceptsSchema = at % 4 === 3;
          const decision = decideIn(world, target, { ...habits, acceptsSchema });
          hold(world, target, decision, acceptsSchema);
          seen[decision.kind] += 1;
        }
      }),
      { numRuns: runs(500, 10_000), seed: seed() },
    );
    expect(Math.min(seen.plan, seen.nothing, seen.refused)).toBeGreaterThan(150);
  });

  it("where nothing strange happened: every state on the way back can be reached, and no other", () => {
    fc.assert(
      fc.property(tales(fc.oneof(goodDeploy, goodDeploy, goodRollback)), ({ deeds, baseline, habits, picks }) => {
        const world = play(deeds, baseline, habits);
        for (const target of someTargets(world, picks)) {
          const decision = decideIn(world, target, { ...habits, acceptsSchema: false });
          hold(world, target, decision, false);
          const reasons = decision.kind === "refused" ? decision.refusals.map(({ reason }) => reason) : [];
          expect({ target, reasons }).toEqual({ target, reasons: expectedReasons(target, world, baseline, habits) });
        }
      }),
      { numRuns: runs(500, 10_000), seed: seed() },
    );
  });
});

/** What a history of deploys and rollbacks alone may be refused for. */
function expectedReasons(target: RollbackTarget, world: World, baseline: number, { isInOrder }: Habits): string[] {
  const { order, records } = world;
  if (records.length === 0) return ["no-record"];
  const newest = records.find(({ kind }) => kind === "run");
  if (target.kind === "previous-deployment") return newest === undefined ? ["no-record"] : [];
  if (target.kind === "steps") return target.steps > order.length - baseline ? ["beyond-baseline"] : [];
  if (target.kind === "version") {
    const at = order.indexOf(target.version);
    if (at === -1) return ["unknown-target"];
    if (at >= baseline || baseline === 1) return [];
    if (!isInOrder) return ["no-record"];
    return at === baseline - 1 ? [] : ["beyond-baseline"];
  }
  const [wanted] = wantedBy(target, world);
  const bottom = order.slice(0, wanted?.order.length ?? 0);
  const isOnTheWay = wanted !== undefined && digestOfSet(bottom) === digestOfSet(wanted.order);
  return isOnTheWay && wanted.order.length <= order.length ? [] : ["unknown-target"];
}
