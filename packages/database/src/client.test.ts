/** The door to databases against real ones: what comes back. */
import { afterEach, expect, it } from "@jest/globals";
import { until, withDatabases } from "@handrail/testkit";
import { closeAll, faultOf, open } from "./client-fixture.ts";

afterEach(closeAll);

withDatabases(({ engine, createDatabase }) => {
  it("answers each statement with its rows", async () => {
    const { query } = open(await createDatabase());
    const rows = await query([
      "create table t (id integer primary key, name varchar(20))",
      "insert into t values (1, 'one'), (2, null)",
      "select * from t order by id",
      "select count(*) as n, sum(id) as s, avg(id) as a from t where id > 5",
      "select id from t where id > 5",
    ]);
    const list = [{ id: 1, name: "one" }, { id: 2, name: null }]; // prettier-ignore
    expect(rows).toEqual([[], [], list, [{ n: 0, s: null, a: null }], []]);
    expect(await query([])).toEqual([]);
  });

  it("stops at the first statement that fails, and goes on with the next question", async () => {
    const { query } = open(await createDatabase());
    await query(["create table t (id integer primary key)"]);
    const question = query(["insert into t values (1)", "insert into t values (1)", "insert into t values (2)"]);
    expect(await faultOf(question)).toMatch(/^exists /);
    expect(await query(["select id from t"])).toEqual([[{ id: 1 }]]);
  });

  it("takes back the transaction of a question that failed in it", async () => {
    const { query } = open(await createDatabase());
    await query(["create table t (id integer primary key)"]);
    expect(
      await faultOf(query(["begin", "insert into t values (1)", "insert into absent values (1)", "commit"])),
    ).toMatch(/^missing /);
    expect(await query(["select count(*) as n from t"])).toEqual([[{ n: 0 }]]);
    expect(await query(["begin", "insert into t values (2)", "commit", "select id from t"])).toEqual([
      [],
      [],
      [],
      [{ id: 2 }],
    ]);
  });

  it("answers questions in the order in which they were asked", async () => {
    const { query } = open(await createDatabase());
    const statements = [
      "create table t (id integer)",
      "insert into t values (1)",
      "update t set id = id + 1",
      "select id from t",
    ];
    const answers = await Promise.all(statements.map((statement) => query([statement])));
    expect(answers.at(-1)).toEqual([[{ id: 2 }]]);
  });

  it.each([
    ["select * from absent", "missing"],
    ["select absent from t", "missing"],
    ["create table t (id integer)", "exists"],
    ["create view v as select 1 as one", "exists"],
    ["insert into t values (1)", "exists"],
    ["nonsense", "refused"],
    ["select 1; select 2", "refused"],
    ["select '\0'", "refused"],
  ])("%j is %s", async (statement, kind) => {
    const { query } = open(await createDatabase());
    await query([
      "create table t (id integer primary key)",
      "insert into t values (1)",
      "create view v as select 1 as one",
    ]);
    expect(await faultOf(query([statement]))).toMatch(new RegExp(`^${kind} `));
    expect(await query(["select id from t"])).toEqual([[{ id: 1 }]]);
  });

  it("tells who holds what a statement waits for", async () => {
    const url = await createDatabase();
    const [holder, other] = [open(url), open(url)];
    await holder.query(["create table t (id integer primary key)", "insert into t values (1)"]);
    if (engine === "sqlite") return;
    await holder.query(["begin", "update t set id = 2"]);
    await other.query([engine === "mysql" ? "set innodb_lock_wait_timeout = 1" : "set lock_timeout = 100"]);
    const waiting = other.query(["update t set id = 3"]);
    expect(await faultOf(waiting)).toBe(engine === "mysql" ? "locked 1205" : "locked 55P03");
    await holder.query(["rollback"]);
    expect(await other.query(["update t set id = 3", "select id from t"])).toEqual([[], [{ id: 3 }]]);
  });

  it("ends a question when it is aborted, and asks no more", async () => {
    const url = await createDatabase();
    const controller = new AbortController();
    const { query } = open(url, { signal: controller.signal });
    await query(["create table t (id integer)"]);
    const endless = { postgresql: "select pg_sleep(600)", mysql: "select sleep(600)", sqlite: "select 1" }[engine];
    const asking = query([endless, "insert into t values (1)"]);
    const next = query(["insert into t values (2)"]);
    const watching = open(url);
    if (engine !== "sqlite") {
      await until(async () => (await watching.sessions()).some((session) => session.statement === endless));
    }
    controller.abort(new Error("cancelled"));
    await expect(asking).rejects.toThrow("cancelled");
    await expect(next).rejects.toThrow("cancelled");
    await until(async () => (await watching.sessions()).length === 0, { what: "The server has ended the statement" });
    expect(await watching.query(["select count(*) as n from t"])).toEqual([[{ n: 0 }]]);
  });

  it("can be closed at any time, and is closed then", async () => {
    const database = open(await createDatabase());
    const asking = faultOf(database.query(["select 1 as one"]));
    await database.close();
    expect(["", "unreachable CONNECTION_LOST"]).toContain(await asking);
    expect(await faultOf(database.query(["select 1 as one"]))).toBe("unreachable CONNECTION_LOST");
    await database.close();
    await open(await createDatabase()).close();
  });
});
