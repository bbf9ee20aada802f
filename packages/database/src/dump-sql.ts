/** The statements of a dump in SQL: of pg_dump, mysqldump, sqlite3's `.schema`, structure.sql. Comments are gone, spaces are single. */

/** What a dump is read as. MySQL escapes quotes with backslashes, the others do not. */
export type DumpDialect = "mysql" | "other";

const QUOTED = String.raw`"[^"]*(?:""[^"]*)*"|` + "`[^`]*(?:``[^`]*)*`";
const PIECES: Readonly<Record<DumpDialect, RegExp>> = {
  mysql: piecesOf(String.raw`--(?=\s|$).*`, String.raw`'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'`),
  other: piecesOf("--.*", String.raw`'[^']*(?:''[^']*)*'|\$(?<tag>[A-Za-z_]\w*)?\$[\s\S]*?\$\k<tag>\$`),
};

function piecesOf(comment: string, text: string): RegExp {
  const block = String.raw`/\*(?!M?!)[^*]*(?:\*(?!/)[^*]*)*\*/`;
  // MySQL's conditional comments hold statements: only their brackets go. The one of MariaDB's sandbox mode is a comment indeed.
  const brackets = String.raw`/\*M!999999\\- .*?\*/;?|/\*M?!\d*|\*/`;
  return new RegExp(
    String.raw`(?<blank>\s+|${comment}|${block}|${brackets})|(?<quoted>${text}|${QUOTED})|(?<delimiter>^delimiter\s+\S+)|(?<command>^\\.*)|(?<word>[\w$]+)|[\s\S]`,
    "gim",
  );
}

/** Statements that hold a body of statements, which end with semicolons, too. */
const WITH_BODY = /^\s*create\s(?:or replace\s|temp\s|temporary\s|constraint\s)*(?:trigger|function|procedure)\b/i;

/** Splits a dump into its statements, without the semicolons between them. Lines for psql (`\restrict …`) are no statements. */
export function dumpStatements(text: string, dialect: DumpDialect): string[] {
  const statements: string[] = [];
  let statement = "";
  let depth = 0;
  let end = ";";
  for (const { groups = {}, 0: piece } of text.matchAll(PIECES[dialect])) {
    if (groups["command"] !== undefined && statement.trim() === "") continue;
    if (groups["delimiter"] !== undefined) end = piece.split(/\s+/)[1] ?? ";";
    else if (groups["blank"] === undefined) statement += piece;
    else if (!statement.endsWith(" ")) statement += " ";
    const step = groups["word"] === undefined ? 0 : depthOf(piece);
    if (step !== 0 && WITH_BODY.test(statement)) depth += step;
    const isInside = groups["quoted"] !== undefined || (depth > 0 && end === ";");
    if (isInside || !statement.endsWith(end)) continue;
    statements.push(statement.slice(0, -end.length));
    statement = "";
    depth = 0;
  }
  return [...statements, statement].map((found) => found.trim()).filter((found) => found !== "");
}

function depthOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === "begin" || lower === "case") return 1;
  return lower === "end" ? -1 : 0;
}
