import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { type ApplyOutcome, createApplyProgress, plannedObjects, type PlannedObject } from "./apply-progress.ts";
import { parseEvent, type TerraformEvent } from "./events.ts";
import type { ResourceChange } from "./plan.ts";

const nothing: ApplyOutcome = { applied: [], failed: [], notStarted: [], uncertain: [], unsaved: [] };

function change(address: string, actions: string[], more: Partial<ResourceChange> = {}): ResourceChange {
  const kinds: Record<string, ResourceChange["kind"]> = {
    create: "create",
    update: "update",
    delete: "delete",
    forget: "forget",
    read: "read",
    open: "open",
    "no-op": "no-op",
  };
  const kind = actions.length > 1 ? "replace" : (kinds[actions[0] ?? ""] ?? "other");
  const [type = "", name = ""] = address.split(".");
  return {
    address,
    mode: "managed",
    type,
    name,
    provider: "terraform.io/builtin/terraform",
    kind,
    actions,
    isMove: more.previousAddress !== undefined,
    replacePaths: [],
    hasGeneratedConfig: false,
    span: { offset: 0, length: 0 },
    ...more,
  };
}

type Short = [end: "start" | "complete" | "errored", action: string, address: string];

function run(
  changes: ResourceChange[],
  events: Short[],
  end: { exitCode?: number; stateAfter?: string[] } = {},
): ApplyOutcome {
  const progress = createApplyProgress(plannedObjects({ changes }));
  for (const [what, action, address] of events) progress.add({ type: `apply_${what}`, address, action });
  const { exitCode = 1, stateAfter } = end;
  return progress.conclude({ exitCode, ...(stateAfter === undefined ? {} : { stateAfter }) });
}

const done = (action: string, address: string): Short[] => [
  ["start", action, address],
  ["complete", action, address],
];

describe("createApplyProgress", () => {
  it("reads a real failed apply", () => {
    const lines = readFileSync(new URL("../fixtures/events/31-apply-fail.jsonl", import.meta.url), "utf8").trim();
    const progress = createApplyProgress(
      plannedObjects({ changes: ["boom", "ok", "slow"].map((name) => change(`terraform_data.${name}`, ["create"])) }),
    );
    for (const line of lines.split("\n")) progress.add(parseEvent(line));
    expect(progress.isComplete).toBe(false);
    const { failed, uncertain } = progress.conclude({ exitCode: 1 });
    expect(failed).toEqual(["terraform_data.boom"]);
    expect(uncertain).toEqual([]);
  });

  it.each<[string, ResourceChange, Short[], Partial<ApplyOutcome>]>([
    [
      "both halves",
      change("a.r", ["delete", "create"]),
      [...done("delete", "a.r"), ...done("create", "a.r")],
      { applied: ["a.r"] },
    ],
    ["destroyed and not made again", change("a.r", ["delete", "create"]), done("delete", "a.r"), { failed: ["a.r"] }],
    [
      "made, the old one's end unseen",
      change("a.r", ["create", "delete"]),
      [...done("create", "a.r"), ["start", "delete", "a.r"]],
      { uncertain: ["a.r"] },
    ],
    [
      "made, the old one not destroyed",
      change("a.r", ["create", "delete"]),
      [...done("create", "a.r"), ["start", "delete", "a.r"], ["errored", "delete", "a.r"]],
      { failed: ["a.r"] },
    ],
    [
      "the old one is let go without an event",
      change("a.r", ["create", "forget"]),
      done("create", "a.r"),
      { applied: ["a.r"] },
    ],
    ["nothing of it", change("a.r", ["delete", "create"]), [], { notStarted: ["a.r"] }],
    ["an action of the future", change("a.r", ["transmute"]), done("transmute", "a.r"), { applied: ["a.r"] }],
    ["an action of the future, not begun", change("a.r", ["transmute"]), [], { notStarted: ["a.r"] }],
    ["another action than planned", change("a.r", ["update"]), done("read", "a.r"), { notStarted: ["a.r"] }],
  ])("an interrupted change: %s", (_, planned, events, expected) => {
    expect(run([planned], events)).toEqual({ ...nothing, ...expected });
  });

  it("gives the operations of one address to its current and its deposed objects in turn", () => {
    const changes = [
      change("a.x", ["update"]),
      change("a.x", ["delete"], { deposed: "1a" }),
      change("a.x", ["delete"], { deposed: "2b" }),
    ];
    const events: Short[] = [...done("delete", "a.x"), ["start", "delete", "a.x"], ["errored", "delete", "a.x"]];
    expect(run(changes, events)).toEqual({ ...nothing, applied: ["a.x"], failed: ["a.x"], notStarted: ["a.x"] });
  });

  it("knows no data reads, ephemeral resources and no-ops, and events of them are nothing", () => {
    const changes = [
      change("data.a.x", ["read"], { mode: "data" }),
      change("ephemeral.a.x", ["open"], { mode: "ephemeral" }),
    ];
    expect(run(changes, done("read", "data.a.x"))).toEqual(nothing);
  });

  it.each<[string, ResourceChange, string[] | undefined, boolean]>([
    ["forgotten", change("a.x", ["forget"]), [], true],
    ["not forgotten", change("a.x", ["forget"]), ["a.x"], false],
    ["a deposed object forgotten: cannot be told", change("a.x", ["forget"], { deposed: "1a" }), [], false],
    ["imported", change("a.x", ["no-op"], { importing: {} }), ["a.x"], true],
    ["not imported", change("a.x", ["no-op"], { importing: {} }), [], false],
    ["moved", change("a.x", ["no-op"], { previousAddress: "a.old" }), ["a.x"], true],
    ["not moved", change("a.x", ["no-op"], { previousAddress: "a.old" }), ["a.old"], false],
    [
      "moved onto another that is still there",
      change("a.x", ["no-op"], { previousAddress: "a.old" }),
      ["a.old", "a.x"],
      false,
    ],
    ["nobody looked", change("a.x", ["forget"]), undefined, false],
  ])("decides by the live state what no event tells: %s", (_, planned, stateAfter, isApplied) => {
    const outcome = run([planned], [], stateAfter === undefined ? {} : { stateAfter });
    expect(outcome).toEqual({ ...nothing, [isApplied ? "applied" : "notStarted"]: ["a.x"] });
  });

  it("believes exit code 0, and terraform's own summary when nobody saw the exit code", () => {
    const changes = [change("a.x", ["forget"]), change("a.y", ["create"])];
    expect(run(changes, [], { exitCode: 0 }).applied).toEqual(["a.x", "a.y"]);
    const progress = createApplyProgress(plannedObjects({ changes }));
    for (const operation of ["plan", "", "other"])
      progress.add({ type: "change_summary", operation, counts: new Map() });
    expect(progress.conclude({ exitCode: undefined }).applied).toEqual([]);
    progress.add({ type: "change_summary", operation: "apply", counts: new Map() });
    expect(progress.conclude({ exitCode: undefined }).applied).toEqual(["a.x", "a.y"]);
  });

  it("names what was made and is not in the state, and never what was destroyed", () => {
    const changes = [change("a.gone", ["delete"]), change("a.kept", ["update"]), change("a.lost", ["create"])];
    const events = [...done("delete", "a.gone"), ...done("update", "a.kept"), ...done("create", "a.lost")];
    expect(run(changes, events, { stateAfter: ["a.kept"] })).toMatchObject({
      applied: ["a.gone", "a.kept", "a.lost"],
      unsaved: ["a.lost"],
    });
  });

  it("has the values of outputs after the apply, not the planned ones, and never a sensitive one", () => {
    const progress = createApplyProgress([]);
    const line = (outputs: object): TerraformEvent => parseEvent(JSON.stringify({ type: "outputs", outputs }));
    progress.add(line({ a: { action: "create", sensitive: false, value: 0 } }));
    expect(progress.outputs.size).toBe(0);
    progress.add(
      line({ a: { sensitive: false, value: [1] }, b: { sensitive: true, value: "hunter2" }, c: { sensitive: false } }),
    );
    expect([...progress.outputs]).toEqual([["a", [1]]]);
  });

  const object: fc.Arbitrary<PlannedObject> = fc.record({
    address: fc.constantFrom("a.x", "a.y", "a.z"),
    previousAddress: fc.constantFrom("a.x", "a.old"),
    operations: fc.constantFrom(["create"], ["update"], ["delete"], ["delete", "create"], []),
    isKept: fc.boolean(),
  });
  const event = fc.record({
    type: fc.constantFrom("apply_start" as const, "apply_complete" as const, "apply_errored" as const),
    address: fc.constantFrom("a.x", "a.y", "a.z", "a.other", "__proto__"),
    action: fc.constantFrom("create", "update", "delete", "read"),
  });

  it("puts every planned address somewhere, whatever the events, and says the same when asked twice", () => {
    const property = fc.property(
      fc.array(object, { maxLength: 6 }),
      fc.array(event, { maxLength: 30 }),
      fc.constantFrom(0, 1, undefined),
      fc.option(fc.subarray(["a.x", "a.y", "a.old"]), { nil: undefined }),
      (planned, events, exitCode, stateAfter) => {
        const progress = createApplyProgress(planned);
        for (const one of events) progress.add(one);
        const end = { exitCode, ...(stateAfter === undefined ? {} : { stateAfter }) };
        const outcome = progress.conclude(end);
        const { unsaved, ...lists } = outcome;
        expect(new Set(Object.values(lists).flat())).toEqual(new Set(planned.map(({ address }) => address)));
        for (const list of Object.values(outcome)) expect(list).toEqual([...new Set(list)]);
        for (const address of unsaved) expect(outcome.applied).toContain(address);
        if (exitCode === 0) expect([...outcome.notStarted, ...outcome.uncertain]).toEqual([]);
        expect(progress.conclude(end)).toEqual(outcome);
      },
    );
    fc.assert(property, { numRuns: runs(300, 100_000), seed: seed() });
  });
});
