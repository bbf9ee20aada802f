/** What a run or a rollback came to: a table of what is told apart, and a model that is cut off anywhere. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { judge } from "./judgement.ts";
import type { Circumstances, Judgement, Sight } from "./judgement.ts";
import { modelCase } from "./judgement-model-fixture.ts";
import type { Journal } from "./journal.ts";

const exited = (exitCode: number): Circumstances["last"] => ({ kind: "exited", exitCode });

function journalOf(given: Partial<Journal>): Journal {
  return {
    kind: "run",
    tool: "model",
    directory: ".",
    commit: "",
    actor: "",
    runId: "1",
    attempt: 1,
    runUrl: "",
    startedAt: 0,
    before: { ids: ["m1"], fingerprint: "f1" },
    planned: [
      { id: "m2", digest: "", down: "real" },
      { id: "m3", digest: "", down: "real" },
    ],
    done: [],
    doing: [],
    ...given,
  };
}

type Row = {
  title: string;
  journal?: Partial<Journal>;
  now: Partial<Sight>;
  last?: Circumstances["last"];
  isTransactional?: boolean;
  expected: Partial<Judgement> & { doneIds?: string[] };
};

const both = [
  { id: "m2", fingerprint: "f2" },
  { id: "m3", fingerprint: "f3" },
];

const rows: readonly Row[] = [
  {
    title: "all was applied",
    journal: { done: both },
    now: { ids: ["m1", "m2", "m3"], fingerprint: "f3" },
    expected: { isComplete: true, isChanged: true, half: "", doneIds: ["m2", "m3"] },
  },
  {
    title: "S06: the first failed, and left nothing behind: clean-failed is failed with changed: false",
    journal: { doing: ["m2"] },
    now: { ids: ["m1"], fingerprint: "f1" },
    last: exited(1),
    expected: { isComplete: false, isChanged: false, half: "", left: ["m2", "m3"] },
  },
  {
    title: "S04: it failed and left a table behind",
    journal: { doing: ["m2"] },
    now: { ids: ["m1"], fingerprint: "f1 and h1" },
    last: exited(2),
    expected: { isComplete: false, isChanged: true, half: "m2", left: ["m2", "m3"] },
  },
  {
    title: "the second failed after the first: one is done, and nothing is half",
    journal: { done: [both[0] ?? { id: "", fingerprint: "" }], doing: ["m3"] },
    now: { ids: ["m1", "m2"], fingerprint: "f2" },
    last: exited(1),
    expected: { isComplete: false, isChanged: true, half: "", doneIds: ["m2"], left: ["m3"] },
  },
  {
    title: "several in one command, where a failed one is undone by the database",
    journal: { doing: ["m2", "m3"] },
    now: { ids: ["m1", "m2"], fingerprint: "f2" },
    last: exited(1),
    isTransactional: true,
    expected: { half: "", doneIds: ["m2"], left: ["m3"] },
  },
  {
    title: "several in one command, where it is not: the next one may be half done",
    journal: { doing: ["m2", "m3"] },
    now: { ids: ["m1", "m2"], fingerprint: "unknown" },
    last: exited(1),
    expected: { half: "m3", doneIds: ["m2"], left: ["m3"] },
  },
  {
    title: "the tool itself says dirty",
    journal: { doing: ["m2"] },
    now: { ids: ["m1", "m2"], half: ["m2"], fingerprint: "f1" },
    last: exited(1),
    expected: { half: "m2", isComplete: false, doneIds: [] },
  },
  {
    title: "exit code 0, and nothing was done: a tool that skips is not believed",
    journal: { doing: ["m2"] },
    now: { ids: ["m1"], fingerprint: "f1" },
    last: exited(0),
    expected: { isComplete: false, isChanged: false, half: "", left: ["m2", "m3"] },
  },
  {
    title: "something else was applied, too",
    journal: { done: both },
    now: { ids: ["m1", "m2", "m3", "m9"], fingerprint: "f9" },
    expected: { isComplete: false, strange: ["m9"] },
  },
  {
    title: "an older one vanished",
    journal: { done: both },
    now: { ids: ["m2", "m3"], fingerprint: "f9" },
    expected: { isComplete: false, strange: ["m1"] },
  },
  {
    title: "S12: a down that does nothing: the row is gone and the schema is the same",
    journal: {
      kind: "rollback",
      before: { ids: ["m1", "m2"], fingerprint: "f2" },
      planned: [{ id: "m2", digest: "", down: "real", fingerprint: "f1" }],
      done: [{ id: "m2", fingerprint: "f2" }],
    },
    now: { ids: ["m1"], fingerprint: "f2" },
    last: exited(0),
    expected: { isComplete: false, isLie: true, half: "m2", left: ["m2"], doneIds: [] },
  },
  {
    title: "a down that undoes only some of it",
    journal: {
      kind: "rollback",
      before: { ids: ["m1", "m2"], fingerprint: "f2" },
      planned: [{ id: "m2", digest: "", down: "real", fingerprint: "f1" }],
      done: [{ id: "m2", fingerprint: "f1 and an index" }],
    },
    now: { ids: ["m1"], fingerprint: "f1 and an index" },
    last: exited(0),
    expected: { isComplete: false, isLie: true, half: "m2" },
  },
  {
    title: "one of several that one command had applied was not undone: which, nobody can tell",
    journal: {
      kind: "rollback",
      before: { ids: ["m1", "m2", "m3", "m4"], fingerprint: "f4" },
      planned: ["m4", "m3", "m2"].map((id) => ({ id, digest: "", down: "real" as const })),
      done: ["m4", "m3", "m2"].map((id) => ({ id, fingerprint: `without ${id}` })),
      target: { set: "", count: 1, version: "m1", fingerprint: "f1" },
    },
    now: { ids: ["m1"], fingerprint: "without m2" },
    last: exited(0),
    expected: {
      isLie: true,
      half: "m2",
      why: "that, or m4 and m3 before it; the schema is not the recorded one, and no record knows those in between",
    },
  },
  {
    title: "S14: the second down failed cleanly",
    journal: {
      kind: "rollback",
      before: { ids: ["m1", "m2", "m3"], fingerprint: "f3" },
      planned: [
        { id: "m3", digest: "", down: "real", fingerprint: "f2" },
        { id: "m2", digest: "", down: "real", fingerprint: "f1" },
      ],
      done: [{ id: "m3", fingerprint: "f2" }],
      doing: ["m2"],
    },
    now: { ids: ["m1", "m2"], fingerprint: "f2" },
    last: exited(1),
    expected: { isComplete: false, half: "", isLie: false, doneIds: ["m3"], left: ["m2"] },
  },
  {
    title: "the schema cannot be read, and the database does not undo: it may be half",
    journal: { before: { ids: ["m1"], fingerprint: "" }, doing: ["m2"] },
    now: { ids: ["m1"], fingerprint: "" },
    last: exited(1),
    expected: { half: "m2" },
  },
  {
    title: "the schema cannot be read, and nothing was ever started",
    journal: { before: { ids: ["m1"], fingerprint: "" }, doing: ["m2"] },
    now: { ids: ["m1"], fingerprint: "" },
    last: { kind: "never-started", exitCode: undefined },
    expected: { half: "", isChanged: false },
  },
];

describe("judge", () => {
  it.each(rows)("$title", ({ journal = {}, now, last, isTransactional = false, expected }) => {
    const { doneIds, ...rest } = expected;
    const judgement = judge(
      journalOf(journal),
      { ids: [], half: [], fingerprint: "", ...now },
      { last, isTransactional },
    );
    expect(judgement).toMatchObject(rest);
    if (doneIds !== undefined) expect(judgement.done.map(({ id }) => id)).toEqual(doneIds);
  });

  it("says exactly what is true wherever a run or a rollback is cut off", () => {
    fc.assert(
      fc.property(modelCase, ({ journal, now, whole, half, isTransactional }) => {
        const judgement = judge(journal, now, { last: undefined, isTransactional });
        expect(judgement.done.map(({ id }) => id)).toEqual(whole);
        expect(judgement.half).toBe(half);
        expect(judgement.isComplete).toBe(whole.length === journal.planned.length && half === "");
        expect(judgement.isChanged).toBe(whole.length > 0 || half !== "");
        expect(judgement.isLie).toBe(false);
      }),
      { numRuns: runs(1000, 10_000), seed: seed() },
    );
  });
});
