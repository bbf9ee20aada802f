import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { maskRuby, methodsOf } from "./ruby-source.ts";

describe("Ruby without its words", () => {
  test.each([
    ['add_column "users", :name # "why', 'add_column "     ", :name       '],
    ["a 'it\\'s' b", "a '     ' b"],
    ['"a #{b["c"]} d" e', '"             " e'],
    ["execute <<~SQL\n  drop 'x\n  SQL\nend", 'execute ""    \n         \n     \nend'],
    ["f <<-A, <<-B\n1\nA\n2\nB\nx", 'f ""  , ""  \n \n \n \n \nx'],
    ["list << item", "list << item"],
    ["%w[a ] b", '""     b'],
    ["=begin\ndef up\n=end\nx", "      \n      \n    \nx"],
    ["x\n__END__\ndef down", "x\n"],
  ])("%j", (text, masked) => {
    expect(maskRuby(text)).toBe(masked);
  });

  test.each([`"a`, "'a", "<<~SQL\nx", "%w[a"])("%j does not end", (text) => {
    expect(maskRuby(text)).toBeUndefined();
  });

  test("keeps its lines, and never throws", () => {
    const part = fc.constantFrom(
      '"',
      "'",
      "#",
      "#{",
      "}",
      "<<~A",
      "A",
      "\n",
      "=begin",
      "=end",
      "%w[",
      "]",
      "\\",
      "def up",
      "end",
      " ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const masked = maskRuby(text);
        if (masked !== undefined) expect(masked.split("\n")).toHaveLength(text.split("\n").length);
        methodsOf(masked ?? text, ["up", "down"]);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});

describe("the methods of a class", () => {
  test.each([
    ["  def up\n    a\n    if b\n    end\n  end\n", "    a\n    if b\n    end"],
    ["def up\n  a\nend", "  a"],
    ["  def self.up()\n    a\n  end", "    a"],
    ["def up; end", " "],
    ["def up = a", " a"],
    ["\tdef up\n\t\ta\n\tend", "\t\ta"],
    ["def up\n\n  a\n\nend", "\n  a\n"],
  ])("%j", (text, body) => {
    expect(methodsOf(text, ["up"])).toEqual(new Map([["up", body]]));
  });

  test.each(["def up\n  a\n", "  def up\n  a\n end", "  def up\n    a\n end", "def up a\nend"])(
    "%j has no end",
    (text) => {
      expect(methodsOf(text, ["up"])).toEqual(new Map([["up", undefined]]));
    },
  );

  test.each(["def upper\nend", "def up?\nend", "# none", "undef up"])("%j has none", (text) => {
    expect(methodsOf(text, ["up"])).toEqual(new Map());
  });
});
