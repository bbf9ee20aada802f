/**
 * JSON as values: what a slice of a plan document is read into, without losing a digit.
 * It must not know terraform's keys (plan-reader.ts does) and must not read from anywhere (json-scan.ts does).
 */

/** A JSON object. Read members with `member`, never with a bare index: keys come from outside (`constructor`). */
export type JsonObject = { [key: string]: Json };

/** Any JSON value. A number that JavaScript cannot print back digit by digit is an {@link ExactNumber}. */
export type Json = null | boolean | number | string | ExactNumber | Json[] | JsonObject;

/** A number kept as it is written in the document: 9007199254740993, 1e400, 1.0. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** The number as written, for `number` and {@link ExactNumber} alike. */
export function numberText(value: number | ExactNumber): string {
  return typeof value === "number" ? String(value) : value.text;
}

/** Whether the value is a JSON object: no list, no null, no number kept as text. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/** An own member of a JSON object; undefined when the value is no object or has no such member. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
