/**
 * Writes the runner's command files (outputs, state, environment, path). The grammar is the runner's own
 * (actions/runner FileCommandManager.cs): `name<<DELIMITER`, the value, the delimiter, each on lines ended by LF.
 */
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { Failure } from "../failure.ts";

/** Names that no grammar of the runner can read as something else. */
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

const defect = (what: string): Failure =>
  new Failure({ reason: "internal-error", what, remedy: "This is a defect of the action: report it." });

/**
 * One pair. Whatever the value holds, the file has exactly this name with exactly this value: the delimiter is random and
 * occurs in neither. Throws a Failure for a value that UTF-8 cannot hold (half a surrogate pair) rather than change it.
 */
export function renderPair(name: string, value: string): string {
  if (!NAME.test(name)) throw defect(`The name ${JSON.stringify(name)} cannot be written to a file of the runner`);
  if (!value.isWellFormed()) throw defect(`The value of ${name} is not a well-formed text`);
  let delimiter = `handrail_${randomUUID()}`;
  while (value.includes(delimiter)) delimiter = `handrail_${randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** Appends to a command file; false when there is none (a run by hand) or it cannot be written. */
export function appendCommand(path: string | undefined, text: string): boolean {
  if (path === undefined || path === "") return false;
  try {
    appendFileSync(path, text, "utf8");
    return true;
  } catch {
    return false;
  }
}
