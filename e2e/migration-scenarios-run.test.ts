/** Scenarios of runs that fail: the cause is told, and half a migration stops the next run. */
import { afterEach, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { broken, firstError, table, wholeError } from "./migration-scenarios-scripts.ts";
import { columnsOf, doDirectly } from "./migration-tools-database.ts";

const LIMIT_MS = 300_000;

let stage: MigrationStage;

afterEach(() => stage.clear());

const users = table("users");
const h1 = broken("h1");

withDatabases(
  ({ createDatabase }) => {
    it(
      "S03, S06: a migration that fails is red with the database's words, changes nothing, and can be run again",
      async () => {
        stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
        await stage.write([users]);
        await stage.act("run");
        await stage.write([users, h1]);
        const failed = await stage.act("run");
        const version = stage.project.idOf("users");
        expect(failed.conclusion).toBe("failure");
        expect(failed.outputs).toMatchObject({
          result: "failed",
          "failure-reason": "tool-failed",
          changed: "false",
          "version-before": version,
          "version-after": version,
          "exit-code": "2",
        });
        const why = 'relation "nowhere" does not exist';
        expect(firstError(failed)).toMatch(new RegExp(`^Migration failed: \\d+ could not be applied: .*${why}`));
        expect(firstError(failed)).toContain("Nothing was changed");
        expect(failed.summary).toContain("could not be applied");
        expect(failed.summary).toContain("nowhere");
        expect(columnsOf(stage.url, ["h1"])).toEqual([]);
        await stage.write([users, table("h1")]);
        expect((await stage.act("run")).outputs).toMatchObject({ result: "applied", "version-before": version });
      },
      LIMIT_MS,
    );
  },
  ["postgresql"],
);

withDatabases(
  ({ createDatabase }) => {
    it(
      "S04: half a migration says what it left, and stops runs until somebody finishes it by hand and says so",
      async () => {
        stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
        await stage.write([users]);
        await stage.act("run");
        await stage.write([users, h1]);
        const half = await stage.act("run");
        const id = stage.project.idOf("h1");
        expect(half.outputs).toMatchObject({ result: "partial", "failure-reason": "half-applied", changed: "true" });
        expect(firstError(half)).toMatch(
          /^Migration partial: \d+ could not be applied: .*nowhere.* It is half applied; 0 of 1 applied$/,
        );
        expect(half.summary).toContain("table h1 was added");
        expect(stage.records().at(-1)?.payload).toMatchObject({ result: "partial", half: id, left: [id] });
        doDirectly(stage.url, "alter table h1 add column totl integer");
        doDirectly(stage.url, `insert into schema_migrations values ('${id}')`);
        const refused = await stage.act("run");
        expect(refused.outputs).toMatchObject({
          result: "refused",
          "failure-reason": "half-applied",
          changed: "false",
        });
        expect(firstError(refused)).toContain(
          `${id} is half applied since deployment #${String(stage.records().at(-1)?.id)}`,
        );
        const choice = /Undo by hand what it left behind.*accept-schema: ([0-9a-f]+)/.exec(wholeError(refused));
        const finished = await stage.act("run", { "accept-schema": choice?.[1] ?? "" });
        expect(finished.outputs).toMatchObject({ result: "nothing-to-do", "version-after": id });
        expect((await stage.act("run")).outputs).toMatchObject({ result: "nothing-to-do" });
      },
      LIMIT_MS,
    );
  },
  ["mysql"],
);
