import { describe, expect, it } from "@jest/globals";
import { shown, shownIn, shownSource } from "./found-fixture.ts";
import { findMentions } from "./find.ts";

/** A file of a name, its findings. */
type Case = [text: string, found: string[]];

describe("required_version", () => {
  it.each<Case>([
    ['terraform {\n  required_version = ">= 1.5"\n}', ['2 required_version ">= 1.5" terraform terraform [core]']],
    ['terraform { required_version = "1.5.7" }', ['1 required_version "1.5.7" terraform terraform [core]']],
    [
      'terraform {\n required_version = " ~>1.2 "\n}\nterraform {\n  required_version="< 2"\n}\n',
      [
        '2 required_version " ~>1.2 " terraform terraform [core]',
        '5 required_version "< 2" terraform terraform [core]',
      ],
    ],
    [
      "terraform {\n required_version = local.v\n}",
      ["2 required_version local.v ? terraform: it is not a plain text in quotes"],
    ],
    [
      'terraform {\n required_version = "${local.v}"\n}',
      ['2 required_version "${local.v}" ? terraform: it is not a plain text in quotes'],
    ],
    [
      'terraform {\n required_version = format(\n"1")\n}',
      ["2 required_version format(… ? terraform: it is not a plain text in quotes"],
    ],
    [
      "terraform {\n required_version = <<E\n1.5\nE\n}",
      ["2 required_version <<E… ? terraform: it is not a plain text in quotes"],
    ],
    [
      'terraform {\n required_version = "~\\u003e 1.5"\n}',
      [
        "2 required_version ~\\u003e 1.5 ? terraform: it is written with escape sequences: write the characters themselves",
      ],
    ],
    [
      'terraform {\n required_version = "1.x"\n}',
      ['2 required_version 1.x ? terraform: "1.x" is not a version constraint: it cannot be read at position 2'],
    ],
    ['terraform {\n required_version = ""\n}', ["2 required_version  ? terraform: the constraint is empty"]],
    ['locals {\n required_version = "1.5.7"\n}\n# required_version = "1"', []],
    ['terraform {\n nested {\n required_version = "1.5.7"\n}\n}', []],
    ['module "x" {\n terraform {\n required_version = "1.5.7"\n}\n}', []],
  ])("in %j", (text, found) => {
    expect(shownIn("a/main.tf", text)).toEqual(found);
  });

  it("names a pre-release as what terraform refuses", () => {
    expect(shownIn("main.tf", 'terraform {\n required_version = "1.6.0-rc1"\n}')[0]).toContain("pre-release");
  });
});

describe("required_providers", () => {
  const inside = (entries: string): string => `terraform {\nrequired_providers {\n${entries}\n}\n}\n`;

  it.each<Case>([
    [
      'aws = { source = "hashicorp/aws", version = "~> 5.0" }',
      ['3 required_providers "~> 5.0" provider hashicorp/aws [provider]'],
    ],
    [
      'aws = {\n version = "~> 5.0" # before the source\n source = "HashiCorp/AWS"\n}',
      ['4 required_providers "~> 5.0" provider hashicorp/aws [provider]'],
    ],
    [
      'aws = {\n "source" : "hashicorp/aws", /* "9.9" */\n "version" : ">= 4, < 6"\n configuration_aliases = [ aws.a ]\n}',
      ['5 required_providers ">= 4, < 6" provider hashicorp/aws [provider]'],
    ],
    ['aws = "~> 2.0"', ['3 required_providers "~> 2.0" provider hashicorp/aws [provider]']],
    ['aws = { version = "~> 2.0" }', ['3 required_providers "~> 2.0" provider hashicorp/aws [provider]']],
    ['aws = { source = "hashicorp/aws" }', []],
    ["aws = {}", []],
    [
      'dns = { source = "registry.example.com/acme/dns", version = "1.0.0" }',
      ['3 required_providers "1.0.0" provider registry.example.com/acme/dns [provider]'],
    ],
    [
      'dns = { source = "registry.terraform.io/acme/dns", version = "1.0.0" }',
      ['3 required_providers "1.0.0" provider acme/dns [provider]'],
    ],
    [
      'dns = { source = "localhost:8080/acme/dns", version = "1.0.0" }',
      ['3 required_providers "1.0.0" provider localhost:8080/acme/dns [provider]'],
    ],
    [
      'my-dns = { source = "dns", version = "1.0.0" }',
      ['3 required_providers "1.0.0" provider hashicorp/dns [provider]'],
    ],
    ['terraform = { source = "terraform.io/builtin/terraform" }', []],
    ['terraform = { source = "terraform.io/builtin/terraform", version = "1" }', []],
    ['terraform = "~> 1.0"', []],
    [
      'aws = { source = var.source, version = "1.0" }',
      ["3 required_providers var.source ? ?: its source is not the address of a provider, written as a plain text"],
    ],
    [
      'aws = { source = "a/b/c/d", version = "1.0" }',
      ['3 required_providers "a/b/c/d" ? ?: its source is not the address of a provider, written as a plain text'],
    ],
    [
      'aws = { source = "hashicorp/aws", version = var.v }',
      ["3 required_providers var.v ? hashicorp/aws: it is not a plain text in quotes"],
    ],
    [
      'aws = { source = "hashicorp/aws", version = "~> 5.x" }',
      [
        '3 required_providers ~> 5.x ? hashicorp/aws: "~> 5.x" is not a version constraint: it cannot be read at position 5',
      ],
    ],
    ["aws = var.aws", ["3 required_providers var.aws ? ?: it is not a plain text in quotes"]],
  ])("in %j", (entries, found) => {
    expect(shownIn("main.tf", inside(entries))).toEqual(found);
  });

  it("takes a name of the language's own objects for a name", () => {
    const text = inside('__proto__ = { source = "acme/__x", version = "1" }\nconstructor = "1.0"\ntoString = {}');
    expect(shownIn("main.tf", text)).toEqual([
      '4 required_providers "1.0" provider hashicorp/constructor [provider]',
      '3 required_providers "acme/__x" ? ?: its source is not the address of a provider, written as a plain text',
    ]);
  });
});

describe("provider blocks", () => {
  it("take their source from the required_providers of their directory, wherever these are", () => {
    const files = [
      {
        path: "a/main.tf",
        text: 'provider "dns" {\n version = "~> 1.0"\n}\nprovider "aws" {\n alias = "x"\n version = "2"\n}',
      },
      { path: "a/versions.tf", text: 'terraform {\n required_providers {\n dns = { source = "acme/dns" }\n }\n}' },
      { path: "b/main.tf", text: 'provider "dns" {\n version = "~> 1.0"\n}' },
    ];
    expect(shown(findMentions(files))).toEqual([
      'a/main.tf:2 provider block "~> 1.0" provider acme/dns [provider]',
      'a/main.tf:6 provider block "2" provider hashicorp/aws [provider]',
      'b/main.tf:2 provider block "~> 1.0" provider hashicorp/dns [provider]',
    ]);
  });

  it.each<Case>([
    ['provider "aws" {\n region = "x"\n}', []],
    ['provider "terraform" {\n version = "1"\n}', []],
    [
      'provider "aws" {\n version = var.v\n}',
      ["2 provider block var.v ? hashicorp/aws: it is not a plain text in quotes"],
    ],
    ['provider aws {\n version = "1.0"\n}', ['2 provider block "1.0" provider hashicorp/aws [provider]']],
  ])("in %j", (text, found) => {
    expect(shownIn("main.tf", text)).toEqual(found);
  });

  it("are unclear where the source is", () => {
    const text =
      'terraform {\n required_providers {\n x = { source = local.s }\n }\n}\nprovider "x" {\n version = "1"\n}';
    expect(shownIn("main.tf", text)).toEqual([
      "3 required_providers local.s ? ?: its source is not the address of a provider, written as a plain text",
      "7 provider block 1 ? ?: the source of this provider in required_providers is not a plain text",
    ]);
  });
});

describe("modules", () => {
  it.each<Case>([
    [
      'module "vpc" {\n source = "terraform-aws-modules/vpc/aws"\n version = "5.1.2"\n}',
      ['3 module version "5.1.2" module terraform-aws-modules/vpc/aws [module]'],
    ],
    [
      'module "vpc" {\n version = "~> v5.1"\n source = "app.terraform.io/acme/vpc/aws//modules/x"\n}',
      ['2 module version "~> v5.1" module app.terraform.io/acme/vpc/aws [module]'],
    ],
    ['module "vpc" {\n source = "terraform-aws-modules/vpc/aws"\n}', []],
    ['module "vpc" {\n source = "./vpc"\n}', []],
    [
      'module "vpc" {\n source = "./vpc"\n version = "1.0"\n}',
      ['3 module version "1.0" ? ?: terraform takes a version only for modules of a registry'],
    ],
    [
      'module "vpc" {\n source = "git::https://example.com/vpc.git//x?depth=1&ref=v1.2.0&y=2"\n}',
      ['2 module source "v1.2.0" module example.com/vpc [tag "v"]'],
    ],
    ['module "vpc" {\n source = "git::https://example.com/vpc.git"\n}', []],
    [
      'module "vpc" {\n source = "git::https://example.com/vpc.git?ref=v1.2.0&ref=v2.0.0"\n}',
      ["2 module source v1.2.0 ? example.com/vpc: it has more than one ref"],
    ],
    [
      'module "vpc" {\n source = "github.com/acme/vpc?ref=\\u00761.2.0"\n}',
      [
        "2 module source github.com/acme/vpc?ref=\\u00761.2.0 ? github.com/acme/vpc: it is written with escape sequences: write the characters themselves",
      ],
    ],
    [
      'module "vpc" {\n source = "git::https://example.com/vpc.git?ref=${local.v}"\n}',
      ['2 module version "git::https://example.com/vpc.git?ref=${local.v}" ? ?: its source is not a plain text'],
    ],
    [
      'module "vpc" {\n source = local.s\n version = "1.0.0"\n}',
      ['3 module version "1.0.0" ? ?: its source is not a plain text'],
    ],
    [
      'module "vpc" {\n source = "s3::https://s3.amazonaws.com/x/vpc-1.2.0.zip"\n}',
      ["2 module source s3::https://s3.amazonaws.com/x/vpc-1.2.0.zip ? ?: modules from s3 have no list of releases"],
    ],
    ['module "vpc" {\n source = "https://example.com/vpc.zip"\n}', []],
    ['# module\nresource aws_instance x {\n source = "a/b/c"\n version = "1"\n}', []],
  ])("in %j", (text, found) => {
    expect(shownIn("main.tf", text)).toEqual(found);
  });
});

describe("tfe_workspace", () => {
  it.each<Case>([
    [
      'resource "tfe_workspace" "a" {\n terraform_version = "1.5.7"\n}',
      ['2 tfe_workspace "1.5.7" terraform terraform [exact]'],
    ],
    [
      'resource "tfe_workspace" "a" {\n terraform_version = "~> 1.5.0"\n}',
      ['2 tfe_workspace "~> 1.5.0" terraform terraform [core]'],
    ],
    [
      'resource "tfe_workspace" "a" {\n terraform_version = "latest"\n}',
      [
        "2 tfe_workspace latest ? terraform: it always means the newest release, so that there is nothing to bring up to date",
      ],
    ],
    [
      'resource "tfe_workspace" "a" {\n terraform_version = var.v\n}',
      ["2 tfe_workspace var.v ? terraform: it is not a plain text in quotes"],
    ],
    ['resource "other" "a" {\n terraform_version = "1.5.7"\n}\n# tfe_workspace', []],
  ])("in %j", (text, found) => {
    expect(shownIn("main.tf", text)).toEqual(found);
  });
});

describe("JSON", () => {
  it.each<Case>([
    [
      '{"terraform": {"required_version": ">= 1.5", "required_providers": {"aws": {"version": "~> 5.0", "source": "hashicorp/aws"}, "dns": "1.0"}}}',
      [
        '1 required_version ">= 1.5" terraform terraform [core]',
        '1 required_providers "~> 5.0" provider hashicorp/aws [provider]',
        '1 required_providers "1.0" provider hashicorp/dns [provider]',
      ],
    ],
    [
      '[{"terraform": [{"required_version": "1"}, {"required_version": "2"}]},\n{"terraform": {"required_version": "3"}}]',
      [
        '1 required_version "1" terraform terraform [core]',
        '1 required_version "2" terraform terraform [core]',
        '2 required_version "3" terraform terraform [core]',
      ],
    ],
    [
      '{"provider": {"aws": [{"version": "1.0"}, {"version": "2.0"}]}, "provider": {"dns": {"version": "3.0"}}}',
      [
        '1 provider block "1.0" provider hashicorp/aws [provider]',
        '1 provider block "2.0" provider hashicorp/aws [provider]',
        '1 provider block "3.0" provider hashicorp/dns [provider]',
      ],
    ],
    [
      '{"module": {"vpc": {"source": "a/b/c", "version": "1.0"}, "net": {"source": "github.com\\/a\\/b"}}}',
      ['1 module version "1.0" module a/b/c [module]'],
    ],
    [
      '{"module": {"net": {"source": "github.com/a/b?ref=v1.2.0"}}}',
      ['1 module source "v1.2.0" module github.com/a/b [tag "v"]'],
    ],
    [
      '{"resource": {"tfe_workspace": {"a": {"terraform_version": "1.5.7"}}, "x": {"y": {"terraform_version": "1"}}}}',
      ['1 tfe_workspace "1.5.7" terraform terraform [exact]'],
    ],
    [
      '{"\\u0074erraform": {"required_version": "~\\u003e 1.5"}}',
      [
        "1 required_version ~\\u003e 1.5 ? terraform: it is written with escape sequences: write the characters themselves",
      ],
    ],
    [
      '{"terraform": {"required_version": "${x}"}}',
      ['1 required_version "${x}" ? terraform: it is not a plain text in quotes'],
    ],
    [
      '{"terraform": {"required_version": 1.5}}',
      ["1 required_version 1.5 ? terraform: it is not a plain text in quotes"],
    ],
    ['{"terraform": {"__proto__": {"required_version": "1"}, "constructor": 1}, "__proto__": {"terraform": {}}}', []],
    ['{"terraform": "x", "provider": 1, "module": [1, "x", null], "resource": {"tfe_workspace": [[]]}}', []],
    ['{"locals": {"terraform": {"required_version": "1"}}}', []],
  ])("in %j", (text, found) => {
    expect(shownIn("main.tf.json", text)).toEqual(found);
  });
});

describe("sources", () => {
  it("tell where releases are listed", () => {
    const text = `terraform {
  required_providers {
    aws = "1.0"
    dns = { source = "example.com/acme/dns", version = "1.0" }
  }
}
module "a" {
  source  = "acme/a/aws"
  version = "1.0"
}
module "b" {
  source = "git@github.com:acme/b.git//x?ref=v1.0.0"
}
`;
    expect(findMentions([{ path: "main.tf", text }]).mentions.map(({ dependency }) => dependency.source)).toEqual([
      { from: "providers", host: "registry.terraform.io", namespace: "hashicorp", type: "aws" },
      { from: "providers", host: "example.com", namespace: "acme", type: "dns" },
      { from: "modules", host: "registry.terraform.io", namespace: "acme", name: "a", system: "aws" },
      { from: "git", url: "ssh://git@github.com/acme/b.git" },
    ]);
    const tofu = findMentions([{ path: "main.tofu", text }]).mentions.map(({ dependency }) => dependency);
    expect(tofu.map(({ name }) => name)).toEqual([
      "registry.opentofu.org/hashicorp/aws",
      "example.com/acme/dns",
      "registry.opentofu.org/acme/a/aws",
      "github.com/acme/b",
    ]);
    expect(tofu.map(shownSource)).toEqual([
      "registry.opentofu.org",
      "example.com",
      "registry.opentofu.org",
      "ssh://git@github.com/acme/b.git",
    ]);
  });
});

describe("files that cannot be read", () => {
  it.each<Case>([
    ['terraform {\n required_version = "1"\n', ["1 ! what begins here is never closed"]],
    ['terraform {\n required_version = "1"\n}}\n', ["3 ! it closes what was not opened"]],
    ['terraform {\n required_version = "1\n}\n', ["2 ! what begins here is never closed"]],
    ["terraform {\n x = [1\n}\n", ["3 ! it closes what was not opened"]],
    ['terraform {\n "x" = 1\n}\n', ["2 ! neither an argument nor a block begins like this"]],
    ["terraform {\n x =\n}\n", ["2 ! the argument has no value"]],
    ["terraform {\n x\n}\n", ["2 ! neither an argument nor a block goes on like this"]],
    ["terraform {} x = 1\n", ["1 ! a new line has to begin behind a block"]],
    ["\n\nterraform {\n x = `1`\n}", []],
    ["terraform {\n x = \u0000\n}", ["2 ! a character here has no meaning in HCL, or something is not ended"]],
    ["terraform {}\n/* x", ["2 ! a character here has no meaning in HCL, or something is not ended"]],
    ["terraform {\n x = <<E\n1\n", ["2 ! what begins here is never closed"]],
    ["terraform x {}\n", ['1 ! a block "terraform" has 0 labels, not 1']],
    ['\nresource "x" {}\nmodule "x" {}\n', ['2 ! a block "resource" has 2 labels, not 1']],
    [
      'terraform {\n required_providers = { aws = "1.0" }\n}\n',
      ['2 ! "required_providers" is a block, and has no equals sign'],
    ],
    ["module = {}\n", ['1 ! "module" is a block, and has no equals sign']],
    ["module\n", ["1 ! neither an argument nor a block goes on like this"]],
  ])("%j", (text, found) => {
    expect(shownIn("main.tf", text)).toEqual(found);
  });

  it.each([
    '{"terraform": {"required_version": "1"}',
    '{"terraform": {"required_version": "1",}}',
    '{"terraform": {"required_version" "1"}}',
    '{"terraform": {"required_version": \'1\'}}',
    '{"terraform": {"required_version": "\t"}}',
    '{"terraform": 01}',
    '{"terraform": {}} x',
    '{"terraform": {}} {}',
    '"terraform": {',
    '[1, "terraform" 2]',
    '{1: "terraform"}',
    '["terraform"]]',
  ])("%s, as JSON.parse says, too", (text) => {
    expect(() => JSON.parse(text)).toThrow(/JSON/);
    expect(shownIn("main.tf.json", `\n${text}`)[0]).toMatch(/^[12] ! it is not JSON$/);
  });

  it("leave the others alone", () => {
    const good = 'terraform {\n required_version = "1"\n}';
    const files = [
      { path: "a.tf", text: "terraform {" },
      { path: "b.tf", text: good },
      { path: "c.tf.json", text: '{"terraform"' },
    ];
    expect(shown(findMentions(files))).toEqual([
      'b.tf:2 required_version "1" terraform terraform [core]',
      "a.tf:1 ! what begins here is never closed",
      "c.tf.json:1 ! it is not JSON",
    ]);
  });
});
