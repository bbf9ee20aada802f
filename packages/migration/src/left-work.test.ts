/** What a dead run left and only its journal knows: told by its own tool, not recorded twice, not passed over. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { engage } from "./engage.ts";
import type { Engaged } from "./engage.ts";
import { createWorld, journalOf } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import { parseJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";
import { settle } from "./settle.ts";
import { takeSnapshot } from "./snapshot.ts";

let world: World;
beforeEach(() => {
  world = createWorld();
});

const begin = (): Promise<Engaged> => engage(world.step, world.place, { kind: "run", migrations: undefined });

/** A run noted this, did its work, and died. */
async function die(more: Partial<Journal>, work: string): Promise<Journal> {
  const journal = journalOf(await takeSnapshot(world.place), { environment: "production", doing: ["m1"], ...more });
  const engaged = await begin();
  await engaged.note(journal);
  world.database.exec(work);
  return journal;
}

function left(): Journal | undefined {
  const row = world.database.prepare("select journal from handrail_lock").get();
  return parseJournal(String(row?.["journal"] ?? ""));
}

const whole = "create table t_m1 (id integer); insert into tool values ('m1')";
const half = "create table t_m1 (id integer)";

describe("the work of another", () => {
  it.each<[string, Partial<Journal>, string]>([
    ["tool", { tool: "knex" }, "knex in ., environment production"],
    ["directory", { directory: "api" }, "dbmate in api, environment production"],
    ["environment", { environment: "staging" }, "dbmate in ., environment staging"],
    ["environment, which is none", { environment: "" }, "dbmate in ., environment none"],
  ])("%s is left alone, with its journal", async (_, more, who) => {
    await die(more, whole);
    await expect(begin()).rejects.toMatchObject({
      reason: "locked",
      result: "refused",
      what: expect.stringContaining(`It was ${who}: only a run of that can say what it did`),
    });
    expect(world.deployments).toEqual([]);
    expect(left()).toMatchObject({ doing: ["m1"], ...more });
  });

  it("version of ours, which nobody here can read, is not passed over", async () => {
    await die({}, half);
    world.database.exec(`update handrail_lock set journal = '{"kind":"run","was":{}}'`);
    const failure = { reason: "locked", what: expect.stringContaining("cannot be read by this version") };
    await expect(begin()).rejects.toMatchObject(failure);
    // Nor is it lost: whoever comes next is told the same.
    await expect(begin()).rejects.toMatchObject(failure);
    expect(world.deployments).toEqual([]);
  });

  it("version of ours, which noted no environment, is taken for this one's", async () => {
    await die({}, whole);
    const row = world.database.prepare("select journal from handrail_lock").get();
    const { environment: _, ...noted } = JSON.parse(String(row?.["journal"])) as Journal;
    world.database.prepare("update handrail_lock set journal = ?").run(JSON.stringify(noted));
    expect((await begin()).notes).toEqual([expect.stringContaining("applied m1")]);
  });
});

describe("work that is recorded already", () => {
  it("is not recorded a second time", async () => {
    const journal = await die({}, whole);
    const { step, place } = world;
    const release = (): Promise<void> => Promise.reject(new Error("killed"));
    const common = { last: undefined, first: undefined, migrations: undefined, isCancelled: true, patienceMs: 1000 };
    await settle({ step, place, journal, release, ...common });
    expect((await begin()).records).toHaveLength(1);
    expect(world.deployments).toHaveLength(1);
  });
});

describe("half a migration", () => {
  it("that only the journal knows of stops every run, and stays known", async () => {
    world = createWorld({ inputs: { environment: "" } });
    await die({ environment: "" }, half);
    for (let run = 0; run < 2; run += 1) {
      await expect(begin()).rejects.toMatchObject({
        reason: "half-applied",
        result: "refused",
        what: expect.stringMatching(/^m1 is done by half\. /),
        remedy: expect.stringMatching(/accept-schema: [0-9a-f]{16}\)/),
      });
      expect(left()).toMatchObject({ doing: ["m1"] });
    }
  });

  it("is passed over when the schema is accepted as it is, and by no other name", async () => {
    const given = (schema: string): void => {
      world = createWorld({ inputs: { environment: "", "accept-schema": schema } });
    };
    given("0".repeat(16));
    await die({ environment: "" }, half);
    await expect(begin()).rejects.toMatchObject({ reason: "half-applied" });
    given((await takeSnapshot(world.place)).fingerprint.slice(0, 16));
    await die({ environment: "" }, half);
    expect((await begin()).notes.at(-1)).toContain("m1 is done by half");
  });

  it("that a record holds is for the gate of the run to judge", async () => {
    await die({}, half);
    const { records } = await begin();
    expect(records).toEqual([expect.objectContaining({ half: "m1" })]);
  });
});
