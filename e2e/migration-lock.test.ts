/** Who works on a database: one job at a time, the others are told who; and what a dead one left is settled in its name. */
import { afterEach, expect, it } from "@jest/globals";
import { until, withDatabases } from "@handrail/testkit";
import type { ActionResult } from "@handrail/testkit";
import { plain } from "./terraform-plan-stage.ts";
import { openMigrationStage } from "./migration-stage.ts";
import type { JobOptions, MigrationStage } from "./migration-stage.ts";
import { firstError, listed, table } from "./migration-scenarios-scripts.ts";
import { advisoryWaits, openSession } from "./migration-scenarios-session.ts";
import type { OtherSession } from "./migration-scenarios-session.ts";
import { askDirectly, columnsOf } from "./migration-tools-database.ts";

const LIMIT_MS = 300_000;
const HOLD = "select pg_advisory_lock(4711)";

let stage: MigrationStage;
let gate: OtherSession;

afterEach(async () => {
  await gate.close();
  await stage.clear();
});

const users = table("users");
/** Is at work until somebody opens the gate. */
const slow = { ...table("slow"), up: [...table("slow").up, HOLD, "select pg_advisory_unlock(4711)"] };

const holder = (): Record<string, unknown> =>
  JSON.parse(askDirectly(stage.url, "select holder from handrail_lock")[0]?.[0] ?? "{}") as Record<string, unknown>;
const isLocked = (): boolean => askDirectly(stage.url, "select nonce from handrail_lock").length > 0;
const isWaiting = async (): Promise<boolean> => (await gate.say(`select count(*) from ${advisoryWaits}`))[0] === "1";

async function open(url: string): Promise<void> {
  stage = await openMigrationStage({ tool: "dbmate", url });
  gate = await openSession(url);
  await stage.write([users]);
  await stage.act("run");
  await stage.write([users, slow]);
  await gate.say(HOLD);
}

/** Starts a run and resolves when its migration is at work; GitHub says that its run is in progress. */
async function begin(options: JobOptions = {}): Promise<{ running: Promise<ActionResult> }> {
  stage.github.addRun({ id: stage.nextRun(), status: "in_progress" });
  const running = stage.act("run", {}, options);
  const early = running.then(({ log }) =>
    Promise.reject(new Error(`the run ended before its migration was at work:\n${log}`)),
  );
  await Promise.race([early, until(isWaiting, { limitMs: 120_000, everyMs: 50, what: "a migration at work" })]);
  // It ends later; that is no error then.
  early.catch(() => undefined);
  return { running };
}

/** A run whose machine is gone: killed, without its clean-up. */
async function die(): Promise<void> {
  const killed = Promise.withResolvers<void>();
  const { running } = await begin({
    phases: ["main"],
    signals: [{ when: killed.promise, signal: "SIGKILL" }],
  });
  killed.resolve();
  expect((await running).signal).toBe("SIGKILL");
  await gate.say(`select pg_terminate_backend(pid) from ${advisoryWaits}`);
}

withDatabases(
  ({ createDatabase }) => {
    it(
      "S27, H131: while a run is at work a rollback is refused and a second run waits; each migration is applied once",
      async () => {
        await open(await createDatabase());
        const run = String(stage.nextRun());
        const { running } = await begin();
        const back = await stage.act("rollback", { "lock-timeout": "0s" });
        expect(back.outputs).toMatchObject({ result: "refused", "failure-reason": "locked" });
        expect(firstError(back)).toMatch(
          new RegExp(
            `^The database is locked by a run of http\\S+/runs/${run}\\S*, started by octocat, since 20\\S+ \\S+ UTC`,
          ),
        );
        const release = (log: string): boolean => {
          if (!log.includes("The database is locked by a run of")) return false;
          void gate.say("select pg_advisory_unlock(4711)");
          return true;
        };
        const second = await stage.act(
          "run",
          { "lock-timeout": "2m" },
          { signals: [{ when: release, signal: "SIGCONT" }] },
        );
        const first = await running;
        expect([first.outputs["result"], second.outputs["result"]]).toEqual(["applied", "nothing-to-do"]);
        expect(listed(first, "applied")).toEqual([stage.project.idOf("slow")]);
        expect(columnsOf(stage.url, ["slow"])).toHaveLength(2);
        expect(isLocked()).toBe(false);
      },
      LIMIT_MS,
    );

    it(
      "S28: a lock is broken only when GitHub says that its run has ended; what that did is recorded in its name",
      async () => {
        await open(await createDatabase());
        await stage.write([users, table("orders"), slow]);
        const dead = stage.nextRun();
        await die();
        expect(holder()).toMatchObject({ kind: "run", runId: String(dead), actor: "octocat" });
        const alive = await stage.act("run", { "lock-timeout": "0s" });
        expect(alive.outputs).toMatchObject({ result: "refused", "failure-reason": "locked" });
        const unknown = await stage.act("run", { "lock-timeout": "0s", "github-token": "nobody's" });
        expect(unknown.outputs).toMatchObject({ result: "refused", "failure-reason": "locked" });
        expect(unknown.log).toMatch(/Whether run \d+ has ended cannot be seen/);
        stage.github.addRun({ id: dead, status: "completed", conclusion: "cancelled" });
        await gate.say("select pg_advisory_unlock(4711)");
        const next = await stage.act("run");
        const [orders, slowId] = ["orders", "slow"].map((slug) => stage.project.idOf(slug));
        expect(next.outputs).toMatchObject({ result: "applied" });
        expect(listed(next, "applied")).toEqual([slowId]);
        expect(next.log).toMatch(
          new RegExp(
            `The run that held the lock has ended without giving it back \\(http\\S+/runs/${dead}\\S*, octocat\\)\\. What it did: cancelled: applied ${orders}; not applied: ${slowId}`,
          ),
        );
        expect(plain(next.summary)).toContain(`/runs/${dead}/attempts/1, octocat). What it did: cancelled`);
        const [his, mine] = stage.records().slice(-2);
        expect(his?.payload).toMatchObject({ runId: String(dead), result: "cancelled", left: [slowId], half: "" });
        expect(his?.payload).toMatchObject({ done: [{ id: orders }] });
        expect(mine?.payload).toMatchObject({ runId: String(dead + 3), result: "applied" });
        // Nothing was deployed with the dead one's work before this run finished it: the button takes back both.
        const back = await stage.act("rollback");
        expect(listed(back, "reverted")).toEqual([slowId, orders]);
        expect(isLocked()).toBe(false);
      },
      LIMIT_MS,
    );

    it(
      "S28: a second attempt of the same run goes on where the first died",
      async () => {
        await open(await createDatabase());
        await die();
        const run = stage.nextRun() - 1;
        await gate.say("select pg_advisory_unlock(4711)");
        const again = await stage.act(
          "run",
          { "lock-timeout": "0s" },
          { context: { runId: String(run), runAttempt: "2" } },
        );
        expect(again.outputs).toMatchObject({ result: "applied" });
        expect(
          stage
            .records()
            .slice(-2)
            .map(({ payload }) => (payload as { attempt: number }).attempt),
        ).toEqual([1, 2]);
      },
      LIMIT_MS,
    );

    it(
      "S27, S28: the button settles what a dead run left, and takes back what it did",
      async () => {
        await open(await createDatabase());
        await stage.write([users, table("orders"), slow]);
        await die();
        stage.github.addRun({ id: stage.nextRun() - 1, status: "completed", conclusion: "failure" });
        await gate.say("select pg_advisory_unlock(4711)");
        const back = await stage.act("rollback");
        expect(back.outputs).toMatchObject({ result: "rolled-back", "version-after": stage.project.idOf("users") });
        expect(listed(back, "reverted")).toEqual([stage.project.idOf("orders")]);
        expect(columnsOf(stage.url, ["orders", "slow"])).toEqual([]);
      },
      LIMIT_MS,
    );
  },
  ["postgresql"],
);
