/**
 * Terraform's dependency lock file (.terraform.lock.hcl), read: the selected version, constraints and checksums of each
 * provider, where they stand, and everything that makes terraform refuse the file. It writes nothing
 * (lock-file-text.ts), changes nothing (lock-file-update.ts) and never throws.
 *
 * What terraform accepts: https://github.com/hashicorp/terraform/blob/v1.11.4/internal/depsfile/locks_file.go
 */
import { type HclBlock, readHcl, type Span } from "./hcl-blocks.ts";
import { scanHcl, type Token } from "./hcl-scan.ts";
import { lineCounter } from "./line-counter.ts";
import { type PlacedLockEntry, readLockEntry, type Trouble } from "./lock-file-entry.ts";

/** Something because of which terraform refuses the file. `line` from 1, `what` a sentence without a full stop. */
export type LockProblem = { readonly line: number; readonly what: string };

/** A lock file. `keeper` is who says in its header to maintain it. Entries and problems come in the order of the file. */
export type LockFile = {
  readonly keeper: "terraform" | "tofu";
  readonly entries: readonly PlacedLockEntry[];
  readonly problems: readonly LockProblem[];
};

const TRIVIA: ReadonlySet<string> = new Set(["bom", "space", "newline", "comment"]);

/**
 * Reads a lock file. A problem does not stop it: whatever can be read is there. Comments, the order of blocks, white
 * space, a byte order mark and CRLF are no problem, for terraform neither; nor is a `module` block, which it ignores.
 */
export function parseLockFile(text: string): LockFile {
  const tokens = scanHcl(text);
  const { attributes, blocks } = readHcl(text, tokens);
  const troubles: Trouble[] = attributes.map(({ start, name }) => ({
    at: start,
    what: `a lock file has no argument ${JSON.stringify(name)}`,
  }));
  const lineOf = lineCounter(text);
  const entries: PlacedLockEntry[] = [];
  const lines = new Map<string, number>();
  for (const block of blocks) {
    troubles.push(...layoutTroubles(text, block));
    if (block.type !== "provider") {
      if (block.type !== "module") troubles.push(unknownBlock(block));
      continue;
    }
    const { entry, troubles: found } = readLockEntry(text, block);
    troubles.push(...found);
    const line = lineOf(block.start);
    const earlier = lines.get(entry.address);
    if (earlier !== undefined) troubles.push(secondEntry(block, entry.address, earlier));
    else lines.set(entry.address, line);
    entries.push({ ...entry, line });
  }
  troubles.push(...strayTroubles(tokens, [...attributes, ...blocks.flatMap(partsOf)]));
  const problems = troubles.sort((a, b) => a.at - b.at).map(({ at, what }) => ({ line: lineOf(at), what }));
  return { keeper: keeperOf(text), entries, problems };
}

function unknownBlock({ start, type }: HclBlock): Trouble {
  return { at: start, what: `a lock file has no block ${JSON.stringify(type)}` };
}

function secondEntry({ start }: HclBlock, address: string, line: number): Trouble {
  return { at: start, what: `this is a second entry for ${address}, the first is in line ${line}` };
}

/** Terraform and OpenTofu write different first lines, and both leave them alone until they have something to write. */
function keeperOf(text: string): LockFile["keeper"] {
  const end = text.search(/^\s*provider\b/m);
  return text.slice(0, end === -1 ? undefined : end).includes('"tofu init"') ? "tofu" : "terraform";
}

/** What was read of a block: without the white space and whatever is unreadable in it. */
function partsOf(block: HclBlock): Span[] {
  if (block.type !== "provider") return [block];
  const head = { start: block.start, end: block.body.start };
  return [head, ...block.attributes, ...block.blocks, { start: block.body.end, end: block.end }];
}

/** The first token of each stretch that belongs to nothing: the reader of blocks passes over it silently. */
function strayTroubles(tokens: readonly Token[], read: readonly Span[]): Trouble[] {
  const parts = read.toSorted((a, b) => a.start - b.start);
  const found: Trouble[] = [];
  let part = 0;
  let wasStray = false;
  for (const { kind, start } of tokens) {
    if (TRIVIA.has(kind)) continue;
    while (part < parts.length && (parts[part]?.end ?? 0) <= start) part += 1;
    const isStray = kind === "invalid" || start < (parts[part]?.start ?? Infinity);
    if (isStray && !wasStray) found.push({ at: start, what: "this cannot be read" });
    wasStray = isStray;
  }
  return found;
}

/** A block has its braces, and nothing stands behind one on its line, unless the whole block is one line. */
function layoutTroubles(text: string, block: HclBlock): Trouble[] {
  if (!block.isClosed) return [{ at: block.start, what: "this block has no closing brace" }];
  const troubles: Trouble[] = [];
  if (isFollowed(text, block.end, text.length)) {
    troubles.push({ at: block.end, what: "nothing may follow a closing brace on its line" });
  }
  const { start, end } = block.body;
  const isOneLine = !text.slice(start, end).includes("\n");
  if (isOneLine ? block.attributes.length > 1 : isFollowed(text, start, end)) {
    troubles.push({ at: start, what: "nothing may follow an opening brace on its line" });
  }
  const last = block.attributes.at(-1);
  if (!isOneLine && last !== undefined && isFollowed(text, last.end, block.end)) {
    troubles.push({ at: end, what: "a closing brace must stand on its own line" });
  }
  return troubles;
}

/** Is there more than a comment on the rest of the line? */
function isFollowed(text: string, from: number, end: number): boolean {
  const stop = text.indexOf("\n", from);
  const rest = text.slice(from, stop === -1 ? end : Math.min(stop + 1, end));
  return scanHcl(rest).some(({ kind }) => !TRIVIA.has(kind));
}
