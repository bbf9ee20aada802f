/** Histories that are not what they were: scripts, schemas and jobs that changed behind our back. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { firstError, listed, table, wholeError } from "./migration-scenarios-scripts.ts";
import { columnsOf, doDirectly } from "./migration-tools-database.ts";

const LIMIT_MS = 300_000;

let stage: MigrationStage;

afterEach(() => stage.clear());

const [m1, m2, m3] = [table("m1"), table("m2"), table("m3")];

function expectRefused(result: ActionResult, reason: string, ...says: RegExp[]): void {
  expect(result.outputs).toMatchObject({ result: "refused", "failure-reason": reason, changed: "false" });
  for (const each of says) expect(wholeError(result)).toMatch(each);
}

/** Makes a commit of what stands in the checkout, as somebody's editor left it. */
function edit(change: (text: string) => string): void {
  const [name = ""] = stage.checkout.git("ls-files", "db/migrations").split("\n");
  stage.checkout.write({ [name]: change(stage.checkout.read(name)) });
  stage.checkout.commit("edited");
}

withDatabases(
  ({ createDatabase }) => {
    const open = async (): Promise<void> => {
      stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
    };

    describe("H132: history that was changed", () => {
      it(
        "stops runs and rollbacks with the file and both hashes, be it by a byte order mark or by line ends",
        async () => {
          await open();
          await stage.write([m1]);
          await stage.act("run");
          const hashes = /20260101000100 ran as [0-9a-f]{12}, the checkout has [0-9a-f]{12}/;
          const changes: ((text: string) => string)[] = [
            (text) => text.replace("create table", "create  table"),
            (text) => `\uFEFF${text}`,
            (text) => text.replaceAll("\n", "\r\n"),
            // The down counts, too: it is what a rollback would run.
            (text) => text.replace("drop table m1", "drop table m1; delete from users"),
          ];
          for (const change of changes) {
            await stage.write([m1]);
            edit(change);
            expectRefused(await stage.act("run"), "database-ahead", hashes);
            expectRefused(await stage.act("rollback"), "database-ahead", hashes);
          }
          const warned = await stage.act("run", { "on-drift": "warn" });
          expect(warned.outputs["result"]).toBe("nothing-to-do");
          expect(warned.log).toMatch(hashes);
          expect(columnsOf(stage.url, ["m1"])).toHaveLength(2);
        },
        LIMIT_MS,
      );

      it(
        "tells of a file that comes late, takes it back first, and refuses a version that is there twice",
        async () => {
          await open();
          await stage.write([m1, { ...m2, rank: 3 }]);
          await stage.act("run");
          await stage.write([m1, { ...m3, rank: 2 }, { ...m2, rank: 3 }]);
          const late = await stage.act("run");
          expect(late.outputs["result"]).toBe("applied");
          expect(late.log).toMatch(/20260101000200 comes late: what stands behind it was applied already/);
          expect(listed(await stage.act("rollback"), "reverted")).toEqual(["20260101000200"]);
          stage.checkout.write({ "db/migrations/20260101000300_twice.sql": "-- migrate:up\n\n-- migrate:down\n" });
          const twice = await stage.act("run");
          expect(twice.outputs).toMatchObject({ result: "failed", "failure-reason": "invalid-input" });
          expect(firstError(twice)).toMatch(/the same version .*20260101000300/);
        },
        LIMIT_MS,
      );
    });

    it(
      "H136: a schema that somebody changed by hand is not rolled back on, until it is named",
      async () => {
        await open();
        for (const checkout of [[m1], [m1, m2]]) {
          await stage.write(checkout);
          await stage.act("run");
        }
        doDirectly(stage.url, "create table stray (id integer)");
        const refused = await stage.act("rollback");
        expectRefused(
          refused,
          "schema-differs",
          /The schema was changed without a migration since deployment #\d+: it is [0-9a-f]{12}, recorded is [0-9a-f]{12}/,
        );
        expect(columnsOf(stage.url, ["m2"])).toHaveLength(2);
        const accept = /accept-schema: ([0-9a-f]+)/.exec(wholeError(refused))?.[1] ?? "";
        const back = await stage.act("rollback", { "accept-schema": accept });
        expect(back.outputs["result"]).toBe("rolled-back");
        expect(back.log).toMatch(/was accepted and is in no record/);
        expect(columnsOf(stage.url, ["m1", "m2", "stray"])).toEqual(["m1.id", "m1.name", "stray.id"]);
      },
      LIMIT_MS,
    );

    it(
      "H137: a job that is run again does nothing twice, and not something else",
      async () => {
        await open();
        const again = (run: number, attempt: number): { context: { runId: string; runAttempt: string } } => ({
          context: { runId: String(run), runAttempt: String(attempt) },
        });
        await stage.write([m1]);
        await stage.act("run");
        await stage.write([m1, m2, m3]);
        const deploy = stage.nextRun();
        await stage.act("run");
        const rerun = await stage.act("run", {}, again(deploy, 2));
        expect(rerun.outputs).toMatchObject({ result: "nothing-to-do" });
        const pressed = stage.nextRun();
        const one = { to: "steps:1" };
        expect(listed(await stage.act("rollback", one), "reverted")).toEqual([stage.project.idOf("m3")]);
        const second = await stage.act("rollback", one, again(pressed, 2));
        expect(second.outputs).toMatchObject({ result: "nothing-to-do", changed: "false" });
        expect(second.log).toMatch(/attempt 1 of this run, did it already/);
        // The second attempt of the deployment is the same deployment: it is not an empty one that lies on top.
        const previous = await stage.act("rollback");
        expect(listed(previous, "reverted")).toEqual([stage.project.idOf("m2")]);
        await stage.act("run");
        expectRefused(
          await stage.act("rollback", one, again(pressed, 3)),
          "unknown-target",
          /This job is run again, and since rollback #\d+.* came deployment #\d+/,
          /Start a new run/,
        );
        expect(columnsOf(stage.url, ["m1", "m2", "m3"])).toHaveLength(6);
      },
      LIMIT_MS,
    );
  },
  ["sqlite"],
);
