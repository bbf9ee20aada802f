/** A place in a list of tokens, for reading the parts of CREATE TABLE one after another. */
import type { Token } from "./catalog-tokens.ts";

/** What is not a CREATE TABLE as SQLite writes them. Whoever reads takes the statement as a whole then. */
export class NotUnderstood extends Error {}

/** Reads tokens from left to right. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The token `ahead` places from here. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** Whether these words (or signs) come next. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, at) => {
      const token = this.peek(at);
      return token !== undefined && token.value === word && (token.kind === "word" || token.kind === "sign");
    });
  }

  /** Goes past these words when they come next, and tells whether they did. */
  takes(...words: readonly string[]): boolean {
    const isNext = this.sees(...words);
    if (isNext) this.#at += words.length;
    return isNext;
  }

  /** The next token. @throws NotUnderstood at the end */
  next(): Token {
    const token = this.peek();
    if (token === undefined) throw new NotUnderstood();
    this.#at += 1;
    return token;
  }

  /** A name, quoted in whatever way; as it was written otherwise. @throws NotUnderstood */
  name(): string {
    const { kind, text, value } = this.next();
    if (kind === "word") return text;
    if (kind === "name" || kind === "string") return value;
    throw new NotUnderstood();
  }

  /** What stands in the brackets that come next, without them. @throws NotUnderstood without brackets */
  group(): Token[] {
    if (!this.takes("(")) throw new NotUnderstood();
    const from = this.#at;
    for (let depth = 1; depth > 0;) {
      const { kind, text } = this.next();
      if (kind === "sign") depth += text === "(" ? 1 : text === ")" ? -1 : 0;
    }
    return this.#tokens.slice(from, this.#at - 1);
  }

  /** All that is left. */
  rest(): readonly Token[] {
    const rest = this.#tokens.slice(this.#at);
    this.#at = this.#tokens.length;
    return rest;
  }
}

/** Tokens by the commas between them, brackets aside. Nothing gives nothing. */
export function splitByComma(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = tokens.length === 0 ? [] : [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "sign") depth += token.text === "(" ? 1 : token.text === ")" ? -1 : 0;
    if (token.kind === "sign" && token.text === "," && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
