import { describe, expect, it } from "@jest/globals";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { type HclAttribute, type HclBlock, readBlocks, readHcl, unescapeQuoted } from "./hcl-blocks.ts";

const configuration = `\uFEFF# root\r
terraform {
  required_version = ">= 1.5" # floor
  backend "s3" {}
  required_providers {
    aws    = { source = "hashicorp/aws", version : "~> 5.0" }
    null = {
      "source" = "hashicorp/null"
      version = var.nope
    }
    legacy = "~> 2.0"
  }
}

module "vpc" {
  source  = "./modules/vpc"
  version = "1.\${x}"
  cidrs   = [
    "10.0.0.0/8",
  ]
  text = <<-EOT
    version = "9"
    }
  EOT
}
resource aws_instance web { ami = "a" }
`;

function find(blocks: HclBlock[], type: string): HclBlock {
  const block = blocks.find((candidate) => candidate.type === type);
  if (block === undefined) throw new Error(`no block ${type}`);
  return block;
}

function named(attributes: HclAttribute[], name: string): HclAttribute {
  const attribute = attributes.find((candidate) => candidate.name === name);
  if (attribute === undefined) throw new Error(`no attribute ${name}`);
  return attribute;
}

describe("readBlocks", () => {
  const blocks = readBlocks(configuration);

  it("lists blocks with their labels, quoted or bare", () => {
    expect(blocks.map(({ type, labels }) => [type].concat(labels))).toEqual([
      ["terraform"],
      ["module", "vpc"],
      ["resource", "aws_instance", "web"],
    ]);
    expect(find(blocks, "terraform").blocks.map(({ type, labels }) => [type].concat(labels))).toEqual([
      ["backend", "s3"],
      ["required_providers"],
    ]);
  });

  it("gives literal strings with the offsets between their quotes", () => {
    const { value } = named(find(blocks, "terraform").attributes, "required_version");
    expect(value).toMatchObject({ kind: "string", value: ">= 1.5" });
    const { content } = value as typeof value & { kind: "string" };
    expect(configuration.slice(content.start, content.end)).toBe(">= 1.5");
  });

  it("reads objects, with `=`, `:` and quoted names", () => {
    const providers = find(find(blocks, "terraform").blocks, "required_providers").attributes;
    expect(providers.map(({ name, value }) => [name, value.kind])).toEqual([
      ["aws", "object"],
      ["null", "object"],
      ["legacy", "string"],
    ]);
    const aws = named(providers, "aws").value as HclAttribute["value"] & { kind: "object" };
    expect(aws.attributes.map(({ name, value }) => [name, value.kind === "string" ? value.value : value.kind])).toEqual(
      [
        ["source", "hashicorp/aws"],
        ["version", "~> 5.0"],
      ],
    );
  });

  it("never takes a template, an expression or heredoc text for a literal", () => {
    const { attributes } = find(blocks, "module");
    expect(attributes.map(({ name, value }) => [name, value.kind])).toEqual([
      ["source", "string"],
      ["version", "other"],
      ["cidrs", "other"],
      ["text", "other"],
    ]);
  });

  it.each([
    ['version = "a" + "b"\n', ["version:other"]],
    ['version = ("a")\n', ["version:other"]],
    ['a = "x\ny"\nb = 1\n', ["a:other", "b:other"]],
    ['a = "unfinished', ["a:other"]],
    ["a =", ["a:other"]],
    ['= "x"\nb = "y"', ["b:string"]],
    ['x y z\n) ] }\nb = "y"', ["b:string"]],
    ["a = {\n b = 1\n", ["a:other"]],
    ["a = { b = 1 } c\n", ["a:other"]],
    ["a = {}\n", ["a:object"]],
  ])("goes on after what it cannot read: %j", (text, expected) => {
    expect(readHcl(text).attributes.map(({ name, value }) => `${name}:${value.kind}`)).toEqual(expected);
  });

  it("says when a block is never closed", () => {
    expect(readBlocks('terraform {\n required_version = "1"\n')[0]).toMatchObject({
      isClosed: false,
      attributes: [{ name: "required_version" }],
    });
  });

  it("H073: a million open brackets neither exhaust the stack nor read outside of the text", () => {
    for (const text of ["{".repeat(500_000), "a {".repeat(300_000), "a = {".repeat(200_000), "[(".repeat(500_000)]) {
      expect(readHcl(text).blocks.length).toBeLessThanOrEqual(1);
    }
  });

  it("keeps every offset inside of the text", () => {
    const piece = fc.constantFrom(
      "a",
      ' "b" ',
      "{",
      "}",
      "=",
      "\n",
      '"',
      "${",
      "[",
      "]",
      ",",
      "1",
      "<<E\n",
      "\nE\n",
      ":",
    );
    const property = fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const visit = ({ attributes, blocks }: Pick<HclBlock, "attributes" | "blocks">, end: number): void => {
        for (const attribute of attributes) {
          expect(attribute.value.start).toBeGreaterThanOrEqual(attribute.nameSpan.end);
          expect(attribute.value.end).toBeLessThanOrEqual(end);
        }
        for (const block of blocks) {
          expect(block.body.start).toBeLessThanOrEqual(block.body.end);
          expect(block.end).toBeLessThanOrEqual(end);
          visit(block, block.body.end);
        }
      };
      visit(readHcl(text), text.length);
    });
    fc.assert(property, { numRuns: runs(500, 100_000), seed: seed() });
  });
});

describe("unescapeQuoted", () => {
  it.each([
    ['a\\n\\t\\r\\\\\\"', 'a\n\t\r\\"'],
    ["\\u0041\\U0001F4A5", "A💥"],
    ["$${a} %%{b} $$${c} $ %", "${a} %{b} $${c} $ %"],
  ])("reads %j", (raw, value) => {
    expect(unescapeQuoted(raw)).toBe(value);
  });

  it.each(["\\x", "\\u12", "\\", "a\nb", "\\UFFFFFFFF"])("reads no value from %j, as HCL", (raw) => {
    expect(unescapeQuoted(raw)).toBeUndefined();
  });
});
