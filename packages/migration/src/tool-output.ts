/** Finds the line that says why a tool failed, in what it printed. Pure; it decides nothing, it only tells people. */

/** Longest line that is told, in characters. */
const LONGEST = 300;

/** Lines that say what went wrong, by how much they say: the first kind that matches wins, and of it the first line. */
const tellers: readonly RegExp[] = [
  /\b(?:ERROR|error):\s+\S.*(?:relation|column|table|constraint|syntax|duplicate|permission|type|does not exist|already exists)/,
  /\b(?:SQLSTATE|ER_[A-Z_]+|errno: \d+|PG::\w+|SQLITE_[A-Z]+|sqlite3\.\w+Error|psycopg2\.\S+|OperationalError|ProgrammingError|IntegrityError|DataError|Mysql2::Error)\b/,
  /You have an error in your SQL syntax/,
  /\bP\d{4}\b/,
  /(?:^|\s)(?:error|fatal|failed|exception|panic|unexpected)\b.*:\s*\S/i,
  /\b\w*(?:Error|Exception)\b:?\s*\S/,
  /\b(?:error|failed|cannot|can't|could not|unable)\b/i,
  // A question that nobody is there to answer.
  /\?\s*[([]\s*y(?:es)?\s*\/\s*no?\b/i,
];

/** Lines that never say it; among them what announces others, and fields of an error object, whose message stands by itself. */
const noise =
  /^\s*(?:at |File "|Traceback|from |raise |.*\($|\.\.\.|npm |node:|Node\.js v|\^|}|\{|\]|\[?warn|(?:code|errno|sqlState|severity|routine|driverError|original|parent): |.*[^\]]:$)/i;

/** Without colours and the like: programs print them where GitHub Actions is the terminal, and a log shows their codes. */
export function withoutColours(text: string): string {
  return text.replaceAll(/\u001B\[[0-9;]*[A-Za-z]/g, "");
}

/** The one line that tells most, shortened; "" when there is none. stderr is believed before stdout. */
export function rootCause({ stdout, stderr }: { stdout: string; stderr: string }): string {
  const lines = [...linesOf(stderr), ...linesOf(stdout)];
  for (const teller of tellers) {
    const found = lines.find((line) => teller.test(line) && !noise.test(line));
    if (found !== undefined) return cut(found);
  }
  const said = linesOf(stderr);
  return cut(said.findLast((line) => !noise.test(line)) ?? said.at(-1) ?? "");
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => withoutColours(line).trim())
    .filter((line) => line !== "");
}

function cut(line: string): string {
  const points = Array.from(line);
  return points.length <= LONGEST ? line : `${points.slice(0, LONGEST - 1).join("")}…`;
}
