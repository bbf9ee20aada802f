import { describe, expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { filesOf, openBench, settingsFor } from "./javascript-fixture.ts";
import { describeLife, describeTool, onOneDatabase, pathIn } from "./javascript-scenarios-fixture.ts";
import { typeorm } from "./typeorm.ts";

const settings = settingsFor("postgresql://app:s3cret@127.0.0.1:5432/app", {
  migrationsDirectory: "src/migrations",
  toolCommand: ["./node_modules/.bin/typeorm", "-d", "data-source.js"],
});
const bodies = "{\n  async up(q) { await q.query('a'); }\n  async down(q) { await q.query('b'); }\n}";

describe("the files of TypeORM", () => {
  test.each([
    ["its class", `export class Users1700000000001 implements MigrationInterface ${bodies}`, ["Users1700000000001"]],
    [
      "a property",
      `class Users {\n  name = "Users1700000000002";\n${bodies.slice(1)}\nmodule.exports = Users;`,
      ["Users1700000000002"],
    ],
    [
      "a typed property",
      `export class Users1 {\n  public readonly name: string = 'Named1700000000003'\n${bodies.slice(1)}`,
      ["Named1700000000003"],
    ],
    [
      "a constructor",
      `exports.X = class X1700000000004 {\n  constructor() { this.name = 'Y1700000000005'; }\n${bodies.slice(1)}`,
      ["Y1700000000005"],
    ],
    [
      "no other name",
      `class X1700000000006 {\n  async up(q) { const name = "z1700000000007"; this.table.name = "t1700000000008"; }\n  async down() { a(); }\n}`,
      ["X1700000000006"],
    ],
    [
      "two classes",
      `export class B1700000000010 ${bodies}\nexport class A1700000000009 ${bodies}`,
      ["A1700000000009", "B1700000000010"],
    ],
    [
      "ES5",
      `var Old1700000000011 = /** @class */ (function () {}());\nexports.Old1700000000011 = void 0;\nexports.Old1700000000011 = Old1700000000011;`,
      ["Old1700000000011"],
    ],
    ["no migration", "export * from './users';\nclass Helper { help() {} }", []],
  ])("%s", async (_, text, ids) => {
    const listed = await typeorm.list(filesOf({ "src/migrations/1-x.ts": text }), settings);
    expect(listed?.map(({ id }) => id)).toEqual(ids);
  });

  test("come in the order of their times; a compiled copy is the same one, a declaration is none", async () => {
    const text = `export class Z1700000000001 ${bodies}`;
    const texts = {
      "a.ts": text.replace("1700000000001", "1700000000002"),
      "z.js": text,
      "z.ts": text,
      "z.d.ts": "class N1700000000003 {}",
    };
    const files = filesOf(
      Object.fromEntries(Object.entries(texts).map(([name, each]) => [`src/migrations/${name}`, each])),
    );
    expect((await typeorm.list(files, settings))?.map(({ id }) => id)).toEqual(["Z1700000000001", "Z1700000000002"]);
  });

  test("say what undoes them, each class for itself", async () => {
    const text = `export class A1700000000001 { transaction = false; async up(q) { a(); } async down(q) {} }
export class B1700000000002 { async up(q) { a(); } async down(q) { b(); } }
export class C1700000000003 { async up(q) { a(); } async down() { throw new Error("never"); } }`;
    const listed = await typeorm.list(filesOf({ "src/migrations/x.ts": text }), settings);
    expect(listed?.map(({ down, outsideTransaction }) => [down, outsideTransaction])).toEqual([
      ["empty", true],
      ["real", undefined],
      ["none", undefined],
    ]);
  });

  test.each([
    [{ toolCommand: [] }, "tool-command"],
    [{ toolCommand: ["typeorm", "--url", "s3cret"] }, "tool-command"],
    [{ migrationsDirectory: "" }, "migrations-directory"],
    [{ toolCommand: ["typeorm", "-d", "x", "--fake"] }, "--fake"],
    [{}, "no class of it ends with a time"],
  ])("%j is refused", async (more, said) => {
    const files = filesOf({ "src/migrations/1.ts": "class Users implements MigrationInterface {}" });
    const refused = typeorm.list(files, { ...settings, ...more });
    await expect(refused).rejects.toMatchObject({ reason: "invalid-input", what: expect.stringContaining(said) });
    await expect(refused).rejects.toMatchObject({ what: expect.not.stringContaining("s3cret") });
  });
});

describeTool("typeorm", "TypeORM itself", () => {
  onOneDatabase("postgresql", (createDatabase) => {
    test("with another table, and a migration that takes no transaction either way", async () => {
      await using bench = await openBench("typeorm", await createDatabase(), {
        migrations: [
          { slug: "m1_a", up: ["create table a (id int)"], down: ["drop table a"] },
          { slug: "m2_i", up: ["create index concurrently i on a (id)"], down: ["drop index concurrently i"] },
        ],
        inputs: { migrationsTable: "Changes" },
        prepare(project) {
          const source = pathIn(project, "data-source.js");
          writeFileSync(
            source,
            readFileSync(source, "utf8").replace("entities:", 'migrationsTableName: "Changes", entities:'),
          );
          const script = pathIn(project, "migrations", "1767225600200-m2_i.js");
          writeFileSync(script, readFileSync(script, "utf8").replace("async up", "transaction = false;\n  async up"));
        },
      });
      const [first = "", second = ""] = (await bench.list()).map(({ id }) => id);
      expect((await bench.up()).exitCode).toBe(0);
      expect(await bench.applied()).toEqual([first, second]);
      expect(await bench.tables()).toEqual(["a"]);
      expect(await bench.down(first)).toBeUndefined();
      for (const id of [second, first]) expect((await bench.down(id))?.exitCode).toBe(0);
      expect(await bench.applied()).toEqual([]);
      expect(await bench.tables()).toEqual([]);
    });
  });
});

describeLife("typeorm", {
  engines: ["postgresql", "mysql", "sqlite"],
  isInOrder: true,
  steps: "all",
  late: "applies",
  withUnknown: "not asked",
  halfOn: ["mysql"],
});
