/**
 * Finds JSON and YAML inside strings (policies, cloud-init, chart values), so that they can be compared by meaning.
 * Nothing is executed: an alias, a custom tag, a second document or too much text makes it plain text again.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import { ExactNumber, JsonError, MAX_DEPTH, parseJson, setMember, type Json, type JsonObject } from "./json-value.ts";

/** A structure found in a string. */
export type Embedded = { syntax: "json" | "yaml"; value: Json };

const LONGEST_JSON = 1 << 20;
/** The YAML parser is slower and keeps every token. */
const LONGEST_YAML = 1 << 16;
const OLD_WORD = /^(?:y|n|yes|no|on|off|[-+]?[0-9.][0-9a-f_:.x]*)$/i;
const YAML_KEY = /^[ ]*[A-Za-z0-9_."'/-]+:(?:[ ]|$)/m;

/** The parser's own check for keys that occur twice is quadratic; jsonOf checks. */
const YAML = { logLevel: "error", merge: false, schema: "core", uniqueKeys: false, prettyErrors: false } as const;

/** The JSON object or list in a string. One with a key twice stays text: parsers differ in which of them counts. */
export function parseEmbeddedJson(text: string): Embedded | undefined {
  if (text.length > LONGEST_JSON) return undefined;
  const first = text.trimStart().charAt(0);
  if (first !== "{" && first !== "[") return undefined;
  try {
    return { syntax: "json", value: parseJson(text, false) };
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

/** The YAML mapping in a string of several lines. */
export function parseEmbeddedYaml(text: string): Embedded | undefined {
  if (text.length > LONGEST_YAML || !text.trimEnd().includes("\n") || !YAML_KEY.test(text)) return undefined;
  try {
    const document = parseDocument(text, YAML);
    if (document.errors.length > 0 || document.warnings.length > 0 || !isMap(document.contents)) return undefined;
    return { syntax: "yaml", value: jsonOf(document.contents, 0) };
  } catch (error) {
    if (error instanceof NotPlain || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** YAML that has no equal in JSON. */
class NotPlain extends Error {}

function jsonOf(node: unknown, depth: number): Json {
  if (depth > MAX_DEPTH || isAlias(node)) throw new NotPlain();
  if (node === null || node === undefined) return null;
  if (isSeq(node)) return node.items.map((item) => jsonOf(item, depth + 1));
  if (isMap(node)) {
    const object: JsonObject = {};
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
      if (name === undefined || Object.hasOwn(object, name)) throw new NotPlain();
      setMember(object, name, jsonOf(value, depth + 1));
    }
    return object;
  }
  if (!isScalar(node) || (node as Node).tag !== undefined) throw new NotPlain();
  const { value, source } = node;
  // Words that are booleans or numbers for YAML 1.1 are not the strings that they are, quoted, for both versions.
  if (typeof value === "string" && node.type === "PLAIN" && OLD_WORD.test(value)) return new ExactNumber(value);
  if (typeof value === "number") return String(value) === source ? value : new ExactNumber(source ?? String(value));
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  throw new NotPlain();
}
