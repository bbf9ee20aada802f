/**
 * Random histories of deploys, empty deploys, rollbacks and failures, through the whole flow on a SQLite database: after every
 * rollback the schema is the recorded one, or nothing was touched. Tools that lie are caught, honest ones never accused.
 */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fingerprintOf, readSchema, schemaStatements } from "@handrail/database";
import { runs, seed } from "@handrail/testkit";
import { makeToy } from "./migration-toy.ts";
import type { Toy, ToyMigration } from "./migration-toy.ts";
import { openToyStage } from "./migration-toy-stage.ts";
import type { ToyStage } from "./migration-toy-stage.ts";

/** One thing that somebody does. */
type Deed =
  | { do: "deploy"; adds: readonly Shape[] }
  | { do: "fail"; adds: readonly Shape[]; after: number }
  | { do: "rollback"; to: "previous" | "steps" | "version" | "deployment" | "before"; pick: number };

/** What a migration does: a table, a column on an earlier table, an index, or two tables at once. */
type Shape = "table" | "column" | "index" | "two";

const shape = fc.constantFrom<Shape>("table", "column", "index", "two");
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
  {
    arbitrary: fc.record({
      do: fc.constant("rollback" as const),
      to: fc.constantFrom(
        "previous" as const,
        "steps" as const,
        "version" as const,
        "deployment" as const,
        "before" as const,
      ),
      pick: fc.nat({ max: 9 }),
    }),
    weight: 3,
  },
);

/** The schema without what the tool and we keep for ourselves. */
async function schemaOf({ query }: Toy): Promise<string> {
  return fingerprintOf(readSchema("sqlite", await query(schemaStatements("sqlite")), { without: ["toy_migrations"] }));
}

async function appliedIn({ query }: Toy): Promise<string[]> {
  const [rows = []] = await query(["SELECT id FROM toy_migrations ORDER BY id"]).catch(() => [[]]);
  return rows.map(({ id }) => String(id));
}

let made = 0;

function makeMigration(wanted: Shape, tables: readonly string[]): ToyMigration {
  made += 1;
  const id = `m${String(made).padStart(6, "0")}`;
  const [table] = tables;
  if (wanted === "column" && table !== undefined) {
    return {
      id,
      up: [`ALTER TABLE ${table} ADD COLUMN c_${id} text`],
      down: [`ALTER TABLE ${table} DROP COLUMN c_${id}`],
    };
  }
  if (wanted === "index" && table !== undefined) {
    return { id, up: [`CREATE INDEX i_${id} ON ${table} (id)`], down: [`DROP INDEX i_${id}`] };
  }
  const names = wanted === "two" ? [`a_${id}`, `b_${id}`] : [`t_${id}`];
  return {
    id,
    up: names.map((name) => `CREATE TABLE ${name} (id integer primary key, x text)`),
    down: names.toReversed().map((name) => `DROP TABLE ${name}`),
  };
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

/** The schema that these migrations make on an empty database, in this order. */
async function schemaMadeOf({ known }: World, ids: readonly string[]): Promise<string> {
  const toy = makeToy(true);
  try {
    for (const id of ids) for (const statement of known.get(id)?.up ?? []) toy.database.exec(statement);
    return await schemaOf(toy);
  } finally {
    toy.database.close();
  }
}

async function deploy(world: World, adds: readonly Shape[], failsAfter: number | undefined): Promise<void> {
  const { toy, stage } = world;
  const tables = toy.migrations.filter(({ id }) => world.order.includes(id)).flatMap(({ up }) => up.flatMap(tableIn));
  // The checkout of this deploy: what is applied, and what is new.
  toy.migrations = toy.migrations.filter(({ id }) => world.order.includes(id));
  toy.migrations.push(...adds.map((each) => makeMigration(each, tables)));
  for (const each of toy.migrations) world.known.set(each.id, each);
  toy.manner.failsAfter = failsAfter;
  const before = await appliedIn(toy);
  const { outputs } = await stage.run();
  toy.manner.failsAfter = undefined;
  const now = await appliedIn(toy);
  const come = now.filter((id) => !before.includes(id));
  expect(outputs["applied"]).toEqual(come);
  world.order.push(...come);
  expect(outputs["version-after"]).toBe(now.at(-1) ?? "");
}

function tableIn(statement: string): string[] {
  const found = /^CREATE TABLE (\w+)/.exec(statement);
  return found?.[1] === undefined ? [] : [found[1]];
}

function targetOf({ to, pick }: Extract<Deed, { do: "rollback" }>, { stage, order }: World): string {
  const record = stage.deployments[pick % Math.max(1, stage.deployments.length)]?.id ?? 1;
  if (to === "previous") return "previous-deployment";
  if (to === "steps") return `steps:${1 + (pick % 4)}`;
  if (to === "version") return `version:${order[pick % Math.max(1, order.length)] ?? "none"}`;
  return `${to === "before" ? "before-deployment" : "deployment"}:${record}`;
}

/** Whether what is gone is the newest by application, and the schema is that of what is left: else nothing may have changed. */
async function rollback(world: World, wanted: Extract<Deed, { do: "rollback" }>): Promise<boolean> {
  const { toy, stage, order } = world;
  const [before, schemaBefore] = [await appliedIn(toy), await schemaOf(toy)];
  const { outputs } = await stage.rollback({ to: targetOf(wanted, world) });
  const [now, schemaNow] = [await appliedIn(toy), await schemaOf(toy)];
  if (outputs["result"] !== "rolled-back") {
    expect(["refused", "nothing-to-do"]).toContain(outputs["result"]);
    expect([now, schemaNow]).toEqual([before, schemaBefore]);
    return false;
  }
  const gone = order.filter((id) => !now.includes(id));
  expect(order.slice(order.length - gone.length)).toEqual(gone);
  expect(outputs["reverted"]).toEqual(gone.toReversed());
  world.order = order.slice(0, order.length - gone.length);
  expect(schemaNow).toBe(await schemaMadeOf(world, world.order));
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
