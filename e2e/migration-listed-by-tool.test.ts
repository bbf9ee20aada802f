/** Tools that alone know their migrations: what they say is pending is done, also what is applied already and runs anew. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { AppliedSet, Command } from "@handrail/migration";
import { makeToy } from "./migration-toy.ts";
import type { Toy } from "./migration-toy.ts";
import { openToyStage } from "./migration-toy-stage.ts";

const toys: Toy[] = [];

afterEach(() => {
  for (const { database } of toys.splice(0)) database.close();
});

/** A toy whose tool says itself what is pending and known; `ran` gets every command. */
function makeTeller(says: (set: AppliedSet) => Partial<AppliedSet>): { toy: Toy; ran: Command[] } {
  const toy = makeToy(true);
  toys.push(toy);
  const ran: Command[] = [];
  const { adapter, executor } = toy.place;
  const reader = adapter.state(toy.place.settings);
  if (reader.how !== "table") throw new Error("the toy has a table");
  toy.place = {
    ...toy.place,
    executor: {
      ...executor,
      run: (command, about) => {
        ran.push(command);
        return executor.run(command, about);
      },
    },
    adapter: {
      ...adapter,
      list: () => Promise.resolve(undefined),
      state: () => ({
        ...reader,
        read: async (query) => {
          const set = await reader.read(query);
          return { ...set, ...says(set) };
        },
      }),
    },
  };
  return { toy, ran };
}

const view = { id: "m1", up: ["CREATE VIEW IF NOT EXISTS v AS SELECT 1 AS one"], down: ["DROP VIEW v"] };

describe("a tool that tells", () => {
  it("has what is pending applied", async () => {
    const { toy } = makeTeller(({ applied }) => ({ pending: applied.length === 0 ? ["m1"] : [] }));
    toy.migrations.push(view);
    const stage = openToyStage(toy);
    expect((await stage.run()).outputs).toMatchObject({ result: "applied", applied: ["m1"] });
    expect((await stage.run()).outputs).toMatchObject({ result: "nothing-to-do" });
  });

  it("has run anew what it says is to run anew, though nothing is new", async () => {
    let isChanged = false;
    const { toy, ran } = makeTeller(({ applied }) => ({ pending: applied.length === 0 || isChanged ? ["m1"] : [] }));
    toy.migrations.push(view);
    const stage = openToyStage(toy);
    await stage.run();
    isChanged = true;
    toy.database.exec("DROP VIEW v; DELETE FROM toy_migrations; INSERT INTO toy_migrations VALUES ('m1')");
    toy.migrations[0] = { ...view, up: ["DELETE FROM toy_migrations", "CREATE VIEW v AS SELECT 2 AS two"] };
    const { outputs } = await stage.run();
    expect(ran).toHaveLength(2);
    expect(outputs).toMatchObject({ result: "applied", applied: [], changed: true });
  });

  it("is asked which migrations there are, and its packages' own ones are no drift", async () => {
    const known = ["auth", "m1"].map((id) => ({ id, title: id, digest: "", down: "unknown" as const }));
    const { toy } = makeTeller(() => ({ known }));
    toy.migrations.push({ id: "auth", up: ["CREATE TABLE auth (id integer)"], down: ["DROP TABLE auth"] }, view);
    const { outputs } = await openToyStage(toy).run();
    expect(outputs).toMatchObject({ result: "applied", applied: ["auth", "m1"] });
  });
});
