/**
 * Whether a text may name a place below the workspace, judged by the text alone. Where links lead is for the host to see.
 */

/** Controls, line and paragraph separators, format characters: nothing that a person types into a path. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What is wrong with a relative path, to complete "it …"; undefined when it may be used. */
export function pathProblem(path: string): string | undefined {
  if (path === "") return "is empty";
  if (UNSEEN.test(path) || !path.isWellFormed()) return "contains characters that cannot be seen";
  if (path.startsWith("~")) return "begins with ~, which only a shell expands";
  if (/^[A-Za-z]:/.test(path) || path.includes("\\")) return "is a Windows path";
  if (path.startsWith("/")) return "is absolute";
  let depth = 0;
  for (const part of path.split("/")) {
    if (part === "..") depth -= 1;
    else if (part !== "" && part !== ".") depth += 1;
    if (depth < 0) return "leaves the workspace";
  }
  return undefined;
}
