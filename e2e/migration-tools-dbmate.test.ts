/** The plot with dbmate. */
import { afterEach, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { chapters, failingNotes } from "./migration-tools-chapters.ts";
import { doDirectly } from "./migration-tools-database.ts";
import { playPlot } from "./migration-tools-plot.ts";

playPlot({
  tool: "dbmate",
  engines: ["postgresql", "mysql", "sqlite"],
  isClean: (engine) => engine !== "mysql",
  rows: (_, url) => ({ url, statement: "select version from schema_migrations order by version" }),
});

let stage: MigrationStage | undefined;

afterEach(async () => {
  await stage?.clear();
  stage = undefined;
});

withDatabases(
  ({ createDatabase }) => {
    it("dbmate: half a migration is finished by hand, marked in the tool's table, and accepted", async () => {
      stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
      const { users, notes } = chapters;
      const { write, act, url, project } = stage;
      await write([users, failingNotes("nothing")]);
      const half = await act("run");
      expect(half.outputs).toMatchObject({ result: "partial", "failure-reason": "half-applied" });
      await write([users, notes]);
      doDirectly(url, "alter table notes add column total integer");
      doDirectly(url, `insert into schema_migrations (version) values ('${project.idOf("notes")}')`);
      const refused = await act("run");
      expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "half-applied" });
      const [, fingerprint = ""] = /accept-schema: ([0-9a-f]+)/.exec(refused.log) ?? [];
      const accepted = await act("run", { "accept-schema": fingerprint });
      expect(accepted.outputs).toMatchObject({ result: "nothing-to-do", "version-after": project.idOf("notes") });
      expect((await act("run")).outputs).toMatchObject({ result: "nothing-to-do" });
    });
  },
  ["mysql"],
);
