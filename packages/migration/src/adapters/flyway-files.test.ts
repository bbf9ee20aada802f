import { describe, expect, test } from "@jest/globals";
import { byFlywayVersion, flywayChecksum } from "./flyway-files.ts";
import { flyway } from "./flyway.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app?sslmode=require";

describe("the files of Flyway", () => {
  test("are found in all directories, by version, with what undoes them", async () => {
    const files = filesOf({
      "sql/V1__first.sql": "create table a (id int);",
      "sql/U1__first.sql": "drop table a;",
      "sql/V1_10__ten.sql": "x;",
      "sql/V1.2__two.sql": "x;",
      "sql/V1.2__two.sql.conf": "executeInTransaction=false\n",
      "sql/V002__old.sql": "create index concurrently i on a (id);",
      "sql/U002__old.sql": "-- nothing",
      "sql/V3.sql": "x;",
      "sql/views/R__b_view.sql": "create or replace view b as select 1;",
      "sql/R__a_view.sql": "create view a as select '${who}';",
      "sql/afterMigrate.sql": "x;",
      "sql/v4__lower.sql": "x;",
      "sql/V5_x.sql": "x;",
    });
    const settings = (await flyway.complete?.(files, settingsFor(ADDRESS))) ?? settingsFor(ADDRESS);
    const listed = (await flyway.list(files, settings)) ?? [];
    expect(listed.map(({ id, down, outsideTransaction }) => [id, down, outsideTransaction])).toEqual([
      ["1", "real", undefined],
      ["1.2", "none", true],
      ["1.10", "none", undefined],
      ["002", "empty", true],
      ["3", "none", undefined],
      ["R__a_view.sql", "none", undefined],
      ["views/R__b_view.sql", "none", undefined],
    ]);
    expect(listed.map(({ checksum }) => checksum === undefined)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(listed[0]?.downSql).toBe("drop table a;");
    expect(settings).toMatchObject({ migrationsDirectory: "sql", checkout: listed });
  });

  test.each([
    [{ "sql/V1__a.sql": "", "sql/V1__b.sql": "" }, 'the same version "1"'],
    [{}, "it has no files"],
  ])("%j is refused", async (texts, said) => {
    await expect(flyway.list(filesOf(texts), settingsFor(ADDRESS))).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining(said),
    });
  });

  test("a baseline migration may have the version of an ordinary one", async () => {
    const files = filesOf({
      "sql/V1__a.sql": "a;",
      "sql/V2__b.sql": "b;",
      "sql/B2__all.sql": "ab;",
      "sql/B4__all.sql": "x;",
    });
    const listed = (await flyway.list(files, settingsFor(ADDRESS))) ?? [];
    expect(listed.map(({ id, title, isBaseline }) => [id, title, isBaseline])).toEqual([
      ["1", "V1__a.sql", undefined],
      ["2", "V2__b.sql", true],
      ["4", "B4__all.sql", true],
    ]);
  });

  test.each([
    ["1.2", "1.10", -1],
    ["1", "1.0", 0],
    ["2", "1.9", 1],
    ["01", "1", 0],
    ["20260101.1", "20260101", 1],
  ])("%s and %s: %s", (a, b, order) => {
    expect(byFlywayVersion(a, b)).toBe(order);
    expect(byFlywayVersion(b, a)).toBe(order === 0 ? 0 : -order);
  });

  // CRC-32 of "123456789" is cbf43926, a number above 2^31: it is stored as a signed one.
  test.each([
    ["123456789", "-873187034"],
    ["1234\r\n56789\n", "-873187034"],
    ["\uFEFF123456789", "-873187034"],
    ["", "0"],
  ])("the checksum of %j is %s", (text, checksum) => {
    expect(flywayChecksum(text)).toBe(checksum);
  });
});

describe("the places of Flyway", () => {
  test.each<readonly [Record<string, string>, string, string]>([
    [{ "db/migration/V1__a.sql": "" }, "db/migration", ""],
    [{ "src/main/resources/db/migration/x/R__a.sql": "" }, "src/main/resources/db/migration", ""],
    [
      {
        "flyway.conf": "# flyway.locations=filesystem:x\nflyway.locations=filesystem:./db/all/\nflyway.table=own\n",
        "db/all/V1__a.sql": "",
      },
      "db/all",
      "own",
    ],
    [
      { "flyway.toml": '[flyway]\nlocations = [\n  "filesystem:db"\n]\ntable = "own"\n', "db/V1__a.sql": "" },
      "db",
      "own",
    ],
    [{ "flyway.conf": "flyway.url=jdbc:x\n", "sql/V1__a.sql": "" }, "sql", ""],
  ])("%j: %j and %j", async (texts, migrationsDirectory, migrationsTable) => {
    const completed = await flyway.complete?.(filesOf(texts), settingsFor(ADDRESS));
    expect(completed).toMatchObject({ migrationsDirectory, migrationsTable });
  });

  test("several directories need an input", async () => {
    const files = filesOf({
      "flyway.conf": "flyway.locations=filesystem:a,filesystem:b",
      "a/V1__a.sql": "",
      "b/V2__b.sql": "",
    });
    await expect(flyway.complete?.(files, settingsFor(ADDRESS))).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining("migrations-directory"),
    });
    const own = settingsFor(ADDRESS, { migrationsDirectory: "a" });
    expect(await flyway.complete?.(files, own)).toMatchObject({ migrationsDirectory: "a" });
  });
});
