/**
 * The runner's files for commands (GITHUB_OUTPUT, GITHUB_STATE, GITHUB_ENV, GITHUB_PATH, GITHUB_STEP_SUMMARY), read by
 * its own grammar (FileCommandManager.cs of actions/runner). Nothing here writes them: that is the code under test.
 */
import { readLines } from "./runner-command.ts";

/** What a file of pairs holds; `error` is why the runner would fail the step. Pairs before the error count. */
export type FileCommands = { values: Map<string, string>; error?: string };

/** A summary larger than this is dropped whole. */
export const STEP_SUMMARY_LIMIT: number = 1_048_576;

/**
 * Reads `name=value` lines and `name<<DELIMITER` blocks. On Linux only LF ends a line, so that a CR stays part of a
 * value. A missing delimiter, a last value line without LF and a line without either form are errors.
 */
export function parseFileCommands(text: string): FileCommands {
  const values = new Map<string, string>();
  const lines = createLines(text);
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (line.text === "") continue;
    const equals = line.text.indexOf("=");
    const heredoc = line.text.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values.set(line.text.slice(0, equals), line.text.slice(equals + 1));
    } else if (heredoc >= 0) {
      const name = line.text.slice(0, heredoc);
      const delimiter = line.text.slice(heredoc + 2);
      if (name === "" || delimiter === "") {
        return {
          values,
          error: `Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`,
        };
      }
      const value = readBlock(lines, delimiter);
      if ("error" in value) return { values, error: value.error };
      values.set(name, value.text);
    } else return { values, error: `Invalid format '${line.text}'` };
  }
  return { values };
}

/** Reads GITHUB_ENV: as {@link parseFileCommands}, but NODE_OPTIONS is refused. */
export function parseEnvironmentFile(text: string): FileCommands {
  const parsed = parseFileCommands(text);
  for (const name of parsed.values.keys()) {
    if (name.toUpperCase() !== "NODE_OPTIONS") continue;
    parsed.values.delete(name);
    return { ...parsed, error: parsed.error ?? `Can't store ${name} output parameter using '$GITHUB_ENV' command.` };
  }
  return parsed;
}

/** Reads GITHUB_PATH: a folder a line, the last one first on PATH. */
export function parsePathFile(text: string): string[] {
  return [...new Set(readLines(text).filter((line) => line !== ""))].reverse();
}

/** What of a step summary the runner keeps: all of it, or nothing and an error. */
export function parseStepSummary(text: string): { summary: string; error?: string } {
  const size = Buffer.byteLength(text);
  if (size <= STEP_SUMMARY_LIMIT) return { summary: text };
  const limit = STEP_SUMMARY_LIMIT / 1024;
  return {
    summary: "",
    error: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${limit}k, got ${Math.floor(size / 1024)}k.`,
  };
}

type Line = { text: string; isEnded: boolean };
type Lines = { next(): Line | undefined };

function createLines(text: string): Lines {
  let at = 0;
  return {
    next() {
      if (at >= text.length) return undefined;
      const end = text.indexOf("\n", at);
      const line = { text: text.slice(at, end < 0 ? text.length : end), isEnded: end >= 0 };
      at = end < 0 ? text.length : end + 1;
      return line;
    },
  };
}

function readBlock(lines: Lines, delimiter: string): { text: string } | { error: string } {
  const block: string[] = [];
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (line.text === delimiter) return { text: block.join("\n") };
    if (!line.isEnded) return { error: "Invalid value. EOF marker missing new line." };
    block.push(line.text);
  }
  return { error: `Invalid value. Matching delimiter not found '${delimiter}'` };
}
