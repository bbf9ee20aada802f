/**
 * The dates of releases that are git tags: git itself has none that can be trusted, so somebody else is asked. A failure
 * leaves dates unknown, no more.
 */
import { parseDate } from "./registry-answers.ts";
import type { RegistryOptions } from "./registry-options.ts";

/** RFC 3339 by tag; empty when dates are not needed or nobody tells them. */
export async function askTagDates(
  { needsDates, tagDates, log, signal }: Pick<RegistryOptions, "needsDates" | "tagDates" | "log" | "signal">,
  repository: string,
): Promise<ReadonlyMap<string, string>> {
  if (!needsDates || tagDates === undefined) return new Map();
  try {
    const dates = await tagDates(repository);
    return new Map([...dates].filter(([, date]) => parseDate(date) !== undefined));
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    log.info(`No dates of releases are known for ${repository}: ${message}`);
    return new Map();
  }
}
