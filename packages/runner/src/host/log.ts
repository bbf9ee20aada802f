/** The log of a step on the runner: lines, folded groups, debug lines when the job asks for them. */
import type { Log } from "../log.ts";
import type { Annotator } from "./annotator.ts";
import type { Printer } from "./printer.ts";

/** A log that prints through a printer. Debug lines are rendered only when they will be shown. */
export function createLog(printer: Printer, annotator: Annotator, isDebug: boolean): Log {
  return {
    info: (text) => printer.line(text),
    warning: (text) => annotator.warn(text),
    debug: (text) => {
      if (isDebug) printer.command("debug", {}, text);
    },
    group: (title) => printer.command("group", {}, title.replaceAll(/[\r\n]+/g, " ")),
    endGroup: () => printer.command("endgroup", {}, ""),
  };
}
