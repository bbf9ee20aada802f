/** A migration that waits for a lock of somebody else. All databases at once, for it takes a while until that is looked for. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { hasDatabase, startDatabase } from "@handrail/testkit";
import type { DatabaseServer } from "@handrail/testkit";
import { openMigrationStage } from "./migration-stage.ts";
import { table } from "./migration-scenarios-scripts.ts";
import { openSession } from "./migration-scenarios-session.ts";

const engines = (["postgresql", "mysql"] as const).filter((engine) => hasDatabase(engine));
const servers: DatabaseServer[] = [];

beforeAll(async () => {
  servers.push(...(await Promise.all(engines.map((engine) => startDatabase(engine)))));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
});

/** Adds a column to a table that a session reads in a transaction. */
async function alterWhileRead({ engine, url }: DatabaseServer): Promise<void> {
  const stage = await openMigrationStage({ tool: "dbmate", url });
  const reader = await openSession(url);
  try {
    const alter = { slug: "wide", up: ["alter table users add column locale varchar(10)"], down: "none" } as const;
    await stage.write([table("users")]);
    expect((await stage.act("run")).outputs["result"]).toBe("applied");
    await stage.write([table("users"), alter]);
    await reader.say(`${engine === "postgresql" ? "begin" : "start transaction"}; select * from users`);
    // The signal does nothing: it is there to see what the log says, and to let go then.
    const release = (log: string): boolean => {
      if (!log.includes("waits for a lock")) return false;
      void reader.close();
      return true;
    };
    const result = await stage.act("run", {}, { signals: [{ when: release, signal: "SIGCONT" }] });
    expect(result.log).toMatch(
      new RegExp(`The migration \\(session \\d+\\) waits for a lock that session ${reader.id} \\(.*\\) holds`),
    );
    expect(result.outputs).toMatchObject({ result: "applied" });
  } finally {
    await reader.close();
    await stage.clear();
  }
}

it("S63: a migration that waits for a lock says who holds it", async () => {
  const ends = await Promise.allSettled(servers.map(alterWhileRead));
  expect(ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []))).toEqual([]);
}, 300_000);
