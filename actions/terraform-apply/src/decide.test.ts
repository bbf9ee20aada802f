/** Which plan passes for the reviewed one. The comparison itself is tested beside plan-subset.ts and plan-difference.ts. */
import { describe, expect, it } from "@jest/globals";
import type { ChangeOutline, PlanOutline } from "@handrail/terraform";
import { decideApply } from "./decide.ts";

const object = "objectobjec";
const token = (letter: string): string => letter.repeat(11);
const create = (name: string, size = "s"): ChangeOutline => ({
  section: "change",
  address: `a.${name}`,
  actions: ["create"],
  digest: token(size),
  detail: { object, leaves: [["size", "", token(size)]] },
});
const outline = (changes: ChangeOutline[], more: Partial<PlanOutline> = {}): PlanOutline => ({
  schema: 1,
  parts: [],
  changes,
  state: { lineage: "l", serial: 1, resources: [] },
  ...more,
});
const print = (letter: string): string => `hr1:${letter.repeat(64)}`;
const live = (...names: string[]): Partial<PlanOutline> => ({
  state: { lineage: "l", serial: 1, resources: names.map((name) => [`a.${name}`, token("d")]) },
});
const compare = (reviewed: PlanOutline | undefined, now: PlanOutline, isBegun = true): ReturnType<typeof decideApply> =>
  decideApply({
    reviewed: { fingerprint: print("a"), isBegun, ...(reviewed === undefined ? {} : { outline: reviewed }) },
    now: { fingerprint: print("b"), outline: now },
  });

describe("decideApply", () => {
  it("takes an equal fingerprint, whatever the outlines say", () => {
    const fingerprint = print("a");
    const decision = decideApply({
      reviewed: { fingerprint, isBegun: false },
      now: { fingerprint, outline: outline([create("one")]) },
    });
    expect(decision).toEqual({ kind: "same" });
  });

  it("takes what is left of the reviewed plan, and tells what is done", () => {
    expect(compare(outline([create("one"), create("two")]), outline([create("two")], live("one")))).toEqual({
      kind: "rest",
      done: ["a.one"],
    });
  });

  it("knows no rest of what was never begun", () => {
    const reviewed = outline([create("one"), create("two")]);
    expect(compare(reviewed, outline([create("two")], live("one")), false).kind).toBe("changed");
  });

  it("takes a plan with nothing left in it", () => {
    expect(compare(outline([create("one")]), outline([], live("one")))).toEqual({ kind: "rest", done: ["a.one"] });
  });

  it("refuses another plan with address and attribute", () => {
    const decision = compare(
      outline([create("one"), create("two")]),
      outline([create("one", "t"), create("three"), { ...create("two"), deposed: "0123abcd" }]),
    );
    if (decision.kind !== "changed") throw new Error("it was not refused");
    expect(decision.failure).toMatchObject({ reason: "plan-changed", result: "refused" });
    expect(decision.failure.what).toMatch(/a\.three .* and 2 more$/);
    expect(decision.difference.changes).toEqual(
      expect.arrayContaining([
        { address: "a.one", what: "different", attributes: ["size"] },
        { address: "a.three", what: "added", attributes: [] },
        { address: "a.two (deposed 0123abcd)", what: "added", attributes: [] },
        { address: "a.two", what: "gone", attributes: [] },
      ]),
    );
  });

  it("tells outputs, checks and parts apart from resources", () => {
    const output: ChangeOutline = { ...create("x"), section: "output", address: "output.url" };
    const check = { kind: "check" as const, name: "check.a", digest: token("c"), shown: "pass" };
    const variable = { kind: "variable" as const, name: "region", digest: token("v") };
    const decision = compare(
      outline([], { parts: [check, variable] }),
      outline([output], { parts: [{ ...check, shown: "fail", digest: token("d") }] }),
    );
    if (decision.kind !== "changed") throw new Error("it was not refused");
    expect(decision.difference.parts).toEqual(["variable region", "check check.a: pass -> fail"]);
    expect(decision.difference.changes).toEqual([{ address: "output.url", what: "added", attributes: [] }]);
  });

  it("tells what moved in the state, and when it is another state", () => {
    const state = (lineage: string, resources: [string, string][]): Partial<PlanOutline> => ({
      state: { lineage, serial: 1, resources },
    });
    const before: [string, string][] = [
      ["a.kept", token("k")],
      ["a.moved", token("m")],
      ["a.gone", token("g")],
    ];
    const after: [string, string][] = [
      ["a.kept", token("k")],
      ["a.moved", token("n")],
      ["a.new", token("w")],
    ];
    const decision = compare(outline([], state("l", before)), outline([create("one")], state("other", after)));
    if (decision.kind !== "changed") throw new Error("it was not refused");
    expect(decision.difference.movedInState).toEqual(["a.gone (vanished)", "a.moved", "a.new (appeared)"]);
    expect(decision.difference.parts).toContain("the state: it was replaced by another one");
    expect(decision.failure.what).toContain("3 resources changed in the state meanwhile");
  });

  it("refuses without an outline, and says that it does not know what differs", () => {
    const decision = compare(undefined, outline([create("one")]));
    expect(decision).toMatchObject({ kind: "changed", difference: { isComplete: false, changes: [] } });
  });
});
