/** A database that is gone while a migration works: nothing is claimed, and the next run says what was done. */
import { expect, it } from "@jest/globals";
import { DatabaseFailure } from "@handrail/database";
import { toFailure } from "@handrail/runner";
import { makeToy } from "./migration-toy.ts";
import type { Toy } from "./migration-toy.ts";
import { openToyStage } from "./migration-toy-stage.ts";

const table = (id: string): Toy["migrations"][number] => ({
  id,
  up: [`create table ${id} (id integer)`, `create index i_${id} on ${id} (id)`],
  down: [`drop table ${id}`],
});

/** Takes the database away after so many commands of the tool; `back` brings it back. */
function unplug(toy: Toy, after: number): { back(): void } {
  const { executor } = toy.place;
  let commands = 0;
  let isGone = false;
  const query = (statements: readonly string[]): ReturnType<Toy["query"]> =>
    isGone
      ? Promise.reject(
          new DatabaseFailure({ kind: "unreachable", code: "ECONNREFUSED", message: "connection refused" }),
        )
      : toy.query(statements);
  toy.place = {
    ...toy.place,
    executor: {
      ...executor,
      query,
      queryWhenCancelled: query,
      async run(command, about) {
        const ending = await executor.run(command, about);
        commands += 1;
        isGone ||= commands === after;
        return ending;
      },
    },
  };
  return { back: () => void (isGone = false) };
}

it.each([
  ["a whole migration", undefined, { done: [{ id: "m1" }, { id: "m2" }], left: ["m3"], half: "" }, "applied"],
  ["half a migration", 1, { done: [{ id: "m1" }], left: ["m2", "m3"], half: "m2" }, "refused"],
] as const)(
  "S29: a database that does not come back after %s ends the run, and the next one records it",
  async (_, failsAfter, record, next) => {
    const toy = makeToy(false);
    const stage = openToyStage(toy);
    const server = unplug(toy, 2);
    toy.migrations = [table("m1"), table("m2"), table("m3")];
    const { run } = toy.place.executor;
    toy.place.executor.run = (command, about) => {
      toy.manner.failsAfter = command.argv.includes("m2") ? failsAfter : undefined;
      return run(command, about);
    };
    const failure = await stage.run().then(() => undefined, toFailure);
    expect(failure).toMatchObject({ reason: "connection-failed" });
    expect(stage.deployments).toEqual([]);
    server.back();
    const { outputs } = await stage.run();
    expect(stage.deployments[0]?.payload).toMatchObject({ runId: "101", result: "cancelled", ...record });
    expect(outputs["result"]).toBe(next);
    toy.database.close();
  },
);
