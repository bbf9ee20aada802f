/**
 * The configuration as one hash: what `show -json` does not tell (a provisioner's command, a template's text) changes
 * it, reformatting and comments do not. Pure: the files come from the cli door (cli/configuration-files.ts).
 */
import { createHash } from "node:crypto";
import { compareCodeUnits } from "@handrail/runner";
import { scanHcl, type Token } from "./hcl-scan.ts";

/**
 * One file. `path` is relative to the root module with forward slashes; `isModuleFile` when it lies directly in a module's
 * directory, so that terraform reads it as configuration. `bytes` may be a function, so that one file at a time is
 * in memory.
 */
export type ConfigurationFile = { path: string; isModuleFile: boolean; bytes: Uint8Array | (() => Uint8Array) };

/** One file: its path, relative to the root module, and the digest of what counts of it. */
export type FileDigest = readonly [path: string, digest: string];

/**
 * Each file with its digest, by path. A module's .tf and .tofu count by their tokens, its .tf.json by its text without
 * the white space between values, every other file by its bytes.
 */
export function configurationDigests(files: Iterable<ConfigurationFile>): FileDigest[] {
  const digests = new Map<string, string>();
  for (const file of files) digests.set(file.path, hashFile(file));
  return [...digests].sort(([one], [other]) => compareCodeUnits(one, other));
}

/** 64 hex digits over all files, in any order. */
export function hashConfiguration(files: Iterable<ConfigurationFile>): string {
  return hashDigests(configurationDigests(files));
}

/** The same of digests that are there already, as `configurationDigests` gives them. */
export function hashDigests(digests: readonly FileDigest[]): string {
  const hash = createHash("sha256").update("handrail configuration 1\n");
  for (const [path, digest] of digests) hash.update(`${JSON.stringify(path)} ${digest}\n`);
  return hash.digest("hex");
}

function hashFile(file: ConfigurationFile): string {
  const bytes = typeof file.bytes === "function" ? file.bytes() : file.bytes;
  const text = file.isModuleFile ? decode(bytes) : undefined;
  if (text !== undefined && /\.(?:tf|tofu)$/.test(file.path)) return `hcl ${hashTokens(text)}`;
  if (text !== undefined && /\.(?:tf|tofu)\.json$/.test(file.path)) return `json ${digest(withoutSpaces(text))}`;
  return `bytes ${createHash("sha256").update(bytes).digest("hex")}`;
}

/** undefined for what is not UTF-8: terraform does not read it, and two such files must not look alike. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const OPENERS: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSERS: ReadonlySet<string> = new Set([")", "]", "}"]);

/**
 * Line breaks count where HCL's parser sees them: between the items of a body or an object, however many, but not in
 * parentheses, lists and template sequences, nor beside a brace. Every token enters with its length: no two different
 * streams have the same text.
 */
function hashTokens(text: string): string {
  const parts: string[] = [];
  const open: string[] = [];
  let isSeparated = false;
  let last = "{";
  for (const token of scanHcl(text)) {
    if (token.kind === "space" || token.kind === "comment" || token.kind === "bom") continue;
    if (token.kind === "newline") {
      isSeparated = true;
      continue;
    }
    const written = canonicalToken(text, token);
    const isInBody = (open.at(-1) ?? "{") === "{";
    if (isSeparated && isInBody && last !== "{" && written !== "}") parts.push("\n");
    parts.push(`${token.kind} ${written.length} ${written}`);
    follow(open, token, written);
    isSeparated = false;
    last = token.kind === "operator" ? written : "";
  }
  return digest(parts.join(""));
}

function follow(open: string[], token: Token, written: string): void {
  const isOpener = token.kind === "template-open" || (token.kind === "operator" && OPENERS.has(written));
  const isCloser = token.kind === "template-close" || (token.kind === "operator" && CLOSERS.has(written));
  if (isOpener) open.push(token.kind === "operator" ? written : "(");
  else if (isCloser) open.pop();
}

function canonicalToken(text: string, token: Token): string {
  const raw = text.slice(token.start, token.end);
  return token.kind === "heredoc-open" || token.kind === "heredoc-close" ? raw.trim() : raw;
}

/**
 * JSON text without the white space between values. Order and repetition of keys stay: HCL reads a repeated key as one
 * more block, so that sorting them into an object could hide one (hcl/json/parser.go).
 */
function withoutSpaces(text: string): string {
  const parts: string[] = [];
  let isInString = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') isInString = !isInString;
    else if (isInString && char === "\\") at += 1;
    else if (!isInString && (char === " " || char === "\t" || char === "\n" || char === "\r")) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return parts.concat(text.slice(from)).join("");
}
