import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it } from "@jest/globals";
import { runs, seed, workspace, type Workspace } from "@handrail/testkit";
import * as fc from "fast-check";
import { ExactNumber, JsonError } from "./json-value.ts";
import { parseState } from "./state-snapshot.ts";

const open: Workspace[] = [];
afterEach(() => {
  for (const folder of open.splice(0)) folder.cleanup();
});

describe("parseState", () => {
  it("has the addresses that terraform lists, whatever their keys", () => {
    const keys = [
      "x y",
      'q"uo',
      "é",
      "$${a}",
      "%%{b}",
      "n\\nl",
      "tab\\t",
      "<b>",
      "back\\\\slash",
      "\\u200b",
      "\\U0001f600",
      "$x",
    ]
      .map((key) => `"${key === 'q"uo' ? 'q\\"uo' : key}"`)
      .join(", ");
    const root = workspace(
      {
        "main.tf": `resource "terraform_data" "a" {\n  for_each = toset([${keys}])\n}\nresource "terraform_data" "c" {\n  count = 2\n}\nmodule "m" {\n  source   = "./m"\n  for_each = toset(["k[0].b"])\n}\nmodule "n" {\n  source = "./m"\n  count  = 1\n}\noutput "o" {\n  value = 12345678901234567890\n}\noutput "s" {\n  value     = { a = null }\n  sensitive = true\n}\n`,
        "m/main.tf":
          'resource "terraform_data" "i" {}\ndata "terraform_remote_state" "d" {\n  backend = "local"\n  config = {\n    path = "x.tfstate"\n  }\n}\n',
        "x.tfstate": '{"version":4,"serial":1,"lineage":"l","outputs":{},"resources":[]}',
      },
      { git: false, name: "state" },
    );
    open.push(root);
    const environment = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
    const terraform = (...args: string[]): string =>
      execFileSync("terraform", args, { cwd: root.path, env: environment, encoding: "utf8" });
    terraform("init");
    terraform("apply", "-auto-approve");
    const snapshot = parseState(terraform("state", "pull"));
    expect(snapshot?.addresses.toSorted()).toEqual(terraform("state", "list").trim().split("\n").toSorted());
    expect(snapshot).toMatchObject({
      lineage: expect.stringMatching(/^[0-9a-f-]{36}$/),
      terraformVersion: expect.any(String),
    });
    expect([...(snapshot?.outputs ?? [])]).toEqual([
      ["o", { value: new ExactNumber("12345678901234567890"), isSensitive: false }],
      ["s", { value: { a: null }, isSensitive: true }],
    ]);
  });

  it.each([
    ["no text", ""],
    ["blank text", "\n \n"],
    [
      "what the http backend gives without a state",
      '{"version":4,"terraform_version":"1.11.4","serial":0,"lineage":"","outputs":{},"resources":[],"check_results":null}',
    ],
  ])("is undefined for %s", (_, text) => {
    expect(parseState(text)).toBeUndefined();
  });

  it.each([
    [
      "of the future",
      '{"version":9,"serial":3,"lineage":"l","resources":{"a":1},"outputs":[1]}',
      { lineage: "l", serial: 3 },
    ],
    ["of terraform 0.11", '{"version":3,"serial":7,"modules":[{"path":["root"]}]}', { lineage: undefined, serial: 7 }],
    [
      "with types exchanged",
      '{"serial":"x","lineage":5,"resources":[null,{"type":1},{"type":"t","name":"n"}]}',
      undefined,
    ],
  ])("gives what it finds in a state %s", (_, text, expected) => {
    const snapshot = parseState(text);
    if (expected === undefined) expect(snapshot).toBeUndefined();
    else expect(snapshot).toEqual({ terraformVersion: undefined, addresses: [], outputs: new Map(), ...expected });
  });

  it("is not led astray by names that objects have anyway", () => {
    const text =
      '{"serial":1,"outputs":{"__proto__":{"value":1},"constructor":{"value":2,"sensitive":1}},"resources":[{"type":"__proto__","name":"n","instances":[{"index_key":{}},{}]}]}';
    const snapshot = parseState(text);
    expect(snapshot?.addresses).toEqual(["__proto__.n"]);
    expect(snapshot?.outputs.get("constructor")).toEqual({ value: 2, isSensitive: true });
  });

  it("throws for what is no JSON object, and for nothing else", () => {
    for (const text of ["[]", "null", "<html>", '{"a":']) expect(() => parseState(text)).toThrow(JsonError);
    const property = fc.property(fc.json(), (json) => {
      const parse = (): unknown => parseState(`{"serial":1,"resources":${json},"outputs":${json},"lineage":${json}}`);
      expect(parse).not.toThrow();
    });
    fc.assert(property, { numRuns: runs(200, 100_000), seed: seed() });
  });
});
