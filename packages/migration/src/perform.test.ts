/** One command after the other, each noted before and read back after; it stops at the first that did not do what it should. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { createWorld, journalOf } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import type { Ending } from "./executor.ts";
import { parseJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";
import { lastEnding, perform } from "./perform.ts";
import type { Move, Performance, Performed } from "./perform.ts";
import { takeSnapshot } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

let world: World;
let snapshot: Snapshot;
/** The journal as it was noted, and the commands, in the order in which they came. */
let steps: string[];
let kept: Performed | undefined;

beforeEach(async () => {
  world = createWorld();
  snapshot = await takeSnapshot(world.place);
  steps = [];
  kept = undefined;
  world.command = (verb, id = "") => {
    steps.push(`${verb} ${id}`);
    world.database.exec(`create table t_${id} (id integer); insert into tool values ('${id}')`);
    return {};
  };
});

const ids = (journal: Journal): string => `${journal.done.map(({ id }) => id).join("+")}/${journal.doing.join("+")}`;

function next(journal: Journal, now: Snapshot): Move | undefined {
  const id = journal.planned.find((each) => !now.ids.includes(each.id))?.id;
  return id === undefined
    ? undefined
    : { command: { argv: ["up", id], environment: {} }, ids: [id], title: `up ${id}` };
}

async function performAll(more: Partial<Performance> = {}, journal?: Journal): Promise<Performed> {
  return perform(
    {
      place: world.place,
      note: (noted) => {
        steps.push(`note ${ids(noted)}`);
        return Promise.resolve();
      },
      log: world.step.deps.host.log,
      cancelled: world.cancel.signal,
      next,
      ...more,
    },
    { journal: journal ?? journalOf(snapshot), snapshot, keep: (performed) => (kept = performed) },
  );
}

describe("perform", () => {
  it("notes each command before it is started, and knows the schema after each", async () => {
    const { journal, last, snapshot: now } = await performAll();
    expect(steps).toEqual(["note /m1", "up m1", "note m1/m2", "up m2", "note m1+m2/m3", "up m3"]);
    expect(ids(journal)).toBe("m1+m2+m3/");
    expect(new Set(journal.done.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect([last?.exitCode, now?.ids]).toEqual([0, ["m1", "m2", "m3"]]);
    expect(journal.done.at(-1)?.fingerprint).toBe(now?.fingerprint);
  });

  it("starts nothing when there is nothing to do", async () => {
    const performed = await performAll({}, journalOf(snapshot, { planned: [] }));
    expect([steps, performed.last, performed.snapshot]).toEqual([[], undefined, undefined]);
  });

  it.each<[what: string, ending: Partial<Ending>, after: string]>([
    ["fails", { exitCode: 1 }, "m1/m2"],
    ["says that it went well and did nothing", {}, "m1/m2"],
    ["is cancelled", { kind: "cancelled", exitCode: undefined }, "m1/m2"],
    ["takes too long", { kind: "timeout", exitCode: undefined }, "m1/m2"],
    ["is killed", { kind: "killed", exitCode: undefined }, "m1/m2"],
    ["cannot be started", { kind: "never-started", exitCode: undefined }, "m1/m2"],
    ["is lost", { kind: "lost", exitCode: undefined }, "m1/m2"],
  ])("stops when a command %s", async (_, ending, after) => {
    const { command } = world;
    world.command = (verb, id = "") => (id === "m2" ? ending : command(verb, id));
    const { journal, last, snapshot: now } = await performAll();
    expect([ids(journal), last]).toEqual([after, expect.objectContaining(ending)]);
    // Only a command that ended by itself leaves the database as it was read.
    expect(now?.ids).toEqual(ending.kind === undefined ? ["m1"] : undefined);
  });

  it("stops behind a command that did what it should and failed", async () => {
    const { command } = world;
    world.command = async (verb, id = "") => ({
      ...(await command(verb, id)),
      ...(id === "m2" ? { exitCode: 3 } : {}),
    });
    const { journal, last, snapshot: now } = await performAll();
    expect([ids(journal), last?.exitCode, now?.ids]).toEqual(["m1+m2/", 3, ["m1", "m2"]]);
  });

  it("stops where the schema is not what it has to be", async () => {
    const { journal } = await performAll({ isRight: ({ done }) => done.length < 2 });
    expect(ids(journal)).toBe("m1+m2/");
  });

  it("keeps what each made and retyped, where the catalogs are read", async () => {
    const executor = { ...world.place.executor, engine: "sqlite" as const };
    const place = { ...world.place, executor, schemaCommand: [] };
    snapshot = await takeSnapshot(place);
    world.command = (_, id = "") => {
      world.database.exec(
        id === "m2" ? "drop table t_m1; create table t_m1 (id text)" : `create table t_${id} (id integer)`,
      );
      world.database.exec(`insert into tool values ('${id}')`);
      return {};
    };
    const { journal } = await performAll({ place });
    expect(journal.done.map(({ id, creates, retypes }) => ({ id, creates, retypes }))).toEqual([
      { id: "m1", creates: ["t_m1"], retypes: undefined },
      { id: "m2", creates: [], retypes: ["t_m1.id"] },
      { id: "m3", creates: ["t_m3"], retypes: undefined },
    ]);
    expect(parseJournal(JSON.stringify(journal))?.done).toEqual(journal.done);
  });

  it("of several that one command does, knows the schema after the last one", async () => {
    world.command = () => {
      world.database.exec("create table t (id integer); insert into tool values ('m1'), ('m2'), ('m3')");
      return {};
    };
    const all: Move = { command: { argv: ["up"], environment: {} }, ids: ["m1", "m2", "m3"], title: "up" };
    const { journal } = await performAll({ next: (_, now) => (now.ids.length === 0 ? all : undefined) });
    expect(journal.done.map(({ id, fingerprint }) => [id, fingerprint !== ""])).toEqual([
      ["m1", false],
      ["m2", false],
      ["m3", true],
    ]);
  });

  it("reverts: done is what is gone", async () => {
    await performAll();
    snapshot = await takeSnapshot(world.place);
    world.command = (_, id = "") => {
      world.database.exec(`drop table t_${id}; delete from tool where id = '${id}'`);
      return {};
    };
    const planned = ["m3", "m2"].map((id) => ({ id, digest: "", down: "real" as const }));
    const { journal } = await performAll(
      {
        next: ({ done }) => {
          const id = planned[done.length]?.id;
          return id === undefined
            ? undefined
            : { command: { argv: ["down", id], environment: {} }, ids: [id], title: "" };
        },
      },
      journalOf(snapshot, { kind: "rollback", planned }),
    );
    expect(ids(journal)).toBe("m3+m2/");
  });
});

describe("a cancel", () => {
  const reason = new Error("cancelled");

  it("before the first command starts nothing", async () => {
    world.cancel.abort(reason);
    const { journal, last } = await performAll();
    expect([steps, ids(journal), last]).toEqual([[], "/", undefined]);
  });

  it("while a note is written: no command, and what is under way is known", async () => {
    const note = (noted: Journal): Promise<void> => {
      if (noted.done.length < 1) return Promise.resolve();
      world.cancel.abort(reason);
      return Promise.reject(reason);
    };
    await expect(performAll({ note })).rejects.toBe(reason);
    expect([steps, kept === undefined ? "" : ids(kept.journal), kept?.last?.exitCode]).toEqual([["up m1"], "m1/m2", 0]);
  });

  it("while the database is read: what the command did is for who settles", async () => {
    const { command } = world;
    world.command = async (verb, id = "") => {
      const ending = await command(verb, id);
      if (id === "m2") world.onStatement = (): void => world.cancel.abort(reason);
      return ending;
    };
    await expect(performAll()).rejects.toBe(reason);
    expect([kept === undefined ? "" : ids(kept.journal), kept?.last?.exitCode]).toEqual(["m1/m2", 0]);
    expect(kept?.snapshot).toBeUndefined();
  });

  it("between two commands: the rest is not begun", async () => {
    const isRight = ({ done }: Journal): boolean => {
      if (done.length === 2) world.cancel.abort(reason);
      return true;
    };
    const { journal, last, snapshot: now } = await performAll({ isRight });
    expect([ids(journal), last?.exitCode, now]).toEqual(["m1+m2/", 0, undefined]);
  });
});

describe("lastEnding", () => {
  const journal = journalOf({ ids: [], fingerprint: "" });
  const ended: Ending = { kind: "exited", exitCode: 0, cause: "", remedy: "", stdout: "out", stderr: "" };
  const thrown = { error: new Error("no answer") };
  const why = expect.stringContaining("no answer");

  it.each<[string, Ending | undefined, { error: unknown } | undefined, unknown]>([
    ["nothing was thrown", ended, undefined, ended],
    ["nothing was started", undefined, undefined, undefined],
    ["before the first command", undefined, thrown, expect.objectContaining({ kind: "lost", cause: why })],
    ["behind one that ended well", ended, thrown, { ...ended, cause: why, remedy: expect.any(String) }],
    [
      "behind one that failed",
      { ...ended, exitCode: 1, cause: "its own" },
      thrown,
      { ...ended, exitCode: 1, cause: "its own" },
    ],
  ])("%s", (_, last, error, expected) => {
    expect(lastEnding({ journal, last }, error)).toEqual(expected);
  });
});
