/**
 * Reads changelogs in SQL: https://docs.liquibase.com/concepts/changelogs/sql-format.html, by the patterns of
 * AbstractFormattedChangeLogParser and FormattedSqlChangeLogParser of 4.28.0.
 */
import type { Changeset, Rollback } from "./liquibase-changeset.ts";
import { Unreadable } from "./liquibase-changeset.ts";

/** What a file says. `logicalFilePath`: "" where its own path counts. */
export type SqlChangelog = { logicalFilePath: string; changesets: readonly Changeset[] };

const HEADER = /^\s*--\s*liquibase\s*formatted.*/i;
const CHANGESET = /^\s*--\s*changeset\s+("[^"]+"|[^:\s][^:]*):\s*("[^"]+"|\S+)(.*)$/i;
const ANY_CHANGESET = /^\s*--\s*changeset\b/i;
const ROLLBACK = /^\s*--\s*rollback(?:\s+(.*))?$/i;
const ROLLBACK_BEGIN = /^\s*\/\*\s*liquibase\s*rollback\s*$/i;
const BLOCK_END = /^(.*)\*\/\s*$/;
const PRECONDITIONS = /^\s*--\s*preconditions\s+(.*)$/i;
/** What would have to be done to the text before it can be read. */
const BEYOND = /^\s*--\s*(?:ignoreLines|rollbackSqlFile|include)\b/i;
/** `runOnChange:true`, `context:"a or b"` */
const ATTRIBUTE = /(?:^|\s)([a-z]+):("[^"]*"|\S*)/gi;

/** Reads it. A file that is not formatted is one changeset. @throws Unreadable */
export function readSqlChangelog(text: string): SqlChangelog {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const head = lines.find((line) => line.trim() !== "") ?? "";
  if (!HEADER.test(head)) {
    if (lines.some((line) => HEADER.test(line))) throw new Unreadable("a header that is not at the beginning");
    return { logicalFilePath: "", changesets: [rawChangeset(text)] };
  }
  const starts = lines.flatMap((line, at) => (ANY_CHANGESET.test(line) ? [at] : []));
  const changesets = starts.map((start, at) => readChangeset(lines.slice(start, starts[at + 1])));
  return { logicalFilePath: attributesOf(head).get("logicalfilepath") ?? "", changesets };
}

/** As Liquibase names it. */
function rawChangeset(text: string): Changeset {
  const nothing = new Map<string, string>();
  return {
    id: "raw",
    author: "includeAll",
    attributes: nothing,
    changes: [{ name: "sql", sql: text }],
    rollback: undefined,
    preconditions: nothing,
    texts: [text],
  };
}

function readChangeset(lines: readonly string[]): Changeset {
  const [head = "", ...rest] = lines;
  const [, author, id, attributes = ""] = CHANGESET.exec(head) ?? [];
  if (author === undefined || id === undefined) throw new Unreadable(head);
  if (rest.some((line) => BEYOND.test(line))) throw new Unreadable("text that is left out, or comes from elsewhere");
  const preconditions = rest.map((line) => PRECONDITIONS.exec(line)?.[1] ?? "").join(" ");
  const rollback = rollbackOf(rest);
  return {
    id: unquote(id),
    author: unquote(author),
    attributes: attributesOf(attributes),
    changes: [{ name: "sql", sql: rest.join("\n") }],
    rollback: rollback === undefined ? undefined : toRollback(rollback),
    preconditions: attributesOf(preconditions),
    texts: [lines.join("\n").trim()],
  };
}

function unquote(text: string): string {
  return text.trim().replace(/^"(.*)"$/, "$1");
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = Array.from(text.matchAll(ATTRIBUTE), ([, name = "", value = ""]): [string, string] => [
    name.toLowerCase(),
    value.replace(/^"(.*)"$/, "$1"),
  ]);
  return new Map(found);
}

/** The lines behind `--rollback`, and those of a block; undefined when there is neither. */
function rollbackOf(lines: readonly string[]): string | undefined {
  const found: string[] = [];
  let isInBlock = false;
  for (const line of lines) {
    if (isInBlock) {
      const end = BLOCK_END.exec(line);
      isInBlock = end === null;
      found.push(end?.[1] ?? line);
      continue;
    }
    isInBlock = ROLLBACK_BEGIN.test(line);
    const said = ROLLBACK.exec(line);
    if (said !== null) found.push(said[1] ?? "");
  }
  const sql = found.join("\n").trim();
  return sql === "" ? undefined : sql;
}

function toRollback(sql: string): Rollback {
  return { sql, changes: [], refersToChangeset: /\bchangesetid:/i.test(sql) };
}
