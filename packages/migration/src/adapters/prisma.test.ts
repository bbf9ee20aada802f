import { describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { prisma } from "./prisma.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "postgres://app:s3cret@db:5432/app";

describe("the files of Prisma", () => {
  test("are a directory each, in the order of their names", async () => {
    const files = filesOf({
      "prisma/migrations/20260102_b/migration.sql": "b;",
      "prisma/migrations/20260101_a/migration.sql": "a;",
      "prisma/migrations/20260101_a/down.sql": "not;",
      "prisma/migrations/deep/er/migration.sql": "x;",
      "prisma/migrations/migration.sql": "x;",
      "prisma/migrations/migration_lock.toml": "provider = 'postgresql'",
      "prisma/schema.prisma": "",
    });
    const sum = (text: string): string => createHash("sha256").update(text).digest("hex");
    expect(await prisma.list(files, settingsFor(ADDRESS))).toEqual([
      { id: "20260101_a", title: "20260101_a", digest: sum("a;"), down: "none", checksum: sum("a;") },
      { id: "20260102_b", title: "20260102_b", digest: sum("b;"), down: "none", checksum: sum("b;") },
    ]);
    const [first] = (await prisma.list(files, settingsFor("sqlite:a.db"))) ?? [];
    expect(first?.outsideTransaction).toBe(true);
  });

  test("an empty place is refused", async () => {
    await expect(prisma.list(filesOf({}), settingsFor(ADDRESS))).rejects.toMatchObject({ reason: "invalid-input" });
  });
});

describe("the table of Prisma", () => {
  const table =
    "create table _prisma_migrations (id text primary key not null, checksum text not null, finished_at datetime, migration_name text not null, logs text, rolled_back_at datetime, started_at datetime not null default current_timestamp, applied_steps_count integer unsigned not null default 0)";
  const insert = (...rows: readonly string[]): string =>
    `insert into _prisma_migrations (id, migration_name, started_at, finished_at, rolled_back_at, checksum) values ${rows.join(", ")}`;

  test.each([
    ["done", ["('1', 'b', 2, 9, null, 'x')", "('2', 'a', 1, 3, null, 'y')"], [["a"], ["b"]]],
    ["failed", ["('1', 'a', 1, 3, null, 'x')", "('2', 'b', 2, null, null, 'y')"], [["a"], ["b", true]]],
    ["failed and taken back", ["('1', 'a', 1, 3, null, 'x')", "('2', 'b', 2, null, 5, 'y')"], [["a"]]],
    ["taken back and done again", ["('1', 'a', 1, null, 2, 'x')", "('2', 'a', 3, 4, null, 'y')"], [["a"]]],
    ["not in the checkout", ["('1', 'gone', 1, 3, null, 'x')"], [["gone"]]],
  ])("%s", async (_, rows, wanted) => {
    const { applied, isInOrder } = await readState(
      prisma,
      settingsFor("sqlite:a.db"),
      sqliteQuery(table, insert(...rows)),
    );
    expect(applied.map(({ id, isHalf }) => (isHalf === true ? [id, true] : [id]))).toEqual(wanted);
    expect(isInOrder).toBe(true);
    expect(applied.every(({ checksum }) => checksum !== undefined)).toBe(true);
  });

  test("that is not there yet is an empty set", async () => {
    expect((await readState(prisma, settingsFor(ADDRESS), noTable)).applied).toEqual([]);
  });
});

describe("the commands of Prisma", () => {
  const migrations = ["a", "b"].map((id) => migrationOf(id));

  test("apply all at once, and never go back", () => {
    const settings = settingsFor(ADDRESS, { toolCommand: ["npm", "exec", "prisma", "--"] });
    const situation = { settings, migrations, applied: [] };
    expect(prisma.up(migrations, situation)).toEqual({
      command: {
        argv: ["npm", "exec", "prisma", "--", "migrate", "deploy"],
        environment: { DATABASE_URL: "postgresql://app:s3cret@db:5432/app" },
      },
      applies: ["a", "b"],
    });
    expect(prisma.down(migrationOf("a"), situation)).toBeUndefined();
    expect(prisma.forwardOnly).toMatch(/new migration/);
  });

  test.each([
    ["mariadb://app@db/app", "", "mysql://app@db:3306/app"],
    ["sqlite:/var/a.db", "", "file:/var/a.db"],
    ["sqlite:data/a.db", "", "file:../data/a.db"],
    ["sqlite:a.db", "packages/db/prisma/migrations", "file:../../../a.db"],
    ["sqlite:a.db", "migrations", "file:./a.db"],
  ])("%s with %j is %s for it", (given, migrationsDirectory, spelled) => {
    const settings = settingsFor(given, { migrationsDirectory });
    const { command } = prisma.up(migrations, { settings, migrations, applied: [] });
    expect(command.environment).toEqual({ DATABASE_URL: spelled });
  });
});
