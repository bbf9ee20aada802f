/**
 * What the parts of the diff share: where a value is written, and the writer that the parts call for what is nested in
 * theirs. Types and the smallest helpers only.
 */
import type { DiffLine } from "./diff-line.ts";
import type { DiffNode, NodeBuilder } from "./diff-node.ts";
import { count } from "./diff-scalar.ts";
import type { ForcedPaths } from "./forced-paths.ts";

/** Where a value is written. */
export type Place = {
  depth: number;
  /** What stands before the value: `key = `, or nothing in a list. */
  label: string;
  /** What stands after it: `,` in a list, ` -> null` for a removed attribute. */
  tail: string;
  /** What of it forces a replacement. */
  forced: ForcedPaths | undefined;
  /** How many strings with a structure in them it is inside. */
  strings: number;
};

/** The place of a whole resource. */
export const ROOT: Place = { depth: 0, label: "", tail: "", forced: undefined, strings: 0 };

/** Collects the lines of a diff. */
export interface DiffWriter {
  readonly builder: NodeBuilder;
  /** Adds a line. */
  line(sign: DiffLine["sign"], depth: number, text: string): void;
  /** Writes a value as it is: all of it added, removed or, with `frame` "~", removed inside something that stays. */
  whole(node: DiffNode, sign: "+" | "-" | " ", place: Place, frame?: "~"): void;
  /** Writes what changes between two values that differ. */
  change(before: DiffNode, after: DiffNode, place: Place): void;
  /** A writer that collects lines of its own, for the same values. */
  fork(): DiffWriter & { readonly lines: readonly DiffLine[] };
}

/** A remark behind a value: ` # forces replacement, only white space changes`. */
export function remark(place: Pick<Place, "forced">, ...notes: (string | undefined)[]): string {
  const all = [place.forced?.isForced === true ? "forces replacement" : undefined, ...notes];
  const said = all.filter((note) => note !== undefined);
  return said.length === 0 ? "" : ` # ${said.join(", ")}`;
}

/** Adds a remark line about what is not shown. */
export function writeHidden(writer: DiffWriter, number: number, what: string, depth: number): void {
  if (number > 0) writer.line("#", depth, `(${count(number, what)} hidden)`);
}
