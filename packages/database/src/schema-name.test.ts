import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { joinName, leavingOut, nameParts } from "./schema-name.ts";

describe("a name", () => {
  it.each<[string[], string]>([
    [["users"], "users"],
    [["", "users"], "users"],
    [["app", "users"], "app.users"],
    [["a.b"], '"a.b"'],
    [["app", 'x"y', "c.d"], 'app."x""y"."c.d"'],
    [["Mixed Case", "ä"], "Mixed Case.ä"],
  ])("of %j is %s", (parts, name) => {
    expect(joinName(...parts)).toBe(name);
    expect(nameParts(name)).toEqual(parts.filter((part) => part !== ""));
  });

  it("can be taken apart again, also when it is a part itself", () => {
    const part = fc.string({ unit: fc.constantFrom("a", ".", '"', " ", "'", "ä"), minLength: 1 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), part, (parts, more) => {
        const name = joinName(...parts);
        expect(nameParts(name)).toEqual(parts);
        expect(nameParts(joinName(name, more))).toEqual([name, more]);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });

  it("that is none does no harm", () => {
    for (const text of ["", ".", "..", '"', '"a', 'a"b', '"a"b']) expect(Array.isArray(nameParts(text))).toBe(true);
  });
});

describe("leavingOut", () => {
  const isOut = leavingOut(["schema_migrations", "public.versions", "tool.log", '"a.b"', "DATABASECHANGELOG"]);

  it.each<[string, string, boolean]>([
    ["public", "handrail_lock", true],
    ["app", "HANDRAIL_runs", true],
    ["public", "my_handrail_lock", false],
    ["public", "handrails", false],
    ["public", "schema_migrations", true],
    ["app", "schema_migrations", true],
    ["public", "Schema_Migrations", true],
    ["public", "schema_migrations_2", false],
    ["public", "versions", true],
    ["app", "versions", false],
    ["tool", "log", true],
    ["public", "log", false],
    ["", "a.b", true],
    ["a", "b", false],
    ["public", "databasechangelog", true],
  ])("takes %s.%s for what is left out: %s", (schema, name, expected) => {
    expect(isOut(schema, name)).toBe(expected);
  });
});
