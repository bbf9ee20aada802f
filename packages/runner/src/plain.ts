/**
 * Reads plain data of unknown shape: webhook events, answers of APIs, documents. A wrong type reads as absent; inherited
 * properties (`__proto__`, `constructor`) never read at all. Nothing here throws.
 */

/** The own property of an object, following `path`; undefined when there is none. */
export function read(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const name of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, name)) return undefined;
    current = Reflect.get(current, name);
  }
  return current;
}

/** A text; anything else is "". */
export function readText(value: unknown, ...path: string[]): string {
  const found = read(value, ...path);
  return typeof found === "string" ? found : "";
}

/** A finite number; anything else is undefined. */
export function readNumber(value: unknown, ...path: string[]): number | undefined {
  const found = read(value, ...path);
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

/** A positive safe integer (an id, a number of an issue); anything else is undefined. */
export function readId(value: unknown, ...path: string[]): number | undefined {
  const found = readNumber(value, ...path);
  return found !== undefined && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}

/** A list; anything else is an empty one. */
export function readList(value: unknown, ...path: string[]): unknown[] {
  const found = read(value, ...path);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/**
 * A time in milliseconds since 1970: a Date, seconds since 1970 as AWS writes them in JSON (a number), or RFC 3339 text.
 * Anything else is undefined.
 */
export function readTime(value: unknown, ...path: string[]): number | undefined {
  const found = read(value, ...path);
  const time =
    found instanceof Date
      ? found.getTime()
      : typeof found === "number"
        ? found * 1000
        : typeof found === "string"
          ? Date.parse(found)
          : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}
