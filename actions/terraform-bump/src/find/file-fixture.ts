/**
 * For the tests: files of every kind, made of pieces. A piece that is a version knows it, so that a file can be written with
 * other versions in the same places without reading it.
 */
import * as fc from "fast-check";
import type { SourceFile } from "./mention.ts";

/** A version in its place; `render` writes it with its prefix where it is a tag. */
export type Hole = { before: string; after: string };

/** A file, and what it is with the versions before and after. */
export type MadeFile = { before: SourceFile; after: SourceFile; holes: Hole[] };

type Part = string | Hole;

const numbers = fc.constantFrom("0.12.31", "1.5.7", "1.10.0", "5.31.0", "0.4.1", "12.34.56");
/** Of other lengths, so that what follows is moved. */
const newNumbers = fc.constantFrom("2.0.0", "10.20.30", "1.11.4", "6.0.0");

const exactVersion = fc.tuple(numbers, newNumbers).map(([before, after]): Hole => ({ before, after }));
const constraint = fc
  .tuple(fc.constantFrom("~> %", ">= %", "= %", "%", ">= %, < 99.0", "~>%", " >= % ", "!= 1.0.0, ~> %"), exactVersion)
  .map(([shape, { before, after }]): Hole => ({
    before: shape.replace("%", before),
    after: shape.replace("%", after),
  }));
const tag = fc
  .tuple(fc.constantFrom("v%", "%", "vpc/v%", "release-%"), exactVersion)
  .map(([shape, { before, after }]): Hole => ({
    before: shape.replace("%", before),
    after: shape.replace("%", after),
  }));

/** Text with holes: every `§` of the pattern is one. */
function fill(pattern: string, ...holes: Hole[]): Part[] {
  return pattern.split("§").flatMap((text, index): Part[] => (index === 0 ? [text] : [holes[index - 1] ?? "", text]));
}

const hclNoise = fc.constantFrom(
  "\n",
  '# version = "9.9.9"\n',
  '// module "x" { source = "a/b/c" }\n',
  '/* terraform {\n required_version = "9.9.9" */\n',
  'locals {\n  version = "9.9.9"\n  t = <<-EOT\n    required_version = "9.9.9" ${"}"} $${ %%{\n  EOT\n}\n',
  'resource "aws_instance" "größe" {\n\tversion = "9.9.9"\n\tami = "${var.a ? "}" : "{"}"\n  dynamic "x" {\n    for_each = {}\n    content { version = "9.9.9" }\n  }\n}\n',
  'variable "v" {\n  default = "9.9.9"\n  description = "the \\"version\\" of terraform 😀"\n}\n',
  'output "o" { value = module.vpc.version }\n',
  'moved {\n  from = module.a\n  to   = module.b["9.9.9"]\n}\n',
);

const hclBlock = fc.oneof(
  constraint.map((hole) => fill('terraform {\n  required_version = "§" # 9.9.9\n}\n', hole)),
  fc
    .tuple(constraint, constraint, constraint)
    .map((holes) =>
      fill(
        'terraform {\r\n  required_providers {\n    aws = { version = "§", source = "hashicorp/aws" }\n    dns = {\n      "source" : "acme/dns" // x\n\t"version"  :  "§"\n    }\n    old = "§"\n  }\n  backend "s3" { version = "9.9.9" }\n}\n',
        ...holes,
      ),
    ),
  constraint.map((hole) => fill('provider "aws" {\n  alias = "x"\n  version="§"\n}\n', hole)),
  constraint.map((hole) =>
    fill('module "m" {\n  version = "§"\n  source = "acme/vpc/aws//x"\n  x = { version = "9.9.9" }\n}\n', hole),
  ),
  tag.map((hole) => fill('module m { source = "git::https://example.com/m.git//x?depth=1&ref=§&y=9.9.9" }\n', hole)),
  tag.map((hole) => fill('module "m" {\n  source = "git@github.com:acme/m.git?ref=§"\n}\n', hole)),
  exactVersion.map((hole) => fill('resource "tfe_workspace" "w" {\n  terraform_version = "§"\n}\n', hole)),
);

const jsonBlock = fc.oneof(
  constraint.map((hole) => fill('"terraform": {"required_version": "§", "//": "9.9.9"}', hole)),
  fc
    .tuple(constraint, constraint)
    .map((holes) =>
      fill('"terraform" : [ { "required_providers": { "aws": { "version" :"§" },\n"dns":"§"\t} } ]', ...holes),
    ),
  constraint.map((hole) => fill('"provider": {"aws": [{"alias": "\\u0041", "version": "§"}]}', hole)),
  constraint.map((hole) => fill('"module": {"m": {"source": "acme/vpc/aws", "version": "§"}}', hole)),
  tag.map((hole) => fill('"module": {"m": {"source": "github.com/acme/m//x?ref=§"}}', hole)),
  exactVersion.map((hole) => fill('"resource": {"tfe_workspace": {"w": {"terraform_version": "§"}}}', hole)),
  fc.constant(['"locals": {"version": "9.9.9", "x": [1.5e3, true, null, "\\"}"]}']),
);

const workflowStep = fc.oneof(
  exactVersion.map((hole) =>
    fill("      - uses: hashicorp/setup-terraform@v3 # 9.9.9\n        with:\n          terraform_version: §\n", hole),
  ),
  exactVersion.map((hole) =>
    fill(
      "      - uses: hashicorp/setup-terraform@v3\n        with: { terraform_wrapper: false, terraform_version: '§' }\n",
      hole,
    ),
  ),
  exactVersion.map((hole) =>
    fill(
      '      - name: "x: y"\n        uses: opentofu/setup-opentofu@v1\n        with:\n          tofu_version:   "§"   # 9.9.9\n',
      hole,
    ),
  ),
  exactVersion.map(({ before, after }) =>
    fill(
      '      - uses: handrail/handrail/actions/terraform-setup@main\n        with:\n          terraform-version: "§"\n',
      { before: `= ${before}`, after: `~> ${after}` },
    ),
  ),
  exactVersion.map((hole) => fill("      - uses: docker://hashicorp/terraform:§\n", hole)),
  fc.constantFrom(
    ["      - run: |\n          uses: hashicorp/setup-terraform@v3\n          terraform_version: 9.9.9\n"],
    ["      - run: >-\n          terraform -version\n\n          9.9.9\n"],
    ["      # terraform_version: 9.9.9\n\n"],
  ),
);

const dockerLine = fc.oneof(
  exactVersion.map((hole) => fill("ARG TERRAFORM_VERSION=§\n", hole)),
  exactVersion.map((hole) => fill('ENV A=9.9.9 \\\n    # 9.9.9\n    TOFU_VERSION="§" \\\n    B=1\n', hole)),
  exactVersion.map((hole) => fill("FROM --platform=linux/amd64 hashicorp/terraform:§ AS x\n", hole)),
  exactVersion.map((hole) => fill("COPY --from=ghcr.io/opentofu/opentofu:§-minimal /usr/local/bin/tofu /bin/\n", hole)),
  fc.constantFrom(
    ["RUN <<EOF\nARG TERRAFORM_VERSION=9.9.9\nEOF\n"],
    ["# ARG TERRAFORM_VERSION=9.9.9\n"],
    ["RUN echo \\\n  ARG TF_VERSION=9.9.9\n"],
  ),
);

const terragruntBlock = fc.oneof(
  tag.map((hole) => fill('terraform {\n  source = "git::git@github.com:acme/m.git//x?ref=§"\n}\n', hole)),
  exactVersion.map((hole) => fill('terraform {\n  source = "tfr:///acme/vpc/aws//x?version=§"\n}\n', hole)),
  fc.constantFrom(
    ['inputs = {\n  version = "9.9.9"\n}\n'],
    ['include "root" {\n  path = find_in_parent_folders()\n}\n'],
    ["# ref=v9.9.9\n"],
  ),
);

/** Files of each kind: their name, and their parts. */
const kinds: fc.Arbitrary<{ path: string; parts: Part[] }>[] = [
  fc
    .tuple(
      fc.constantFrom("main.tf", "x_override.tf", "main.tofu"),
      fc.array(
        fc.oneof(
          hclBlock,
          hclNoise.map((text) => [text]),
        ),
        { maxLength: 8 },
      ),
    )
    .map(([path, parts]) => ({ path, parts: parts.flat() })),
  fc
    .tuple(fc.constantFrom("a.tf.json", "a.tofu.json"), fc.array(jsonBlock, { minLength: 1, maxLength: 5 }))
    .map(([path, parts]) => ({
      path,
      parts: ["{\n  ", ...parts.flatMap((part, index) => (index === 0 ? part : [",\n  ", ...part])), "\n}\n"],
    })),
  fc.array(workflowStep, { minLength: 1, maxLength: 5 }).map((parts) => ({
    path: ".github/workflows/x.yml",
    parts: ["on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n", ...parts.flat()],
  })),
  fc.array(dockerLine, { maxLength: 6 }).map((parts) => ({ path: "Dockerfile", parts: parts.flat() })),
  fc.array(terragruntBlock, { maxLength: 4 }).map((parts) => ({ path: "live/terragrunt.hcl", parts: parts.flat() })),
  exactVersion.map((hole) => ({
    path: ".tflint.hcl",
    parts: fill(
      'plugin "aws" {\n  version = "§"\n  source  = "github.com/terraform-linters/tflint-ruleset-aws"\n}\n',
      hole,
    ),
  })),
  fc
    .tuple(fc.constantFrom(".terraform-version", ".tfswitchrc", ".opentofu-version"), exactVersion)
    .map(([path, hole]) => ({
      path,
      parts: fill("# 9.9.9\n§\n", hole),
    })),
  fc.tuple(exactVersion, exactVersion).map((holes) => ({
    path: ".tool-versions",
    parts: fill("nodejs 9.9.9\nterraform § 9.9.9 # 9.9.9\nopentofu\t§\n", ...holes),
  })),
  fc.tuple(exactVersion, exactVersion).map((holes) => ({
    path: "mise.toml",
    parts: fill(
      '[env]\nterraform = "9.9.9"\n[tools]\nnode = \'9.9.9\'\nterraform = { os = ["x"], version = "§" }\n"aqua:opentofu/opentofu" = [ \'§\', "9.9.9" ]\n',
      ...holes,
    ),
  })),
  exactVersion.map(({ before, after }) => ({
    path: ".tfswitch.toml",
    parts: fill('bin = "9.9.9"\nversion = "§" # 9.9.9\n', { before: `~> ${before}`, after: `>= ${after}` }),
  })),
];

/** A file of any kind, with any line ends, with and without BOM and final newline. */
export const anyFile: fc.Arbitrary<MadeFile> = fc
  .tuple(fc.oneof(...kinds), fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.boolean())
  .map(([{ path, parts }, lineEnd, hasBom, hasEnd]) => {
    const write = (which: "before" | "after"): SourceFile => {
      const text = parts.map((part) => (typeof part === "string" ? part : part[which])).join("");
      const lines = text.replaceAll(/\r?\n/g, lineEnd);
      // A heredoc needs the line end behind its marker, and nothing here ends with one.
      return { path, text: `${hasBom ? "\uFEFF" : ""}${hasEnd ? lines : lines.trimEnd()}` };
    };
    return { before: write("before"), after: write("after"), holes: parts.filter((part) => typeof part !== "string") };
  });

/** The text of a file in HCL. */
export const anyHcl: fc.Arbitrary<string> = anyFile
  .filter(({ before }) => /\.(?:tf|tofu)$/.test(before.path))
  .map(({ before }) => before.text);
