/** Scenarios with somebody else on the database: a connection that is lost, a lock that is held, time that is up. */
import { afterEach, expect, it } from "@jest/globals";
import { until, withDatabases } from "@handrail/testkit";
import type { DatabaseEngine, ScriptedMigration } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import type { MigrationStage } from "./migration-stage.ts";
import { firstError, listed, table } from "./migration-scenarios-scripts.ts";
import { advisoryWaits, openSession } from "./migration-scenarios-session.ts";
import type { OtherSession } from "./migration-scenarios-session.ts";
import { columnsOf } from "./migration-tools-database.ts";

const LIMIT_MS = 300_000;
const KEY = 4711;

let stage: MigrationStage;
let others: OtherSession[] = [];

afterEach(async () => {
  await Promise.all(others.map((each) => each.close()));
  others = [];
  await stage.clear();
});

const wait: Readonly<Record<string, string>> = {
  postgresql: `select pg_advisory_lock(${KEY})`,
  mysql: `select get_lock('l${KEY}', 600)`,
};

/** Makes a table, and then waits for a lock that somebody else holds. */
function waiting(engine: DatabaseEngine): ScriptedMigration {
  return { ...table("slow"), up: [...table("slow").up, wait[engine] ?? ""] };
}

async function join(): Promise<OtherSession> {
  const session = await openSession(stage.url);
  others.push(session);
  return session;
}

/** The session that waits for the lock, once there is one. */
function waiter(engine: DatabaseEngine, session: OtherSession): Promise<string> {
  const statement =
    engine === "postgresql"
      ? `select pid from ${advisoryWaits}`
      : "select id from information_schema.processlist where info like '%get_lock%' and id <> connection_id()";
  return until(async () => (await session.say(statement))[0], { limitMs: 120_000, what: "a session that waits" });
}

withDatabases(
  ({ engine, createDatabase }) => {
    const isPostgres = engine === "postgresql";
    const open = async (...migrations: readonly ScriptedMigration[]): Promise<OtherSession> => {
      stage = await openMigrationStage({ tool: "dbmate", url: await createDatabase() });
      await stage.write([table("users")]);
      expect((await stage.act("run")).outputs["result"]).toBe("applied");
      await stage.write([table("users"), ...migrations]);
      const session = await join();
      return session;
    };

    it(
      "S29: when the database cuts the connection, what was done is read over a new one",
      async () => {
        const session = await open(waiting(engine));
        await session.say(wait[engine] ?? "");
        const running = stage.act("run");
        const killer = await join();
        const id = await waiter(engine, killer);
        // All sessions of the job, its own as well as the tool's.
        if (isPostgres) {
          await killer.say(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid not in (pg_backend_pid(), ${session.id})`,
          );
        } else {
          const ids = await killer.say(
            `select id from information_schema.processlist where db = database() and id not in (connection_id(), ${session.id})`,
          );
          expect(ids).toContain(id);
          for (const each of ids) await killer.say(`kill ${each}`);
        }
        const result = await running;
        expect(columnsOf(stage.url, ["slow"])).toEqual(isPostgres ? [] : ["slow.id", "slow.name"]);
        expect(result.outputs).toMatchObject(
          isPostgres
            ? { result: "failed", "failure-reason": "tool-failed", changed: "false" }
            : { result: "partial", "failure-reason": "half-applied", changed: "true" },
        );
        expect(listed(result, "pending")).toEqual([stage.project.idOf("slow")]);
        expect(firstError(result)).toMatch(/could not be applied: \S/);
        expect(stage.records().at(-1)?.payload).toMatchObject({
          result: isPostgres ? "failed" : "partial",
          half: isPostgres ? "" : stage.project.idOf("slow"),
        });
      },
      LIMIT_MS,
    );

    it(
      "H130: a run that is cancelled in the middle says what is done, and starts nothing after it",
      async () => {
        const session = await open(table("orders"), waiting(engine), table("third"));
        await session.say(wait[engine] ?? "");
        const looker = await join();
        const release = (log: string): boolean => {
          if (!log.includes("The database still works on what the tool sent")) return false;
          void session.close();
          return true;
        };
        const result = await stage.act(
          "run",
          {},
          {
            cancel: { when: waiter(engine, looker), timing: 4 },
            signals: [{ when: release, signal: "SIGCONT" }],
          },
        );
        const [orders, slow, third] = ["orders", "slow", "third"].map((slug) => stage.project.idOf(slug));
        expect(result.sent[0]).toBe("SIGINT");
        expect(result.outputs["result"]).toBe("cancelled");
        expect([listed(result, "applied"), listed(result, "pending")]).toEqual([[orders], [slow, third]]);
        expect(columnsOf(stage.url, ["orders", "slow", "third"])).toEqual([
          "orders.id",
          "orders.name",
          ...(isPostgres ? [] : ["slow.id", "slow.name"]),
        ]);
        expect(stage.records().at(-1)?.payload).toMatchObject({ result: "cancelled", half: isPostgres ? "" : slow });
        const next = await stage.act("run");
        expect(next.outputs).toMatchObject(
          isPostgres ? { result: "applied" } : { result: "refused", "failure-reason": "half-applied" },
        );
      },
      LIMIT_MS,
    );

    it(
      "S46: when its time is up the tool is asked to end, and the database is waited for",
      async () => {
        const session = await open(waiting(engine));
        await session.say(wait[engine] ?? "");
        const release = (log: string): boolean => {
          if (!log.includes("The database still works on what the tool sent")) return false;
          void session.close();
          return true;
        };
        const result = await stage.act("run", { timeout: "1s" }, { signals: [{ when: release, signal: "SIGCONT" }] });
        expect(result.outputs).toMatchObject({ result: "timeout" });
        expect(firstError(result)).toMatch(/^Migration timeout: \d+ could not be applied: it did not end within 1 s/);
        expect(result.orphans).toEqual([]);
        expect(columnsOf(stage.url, ["slow"])).toEqual(isPostgres ? [] : ["slow.id", "slow.name"]);
        expect(result.outputs["changed"]).toBe(isPostgres ? "false" : "true");
      },
      LIMIT_MS,
    );
  },
  ["postgresql", "mysql"],
);
