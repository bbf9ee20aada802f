/** Texts of ours inside SQL. Pure. */
import type { Engine } from "@handrail/database";

/** A text of printable ASCII as a literal. MySQL gets hex digits: whether a backslash means something there is a setting. */
export function literalOf(engine: Engine, text: string): string {
  if (engine === "mysql") return `x'${Buffer.from(text, "ascii").toString("hex")}'`;
  return `'${text.replaceAll("'", "''")}'`;
}
