/**
 * How a stopped task ended: well only when every essential container ended with exit code 0, by itself. Pure; it looks at one
 * task, and at nothing that was before.
 */
import type { EcsContainer, EcsTask } from "@handrail/aws";

/** How it ended. */
export type Outcome =
  /** `warnings` are about containers that do not count. */
  | { is: "success"; warnings: readonly string[] }
  | { is: "failed" }
  /** Somebody stopped it. */
  | { is: "stopped" }
  /** It depends on containers of which it is not told whether they are essential: bad when they are, by `because`. */
  | {
      is: "unclear";
      because: string;
      isBad: boolean;
      /** An essential container ended the task, and those with an exit code ended with 0: one of them it was. */
      isOwnEnd?: boolean;
    }
  /** Exit codes that should be there are not; they may come late. */
  | { is: "untold"; because: string };

/** The outcome of a task whose status is STOPPED. */
export function outcomeOf(task: EcsTask): Outcome {
  if (task.stopCode === "UserInitiated") return { is: "stopped" };
  if (task.stopCode !== "" && task.stopCode !== "EssentialContainerExited") return { is: "failed" };
  const counted = task.containers.filter(({ essential }) => essential !== false);
  const known = counted.filter(({ essential }) => essential === true);
  if (known.some(hasFailed)) return { is: "failed" };
  const unclear = counted.filter(({ essential, exitCode }) => essential === undefined && exitCode !== 0);
  // Alone it is essential: a task has at least one that is.
  if (unclear.length === task.containers.length && unclear.some(hasFailed)) return { is: "failed" };
  const codeless = known.filter(({ exitCode }) => exitCode === undefined);
  if (codeless.length > 0) return { is: "untold", because: `container ${namesOf(codeless)} has no exit code` };
  if (!counted.some(({ exitCode }) => exitCode === 0)) {
    const isBad = unclear.some(hasFailed);
    const because = "no essential container has an exit code";
    return isBad ? { is: "unclear", because: unclearText(unclear), isBad } : { is: "untold", because };
  }
  const isOwnEnd = task.stopCode === "EssentialContainerExited" && !unclear.some(hasFailed);
  if (unclear.length > 0) {
    return { is: "unclear", because: unclearText(unclear), isBad: unclear.some(hasFailed), isOwnEnd };
  }
  if (task.stopCode === "" && task.containers.some(({ exitCode }) => exitCode !== 0)) {
    return { is: "untold", because: "it is not told why it stopped (no stopCode)" };
  }
  return { is: "success", warnings: warningsOf(task) };
}

/** It ended badly, or could not be started. */
function hasFailed({ exitCode, reason }: EcsContainer): boolean {
  return exitCode === undefined ? reason !== "" : exitCode !== 0;
}

function unclearText(containers: readonly EcsContainer[]): string {
  const told = containers.map(({ name, exitCode }) =>
    exitCode === undefined ? `container ${name} has no exit code` : `container ${name}: exit code ${exitCode}`,
  );
  return `${told.join(", ")}, and it is not known whether it is essential`;
}

const namesOf = (containers: readonly EcsContainer[]): string => containers.map(({ name }) => name).join(", ");

/** Of containers that are not essential. ECS ends them with SIGTERM, later SIGKILL, when the others have ended. */
function warningsOf({ containers }: EcsTask): string[] {
  return containers.flatMap(({ name, exitCode, reason, essential }) => {
    if (essential !== false || exitCode === 0 || exitCode === 143 || exitCode === 137) return [];
    const why = reason === "" ? "" : ` (${reason})`;
    return exitCode === undefined
      ? [`Container ${name} has no exit code${why}; it is not essential, and the task counts as successful without it`]
      : [`Container ${name} ended with exit code ${exitCode}${why}; it is not essential`];
  });
}
