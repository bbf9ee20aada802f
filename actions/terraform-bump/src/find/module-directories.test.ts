import { describe, expect, it } from "@jest/globals";
import { findMentions, type FindOptions } from "./find.ts";
import type { SourceFile } from "./mention.ts";

function files(entries: Record<string, string>): SourceFile[] {
  return Object.entries(entries).map(([path, text]) => ({ path, text }));
}

function call(...sources: string[]): string {
  return sources.map((source, index) => `module "m${index}" {\n  source = "${source}"\n}\n`).join("");
}

describe("modules", () => {
  it("lists every directory with configuration, with its calls and what it is", () => {
    const { modules } = findMentions(
      files({
        "live/prod/main.tf": `${call("../../modules/network", "./inner", "../../modules/network/")}terraform {\n backend "s3" {}\n}`,
        "live/prod/inner/main.tf": "# nothing\n",
        "live/stage/main.tf": call("../../modules/network", "acme/x/aws", "../../..", "/srv/x"),
        "live/stage/.terraform.lock.hcl": "",
        "modules/network/main.tf": call("../dns"),
        "modules/network/.terraform-version": "1.5.7\n",
        "modules/dns/main.tf.json": '{"terraform": {}}',
        "modules/unused/main.tf": "",
        "docs/terragrunt.hcl": "",
        "README.md": "",
      }),
    );
    expect(modules.map(({ directory, calls, isRoot, isDeployed }) => [directory, calls, isRoot, isDeployed])).toEqual([
      ["live/prod", ["live/prod/inner", "modules/network"], true, true],
      ["live/prod/inner", [], false, false],
      ["live/stage", ["modules/network"], true, true],
      ["modules/dns", [], false, false],
      ["modules/network", ["modules/dns"], true, false],
      ["modules/unused", [], true, false],
    ]);
  });

  it.each([
    ["only local modules", call("../b"), false],
    ["a module of a registry", call("acme/x/aws"), true],
    ["a module outside of the repository", call("../../c"), true],
    ["a source that is no plain text", 'module "x" {\n source = var.source\n}', true],
    ["a constraint that is no plain text", 'provider "aws" {\n version = var.v\n}', true],
    ["a constraint that can be read", 'provider "aws" {\n version = "~> 5.0"\n}', false],
    [
      "a provider without a constraint",
      'terraform {\n required_providers {\n  a = { source = "acme/a" }\n }\n}',
      false,
    ],
  ])("has constraints that nobody sees, or none: %s", (_, text, callsElsewhere) => {
    const { modules } = findMentions(files({ "a/main.tf": text, "b/main.tf": "" }));
    expect(modules[0]).toMatchObject({ directory: "a", callsElsewhere });
  });

  it.each([
    ["a cloud block", { "a/main.tf": "terraform {\n cloud {}\n}" }, true],
    ["a backend in JSON", { "a/main.tf.json": '{"terraform": {"backend": {"s3": {}}}}' }, true],
    ["a lock file", { "a/main.tf": "", "a/.terraform.lock.hcl": "" }, true],
    ["a remote state", { "a/main.tf": 'data "terraform_remote_state" "x" {\n backend = "s3"\n}' }, false],
  ])("is deployed or not: %s", (_, entries, isDeployed) => {
    expect(findMentions(files(entries)).modules).toMatchObject([{ isRoot: true, isDeployed }]);
  });

  it("takes a called directory for a root when it has a version file that names the product", () => {
    const root = (entries: Record<string, string>): boolean | undefined =>
      findMentions(files({ "main.tf": call("./a"), "a/main.tf": "", ...entries })).modules.find(
        ({ directory }) => directory === "a",
      )?.isRoot;
    expect(root({})).toBe(false);
    expect(root({ "a/.terraform-version": "latest\n" })).toBe(true);
    expect(root({ "a/.terraform-version": "\n" })).toBe(false);
    expect(root({ "a/.tool-versions": "nodejs 20\n" })).toBe(false);
    expect(root({ "a/.tool-versions": "terraform 1.5.7\n" })).toBe(true);
    expect(root({ "a/mise.toml": '[tools]\nterraform = "1.5"\n' })).toBe(true);
    expect(root({ ".terraform-version": "1.5.7\n" })).toBe(false);
  });

  it("follows the repository's root, and a module that calls itself", () => {
    const { modules } = findMentions(
      files({ "main.tf": call("./examples/..", "./x/./y//"), "examples/a/main.tf": call("../../") }),
    );
    expect(modules).toMatchObject([
      { directory: ".", calls: [".", "x/y"], isRoot: false },
      { directory: "examples/a", calls: ["."], isRoot: true },
    ]);
  });

  it("lists what is asked of providers, with a constraint that can be read or none", () => {
    const { modules } = findMentions(
      files({
        "versions.tf":
          'terraform {\n required_providers {\n aws = { source = "hashicorp/aws", version = ">= 4.0" }\n dns = { source = "Example.com/acme/dns" }\n bad = { source = "acme/bad", version = "1.x" }\n odd = { source = var.x, version = "1" }\n terraform = { source = "terraform.io/builtin/terraform" }\n old = "~> 1.0"\n }\n}',
        "main.tf": 'provider "dns" {\n version = "~> 3.0"\n}\nprovider "aws" {}\n',
      }),
    );
    expect(modules[0]?.providers).toEqual([
      { address: "registry.terraform.io/hashicorp/aws", constraint: ">= 4.0" },
      { address: "example.com/acme/dns", constraint: "" },
      { address: "registry.terraform.io/acme/bad", constraint: "" },
      { address: "registry.terraform.io/hashicorp/old", constraint: "~> 1.0" },
      { address: "example.com/acme/dns", constraint: "~> 3.0" },
    ]);
  });
});

describe("the product of a directory", () => {
  const asks = 'terraform {\n required_version = "1.6.0"\n required_providers {\n aws = "5.0"\n }\n}\n';
  const products = (entries: Record<string, string>, options?: FindOptions): string[] =>
    findMentions(files(entries), options)
      .mentions.filter(({ place }) => place === "required_version")
      .map(({ file, dependency }) => `${file} ${dependency.name}`);

  it.each<[name: string, entries: Record<string, string>, found: string[]]>([
    ["nothing said", { "a/main.tf": asks }, ["a/main.tf terraform"]],
    [
      "the nearest version file",
      { ".opentofu-version": "1.8.0", "a/main.tf": asks, "b/main.tf": asks, "b/.terraform-version": "1.5.7" },
      ["a/main.tf opentofu", "b/main.tf terraform"],
    ],
    [
      "both in one directory",
      { ".tool-versions": "terraform 1.5.7\nopentofu 1.8.0\n", "a/main.tf": asks },
      ["a/main.tf terraform"],
    ],
    [
      "a .tofu file",
      { "a/x.tofu": asks, "a/main.tf": asks, "b/main.tf": asks },
      ["a/x.tofu opentofu", "a/main.tf opentofu", "b/main.tf terraform"],
    ],
    ["a .tofu twin", { "a/main.tofu": asks, "a/main.tf": asks }, ["a/main.tofu opentofu", "a/main.tf terraform"]],
    [
      "a .tofu.json twin",
      { "a/main.tofu.json": "{}", "a/main.tf.json": '{"terraform": {"required_version": "1.6.0"}}' },
      ["a/main.tf.json terraform"],
    ],
    [
      "OpenTofu elsewhere",
      { "live/.opentofu-version": "1.8.0", "modules/a/main.tf": asks },
      ["modules/a/main.tf opentofu"],
    ],
    [
      "both elsewhere",
      { "live/.opentofu-version": "1.8.0", "old/.terraform-version": "1.5.7", "modules/a/main.tf": asks },
      ["modules/a/main.tf terraform"],
    ],
    [
      "a workflow",
      {
        ".github/workflows/x.yml": "jobs:\n  a:\n    steps:\n      - uses: opentofu/setup-opentofu@v1\n",
        "main.tf": asks,
      },
      ["main.tf opentofu"],
    ],
    [
      "two workflows",
      {
        ".github/workflows/x.yml": "jobs:\n  a:\n    steps:\n      - uses: opentofu/setup-opentofu@v1\n",
        ".github/workflows/y.yml": "jobs:\n  a:\n    steps:\n      - uses: hashicorp/setup-terraform@v1\n",
        "main.tf": asks,
      },
      ["main.tf terraform"],
    ],
    ["mise", { "mise.toml": '[tools]\nopentofu = "latest"\n', "main.tf": asks }, ["main.tf opentofu"]],
  ])("%s", (_, entries, found) => {
    expect(products(entries)).toEqual(found);
  });

  it("is the option's where nothing is said", () => {
    expect(products({ "main.tf": asks }, { product: "opentofu" })).toEqual(["main.tf opentofu"]);
    expect(products({ "main.tf": asks, ".terraform-version": "1.5.7" }, { product: "opentofu" })).toEqual([
      "main.tf terraform",
    ]);
  });

  it("decides which registry a provider without a host is in", () => {
    const found = findMentions(files({ "main.tofu": asks, "b/main.tf": asks }));
    expect(found.modules.flatMap(({ providers }) => providers.map(({ address }) => address))).toEqual([
      "registry.opentofu.org/hashicorp/aws",
      "registry.terraform.io/hashicorp/aws",
    ]);
  });
});
