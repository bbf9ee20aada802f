/**
 * Why the deployment of an ECS service failed, beyond what its own state says: its stopped tasks, the health of its targets,
 * the service's events, the end of the log. At most eight calls; one that is not allowed becomes a missing permission.
 */
import { groupStopCauses, hasStopped, parseTask, readTaskLog, regionOfArn, stopCauseOf } from "@handrail/aws";
import type { Ask, EcsTask, StopGroup, TaskLog } from "@handrail/aws";
import { readList, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import type { Diagnosis, Link } from "../../wait/verdict.ts";
import { answerOf, askMaybe, lackOf } from "../asking.ts";
import { shortName } from "./subject.ts";
import { tellTargets } from "./diagnose-targets.ts";

/** What is known when a service's deployment is diagnosed. */
export type ServiceDiagnosisInput = {
  ask: Ask;
  /** "" when it is not known: there are no links then. */
  region: string;
  /** Name or ARN. */
  cluster: string;
  /** Name or ARN. */
  service: string;
  /** `ecs-svc/123`: only tasks that it started count. */
  deploymentId?: string;
  /** ARN; tells our tasks from others when there is no deployment id. */
  taskDefinition?: string;
  /** ARNs of the service's target groups. */
  loadBalancers: readonly string[];
  /** Messages of the service's events, newest first, as far as they are about this deployment. */
  events: readonly string[];
  serviceDeploymentArn?: string;
  /** Stopped tasks of the service that were read just now; they are not read again. */
  stoppedTasks?: readonly EcsTask[];
};

/** More target groups than this are not asked about: with the other calls there are seven at most. */
const MOST_TARGET_GROUPS = 3;
/** So many groups of stopped tasks, and so many events, are told. */
const MOST_TOLD = 3;
const telling = /\b(?:unable|unhealthy|fail(?:ed|ing|ure)?|insufficient|error)\b/i;

/** Asks why. Rejects only with what is not AWS's answer: an abort, a defect. */
export async function diagnoseService(input: ServiceDiagnosisInput): Promise<Diagnosis> {
  const { ask, loadBalancers } = input;
  const [fromTasks, ...health] = await Promise.all([
    diagnoseTasks(input),
    ...loadBalancers
      .slice(0, MOST_TARGET_GROUPS)
      .map((TargetGroupArn) => askMaybe(() => ask("elbv2", "DescribeTargetHealth", { TargetGroupArn }))),
  ]);
  const targets = health.flatMap((each) => tellTargets(answerOf(each)));
  const { log } = fromTasks;
  const causes = [
    ...fromTasks.causes,
    ...targets,
    ...tellingEvents(input),
    ...(log?.note === undefined ? [] : [log.note]),
  ];
  return {
    causes: [...new Set(causes.map((cause) => cutLine(cause, 300)))],
    ...(log === undefined ? {} : { logLines: log.lines }),
    links: [linkOf(input), log?.link].filter((link) => link !== undefined),
    missingPermissions: [...new Set([...fromTasks.missing, ...lackOf(...health), ...(log?.missingPermissions ?? [])])],
  };
}

type FromTasks = { causes: readonly string[]; log?: TaskLog; missing: readonly string[] };

async function diagnoseTasks(input: ServiceDiagnosisInput): Promise<FromTasks> {
  const { ask, region } = input;
  const { tasks, missing } = await readStopped(input);
  const ours = tasks.filter((task) => isOurs(task, input));
  const groups = tellingGroups(ours);
  const [top] = groups;
  const causes = groups.slice(0, MOST_TOLD).map(tellGroup);
  if (top === undefined) return { causes, missing };
  const last = ours
    .filter((task) => hasStopped(task) && stopCauseOf(task).key === top.cause.key)
    .toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0))[0];
  // Without a container there is no log.
  if (last === undefined || last.containers.length === 0) return { causes, missing };
  return { causes, missing, log: await readTaskLog(ask, last, region === "" ? {} : { region }) };
}

async function readStopped({
  ask,
  cluster,
  service,
  stoppedTasks,
}: ServiceDiagnosisInput): Promise<{ tasks: readonly EcsTask[]; missing: readonly string[] }> {
  if (stoppedTasks !== undefined) return { tasks: stoppedTasks, missing: [] };
  const listed = await askMaybe(() =>
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html: startedBy goes with no other filter.
    ask("ecs", "ListTasks", { cluster, serviceName: service, desiredStatus: "STOPPED", maxResults: 100 }),
  );
  const arns = readList(answerOf(listed), "taskArns").filter((arn) => typeof arn === "string");
  if (arns.length === 0) return { tasks: [], missing: lackOf(listed) };
  const described = await askMaybe(() => ask("ecs", "DescribeTasks", { cluster, tasks: arns.slice(0, 100) }));
  return { tasks: readList(answerOf(described), "tasks").map(parseTask), missing: lackOf(listed, described) };
}

function isOurs(task: EcsTask, { deploymentId = "", taskDefinition = "" }: ServiceDiagnosisInput): boolean {
  if (deploymentId !== "") return task.startedBy === deploymentId;
  return taskDefinition === "" || task.taskDefinitionArn === taskDefinition;
}

/** Most first, what passes by itself behind the rest; what a service does when it scales tells nothing. */
function tellingGroups(tasks: readonly EcsTask[]): StopGroup[] {
  const groups = groupStopCauses(tasks).filter(({ cause }) => cause.kind !== "scaling");
  return [...groups.filter(({ cause }) => !cause.isTransient), ...groups.filter(({ cause }) => cause.isTransient)];
}

function tellGroup({ cause, count }: StopGroup): string {
  const hint = cause.hint === undefined ? "" : `. ${cause.hint.replace(/\.$/, "")}`;
  return `${count} ${count === 1 ? "task" : "tasks"}: ${cutLine(cause.text, 300 - hint.length - 12)}${hint}`;
}

function tellingEvents({ events, deploymentId = "" }: ServiceDiagnosisInput): string[] {
  const isOthers = (message: string): boolean => {
    const named = /\becs-svc\/\d+/.exec(message)?.[0];
    return named !== undefined && deploymentId !== "" && named !== deploymentId;
  };
  const told = events.filter((message) => telling.test(message.slice(0, 2000)) && !isOthers(message));
  return [...new Set(told)].slice(0, MOST_TOLD);
}

function linkOf({ region, cluster, service, serviceDeploymentArn = "" }: ServiceDiagnosisInput): Link | undefined {
  const place = region === "" ? regionOfArn(serviceDeploymentArn) : region;
  if (place === "") return undefined;
  const [group, name] = [shortName(cluster), shortName(service)];
  const path = `clusters/${encodeURIComponent(group)}/services/${encodeURIComponent(name)}/deployments`;
  const url = `https://${place}.console.aws.amazon.com/ecs/v2/${path}?region=${place}`;
  return { title: `deployments of service ${name}`, url };
}

/** The names of target groups in a service, as `loadBalancers` of DescribeServices has them. */
export function targetGroupsOf(service: unknown): string[] {
  const arns = readList(service, "loadBalancers").flatMap((each) => [
    readText(each, "targetGroupArn"),
    readText(each, "advancedConfiguration", "alternateTargetGroupArn"),
  ]);
  return [...new Set(arns.filter((arn) => arn !== ""))];
}
