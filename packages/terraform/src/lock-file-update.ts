/**
 * New versions in a lock file, as small as terraform leaves them: the entries of a file that terraform wrote become what
 * it would write, byte for byte; in one that somebody edited, comments, order, line ends and layout stay.
 *
 * Terraform's init leaves all of that alone too, but writes the whole file anew when checksums are unsorted or repeated
 * (observed with 1.11.4): those are put in order everywhere, so that nobody gets a diff from the next init.
 */
import { Failure } from "@handrail/runner";
import type { Span } from "./hcl-blocks.ts";
import type { LockEntry, PlacedLockEntry } from "./lock-file-entry.ts";
import { compareAddresses, quoteText, renderHashes, renderLockEntry, tidyHashes } from "./lock-file-text.ts";
import { type LockFile, parseLockFile } from "./lock-file.ts";

type Splice = Span & { with: string };

/**
 * The text with these entries changed; one that is not there is added at its place. `constraints` come in normal form,
 * "" for none; `hashes` replace all former ones. Throws a Failure "lock-failed" with the line when a provider has two
 * entries. Whether terraform accepts the rest of the file is what parseLockFile says of the result. `parsed` is the text
 * as parseLockFile reads it, for who has that already.
 */
export function updateLockFile(
  text: string,
  changes: readonly LockEntry[],
  { entries }: Pick<LockFile, "entries"> = parseLockFile(text),
): string {
  const splices: Splice[] = [];
  for (const change of changes) {
    const [entry, second] = entries.filter(({ address }) => address === change.address);
    if (second !== undefined) throw twice(second);
    splices.push(...(entry === undefined ? [] : changeEntry(text, entry, change)));
  }
  const changed = new Set(changes.map(({ address }) => address));
  for (const { address, hashes, values } of entries) {
    if (!changed.has(address) && values.hashes !== undefined && !isTidy(hashes)) {
      splices.push({ ...values.hashes, with: renderHashes(hashes) });
    }
  }
  const isKnown = new Set(entries.map(({ address }) => address));
  const missing = changes.filter(({ address }) => !isKnown.has(address));
  const updated = splice(text, splices);
  return missing.reduce(addEntry, updated);
}

function twice({ address, line }: PlacedLockEntry): Failure {
  return new Failure({
    reason: "lock-failed",
    what: `the lock file has two entries for ${address}, the second in line ${line}`,
    remedy: "Delete one of them: terraform init refuses the file as it is.",
    location: { file: ".terraform.lock.hcl", line },
  });
}

function isTidy(hashes: readonly string[]): boolean {
  const tidy = tidyHashes(hashes);
  return tidy.length === hashes.length && tidy.every((hash, index) => hash === hashes[index]);
}

/**
 * An entry that terraform wrote is written as terraform does. In any other the values are replaced where they stand,
 * unless an argument comes or goes.
 */
function changeEntry(text: string, entry: PlacedLockEntry, change: LockEntry): Splice[] {
  const { version, constraints, hashes } = entry.values;
  const isSame = (written: Span | undefined, isWanted: boolean): boolean => (written !== undefined) === isWanted;
  const hasSameArguments = isSame(constraints, change.constraints !== "") && isSame(hashes, change.hashes.length > 0);
  const isWritten = text.slice(entry.span.start, entry.span.end).replaceAll("\r\n", "\n") === renderLockEntry(entry);
  if (isWritten || version === undefined || !hasSameArguments) {
    return [{ ...entry.span, with: renderLockEntry(change) }];
  }
  return [
    { ...version, with: quoteText(change.version) },
    ...(constraints === undefined ? [] : [{ ...constraints, with: quoteText(change.constraints) }]),
    ...(hashes === undefined ? [] : [{ ...hashes, with: renderHashes(change.hashes) }]),
  ];
}

/** Behind the last entry that comes before it; terraform keeps a blank line before each. */
function addEntry(text: string, change: LockEntry): string {
  const { entries } = parseLockFile(text);
  const former = entries.findLast(({ address }) => compareAddresses(address, change.address) < 0);
  const first = entries[0];
  const block = renderLockEntry(change);
  if (former === undefined && first !== undefined) {
    return splice(text, [{ start: first.span.start, end: first.span.start, with: `${block}\n\n` }]);
  }
  const lineEnd = former === undefined ? -1 : text.indexOf("\n", former.span.end);
  const at = lineEnd === -1 ? text.length : lineEnd + 1;
  const gap = text.endsWith("\n") || at < text.length || text === "" ? "\n" : "\n\n";
  return splice(text, [{ start: at, end: at, with: `${gap}${block}\n` }]);
}

/** With the line ends that the text has. */
function splice(text: string, splices: readonly Splice[]): string {
  const isCrlf = /^[^\n]*\r\n/.test(text);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, with: added } of splices.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), isCrlf ? added.replaceAll("\n", "\r\n") : added);
    at = end;
  }
  return parts.join("") + text.slice(at);
}
