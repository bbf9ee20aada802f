/**
 * Finds the values that a plan flags as sensitive, so that they can be masked wherever they occur. It only collects:
 * hiding is the caller's Redactor for texts, and diff-mask.ts and redacted-plan.ts for paths.
 */
import { ExactNumber, isJsonObject, member, numberText, type Json } from "./json-value.ts";

/** Shorter values cannot be masked by value without destroying every text; they are hidden by their path alone. */
const SHORTEST = 4;
/** What a boolean or null prints as: masking these words would hide nothing and break every text. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(["true", "false", "null"]);

/** Whether a tree of flags (`before_sensitive` and its like) has a flag anywhere. */
export function hasFlag(flags: Json | undefined): boolean {
  if (typeof flags !== "object" || flags === null || flags instanceof ExactNumber) return flags === true;
  return Array.isArray(flags) ? flags.some(hasFlag) : Object.values(flags).some(hasFlag);
}

/**
 * The flags that count for `value`: `true` when it is secret as a whole. A tree that has flags but another shape than
 * the value cannot be followed, and then everything is secret.
 */
export function flagsOf(value: Json | undefined, flags: Json | undefined): Json {
  if (flags === undefined || flags === false) return false;
  if (Array.isArray(value) ? Array.isArray(flags) : isJsonObject(value) && isJsonObject(flags)) return flags;
  return hasFlag(flags);
}

/** The flags for one key or index below `flags`, which fit the container (see {@link flagsOf}). */
export function flagsBelow(flags: Json | undefined, step: string | number): Json {
  if (flags === true) return true;
  if (Array.isArray(flags)) return (typeof step === "number" ? flags[step] : undefined) ?? false;
  return member(flags, String(step)) ?? false;
}

/** Flags of two sides in one tree: what is secret on one is secret on both. */
export function eitherFlags(one: Json, other: Json): Json {
  if (one === true || other === true) return true;
  if (!hasFlag(one)) return other;
  if (!hasFlag(other)) return one;
  if (Array.isArray(one) && Array.isArray(other)) {
    const longer = one.length > other.length ? one : other;
    return longer.map((_, index) => eitherFlags(one[index] ?? false, other[index] ?? false));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return true;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, eitherFlags(member(one, key) ?? false, member(other, key) ?? false)]),
  );
}

/**
 * Adds the flagged strings of `value` to `texts`, whatever their length: the same text elsewhere in the same object is
 * a copy when it is the whole value.
 */
export function collectTexts(value: Json | undefined, given: Json | undefined, texts: Set<string>): void {
  const flags = flagsOf(value, given);
  if (flags === false) return;
  if (typeof value === "string") texts.add(value);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collectTexts(item, flagsBelow(flags, index), texts);
  } else if (isJsonObject(value)) {
    for (const [key, below] of Object.entries(value)) collectTexts(below, flagsBelow(flags, key), texts);
  }
  texts.delete("");
}

/**
 * Adds the flagged strings and numbers of `value` to `secrets`; `flags` is the tree beside it, `true` where all below
 * is secret. Left out: what is too short to be masked by value (fewer than four characters or digits), white space,
 * booleans, null, and the keys of maps.
 */
export function collectSecrets(value: Json | undefined, given: Json | undefined, secrets: Set<string>): void {
  const flags = flagsOf(value, given);
  if (value === undefined || value === null || flags === false) return;
  if (typeof value === "string") {
    if (isMaskable(value)) secrets.add(value);
  } else if (typeof value === "number" || value instanceof ExactNumber) {
    const text = numberText(value);
    if (text.replaceAll(/[^0-9]/g, "").length >= SHORTEST) secrets.add(text);
  } else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) collectSecrets(element, flagsBelow(flags, index), secrets);
  } else if (typeof value === "object") {
    for (const [key, below] of Object.entries(value)) collectSecrets(below, flagsBelow(flags, key), secrets);
  }
}

function isMaskable(text: string): boolean {
  return text.length >= SHORTEST && text.trim() !== "" && !PLAIN_WORDS.has(text);
}
