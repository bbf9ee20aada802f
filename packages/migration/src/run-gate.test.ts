import { describe, expect, it } from "@jest/globals";
import { back, byHand, migrationOf, printOf, run, tell } from "./history-story-fixture.ts";
import type { Event } from "./history-story-fixture.ts";
import type { Migration } from "./migration.ts";
import { gateRun } from "./run-gate.ts";
import type { Gate, GateRequest } from "./run-gate.ts";

function gate(events: readonly Event[], more: Partial<GateRequest> = {}, baseline: readonly string[] = []): Gate {
  const { records, applied, fingerprint, migrations } = tell(events, baseline);
  return gateRun({
    records,
    applied,
    fingerprint,
    migrations,
    onDrift: "fail",
    acceptSchema: "",
    halfMarks: [],
    ...more,
  });
}

function reasons({ refusals }: Gate): string[] {
  return refusals.map(({ reason }) => reason);
}

const checkout = (...ids: string[]): Migration[] => ids.map((id) => migrationOf(id));
const clean: Gate = { refusals: [], notes: [] };
const half = [run(10, ["m1"]), run(12, ["m2"], { half: "m3", leaves: "h3" })];

describe("gateRun", () => {
  it("lets a run start where everything is as recorded", () => {
    expect(gate([])).toEqual(clean);
    expect(gate([run(10, ["m1"]), run(11, []), back(12, ["m1"])], { migrations: checkout("m1", "m2") })).toEqual(clean);
  });

  it("says what becomes the baseline", () => {
    expect(gate([], {}, ["b1", "b2"]).notes).toEqual([
      "No record yet: the 2 migrations that are applied become the baseline, which no rollback reverts.",
    ]);
    expect(gate([], {}, ["b1"]).notes[0]).toContain("the 1 migration that is applied becomes the baseline");
  });

  it("S21: stops where the database is ahead of the checkout, or tells it with on-drift: warn", () => {
    const events = [run(10, ["m1", "m2"])];
    const ahead = gate(events, { migrations: checkout("m1") });
    expect(ahead.refusals).toEqual([
      {
        reason: "database-ahead",
        what: "The database is ahead of the checkout: m2 is applied, and the checkout does not have it",
        remedy: expect.stringMatching(/^Run from a commit that has them/),
      },
    ]);
    const warned = gate(events, { migrations: checkout("m1"), onDrift: "warn" });
    expect(warned).toEqual({ refusals: [], notes: [`${ahead.refusals[0]?.what}.`] });
    expect(gate(events, { migrations: undefined })).toEqual(clean);
  });

  it("H132: stops where a script changed after it ran, in whichever deployment, with both digests", () => {
    const events = [run(10, ["m1"]), run(11, ["m2"]), run(12, [])];
    const migrations = [migrationOf("m1", { digest: "ab".repeat(32) }), migrationOf("m2")];
    const edited = gate(events, { migrations });
    expect(reasons(edited)).toEqual(["database-ahead"]);
    expect(edited.refusals[0]?.what).toMatch(
      /^A script changed after it ran: m1 ran as [0-9a-f]{12}, the checkout has abababababab$/,
    );
    expect(gate(events, { migrations, onDrift: "warn" }).notes).toHaveLength(1);
    const unread = [migrationOf("m1", { digest: "" }), migrationOf("m2")];
    expect(gate(events, { migrations: unread })).toEqual(clean);
  });

  it("does not mind a script that was changed after it was taken back", () => {
    const migrations = [migrationOf("m1", { digest: "ab".repeat(32) })];
    expect(gate([run(10, ["m1"]), back(11, ["m1"])], { migrations })).toEqual(clean);
  });

  it("H132: notes what comes late", () => {
    const late = gate([run(10, ["m1", "m4"])], { migrations: checkout("m1", "m2", "m3", "m4", "m5") });
    expect(late).toEqual({
      refusals: [],
      notes: ["m2 and m3 come late: what stands behind them was applied already."],
    });
  });

  it("S04: half-done work stops it, with on-drift: warn, too", () => {
    const stopped = gate(half, { onDrift: "warn" });
    expect(reasons(stopped)).toEqual(["half-applied"]);
    expect(stopped.refusals[0]?.what).toContain("m3 is half applied since deployment #12");
    expect(stopped.refusals[0]?.remedy).toContain("accept-schema: ");
  });

  it.each<[string, readonly Event[], string[]]>([
    ["undone: the schema after the last whole one", [...half, byHand({ removes: "h3" })], []],
    ["undone altogether: set and schema of before", [...half, byHand({ removes: "h3", reverts: ["m2"] })], []],
    [
      "the schema of before, with the set of after",
      [...half, byHand({ removes: "h3" }), byHand({ removes: "m2" })],
      ["half-applied"],
    ],
    ["finished, but nobody says so", [...half, byHand({ removes: "h3", applies: ["m3"] })], ["half-applied"]],
    ["a lie, and the schema stays", [run(10, ["m1"]), back(12, [], { half: "m1", isCounted: true })], ["half-applied"]],
    [
      "a lie, made true",
      [run(10, ["m1"]), back(12, [], { half: "m1", isCounted: true }), byHand({ removes: "m1" })],
      [],
    ],
    [
      "a lie, taken back",
      [run(10, ["m1"]), back(12, [], { half: "m1", isCounted: true }), byHand({ applies: ["m1"] })],
      [],
    ],
  ])("half-done and %s", (_, events, expected) => {
    expect(reasons(gate(events))).toEqual(expected);
  });

  it("goes on when the schema was accepted as it is", () => {
    const { fingerprint } = tell(half);
    expect(reasons(gate(half, { acceptSchema: fingerprint.slice(0, 12) }))).toEqual([]);
    expect(reasons(gate(half, { acceptSchema: printOf(["else"]) }))).toEqual(["half-applied"]);
    expect(reasons(gate(half, { acceptSchema: fingerprint.slice(0, 11) }))).toEqual(["half-applied"]);
    expect(reasons(gate(half, { fingerprint: "" }))).toEqual(["half-applied"]);
  });

  it.each<[string, Event[], string]>([
    ["mended, but not marked", half, "not applied, so that it runs again from its beginning"],
    [
      "finished and marked",
      [...half, byHand({ removes: "h3", applies: ["m3"] })],
      "applied, so that it is not run again, and no rollback reverts it",
    ],
  ])("says what comes of a half-done one whose schema was accepted: %s", (_, events, says) => {
    const { notes } = gate(events, { acceptSchema: tell(events).fingerprint });
    expect(notes[0]).toBe(`accept-schema ends what deployment #12 left half-done (m3): the tool has it as ${says}.`);
  });

  it("S08, S10: the tool's own mark stops it, whatever was accepted", () => {
    const { fingerprint } = tell([run(10, ["m1"])]);
    const marked = gate([run(10, ["m1"])], { halfMarks: ["m1"], acceptSchema: fingerprint, onDrift: "warn" });
    expect(reasons(marked)).toEqual(["half-applied"]);
    expect(marked.refusals[0]?.what).toBe("The tool marks m1 as not ended");
  });

  it("notes what was done without Handrail", () => {
    const applied = gate([run(10, ["m1"]), byHand({ applies: ["m2"] })], {}, ["b1"]);
    expect(applied.notes).toEqual([
      "Since deployment #10 m2 was applied without a record: rollbacks go back no further than this run.",
    ]);
    const schema = gate([run(10, ["m1"]), byHand({ adds: "index" })]);
    expect(schema.notes).toEqual([
      expect.stringMatching(/^The schema was changed without a migration since deployment #10/),
    ]);
    expect([applied.refusals, schema.refusals]).toEqual([[], []]);
  });

  it("names who else migrates the database", () => {
    const events = [run(10, ["m1"]), byHand({ adds: "other" })];
    const [other] = tell([run(11, ["x1"], { more: { tool: "knex", directory: "billing" } })]).records;
    if (other === undefined) throw new Error("there is one");
    expect(gate(events, { others: [other] }).notes).toEqual([
      expect.stringMatching(
        /^The schema was changed since deployment #10, by another tool or project: knex in billing migrated the same database \(deployment #11, https:\S+ on 2026-11-22 12:01 UTC\); it is [0-9a-f]{12}, recorded is [0-9a-f]{12}\.$/,
      ),
    ]);
    const before = { ...other, recordId: 9 };
    const idle = { ...other, after: other.before };
    expect(gate(events, { others: [idle, before] }).notes[0]).toContain("was changed without a migration");
  });
});
