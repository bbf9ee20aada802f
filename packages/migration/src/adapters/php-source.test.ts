import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { isIdlePhp, maskPhp, methodsOf, parentOf, throwsAtOnce } from "./php-source.ts";

describe("PHP without its words", () => {
  test.each([
    ["a('it\\'s', \"b\"); // c", "a('     ', \" \");     "],
    ["a # b\nc", "a    \nc"],
    ["#[Pure]\na", "#[Pure]\na"],
    ["/* a\n b */ c", "    \n      c"],
    ["x(<<<SQL\n a }\n SQL);", "x(      \n    \n    );"],
    ["x(<<<'SQL'\n}\nSQL\n);", "x(        \n \n   \n);"],
  ])("%j", (text, masked) => {
    expect(maskPhp(text)).toBe(masked);
  });

  test.each(["'a", '"a', "/* a", "<<<A\nb"])("%j does not end", (text) => {
    expect(maskPhp(text)).toBeUndefined();
  });

  test("keeps its length, and never throws", () => {
    const part = fc.constantFrom(
      '"',
      "'",
      "#",
      "//",
      "/*",
      "*/",
      "<<<A\n",
      "A",
      "\n",
      "\\",
      "function down()",
      "{",
      "}",
      "#[",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const masked = maskPhp(text);
        if (masked !== undefined) expect(masked).toHaveLength(text.length);
        methodsOf(masked ?? text, ["up", "down"]);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});

describe("a class of PHP", () => {
  test.each([
    ["function up() { a(); }", " a(); "],
    ["public function up(): void\n{\n  if (a) { b(); }\n}", "\n  if (a) { b(); }\n"],
    ["FUNCTION UP(){}", ""],
    ["function up(): ?\\A\\B { }", " "],
    ["function up() { a();", undefined],
  ])("%j", (text, body) => {
    expect(methodsOf(text, ["up"])).toEqual(new Map([["up", body]]));
  });

  test.each(["function upper() {}", "$this->up();", "function up();"])("%j has no such method", (text) => {
    expect(methodsOf(text, ["up"])).toEqual(new Map());
  });

  test.each([
    ["class A extends Migration {", "Migration"],
    ["return new class extends \\Illuminate\\Migration\n{", "Migration"],
    ["final class A extends Base implements B {", "Base"],
    ["class A {}", ""],
    ["return new class() extends Migration {", "Migration"],
  ])("%j extends %j", (text, parent) => {
    expect(parentOf(text)).toBe(parent);
  });

  test.each([
    ["", true, false],
    ["\n  return;\n", true, false],
    ["a();", false, false],
    ["throw new X();", false, true],
    ["a(); throw new X();", false, false],
  ])("%j does nothing: %j; throws at once: %j", (body, idle, throws) => {
    expect([isIdlePhp(body), throwsAtOnce(body)]).toEqual([idle, throws]);
  });
});
