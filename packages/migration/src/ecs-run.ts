/** Runs one command as a task, from RunTask to the truth about it. It puts the parts together and knows no rule of its own. */
import type { Command } from "./adapter.ts";
import type { TaskDefinition } from "./ecs-definition.ts";
import { openTaskLog } from "./ecs-log.ts";
import type { TaskLog } from "./ecs-log.ts";
import { taskRequest } from "./ecs-request.ts";
import type { Tokens } from "./ecs-request.ts";
import type { EcsDoors, EcsSettings } from "./ecs-settings.ts";
import { startTask } from "./ecs-start.ts";
import { createTail } from "./ecs-tail.ts";
import { verdictOf } from "./ecs-verdict.ts";
import type { Verdict } from "./ecs-verdict.ts";
import { watchTask } from "./ecs-watch.ts";
import type { Watched } from "./ecs-watch.ts";
import type { Ending } from "./executor.ts";
import { rootCause } from "./tool-output.ts";

/** One command, and what is done with its output. */
export type TaskRun = {
  settings: EcsSettings;
  doors: EcsDoors;
  definition: TaskDefinition;
  command: Pick<Command, "argv" | "environment">;
  tokens: Tokens;
  evenWhenCancelled: boolean;
  /** Gets each line of the output. */
  onLine(line: string): void;
  /** For people: the task's ARN, what changes. */
  say(text: string): void;
  /** Whether what was wanted has been printed, so that nobody has to wait for the task's end. Absent: never. */
  isEnough?(): boolean;
};

/** Runs it. Rejects only with defects. */
export async function runTask(run: TaskRun): Promise<Ending> {
  const { settings, doors, definition, command } = run;
  const asked = taskRequest(command, definition, settings);
  if ("excess" in asked) return tooLong(asked.excess);
  const { ask, clock, cancelled } = doors;
  const signal = run.evenWhenCancelled ? undefined : cancelled;
  const startedAt = clock.monotonic();
  const place = { ask, clock, cluster: settings.cluster, signal, say: run.say };
  const started = await startTask({
    ...place,
    request: asked.request,
    tokens: run.tokens,
    // The other half is for the task itself.
    capacityUntil: startedAt + settings.timeoutMs / 2,
  });
  if ("failed" in started) return { ...started.failed, exitCode: undefined, stdout: "", stderr: "" };
  const { arn } = started;
  run.say(started.isEarlier ? `Task ${arn} of an earlier attempt runs already: this step waits for it` : `Task ${arn}`);
  if (started.capacityProvider === "FARGATE_SPOT") {
    run.say(
      "The cluster's default put it on FARGATE_SPOT, which can end it at any time: name another capacity-provider",
    );
  }
  const tail = createTail();
  const onLine = (line: string): void => {
    tail.push(line);
    run.onLine(line);
  };
  const log = openTaskLog({ ask, clock, arn, definition, onLine });
  const isEnough = run.isEnough ?? (() => false);
  const watched = await watchTask({
    ...place,
    arn,
    definition,
    log,
    onCancel: settings.onCancel,
    startedAt,
    timeoutMs: settings.timeoutMs,
    isEnough,
  });
  const verdict = judge(watched, run, arn);
  await readRest(watched, { run, log, signal });
  return toEnding(verdict, watched, { run, arn, stdout: tail.text() });
}

function tooLong(excess: number): Ending {
  return {
    kind: "never-started",
    exitCode: undefined,
    cause: `the command with its environment is ${excess} characters longer than ECS takes (8192)`,
    remedy: "Give tool-command fewer arguments, or put them into a file of the image.",
    stdout: "",
    stderr: "",
  };
}

/** The last lines. They come seconds after the end; when it cannot be seen, what is there is read once. */
async function readRest(
  watched: Watched,
  { run, log, signal }: { run: TaskRun; log: TaskLog; signal: AbortSignal | undefined },
): Promise<void> {
  if (watched.how === "enough") return;
  const { container } = run.definition;
  const runtimeId = watched.seen?.task.containers.find(({ name }) => name === container)?.runtimeId ?? "";
  if (watched.how !== "stopped") {
    await log.read({ runtimeId, evenWhenCancelled: true });
    return;
  }
  run.say(`The task has stopped${exitWords(watched, container)}`);
  await log.drain(runtimeId, watched.endedAt, watched.asked === "cancelled" ? AbortSignal.abort() : signal);
  if (log.note !== "") run.say(`No logs here: ${log.note}`);
}

function exitWords(watched: Extract<Watched, { how: "stopped" }>, name: string): string {
  const code = watched.seen.task.containers.find((each) => each.name === name)?.exitCode;
  return code === undefined ? "" : `: exit code ${code}`;
}

/** What is known about its end. */
function judge(watched: Watched, { settings, definition }: TaskRun, arn: string): Verdict {
  const { how, asked } = watched;
  if (how === "stopped") {
    const { verdict } = verdictOf(watched.seen.task, definition.container);
    const isOurs = asked !== undefined && watched.seen.task.stopCode === "UserInitiated";
    return isOurs ? { ...verdict, ...endedByUs(asked, settings.timeoutMs) } : verdict;
  }
  const exitCode = undefined;
  if (how === "left") {
    const kind = asked ?? "timeout";
    const { cause } = endedByUs(kind, settings.timeoutMs);
    const remedy = `Wait for the task to end, or stop it by hand, before this is run again: aws ecs stop-task --cluster ${settings.cluster} --task ${arn}`;
    return { kind, exitCode, cause: `${cause}; the task ${arn} goes on (${watched.because})`, remedy };
  }
  if (how === "lost") {
    return {
      kind: "lost",
      exitCode,
      cause: `how the task ended is not known: ${watched.because}`,
      remedy: watched.remedy,
    };
  }
  return { kind: "lost", exitCode, cause: "nobody waited for its end", remedy: "" };
}

function endedByUs(kind: "cancelled" | "timeout", timeoutMs: number): Pick<Verdict, "kind" | "cause" | "remedy"> {
  if (kind === "cancelled") return { kind, cause: "the job was cancelled", remedy: "" };
  const remedy = "Give timeout more time, or look for what the migration waits for.";
  return { kind, cause: `it did not end within ${timeoutMs / 1000} s`, remedy };
}

function toEnding(
  verdict: Verdict,
  watched: Watched,
  { run, arn, stdout }: { run: TaskRun; arn: string; stdout: string },
): Ending {
  const { settings, definition } = run;
  const { seen } = watched;
  const task = {
    arn,
    cluster: settings.cluster,
    taskDefinition: seen?.task.taskDefinitionArn || definition.arn,
    container: definition.container,
    imageDigest: seen?.digests.get(definition.container) ?? "",
  };
  // What the tool itself said tells more than "exit code 1", and nothing about a task that was killed.
  const said = verdict.kind === "exited" && verdict.exitCode !== 0 ? rootCause({ stdout, stderr: "" }) : "";
  const cause = said === "" ? verdict.cause : `${said} (${verdict.cause})`;
  return { ...verdict, cause, stdout, stderr: "", task };
}
