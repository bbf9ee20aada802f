/**
 * What is wrong with a root module, as a Failure says it. Pure.
 */
import type { Failure } from "@handrail/runner";
import type { Phase } from "@handrail/terraform";
import type { CommandResult } from "@handrail/terraform/cli";
import type { Problem, ProveDeps } from "./target-run.ts";

/** A Failure's first line, and where it points. */
export function problemOf({ what, location }: Pick<Failure, "what" | "location">): Problem {
  return {
    message: what,
    ...(location === undefined ? {} : { file: location.file }),
    ...(location?.line === undefined ? {} : { line: location.line }),
  };
}

/**
 * A failed command in words.
 * @param directory the root module, relative to the repository
 */
export function commandProblem(
  { failureOf }: Pick<ProveDeps, "failureOf">,
  directory: string,
  result: CommandResult & { hadLockFile?: boolean },
  phase: Phase,
): Problem {
  const { hadLockFile } = result;
  return problemOf(failureOf(result, phase, { directory, ...(hadLockFile === undefined ? {} : { hadLockFile }) }));
}
