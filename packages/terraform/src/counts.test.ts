import { describe, expect, it } from "@jest/globals";
import { countChanges, hasChanges, type Counts } from "./counts.ts";
import { emptyPlan } from "./plan-sections.ts";
import type { ChangeKind, OutputChange, PlanSummary, ResourceChange } from "./plan.ts";

function change(kind: ChangeKind, more: Partial<ResourceChange> = {}): ResourceChange {
  const identity = { address: "a.b", mode: "managed", type: "a", name: "b", provider: "p" };
  const span = { offset: 0, length: 0 };
  return { ...identity, kind, actions: [], isMove: false, replacePaths: [], hasGeneratedConfig: false, span, ...more };
}

function plan(more: Partial<PlanSummary>): PlanSummary {
  return { ...emptyPlan(), ...more };
}

const OUTPUT: OutputChange = {
  name: "o",
  kind: "update",
  actions: ["update"],
  body: { before: 1, after: 2, afterUnknown: false, beforeSensitive: false, afterSensitive: false },
};

describe("countChanges", () => {
  it("counts a replace once, and moves and imports beside what else happens", () => {
    const changes = [
      change("create"),
      change("update", { isMove: true }),
      change("update", { importing: { id: "x" } }),
      change("replace"),
      change("replace"),
      change("delete"),
      change("forget"),
      change("read"),
      change("open"),
      change("other"),
      change("no-op", { isMove: true }),
      change("no-op", { importing: {} }),
    ];
    const other = [{ key: "action_invocations", span: { offset: 0, length: 0 } }];
    const counts: Counts = countChanges(plan({ changes, outputs: [OUTPUT], deferred: [change("create")], other }));
    expect(counts).toStrictEqual({
      add: 1,
      change: 2,
      destroy: 1,
      replace: 2,
      import: 2,
      move: 2,
      forget: 1,
      read: 1,
      deferred: 1,
      other: 3,
      outputs: 1,
    });
  });

  it("counts nothing in an empty plan", () => {
    expect(Object.values(countChanges(emptyPlan())).every((count) => count === 0)).toBe(true);
  });
});

describe("hasChanges", () => {
  const invocation = { key: "action_invocations", span: { offset: 0, length: 0 } };
  it.each<[string, Partial<PlanSummary>, boolean]>([
    ["terraform's own yes", { applyable: true }, true],
    ["terraform's own no", { applyable: false, drift: [change("update")] }, false],
    ["no changes at all", {}, false],
    ["no-ops alone", { unchanged: 3 }, false],
    ["a create", { changes: [change("create")] }, true],
    ["a move alone", { changes: [change("no-op", { isMove: true })] }, true],
    ["an unknown action", { changes: [change("other")] }, true],
    ["an output alone", { outputs: [OUTPUT] }, true],
    ["an action invocation alone", { other: [invocation] }, true],
    ["a deferred action invocation alone", { other: [{ ...invocation, key: "deferred_action_invocations" }] }, false],
    ["deferred changes alone", { deferred: [change("create")] }, false],
    ["drift in a normal plan", { unchanged: 1, drift: [change("update")] }, false],
    ["drift in a refresh-only plan, which lists no resources", { drift: [change("update")] }, true],
    ["moves in a refresh-only plan", { drift: [change("no-op", { isMove: true })] }, false],
    ["the part of a plan that failed", { applyable: false, errored: true, changes: [change("create")] }, true],
    ["a plan that failed before anything", { applyable: false, errored: true }, false],
  ])("is right about %s", (_, more, expected) => {
    expect(hasChanges(plan(more))).toBe(expected);
  });
});
