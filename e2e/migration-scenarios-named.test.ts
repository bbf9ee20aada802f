/** Every scenario of migrations is named by the title of a test, or by the list of those that the contract has no surface for. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const root = join(import.meta.dirname, "..");

type Scenario = { id: string; name: string; action: string };
type LeftOut = { id: string; why: string };

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "cases", name), "utf8"));
}

/** The lines of tests that begin a text or hold a title: titles, and rows of tables of titles. */
function testTexts(): string[] {
  const actions = readdirSync(join(root, "actions")).filter((name) => name.startsWith("migration-"));
  const packages = ["migration", "testkit", "aws"].map((name) => join("packages", name));
  const folders = ["e2e", ...actions.map((name) => join("actions", name)), ...packages];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
      .map((path) => join(root, folder, path)),
  );
  const lines = files.flatMap((file) => readFileSync(file, "utf8").split("\n"));
  return lines.filter((line) => /^\s*(?:title:\s*|(?:\w+(?:\.\w+)*)?(?:\(\w+\))?[([\])]*\s*)["'`]/.test(line));
}

const scenarios = read("migration-scenarios.json") as readonly Scenario[];
const leftOut = read("migration-scenarios-left-out.json") as readonly LeftOut[];
const texts = testTexts();

/** `S03` of `S03 failure-is-red`. */
const numberOf = (id: string): string => id.split(" ")[0] ?? "";

it("the cases are all there, each once", () => {
  const numbers = scenarios.map(({ id }) => numberOf(id));
  expect([numbers.length, new Set(numbers).size]).toEqual([48, 48]);
});

describe("a scenario", () => {
  it.each(scenarios)("$id ($action) has a test, or a reason why it has none, and not both", ({ id }) => {
    const name = new RegExp(`\\b${numberOf(id)}\\b`);
    const tests = texts.filter((text) => name.test(text));
    const reasons = leftOut.filter((each) => each.id === id);
    expect([tests.length > 0, reasons.length]).toEqual(tests.length > 0 ? [true, 0] : [false, 1]);
  });
});

it.each(leftOut)("$id is left out for a reason, and is a scenario", ({ id, why }) => {
  expect(scenarios.map((scenario) => scenario.id)).toContain(id);
  expect(why.length).toBeGreaterThan(40);
});
