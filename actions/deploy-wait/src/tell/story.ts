/**
 * Everything there is to tell when the step ends, as plain data, and what follows from it: the result of the whole, and the
 * one line that says why. Pure.
 */
import type { Course } from "../wait/course.ts";
import type { StopReport } from "../wait/target.ts";
import { isGood } from "../wait/verdict.ts";
import type { Diagnosis, Result, Verdict } from "../wait/verdict.ts";
import { cutLine } from "../line.ts";
import { words } from "./words.ts";

/** One item's end. */
export type ItemStory = { course: Course; verdict: Verdict; diagnosis: Diagnosis; stop?: StopReport };

/** What came of watching afterwards; markdown pieces are made by the feedback's own renderers. */
export type Aftermath = {
  verdict?: Verdict;
  lines: readonly string[];
  markdown: string;
  details: Readonly<Record<string, unknown>>;
};

/** The end of the step. */
export type Story = {
  kind: string;
  items: readonly ItemStory[];
  aftermath?: Aftermath;
  /** When waiting began, ms since 1970. */
  beganAt: number;
  durationMs: number;
  notes: readonly string[];
};

/** The result of several: good when all are, what they have in common, else failed. */
export function resultOf(results: readonly Result[]): Result {
  const bad = results.filter((result) => !isGood(result));
  const [first] = bad.length > 0 ? bad : results;
  if (first === undefined) return "noop";
  if (bad.length === 0) return results.every((result) => result === first) ? first : "success";
  return bad.length === results.length && bad.every((result) => result === first) ? first : "failed";
}

/** The result of the step: that of the items, unless what was watched afterwards is worse. */
export function resultOfStory({ items, aftermath }: Story): Result {
  const deployed = resultOf(items.map(({ verdict }) => verdict.result));
  return isGood(deployed) ? (aftermath?.verdict?.result ?? deployed) : deployed;
}

const LONGEST_REASON = 900;
/** So many items are named in one line. */
const MOST_NAMED = 3;

/** Why, in one line, the root cause first. */
export function reasonOf(story: Story): string {
  const result = resultOfStory(story);
  const { items, aftermath } = story;
  if (aftermath?.verdict !== undefined && result === aftermath.verdict.result && !isGood(result)) {
    return cutLine(`${nameAll(story)} ${words[result].did}: ${aftermath.verdict.cause}`, LONGEST_REASON);
  }
  const bad = items.filter(({ verdict }) => !isGood(verdict.result));
  const told = bad.length > 0 ? bad : items;
  const named = told
    .slice(0, MOST_NAMED)
    .map((item) => reasonOfItem(item, LONGEST_REASON / Math.min(told.length, MOST_NAMED)));
  const rest = told.length > MOST_NAMED ? `; ${told.length - MOST_NAMED} more in the step summary` : "";
  const count = bad.length > 0 && items.length > 1 ? `${bad.length} of ${items.length} did not make it: ` : "";
  return cutLine(`${count}${named.join("; ")}${rest}`, LONGEST_REASON + 100);
}

function nameAll({ items, kind }: Story): string {
  const [first] = items;
  // A command says nothing of what it was that was deployed.
  if (items.length === 1 && first !== undefined) return kind === "command" ? "the deployment" : first.course.item.label;
  return `${items.length} deployments`;
}

/** `service app was rolled back: circuit breaker …; 3 tasks: container app: exit code 1`. */
export function reasonOfItem({ course, verdict, diagnosis, stop }: ItemStory, length = LONGEST_REASON): string {
  const cause = verdict.cause.replace(/[.\s]+$/, "");
  const known = cause.toLowerCase();
  const more = diagnosis.causes.filter((each) => !known.includes(each.toLowerCase()));
  const log = tellingLine(diagnosis.logLines ?? []);
  const lastLine = log === undefined || more.some((each) => each.includes(log)) ? [] : [`log: ${cutLine(log, 200)}`];
  const stopped = stop === undefined ? [] : [stop.told];
  const parts = [cause, ...more.slice(0, 3).map((each) => cutLine(each, 300)), ...lastLine, ...stopped];
  const said = parts.filter((part) => part !== "").join("; ");
  return cutLine(`${course.item.label} ${words[verdict.result].did}${said === "" ? "" : `: ${said}`}`, length);
}

/** What to do, for the second line of the annotation. */
export function remedyOf(story: Story): string {
  const result = resultOfStory(story);
  if (story.aftermath?.verdict?.result === result && !isGood(result)) {
    return story.aftermath.verdict.remedy ?? words[result].remedy;
  }
  const own = story.items.map(({ verdict }) => verdict).find((verdict) => !isGood(verdict.result));
  return own?.remedy ?? words[own?.result ?? result].remedy;
}

/** The line of a log that tells most: the last one that speaks of an error and is no frame of a stack, else the last of all. */
function tellingLine(lines: readonly string[]): string | undefined {
  const said = lines.filter((line) => line.trim() !== "" && !/^\s*(?:at |File "|\.\.\. \d+ more)/.test(line));
  return said.findLast((line) => /error|exception|fatal|panic|failed|denied|refused/i.test(line)) ?? said.at(-1);
}
