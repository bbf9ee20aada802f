/** What every one of these tools is put through: the real tool, on each database of this machine. */
import { expect, test } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import type { ScriptedMigration } from "@handrail/testkit";
import type { Engine } from "@handrail/database";
import type { ToolName } from "../adapter.ts";
import { describeInstalled, openToolBench } from "./python-fixture.ts";
import type { ToolBench, ToolEnding } from "./python-fixture.ts";

/** How a tool differs from the others. */
export type Ways = {
  /** Where its whole life is gone through; on the others only a failure is. */
  wholeOn: readonly Engine[];
  /** Where a failing migration leaves half of itself. */
  halfOn: readonly Engine[];
};

/** A migration that makes one table. */
export function tableMigration(slug: string, more: Partial<ScriptedMigration> = {}): ScriptedMigration {
  return { slug, up: [`create table ${slug}_t (id int)`], down: [`drop table ${slug}_t`], ...more };
}

const [m1, m2, m3, m4] = [
  tableMigration("m1_a"),
  tableMigration("m2_b", { down: "empty" }),
  tableMigration("m3_c", { down: "none" }),
  tableMigration("m4_d"),
];
const broken: ScriptedMigration = {
  slug: "m2_x",
  up: ["create table m2_x_t (id int)", "alter table nowhere add column n int"],
  down: ["drop table m2_x_t"],
};

/** Programs that take a second or more to start, one after another, on a busy machine. */
export const LONG_MS = 600_000;

/** A command did what it should; what it printed is only shown otherwise. */
export function expectDone(ended: ToolEnding | undefined): void {
  const said = ended?.exitCode === 0 ? "" : `${ended?.stdout}\n${ended?.stderr}`;
  expect({ exitCode: ended?.exitCode, said }).toEqual({ exitCode: 0, said: "" });
}

/**
 * Reverts all that is applied, one by one, in any order that the adapter allows: each time exactly one, and nothing else.
 */
export async function revertAll(bench: ToolBench): Promise<void> {
  for (let now = await bench.state(); now.applied.length > 0;) {
    const left = now.applied.map(({ id }) => id);
    let gone = 0;
    for (const id of left) {
      const before = now.applied.map((each) => each.id);
      const ended = await bench.down(id, now);
      if (ended === undefined) continue;
      expectDone(ended);
      now = await bench.state();
      const after = now.applied.map((each) => each.id);
      expect(after.toSorted()).toEqual(before.filter((each) => each !== id).toSorted());
      gone += 1;
    }
    expect(gone).toBeGreaterThan(0);
  }
}

/** Describes the tool's suite. */
export function describeWays(tool: ToolName, ways: Ways): void {
  describeInstalled(tool, () => {
    withDatabases((database) => {
      if (ways.wholeOn.includes(database.engine)) {
        test(
          "comes and goes one by one",
          async () => {
            const url = await database.createDatabase();
            using bench = await openToolBench({ tool, url, migrations: [m1, m2, m3, m4] });
            await comeOneByOne(bench, database.server().password);
            await goOneByOne(bench);
          },
          LONG_MS,
        );
      }

      test(
        "fails in the middle",
        async () => {
          using bench = await openToolBench({ tool, url: await database.createDatabase(), migrations: [m1, broken] });
          expectDone(await bench.up());
          expect((await bench.up()).exitCode).not.toBe(0);
          expect(await bench.ids()).toEqual([bench.project.idOf("m1_a")]);
          const isHalf = ways.halfOn.includes(database.engine);
          expect(await bench.tables()).toEqual(isHalf ? ["m1_a_t", "m2_x_t"] : ["m1_a_t"]);
        },
        LONG_MS,
      );
    });
  });
}

async function comeOneByOne(bench: ToolBench, password: string): Promise<void> {
  const ids = ["m1_a", "m2_b", "m3_c", "m4_d"].map((slug) => bench.project.idOf(slug));
  const listed = await bench.migrations();
  expect(listed.map(({ id, down }) => [id, down])).toEqual(
    ids.map((id, at) => [id, ["real", "empty", "none", "real"][at]]),
  );
  expect(await bench.state()).toMatchObject({ applied: [] });
  let now = await bench.state();
  for (const [at, id] of ids.entries()) {
    const ended = await bench.up(now);
    expectDone(ended);
    expect(ended.applies).toEqual([id]);
    if (password !== "") expect(ended.argv.join(" ")).not.toContain(password);
    now = await bench.state();
    const { applied, isInOrder } = now;
    expect({ ids: applied.map((each) => each.id), isInOrder }).toEqual({ ids: ids.slice(0, at + 1), isInOrder: true });
    expect(await bench.tables()).toHaveLength(at + 1);
  }
}

async function goOneByOne(bench: ToolBench): Promise<void> {
  const [first, second, third, fourth] = ["m1_a", "m2_b", "m3_c", "m4_d"].map((slug) => bench.project.idOf(slug));
  // Not the newest: another one would go.
  expect(await bench.down(second ?? "")).toBeUndefined();
  expectDone(await bench.down(fourth ?? ""));
  expect(await bench.ids()).toEqual([first, second, third]);
  expect(await bench.tables()).toEqual(["m1_a_t", "m2_b_t", "m3_c_t"]);
  // Nothing is there that could undo it.
  expect((await bench.down(third ?? ""))?.exitCode).not.toBe(0);
  expect(await bench.ids()).toEqual([first, second, third]);
  await bench.project.write([m1, m2, { ...m3, down: ["drop table m3_c_t"] }]);
  expectDone(await bench.down(third ?? ""));
  // It says that it is undone, and the table is still there: what the fingerprint finds out.
  expectDone(await bench.down(second ?? ""));
  expect(await bench.ids()).toEqual([first]);
  expect(await bench.tables()).toEqual(["m1_a_t", "m2_b_t"]);
  expectDone(await bench.down(first ?? ""));
  expect(await bench.ids()).toEqual([]);
  expect(await bench.tables()).toEqual(["m2_b_t"]);
}
