/**
 * Which annotations a step shows: GitHub keeps 10 of each level and 4096 characters of each message, and drops the rest
 * without a word, so the choice is made here.
 */
import type { Location } from "./failure.ts";

/** A message on the run's page, at a line of a file when it has a location. */
export type Annotation = {
  level: "error" | "warning" | "notice";
  title?: string;
  message: string;
  location?: Location;
};

/** Worst first. */
const LEVELS = ["error", "warning", "notice"] as const;

/** What GitHub keeps of a message (actions/runner 2.336: ExecutionContext, _maxIssueMessageLength). */
const MAX_MESSAGE = 4096;

/** Cuts a text to `limit` UTF-16 units at a whole character and shows that it was cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

/** The annotations to show, worst level first and in their order within it, at most `perLevel` each, and how many are left out. */
export function rankAnnotations(
  all: readonly Annotation[],
  perLevel = 10,
): { shown: Annotation[]; omitted: Record<Annotation["level"], number> } {
  const shown: Annotation[] = [];
  const omitted = { error: 0, warning: 0, notice: 0 };
  for (const level of LEVELS) {
    const ofLevel = all.filter((annotation) => annotation.level === level);
    omitted[level] = Math.max(0, ofLevel.length - perLevel);
    for (const one of ofLevel.slice(0, perLevel)) shown.push({ ...one, message: cutText(one.message, MAX_MESSAGE) });
  }
  return { shown, omitted };
}
