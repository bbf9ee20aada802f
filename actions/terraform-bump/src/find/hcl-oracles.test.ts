/**
 * The findings in HCL against parsers that others made: tree-sitter's grammar judges the places, hcl2json (HCL's own parser)
 * the values and what is valid.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { unescapeQuoted } from "@handrail/terraform";
import { runs, seed } from "@handrail/testkit";
import { parse as parseHcl } from "@cdktf/hcl2json";
import * as fc from "fast-check";
import { Language, Parser, type Node } from "web-tree-sitter";
import type { Attribute, Body } from "./configuration-tree.ts";
import { anyHcl } from "./file-fixture.ts";
import { findMentions } from "./find.ts";
import { readHclTree } from "./hcl-tree.ts";

const tricky = readFileSync(new URL("../../fixtures/find/tricky.tf", import.meta.url), "utf8");
const grammar = createRequire(import.meta.url).resolve("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm");
let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
});

/** A literal text: the names that lead to it, and what stands between its quotes. */
type Literal = string;

function literal(path: readonly string[], text: string, start: number): Literal {
  return `${path.join(" > ")} @${start} ${JSON.stringify(text)}`;
}

/** The literal texts in arguments and objects, as our reader sees them. */
function ourLiterals(text: string): Literal[] {
  const literals: Literal[] = [];
  const visitAttributes = (path: readonly string[], attributes: readonly Attribute[]): void => {
    for (const { name, value } of attributes) {
      if (value.kind === "text") {
        const { start, end } = value.content;
        literals.push(literal([...path, name], text.slice(start, end), start));
      } else if (value.kind === "object") visitAttributes([...path, name], value.read());
    }
  };
  const visit = (path: readonly string[], { attributes, blocks }: Body): void => {
    visitAttributes(path, attributes);
    for (const { type, labels, read } of blocks) visit([...path, [type, ...labels].join(" ")], read());
  };
  visit([], readHclTree(text));
  return literals.sort();
}

function children(node: Node, ...types: string[]): Node[] {
  return node.namedChildren.filter((child) => types.includes(child.type));
}

/** The only named child all the way down to a node of one of the types; undefined when there is none. */
function descend(node: Node, types: readonly string[]): Node | undefined {
  let inner: Node | undefined = node;
  while (inner !== undefined && !types.includes(inner.type)) {
    const named: Node[] = inner.namedChildren.filter((child) => child.type !== "comment");
    // `(x)`, `x[0]` and `-x` have one child, too, and are no literals.
    const isWrapper = ["expression", "literal_value", "collection_value", "template_expr"].includes(inner.type);
    inner = isWrapper && named.length === 1 ? named[0] : undefined;
  }
  return inner;
}

/** The text of a string_lit, which holds no templates; its own children leave out the spaces at the edges. */
function literalOf(node: Node): { text: string; start: number } {
  return { text: node.text.slice(1, -1), start: node.startIndex + 1 };
}

/** The same as tree-sitter sees it. */
function theirLiterals(root: Node): Literal[] {
  const literals: Literal[] = [];
  const visitValue = (path: readonly string[], node: Node): void => {
    const found = descend(node, ["string_lit", "object"]);
    if (found?.type === "string_lit") {
      const { text, start } = literalOf(found);
      literals.push(literal(path, text, start));
    } else if (found !== undefined) {
      for (const element of children(found, "object_elem")) {
        const key = element.childForFieldName("key");
        const value = element.childForFieldName("val");
        const name = key === null ? undefined : keyOf(key);
        if (name !== undefined && value !== null) visitValue([...path, name], value);
      }
    }
  };
  const visit = (path: readonly string[], body: Node): void => {
    for (const node of children(body, "attribute", "block")) {
      const [name] = children(node, "identifier");
      if (node.type === "attribute") {
        const [value] = children(node, "expression");
        if (value !== undefined) visitValue([...path, name?.text ?? ""], value);
        continue;
      }
      const labels = children(node, "identifier", "string_lit").map((label) =>
        label.type === "identifier" ? label.text : nameOf(label),
      );
      for (const inner of children(node, "body")) visit([...path, labels.join(" ")], inner);
    }
  };
  for (const body of children(root, "body")) visit([], body);
  return literals.sort();
}

/** A key: an identifier, or a text in quotes; undefined for an expression, which names nothing that is looked for. */
function keyOf(node: Node): string | undefined {
  const found = descend(node, ["string_lit", "variable_expr"]);
  return found?.type === "string_lit" ? nameOf(found) : found?.text;
}

/** The name that a text in quotes is; "" for what means nothing. */
function nameOf(node: Node): string {
  return unescapeQuoted(literalOf(node).text) ?? "";
}

/** What HCL's own parser makes of a file; undefined when it refuses it. */
async function theirValues(text: string): Promise<unknown> {
  try {
    return await parseHcl("main.tf", text);
  } catch {
    return undefined;
  }
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** The bodies of blocks with one label, or of a list of blocks without. */
function bodies(value: unknown): unknown[] {
  return entries(value).flatMap(([, inner]) => (Array.isArray(inner) ? (inner as unknown[]) : [inner]));
}

function member(value: unknown, name: string): unknown {
  return entries(value).find(([key]) => key === name)?.[1];
}

/** Every version in the values: `place text`. What is no text is `place ?`. */
function theirVersions(document: unknown): string[] {
  const versions: string[] = [];
  const see = (place: string, value: unknown): void => {
    if (value !== undefined)
      versions.push(`${place} ${typeof value === "string" && !/[$%]\{/.test(value) ? value : "?"}`);
  };
  for (const body of bodies(member(document, "terraform"))) {
    see("required_version", member(body, "required_version"));
    for (const providers of bodies(member(body, "required_providers"))) {
      for (const [, provider] of entries(providers)) {
        see("required_providers", typeof provider === "string" ? provider : member(provider, "version"));
      }
    }
  }
  for (const body of bodies(member(document, "provider"))) see("provider block", member(body, "version"));
  for (const body of bodies(member(document, "module"))) {
    see("module version", member(body, "version"));
    const ref = /^[^./?][^?]*\?(?:[^&]*&)*?ref=([^&]+)/.exec(String(member(body, "source")))?.[1];
    if (ref !== undefined) see("module source", ref);
  }
  for (const body of bodies(member(member(document, "resource"), "tfe_workspace"))) {
    see("tfe_workspace", member(body, "terraform_version"));
  }
  return versions;
}

/** A file with a piece of it left out, doubled, or put in. */
const anyMutant: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(anyHcl, fc.constant(tricky)),
    fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.constantFrom(0, 0, 1, 1, 2, 5, 30),
        put: fc.constantFrom(
          "",
          '"',
          "{",
          "}",
          "\n",
          " ",
          "#",
          "/*",
          "*/",
          "=",
          "${",
          "%{",
          "<<EOT\n",
          "\nEOT\n",
          "\\",
          "(",
          "]",
          ",",
          "x",
          'version = "7.7.7"\n',
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([text, changes]) => {
    return changes.reduce((now, { at, length, put }) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + put + now.slice(start + length);
    }, text);
  });

/** Holds a file against both; false when HCL's own parser or terraform refuses it. */
async function judge(text: string): Promise<boolean> {
  const values = await theirValues(text);
  if (values === undefined) return false;
  const { mentions, unclear, unreadable } = findMentions([{ path: "main.tf", text }]);
  // Terraform knows its blocks and how many labels they have, HCL's parser does not.
  if (/labels|is a block/.test(unreadable[0]?.why ?? "")) return false;
  expect(unreadable).toEqual([]);
  const left = theirVersions(values);
  for (const { place, text: token } of mentions) {
    const index = left.indexOf(`${place} ${token}`);
    expect(index).not.toBe(-1);
    left.splice(index, 1);
  }
  // What is not found is told, and the only versions that are not told are those of what is built in.
  expect(left.length).toBeLessThanOrEqual(unclear.length);
  const tree = parser.parse(text);
  // tree-sitter reads an escape behind one more sign as the beginning of a template; HCL does not.
  const isComparable = tree !== null && !tree.rootNode.hasError && !/\$\$\$\{|%%%\{/.test(text);
  if (isComparable) expect(ourLiterals(text)).toEqual(theirLiterals(tree.rootNode));
  return true;
}

describe("findings in HCL", () => {
  it("are those of tree-sitter and of HCL's own parser in the tricky file", async () => {
    expect(await judge(tricky)).toBe(true);
    expect(await judge(tricky.replaceAll("\n", "\r\n"))).toBe(true);
    expect(await judge(`${tricky}\nmodule {`)).toBe(false);
  });

  it("are theirs in files of all shapes", async () => {
    const property = fc.asyncProperty(anyHcl, async (text) => {
      expect(await judge(text)).toBe(true);
    });
    await fc.assert(property, { numRuns: runs(60, 3000), seed: seed() });
  });

  it("are theirs in mutants that are still valid", async () => {
    let valid = 0;
    const property = fc.asyncProperty(anyMutant, async (text) => {
      if (await judge(text)) valid += 1;
    });
    await fc.assert(property, { numRuns: runs(120, 10_000), seed: seed() });
    expect(valid).toBeGreaterThan(10);
  });
});
