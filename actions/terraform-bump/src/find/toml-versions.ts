/**
 * Versions in the TOML files of mise and tfswitch.
 * https://mise.jdx.dev/configuration.html, https://tfswitch.warrensbox.com/usage/config-files/
 */
import type { Product } from "@handrail/terraform";
import { parse } from "smol-toml";
import { Flaw } from "./flaw.ts";
import type { Notes } from "./sighting.ts";
import { readTomlLeaves, type TomlLeaf } from "./toml-texts.ts";

const place = "version file";
const PRODUCTS: ReadonlyMap<string, Product> = new Map([
  ["terraform", "terraform"],
  ["hashicorp/terraform", "terraform"],
  ["opentofu", "opentofu"],
  ["opentofu/opentofu", "opentofu"],
]);

/** mise.toml: `[tools]` with a text, a table with `version`, or a list of these, of which the first is used. */
export function noteMise(notes: Notes): void {
  const document = readToml(notes.text);
  for (const leaf of readTomlLeaves(notes.text)) {
    const [tools, key, ...rest] = leaf.path;
    if (tools !== "tools" || typeof key !== "string") continue;
    // A backend may stand before the name: `"aqua:hashicorp/terraform"`, https://mise.jdx.dev/dev-tools/backends/
    const product = PRODUCTS.get(key.slice(key.lastIndexOf(":") + 1));
    const isFirst = ["", "version", "0", "0.version"].includes(rest.join("."));
    if (product !== undefined && isFirst) noteLeaf(notes, document, leaf, product);
  }
}

/** .tfswitch.toml: `version`, and since version 1.3 of tfswitch `product`. */
export function noteTfswitch(notes: Notes): void {
  const document = readToml(notes.text);
  const named = valueAt(document, ["product"]) ?? "terraform";
  if (named !== "terraform" && named !== "opentofu") return;
  for (const leaf of readTomlLeaves(notes.text)) {
    if (leaf.path.length === 1 && leaf.path[0] === "version") noteLeaf(notes, document, leaf, named);
  }
}

function readToml(text: string): unknown {
  try {
    return parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const line = typeof error === "object" && error !== null && "line" in error ? Number(error.line) : 1;
    throw new Flaw("it is not TOML", Number.isSafeInteger(line) ? line : 1);
  }
}

function noteLeaf(notes: Notes, document: unknown, leaf: TomlLeaf, product: Product): void {
  const subject = { is: "terraform", product } as const;
  const value = valueAt(document, leaf.path);
  if (leaf.content !== undefined && typeof value === "string") {
    const isMise = leaf.path[0] === "tools";
    notes.version(subject, place, isMise ? "exact" : "request", leaf.content, value);
  } else {
    const why =
      typeof value === "number"
        ? "it is a number, and 1.10 is the same number as 1.1: write all three numbers in quotes"
        : "it is not a plain text in quotes";
    notes.doubt({ subject, place }, leaf, why);
  }
}

/** An own property, also where a document brings a `__proto__` of its own. */
function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}
