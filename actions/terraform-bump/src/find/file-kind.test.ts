import { describe, expect, it } from "@jest/globals";
import { isInteresting, kindOf } from "./file-kind.ts";

describe("kindOf", () => {
  it.each([
    ["main.tf", "hcl"],
    ["live/prod/x_override.tf", "hcl"],
    ["override.tofu", "hcl"],
    ["cdk.tf.json", "json"],
    ["cdk.tofu.json", "json"],
    ["a/.terraform.lock.hcl", "lock"],
    ["a/.terraform-version", "version"],
    [".opentofu-version", "version"],
    [".tfswitchrc", "version"],
    ["a/.tool-versions", "tool-versions"],
    ["mise.toml", "mise"],
    [".config/.mise.toml", "mise"],
    [".tfswitch.toml", "tfswitch"],
    [".tflint.hcl", "tflint"],
    ["live/terragrunt.hcl", "terragrunt"],
    ["root.hcl", "terragrunt"],
    [".github/workflows/ci.yml", "workflow"],
    [".github/workflows/ci.yaml", "workflow"],
    [".github/actions/setup/action.yml", "workflow"],
    ["action.yaml", "workflow"],
    ["Dockerfile", "dockerfile"],
    ["ci/Dockerfile.ci", "dockerfile"],
    ["Containerfile", "dockerfile"],
    ["terraform.dockerfile", "dockerfile"],
    ["terraform.Dockerfile", "dockerfile"],
  ])("reads %s as %s", (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  it.each([
    "README.md",
    "main.tfvars",
    ".hidden.tf",
    "main.tf~",
    "#main.tf#",
    "terraform.tfstate",
    ".terraform/modules/vpc/main.tf",
    "live/.terragrunt-cache/x/main.tf",
    "image.pkr.hcl",
    "unit.tftest.hcl",
    "docs/.github/workflows/ci.yml",
    ".github/workflows/deep/ci.yml",
    "Dockerfile.dockerignore",
    "package.json",
    "pnpm-lock.yaml",
    "tf",
    ".tf",
  ])("passes over %s", (path) => {
    expect(isInteresting(path)).toBe(false);
  });
});
