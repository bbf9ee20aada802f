/**
 * One provider's block of a lock file: its arguments as plain texts, and whatever makes terraform refuse it. It knows
 * nothing of the rest of the file.
 */
import { ConstraintError } from "./constraint-error.ts";
import { normaliseConstraints } from "./constraint-normal.ts";
import { type HclAttribute, type HclBlock, type Span, unescapeQuoted } from "./hcl-blocks.ts";
import { scanHcl } from "./hcl-scan.ts";

/** What a lock file says of one provider. */
export type LockEntry = {
  /** `registry.terraform.io/hashicorp/aws`. */
  readonly address: string;
  /** Canonical; "" when the entry lacks it. */
  readonly version: string;
  /** In normal form; "" when there are none. */
  readonly constraints: string;
  /** `h1:…` of unpacked packages, `zh:…` of zips. Terraform writes them sorted; a file may have them in any order. */
  readonly hashes: readonly string[];
};

/** An entry in its file: `line` from 1, `span` from `provider` to its brace, `values` with their quotes or brackets. */
export type PlacedLockEntry = LockEntry & {
  readonly line: number;
  readonly span: Span;
  readonly values: { readonly version?: Span; readonly constraints?: Span; readonly hashes?: Span };
};

/** What terraform refuses, by its offset in the text; `what` is a sentence without a full stop. */
export type Trouble = { readonly at: number; readonly what: string };

type Name = keyof PlacedLockEntry["values"];

const NAMES: ReadonlySet<string> = new Set<Name>(["version", "constraints", "hashes"]);
/** `1.2.3-beta.1+build`: the normal form of a version. */
const VERSION =
  /^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
/** Host, namespace and type, without capitals; letters of any script, as internationalised names have them. */
const HOST = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:(?:-+|\.)[\p{Ll}\p{Lo}\p{M}\p{N}]+)*(?::[1-9][0-9]{0,4})?$/u;
const NAME = /^(?!terraform-provider-)[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u;
const SHOWN = 80;

/** Reads a `provider` block of `text`. Never throws. */
export function readLockEntry(
  text: string,
  block: HclBlock,
): { entry: Omit<PlacedLockEntry, "line">; troubles: Trouble[] } {
  const troubles: Trouble[] = [];
  const values: { [name in Name]?: Span } = {};
  const read = { version: "", constraints: "", hashes: [] as string[] };
  for (const attribute of block.attributes) {
    const { name, start, value } = attribute;
    if (!isName(name)) troubles.push({ at: start, what: `a provider's entry has no argument ${quote(name)}` });
    else if (values[name] !== undefined) troubles.push({ at: start, what: `this is a second ${name}` });
    else {
      values[name] = { start: value.start, end: value.end };
      if (name === "hashes") read.hashes = readHashes(text, attribute, troubles);
      else read[name] = readText(attribute, name, troubles);
    }
  }
  if (values.version === undefined) troubles.push({ at: block.start, what: "this entry has no version" });
  for (const { start, type } of block.blocks) {
    troubles.push({ at: start, what: `a provider's entry has no block ${quote(type)}` });
  }
  const address = readAddress(block, troubles);
  return { entry: { address, ...read, span: { start: block.start, end: block.end }, values }, troubles };
}

function isName(name: string): name is Name {
  return NAMES.has(name);
}

/** A text of the file in a message: in quotes, and not endless. */
function quote(text: string): string {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}

function readAddress({ labels, start }: HclBlock, troubles: Trouble[]): string {
  const [address, ...more] = labels;
  if (address === undefined || more.length > 0) {
    troubles.push({ at: start, what: "a provider's entry has one text behind provider: the provider's address" });
  } else if (!isAddress(address)) {
    const example = "registry.terraform.io/hashicorp/aws";
    troubles.push({ at: start, what: `${quote(address)} is not a provider's full address, like ${example}` });
  }
  return address ?? "";
}

/** Built-in providers come with terraform and cannot be locked. */
function isAddress(address: string): boolean {
  const [host = "", namespace = "", type = "", ...more] = address.split("/");
  const isBuiltIn = host === "terraform.io" && namespace === "builtin";
  return more.length === 0 && !isBuiltIn && HOST.test(host) && NAME.test(namespace) && NAME.test(type);
}

function readText({ value }: HclAttribute, name: "version" | "constraints", troubles: Trouble[]): string {
  if (value.kind !== "string") {
    troubles.push({ at: value.start, what: `${name} is not a plain text in quotes` });
    return "";
  }
  const what = name === "version" ? versionTrouble(value.value) : constraintsTrouble(value.value);
  if (what !== undefined) troubles.push({ at: value.start, what });
  return value.value;
}

function versionTrouble(version: string): string | undefined {
  return VERSION.test(version) ? undefined : `${quote(version)} is not a version in normal form, like 1.2.0`;
}

/** Terraform refuses every constraints text that it would write differently itself. */
function constraintsTrouble(constraints: string): string | undefined {
  if (constraints === "") return undefined;
  try {
    const normal = normaliseConstraints([constraints]);
    return normal === constraints
      ? undefined
      : `the constraints ${quote(constraints)} are not in normal form, which is ${quote(normal)}`;
  } catch (error) {
    if (!(error instanceof ConstraintError)) throw error;
    return `the constraints ${quote(constraints)} cannot be read: ${error.message}`;
  }
}

const SHAPES: Readonly<Record<string, string>> = { "quote-open": '"', "quote-close": '"', literal: "t" };
/** A list of one or more texts; a comma may stand behind the last one. */
const LIST = /^\["t"(?:,"t")*,?\]$/;

function readHashes(text: string, { value }: HclAttribute, troubles: Trouble[]): string[] {
  const source = text.slice(value.start, value.end);
  const hashes: string[] = [];
  let shape = "";
  for (const { kind, start, end } of scanHcl(source)) {
    if (kind === "space" || kind === "newline" || kind === "comment") continue;
    const raw = source.slice(start, end);
    shape += kind === "operator" ? raw : (SHAPES[kind] ?? "?");
    const hash = kind === "literal" ? (unescapeQuoted(raw) ?? "") : undefined;
    if (hash !== undefined) hashes.push(hash);
    // Terraform accepts any scheme: a newer one may have others than h1 and zh.
    if (hash !== undefined && !/^[^:]+:/.test(hash)) {
      troubles.push({ at: value.start + start, what: `${quote(hash)} is not a checksum, like h1:…` });
    }
  }
  if (!LIST.test(shape)) troubles.push({ at: value.start, what: "hashes is not a list of plain texts in quotes" });
  return hashes;
}
