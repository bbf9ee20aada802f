/**
 * Reads values of unknown shape: webhook events and API answers. A wrong type reads as absent; inherited properties
 * (`__proto__`, `constructor`) never read at all. Nothing here throws.
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

/** A positive safe integer (an id, a number of an issue); anything else is undefined. */
export function readId(value: unknown, ...path: string[]): number | undefined {
  const found = read(value, ...path);
  return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}

/** A list; anything else is an empty one. */
export function readList(value: unknown, ...path: string[]): unknown[] {
  const found = read(value, ...path);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** GitHub's words in an error: its message, and what it says of each field. */
export function readMessage(error: unknown): string {
  const details = readList(error, "errors").map((each) => {
    const names = ["resource", "field", "code"].map((name) => readText(each, name)).filter((name) => name !== "");
    return typeof each === "string" ? each : readText(each, "message") || names.join(" ");
  });
  const said = details.filter((each) => each !== "").join("; ");
  return [readText(error, "message"), said].filter((each) => each !== "").join(": ");
}

/** A full commit hash in lower case (SHA-1 or SHA-256); anything else is "". */
export function readSha(value: unknown, ...path: string[]): string {
  const text = readText(value, ...path);
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : "";
}
