/** An environment and its events as Elastic Beanstalk shows them. Pure; it decides nothing about a deployment. */
import { readList, readText, readTime } from "@handrail/runner";

/** An environment. `updatedAt` is AWS's time, ms since 1970; absent when the answer has none. */
export type Environment = {
  id: string;
  /** `Ready`, `Updating`, … https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_EnvironmentDescription.html */
  status: string;
  label: string;
  /** `Green`, `Yellow`, `Red`, `Grey`. */
  health: string;
  updatedAt?: number;
};

/** An event. `at` is AWS's time, ms since 1970. */
export type Happening = { at?: number; severity: string; text: string };

/**
 * The environment of this name in an answer of DescribeEnvironments, which also lists terminated ones of the same name for an
 * hour: one that lives comes first. `missing`: it says that there is none; undefined: it tells nothing.
 */
export function readEnvironment(answer: unknown): Environment | "missing" | undefined {
  const list = readList(answer, "Environments");
  if (list.length === 0) return isList(answer) ? "missing" : undefined;
  const found = list.find((each) => readText(each, "Status") !== "Terminated") ?? list[0];
  const status = readText(found, "Status");
  if (status === "") return undefined;
  const updatedAt = readTime(found, "DateUpdated");
  return {
    id: readText(found, "EnvironmentId"),
    status: oneLine(status),
    label: readText(found, "VersionLabel"),
    health: oneLine(readText(found, "Health")),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

function isList(answer: unknown): boolean {
  return (
    typeof answer === "object" && answer !== null && "Environments" in answer && Array.isArray(answer.Environments)
  );
}

/** The events of an answer of DescribeEvents from `since` on, newest first. One without a time counts: the service was asked for these only. */
export function readHappenings(answer: unknown, since: number): Happening[] {
  return readList(answer, "Events")
    .map((event): Happening => {
      const at = readTime(event, "EventDate");
      const text = oneLine(readText(event, "Message"));
      return { severity: readText(event, "Severity"), text, ...(at === undefined ? {} : { at }) };
    })
    .filter(({ at, text }) => text !== "" && (at === undefined || at >= since))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

/** Whether an event says that something went wrong. */
export function isError({ severity }: Happening): boolean {
  return severity === "ERROR" || severity === "FATAL";
}

/** The words that an update or a launch ends with when all is well. */
const SUCCESS =
  /environment update completed successfully|new application version was deployed|successfully launched environment/i;

/** The newest error, unless a success came after it: an earlier attempt may have failed. Events are newest first. */
export function newestError(events: readonly Happening[]): string | undefined {
  const decisive = events.find((event) => isError(event) || SUCCESS.test(event.text));
  return decisive !== undefined && isError(decisive) ? decisive.text : undefined;
}

/** Whether an update or a launch ended well, and nothing went wrong after it. Events are newest first. */
export function hasSucceeded(events: readonly Happening[]): boolean {
  const decisive = events.find((event) => isError(event) || SUCCESS.test(event.text));
  return decisive !== undefined && !isError(decisive);
}

/** Text from outside on one line, 300 characters at most. */
export function oneLine(text: string): string {
  return text.slice(0, 2000).replaceAll(/\s+/g, " ").trim().slice(0, 300).toWellFormed();
}
