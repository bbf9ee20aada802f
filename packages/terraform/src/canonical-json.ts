/**
 * One text for one JSON value: keys in order, no white space, digits of numbers as they were written. With flags, what
 * is secret enters only as changed or unchanged. It hashes nothing.
 */
import { compareCodeUnits } from "@handrail/runner";
import { ExactNumber, isJsonObject, type Json, member, numberText } from "./json-value.ts";
import { flagsBelow, flagsOf } from "./secrets.ts";

/** How secrets enter the text. Without this they enter as they are. */
export type Masking = { redact: (text: string) => string };

/** What stands for a secret: alone, or compared with the same place on the other side. */
const SECRET = "(secret)";
const SECRET_AS_BEFORE = "(secret, unchanged)";
const SECRET_NEW = "(secret, changed)";

/** The text of a value, secrets and all. */
export function canonicalJson(value: Json | undefined): string {
  return maskedJson(value, false, undefined, undefined);
}

/**
 * The text of a value whose secrets are hidden: what `flags` marks, and every text that `redact` changes. `other` is
 * the value on the other side of a change ([value]) to say whether a secret is the same there.
 */
export function maskedJson(
  value: Json | undefined,
  flags: Json | undefined,
  masking: Masking | undefined,
  other: readonly [Json | undefined] | undefined,
): string {
  const parts: string[] = [];
  write(value, masking === undefined ? false : (flags ?? false), masking, other, parts);
  return parts.join("");
}

type Other = readonly [Json | undefined] | undefined;

function write(
  value: Json | undefined,
  given: Json,
  masking: Masking | undefined,
  other: Other,
  parts: string[],
): void {
  const flags = flagsOf(value, given);
  if (flags === true && value !== null && value !== undefined) parts.push(secretMark(value, other));
  else if (typeof value === "string") parts.push(textMark(value, masking, other));
  else if (typeof value === "number" || value instanceof ExactNumber) parts.push(numberText(value));
  else if (Array.isArray(value)) writeList(value, flags, masking, other, parts);
  else if (isJsonObject(value)) writeObject(value, flags, masking, other, parts);
  else parts.push(String(value));
}

function secretMark(value: Json, other: Other): string {
  if (other === undefined) return SECRET;
  return canonicalJson(value) === canonicalJson(other[0]) ? SECRET_AS_BEFORE : SECRET_NEW;
}

function textMark(text: string, masking: Masking | undefined, other: Other): string {
  const shown = masking === undefined ? text : masking.redact(text);
  return shown === text ? JSON.stringify(text) : `${JSON.stringify(shown)}${secretMark(text, other)}`;
}

function writeList(list: Json[], flags: Json, masking: Masking | undefined, other: Other, parts: string[]): void {
  const beside = Array.isArray(other?.[0]) ? other[0] : [];
  parts.push("[");
  for (const [index, item] of list.entries()) {
    if (index > 0) parts.push(",");
    write(item, flagsBelow(flags, index), masking, other && [beside[index]], parts);
  }
  parts.push("]");
}

function writeObject(object: Json, flags: Json, masking: Masking | undefined, other: Other, parts: string[]): void {
  const keys = isJsonObject(object) ? Object.keys(object).sort(compareCodeUnits) : [];
  parts.push("{");
  for (const [index, key] of keys.entries()) {
    if (index > 0) parts.push(",");
    parts.push(textMark(key, masking, undefined), ":");
    write(member(object, key), flagsBelow(flags, key), masking, other && [member(other[0], key)], parts);
  }
  parts.push("}");
}
