/**
 * Where this run is about, and links into it.
 */
import { code } from "@handrail/github";
import { encodePath } from "./web-address.ts";

/** The repository, its base branch, and the run. */
export type TellContext = {
  /** `https://github.com`, no slash at the end. */
  serverUrl: string;
  /** `owner/name`. */
  repository: string;
  /** The page of this run; "" when there is none. */
  runUrl: string;
  /** Without `refs/heads/`. */
  baseBranch: string;
  /** The commit of the base branch that everything stands on. */
  sha: string;
};

/** A file, or a line of it, as a link to the base commit; a downloaded module's file is not in it, and has no link. */
export function fileLink(context: TellContext, file: string, line?: number): string {
  const text = code(line === undefined ? file : `${file}:${line}`);
  if (file.includes(".terraform/") || file.startsWith("/") || file.startsWith("..")) return text;
  const anchor = line === undefined ? "" : `#L${line}`;
  const base = `${context.serverUrl}/${encodePath(context.repository)}/blob/${encodePath(context.sha)}`;
  return `[${text}](${base}/${encodePath(file)}${anchor})`;
}
