/** What holds for all of these adapters, whatever is in the checkout and in the database. */
import { describe, expect, test } from "@jest/globals";
import type { Row } from "@handrail/database";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Adapter, Command, Situation } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { atlas } from "./atlas.ts";
import { cakephp } from "./cakephp.ts";
import { flyway } from "./flyway.ts";
import { golangMigrate } from "./golang-migrate.ts";
import { goose } from "./goose.ts";
import { settingsFor } from "./javascript-fixture.ts";
import { laravel } from "./laravel.ts";
import { phinx } from "./phinx.ts";
import { prisma } from "./prisma.ts";
import { rails } from "./rails.ts";
import { readState, rowsQuery } from "./tool-rows-fixture.ts";

const PASSWORD = "s3cret-pass";
const ADDRESSES = [
  `postgresql://app:${PASSWORD}@db/app`,
  "mysql://app@db/app",
  "sqlite:app.db",
  `postgresql://app@db/app?password=${PASSWORD}`,
];
const digits = (at: number): string => `2026010100000${at}`;
const named = (at: number): string => `2026_01_01_00000${at}_add`;

type Case = {
  adapter: Adapter;
  idOf: (at: number) => string;
  titleOf: (id: string) => string;
  rowOf: (id: string) => Row;
};
const sql = (id: string): string => `${id}_add.sql`;
const php = (id: string): string => `${id}_add.php`;
const versionRow = (id: string): Row => ({ version: id });
const cases: readonly Case[] = [
  { adapter: rails, idOf: digits, titleOf: (id) => `${id}_add.rb`, rowOf: versionRow },
  { adapter: laravel, idOf: named, titleOf: (id) => `${id}.php`, rowOf: (id) => ({ migration: id }) },
  { adapter: phinx, idOf: digits, titleOf: php, rowOf: (id) => ({ version: Number(id) }) },
  { adapter: cakephp, idOf: digits, titleOf: php, rowOf: (id) => ({ version: Number(id) }) },
  { adapter: goose, idOf: digits, titleOf: sql, rowOf: (id) => ({ version_id: id, is_applied: true }) },
  { adapter: flyway, idOf: digits, titleOf: sql, rowOf: (id) => ({ type: "SQL", version: id, success: true }) },
  {
    adapter: prisma,
    idOf: named,
    titleOf: (id) => id,
    rowOf: (id) => ({ migration_name: id, finished_at: 1, rolled_back_at: null }),
  },
  { adapter: atlas, idOf: digits, titleOf: sql, rowOf: (id) => ({ version: id, type: 2, applied: 1, total: 1 }) },
];

const some = fc.uniqueArray(fc.nat(9), { maxLength: 7 });
const options = { numRuns: runs(150, 5000), seed: seed() };

type World = { checkout: readonly number[]; applied: readonly number[]; isRemote: boolean; address: string };
const world: fc.Arbitrary<World> = fc.record({
  checkout: some.map((each) => each.toSorted((a, b) => a - b)),
  applied: some,
  isRemote: fc.boolean(),
  address: fc.constantFrom(...ADDRESSES),
});

function situationOf(
  { idOf, titleOf }: Omit<Case, "rowOf">,
  { checkout, applied, isRemote, address }: World,
): Situation {
  const migrations = checkout.map((at): Migration => {
    const id = idOf(at);
    return { id, title: titleOf(id), digest: "d", down: "real" };
  });
  const toolCommand = isRemote ? ["tool"] : [];
  return { settings: settingsFor(address, { isRemote, toolCommand }), migrations, applied: applied.map(idOf) };
}

/** The ids that a command names, in its arguments or by the files that it is shown. */
function namesIn({ argv, scratch = {} }: Command): readonly string[] {
  const said = [...argv, ...Object.keys(scratch)].join(" ");
  return [...new Set(said.match(/\d{14}|\d{4}_\d{2}_\d{2}_\d{6}_add/g))];
}

function isSecret({ argv, scratch = {} }: Command): boolean {
  const texts = Object.values(scratch).map((file) => ("text" in file ? file.text : ""));
  return [...argv, ...texts].join(" ").includes(PASSWORD);
}

/** Undefined when the adapter refuses, which it may. */
function refused<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Failure) return undefined;
    throw thrown;
  }
}

const golang: Omit<Case, "rowOf"> = { adapter: golangMigrate, idOf: digits, titleOf: sql };

describe.each([...cases, golang])("$adapter.title", ({ adapter, idOf, titleOf }) => {
  test("applies the first of what is pending, names nothing else, and says no secret", () => {
    fc.assert(
      fc.property(world, (given) => {
        const situation = situationOf({ adapter, idOf, titleOf }, given);
        const pending = situation.migrations.filter(({ id }) => !situation.applied.includes(id));
        const [first] = pending;
        if (first === undefined) return;
        const step = refused(() => adapter.up(pending, situation));
        if (step === undefined) return;
        expect(step.applies).toContain(first.id);
        expect(pending.map(({ id }) => id)).toEqual(expect.arrayContaining([...step.applies]));
        for (const id of namesIn(step.command)) expect(step.applies).toContain(id);
        expect(isSecret(step.command)).toBe(false);
      }),
      options,
    );
  });

  test("reverts what it is asked for or nothing, and names besides only what stays right below it", () => {
    fc.assert(
      fc.property(world, fc.nat(9), (given, at) => {
        const situation = situationOf({ adapter, idOf, titleOf }, given);
        const id = idOf(at);
        const step = refused(() => adapter.down({ id, title: titleOf(id), digest: "", down: "real" }, situation));
        if (step === undefined) return;
        expect(step.reverts).toBe(id);
        expect(situation.migrations.map((each) => each.id)).toContain(id);
        expect(isSecret(step.command)).toBe(false);
        for (const name of namesIn(step.command)) expect(name <= id).toBe(true);
      }),
      options,
    );
  });
});

describe.each(cases)("the table of $adapter.title", ({ adapter, idOf, titleOf, rowOf }) => {
  test("loses no row, whatever the checkout has, and keeps the order", async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.boolean(), async (given, isComplete) => {
        const { settings, migrations, applied } = situationOf({ adapter, idOf, titleOf }, given);
        const completed = isComplete ? { ...settings, checkout: migrations } : settings;
        const set = await readState(adapter, completed, rowsQuery(applied.map(rowOf)));
        const found = set.applied.map(({ id }) => id);
        expect(found).toEqual(set.isInOrder ? applied : applied.toSorted());
      }),
      options,
    );
  });
});

test("the row of golang-migrate never vanishes, and nothing above it counts", async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.nat(9), fc.boolean(), async (given, at, isDirty) => {
      const { settings, migrations } = situationOf(golang, given);
      const version = digits(at);
      const query = rowsQuery([{ version: Number(version), dirty: isDirty }]);
      const { applied } = await readState(golangMigrate, { ...settings, checkout: migrations }, query);
      const found = applied.map(({ id }) => id);
      expect(found.at(-1)).toBe(version);
      expect(found.slice(0, -1)).toEqual(migrations.map(({ id }) => id).filter((id) => id < version));
      expect(applied.filter(({ isHalf }) => isHalf === true).map(({ id }) => id)).toEqual(isDirty ? [version] : []);
    }),
    options,
  );
});
