/**
 * How a task that stopped ended: by what its named container came to, and by nothing else. Pure. What is printed is never asked:
 * a log can lose lines.
 */
import { stopCauseOf } from "@handrail/aws";
import type { EcsContainer, EcsTask } from "@handrail/aws";
import type { Ending } from "./executor.ts";

/** The verdict: an ending without what was printed. `cause` is the stop's; "" when all went well. */
export type Verdict = Pick<Ending, "kind" | "exitCode" | "cause" | "remedy">;

/** Exit codes of programs that a signal ended: SIGABRT, SIGKILL, SIGSEGV, SIGTERM. */
const signals: ReadonlySet<number> = new Set([134, 137, 139, 143]);

/** Codes with which others are ended when a task stops: why it did is then to be looked for elsewhere. */
const followed: ReadonlySet<number> = new Set([137, 143]);

/**
 * The verdict on a task whose status is STOPPED. `isComplete` is false while something is not told that should be (a code can
 * come later than the status).
 * @param task with what is known about essential containers
 */
export function verdictOf(task: EcsTask, name: string): { verdict: Verdict; isComplete: boolean } {
  const container = task.containers.find((each) => each.name === name);
  if (task.stopCode !== "" && task.stopCode !== "EssentialContainerExited") {
    return { verdict: stoppedVerdict(task, container), isComplete: true };
  }
  if (container === undefined) return { verdict: lost(task, noContainer(task, name)), isComplete: false };
  const { exitCode, reason } = container;
  if (exitCode === undefined) {
    if (reason !== "") return { verdict: { ...causeOf(task), kind: "never-started", exitCode }, isComplete: true };
    return { verdict: lost(task, `the container ${name} has no exit code`), isComplete: false };
  }
  // It ended well, but whether by itself is not told.
  if (exitCode === 0 && task.stopCode === "") {
    return {
      verdict: { ...lost(task, "it is not told why the task stopped"), exitCode },
      isComplete: false,
    };
  }
  return { verdict: exitVerdict(task, container, exitCode), isComplete: true };
}

function exitVerdict(task: EcsTask, container: EcsContainer, exitCode: number): Verdict {
  if (exitCode === 0) return { kind: "exited", exitCode, cause: "", remedy: "" };
  const kind = signals.has(exitCode) ? "killed" : "exited";
  // What other containers came to matters only when it can be why this one was ended.
  const seen = followed.has(exitCode) ? task : { ...task, containers: [container] };
  return { ...causeOf(seen), kind, exitCode };
}

/** Somebody or something stopped it, or kept it from starting. */
function stoppedVerdict(task: EcsTask, container: EcsContainer | undefined): Verdict {
  const exitCode = container?.exitCode;
  const hasRun = exitCode !== undefined || task.startedAt !== undefined;
  return { ...causeOf(task), kind: hasRun ? "killed" : "never-started", exitCode };
}

function causeOf(task: EcsTask): Pick<Verdict, "cause" | "remedy"> {
  const { text, hint = "" } = stopCauseOf(task);
  return { cause: text, remedy: hint };
}

function lost(task: EcsTask, because: string): Verdict {
  const { cause } = causeOf(task);
  return {
    kind: "lost",
    exitCode: undefined,
    cause: `${because} (${cause})`,
    remedy: "Look at the task and its log: nothing says that it did its work.",
  };
}

function noContainer({ containers }: EcsTask, name: string): string {
  const others = containers.map((each) => each.name).join(", ");
  return `the task tells nothing about its container ${name}${others === "" ? "" : ` (it has ${others})`}`;
}
