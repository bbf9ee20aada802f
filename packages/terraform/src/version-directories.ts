/**
 * Paths below the workspace, always with `/` and relative to its root, whose name is "".
 */

/** The directory itself, its parents, and the root at last. */
export function directoriesUpwards(directory: string): string[] {
  const parts = directory.split("/").filter((part) => part !== "" && part !== ".");
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), ""];
}

/** A file in a directory. */
export function joinPath(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}
