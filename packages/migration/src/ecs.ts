/**
 * The executor `ecs`, loaded when it is asked for: each command is a one-off task in the cluster, with the image, the network and
 * the secrets of a task definition, and the database is asked from there, too.
 */
import { AwsFault, regionOfArn } from "@handrail/aws";
import { Failure, quoteText } from "@handrail/runner";
import type { Command } from "./adapter.ts";
import { readTaskDefinition } from "./ecs-definition.ts";
import type { TaskDefinition } from "./ecs-definition.ts";
import { createPatience } from "./ecs-patience.ts";
import { probeOf } from "./ecs-probe.ts";
import { createTaskQuery } from "./ecs-query.ts";
import { createTokens, tokenOf } from "./ecs-request.ts";
import { runTask } from "./ecs-run.ts";
import type { EcsDoors, EcsSettings } from "./ecs-settings.ts";
import type { CommandAbout, Ending, Executor, TaskFacts } from "./executor.ts";

export type { EcsDoors, EcsSettings, OpenEcsExecutor } from "./ecs-settings.ts";

/** Opens the executor: looks the task definition up and pins its revision. Nothing is started. See OpenEcsExecutor. */
export async function openEcsExecutor(settings: EcsSettings, doors: EcsDoors): Promise<Executor> {
  if (/^FARGATE_SPOT$/i.test(settings.capacityProvider)) {
    throw new Failure({
      reason: "invalid-input",
      what: "FARGATE_SPOT is no place for a migration: it may be ended in its middle, with two minutes' notice",
      remedy: "Give another capacity-provider, or none.",
    });
  }
  const definition = readTaskDefinition(await describe(settings, doors), settings);
  return createExecutor(settings, doors, definition);
}

/** Asks until there is an answer, as far as that may help. */
async function describe({ taskDefinition }: EcsSettings, { ask, clock, cancelled }: EcsDoors): Promise<unknown> {
  const patience = createPatience(clock);
  for (;;) {
    try {
      return await ask("ecs", "DescribeTaskDefinition", { taskDefinition });
    } catch (error) {
      if (!(error instanceof AwsFault) || error.kind === "denied") throw error;
      if (error.kind === "refused") throw unknownDefinition(taskDefinition, error);
      if (!patience.bears(error)) throw error;
    }
    await clock.sleep(2000, cancelled);
  }
}

function unknownDefinition(name: string, error: AwsFault): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `ECS does not describe the task definition ${quoteText(name)} (${error.code}: ${error.said})`,
    remedy: "Check task-definition, the account and the Region.",
    cause: error,
  });
}

function createExecutor(settings: EcsSettings, doors: EcsDoors, definition: TaskDefinition): Executor {
  const { clock, log } = doors;
  // A cancelled step has seconds left, and what only reads may end when it likes.
  const reading: EcsSettings = { ...settings, onCancel: "leave" };
  const tokens = createTokens(settings.intent, () => clock.now());
  const proof = createImageProof(settings, definition);
  const probe = probeOf(settings.tool, settings.engine);
  const query = (evenWhenCancelled: boolean): Executor["query"] =>
    probe === undefined
      ? undefined
      : createTaskQuery({
          settings: reading,
          doors,
          definition,
          probe,
          evenWhenCancelled,
          tokens: (command) => tokens.reading(whatIsDone("query", command, definition)),
          say: (text) => log.debug(text),
          onTask: proof.note,
        });
  const run: Executor["run"] = async (command, about) => {
    const { isReading = false, title, evenWhenCancelled = false } = about;
    const problem = isReading ? undefined : proof.problem();
    if (problem !== undefined) return problem;
    const what = whatIsDone(title, command, definition);
    const common = { doors, definition, command: withoutFiles(command), evenWhenCancelled };
    const kind = isReading
      ? { settings: reading, tokens: tokens.reading(what) }
      : { settings, tokens: tokens.changing(what) };
    const ending = await shown(about, doors, (say, onLine) => runTask({ ...common, ...kind, say, onLine }));
    proof.note(ending.task);
    return ending;
  };
  return {
    kind: "ecs",
    engine: settings.engine,
    run,
    query: query(false),
    queryWhenCancelled: query(true),
    identity: identityOf(settings, definition),
    place: `ECS cluster ${lastPart(settings.cluster)}, task definition ${lastPart(definition.arn)}, container ${definition.container}`,
    close: () => Promise.resolve(),
  };
}

/** What a token stands for: the same in each attempt of a job, and in no other job of the same run. The revision may be another. */
function whatIsDone(
  title: string,
  { argv, environment }: Pick<Command, "argv" | "environment">,
  { family, container }: TaskDefinition,
): string {
  return JSON.stringify([family, container, title, argv, Object.entries(environment)]);
}

/** In a folded group of the log; what is not shown is told to those who debug. */
async function shown(
  { isShown, title }: CommandAbout,
  { log }: EcsDoors,
  work: (say: (text: string) => void, onLine: (line: string) => void) => Promise<Ending>,
): Promise<Ending> {
  if (isShown === false) {
    return work(
      (text) => log.debug(text),
      () => undefined,
    );
  }
  const info = (text: string): void => log.info(text);
  log.group(title);
  try {
    return await work(info, info);
  } finally {
    log.endGroup();
  }
}

/** There is no place for files in a task: adapters know that, and a command that names some is a defect. */
function withoutFiles(command: Command): Command {
  if (command.scratch === undefined) return command;
  throw new TypeError("a command for a task cannot have files");
}

/**
 * Whether the image is the one that was asked for. A tag can move; what it means is known from a task that ran, and reading comes
 * before changing. ECS cannot be told to run another image than the task definition's.
 */
function createImageProof(
  { imageDigest }: EcsSettings,
  { digest, arn, image }: TaskDefinition,
): { note(task: TaskFacts | undefined): void; problem(): Ending | undefined } {
  let seen = digest;
  return {
    note(task) {
      if (digest === "" && task !== undefined && task.imageDigest !== "") seen = task.imageDigest;
    },
    problem() {
      if (imageDigest === "" || seen === imageDigest) return undefined;
      const now = seen === "" ? `${quoteText(image)}, a tag that may mean any image` : seen;
      return {
        kind: "never-started",
        exitCode: undefined,
        cause: `the record names the image ${imageDigest}, and ${lastPart(arn)} runs ${now}`,
        remedy:
          "Name a task definition in task-definition that has this image by its digest (name@sha256:…): only that image has the scripts that undo its migrations.",
        stdout: "",
        stderr: "",
      };
    },
  };
}

/**
 * The address of the database is known in the task alone. What stays the same from one deployment to the next is where it runs
 * and as what: account, Region, cluster, family, container.
 */
function identityOf({ cluster }: EcsSettings, { arn, family, container }: TaskDefinition): string {
  const account = arn.split(":")[4] ?? "";
  return tokenOf("ecs", account, regionOfArn(arn), lastPart(cluster), family, container).slice(0, 24);
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
