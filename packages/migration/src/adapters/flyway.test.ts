import { describe, expect, test } from "@jest/globals";
import type { Migration } from "../migration.ts";
import { flyway, flywayUp } from "./flyway.ts";
import { settingsFor } from "./javascript-fixture.ts";
import { migrationOf } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app?sslmode=require";
const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");

describe("what Flyway would do", () => {
  const versions = ids("1 2 3").map((id) => migrationOf(id));
  const view: Migration = { ...migrationOf("R__v.sql"), checksum: "7" };
  const baseline: Migration = { ...migrationOf("2"), isBaseline: true };
  test.each<readonly [string, readonly Migration[], readonly Migration[], string, ReturnType<typeof flywayUp>]>([
    ["one by one", versions, versions, "", { target: "1", outOfOrder: false, ids: ["1"] }],
    ["the next", versions, versions.slice(2), "1 2", { target: "3", outOfOrder: false, ids: ["3"] }],
    ["a late one", versions, versions.slice(1, 2), "1 3", { target: "2", outOfOrder: true, ids: ["2"] }],
    [
      "with a repeatable one that is pending, all",
      [...versions, view],
      [...versions, view],
      "",
      { target: undefined, outOfOrder: false, ids: ids("1 2 3 R__v.sql") },
    ],
    [
      "only a repeatable one",
      [...versions, view],
      [view],
      "1 2 3",
      { target: undefined, outOfOrder: false, ids: ["R__v.sql"] },
    ],
    [
      "with one that is as it was",
      [...versions, view],
      versions.slice(2),
      "1 2 R__v.sql",
      { target: "3", outOfOrder: false, ids: ["3"] },
    ],
    [
      "with one of which nobody knows, all",
      [...versions, migrationOf("R__w.sql")],
      versions.slice(1),
      "1 R__w.sql",
      { target: undefined, outOfOrder: false, ids: ids("2 3") },
    ],
    [
      "from a baseline, all",
      [migrationOf("1"), baseline],
      [migrationOf("1"), baseline],
      "",
      { target: undefined, outOfOrder: false, ids: ids("1 2") },
    ],
    [
      "past a baseline, the next",
      [migrationOf("1"), baseline],
      [baseline],
      "1",
      { target: "2", outOfOrder: false, ids: ["2"] },
    ],
  ])("%s", (_, migrations, pending, applied, wanted) => {
    expect(flywayUp(pending, { migrations, applied: ids(applied) })).toEqual(wanted);
  });

  test("it goes forward only, and says what to do", () => {
    expect(flyway.forwardOnly).toMatch(/new migration/);
    const settings = settingsFor(ADDRESS);
    expect(flyway.down(migrationOf("1"), { settings, migrations: versions, applied: ["1"] })).toBeUndefined();
  });
});

describe("the commands of Flyway", () => {
  const migrations = ids("1 2").map((id) => migrationOf(id));
  test("hold no secret", () => {
    const settings = settingsFor(ADDRESS, { migrationsDirectory: "db/sql", migrationsTable: "own.history" });
    expect(flyway.up([migrationOf("1")], { settings, migrations, applied: ["2"] })).toEqual({
      command: {
        argv: ["flyway", "-n", "-target=1", "-outOfOrder=true", "-outputType=json", "migrate"],
        environment: {
          DATABASE_URL: ADDRESS,
          FLYWAY_LOCATIONS: "filesystem:db/sql",
          FLYWAY_TABLE: "history",
          FLYWAY_DEFAULT_SCHEMA: "own",
          FLYWAY_URL: "jdbc:postgresql://db:5432/app?sslmode=require",
          FLYWAY_USER: "app",
          FLYWAY_PASSWORD: "s3cret",
        },
      },
      applies: ["1"],
    });
  });

  test.each([
    ["mysql://app:p%40ss@db/app", { FLYWAY_URL: "jdbc:mysql://db:3306/app", FLYWAY_PASSWORD: "p@ss" }],
    ["mariadb://app@db/app", { FLYWAY_URL: "jdbc:mariadb://db:3306/app", FLYWAY_USER: "app", FLYWAY_PASSWORD: "" }],
    ["sqlite:a/b.db", { FLYWAY_URL: "jdbc:sqlite:a/b.db" }],
  ])("%s is %j for it", (given, wanted) => {
    const settings = settingsFor(given, { toolCommand: ["./flyway"] });
    const { command } = flyway.up(migrations, { settings, migrations, applied: [] });
    expect(command.environment).toMatchObject(wanted);
    expect(command.argv[0]).toBe("./flyway");
    const remote = settingsFor(given, { isRemote: true });
    expect(flyway.up(migrations, { settings: remote, migrations, applied: [] }).command.environment).toEqual({});
  });
});
