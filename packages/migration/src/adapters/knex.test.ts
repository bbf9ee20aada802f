import { describe, expect, test } from "@jest/globals";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { filesOf, openBench, settingsFor } from "./javascript-fixture.ts";
import { describeLife, describeTool, onOneDatabase, pathIn } from "./javascript-scenarios-fixture.ts";
import { knex } from "./knex.ts";

const ADDRESS = "postgresql://app:s3cret@127.0.0.1:5432/app";
const plain = 'exports.up = (k) => k.raw("create table a (id int)");\nexports.down = (k) => k.raw("drop table a");\n';

describe("what Knex's knexfile says", () => {
  const said = async (knexfile: string, name = "knexfile.js"): Promise<unknown> => {
    const { migrationsDirectory, migrationsTable, toolCommand } =
      (await knex.complete?.(filesOf({ [name]: knexfile }), settingsFor(ADDRESS))) ?? settingsFor(ADDRESS);
    return [migrationsDirectory, migrationsTable, toolCommand];
  };

  test.each([
    ["module.exports = { client: 'pg' };", "", ""],
    [
      "module.exports = { migrations: { directory: './db/migrations', tableName: \"changes\" } };",
      "db/migrations",
      "changes",
    ],
    [
      "export default { migrations: { tableName: 'a' /* , directory: 'x' */ }, seeds: { directory: 'seeds' } };",
      "",
      "a",
    ],
    [
      "const path = require('path');\nmodule.exports = { migrations: { directory: path.join(__dirname, 'db', 'm') } };",
      "db/m",
      "",
    ],
    ["module.exports = { migrations: { directory: __dirname + '/db/m', tableName: 'a' } };", "db/m", "a"],
    ["module.exports = { client: 'pg', migrations: { extension: 'js' }, pool: { directory: 'x' } };", "", ""],
    ["export default { client: 'pg' }; // migrations, and so on", "", ""],
    ["module.exports = { migrations: { tableName: 'a', directory: `${__dirname}/db/m` } };", "db/m", "a"],
    ["export default { migrations: { directory: `${import.meta.dirname}/db` } };", "db", ""],
    ["export default { migrations: { directory: join(import.meta.dirname, 'db', 'm') } };", "db/m", ""],
    [
      "const m = 'm';\nmodule.exports = {\n  development: { migrations: { directory: 'm' } },\n  production: { migrations: { directory: 'm' } }\n};",
      "m",
      "",
    ],
  ])("%j", async (knexfile, directory, table) => {
    expect(await said(knexfile)).toEqual([directory, table, ["knex"]]);
    expect(await said(knexfile, "knexfile.ts")).toEqual([directory, table, ["knex"]]);
  });

  test.each([
    [
      "module.exports = { a: { migrations: { directory: 'm' } }, b: { migrations: { directory: 'n' } } };",
      "migrations-directory",
    ],
    ["module.exports = { migrations: { directory: process.env.M } };", "migrations-directory"],
    ["module.exports = { migrations: { directory: 'm' + stage } };", "migrations-directory"],
    ["module.exports = { migrations: { directory: __dirname + '/m' + stage } };", "migrations-directory"],
    ["module.exports = { migrations: { directory: `${__dirname}/${stage}` } };", "migrations-directory"],
    ["module.exports = { migrations: { tableName: `${prefix}_m` } };", "migrations-table"],
    [
      "const directory = 'm';\nmodule.exports = { migrations: { directory, extension: 'js' } };",
      "migrations-directory",
    ],
    [
      "const directory = 'm';\nmodule.exports = { migrations: { extension: 'js', directory } };",
      "migrations-directory",
    ],
    ["module.exports = { migrations: { ...shared } };", "migrations-directory"],
    ["module.exports = { client: 'pg', migrations: shared };", "migrations-directory"],
    ["const migrations = load();\nmodule.exports = { client: 'pg', migrations };", "migrations-directory"],
  ])("%j is asked for", async (knexfile, input) => {
    await expect(said(knexfile)).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringContaining(input),
    });
  });

  test("an input has the last word, and so has a knexfile of another name", async () => {
    const files = filesOf({
      "knexfile.js": "module.exports = { migrations: { directory: x } };",
      "node_modules/.bin/knex": "#!/bin/sh",
    });
    const told = settingsFor(ADDRESS, { migrationsDirectory: "m", toolCommand: [] });
    expect(await knex.complete?.(files, told)).toMatchObject({
      migrationsDirectory: "m",
      toolCommand: ["./node_modules/.bin/knex"],
    });
    const other = settingsFor(ADDRESS, { toolCommand: ["npm", "exec", "knex", "--", "--knexfile=db/knexfile.js"] });
    expect(await knex.complete?.(files, other)).toEqual(other);
    const remote = await knex.complete?.(filesOf({}), settingsFor(ADDRESS, { isRemote: true }));
    expect(remote?.toolCommand).toEqual(["./node_modules/.bin/knex"]);
  });
});

describe("the files of Knex", () => {
  test("are those that it loads, in its order", async () => {
    const names = ["2_b.ts", "2_b.d.ts", "10_a.js", "1_c.cjs", "readme.md", "3_x.js.map", "4_e.d.mjs"];
    const listed = await knex.list(
      filesOf(Object.fromEntries(names.map((name) => [`migrations/${name}`, plain]))),
      settingsFor(ADDRESS),
    );
    expect(listed?.map(({ id, down }) => [id, down])).toEqual([
      ["10_a.js", "real"],
      ["1_c.cjs", "real"],
      ["2_b.ts", "real"],
      ["4_e.d.mjs", "real"],
    ]);
  });

  test.each([
    [plain, "", undefined],
    [`${plain}exports.config = { transaction: false };`, "", true],
    ["module.exports = { config: { transaction: false }, up() { x(); }, down() { y(); } };", "", true],
    [`${plain}// exports.config = { transaction: false };`, "", undefined],
    [plain, "module.exports = { migrations: { disableTransactions: true } };", true],
  ])("%j with %j runs outside of a transaction: %s", async (text, knexfile, isOutside) => {
    const files = filesOf({ "migrations/1_a.js": text, "knexfile.js": knexfile });
    const [migration] = (await knex.list(files, settingsFor(ADDRESS))) ?? [];
    expect(migration?.outsideTransaction).toBe(isOutside);
  });
});

describeTool("knex", "Knex itself", () => {
  onOneDatabase("sqlite", (createDatabase) => {
    test("with another table, another directory and names that a shell would take apart", async () => {
      const odd = '20260102_it\'s "a" `b` ü $(HOME).js';
      await using bench = await openBench("knex", await createDatabase(), {
        migrations: [],
        prepare(project) {
          const told =
            'Object.assign(module.exports, { migrations: { directory: "sql files", tableName: "changes" } });\n';
          appendFileSync(pathIn(project, "knexfile.js"), told);
          mkdirSync(pathIn(project, "sql files"));
          writeFileSync(pathIn(project, "sql files", odd), plain);
          writeFileSync(pathIn(project, "sql files", "20260103 x.js"), plain.replaceAll("table a", "table b"));
        },
      });
      for (const applied of [[odd], [odd, "20260103 x.js"]]) {
        expect((await bench.up()).exitCode).toBe(0);
        expect(await bench.applied()).toEqual(applied);
      }
      expect((await bench.down(odd))?.exitCode).toBe(0);
      expect(await bench.applied()).toEqual(["20260103 x.js"]);
      expect(await bench.tables()).toEqual(["b"]);
    });

    test("no way back: it does not apply it at all", async () => {
      await using bench = await openBench("knex", await createDatabase(), {
        migrations: [],
        prepare: (project) => writeFileSync(pathIn(project, "migrations/1_a.js"), plain.split("\n")[0] ?? ""),
      });
      expect((await bench.list()).map(({ down }) => down)).toEqual(["none"]);
      const { exitCode, output } = await bench.up();
      expect([exitCode, output]).toEqual([1, expect.stringContaining("must have both an up and down function")]);
    });
  });
});

describeLife("knex", {
  engines: ["postgresql", "mysql", "sqlite"],
  isInOrder: true,
  steps: "one",
  late: "applies",
  withUnknown: "refuses",
  halfOn: ["mysql"],
});
