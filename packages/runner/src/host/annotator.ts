/**
 * Collects a step's annotations and prints the ones that GitHub will keep, worst first, when the step ends.
 */
import { type Annotation, cutText, rankAnnotations } from "../annotations.ts";
import type { Failure } from "../failure.ts";
import type { Printer } from "./printer.ts";

/** The annotations of a step. */
export interface Annotator {
  add(annotation: Annotation): void;
  /** A warning that belongs at its place in the log: printed at once, as a plain line when GitHub would drop it. */
  warn(text: string): void;
  /** The step's own error; it is the first of all. */
  fail(name: string, failure: Failure): void;
  /** Prints what was collected and tells how many are left out. */
  flush(): void;
}

/** What GitHub keeps of each level in one step. */
const PER_LEVEL = 10;

/** Leaves room for the remedy in what GitHub keeps of a message. */
const MAX_FIRST_LINE = 3000;

const LEVELS = ["error", "warning", "notice"] as const;

/** The root cause in the first line, what to do in the second; what else the cause says comes behind. */
function failureMessage({ what, remedy }: Failure): string {
  const [first = "", ...rest] = what.split(/[\r\n]+/);
  return [cutText(first, MAX_FIRST_LINE), remedy, ...rest].join("\n");
}

function print(printer: Printer, { level, title, message, location }: Annotation): void {
  const place = {
    file: location?.file,
    line: location?.line,
    endLine: location?.endLine,
    col: location?.column,
    endColumn: location?.endColumn,
  };
  printer.command(level, { title, ...place }, message);
}

/** An annotator that prints through a printer. */
export function createAnnotator(printer: Printer): Annotator {
  const collected: Annotation[] = [];
  let warned = 0;
  return {
    add: (annotation) => {
      collected.push(annotation);
    },
    warn(text) {
      warned += 1;
      if (warned <= PER_LEVEL) printer.command("warning", {}, text);
      else printer.line(`Warning: ${text}`);
    },
    fail(name, failure) {
      const message = failureMessage(failure);
      const location = failure.location === undefined ? {} : { location: failure.location };
      collected.unshift({ level: "error", title: name, message, ...location });
    },
    flush() {
      for (const level of LEVELS) {
        const room = level === "warning" ? Math.max(0, PER_LEVEL - warned) : PER_LEVEL;
        const ofLevel = collected.filter((one) => one.level === level);
        const { shown, omitted } = rankAnnotations(ofLevel, room);
        for (const annotation of shown) print(printer, annotation);
        const count = omitted[level];
        if (count > 0)
          printer.line(
            `${count} more ${level}${count === 1 ? " has" : "s have"} no annotation: GitHub keeps ${PER_LEVEL} of a step.`,
          );
      }
      collected.length = 0;
    },
  };
}
