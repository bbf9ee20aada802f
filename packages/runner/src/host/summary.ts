/**
 * The step's summary: appended to the runner's file and never over the size at which GitHub drops the whole of it.
 */
import { appendFileSync, statSync } from "node:fs";
import { cutMarkdown } from "../markdown-cut.ts";

/** GitHub's limit for the summary of one step (actions/runner CreateStepSummaryCommand). */
const MAX_BYTES = 1_048_576;

/** Kept free for the sentence that says what was left out. */
const NOTE_BYTES = 200;

/** Appends markdown to a summary file; returns how many lines had no room, or undefined when there is no file. */
export type SummaryWriter = (markdown: string, options?: { verbatim?: boolean }) => number | undefined;

/** A writer for the file at `path`. What others wrote to it before counts, too. */
export function createSummary(path: string | undefined, redact: (text: string) => string): SummaryWriter {
  let isFull = false;
  return (markdown, options) => {
    if (path === undefined || path === "") return undefined;
    const text = (options?.verbatim === true ? markdown : redact(markdown)).toWellFormed();
    const whole = text.endsWith("\n") ? text : `${text}\n`;
    if (isFull) return whole.split("\n").length - 1;
    try {
      const room = MAX_BYTES - (statSync(path, { throwIfNoEntry: false })?.size ?? 0) - NOTE_BYTES;
      const { text: kept, omittedLines } = cutMarkdown(whole, Math.max(0, room));
      isFull = omittedLines > 0;
      const note = isFull && room > 0 ? `\n_${omittedLines} more lines are left out: a summary holds 1 MiB._\n` : "";
      appendFileSync(path, `${kept}${note}`, "utf8");
      return omittedLines;
    } catch {
      return undefined;
    }
  };
}
