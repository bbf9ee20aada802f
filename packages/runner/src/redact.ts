/**
 * Hides secrets in any text: the value itself and its usual encodings, wherever they stand, also across the borders of
 * a stream's pieces. Time is linear in the text, whatever the number of secrets.
 */
import { secretForms } from "./secret-forms.ts";
import { MAX_PATTERN, SecretIndex } from "./secret-index.ts";

/** Hides the secrets it has been told. */
export interface Redactor {
  /**
   * Hides this text from now on. False when it cannot be hidden by its value: shorter than 4 characters, white space
   * only, or part of the replacement text itself. The caller then leaves it out by its place.
   */
  add(secret: string): boolean;
  redact(text: string): string;
  /** For a text that comes in pieces. */
  stream(): RedactorStream;
  /** How many secrets are hidden. */
  readonly size: number;
}

/** Redacts a text piece by piece: the pieces that come out are together what `redact` gives for the whole. */
export interface RedactorStream {
  /** What can be shown now; at most MAX_PATTERN units are held back, and only when they may be the beginning of a secret. */
  write(chunk: string): string;
  /** What was held back. */
  end(): string;
}

const REPLACEMENT = "(sensitive value)";

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether the place between two units is inside one character. */
const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** A text in pieces that together cover it; the last one overlaps when the length is no multiple. */
function* piecesOf(form: string): Generator<string> {
  if (form.length <= MAX_PATTERN) {
    yield form;
    return;
  }
  for (let at = 0; at < form.length; at += MAX_PATTERN) {
    const start = Math.min(at, form.length - MAX_PATTERN);
    yield form.slice(start, start + MAX_PATTERN);
  }
}

const isTelling = (piece: string): boolean => /[\p{L}\p{N}]/u.test(piece);

function addForm(index: SecretIndex, form: string): void {
  const pieces = [...piecesOf(form)];
  // A piece of nothing but dashes or spaces would hide every ruler and every indentation; the others tell enough.
  const telling = pieces.filter(isTelling);
  for (const piece of telling.length > 0 ? telling : pieces) index.add(piece);
}

class Stream implements RedactorStream {
  readonly #index: SecretIndex;
  readonly #replacement: string;
  /** What was held back. */
  #rest = "";
  /** So many units of the rest are known to belong to a secret. */
  #covered = 0;
  /** The unit before the rest belonged to a secret: its replacement has been written. */
  #isInside = false;

  constructor(index: SecretIndex, replacement: string) {
    this.#index = index;
    this.#replacement = replacement;
  }

  write(chunk: string): string {
    const text = this.#rest + chunk;
    let hold = Math.max(0, text.length - MAX_PATTERN);
    while (hold < text.length && !this.#index.couldBegin(text, hold)) hold += 1;
    if (hold === text.length && hold > 0 && isHigh(text.charCodeAt(hold - 1))) hold -= 1;
    if (splitsCharacter(text, hold)) hold -= 1;
    return this.#emit(text, hold);
  }

  end(): string {
    const last = this.#emit(this.#rest, this.#rest.length);
    this.#isInside = false;
    return last;
  }

  /** Everything before `hold`, redacted; what follows is kept. */
  #emit(text: string, hold: number): string {
    const parts: string[] = [];
    let end = this.#covered;
    if (splitsCharacter(text, end)) end += 1;
    for (let at = this.#index.nextPlace(text, 0, hold); at < hold; at = this.#index.nextPlace(text, at + 1, hold)) {
      const length = this.#index.longestAt(text, at);
      if (length === 0) continue;
      const start = splitsCharacter(text, at) ? at - 1 : at;
      const stop = splitsCharacter(text, at + length) ? at + length + 1 : at + length;
      if (start > end) parts.push(text.slice(end, start));
      if (start > end || !this.#isInside) parts.push(this.#replacement);
      this.#isInside = true;
      end = Math.max(end, stop);
    }
    if (end < hold) {
      parts.push(text.slice(end, hold));
      this.#isInside = false;
    }
    this.#rest = text.slice(hold);
    this.#covered = Math.max(0, end - hold);
    return parts.join("");
  }
}

/** A redactor that hides these secrets, and all that are added later. */
export function createRedactor(secrets: Iterable<string> = [], replacement: string = REPLACEMENT): Redactor {
  const index = new SecretIndex();
  const known = new Set<string>();
  const redactor: Redactor = {
    add(secret) {
      if (known.has(secret)) return true;
      // A secret that is a word of the replacement would be shown by its own replacement.
      if (replacement.includes(secret)) return false;
      const forms = secretForms(secret);
      if (forms.size === 0) return false;
      known.add(secret);
      for (const form of forms) if (!replacement.includes(form)) addForm(index, form);
      return true;
    },
    redact(text) {
      if (known.size === 0) return text;
      const stream = new Stream(index, replacement);
      return stream.write(text) + stream.end();
    },
    stream: () => new Stream(index, replacement),
    get size() {
      return known.size;
    },
  };
  for (const secret of secrets) redactor.add(secret);
  return redactor;
}
