/** Taking the database: the lock, what a dead run left, and the records; and giving it back without losing what nobody else knows. */
import { beforeEach, describe, expect, it } from "@jest/globals";
import { DatabaseFailure } from "@handrail/database";
import { engage, readOwnLock } from "./engage.ts";
import type { Engaged } from "./engage.ts";
import { createWorld, journalOf, sessionOf } from "./flow-fixture.ts";
import type { World } from "./flow-fixture.ts";
import type { Journal } from "./journal.ts";
import { renderHolder } from "./lock-row.ts";
import { lockStatements } from "./lock-statements.ts";
import { takeSnapshot } from "./snapshot.ts";

let world: World;
beforeEach(() => {
  world = createWorld();
});

function begin(kind: Journal["kind"] = "run"): Promise<Engaged> {
  return engage(world.step, world.place, { kind, migrations: undefined });
}

type Row = { nonce: string; holder: string; journal: string };
function row(): Row | undefined {
  try {
    return world.database.prepare("select nonce, holder, journal from handrail_lock").get() as Row | undefined;
  } catch {
    return undefined;
  }
}

const other = {
  nonce: "nonce-of-another",
  kind: "run" as const,
  runId: "77",
  attempt: 1,
  job: "migrate",
  runUrl: "https://github.com/o/r/actions/runs/77",
  actor: "hubot",
  since: 0,
  task: "",
};

/** Another run took the lock, and noted this before it came to its end. */
async function leaveLock(journal?: Partial<Journal>): Promise<void> {
  const snapshot = await takeSnapshot(world.place);
  const { create } = lockStatements("postgresql");
  world.database.exec(create);
  const noted =
    journal === undefined
      ? ""
      : JSON.stringify(journalOf(snapshot, { runId: "77", environment: "production", ...journal }));
  world.database
    .prepare("insert into handrail_lock (id, nonce, holder, journal) values (1, ?, ?, ?)")
    .run(other.nonce, renderHolder(other), noted);
}

describe("the lock", () => {
  it("is ours from then on, and its row is gone when it is given back", async () => {
    const engaged = await begin();
    expect(row()).toMatchObject({ nonce: "nonce-of-run-1", journal: "" });
    expect(world.states.get("nonce")).toBe("nonce-of-run-1");
    expect(world.states.get("noted")).toBeUndefined();
    await engaged.release();
    expect([row(), world.states.get("nonce")]).toEqual([undefined, ""]);
  });

  it("holds the journal, with what tells the tool's sessions", async () => {
    const engaged = await begin();
    await engaged.note(journalOf({ ids: [], fingerprint: "f" }, { doing: ["m1"] }));
    expect(JSON.parse(row()?.journal ?? "")).toMatchObject({
      doing: ["m1"],
      sessions: { name: "handrail 1-1", first: "7" },
    });
    expect(world.states.get("noted")).toBe("true");
    const held = await readOwnLock(world.place, "nonce-of-run-1", world.clock);
    expect(held?.journal).toMatchObject({ doing: ["m1"], sessions: { name: "handrail 1-1", first: "7" } });
    expect(await readOwnLock(world.place, "nonce-of-another", world.clock)).toBeUndefined();
  });

  it("that somebody took away stops the work", async () => {
    const engaged = await begin();
    world.database.exec("delete from handrail_lock");
    await expect(engaged.note(journalOf({ ids: [], fingerprint: "" }))).rejects.toMatchObject({ reason: "locked" });
  });

  it("that is left stays with its journal, and the next one takes it at once", async () => {
    const engaged = await begin();
    const snapshot = await takeSnapshot(world.place);
    await engaged.note(journalOf(snapshot, { environment: "production" }));
    await engaged.leave();
    expect(world.states.get("nonce")).toBe("");
    world.github = { runState: () => Promise.resolve({ isCompleted: false, conclusion: "" }) };
    const next = await begin();
    expect(next.notes).toEqual([expect.stringContaining("nothing was applied")]);
  });

  it("is not taken for a dry run, nor where nothing can ask the database", async () => {
    world = createWorld({ inputs: { "dry-run": "true" } });
    await begin();
    expect([row(), [...world.states]]).toEqual([undefined, []]);
    const { query: _, ...blind } = world.place.executor;
    world = createWorld();
    world.place.executor = { ...blind, query: undefined };
    expect((await begin()).notes).toEqual([expect.stringContaining("No lock is held")]);
    expect([...world.states]).toEqual([]);
  });
});

describe("a lock of somebody else", () => {
  it("that may live is respected and named, and leaves nothing to give back", async () => {
    await leaveLock();
    world.github = { runState: () => Promise.resolve({ isCompleted: false, conclusion: "" }) };
    await expect(begin()).rejects.toMatchObject({
      reason: "locked",
      result: "refused",
      what: expect.stringMatching(/actions\/runs\/77, started by hubot/),
    });
    expect([row()?.nonce, world.states.get("nonce")]).toEqual([other.nonce, ""]);
  });

  it.each([
    ["GitHub does not answer", () => Promise.reject(new Error("502"))],
    [
      "a permission is missing",
      () => Promise.resolve({ isCompleted: undefined, conclusion: "", permission: "actions: read" }),
    ],
  ])("is respected when %s", async (_, runState) => {
    await leaveLock();
    world.github = { runState };
    await expect(begin()).rejects.toMatchObject({ reason: "locked" });
    expect(world.said.join()).toMatch(/Whether run 77 has ended cannot be seen: /);
  });

  it("that is lost with the connection is not given up: a post step looks for it", async () => {
    const lost = new DatabaseFailure({ kind: "unreachable", code: "ECONNRESET", message: "" });
    world.onStatement = (): never => {
      throw lost;
    };
    await expect(begin()).rejects.toBe(lost);
    expect(world.states.get("nonce")).toBe("nonce-of-run-1");
  });
});

describe("what a dead run left", () => {
  it("was nothing: it is taken over", async () => {
    await leaveLock();
    const engaged = await begin();
    expect(engaged.notes).toEqual([
      expect.stringMatching(/ended without giving it back \(.*runs\/77, hubot\); it had changed nothing/),
    ]);
    expect(world.deployments).toEqual([]);
    await engaged.release();
    expect(row()).toBeUndefined();
  });

  it("is settled, and recorded in its name, once", async () => {
    await leaveLock({ doing: ["m1"] });
    world.database.exec("create table t_m1 (id integer); insert into tool values ('m1')");
    const engaged = await begin();
    expect(engaged.notes[0]).toMatch(/What it did: cancelled: applied m1; not applied: m2, m3$/);
    expect(world.deployments.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ runId: "77", result: "cancelled", left: ["m2", "m3"] }),
    ]);
    expect(engaged.records).toHaveLength(1);
  });

  it("is waited for while the database works on it, by the dead run's own mark", async () => {
    const mark = { name: "handrail 77-1", first: "3" };
    await leaveLock({ sessions: mark });
    world.sessions = [[sessionOf("9")], [sessionOf("9")], []];
    await begin();
    expect(world.marks).toEqual([mark, mark, mark]);
    expect(world.said.join()).toContain("The database still works on what the tool sent (session 9: work 9)");
  });

  it("keeps others away as long as the database works on it", async () => {
    await leaveLock({ doing: ["m1"] });
    world.sessions = [[sessionOf("9")]];
    await expect(begin()).rejects.toMatchObject({ reason: "locked", result: "refused" });
    expect(world.deployments).toEqual([]);
    // Nobody waits for us: the next one may look at once, and still finds the journal.
    expect(JSON.parse(row()?.journal ?? "")).toMatchObject({ runId: "77", doing: ["m1"] });
    world.sessions = [[]];
    expect((await begin()).notes[0]).toContain("What it did: ");
  });

  it("cannot be read: its journal stays for the next one", async () => {
    await leaveLock({ doing: ["m1"] });
    const refused = new DatabaseFailure({ kind: "denied", code: "42501", message: "" });
    world.onStatement = (statement): void => {
      if (statement.includes("from tool")) throw refused;
    };
    await expect(begin()).rejects.toBe(refused);
    expect(JSON.parse(row()?.journal ?? "")).toMatchObject({ runId: "77" });
    world.onStatement = () => undefined;
    expect((await begin()).notes[0]).toContain("What it did: ");
  });
});
