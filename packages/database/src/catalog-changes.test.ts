import { expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { schemaChanges } from "./catalog-changes-fixture.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { compareSchemas } from "./schema-difference.ts";
import { openTestDatabase, type TestDatabase } from "./schema-fixture.ts";
import { describeDifference } from "./schema-words.ts";

withDatabases(({ engine, createDatabase }) => {
  const { base, changes } = schemaChanges[engine];
  /** What a server can take back does not need a database of its own. */
  const hasTransactions = engine !== "mysql";
  let shared: Promise<TestDatabase> | undefined;

  async function open(): Promise<TestDatabase> {
    const database = await openTestDatabase(engine, await createDatabase());
    await database.run(...base);
    return database;
  }

  it(`knows ${changes.length} changes`, async () => {
    shared ??= open();
    const database = await shared;
    const before = await database.schema();
    const fingerprint = fingerprintOf(before);
    const seen = new Map([[fingerprint, "nothing"]]);
    const unseen: string[] = [];
    for (const { title, up, undo } of changes) {
      if (hasTransactions) await database.run("begin");
      await database.run(...up);
      const after = await database.schema();
      const changed = fingerprintOf(after);
      const words = compareSchemas(before, after).map(describeDifference);
      if (words.length === 0 || seen.has(changed)) unseen.push(`${title} looks like ${seen.get(changed) ?? "nothing"}`);
      seen.set(changed, title);
      if (undo !== undefined) {
        await database.run(...undo);
        expect([title, ...compareSchemas(before, await database.schema()).map(describeDifference)]).toEqual([title]);
        expect(fingerprintOf(await database.schema())).toBe(fingerprint);
      }
      if (hasTransactions) await database.run("rollback");
    }
    expect(unseen).toEqual([]);
    expect(fingerprintOf(await database.schema())).toBe(fingerprint);
    await database.close();
  });
});
