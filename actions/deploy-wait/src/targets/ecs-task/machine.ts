/** What snapshots of a task mean: success is a task that stopped by itself and well, nothing else. Pure; it asks nothing. */
import { stopCauseOf, withEssentials } from "@handrail/aws";
import type { EcsTask } from "@handrail/aws";
import { cutLine } from "../../line.ts";
import type { Pace, Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { outcomeOf } from "./outcome.ts";

/** `definition`: which containers are essential. */
export type TaskRead = "task" | "definition";

/** What one look saw. Nothing at all: the answer was not about our task. */
export type TaskSnapshot = {
  /** The task as it was given: id or ARN. */
  asked: string;
  task?: EcsTask;
  /** ECS does not know the task; its words: `MISSING`. */
  missing?: string;
  /** The names of the essential containers; or why they are not known, for good or (`isPassing`) for now. */
  essentials?: ReadonlySet<string> | { lack: string; isPassing: boolean };
};

/** What is remembered. */
export type TaskState = {
  task?: EcsTask;
  missing?: { since: number; words: string };
  stoppedSince?: number;
  essentials?: ReadonlySet<string>;
  /** Why it is not known which containers are essential. */
  lack?: string;
  /** How often the task definition was asked in vain. */
  tries: number;
};

type TaskStep = Step<TaskState, TaskRead>;

/** What ECS calls MISSING for so long does not exist: it may be newer than what answers, ms. */
const MISSING_MS = 20_000;
/** The same for a task that was there already, ms. */
const GONE_MS = 60_000;
/** A task that no answer is about for so long does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Looks are frequent for so long: many tasks are short, ms. */
const STARTING_MS = 15_000;
/** The same while it is not there, ms. */
const LOOKED_FOR_MS = 30_000;
/** Exit codes that are not there may come so much later than the status, ms. */
const LATE_CODES_MS = 12_000;
const MOST_TRIES = 3;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
const statuses: ReadonlySet<string> = new Set([
  "PROVISIONING",
  "PENDING",
  "ACTIVATING",
  "RUNNING",
  "DEACTIVATING",
  "STOPPING",
  "DEPROVISIONING",
  "STOPPED",
  "DELETED",
]);
/** It stops: only clearing up is left. */
const ending: ReadonlySet<string> = new Set(["DEACTIVATING", "STOPPING", "DEPROVISIONING"]);

/** The machine. */
export function next(before: TaskState | undefined, seen: TaskSnapshot, elapsedMs: number): TaskStep {
  const state = remember(before ?? { tries: 0 }, seen, elapsedMs);
  const { task, missing } = state;
  const isSeen = missing === undefined && task !== undefined;
  const step = isSeen ? judge({ ...state, task }, elapsedMs) : unseen(state, elapsedMs);
  return { ...step, facts: { pinned: seen.asked, ...factsOf(task) } };
}

function remember(before: TaskState, seen: TaskSnapshot, elapsedMs: number): TaskState {
  const { essentials } = seen;
  const state: TaskState = { ...before, ...(essentials === undefined ? {} : learn(before, essentials)) };
  const { missing, ...rest } = state;
  if (seen.missing !== undefined) {
    return { ...rest, missing: { since: missing?.since ?? elapsedMs, words: seen.missing } };
  }
  if (seen.task === undefined) return state;
  const isStopped = seen.task.lastStatus === "STOPPED";
  const stoppedSince = state.stoppedSince ?? (isStopped ? elapsedMs : undefined);
  return { ...rest, task: seen.task, ...(stoppedSince === undefined ? {} : { stoppedSince }) };
}

function learn({ tries }: TaskState, essentials: NonNullable<TaskSnapshot["essentials"]>): Partial<TaskState> {
  if (!("lack" in essentials)) return { essentials };
  if (essentials.isPassing && tries + 1 < MOST_TRIES) return { tries: tries + 1 };
  return { lack: essentials.lack };
}

function factsOf(task: EcsTask | undefined): Record<string, string | number> {
  const facts: Record<string, string | number> = {};
  if (task === undefined) return facts;
  if (task.taskDefinitionArn !== "") facts["taskDefinition"] = task.taskDefinitionArn;
  if (task.stopCode !== "") facts["stopCode"] = task.stopCode;
  for (const { name, exitCode } of task.containers) {
    if (exitCode !== undefined) facts[`exitCode ${name}`] = exitCode;
  }
  return facts;
}

function judge(state: TaskState & { task: EcsTask }, elapsedMs: number): TaskStep {
  const { task } = state;
  const status = task.lastStatus;
  const step = { state, reads: ["task"] as const, progress: describe(task), stage: status };
  if (status !== "STOPPED") {
    const isKnown = status === "" || statuses.has(status);
    const warnings = isKnown ? [] : [`ECS tells the unknown status "${cutLine(status, 60)}"; waiting goes on`];
    return { ...step, pace: paceOf(status, elapsedMs), warnings };
  }
  return judgeStopped(step, state, elapsedMs);
}

function judgeStopped(
  step: Omit<TaskStep, "pace">,
  { task, essentials, lack, stoppedSince }: TaskState & { task: EcsTask },
  elapsedMs: number,
): TaskStep {
  const known = essentials === undefined ? task : withEssentials(task, essentials);
  const outcome = outcomeOf(known);
  const warnings = lack === undefined ? [] : [lack];
  const ended = { ...step, pace: "moving", warnings } as const;
  if (outcome.is === "success") {
    return { ...ended, warnings: [...warnings, ...outcome.warnings], verdict: { result: "success", cause: "" } };
  }
  if (outcome.is === "unclear") {
    const mayAsk = lack === undefined && essentials === undefined && task.taskDefinitionArn !== "";
    if (mayAsk) return { ...step, pace: "now", reads: ["definition"] };
    // Of a task without a definition there is nobody to ask. What could not start would have stopped the task for that.
    if (outcome.isOwnEnd === true && task.taskDefinitionArn === "") {
      const note = `${capital(outcome.because)}: it never ran, and another container ended the task with exit code 0`;
      return { ...ended, warnings: [...warnings, note], verdict: { result: "success", cause: "" } };
    }
    return { ...ended, verdict: unclearVerdict(known, outcome) };
  }
  if (outcome.is === "untold") {
    if (elapsedMs - (stoppedSince ?? elapsedMs) < LATE_CODES_MS) return { ...step, pace: "near" };
    return { ...ended, verdict: untoldVerdict(known, outcome.because) };
  }
  return { ...ended, verdict: failureOf(known, outcome.is) };
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function paceOf(status: string, elapsedMs: number): Pace {
  if (ending.has(status)) return "near";
  return elapsedMs < STARTING_MS ? "starting" : "moving";
}

function failureOf(task: EcsTask, result: "failed" | "stopped"): Verdict {
  const { text, hint } = stopCauseOf(task);
  return { result, cause: text, ...(hint === undefined ? {} : { remedy: hint }) };
}

function unclearVerdict(task: EcsTask, { because, isBad }: { because: string; isBad: boolean }): Verdict {
  const remedy = "Allow ecs:DescribeTaskDefinition: it tells which containers are essential.";
  return { result: isBad ? "failed" : "inconclusive", cause: `${stopCauseOf(task).text}; ${because}`, remedy };
}

function untoldVerdict(task: EcsTask, because: string): Verdict {
  const remedy = "Look at the task itself and at its log: nothing says that it did its work. Then run it again.";
  return { result: "failed", cause: `${stopCauseOf(task).text}; ${because}`, remedy };
}

function unseen(state: TaskState, elapsedMs: number): TaskStep {
  const { missing, task } = state;
  const step = { state, reads: ["task"] as const, stage: "" };
  if (missing === undefined) {
    const progress = "not visible yet";
    if (elapsedMs < APPEARS_WITHIN_MS) return { ...step, pace: "starting", progress };
    const cause = "ECS's answers are not about it: there is no such task in this cluster";
    return { ...step, pace: "moving", progress, verdict: { result: "not-found", cause } };
  }
  const { since, words } = missing;
  const progress = `unknown to ECS (${cutLine(words, 200)})`;
  const pace = elapsedMs < LOOKED_FOR_MS ? "starting" : "moving";
  if (elapsedMs - since < (task === undefined ? MISSING_MS : GONE_MS)) return { ...step, pace, progress };
  return { ...step, pace, progress, verdict: missingVerdict(task, cutLine(words, 300)) };
}

function missingVerdict(task: EcsTask | undefined, words: string): Verdict {
  if (task !== undefined) {
    const cause = `it was ${task.lastStatus} when it was seen last, and ECS does not know it any more (${words})`;
    const remedy = "Look at its log: how it ended was not seen. ECS forgets a task an hour after it stopped.";
    return { result: "inconclusive", cause, remedy };
  }
  const remedy =
    "Check the task, the cluster and the Region. ECS forgets a task an hour after it stopped: wait for it right after it was started.";
  return { result: "not-found", cause: `ECS does not know it (${words})`, remedy };
}

/** `RUNNING (migrate RUNNING, otel PENDING)`; `STOPPED, EssentialContainerExited (migrate 0)`. */
function describe({ lastStatus, stopCode, containers }: EcsTask): string {
  const each = containers.map(({ name, exitCode, lastStatus: status }) => {
    const said = exitCode === undefined ? status : `exit code ${exitCode}`;
    return said === "" ? name : `${name} ${said}`;
  });
  const head = [lastStatus === "" ? "no status" : lastStatus, stopCode].filter((part) => part !== "").join(", ");
  return cutLine(each.length === 0 ? head : `${head} (${each.join(", ")})`, 300);
}
