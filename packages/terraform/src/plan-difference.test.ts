import { createRedactor } from "@handrail/runner";
import { describe, expect, it } from "@jest/globals";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { describeDifference } from "./plan-difference-words.ts";
import { comparePlans } from "./plan-difference.ts";
import { withoutUnchanged } from "./plan-outline-unchanged.ts";
import { outlinePlan, type PlanOutline } from "./plan-outline.ts";
import { readPlan } from "./plan-reader.ts";
import type { StateDigest } from "./state-digest.ts";

type Values = Record<string, unknown>;

function change(
  address: string,
  actions: string,
  before: Values | null,
  after: Values | null,
  more: Values = {},
): Values {
  const fields = { after_unknown: {}, before_sensitive: {}, after_sensitive: {} };
  return {
    address,
    mode: "managed",
    type: "t",
    name: "n",
    change: { actions: actions.split(","), before, after, ...fields, ...more },
  };
}

type More = { document?: Values; facts?: Partial<FingerprintFacts>; state?: StateDigest };

const EMPTY = { lineage: "l", serial: 1, resources: [] };

function outline(resource_changes: Values[], { document = {}, facts = {}, state = EMPTY }: More = {}): PlanOutline {
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
  const known = {
    configuration: "c",
    lockFile: "l",
    terraformVersion: "1.11.4",
    providerVersions: { p: "1" },
    arguments: {},
    refreshOnly: false,
  };
  return outlinePlan({ source, plan, redact: (given) => redactor.redact(given), ...known, ...facts }, state);
}

const NOTHING = {
  isComplete: true,
  parts: [],
  changes: [],
  outputs: [],
  checks: [],
  movedInState: [],
  isOtherState: false,
};

describe("comparePlans", () => {
  it("has nothing to say about equal plans", () => {
    const plan = outline([change("t.n", "update", { a: 1 }, { a: 2 })]);
    expect(comparePlans(plan, plan)).toStrictEqual(NOTHING);
    expect(describeDifference(comparePlans(plan, plan))).toBe("the plans do not differ");
  });

  it("tells changes by address and attributes by path", () => {
    const reviewed = outline([
      change("t.same", "update", { a: 1 }, { a: 2 }),
      change("t.gone", "delete", { a: 1 }, null),
      change(
        "t.n",
        "update",
        { tags: { Name: "a" }, ingress: [{ port: 1 }] },
        { tags: { Name: "b" }, ingress: [{ port: 2 }] },
      ),
    ]);
    const now = outline([
      change("t.new", "delete,create", { a: 1 }, { a: 2 }),
      change(
        "t.n",
        "update",
        { tags: { Name: "a" }, ingress: [{ port: 1 }] },
        { tags: { Name: "c", "x y": 1 }, ingress: [{ port: 3 }] },
      ),
      change("t.same", "update", { a: 1 }, { a: 2 }),
    ]);
    const difference = comparePlans(reviewed, now);
    const rest = { section: "change", attributes: [], aspects: [] };
    expect(difference).toStrictEqual({
      ...NOTHING,
      changes: [
        { ...rest, address: "t.gone", kind: "gone", reviewedActions: ["delete"], actions: [] },
        {
          ...rest,
          address: "t.n",
          kind: "different",
          reviewedActions: ["update"],
          actions: ["update"],
          attributes: ["ingress[0].port", "tags.Name", 'tags["x y"]'],
        },
        { ...rest, address: "t.new", kind: "added", reviewedActions: [], actions: ["delete", "create"] },
      ],
    });
    expect(describeDifference(difference)).toBe(
      't.new is planned only now (delete, create); t.n differs in ingress[0].port, tags.Name, tags["x y"]; and 1 more',
    );
  });

  it.each<[string, Values, Values]>([
    ["the actions", { actions: ["create"] }, { actions: ["update"] }],
    ["the import", {}, { importing: { id: "x" } }],
    ["what forces the replacement", { replace_paths: [["a"]] }, { replace_paths: [["b"]] }],
    ["the generated configuration", {}, { generated_config: "resource" }],
    ["its type, provider or another property", {}, { teleport: 1 }],
  ])("tells %s apart", (words, one, other) => {
    const [reviewed, now] = [one, other].map((more) => outline([change("t.n", "update", { a: 1 }, { a: 2 }, more)]));
    const difference = reviewed && now && comparePlans(reviewed, now);
    expect(difference?.changes).toMatchObject([{ kind: "different", attributes: [], aspects: [words] }]);
  });

  it.each<[string, Values, Values]>([
    ["the former address", {}, { previous_address: "t.o" }],
    ["the reason", {}, { action_reason: "replace_because_tainted" }],
    ["its type, provider or another property", { provider_name: "a" }, { provider_name: "b" }],
  ])("tells %s of a resource apart", (words, one, other) => {
    const [reviewed, now] = [one, other].map((more) =>
      outline([{ ...change("t.n", "update", { a: 1 }, { a: 2 }), ...more }]),
    );
    expect(reviewed && now && comparePlans(reviewed, now).changes[0]?.aspects).toStrictEqual([words]);
  });

  it.each<[string, More]>([
    ["the configuration", { facts: { configuration: "d" } }],
    ["the lock file", { facts: { lockFile: undefined } }],
    ["terraform 1.11.4 -> 1.12.0", { facts: { terraformVersion: "1.12.0" } }],
    ["provider p 1 -> 2", { facts: { providerVersions: { p: "2" } } }],
    ["provider p 1 -> (none)", { facts: { providerVersions: {} } }],
    ["the arguments in TF_CLI_ARGS", { facts: { arguments: { TF_CLI_ARGS: "-x" } } }],
    ["the mode or completeness of the plan", { facts: { refreshOnly: true } }],
    ["variable region", { document: { variables: { region: { value: "eu" } } } }],
  ])("calls %s by its name", (words, more) => {
    const difference = comparePlans(outline([]), outline([], more));
    expect(difference).toStrictEqual({ ...NOTHING, parts: [words] });
    expect(describeDifference(difference)).toBe(/[)]$|->/.test(words) ? words : `${words} changed`);
  });

  it("tells what an update changes that is in only one of the plans, and what is behind it", () => {
    const update = change("t.n", "update", { a: 1, b: 1, c: 1, d: 1, e: 1 }, { a: 1, b: 2, c: 2, d: 2, e: 2 });
    const [none, one] = [outline([]), outline([update, change("t.o", "delete", { a: 1 }, null)])];
    const moved = outline([update], { facts: { configuration: "d" } });
    expect(describeDifference(comparePlans(none, moved))).toBe(
      "t.n is planned only now (update of b, c, d, 1 more); the configuration changed",
    );
    expect(describeDifference(comparePlans(one, none))).toBe(
      "t.o is no longer planned (delete); t.n is no longer planned (update of b, c, d, 1 more)",
    );
  });

  it("leaves out what follows from what an update changes", () => {
    const after = { input: { a: 2 }, triggers: 1 };
    const before = { input: { a: 1 }, triggers: 1, output: { a: 1, b: 1 } };
    const update = change("t.n", "update", before, after, { after_unknown: { output: true } });
    expect(comparePlans(outline([]), outline([update])).changes[0]?.attributes).toEqual(["input.a"]);
    const refreshed = change("t.n", "update", { output: { a: 1 } }, {}, { after_unknown: { output: true } });
    expect(comparePlans(outline([]), outline([refreshed])).changes[0]?.attributes).toContain("output");
  });

  it("tells another seal key", () => {
    const difference = comparePlans(outline([]), outline([], { facts: { key: "0123456789abcdef" } }));
    expect(difference.parts).toContain("the seal-key (one plan has another, or none)");
  });

  it("tells outputs and checks", () => {
    const document = (after: number, status: string): Values => ({
      output_changes: {
        o: {
          actions: ["update"],
          before: { a: 1 },
          after: { a: after },
          before_sensitive: false,
          after_sensitive: false,
        },
      },
      checks: [{ address: { to_display: "check.c", kind: "check" }, status }],
    });
    const difference = comparePlans(
      outline([], { document: document(2, "pass") }),
      outline([], { document: document(3, "fail") }),
    );
    expect(difference).toMatchObject({
      changes: [],
      outputs: [{ address: "o", section: "output", kind: "different", attributes: ["a"] }],
      checks: [{ address: "check.c", reviewed: "pass", now: "fail" }],
    });
    expect(describeDifference(difference)).toBe("output o differs; check.c (pass -> fail)");
  });

  it("tells what moved in the state meanwhile", () => {
    const [A, B] = ["AAAAAAAAAAA", "BBBBBBBBBBB"];
    const reviewed = outline([], {
      state: {
        lineage: "l",
        serial: 1,
        resources: [
          ["t.a", A],
          ["t.b", A],
          ["t.c", A],
        ],
      },
    });
    const now = outline([], {
      state: {
        lineage: "m",
        serial: 2,
        resources: [
          ["t.a", A],
          ["t.b", B],
          ["t.d", A],
        ],
      },
    });
    const difference = comparePlans(reviewed, now);
    expect(difference).toStrictEqual({
      ...NOTHING,
      isOtherState: true,
      movedInState: [
        { address: "t.b", how: "changed" },
        { address: "t.c", how: "vanished" },
        { address: "t.d", how: "appeared" },
      ],
    });
    expect(describeDifference(difference)).toBe(
      "the state is another one (its lineage differs); 3 resources changed in the state meanwhile",
    );
  });

  it("says when it does not know everything", () => {
    const [reviewed, now] = [
      outline([change("t.n", "create", null, { a: 1 })]),
      outline([change("t.n", "create", null, { a: 2 })]),
    ];
    const cut = withoutDetails(reviewed);
    expect(comparePlans(cut, now)).toMatchObject({ isComplete: false, changes: [{ attributes: [], aspects: [] }] });
    const { state: _, ...stateless } = reviewed;
    expect(comparePlans(stateless, reviewed).isComplete).toBe(false);
    expect(describeDifference(comparePlans(stateless, reviewed))).toMatch(/known in part only/);
  });

  it("gets back what was cut because it stays, or says that it does not know", () => {
    const [one, two, three] = [
      outline([change("t.n", "update", { a: 1, b: 1, c: 1 }, { a: 1, b: 1, c: 2 })]),
      outline([change("t.n", "update", { a: 1, b: 1, c: 1 }, { a: 1, b: 1, c: 3 })]),
      outline([change("t.n", "update", { a: 1, b: 1, c: 1 }, { a: 1, b: 7, c: 2 })]),
    ];
    const cut = { ...one, changes: one.changes.map(withoutUnchanged) };
    expect(cut).not.toStrictEqual(one);
    expect(comparePlans(cut, two)).toMatchObject({ isComplete: true, changes: [{ attributes: ["c"] }] });
    expect(comparePlans(cut, three)).toMatchObject({ isComplete: false, changes: [{ attributes: ["b"] }] });
  });

  it("counts what it does not name", () => {
    const many = Array.from({ length: 5 }, (_, index) => change(`t.n[${index}]`, "create", null, { a: 1 }));
    const last = change("t.z", "delete", { a: 1 }, null);
    expect(describeDifference(comparePlans(outline([]), outline([...many, last])))).toBe(
      "t.z is planned only now (delete); t.n[0] is planned only now (create); and 4 more",
    );
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
