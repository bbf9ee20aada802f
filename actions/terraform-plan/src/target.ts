/**
 * Names the target of a plan. Pure.
 */

/**
 * The label when none is given: the directory, and the workspace when it is not `default`.
 * @param directory relative to the workspace, `.` for its root
 */
export function defaultLabel(directory: string, workspace: string): string {
  return workspace === "default" || workspace === "" ? directory : `${directory} (${workspace})`;
}
