import { describe, expect, it } from "@jest/globals";
import { parseEmbeddedJson, parseEmbeddedYaml } from "./diff-embedded.ts";
import { ExactNumber } from "./json-value.ts";

describe("parseEmbeddedJson", () => {
  it.each<[string, unknown]>([
    ['{"a":[1,true,null]}', { a: [1, true, null] }],
    [" \n[1]\n", [1]],
    ["{}", {}],
  ])("reads %j", (text, value) => {
    expect(parseEmbeddedJson(text)).toStrictEqual({ syntax: "json", value });
  });

  it.each([
    "1",
    '"a"',
    "null",
    "{a:1}",
    '{"Effect":"Allow","Effect":"Deny"}',
    "{} {}",
    "",
    "text {}",
    `[${"[".repeat(2000)}${"]".repeat(2000)}]`,
    `["${"x".repeat(1 << 20)}"]`,
  ])("leaves %.20j alone", (text) => {
    expect(parseEmbeddedJson(text)).toBeUndefined();
  });
});

describe("parseEmbeddedYaml", () => {
  it.each<[string, unknown]>([
    ["a: 1\nb: [x, 'y']\n", { a: 1, b: ["x", "y"] }],
    ["#cloud-config\npackages:\n  - nginx\n", { packages: ["nginx"] }],
    ["a: |\n  text\n  more\nb: 'yes'\n", { a: "text\nmore\n", b: "yes" }],
    ["a: yes\nb: 'yes'\nc: 1:30\n", { a: new ExactNumber("yes"), b: "yes", c: new ExactNumber("1:30") }],
    ["a: 1.10\nb: 0x1F\n", { a: new ExactNumber("1.10"), b: new ExactNumber("0x1F") }],
    ["a:\nb: ~\n", { a: null, b: null }],
    ["<<: {a: 1}\nb: 2\n", { "<<": { a: 1 }, b: 2 }],
  ])("reads %j", (text, value) => {
    expect(parseEmbeddedYaml(text)).toStrictEqual({ syntax: "yaml", value });
  });

  it.each([
    ["one line", "a: 1"],
    ["prose", "Hello,\nthis is text.\n"],
    ["a list", "- a\n- b\n"],
    ["a script", "#!/bin/sh\nset -e\necho a: b | cat\n"],
    ["a nested alias", "a: &a [1]\nb: *a\n"],
    ["a tag of somebody", "a: !Ref x\nb: 1\n"],
    ["a tag of YAML", "a: !!str 1\nb: 1\n"],
    ["a binary", "a: !!binary aGk=\nb: 1\n"],
    ["a key twice", "a: 1\na: 2\n"],
    ["a key that is a list", "? [1]\n: 2\nb: 1\n"],
    ["two documents", "a: 1\nb: 2\n---\nc: 3\n"],
    ["an error", "a: [1\nb: 2\n"],
    ["a template", "{{ if x }}\na: b\n{{ end }}\n"],
    ["too much", `a: 1\nb: ${"x".repeat(70_000)}\n`],
    ["what nests too deep", `a: 1\nb: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`],
  ])("leaves %s alone", (_, text) => {
    expect(parseEmbeddedYaml(text)).toBeUndefined();
  });

  it("H072: keys like __proto__ are data", () => {
    const embedded = parseEmbeddedYaml("__proto__:\n  polluted: 1\nconstructor: x\n");
    expect(Object.keys((embedded?.value ?? {}) as object)).toStrictEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("does not expand a billion laughs", () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) => `k${index + 1}: &k${index + 1} [${Array(9).fill(`*k${index}`).join(",")}]`,
    );
    expect(parseEmbeddedYaml(`k0: &k0 lol\n${lines.join("\n")}\n`)).toBeUndefined();
  });
});
