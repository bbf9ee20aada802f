/**
 * A lock file as terraform writes it, byte for byte: header, order, alignment, escapes. It reads nothing.
 * https://github.com/hashicorp/terraform/blob/v1.11.4/internal/depsfile/locks_file.go, SaveLocksToBytes
 */
import { domainToASCII } from "node:url";
import type { LockEntry } from "./lock-file-entry.ts";
import type { LockFile } from "./lock-file.ts";

const SURROGATE = /[\ud800-\udfff]/;

/** The whole file for these entries, in any order. For OpenTofu only the first line differs. */
export function renderLockFile({
  keeper,
  entries,
}: {
  readonly keeper: LockFile["keeper"];
  readonly entries: readonly LockEntry[];
}): string {
  const header = [
    `# This file is maintained automatically by "${keeper} init".`,
    "# Manual edits may be lost in future updates.",
  ];
  const sorted = entries.toSorted((a, b) => compareAddresses(a.address, b.address));
  return [...header, ...sorted.map((entry) => `\n${renderLockEntry(entry)}`)].map((part) => `${part}\n`).join("");
}

/** One provider's block, from `provider` to its closing brace. */
export function renderLockEntry({ address, version, constraints, hashes }: LockEntry): string {
  const isAligned = constraints !== "";
  const lines = [
    `provider ${quoteText(address)} {`,
    `  version${isAligned ? "    " : ""} = ${quoteText(version)}`,
    ...(isAligned ? [`  constraints = ${quoteText(constraints)}`] : []),
    ...(hashes.length > 0 ? [`  hashes = ${renderHashes(hashes)}`] : []),
    "}",
  ];
  return lines.join("\n");
}

/** The list of checksums, from bracket to bracket: sorted, each once. */
export function renderHashes(hashes: readonly string[]): string {
  return `[\n${tidyHashes(hashes)
    .map((hash) => `    ${quoteText(hash)},\n`)
    .join("")}  ]`;
}

/** Checksums as terraform keeps them: sorted by their bytes, each once. It writes a file anew that has them otherwise. */
export function tidyHashes(hashes: readonly string[]): string[] {
  return [...new Set(hashes)].sort(compareBytes);
}

/**
 * The order of entries: by host, then namespace, then type, each by its bytes. `acme` comes before `acme-x`, which the
 * whole addresses would turn around. Hosts count in their ASCII form.
 */
export function compareAddresses(a: string, b: string): number {
  const [one, other] = [a.split("/"), b.split("/")];
  const hosts = compareBytes(asciiHost(one[0] ?? ""), asciiHost(other[0] ?? ""));
  return hosts || compareBytes(one[1] ?? "", other[1] ?? "") || compareBytes(one[2] ?? "", other[2] ?? "");
}

function asciiHost(host: string): string {
  const [name = "", ...port] = host.split(":");
  return [domainToASCII(name) || name, ...port].join(":");
}

/** UTF-16 has another order than the bytes only where surrogates are in it. */
function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": String.raw`\n`,
  "\r": String.raw`\r`,
  "\t": String.raw`\t`,
  '"': String.raw`\"`,
  "\\": String.raw`\\`,
};

/** A text in quotes, with what HCL would read otherwise escaped. */
export function quoteText(text: string): string {
  const escaped = text
    .replace(/[\n\r\t"\\]/g, (char) => ESCAPES[char] ?? char)
    .replace(/[$%](?=\{)/g, (sign) => sign + sign)
    .replace(/[\0-\x1f\x7f]/g, (char) => String.raw`\u` + char.charCodeAt(0).toString(16).padStart(4, "0"));
  return `"${escaped}"`;
}
