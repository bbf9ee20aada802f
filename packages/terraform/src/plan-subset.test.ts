import { createRedactor } from "@handrail/runner";
import { describe, expect, it } from "@jest/globals";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { parseOutline, renderOutline } from "./plan-outline-text.ts";
import { withoutUnchanged } from "./plan-outline-unchanged.ts";
import { type ChangeOutline, outlinePlan, type PlanOutline } from "./plan-outline.ts";
import { readPlan } from "./plan-reader.ts";
import { isSubset } from "./plan-subset.ts";

const KEY = "0123456789abcdef0123456789abcdef";

type Values = Record<string, unknown>;
type Fields = Partial<Record<"after_unknown" | "before_sensitive" | "after_sensitive" | "importing", unknown>>;
type Item = {
  address?: string;
  deposed?: string;
  previous_address?: string;
  action_reason?: string;
  mode?: string;
  change: Values;
};

function item(
  actions: string,
  before: Values | null,
  after: Values | null,
  fields: Fields = {},
  more: Partial<Item> = {},
): Item {
  const change = {
    actions: actions.split(","),
    before,
    after,
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
    ...fields,
  };
  return { address: "t.n", ...more, change };
}

const create = (after: Values, fields: Fields = {}): Item =>
  item("create", null, after, {
    ...fields,
    after_unknown: { id: true, ...(fields.after_unknown as Values | undefined) },
  });
const update = (before: Values, after: Values, fields: Fields = {}): Item =>
  item("update", { id: "1", ...before }, { id: "1", ...after }, fields);
const TAINTED = { action_reason: "replace_because_tainted" };
const replace = (order: string, before: Values, after: Values, more: Partial<Item> = {}, fields: Fields = {}): Item =>
  item(order, before, after, { after_unknown: { id: true }, ...fields }, more);
const DC = "delete,create";
const CD = "create,delete";
const remove = (before: Values, more: Partial<Item> = {}): Item => item("delete", before, null, {}, more);
const DEPOSED = { deposed: "aabbccdd" };

/** `live`: addresses in the state. */
type More = { document?: Values; facts?: Partial<FingerprintFacts>; lineage?: string; live?: readonly string[] };

function outline(items: Item[], { document = {}, facts = {}, lineage = "l", live = [] }: More = {}): PlanOutline {
  const resource_changes = items.map((change) => ({
    mode: "managed",
    type: "t",
    name: "n",
    provider_name: "p",
    ...change,
  }));
  const text = JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {},
    resource_changes,
    ...document,
  });
  const bytes = Buffer.from(text);
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const { plan, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  const made = outlinePlan(
    {
      source,
      plan,
      redact: (given) => redactor.redact(given),
      configuration: "c",
      lockFile: "l",
      terraformVersion: "1.11.4",
      providerVersions: { p: "1" },
      arguments: {},
      refreshOnly: false,
      ...facts,
    },
    { lineage, serial: 1, resources: live.map((address) => [address, "d".repeat(11)]) },
  );
  const back = parseOutline(renderOutline(made, 1e6));
  if (back === undefined) throw new Error("the outline does not come back");
  return back;
}

/** What the state has when all of it is done. */
function liveAfter(items: readonly Item[]): string[] {
  return items
    .filter(({ change }) => !/^(?:delete|forget)$/.test(String(change["actions"])))
    .map(({ address = "" }) => address);
}

type Case = [name: string, reviewed: Item[], now: Item[]];
const SECRET = { before_sensitive: { p: true }, after_sensitive: { p: true } };

const ALLOWED: Case[] = [
  ["the same", [create({ a: 1 })], [create({ a: 1 })]],
  ["nothing left", [create({ a: 1 }), update({ a: 1 }, { a: 2 })], []],
  ["what was unknown is known", [create({}, { after_unknown: { id: true, a: true } })], [create({ a: 1 })]],
  ["what was unknown has parts", [create({}, { after_unknown: { a: true } })], [create({ a: { b: [1] } })]],
  ["what was unknown is null", [create({}, { after_unknown: { a: true } })], [create({ a: null })]],
  [
    "a set whose unknown element comes first now",
    [create({ a: ["m", null] }, { after_unknown: { a: [false, true] } })],
    [create({ a: ["c", "m"] })],
  ],
  [
    "a set whose unknown elements became one",
    [create({ a: [null, null] }, { after_unknown: { a: [true, true] } })],
    [create({ a: ["c"] })],
  ],
  [
    "a set of objects in another order",
    [create({ a: [{ x: 1, y: "k" }, { x: 2 }] }, { after_unknown: { a: [{}, { y: true }] } })],
    [
      create({
        a: [
          { x: 2, y: "a" },
          { x: 1, y: "k" },
        ],
      }),
    ],
  ],
  [
    "a tainted creation",
    [create({ a: 1, b: null })],
    [replace(DC, { id: "9", a: 1, b: null }, { a: 1, b: null }, TAINTED)],
  ],
  ["a tainted creation, create first", [create({ a: 1 })], [replace(CD, { id: "9", a: 1 }, { a: 1 }, TAINTED)]],
  [
    "a tainted creation that got half of its attributes",
    [create({ a: 1, b: 2 })],
    [replace(DC, { id: "9", a: 1, b: null }, { a: 1, b: 2 }, TAINTED)],
  ],
  [
    "a tainted creation with a secret",
    [create({ p: "hunter22" }, { after_sensitive: { p: true } })],
    [replace(DC, { id: "9", p: "hunter22" }, { p: "hunter22" }, TAINTED, SECRET)],
  ],
  ["a replace whose old object is gone", [replace(DC, { id: "1", a: 1 }, { a: 2 })], [create({ a: 2 })]],
  [
    "a replace whose new object is tainted",
    [replace(DC, { id: "1", a: 1 }, { a: 2 })],
    [replace(DC, { id: "9", a: 2 }, { a: 2 }, TAINTED)],
  ],
  ["a replace not begun", [replace(CD, { id: "1", a: 1 }, { a: 2 })], [replace(CD, { id: "1", a: 1 }, { a: 2 })]],
  [
    "a replace, create first, with both objects there",
    [replace(CD, { id: "1", a: 1 }, { a: 2 })],
    [replace(CD, { id: "9", a: 2 }, { a: 2 }, TAINTED), remove({ id: "1", a: 1 }, DEPOSED)],
  ],
  [
    "a replace, create first, with the old one left",
    [replace(CD, { id: "1", a: 1 }, { a: 2 })],
    [remove({ id: "1", a: 1 }, DEPOSED)],
  ],
  [
    "a replace, create first, that failed twice",
    [replace(CD, { id: "1", a: 1 }, { a: 2 })],
    [
      replace(CD, { id: "9", a: 2 }, { a: 2 }, TAINTED),
      remove({ id: "1", a: 1 }, DEPOSED),
      remove({ id: "8", a: 2 }, { deposed: "11223344" }),
    ],
  ],
  [
    "a creation that failed twice, create first",
    [create({ a: 2 })],
    [replace(CD, { id: "9", a: 2 }, { a: 2 }, TAINTED), remove({ id: "8", a: 2 }, DEPOSED)],
  ],
  [
    "a replace whose old object is let go and still there",
    [replace("create,forget", { id: "1", a: 1 }, { a: 2 })],
    [item("forget", { id: "1", a: 1 }, null, {}, DEPOSED)],
  ],
  ["an update not begun", [update({ a: 1 }, { a: 2 })], [update({ a: 1 }, { a: 2 })]],
  ["an update half done", [update({ a: 1, b: 1 }, { a: 2, b: 2 })], [update({ a: 2, b: 1 }, { a: 2, b: 2 })]],
  [
    "an update whose unknown attribute is known",
    [update({ a: 1, o: 1 }, { a: 2 }, { after_unknown: { o: true } })],
    [update({ a: 1, o: 5 }, { a: 2, o: 6 })],
  ],
  [
    "a secret still to be changed",
    [update({ p: "hunter22" }, { p: "hunter33" }, SECRET)],
    [update({ p: "hunter22" }, { p: "hunter33" }, SECRET)],
  ],
  [
    "a secret changed already",
    [update({ p: "hunter22", a: 1 }, { p: "hunter33", a: 2 }, SECRET)],
    [update({ p: "hunter33", a: 1 }, { p: "hunter33", a: 2 }, SECRET)],
  ],
  [
    "an update that was moved, the move is done",
    [{ ...update({ a: 1 }, { a: 2 }), previous_address: "t.o" }],
    [update({ a: 1 }, { a: 2 })],
  ],
  [
    "an import that is done, its update is not",
    [update({ a: 1 }, { a: 2 }, { importing: { id: "x" } })],
    [update({ a: 1 }, { a: 2 })],
  ],
  ["a delete not begun", [remove({ a: 1 })], [remove({ a: 1 })]],
  ["a forget not begun", [item("forget", { a: 1 }, null)], [item("forget", { a: 1 }, null)]],
  [
    "a read that knows more",
    [item("read", null, { q: 1 }, { after_unknown: { f: true, r: true } }, { mode: "data" })],
    [item("read", null, { q: 1, f: 2 }, { after_unknown: { r: true } }, { mode: "data" })],
  ],
];

const wide = (first: number): Values => ({
  deep: { first, ...Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`a${index}`, index])) },
});

const REFUSED: [...Case, why: RegExp][] = [
  [
    "another value in what was cut and is unknown in part",
    [create(wide(1), { after_unknown: { deep: { unknown: true } } })],
    [create(wide(2), { after_unknown: { deep: { unknown: true } } })],
    /another deep$/,
  ],
  [
    "a secret that is not the one that was replaced",
    [replace(CD, { id: "1", a: 1, p: "hunter11" }, { a: 2, p: "hunter22" }, {}, SECRET)],
    [replace(CD, { id: "9", a: 2, p: "hunter22" }, { a: 2, p: "hunter33" }, TAINTED, SECRET)],
    /another p$/,
  ],
  [
    "a new address",
    [create({ a: 1 })],
    [create({ a: 1 }), { ...create({ a: 1 }), address: "t.sneaked" }],
    /^t\.sneaked was not reviewed/,
  ],
  ["another value", [create({ a: 1 })], [create({ a: 2 })], /another a$/],
  ["an attribute more", [create({ a: 1 })], [create({ a: 1, b: 1 })], /another b$/],
  ["an attribute less", [create({ a: 1, b: 1 })], [create({ a: 1 })], /another b$/],
  [
    "a value that is not known any more",
    [create({ a: 1 })],
    [create({}, { after_unknown: { id: true, a: true } })],
    /another a$/,
  ],
  [
    "another value beside what was unknown",
    [create({ a: ["m", null] }, { after_unknown: { a: [false, true] } })],
    [create({ a: ["x", "y"] })],
    /another a$/,
  ],
  [
    "an element more than were unknown",
    [create({ a: ["m", null] }, { after_unknown: { a: [false, true] } })],
    [create({ a: ["m", "x", "y"] })],
    /another a$/,
  ],
  ["a list in another order", [create({ a: [1, 2] })], [create({ a: [2, 1] })], /another a\[0\]$/],
  [
    "an update of what was to be created",
    [create({ a: 1 })],
    [update({ a: 2 }, { a: 1 }, { after_unknown: { id: true } })],
    /is update, not create/,
  ],
  ["a delete of what was to be updated", [update({ a: 1 }, { a: 2 })], [remove({ id: "1", a: 1 })], /another a$/],
  ["a delete of what was to be created", [create({ a: 1 })], [remove({ id: "1", a: 1 })], /another a$/],
  [
    "a delete of what was to be replaced",
    [replace(DC, { id: "1", a: null }, { a: null })],
    [remove({ id: "1", a: null })],
    /is delete, not/,
  ],
  [
    "a replace of what was to be updated",
    [update({ a: 1 }, { a: 2 })],
    [replace(DC, { id: "1", a: 1 }, { id: "1", a: 2 }, {}, { after_unknown: {} })],
    /is delete,create, not update/,
  ],
  [
    "a replace of what was to be created, not tainted",
    [create({ a: 1 })],
    [replace(DC, { id: "9", a: 1 }, { a: 1 })],
    /is delete,create, not create/,
  ],
  [
    "a tainted one that was never reviewed like that",
    [create({ a: 1 })],
    [replace(DC, { id: "9", a: 7 }, { a: 1 }, TAINTED)],
    /replaces something that has another a/,
  ],
  [
    "a secret that is not the one that was created",
    [create({ p: "hunter22" }, { after_sensitive: { p: true } })],
    [replace(DC, { id: "9", p: "hunter22" }, { p: "hunter33" }, TAINTED, SECRET)],
    /another p$/,
  ],
  ["a forget where delete was reviewed", [remove({ a: 1 })], [item("forget", { a: 1 }, null)], /is forget, not delete/],
  ["a delete where forget was reviewed", [item("forget", { a: 1 }, null)], [remove({ a: 1 })], /is delete, not forget/],
  [
    "another order of replacing",
    [replace(DC, { id: "1" }, {})],
    [replace(CD, { id: "1" }, {})],
    /is create,delete, not delete,create/,
  ],
  ["another object deleted", [remove({ id: "1" })], [remove({ id: "2" })], /another id before/],
  [
    "another object replaced",
    [replace(DC, { id: "1", a: 1 }, { a: 2 })],
    [replace(DC, { id: "5", a: 1 }, { a: 2 })],
    /another id before/,
  ],
  [
    "a new object replaced that is not tainted",
    [replace(DC, { id: "1", a: 1 }, { a: 2 })],
    [replace(DC, { id: "5", a: 2 }, { a: 2 })],
    /another (a|id) before/,
  ],
  [
    "an object drifted",
    [update({ a: 1, c: 1 }, { a: 2, c: 1 })],
    [update({ a: 1, c: 7 }, { a: 2, c: 1 })],
    /another c before/,
  ],
  [
    "a secret to be changed that was to stay",
    [update({ a: 1, p: "hunter22" }, { a: 2, p: "hunter22" }, SECRET)],
    [update({ a: 1, p: "hunter22" }, { a: 2, p: "hunter33" }, SECRET)],
    /another p$/,
  ],
  ["another flag", [create({ a: "x" })], [create({ a: "x" }, { after_sensitive: { a: true } })], /another a$/],
  [
    "a deposed delete beside an update",
    [update({ a: 1 }, { a: 2 })],
    [remove({ id: "1", a: 1 }, DEPOSED)],
    /deposed aabbccdd\) was not reviewed/,
  ],
  [
    "a deposed delete of something else",
    [replace(CD, { id: "1", a: 1 }, { a: 2 })],
    [remove({ id: "5", a: 5 }, DEPOSED)],
    /was not reviewed/,
  ],
  [
    "a deposed delete where objects go first",
    [replace(DC, { id: "1", a: 1 }, { a: 2 })],
    [remove({ id: "1", a: 1 }, DEPOSED)],
    /was not reviewed/,
  ],
  [
    "a deposed delete where the old one was to be let go",
    [replace("create,forget", { id: "1", a: 1 }, { a: 2 })],
    [remove({ id: "1", a: 1 }, DEPOSED)],
    /was not reviewed/,
  ],
  [
    "a deposed delete of the old object of a creation",
    [create({ a: 2 })],
    [remove({ id: "1", a: 1 }, DEPOSED)],
    /was not reviewed/,
  ],
  [
    "another deposed object",
    [remove({ id: "1" }, DEPOSED)],
    [remove({ id: "1" }, { deposed: "11223344" })],
    /was not reviewed/,
  ],
  ["a move", [update({ a: 1 }, { a: 2 })], [{ ...update({ a: 1 }, { a: 2 }), previous_address: "t.o" }], /is moved/],
  ["an import", [update({ a: 1 }, { a: 2 })], [update({ a: 1 }, { a: 2 }, { importing: { id: "x" } })], /imported/],
  [
    "another provider",
    [create({ a: 1 })],
    [{ ...create({ a: 1 }), provider_name: "q" } as Item],
    /another type, provider/,
  ],
  [
    "an unknown action",
    [create({ a: 1 })],
    [item("teleport", null, { a: 1 }, { after_unknown: { id: true } })],
    /is teleport, not create/,
  ],
  [
    "another read",
    [item("read", null, { q: 1 }, {}, { mode: "data" })],
    [item("read", null, { q: 2 }, {}, { mode: "data" })],
    /another q$/,
  ],
];

const CUTS: [name: string, cut: (change: ChangeOutline) => ChangeOutline][] = [
  ["in full", (change) => change],
  ["without what stays", withoutUnchanged],
];
const WAYS = ["", KEY].flatMap((key) => CUTS.map(([name, cut]) => ({ key, name, cut })));

describe.each(WAYS)("isSubset with the key $key of an outline $name", ({ key, cut }) => {
  const more = { facts: { key } };
  const reviewedOutline = (items: Item[]): PlanOutline => {
    const full = outline(items, more);
    return { ...full, changes: full.changes.map(cut) };
  };

  it.each(ALLOWED)("allows %s", (_, reviewed, now) => {
    const result = isSubset(reviewedOutline(reviewed), outline(now, { ...more, live: liveAfter(reviewed) }));
    expect(result).toMatchObject({ isSubset: true, why: [] });
    expect(result.left).toHaveLength(now.length);
  });

  it.each(REFUSED)("refuses %s", (_, reviewed, now, why) => {
    const result = isSubset(reviewedOutline(reviewed), outline(now, { ...more, live: liveAfter(reviewed) }));
    expect(result.isSubset).toBe(false);
    if (cut !== withoutUnchanged) expect(result.why.join("\n")).toMatch(why);
  });
});

const base = [create({ a: 1 })];

describe("isSubset", () => {
  it.each<[string, More, More]>([
    ["the configuration", {}, { facts: { configuration: "d" } }],
    ["the lock file", {}, { facts: { lockFile: "m" } }],
    ["terraform 1.11.4 -> 1.12.0", {}, { facts: { terraformVersion: "1.12.0" } }],
    ["provider p 1 -> 2", {}, { facts: { providerVersions: { p: "2" } } }],
    ["provider q (none) -> 2", {}, { facts: { providerVersions: { p: "1", q: "2" } } }],
    ["the arguments", {}, { facts: { arguments: { TF_CLI_ARGS: "-x" } } }],
    ["the mode", {}, { facts: { refreshOnly: true } }],
    ["the mode", { document: { complete: true } }, { document: { complete: false } }],
    ["the seal-key", {}, { facts: { key: KEY } }],
    ["the seal-key", { facts: { key: KEY } }, { facts: { key: `${KEY}x` } }],
    ["variable v", { document: { variables: { v: { value: 1 } } } }, { document: { variables: { v: { value: 2 } } } }],
    ["variable v", {}, { document: { variables: { v: { value: 2 } } } }],
    ["the state is another one", { lineage: "l" }, { lineage: "m" }],
  ])("refuses %s", (words, reviewed, now) => {
    const result = isSubset(outline(base, reviewed), outline([], now));
    expect(result.isSubset).toBe(false);
    expect(result.why.join("\n")).toContain(words);
  });

  it("takes the first state of a root", () => {
    expect(isSubset(outline(base, { lineage: "" }), outline([], { lineage: "m", live: ["t.n"] })).isSubset).toBe(true);
  });

  const check = (status: string, instances: [string, string][] = []): More => ({
    document: {
      checks: [
        {
          address: { to_display: "t.n", kind: "resource" },
          status,
          instances: instances.map(([to_display, each]) => ({ address: { to_display }, status: each })),
        },
      ],
    },
  });
  it.each<[boolean, string, More, More]>([
    [true, "unknown -> pass", check("unknown"), check("pass")],
    [
      true,
      "unknown -> pass of each instance",
      check("unknown"),
      check("pass", [
        ["t.n[0]", "pass"],
        ["t.n[1]", "unknown"],
      ]),
    ],
    [true, "pass -> pass", check("pass"), check("pass")],
    [false, "unknown -> fail", check("unknown"), check("fail")],
    [false, "unknown -> fail of an instance", check("unknown"), check("fail", [["t.n[0]", "fail"]])],
    [false, "pass -> fail", check("pass"), check("fail")],
    [false, "pass -> unknown", check("pass"), check("unknown")],
    [false, "fail -> pass", check("fail"), check("pass")],
    [false, "fail -> gone", check("fail"), {}],
    [false, "new", {}, check("pass")],
  ])("says %s for the check %s", (isAllowed, _, reviewed, now) => {
    expect(isSubset(outline(base, reviewed), outline(base, now)).isSubset).toBe(isAllowed);
  });

  const output = (actions: string, before: unknown, after: unknown, unknown: unknown = false): More => ({
    document: {
      output_changes: {
        o: {
          actions: [actions],
          before,
          after,
          after_unknown: unknown,
          before_sensitive: false,
          after_sensitive: false,
        },
      },
    },
  });
  it.each<[boolean, string, More, More]>([
    [true, "that is done", output("create", null, 1), {}],
    [true, "that is known now", output("create", null, undefined, true), output("create", null, 1)],
    [
      true,
      "that is half known",
      output("create", null, [null, null], [true, true]),
      output("create", null, [null, "b"], [true, false]),
    ],
    [true, "that was written with something else", output("create", null, undefined, true), output("update", 1, 2)],
    [true, "that is left", output("update", 1, 2), output("update", 1, 2)],
    [false, "with another value", output("update", 1, 2), output("update", 1, 3)],
    [false, "that is deleted", output("update", 1, 2), output("delete", 1, null)],
    [false, "that is not deleted any more", output("delete", 1, null), output("update", 1, 2)],
    [false, "that is new", {}, output("create", null, 1)],
    [false, "that drifted", output("update", 1, 2), output("update", 7, 2)],
  ])("says %s for an output %s", (isAllowed, _, reviewed, now) => {
    expect(isSubset(outline([], reviewed), outline([], now)).isSubset).toBe(isAllowed);
  });

  it("takes drift, deferred changes and what it does not know only as they were", () => {
    const drift = (a: number): More => ({
      document: { resource_drift: [update({ a: 1 }, { a })] },
      facts: { refreshOnly: true },
    });
    const other = (a: number): More => ({
      document: { action_invocations: [{ address: "action.a.b", config_values: { a } }] },
    });
    for (const more of [drift, other]) {
      expect(isSubset(outline([], more(2)), outline([], more(2))).isSubset).toBe(true);
      expect(isSubset(outline([], more(2)), outline([], more(3))).isSubset).toBe(false);
    }
  });

  it("lists what is done and what is left", () => {
    const reviewed = [
      create({ a: 1 }),
      { ...create({ a: 1 }), address: "t.b" },
      { ...remove({ a: 1 }), ...DEPOSED, address: "t.c" },
    ];
    expect(isSubset(outline(reviewed), outline(reviewed.slice(0, 1), { live: ["t.b"] }))).toStrictEqual({
      isSubset: true,
      why: [],
      done: ["t.b", "t.c (deposed aabbccdd)"],
      left: ["t.n"],
    });
  });

  it.each<[string, Item, readonly string[]]>([
    ["a create that is not there", create({ a: 1 }), []],
    ["an update of what is not there", update({ a: 1 }, { a: 2 }), []],
    ["a replace of what is not there", replace(DC, { a: 1 }, { a: 2 }), []],
    ["a delete of what is still there", remove({ a: 1 }), ["t.n"]],
  ])("refuses %s any more: that it is not planned has another reason", (_, reviewed, live) => {
    const other = { ...remove({ a: 1 }), address: "t.other" };
    const result = isSubset(outline([reviewed, other]), outline([other], { live: [...live, "t.other"] }));
    expect(result).toMatchObject({ isSubset: false, why: ["t.n is neither planned any more nor done"] });
  });

  it("trusts a cut outline only where nothing changed", () => {
    const cut = (items: Item[]): PlanOutline => {
      const full = outline(items);
      return withoutDetails(full);
    };
    const unknown = create({}, { after_unknown: { a: true } });
    expect(isSubset(cut([unknown]), outline([unknown])).isSubset).toBe(true);
    expect(isSubset(cut([unknown]), outline([create({ a: 1 })])).why).toStrictEqual([
      "t.n differs, and the reviewed outline does not say how",
    ]);
    expect(isSubset(cut([replace(CD, { a: 1 }, { a: 2 })]), outline([remove({ a: 1 }, DEPOSED)])).isSubset).toBe(false);
  });

  it("counts changes whose addresses only a redaction made equal", () => {
    const secret = {
      document: {
        variables: { v: { value: "hunter22" }, w: { value: "hunter33" } },
        configuration: { root_module: { variables: { v: { sensitive: true }, w: { sensitive: true } } } },
      },
    };
    const [one, two] = ["hunter22", "hunter33"].map(
      (name) => ({ ...create({ a: 1 }), address: `t.n["${name}"]`, index: name }) as Item,
    );
    if (one === undefined || two === undefined) throw new Error("unreachable");
    expect(isSubset(outline([one, two], secret), outline([two, one], secret)).isSubset).toBe(true);
    expect(isSubset(outline([one], secret), outline([one, two], secret)).isSubset).toBe(false);
  });
});

function withoutDetails(outline: PlanOutline): PlanOutline {
  const changes = outline.changes.map((change) => {
    const bare = { ...change };
    delete bare.detail;
    return bare;
  });
  return { ...outline, changes };
}
