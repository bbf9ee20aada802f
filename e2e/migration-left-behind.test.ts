/** What a run leaves behind is not forgotten, whether a record could be kept or not, and is told by who can read it only. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { makeToy } from "./migration-toy.ts";
import type { Toy } from "./migration-toy.ts";
import { openToyStage } from "./migration-toy-stage.ts";

const toys: Toy[] = [];

afterEach(() => {
  for (const { database } of toys.splice(0)) database.close();
});

function open(hasTransactions: boolean): { toy: Toy; stage: ReturnType<typeof openToyStage> } {
  const toy = makeToy(hasTransactions);
  toys.push(toy);
  return { toy, stage: openToyStage(toy) };
}

const two = {
  id: "m1",
  up: ["CREATE TABLE a (id integer)", "CREATE TABLE b (id integer)"],
  down: ["DROP TABLE b", "DROP TABLE a"],
};
const nothing = { environment: "" };

const textOf = (value: unknown): string => (typeof value === "string" ? value.slice(0, 16) : "");

describe("half a migration that no record holds", () => {
  it("stops every run until it is undone by hand", async () => {
    const { toy, stage } = open(false);
    toy.migrations.push(two);
    toy.manner.failsAfter = 1;
    expect((await stage.run(nothing)).outputs).toMatchObject({ result: "partial", "failure-reason": "half-applied" });
    toy.manner.failsAfter = undefined;
    expect((await stage.run(nothing)).failure).toMatchObject({ reason: "half-applied", result: "refused" });
    expect((await stage.run(nothing)).failure).toMatchObject({ reason: "half-applied", result: "refused" });
    toy.database.exec("DROP TABLE a");
    expect((await stage.run(nothing)).outputs).toMatchObject({ result: "applied", applied: ["m1"] });
    expect((await stage.run(nothing)).outputs).toMatchObject({ result: "nothing-to-do" });
  });

  it("is not told by another tool, directory or environment", async () => {
    const { toy, stage } = open(false);
    toy.migrations.push(two);
    toy.manner.failsAfter = 1;
    await stage.run(nothing);
    toy.manner.failsAfter = undefined;
    const other = await stage.run({ ...nothing, "working-directory": "other" });
    expect(other.failure).toMatchObject({ reason: "locked", what: expect.stringContaining("dbmate in .") });
    expect(other.outputs).toEqual({ changed: false });
    expect((await stage.run({ environment: "blue" })).failure).toMatchObject({ reason: "locked" });
    toy.database.exec("DROP TABLE a");
    expect((await stage.run(nothing)).outputs).toMatchObject({ result: "applied" });
  });
});

describe("a schema that was accepted", () => {
  it("does not make a down believed that takes nothing away", async () => {
    const { toy, stage } = open(true);
    toy.migrations.push(two);
    const { outputs } = await stage.run();
    toy.database.exec("CREATE INDEX by_hand ON a (id)");
    const refused = await stage.rollback();
    expect(refused.outputs).toMatchObject({ result: "refused", "failure-reason": "schema-differs" });
    toy.manner.lie = "no-op";
    const schema = textOf(refused.outputs["schema-before"]);
    expect(schema).not.toBe(textOf(outputs["schema-after"]));
    const lied = await stage.rollback({ "accept-schema": schema });
    expect(lied.outputs).toMatchObject({ result: "partial", "failure-reason": "schema-differs", reverted: [] });
  });
});

describe("records without a token", () => {
  it("are refused: they would pass over what is done by half", async () => {
    const { toy, stage } = open(false);
    toy.migrations.push(two);
    toy.manner.failsAfter = 1;
    expect((await stage.run()).outputs).toMatchObject({ result: "partial", "failure-reason": "half-applied" });
    const without = { "github-token": "" };
    const refusal = { reason: "invalid-input", what: expect.stringContaining("github-token") };
    expect(() => stage.run(without)).toThrow(expect.objectContaining(refusal));
    expect(() => stage.rollback(without)).toThrow(expect.objectContaining(refusal));
  });
});

describe("a lock that cannot be given back", () => {
  it("does not take the place of what the look came to", async () => {
    const { toy, stage } = open(true);
    toy.migrations.push(two);
    expect((await stage.run()).outputs).toMatchObject({ result: "applied" });
    const { query } = toy.place.executor;
    const stuck: typeof query = (statements) =>
      (statements[0] ?? "").startsWith("delete from handrail_lock")
        ? Promise.reject(new Error("the connection was lost"))
        : (query ?? fail)(statements);
    toy.place.executor = { ...toy.place.executor, query: stuck, queryWhenCancelled: stuck };
    expect((await stage.run()).outputs).toMatchObject({ result: "nothing-to-do" });
  });
});

const fail = (): Promise<never> => Promise.reject(new Error("there is a database"));
