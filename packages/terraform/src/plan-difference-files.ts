/**
 * Which files of the configuration differ between two outlines, in words for people. It decides nothing: whether the
 * configuration is another one its own part says.
 */
import { compareCodeUnits } from "@handrail/runner";
import { hasOtherFiles, OTHER_FILES, withoutOtherFiles } from "./plan-outline-files.ts";
import type { OutlinePart } from "./plan-outline.ts";

/** How many files are named; the rest is counted. */
const NAMED = 10;
/** Of a longer path the end is shown. */
const LONGEST_PATH = 200;

/**
 * `main.tf, modules/a/x.tf (new)`; "" when an outline has no files, or none is known to differ. Digests of another
 * seal key cannot be compared: nothing is named then.
 */
export function describeFiles(reviewed: readonly OutlinePart[], now: readonly OutlinePart[]): string {
  const isCut = hasOtherFiles(reviewed) || hasOtherFiles(now);
  const [before, after] = [reviewed, now].map((parts) => filesOf(isCut ? withoutOtherFiles(parts) : parts));
  if (before === undefined || after === undefined || before.size === 0 || after.size === 0) return "";
  if (formOf(reviewed) !== formOf(now)) return "";
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  const isNamed = names.filter((name) => name !== OTHER_FILES).sort(compareCodeUnits);
  const words = isNamed.map((name) => {
    const how = before.has(name) ? (after.has(name) ? "" : " (removed)") : " (new)";
    return `${shownPath(name)}${how}`;
  });
  if (names.includes(OTHER_FILES)) words.push("files that are not Terraform's own");
  const more = words.length > NAMED ? ` and ${words.length - NAMED} more` : "";
  return `${words.slice(0, NAMED).join(", ")}${more}`;
}

/** The digests of each path; a redaction can make two paths alike, whose order is that of their digests. */
function filesOf(parts: readonly OutlinePart[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { kind, name, digest } of parts) {
    if (kind === "file") files.set(name, `${files.get(name) ?? ""}${digest}`);
  }
  return files;
}

function formOf(parts: readonly OutlinePart[]): string | undefined {
  return parts.find(({ kind }) => kind === "form")?.digest;
}

function shownPath(path: string): string {
  return path.length > LONGEST_PATH ? `\u2026${path.slice(-LONGEST_PATH).toWellFormed()}` : path;
}
