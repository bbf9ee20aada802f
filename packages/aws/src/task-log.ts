/**
 * The end of a task's log: finds where a container logs to, and reads the last lines. At most two calls. A log that cannot be
 * read is no error: it is said why, and nothing more.
 */
import { readList, readText } from "@handrail/runner";
import { AwsFault } from "./ask.ts";
import type { Ask } from "./ask.ts";
import { regionOfArn } from "./ecs-task.ts";
import type { EcsContainer, EcsTask } from "./ecs-task.ts";
import { culpritOf, oneLine } from "./stop-cause.ts";

/** How a log is read. */
export type TaskLogOptions = {
  /** Whose log; by default that of the container that the task stopped for. */
  container?: string;
  /** So many lines at most: 30 by default. */
  limit?: number;
  /** The Region that `ask` asks; that of the task's ARN by default. */
  region?: string;
  /** An answer of DescribeTaskDefinition that is there already. */
  definition?: unknown;
};

/** The end of a log. */
export type TaskLog = {
  /** The container that it is the log of; "" when the task has none. */
  container: string;
  /** Oldest first, each on one line of at most 300 characters. */
  lines: readonly string[];
  /** The stream in the console, when its Region is known. */
  link?: { title: string; url: string };
  /** IAM actions that are not allowed: `logs:GetLogEvents`. */
  missingPermissions: readonly string[];
  /** Where the log is, when it cannot be read from here: `container app logs through splunk`. */
  note?: string;
};

type Place = { group: string; stream: string; region: string };

/** Reads the end of a task's log. Rejects only with what is not AWS's answer: an abort, a defect. */
export async function readTaskLog(ask: Ask, task: EcsTask, options: TaskLogOptions = {}): Promise<TaskLog> {
  const container = chooseContainer(task, options.container);
  if (container === undefined) return { container: "", lines: [], missingPermissions: [] };
  const { definition, missing } = await readDefinition(ask, task, options.definition);
  const own = options.region ?? regionOfArn(task.arn);
  const place = placeOf(task, container, definition);
  const log = { container: container.name, lines: [], missingPermissions: missing };
  if (typeof place === "string") return { ...log, note: place };
  const region = place.region === "" ? own : place.region;
  const link = linkTo({ ...place, region });
  const found = { ...log, ...(link === undefined ? {} : { link }) };
  if (own !== "" && region !== own) return { ...found, note: `container ${container.name} logs to ${region}` };
  const limit = options.limit ?? 30;
  const events = await askOnce(() =>
    ask("logs", "GetLogEvents", {
      logGroupName: place.group,
      logStreamName: place.stream,
      limit,
      startFromHead: false,
    }),
  );
  if ("fault" in events) {
    const denied = events.fault.kind === "denied" ? [events.fault.action] : [];
    // A stream that is not there has no link either.
    const shown = events.fault.kind === "refused" ? log : found;
    return { ...shown, missingPermissions: [...denied, ...missing] };
  }
  const lines = readList(events.answer, "events")
    .flatMap((event) => readText(event, "message").split(/[\r\n]+/))
    .map((line) => oneLine(line, 300))
    .filter((line) => line !== "");
  return { ...found, lines: lines.slice(-limit) };
}

function chooseContainer(task: EcsTask, name: string | undefined): EcsContainer | undefined {
  if (name !== undefined) return task.containers.find((each) => each.name === name);
  return culpritOf(task) ?? task.containers.find((each) => each.essential !== false) ?? task.containers[0];
}

type Asked = { answer: unknown } | { fault: AwsFault };

async function askOnce(ask: () => Promise<unknown>): Promise<Asked> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (error instanceof AwsFault) return { fault: error };
    throw error;
  }
}

async function readDefinition(
  ask: Ask,
  task: EcsTask,
  known: unknown,
): Promise<{ definition: unknown; missing: readonly string[] }> {
  if (known !== undefined || task.taskDefinitionArn === "") return { definition: known, missing: [] };
  const asked = await askOnce(() => ask("ecs", "DescribeTaskDefinition", { taskDefinition: task.taskDefinitionArn }));
  if ("answer" in asked) return { definition: asked.answer, missing: [] };
  return { definition: undefined, missing: asked.fault.kind === "denied" ? [asked.fault.action] : [] };
}

/** Where the container logs to; a sentence when that is no stream of CloudWatch Logs that we could name. */
function placeOf(task: EcsTask, container: EcsContainer, definition: unknown): Place | string {
  const { name } = container;
  const defined = readList(definition, "taskDefinition", "containerDefinitions").find(
    (each) => readText(each, "name") === name,
  );
  // What the console of ECS writes into a new task definition.
  const family = task.family === "" ? name : task.family;
  if (defined === undefined) return { group: `/ecs/${family}`, stream: `ecs/${name}/${task.id}`, region: "" };
  const driver = readText(defined, "logConfiguration", "logDriver");
  if (driver === "") return `container ${name} has no logConfiguration`;
  if (driver !== "awslogs") return `container ${name} logs through ${oneLine(driver, 40)}`;
  const option = (key: string): string => readText(defined, "logConfiguration", "options", key);
  const prefix = option("awslogs-stream-prefix");
  // https://docs.docker.com/engine/logging/drivers/awslogs/: without a prefix the stream is named by the container's id.
  const stream = prefix === "" ? container.runtimeId : `${prefix}/${name}/${task.id}`;
  const [group, region] = [option("awslogs-group"), option("awslogs-region")];
  if (group === "" || stream === "") return `container ${name} logs to ${group === "" ? "no group" : group}`;
  return { group, stream, region };
}

function linkTo({ group, stream, region }: Place): { title: string; url: string } | undefined {
  if (!/^[a-z]{2}[a-z0-9-]+$/.test(region)) return undefined;
  // The console's router wants names encoded twice, with $ for %.
  const encode = (name: string): string => encodeURIComponent(encodeURIComponent(name)).replaceAll("%", "$");
  const place = `log-group/${encode(group)}/log-events/${encode(stream)}`;
  const url = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logsV2:log-groups/${place}`;
  return { title: `log ${stream}`, url };
}
