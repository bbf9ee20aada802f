/**
 * Addresses of instances in a state file, as terraform writes them: `module.a["k"].data.t.n[0]`. Nothing else.
 */
import { type Json, member } from "./json-value.ts";
import { textOf } from "./plan-change.ts";

/** Escapes of a quoted template in HCL; everything else that cannot be printed has its number. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", String.raw`\n`],
  ["\r", String.raw`\r`],
  ["\t", String.raw`\t`],
  ['"', String.raw`\"`],
  ["\\", String.raw`\\`],
]);
/** What Go's unicode.IsPrint is false for, as far as a key is likely to have it. */
const UNPRINTABLE = /["\\]|[$%](?=\{)|(?! )[\p{Z}\p{C}]/gu;

/** The address of one instance of a resource in a version 4 state; `""` stands for a name that is missing. */
export function instanceAddress(resource: Json, instance: Json): string {
  const module = textOf(member(resource, "module")) ?? "";
  const mode = textOf(member(resource, "mode"));
  const start = `${module === "" ? "" : `${module}.`}${mode === "data" || mode === "ephemeral" ? `${mode}.` : ""}`;
  const name = `${textOf(member(resource, "type")) ?? ""}.${textOf(member(resource, "name")) ?? ""}`;
  return `${start}${name}${keySuffix(member(instance, "index_key"))}`;
}

function keySuffix(key: Json | undefined): string {
  if (typeof key === "number") return `[${key}]`;
  return typeof key === "string" ? `["${escapeKey(key)}"]` : "";
}

/** https://github.com/hashicorp/terraform/blob/v1.11.4/internal/addrs/instance_key.go, toHCLQuotedString. */
function escapeKey(key: string): string {
  return key.replaceAll(UNPRINTABLE, (character) => {
    if (character === "$" || character === "%") return character + character;
    const short = ESCAPES.get(character);
    if (short !== undefined) return short;
    const code = character.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    return code > 0xffff ? String.raw`\U` + digits.padStart(8, "0") : String.raw`\u` + digits.padStart(4, "0");
  });
}
