import { describe, expect, test } from "@jest/globals";
import { runs, seed, sqliteUrl, startMariadb, workspace } from "@handrail/testkit";
import type { ToolProject } from "@handrail/testkit";
import { Failure } from "@handrail/runner";
import fc from "fast-check";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "../adapter.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { describeInstalled, enginesHere, openToolBench } from "./python-fixture.ts";
import type { ToolBench } from "./python-fixture.ts";
import { describeWays, expectDone, LONG_MS, tableMigration } from "./python-scenarios-fixture.ts";
import { parsePlan } from "./sqitch-plan.ts";
import { sqitch } from "./sqitch.ts";

describeWays("sqitch", { wholeOn: ["postgresql", "mysql", "sqlite"], halfOn: ["mysql"] });

const when = (day: number): string => `2026-01-0${day}T00:00:00Z A Test <test@example.com>`;
const plan = (lines: readonly string[]): string => `%syntax-version=1.0.0\n%project=shop\n\n${lines.join("\n")}\n`;

/** Puts a project of one's own in the place of the fixture's. */
function rewrite({ directory }: ToolProject, files: Readonly<Record<string, string>>): void {
  for (const name of ["sqitch.conf", "sqitch.plan", "deploy", "revert"]) {
    rmSync(join(directory, name), { recursive: true, force: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

/** The scripts of a change that makes a table. */
const table = (file: string, name: string): Record<string, string> => ({
  [`deploy/${file}.sql`]: `create table ${name} (i int);`,
  [`revert/${file}.sql`]: `drop table ${name};`,
});

describeInstalled("sqitch", () => {
  test(
    "goes through a plan with a reworked change, and leaves other projects of the registry alone",
    async () => {
      using folder = workspace({}, { git: false });
      const url = sqliteUrl(folder.path);
      const lines = [
        `a ${when(1)}`,
        `b [a] ${when(2)} # note`,
        `@v1 ${when(2)}`,
        `a [a@v1] ${when(3)}`,
        `c ${when(4)}`,
      ];
      const scripts = { ...table("a@v1", "a1"), ...table("b", "b"), ...table("a", "a2"), ...table("c", "c") };
      using bench = await openToolBench({
        tool: "sqitch",
        url,
        migrations: [],
        prepare: (project) => rewrite(project, { "db/sqitch.plan": plan(lines), ...below("db", scripts) }),
        settings: { migrationsDirectory: "db" },
      });
      const other = { "sqitch.plan": plan([`z ${when(1)}`]).replace("=shop", "=other"), ...table("z", "z") };
      using neighbour = await openToolBench({
        tool: "sqitch",
        url,
        migrations: [],
        prepare: (to) => rewrite(to, other),
      });
      expect(await bench.ids()).toEqual([]);
      expect(await remoteIds(bench)).toEqual([]);
      expectDone(await neighbour.up());
      const listed = await bench.migrations();
      expect(listed.map(({ id, title, after }) => [id, title, after])).toEqual([
        ["a", "a@v1", undefined],
        ["b", "b", ["a"]],
        ["a#2", "a@HEAD", ["a"]],
        ["c", "c", undefined],
      ]);
      const ids = ["a", "b", "a#2", "c"];
      const tables = ["a1", "b", "a2", "c"];
      for (const count of ids.keys()) {
        expect(await bench.ids()).toEqual(ids.slice(0, count));
        expect(await bench.tables()).toEqual([...tables.slice(0, count), "z"].toSorted());
        expectDone(await bench.up());
      }
      for (const count of [4, 3, 2, 1]) {
        expect(await bench.ids()).toEqual(ids.slice(0, count));
        if (count === 4) expect(await remoteIds(bench)).toEqual(ids);
        for (const id of ids.slice(0, count - 1)) expect(await bench.down(id)).toBeUndefined();
        expectDone(await bench.down(ids[count - 1] ?? ""));
        expect(await bench.tables()).toEqual([...tables.slice(0, count - 1), "z"].toSorted());
      }
      expect(await neighbour.ids()).toEqual(["z"]);
    },
    LONG_MS,
  );

  test(
    "says so when the database is ahead",
    async () => {
      using folder = workspace({}, { git: false });
      const [first, second] = [tableMigration("m1_a"), tableMigration("m2_b")];
      using bench = await openToolBench({ tool: "sqitch", url: sqliteUrl(folder.path), migrations: [first, second] });
      expectDone(await bench.up());
      expectDone(await bench.up());
      await bench.project.write([first]);
      expect(await bench.ids()).toEqual(["m1_a", "m2_b"]);
      expect(await remoteIds(bench)).toEqual(["m1_a", "m2_b"]);
      expect(await bench.down("m1_a")).toBeUndefined();
      await bench.project.write([first, tableMigration("m3_c", { rank: 3 })]);
      expect((await bench.up()).exitCode).not.toBe(0);
      expect(await bench.tables()).toEqual(["m1_a_t", "m2_b_t"]);
    },
    LONG_MS,
  );

  test(
    "reverts a change that its own script does not verify",
    async () => {
      using folder = workspace({}, { git: false });
      const migrations = [tableMigration("m1_a"), tableMigration("m2_b")];
      using bench = await openToolBench({
        tool: "sqitch",
        url: sqliteUrl(folder.path),
        migrations,
        prepare: ({ directory }) => {
          mkdirSync(join(directory, "verify"));
          writeFileSync(join(directory, "verify", "m1_a.sql"), "select id from m1_a_t;");
          writeFileSync(join(directory, "verify", "m2_b.sql"), "select missing from m2_b_t;");
        },
      });
      expectDone(await bench.up());
      expect((await bench.up()).exitCode).not.toBe(0);
      expect(await bench.ids()).toEqual(["m1_a"]);
      expect(await bench.tables()).toEqual(["m1_a_t"]);
    },
    LONG_MS,
  );

  const onMariadb = enginesHere(["mysql"]).length > 0 ? test : test.skip;
  onMariadb(
    "has a registry of its own name on MariaDB",
    async () => {
      const server = await startMariadb();
      try {
        const scripts = table("a", "a");
        using bench = await openToolBench({
          tool: "sqitch",
          url: server.url,
          migrations: [],
          prepare: (project) => rewrite(project, { "sqitch.plan": plan([`a ${when(1)}`]), ...scripts }),
        });
        expect(await bench.ids()).toEqual([]);
        expectDone(await bench.up());
        expect(await bench.ids()).toEqual(["a"]);
        expect(await bench.tables()).toEqual(["a"]);
      } finally {
        await server.stop();
      }
    },
    LONG_MS,
  );
});

/** The same, as a task would say it. */
async function remoteIds({ adapter, settings, run }: ToolBench): Promise<readonly string[]> {
  const here = adapter.state({ ...settings, isRemote: true });
  if (here.how !== "status") throw new Error("It is asked by its table.");
  return here.status.parse(await run(here.status.command)).applied.map(({ id }) => id);
}

function below(directory: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text]));
}

describe("what sqitch is told", () => {
  const up = (text: string, more: object = {}): Command => {
    const settings = settingsFor(text, more);
    const change = { id: "a", title: "a", digest: "", down: "real" } as const;
    return sqitch.up([change], { settings, migrations: [change], applied: [] }).command;
  };

  test.each([
    ["postgres://me:s3cr3t@db.example:6000/app", "db:pg://me@db.example:6000/app", { SQITCH_PASSWORD: "s3cr3t" }],
    ["postgresql://db.example/app", "db:pg://db.example:5432/app", {}],
    ["postgres://m%40e@[::1]/a%20b", "db:pg://m%40e@[::1]:5432/a%20b", {}],
    [
      "postgres://h/d?sslmode=verify-full&sslrootcert=ca.pem",
      "db:pg://h:5432/d",
      { PGSSLMODE: "verify-full", PGSSLROOTCERT: "ca.pem" },
    ],
    ["mysql://me:p@h/d", "db:mysql://me@h:3306/d", { SQITCH_PASSWORD: "p" }],
    ["mariadb://h/d?ssl-mode=VERIFY_CA&ssl-ca=ca.pem", "db:mysql://h:3306/d?mysql_ssl=1&mysql_ssl_ca_file=ca.pem", {}],
    ["sqlite:data/my app.db", "db:sqlite:data/my%20app.db", {}],
    ["sqlite:/data/app.db", "db:sqlite:/data/app.db", {}],
  ])("%s", (text, target, environment) => {
    expect(up(text)).toEqual({ argv: ["sqitch", "deploy", "--target", target, "--verify", "--to", "a"], environment });
  });

  test("in a directory of its own, with another registry", () => {
    const more = { migrationsDirectory: "db/sqitch", migrationsTable: "meta", toolCommand: ["docker", "sqitch"] };
    expect(up("sqlite:app.db", more).argv.join(" ")).toBe(
      "docker sqitch deploy --chdir db/sqitch --registry meta --target db:sqlite:../../app.db --verify --to a",
    );
  });

  test("in a task, that knows the database itself", () => {
    const more = { url: undefined, isRemote: true };
    expect(up("postgres://h/d", more)).toEqual({
      argv: ["sqitch", "deploy", "--verify", "--to", "a"],
      environment: {},
    });
  });
});

describe("a plan", () => {
  const list = (texts: Readonly<Record<string, string>>, more: object = {}): ReturnType<typeof sqitch.list> =>
    sqitch.list(filesOf(texts), settingsFor("postgres://h/d", more));

  test("its scripts, their way back, and their transaction", async () => {
    const template = "-- Revert shop:c from pg\n\nBEGIN;\n\n-- XXX Add DDLs here.\n\nCOMMIT;\n";
    const listed = await list({
      "sqitch.plan": plan(["a", "b", "c", "x/d"].map((name) => `${name} ${when(1)}`)),
      "deploy/a.sql": "BEGIN;\ncreate table a (i int);\nCOMMIT;",
      "revert/a.sql": "drop table a;",
      "deploy/b.sql": "create table b (i int);",
      "revert/c.sql": template,
      "revert/x/d.sql": "\\i other.sql",
    });
    expect(listed?.map(({ id, down, downSql, outsideTransaction: outside }) => [id, down, downSql, outside])).toEqual([
      ["a", "real", "drop table a;", undefined],
      ["b", "none", undefined, true],
      ["c", "empty", template, true],
      ["x/d", "real", "\\i other.sql", true],
    ]);
    expect(new Set(listed?.map(({ digest }) => digest)).size).toBe(4);
  });

  test("where sqitch.conf says", async () => {
    const configuration = `[core]\n\tengine = pg\n\ttop_dir = sql\n\textension = psql\n[engine "pg"]\n\trevert_dir = "back" ; so\n\tregistry = meta\n[engine "mysql"]\n\trevert_dir = no\n`;
    const texts = {
      "sqitch.conf": configuration,
      "sql/sqitch.plan": plan([`a ${when(1)}`]),
      "back/a.psql": "drop table a",
    };
    expect((await list(texts))?.[0]?.downSql).toBe("drop table a");
    const settings = settingsFor("postgres://h/d");
    expect(await sqitch.complete?.(filesOf(texts), settings)).toMatchObject({
      migrationsTable: "meta",
      project: "shop",
    });
    expect((await list(below("db", texts), { migrationsDirectory: "db" }))?.[0]?.downSql).toBe("drop table a");
  });

  test.each([
    ["it has none", {}],
    ["line 4", { "sqitch.plan": plan(["a 2026-01-01 A Test <test@example.com>"]) }],
    ["line 5", { "sqitch.plan": plan([`a ${when(1)}`, "<<<<<<< HEAD"]) }],
  ])("that cannot be read: %s", async (why, texts) => {
    await expect(list(texts)).rejects.toThrow(why);
  });

  test("of any text is read in time, or refused", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("a ", "[", "] ", when(1), "\n", "@", "%project=", "#", " <", "> "),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          parsePlan(pieces.join(""), "sqitch.plan");
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: runs(20_000, 1000), seed: seed() },
    );
    expect(() => parsePlan(`a ${" ".repeat(50_000)}<`, "sqitch.plan")).toThrow(Failure);
  });
});
