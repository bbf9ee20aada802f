import { describe, expect, it } from "@jest/globals";
import { readPlan } from "@handrail/terraform";
import type { PlanOutline } from "@handrail/terraform";
import { differencesOf, outlineMeaning } from "./difference.ts";

type Change = Record<string, unknown> & { actions?: string[] };

/** A plan document with these changes by address, and what else is in it. */
function planOf(changes: Record<string, Change>, more: Record<string, unknown> = {}): PlanOutline {
  const document = {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {},
    resource_changes: Object.entries(changes).map(([address, change]) => {
      const { previous, deposed, reason, provider, ...values } = change;
      return {
        address: address.replace(/ .*/, ""),
        mode: "managed",
        type: "a_b",
        name: "c",
        provider_name: provider ?? "registry.terraform.io/acme/a",
        ...(previous === undefined ? {} : { previous_address: previous }),
        ...(deposed === undefined ? {} : { deposed }),
        ...(reason === undefined ? {} : { action_reason: reason }),
        change: { before: null, after: null, after_unknown: {}, before_sensitive: {}, after_sensitive: {}, ...values },
      };
    }),
    ...more,
  };
  const bytes = Buffer.from(JSON.stringify(document));
  const source = {
    size: bytes.length,
    read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  return outlineMeaning(readPlan(source).plan, source);
}

/** What is told, one line each; `!` where something is destroyed. */
function told(before: PlanOutline, after: PlanOutline): string[] {
  return differencesOf(before, after).map(
    ({ address, what, isDestructive }) => `${isDestructive ? "! " : ""}${address} ${what}`,
  );
}

const nothing = planOf({});
const update = (before: object, after: object, more: object = {}): Change => ({
  actions: ["update"],
  before,
  after,
  ...more,
});
const create = (after: object, unknown: object = {}): Change => ({
  actions: ["create"],
  after,
  after_unknown: unknown,
});
const remove = (before: object): Change => ({ actions: ["delete"], before });
const replace = (before: object, after: object, more: object = {}): Change => ({
  actions: ["delete", "create"],
  before,
  after,
  ...more,
});

describe("differencesOf", () => {
  it.each<[string, PlanOutline, PlanOutline, string[]]>([
    ["created", nothing, planOf({ "a.b": create({ x: 1 }) }), ["a.b would be created"]],
    [
      "updated",
      nothing,
      planOf({ "a.b": update({ x: 1, y: 1 }, { x: 2, y: 1 }) }),
      ["a.b would be updated in place: x"],
    ],
    ["destroyed", nothing, planOf({ "a.b": remove({ x: 1 }) }), ["! a.b would be destroyed"]],
    [
      "replaced",
      nothing,
      planOf({ "a.b": replace({ x: 1, id: "i" }, { x: 2 }, { after_unknown: { id: true }, replace_paths: [["x"]] }) }),
      ["! a.b would be replaced: x"],
    ],
    [
      "forgotten",
      nothing,
      planOf({ "a.b": { actions: ["forget"] } }),
      ["a.b would be forgotten (kept, but no longer managed)"],
    ],
    ["read", nothing, planOf({ "data.a.b": { actions: ["read"] } }), ["data.a.b would be read during the apply"]],
    [
      "moved",
      nothing,
      planOf({ "a.b": { actions: ["no-op"], before: { x: 1 }, after: { x: 1 }, previous: "a.old" } }),
      ["a.b would be moved from a.old"],
    ],
    [
      "moved and updated",
      nothing,
      planOf({ "a.b": update({ x: 1 }, { x: 2 }, { previous: "a.old" }) }),
      ["a.b would be moved from a.old and updated in place: x"],
    ],
    [
      "imported",
      nothing,
      planOf({ "a.b": { actions: ["no-op"], before: { x: 1 }, after: { x: 1 }, importing: { id: "i" } } }),
      ["a.b would be imported"],
    ],
    [
      "done in a new way",
      nothing,
      planOf({ "a.b": { actions: ["juggle"] } }),
      ["a.b would be done otherwise (juggle)"],
    ],
    [
      "a deposed object",
      nothing,
      planOf({ "a.b": { ...remove({}), deposed: "0a1b" } }),
      ["! a.b (deposed 0a1b) would be destroyed"],
    ],
    ["no longer created", planOf({ "a.b": create({ x: 1 }) }), nothing, ["a.b would not be created any more"]],
    ["no longer destroyed", planOf({ "a.b": remove({}) }), nothing, ["a.b would not be destroyed any more"]],
    [
      "no longer moved",
      planOf({ "a.b": { actions: ["no-op"], previous: "a.old" } }),
      nothing,
      ["a.b would not be moved from a.old any more"],
    ],
    [
      "replaced instead",
      planOf({ "a.b": update({ x: 1 }, { x: 2 }) }),
      planOf({ "a.b": replace({ x: 1 }, { x: 2 }) }),
      ["! a.b would be replaced instead of updated in place"],
    ],
    [
      "updated otherwise",
      planOf({ "a.b": update({ x: 1, y: 1 }, { x: 2, y: 1 }) }),
      planOf({ "a.b": update({ x: 1, y: 1 }, { x: 3, y: 2 }) }),
      ["a.b would be updated in place, but otherwise: x, y"],
    ],
    [
      "forced by something else",
      planOf({ "a.b": replace({ x: 1 }, { x: 2 }, { replace_paths: [["x"]] }) }),
      planOf({ "a.b": replace({ x: 1 }, { x: 2 }, { replace_paths: [["y"]] }) }),
      ["! a.b would be replaced, but otherwise: what forces the replacement"],
    ],
    [
      "a secret that becomes another one",
      planOf({
        "a.b": update({ p: "one" }, { p: "two" }, { before_sensitive: { p: true }, after_sensitive: { p: true } }),
      }),
      planOf({
        "a.b": update({ p: "one" }, { p: "new" }, { before_sensitive: { p: true }, after_sensitive: { p: true } }),
      }),
      ["a.b would be updated in place, but otherwise: p"],
    ],
    [
      "many attributes",
      nothing,
      planOf({ "a.b": update({ z: 1 }, Object.fromEntries("abcdefgh".split("").map((name) => [name, 1]))) }),
      ["a.b would be updated in place: a, b, c, d, e, f and 3 more"],
    ],
  ])("tells what is %s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it.each<[string, Change, Change]>([
    [
      "an attribute that only the newer provider has, and nothing changes",
      update({ x: 1 }, { x: 2 }),
      update({ x: 1, region: "eu" }, { x: 2, region: "eu" }),
    ],
    [
      "an attribute that stays as it is",
      update({ x: 1, y: 1 }, { x: 2, y: 1 }),
      update({ x: 1, y: 7 }, { x: 2, y: 7 }),
    ],
    ["what a destroyed object was", remove({ x: 1 }), remove({ x: 2, y: 3 })],
    ["of a new object what is null or not known yet", create({ x: 1 }), create({ x: 1, region: null }, { arn: true })],
    [
      "of a replaced one, too",
      replace({ x: 1 }, { x: 2 }),
      replace({ x: 1, id: "i" }, { x: 2 }, { after_unknown: { id: true } }),
    ],
    [
      "another provider, identity or reason",
      update({ x: 1 }, { x: 2 }),
      update({ x: 1 }, { x: 2 }, { provider: "acme.test/acme/a", reason: "x", after_identity: { id: "i" } }),
    ],
  ])("does not count %s", (_, before, after) => {
    expect(told(planOf({ "a.b": before }), planOf({ "a.b": after }))).toEqual([]);
    expect(told(planOf({ "a.b": after }), planOf({ "a.b": before }))).toEqual([]);
  });

  it("tells what destroys first, then what is let go, what else is planned, what is planned no more", () => {
    const before = planOf({ "a.gone": create({}) });
    const after = planOf({
      "a.create": create({}),
      "a.forget": { actions: ["forget"] },
      "a.replace": replace({ x: 1 }, { x: 2 }),
      "a.zap": remove({}),
    });
    expect(told(before, after).map((line) => line.replace(/ would.*/, ""))).toEqual([
      "! a.replace",
      "! a.zap",
      "a.forget",
      "a.create",
      "a.gone",
    ]);
  });

  it("tells outputs by their values", () => {
    const output = (actions: string[], after: unknown): Record<string, unknown> => ({
      output_changes: { o: { actions, before: "a", after, after_unknown: false } },
    });
    expect(told(nothing, planOf({}, output(["update"], "b")))).toEqual(["output.o would be changed"]);
    expect(told(planOf({}, output(["update"], "b")), planOf({}, output(["update"], "c")))).toEqual([
      "output.o would be changed, with another value",
    ]);
    expect(told(nothing, planOf({}, output(["no-op"], "a")))).toEqual([]);
  });

  it("tells checks that fail now, or no longer, and no others", () => {
    const check = (status: string): PlanOutline =>
      planOf({}, { checks: [{ address: { kind: "check", to_display: "check.c" }, status, instances: [] }] });
    expect(told(check("pass"), check("fail"))).toEqual(["check.c check: pass before, fail after"]);
    expect(told(check("error"), check("pass"))).toEqual(["check.c check: error before, pass after"]);
    expect(told(nothing, check("fail"))).toEqual(["check.c check: absent before, fail after"]);
    for (const calm of [check("pass"), check("unknown"), nothing]) expect(told(check("unknown"), calm)).toEqual([]);
  });

  it("tells deferred changes and what a newer terraform plans", () => {
    const deferred = {
      deferred_changes: [
        {
          reason: "instance_count_unknown",
          resource_change: { address: "a.d", mode: "managed", type: "a", name: "d", change: create({ x: 1 }) },
        },
      ],
    };
    const action = { action_invocations: [{ address: "action.a.b", config_values: { x: 1 } }] };
    expect(told(nothing, planOf({}, deferred))).toEqual(["a.d would be created, in a later plan"]);
    expect(told(nothing, planOf({}, action))).toEqual(["action.a.b would be invoked"]);
    expect(told(planOf({}, action), nothing)).toEqual(["action.a.b would not be invoked any more"]);
  });

  it("counts neither versions, nor variables, nor drift", () => {
    const other = planOf(
      {},
      {
        terraform_version: "1.12.0",
        variables: { x: { value: 1 } },
        resource_drift: [{ address: "a.b", change: update({ x: 1 }, { x: 2 }) }],
      },
    );
    expect(told(nothing, other)).toEqual([]);
  });
});
