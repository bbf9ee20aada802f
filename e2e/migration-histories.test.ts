/**
 * Random histories of deploys, empty deploys, rollbacks and failures, through the whole flow on a SQLite database: after every
 * rollback the schema is the recorded one, or nothing was touched. Tools that lie are caught, honest ones never accused.
 */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import {
  judgePress,
  makeScript,
  press,
  schemaMadeOf,
  schemaOf,
  shape,
  tablesIn,
  targetOf,
} from "./migration-histories-model.ts";
import type { Moment, Press, Shape } from "./migration-histories-model.ts";
import { makeToy } from "./migration-toy.ts";
import type { Toy, ToyMigration } from "./migration-toy.ts";
import { openToyStage } from "./migration-toy-stage.ts";
import type { ToyStage } from "./migration-toy-stage.ts";

/** One thing that somebody does. */
type Deed = { do: "deploy"; adds: readonly Shape[] } | { do: "fail"; adds: readonly Shape[]; after: number } | Press;

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant("deploy" as const), adds: fc.array(shape, { maxLength: 3 }) }), weight: 4 },
  {
    arbitrary: fc.record({
      do: fc.constant("fail" as const),
      adds: fc.array(shape, { minLength: 1, maxLength: 3 }),
      after: fc.integer({ min: 0, max: 2 }),
    }),
    weight: 1,
  },
  { arbitrary: press, weight: 3 },
);

async function momentOf({ query }: Toy): Promise<Moment> {
  const [rows = []] = await query(["SELECT id FROM toy_migrations ORDER BY id"]).catch(() => [[]]);
  return { applied: rows.map(({ id }) => String(id)), schema: await schemaOf(query, "toy_migrations") };
}

let made = 0;

function makeMigration(wanted: Shape, tables: readonly string[]): ToyMigration {
  made += 1;
  const id = `m${String(made).padStart(6, "0")}`;
  return { id, ...makeScript(wanted, id, tables) };
}

/** A world: what the model knows beside the database. */
type World = {
  toy: Toy;
  stage: ToyStage;
  /** Ids in the order in which they were really applied. */
  order: string[];
  /** Every migration that ever was. */
  known: Map<string, ToyMigration>;
};

async function deploy(world: World, adds: readonly Shape[], failsAfter: number | undefined): Promise<void> {
  const { toy, stage } = world;
  const tables = toy.migrations.filter(({ id }) => world.order.includes(id)).flatMap(({ up }) => tablesIn(up));
  // The checkout of this deploy: what is applied, and what is new.
  toy.migrations = toy.migrations.filter(({ id }) => world.order.includes(id));
  toy.migrations.push(...adds.map((each) => makeMigration(each, tables)));
  for (const each of toy.migrations) world.known.set(each.id, each);
  toy.manner.failsAfter = failsAfter;
  const { applied: before } = await momentOf(toy);
  const { outputs } = await stage.run();
  toy.manner.failsAfter = undefined;
  const { applied: now } = await momentOf(toy);
  const come = now.filter((id) => !before.includes(id));
  expect(outputs["applied"]).toEqual(come);
  world.order.push(...come);
  expect(outputs["version-after"]).toBe(now.at(-1) ?? "");
}

/** Whether something went back. */
async function rollback(world: World, wanted: Press): Promise<boolean> {
  const { toy, stage, order, known } = world;
  const before = await momentOf(toy);
  const { outputs } = await stage.rollback({
    to: targetOf(wanted, { order, records: stage.deployments.map(({ id }) => id) }),
  });
  const now = await momentOf(toy);
  world.order = [...judgePress(order, { before, now }, { result: outputs["result"], reverted: outputs["reverted"] })];
  if (world.order.length === order.length) return false;
  expect(now.schema).toBe(await schemaMadeOf(world.order.map((id) => known.get(id))));
  return true;
}

async function play(deeds: readonly Deed[], hasTransactions: boolean): Promise<number> {
  const toy = makeToy(hasTransactions);
  const world: World = { toy, stage: openToyStage(toy), order: [], known: new Map() };
  let rolledBack = 0;
  try {
    for (const each of deeds) {
      if (each.do === "deploy") await deploy(world, each.adds, undefined);
      else if (each.do === "fail") await deploy(world, each.adds, each.after);
      else if (await rollback(world, each)) rolledBack += 1;
    }
  } finally {
    toy.database.close();
  }
  return rolledBack;
}

describe("a thousand histories", () => {
  it("end with the recorded schema, or with a refusal that touched nothing", async () => {
    let rolledBack = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 2, maxLength: 14 }),
        fc.boolean(),
        async (deeds, hasTransactions) => {
          rolledBack += await play(deeds, hasTransactions);
        },
      ),
      { numRuns: runs(100, 1000), seed: seed() },
    );
    // A button that always refuses would be right all the time.
    expect(rolledBack).toBeGreaterThan(runs(100, 1000) / 2);
  });
});

/** A deploy of one or two migrations, a second one, and the button. */
async function pressAfter(shapes: readonly Shape[], lie: Toy["manner"]["lie"]): Promise<Record<string, unknown>> {
  const toy = makeToy(true);
  const world: World = { toy, stage: openToyStage(toy), order: [], known: new Map() };
  try {
    await deploy(world, ["table"], undefined);
    await deploy(world, shapes, undefined);
    toy.manner.lie = lie;
    return { ...(await world.stage.rollback()).outputs };
  } finally {
    toy.database.close();
  }
}

const someShapes = fc.array(shape, { minLength: 1, maxLength: 3 });

describe("tools", () => {
  it.each(["no-op", "deaf"] as const)("that lie (%s) are always caught", async (lie) => {
    await fc.assert(
      fc.asyncProperty(someShapes, async (shapes) => {
        const outputs = await pressAfter(shapes, lie);
        expect(outputs["result"]).toBe(lie === "deaf" ? "failed" : "partial");
        expect(outputs["failure-reason"]).toBe(lie === "deaf" ? "tool-failed" : "schema-differs");
        expect(outputs["reverted"]).toEqual([]);
      }),
      { numRuns: runs(30, 200), seed: seed() },
    );
  });

  it("that are honest are never accused", async () => {
    await fc.assert(
      fc.asyncProperty(someShapes, async (shapes) => {
        expect(await pressAfter(shapes, undefined)).toMatchObject({ result: "rolled-back", "failure-reason": "" });
      }),
      { numRuns: runs(40, 200), seed: seed() },
    );
  });
});
