import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { maskCode } from "./javascript-code.ts";
import { writtenDown, type WrittenDown } from "./javascript-down.ts";

const up = "exports.up = (knex) => knex.schema.createTable('a', () => {});\n";
const cases: readonly (readonly [WrittenDown, string])[] = [
  ["real", `${up}exports.down = (knex) => knex.schema.dropTable('a');`],
  [
    "real",
    `${up}exports.down = (knex) => knex.schema\n  .dropTable('a')\n  .dropTable('b');\nexports.config = { transaction: false };`,
  ],
  ["real", `${up}exports.down = async function (knex) {\n  await knex.raw("drop table a");\n};`],
  ["real", `${up}exports.down = async function down(knex) { await knex.raw(\`drop table \${name} // no \`); };`],
  ["real", "module.exports = { async up (q) { await q.a(); }, async down (q) { await q.dropTable('a'); } };"],
  [
    "real",
    "module.exports = { up: async ({ context }) => { await context.a(); }, down: async ({ context: q }) => { await q.b(); } };",
  ],
  [
    "real",
    "async function up(q) { await q.a(); }\nasync function down(q) {\n  await q.b();\n}\nmodule.exports = { up, down };",
  ],
  [
    "real",
    "export async function up(knex: Knex): Promise<void> { await a(); }\nexport async function down(knex: Knex): Promise<void> { await b(); }",
  ],
  [
    "real",
    "export const up: Migration = async ({ context }) => { await a(); };\nexport const down: Migration = async ({ context: { q } }) => { await q.b(); };",
  ],
  [
    "real",
    "export class A1 implements MigrationInterface {\n  public async up(q: QueryRunner): Promise<void> { await q.query('a'); }\n  public async down(q: QueryRunner): Promise<void> { await q.query('b'); }\n}",
  ],
  ["real", `${up}exports.down = (knex) => {\n  // nothing to see\n  return knex.raw("-- x"), knex.raw("y");\n};`],
  ["empty", `${up}exports.down = function(knex) {\n  \n};`],
  ["empty", `${up}exports.down = async () => {};`],
  ["empty", `${up}exports.down = async params => {};`],
  ["empty", `${up}exports.down = () => Promise.resolve();`],
  ["empty", `${up}exports.down = () => undefined;`],
  ["empty", `${up}exports.down = () => ({});`],
  [
    "empty",
    `${up}exports.down = async (knex) => {\n  // knex.schema.dropTable("a")\n  /* { */\n  return Promise.resolve();\n};`,
  ],
  ["empty", `${up}exports.down = async () => { console.log("there is nothing to undo; really"); };`],
  [
    "empty",
    "'use strict';\n/** @type {import('sequelize-cli').Migration} */\nmodule.exports = {\n  async up (queryInterface, Sequelize) {\n    await a();\n  },\n\n  async down (queryInterface, Sequelize) {\n    /**\n     * Add reverting commands here.\n     */\n  }\n};",
  ],
  [
    "empty",
    "export class A1 {\n  name = 'A1';\n  async up(q: QueryRunner): Promise<void> { await q.query('a'); }\n  async down(queryRunner: QueryRunner): Promise<void> {\n    }\n}",
  ],
  ["empty", "class A1 {\n  async up(q) { await q.query('a'); }\n  async down(q) {}\n}\nmodule.exports = { A1 };"],
  [
    "empty",
    '"use strict";\nexports.down = exports.up = void 0;\nasync function up(knex) { await a(); }\nexports.up = up;\nasync function down(knex) { }\nexports.down = down;',
  ],
  [
    "empty",
    "exports.up = up;\nfunction up(knex) {\n    return __awaiter(this, void 0, void 0, function* () {\n        yield a();\n    });\n}\nfunction down(knex) {\n    return __awaiter(this, void 0, void 0, function* () { });\n}\nexports.down = down;",
  ],
  ["empty", `${up}exports.down = async () => {\n  "use strict";\n  return;\n};`],
  ["none", up],
  ["none", "export async function up(pgm: MigrationBuilder): Promise<void> { pgm.createTable('a', {}); }"],
  ["none", "module.exports = { async up(q) { await q.a(); } };"],
  ["none", `${up}exports.down = () => { throw new Error("this cannot be undone"); };`],
  ["none", `// down would lose what was there\n${up}`],
  ["disabled", "exports.up = (pgm) => { pgm.sql('a'); };\nexports.down = false;"],
  ["disabled", "export const up = (pgm) => { pgm.sql('a'); };\nexport const down = false;"],
  ["unknown", "module.exports = require('./shared')('a');"],
  ["unknown", "module.exports = { ...require('./shared') };"],
  ["unknown", "export * from './shared';"],
  ["unknown", "class A1 extends Base { async up(q) { await q.a(); } }"],
  ["unknown", `${up}exports.down = rollback;`],
  ["unknown", `${up}exports.down = undefined;`],
  ["unknown", `${up}exports["down"] = () => {};`],
  ["unknown", `${up}exports.down = withHelp(async () => {});`],
  ["unknown", `${up}if (process.env.X) exports.down = () => {}; else exports.down = () => drop();`],
  ["unknown", `${up}exports.down = () => { 'broken`],
  ["unknown", ""],
];

describe("down in JavaScript and TypeScript", () => {
  test.each(cases.map(([kind, text]) => [kind, text] as const))("%s: %j", (kind, text) => {
    expect(writtenDown(text)).toBe(kind);
  });

  test("the same with comments, blank lines and strings in every place that takes them", () => {
    for (const [kind, text] of cases.slice(0, 11))
      expect(writtenDown(`/* down() {} */ // down = {}\n${text}\n// }`)).toBe(kind);
  });

  test("masking keeps length and lines, and leaves nothing of strings and comments", () => {
    const piece = fc.constantFrom(
      "a",
      "{",
      "}",
      "(",
      ")",
      "1 / 1;",
      "'x}'",
      '"y{"',
      "// z\n",
      "/* z */",
      "`z${ a + `z` }z`",
      "=/z/g;",
      ";\n",
      "1",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const code = maskCode(text);
        if (code === undefined) return;
        expect(code).toHaveLength(text.length);
        expect(code.split("\n").length).toBe(text.split("\n").length);
        expect(code).not.toMatch(/[xyz]/);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });

  test("whatever the text is, nothing throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."down=>(){}`'\"/\\$ \n*:async".split("")) })),
        (text) => {
          expect(typeof writtenDown(text)).toBe("string");
        },
      ),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});
