/** How it is told: the result, why, the first line that somebody reads, and the one next step. */
import { describe, expect, it } from "@jest/globals";
import { journalOf } from "./flow-fixture.ts";
import type { Ending, EndingKind } from "./executor.ts";
import type { Judgement } from "./judgement.ts";
import { tell } from "./tell.ts";
import type { Telling } from "./tell.ts";

const run = journalOf({ ids: [], fingerprint: "f0" });
const rollback = journalOf({ ids: ["m1", "m2", "m3"], fingerprint: "f3" }, { kind: "rollback" });

function judged(done: number, more: Partial<Judgement> = {}): Judgement {
  const ids = run.planned.map(({ id }) => id);
  return {
    isComplete: done === ids.length,
    isChanged: done > 0,
    done: run.planned.slice(0, done),
    left: ids.slice(done),
    half: "",
    why: "",
    isLie: false,
    strange: [],
    ...more,
  };
}

function ended(kind: EndingKind, more: Partial<Ending> = {}): Ending {
  return { kind, exitCode: kind === "exited" ? 0 : undefined, cause: "", remedy: "", stdout: "", stderr: "", ...more };
}
const failed = ended("exited", { exitCode: 1, cause: "no such column" });
const half = { half: "m2", why: "the schema changed", isChanged: true };

type Case = [
  what: string,
  given: { judgement: Judgement; last?: Ending; isCancelled?: boolean; isFinal?: boolean; isRollback?: boolean },
  told: Partial<Record<keyof Telling, unknown>>,
];

const cases: Case[] = [
  [
    "all is done",
    { judgement: judged(3), last: ended("exited") },
    { result: "applied", reason: "", what: "Applied 3 migrations", remedy: "" },
  ],
  [
    "all is done, and nobody knows how it ended",
    { judgement: judged(3), isCancelled: true },
    { result: "applied", reason: "" },
  ],
  [
    "all is done although it was cancelled",
    { judgement: judged(3), last: ended("cancelled"), isCancelled: true },
    { result: "applied" },
  ],
  [
    "all is reverted",
    { judgement: judged(3), last: ended("exited"), isRollback: true },
    { result: "rolled-back", what: "Reverted 3 migrations" },
  ],
  ["all is done in too long a time", { judgement: judged(3), last: ended("timeout") }, { result: "applied" }],
  [
    "all is done, and the tool failed",
    { judgement: judged(3), last: failed },
    {
      result: "partial",
      reason: "tool-failed",
      what: "The tool failed after everything was applied: no such column. 3 of 3 applied",
    },
  ],
  [
    "the first fails and leaves nothing",
    { judgement: judged(0), last: failed },
    {
      result: "failed",
      reason: "tool-failed",
      what: "m1 could not be applied: no such column. Nothing was changed",
      remedy: "Mend the migration and run the migration again: the database is as it was.",
    },
  ],
  [
    "the second fails and leaves nothing",
    { judgement: judged(1), last: failed },
    {
      result: "partial",
      reason: "tool-failed",
      what: "m2 could not be applied: no such column. 1 of 3 applied",
      remedy: "Mend the migration and run the migration again: it goes on where this one stopped.",
    },
  ],
  [
    "the second fails in its middle",
    { judgement: judged(1, half), last: failed },
    {
      result: "partial",
      reason: "half-applied",
      what: "m2 could not be applied: no such column. It is half applied; 1 of 3 applied",
      remedy: expect.stringMatching(/^Either undo by hand what it left behind \(the summary names it\).*accept-schema/),
    },
  ],
  [
    "the tool says that all went well, and did nothing",
    { judgement: judged(0), last: ended("exited") },
    {
      result: "failed",
      what: "m1 was not applied, although the tool says that it did everything. Nothing was changed",
    },
  ],
  [
    "a task failed",
    {
      judgement: judged(0),
      last: { ...failed, task: { arn: "", cluster: "", taskDefinition: "", container: "", imageDigest: "" } },
    },
    { reason: "task-failed" },
  ],
  [
    "cancelled between two",
    { judgement: judged(1), last: ended("exited"), isCancelled: true },
    {
      result: "cancelled",
      reason: "cancelled",
      what: "The job was cancelled before m2 was applied. 1 of 3 applied",
      remedy: "When you want it, run the migration again: it goes on where this one stopped.",
    },
  ],
  [
    "cancelled before the first",
    { judgement: judged(0), last: ended("cancelled"), isCancelled: true, isRollback: true },
    {
      result: "cancelled",
      what: "The job was cancelled before m1 was reverted. Nothing was changed",
      remedy: "When you want it, press the button again: the database is as it was.",
    },
  ],
  [
    "cancelled within one",
    { judgement: judged(1, half), last: ended("cancelled"), isCancelled: true },
    {
      result: "cancelled",
      reason: "half-applied",
      what: "The job was cancelled before m2 was applied. It is half applied; 1 of 3 applied",
    },
  ],
  [
    "settled late: nobody knows the schema before by more than its fingerprint",
    { judgement: judged(1, half), isCancelled: true },
    { remedy: expect.stringContaining("(its scripts say what that can be)") },
  ],
  [
    "cancelled while the database works on",
    { judgement: judged(1), last: ended("cancelled"), isCancelled: true, isFinal: false },
    {
      result: "cancelled",
      what: "The job was cancelled before m2 was applied. 1 of 3 applied so far: the database still works on what the tool sent",
      remedy: "Wait for the end of the job: its clean-up says how it ended. The database is locked until then.",
    },
  ],
  [
    "took too long",
    {
      judgement: judged(1),
      last: ended("timeout", { cause: "it did not end within 5 s", remedy: "Give timeout more time." }),
    },
    {
      result: "timeout",
      reason: "tool-failed",
      what: "m2 could not be applied: it did not end within 5 s. 1 of 3 applied",
      remedy: "Give timeout more time.",
    },
  ],
  [
    "a tool that lied",
    {
      judgement: judged(0, { half: "m1", why: "the schema did not change", isLie: true, isChanged: true }),
      last: ended("exited"),
      isRollback: true,
    },
    {
      result: "partial",
      reason: "schema-differs",
      what: "m1 was not really reverted: the schema did not change. 0 of 3 reverted",
      remedy: expect.stringMatching(/^Mend the schema by hand/),
    },
  ],
];

describe("tell", () => {
  it.each(cases)("%s", (_, { judgement, last, isCancelled = false, isRollback, ...more }, told) => {
    expect(tell(isRollback === true ? rollback : run, judgement, { last, isCancelled, ...more })).toMatchObject(told);
  });

  it("never says that a migration has to be mended when only the job was cancelled", () => {
    for (const [, { judgement, last, isCancelled = false }] of cases) {
      const { result, remedy } = tell(run, judgement, { last, isCancelled });
      if (result === "cancelled") expect(remedy).not.toMatch(/Mend the migration/);
    }
  });
});
