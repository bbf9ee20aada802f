/**
 * Configuration in JSON as the blocks and arguments that it stands for.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */
import type { Attribute, Block, Body, Value } from "./configuration-tree.ts";
import { readJsonTree, type JsonNode } from "./json-tree.ts";

/** A type of block: how many labels it has, and which blocks are in it. Everything else is an argument. */
type Schema = { labels: number; blocks: ReadonlyMap<string, Schema> };

function schema(labels: number, blocks: readonly (readonly [string, Schema])[] = []): Schema {
  return { labels, blocks: new Map(blocks) };
}

const TERRAFORM = schema(0, [
  ["required_providers", schema(0)],
  ["backend", schema(1)],
  ["cloud", schema(0)],
]);
const FILE = schema(0, [
  ["terraform", TERRAFORM],
  ["provider", schema(1)],
  ["module", schema(1)],
  ["resource", schema(2)],
]);

/** The top of a .tf.json file. Throws a Flaw. */
export function readJsonConfiguration(text: string): Body {
  const bodies = [...objects(readJsonTree(text))].map((object) => readBody(object, FILE));
  return { attributes: bodies.flatMap((body) => body.attributes), blocks: bodies.flatMap((body) => body.blocks) };
}

type JsonObject = JsonNode & { kind: "object" };

/** The objects that a node stands for: itself, or the elements of a list. */
function objects(node: JsonNode): JsonObject[] {
  const items = node.kind === "list" ? node.items : [node];
  return items.filter((item) => item.kind === "object");
}

function readBody(object: JsonObject, { blocks }: Schema): Body {
  const body: Body = { attributes: [], blocks: [] };
  for (const { name, value } of object.members) {
    const inner = blocks.get(name);
    if (inner === undefined) body.attributes.push({ name, value: valueOf(value) });
    else body.blocks.push(...readBlocks(name, value, inner));
  }
  return body;
}

/** Each label is one more object around the body. */
function readBlocks(type: string, node: JsonNode, inner: Schema): Block[] {
  let found: { labels: string[]; node: JsonNode }[] = [{ labels: [], node }];
  for (let depth = 0; depth < inner.labels; depth += 1) {
    found = found.flatMap(({ labels, node }) => {
      const members = objects(node).flatMap((object) => object.members);
      return members.map((member) => ({ labels: [...labels, member.name], node: member.value }));
    });
  }
  return found.flatMap(({ labels, node }) => {
    return objects(node).map((object): Block => ({
      type,
      start: object.start,
      labels,
      read: () => readBody(object, inner),
    }));
  });
}

function valueOf(node: JsonNode): Value {
  const { start, end } = node;
  // A template is not a plain text, although JSON has no other quotes for it.
  if (node.kind === "text" && !/[$%]\{/.test(node.value)) {
    return { start, end, kind: "text", value: node.value, content: node.content };
  }
  if (node.kind !== "object") return { start, end, kind: "other" };
  const read = (): Attribute[] => node.members.map(({ name, value }) => ({ name, value: valueOf(value) }));
  return { start, end, kind: "object", read };
}
