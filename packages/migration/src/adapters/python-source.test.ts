import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { assignments, blockOf, callOf, functionBody, isIdleBody, isRefusal, literalOf } from "./python-meaning.ts";
import type { PythonLiteral } from "./python-meaning.ts";
import { pythonLines } from "./python-source.ts";

const valueOf = (source: string, name = "x"): PythonLiteral | undefined =>
  literalOf(assignments(pythonLines(source)).get(name) ?? []);

describe("literals of Python", () => {
  test.each<[source: string, value: PythonLiteral | undefined]>([
    ["x = 'a'", "a"],
    ['x = "a" "b"  # and a note', "ab"],
    ["x: Union[str, None] = None", null],
    ['x = ("a")', "a"],
    ['x = ("a",)', ["a"]],
    ['x = "a", "b"', ["a", "b"]],
    ["x = [\n  'a', # one\n  'b',\n]", ["a", "b"]],
    ["x = ()", []],
    ["x = {'a'}", ["a"]],
    ['x = """a\n"b" c"""', 'a\n"b" c'],
    [String.raw`x = r"a\n"`, String.raw`a\n`],
    [String.raw`x = "a\n\x41é\q\"\'\\"`, "a\nAé\\q\"'\\"],
    ["x = 'a' \\\n  'b'", "ab"],
    ["y = 1; x = 'a'", "a"],
    ["x = True", "True"],
    ["x = f'{y}'", undefined],
    ["x = y", undefined],
    ["x = [y, 'a']", undefined],
    ["x = 'a'\nx += 'b'", undefined],
    ["x = 'a'.upper()", undefined],
    ["if y:\n  x = 'a'", undefined],
    ["x == 'a'", undefined],
    ["f(x='a')", undefined],
    ["'''\nx = 'a'\n'''", undefined],
    ["\uFEFFx = 'a'\r\n", "a"],
  ])("%j", (source, value) => {
    expect(valueOf(source)).toEqual(value);
  });

  test("are what they were written from", () => {
    const literal = fc.letrec<{ value: PythonLiteral }>((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, fc.string({ unit: "binary-ascii" }), fc.constant(null), fc.array(tie("value"))),
    })).value;
    fc.assert(
      fc.property(literal, fc.constantFrom('"', "'", '"""', "'''"), (value, quote) => {
        const write = (each: PythonLiteral): string =>
          each === null
            ? "None"
            : typeof each === "string"
              ? `${quote}${each.replaceAll(/[\\"'\n\r]/g, escapeOf)}${quote}`
              : `[${each.map((one) => `\n  ${write(one)},`).join("")}]`;
        expect(valueOf(`import a\n\nx = ${write(value)}\nz = 1\n`)).toEqual(value);
      }),
      { numRuns: runs(5000, 300), seed: seed() },
    );
  });

  test("of any text are read in time, or not at all", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("'", '"""', "(", "]", "\\", "\n  ", "x = ", "def f():", "#", "f'"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const lines = pythonLines(pieces.join(""));
        assignments(lines);
        functionBody(lines, "f");
        for (const { tokens } of lines) callOf(tokens);
      }),
      { numRuns: runs(20_000, 1000), seed: seed() },
    );
    expect(pythonLines("x = [".repeat(20_000))).toHaveLength(1);
  });
});

function escapeOf(character: string): string {
  return character === "\n" ? "\\n" : character === "\r" ? "\\r" : `\\${character}`;
}

describe("functions of Python", () => {
  const body = (source: string): ReturnType<typeof functionBody> => functionBody(pythonLines(source), "f");

  test.each([
    ["def f():\n  pass", true, false],
    ["def f() -> None: pass", true, false],
    ["def f(a, b={1: 2}):\n\t'''text'''\n\treturn None", true, false],
    ["async def f(a):\n  ...", true, false],
    ["def f():\n  raise NotImplementedError('no')", false, true],
    ["def f():\n  '''no'''\n  raise X", false, true],
    ["def f():\n  g()\n  pass\ndef g():\n  pass", false, false],
    ["def f():\n  pass\ndef f():\n  g()", false, false],
    ["def f():\n  if x:\n    raise X\n  g()", false, false],
    ["def f():\n  x = (\n1\n)\n  pass", false, false],
  ])("%j", (source, isIdle, isRefused) => {
    const lines = body(source) ?? [];
    expect([isIdleBody(lines), isRefusal(lines)]).toEqual([isIdle, isRefused]);
  });

  test("that are not there", () => {
    expect(body("class A:\n  def f(self): pass")).toBeUndefined();
    expect(body("def ff(): pass")).toBeUndefined();
  });

  test("classes are blocks, too", () => {
    const lines = pythonLines("class A(B):\n  x = ['a']\n  def f(self):\n    x = 1\ny = 2");
    const inside = blockOf(lines, ({ tokens }) => tokens[0]?.text === "class") ?? [];
    expect(literalOf(assignments(inside).get("x") ?? [])).toEqual(["a"]);
    expect(assignments(inside).has("y")).toBe(false);
  });
});
