/** What is peculiar to a database that is a file. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it } from "@jest/globals";
import { until, virtualClock, workspace } from "@handrail/testkit";
import { closeAll, faultOf, open } from "./client-fixture.ts";

afterEach(closeAll);

describe("a file", () => {
  it("that is not there is an empty database, and reading does not make it", async () => {
    using folder = workspace({}, { git: false });
    const { query } = open("sqlite:new.db", { directory: folder.path });
    expect(await query(["select count(*) as n from sqlite_master", "pragma user_version"])).toEqual([
      [{ n: 0 }],
      [{ user_version: 0 }],
    ]);
    expect(await faultOf(query(["select * from t"]))).toBe("missing SQLITE_ERROR");
    expect(folder.has("new.db")).toBe(false);
    await query(["create table t (id integer)"]);
    expect(folder.has("new.db")).toBe(true);
    await query(["pragma user_version = 7"]);
    expect(await query(["pragma user_version"])).toEqual([[{ user_version: 7 }]]);
  });

  it("is the one that is there now, also when it was replaced", async () => {
    using folder = workspace({}, { git: false });
    const { query } = open(`sqlite:${folder.resolve("app.db")}`);
    await query(["create table one (id integer)"]);
    folder.remove("app.db");
    expect(await query(["select name from sqlite_master"])).toEqual([[]]);
    const other = new DatabaseSync(folder.resolve("app.db"));
    other.exec("create table two (id integer)");
    other.close();
    expect(await query(["select name from sqlite_master"])).toEqual([[{ name: "two" }]]);
  });

  it.each([
    ["app.db", "a directory"],
    ["text.db", "no database"],
    ["none/app.db", "in no directory"],
  ])("that cannot be read (%s, %s) is refused", async (path) => {
    using folder = workspace({ "app.db/x": "", "text.db": "hello ".repeat(500) }, { git: false });
    const { query } = open(`sqlite:${folder.resolve(path)}`);
    expect(await faultOf(query(["create table t (id integer)"]))).toMatch(/^refused SQLITE_(?:CANTOPEN|NOTADB)$/);
  });

  it("that somebody writes to is waited for, 10 s and no longer", async () => {
    using folder = workspace({}, { git: false });
    const writer = new DatabaseSync(folder.resolve("app.db"));
    writer.exec("create table t (id integer); begin exclusive");
    const url = `sqlite:${folder.resolve("app.db")}`;
    const fast = virtualClock({ mode: (ms) => ms < 1000 });
    expect(await faultOf(open(url, { clock: fast }).query(["select count(*) as n from t"]))).toBe("locked SQLITE_BUSY");
    expect(fast.elapsed).toBe(10_000);
    const clock = virtualClock();
    const patient = open(url, { clock }).query(["select count(*) as n from t"]);
    await until(() => clock.sleeps.includes(50));
    writer.exec("insert into t values (1); commit");
    await clock.advance(50);
    expect(await patient).toEqual([[{ n: 1 }]]);
    writer.close();
  });

  it("is not waited for any more when the question is aborted", async () => {
    using folder = workspace({}, { git: false });
    const writer = new DatabaseSync(folder.resolve("app.db"));
    writer.exec("create table t (id integer); begin exclusive");
    const clock = virtualClock();
    const controller = new AbortController();
    const { query } = open(`sqlite:${folder.resolve("app.db")}`, { clock, signal: controller.signal });
    const asking = query(["select count(*) as n from t"]);
    await until(() => clock.sleeps.includes(50));
    controller.abort(new Error("cancelled"));
    await expect(asking).rejects.toThrow("cancelled");
    writer.close();
  });
});

describe("statements", () => {
  it.each([
    ["select 1 as one;", true],
    ["select 1 as one ; \n-- the end", true],
    ["-- first\nselect 1 as one /* ; */", true],
    ["select 1 as one; select 2", false],
    ["select 1 as one; /* x */ select 2 -- y", false],
    ["", false],
  ])("%j: one and no more", async (statement, isOne) => {
    using folder = workspace({}, { git: false });
    const { query } = open(`sqlite:${folder.resolve("app.db")}`);
    if (isOne) expect(await query([statement])).toEqual([[{ one: 1 }]]);
    else expect(await faultOf(query([statement]))).toMatch(/^refused /);
  });

  it("see the database as its users do: foreign keys and double quotes are SQLite's", async () => {
    using folder = workspace({}, { git: false });
    const { query } = open(`sqlite:${folder.resolve("app.db")}`);
    await query(["create table p (id integer primary key)", "create table c (p integer references p (id))"]);
    expect(await query(["insert into c values (1)", 'select "text" as v'])).toEqual([[], [{ v: "text" }]]);
  });
});

describe("the job's log", () => {
  it("has no word about Node's module, and all other warnings", () => {
    using folder = workspace({}, { git: false });
    const door = JSON.stringify(join(import.meta.dirname, "client-fixture.ts"));
    const script = `
      import { closeAll, open } from ${door};
      const { query } = open("sqlite:${folder.resolve("app.db")}");
      await query(["select 1"]);
      await closeAll();
      process.emitWarning("something else", "ExperimentalWarning");
    `;
    const args = ["--conditions=source", "--input-type=module", "-e", script];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr).toMatch(/^\(node:\d+\) ExperimentalWarning: something else\n.*\n$/);
    expect(status).toBe(0);
  });
});
