import { describe, expect, test } from "@jest/globals";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { rails } from "./rails.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app";
const change = "class A < ActiveRecord::Migration[7.1]\n  def change\n    add_column :a, :b, :text\n  end\nend\n";

describe("the files of Rails", () => {
  test("are found in all directories, by version, and nothing else is a migration", async () => {
    const files = filesOf({
      "db/migrate/20260102000000_add_b.rb": change,
      "db/migrate/001_first.rb": `${change}# changed\n`,
      "db/migrate/shop/20260101000000_add_a.shop.rb": change.replace(
        "def change",
        "disable_ddl_transaction!\n  def change",
      ),
      "db/migrate/README.md": "",
      "db/migrate/concern.rb": "",
      "db/schema.rb": "",
    });
    const listed = (await rails.list(files, settingsFor(ADDRESS))) ?? [];
    expect(listed.map(({ id, title, down }) => [id, title, down])).toEqual([
      ["1", "001_first.rb", "real"],
      ["20260101000000", "20260101000000_add_a.shop.rb", "real"],
      ["20260102000000", "20260102000000_add_b.rb", "real"],
    ]);
    expect(listed.map(({ outsideTransaction }) => outsideTransaction)).toEqual([undefined, true, undefined]);
    expect(new Set(listed.map(({ digest }) => digest)).size).toBe(3);
  });

  test.each([
    [{}, "it has no files"],
    [{ "db/migrate/1_a.rb": "", "db/migrate/01_b.rb": "" }, 'the same version "1"'],
    [{ "db/migrate/1_AddUsers.rb": "" }, "refuse the name"],
    [{ "db/migrate/1_a\u202E.rb": "" }, "cannot be seen"],
  ])("%j is refused", async (texts, said) => {
    const listed = Promise.resolve().then(() => rails.list(filesOf(texts), settingsFor(ADDRESS)));
    await expect(listed).rejects.toMatchObject({ reason: "invalid-input", what: expect.stringContaining(said) });
  });
});

describe("the commands of Rails", () => {
  const migrations = ["1", "2", "3"].map((id) => migrationOf(id, `${id}_x.rb`));

  test("name the version, whatever else is there", () => {
    const settings = settingsFor(ADDRESS);
    const situation = { settings, migrations, applied: ["1", "3", "9"] };
    expect(rails.up([migrationOf("2")], situation)).toEqual({
      command: { argv: ["bin/rails", "db:migrate:up", "VERSION=2"], environment: { DATABASE_URL: ADDRESS } },
      applies: ["2"],
    });
    expect(rails.down(migrationOf("1"), situation)).toEqual({
      command: { argv: ["bin/rails", "db:migrate:down", "VERSION=1"], environment: { DATABASE_URL: ADDRESS } },
      reverts: "1",
    });
    expect(rails.down(migrationOf("9"), situation)).toBeUndefined();
  });

  test.each([
    ["postgres://app@db/app?sslmode=require", "postgresql://app@db:5432/app?sslmode=require"],
    ["mysql://app:p%40ss@db/app", "mysql2://app:p%40ss@db:3306/app"],
    ["mariadb://app@db/app", "mysql2://app@db:3306/app"],
    ["postgis://app@db/app", "postgis://app@db:5432/app"],
    ["sqlite:db/my app.sqlite3", "sqlite3:db/my%20app.sqlite3"],
    ["sqlite:/var/app.db", "sqlite3:/var/app.db"],
  ])("%s is %s for it", (given, spelled) => {
    const settings = settingsFor(given, { toolCommand: ["bundle", "exec", "rake"] });
    expect(rails.up(migrations, { settings, migrations, applied: [] }).command).toEqual({
      argv: ["bundle", "exec", "rake", "db:migrate:up", "VERSION=1"],
      environment: { DATABASE_URL: spelled },
    });
  });

  test.each([
    [{ "bin/rails": "#!/usr/bin/env ruby" }, {}, ["bin/rails"]],
    [{ Rakefile: "" }, {}, ["bundle", "exec", "rake"]],
    [{ Rakefile: "" }, { toolCommand: ["rake"] }, ["rake"]],
    [{}, { isRemote: true }, []],
  ])("with %j and %j it is called by %j", async (texts, more, command) => {
    const completed = await rails.complete?.(filesOf(texts), settingsFor(ADDRESS, more));
    expect(completed?.toolCommand).toEqual(command);
  });

  test("in a task nothing is handed over", () => {
    const settings = settingsFor(ADDRESS, { isRemote: true });
    expect(rails.up(migrations, { settings, migrations, applied: [] }).command.environment).toEqual({});
  });
});

describe("the table of Rails", () => {
  test.each([
    ["", "schema_migrations"],
    ["versions", "versions"],
  ])("%j: has no order of application, and versions as text", async (migrationsTable, name) => {
    const settings = settingsFor("sqlite:app.db", { migrationsTable });
    const query = sqliteQuery(
      `create table ${name} (version varchar not null primary key)`,
      `insert into ${name} values ('20260101000000'), ('003'), ('20')`,
    );
    expect(await readState(rails, settings, query)).toEqual({
      applied: [{ id: "3" }, { id: "20" }, { id: "20260101000000" }],
      isInOrder: false,
    });
    expect(rails.state(settings).tables).toEqual([name, "ar_internal_metadata"]);
  });

  test("that is not there yet is an empty set", async () => {
    expect(await readState(rails, settingsFor(ADDRESS), noTable)).toEqual({ applied: [], isInOrder: false });
  });
});
