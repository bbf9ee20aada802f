/**
 * What is planned, and where things are. Pure.
 */
import { posix } from "node:path";

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
  /** A folder that only this step reads: the plan in clear is kept there, and removed when the step is over. */
  privateDirectory: string;
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

/** The label that the input gives, else the default one. */
export function labelOf(given: string, directory: string, workspace: string): string {
  return given === "" ? defaultLabel(directory, workspace) : given;
}

/** The directory in the one way in which labels, links and GitHub's lists of files write it. */
export function normaliseDirectory(given: string): string {
  const path = posix.normalize(given).replace(/(?<=.)\/$/, "");
  return path === "" ? "." : path;
}

/**
 * The absolute path that the input names; undefined when it names none.
 * @param given the input: empty, absolute, or relative to the workspace
 */
export function namedOutputDirectory(given: string, workspacePath: string): string | undefined {
  return given === "" ? undefined : posix.resolve(workspacePath, given);
}
