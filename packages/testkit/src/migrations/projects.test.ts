import { describe, expect, test } from "@jest/globals";
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sqliteUrl } from "../databases/sqlite.ts";
import { workspace } from "../workspace.ts";
import { sqliteFile } from "./node-project.ts";
import type { ScriptedMigration } from "./project.ts";
import { toolProjects } from "./projects.ts";

const migrations: readonly ScriptedMigration[] = [
  {
    slug: "m1_a",
    up: ["create table a (text varchar(20))", `insert into a values ('it''s "a" ? \`x\` \${y}')`],
    down: ["drop table a"],
  },
  { slug: "m2_b", up: ["create table b (id int)"], down: ["drop table b"] },
];

describe("projects of tools, by hand", () => {
  test.each(["dbmate", "knex", "sequelize", "typeorm", "umzug"].filter((tool) => tool in toolProjects))(
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
      expect(rows("select text from a")).toEqual([[`it's "a" ? \`x\` \${y}`]]);
      expect(rows("select count(*) from b")).toEqual([[0]]);
      expect(await project?.byHand("down")).toMatchObject({ exitCode: 0 });
      expect(rows("select name from sqlite_master where name in ('a', 'b')")).toEqual([["a"]]);
      expect(existsSync(sqliteFile(url))).toBe(true);
    },
    120_000,
  );
});
