/**
 * One element of a plan document, a change or something a newer terraform plans, as the canonical text that enters a
 * fingerprint. It digests nothing.
 */
import { compareCodeUnits } from "@handrail/runner";
import { canonicalJson, maskedJson, type Masking } from "./canonical-json.ts";
import { isJsonObject, member, type Json } from "./json-value.ts";
import { flagsWithin } from "./redaction-flags.ts";

/**
 * The whole element enters, also what this version does not know: a newer terraform's field may change what is done.
 * A deferred change has the change one level down, as other sections may.
 */
export function elementText(element: Json, masking: Masking | undefined): string {
  if (!isJsonObject(element)) return canonicalJson(element);
  const flags = masking === undefined ? false : flagsWithin(element);
  const texts = Object.keys(element)
    .sort(compareCodeUnits)
    .map((key) => {
      const value = member(element, key) ?? null;
      const below = member(flags, key);
      const text = isChange(value) ? changeText(value, below, masking) : maskedJson(value, below, masking, undefined);
      return `${JSON.stringify(key)}:${text}`;
    });
  return texts.join("\n");
}

function isChange(value: Json): boolean {
  return member(value, "actions") !== undefined;
}

/** A change object: each secret after the change is compared with the one before. The paths that force it have no order. */
function changeText(change: Json, flags: Json | undefined, masking: Masking | undefined): string {
  const texts = Object.keys(isJsonObject(change) ? change : {})
    .sort(compareCodeUnits)
    .map((key) => {
      const value = member(change, key);
      const other = key.startsWith("after") ? ([member(change, key.replace("after", "before"))] as const) : undefined;
      const isUnordered = key === "replace_paths" && Array.isArray(value);
      if (isUnordered) return `${key}:${value.map(canonicalJson).sort(compareCodeUnits).join(",")}`;
      return `${JSON.stringify(key)}:${maskedJson(value, member(flags, key), masking, other)}`;
    });
  return texts.join("\n");
}
