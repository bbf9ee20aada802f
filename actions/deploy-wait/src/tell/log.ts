/** What the log says while waiting: a line per change, a heartbeat per minute. */
import { formatDuration } from "@handrail/runner";
import type { Log } from "@handrail/runner";
import type { Listener } from "../wait/watch.ts";
import { cutLine } from "../line.ts";
import { words } from "./words.ts";

const LONGEST_LINE = 400;
/** So many items are named in a heartbeat. */
const MOST_NAMED = 5;
/** Lines of one item's changes; an object that flaps for hours does not flood the log. */
const MOST_LINES = 200;

/** A listener that writes the log. */
export function createLogListener(log: Log): Listener {
  const lines = new Map<string, number>();
  const say = (id: string, text: string): void => {
    const count = (lines.get(id) ?? 0) + 1;
    lines.set(id, count);
    if (count < MOST_LINES) log.info(cutLine(text, LONGEST_LINE));
    else if (count === MOST_LINES) log.info(`${id}: changes too often; from here on only its end is told`);
    else log.debug(cutLine(text, LONGEST_LINE));
  };
  return {
    moved: ({ item, progress }) => say(item.id, `${item.label}: ${progress}`),
    warned: ({ item }, warning) => log.warning(cutLine(`${item.label}: ${warning}`, 1000)),
    missed: ({ item, blindness }, fault) => {
      if (blindness.count === 1)
        log.info(
          cutLine(`${item.label}: ${fault.operation} had no answer (${fault.detail}); asking again`, LONGEST_LINE),
        );
      else log.debug(cutLine(`${item.label}: ${fault.operation}: ${fault.detail}`, LONGEST_LINE));
    },
    ended: ({ item, verdict, endedMs }) => {
      if (verdict === undefined) return;
      const cause = verdict.cause === "" ? "" : `: ${verdict.cause}`;
      const sign = words[verdict.result].sign;
      log.info(
        cutLine(
          `${sign} ${item.label} ${words[verdict.result].did} after ${formatDuration(endedMs ?? 0)}${cause}`,
          1000,
        ),
      );
    },
    waiting: (courses, elapsedMs) => {
      const named = courses
        .slice(0, MOST_NAMED)
        .map(({ item, progress }) => `${item.label}: ${progress === "" ? "not seen yet" : progress}`);
      const rest = courses.length > MOST_NAMED ? `; and ${courses.length - MOST_NAMED} more` : "";
      log.info(cutLine(`${formatDuration(elapsedMs)}: still waiting (${named.join("; ")}${rest})`, 1000));
    },
  };
}
