/** Our lock in real databases: the statements, what they fail with, and many who want it at once. */
import { afterEach, expect, it } from "@jest/globals";
import { parseDatabaseUrl } from "@handrail/database";
import { openDatabase } from "@handrail/database/client";
import type { Database } from "@handrail/database/client";
import { systemClock } from "@handrail/runner/host";
import { withDatabases } from "@handrail/testkit";
import { readLock, releaseLock, takeLock, updateHolder, writeJournal } from "./lock.ts";
import type { HeldLock, HolderLife, LockRequest } from "./lock.ts";

const opened: Database[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

withDatabases(({ engine, createDatabase }) => {
  const contend = (url: string, nonce: string, more: Partial<LockRequest> = {}): LockRequest => {
    const clock = systemClock;
    const database = openDatabase({ url: parseDatabaseUrl(url), directory: "/", name: nonce, clock });
    opened.push(database);
    const runUrl = "https://github.example/o/r/actions/runs/1";
    const facts = { kind: "run" as const, runId: "1", attempt: 1, job: "migrate", runUrl, since: 0, task: "" };
    return {
      query: database.query,
      engine,
      clock,
      log: { info: () => undefined },
      timeoutMs: 0,
      holder: { nonce, actor: "ö'\\\"octo\\", ...facts },
      isDead: () => Promise.resolve({ state: "alive" }),
      ...more,
    };
  };

  it("is taken, kept and given back, with whatever texts", async () => {
    const request = contend(await createDatabase(), "nonce-aaa");
    const journal = JSON.stringify({ planned: ["m1\n'", '\\"; drop table handrail_lock; --', "größe 😀"] });
    expect(await readLock(request)).toBeUndefined();
    await releaseLock(request, "nonce-aaa");
    expect(await takeLock(request)).toEqual({ holder: request.holder, inherited: undefined });
    await writeJournal(request, "nonce-aaa", journal);
    await updateHolder(request, { ...request.holder, task: "arn:aws:ecs:eu-central-1:1:task/\\" });
    const row = await readLock(request);
    expect(JSON.parse(row?.journal ?? "")).toEqual(JSON.parse(journal));
    expect(row?.holder).toEqual({ ...request.holder, task: "arn:aws:ecs:eu-central-1:1:task/\\" });
    await expect(writeJournal(request, "nonce-AAA", "{}")).rejects.toMatchObject({ reason: "locked" });
    await releaseLock(request, "nonce-AAA");
    expect((await readLock(request))?.nonce).toBe("nonce-aaa");
    await releaseLock(request, "nonce-aaa");
    expect(await readLock(request)).toBeUndefined();
  });

  it("holds a journal of thousands of migrations", async () => {
    const request = contend(await createDatabase(), "nonce-aaa");
    const journal = JSON.stringify(Array.from({ length: 5000 }, (_, at) => `${at}_${"x".repeat(90)}`));
    await takeLock(request);
    await writeJournal(request, "nonce-aaa", journal);
    expect((await readLock(request))?.journal).toBe(journal);
  });

  it("of many who come at once to a database without the table, one gets it", async () => {
    const url = await createDatabase();
    const all = Array.from({ length: 8 }, (_, at) => contend(url, `contender-${at}`));
    const ends = await Promise.allSettled(all.map((request) => takeLock(request)));
    const losers = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
    expect(losers).toHaveLength(7);
    for (const failure of losers) expect(failure).toMatchObject({ reason: "locked" });
  });

  it("of many who find a dead holder, one takes over, and gets its journal", async () => {
    const url = await createDatabase();
    const dead = contend(url, "nonce-dead");
    await takeLock(dead);
    await writeJournal(dead, "nonce-dead", '{"done":["m1"]}');
    const isDead = ({ nonce }: { nonce: string }): Promise<HolderLife> =>
      Promise.resolve(nonce === "nonce-dead" ? { state: "dead", proof: "it is over" } : { state: "alive" });
    const all = Array.from({ length: 8 }, (_, at) => contend(url, `contender-${at}`, { isDead }));
    const ends = await Promise.allSettled(all.map((request) => takeLock(request)));
    const winners = ends.flatMap((end): HeldLock[] => (end.status === "fulfilled" ? [end.value] : []));
    expect(winners.map(({ inherited }) => inherited)).toEqual([
      { holder: dead.holder, journal: '{"done":["m1"]}', proof: "it is over" },
    ]);
  });
});
