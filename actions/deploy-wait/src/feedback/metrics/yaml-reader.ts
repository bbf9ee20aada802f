/**
 * Walks YAML nodes and collects problems with their places instead of stopping at the first. Knows nothing of metrics. It
 * imports the YAML parser: load it late.
 */
import { Failure } from "@handrail/runner";
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Node, Pair } from "yaml";

/** A value of a mapping, with its key. */
export type Field = { key: Node; value: Node | null };
/** The values of a mapping by their names. */
export type Fields = Map<string, Field>;

/** Reads one document. */
export class YamlReader {
  private readonly problems: { offset: number; message: string }[] = [];
  private readonly lines = new LineCounter();
  /** The document's only node; null when it is empty. */
  readonly root: Node | null;

  constructor(text: string) {
    const document = parseDocument(text, { lineCounter: this.lines, version: "1.2", prettyErrors: false });
    for (const error of document.errors) this.problem(error.pos[0], error.message);
    this.root = isScalar(document.contents) && document.contents.value === null ? null : document.contents;
  }

  /** Notes what is wrong, at a node or an offset. */
  problem(at: Node | number, message: string): void {
    this.problems.push({ offset: typeof at === "number" ? at : (at.range?.[0] ?? 0), message });
  }

  /** @throws Failure `invalid-input` that lists every problem as `metrics:line:column: what is wrong` */
  finish(name: string, remedy: string): void {
    if (this.problems.length === 0) return;
    const list = this.problems
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, message }) => {
        const { line, col } = this.lines.linePos(offset);
        return `${name}:${line}:${col}: ${message}`;
      });
    throw new Failure({ reason: "invalid-input", what: `${name} cannot be used: ${list.join("; ")}`, remedy });
  }

  /** The fields of a mapping; other names than `known` are problems, all names are good when it is absent. */
  fields(node: Node, what: string, known?: readonly string[]): Fields {
    const fields: Fields = new Map();
    if (!isMap(node)) {
      this.problem(node, `${what} must be a mapping${known === undefined ? "" : ` with ${known.join(", ")}`}`);
      return fields;
    }
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : "";
      if (known === undefined || known.includes(name)) fields.set(name, { key: pair.key, value: pair.value });
      else this.problem(pair.key, `unknown key ${shown(name)} in ${what}, known are ${known.join(", ")}`);
    }
    return fields;
  }

  /** The nodes of a list. */
  items(node: Node, what: string): Node[] {
    if (isSeq(node)) return node.items as Node[];
    this.problem(node, `${what} must be a list`);
    return [];
  }

  /** A text that `read` makes something of; undefined when it is absent, or a problem. A number counts as its text. */
  value<T>(fields: Fields, name: string, accepts: string, read: (text: string) => T | undefined): T | undefined {
    const field = fields.get(name);
    if (field === undefined) return undefined;
    const { value } = field;
    const plain = isScalar(value) ? value.value : undefined;
    const text = typeof plain === "string" ? plain.trim() : typeof plain === "number" ? String(plain) : "";
    const found = text === "" ? undefined : read(text);
    if (found === undefined) this.problem(value ?? field.key, `${name} must be ${accepts}`);
    return found;
  }
}

/** A name from the document in a message. */
export function shown(name: string): string {
  return JSON.stringify(name.slice(0, 60));
}
