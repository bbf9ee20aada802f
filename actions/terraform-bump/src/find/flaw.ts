/**
 * What is wrong with a file that cannot be read. The readers of this folder throw it, findMentions lists it.
 */

/** `why` is a sentence without a full stop; `line` counts from 1. */
export class Flaw extends Error {
  override readonly name = "Flaw";
  readonly why: string;
  readonly line: number;

  constructor(why: string, line: number) {
    super(why);
    this.why = why;
    this.line = line;
  }
}

/** The line of an offset, from 1. Line breaks are `\n` and `\r\n`. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
