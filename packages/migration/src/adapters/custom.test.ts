import { describe, expect, test } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { custom, parseStatus } from "./custom.ts";
import { filesOf, settingsFor } from "./javascript-fixture.ts";
import { migrationOf } from "./tool-rows-fixture.ts";

const ADDRESS = "postgresql://app:s3cret@db:5432/app";
const commands = { status: ["./status", "--json"], up: ["./up"], down: ["./down", "one"] };

describe("what a status-command prints", () => {
  test.each([
    ['{"applied": ["b", "a"], "pending": ["c"]}'],
    ['\n {\n  "applied": ["b", "a"],\n  "pending": ["c"], "more": 1\n }\n'],
    ['warning: {x}\n{"applied":["b","a"],"pending":["c"]}\n'],
    ['{"applied":[],"pending":[]}\r\n{"applied":["b","a"],"pending":["c"]}\r\ndone'],
  ])("%j", (stdout) => {
    expect(parseStatus(stdout)).toEqual({ applied: [{ id: "b" }, { id: "a" }], isInOrder: true, pending: ["c"] });
  });

  test.each([
    ["", "it printed nothing"],
    ["done", "no JSON object"],
    ["[]", "no JSON object"],
    ["null", "no JSON object"],
    ['{"applied": []', "no JSON object"],
    ["{}", '"applied" is missing'],
    ['{"applied": []}', '"pending" is missing'],
    ['{"applied": {}, "pending": []}', '"applied" is no list'],
    ['{"applied": [], "pending": "a"}', '"pending" is no list'],
    ['{"applied": [1], "pending": []}', "no text"],
    ['{"applied": [null], "pending": []}', "no text"],
    ['{"applied": [["a"]], "pending": []}', "no text"],
    ['{"applied": [""], "pending": []}', "an empty id"],
    ['{"applied": ["a\\nb"], "pending": []}', "cannot be seen"],
    ['{"applied": ["a", "b", "a"], "pending": []}', '"applied" has "a" twice'],
    ['{"applied": [], "pending": ["a", "a"]}', '"pending" has "a" twice'],
    ['{"applied": ["a"], "pending": ["a"]}', 'in "applied" and in "pending"'],
    ['{"__proto__": {"applied": [], "pending": []}}', '"applied" is missing'],
  ])("%j is refused: %s", (stdout, said) => {
    expect(() => parseStatus(stdout)).toThrow(expect.objectContaining({ reason: "tool-failed" }));
    expect(() => parseStatus(stdout)).toThrow(said);
  });

  test("comes back as it was written", () => {
    const id = fc.string({ minLength: 1 }).filter((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 8 }), fc.nat(8), fc.boolean(), (ids, at, isPretty) => {
        const status = { applied: ids.slice(0, at), pending: ids.slice(at) };
        const { applied, pending } = parseStatus(JSON.stringify(status, null, isPretty ? 2 : 0));
        expect({ applied: applied.map(({ id }) => id), pending }).toEqual(status);
      }),
      { numRuns: runs(200, 10_000), seed: seed() },
    );
  });
});

describe("the commands of a project", () => {
  const migrations = ["a", "b"].map((id) => migrationOf(id));
  const settings = { ...settingsFor(ADDRESS), custom: commands };
  const situation = { settings, migrations, applied: ["a"] };

  test("are run as they are given", async () => {
    expect(await custom.list(filesOf({}), settings)).toBeUndefined();
    expect(custom.up(migrations, situation)).toEqual({
      command: {
        argv: ["./up"],
        environment: { DATABASE_URL: ADDRESS, HANDRAIL_MIGRATION: "a", HANDRAIL_MIGRATIONS: "a\nb" },
      },
      applies: ["a"],
    });
    expect(custom.down(migrationOf("a"), situation)).toEqual({
      command: { argv: ["./down", "one"], environment: { DATABASE_URL: ADDRESS, HANDRAIL_MIGRATION: "a" } },
      reverts: "a",
    });
    const state = custom.state(settings);
    if (state.how !== "status") throw new Error("it has no table");
    expect(state.status.command).toEqual({ argv: ["./status", "--json"], environment: { DATABASE_URL: ADDRESS } });
    expect(() => state.status.parse({ exitCode: 3, stdout: '{"applied":[],"pending":[]}', stderr: "" })).toThrow(
      "exit code 3",
    );
    expect(state.status.parse({ exitCode: 0, stdout: '{"applied":[],"pending":[]}', stderr: "" }).applied).toEqual([]);
  });

  test("are needed where they are used", () => {
    const none = { ...situation, settings: settingsFor(ADDRESS) };
    expect(custom.down(migrationOf("a"), none)).toBeUndefined();
    expect(() => custom.up(migrations, none)).toThrow("up-command");
    expect(() => custom.state(none.settings)).toThrow("status-command");
    const remote = { ...situation, settings: { ...settings, isRemote: true } };
    expect(custom.down(migrationOf("a"), remote)?.command.environment).toEqual({ HANDRAIL_MIGRATION: "a" });
  });
});
