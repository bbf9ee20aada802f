/** Reads what DescribeTaskDefinition answers, and holds it against the settings before anything is started. Pure. */
import { essentialContainers } from "@handrail/aws";
import { Failure, quoteText, read, readList, readNumber, readText } from "@handrail/runner";
import type { EcsSettings } from "./ecs-settings.ts";

/** Where a container's output goes in CloudWatch Logs. */
export type LogPlace = {
  group: string;
  /** "": the stream has the id of the container's runtime. */
  prefix: string;
  /** "": the task's own. */
  region: string;
};

/** The task definition, as far as it matters. */
export type TaskDefinition = {
  /** With its revision. */
  arn: string;
  family: string;
  /** The container that runs the command. */
  container: string;
  essentials: ReadonlySet<string>;
  /** As it is written: `registry/app:tag`, `registry/app@sha256:…`. */
  image: string;
  /** `sha256:…` when the image is named by it; "" for a tag. */
  digest: string;
  /** Of definitions that run on Fargate only. */
  launchType: "FARGATE" | undefined;
  /** A sentence when the output cannot be read from here. */
  log: LogPlace | string;
  /** What a container that is asked to end may take, ms. */
  stopTimeoutMs: number;
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (stopTimeout) */
const STOP_TIMEOUT_S = 30;

/**
 * The definition that tasks are run from.
 * @throws Failure `invalid-input` when it does not fit the settings
 */
export function readTaskDefinition(answer: unknown, settings: EcsSettings): TaskDefinition {
  const arn = readText(answer, "taskDefinition", "taskDefinitionArn");
  const essentials = essentialContainers(answer);
  if (arn === "" || essentials === undefined) {
    throw invalid(
      `ECS says nothing about the task definition ${quoteText(settings.taskDefinition)}`,
      "Check task-definition, the account and the Region, then run the job again.",
    );
  }
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  checkStatus(answer, name);
  checkNetwork(readText(answer, "taskDefinition", "networkMode"), name, settings);
  const containers = readList(answer, "taskDefinition", "containerDefinitions");
  const container = chooseContainer(containers, essentials, { name, asked: settings.container });
  const found = containers.find((each) => readText(each, "name") === container);
  checkEntryPoint(found, container, settings);
  const image = readText(found, "image");
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? "";
  checkDigest(digest, name, settings);
  return {
    arn,
    family: readText(answer, "taskDefinition", "family") || (name.split(":")[0] ?? name),
    container,
    essentials,
    image,
    digest,
    launchType: launchTypeOf(answer),
    log: logPlaceOf(found, container),
    stopTimeoutMs: (readNumber(found, "stopTimeout") ?? STOP_TIMEOUT_S) * 1000,
  };
}

function invalid(what: string, remedy: string): Failure {
  return new Failure({ reason: "invalid-input", what, remedy });
}

/** Of an inactive revision ECS starts no task. */
function checkStatus(answer: unknown, name: string): void {
  const status = readText(answer, "taskDefinition", "status");
  if (status === "" || status === "ACTIVE") return;
  throw invalid(
    `The task definition ${name} is ${status}: ECS starts no task of it`,
    "Register the same task definition again and name the new revision in task-definition.",
  );
}

/** With awsvpc a task needs subnets; without, ECS refuses them. */
function checkNetwork(mode: string, name: string, { subnets, securityGroups }: EcsSettings): void {
  if (mode === "awsvpc" && subnets.length === 0) {
    throw invalid(`Tasks of ${name} have a network of their own (awsvpc), and no subnets are given`, "Give subnets.");
  }
  if (mode !== "" && mode !== "awsvpc" && subnets.length > 0) {
    throw invalid(`Tasks of ${name} use the network ${mode}, which has no subnets`, "Leave subnets empty.");
  }
  if (subnets.length === 0 && securityGroups.length > 0) {
    throw invalid("security-groups are given without subnets", "Give subnets, or leave security-groups empty.");
  }
}

function chooseContainer(
  containers: readonly unknown[],
  essentials: ReadonlySet<string>,
  { name, asked }: { name: string; asked: string },
): string {
  const names = containers.map((each) => readText(each, "name"));
  const list = names.join(", ");
  if (asked === "") {
    const [only, ...others] = essentials;
    if (only !== undefined && others.length === 0) return only;
    throw invalid(
      `Which container of ${name} runs the command cannot be told: ${[...essentials].join(", ")} are essential`,
      `Name it in container: one of ${list}.`,
    );
  }
  if (!names.includes(asked)) {
    throw invalid(`The task definition ${name} has no container ${quoteText(asked)}`, `Name one of ${list}.`);
  }
  if (!essentials.has(asked)) {
    throw invalid(
      `The container ${asked} of ${name} is not essential: its task would not end when the command does`,
      "Make it essential, or name a container that is.",
    );
  }
  return asked;
}

/** `sh -c` takes its first argument for the whole command, and would run the tool without what it is to do. */
function checkEntryPoint(definition: unknown, container: string, { commandPrefix }: EcsSettings): void {
  const entryPoint = readList(definition, "entryPoint").map(String);
  if (commandPrefix.length > 0 || !/^-[a-z]*c$/.test(entryPoint.at(-1) ?? "")) return;
  throw invalid(
    `The container ${container} has the entry point ${quoteText(entryPoint.join(" "))}, which would run only the first word of a command`,
    "Take -c out of the task definition's entryPoint (an image's own entry point may stay), or give a command-prefix that passes arguments on.",
  );
}

function checkDigest(digest: string, name: string, { imageDigest }: EcsSettings): void {
  if (imageDigest === "" || digest === "" || digest === imageDigest) return;
  throw invalid(
    `The task definition ${name} runs the image ${digest}, and the record names ${imageDigest}`,
    "Name the task definition of the record in task-definition: only that image has the scripts that undo its migrations.",
  );
}

function launchTypeOf(answer: unknown): "FARGATE" | undefined {
  const kinds = readList(answer, "taskDefinition", "requiresCompatibilities");
  return kinds.length === 1 && kinds[0] === "FARGATE" ? "FARGATE" : undefined;
}

function logPlaceOf(definition: unknown, container: string): LogPlace | string {
  const driver = readText(definition, "logConfiguration", "logDriver");
  if (driver === "") return `the container ${container} has no logConfiguration`;
  if (driver !== "awslogs") return `the container ${container} logs through ${quoteText(driver)}`;
  const options = read(definition, "logConfiguration", "options");
  const group = readText(options, "awslogs-group");
  if (group === "") return `the container ${container} names no awslogs-group`;
  return { group, prefix: readText(options, "awslogs-stream-prefix"), region: readText(options, "awslogs-region") };
}
