/** The target `ecs-task`: waits for tasks that end by themselves. It puts the parts together and knows no rule. */
import { readTaskLog, regionOfArn } from "@handrail/aws";
import type { EcsTask } from "@handrail/aws";
import { cutLine } from "../../line.ts";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Item, Target } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Diagnosis, Link } from "../../wait/verdict.ts";
import { sendStop } from "../asking.ts";
import { next } from "./machine.ts";
import type { TaskRead, TaskSnapshot, TaskState } from "./machine.ts";
import { lastPart, readTasks } from "./read.ts";
import type { TaskLooks, TaskSubject } from "./read.ts";

/** What is waited for. */
export type EcsTaskSettings = {
  /** Name or ARN. */
  cluster: string;
  /** Ids or ARNs. The Region is that of an ARN, or of the cluster's. */
  tasks: readonly string[];
};

/** Makes the target. One call a look for each hundred tasks: DescribeTasks. */
export function createEcsTaskTarget({ cluster, tasks }: EcsTaskSettings, doors: Doors): Target {
  const subjects = subjectsOf(cluster, tasks);
  const subjectOf = ({ id }: Item): TaskSubject => subjects.get(id) ?? { asked: id, id, region: "" };
  const open = ({ region }: TaskSubject): Promise<AwsPlace> => doors.aws(region === "" ? undefined : region);
  return defineTarget<TaskSnapshot, TaskState, TaskRead>({
    kind: "ecs-task",
    items: [...subjects.keys()].map((id) => ({ id, label: `task ${id}` })),
    first: ["task"],
    next,
    async read(wanted) {
      const all: TaskLooks = { looks: new Map(), calls: 0 };
      const named = wanted.map((each) => ({ ...each, subject: subjectOf(each.item) }));
      for (const [, group] of Map.groupBy(named, ({ subject }) => subject.region)) {
        const [first] = group;
        if (first === undefined) continue;
        const { looks, calls } = await readTasks((await open(first.subject)).ask, cluster, group);
        for (const [id, look] of looks) all.looks.set(id, look);
        all.calls += calls;
      }
      return all;
    },
    async diagnose(item, { task }, verdict) {
      const subject = subjectOf(item);
      const place = await open(subject);
      const link = linkOf(place.region, cluster, subject.id);
      const links = link === undefined ? [] : [link];
      if (task === undefined || isGood(verdict.result)) return { causes: [], links };
      return diagnoseTask(place, task, links);
    },
    async stop(item, _state, how) {
      const subject = subjectOf(item);
      const { ask } = await open(subject);
      const reason = "Stopped by deploy-wait: the workflow's step ended before the task did";
      const report = await sendStop("StopTask", () =>
        ask("ecs", "StopTask", { cluster, task: subject.asked, reason }, { evenWhenCancelled: true }),
      );
      return how === "stop" ? report : { ...report, told: `${report.told}; a task cannot be rolled back` };
    },
    async prepare() {
      for (const region of new Set([...subjects.values()].map((each) => each.region))) {
        await (await doors.aws(region === "" ? undefined : region)).load("ecs", "logs");
      }
    },
  });
}

/** The tasks by their ids; one that is named twice is one. */
function subjectsOf(cluster: string, tasks: readonly string[]): ReadonlyMap<string, TaskSubject> {
  const subjects = new Map<string, TaskSubject>();
  for (const asked of tasks) {
    const id = lastPart(asked);
    const region = regionOfArn(asked) || regionOfArn(cluster);
    if (!subjects.has(id)) subjects.set(id, { asked, id, region });
  }
  return subjects;
}

async function diagnoseTask({ ask, region }: AwsPlace, task: EcsTask, links: readonly Link[]): Promise<Diagnosis> {
  const log = await readTaskLog(ask, task, region === "" ? {} : { region });
  return {
    causes: log.note === undefined ? [] : [cutLine(log.note, 300)],
    logLines: log.lines,
    links: log.link === undefined ? links : [...links, log.link],
    missingPermissions: log.missingPermissions,
  };
}

function linkOf(region: string, cluster: string, id: string): Link | undefined {
  if (region === "") return undefined;
  const path = `clusters/${encodeURIComponent(lastPart(cluster))}/tasks/${encodeURIComponent(id)}/configuration`;
  return { title: `task ${id}`, url: `https://${region}.console.aws.amazon.com/ecs/v2/${path}?region=${region}` };
}
