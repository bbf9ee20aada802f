/** What a rollback may do, scenario by scenario. Random histories are in rollback-history.test.ts. */
import { describe, expect, it } from "@jest/globals";
import { back, byHand, migrationOf, printOf, run, tell } from "./history-story-fixture.ts";
import type { RollbackDecision } from "./history.ts";
import { planRollback } from "./rollback-plan.ts";
import type { RollbackRequest } from "./rollback-plan.ts";
import { parseTarget } from "./rollback-target.ts";
import { digestOfSet, stateOf } from "./set-digest.ts";

type Told = Omit<RollbackRequest, "target">;

function decide(told: Told, to: string, more: Partial<RollbackRequest> = {}): RollbackDecision {
  return planRollback({ ...told, target: parseTarget(to), ...more });
}

/** The decision in one line: the reverted ids, `nothing`, or the reasons. */
function outline(decision: RollbackDecision): string {
  if (decision.kind === "plan") return decision.plan.reverts.map(({ id }) => id).join(" ");
  if (decision.kind === "nothing") return "nothing";
  return decision.refusals.map(({ reason }) => reason).join(" ");
}

function whatOf(decision: RollbackDecision): string {
  return decision.kind === "nothing"
    ? decision.why
    : decision.kind === "refused"
      ? decision.refusals.map(({ what, remedy }) => `${what}. ${remedy}`).join(" | ")
      : "";
}

const three = [run(10, ["m1", "m2"]), run(11, []), run(12, ["m3"])];

describe("where to go back to", () => {
  it.each([
    ["S15", three, "previous-deployment", "m3"],
    ["S15", three, "before-deployment:12", "m3"],
    ["S15", three, "before-deployment:11", "m3"],
    ["S15", three, "before-deployment:10", "m3 m2 m1"],
    ["S15", three, "deployment:10", "m3"],
    ["", three, "deployment:11", "m3"],
    ["", three, "deployment:12", "nothing"],
    ["", three, "version:m2", "m3"],
    ["", three, "version:m1", "m3 m2"],
    ["", three, "version:m3", "nothing"],
    ["", three, "steps:2", "m3 m2"],
    ["S16", [run(10, ["m1"]), run(11, [])], "previous-deployment", "nothing"],
    ["S17", three, "version:999", "unknown-target"],
    ["S17", three, "deployment:999", "unknown-target"],
    ["S17", three, "before-deployment:999", "unknown-target"],
    ["S20", three, "steps:9", "beyond-baseline"],
    ["S25 a late one goes first", [run(10, ["m1", "m3"]), run(12, ["m2"])], "steps:2", "m2 m3"],
    ["S65", [...three, back(13, ["m3"])], "previous-deployment", "nothing"],
    ["S65", [...three, back(13, ["m3"])], "before-deployment:12", "nothing"],
    ["S66 a redeploy counts again", [...three, back(13, ["m3"]), run(14, ["m3"])], "previous-deployment", "m3"],
    ["S66", [...three, back(13, ["m3"]), run(14, ["m3"])], "deployment:12", "nothing"],
    ["taken back further", [...three, back(13, ["m3", "m2", "m1"])], "previous-deployment", "nothing"],
    ["taken back in part", [...three, run(13, ["m4", "m5"]), back(14, ["m5"])], "previous-deployment", "m4"],
    ["ahead of now", [...three, back(13, ["m3"])], "deployment:12", "unknown-target"],
    ["ahead of now", [...three, back(13, ["m3", "m2", "m1"])], "before-deployment:12", "unknown-target"],
    ["the state of a rollback", [...three, back(13, ["m3"]), run(14, ["m4"])], "deployment:13", "m4"],
    [
      "another way than then",
      [run(10, ["m1"]), run(11, ["m3"]), back(12, ["m3"]), run(13, ["m2", "m3"])],
      "deployment:11",
      "unknown-target",
    ],
    ["no run at all", [back(13, [])], "previous-deployment", "no-record"],
    ["no record at all", [], "previous-deployment", "no-record"],
  ])("%s: of %j %s reverts %s", (_, events, to, expected) => {
    expect(outline(decide(tell(events), to))).toBe(expected);
  });

  it("S65: names the rollback that was there before, and when", () => {
    const decision = decide(tell([...three, back(13, ["m3"])]), "previous-deployment");
    expect(whatOf(decision)).toBe(
      "Deployment #12 was already taken back by https://github.example/o/r/actions/runs/13 on 2026-11-22 12:01 UTC",
    );
  });

  it("S16: says which deployment changed nothing", () => {
    expect(whatOf(decide(tell([run(10, ["m1"]), run(11, [])]), "previous-deployment"))).toMatch(
      /^Deployment #11 changed nothing \(https/,
    );
  });

  it("says what the database has to be afterwards, step by step", () => {
    const decision = decide(tell(three, ["b1"]), "before-deployment:10");
    if (decision.kind !== "plan") throw new Error(whatOf(decision));
    const { plan } = decision;
    expect(plan.target).toEqual(stateOf(["b1"], printOf(["b1"])));
    expect(plan.reverts.map(({ id, fingerprint }) => [id, fingerprint])).toEqual([
      ["m3", printOf(["b1", "m1", "m2"])],
      ["m2", printOf(["b1", "m1"])],
      ["m1", printOf(["b1"])],
    ]);
    expect(plan.undoes.map(({ recordId }) => recordId)).toEqual([12, 10]);
    expect(plan.record).toBeUndefined();
    expect(plan.notes).toEqual([]);
  });

  it("names the record whose state it is, and only those that are taken back whole", () => {
    const story = tell([run(10, ["m1"]), run(12, ["m2", "m3"])]);
    const whole = decide(story, "previous-deployment");
    const part = decide(story, "steps:1");
    if (whole.kind !== "plan" || part.kind !== "plan") throw new Error("no plan");
    expect([whole.plan.record?.recordId, whole.plan.undoes.map(({ recordId }) => recordId)]).toEqual([10, [12]]);
    expect([part.plan.record, part.plan.undoes]).toEqual([undefined, []]);
  });

  it("S17: offers the nearest names", () => {
    const story = tell([run(10, ["20260101_users", "20260102_orders", "20260103_items"])]);
    expect(whatOf(decide(story, "version:20260102"))).toBe(
      "20260102 is not applied. Name a version that is applied, for example 20260102_orders.",
    );
    expect(whatOf(decide(story, "version:20260102_order.sql"))).toContain("20260102_orders");
    const pending = { ...story, migrations: [...(story.migrations ?? []), migrationOf("m9")] };
    expect(whatOf(decide(pending, "version:m9"))).toMatch(/^m9 is not applied: the checkout has it, and it is pending/);
  });
});

describe("S20: the baseline", () => {
  const story = tell([run(10, ["m1"]), run(11, ["m2"])], ["b1", "b2"]);

  it.each([
    ["steps:2", "m2 m1"],
    ["steps:3", "beyond-baseline"],
    ["version:b2", "m2 m1"],
    ["version:b1", "beyond-baseline"],
    ["before-deployment:10", "m2 m1"],
  ])("%s: %s", (to, expected) => {
    expect(outline(decide(story, to))).toBe(expected);
  });

  it("says how far it goes", () => {
    expect(whatOf(decide(story, "steps:3"))).toBe(
      "3 migrations cannot be taken back: only 2 are recorded. What was applied before the first record, deployment #10, is never reverted (2 migrations). Use steps:2 at most; undo the rest with a new migration.",
    );
  });

  it("does not guess which of it came last when the tool keeps no order", () => {
    const unordered = { ...story, applied: ["b2", "b1", "m2", "m1"], isInOrder: false };
    expect(outline(decide(unordered, "steps:2"))).toBe("m2 m1");
    expect(outline(decide(unordered, "version:b1"))).toBe("no-record");
    expect(whatOf(decide(unordered, "version:b2"))).toContain("use before-deployment:10");
    const single = tell([run(10, ["m1"])], ["b1"]);
    expect(outline(decide({ ...single, isInOrder: false }, "version:b1"))).toBe("m1");
  });
});

describe("another tool on the same database", () => {
  it("is named when the schema is not what its own records say", () => {
    const told = tell([...three, byHand({ adds: "other" })]);
    const [other] = tell([run(13, ["x1"], { more: { tool: "knex", directory: "billing" } })]).records;
    if (other === undefined) throw new Error("there is one");
    const decision = decide(told, "previous-deployment", { others: [other] });
    expect(outline(decision)).toBe("schema-differs");
    expect(whatOf(decision)).toContain("knex in billing migrated the same database (deployment #13");
    expect(whatOf(decision)).toContain("Take that back first, with the button of that project, or name the schema");
    expect(whatOf(decide(told, "previous-deployment"))).toContain("Undo that by hand, or name the schema");
  });
});

describe("a deployment of several runs", () => {
  const failed = { more: { result: "partial" as const } };
  const story = [run(10, ["m1"]), run(11, ["m2"], failed), run(12, [], failed), run(13, ["m3"])];
  it("goes back whole", () => {
    const decision = decide(tell(story), "previous-deployment");
    expect(outline(decision)).toBe("m3 m2");
    const plan = decision.kind === "plan" ? decision.plan : undefined;
    expect(plan?.record?.recordId).toBe(10);
    expect(plan?.undoes.map(({ recordId }) => recordId)).toEqual([13, 11]);
    expect(outline(decide(tell(story), "before-deployment:13"))).toBe("m3");
    expect(outline(decide(tell([...story, back(14, ["m3"])]), "previous-deployment"))).toBe("m2");
    expect(outline(decide(tell([...story, back(14, ["m3", "m2"])]), "previous-deployment"))).toBe("nothing");
  });
});

describe("without a record", () => {
  it.each([
    ["applied behind our back", [...three, byHand({ applies: ["m4"] })], "steps:1", "database-ahead"],
    [
      "even when there is nothing to do",
      [run(10, ["m1"]), run(11, []), byHand({ applies: ["m4"] })],
      "previous-deployment",
      "database-ahead",
    ],
    ["reverted behind our back", [...three, byHand({ reverts: ["m3"] })], "previous-deployment", "no-record"],
    [
      "a gap further back than the target",
      [...three, byHand({ applies: ["m4"] }), run(13, ["m5"])],
      "previous-deployment",
      "m5",
    ],
    ["a gap on the way", [...three, byHand({ applies: ["m4"] }), run(13, ["m5"])], "deployment:12", "no-record"],
    ["a gap on the way", [...three, byHand({ applies: ["m4"] }), run(13, ["m5"])], "steps:2", "no-record"],
    ["a gap below a version", [...three, byHand({ applies: ["m4"] }), run(13, ["m5"])], "version:m3", "no-record"],
    ["the last before a gap", [...three, byHand({ applies: ["m4"] }), run(13, ["m5"])], "version:m4", "m5"],
    [
      "applied anew in another order",
      [run(10, ["m1", "m2"]), byHand({ reverts: ["m1", "m2"] }), byHand({ applies: ["m2", "m1"] })],
      "steps:1",
      "no-record",
    ],
    [
      "a version under one that was applied anew",
      [run(10, ["m1", "m2"]), byHand({ reverts: ["m1"] }), byHand({ applies: ["m1"] })],
      "version:m2",
      "no-record",
    ],
  ])("%s: %j %s: %s", (_, events, to, expected) => {
    expect(outline(decide(tell(events), to))).toBe(expected);
  });

  it.each([
    [
      [...three, byHand({ applies: ["m4"] })],
      "The database is not what deployment #12 left: m4 was applied without a record",
    ],
    [
      [...three, byHand({ reverts: ["m3"] })],
      "The database is not what deployment #12 left: m3 was reverted without a record",
    ],
    [
      [...three, byHand({ applies: ["m4", "m5"], reverts: ["m3"] })],
      "m4 and m5 were applied and m3 was reverted without a record",
    ],
    [
      [...three, byHand({ applies: ["m4"] }), run(13, ["m5"])],
      "Between deployment #12 and deployment #13 m4 was applied without a record",
    ],
  ])("of %j says which: %s", (events, expected) => {
    expect(whatOf(decide(tell(events, ["b1", "b2"]), "deployment:10"))).toContain(expected);
  });

  it("finds a stranger among the baseline, and says so when it cannot", () => {
    const events = [run(10, ["m1"]), byHand({ applies: ["x1"] })];
    const story = tell(events, ["b1", "b2", "b3"]);
    const shuffled = (...applied: string[]): string =>
      whatOf(decide({ ...story, applied, isInOrder: false }, "steps:1"));
    expect(shuffled("b1", "b2", "b3", "m1", "x1")).toContain("x1 was applied");
    expect(shuffled("x1", "b1", "b2", "b3", "m1")).toContain("x1 was applied");
    expect(shuffled("b1", "x1", "b2", "b3", "m1")).toContain("x1 was applied");
    expect(shuffled("b1", "x1", "x2", "b2", "b3", "m1")).toContain("x1 and x2 were applied");
    expect(shuffled("b1", "x1", "b2", "x2", "b3", "x3", "m1")).toContain("at least 3 migrations came");
    expect(shuffled("b1", "b2", "x3", "m1")).toContain("other migrations are applied, as many as before");
  });

  it("a record that does not add up is as far as it goes", () => {
    const torn = tell([run(10, ["m1"]), run(11, ["m2"]), run(12, ["m3"])]);
    const records = torn.records.map((each) => (each.recordId === 11 ? { ...each, done: [] } : each));
    const told = { ...torn, records };
    expect(outline(decide(told, "previous-deployment"))).toBe("m3");
    expect(outline(decide(told, "deployment:11"))).toBe("m3");
    expect(outline(decide(told, "before-deployment:11"))).toBe("no-record");
    expect(whatOf(decide(told, "deployment:10"))).toContain("Deployment #11 does not add up");
  });

  it.each([
    ["ids that are not applied", { done: [{ id: "m9", digest: "", down: "real" as const }] }],
    ["digests of nothing", { before: { ...stateOf([], ""), set: digestOfSet(["x"]) } }],
  ])("believes no record with %s", (_, more) => {
    const story = tell([run(10, ["m1"]), run(11, ["m2"], { more })]);
    expect(outline(decide(story, "previous-deployment"))).toBe("no-record");
  });
});

describe("a run that was recorded twice", () => {
  // It was killed after it had written its record and before it gave back its lock: the next one settled it once more.
  const once = tell([run(10, ["m1"]), run(11, ["m2"])]);
  const records = once.records.flatMap((each) => (each.recordId === 11 ? [{ ...each, recordId: 12 }, each] : [each]));

  it.each([
    ["previous-deployment", "m2"],
    ["deployment:10", "m2"],
    ["before-deployment:10", "m2 m1"],
    ["before-deployment:12", "m2"],
    ["before-deployment:11", "m2"],
  ])("counts once: %s reverts %s", (to, expected) => {
    expect(outline(decide({ ...once, records }, to))).toBe(expected);
  });
});

describe("what cannot be reverted", () => {
  const story = tell([run(10, ["m1"]), run(12, ["m2", "m3", "m4"], { facts: { m3: { down: "none" } } })]);

  it("S11, S13: refuses up front, for the whole set, and names which", () => {
    const decision = decide(story, "previous-deployment");
    expect(outline(decision)).toBe("irreversible");
    expect(whatOf(decision)).toContain("m3 has no down; nothing is reverted when one of them cannot be");
    expect(outline(decide(story, "steps:1"))).toBe("m4");
  });

  it.each([
    ["S11: as the checkout sees it", { down: "none" as const }, "m4 has no down"],
    ["S12: a down that does nothing", { down: "empty" as const }, "The down of m4 does nothing"],
  ])("%s", (_, more, expected) => {
    const migrations = ["m1", "m2", "m3", "m4"].map((id) => migrationOf(id, id === "m4" ? more : {}));
    expect(whatOf(decide({ ...story, migrations }, "steps:1"))).toContain(expected);
  });

  it("notes a down that nobody can tell, and goes on", () => {
    const unknown = tell([run(10, ["m1"], { facts: { m1: { down: "unknown" } } })]);
    const decision = decide(unknown, "previous-deployment");
    if (decision.kind !== "plan") throw new Error(whatOf(decision));
    expect(decision.plan.notes).toEqual([expect.stringContaining("m1")]);
  });

  it("refuses for a tool that only goes forward, with its own words", () => {
    const decision = decide(story, "steps:1", { adapterForwardOnly: "Write a new migration that undoes it." });
    expect(whatOf(decision)).toBe("The tool only goes forward. Write a new migration that undoes it.");
    expect(outline(decide(tell([run(10, [])]), "previous-deployment", { adapterForwardOnly: "No." }))).toBe("nothing");
  });

  it("S22: refuses what the checkout does not have, and S23: not when the image of the record runs", () => {
    const migrations = ["m1", "m2", "m3"].map((id) => migrationOf(id));
    const decision = decide({ ...story, migrations }, "steps:1");
    expect(outline(decision)).toBe("database-ahead");
    expect(whatOf(decision)).toBe(
      "m4 is applied, and the checkout does not have it. Check out 0123456789abcdef0123456789abcdef01234567 that deployment #12 ran from, and roll back from there.",
    );
    expect(outline(decide({ ...story, migrations: undefined }, "steps:1"))).toBe("m4");
  });

  it("notes what stays and the checkout does not have", () => {
    const decision = decide({ ...story, migrations: [migrationOf("m4")] }, "steps:1");
    if (decision.kind !== "plan") throw new Error(whatOf(decision));
    expect(decision.plan.notes).toEqual(["The checkout does not have m1, m2 and m3, which stay applied."]);
  });

  it("S24, H132: refuses a script that changed since it ran, with both digests", () => {
    const migrations = ["m1", "m2", "m3", "m4"].map((id) =>
      migrationOf(id, id === "m4" ? { digest: "ab".repeat(32) } : {}),
    );
    const decision = decide({ ...story, migrations }, "steps:1");
    expect(outline(decision)).toBe("database-ahead");
    expect(whatOf(decision)).toMatch(
      /^The script changed since it ran: m4 ran as [0-9a-f]{12}, the checkout has abababababab/,
    );
  });

  it("does not take a script that cannot be read for the one that ran", () => {
    const migrations = ["m1", "m2", "m3", "m4"].map((id) => migrationOf(id, id === "m4" ? { digest: "" } : {}));
    expect(whatOf(decide({ ...story, migrations }, "steps:1"))).toContain(
      "the checkout has no script of it that can be read",
    );
  });

  it("tells all that is the matter at once", () => {
    const migrations = [migrationOf("m1"), migrationOf("m3"), migrationOf("m4", { digest: "ab".repeat(32) })];
    expect(outline(decide({ ...story, migrations }, "before-deployment:12"))).toBe(
      "irreversible database-ahead database-ahead",
    );
  });

  it("refuses when the record was too large to hold the digest, and notes one that could not be read", () => {
    const cut = tell([run(10, ["m1"], { facts: { m1: { digest: "" } }, more: { cut: true } })]);
    expect(outline(decide(cut, "previous-deployment"))).toBe("no-record");
    expect(outline(decide({ ...cut, migrations: undefined }, "previous-deployment"))).toBe("m1");
    const unread = decide(tell([run(10, ["m1"], { facts: { m1: { digest: "" } } })]), "previous-deployment");
    if (unread.kind !== "plan") throw new Error(whatOf(unread));
    expect(unread.plan.notes).toEqual([expect.stringContaining("could not be read then")]);
  });
});

describe("the schema", () => {
  it("has to be the recorded one, or accepted", () => {
    const story = tell([...three, byHand({ adds: "index" })]);
    const decision = decide(story, "previous-deployment");
    expect(outline(decision)).toBe("schema-differs");
    expect(whatOf(decision)).toContain(`accept-schema: ${story.fingerprint.slice(0, 16)}`);
    const accepted = decide(story, "previous-deployment", { acceptSchema: story.fingerprint.slice(0, 16) });
    if (accepted.kind !== "plan") throw new Error(whatOf(accepted));
    expect(accepted.plan.target).toEqual({ ...stateOf(["m1", "m2"], ""), fingerprint: "" });
    expect(accepted.plan.reverts.map(({ fingerprint }) => fingerprint)).toEqual([undefined]);
    expect(accepted.plan.notes).toEqual([expect.stringContaining("was accepted")]);
    expect(outline(decide(story, "previous-deployment", { acceptSchema: printOf(["other"]) }))).toBe("schema-differs");
    expect(outline(decide(story, "previous-deployment", { acceptSchema: "" }))).toBe("schema-differs");
  });

  it("accepting what is recorded anyway changes nothing", () => {
    const story = tell(three);
    const usual = decide(story, "previous-deployment");
    expect(decide(story, "previous-deployment", { acceptSchema: story.fingerprint })).toEqual(usual);
  });

  it("that was changed by hand in between stops what lies further back, and accepting does not help", () => {
    const story = tell([run(10, ["m1"]), byHand({ adds: "index" }), run(11, ["m2"]), run(12, ["m3"])]);
    expect(outline(decide(story, "before-deployment:11"))).toBe("m3 m2");
    expect(outline(decide(story, "deployment:10"))).toBe("schema-differs");
    const decision = decide(story, "before-deployment:10", { acceptSchema: story.fingerprint });
    expect(outline(decision)).toBe("schema-differs");
    expect(whatOf(decision)).toContain("after m1 (deployment #10) and before m2 (deployment #11)");
    expect(whatOf(decision)).toContain("Go back no further than version:m1");
  });

  it("that was changed by hand and then recorded needs to be accepted for what lies on top of it", () => {
    const story = tell([run(10, ["m1"]), byHand({ adds: "index" }), run(11, [])]);
    expect(outline(decide(story, "previous-deployment"))).toBe("nothing");
    expect(outline(decide(story, "steps:1"))).toBe("schema-differs");
    expect(outline(decide(story, "steps:1", { acceptSchema: story.fingerprint }))).toBe("m1");
    expect(outline(decide(story, "deployment:10"))).toBe("schema-differs");
  });

  it("of a state that was not recorded is no target", () => {
    const story = tell([run(10, ["m1", "m2"], { isAtOnce: true })]);
    const decision = decide(story, "steps:1");
    expect(outline(decision)).toBe("no-record");
    expect(whatOf(decision)).toBe(
      "The schema of that state was not recorded. Use before-deployment:10, whose schema was recorded.",
    );
    expect(outline(decide(story, "steps:2"))).toBe("m2 m1");
  });

  it("of a state that was reached in another way is not taken from the record of then", () => {
    const events = [run(10, ["m1"]), back(11, ["m1"]), run(12, ["m1", "m2"], { isAtOnce: true })];
    expect(outline(decide(tell(events), "deployment:10"))).toBe("no-record");
    const told = [run(10, ["m1"]), back(11, ["m1"]), run(12, ["m1", "m2"])];
    expect(outline(decide(tell(told), "deployment:10"))).toBe("m2");
  });

  it("that the newest record does not know is no proof", () => {
    const story = tell(three);
    const [newest, ...older] = story.records;
    if (newest === undefined) throw new Error("no record");
    const records = [{ ...newest, after: { ...newest.after, fingerprint: "" } }, ...older];
    expect(outline(decide({ ...story, records }, "previous-deployment"))).toBe("no-record");
    expect(outline(decide({ ...story, fingerprint: "" }, "previous-deployment"))).toBe("schema-differs");
  });

  it("S66: of a state that came back and was changed by hand then is another one", () => {
    const events = [
      run(10, ["m1"]),
      run(11, ["m2"]),
      back(12, ["m2"]),
      run(13, ["m2"]),
      byHand({ adds: "x" }),
      run(14, ["m3"]),
    ];
    const story = tell(events);
    expect(outline(decide(story, "before-deployment:14"))).toBe("m3");
    const decision = decide(story, "deployment:11");
    expect(outline(decision)).toBe("schema-differs");
    expect(whatOf(decision)).toContain("Use before-deployment:14");
  });
});

describe("half-done", () => {
  const half = [run(10, ["m1"]), run(12, ["m2"], { half: "m3", leaves: "h3" })];

  it("S05, S13: touches nothing while something half-done is there", () => {
    const story = tell(half);
    const decision = decide(story, "previous-deployment");
    expect(outline(decision)).toBe("half-applied");
    expect(whatOf(decision)).toContain("m3 is half applied since deployment #12");
    expect(whatOf(decision)).toContain(`accept-schema: ${story.fingerprint.slice(0, 16)}`);
  });

  it("S05: goes on when the schema is again what it was after the last whole one", () => {
    const story = tell([...half, byHand({ removes: "h3" })]);
    const decision = decide(story, "previous-deployment");
    if (decision.kind !== "plan") throw new Error(whatOf(decision));
    expect(decision.plan.reverts.map(({ id }) => id)).toEqual(["m2"]);
    expect(decision.plan.target).toEqual(stateOf(["m1"], printOf(["m1"])));
  });

  it("goes on when the schema was accepted, without a promise about it", () => {
    const story = tell(half);
    const decision = decide(story, "previous-deployment", { acceptSchema: story.fingerprint });
    if (decision.kind !== "plan") throw new Error(whatOf(decision));
    expect(decision.plan.target.fingerprint).toBe("");
  });

  it("H136: a mark of the tool stays in the way, whatever was accepted", () => {
    const story = tell([run(10, ["m1"]), run(12, [], { half: "m3", leaves: "h3", isCounted: true })]);
    const marked = { ...story, halfMarks: ["m3"], acceptSchema: story.fingerprint };
    expect(outline(decide(marked, "previous-deployment"))).toBe("half-applied no-record");
    expect(whatOf(decide(marked, "previous-deployment"))).toContain("The tool marks m3 as not ended");
  });

  it("H136: goes on when mark, row and schema are mended", () => {
    const events = [run(10, ["m1"]), run(12, ["m2"], { half: "m3", leaves: "h3", isCounted: true })];
    const mended = tell([...events, byHand({ reverts: ["m3"], removes: "h3" })]);
    expect(outline(decide(mended, "previous-deployment"))).toBe("m2");
    const rowStays = tell([...events, byHand({ removes: "h3" })]);
    expect(outline(decide(rowStays, "previous-deployment"))).toBe("half-applied no-record");
  });

  it("a revert that was a lie is not mended by the schema of before", () => {
    // The tool deleted its row, and the schema still has the table.
    const events = [run(10, ["m1"]), run(11, ["m2"]), back(12, [], { half: "m2", isCounted: true })];
    expect(outline(decide(tell(events), "steps:1"))).toBe("half-applied");
    expect(outline(decide(tell([...events, byHand({ removes: "m2" })]), "steps:1"))).toBe("m1");
    expect(outline(decide(tell([...events, byHand({ applies: ["m2"] })]), "steps:1"))).toBe("m2");
    expect(outline(decide(tell([...events, byHand({ removes: "m2" })]), "previous-deployment"))).toBe("nothing");
  });

  it("a revert that was a lie and took everything is mended when the ground is there again", () => {
    const events = [run(10, ["m1"]), back(12, [], { half: "m1", isCounted: true })];
    const mended = tell([...events, byHand({ removes: "m1" })]);
    expect(outline(decide(mended, "before-deployment:10"))).toBe("nothing");
    expect(outline(decide(tell(events), "before-deployment:10"))).toContain("half-applied");
  });

  it("is part of the state that a record left as far as the tool counts it", () => {
    const mended = tell([run(10, ["m1"], { half: "m2", leaves: "h2" }), byHand({ removes: "h2" }), run(11, ["m3"])]);
    const decision = decide(mended, "deployment:10");
    if (decision.kind !== "plan") throw new Error(whatOf(decision));
    expect(decision.plan.target).toEqual(stateOf(["m1"], printOf(["m1"])));
    // The row went, the table stayed, and somebody took it in: that is what the rollback left.
    const lie = [run(10, ["m1"]), back(11, [], { half: "m1", isCounted: true })];
    expect(outline(decide(tell([...lie, run(12, ["m2"])]), "deployment:11"))).toBe("m2");
  });

  it("what was finished by hand has no record", () => {
    const finished = tell([...half, byHand({ removes: "h3", applies: ["m3"] })]);
    expect(outline(decide(finished, "previous-deployment"))).toBe("database-ahead half-applied");
    const later = tell([...half, byHand({ removes: "h3", applies: ["m3"] }), run(13, ["m4"])]);
    expect(outline(decide(later, "previous-deployment"))).toBe("no-record");
    expect(outline(decide(later, "before-deployment:13"))).toBe("m4");
    expect(outline(decide(later, "steps:2"))).toBe("no-record");
  });

  it("what was accepted and built upon is never crossed unseen", () => {
    // m1 was applied by a command that then failed in m2: its own schema was not recorded.
    const events = [run(10, ["m1"], { half: "m2", leaves: "h2", facts: { m1: { fingerprint: "" } } }), run(11, [])];
    const story = tell(events);
    const unread = story.records.map((record) => ({
      ...record,
      done: record.done.map(({ fingerprint: _unread, ...rest }) => rest),
    }));
    const decision = decide({ ...story, records: unread }, "steps:1");
    expect(outline(decision)).toBe("schema-differs");
    expect(whatOf(decision)).toContain("was not recorded");
  });
});

describe("names", () => {
  it("S59: are told in quotes when they are no plain ones", () => {
    const hostile = "m1\n::set-output name=x::1 @team | <!--";
    const decision = decide(tell([run(10, [hostile], { facts: { [hostile]: { down: "none" } } })]), "steps:1");
    expect(whatOf(decision)).toContain(String.raw`"m1\n::set-output name=x::1 @team | <!--" has no down`);
    expect(whatOf(decision)).not.toContain("\n");
  });
});
