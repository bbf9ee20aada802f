import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { phinxDownTo, phinxUp } from "./phinx-migrations.ts";
import { migrationOf } from "./tool-rows-fixture.ts";
import { byNumber } from "./version-numbers.ts";

const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");
const migrations = ids("1 2 3 4").map((id) => migrationOf(id, `${id}_a.php`));
const those = (text: string): ReturnType<typeof migrationOf>[] => ids(text).map((id) => migrationOf(id, `${id}_a.php`));

describe("what Phinx would do", () => {
  test.each([
    ["1 2 3", "", "1", "1"],
    ["3 4", "1 2", "3", "3"],
    ["4 3", "2 1", "3", "3"],
    // 3 is below what is applied: with a target Phinx would revert 4 first.
    ["3 5", "1 4", undefined, "3 5"],
    ["3", "1 4", undefined, "3"],
    // 9 has no file, and is the newest all the same.
    ["3 4", "1 2 9", undefined, "3 4"],
    ["20260101000001", "20260101000000", "20260101000001", "20260101000001"],
  ])("pending %j, applied %j: target %j applies %j", (pending, applied, target, applies) => {
    expect(phinxUp(those(pending), { applied: ids(applied) })).toEqual({ target, ids: ids(applies) });
  });

  test.each<readonly [string, string, { to: string } | "newest" | undefined]>([
    ["4", "1 2 3 4", { to: "3" }],
    ["1", "1", { to: "0" }],
    ["2", "1 2", { to: "1" }],
    // One that is not the newest, by version or by time: Phinx would take another one.
    ["2", "1 2 3", undefined],
    ["2", "1 3 2", undefined],
    ["3", "1 3 2", undefined],
    // Both orders end with it, and differ before it: the newest alone is the same.
    ["4", "2 1 4", "newest"],
    ["4", "3 1 2 4", "newest"],
    // Those without a file are not there for Phinx.
    ["3", "1 9 3", { to: "1" }],
    ["3", "1 3 9", { to: "1" }],
    ["9", "1 3 9", undefined],
    ["4", "1 2", undefined],
  ])("reverting %s of %j: %j", (target, applied, to) => {
    expect(phinxDownTo(target, { applied: ids(applied), migrations })).toEqual(to);
  });

  test("never more than was asked for, by Phinx's own rules", () => {
    const versions = fc.uniqueArray(fc.integer({ min: 1, max: 9 }).map(String), { maxLength: 9 });
    fc.assert(
      fc.property(versions, versions, fc.boolean(), (checkout, applied, byTime) => {
        const listed = checkout.toSorted(byNumber).map((id) => migrationOf(id));
        const pending = listed.filter(({ id }) => !applied.includes(id));
        if (pending.length > 0) {
          const { target, ids: applies } = phinxUp(pending, { applied });
          expect(simulateMigrate(checkout, applied, target, byTime)).toEqual({ reverted: [], applied: applies });
        }
        for (const id of checkout.filter((each) => applied.includes(each))) {
          const to = phinxDownTo(id, { applied, migrations: listed });
          if (to !== undefined) expect(simulateRollback(checkout, applied, to, byTime)).toEqual([id]);
        }
      }),
      { numRuns: runs(500, 20_000), seed: seed() },
    );
  });
});

/** Manager::migrate of Phinx. */
function simulateMigrate(
  checkout: readonly string[],
  applied: readonly string[],
  target: string | undefined,
  byTime: boolean,
): { reverted: string[]; applied: string[] } {
  const current = Number((byTime ? applied : applied.toSorted(byNumber)).at(-1) ?? 0);
  const version = target === undefined ? Math.max(0, ...[...checkout, ...applied].map(Number)) : Number(target);
  const sorted = checkout.toSorted(byNumber);
  const isDown = version <= current;
  return {
    reverted: isDown ? sorted.filter((id) => Number(id) > version && applied.includes(id)) : [],
    applied: sorted.filter((id) => Number(id) <= version && !applied.includes(id)),
  };
}

/** Manager::rollback of Phinx. */
function simulateRollback(
  checkout: readonly string[],
  applied: readonly string[],
  to: { to: string } | "newest",
  byTime: boolean,
): string[] {
  const executed = (byTime ? applied : applied.toSorted(byNumber)).filter((id) => checkout.includes(id));
  const target = to === "newest" ? executed.at(-2) : to.to;
  const reversed = executed.toReversed();
  const stop = reversed.indexOf(target ?? "0");
  return stop === -1 ? reversed : reversed.slice(0, stop);
}
