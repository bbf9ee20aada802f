/** Changelogs in YAML and JSON, made into the tree that XML's are. Liquibase reads both with SnakeYAML, which is YAML 1.1. */
import { Unreadable } from "./liquibase-changeset.ts";
import type { Node } from "./liquibase-tree.ts";

/** Reads it. @throws Unreadable */
export async function parseYamlChangelog(text: string): Promise<Node> {
  const { parseDocument } = await import("yaml");
  // Integers as bigint: what is left as a number was written with a point, and Java spells such a one in its own way.
  const document = parseDocument(text, { version: "1.1", intAsBigInt: true, logLevel: "silent" });
  if (document.errors.length > 0) throw new Unreadable("no YAML");
  const whole = plain(() => document.toJS());
  const items = isRecord(whole) ? whole["databaseChangeLog"] : undefined;
  if (!Array.isArray(items)) throw new Unreadable("no list databaseChangeLog");
  const attributes = new Map<string, string>();
  const children: Node[] = [];
  for (const item of items) {
    const [name, value] = onlyMember(item);
    if (isRecord(value)) children.push(name === "changeSet" ? changesetNode(value) : nodeOf(name, value));
    else if (name === "preConditions" && Array.isArray(value)) children.push(gathered(name, value));
    else attributes.set(name, textOf(value));
  }
  return { name: "databaseChangeLog", attributes, children, text: "", source: "" };
}

function changesetNode(value: Record<string, unknown>): Node {
  const attributes = new Map<string, string>();
  const children: Node[] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (name === "changes") children.push(...listOf(inner).map(changeNode));
    else if (name === "rollback") children.push(rollbackNode(inner));
    else if (name === "preConditions") children.push(gathered(name, listOf(inner)));
    else if (!BESIDE.has(name)) attributes.set(name, textOf(inner));
  }
  return { name: "changeSet", attributes, children, text: "", source: spell(value) };
}

/** Keys that are neither attributes nor changes. */
const BESIDE = new Set(["comment", "modifySql", "validCheckSum", "validCheckSums"]);

function changeNode(item: unknown): Node {
  const [name, value] = onlyMember(item);
  return isRecord(value) ? nodeOf(name, value) : { ...EMPTY, name, text: textOf(value) };
}

/** SQL, a change, or a list of these; nothing is a rollback that does nothing. */
function rollbackNode(value: unknown): Node {
  if (value === null || value === undefined) return { ...EMPTY, name: "rollback" };
  if (isRecord(value) && "changeSetId" in value) return nodeOf("rollback", value);
  const items = listOf(value);
  const text = items.filter((item) => typeof item === "string").join(";\n");
  return { ...EMPTY, name: "rollback", text, children: items.filter(isRecord).map(changeNode) };
}

/** `- onFail: MARK_RAN` and `- sqlCheck: …` side by side: the first are attributes. */
function gathered(name: string, items: readonly unknown[]): Node {
  const attributes = items.flatMap((item) => (isRecord(item) ? Object.entries(item) : []));
  const plain = attributes.filter(([, value]) => !isRecord(value) && !Array.isArray(value));
  return { ...EMPTY, name, attributes: new Map(plain.map(([key, value]) => [key, textOf(value)])) };
}

const EMPTY: Node = { name: "", attributes: new Map(), children: [], text: "", source: "" };

function nodeOf(name: string, value: Record<string, unknown>): Node {
  const plain = Object.entries(value).filter(([, inner]) => !isRecord(inner) && !Array.isArray(inner));
  return { ...EMPTY, name, attributes: new Map(plain.map(([key, inner]) => [key, textOf(inner)])) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function onlyMember(item: unknown): [string, unknown] {
  const entries = isRecord(item) ? Object.entries(item) : [];
  const [first] = entries;
  if (first === undefined || entries.length !== 1) throw new Unreadable("an entry that is not one thing");
  return first;
}

/** As Java writes it. @throws Unreadable for a number with a point, or a time */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "";
  throw new Unreadable("a value whose spelling is Java's");
}

function spell(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
}

/** Too many aliases make a document too large to be plain data. */
function plain(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    throw new Unreadable("no plain YAML");
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
