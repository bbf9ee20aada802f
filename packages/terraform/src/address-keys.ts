/**
 * The instance keys inside a resource address: `["x"]` and `[0]`. They are data, where the rest of an address is names
 * from the configuration. (https://developer.hashicorp.com/terraform/cli/state/resource-addressing)
 */
import { unescapeQuoted } from "./hcl-blocks.ts";

/** The address without its instance keys: `module.a["x"].t.n[0]` is `module.a.t.n`. */
export function withoutKeys(address: string): string {
  return parts(address)
    .filter((part) => !part.startsWith("["))
    .join("");
}

/** The address with `redact` applied to what is in its string keys, and to nothing else. */
export function redactKeys(address: string, redact: (text: string) => string): string {
  return parts(address)
    .map((part) => (part.startsWith('["') ? redactKey(part, redact) : part))
    .join("");
}

function redactKey(part: string, redact: (text: string) => string): string {
  const end = part.length > 3 && part.endsWith('"]') ? '"]' : "";
  const written = part.slice(2, part.length - end.length);
  // Terraform writes a key as HCL does (`$${`, `\\"`): a secret has to be found in what it means.
  const meant = unescapeQuoted(written) ?? written;
  const hidden = redact(meant);
  return hidden === meant ? part : `["${hidden}${end}`;
}

/** The address in pieces: a key in brackets, or what is between two keys. */
function parts(address: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = address.indexOf("["); at !== -1; at = address.indexOf("[", start)) {
    found.push(address.slice(start, at));
    start = keyEnd(address, at);
    found.push(address.slice(at, start));
  }
  found.push(address.slice(start));
  return found;
}

/** Where the key that opens at `at` ends; the address's end when it is never closed. */
function keyEnd(address: string, at: number): number {
  let isQuoted = false;
  for (let index = at + 1; index < address.length; index += 1) {
    const character = address[index];
    if (character === "\\") index += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === "]" && !isQuoted) return index + 1;
  }
  return address.length;
}
