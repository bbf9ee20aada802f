/**
 * The two sides of a change as trees that can be compared and shown: redacted, with secrets and unknown values in their
 * places. Every node has a number that is equal exactly when the original values are, so that a change can be seen
 * that redaction hides, and comparing is cheap. A secret's value is not in the tree.
 */
import { ExactNumber, isJsonObject, numberText, type Json } from "./json-value.ts";
import { SENSITIVE } from "./diff-scalar.ts";
import { collectTexts, flagsBelow, flagsOf, hasFlag } from "./secrets.ts";

/** A value that can be shown. `id` stands for the original value, `look` for it and the flags of its own side. */
export type DiffNode = { readonly id: number; readonly look: number } & (
  | { readonly type: "null" }
  | { readonly type: "unknown" }
  /** `isFlagged`: on its own side; a value flagged on one side is hidden on both. */
  | { readonly type: "secret"; readonly isFlagged: boolean }
  /** A number or boolean, as it is written. */
  | { readonly type: "plain"; readonly text: string }
  | { readonly type: "string"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly DiffNode[] }
  /** `isSchema`: the keys are a provider's attribute names, never data. */
  | { readonly type: "object"; readonly entries: ReadonlyMap<string, DiffNode>; readonly isSchema: boolean }
);

/** What is known about a value beside itself: flag trees of the same shape. */
export type Flags = { unknown: Json; own: Json; either: Json };

const NO_FLAGS: Flags = { unknown: false, own: false, either: false };

/** Makes nodes of values. Nodes of one builder can be compared with each other, those of two cannot. */
export class NodeBuilder {
  readonly #redact: (text: string) => string;
  /** Flagged strings of any length: where the same string stands unflagged it is hidden too, if it is the whole value. */
  readonly #secrets = new Set<string>();
  readonly #strings = new Map<string, number>();
  readonly #shapes = new Map<string, number>();
  #last = 0;

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** Text from outside as it may be shown. */
  redact(text: string): string {
    return this.#redact(text);
  }

  /** Remembers the flagged strings of a value. */
  addSecrets(value: Json, flags: Json): void {
    collectTexts(value, flags, this.#secrets);
  }

  /** A value of the plan; `isSchema` for a resource's own attributes. */
  build(value: Json, flags: Flags = NO_FLAGS, isSchema = false): DiffNode {
    if (flags.unknown === true) return this.#node("unknown", { type: "unknown" });
    if (value === null) return this.#node("null", { type: "null" });
    const own = flagsOf(value, flags.own);
    const either = flagsOf(value, flags.either);
    const node = this.#container(value, { unknown: flags.unknown, own, either }, isSchema) ?? this.#scalar(value);
    const isSecret = either === true || (typeof value === "string" && this.#secrets.has(value));
    if (!isSecret) return node;
    const isFlagged = own === true;
    return { id: node.id, look: this.#shape(`secret ${node.id} ${isFlagged}`), type: "secret", isFlagged };
  }

  #container(value: Json, flags: Flags, isSchema: boolean): DiffNode | undefined {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => this.build(item, below(flags, index)));
      const shape = (part: "id" | "look"): number => this.#shape(`[${items.map((item) => item[part]).join(",")}`);
      const id = shape("id");
      return { id, look: hasFlag(flags.either) ? shape("look") : id, type: "list", items };
    }
    if (!isJsonObject(value)) return undefined;
    const nodes = new Map<string, DiffNode>();
    for (const [key, item] of Object.entries(value)) nodes.set(key, this.build(item, below(flags, key)));
    const known = nodes.size;
    for (const key of isJsonObject(flags.unknown) ? Object.keys(flags.unknown) : []) {
      const unknown = flagsBelow(flags.unknown, key);
      if (nodes.has(key) || !hasFlag(unknown)) continue;
      const missing = Array.isArray(unknown) ? unknown.map(() => null) : {};
      nodes.set(key, this.build(missing, { ...below(flags, key), unknown }));
    }
    const keys = [...nodes.keys()].sort();
    // The plan's keys are in order; unknown ones belong between them. Those of a string stay as they are written.
    const entries = nodes.size === known ? nodes : new Map([...nodes].sort(([one], [other]) => (one < other ? -1 : 1)));
    const shape = (part: "id" | "look"): number =>
      this.#shape(`{${keys.map((key) => `${this.#string(key)}:${entries.get(key)?.[part]}`).join(",")}`);
    const id = shape("id");
    return { id, look: hasFlag(flags.either) ? shape("look") : id, type: "object", entries, isSchema };
  }

  #scalar(value: Json): DiffNode {
    if (typeof value === "string") {
      const id = this.#string(value);
      return { id, look: id, type: "string", text: this.#redact(value) };
    }
    if (typeof value !== "number" && !(value instanceof ExactNumber)) {
      return this.#node(String(value === true), { type: "plain", text: String(value === true) });
    }
    // A secret number is hidden when it is the whole number; its digits within a longer one are no secret.
    const text = numberText(value);
    return this.#node(text, { type: "plain", text: /[0-9]/.test(this.#redact(text)) ? text : SENSITIVE });
  }

  #node<T>(shape: string, node: T): T & { id: number; look: number } {
    const id = this.#shape(shape);
    return { id, look: id, ...node };
  }

  #string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, ++this.#last);
    return this.#last;
  }

  #shape(shape: string): number {
    const known = this.#shapes.get(shape);
    if (known !== undefined) return known;
    this.#shapes.set(shape, ++this.#last);
    return this.#last;
  }
}

function below(flags: Flags, step: string | number): Flags {
  return {
    unknown: flagsBelow(flags.unknown, step),
    own: flagsBelow(flags.own, step),
    either: flagsBelow(flags.either, step),
  };
}
