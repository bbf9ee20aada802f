/** Every hostile case of plan, apply, setup, bump, migrations and the shared areas is named by the title of a test. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";

const root = join(import.meta.dirname, "..");

type HostileCase = { id: string; action: string; area: string };

/** The lines of all tests that begin a text: titles, and rows of tables of titles. */
function testTexts(): string[] {
  const files = ["packages", "actions", "e2e", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
      .map((path) => join(root, folder, path)),
  );
  const lines = files.flatMap((file) => readFileSync(file, "utf8").split("\n"));
  return lines.filter((line) => /^\s*(?:\w+(?:\.\w+)*)?(?:\(\w+\))?[([\])]*\s*["'`]/.test(line));
}

const cases = JSON.parse(readFileSync(join(import.meta.dirname, "cases", "hostile.json"), "utf8")) as HostileCase[];
const texts = testTexts();

it.each(cases)("$id ($action, $area) has a test", ({ id }) => {
  const name = new RegExp(`\\b${id}\\b`);
  expect(texts.filter((text) => name.test(text))).not.toEqual([]);
});
