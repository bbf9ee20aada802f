/**
 * Why a task of Amazon ECS stopped: what it says of itself, put into one line, with a key that is the same for the same
 * cause. Pure. It compares nothing with the service that the task may belong to.
 */
import type { EcsContainer, EcsTask } from "./ecs-task.ts";
import { hasStopped } from "./ecs-task.ts";
import { ruleFor } from "./stop-rules.ts";
import type { StopKind } from "./stop-rules.ts";

/** Why a task stopped. */
export type StopCause = {
  /** Equal for equal causes: ids, addresses, times and digests are not in it. */
  key: string;
  kind: StopKind;
  /** For people, on one line: `container app: exit code 1 (Essential container in task exited)`. */
  text: string;
  /** What to do, when that is known: one sentence. */
  hint?: string;
  /** It says nothing about the task itself, and may well be gone the next time: an interruption, throttling, no capacity. */
  isTransient: boolean;
};

/** A cause, and how many tasks stopped of it. */
export type StopGroup = { cause: StopCause; count: number };

/** The words of the service are cut after so many characters. */
const LONGEST_TEXT = 300;

/** Stops that come from outside: exit codes are what follows then, not why. */
const outside: ReadonlySet<string> = new Set([
  "ServiceSchedulerInitiated",
  "SpotInterruption",
  "TerminationNotice",
  "UserInitiated",
]);

/** Why a task stopped. Of a task that has not: what its containers say so far. */
export function stopCauseOf(task: EcsTask): StopCause {
  const { stopCode, stoppedReason } = task;
  const isOutside = outside.has(stopCode);
  const culprit = culpritOf(task);
  const words = `${stoppedReason}\n${isOutside ? "" : (culprit?.reason ?? "")}`;
  const { kind, hint, isTransient } = ruleFor({
    stopCode,
    words,
    ...(isOutside || culprit?.exitCode === undefined ? {} : { exitCode: culprit.exitCode }),
  });
  const parts = isOutside
    ? [stopCode, stoppedReason]
    : [stopCode, stoppedReason, culprit?.name, culprit?.exitCode, culprit?.reason];
  return {
    key: `${kind}|${parts.map((part) => generalise(String(part ?? ""))).join("|")}`,
    kind,
    text: textOf(task, culprit, isOutside),
    ...(hint === undefined ? {} : { hint }),
    isTransient,
  };
}

/** The causes of tasks that stopped, with how many there are of each: most first. Tasks that have not stopped do not count. */
export function groupStopCauses(tasks: readonly EcsTask[]): StopGroup[] {
  const groups = new Map<string, StopGroup>();
  for (const task of tasks) {
    if (!hasStopped(task)) continue;
    const cause = stopCauseOf(task);
    groups.set(cause.key, { cause: groups.get(cause.key)?.cause ?? cause, count: countOf(groups, cause) + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

const countOf = (groups: ReadonlyMap<string, StopGroup>, { key }: StopCause): number => groups.get(key)?.count ?? 0;

/**
 * The container that the task stopped for, as far as the answer tells: there are no times in it, but ECS ends the others
 * with SIGTERM (143), then SIGKILL (137). A container that is not essential is never the one, nor is one that says nothing.
 */
export function culpritOf({ containers }: EcsTask): EcsContainer | undefined {
  const suspects = containers.filter(
    ({ essential, exitCode, reason }) => essential !== false && (exitCode !== undefined || reason !== ""),
  );
  const [first] = suspects.toSorted((a, b) => suspicion(b) - suspicion(a));
  return first;
}

function suspicion({ exitCode, reason, essential }: EcsContainer): number {
  const bySelf = essential === true ? 0.5 : 0;
  if (reason !== "") return 5 + bySelf;
  if (exitCode === undefined) return bySelf;
  if (exitCode === 0) return 1 + bySelf;
  if (exitCode === 143) return 2 + bySelf;
  return (exitCode === 137 ? 3 : 4) + bySelf;
}

function textOf({ stopCode, stoppedReason }: EcsTask, culprit: EcsContainer | undefined, isOutside: boolean): string {
  const reason = oneLine(stoppedReason, LONGEST_TEXT);
  const ended = culprit === undefined ? "" : describeContainer(culprit, reason);
  if (isOutside || stopCode === "TaskFailedToStart" || ended === "") {
    const isScheduler = stopCode === "ServiceSchedulerInitiated" && reason !== "";
    const lead = stopCode === "" || isScheduler || reason.includes(stopCode) ? reason : join(": ", stopCode, reason);
    return (
      join(", ", lead, isOutside && culprit?.exitCode === 0 ? "" : ended) || "stopped for a reason that is not told"
    );
  }
  const rest = reason === "" ? stopCode : reason;
  return rest === "" ? ended : `${ended} (${rest})`;
}

function describeContainer({ name, exitCode, reason }: EcsContainer, known: string): string {
  const code = exitCode === undefined ? "" : `exit code ${exitCode}`;
  const own = oneLine(reason, LONGEST_TEXT);
  const said = join(", ", code, own !== "" && known.includes(own) ? "" : own);
  return said === "" ? "" : `container ${oneLine(name, 100)}: ${said}`;
}

const join = (by: string, ...parts: readonly string[]): string => parts.filter((part) => part !== "").join(by);

/** What differs between two tasks that stopped for the same cause, taken out. */
function generalise(text: string): string {
  return oneLine(text, 1000)
    .toLowerCase()
    .replaceAll(/sha256:[0-9a-f]+/g, "#")
    .replaceAll(/\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:z|[+-]\d\d:?\d\d)?/g, "#")
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "#")
    .replaceAll(/\b(?:i|eni|subnet|sg|vpc|eipalloc)-[0-9a-f]{8,17}\b/g, "#")
    .replaceAll(/\becs-svc\/\d+/g, "#")
    .replaceAll(/\b[0-9a-f]{12,64}\b/g, "#")
    .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, "#")
    .replaceAll(/\[[0-9a-f:]+\](?::\d+)?/g, "#")
    .replaceAll(/\bport \d+/g, "port #")
    .replaceAll(/\b\d+ (?:time|attempt)/g, "# time")
    .replaceAll(/\b(?:\d+(?:\.\d+)?(?:ms|h|m|s))+\b/g, "#");
}

/** A text from outside on one line of at most so many characters. */
export function oneLine(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const points = Array.from(line);
  return points.length <= length ? line : `${points.slice(0, length - 1).join("")}…`;
}
