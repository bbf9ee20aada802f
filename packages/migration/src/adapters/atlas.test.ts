import { describe, expect, test } from "@jest/globals";
import type { Row } from "@handrail/database";
import type { Migration } from "../migration.ts";
import { atlas } from "./atlas.ts";
import { foldRevisions, revisionTables } from "./atlas-revisions.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { migrationOf, noTable, readState, sqliteQuery } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app";
const ids = (text: string): string[] => text.split(" ").filter((id) => id !== "");
const sums = (...names: readonly string[]): string =>
  ["h1:all=", ...names.map((name) => `${name} h1:of-${name}=`), ""].join("\n");

describe("the files of Atlas", () => {
  test("are in the order of their names, with the hash of atlas.sum", async () => {
    const files = filesOf({
      "migrations/20260102_b_c.sql": "-- atlas:txmode none\n\nb;",
      "migrations/20260101.sql": "a;",
      "migrations/20260103_all.sql": "-- atlas:checkpoint\nab;",
      "migrations/notes.md": "",
      "migrations/atlas.sum": sums("20260101.sql", "20260102_b_c.sql", "20260103_all.sql"),
    });
    const settings = (await atlas.complete?.(files, settingsFor(ADDRESS))) ?? settingsFor(ADDRESS);
    const listed = await atlas.list(files, settings);
    expect(listed).toMatchObject([
      { id: "20260101", title: "20260101.sql", down: "none", checksum: "of-20260101.sql=" },
      { id: "20260102", outsideTransaction: true },
      { id: "20260103", isBaseline: true },
    ]);
    expect(settings.checkout).toEqual(listed);
  });

  test.each([
    [{}, "it has no files"],
    [{ "migrations/1_a.sql": "a;" }, "atlas.sum does not have"],
    [{ "migrations/1_a.sql": "a;", "migrations/atlas.sum": sums("1_b.sql") }, "atlas.sum does not have"],
    [
      { "migrations/1_a.sql": "", "migrations/1_b.sql": "", "migrations/atlas.sum": sums("1_a.sql", "1_b.sql") },
      'the same version "1"',
    ],
  ])("%j is refused", async (texts, said) => {
    await expect(atlas.list(filesOf(texts), settingsFor(ADDRESS))).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining(said),
    });
  });
});

describe("the revisions of Atlas", () => {
  const row = (version: string, more: Row = {}): Row => ({
    version,
    type: 2,
    applied: 2,
    total: 2,
    error: null,
    hash: "h",
    ...more,
  });
  const checkpoint: Migration = { ...migrationOf("3"), isBaseline: true };
  const checkout = [migrationOf("1"), migrationOf("2"), checkpoint, migrationOf("4")];

  test.each<readonly [string, readonly Row[], string, string]>([
    ["done", [row("1"), row("2")], "1 2", ""],
    ["half of a file", [row("1"), row("2", { applied: 1 })], "1 2", "2"],
    ["an error", [row("1", { error: "boom" })], "1", "1"],
    ["an error of the last statement", [row("1", { applied: 2, total: 2, error: "boom" })], "1", "1"],
    ["set by hand", [row("1", { type: 4, applied: 0 })], "1", ""],
    ["Atlas Cloud's own row", [row(".atlas_cloud_identifier", { applied: 0, total: 0 }), row("1")], "1", ""],
    ["from a checkpoint on", [row("3")], "1 2 3", ""],
    ["past a checkpoint that was never run", [row("1"), row("2"), row("4")], "3 1 2 4", ""],
    ["taken over at 2", [row("2", { type: 1, applied: 0, total: 0 }), row("4")], "1 3 2 4", ""],
    ["taken over at what is no migration", [row("0", { type: 1 }), row("1")], "1", ""],
    ["not in the checkout", [row("1"), row("9")], "1 9", ""],
    ["nothing", [], "", ""],
  ])("%s", (_, rows, applied, half) => {
    const found = foldRevisions(rows, checkout);
    expect(found.map(({ id }) => id).sort()).toEqual(ids(applied).sort());
    expect(found.filter(({ isHalf }) => isHalf === true).map(({ id }) => id)).toEqual(ids(half));
  });

  test.each([
    [ADDRESS, {}, ["atlas_schema_revisions.atlas_schema_revisions", ".atlas_schema_revisions"]],
    [`${ADDRESS}?search_path=public`, {}, ["public.atlas_schema_revisions"]],
    ["mysql://app@db/app", {}, [".atlas_schema_revisions"]],
    ["sqlite:a.db", {}, [".atlas_schema_revisions"]],
    [ADDRESS, { migrationsTable: "ops.revisions" }, ["ops.revisions"]],
  ])("with %s and %j are in %j", (address, more, places) => {
    const found = revisionTables(settingsFor(address, more)).map(({ schema, name }) => `${schema}.${name}`);
    expect(found).toEqual(places);
  });

  test("are read in the order of their execution", async () => {
    const query = sqliteQuery(
      "create table atlas_schema_revisions (version text not null primary key, description text not null, type integer not null default 2, applied integer not null default 0, total integer not null default 0, executed_at datetime not null, execution_time integer not null, error text, error_stmt text, hash text not null, partial_hashes json, operator_version text not null)",
      "insert into atlas_schema_revisions values ('2', 'b', 2, 1, 1, '2026-01-01', 1, null, null, 'hb', null, 'v'), ('1', 'a', 2, 1, 3, '2026-01-02', 1, 'boom', 'x', 'ha', null, 'v')",
    );
    expect(await readState(atlas, settingsFor("sqlite:a.db"), query)).toEqual({
      applied: [
        { id: "2", checksum: "hb" },
        { id: "1", isHalf: true, checksum: "ha" },
      ],
      isInOrder: true,
    });
    expect((await readState(atlas, settingsFor(ADDRESS), noTable)).applied).toEqual([]);
  });
});

describe("the commands of Atlas", () => {
  const migrations = ids("1 2 3").map((id) => migrationOf(id));

  test("hold no secret: a configuration of ours reads it from the environment", () => {
    const settings = settingsFor(ADDRESS, { migrationsDirectory: 'db/"${x}', migrationsTable: "ops.r" });
    const step = atlas.up(migrations.slice(1), { settings, migrations, applied: ["1"] });
    expect(step).toEqual({
      command: {
        argv: ["atlas", "migrate", "apply", "1", "--config", "file://{scratch}/handrail.hcl", "--env", "handrail"],
        environment: { DATABASE_URL: "postgres://app:s3cret@db:5432/app" },
        scratch: {
          "handrail.hcl": {
            text: 'env "handrail" {\n  url = getenv("DATABASE_URL")\n  migration {\n    dir = "file://db/\\"$${x}"\n    revisions_schema = "ops"\n  }\n}\n',
          },
        },
      },
      applies: ["2"],
    });
  });

  test.each([
    ["1", "2", false],
    ["1 3", "2", true],
    ["", "1", false],
  ])("after %j comes %s, out of order: %j", (applied, first, late) => {
    const pending = migrations.filter(({ id }) => !ids(applied).includes(id));
    const step = atlas.up(pending, {
      settings: settingsFor("mariadb://app@db/app"),
      migrations,
      applied: ids(applied),
    });
    expect(step.applies).toEqual([first]);
    expect(step.command.argv.join(" ").includes("--exec-order non-linear")).toBe(late);
    expect(step.command.environment).toEqual({ DATABASE_URL: "mariadb://app@db:3306/app" });
  });

  test("an empty database begins with the newest checkpoint", () => {
    const withCheckpoint = migrations.map((each): Migration =>
      each.id === "2" ? { ...each, isBaseline: true } : each,
    );
    const settings = settingsFor("sqlite:a.db");
    expect(atlas.up(withCheckpoint, { settings, migrations: withCheckpoint, applied: [] }).applies).toEqual(["1", "2"]);
    const later = atlas.up(withCheckpoint.slice(2), { settings, migrations: withCheckpoint, applied: ["1", "2"] });
    expect(later.applies).toEqual(["3"]);
  });

  test("in a task the project's command knows the address", () => {
    const up = (more: Parameters<typeof settingsFor>[1]): unknown =>
      atlas.up(migrations, { settings: settingsFor(ADDRESS, more), migrations, applied: [] });
    expect(() => up({ isRemote: true })).toThrow(/not told which database/);
    expect(up({ isRemote: true, toolCommand: ["/app/atlas.sh"] })).toMatchObject({
      command: { argv: ["/app/atlas.sh", "migrate", "apply", "1"], environment: {} },
    });
    expect(up({ toolCommand: ["./atlas.sh", "--env", "prod"] })).toMatchObject({
      command: {
        argv: ["./atlas.sh", "--env", "prod", "migrate", "apply", "1"],
        environment: { DATABASE_URL: ADDRESS },
      },
    });
  });

  test("it goes forward only, and says what to do", () => {
    expect(atlas.forwardOnly).toMatch(/new migration/);
    expect(
      atlas.down(migrationOf("1"), { settings: settingsFor(ADDRESS), migrations, applied: ["1"] }),
    ).toBeUndefined();
  });
});
