/** H073: text that was made to exhaust the stack, the memory or the time of whoever reads it. */
import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { anyFile } from "./file-fixture.ts";
import { findMentions } from "./find.ts";

const MILLION = 1_000_000;
const MANY = runs(40_000, 400_000);

/** The piece as often as it takes to fill so many characters. */
function flood(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

/** Beginnings that make a file worth reading. */
const PATHS: readonly (readonly [path: string, head: string])[] = [
  ["main.tf", "terraform {}\n"],
  ["main.tf.json", '{"terraform": '],
  [".tflint.hcl", ""],
  ["terragrunt.hcl", "terraform {}\n"],
  ["mise.toml", "# terraform\n"],
  [".tfswitch.toml", "# version\n"],
  [".tool-versions", ""],
  [".terraform-version", ""],
  [".github/workflows/x.yml", "# terraform_version\n"],
  ["Dockerfile", "# terraform\n"],
];

const PIECES = [
  "{",
  "[",
  "(",
  '"',
  "a {\n",
  "a = {",
  '{"terraform": ',
  '"${',
  "<<A\n",
  "<<A <<A ",
  "/*",
  "\\\n",
  "\\",
  "a.",
  "1.",
  "a: ",
  "- ",
  "? ",
  "a:\n ",
  "&a ",
  "*a ",
  "!!a ",
  "a=",
  "[a.a]\n",
  "'''",
  "ARG A=\\\n",
  "RUN <<A\n",
  "FROM a:",
  "terraform 1.5.7\n",
  "\r",
  "\u0000",
  "\uFEFF",
  " ",
  "😀",
];

describe("one piece over and over", () => {
  it.each(PATHS)("is read or refused in %s", (path, head) => {
    for (const piece of PIECES) {
      const { mentions, unclear, unreadable } = findMentions([
        { path, text: head + flood(piece, piece === "{" ? MILLION : MANY) },
      ]);
      expect(mentions.length + unclear.length + unreadable.length).toBeLessThanOrEqual(MILLION);
    }
  });

  it.each([
    ["main.tf", flood('provider "a" {\n  version = "1.0"\n}\n', MANY)],
    ["main.tf", flood('module "a" {\n  source = "github.com/a/b?ref=v1.0.0"\n}\n', MANY)],
    ["main.tf", flood('module "a" {\n  source = "github.com/a/b?ref=x"\n}\n', MANY)],
    ["main.tf.json", `{"provider": {"a": [${'{"version": "1.0"},'.repeat(MANY / 20)}{}]}}`],
    [".tool-versions", flood("terraform 1.5.7\n", MANY)],
    ["Dockerfile", flood("ARG TERRAFORM_VERSION=1.5.7\n", MANY)],
    ["Dockerfile", `ARG ${flood("TERRAFORM_VERSION=1.5.7 ", MANY)}`],
    ["Dockerfile", `ARG \\\n${flood("TERRAFORM_VERSION=1.5.7 \\\n", MANY)}`],
  ])("finds as many versions in %s as there are", (path, text) => {
    const count = text.split(/1\.5\.7|"1\.0"|\?ref=/).length - 1;
    const { mentions, unclear } = findMentions([{ path, text }]);
    expect(mentions.length + unclear.length).toBe(count);
  });
});

describe("long texts in one place", () => {
  it.each([
    ["main.tf", (text: string) => `terraform {\n  required_version = "${text}"\n}`],
    ["main.tf", (text: string) => `module "a" {\n  source = "github.com/a/b?ref=${text}"\n}`],
    ["main.tf", (text: string) => `module "a" {\n  source = "${text}"\n  version = "1"\n}`],
    [
      "main.tf",
      (text: string) => `terraform {\n  required_providers {\n    a = { source = "${text}", version = "1" }\n  }\n}`,
    ],
    ["terragrunt.hcl", (text: string) => `terraform {\n  source = "tfr:///${text}?version=1"\n}`],
    [".tflint.hcl", (text: string) => `plugin "a" {\n  source = "${text}"\n  version = "1.0.0"\n}`],
    ["Dockerfile", (text: string) => `FROM hashicorp/terraform:${text}\nCOPY --from=${text} hashicorp/terraform:1 x\n`],
    ["mise.toml", (text: string) => `[tools]\nterraform = "${text}"`],
    [".terraform-version", (text: string) => text],
    [
      "action.yml",
      (text: string) =>
        `runs:\n  steps:\n    - uses: hashicorp/setup-terraform@x\n      with:\n        terraform_version: "${text}"\n`,
    ],
  ])("are told in %s, cut", (path, render) => {
    for (const piece of ["1.", "a", "1.0, ", "a/", "-", "1.0-", ":", "&ref=", "~> ", "a:a/"]) {
      const { mentions, unclear, unreadable } = findMentions([{ path, text: render(piece.repeat(100_000)) }]);
      expect(unreadable).toEqual([]);
      for (const { text } of unclear) expect(text.length).toBeLessThan(200);
      expect(mentions.length).toBeLessThanOrEqual(1);
    }
  });
});

describe("random text", () => {
  it("is never thrown at", () => {
    const property = fc.property(fc.constantFrom(...PATHS), fc.string({ unit: "binary" }), ([path, head], text) => {
      expect(() => findMentions([{ path, text: head + text }])).not.toThrow();
    });
    fc.assert(property, { numRuns: runs(500, 50_000), seed: seed() });
  });

  it("is never thrown at when it was a file before", () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 20 }),
      put: fc.constantFrom("", ...PIECES, "1.0", "\n"),
    });
    const property = fc.property(anyFile, change, ({ before }, { at, length, put }) => {
      const start = at % (before.text.length + 1);
      const text = before.text.slice(0, start) + put + before.text.slice(start + length);
      const { mentions, unclear, unreadable } = findMentions([{ path: before.path, text }]);
      for (const { span, text: token } of mentions) expect(text.slice(span.start, span.end)).toBe(token);
      const lines = text.split("\n").length;
      for (const { line = 0 } of [...mentions, ...unclear, ...unreadable]) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines);
      }
    });
    fc.assert(property, { numRuns: runs(500, 50_000), seed: seed() });
  });
});
