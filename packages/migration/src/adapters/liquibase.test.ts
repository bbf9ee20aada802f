import { describe, expect, test } from "@jest/globals";
import { hasLiquibaseSqlite, runs, seed, sqliteUrl, workspace } from "@handrail/testkit";
import type { ToolProject } from "@handrail/testkit";
import fc from "fast-check";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Migration } from "../migration.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { readChangelog } from "./liquibase-changelog.ts";
import { liquibase } from "./liquibase.ts";
import { describeInstalled, openToolBench } from "./python-fixture.ts";
import { describeWays, expectDone, LONG_MS, tableMigration } from "./python-scenarios-fixture.ts";

// Each start takes seconds.
describeWays("liquibase", { wholeOn: ["postgresql"], halfOn: ["mysql"] });

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<!-- changes --><databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd"`;
const xml = (body: string, more = ""): string => `${XML}${more}>${body}</databaseChangeLog>\n`;
const sql = (body: string, more = ""): string => `--liquibase formatted sql${more}\n${body}`;
const nothing = "<sql>select 1</sql>";

/** A bit of everything that can be read. */
const zoo: Readonly<Record<string, string>> = {
  "db/master.xml": xml(
    `<property name="p" value="v"/><include file="db/one.sql"/><include file="/db/d/e/three.sql"/><include file="db/y.yaml"/>
     <include file="raw.sql" relativeToChangelogFile="true"/><include file="db/log.sql"/><include file="./db/j.json"/>
     <includeAll path="all/" relativeToChangelogFile="true"/><include file="db/in.xml"/>`,
  ),
  "db/one.sql": sql("\n--changeset dev:one\nselect 1;\n"),
  "db/d/two.sql": sql("--changeset dev:two\nselect 1;\n--rollback select 2;\n"),
  "db/d/e/three.sql": `\n  ${sql("-- changeset dev:three dbms:sqlite,postgresql\nselect 1;\n--changeset dev:no dbms:mysql\nselect 1;\n")}`,
  "db/y.yaml": `databaseChangeLog:
  - property: {name: foo, value: bar}
  - preConditions:
    - onFail: HALT
    - sqlCheck: {expectedResult: 1, sql: select 1}
  - changeSet: {id: 007, author: dev, changes: [{sql: {sql: "select 1"}}]}
  - changeSet: {id: true, author: dev, changes: [{sql: "select 1"}]}
  - changeSet: {id: 0x10, author: dev, changes: [{sql: {sql: "select 1"}}]}
  - changeSet: {id: 1_000, author: 5, runOnChange: false, changes: [{sql: {sql: "select 1"}}]}
  - include: {file: d/two.sql, relativeToChangelogFile: true}
`,
  "db/raw.sql": "select 1;\n",
  "db/log.sql": sql(
    `--changeset dev:l1
select 1;
--changeset dev:l2 logicalFilePath:other.sql runInTransaction:false
select 1;
--changeset "my dev":"q:4"
select 1;
--changeset dev:ig ignore:true
select 1;
--CHANGESET dev:mark
--preconditions onFail:MARK_RAN onError:HALT
--precondition-sql-check expectedResult:1 select 0
select nowhere;
`,
    " logicalFilePath:logical/p.sql",
  ),
  "db/j.json": `{"databaseChangeLog":[{"changeSet":{"id":"j1","author":"dev","changes":[{"sql":{"sql":"select 1"}}]}},
    {"changeSet":{"id":"j2","author":"dev","changes":[{"createTable":{"tableName":"j","columns":[{"column":{"name":"i","type":"int"}}]}}]}}]}`,
  ...Object.fromEntries(
    ["B", "a", "deep/0", "z", "_x", "10", "9", "a-b"].map((name) => [
      `db/all/${name}.sql`,
      sql(`--changeset dev:${name}\nselect 1;\n`),
    ]),
  ),
  "db/all/README.md": "text",
  "db/in.xml": xml(
    `<changeSet id="1" author="a &amp; b"><!-- <changeSet id="no"/> -->${nothing}<rollback><![CDATA[select 1 < 2]]></rollback></changeSet>
     <changeSet id=" 2 " author='c  d' dbms="!mysql">${nothing}</changeSet><include file="db/in2.sql"/>`,
    ' logicalFilePath="logi.xml"',
  ),
  "db/in2.sql": sql("--changeset dev:in2\nselect 1;\n"),
};

/** Puts files in the place of the fixture's changelog. */
function rewrite({ directory }: ToolProject, texts: Readonly<Record<string, string>>): void {
  rmSync(join(directory, "changelog.sql"), { force: true });
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

const withSqlite = hasLiquibaseSqlite() ? test : test.skip;

describeInstalled("liquibase", () => {
  withSqlite(
    "reads a changelog as it is read here",
    async () => {
      using folder = workspace({}, { git: false });
      using bench = await openToolBench({
        tool: "liquibase",
        url: sqliteUrl(folder.path),
        migrations: [],
        settings: { migrationsDirectory: "db/master.xml" },
        prepare: (project) => rewrite(project, zoo),
      });
      const ids = (await bench.migrations()).map(({ id }) => id);
      expect(ids).toHaveLength(25);
      // The same question as of a task, which it answers itself.
      const reader = bench.adapter.state({ ...bench.settings, isRemote: true });
      if (reader.how !== "status") throw new Error("It is asked by its table.");
      const { command } = reader.status;
      const { environment } = bench.adapter.up([], { settings: bench.settings, migrations: [], applied: [] }).command;
      const told = reader.status.parse(await bench.run({ ...command, environment }));
      expect(told).toMatchObject({ applied: [], pending: ids });
      expect(told.known?.map(({ id }) => id)).toEqual(ids);
    },
    LONG_MS,
  );

  withSqlite(
    "is asked itself where changesets run again, and applies all at once",
    async () => {
      using folder = workspace({}, { git: false });
      const view = (text: string): string =>
        sql(
          `--changeset dev:t\ncreate table t (i int);\n--rollback drop table t;\n--changeset dev:v runOnChange:true\n${text}\n`,
        );
      using bench = await openToolBench({
        tool: "liquibase",
        url: sqliteUrl(folder.path),
        migrations: [],
        prepare: (project) => rewrite(project, { "changelog.sql": view("select 1;") }),
      });
      const before = await bench.state();
      expect(before.pending).toEqual(["changelog.sql::t::dev", "changelog.sql::v::dev"]);
      const ended = await bench.up(before);
      expectDone(ended);
      expect(ended.applies).toEqual(before.pending);
      rewrite(bench.project, { "changelog.sql": view("select 2;").replace("dev:t", "dev:u") });
      const after = await bench.state();
      expect(after.applied.map(({ id }) => id)).toEqual(before.pending);
      expect(after.pending).toEqual(["changelog.sql::u::dev", "changelog.sql::v::dev"]);
      // What the changelog does not have is no more known; it would go past it, and take an older one.
      expect(after.known?.map(({ id }) => id)).toEqual(["changelog.sql::v::dev", "changelog.sql::u::dev"]);
      expect(await bench.down("changelog.sql::t::dev", after)).toBeUndefined();
    },
    LONG_MS,
  );

  withSqlite(
    "does not go past what the checkout does not have",
    async () => {
      using folder = workspace({}, { git: false });
      const [first, second] = [tableMigration("m1_a"), tableMigration("m2_b")];
      using bench = await openToolBench({
        tool: "liquibase",
        url: sqliteUrl(folder.path),
        migrations: [first, second],
      });
      expectDone(await bench.up());
      expectDone(await bench.up());
      const ids = ["m1_a", "m2_b"].map((slug) => bench.project.idOf(slug));
      await bench.project.write([first]);
      expect(await bench.ids()).toEqual(ids);
      expect(await bench.down(ids[1] ?? "")).toBeUndefined();
      expect(await bench.down(ids[0] ?? "")).toBeUndefined();
    },
    LONG_MS,
  );
});

const list = async (
  texts: Readonly<Record<string, string>>,
  url = "postgres://h/d",
): Promise<readonly Migration[] | undefined> =>
  readChangelog(filesOf(texts), Object.keys(texts)[0] ?? "", settingsFor(url).engine);

describe("what a changeset says of its way back", () => {
  test.each<[text: string, down: string, downSql: string | undefined]>([
    ["select 1;", "none", undefined],
    [
      "create table a (i int);\n--rollback drop table a;\n--rollback drop table b;",
      "real",
      "drop table a;\ndrop table b;\n",
    ],
    ["x;\n--rollback empty", "empty", ""],
    ["x;\n-- rollback NOT REQUIRED", "empty", ""],
    ["x;\n--rollback -- nothing", "empty", ""],
    ["x;\n/* liquibase rollback\n drop table a;\n*/\ny;", "real", "drop table a;\n"],
    ["x;\n--rollback changesetId:one changesetAuthor:dev", "real", undefined],
    ["x;\n--comment --rollback x", "none", undefined],
  ])("sql: %j", async (text, down, downSql) => {
    const [first] =
      (await list({ "a.sql": sql(`--changeset dev:a\n${text}\n--changeset dev:b\n--rollback empty`) })) ?? [];
    expect([first?.down, first?.downSql]).toEqual([down, downSql]);
  });

  test.each<[body: string, down: string, downSql: string | undefined]>([
    [nothing, "none", undefined],
    ['<createTable tableName="a"><column name="i" type="int"/></createTable>', "real", undefined],
    [`<createTable tableName="a"/>${nothing}`, "none", undefined],
    ['<dropTable tableName="a"/>', "none", undefined],
    ['<tagDatabase tag="v1"/>', "real", undefined],
    ['<addColumn tableName="a"/><comment>x</comment><tagDatabase tag="v1"/>', "real", undefined],
    [`${nothing}<rollback>drop table a</rollback>`, "real", "drop table a\n"],
    [`${nothing}<rollback/>`, "empty", ""],
    [`${nothing}<rollback>-- nix</rollback>`, "empty", ""],
    [`${nothing}<rollback>empty</rollback>`, "empty", ""],
    [`${nothing}<rollback><empty/></rollback>`, "empty", ""],
    [`${nothing}<rollback><sql splitStatements="false">drop table a</sql></rollback>`, "real", "drop table a\n"],
    [`${nothing}<rollback><dropTable tableName="a"/></rollback>`, "real", undefined],
    [`${nothing}<rollback changeSetId="1" changeSetAuthor="a"/>`, "real", undefined],
  ])("xml: %s", async (body, down, downSql) => {
    const [only] = (await list({ "a.xml": xml(`<changeSet id="1" author="a">${body}</changeSet>`) })) ?? [];
    expect([only?.down, only?.downSql]).toEqual([down, downSql]);
  });

  test.each<[rollback: string, down: string]>([
    ["", "none"],
    [", rollback: null", "empty"],
    [', rollback: ""', "empty"],
    [", rollback: []", "empty"],
    [", rollback: drop table a", "real"],
    [", rollback: [drop table a]", "real"],
    [", rollback: {sql: {sql: drop table a}}", "real"],
    [", rollback: [{dropTable: {tableName: a}}]", "real"],
    [", rollback: {changeSetId: 1, changeSetAuthor: a}", "real"],
  ])("yaml: %j", async (rollback, down) => {
    const text = `databaseChangeLog:\n- changeSet: {id: 1, author: a, changes: [{sql: {sql: x}}]${rollback}}\n`;
    expect((await list({ "a.yaml": text }))?.[0]?.down).toBe(down);
  });
});

describe("what only Liquibase itself can say", () => {
  const change = (attributes: string): string => sql(`--changeset dev:a ${attributes}\nselect 1;\n`);
  const set = (attributes: string, body = nothing): string =>
    xml(`<changeSet id="1" author="a" ${attributes}>${body}</changeSet>`);

  test.each<[name: string, text: string]>([
    ["a.sql", change("runOnChange:true")],
    ["a.sql", change("runAlways:true")],
    ["a.sql", change("context:prod")],
    ["a.sql", change('contextFilter:"a or b"')],
    ["a.sql", change("labels:x")],
    ["a.sql", change("runOnChange:${p}")],
    ["a.sql", change("\n--preconditions onFail:CONTINUE")],
    ["a.sql", change("\n--ignoreLines:2")],
    ["a.sql", sql("--changeset dev\nselect 1;")],
    ["a.sql", sql("--changeset dev:${p}\nselect 1;")],
    ["a.sql", `select 1;\n${change("")}`],
    ["a.xml", set('runOrder="last"')],
    ["a.xml", set('runAlways="true"')],
    ["a.xml", set("", `<preConditions onFail="CONTINUE"/>${nothing}`)],
    ["a.xml", xml(`<include file="\${p}.sql"/>`)],
    ["a.xml", xml(`<include file="a.xml"/>`)],
    ["a.xml", xml(`<include file="none.sql"/>`)],
    ["a.xml", xml(`<include file="a.groovy"/>`)],
    ["a.xml", xml(`<includeAll path="x" filter="my.Filter"/>`)],
    ["a.xml", xml(`<include file="a.xml" context="prod"/>`)],
    ["a.xml", xml("", ' contextFilter="prod"')],
    ["a.xml", '<!DOCTYPE a [<!ENTITY x "y">]><databaseChangeLog/>'],
    ["a.xml", `${XML}><changeSet id="1" author="a">`],
    ["a.xml", "<a/><b/>"],
    ["a.yaml", "databaseChangeLog:\n- changeSet: {id: 1.10, author: a}\n"],
    ["a.yaml", "databaseChangeLog:\n- changeSet: {id: 2026-01-01, author: a}\n"],
    ["a.yaml", "databaseChangeLog: [\n"],
    ["a.yml", "a: b\n"],
    ["a.json", "[]"],
  ])("%s: %j", async (name, text) => {
    expect(await list({ [name]: text })).toBeUndefined();
  });

  test("which of MySQL and MariaDB it is", async () => {
    const texts = { "a.sql": change("dbms:mysql") };
    expect(await list(texts, "mysql://h/d")).toBeUndefined();
    expect(await list(texts)).toEqual([]);
    expect(await list({ "a.sql": change("dbms:mysql,mariadb") }, "mysql://h/d")).toHaveLength(1);
    expect(await list({ "a.sql": change("dbms:!postgresql") }, "mysql://h/d")).toHaveLength(1);
  });

  test("of any text is left to it in time", async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "--liquibase formatted sql\n",
        "--changeset a:b ",
        "\n--rollback ",
        "/* liquibase rollback\n",
        "*/\n",
      ),
      fc.constantFrom(
        "<databaseChangeLog>",
        "<changeSet id='1' author='a'>",
        "</changeSet>",
        "</databaseChangeLog>",
        "<rollback>",
        "<!--",
      ),
      fc.constantFrom(
        "databaseChangeLog:\n",
        "- changeSet:\n",
        "    id: 1\n",
        "    author: a\n",
        "    changes: [sql: a]\n",
        "    rollback: ",
      ),
    );
    const given = fc.tuple(fc.constantFrom("a.sql", "a.xml", "a.yaml"), fc.array(piece));
    await fc.assert(
      fc.asyncProperty(given, async ([name, pieces]) => {
        await list({ [name]: pieces.join("") });
      }),
      { numRuns: runs(20_000, 1000), seed: seed() },
    );
  });
});

describe("a changeset's digest", () => {
  test("changes with its own text and its files, and with nothing else", async () => {
    const digests = async (first: string, file: string): Promise<readonly string[]> => {
      const body = `<changeSet id="1" author="a">${first}<sqlFile path="x.sql"/></changeSet><changeSet id="2" author="a"/>`;
      return ((await list({ "a.xml": xml(body), "x.sql": file })) ?? []).map(({ digest }) => digest);
    };
    const [one, other] = await digests(nothing, "a");
    expect(await digests(nothing, "a")).toEqual([one, other]);
    expect((await digests("<sql>2</sql>", "a"))[0]).not.toBe(one);
    expect((await digests(nothing, "b"))[0]).not.toBe(one);
    expect((await digests(nothing, "b"))[1]).toBe(other);
  });
});

describe("where the changelog is", () => {
  const text = sql("--changeset dev:a\nselect 1;");
  test.each<[name: string, texts: Record<string, string>, settings: object]>([
    ["by input", { "db/x.sql": text }, { migrationsDirectory: "db/x.sql" }],
    ["by its directory", { "db/db.changelog-master.sql": text, "db/other.sql": "x" }, { migrationsDirectory: "db" }],
    ["by the command", { "x.sql": text }, { toolCommand: ["liquibase", "--changelog-file=x.sql"] }],
    ["by liquibase.properties", { "x.sql": text, "liquibase.properties": "# a\nchangeLogFile: x.sql\n" }, {}],
    ["by its newer name", { "x.sql": text, "liquibase.properties": "liquibase.command.changelog-file = ./x.sql" }, {}],
  ])("%s", async (_, texts, more) => {
    const settings = settingsFor("postgres://h/d", more);
    expect(await liquibase.list(filesOf(texts), settings)).toHaveLength(1);
    expect(liquibase.state((await liquibase.complete?.(filesOf(texts), settings)) ?? settings).how).toBe("table");
  });

  test("is not told, or is told to Liquibase alone", async () => {
    const settings = settingsFor("postgres://h/d");
    expect(await liquibase.list(filesOf({}), settings)).toBeUndefined();
    expect(liquibase.state(settings).how).toBe("status");
    const properties = { "x.sql": text, "liquibase.properties": "changeLogFile=x.sql\nsearchPath=db,more" };
    expect(await liquibase.list(filesOf(properties), settings)).toBeUndefined();
  });

  test.each([
    ["there is none", { "db/other.sql": "x" }, "db"],
    ["there are several", { "db/master.sql": "x", "db/changelog.xml": "x" }, "db"],
    ["no changesets", { "db/x.sql": sql("") }, "db/x.sql"],
  ])("is no use: %s", async (why, texts, migrationsDirectory) => {
    const settings = settingsFor("postgres://h/d", { migrationsDirectory });
    await expect(liquibase.list(filesOf(texts), settings)).rejects.toThrow(why);
  });
});

describe("what liquibase is told", () => {
  test.each([
    ["postgres://me:s3%20cr%2Ft@db.example/app", "jdbc:postgresql://db.example:5432/app", "me", "s3 cr/t"],
    [
      "postgres://h/d?sslmode=require&ApplicationName=x",
      "jdbc:postgresql://h:5432/d?ApplicationName=x&sslmode=require",
      undefined,
      undefined,
    ],
    ["mysql://me@h/d?ssl-mode=REQUIRED", "jdbc:mariadb://h:3306/d?sslMode=trust", "me", undefined],
    [
      "mariadb://h/d?ssl-mode=VERIFY_IDENTITY&ssl-ca=ca.pem",
      "jdbc:mariadb://h:3306/d?sslMode=verify-full&serverSslCert=ca.pem",
      undefined,
      undefined,
    ],
    ["sqlite:data/my app.db", "jdbc:sqlite:data/my app.db", undefined, undefined],
  ])("%s", (text, url, user, password) => {
    const settings = settingsFor(text);
    const change: Migration = { id: "a::b::c", title: "", digest: "1", down: "real" };
    const { argv, environment } = liquibase.up([change], { settings, migrations: [change], applied: [] }).command;
    expect(argv).toEqual(["liquibase", "update-count", "--count=1"]);
    expect(environment).toEqual({
      LIQUIBASE_HEADLESS: "true",
      LIQUIBASE_SHOW_BANNER: "false",
      LIQUIBASE_COMMAND_URL: url,
      ...(user === undefined ? {} : { LIQUIBASE_COMMAND_USERNAME: user }),
      ...(password === undefined ? {} : { LIQUIBASE_COMMAND_PASSWORD: password }),
    });
  });
});
