import { describe, expect, test } from "@jest/globals";
import { DatabaseSync } from "node:sqlite";
import { sqliteUrl } from "../databases/sqlite.ts";
import { isDeep } from "../runs.ts";
import { workspace } from "../workspace.ts";
import { hasLiquibaseSqlite } from "./liquibase.ts";
import { sqliteFile } from "./node-project.ts";
import type { ScriptedMigration } from "./project.ts";
import { toolProjects } from "./projects.ts";

const migrations: readonly ScriptedMigration[] = [
  {
    slug: "m1_a",
    up: ["create table a (text varchar(20))", `insert into a values ('it''s "a" \\ %s :x é')`],
    down: ["drop table a"],
  },
  { slug: "m2_b", up: ["create table b (id int)"], down: ["drop table b"] },
];

const here = (isDeep ? ["alembic", "django", "liquibase", "sqitch"] : ["alembic"]).filter(
  (tool) => tool in toolProjects && (tool !== "liquibase" || hasLiquibaseSqlite()),
);

describe("projects of tools in other languages, by hand", () => {
  test.each(here)(
    "%s",
    async (tool) => {
      using folder = workspace({}, { git: false });
      const url = sqliteUrl(folder.path);
      const project = await toolProjects[tool]?.({ directory: folder.path, url });
      await project?.write(migrations);
      const rows = (statement: string): unknown[] => {
        using database = new DatabaseSync(sqliteFile(url));
        return database.prepare(statement).all().map(Object.values);
      };
      expect(await project?.byHand("up")).toMatchObject({ exitCode: 0 });
      expect(rows("select text from a")).toEqual([[`it's "a" \\ %s :x é`]]);
      expect(await project?.byHand("down")).toMatchObject({ exitCode: 0 });
      expect(rows("select name from sqlite_master where name in ('a', 'b')")).toEqual([["a"]]);
      expect(await project?.byHand("down")).toMatchObject({ exitCode: 0 });
      expect(rows("select name from sqlite_master where name in ('a', 'b')")).toEqual([]);
    },
    120_000,
  );
});
