import { createRedactor } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { diffBody, diffOutputs, type DiffOptions } from "./diff-body.ts";
import { renderDiff, type DiffLine } from "./diff-line.ts";
import { isJsonObject, parseJson, type Json } from "./json-value.ts";
import type { ChangeBody, OutputChange } from "./plan.ts";

const OPTIONS: DiffOptions = { kind: "update", replacePaths: [], redact: (text) => text };

function bodyOf(before: Json, after: Json, more: Partial<ChangeBody> = {}): ChangeBody {
  return { before, after, afterUnknown: {}, beforeSensitive: {}, afterSensitive: {}, ...more };
}

function diff(before: Json, after: Json, more: Partial<ChangeBody> = {}, options: Partial<DiffOptions> = {}): string[] {
  return renderDiff(diffBody(bodyOf(before, after, more), { ...OPTIONS, ...options })).split("\n");
}

function lined(secret: string): string {
  return `line\n${secret}\nend\nmore`;
}

function output(name: string, before: Json, after: Json, sensitive = false, afterUnknown = false): OutputChange {
  const body = { before, after, afterUnknown, beforeSensitive: sensitive, afterSensitive: sensitive };
  return { name, kind: "update", actions: ["update"], body };
}

describe("diffBody", () => {
  it.each<[string, Json, Json, string[]]>([
    ["numbers", { a: 1 }, { a: 2 }, ["! a = 1 -> 2"]],
    ["types", { a: 1 }, { a: "1" }, ['! a = 1 -> "1"']],
    ["what appears", { a: null }, { a: "x", b: false }, ['+ a = "x"', "+ b = false"]],
    ["what goes", { a: "x", b: 0 }, { a: null }, ['- a = "x" -> null', "- b = 0 -> null"]],
    ["empty containers", { a: [], b: {} }, { a: {}, b: [] }, ["! a = [] -> {}", "! b = {} -> []"]],
    ["a container for a scalar", { a: "x" }, { a: { b: 1 } }, ['- a = "x"', "+ a = {", "+   b = 1", "+ }"]],
    ["keys that need quotes", { "a.b": 1 }, { "a.b": 2 }, ['! "a.b" = 1 -> 2']],
    ["aligned keys", { a: 1, long_name: 1 }, { a: 2, long_name: 2 }, ["! a         = 1 -> 2", "! long_name = 1 -> 2"]],
    [
      "what is unchanged",
      { id: "i", a: 1, b: 1, c: null },
      { id: "i", a: 2, b: 1, c: null },
      ['  id = "i"', "! a  = 1 -> 2", "# (1 unchanged attribute hidden)"],
    ],
    ["nothing", { a: 1 }, { a: 1 }, ["# (1 unchanged attribute hidden)"]],
    ["nothing at all", null, null, [""]],
    ["values that are no objects", "a", "b", ['! "a" -> "b"']],
  ])("shows %s", (_, before, after, lines) => {
    expect(diff(before, after)).toStrictEqual(lines);
  });

  it("keeps the digits of numbers as they are in the document", () => {
    const before = parseJson('{"a":9007199254740993,"b":1e400,"c":0.1,"d":1.0}');
    const after = parseJson('{"a":9007199254740992,"b":1e401,"c":0.30000000000000004,"d":1.0}');
    expect(diff(before, after)).toStrictEqual([
      "! a = 9007199254740993 -> 9007199254740992",
      "! b = 1e400 -> 1e401",
      "! c = 0.1 -> 0.30000000000000004",
      "# (1 unchanged attribute hidden)",
    ]);
  });

  it("shows unknown values, wholly and in part", () => {
    const afterUnknown = { a: true, c: { x: true }, d: [false, true], e: true };
    const lines = diff({ a: "old", c: { x: 1 }, d: [1, 2] }, { c: {}, d: [1, null] }, { afterUnknown });
    expect(lines).toStrictEqual([
      "! c = {",
      "!   x = 1 -> (known after apply)",
      "  }",
      "! d = [1, 2] -> [1, (known after apply)]",
      '! a = "old" -> (known after apply)',
      "# (known after apply: e)",
    ]);
  });

  it("shows unknown parts of what is not there at all", () => {
    const afterUnknown = { b: { x: true }, a: [true, false], d: {} };
    expect(diff({}, { c: 1 }, { afterUnknown })).toStrictEqual([
      "+ a = [(known after apply), null]",
      "+ b = {",
      "+   x = (known after apply)",
      "+ }",
      "+ c = 1",
    ]);
  });

  it("marks what forces the replacement, and puts it first", () => {
    const more = {
      kind: "replace",
      replacePaths: [["z"], ["list", 1, "size"], ["gone", 0]],
    } satisfies Partial<DiffOptions>;
    const before = {
      a: 1,
      z: 1,
      list: [
        { n: 1, size: 1 },
        { n: 2, size: 1 },
      ],
    };
    const after = {
      a: 2,
      z: 2,
      list: [
        { n: 1, size: 1 },
        { n: 2, size: 2 },
      ],
    };
    expect(diff(before, after, {}, more)).toStrictEqual([
      "! list = [",
      "#   (1 unchanged element hidden)",
      "!   {",
      "!     size = 1 -> 2 # forces replacement",
      "#     (1 unchanged attribute hidden)",
      "    },",
      "  ]",
      "! z    = 1 -> 2 # forces replacement",
      "! a    = 1 -> 2",
      "# (gone[0] forces replacement)",
    ]);
    const marks = diff(before, after, {}, { ...more, kind: "update" }).filter((line) => line.includes("forces"));
    expect(marks).toStrictEqual([]);
  });

  it("shows what forces the replacement although it looks unchanged", () => {
    const options = { kind: "replace", replacePaths: [["a"]] } satisfies Partial<DiffOptions>;
    expect(diff({ a: "x", b: 1 }, { a: "x", b: 1 }, {}, options)).toStrictEqual([
      '  a = "x" # forces replacement',
      "# (1 unchanged attribute hidden)",
    ]);
  });

  it("shows which object is forgotten, moved or imported as it is", () => {
    const before = { id: "i-1", name: "x", input: 1, none: null };
    for (const [kind, after] of [
      ["forget", null],
      ["no-op", before],
    ] as const) {
      expect(diff(before, after, {}, { kind })).toStrictEqual([
        '  id   = "i-1"',
        '  name = "x"',
        "# (1 unchanged attribute hidden)",
      ]);
    }
  });

  it("shows the identity when it changes, and that configuration was generated", () => {
    const more = { beforeIdentity: { account: "1" }, afterIdentity: { account: "2" }, generatedConfig: "a\nb" };
    expect(diff({ a: 1 }, { a: 1 }, more)).toStrictEqual([
      "# (1 unchanged attribute hidden)",
      "! (identity) = {",
      '!   account = "1" -> "2"',
      "  }",
      "# (configuration is generated: 2 lines)",
    ]);
  });

  it("cuts at maxLines and counts what is cut", () => {
    const before = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, index]));
    const lines = diff(before, null, {}, { kind: "delete", maxLines: 10 });
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe("# (41 more lines)");
    expect(diff(before, null, {}, { kind: "delete", maxLines: 50 })).toHaveLength(50);
  });

  it("says that only the order of a list changes", () => {
    expect(diff({ a: [1, 2, 3] }, { a: [3, 1, 2] })).toStrictEqual([
      "! a = [1, 2, 3] -> [3, 1, 2] # same elements in another order",
    ]);
  });

  it("is one line for JSON or line ends that are only written differently", () => {
    expect(diff({ a: '{"x":1,"y":[]}' }, { a: '{\n "y": [], "x": 1}' })).toStrictEqual([
      "! a = jsonencode({…}) # same JSON, only its formatting changes",
    ]);
    expect(diff({ a: "1\r\n2\r\n" }, { a: "1\n2\n" })).toStrictEqual(["! a = (2 lines) # only line ends change"]);
  });
});

describe("diffBody and YAML in strings", () => {
  const manifest = (replicas: number): string => `a: 1\nb: [x, y]\nc:\n  replicas: ${replicas}\n`;

  it("compares by meaning when that is clearer", () => {
    const written = 'c: { "replicas": 2 }\nb:\n  - x\n  - y\na: 1\n';
    expect(diff({ v: manifest(1) }, { v: written })).toStrictEqual([
      "# (compared as YAML: formatting or comments change too)",
      "! v = yamlencode({",
      "!   c = {",
      "!     replicas = 1 -> 2",
      "    }",
      "#   (2 unchanged attributes hidden)",
      "  })",
    ]);
  });

  it("shows the text when that is clearer, or when the first line says what it is", () => {
    expect(diff({ v: manifest(1) }, { v: manifest(2) })[4]).toBe("-     replicas: 1");
    const lines = diff(
      { v: `#cloud-config\n${manifest(1)}` },
      { v: `#!/bin/sh\nc: {replicas: 1}\na: 1\nb: ['x', 'y']\n` },
    );
    expect(lines.slice(0, 2)).toStrictEqual(["! v = <<-EOT", "-   #cloud-config"]);
  });

  it("says that only comments or formatting change, and shows them", () => {
    expect(diff({ v: "a: 1\nb: 2\n" }, { v: "a: 1\n# why\nb: 2\n" })).toStrictEqual([
      "! v = <<-EOT # same YAML content, only comments or formatting change",
      "    a: 1",
      "+   # why",
      "    b: 2",
      "  EOT",
    ]);
  });

  it("does not take a quoted word for the same as a bare one", () => {
    expect(diff({ v: "a: on\nb: 2\n" }, { v: 'a: "on"\nb: 2\n' })[0]).toBe("! v = <<-EOT");
  });
});

describe("diffBody and secrets", () => {
  const flagged = { beforeSensitive: { p: true }, afterSensitive: { p: true } };

  it.each<[string, Json, Json, Partial<ChangeBody>, string[]]>([
    ["that change", { p: "one1" }, { p: "two2" }, flagged, ["! p = (sensitive value, changed)"]],
    ["that stay", { p: "one1" }, { p: "one1" }, flagged, ["# (1 unchanged attribute hidden)"]],
    ["that appear", { p: null }, { p: "two2" }, flagged, ["+ p = (sensitive value)"]],
    ["that go", { p: "one1" }, {}, flagged, ["- p = (sensitive value) -> null"]],
    [
      "that become unknown",
      { p: "one1" },
      {},
      { ...flagged, afterUnknown: { p: true } },
      ["! p = (sensitive value) -> (known after apply)"],
    ],
    [
      "flagged before only",
      { p: "one1" },
      { p: "two2" },
      { beforeSensitive: { p: true } },
      ["! p = (sensitive value, changed) # no longer sensitive"],
    ],
    [
      "flagged after only",
      { p: "one1" },
      { p: "one1" },
      { afterSensitive: { p: true } },
      ["! p = (sensitive value, unchanged) # becomes sensitive"],
    ],
    [
      "flagged as a whole",
      { p: { a: "one1", b: [1] } },
      { p: { a: "two2", b: [2] } },
      flagged,
      ["! p = (sensitive value, changed)"],
    ],
    [
      "flagged whole objects",
      { a: "one1" },
      { a: "two2" },
      { beforeSensitive: true, afterSensitive: true },
      ["! (sensitive value, changed)"],
    ],
    [
      "copied by the provider",
      { p: "one1", q: ["one1"] },
      { p: "two2", q: ["two2"] },
      flagged,
      ["! p = (sensitive value, changed)", "! q = [(sensitive value)] -> [(sensitive value)]"],
    ],
    [
      "short and copied",
      { p: "7", q: "7", r: "17" },
      { p: "8", q: "8", r: "18" },
      flagged,
      ["! p = (sensitive value, changed)", "! q = (sensitive value, changed)", '! r = "17" -> "18"'],
    ],
  ])("H062: hides values %s", (_, before, after, more, lines) => {
    expect(diff(before, after, more)).toStrictEqual(lines);
  });

  it("hides flagged elements although the list shifts", () => {
    const lines = diff(
      { a: ["secret1", "open"] },
      { a: ["new", "secret1", "open"] },
      { beforeSensitive: { a: [true, false] }, afterSensitive: { a: [false, true, false] } },
    );
    expect(lines.join("\n")).not.toContain("secret1");
  });

  it("redacts before it splits, parses or compares", () => {
    const { redact } = redacting("hunter2", "two\nlines", "key-secret");
    const lines = diff(
      {
        a: lined("hunter2"),
        b: '{"x":{"key-secret":"hunter2","y":1}}',
        c: lined("two\nlines"),
        d: { "key-secret": 1 },
        e: String.raw`{"z":"\u0068unter2"}`,
      },
      {
        a: lined("x"),
        b: '{"x":{"key-secret":"hunter2","y":2}}',
        c: lined("three"),
        d: { "key-secret": 2 },
        e: '{"z":"3"}',
      },
      {},
      { redact },
    ).join("\n");
    expect(lines).not.toMatch(/hunter2|two|key-secret/);
    expect(lines).toContain("y = 1 -> 2");
  });

  it("shows a change that redaction makes look like none", () => {
    const { redact } = redacting("hunter2", "hunter3");
    expect(
      diff({ u: "db://hunter2@x", t: "1\nhunter2" }, { u: "db://hunter3@x", t: "1\nhunter3" }, {}, { redact }),
    ).toStrictEqual([
      String.raw`! t = "1\n(sensitive value)" # the sensitive part changes`,
      '! u = "db://(sensitive value)@x" # the sensitive part changes',
    ]);
  });

  it("hides a number that is a secret, and leaves longer numbers alone", () => {
    const { redact } = redacting("84737");
    expect(diff({ a: 84_737, b: 847_371 }, { a: 1, b: 2 }, {}, { redact })).toStrictEqual([
      "! a = (sensitive value) -> 1",
      "! b = 847371 -> 2",
    ]);
  });
});

describe("diffOutputs", () => {
  it("aligns outputs and hides sensitive ones", () => {
    const outputs = [
      output("a", 1, 2),
      output("secret", "one1", "two2", true),
      output("new", null, { x: 1 }),
      output("old", "x", null),
      output("later", null, null, false, true),
      output("flag", "same", "same"),
    ];
    expect(renderDiff(diffOutputs(outputs, OPTIONS)).split("\n")).toStrictEqual([
      "! a      = 1 -> 2",
      "! secret = (sensitive value, changed)",
      "+ new    = {",
      "+   x = 1",
      "+ }",
      '- old    = "x" -> null',
      "+ later  = (known after apply)",
      '  flag   = "same"',
    ]);
    expect(diffOutputs([], OPTIONS)).toStrictEqual([]);
  });
});

function redacting(...secrets: string[]): { redact: (text: string) => string } {
  const redactor = createRedactor(secrets);
  return { redact: (text) => redactor.redact(text) };
}

const STRINGS = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    "+ forged",
    "- forged",
    "! x",
    "# y",
    "a\n+ b\nc",
    "x\r\n- y",
    "\u2028! z",
    "```\n</details>",
    "a: 1\nb: 2\n",
    '{"a":1}',
    "[1]",
    "EOT\nEOT",
  ),
);
const VALUES = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(STRINGS, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(STRINGS, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;
const OBJECTS = fc.dictionary(fc.constantFrom("id", "name", "alpha", "beta", "gamma", "delta"), VALUES, {
  noNullPrototype: true,
});

/** Values that often are close to each other: the second is the first with one member changed. */
const SIDES = fc.tuple(OBJECTS, OBJECTS, fc.boolean()).map(([before, other, isNear]) => {
  const after = isNear ? { ...before, ...Object.fromEntries(Object.entries(other).slice(0, 1)) } : other;
  return { before, after };
});

function check(property: (sides: { before: Json; after: Json }, lines: DiffLine[]) => void): void {
  fc.assert(
    fc.property(SIDES, (sides) => property(sides, diffBody(bodyOf(sides.before, sides.after), OPTIONS))),
    { numRuns: runs(200, 20_000), seed: seed() },
  );
}

describe("the work of a diff", () => {
  it.each<[string, (length: number) => Json]>([
    ["long lists", (length) => Array.from({ length }, (_, index) => `e${(index * 7919) % length}`)],
    [
      "lists of objects",
      (length) => Array.from({ length }, (_, index) => ({ name: `n${length - index}`, v: `${index}` })),
    ],
    ["many keys", (length) => Object.fromEntries(Array.from({ length }, (_, index) => [`k${index}`, `${index}`]))],
    [
      "strings in strings",
      (length) => JSON.stringify([JSON.stringify(Array.from({ length }, (_, index) => `${index}`))]),
    ],
    ["texts", (length) => Array.from({ length }, (_, index) => `line ${(index * 31) % length}`).join("\n")],
  ])("grows with its size for %s", (_, valueOf) => {
    const work = [500, 1000, 2000].map((length) => {
      let characters = 0;
      const redact = (text: string): string => {
        characters += text.length + 1;
        return text;
      };
      const lines = diffBody(bodyOf({ a: valueOf(length) }, { a: valueOf(length + 3) }), { ...OPTIONS, redact });
      return characters + lines.reduce((sum, line) => sum + line.text.length, 0);
    });
    expect((work[1] ?? 0) / (work[0] ?? 0)).toBeLessThan(2.5);
    expect((work[2] ?? 0) / (work[1] ?? 0)).toBeLessThan(2.5);
  });
});

describe("any diff", () => {
  it("has no line break in a line, and no sign that is not its own", () => {
    check((_, lines) => {
      for (const line of lines) {
        expect(line.text).not.toMatch(/[\n\v\f\r\u0085\u2028\u2029]/);
        expect(" +-~#").toContain(line.sign);
      }
      const text = renderDiff(lines);
      if (lines.length > 0)
        expect(text.split(/\n|\r|\u2028|\u2029|\u0085/).every((line) => /^[-+! #] /.test(line))).toBe(true);
    });
  });

  it("shows no change between equal values, and one between others", () => {
    check(({ before, after }, lines) => {
      const same = diffBody(bodyOf(before, structuredClone(before)), OPTIONS);
      expect(same.filter((line) => line.sign !== " " && line.sign !== "#")).toStrictEqual([]);
      const isChanged = lines.some((line) => line.sign !== " " && line.sign !== "#");
      expect(isChanged).toBe(canonical(before, true) !== canonical(after, true));
    });
  });

  it("names every attribute that changes", () => {
    check(({ before, after }, lines) => {
      if (!isJsonObject(before) || !isJsonObject(after)) throw new Error("no objects");
      for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (canonical(before[key] ?? null) === canonical(after[key] ?? null)) continue;
        const named = lines.filter(
          (line) => line.depth === 0 && line.text.trimEnd().startsWith(key) && line.sign !== " " && line.sign !== "#",
        );
        expect(named.length).toBeGreaterThan(0);
      }
    });
  });

  it("adds what it takes away when the sides are swapped", () => {
    check(({ before, after }, lines) => {
      const back = diffBody(bodyOf(after, before), OPTIONS);
      expect(back.some((line) => line.sign === "~")).toBe(lines.some((line) => line.sign === "~"));
    });
  });

  it("has no flagged string of any length, wherever it was copied", () => {
    const word = fc.stringMatching(/^[G-Z]{1,8}$/);
    fc.assert(
      fc.property(word, word, OBJECTS, (old, now, values) => {
        fc.pre(!canonical(values).includes(old) && !canonical(values).includes(now));
        const { redact } = redacting(old, now);
        const side = (secret: string): Json => ({
          ...values,
          p: { secret, list: [secret] },
          copy: secret,
          text: now.length > 3 && old.length > 3 ? `a\n${secret}b\nc` : "",
          json: now.length > 3 && old.length > 3 ? JSON.stringify({ deep: [secret], [secret]: 1 }) : "",
        });
        const flags = { p: { secret: true, list: [true] } };
        const shown = renderDiff(
          diffBody(bodyOf(side(old), side(now), { beforeSensitive: flags, afterSensitive: flags }), {
            ...OPTIONS,
            redact,
          }),
        );
        const words = new Set(shown.split(/[^A-Z]+/));
        expect([words.has(old), words.has(now)]).toStrictEqual([false, false]);
      }),
      { numRuns: runs(150, 20_000), seed: seed() },
    );
  });
});

/** Equal values as equal texts; members without a value are none at the top. */
function canonical(value: Json, isTop = false): string {
  if (!isJsonObject(value))
    return Array.isArray(value) ? `[${value.map((item) => canonical(item)).join()}]` : JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => !isTop || item !== null);
  return `{${entries
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .sort()
    .join()}}`;
}
