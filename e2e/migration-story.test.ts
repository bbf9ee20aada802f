/**
 * The story that the actions are for: a deploy with migrations, one without, a bad one, the button. With the built actions and a
 * real tool, on each database of this machine.
 */
import { afterEach, describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import type { ScriptedMigration } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";

const users: ScriptedMigration = {
  slug: "users",
  up: ["create table users (id integer primary key, name varchar(100))"],
  down: ["drop table users"],
};
const orders: ScriptedMigration = {
  slug: "orders",
  up: ["create table orders (id integer primary key, total integer)", "create index orders_total on orders (total)"],
  down: ["drop table orders"],
};
const locale: ScriptedMigration = {
  slug: "locale",
  up: ["alter table users add column locale varchar(10)"],
  down: ["alter table users drop column locale"],
};

let stage: MigrationStage | undefined;

afterEach(async () => {
  await stage?.clear();
  stage = undefined;
});

withDatabases(
  ({ engine, createDatabase }) => {
    describe(`dbmate on ${engine}`, () => {
      it("migrates, has nothing to do, and goes back to before each deployment", async () => {
        stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
        const { act, write, project } = stage;
        await write([users, orders]);
        const first = await act("run");
        expect(first.outputs).toMatchObject({ result: "applied", changed: "true" });
        expect(JSON.parse(first.outputs["applied"] ?? "")).toEqual([project.idOf("users"), project.idOf("orders")]);
        expect((await act("run")).outputs).toMatchObject({ result: "nothing-to-do", changed: "false" });
        const nothing = await act("rollback");
        expect(nothing.outputs).toMatchObject({ result: "nothing-to-do", changed: "false" });
        await write([users, orders, locale]);
        expect((await act("run")).outputs).toMatchObject({ result: "applied" });
        const back = await act("rollback");
        expect(back.outputs).toMatchObject({ result: "rolled-back", "version-after": project.idOf("orders") });
        expect(back.outputs["schema-after"]).toBe(first.outputs["schema-after"]);
        expect((await act("rollback")).outputs).toMatchObject({ result: "nothing-to-do" });
        const [record] = stage.records();
        const all = await act("rollback", { to: `before-deployment:${record?.id ?? 0}` });
        expect(all.outputs).toMatchObject({ result: "rolled-back", "version-after": "" });
        expect(all.outputs["schema-after"]).toBe(first.outputs["schema-before"]);
      });
    });
  },
  ["sqlite"],
);
