/**
 * Asks the database where the tool runs: a task of the same image runs a probe, a short script on the image's own database driver,
 * and the rows come back through the task's log. One task a question.
 */
import { deflateRawSync } from "node:zlib";
import type { Query, Row } from "@handrail/database";
import { Failure } from "@handrail/runner";
import { createAnswerReader, readAnswer, unreadable } from "./ecs-answer.ts";
import type { TaskDefinition } from "./ecs-definition.ts";
import type { Probe } from "./ecs-probe.ts";
import { taskRequest, tokenOf } from "./ecs-request.ts";
import { runTask } from "./ecs-run.ts";
import type { TaskRun } from "./ecs-run.ts";
import type { EcsSettings } from "./ecs-settings.ts";
import type { Ending, TaskFacts } from "./executor.ts";

/** How the database is asked. */
export type Asking = Pick<TaskRun, "settings" | "doors" | "definition" | "evenWhenCancelled" | "say"> & {
  probe: Probe;
  tokens(command: TaskRun["command"]): TaskRun["tokens"];
  /** Told of each task that has answered. */
  onTask(task: TaskFacts | undefined): void;
};

/** A Query by tasks. It rejects with DatabaseFailure, with a Failure `task-failed`, or with the reason of a cancelled step. */
export function createTaskQuery(asking: Asking): Query {
  let count = 0;
  const ask = async (statements: readonly string[]): Promise<(readonly Row[])[]> => {
    if (statements.length === 0) return [];
    const { settings, definition, doors, probe } = asking;
    if (typeof definition.log === "string") throw noLog(definition.log, definition.container);
    count += 1;
    const nonce = tokenOf(settings.intent, doors.clock.now(), count, asking.evenWhenCancelled ? 1 : 0).slice(0, 16);
    const argv = probeArgv({ probe, nonce, statements, settings, definition });
    if (argv !== undefined) return askOnce(asking, { argv, nonce, statements });
    const middle = Math.ceil(statements.length / 2);
    if (statements.length === 1 || !statements.every(isReading)) throw tooLong();
    return [...(await ask(statements.slice(0, middle))), ...(await ask(statements.slice(middle)))];
  };
  return ask;
}

/** Statements that leave nothing behind in their connection may be asked on several. */
function isReading(statement: string): boolean {
  return /^\s*(?:select|show|with|pragma|explain)\b/i.test(statement);
}

type Fitting = {
  probe: Probe;
  nonce: string;
  statements: readonly string[];
  settings: EcsSettings;
  definition: TaskDefinition;
};

/** The command; packed when it would be too long otherwise, undefined when it is then, too. */
function probeArgv({ probe, nonce, statements, settings, definition }: Fitting): Probe["argv"] | undefined {
  const plain = JSON.stringify({ nonce, statements });
  const forms = [() => plain, () => deflateRawSync(plain, { level: 9 }).toString("base64")];
  for (const form of forms) {
    const argv: Probe["argv"] = [...probe.argv, form()];
    if ("request" in taskRequest({ argv, environment: probe.environment }, definition, settings)) return argv;
  }
  return undefined;
}

async function askOnce(
  asking: Asking,
  { argv, nonce, statements }: { argv: Probe["argv"]; nonce: string; statements: readonly string[] },
): Promise<(readonly Row[])[]> {
  const { settings, doors, definition, evenWhenCancelled, say, probe } = asking;
  const answer = createAnswerReader(nonce);
  const command = { argv, environment: probe.environment };
  const ending = await runTask({
    settings,
    doors,
    definition,
    command,
    tokens: asking.tokens(command),
    evenWhenCancelled,
    say,
    onLine: answer.push,
    isEnough: () => answer.isComplete,
  });
  asking.onTask(ending.task);
  const text = answer.text();
  if (text !== undefined) return readAnswer(text, settings.engine, statements.length);
  if (ending.kind === "cancelled") doors.cancelled.throwIfAborted();
  throw noAnswer(ending, answer.isComplete);
}

function noLog(why: string, container: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `The database cannot be asked from a task: ${why}`,
    remedy: `Let the container ${container} log through awslogs: that is where the answers come from.`,
  });
}

function noAnswer({ kind, exitCode, cause, remedy }: Ending, isComplete: boolean): Failure {
  if (isComplete) return unreadable("its lines are not as they were printed");
  if (kind === "exited" && exitCode === 0) return unreadable("the task ended well and its log does not hold all of it");
  return new Failure({
    reason: "task-failed",
    what: `The database could not be asked: ${cause}`,
    remedy: remedy === "" ? "Look at the task's log, then run the job again." : remedy,
  });
}

function tooLong(): Failure {
  return new Failure({
    reason: "invalid-input",
    what: "The database cannot be asked from a task: the question is longer than ECS lets a command be (8192 characters)",
    remedy: "Give status-command and schema-command: commands of the image that print what is asked for.",
  });
}
