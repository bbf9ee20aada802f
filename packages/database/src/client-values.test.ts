/** Values of each database come back as plain data: against real servers, whose texts nobody has to guess. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { withDatabases } from "@handrail/testkit";
import { closeAll, open } from "./client-fixture.ts";
import { toCell, toFloat, toInteger } from "./client-values.ts";
import type { Cell } from "./client-values.ts";

afterEach(closeAll);

/** An expression, and what it is to be. */
const values: Readonly<Record<"postgresql" | "mysql" | "sqlite", [string, Cell][]>> = {
  postgresql: [
    ["null", null],
    ["1::smallint", 1],
    ["9007199254740991::bigint", 9_007_199_254_740_991],
    ["9007199254740993::bigint", "9007199254740993"],
    ["-9223372036854775808", "-9223372036854775808"],
    ["1.50::numeric(10,2)", "1.50"],
    ["3::numeric", 3],
    ["'NaN'::numeric", "NaN"],
    ["0.1::float8", 0.1],
    ["'Infinity'::float8", "Infinity"],
    ["1e300::float8", 1e300],
    ["true", true],
    ["false", false],
    ["'é😀'", "é😀"],
    [String.raw`'\xDEADbeef'::bytea`, "deadbeef"],
    ["''::bytea", ""],
    ["timestamp '2026-11-22 12:00:00.123456'", "2026-11-22 12:00:00.123456"],
    ["timestamptz '2026-11-22 12:00:00+02'", "2026-11-22 10:00:00+00"],
    ["date '2026-11-22'", "2026-11-22"],
    ["interval '1 day 2 hours'", "1 day 02:00:00"],
    [`'{"b": 1, "a":[2]}'::json`, '{"b": 1, "a":[2]}'],
    [`'{"b": 1, "a":[2]}'::jsonb`, '{"a": [2], "b": 1}'],
    ["array[1,2,null]", "{1,2,NULL}"],
    ["array['a,b','c']", '{"a,b",c}'],
    ["'b'::\"char\"", "b"],
    ["12::oid", 12],
    ["'pg_class'::regclass", "pg_class"],
    ["row(1,'x')", "(1,x)"],
    ["int4range(1,5)", "[1,5)"],
  ],
  mysql: [
    ["null", null],
    ["cast(1 as signed)", 1],
    ["9007199254740991", 9_007_199_254_740_991],
    ["9007199254740993", "9007199254740993"],
    ["cast(18446744073709551615 as unsigned)", "18446744073709551615"],
    ["cast(1.5 as decimal(10,2))", "1.50"],
    ["cast(3 as decimal(10,0))", 3],
    ["cast(12345678901234567890 as decimal(30,0))", "12345678901234567890"],
    ["1e0 / 8", 0.125],
    ["1 = 1", 1],
    ["'é😀'", "é😀"],
    ["x'DEADbeef'", "deadbeef"],
    ["cast('abc' as binary)", "616263"],
    ["b'101'", "05"],
    ["timestamp('2026-11-22 12:00:00.123456')", "2026-11-22 12:00:00.123456"],
    ["cast('2026-11-22' as date)", "2026-11-22"],
    ["cast('-12:30:00' as time)", "-12:30:00"],
    ["json_object('a', 1)", '{"a": 1}'],
    ["point(1, 2)", "000000000101000000000000000000f03f0000000000000040"],
    ["uuid() is null", 0],
  ],
  sqlite: [
    ["null", null],
    ["1", 1],
    ["9007199254740991", 9_007_199_254_740_991],
    ["9007199254740993", "9007199254740993"],
    ["0.5", 0.5],
    ["2.0", 2],
    ["9e999", "Infinity"],
    ["'é😀'", "é😀"],
    ["x'DEADbeef'", "deadbeef"],
    ["x''", ""],
    ["date('2026-11-22')", "2026-11-22"],
    ["json('{\"a\": 1}')", '{"a":1}'],
    ["true", 1],
  ],
};

withDatabases(({ engine, server }) => {
  it.each<[string, Cell]>(values[engine])("%s", async (expression, value) => {
    const { query } = open(server().url);
    expect(await query([`select ${expression} as v`])).toEqual([[{ v: value }]]);
  });
});

withDatabases(
  ({ server }) => {
    it.each(["''", "'abc'", String.raw`'\x00ff5c41'`, String.raw`E'a\\\\b'`])(
      "both formats of bytea: %s",
      async (text) => {
        const { query } = open(server().url);
        const [, hex, , escape] = await query([
          "set bytea_output = 'hex'",
          `select ${text}::bytea as v`,
          "set bytea_output = 'escape'",
          `select ${text}::bytea as v`,
        ]);
        expect(escape).toEqual(hex);
      },
    );
  },
  ["postgresql"],
);

withDatabases(
  ({ createDatabase }) => {
    it("gives the rows of a procedure", async () => {
      const { query } = open(await createDatabase());
      await query(["create procedure p() begin select 1 as a; select 2 as b union select 3; end"]);
      expect(await query(["call p()"])).toEqual([[{ b: 2 }, { b: 3 }]]);
    });

    it("reads texts whatever the column's character set is", async () => {
      const { query } = open(await createDatabase());
      await query([
        "create table t (a varchar(9) character set latin1, b text, c blob)",
        "insert into t values ('é', 'é', 'é')",
      ]);
      expect(await query(["select * from t"])).toEqual([[{ a: "é", b: "é", c: "c3a9" }]]);
    });
  },
  ["mysql"],
);

describe("values without a server", () => {
  it.each<[unknown, Cell]>([
    [undefined, null],
    [true, true],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [12n, 12],
    [-9_007_199_254_740_993n, "-9007199254740993"],
    [new Uint8Array([1, 255]).subarray(1), "ff"],
    [{ a: [1] }, '{"a":[1]}'],
  ])("%p", (value, cell) => {
    expect(toCell(value)).toBe(cell);
  });

  it.each<[string, string | number]>([
    ["0", 0],
    ["-1", -1],
    ["-0", "-0"],
    ["007", "007"],
    ["1.0", "1.0"],
    ["", ""],
    ["9007199254740992", "9007199254740992"],
  ])("integer %j", (text, value) => {
    expect(toInteger(text)).toBe(value);
  });

  it.each<[string, string | number]>([
    ["1.5e3", 1500],
    ["-Infinity", "-Infinity"],
    ["", ""],
  ])("float %j", (text, value) => {
    expect(toFloat(text)).toBe(value);
  });
});
