/** A change that a person would call a change of the schema. */

/** A change, and what takes it back; without `undo` it is taken back by a transaction, or not at all. */
export type Change = { title: string; up: readonly string[]; undo?: readonly string[] };

/** What a table of changes begins with, and the changes: each of them alone. */
export type Changes = { base: readonly string[]; changes: readonly Change[] };

/** A change; its title is what it sends. */
export function change(up: string | readonly string[], undo?: string | readonly string[]): Change {
  const statements = [up].flat();
  return { title: statements.join("; "), up: statements, ...(undo === undefined ? {} : { undo: [undo].flat() }) };
}
