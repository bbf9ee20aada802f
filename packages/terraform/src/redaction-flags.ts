/**
 * Which parts of a piece of a plan document are flagged as sensitive, as a tree beside it. terraform writes flags in
 * three ways: a sibling (`before` and `before_sensitive`, `values` and `sensitive_values`, `config_values` and
 * `config_sensitive`), `"sensitive": true` beside a value, and in the configuration only for names used elsewhere.
 */
import { isJsonObject, member, setMember, type Json, type JsonObject } from "./json-value.ts";
import { eitherFlags, flagsOf, hasFlag } from "./secrets.ts";

/** What `"sensitive": true` in the same object speaks about. */
const VALUE_KEYS = new Set(["value", "default"]);

/** The flags of a piece that the piece itself names. */
export function flagsWithin(piece: Json): Json {
  if (Array.isArray(piece)) {
    const flags = piece.map(flagsWithin);
    return flags.some(hasFlag) ? flags : false;
  }
  if (!isJsonObject(piece)) return false;
  const flags: JsonObject = {};
  const isSensitive = member(piece, "sensitive") === true;
  for (const [key, value] of Object.entries(piece)) {
    const below = flagsBeside(piece, key) ?? flagsWithin(value);
    if (isSensitive && VALUE_KEYS.has(key)) setMember(flags, key, true);
    // The type of a sensitive object names its keys.
    else if (isSensitive && key === "type" && typeof value !== "string") setMember(flags, key, true);
    else if (isSensitive && key === "expression") setMember(flags, key, constantFlags(value));
    else if (hasFlag(below)) setMember(flags, key, below);
  }
  const sides = ["before", "after"].map((key) => member(flags, key) ?? false);
  const either = eitherFlags(sides[0] ?? false, sides[1] ?? false);
  return hasFlag(either) ? { ...flags, before: either, after: either } : flags;
}

function flagsBeside(piece: JsonObject, key: string): Json | undefined {
  const names = [
    `${key}_sensitive`,
    `sensitive_${key}`,
    ...(key.endsWith("_values") ? [`${key.slice(0, -7)}_sensitive`] : []),
  ];
  const flags = names.map((name) => member(piece, name)).find((found) => found !== undefined);
  if (flags === undefined) return undefined;
  // Where there is nothing, nothing is secret; a flag there must not count for the other side.
  return piece[key] === null ? false : flagsOf(piece[key], flags);
}

/** Flags for everything that is written literally in an expression of the configuration. */
export function constantFlags(expression: Json | undefined): Json {
  if (Array.isArray(expression)) return expression.map(constantFlags);
  if (!isJsonObject(expression)) return false;
  const flags: JsonObject = {};
  for (const [key, value] of Object.entries(expression)) {
    setMember(flags, key, key === "constant_value" ? true : constantFlags(value));
  }
  return flags;
}

/** Flags for the literals in some of the expressions of a resource or a module call. */
export function expressionFlags(expressions: Json | undefined, names: ReadonlySet<string>): Json {
  const flags: JsonObject = {};
  for (const name of names) setMember(flags, name, constantFlags(member(expressions, name)));
  return flags;
}
