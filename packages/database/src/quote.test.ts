/** Nothing in a value or a name can end its quotes, whatever the session's settings are: real servers are asked. */
import { afterAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed, withDatabases } from "@handrail/testkit";
import { closeAll, open } from "./client-fixture.ts";
import { quoteLiteral, quoteName } from "./quote.ts";

afterAll(closeAll);

const nasty = fc.string({
  unit: fc.constantFrom(
    "'",
    '"',
    "`",
    "\\",
    "%",
    "_",
    ";",
    "--",
    "/*",
    "*/",
    "#",
    "$$",
    "{",
    "}",
    "a",
    " ",
    "\n",
    "é",
    "😀",
    "\u0001",
    "\u001A",
  ),
  maxLength: 12,
});
const any = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 12 })).filter((text) => !text.includes("\0"));

/** What changes how a text is read, per engine; each is set before the same property. */
const settings: Readonly<Record<"postgresql" | "mysql" | "sqlite", readonly string[]>> = {
  postgresql: [
    "set standard_conforming_strings = on",
    "set standard_conforming_strings = off",
    "set client_encoding = 'UTF8'",
  ],
  mysql: [
    "set sql_mode = ''",
    "set sql_mode = 'NO_BACKSLASH_ESCAPES'",
    "set sql_mode = 'ANSI_QUOTES,ANSI'",
    "set sql_mode = 'STRICT_ALL_TABLES,ORACLE'",
  ],
  sqlite: ["select 1"],
};

withDatabases(({ engine, server }) => {
  it.each(settings[engine])("values, after %s", async (setting) => {
    const { query } = open(server().url);
    const given = fc.array(any, { minLength: 1, maxLength: 5 });
    const ask = async (list: readonly string[]): Promise<unknown[]> => {
      const columns = list.map((text, index) => `${quoteLiteral(text, engine)} as v${index}`);
      const [, [row] = []] = await query([setting, `select ${columns.join(", ")}`]);
      return list.map((_, index) => row?.[`v${index}`]);
    };
    await fc.assert(
      fc.asyncProperty(given, async (list) => {
        expect(await ask(list)).toEqual(list.map((text) => text.toWellFormed()));
      }),
      { numRuns: runs(100, 3000), seed: seed() },
    );
  });

  it("a value finds itself in a table", async () => {
    const { query } = open(server().url);
    const samples = [String.raw`a\b`, "é\\", "'; drop table found; --", "😀'"];
    await query(["create table found (v varchar(50))"]);
    await query(samples.map((text) => `insert into found values (${quoteLiteral(text, engine)})`));
    for (const text of samples) {
      const where = `select v from found where v = ${quoteLiteral(text, engine)} order by v`;
      expect(await query([where])).toEqual([[{ v: text }]]);
    }
  });

  it("names", async () => {
    const { query } = open(server().url);
    // Databases cut or trim names: of PostgreSQL after 63 bytes, of MySQL at the end, and nothing outside of the BMP.
    const name = fc.string({
      unit: fc.constantFrom("'", '"', "`", "\\", ";", "-", "*", "/", "a", "é", ".", "x"),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(name, async (given) => {
        const [[row] = []] = await query([`select 1 as ${quoteName(given, engine)}`]);
        expect(row).toEqual({ [given]: 1 });
      }),
      { numRuns: runs(100, 3000), seed: seed() },
    );
  });
});

describe("what cannot be quoted", () => {
  it.each(["postgresql", "sqlite"] as const)("a NUL, for %s", (engine) => {
    expect(() => quoteLiteral("a\0b", engine)).toThrow(RangeError);
  });

  it.each(["postgresql", "mysql", "sqlite"] as const)("a name that is none, for %s", (engine) => {
    expect(() => quoteName("", engine)).toThrow(RangeError);
    expect(() => quoteName("a\0", engine)).toThrow(RangeError);
  });

  it("a NUL is a character of MySQL's texts", () => {
    expect(quoteLiteral("a\0b", "mysql")).toBe("_utf8mb4 x'610062'");
  });
});
