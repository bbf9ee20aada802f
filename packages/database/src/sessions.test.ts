/** Who works on a database, and who waits for whom: on real servers. */
import { afterEach, expect, it } from "@jest/globals";
import { until, withDatabases } from "@handrail/testkit";
import type { Database } from "./client.ts";
import { closeAll, faultOf, open } from "./client-fixture.ts";
import type { DatabaseSession } from "./sessions.ts";

afterEach(closeAll);

const sleep = { postgresql: "select pg_sleep(600)", mysql: "select sleep(600)", sqlite: "" };

/** InnoDB tells nothing new to those who ask more often. */
const RARELY = { everyMs: 150 };

/** The session that does this, when there is one. */
const doing = async (database: Database, statement: string): Promise<DatabaseSession | undefined> =>
  (await database.sessions()).find((session) => session.statement === statement);

withDatabases(
  ({ engine, createDatabase }) => {
    it("has those that work on this database, and no others", async () => {
      const [url, elsewhere] = [await createDatabase(), await createDatabase()];
      const watching = open(url);
      expect(await watching.sessions()).toEqual([]);
      await open(url).query(["select 1"]);
      void faultOf(open(elsewhere).query([sleep[engine]]));
      void faultOf(open(url, { name: "somebody" }).query([sleep[engine]]));
      const found = await until(() => doing(watching, sleep[engine]));
      expect(await watching.sessions()).toHaveLength(1);
      expect(found).toMatchObject({ statement: sleep[engine], blockedBy: [] });
      expect(found.id).toMatch(/^\d+$/);
      expect(found.name).toMatch(engine === "mysql" ? /^handrail@127\.0\.0\.1/ : /^somebody$/);
      const later = await until(async () => {
        const session = await doing(watching, sleep[engine]);
        return session !== undefined && session.forMs > 0 ? session : undefined;
      });
      expect(later.forMs).toBeLessThan(60_000);
    });

    it("knows which can be the tool's", async () => {
      const url = await createDatabase();
      const before = open(url);
      if (engine === "mysql") await before.query(["select 1"]);
      const watching = open(url, { name: "handrail 4711" });
      await watching.query(["select 1"]);
      void faultOf(before.query([sleep[engine]]));
      void faultOf(open(url, { name: "handrail 4711" }).query([`${sleep[engine]} -- tool`]));
      await until(async () => (await watching.sessions()).length === 2);
      const ours = (await watching.sessions()).map(({ statement, isOurs }) => [statement, isOurs]);
      expect(Object.fromEntries(ours)).toEqual({ [sleep[engine]]: false, [`${sleep[engine]} -- tool`]: true });
    });

    it("knows them by the mark of an earlier process, too", async () => {
      const url = await createDatabase();
      const dead = open(url, { name: "handrail 4711" });
      const mark = await dead.mark();
      void faultOf(open(url, { name: "handrail 4711" }).query([`${sleep[engine]} -- tool`]));
      const later = open(url, { name: "handrail 4712" });
      await until(async () => (await later.sessions()).length === 1);
      expect((await later.sessions()).map(({ isOurs }) => isOurs)).toEqual([false]);
      expect((await later.sessions(mark)).map(({ isOurs }) => isOurs)).toEqual([true]);
      // What began before the mark is not the tool's, where the name does not tell.
      const mine = await later.mark();
      expect((await later.sessions(mine)).map(({ isOurs }) => isOurs)).toEqual([false]);
    });

    it("tells who waits for whose row", async () => {
      const url = await createDatabase();
      const [holder, waiter, watching] = [open(url), open(url), open(url)];
      await holder.query(["create table t (id integer primary key)", "insert into t values (1)"]);
      await holder.query(["begin", "update t set id = 2 where id = 1"]);
      const statement = "update t set id = 3 where id = 1";
      const waiting = waiter.query([statement]);
      const blocked = await until(async () => {
        const session = await doing(watching, statement);
        return session !== undefined && session.blockedBy.length > 0 ? session : undefined;
      }, RARELY);
      const blocker = (await watching.sessions()).find((session) => session.id !== blocked.id);
      expect(blocked.blockedBy).toEqual([blocker?.id]);
      expect(blocker).toMatchObject({ statement: "", blockedBy: [] });
      await holder.query(["commit"]);
      await waiting;
    });

    it("tells who waits for whose table", async () => {
      const url = await createDatabase();
      const [holder, waiter, watching] = [open(url), open(url), open(url)];
      await holder.query(["create table t (id integer primary key)", "begin", "select * from t"]);
      const statement = "alter table t add column name varchar(20)";
      const waiting = waiter.query([statement]);
      const blocked = await until(async () => {
        const session = await doing(watching, statement);
        return session !== undefined && session.blockedBy.length > 0 ? session : undefined;
      }, RARELY);
      const blocker = (await watching.sessions()).find((session) => session.id !== blocked.id);
      expect(blocked.blockedBy).toEqual([blocker?.id]);
      await holder.query(["commit"]);
      await waiting;
    });

    it("is empty of those that a user may not see", async () => {
      const url = await createDatabase();
      const name = new URL(url).pathname.slice(1);
      const admin = open(url);
      const user = `guest_${name}`;
      await admin.query(
        engine === "mysql"
          ? [`create user ${user} identified by 'guest-pass'`, `grant select on ${name}.* to ${user}`]
          : [`create role ${user} login password 'guest-pass'`],
      );
      void faultOf(admin.query([sleep[engine]]));
      const guest = new URL(url);
      [guest.username, guest.password] = [user, "guest-pass"];
      const watching = open(url);
      await until(() => doing(watching, sleep[engine]));
      expect(await open(guest.href).sessions()).toEqual([]);
    });
  },
  ["postgresql", "mysql"],
);

withDatabases(
  ({ server }) => {
    it("has none", async () => {
      expect(await open(server().url).sessions()).toEqual([]);
    });
  },
  ["sqlite"],
);
