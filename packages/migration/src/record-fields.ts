/** Fields of a payload that anybody may have written: each is what it has to be, or the whole record is none. Pure. */
import { read } from "@handrail/runner";
import { MAX_ITEMS, MAX_TEXT } from "./record-limits.ts";

/** A field that is not what it has to be. Its message names the field, never what is in it. */
export class FieldError extends Error {
  constructor(name: string, what: string) {
    super(`its ${name} ${what}`);
    this.name = "FieldError";
  }
}

/** What a text may be. `max`: characters. */
export type TextRule = { max?: number; pattern?: RegExp; isFilled?: boolean };

/** A text. @throws FieldError */
export function readTextField(of: unknown, name: string, rule: TextRule = {}): string {
  return checkText(read(of, name), name, rule);
}

/** A text, or nothing at all. @throws FieldError */
export function readOptionalText(of: unknown, name: string, rule: TextRule = {}): string | undefined {
  const found = read(of, name);
  return found === undefined ? undefined : checkText(found, name, rule);
}

/** A list of texts. @throws FieldError */
export function readTextList(of: unknown, name: string, rule: TextRule = {}): string[] {
  return readItems(of, name).map((item) => checkText(item, name, rule));
}

/** A list of anything. @throws FieldError */
export function readItems(of: unknown, name: string): unknown[] {
  const found = read(of, name);
  if (!Array.isArray(found)) throw new FieldError(name, "is no list");
  if (found.length > MAX_ITEMS) throw new FieldError(name, "is too long");
  return found as unknown[];
}

/** A whole number that is not negative. @throws FieldError */
export function readCount(of: unknown, name: string): number {
  const found = read(of, name);
  if (typeof found !== "number" || !Number.isSafeInteger(found) || found < 0) {
    throw new FieldError(name, "is no whole number");
  }
  return found;
}

/** One of a few words. @throws FieldError */
export function readWord<const Word extends string>(of: unknown, name: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === read(of, name));
  if (found === undefined) throw new FieldError(name, "is none that this version knows");
  return found;
}

function checkText(found: unknown, name: string, { max = MAX_TEXT, pattern, isFilled }: TextRule): string {
  if (typeof found !== "string") throw new FieldError(name, "is no text");
  if (found.length > max) throw new FieldError(name, "is too long");
  if (isFilled === true && found === "") throw new FieldError(name, "is empty");
  if (pattern !== undefined && !pattern.test(found)) throw new FieldError(name, "is not of its form");
  return found;
}
