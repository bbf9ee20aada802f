import { describe, expect, it } from "@jest/globals";
import { shown, shownIn } from "./found-fixture.ts";
import { findMentions } from "./find.ts";

type Case = [text: string, found: string[]];

describe("terragrunt", () => {
  it.each<Case>([
    [
      'terraform {\n source = "git::git@github.com:acme/modules.git//vpc?ref=vpc/v1.2.0"\n}',
      ['2 terragrunt "vpc/v1.2.0" module github.com/acme/modules [tag "vpc/v"]'],
    ],
    [
      'terraform {\n source = "tfr:///terraform-aws-modules/vpc/aws?version=3.5.0"\n}',
      ['2 terragrunt "3.5.0" module terraform-aws-modules/vpc/aws [exact]'],
    ],
    [
      'terraform {\n source = "tfr://registry.example.com/acme/vpc/aws//modules/x?a=b&version=3.5.0&c=d"\n}',
      ['2 terragrunt "3.5.0" module registry.example.com/acme/vpc/aws [exact]'],
    ],
    [
      'terraform {\n source = "tfr:///acme/vpc/aws?version=3.5"\n}',
      [
        "2 terragrunt 3.5 ? acme/vpc/aws: it is only the beginning of a version, which each tool reads in its own way: write all three numbers",
      ],
    ],
    [
      'terraform {\n source = "tfr:///acme/vpc?version=3.5.0"\n}',
      [
        "2 terragrunt tfr:///acme/vpc?version=3.5.0 ? ?: it is not the address and the version of a module in a registry",
      ],
    ],
    ['terraform {\n source = "../modules/vpc"\n}', []],
    ['terraform {\n source = "${get_repo_root()}/modules/vpc"\n}', []],
    [
      'terraform {\n source = "${local.base}//vpc?ref=v1.2.0"\n}',
      ['2 terragrunt "${local.base}//vpc?ref=v1.2.0" ? ?: its source is not a plain text'],
    ],
    [
      'unit "vpc" {\n source = "github.com/acme/x//y?ref=v1.0.0"\n}',
      ['2 terragrunt "v1.0.0" module github.com/acme/x [tag "v"]'],
    ],
    ['terraform_version_constraint = ">= 1.5"\n', ['1 terragrunt ">= 1.5" terraform terraform [core]']],
    [
      "terraform_version_constraint = local.v\n",
      ["1 terragrunt local.v ? terraform: it is not a plain text in quotes"],
    ],
    [
      'generate "versions" {\n contents = <<EOF\nterraform {\n required_version = "1.5.7"\n}\nEOF\n}',
      ["2 terragrunt <<EOF… ? ?: it is in a text that terragrunt generates a file from"],
    ],
    ['generate "x" {\n contents = "provider"\n}\nlocals {\n source = "github.com/a/b?ref=v1.0.0"\n}', []],
    ['terraform {\n source = "x"\n', ["1 ! what begins here is never closed"]],
  ])("in %j", (text, found) => {
    expect(shownIn("live/terragrunt.hcl", text)).toEqual(found);
  });

  it("is not looked for in other programs' files, whatever their syntax", () => {
    expect(shownIn("policy.hcl", 'path "x" { source = 1, version = "1.0" }\n"key" = ["x"')).toEqual([]);
  });

  it("uses OpenTofu's registry where the directory is OpenTofu's", () => {
    const files = [
      { path: "live/.opentofu-version", text: "1.8.0" },
      { path: "live/terragrunt.hcl", text: 'terraform {\n source = "tfr:///acme/vpc/aws?version=3.5.0"\n}' },
    ];
    expect(shown(findMentions(files))[1]).toBe(
      'live/terragrunt.hcl:2 terragrunt "3.5.0" module registry.opentofu.org/acme/vpc/aws [exact]',
    );
  });
});

describe(".tflint.hcl", () => {
  it.each<Case>([
    [
      'plugin "aws" {\n enabled = true\n version = "0.27.0"\n source  = "github.com/terraform-linters/tflint-ruleset-aws"\n}',
      ['3 tflint plugin "0.27.0" tflint-plugin github.com/terraform-linters/tflint-ruleset-aws [exact]'],
    ],
    [
      'plugin "terraform" {\n enabled = true\n preset = "recommended"\n}\ntflint {\n required_version = ">= 0.50"\n}',
      [],
    ],
    [
      'plugin "x" {\n version = "0.1.0"\n}',
      ["2 tflint plugin 0.1.0 ? ?: the plugin has no source that can be looked up"],
    ],
    [
      'plugin "x" {\n version = "0.1.0"\n source = "not a source"\n}',
      ["2 tflint plugin 0.1.0 ? ?: the plugin has no source that can be looked up"],
    ],
    [
      'plugin "x" {\n version = "0.1"\n source = "github.com/a/b"\n}',
      [
        "2 tflint plugin 0.1 ? github.com/a/b: it is only the beginning of a version, which each tool reads in its own way: write all three numbers",
      ],
    ],
    [
      'plugin "x" {\n version = v\n source = "github.com/a/b"\n}',
      ["2 tflint plugin v ? github.com/a/b: it is not a plain text in quotes"],
    ],
  ])("in %j", (text, found) => {
    expect(shownIn(".tflint.hcl", text)).toEqual(found);
  });
});
