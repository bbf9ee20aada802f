/**
 * Reads `.github/handrail.yml`: guardrails and roots. Every problem is reported at once, with line and column; an
 * unknown key is a problem, because a misspelt guardrail would guard nothing. Decides nothing: see guardrails.ts.
 */
import { Failure } from "@handrail/runner";
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Node, Pair } from "yaml";

/** What a guardrail can forbid. */
export const guardedActions = ["create", "update", "replace", "delete", "forget"] as const;
export type GuardedAction = (typeof guardedActions)[number];

/** One rule: at most `max` changes of these `actions` on resources that match `types` and `addresses`. */
export type Guardrail = {
  name: string;
  /** Globs over resource types; empty means any. */
  types: string[];
  /** Globs over resource addresses; empty means any. */
  addresses: string[];
  actions: GuardedAction[];
  max: number;
  /** A pull request label that lifts the rule. */
  unlessLabel?: string;
  /** What to do, in the words of the team that owns the rule. */
  message?: string;
};

/** Settings of the root modules whose directory matches `path`. */
export type RootSettings = {
  path: string;
  environment?: string;
  workspace?: string;
  varFiles: string[];
  backendConfigFiles: string[];
  wave: number;
};

export type HandrailFile = { guardrails: Guardrail[]; roots: RootSettings[] };

type Problem = { offset: number; message: string };
type Fields = Map<string, { key: Node; value: Node | null }>;

/**
 * Parses the file.
 * @param text the file's content
 * @param path its name in error messages
 * @throws Failure `invalid-input` that lists every problem as `path:line:column: what is wrong`
 */
export function parseHandrailFile(text: string, path: string): HandrailFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", prettyErrors: false });
  const reader = new Reader();
  for (const error of document.errors) reader.problem(error.pos[0], error.message);
  const file = reader.file(document.contents);
  if (reader.problems.length === 0) return file;
  const list = reader.problems
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => {
      const { line, col } = lines.linePos(offset);
      return `${path}:${line}:${col}: ${message}`;
    });
  const first = lines.linePos(Math.min(...reader.problems.map((problem) => problem.offset)));
  throw new Failure({
    reason: "invalid-input",
    what: `${path} cannot be used: ${list.join("; ")}`,
    remedy: "Correct the file. Its keys are described in the README of terraform-plan.",
    location: { file: path, line: first.line, column: first.col },
  });
}

/** Walks the YAML nodes and collects problems instead of stopping at the first. */
class Reader {
  readonly problems: Problem[] = [];

  problem(offset: number, message: string): void {
    this.problems.push({ offset, message });
  }

  file(node: Node | null): HandrailFile {
    if (node === null || (isScalar(node) && node.value === null)) return { guardrails: [], roots: [] };
    const fields = this.fields(node, "the file", ["guardrails", "roots"]);
    return {
      guardrails: this.items(fields?.get("guardrails"), "guardrails", (item) => this.guardrail(item)),
      roots: this.items(fields?.get("roots"), "roots", (item) => this.root(item)),
    };
  }

  private guardrail(node: Node): Guardrail {
    const known = ["name", "types", "addresses", "actions", "max", "unless-label", "message"];
    const fields = this.fields(node, "a guardrail", known);
    const unlessLabel = this.text(fields, "unless-label");
    const message = this.text(fields, "message");
    const rule: Guardrail = {
      name: this.required(fields, node, "a guardrail", "name"),
      types: this.texts(fields, "types"),
      addresses: this.texts(fields, "addresses"),
      actions: this.actions(fields, node),
      max: this.whole(fields, "max") ?? 0,
      ...(unlessLabel === undefined ? {} : { unlessLabel }),
      ...(message === undefined ? {} : { message }),
    };
    if (fields !== undefined && rule.types.length + rule.addresses.length === 0) {
      this.problem(at(node), "a guardrail needs `types`, `addresses` or both");
    }
    return rule;
  }

  private actions(fields: Fields | undefined, node: Node): GuardedAction[] {
    const given = this.texts(fields, "actions");
    const known = guardedActions.filter((action) => given.includes(action));
    const field = fields?.get("actions");
    for (const action of given) {
      if (!guardedActions.some((name) => name === action)) {
        this.problem(at(field?.value ?? node), `unknown action ${quote(action)}, use ${guardedActions.join(", ")}`);
      }
    }
    if (fields !== undefined && given.length === 0) this.problem(at(node), "a guardrail needs `actions`");
    return known;
  }

  private root(node: Node): RootSettings {
    const known = ["path", "environment", "workspace", "var-files", "backend-config-files", "wave"];
    const fields = this.fields(node, "a root", known);
    const environment = this.text(fields, "environment");
    const workspace = this.text(fields, "workspace");
    return {
      path: this.required(fields, node, "a root", "path"),
      ...(environment === undefined ? {} : { environment }),
      ...(workspace === undefined ? {} : { workspace }),
      varFiles: this.texts(fields, "var-files"),
      backendConfigFiles: this.texts(fields, "backend-config-files"),
      wave: this.whole(fields, "wave") ?? 1,
    };
  }

  private fields(node: Node, what: string, known: string[]): Fields | undefined {
    if (!isMap(node)) {
      this.problem(at(node), `${what} must be a mapping with ${known.join(", ")}`);
      return undefined;
    }
    const fields: Fields = new Map();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value) : "";
      if (known.includes(name)) fields.set(name, { key: pair.key, value: pair.value });
      else this.problem(at(pair.key), `unknown key ${quote(name)} in ${what}, known are ${known.join(", ")}`);
    }
    return fields;
  }

  private items<T>(field: { key: Node; value: Node | null } | undefined, name: string, read: (item: Node) => T): T[] {
    if (field === undefined || isEmpty(field.value)) return [];
    if (isSeq(field.value)) return (field.value.items as Node[]).map((item) => read(item));
    this.problem(at(field.value ?? field.key), `${name} must be a list`);
    return [];
  }

  private text(fields: Fields | undefined, name: string): string | undefined {
    const field = fields?.get(name);
    if (field === undefined || isEmpty(field.value)) return undefined;
    if (isScalar(field.value) && typeof field.value.value === "string") return field.value.value;
    this.problem(at(field.value ?? field.key), `${name} must be a text`);
    return undefined;
  }

  private required(fields: Fields | undefined, node: Node, what: string, name: string): string {
    const value = this.text(fields, name);
    if (value !== undefined && value !== "") return value;
    if (fields !== undefined && isEmpty(fields.get(name)?.value ?? null)) {
      this.problem(at(node), `${what} needs \`${name}\``);
    }
    return "";
  }

  private texts(fields: Fields | undefined, name: string): string[] {
    return this.items(fields?.get(name), name, (item) => {
      if (isScalar(item) && typeof item.value === "string") return item.value;
      this.problem(at(item), `every item of ${name} must be a text`);
      return "";
    }).filter((text) => text !== "");
  }

  private whole(fields: Fields | undefined, name: string): number | undefined {
    const field = fields?.get(name);
    if (field === undefined || isEmpty(field.value)) return undefined;
    const value = isScalar(field.value) ? field.value.value : undefined;
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    this.problem(at(field.value ?? field.key), `${name} must be a whole number, 0 or more`);
    return undefined;
  }
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && (node.value === null || node.value === ""));
}

function at(node: Node): number {
  return node.range?.[0] ?? 0;
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
