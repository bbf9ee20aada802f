/**
 * What an outline says about one change: each attribute before and after, and the rest of the change. Every member of
 * the plan document's element enters somewhere, also what only a newer terraform knows.
 */
import { compareCodeUnits } from "@handrail/runner";
import { canonicalJson, maskedJson } from "./canonical-json.ts";
import { isJsonObject, member, type Json, type JsonObject } from "./json-value.ts";
import { type Leaf, leavesOf, type OutlineTools, type Side } from "./plan-outline-leaves.ts";
import type { OutputChange } from "./plan.ts";
import { flagsWithin } from "./redaction-flags.ts";
import { eitherFlags } from "./secrets.ts";

/** Everything about a change but its attributes; texts are digests where nothing else is said. */
export type ChangeDetail = {
  /** Which object it is, of which type and provider, and what only a newer terraform knows. */
  object: string;
  importing?: string;
  /** terraform's keyword, as it is. */
  reason?: string;
  /** The paths that force a replacement. */
  forced?: string;
  /** The generated configuration. */
  generated?: string;
  leaves: Leaf[];
  /** When the outline was cut: of the leaves that stay as they are, which are not in `leaves` then. */
  unchanged?: string;
};

/** The path of a resource's identity; no attribute can be called that. */
export const IDENTITY = "(identity)";

/** Members that an outline has elsewhere, and those that differ when a change is made in several attempts. */
const ELSEWHERE = new Set(["change", "deposed", "previous_address", "action_reason"]);
const CHANGE_ELSEWHERE = new Set([
  "actions",
  "before",
  "after",
  "after_unknown",
  "before_sensitive",
  "after_sensitive",
  "before_identity",
  "after_identity",
  "replace_paths",
  "importing",
  "generated_config",
]);

/** The detail of one element of `resource_changes` or its like; undefined when there is too much of it. */
export function changeDetail(element: Json, tools: OutlineTools): ChangeDetail | undefined {
  const { masking, short } = tools;
  const change = member(element, "change");
  const flags = flagsWithin(element);
  const hidden = member(flags, "change");
  const leaves = changeLeaves(change, hidden, tools);
  if (leaves === undefined) return undefined;
  const [rest, restOfChange] = [without(element, ELSEWHERE), without(change, CHANGE_ELSEWHERE)];
  const text = `${maskedJson(rest, flags, masking, undefined)}\n${maskedJson(restOfChange, hidden, masking, undefined)}`;
  const detail: ChangeDetail = { object: short(text), leaves };
  const reason = member(element, "action_reason");
  if (typeof reason === "string") detail.reason = reason;
  for (const [name, key] of [
    ["importing", "importing"],
    ["generated", "generated_config"],
  ] as const) {
    const value = member(change, key) ?? null;
    if (value !== null) detail[name] = short(maskedJson(value, member(hidden, key), masking, undefined));
  }
  const paths = member(change, "replace_paths");
  if (Array.isArray(paths)) detail.forced = short(paths.map(canonicalJson).sort(compareCodeUnits).join(","));
  return detail;
}

function without(value: Json | undefined, names: ReadonlySet<string>): JsonObject {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([key]) => !names.has(key)));
}

/** The attributes, and the resource's identity below a path of its own. */
function changeLeaves(change: Json | undefined, hidden: Json | undefined, tools: OutlineTools): Leaf[] | undefined {
  const side = (name: "before" | "after", what: "" | "_identity"): Side => {
    const isAttributes = what === "";
    return {
      value: member(change, `${name}${what}`) ?? undefined,
      unknown: (isAttributes && name === "after" ? member(change, "after_unknown") : undefined) ?? false,
      flags: (isAttributes ? member(change, `${name}_sensitive`) : undefined) ?? false,
      hidden: member(hidden, `${name}${what}`) ?? false,
      other: name === "after" ? [member(change, `before${what}`)] : undefined,
    };
  };
  const leaves = leavesOf(side("before", ""), side("after", ""), tools);
  const identity = leavesOf(side("before", "_identity"), side("after", "_identity"), tools);
  if (leaves === undefined || identity === undefined) return undefined;
  return [
    ...leaves,
    ...identity.map(([path, ...tokens]): Leaf => [`(identity)${path === "" ? "" : "."}${path}`, ...tokens]),
  ];
}

/** The detail of an output; undefined when there is too much of it. */
export function outputDetail({ name, body }: OutputChange, tools: OutlineTools): ChangeDetail | undefined {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = body;
  const hidden = eitherFlags(beforeSensitive, afterSensitive);
  const leaves = leavesOf(
    { value: before ?? undefined, unknown: false, flags: beforeSensitive, hidden, other: undefined },
    { value: after ?? undefined, unknown: afterUnknown, flags: afterSensitive, hidden, other: [before] },
    tools,
  );
  return leaves === undefined ? undefined : { object: tools.short(name), leaves };
}
