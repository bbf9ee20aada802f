/** A run whose earlier records GitHub does not hand out does not begin: the newest may say that something is half done. */
import { afterEach, expect, it } from "@jest/globals";
import { isDeep, withDatabases } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { firstError, table, wholeError } from "./migration-scenarios-scripts.ts";
import { askDirectly, columnsOf } from "./migration-tools-database.ts";

let stage: MigrationStage;

afterEach(() => stage.clear());

// A status of 500 is asked for again, with waits of seconds between.
const faults = isDeep ? (["403-permission", "500"] as const) : (["403-permission"] as const);

withDatabases(
  ({ createDatabase }) => {
    it.each(faults)("GitHub answers %s", async (fault) => {
      stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
      const { act, write, url, github, records } = stage;
      await write([table("users")]);
      expect((await act("run")).outputs).toMatchObject({ result: "applied" });
      await write([table("users"), table("orders")]);
      github.faults.add({ on: "GET /repos/:o/:r/deployments", nth: "all", fault });

      for (const verb of ["run", "rollback"] as const) {
        const refused = await act(verb);
        expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "no-record" });
        expect(refused.conclusion).toBe("failure");
        if (verb === "run") {
          expect(firstError(refused)).toMatch(/^Whether an earlier run left something half done cannot be seen: /);
          if (fault !== "500") expect(wholeError(refused)).toContain("permissions: deployments: read");
        }
        expect([columnsOf(url, ["users"]).length, columnsOf(url, ["orders"]).length]).toEqual([2, 0]);
        expect(askDirectly(url, "select nonce from handrail_lock")).toEqual([]);
        expect(records()).toHaveLength(1);
      }

      github.faults.clear();
      expect((await act("run")).outputs).toMatchObject({ result: "applied", "failure-reason": "" });
    });
  },
  ["sqlite"],
);
