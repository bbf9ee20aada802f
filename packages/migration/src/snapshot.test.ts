/** Reading what a database is: a tool that says what is applied has to speak of the database that is looked at. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { DatabaseFailure } from "@handrail/database";
import type { Engine } from "@handrail/database";
import { django } from "./adapters/django.ts";
import { createWorld } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import { readApplied, takeSnapshot } from "./snapshot.ts";

let world: World;
/** Every command and every statement, in order. */
let touched: string[];

function open(engine: Engine = "postgresql", applied: readonly string[] = ["shop.0001_initial"]): void {
  world = createWorld({ engine });
  world.place.adapter = django;
  world.place.settings = { ...world.place.settings, toolCommand: ["manage"] };
  touched = [];
  world.command = (...argv) => {
    touched.push(argv.slice(0, 2).join(" "));
    const lines = [...applied.map((id) => `handrail applied "${id}"`), `handrail end [${applied.length}, 0]`];
    return { stdout: `${lines.join("\n")}\n` };
  };
  world.onStatement = (statement, isUsual) => void touched.push(`${isUsual ? "" : "afterwards: "}${statement}`);
}

beforeEach(() => open());

describe("Django on another database than database-url", () => {
  it("is refused: its rows are not here. Nothing is asked but what is applied", async () => {
    await expect(takeSnapshot(world.place)).rejects.toMatchObject({
      reason: "invalid-input",
      what: "Django works on another database than database-url: it says that 1 are applied, and there is no django_migrations in postgresql://host/app",
      remedy: expect.stringContaining("DATABASE_URL"),
    });
    expect(touched).toEqual(["manage shell", 'SELECT 1 FROM "django_migrations" WHERE 1 = 0']);
  });

  it("is refused where a cancelled step reads, too", async () => {
    world.cancel.abort(new Error("cancelled"));
    await expect(takeSnapshot(world.place, { evenWhenCancelled: true })).rejects.toMatchObject({
      reason: "invalid-input",
    });
    expect(touched.at(-1)).toBe('afterwards: SELECT 1 FROM "django_migrations" WHERE 1 = 0');
  });

  it.each<[Engine, string]>([
    ["mysql", "`django_migrations`"],
    ["sqlite", '"django_migrations"'],
  ])("is looked for in %s as %s", async (engine, name) => {
    open(engine);
    await expect(readApplied(world.place)).rejects.toMatchObject({ reason: "invalid-input" });
    expect(touched.at(-1)).toBe(`SELECT 1 FROM ${name} WHERE 1 = 0`);
  });

  it.each<DatabaseFailure["kind"]>(["unreachable", "denied", "refused"])(
    "is not what a database means that answers %s",
    async (kind) => {
      const failure = new DatabaseFailure({ kind, code: "X", message: "" });
      world.onStatement = (): never => {
        throw failure;
      };
      await expect(readApplied(world.place)).rejects.toBe(failure);
    },
  );
});

describe("Django on the same database", () => {
  it("is believed", async () => {
    world.database.exec("create table django_migrations (id integer)");
    expect((await takeSnapshot(world.place)).ids).toEqual(["shop.0001_initial"]);
  });

  it("has no table before its first migration", async () => {
    open("postgresql", []);
    expect((await takeSnapshot(world.place)).ids).toEqual([]);
    expect(touched).toEqual(["manage shell"]);
  });

  it("is not asked for where the task knows its own, or nothing can ask", async () => {
    const { executor } = world.place;
    world.place.executor = { ...executor, kind: "ecs" };
    expect((await readApplied(world.place)).applied).toHaveLength(1);
    world.place.executor = { ...executor, query: undefined };
    expect((await readApplied(world.place)).applied).toHaveLength(1);
    expect(touched).toEqual(["manage shell", "manage shell"]);
  });
});
