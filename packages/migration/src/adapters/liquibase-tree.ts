/** Changelogs in XML, YAML and JSON as one and the same: what they hold, in its order. */
import type { Change, Changeset, Rollback } from "./liquibase-changeset.ts";
import { Unreadable } from "./liquibase-changeset.ts";
import type { XmlElement } from "./liquibase-xml.ts";

/** A file that a changeset names: its content belongs to it. */
export type NamedFile = { path: string; isRelative: boolean };

/** One entry of a changelog. */
export type Entry =
  | { kind: "changeset"; changeset: Changeset; files: readonly NamedFile[] }
  | { kind: "include"; path: string; isRelative: boolean }
  | { kind: "includeAll"; path: string; isRelative: boolean };

/** What a file says. */
export type TreeChangelog = { logicalFilePath: string; entries: readonly Entry[] };

/** Anything that has a name, attributes and children: XML's elements are, YAML is made so. */
export type Node = Pick<XmlElement, "name" | "attributes" | "children" | "text" | "source">;

/** Reads the root. @throws Unreadable for what changes what is run */
export function readTree(root: Node): TreeChangelog {
  if (root.name !== "databaseChangeLog") throw new Unreadable(root.name);
  refuse(root, ["context", "contextFilter", "labels"]);
  const entries = root.children.flatMap((node) => entryOf(node));
  return { logicalFilePath: root.attributes.get("logicalFilePath") ?? "", entries };
}

function entryOf(node: Node): readonly Entry[] {
  const { name, attributes } = node;
  if (name === "property" || name === "changeLogId") return [];
  if (name === "preConditions") {
    refuse(node, ["onFail", "onError"]);
    return [];
  }
  if (name === "changeSet") {
    const files = [...node.children, ...node.children.flatMap(({ children }) => children)].flatMap(namedFile);
    return [{ kind: "changeset", changeset: toChangeset(node), files }];
  }
  const allowed = PLACES.get(name);
  const path = attributes.get(name === "include" ? "file" : "path");
  if (allowed === undefined || path === undefined || path.includes("${")) throw new Unreadable(name);
  const other = [...attributes.keys()].find((each) => !allowed.includes(each));
  if (other !== undefined) throw new Unreadable(`${name} with ${other}`);
  const isRelative = attributes.get("relativeToChangelogFile") === "true";
  return [name === "include" ? { kind: "include", path, isRelative } : { kind: "includeAll", path, isRelative }];
}

/** The attributes that say no more than which files. */
const PLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ["include", ["file", "relativeToChangelogFile", "errorIfMissing"]],
  ["includeAll", ["path", "relativeToChangelogFile", "errorIfMissingOrEmpty"]],
]);

function refuse({ name, attributes }: Node, unwanted: readonly string[]): void {
  const found = unwanted.find((each) => (attributes.get(each) ?? "") !== "");
  if (found !== undefined) throw new Unreadable(`${name} with ${found}`);
}

/** `sqlFile`, `loadData`, `createProcedure` and others take their content from a file. */
function namedFile({ name, attributes }: Node): NamedFile[] {
  const path = attributes.get("path") ?? (name.startsWith("load") ? attributes.get("file") : undefined);
  const isRelative = attributes.get("relativeToChangelogFile") === "true";
  return path === undefined ? [] : [{ path, isRelative }];
}

/** What stands in a changeset and is no change. */
const BESIDE = new Set(["comment", "modifySql", "preConditions", "property", "rollback", "validCheckSum"]);

function toChangeset(node: Node): Changeset {
  const { attributes, children, source } = node;
  const [id, author] = [attributes.get("id"), attributes.get("author")];
  if (id === undefined || author === undefined) throw new Unreadable("a changeset without id or author");
  const rollbacks = children.filter(({ name }) => name === "rollback");
  return {
    id,
    author,
    attributes: lowerCase(attributes),
    changes: children.filter(({ name }) => !BESIDE.has(name)).map(toChange),
    rollback: rollbacks.length === 0 ? undefined : toRollback(rollbacks),
    preconditions: lowerCase(children.find(({ name }) => name === "preConditions")?.attributes ?? new Map()),
    texts: [source],
  };
}

function lowerCase(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...attributes].map(([name, value]) => [name.toLowerCase(), value]));
}

function toChange({ name, text, children, attributes }: Node): Change {
  if (name !== "sql") return { name };
  const inside = children.find((child) => child.name === "sql")?.text ?? "";
  return { name, sql: `${attributes.get("sql") ?? ""}${text}${inside}` };
}

function toRollback(nodes: readonly Node[]): Rollback {
  return {
    sql: nodes
      .map(({ text }) => text.trim())
      .filter((text) => text !== "")
      .join("\n"),
    changes: nodes.flatMap(({ children }) => children.filter(({ name }) => name !== "comment").map(toChange)),
    refersToChangeset: nodes.some(({ attributes }) => attributes.has("changeSetId")),
  };
}
