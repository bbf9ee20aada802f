/** The constraints of a table of SQLite, whether they stand behind a column or behind all of them: both become the same. */
import { type Cursor, NotUnderstood, splitByComma } from "./catalog-sqlite-cursor.ts";
import { type KnownNames, writeName, writeSql } from "./catalog-sqlite-expression.ts";
import type { Token } from "./catalog-tokens.ts";

/** A constraint. Its name is the one that it was given, else what it is. */
export type TableConstraint = { name: string; definition: string };

/** How a constraint is read: its name, what can be meant in expressions, and the column it stands behind, if it does. */
type Reading = { name: string; known: KnownNames; column?: string };

/**
 * Reads one constraint that needs a name of its own: PRIMARY KEY, UNIQUE, CHECK, REFERENCES or FOREIGN KEY. undefined when none
 * of these comes next.
 * @throws NotUnderstood
 */
export function readConstraint(cursor: Cursor, reading: Reading): TableConstraint | undefined {
  if (cursor.takes("primary", "key")) return key(cursor, "primary key", reading);
  if (cursor.takes("unique")) return key(cursor, "unique", reading);
  if (cursor.takes("check")) {
    const definition = `check (${writeSql(cursor.group(), reading.known)})`;
    readConflict(cursor);
    return { name: reading.name || "check", definition };
  }
  if (cursor.takes("foreign", "key")) return foreignKey(cursor, namesOf(cursor.group()), reading);
  if (reading.column !== undefined && cursor.sees("references"))
    return foreignKey(cursor, [lower(reading.column)], reading);
  return undefined;
}

/** `constraint name`, when that comes next; "" otherwise. */
export function readConstraintName(cursor: Cursor): string {
  return cursor.takes("constraint") ? cursor.name() : "";
}

/** What to do about a conflict, with a space in front; "" for what is done anyway. */
export function readConflict(cursor: Cursor): string {
  if (!cursor.takes("on", "conflict")) return "";
  const { value } = cursor.next();
  return value === "abort" ? "" : ` on conflict ${value}`;
}

/** A column of a key or an index. Ascending is how it is anyway. */
export function writeIndexed(tokens: readonly Token[], known: KnownNames): string {
  const [first, second] = tokens;
  const isName = first?.kind === "string" && (second === undefined || second.kind === "word");
  const rest = tokens.at(-1)?.kind === "word" && tokens.at(-1)?.value === "asc" ? tokens.slice(0, -1) : tokens;
  if (!isName) return writeSql(rest, known);
  return [writeName(lower(first.value)), writeSql(rest.slice(1), known)].join(" ").trim();
}

function key(cursor: Cursor, what: string, { name, known, column }: Reading): TableConstraint {
  let columns: string[];
  let isCounted = false;
  if (column === undefined) {
    const inner = cursor.group();
    isCounted = inner.at(-1)?.value === "autoincrement" && inner.length > 1;
    columns = splitByComma(isCounted ? inner.slice(0, -1) : inner).map((part) => writeIndexed(part, known));
  } else {
    const isDescending = cursor.takes("desc");
    cursor.takes("asc");
    columns = [`${writeName(lower(column))}${isDescending ? " desc" : ""}`];
  }
  const conflict = readConflict(cursor);
  isCounted = cursor.takes("autoincrement") || isCounted;
  const definition = `${what} (${columns.join(", ")})`;
  const label = what === "unique" ? definition : what;
  return { name: name || label, definition: `${definition}${isCounted ? " autoincrement" : ""}${conflict}` };
}

function foreignKey(cursor: Cursor, columns: readonly string[], { name }: Reading): TableConstraint {
  if (!cursor.takes("references")) throw new NotUnderstood();
  const table = writeName(lower(cursor.name()));
  const target = cursor.sees("(") ? ` (${namesOf(cursor.group()).map(writeName).join(", ")})` : "";
  const actions = readActions(cursor);
  const label = `foreign key (${columns.map(writeName).join(", ")})`;
  return { name: name || label, definition: `${label} references ${table}${target}${actions}` };
}

/** What happens on delete and on update, and when it is looked at. MATCH means nothing to SQLite, nor does anything but deferred. */
function readActions(cursor: Cursor): string {
  const actions = new Map<string, string>();
  let isDeferred = false;
  for (;;) {
    if (cursor.takes("on")) actions.set(cursor.next().value, readAction(cursor));
    else if (cursor.takes("match")) cursor.next();
    else if (cursor.takes("not", "deferrable")) isDeferred = readDeferred(cursor) && false;
    else if (cursor.takes("deferrable")) isDeferred = readDeferred(cursor);
    else break;
  }
  const said = ["delete", "update"].flatMap((event) => {
    const action = actions.get(event);
    return action === undefined || action === "no action" ? [] : [` on ${event} ${action}`];
  });
  return `${said.join("")}${isDeferred ? " deferrable initially deferred" : ""}`;
}

function readAction(cursor: Cursor): string {
  const first = cursor.next().value;
  return first === "set" || first === "no" ? `${first} ${cursor.next().value}` : first;
}

function readDeferred(cursor: Cursor): boolean {
  if (cursor.takes("initially", "immediate")) return false;
  return cursor.takes("initially", "deferred");
}

function namesOf(tokens: readonly Token[]): string[] {
  return splitByComma(tokens).map(([first]) => lower(first?.value ?? ""));
}

/** As SQLite compares names. */
function lower(name: string): string {
  return name.toLowerCase();
}
