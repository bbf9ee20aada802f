/**
 * Renders how a plan differs from the one that was reviewed. All text from outside goes through the markdown functions of
 * @handrail/github.
 */
import { posix } from "node:path";
import { code } from "@handrail/github";
import type { Piece } from "@handrail/github";
import type { ShownDifference } from "./apply-record.ts";
import { oneLine, prose } from "./prose.ts";

/** How many addresses or attributes one list names. */
export const named = 200;

/**
 * What differs, then what moved in the state.
 * @param directory the root module, which the files of the configuration are relative to
 */
export function differencePieces(difference: ShownDifference | undefined, directory: string): Piece[] {
  if (difference === undefined) return [];
  const { parts, changes, movedInState, isComplete } = difference;
  const isUnknown = parts.length + changes.length === 0;
  const more = isUnknown
    ? "what it is: of the reviewed plan only the fingerprint is known"
    : "more may differ: not everything about the reviewed plan is known any more";
  const lines = [
    ...changes.slice(0, named).map(changeLine),
    ...parts.slice(0, named).map((part) => partLine(part, directory)),
    ...moreLine(Math.max(0, parts.length - named) + Math.max(0, changes.length - named)),
    ...(isComplete ? [] : [`- ${more}`]),
  ];
  const title = "**What differs**";
  const pieces: Piece[] = [
    {
      importance: 960,
      full: `${title}\n\n${lines.length === 0 ? "- it cannot be named" : lines.join("\n")}\n\n`,
      short: `${title}: ${parts.length + changes.length} differences\n\n`,
      omitted: "difference",
    },
  ];
  if (movedInState.length === 0) return pieces;
  const moved = movedInState.slice(0, named).map((address) => `- ${code(address)}`);
  const heading = "**The state changed since the review:**";
  pieces.push({
    importance: 955,
    full: `${heading}\n\n${[...moved, ...moreLine(movedInState.length - named)].join("\n")}\n\n`,
    short: `${heading} ${movedInState.length} resources\n\n`,
    omitted: "change of the state",
  });
  return pieces;
}

/** The last line of a list that names not all. */
export function moreLine(count: number): string[] {
  return count > 0 ? [`- and ${count} more`] : [];
}

function changeLine({ address, what, attributes }: ShownDifference["changes"][number]): string {
  const shown = attributes.slice(0, 20).map((path) => code(path === "" ? "its value" : path));
  const more = attributes.length > 20 ? ` and ${attributes.length - 20} more` : "";
  const list = shown.length === 0 ? "" : `${shown.join(", ")}${more}`;
  const words = {
    added: `is planned now, and was not reviewed${list === "" ? "" : `: it would change ${list}`}`,
    gone: `was reviewed, and is not planned any more${list === "" ? "" : `: it was to change ${list}`}`,
    different: `differs${list === "" ? "" : ` in ${list}`}`,
  };
  return `- ${code(address)} ${words[what]}`;
}

/** `variable region`, `provider aws 5 -> 6`, `the configuration: main.tf, new.tf (new)`: the names as code, files from the workspace. */
function partLine(part: string, directory: string): string {
  const line = oneLine(part);
  const [, kind = "", name = ""] = /^(variable|provider|check|terraform) (.*)$/.exec(line) ?? [];
  if (name !== "") return `- ${kind} ${code(name)}`;
  const start = "the configuration: ";
  if (!line.startsWith(start)) return `- ${prose(line)}`;
  const files = line
    .slice(start.length)
    .split(", ")
    .map((file) => {
      const [, name = file, rest = ""] = /^(.*?)((?: \((?:new|removed)\))?(?: and \d+ more)?)$/.exec(file) ?? [];
      // A phrase, or the end of a path that is too long.
      if (/^…| /.test(name)) return `${prose(name)}${rest}`;
      return `${code(posix.normalize(posix.join(directory, name)))}${rest}`;
    });
  return `- the configuration: ${files.join(", ")}`;
}
