/**
 * The tools' own rules for what a command does, as they are in their sources, set against what the adapters say that it does:
 * goose (up.go, down.go), golang-migrate (migrate.go), Flyway (MigrationInfoImpl.java), Laravel (Migrator.php).
 */
import { describe, expect, test } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import type { Command, Situation } from "../adapter.ts";
import type { Migration } from "../migration.ts";
import { flywayUp } from "./flyway.ts";
import { isRepeatable } from "./flyway-files.ts";
import { golangMigrate } from "./golang-migrate.ts";
import { goose } from "./goose.ts";
import { settingsFor } from "./javascript-fixture.ts";
import { laravel } from "./laravel.ts";
import { migrationOf } from "./tool-rows-fixture.ts";
import { byNumber, highestVersion } from "./version-numbers.ts";

const versions = fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 8 });
const options = { numRuns: runs(400, 20_000), seed: seed() };

function situationOf(checkout: readonly string[], applied: readonly string[], isRemote = false): Situation {
  const migrations = checkout.toSorted(byNumber).map((id) => migrationOf(id));
  return { settings: settingsFor("postgresql://app@db/app", { isRemote }), migrations, applied };
}

const pendingOf = ({ migrations, applied }: Situation): readonly Migration[] =>
  migrations.filter(({ id }) => !applied.includes(id));

/** What the adapter says; undefined when it refuses. */
function asked<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Failure) return undefined;
    throw thrown;
  }
}

describe("goose", () => {
  const seenBy = ({ scratch }: Command, checkout: readonly string[]): readonly string[] =>
    scratch === undefined
      ? checkout.toSorted(byNumber)
      : Object.keys(scratch).map((path) => /(\d+)_x\.sql$/.exec(path)?.[1] ?? "");

  /** Undefined: it refuses. `isOld`: 3.5.3, which goes up from the last row. */
  function up(
    { argv }: Command,
    seen: readonly string[],
    applied: readonly string[],
    isOld: boolean,
  ): string[] | undefined {
    const highest = highestVersion(applied) ?? "0";
    const missing = seen.filter((id) => byNumber(id, highest) < 0 && !applied.includes(id));
    const isAllowed = argv.includes("-allow-missing");
    if (missing.length > 0 && !isAllowed) return undefined;
    const current = applied.at(-1) ?? "0";
    const fresh = isAllowed
      ? [...missing, ...seen.filter((id) => !applied.includes(id) && !missing.includes(id))]
      : seen.filter((id) => (isOld ? byNumber(id, current) > 0 : byNumber(id, highest) > 0 && !applied.includes(id)));
    return argv.at(-1) === "up-by-one" ? fresh.slice(0, 1) : fresh;
  }

  test("goes up by what was asked for, old and new, here and in a task", () => {
    fc.assert(
      fc.property(versions, versions, fc.boolean(), fc.boolean(), (checkout, applied, isRemote, isOld) => {
        const situation = situationOf(checkout, applied, isRemote);
        const pending = pendingOf(situation);
        const step = pending.length === 0 ? undefined : asked(() => goose.up(pending, situation));
        if (step === undefined) return;
        expect(up(step.command, seenBy(step.command, checkout), applied, isOld)).toEqual([...step.applies]);
      }),
      options,
    );
  });

  test("goes down by what was asked for", () => {
    fc.assert(
      fc.property(versions, versions, fc.boolean(), (checkout, applied, isRemote) => {
        for (const id of applied) {
          const step = goose.down(migrationOf(id), situationOf(checkout, applied, isRemote));
          if (step === undefined) continue;
          const current = applied.at(-1) ?? "";
          expect(seenBy(step.command, checkout)).toContain(current);
          expect(current).toBe(id);
        }
      }),
      options,
    );
  });
});

describe("golang-migrate", () => {
  /** What is done from a version on; undefined: it refuses, for it does not have the version. */
  function run(
    verb: readonly string[],
    checkout: readonly string[],
    current: string | undefined,
  ): readonly string[] | undefined {
    const sorted = checkout.toSorted(byNumber);
    if (current !== undefined && !sorted.includes(current)) return undefined;
    const [word, value = ""] = verb;
    const above = sorted.filter((id) => current === undefined || byNumber(id, current) > 0);
    if (word === "up") return above.slice(0, Number(value));
    const below = sorted.filter((id) => current !== undefined && byNumber(id, current) <= 0).toReversed();
    if (word === "down") return below.slice(0, Number(value));
    return below.filter((id) => byNumber(id, value) > 0);
  }

  test("does what was asked for", () => {
    fc.assert(
      fc.property(
        versions,
        fc.option(fc.integer({ min: 1, max: 12 }).map(String), { nil: undefined }),
        (checkout, current) => {
          const upTo = checkout.filter((id) => current !== undefined && byNumber(id, current) <= 0).toSorted(byNumber);
          const applied = current === undefined || upTo.includes(current) ? upTo : [...upTo, current];
          const situation = situationOf(checkout, applied);
          const pending = pendingOf(situation);
          const step = pending.length === 0 ? undefined : asked(() => golangMigrate.up(pending, situation));
          if (step !== undefined) {
            expect([undefined, step.applies]).toContainEqual(run(step.command.argv.slice(-2), checkout, current));
          }
          for (const id of checkout) {
            const down = golangMigrate.down(migrationOf(id), situation);
            if (down !== undefined) expect(run(down.command.argv.slice(-2), checkout, current)).toEqual([id]);
          }
        },
      ),
      options,
    );
  });
});

describe("Flyway", () => {
  test("applies what was asked for", () => {
    const scripts = fc.uniqueArray(fc.constantFrom("R__a.sql", "R__b.sql", "R__c.sql"));
    fc.assert(
      fc.property(versions, versions, scripts, scripts, (checkout, applied, repeatable, current) => {
        const fixed = repeatable.map((id): Migration => ({ ...migrationOf(id), checksum: "1" }));
        const migrations = [...checkout.toSorted(byNumber).map((id) => migrationOf(id)), ...fixed];
        const there = [...applied, ...current];
        const pending = migrations.filter(({ id }) => !there.includes(id));
        if (pending.length === 0) return;
        const { target, outOfOrder, ids } = flywayUp(pending, { migrations, applied: there });
        const highest = highestVersion(applied);
        const within = pending.filter(
          (each) => isRepeatable(each) || target === undefined || byNumber(each.id, target) <= 0,
        );
        // Validation stops at what is below the highest, unless that is allowed.
        const isRefused = within.some(
          (each) => !isRepeatable(each) && highest !== undefined && byNumber(each.id, highest) < 0,
        );
        expect(isRefused && !outOfOrder).toBe(false);
        expect(within.map(({ id }) => id)).toEqual([...ids]);
      }),
      options,
    );
  });
});

describe("Laravel", () => {
  test("reverts the one file, whatever its batch is", () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 4 })), {
      selector: ([at]) => at,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), (table, known) => {
        const migrations = known.map((at) => migrationOf(`m_${at}`, `m_${at}.php`));
        const byBatch = table.toSorted(([, a], [, b]) => a - b).map(([at]) => `m_${at}`);
        const situation = { settings: settingsFor("mysql://app@db/app"), migrations, applied: byBatch };
        for (const id of byBatch) {
          const step = laravel.down(migrationOf(id, `${id}.php`), situation);
          expect(step === undefined).toBe(!migrations.some((each) => each.id === id));
          if (step === undefined) continue;
          const [steps = "", path = ""] = step.command.argv.slice(-2).map((each) => each.split("=")[1] ?? "");
          const newest = table.toSorted(([a, x], [b, y]) => y - x || b - a).map(([at]) => `m_${at}`);
          const file = path.replace(/^.*\/|\.php$/g, "");
          expect(newest.slice(0, Number(steps)).filter((each) => each === file)).toEqual([id]);
        }
      }),
      options,
    );
  });
});
