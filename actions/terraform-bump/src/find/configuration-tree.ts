/**
 * Configuration as blocks and arguments, whether it is written in HCL or in JSON: what the readers of both make, and
 * what looks for versions in it. Bodies and objects are read when they are asked for: most of a file never is.
 */
import type { Span } from "./mention.ts";

/**
 * A value. `text`: a literal in quotes; `value` is what it means, `content` what stands between the quotes. `object`:
 * `{ … }`. `other`: an expression, a template, a heredoc, a list, a number.
 */
export type Value = Span &
  ({ kind: "text"; value: string; content: Span } | { kind: "object"; read: () => Attribute[] } | { kind: "other" });

/** `name = value`. */
export type Attribute = { name: string; value: Value };

/** A block that begins at `start`; a label that is not plain is "". Reading its body throws a Flaw when it cannot be read. */
export type Block = { type: string; start: number; labels: string[]; read: () => Body };

export type Body = { attributes: Attribute[]; blocks: Block[] };

/** The last argument of this name: where JSON repeats a name, that one counts. */
export function attribute(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return attributes.findLast((candidate) => candidate.name === name);
}
