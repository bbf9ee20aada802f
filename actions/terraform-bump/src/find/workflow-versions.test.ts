import { describe, expect, it } from "@jest/globals";
import { shownIn } from "./found-fixture.ts";

type Case = [name: string, text: string, found: string[]];

const exact = (line: number, text = "1.5.7", product = "terraform"): string =>
  `${line} workflow "${text}" terraform ${product} [exact]`;

function steps(text: string): string {
  return `on: push\njobs:\n  plan:\n    runs-on: x\n    steps:\n${text.replaceAll(/^/gm, "      ")}\n`;
}

describe("workflows", () => {
  it.each<Case>([
    [
      "a plain scalar",
      steps("- uses: hashicorp/setup-terraform@v3\n  with:\n    terraform_version: 1.5.7 # 1.4.0"),
      [exact(8)],
    ],
    [
      "double quotes",
      steps('- uses: hashicorp/setup-terraform@v3\n  with:\n    terraform_version: "1.5.7"'),
      [exact(8)],
    ],
    [
      "single quotes",
      steps("- with: { terraform_version: '1.5.7' }\n  uses: HashiCorp/setup-terraform@0a1b # v3"),
      [exact(6)],
    ],
    ["a leading v", steps("- uses: hashicorp/setup-terraform@v3\n  with:\n    terraform_version: v1.5.7"), [exact(8)]],
    [
      "OpenTofu",
      steps("- uses: opentofu/setup-opentofu@v1\n  with:\n    tofu_version: 1.8.0"),
      [exact(8, "1.8.0", "opentofu")],
    ],
    [
      "our own actions",
      steps(
        '- uses: handrail/handrail/actions/terraform-setup@main\n  with:\n    terraform-version: "~> 1.5.0"\n- uses: handrail/handrail/actions/terraform-setup@main\n  with:\n    product: opentofu\n    terraform-version: 1.8.0',
      ),
      ['8 workflow "~> 1.5.0" terraform terraform [core]', exact(12, "1.8.0", "opentofu")],
    ],
    [
      "our reusable workflows",
      "on: push\njobs:\n  plan:\n    uses: handrail/handrail/.github/workflows/terraform-apply.yml@main\n    with:\n      terraform-version: 1.5.7\n",
      [exact(6)],
    ],
    [
      "a composite action",
      'name: x\nruns:\n  using: composite\n  steps:\n    - uses: hashicorp/setup-terraform@v3\n      with:\n        terraform_version: "1.5.7"\n',
      [exact(7)],
    ],
    [
      "a variable of the workflow",
      `env:\n  V: 1.5.7\n${steps("- uses: hashicorp/setup-terraform@v3\n  with:\n    terraform_version: ${{ env.V }}\n- uses: hashicorp/setup-terraform@v3\n  with:\n    terraform_version: ${{env.V}}")}`,
      [exact(2)],
    ],
    [
      "the nearest variable",
      `env:\n  V: 1.4.0\n${steps("- uses: hashicorp/setup-terraform@v3\n  env:\n    V: '1.5.7'\n  with:\n    terraform_version: ${{ env.V }}")}`,
      [exact(10)],
    ],
    [
      "a variable that says what it is",
      `env:\n  TF_VERSION: 1.5.7\n  TOFU_VERSION: 1.8.0\n  OTHER_VERSION: 1.0.0\njobs:\n  a:\n    env:\n      TERRAFORM_VERSION: "1.5.6"\n# terraform`,
      [exact(2), exact(3, "1.8.0", "opentofu"), exact(8, "1.5.6")],
    ],
    [
      "the default of an input",
      "inputs:\n  terraform-version:\n    default: 1.5.7\nruns:\n  using: composite\n  steps:\n    - uses: hashicorp/setup-terraform@v3\n      with:\n        terraform_version: ${{ inputs.terraform-version }}\n",
      [exact(3)],
    ],
    [
      "defaults for a call and a dispatch",
      "on:\n  workflow_call:\n    inputs:\n      v: { type: string, default: 1.5.7 }\n  workflow_dispatch:\n    inputs:\n      v: { default: '1.5.6' }\njobs:\n  a:\n    steps:\n      - uses: hashicorp/setup-terraform@v3\n        with:\n          terraform_version: ${{ inputs.v }}\n",
      [exact(4), exact(7, "1.5.6")],
    ],
    [
      "containers",
      "jobs:\n  a:\n    container: hashicorp/terraform:1.5.7\n  b:\n    container:\n      image: ghcr.io/opentofu/opentofu:1.8.0-minimal\n    steps:\n      - uses: docker://hashicorp/terraform:1.5.6\n",
      [exact(3), exact(6, "1.8.0", "opentofu"), exact(8, "1.5.6")],
    ],
    [
      "an alias",
      "env: &e\n  TF_VERSION: &v 1.5.7\njobs:\n  a:\n    env: *e\n    steps: &s\n      - uses: hashicorp/setup-terraform@v3\n        with:\n          terraform_version: *v\n  b:\n    steps: *s\n",
      [exact(2)],
    ],
  ])("find %s", (_, text, found) => {
    for (const path of [".github/workflows/x.yml", "a/action.yaml"]) {
      expect(shownIn(path, text)).toEqual(found);
      const windows = text.replaceAll("\n", "\r\n");
      expect(shownIn(path, windows)).toEqual(found);
      expect(shownIn(path, `\uFEFF${windows}`)).toEqual(found);
    }
  });

  const setup = (value: string): string =>
    steps(`- uses: hashicorp/setup-terraform@v3\n  with:\n    terraform_version: ${value}`);

  it.each([
    ["~1.5.0", "it is a range, and means the newest release that fits"],
    ['"<1.6"', "it is a range, and means the newest release that fits"],
    ["1.5.x", "it is a range, and means the newest release that fits"],
    ["latest", "it always means the newest release, so that there is nothing to bring up to date"],
    ["1.5", "it is a number, and 1.10 is the same number as 1.1: write all three numbers in quotes"],
    ['"1.5"', "it is only the beginning of a version, which each tool reads in its own way: write all three numbers"],
    ["${{ matrix.terraform }}", "it is made of a variable: write the version itself to have it kept current"],
    ["${{ env.NOBODY }}", "it is made of a variable: write the version itself to have it kept current"],
    ["${{ inputs.nothing }}", "it is made of a variable: write the version itself to have it kept current"],
    ['"1.5\\x2e7"', "it is not a text on one line, written without escapes"],
    ["|\n      1.5.7", "it is not a text on one line, written without escapes"],
    ["[1.5.7]", "it is not a text on one line, written without escapes"],
  ])("say why %s cannot be edited", (value, why) => {
    const found = shownIn(".github/workflows/x.yml", setup(value));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^8 workflow .* \? terraform: /);
    expect(found[0]?.endsWith(why)).toBe(true);
  });

  it.each([
    [
      "no version",
      steps(
        "- uses: hashicorp/setup-terraform@v3\n- uses: hashicorp/setup-terraform@v3\n  with:\n    terraform_version: ''",
      ),
    ],
    ["other actions", steps("- uses: other/setup-terraform@v3\n  with:\n    terraform_version: 1.5.7")],
    ["a comment", steps("# uses: hashicorp/setup-terraform@v3\n- run: |\n    with:\n      terraform_version: 1.5.7")],
    ["another program's variable", "env:\n  TF_VERSION: 2.15.0\njobs: {}\n"],
    [
      "odd shapes",
      "on: [1]\njobs: [1, {steps: 2}, {steps: [1, null, {uses: [1]}, {uses: hashicorp/setup-terraform@v3, with: 1}]}]\nenv: x\n",
    ],
    ["an alias of itself", "jobs: &a\n  a: *a\n  b:\n    steps: [*a, &s [*s]]\n    uses: x # terraform_version\n"],
    [
      "names of the language's own objects",
      "jobs:\n  __proto__:\n    steps:\n      - uses: x\n        with:\n          __proto__: { terraform_version: 1.5.7 }\n",
    ],
  ])("find nothing in %s", (_, text) => {
    expect(shownIn(".github/workflows/x.yml", text)).toEqual([]);
  });

  it.each([
    ["env:\n  TF_VERSION: 'terraform\njobs: {}\n", 2],
    ["env:\n\tTF_VERSION: terraform\n", 2],
    ["env: {}\nenv: {TF_VERSION: terraform}\n", 2],
    ["env: [terraform, TF_VERSION: 1\n", 1],
    ["env: {}\n---\nTF_VERSION: terraform\n", 2],
  ])("are unreadable when they are not YAML: %j", (text, line) => {
    const [found = "", ...more] = shownIn(".github/workflows/x.yml", text);
    expect(found).toMatch(/! it is not YAML$/);
    expect(Number.parseInt(found, 10)).toBeGreaterThanOrEqual(line);
    expect(more).toEqual([]);
  });
});
