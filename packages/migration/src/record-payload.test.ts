/** Records as payloads: what is written is read again, whatever the names; what does not fit is left out in order; no lie is believed. */
import { describe, expect, it } from "@jest/globals";
import type { Deployment } from "@handrail/github/client";
import { runs, seed } from "@handrail/testkit";
import fc from "fast-check";
import { run, tell } from "./history-story-fixture.ts";
import { MAX_PAYLOAD_BYTES } from "./record-limits.ts";
import { packMigrations, unpackMigrations } from "./record-pack.ts";
import { parseRecord } from "./record-parse.ts";
import { toPayload } from "./record-payload.ts";
import { migrationTask } from "./record.ts";
import type { FoundRecord, MigrationRecord, RecordedMigration } from "./record.ts";
import { planRollback } from "./rollback-plan.ts";
import { digestOfSet, stateOf } from "./set-digest.ts";

function deploymentOf(payload: unknown, more: Partial<Deployment> = {}): Deployment {
  const told = JSON.parse(JSON.stringify(payload)) as Record<string, unknown>;
  const base = { id: 12, sha: "", ref: "main", task: migrationTask, environment: "production", description: "" };
  return { ...base, creator: "octo", payload: told, ...more };
}

function recordOf(more: Partial<MigrationRecord> = {}): MigrationRecord {
  const [found] = tell([run(12, ["m1", "m2"])]).records;
  if (found === undefined) throw new Error("no record");
  const { recordId: _id, creator: _creator, ...record } = found;
  return { ...record, ...more };
}

function sizeOf(payload: unknown): number {
  return Buffer.byteLength(JSON.stringify(payload));
}

const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef".split("")), minLength: 64, maxLength: 64 });
const id = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.constantFrom("__proto__", "constructor", "::error::", "| <!-- @x", "\uD800"),
);

const anyMigration: fc.Arbitrary<RecordedMigration> = fc.record(
  {
    id,
    digest: fc.oneof(hex, fc.constant("")),
    down: fc.constantFrom("real", "empty", "none", "unknown"),
    fingerprint: hex,
    creates: fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }),
    retypes: fc.array(fc.string({ unit: "binary" }), { maxLength: 2 }),
  },
  { requiredKeys: ["id", "digest", "down"] },
);

const anyRecord: fc.Arbitrary<MigrationRecord> = fc.record(
  {
    v: fc.constant(1 as const),
    kind: fc.constantFrom("run", "rollback"),
    result: fc.constantFrom("applied", "nothing-to-do", "partial", "failed", "cancelled", "timeout", "rolled-back"),
    tool: fc.constantFrom("dbmate", "custom"),
    database: hex,
    directory: fc.string({ unit: "binary" }),
    before: fc.tuple(fc.array(id), hex).map(([ids, print]) => stateOf(ids, print)),
    after: fc.tuple(fc.array(id), fc.constant("")).map(([ids, print]) => stateOf(ids, print)),
    done: fc.uniqueArray(anyMigration, { selector: (each) => each.id }),
    left: fc.array(id),
    half: fc.oneof(fc.constant(""), id),
    to: fc.nat(),
    undoes: fc.array(fc.nat()),
    commit: hex,
    image: fc.string({ unit: "binary" }),
    taskDefinition: fc.string({ unit: "binary" }),
    actor: fc.string({ unit: "binary" }),
    runId: fc.string({ unit: "binary" }),
    attempt: fc.nat(),
    runUrl: fc.webUrl(),
    startedAt: fc.nat(),
    endedAt: fc.nat(),
  },
  {
    requiredKeys: [
      "v",
      "kind",
      "result",
      "tool",
      "database",
      "directory",
      "before",
      "after",
      "done",
      "left",
      "half",
      "commit",
      "actor",
      "runId",
      "attempt",
      "runUrl",
      "startedAt",
      "endedAt",
    ],
  },
);

describe("toPayload and parseRecord", () => {
  it("S59: any record comes back as it was, hostile names and all", () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const { record: read, why } = parseRecord(deploymentOf({ ...toPayload(record), nonce: "x" }));
        expect(why).toBe("");
        expect(read).toEqual({ ...record, recordId: 12, creator: "octo" });
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });

  it("is plain JSON with the names of a record", () => {
    expect(Object.keys(toPayload(recordOf())).slice(0, 6)).toEqual([
      "v",
      "kind",
      "result",
      "tool",
      "database",
      "directory",
    ]);
  });
});

/** A run of so many migrations with all there is to know about each. */
function longRecord(count: number, more: { creates?: number; name?: string } = {}): MigrationRecord {
  const { creates = 0, name = "create_some_table_with_a_long_name" } = more;
  const ids = Array.from({ length: count }, (_, at) => `${20_260_101_000_000 + at}_${name}`);
  const done = ids.map((each): RecordedMigration => ({
    id: each,
    digest: digestOfSet([each]),
    down: "real",
    fingerprint: digestOfSet([each, "schema"]),
    ...(creates === 0 ? {} : { creates: Array.from({ length: creates }, (_, at) => `${each}.column_${at}`) }),
  }));
  return recordOf({ before: stateOf([], ""), after: stateOf(ids, done.at(-1)?.fingerprint ?? ""), done });
}

describe("a payload that would be too large", () => {
  const kept = ({ done }: FoundRecord): Record<string, number> => ({
    ids: done.length,
    creates: done.filter(({ creates }) => creates !== undefined).length,
    fingerprints: done.filter(({ fingerprint }) => fingerprint !== undefined).length,
    digests: done.filter(({ digest }) => digest !== "").length,
  });

  it.each([
    ["everything fits", longRecord(200), { ids: 200, creates: 0, fingerprints: 200, digests: 200 }, undefined],
    [
      "first what the oldest create",
      longRecord(150, { creates: 10 }),
      { ids: 150, creates: expect.any(Number), fingerprints: 150, digests: 150 },
      true,
    ],
    [
      "then the fingerprints of the oldest",
      longRecord(300, { creates: 1 }),
      { ids: 300, creates: 0, fingerprints: expect.any(Number), digests: 300 },
      true,
    ],
    [
      "then the digests of the oldest",
      longRecord(500),
      { ids: 500, creates: 0, fingerprints: 0, digests: expect.any(Number) },
      true,
    ],
    [
      "then everything but ids and downs",
      longRecord(3000),
      { ids: 3000, creates: 0, fingerprints: 0, digests: 0 },
      true,
    ],
  ])("leaves out %s", (_, record, expected, cut) => {
    const payload = toPayload(record);
    expect(sizeOf(payload)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
    const { record: read } = parseRecord(deploymentOf(payload));
    if (read === undefined) throw new Error("cannot be read");
    expect(kept(read)).toEqual(expected);
    expect(read.cut).toBe(cut);
    expect(read.done.map((each) => each.id)).toEqual(record.done.map((each) => each.id));
    // The newest keep what the oldest lose.
    const last = read.done.at(-1);
    if (kept(read)["digests"] !== 0) expect(last?.digest).toBe(record.done.at(-1)?.digest);
  });

  it("leaves out no more than it has to", () => {
    const payload = toPayload(longRecord(300));
    expect(sizeOf(payload)).toBeGreaterThan(MAX_PAYLOAD_BYTES - 200);
  });

  it("cuts what was not done, before ids are packed", () => {
    const { done } = longRecord(3000);
    const record = recordOf({ left: done.map((each) => each.id), done: [] });
    const { record: read } = parseRecord(deploymentOf(toPayload(record)));
    expect(read?.left.length).toBeGreaterThan(900);
    expect(read?.left).toEqual(record.left.slice(0, read?.left.length));
    expect(read?.cut).toBe(true);
  });

  it("so many ids that nothing helps: no reader takes the rest for all", () => {
    const record = longRecord(12_000, { name: "" });
    const odd = { ...record, done: record.done.map((each) => ({ ...each, id: digestOfSet([each.id]) })) };
    const ids = odd.done.map((each) => each.id);
    const whole = { ...odd, after: stateOf(ids, odd.after.fingerprint) };
    const payload = toPayload(whole);
    expect(sizeOf(payload)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
    const { record: read } = parseRecord(deploymentOf(payload));
    if (read === undefined) throw new Error("cannot be read");
    const decision = planRollback({
      target: { kind: "steps", steps: 1 },
      records: [read],
      applied: ids,
      isInOrder: true,
      fingerprint: whole.after.fingerprint,
      migrations: undefined,
      adapterForwardOnly: undefined,
      acceptSchema: "",
    });
    expect(decision).toMatchObject({ kind: "refused", refusals: [{ reason: "no-record" }] });
  });

  it("every record fits, whatever its texts", () => {
    const big = fc.record({
      count: fc.nat({ max: 400 }),
      text: fc.string({ unit: "binary", maxLength: 50_000, size: "max" }),
      name: fc.string({ unit: "binary", maxLength: 300, size: "max" }),
    });
    fc.assert(
      fc.property(big, ({ count, text, name }) => {
        const record = { ...longRecord(count, { name }), actor: text, runUrl: text };
        const payload = toPayload(record);
        expect(sizeOf(payload)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
        expect(parseRecord(deploymentOf(payload)).why).toBe("");
      }),
      { numRuns: runs(20, 1000), seed: seed() },
    );
  });
});

describe("parseRecord", () => {
  const good = toPayload(recordOf());

  it.each<[string, unknown, string]>([
    ["nothing", {}, "its payload is not Handrail's"],
    ["another's payload", { run: 1, attempt: 2, target: "x" }, "its payload is not Handrail's"],
    ["a later format", { ...good, v: 2 }, "its format is one that this version does not know"],
    ["a format of another shape", { ...good, v: "1" }, "its format is one that this version does not know"],
    ["an unknown kind", { ...good, kind: "walk" }, "its kind is none that this version knows"],
    ["an unknown result", { ...good, result: "fine" }, "its result is none that this version knows"],
    ["a number for a text", { ...good, tool: 1 }, "its tool is no text"],
    ["no tool", { ...good, tool: "" }, "its tool is empty"],
    ["no state", { ...good, before: null }, "its set is no text"],
    [
      "a digest of another form",
      { ...good, after: { ...stateOf([], ""), set: "x".repeat(64) } },
      "its set is not of its form",
    ],
    ["a negative count", { ...good, after: { ...stateOf([], ""), count: -1 } }, "its count is no whole number"],
    ["a list that is none", { ...good, done: { length: 3 } }, "its done is no list"],
    ["an entry that is none", { ...good, done: ["m1"] }, "its id is no text"],
    ["an empty id", { ...good, done: [{ id: "", digest: "", down: "real" }] }, "its id is empty"],
    [
      "a down of another kind",
      { ...good, done: [{ id: "m1", digest: "", down: "yes" }] },
      "its down is none that this version knows",
    ],
    [
      "a digest that is text",
      { ...good, done: [{ id: "m1", digest: "::error::", down: "real" }] },
      "its digest is not of its form",
    ],
    [
      "an id twice",
      { ...good, done: [1, 2].map(() => ({ id: "m1", digest: "", down: "real" })) },
      "its done names one of them twice",
    ],
    ["a text that is too long", { ...good, actor: "a".repeat(5000) }, "its actor is too long"],
    ["a list that is too long", { ...good, left: Array.from({ length: 60_000 }, () => "m") }, "its left is too long"],
    ["a time that no date has", { ...good, endedAt: 9e15 }, "its endedAt is no time"],
    ["a half time", { ...good, startedAt: 1.5 }, "its startedAt is no whole number"],
    ["undoes of another kind", { ...good, undoes: ["12"] }, "its undoes is no whole number"],
    ["packed that is none", { ...good, packed: "hello" }, "its packed is not of its form"],
  ])("refuses %s", (_, payload, why) => {
    expect(parseRecord(deploymentOf(payload))).toEqual({ record: undefined, why });
  });

  it("refuses another task, and passes over what it does not know", () => {
    expect(parseRecord(deploymentOf(good, { task: "deploy" })).why).toBe("its task is another one");
    expect(parseRecord(deploymentOf({ ...good, later: { than: "this" } })).why).toBe("");
  });

  it("any JSON, and any part of a good one in the wrong place, is read or refused, never thrown at", () => {
    const keys = Object.keys(good);
    const spoilt = fc
      .tuple(fc.constantFrom(...keys, "packed", "__proto__"), fc.jsonValue({ maxDepth: 3 }))
      .map(([key, value]) => ({ ...good, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), spoilt), (payload) => {
        const told = typeof payload === "object" && payload !== null && !Array.isArray(payload) ? payload : {};
        const { record, why } = parseRecord(deploymentOf(told));
        expect(record === undefined).toBe(why !== "");
      }),
      { numRuns: runs(500, 50_000), seed: seed() },
    );
  });
});

describe("packing", () => {
  it("keeps ids and downs in order", () => {
    fc.assert(
      fc.property(fc.array(anyMigration), (migrations) => {
        const bare = migrations.map(({ id, down }) => ({ id, digest: "", down }));
        expect(unpackMigrations(packMigrations(migrations))).toEqual(bare);
      }),
      { numRuns: runs(200, 10_000), seed: seed() },
    );
  });

  it("does not unpack more than it should: a bomb is no record", () => {
    const bomb = packMigrations([{ id: "a".repeat(64 * 1024 * 1024), digest: "", down: "real" }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(unpackMigrations(bomb)).toBeUndefined();
  });

  it.each(["", "AAAA", Buffer.from("[]").toString("base64")])("takes %j for nothing", (text) => {
    expect(unpackMigrations(text)).toBeUndefined();
  });
});
