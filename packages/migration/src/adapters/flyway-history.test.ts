import { describe, expect, test } from "@jest/globals";
import type { Row } from "@handrail/database";
import type { Migration } from "../migration.ts";
import { foldHistory } from "./flyway-history.ts";
import { flyway } from "./flyway.ts";
import { settingsFor } from "./javascript-fixture.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app?sslmode=require";
const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");

describe("the history of Flyway", () => {
  const row = (text: string): Row => {
    const [type = "", id = "", success = "true", checksum = ""] = text.split(":");
    const isScript = id.startsWith("R__");
    return {
      type,
      version: isScript || id === "" ? null : id,
      script: isScript ? id : `V${id}__x.sql`,
      success: success === "true",
      checksum: checksum === "" ? null : Number(checksum),
    };
  };
  const checkout: readonly Migration[] = [
    ...["1", "1.1", "2", "3"].map((id) => migrationOf(id)),
    { ...migrationOf("R__v.sql"), checksum: "7" },
    migrationOf("R__w.sql"),
  ];

  test.each<readonly [readonly string[], string, string]>([
    [["SQL:1", "SQL:1.1"], "1 1.1", ""],
    [["SQL:1", "SQL:3", "SQL:2"], "1 3 2", ""],
    [["SCHEMA:", "SQL:1"], "1", ""],
    [["SQL:1", "SQL:2:false"], "1 2", "2"],
    [["SQL:1", "SQL:2", "UNDO_SQL:2"], "1", ""],
    [["SQL:1", "SQL:2", "UNDO_SQL:2", "SQL:2"], "1 2", ""],
    [["SQL:1", "SQL:2", "UNDO_SQL:2:false"], "1 2", "2"],
    [["SQL:1", "SQL:9", "DELETE:9"], "1", ""],
    // What the checkout does not have never vanishes.
    [["SQL:1", "JDBC:9"], "1 9", ""],
    // A baseline stands for those of the checkout up to it, and is none itself.
    [["BASELINE:1.5", "SQL:2"], "1 1.1 2", ""],
    [["SQL_BASELINE:2", "SQL:3"], "1 1.1 2 3", ""],
    // Of a repeatable migration the newest row counts, and only with the checksum that the file has now.
    [["SQL:1", "SQL:R__v.sql:true:7"], "1 R__v.sql", ""],
    [["SQL:1", "SQL:R__v.sql:true:6"], "1", ""],
    [["SQL:R__v.sql:true:6", "SQL:1", "SQL:R__v.sql:true:7"], "1 R__v.sql", ""],
    [["SQL:R__w.sql:true:6"], "R__w.sql", ""],
    [["SQL:R__gone.sql:true:6"], "R__gone.sql", ""],
    [["SQL:R__v.sql:false:6"], "R__v.sql", "R__v.sql"],
  ])("%j: %j, half %j", (rows, applied, half) => {
    const found = foldHistory(rows.map(row), checkout);
    expect(found.map(({ id }) => id)).toEqual(ids(applied));
    expect(found.filter(({ isHalf }) => isHalf === true).map(({ id }) => id)).toEqual(ids(half));
  });

  test("without the checkout a baseline is its version", () => {
    expect(foldHistory([row("BASELINE:1"), row("SQL:2:true:5")], [])).toEqual([
      { id: "1" },
      { id: "2", checksum: "5" },
    ]);
  });

  test("is read in the order of its ranks", async () => {
    const query = sqliteQuery(
      "create table flyway_schema_history (installed_rank int primary key, version varchar(50), description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null, checksum int, installed_by varchar(100) not null, installed_on timestamp not null default current_timestamp, execution_time int not null, success boolean not null)",
      "insert into flyway_schema_history values (2, '2', 'b', 'SQL', 'V2__b.sql', 5, 'u', '2026-01-01', 1, 1), (1, '1', 'a', 'SQL', 'V1__a.sql', -7, 'u', '2026-01-01', 1, 1), (3, null, 'v', 'SQL', 'R__v.sql', 7, 'u', '2026-01-01', 1, 1), (4, '3', 'c', 'SQL', 'V3__c.sql', null, 'u', '2026-01-01', 1, 0)",
    );
    expect(await readState(flyway, settingsFor("sqlite:app.db", { checkout }), query)).toEqual({
      applied: [
        { id: "1", checksum: "-7" },
        { id: "2", checksum: "5" },
        { id: "R__v.sql", checksum: "7" },
        { id: "3", isHalf: true },
      ],
      isInOrder: true,
    });
    expect((await readState(flyway, settingsFor(ADDRESS), noTable)).applied).toEqual([]);
  });
});
