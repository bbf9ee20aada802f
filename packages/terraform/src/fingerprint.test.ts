import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { createRedactor } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { canonicalJson, maskedJson } from "./canonical-json.ts";
import type { FingerprintFacts } from "./fingerprint-facts.ts";
import { fingerprintParts, fingerprintPlan } from "./fingerprint.ts";
import { type Json, parseJson } from "./json-value.ts";
import { readPlan } from "./plan-reader.ts";
import type { PlanSource } from "./plan.ts";

const KEY = "0123456789abcdef0123456789abcdef";

function sourceOf(document: unknown): PlanSource {
  const bytes = Buffer.from(typeof document === "string" ? document : JSON.stringify(document));
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

function factsOf(document: unknown, more: Partial<FingerprintFacts> = {}): FingerprintFacts {
  const source = sourceOf(document);
  const { plan, secrets } = readPlan(source);
  const redactor = createRedactor(secrets);
  return {
    source,
    plan,
    redact: (text) => redactor.redact(text),
    configuration: "c".repeat(64),
    lockFile: "# lock\n",
    terraformVersion: "1.11.4",
    providerVersions: { "registry.terraform.io/hashicorp/aws": "5.1.0", a: "1" },
    arguments: {},
    refreshOnly: false,
    ...more,
  };
}

function print(document: unknown, more: Partial<FingerprintFacts> = {}): string {
  return fingerprintPlan(factsOf(document, more));
}

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/plans/${name}.json`, import.meta.url), "utf8");
}

type Change = {
  address: string;
  deposed?: string;
  change: {
    actions: string[];
    before: unknown;
    after: unknown;
    after_unknown: unknown;
    before_sensitive: unknown;
    after_sensitive: unknown;
  };
};

function change(address: string, before: unknown, after: unknown, sensitive: unknown = {}): Change {
  const actions = before === null ? ["create"] : after === null ? ["delete"] : ["update"];
  const body = { actions, before, after, after_unknown: {}, before_sensitive: sensitive, after_sensitive: sensitive };
  return { address, change: body };
}

function plan(changes: Change[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const resource_changes = changes.map((item) => ({
    mode: "managed",
    type: "t",
    name: "n",
    provider_name: "p",
    ...item,
  }));
  return { format_version: "1.2", terraform_version: "1.11.4", planned_values: {}, resource_changes, ...more };
}

/** The same JSON with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}

const zoo = fixture("zoo");

function withSecret(before: string, after: string): unknown {
  return plan([change("a.b", { p: before, copy: before }, { p: after, copy: after }, { p: true })]);
}

function withVariable(value: string): unknown {
  const configuration = { root_module: { variables: { v: { sensitive: true } } } };
  return plan([], { variables: { v: { value } }, configuration });
}

function printVariable(value: string, more: Partial<FingerprintFacts> = {}): string {
  return print(withVariable(value), { ...more, arguments: { TF_CLI_ARGS_plan: `-var=v=${value}` } });
}

function withOutput(before: string, after: string): unknown {
  const o = { actions: ["update"], before, after, before_sensitive: true, after_sensitive: true };
  return plan([], { output_changes: { o } });
}

function asPlan(items: { address: string; before: unknown; after: unknown }[]): Record<string, unknown> {
  return plan(items.map(({ address, before, after }) => change(address, before, after)));
}

function withHidden(hidden: unknown): Json {
  return parseJson(JSON.stringify({ kept: 1, hidden }));
}

describe("fingerprintPlan", () => {
  it.each([
    "zoo",
    "destroy",
    "hostile",
    "moved-only",
    "forget-only",
    "outputs-only",
    "import-generated",
    "failing-check",
    "no-change",
  ])(
    "gives %s one fingerprint, whatever the order of keys and changes, the time, the white space and the reading window",
    (name) => {
      const text = fixture(name);
      const document = JSON.parse(text) as Record<string, unknown>;
      const reordered = shuffled({
        ...document,
        timestamp: "2031-01-01T00:00:00Z",
        resource_changes: [...((document["resource_changes"] as unknown[] | undefined) ?? [])].reverse(),
      });
      expect(print(text)).toMatch(/^hr1:[0-9a-f]{64}$/);
      for (const key of [undefined, KEY]) {
        const more = key === undefined ? {} : { key };
        expect(print(JSON.stringify(reordered, null, 3), more)).toBe(print(text, more));
      }
    },
  );

  it("tells all the real plans apart, and a key from none and from another", () => {
    const names = [
      "zoo",
      "destroy",
      "target",
      "hostile",
      "moved-only",
      "forget-only",
      "outputs-only",
      "import-generated",
      "no-change",
    ];
    const all = names.flatMap((name) => [
      print(fixture(name)),
      print(fixture(name), { key: KEY }),
      print(fixture(name), { key: `${KEY}x` }),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each<[string, Partial<FingerprintFacts>]>([
    ["the configuration", { configuration: "d".repeat(64) }],
    ["the lock file", { lockFile: "# other\n" }],
    ["a lock file that is gone", { lockFile: undefined }],
    ["an empty lock file", { lockFile: "" }],
    ["terraform's version", { terraformVersion: "1.11.5" }],
    ["a provider's version", { providerVersions: { "registry.terraform.io/hashicorp/aws": "5.1.1", a: "1" } }],
    ["a provider that is gone", { providerVersions: { a: "1" } }],
    ["an argument of the environment", { arguments: { TF_CLI_ARGS: "-lock=false" } }],
    ["the mode", { refreshOnly: true }],
  ])("changes with %s", (_, more) => {
    expect(print(zoo, more)).not.toBe(print(zoo));
    expect(print(zoo, { ...more, key: KEY })).not.toBe(print(zoo, { key: KEY }));
  });

  it("takes providers and arguments in any order", () => {
    const providerVersions = { a: "1", "registry.terraform.io/hashicorp/aws": "5.1.0" };
    expect(print(zoo, { providerVersions })).toBe(print(zoo));
  });

  it("has drift in refresh-only plans, and in no other", () => {
    const drift = [change("a.b", { x: 1 }, { x: 2 })];
    const [one, other] = [
      plan([], { resource_drift: drift }),
      plan([], { resource_drift: [change("a.b", { x: 1 }, { x: 3 })] }),
    ];
    expect(print(one)).toBe(print(other));
    expect(print(one, { refreshOnly: true })).not.toBe(print(other, { refreshOnly: true }));
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "an output's value",
      { output_changes: { o: { actions: ["update"], before: 1, after: 2 } } },
      { output_changes: { o: { actions: ["update"], before: 1, after: 3 } } },
    ],
    [
      "a check's result",
      { checks: [{ address: { to_display: "check.a", kind: "check" }, status: "pass" }] },
      { checks: [{ address: { to_display: "check.a", kind: "check" }, status: "fail" }] },
    ],
    ["a variable", { variables: { v: { value: "a" } } }, { variables: { v: { value: "b" } } }],
    ["completeness", { complete: true }, { complete: false }],
    ["an error", { errored: false }, { errored: true }],
    [
      "a deferred change",
      {},
      {
        deferred_changes: [{ reason: "unknown", resource_change: { address: "a.b", change: { actions: ["create"] } } }],
      },
    ],
    ["an action invocation", {}, { action_invocations: [{ address: "action.a.b", config_values: { x: 1 } }] }],
    ["a section nobody knows yet", {}, { teleport_changes: [{ address: "a.b" }] }],
  ])("changes with %s", (_, one, other) => {
    expect(print(plan([], one))).not.toBe(print(plan([], other)));
  });

  it.each<[string, Record<string, unknown>]>([
    ["the previous address", { previous_address: "a.old" }],
    ["the deposed key", { deposed: "aabbccdd" }],
    ["the reason", { action_reason: "replace_because_tainted" }],
    ["the provider", { provider_name: "other" }],
    ["a field nobody knows yet", { write_only_version: 7 }],
  ])("changes with %s of a change", (_, field) => {
    const base = change("a.b", { x: 1 }, { x: 2 });
    expect(print(plan([{ ...base, ...field }]))).not.toBe(print(plan([base])));
  });

  it.each<[string, Record<string, unknown>]>([
    ["what forces a replacement", { replace_paths: [["x"]] }],
    ["an import", { importing: { id: "i-1" } }],
    ["generated configuration", { generated_config: "resource x" }],
    ["what is unknown", { after_unknown: { y: true } }],
    ["an identity", { after_identity: { id: "1" } }],
    ["the actions", { actions: ["delete", "create"] }],
    ["what is sensitive", { after_sensitive: { z: true } }],
  ])("changes with %s", (_, field) => {
    const base = change("a.b", { x: 1 }, { x: 2 });
    const other = { ...base, change: { ...base.change, ...field } };
    expect(print(plan([other]))).not.toBe(print(plan([base])));
    expect(print(plan([other]), { key: KEY })).not.toBe(print(plan([base]), { key: KEY }));
  });

  it("takes the paths that force a replacement in any order", () => {
    const base = change("a.b", { x: 1 }, { x: 2 });
    const paths = [["x"], ["y", 0, "z"]];
    const [one, other] = [paths, [...paths].reverse()].map((replace_paths) =>
      plan([{ ...base, change: { ...base.change, replace_paths } as Change["change"] }]),
    );
    expect(print(one)).toBe(print(other));
  });

  it("keeps every digit: 9007199254740993 is not 9007199254740992", () => {
    const text = JSON.stringify(plan([change("a.b", { x: 1 }, { x: 2 })]));
    const [one, other] = ["9007199254740993", "9007199254740992"].map((digits) =>
      text.replace('"after":{"x":2}', `"after":{"x":${digits}}`),
    );
    expect(print(one)).not.toBe(print(other));
  });
});

describe("sensitive values", () => {
  it("enter without a key only as changed or unchanged, by their flag and by their value elsewhere", () => {
    expect(print(withSecret("hunter2", "hunter3"))).toBe(print(withSecret("correct horse", "battery staple")));
    expect(print(withSecret("hunter2", "hunter2"))).not.toBe(print(withSecret("hunter2", "hunter3")));
    expect(print(withSecret("abc", "def"))).not.toBe(print(withSecret("abc", "xyz")));
  });

  it("enter with a key in full", () => {
    expect(print(withSecret("hunter2", "hunter3"), { key: KEY })).not.toBe(
      print(withSecret("hunter2", "hunter4"), { key: KEY }),
    );
  });

  it("do not enter by sensitive variables, nor by the environment's arguments that repeat them", () => {
    expect(printVariable("hunter2")).toBe(printVariable("another secret"));
    expect(printVariable("hunter2", { key: KEY })).not.toBe(printVariable("another secret", { key: KEY }));
  });

  it("in outputs are compared with what they were", () => {
    expect(print(withOutput("aaaa", "bbbb"))).toBe(print(withOutput("cccc", "dddd")));
    expect(print(withOutput("aaaa", "aaaa"))).not.toBe(print(withOutput("cccc", "dddd")));
  });
});

describe("fingerprintParts", () => {
  it("gives each change a digest of its own that stays the same in another plan", () => {
    const [a, b, c] = [change("a.a", null, { x: 1 }), change("a.b", { x: 1 }, { x: 2 }), change("a.c", { x: 1 }, null)];
    const all = fingerprintParts(factsOf(plan([c, a, b]))).changes;
    expect(all.map(({ address }) => address)).toEqual(["a.a", "a.b", "a.c"]);
    const rest = fingerprintParts(factsOf(plan([b]))).changes;
    expect(rest).toEqual([all[1]]);
    expect(fingerprintParts(factsOf(plan([b]), { key: KEY })).changes[0]?.digest).not.toBe(rest[0]?.digest);
  });

  it("orders a deposed object behind the current one of the same address", () => {
    const current = change("a.a", { x: 1 }, { x: 2 });
    const deposed = { ...change("a.a", { x: 0 }, null), deposed: "aabbccdd" };
    const parts = fingerprintParts(factsOf(plan([deposed, current]))).changes;
    expect(parts.map((part) => part.deposed)).toEqual([undefined, "aabbccdd"]);
  });
});

describe("properties", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 8 });
  const scalar = fc.oneof(
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom("__proto__", "(secret)", "", "hunter22"),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(text, tie("value"), { maxKeys: 3 }),
    ),
  }));
  const attributes = fc.dictionary(fc.stringMatching(/^[a-e]$/), value, { minKeys: 1, maxKeys: 4 });
  const changes = fc.uniqueArray(
    fc.record({ address: fc.stringMatching(/^a\.[a-z]{1,2}$/), before: attributes, after: attributes }),
    { minLength: 1, maxLength: 6, selector: ({ address }) => address },
  );

  it("equal plans are equal, in any order of changes and keys", () => {
    const property = fc.property(changes, fc.boolean(), (items, isKeyed) => {
      const more = isKeyed ? { key: KEY } : {};
      expect(print(shuffled(asPlan([...items].reverse())), more)).toBe(print(asPlan(items), more));
    });
    fc.assert(property, { numRuns: runs(150, 1000), seed: seed() });
  });

  it("one changed attribute anywhere makes another fingerprint", () => {
    const property = fc.property(changes, fc.nat(), value, fc.boolean(), (items, at, replacement, isKeyed) => {
      const index = at % items.length;
      const chosen = items[index];
      const name = Object.keys(chosen?.after ?? {})[0] ?? "a";
      const after = { ...chosen?.after, [name]: replacement };
      const changed = items.map((item, i) => (i === index ? { ...item, after } : item));
      const more = isKeyed ? { key: KEY } : {};
      const isSame =
        canonicalJson(parseJson(JSON.stringify(chosen?.after))) === canonicalJson(parseJson(JSON.stringify(after)));
      expect(print(asPlan(changed), more) === print(asPlan(items), more)).toBe(isSame);
    });
    fc.assert(property, { numRuns: runs(150, 1000), seed: seed() });
  });

  it("canonical text is the same for the same value only", () => {
    const property = fc.property(value, value, (one, other) => {
      const [a, b] = [one, other].map((each) => parseJson(JSON.stringify(each)));
      expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepEqual(a, b));
      expect(parseJson(canonicalJson(a))).toEqual(a);
    });
    fc.assert(property, { numRuns: runs(200, 1000), seed: seed() });
  });

  it("masked text never holds a flagged value, whatever its shape", () => {
    const property = fc.property(value, value, (before, after) => {
      const masked = maskedJson(withHidden(after), { hidden: true }, { redact: (given) => given }, [
        withHidden(before),
      ]);
      expect(masked).toMatch(/^\{"hidden":(null|\(secret, (un)?changed\)),"kept":1\}$/);
    });
    fc.assert(property, { numRuns: runs(100, 1000), seed: seed() });
  });
});

function isDeepEqual(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}
