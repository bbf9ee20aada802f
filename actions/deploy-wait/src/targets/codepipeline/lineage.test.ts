/** Which execution is newer, which holds what, which rolls back which. */
import { describe, expect, it } from "@jest/globals";
import { parseExecutions } from "./execution.ts";
import type { Execution } from "./execution.ts";
import { holdsOurs, newerThan, newestAfter, rollbackOf, successorOf } from "./lineage.ts";

type Line = { id: string; at?: number; revision?: string; source?: string; more?: Record<string, unknown> };

function list(...lines: readonly Line[]): Execution[] {
  return parseExecutions({
    pipelineExecutionSummaries: lines.map(({ id, at, revision, source = "Source", more }) => ({
      pipelineExecutionId: id,
      ...(at === undefined ? {} : { startTime: at }),
      ...(revision === undefined ? {} : { sourceRevisions: [{ actionName: source, revisionId: revision }] }),
      ...more,
    })),
  });
}

const own = { id: "e1", revisions: [], sinceMs: 100_000 };
const ids = (executions: readonly Execution[]): string[] => executions.map(({ id }) => id);
const auto = (detail?: string): Record<string, unknown> => ({
  executionType: "ROLLBACK",
  trigger: { triggerType: "AutomatedRollback", ...(detail === undefined ? {} : { triggerDetail: detail }) },
});

describe("newerThan", () => {
  it.each([
    [
      "by their times",
      list({ id: "e3", at: 120 }, { id: "e2", at: 110 }, { id: "e1", at: 90 }, { id: "e0", at: 80 }),
      ["e2", "e3"],
    ],
    [
      "by their order where times are missing or equal",
      list({ id: "e3" }, { id: "e2", at: 90 }, { id: "e1", at: 90 }, { id: "e0" }),
      ["e2", "e3"],
    ],
    ["by what was seen, when ours is not listed", list({ id: "e2", at: 101 }, { id: "e0", at: 99 }), ["e2"]],
    [
      "only what runs, when nothing else is told",
      list({ id: "e2" }, { id: "e0", more: { status: "Succeeded" } }),
      ["e2"],
    ],
  ])("%s", (_words, listing, expected) => {
    expect(ids(newerThan(listing, own))).toEqual(expected);
  });
});

describe("newestAfter", () => {
  it("never takes a rollback, what is too old, or what has no time", () => {
    const listing = list(
      { id: "e5" },
      { id: "e4", at: 120, more: auto() },
      { id: "e3", at: 110 },
      { id: "e2", at: 115 },
      { id: "e1", at: 90 },
    );
    expect(newestAfter(listing, 100_000)?.id).toBe("e2");
    expect(newestAfter(list({ id: "e1", at: 90 }), 100_000)).toBeUndefined();
  });
});

describe("holdsOurs", () => {
  const ours = { id: "e1", at: 90, revision: "b" };
  const older = { id: "e0", at: 80, revision: "a" };

  it.each([
    ["the same revision", { id: "e2", at: 99, revision: "b" }, "yes"],
    ["the next revision", { id: "e2", at: 99, revision: "c" }, "yes"],
    ["an older revision once more", { id: "e2", at: 99, revision: "a" }, "no"],
    ["a rollback", { id: "e2", at: 99, revision: "z", more: auto() }, "no"],
    ["a rollback to the same", { id: "e2", at: 99, revision: "b", more: auto() }, "yes"],
    ["no revision told", { id: "e2", at: 99 }, "unknown"],
  ])("%s", (_words, newer, expected) => {
    const listing = list(newer, ours, older);
    const [other] = listing;
    expect(other === undefined ? "" : holdsOurs(listing, own, other)).toBe(expected);
  });

  it("compares source by source", () => {
    const two = (first: string, second: string): Record<string, unknown> => ({
      sourceRevisions: [
        { actionName: "App", revisionId: first },
        { actionName: "Config", revisionId: second },
      ],
    });
    const listing = list(
      { id: "e2", at: 99, more: two("a2", "c0") },
      { id: "e1", at: 90, more: two("a1", "c1") },
      { id: "e0", at: 80, more: two("a0", "c0") },
    );
    const [other] = listing;
    expect(other === undefined ? "" : holdsOurs(listing, own, other)).toBe("no");
  });
});

describe("successorOf", () => {
  it.each([
    [
      "the oldest that lives",
      list(
        { id: "e4", at: 130, revision: "e" },
        { id: "e3", at: 120, revision: "d" },
        { id: "e2", at: 110, revision: "c", more: { status: "Failed" } },
        { id: "e1", at: 90, revision: "b" },
      ),
      [],
      "e3",
    ],
    [
      "not one that was tried",
      list(
        { id: "e3", at: 120, revision: "d" },
        { id: "e2", at: 110, revision: "c" },
        { id: "e1", at: 90, revision: "b" },
      ),
      ["e2"],
      "e3",
    ],
    [
      "one that ended badly, rather than none",
      list({ id: "e2", at: 110, revision: "c", more: { status: "Failed" } }, { id: "e1", at: 90, revision: "b" }),
      [],
      "e2",
    ],
    [
      "none that lacks our revision",
      list(
        { id: "e2", at: 110, revision: "a" },
        { id: "e1", at: 90, revision: "b" },
        { id: "e0", at: 80, revision: "a" },
      ),
      [],
      undefined,
    ],
  ])("%s", (_words, listing, visited, expected) => {
    expect(successorOf(listing, own, visited)?.execution.id).toBe(expected);
  });
});

describe("rollbackOf", () => {
  const detail = (id: string): string => JSON.stringify({ FailedPipelineExecutionId: id });

  it.each([
    ["its detail names ours", list({ id: "e2", more: auto(detail("e1")) }, { id: "e1" }), "e2"],
    ["its detail names another", list({ id: "e2", more: auto(detail("e9")) }, { id: "e1" }), undefined],
    ["it has no detail and is newer", list({ id: "e2", at: 99, more: auto() }, { id: "e1", at: 90 }), "e2"],
    ["it has no detail and is older", list({ id: "e1", at: 90 }, { id: "e0", at: 80, more: auto() }), undefined],
    ["nothing else is told", list({ id: "e2", more: { ...auto(), status: "Succeeded" } }), "e2"],
    [
      "a person began it",
      list({ id: "e2", more: { executionType: "ROLLBACK", trigger: { triggerType: "ManualRollback" } } }, { id: "e1" }),
      undefined,
    ],
    ["it is no rollback", list({ id: "e2" }, { id: "e1" }), undefined],
  ])("%s", (_words, listing, expected) => {
    expect(rollbackOf(listing, own)?.id).toBe(expected);
  });
});
