/** Scenarios of the button, with a real tool on a database file: where it goes back to, and when it does not. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import type { ActionResult, ScriptedMigration } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { firstError, listed, table, wholeError } from "./migration-scenarios-scripts.ts";
import { askDirectly, columnsOf, doDirectly } from "./migration-tools-database.ts";

const [m1, m2, m3, m4] = [table("m1"), table("m2"), table("m3"), table("m4")];
const LIMIT_MS = 300_000;

let stage: MigrationStage;

afterEach(() => stage.clear());

/** Deploys one after the other, each with the whole checkout at that time. */
async function deploy(...checkouts: readonly (readonly ScriptedMigration[])[]): Promise<ActionResult[]> {
  const results: ActionResult[] = [];
  for (const migrations of checkouts) {
    await stage.write(migrations);
    results.push(await stage.act("run"));
  }
  return results;
}

/** The tables that there are, by the database's own word. */
function tables(): string[] {
  return columnsOf(stage.url, ["m1", "m2", "m3", "m4"])
    .filter((column) => column.endsWith(".id"))
    .map((column) => column.slice(0, 2));
}

const idsOf = (...slugs: string[]): string[] => slugs.map((slug) => stage.project.idOf(slug));

withDatabases(
  ({ createDatabase }) => {
    const open = async (tool = "dbmate"): Promise<void> => {
      stage = await openMigrationStage({ tool, url: await createDatabase() });
    };

    it(
      "S12, H134: a tool that says that it rolled back is not believed: the schema did not change",
      async () => {
        await open();
        const liar = { ...m2, down: ["delete from m1 where id < 0"] };
        await deploy([m1], [m1, liar]);
        const back = await stage.act("rollback");
        expect(back.outputs).toMatchObject({ result: "partial", "failure-reason": "schema-differs", "exit-code": "0" });
        expect(listed(back, "reverted")).toEqual([]);
        expect(firstError(back)).toMatch(/^Rollback partial: \d+ was not really reverted: .*schema/);
        expect(tables()).toEqual(["m1", "m2"]);
      },
      LIMIT_MS,
    );

    it.each<[string, ScriptedMigration["down"], RegExp]>([
      ["S13: a down that does nothing in the middle", "empty", /the down of \d+ does nothing/i],
      ["S13: no down in the middle", "none", /has no down|does nothing/i],
    ])(
      "%s: nothing is reverted, not even what lies on top",
      async (_, down, says) => {
        await open();
        await deploy([m1], [m1, { ...m2, down }, m3]);
        const back = await stage.act("rollback");
        expect(back.outputs).toMatchObject({ result: "refused", "failure-reason": "irreversible", changed: "false" });
        expect(firstError(back)).toMatch(says);
        expect(tables()).toEqual(["m1", "m2", "m3"]);
      },
      LIMIT_MS,
    );

    it(
      "S14: a down that fails stops it; what is reverted by then is told, and it goes on once the down is mended",
      async () => {
        await open();
        const fails = { ...m2, down: ["drop table nowhere"] };
        const [base] = await deploy([m1], [m1, fails, m3, m4]);
        const back = await stage.act("rollback");
        expect(back.outputs).toMatchObject({ result: "partial", "failure-reason": "tool-failed" });
        expect([listed(back, "reverted"), listed(back, "pending")]).toEqual([idsOf("m4", "m3"), idsOf("m2")]);
        expect(firstError(back)).toMatch(/could not be reverted: .*nowhere.*2 of 3 reverted/);
        expect(wholeError(back)).toMatch(/press the button again/);
        expect(tables()).toEqual(["m1", "m2"]);
        await stage.write([m1, m2, m3, m4]);
        const refused = await stage.act("rollback");
        expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "database-ahead" });
        expect(wholeError(refused)).toMatch(/on-drift: warn/);
        const again = await stage.act("rollback", { "on-drift": "warn" });
        expect(again.outputs).toMatchObject({ result: "rolled-back", "schema-after": base?.outputs["schema-after"] });
        expect(again.log).toMatch(/script changed since it ran/);
        expect(tables()).toEqual(["m1"]);
      },
      LIMIT_MS,
    );

    it(
      "S15, S16, S65: back to before each of three deployments, of which one was empty; and not a second time",
      async () => {
        await open();
        const plan = async (to: string): Promise<string[]> =>
          listed(await stage.act("rollback", { to, "dry-run": "true" }), "pending");
        await deploy([m1, m2], [m1, m2]);
        const log = stage.checkout.resolve("calls");
        const empty = await stage.act("rollback", { "tool-command": `/bin/sh\n-c\necho x >> ${log}; exit 1` });
        expect(empty.outputs).toMatchObject({ result: "nothing-to-do", changed: "false" });
        expect(empty.log).toMatch(/Deployment #\d+ changed nothing/);
        expect(stage.checkout.has("calls")).toBe(false);
        await deploy([m1, m2, m3]);
        const [ten, eleven, twelve] = stage.records().map(({ id }) => id);
        expect(await plan(`before-deployment:${twelve ?? 0}`)).toEqual(idsOf("m3"));
        expect(await plan(`before-deployment:${eleven ?? 0}`)).toEqual(idsOf("m3"));
        expect(await plan(`before-deployment:${ten ?? 0}`)).toEqual(idsOf("m3", "m2", "m1"));
        const by = `/runs/${stage.nextRun()}`;
        expect((await stage.act("rollback", { to: `before-deployment:${twelve ?? 0}` })).outputs["result"]).toBe(
          "rolled-back",
        );
        for (const to of ["previous-deployment", `before-deployment:${twelve ?? 0}`]) {
          const twice = await stage.act("rollback", { to });
          expect(twice.outputs).toMatchObject({ result: "nothing-to-do", changed: "false", reverted: "[]" });
          expect(twice.log).toMatch(/was already taken back by/);
          expect(twice.log).toContain(by);
        }
        expect(tables()).toEqual(["m1", "m2"]);
      },
      LIMIT_MS,
    );

    it(
      "S17, S20: an unknown version, and more steps than were recorded, are refused; nothing runs",
      async () => {
        await open();
        await stage.write([m1]);
        expect((await stage.project.byHand("up")).exitCode).toBe(0);
        await deploy([m1, m2, m3, m4]);
        const refused = async (to: string, reason: string, says: RegExp): Promise<void> => {
          const back = await stage.act("rollback", { to });
          expect(back.outputs).toMatchObject({ result: "refused", "failure-reason": reason, changed: "false" });
          expect(firstError(back)).toMatch(says);
        };
        await refused("version:999", "unknown-target", /999 is not applied/);
        await refused("deployment:999", "unknown-target", /No record .*999/);
        await refused("steps:9", "beyond-baseline", /9 migrations cannot be taken back: only 3 are recorded/);
        await refused("steps:4", "beyond-baseline", /was there before the first record|before the first record/);
        expect(tables()).toEqual(["m1", "m2", "m3", "m4"]);
      },
      LIMIT_MS,
    );

    describe.each(["dbmate", "umzug"])("S22: a database that is ahead of the checkout, with %s", (tool) => {
      it(
        "is not rolled back by the wrong migration, whoever applied the newest one",
        async () => {
          await open(tool);
          await deploy([m1, m2], [m1, m2, m3], [m1, m2, m3, m4]);
          await stage.write([m1, m2, m3]);
          const back = await stage.act("rollback", { to: "steps:1" });
          expect(back.outputs).toMatchObject({
            result: "refused",
            "failure-reason": "database-ahead",
            changed: "false",
          });
          expect(firstError(back)).toContain(stage.project.idOf("m4"));
          expect(wholeError(back)).toMatch(/Check out [0-9a-f]{40} that deployment #\d+ ran from/);
          await stage.write([m1, m2, m3, m4, table("m5")]);
          expect((await stage.project.byHand("up")).exitCode).toBe(0);
          await stage.write([m1, m2, m3, m4]);
          const stranger = await stage.act("rollback", { to: "steps:1" });
          expect(stranger.outputs).toMatchObject({ result: "refused", "failure-reason": "database-ahead" });
          expect(firstError(stranger)).toContain("without a record");
          expect(tables()).toEqual(["m1", "m2", "m3", "m4"]);
          doDirectly(stage.url, "drop table m5");
          expect(askDirectly(stage.url, "select 1")).toEqual([["1"]]);
        },
        LIMIT_MS,
      );
    });
  },
  ["sqlite"],
);
