import { spawnSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { workspace } from "@handrail/testkit";
import { matches } from "./constraint.ts";
import { moduleFileNames, readRequiredVersions, type ModuleFile } from "./required-version.ts";
import type { Product } from "./version-files.ts";
import { parseVersion } from "./version.ts";

type Files = Readonly<Record<string, string>>;

function moduleFiles(files: Files, product: Product = "terraform"): ModuleFile[] {
  return moduleFileNames(Object.keys(files), product).map((name) => ({ name, text: files[name] ?? "" }));
}

function read(files: Files, product: Product = "terraform"): string[] {
  return readRequiredVersions(moduleFiles(files, product), "live").map(
    ({ constraint, location }) => `${location.file}:${location.line} ${constraint.text}`,
  );
}

const block = (constraint: string): string => `terraform {\n  required_version = ${JSON.stringify(constraint)}\n}\n`;

describe("moduleFileNames", () => {
  const names = [
    "b.tf",
    "a.tf",
    "a.tofu",
    "c.tf.json",
    "c.tofu.json",
    "d.tofu",
    ".hidden.tf",
    "e.tf~",
    "#f.tf#",
    "x_override.tf",
    "override.tf",
    "overrides.tf",
    "g.tfvars",
    "README.md",
  ];

  it("for terraform: no .tofu, no editor's files, override files last", () => {
    expect(moduleFileNames(names, "terraform")).toEqual([
      "a.tf",
      "b.tf",
      "c.tf.json",
      "overrides.tf",
      "override.tf",
      "x_override.tf",
    ]);
  });

  it("for OpenTofu: .tofu in the place of .tf of the same name", () => {
    expect(moduleFileNames(names, "opentofu")).toEqual([
      "a.tofu",
      "b.tf",
      "c.tofu.json",
      "d.tofu",
      "overrides.tf",
      "override.tf",
      "x_override.tf",
    ]);
  });
});

describe("readRequiredVersions", () => {
  it("collects all files and all blocks, in native syntax and in JSON", () => {
    const files = {
      "main.tf": `# terraform { required_version = "9" }\n${block(">= 1.5")}resource "x" "terraform" {\n  required_version = "8"\n}\n${block("< 2")}`,
      "versions.tf.json":
        '{\n  "terraform": [\n    { "required_version": "~> 1.11" },\n    { "required_version": null }],\n  "terraform": {"required_version": "!= 1.11.3"}\n}\n',
      "main.tofu": block("= 0.1.0"),
    };
    expect(read(files)).toEqual([
      "live/main.tf:3 >= 1.5",
      "live/main.tf:9 < 2",
      "live/versions.tf.json:3 ~> 1.11",
      "live/versions.tf.json:5 != 1.11.3",
    ]);
    expect(read(files, "opentofu")).toEqual([
      "live/main.tofu:2 = 0.1.0",
      "live/versions.tf.json:3 ~> 1.11",
      "live/versions.tf.json:5 != 1.11.3",
    ]);
  });

  it("an override file with constraints replaces all before it", () => {
    expect(
      read({ "a.tf": block(">= 2"), "override.tf": block(">= 1.5") + block("< 2"), "z_override.tf": "locals {}\n" }),
    ).toEqual(["live/override.tf:2 >= 1.5", "live/override.tf:5 < 2"]);
  });

  it.each([
    ["main.tf", block("^1.5"), 'live/main.tf:2: required_version cannot be used: "^1.5" is not a version constraint'],
    [
      "main.tf",
      block(">= 1.5.0-rc1"),
      'live/main.tf:2: required_version cannot be used: ">= 1.5.0-rc1" names a pre-release',
    ],
    [
      "main.tf",
      "terraform {\n\n  required_version = local.version\n}\n",
      "live/main.tf:3: required_version is not a plain text",
    ],
    [
      "main.tf",
      'terraform {\n  required_version = "${local.version}"\n}\n',
      "live/main.tf:2: required_version is not a plain text",
    ],
    [
      "a.tf.json",
      '{"terraform": {"required_version": ["1"]}}',
      "live/a.tf.json:1: required_version is not a plain text",
    ],
    ["a.tf.json", '{"terraform": {', "live/a.tf.json: it is not valid JSON"],
  ])("%s %j is an error with its place", (name, text, message) => {
    const failing = (): string[] => read({ [name]: text });
    expect(failing).toThrow(Failure);
    expect(failing).toThrow(message);
  });

  it("H072: __proto__ in JSON is data", () => {
    expect(
      read({
        "a.tf.json":
          '{"__proto__": {"terraform": {"required_version": "9"}}, "terraform": {"__proto__": {"required_version": "8"}}}',
      }),
    ).toEqual([]);
  });

  it("deep nesting and broken files are no crash", () => {
    expect(read({ "a.tf": "terraform {\n".repeat(5000) })).toEqual([]);
    expect(() => read({ "a.tf.json": `{"terraform": ${"[".repeat(200_000)}` })).toThrow(Failure);
  });
});

describe("the real terraform agrees on which constraints count", () => {
  it.each<[string, Files]>([
    ["two blocks", { "a.tf": block(">= 1") + block("< 1") }],
    ["override admits", { "a.tf": block(">= 2"), "override.tf": block(">= 1") }],
    ["override refuses", { "a.tf": block(">= 1"), "x_override.tf": block(">= 2") }],
    [
      "the last override counts",
      { "a.tf": block(">= 1"), "a_override.tf": block(">= 2"), "b_override.tf": block(">= 1") },
    ],
    ["an override in JSON", { "a.tf": block(">= 2"), "override.tf.json": '{"terraform":{"required_version":">= 1"}}' }],
    [".tofu is not read", { "a.tf": block(">= 1"), "a.tofu": block(">= 2") }],
    [
      "a repeated key in JSON",
      { "a.tf.json": '{"terraform":{"required_version":">= 1"},"terraform":{"required_version":">= 2"}}' },
    ],
    ["a list in JSON", { "a.tf.json": '{"terraform":[{"required_version":">= 1"},{"required_version":">= 2"}]}' }],
    ["an editor's copy", { "a.tf": block(">= 1"), "a.tf~": block(">= 2"), ".b.tf": block(">= 2") }],
  ])("%s", (_, files) => {
    using folder = workspace(files, { git: false });
    const environment = { PATH: process.env["PATH"] ?? "", CHECKPOINT_DISABLE: "1" };
    const options = { cwd: folder.path, encoding: "utf8", env: environment } as const;
    const { status, stderr, stdout } = spawnSync("terraform", ["init", "-backend=false", "-no-color"], options);
    if (status !== 0) expect(stdout + stderr).toContain("Unsupported Terraform Core version");
    const running = parseVersion("1.11.4");
    const admitted = readRequiredVersions(moduleFiles(files), "").every(({ constraint }) =>
      matches(constraint, running),
    );
    expect(admitted).toBe(status === 0);
  });
});
