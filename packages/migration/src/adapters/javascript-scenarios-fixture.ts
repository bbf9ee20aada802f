/** What every tool with one script for each migration is put through: the real tool, on each database of this machine. */
import { describe, expect, test } from "@jest/globals";
import { isDeep, toolProjects, withDatabases } from "@handrail/testkit";
import type { ScriptedMigration, ToolProject } from "@handrail/testkit";
import type { Engine } from "@handrail/database";
import type { ToolName } from "../adapter.ts";
import { openBench } from "./javascript-fixture.ts";
import type { Bench } from "./javascript-fixture.ts";

/** How a tool differs from the others. */
export type Habits = {
  engines: readonly Engine[];
  /** Whether its table knows the order of application. */
  isInOrder: boolean;
  /** `all`: it can only apply everything and revert the last one. */
  steps: "one" | "all";
  /** What it does with a migration that is older than one that is applied. */
  late: "applies" | "refuses";
  /** Whether it reverts one while the database has another that the checkout does not. */
  withUnknown: "reverts" | "refuses" | "not asked";
  /** Where a failing migration leaves half of itself. */
  halfOn: readonly Engine[];
};

const table = (slug: string, name: string, more: Partial<ScriptedMigration> = {}): ScriptedMigration => ({
  slug,
  up: [`create table ${name} (id int)`],
  down: [`drop table ${name}`],
  ...more,
});

const m1 = table("m1_a", "a", { rank: 1 });
const m2 = table("m2_b", "b", { rank: 2 });
const m3 = table("m3_c", "c", { rank: 3, down: "empty" });
const m4 = table("m4_d", "d", { rank: 4 });

/** A dozen programs one after another; on a busy machine each takes seconds to start. */
const LIFETIME_MS = 300_000;

/**
 * `describe` for suites with a tool itself; skipped on a machine that there is no such tool for. They are for deep runs: in
 * `npm test` every tool plays e2e/migration-tools-plot.ts.
 */
export function describeTool(tool: ToolName, title: string, body: () => void): void {
  const isHere = tool in toolProjects;
  if (!isHere && process.env["HANDRAIL_REQUIRE_DATABASES"] === "1") throw new Error(`${tool} is not installed here.`);
  if (isDeep) (isHere ? describe : describe.skip)(title, body);
}

/** Describes the tool's suite. */
export function describeLife(tool: ToolName, habits: Habits): void {
  describeTool(tool, `the life of a project of ${tool}`, () => {
    withDatabases((database) => {
      const live = async (): Promise<void> => {
        await using bench = await openBench(tool, await database.createDatabase(), { migrations: [m1, m3, m4] });
        await comeOneByOne(bench, habits);
        await comeLate(bench, habits);
        await goByName(bench, habits);
        await goUnderUnknown(bench, habits);
      };
      test("comes and goes one by one", live, LIFETIME_MS);

      test("fails in the middle", async () => {
        const broken = {
          slug: "m2_broken",
          up: ["create table h1 (id int)", "create tabel h2 (id int)"],
          down: ["drop table h1"],
        };
        await using bench = await openBench(tool, await database.createDatabase(), { migrations: [m1, broken] });
        if (habits.steps === "one") expect((await bench.up()).exitCode).toBe(0);
        const { exitCode } = await bench.up();
        expect(exitCode).not.toBe(0);
        expect(await bench.applied()).toEqual([bench.project.idOf("m1_a")]);
        expect(await bench.tables()).toEqual(habits.halfOn.includes(database.engine) ? ["a", "h1"] : ["a"]);
      });
    }, habits.engines);
  });
}

async function comeOneByOne(bench: Bench, { steps }: Habits): Promise<void> {
  const ids = ["m1_a", "m3_c", "m4_d"].map((slug) => bench.project.idOf(slug));
  const listed = await bench.list();
  expect(listed.map(({ id }) => id)).toEqual(ids);
  expect(listed.map(({ down }) => down)).toEqual(["real", "empty", "real"]);
  expect(await bench.applied()).toEqual([]);
  for (let count = steps === "one" ? 1 : 3; count <= 3; count += 1) {
    const { exitCode, output, applies, argv } = await bench.up();
    expect({ exitCode, output: exitCode === 0 ? "" : output }).toEqual({ exitCode: 0, output: "" });
    expect(applies).toEqual(steps === "one" ? [ids[count - 1]] : ids);
    expectNoSecrets(bench, argv);
    expect(await bench.applied()).toEqual(ids.slice(0, count));
    expect(await bench.tables()).toEqual(["a", "c", "d"].slice(0, count));
  }
}

/** A migration of an older branch. */
async function comeLate(bench: Bench, { late, isInOrder }: Habits): Promise<void> {
  await bench.project.write([m1, m2, m3, m4]);
  const [first = "", second = "", third = "", fourth = ""] = (await bench.list()).map(({ id }) => id);
  expect([first, second, third, fourth]).toEqual(
    ["m1_a", "m2_b", "m3_c", "m4_d"].map((slug) => bench.project.idOf(slug)),
  );
  const { exitCode } = await bench.up();
  if (late === "refuses") {
    expect(exitCode).not.toBe(0);
    expect(await bench.applied()).toEqual([first, third, fourth]);
    return;
  }
  expect(exitCode).toBe(0);
  expect(await bench.applied()).toEqual(isInOrder ? [first, third, fourth, second] : [first, second, third, fourth]);
  expect(await bench.tables()).toEqual(["a", "b", "c", "d"]);
}

/** Exactly the one that is named, wherever it stands; or the tool is not asked. */
async function goByName(bench: Bench, { steps, late }: Habits): Promise<void> {
  const id = (slug: string): string => bench.project.idOf(slug);
  const before = await bench.applied();
  const goes = steps === "all" ? ["m2_b", "m4_d"] : ["m4_d", "m1_a"];
  if (steps === "all") expect(await bench.down(id("m1_a"))).toBeUndefined();
  for (const slug of goes) {
    const ended = await bench.down(id(slug));
    expect({ exitCode: ended?.exitCode, output: ended?.exitCode === 0 ? "" : ended?.output }).toEqual({
      exitCode: 0,
      output: "",
    });
    expectNoSecrets(bench, ended?.argv ?? []);
  }
  expect(await bench.applied()).toEqual(before.filter((each) => !goes.map(id).includes(each)));
  expect(await bench.tables()).toEqual(steps === "all" ? ["a", "c"] : late === "applies" ? ["b", "c"] : ["c"]);
}

/** The database has one that the checkout has not: nothing else may go in its place. */
async function goUnderUnknown(bench: Bench, { withUnknown, late, steps }: Habits): Promise<void> {
  const id = (slug: string): string => bench.project.idOf(slug);
  const [rest, table] = steps === "all" ? ["m1_a", "a"] : ["m2_b", "b"];
  const others = [m1, m2, m4];
  if (late === "refuses") return;
  await bench.project.write(others);
  const before = await bench.applied();
  expect(before).toContain(id("m3_c"));
  expect(await bench.down(id("m3_c"))).toBeUndefined();
  const ended = await bench.down(id(rest));
  if (withUnknown === "not asked") expect(ended).toBeUndefined();
  else expect(ended?.exitCode === 0).toBe(withUnknown === "reverts");
  const isGone = withUnknown === "reverts";
  expect(await bench.applied()).toEqual(isGone ? [id("m3_c")] : before);
  expect(await bench.tables()).toEqual(isGone ? ["c"] : [table, "c"]);
  // The lie: it says that it is gone, and it is not. `empty` said so beforehand.
  await bench.project.write([m1, m2, m3, m4]);
  expect((await bench.list()).find((each) => each.id === id("m3_c"))?.down).toBe("empty");
  expect((await bench.down(id("m3_c")))?.exitCode).toBe(0);
  expect(await bench.applied()).not.toContain(id("m3_c"));
  expect(await bench.tables()).toContain("c");
}

function expectNoSecrets({ settings }: Bench, argv: readonly string[]): void {
  const { password = "", text = "" } = settings.url ?? {};
  const whole = argv.join(" ");
  if (password !== "") expect(whole).not.toContain(password);
  if (settings.engine !== "sqlite") expect(whole).not.toContain(text);
}

/** A suite on one engine, for what is the same on all of them. */
export function onOneDatabase(engine: Engine, body: (createDatabase: () => Promise<string>) => void): void {
  withDatabases(({ createDatabase }) => body(createDatabase), [engine]);
}

/** Where the project's files are. */
export function pathIn(project: ToolProject, ...parts: readonly string[]): string {
  return [project.directory, ...parts].join("/");
}
