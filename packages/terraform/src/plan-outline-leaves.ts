/**
 * One side of a change as leaves: the path of each attribute as people write it, and a token for what is there. Lists
 * and sets are both lists in a plan document, in terraform's own stable order. It compares nothing.
 */
import { canonicalJson, maskedJson, type Masking } from "./canonical-json.ts";
import { type Json, isJsonObject, member } from "./json-value.ts";
import type { Digest } from "./fingerprint-digest.ts";
import { flagsBelow, flagsOf, hasFlag } from "./secrets.ts";

/** What the making of an outline needs everywhere. */
export type OutlineTools = {
  masking: Masking | undefined;
  redact: (text: string) => string;
  short: Digest;
  /** A key of a map as HCL writes it, redacted. */
  keyText: (key: string) => string;
};

/** A path with the tokens of both sides; "" where there is nothing. */
export type Leaf = [path: string, before: string, after: string];

/**
 * What the characters of a token mean: it is `?` when only the apply will tell, then `*` when it is flagged sensitive,
 * then one mark when the value is hidden (`~`, or compared with the other side `=` and `!`), then `-` for null or a
 * digest of what may be seen.
 */
export const TOKEN: RegExp = /^\??\*?[~=!]?(?:-|[A-Za-z0-9_-]{11})?$/;
/** The token of null. */
export const NULL_TOKEN = "-";

/** One side of a change. */
export type Side = {
  value: Json | undefined;
  unknown: Json;
  /** What is sensitive on this side. */
  flags: Json;
  /** What is hidden without a key, as it is sensitive on either side; with one its parts are not told apart. */
  hidden: Json;
  /** The value on the other side, to say whether what is hidden changed; undefined for the side before. */
  other: readonly [Json | undefined] | undefined;
};

/** Deeper values are one leaf. */
const DEEPEST = 8;
/** A side with more leaves is cut at its top-level attributes; with more even then it has none. */
const MOST = 1000;

/** The leaves of a change whose two sides are `before` and `after`; undefined when there are too many. */
export function leavesOf(before: Side, after: Side, tools: OutlineTools): Leaf[] | undefined {
  return [DEEPEST, 1].map((deepest) => merged(before, after, tools, deepest)).find((leaves) => leaves !== undefined);
}

function merged(before: Side, after: Side, tools: OutlineTools, deepest: number): Leaf[] | undefined {
  const [one, other] = [before, after].map((side) => new Walk(tools, deepest).walk(side));
  if (one === undefined || other === undefined) return undefined;
  const leaves = [...one].map(([path, token]): Leaf => [path, token, other.get(path) ?? ""]);
  for (const [path, token] of other) if (!one.has(path)) leaves.push([path, "", token]);
  return leaves;
}

class Walk {
  readonly #tools: OutlineTools;
  readonly #deepest: number;
  readonly #tokens = new Map<string, string>();
  readonly #repeated = new Map<string, number>();
  constructor(tools: OutlineTools, deepest: number) {
    this.#tools = tools;
    this.#deepest = deepest;
  }

  walk(side: Side): ReadonlyMap<string, string> | undefined {
    this.#step("", side, 0);
    return this.#tokens.size > MOST ? undefined : this.#tokens;
  }

  #step(path: string, side: Side, depth: number): void {
    if (this.#tokens.size > MOST) return;
    const { value, unknown } = side;
    const isSecret = flagsOf(value, side.flags) === true || flagsOf(value, side.hidden) === true;
    const isHole = value === undefined || value === null;
    const steps =
      isSecret || unknown === true || depth >= this.#deepest ? [] : stepsOf(isHole ? unknown : value, unknown);
    if (steps.length === 0) {
      if (value !== undefined || hasFlag(unknown)) this.#set(path, this.#token(side));
      return;
    }
    for (const step of steps) this.#step(this.#path(path, step), below(side, step), depth + 1);
  }

  #path(path: string, step: string | number): string {
    if (typeof step === "number") return `${path}[${step}]`;
    const key = this.#tools.keyText(step);
    if (key.startsWith('"')) return `${path}[${key}]`;
    return path === "" ? key : `${path}.${key}`;
  }

  /** Keys that only a redaction made equal are numbered. */
  #set(path: string, token: string): void {
    if (!this.#tokens.has(path)) {
      this.#tokens.set(path, token);
      return;
    }
    const count = (this.#repeated.get(path) ?? 1) + 1;
    this.#repeated.set(path, count);
    this.#tokens.set(`${path} (${count})`, token);
  }

  #token(side: Side): string {
    const { value, unknown } = side;
    const isUnknown = hasFlag(unknown);
    const start = `${isUnknown ? "?" : ""}${hasFlag(flagsOf(value, side.flags)) || side.flags === true ? "*" : ""}`;
    if (value === undefined || (value === null && isUnknown)) return start;
    if (value === null) return `${start}${NULL_TOKEN}`;
    return `${start}${this.#content(side)}`;
  }

  #content({ value, hidden, other }: Side): string {
    const { masking, short, redact } = this.#tools;
    const isPlainText =
      typeof value === "string" && (masking === undefined || (hidden === false && redact(value) === value));
    if (isPlainText) return short(JSON.stringify(value));
    if (masking === undefined) return short(canonicalJson(value));
    const isHidden = flagsOf(value, hidden) === true;
    const shown = typeof value === "string" ? redact(value) : undefined;
    if (!isHidden && (shown === undefined || shown === value)) return short(maskedJson(value, hidden, masking, other));
    const isSame = other !== undefined && canonicalJson(value) === canonicalJson(other[0]);
    const mark = other === undefined ? "~" : isSame ? "=" : "!";
    return isHidden ? mark : `${mark}${short(JSON.stringify(shown))}`;
  }
}

/** The keys or indices below a value, and those that only the apply will tell. */
function stepsOf(value: Json, unknown: Json): (string | number)[] {
  if (Array.isArray(value)) return value.map((_, index) => index);
  if (!isJsonObject(value)) return [];
  const keys = Object.keys(value);
  for (const key of isJsonObject(unknown) ? Object.keys(unknown) : []) {
    if (!Object.hasOwn(value, key) && hasFlag(member(unknown, key))) keys.push(key);
  }
  return keys.sort();
}

function below({ value, unknown, flags, hidden, other }: Side, step: string | number): Side {
  const at = (json: Json | undefined): Json | undefined =>
    typeof step === "number" ? (Array.isArray(json) ? json[step] : undefined) : member(json, step);
  return {
    value: at(value),
    unknown: flagsBelow(unknown, step),
    flags: flagsBelow(flags, step),
    hidden: flagsBelow(hidden, step),
    other: other === undefined ? undefined : [at(other[0])],
  };
}
