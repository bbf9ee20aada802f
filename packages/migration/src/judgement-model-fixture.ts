/**
 * A model of a database and of a run or rollback on it that may be cut off anywhere: what is true, and what the journal knew by
 * then. For tests.
 */
import fc from "fast-check";
import type { Sight } from "./judgement.ts";
import type { Journal } from "./journal.ts";

/** A case: what the journal says, what the database says, and what is true. */
export type ModelCase = {
  journal: Journal;
  now: Sight;
  /** Ids that were done whole. */
  whole: readonly string[];
  /** The id that was done by half; "" when none was. */
  half: string;
  isTransactional: boolean;
};

/** The schema of a set of migrations, with what half of one left behind. */
function schemaOf(ids: readonly string[], half = ""): string {
  return `schema of ${[...ids].sort().join("+")}` + (half === "" ? "" : `+half ${half}`);
}

const names = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `m${from + at}`);

/** Runs and rollbacks of one command for each migration, cut off between any two effects. */
export const modelCase: fc.Arbitrary<ModelCase> = fc
  .record({
    kind: fc.constantFrom("run" as const, "rollback" as const),
    older: fc.integer({ min: 0, max: 4 }),
    planned: fc.integer({ min: 1, max: 5 }),
    done: fc.integer({ min: 0, max: 5 }),
    /** Where it was cut off: before the command, in it, after it and before it was read back, after that. */
    cut: fc.constantFrom("before", "within", "unread", "read"),
    isTransactional: fc.boolean(),
    /** Within: whether anything of it has happened. */
    hasBegun: fc.boolean(),
  })
  .map(({ kind, older, planned, done, cut, isTransactional, hasBegun }): ModelCase => {
    const [base, own] = [names(0, older), names(older, planned)];
    const isRun = kind === "run";
    const before = isRun ? base : [...base, ...own];
    const order = isRun ? own : own.toReversed();
    const count = Math.min(done, cut === "read" ? planned : planned - 1);
    const known = order.slice(0, count);
    const under = order[count];
    const whole = cut === "unread" && under !== undefined ? [...known, under] : known;
    const half = cut === "within" && hasBegun && !isTransactional ? (under ?? "") : "";
    const setAfter = (ids: readonly string[]): string[] =>
      isRun ? [...before, ...ids] : before.filter((id) => !ids.includes(id));
    const ids = setAfter(whole);
    const expected = (at: number): string => schemaOf(setAfter(order.slice(0, at + 1)));
    const journal: Journal = {
      kind,
      tool: "model",
      directory: ".",
      commit: "",
      actor: "",
      runId: "1",
      attempt: 1,
      runUrl: "",
      startedAt: 0,
      before: { ids: before, fingerprint: schemaOf(before) },
      planned: order.map((id, at) => ({
        id,
        digest: "",
        down: "real",
        ...(isRun ? {} : { fingerprint: expected(at) }),
      })),
      done: known.map((id, at) => ({ id, fingerprint: expected(at) })),
      doing: under !== undefined && cut !== "read" && cut !== "before" ? [under] : [],
    };
    return { journal, now: { ids, half: [], fingerprint: schemaOf(ids, half) }, whole, half, isTransactional };
  });
