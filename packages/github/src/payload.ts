/**
 * Reads webhook events and API answers of GitHub. A wrong type reads as absent. Nothing here throws.
 */
import { readList, readText } from "@handrail/runner";

export { read, readId, readList, readText } from "@handrail/runner";

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
