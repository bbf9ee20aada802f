/**
 * Finds result files below a folder by what is in them. Whoever filled the folder may be hostile: no link is followed,
 * and there is a limit to everything.
 */
import { Failure } from "@handrail/runner";
import type { FileVerbs } from "./step.ts";

/** Most of what is looked at: folders in each other, files and folders together, bytes of one file, results. */
const deepest = 16;
const entryLimit = 20_000;
const resultLimit = 256;

/** How many bytes tell whether a file is a result. */
const headLength = 512;

/** A result file: where it is, and how it is called, relative to the folder that was searched. */
export type FoundFile = { path: string; name: string };

/**
 * The result files below a folder, by name; or the file itself.
 * @param isResult tells by the first characters of a file
 * @throws Failure `invalid-input` when there is more than anybody needs
 */
export function findResults(files: FileVerbs, given: string, isResult: (head: string) => boolean): FoundFile[] {
  const root = files.locate(given);
  const isFound = ({ path }: FoundFile): boolean => isResult(files.readHead(path, headLength));
  if (root.kind === "file") return [{ path: root.path, name: given }].filter(isFound);
  const found: FoundFile[] = [];
  const open: { path: string; name: string; depth: number }[] = [{ path: root.path, name: "", depth: 0 }];
  let entries = 0;
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const { name: last, kind } of files.list(folder.path)) {
      if ((entries += 1) > entryLimit) throw tooMuch(given, `more than ${entryLimit} files and folders`);
      const entry = { path: `${folder.path}/${last}`, name: `${folder.name}${last}` };
      if (kind === "file" && isFound(entry)) found.push(entry);
      if (kind !== "folder" || last === ".git" || last === "node_modules") continue;
      if (folder.depth === deepest) throw tooMuch(given, `folders more than ${deepest} deep`);
      open.push({ path: entry.path, name: `${entry.name}/`, depth: folder.depth + 1 });
    }
  }
  if (found.length > resultLimit) throw tooMuch(given, `more than ${resultLimit} results`);
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function tooMuch(given: string, what: string): Failure {
  return new Failure({
    reason: "invalid-input",
    what: `The folder ${given} holds ${what}`,
    remedy: "Name a folder in `results` that holds only what terraform-plan and terraform-apply left.",
  });
}
