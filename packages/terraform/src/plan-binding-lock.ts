/**
 * Whether two lock files select the same providers. Terraform writes the lock file anew into a plan, so comments, order
 * and line ends differ where a person edited it: what counts is each provider's version and its checksums, which is
 * what terraform compares too. Whether init accepts the file is not decided here.
 */
import { canonicalJson } from "./canonical-json.ts";
import { type HclBlock, readBlocks } from "./hcl-blocks.ts";
import { scanHcl } from "./hcl-scan.ts";

/** The providers whose selections differ, by address, in order; empty when the two are equal. */
export function compareLockFiles(a: string, b: string): string[] {
  const [one, other] = [selections(a), selections(b)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).sort();
}

function selections(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of readBlocks(text)) {
    if (block.type !== "provider") continue;
    const name = block.labels.join(" ");
    // A second block of a name is an error for terraform; here it must not hide the first.
    found.set(name, `${found.get(name) ?? ""}${selection(text, block)}`);
  }
  return found;
}

function selection(text: string, { attributes }: HclBlock): string {
  const written = (wanted: string): string[] => {
    const values = attributes
      .filter(({ name }) => name === wanted)
      .map(({ value }) => text.slice(value.start, value.end));
    return [...new Set(values.flatMap((value) => strings(value)))].sort();
  };
  return canonicalJson([written("version"), written("hashes")]);
}

/** The quoted strings in an expression; versions and checksums need no escapes. */
function strings(text: string): string[] {
  const parts = scanHcl(text).filter(({ kind }) => kind !== "space" && kind !== "comment" && kind !== "newline");
  return parts.map(({ start, end }) => text.slice(start, end)).filter((part) => !["[", "]", ",", '"'].includes(part));
}
