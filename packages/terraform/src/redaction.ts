/**
 * Rewrites one piece of a plan document: flagged values become "(sensitive value)", texts go through the caller's
 * redaction, every other byte stays. It does not know where in the document the piece is.
 */
import { redactKeys } from "./address-keys.ts";
import { SENSITIVE } from "./diff-scalar.ts";
import { JsonScanner } from "./json-scan.ts";
import { TextCache } from "./json-texts.ts";
import { ExactNumber, isJsonObject, numberText, type Json } from "./json-value.ts";
import type { Span } from "./plan.ts";
import { collectTexts, flagsBelow, hasFlag } from "./secrets.ts";

/** Members whose content is data; everything else is terraform's own words. */
const DATA = new Set(["value", "default", "constant_value", "before_identity", "after_identity", "identity"]);
/** The same, but the names of their members are a provider's. In an output's change they are data. */
const ATTRIBUTES = new Set(["before", "after", "values", "config_values"]);
/**
 * terraform's own words are not redacted: a policy that reads them must see `delete` although somebody has chosen
 * "delete" as a password. They are keywords and names of the configuration, never values.
 */
const WORDS = new Set([
  "actions",
  "action_reason",
  "kind",
  "mode",
  "type",
  "name",
  "provider_name",
  "provider_config_key",
  "full_name",
  "reason",
  "status",
  "deposed",
]);
const ADDRESSES = new Set([
  "address",
  "previous_address",
  "module_address",
  "to_display",
  "resource",
  "references",
  "depends_on",
]);
const REPLACEMENT = JSON.stringify(SENSITIVE);

/** What is known of a value by where it is: `change` and `words` are terraform's own, `address` too but for its keys. */
type Place = "words" | "word" | "change" | "attributes" | "data" | "address";
type Edit = Span & { text: string };

/** Rewrites pieces one after the other. */
export class PieceRedactor {
  readonly #redact: (text: string) => string;
  readonly #texts = new TextCache();

  /** `redact` hides what is known to be secret in a text. */
  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** The piece without its secrets. `value` is what it says, `flags` the tree of what is flagged in it. */
  rewrite(bytes: Buffer, value: Json, flags: Json): string {
    const copies = new Set<string>();
    collectTexts(value, flags, copies);
    const scanner = scannerOf(bytes, this.#texts);
    const rewriter = new Rewriter(scanner, copies, this.#redact);
    rewriter.value(flags, "words");
    const out: string[] = [];
    let at = 0;
    for (const edit of rewriter.edits) {
      out.push(bytes.toString("utf8", at, edit.offset), edit.text);
      at = edit.offset + edit.length;
    }
    out.push(bytes.toString("utf8", at));
    return out.join("");
  }
}

function scannerOf(bytes: Buffer, texts: TextCache): JsonScanner {
  const read = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
  return new JsonScanner({ size: bytes.length, read }, { window: bytes.length, texts });
}

class Rewriter {
  readonly edits: Edit[] = [];
  readonly #scanner: JsonScanner;
  readonly #copies: ReadonlySet<string>;
  readonly #redact: (text: string) => string;
  constructor(scanner: JsonScanner, copies: ReadonlySet<string>, redact: (text: string) => string) {
    this.#scanner = scanner;
    this.#copies = copies;
    this.#redact = redact;
  }

  /** Steps over the value at the cursor and notes what of it is replaced. */
  value(flags: Json, place: Place): void {
    const scanner = this.#scanner;
    const isFollowed = scanner.isObject() ? isJsonObject(flags) : scanner.isList() && Array.isArray(flags);
    if (!isFollowed && hasFlag(flags)) this.#hide();
    else if (scanner.isObject()) {
      scanner.object((key, at) => {
        if (place === "data" || place === "word") this.#key(key, at);
        this.value(flagsBelow(flags, key), placeBelow(place, key));
      });
    } else if (scanner.isList()) scanner.list((index) => this.value(flagsBelow(flags, index), place));
    else this.#scalar(place);
  }

  /** null says nothing, and a policy must be able to see that there was nothing. */
  #hide(): void {
    const isNull = this.#scanner.isNull();
    const span = this.#scanner.skip();
    if (!isNull) this.edits.push({ ...span, text: REPLACEMENT });
  }

  #scalar(place: Place): void {
    const { offset } = this.#scanner;
    const value = this.#scanner.take();
    const span = { offset, length: this.#scanner.offset - offset };
    if (place === "word") return;
    if (typeof value === "string") {
      const text = this.#text(value, place);
      if (text !== value) this.edits.push({ ...span, text: JSON.stringify(text) });
    } else if (place === "data" && (typeof value === "number" || value instanceof ExactNumber)) {
      if (!/[0-9]/.test(this.#redact(numberText(value)))) this.edits.push({ ...span, text: REPLACEMENT });
    }
  }

  #text(text: string, place: Place): string {
    if (place === "address") return redactKeys(text, this.#redact);
    return place === "data" && this.#copies.has(text) ? SENSITIVE : this.#redact(text);
  }

  #key(key: string, { offset, length }: Span): void {
    const text = this.#redact(key);
    if (text !== key) this.edits.push({ offset, length, text: JSON.stringify(text) });
  }
}

/** Where a member is. Below a word are the names in a type: they can be keys of a value. */
function placeBelow(place: Place, key: string): Place {
  if (place === "data" || place === "attributes" || place === "word") return "data";
  if (WORDS.has(key)) return "word";
  if (ADDRESSES.has(key)) return "address";
  if (key === "change") return "change";
  if (ATTRIBUTES.has(key)) return place === "change" || key.endsWith("values") ? "attributes" : "data";
  return DATA.has(key) ? "data" : "words";
}
