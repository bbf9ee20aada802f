/** Asks ECS about tasks, up to a hundred in a call, and makes snapshots of its answers. It judges nothing. */
import { AwsFault, essentialContainers, parseTask } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { readList, readText } from "@handrail/runner";
import { lookAt, refusalOf } from "../../wait/doors.ts";
import type { Look, Wanted } from "../../wait/target.ts";
import { askMaybe } from "../asking.ts";
import type { TaskRead, TaskSnapshot, TaskState } from "./machine.ts";

/** A task that is waited for. */
export type TaskSubject = {
  /** As it is asked for: id or ARN. */
  asked: string;
  /** The last part of it. */
  id: string;
  /** "" when its ARN does not tell. */
  region: string;
};

/** A look that is wanted, with the task it is about. */
export type WantedTask = Wanted<TaskState, TaskRead> & { subject: TaskSubject };

/** DescribeTasks takes so many. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
const MOST_TASKS = 100;

/** What looks saw, by the item's id, and the calls that were made. */
export type TaskLooks = { looks: Map<string, Look<TaskSnapshot>>; calls: number };

/** Looks at tasks of one Region and cluster. */
export async function readTasks(ask: Ask, cluster: string, wanted: readonly WantedTask[]): Promise<TaskLooks> {
  const looks = new Map<string, Look<TaskSnapshot>>();
  let calls = 0;
  const described = wanted.filter(({ reads }) => reads.includes("task"));
  for (let at = 0; at < described.length; at += MOST_TASKS) {
    const batch = described.slice(at, at + MOST_TASKS);
    const look = await lookAt(() => describeTasks(ask, cluster, batch));
    calls += 1;
    for (const { item, subject } of batch) {
      looks.set(item.id, "fault" in look ? look : { snapshot: look.snapshot(subject) });
    }
  }
  const definitions = new Map<string, TaskSnapshot["essentials"]>();
  for (const { item, subject, reads, state } of wanted) {
    const arn = state?.task?.taskDefinitionArn ?? "";
    if (!reads.includes("definition") || arn === "") continue;
    if (!definitions.has(arn)) {
      definitions.set(arn, await readEssentials(ask, arn));
      calls += 1;
    }
    const before = looks.get(item.id) ?? { snapshot: { asked: subject.asked } };
    const essentials = definitions.get(arn);
    if ("snapshot" in before && essentials !== undefined) {
      looks.set(item.id, { snapshot: { ...before.snapshot, essentials } });
    }
  }
  return { looks, calls };
}

async function describeTasks(
  ask: Ask,
  cluster: string,
  batch: readonly WantedTask[],
): Promise<(subject: TaskSubject) => TaskSnapshot> {
  try {
    const answer = await ask("ecs", "DescribeTasks", { cluster, tasks: batch.map(({ subject }) => subject.asked) });
    return (subject) => snapshotOf(answer, subject);
  } catch (error) {
    // No such cluster, or an id that is none.
    if (refusalOf(error) === "") throw error;
    const missing = error instanceof AwsFault ? `${error.code}: ${error.said}` : "";
    return ({ asked }) => ({ asked, missing });
  }
}

/** What an answer of DescribeTasks says about one task. */
export function snapshotOf(answer: unknown, { id, asked }: TaskSubject): TaskSnapshot {
  const found = readList(answer, "tasks")
    .map(parseTask)
    .find((task) => task.id === id && id !== "");
  if (found !== undefined) return { asked, task: found };
  const failure = readList(answer, "failures").find((each) => lastPart(readText(each, "arn")) === id);
  if (failure === undefined) return { asked };
  const words = [readText(failure, "reason"), readText(failure, "detail")].filter((word) => word !== "");
  return { asked, missing: words.join(": ") || "no reason is told" };
}

async function readEssentials(ask: Ask, arn: string): Promise<NonNullable<TaskSnapshot["essentials"]>> {
  const maybe = await askMaybe(() => ask("ecs", "DescribeTaskDefinition", { taskDefinition: arn }));
  const unknown = "which containers are essential is not known";
  if ("denied" in maybe) return { lack: `${maybe.denied} is not allowed: ${unknown}`, isPassing: false };
  if ("fault" in maybe) return { lack: `ecs:DescribeTaskDefinition: ${maybe.fault}: ${unknown}`, isPassing: true };
  return (
    essentialContainers(maybe.answer) ?? { lack: `DescribeTaskDefinition told nothing: ${unknown}`, isPassing: true }
  );
}

/** What follows the last slash. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
