/** Scenarios of the button as a person meets it: what is lost, what has to be typed, and what must not be a target. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { firstError, listed, table, wholeError } from "./migration-scenarios-scripts.ts";
import { askDirectly, doDirectly } from "./migration-tools-database.ts";
import { plain } from "./terraform-plan-stage.ts";

const LIMIT_MS = 300_000;

let stage: MigrationStage;

afterEach(() => stage.clear());

const users = table("users");
const locale = {
  slug: "locale",
  up: ["alter table users add column locale varchar(10)"],
  down: ["alter table users drop column locale"],
};

async function open(url: string): Promise<void> {
  stage = await openMigrationStage({ tool: "dbmate", url });
  await stage.write([users]);
  await stage.act("run");
  await stage.write([users, locale]);
  await stage.act("run");
}

withDatabases(
  ({ createDatabase }) => {
    it(
      "S47: the plan counts what is lost, the values written since the deployment among them, and needs the environment's name",
      async () => {
        await open(await createDatabase());
        const ids = "select id, case when id <= 12328 then 'de' end from generate_series(1, 13000) id";
        doDirectly(stage.url, `insert into users (id, locale) ${ids}`);
        // Written later; no database says when a value was written, so they are counted with the others.
        doDirectly(stage.url, "update users set locale = 'fr' where id > 12983");
        const plan = await stage.act("rollback", { "dry-run": "true", confirm: "" });
        expect(plan.outputs).toMatchObject({ result: "nothing-to-do", changed: "false" });
        expect(listed(plan, "pending")).toEqual([stage.project.idOf("locale")]);
        expect(plan.log).toContain("lost: 12,345 values of users.locale");
        expect(plain(plan.summary)).toContain("12,345 values of users.locale");
        for (const confirm of ["", "Test", "production"]) {
          const refused = await stage.act("rollback", { confirm });
          expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "confirmation" });
          expect(wholeError(refused)).toMatch(/then type test in confirm/);
        }
        const lost = (): string[][] => askDirectly(stage.url, "select count(locale) from users");
        expect(lost()).toEqual([["12345"]]);
        expect((await stage.act("rollback")).outputs).toMatchObject({ result: "rolled-back", changed: "true" });
        expect(lost).toThrow("locale");
      },
      LIMIT_MS,
    );
  },
  ["postgresql"],
);

withDatabases(
  ({ createDatabase }) => {
    describe("S60, H135: a target that is none", () => {
      it(
        "never reaches a shell, the tool or the database",
        async () => {
          await open(await createDatabase());
          const before = askDirectly(stage.url, "select name, sql from sqlite_master order by name");
          const targets: readonly (readonly [string, string])[] = [
            ["1; rm -rf /", "invalid-input"],
            ["steps:1; touch pwned", "invalid-input"],
            ["steps:-1", "invalid-input"],
            ["deployment:1 or 1=1", "invalid-input"],
            ["version:1\n2", "invalid-input"],
            ["version:$(touch pwned)", "unknown-target"],
            ["version:' or 1=1; drop table users; --", "unknown-target"],
            ["version:--help", "unknown-target"],
            // Names that only look like one that is there.
            [`version:${stage.project.idOf("users")}%`, "unknown-target"],
            [`version:${stage.project.idOf("users").slice(0, -1)}`, "unknown-target"],
            ["version:20260101000100_users", "unknown-target"],
          ];
          for (const [to, reason] of targets) {
            const result = await stage.act("rollback", { to });
            expect([to, result.outputs["failure-reason"]]).toEqual([to, reason]);
            expect(result.conclusion).toBe("failure");
            expect(wholeError(result)).not.toBe("");
          }
          expect(stage.checkout.has("pwned")).toBe(false);
          expect(askDirectly(stage.url, "select name, sql from sqlite_master order by name")).toEqual(before);
          expect(stage.records()).toHaveLength(2);
        },
        LIMIT_MS,
      );
    });

    it(
      "S64: an approval is for the plan that was shown: when that has changed, nothing is reverted",
      async () => {
        await open(await createDatabase());
        const { outputs } = await stage.act("rollback", { "dry-run": "true" });
        await stage.write([users, locale, table("orders")]);
        await stage.act("run");
        const approved = { "plan-digest": outputs["plan-digest"] ?? "" };
        const refused = await stage.act("rollback", approved);
        expect(refused.outputs).toMatchObject({
          result: "refused",
          "failure-reason": "plan-changed",
          changed: "false",
        });
        expect(firstError(refused)).toContain("The plan is not the one that was approved");
        expect((await stage.act("rollback")).outputs).toMatchObject({ result: "rolled-back" });
      },
      LIMIT_MS,
    );
  },
  ["sqlite"],
);
