/**
 * Random histories with dbmate on SQLite, through the built actions: deploys, empty ones, ones that fail, and the button. What a
 * deploy does and what a rollback leaves is known beforehand, by a model that has no tool.
 */
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { DatabaseFailure, parseDatabaseUrl } from "@handrail/database";
import { openDatabase } from "@handrail/database/client";
import { runs, seed, virtualClock, withDatabases } from "@handrail/testkit";
import type { ScriptedMigration } from "@handrail/testkit";
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
import { listed } from "./migration-scenarios-scripts.ts";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { makeToy } from "./migration-toy.ts";

const LIMIT_MS = 900_000;

/** Merged late: its version is below that of one that may be applied already. */
type New = { shape: Shape; isLate: boolean };
type Deploy = {
  do: "deploy";
  adds: readonly New[];
  /** Whether the checkout still has what was rolled back or has failed: then it is applied anew. */
  isAgain: boolean;
  /** Which of the new ones fails at its second statement, if any. */
  broken?: number;
};

const one = fc.record({ shape, isLate: fc.boolean() });
const common = { do: fc.constant("deploy" as const), isAgain: fc.boolean() };
const deed: fc.Arbitrary<Deploy | Press> = fc.oneof(
  { arbitrary: fc.record({ ...common, adds: fc.array(one, { minLength: 1, maxLength: 3 }) }), weight: 4 },
  { arbitrary: fc.record({ ...common, adds: fc.constant([]) }), weight: 1 },
  {
    arbitrary: fc.record({
      ...common,
      adds: fc.array(one, { minLength: 1, maxLength: 3 }),
      broken: fc.nat({ max: 2 }),
    }),
    weight: 1,
  },
  { arbitrary: press, weight: 4 },
);

/** A world: what the model knows beside the database. Migrations go by their version. */
type World = {
  stage: MigrationStage;
  /** What is applied, in the order in which it really was. */
  order: readonly string[];
  checkout: readonly string[];
  known: Map<string, ScriptedMigration>;
};

async function momentOf({ url }: MigrationStage): Promise<Moment> {
  const clock = virtualClock({ mode: "auto" });
  const database = openDatabase({ url: parseDatabaseUrl(url), directory: "/", name: "test", clock });
  try {
    const [rows = []] = await database
      .query(["select version from schema_migrations order by version"])
      .catch((thrown: unknown) => {
        if (thrown instanceof DatabaseFailure && thrown.kind === "missing") return [[]];
        throw thrown;
      });
    const schema = await schemaOf(database.query, "schema_migrations");
    return { applied: rows.map(({ version }) => String(version)), schema };
  } finally {
    await database.close();
  }
}

/** What is applied, and how the next ones would go: each in a transaction, until one fails. */
function foresee(applied: readonly ScriptedMigration[], pending: readonly ScriptedMigration[]): number {
  const { database } = makeToy(true);
  try {
    for (const { up } of applied) for (const each of up) database.exec(each);
    for (const [at, { up }] of pending.entries()) {
      try {
        for (const each of up) database.exec(each);
      } catch {
        return at;
      }
    }
    return pending.length;
  } finally {
    database.close();
  }
}

const scriptsOf = ({ known }: World, ids: readonly string[]): ScriptedMigration[] =>
  ids.flatMap((id) => known.get(id) ?? []);

/** The new ones have names and versions that no other of this history has. */
function writeNew(world: World, adds: readonly New[]): ScriptedMigration[] {
  const { known, order } = world;
  const tables = scriptsOf(world, order).flatMap(({ up }) => tablesIn(up));
  return adds.map(({ shape: wanted, isLate }, at) => {
    const number = known.size + at + 1;
    const slug = `m${number}`;
    return { slug, ...makeScript(wanted, slug, tables), rank: isLate ? number - 1.5 : number };
  });
}

async function deploy(world: World, { adds, isAgain, broken }: Deploy): Promise<string> {
  const { stage, order, known, checkout } = world;
  // dbmate has to find a file: the first one is always there.
  const kept = checkout.filter((id, at) => isAgain || at === 0 || order.includes(id));
  const fresh = writeNew(world, adds);
  const failing = broken === undefined ? undefined : fresh[Math.min(broken, fresh.length - 1)];
  const spoiled = (each: ScriptedMigration): ScriptedMigration =>
    each === failing ? { ...each, up: [...each.up.slice(0, 1), "INSERT INTO nowhere VALUES (1)"] } : each;
  const before = await momentOf(stage);
  await stage.write([...scriptsOf(world, kept), ...fresh.map(spoiled)]);
  for (const each of fresh) known.set(stage.project.idOf(each.slug), each);
  world.checkout = [...kept, ...fresh.map(({ slug }) => stage.project.idOf(slug))];

  const pending = world.checkout.filter((id) => !order.includes(id)).toSorted();
  const wanted = pending.slice(0, foresee(scriptsOf(world, order), scriptsOf(world, pending).map(spoiled)));
  const job = await stage.act("run");
  const isWhole = wanted.length === pending.length;
  expect(job.outputs).toMatchObject({
    result: isWhole ? (wanted.length === 0 ? "nothing-to-do" : "applied") : wanted.length === 0 ? "failed" : "partial",
    "failure-reason": isWhole ? "" : "tool-failed",
  });
  expect(listed(job, "applied")).toEqual(wanted);
  expect(listed(job, "pending")).toEqual(isWhole ? [] : pending.slice(wanted.length));
  world.order = [...order, ...wanted];
  expect(await momentOf(stage)).toEqual({
    applied: [...before.applied, ...wanted].toSorted(),
    schema: await schemaMadeOf(scriptsOf(world, world.order)),
  });
  return job.outputs["result"] ?? "";
}

async function goBack(world: World, wanted: Press): Promise<string> {
  const { stage, order } = world;
  const before = await momentOf(stage);
  const to = targetOf(wanted, { order, records: stage.records().map(({ id }) => id) });
  const job = await stage.act("rollback", { to });
  const now = await momentOf(stage);
  const { result = "" } = job.outputs;
  world.order = judgePress(order, { before, now }, { result, reverted: listed(job, "reverted") });
  expect(now.schema).toBe(await schemaMadeOf(scriptsOf(world, world.order)));
  return result;
}

/** What each job came to. */
async function play(url: string, deeds: readonly (Deploy | Press)[]): Promise<string[]> {
  const world: World = {
    stage: await openMigrationStage({ tool: "dbmate", url }),
    order: [],
    checkout: [],
    known: new Map(),
  };
  const results: string[] = [];
  try {
    for (const each of deeds) {
      results.push(each.do === "deploy" ? await deploy(world, each) : await goBack(world, each));
    }
  } finally {
    await world.stage.clear();
  }
  return results;
}

/** There is nothing to go back to before it. */
const start: Deploy = { do: "deploy", adds: [{ shape: "two", isLate: false }], isAgain: false };

withDatabases(
  ({ createDatabase }) => {
    it(
      "random histories with dbmate end with the schema of what is left, or with a refusal that touched nothing",
      async () => {
        const results: string[] = [];
        const histories = fc.array(deed, { minLength: 3, maxLength: runs(4, 7) });
        await fc.assert(
          fc.asyncProperty(histories, async (deeds) => {
            results.push(...(await play(await createDatabase(), [start, ...deeds])));
          }),
          // Each takes seconds: to find a shorter one that fails, too, would take hours.
          { numRuns: runs(2, 20), seed: seed(), endOnFailure: true },
        );
        // A button that always refuses would be right all the time. Of twenty histories it is some fourteen times.
        expect(results.filter((each) => each === "rolled-back").length).toBeGreaterThanOrEqual(runs(1, 4));
      },
      LIMIT_MS,
    );
  },
  ["sqlite"],
);
