/**
 * Sentences of ours with names from outside in them, as markdown: what people copy and search for (addresses, files,
 * commands) stays whole as code, everything else is escaped.
 */
import { code, escapeMarkdown } from "@handrail/github";

/** What our own sentences name, the longer ones first. */
const ownNames: readonly string[] = [
  "terraform state show",
  "terraform state list",
  "terraform state push",
  "terraform force-unlock",
  "terraform providers lock",
  "terraform import",
  "terraform init",
  "terraform-plan",
  "terraform-apply",
  "terraform-report",
  "terraform-setup",
  ".terraform.lock.hcl",
  "errored.tfstate",
  "working-directory",
  "github-token",
  "pull-request",
  "lock-timeout",
  "plan-file",
  "seal-key",
  "var-files",
];

/** How many names are looked for, and how many of them are in one text. */
const mostNames = 100;

/**
 * A text on one line.
 * @param names addresses, files and commands that may be in it
 */
export function prose(text: string, names: readonly string[] = []): string {
  const line = oneLine(text);
  const given = [...new Set(names.slice(0, mostNames).map(oneLine))].sort((one, other) => other.length - one.length);
  const found = [...given, ...ownNames].filter((name) => name.length > 2 && line.includes(name));
  if (found.length === 0) return escapeMarkdown(line);
  const words = found.map((name) => name.replaceAll(/[^A-Za-z0-9_]/g, (sign) => RegExp.escape(sign))).join("|");
  // A whole name, not a part of another one.
  const pieces = line.split(new RegExp(`(?<![\\w./"\\]-])(${words})(?![\\w/"[-]|\\.\\w)`));
  return pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : escapePiece(piece))).join("");
}

/** The white space at the ends is between words. */
function escapePiece(piece: string): string {
  const text = escapeMarkdown(piece);
  if (text === "") return piece === "" ? "" : " ";
  return `${piece.startsWith(" ") ? " " : ""}${text}${piece.endsWith(" ") ? " " : ""}`;
}

/** A message on one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ").trim();
}
