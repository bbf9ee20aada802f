/**
 * What is planned, and where things are. Pure.
 */
import { posix } from "node:path";
import { inputFailure } from "@handrail/runner";

/** The root module and the places around it; paths are absolute unless said otherwise. */
export type PlanTarget = {
  /** The root module, relative to the workspace; `.` for the workspace itself. */
  directory: string;
  /** The root module. */
  path: string;
  /** The checkout. */
  workspacePath: string;
  /** Where this step writes its files. */
  outputDirectory: string;
  /** The environment that terraform and the policy command get. */
  environment: Readonly<Record<string, string>>;
};

/**
 * The label when none is given: the directory, and the workspace when it is not `default`.
 * @param directory relative to the workspace, `.` for its root
 */
export function defaultLabel(directory: string, workspace: string): string {
  return workspace === "default" || workspace === "" ? directory : `${directory} (${workspace})`;
}

/**
 * Chooses where the step writes its files.
 * @param given the input: empty, absolute, or relative to the workspace
 * @throws Failure `invalid-input` for a place outside of the workspace and of RUNNER_TEMP
 */
export function chooseOutputDirectory(
  given: string,
  places: { workspacePath: string; temporaryPath: string; fallback: string },
): string {
  if (given === "") return places.fallback;
  const path = posix.resolve(places.workspacePath, given);
  const roots = [places.workspacePath, places.temporaryPath].filter((root) => root !== "");
  if (roots.some((root) => path === root || path.startsWith(`${root}/`))) return path;
  throw inputFailure([
    { name: "output-directory", given, accepts: "a directory inside the workspace or RUNNER_TEMP, or nothing" },
  ]);
}
