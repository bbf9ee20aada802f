/** A changeset, whatever its file is written in, and what of it decides whether it can be read without running Liquibase. */
import type { Engine } from "@handrail/database";
import type { DownKind, Migration } from "../migration.ts";
import { digestOfScripts, isIdleSql } from "./sql-scripts.ts";

/** Something that only Liquibase itself can say. Nobody meets it: the list is then left to the tool's status. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** A changeset as its file has it. */
export type Changeset = {
  id: string;
  author: string;
  /** The rest of what stands at its head, by name in lower case: `dbms`, `runonchange` … */
  attributes: ReadonlyMap<string, string>;
  changes: readonly Change[];
  /** undefined where none is written. */
  rollback: Rollback | undefined;
  /** What of its preconditions decides what happens where they are not met. */
  preconditions: ReadonlyMap<string, string>;
  /** All of its text, and that of the files it names. */
  texts: readonly string[];
};

/** A change by its name in XML: `createTable`, `sql`. */
export type Change = { name: string; sql?: string };

/** How it is undone: SQL, or changes, or another changeset that is run again. */
export type Rollback = { sql: string; changes: readonly Change[]; refersToChangeset: boolean };

/** Changes that Liquibase undoes by itself: those of liquibase-core 4.28.0 with createInverses. */
const INVERTED = new Set([
  "addColumn",
  "addDefaultValue",
  "addForeignKeyConstraint",
  "addLookupTable",
  "addNotNullConstraint",
  "addPrimaryKey",
  "addUniqueConstraint",
  "createIndex",
  "createSequence",
  "createTable",
  "createView",
  "dropNotNullConstraint",
  "renameColumn",
  "renameSequence",
  "renameTable",
  "renameView",
]);
/** Changes that do nothing to the database, and whose rollback does nothing either. */
const IDLE = new Set(["empty", "output", "tagDatabase"]);

/**
 * The migration of a changeset; undefined when it is not for this database, or ignored.
 * @param path of its file as Liquibase names it
 * @throws Unreadable when what is pending depends on more than the file: contexts, labels, changesets that run again
 */
export function migrationOf(changeset: Changeset, path: string, engine: Engine): Migration | undefined {
  const { attributes, preconditions, id, author } = changeset;
  for (const name of ["context", "contextfilter", "labels", "runorder"]) {
    if ((attributes.get(name) ?? "") !== "") throw new Unreadable(name);
  }
  for (const name of ["runonchange", "runalways"]) if (isTrue(attributes.get(name))) throw new Unreadable(name);
  for (const name of ["onfail", "onerror"]) {
    // Where it goes on without the changeset, that one stays pending, and the next is the next to run.
    if (preconditions.get(name)?.toUpperCase() === "CONTINUE") throw new Unreadable(name);
  }
  if (isTrue(attributes.get("ignore")) || !isFor(attributes.get("dbms") ?? "", engine)) return undefined;
  const file = attributes.get("logicalfilepath") || path;
  const whole = `${file}::${id}::${author}`;
  if (whole.includes("${")) throw new Unreadable("a property in its name");
  const { down, downSql } = downOf(changeset);
  return {
    id: whole,
    title: whole,
    digest: digestOfScripts(changeset.texts),
    down,
    ...(downSql === undefined ? {} : { downSql }),
    ...(isFalse(attributes.get("runintransaction")) ? { outsideTransaction: true } : {}),
  };
}

/** `true`, as an attribute says it. A property in its place is not known. */
function isTrue(text: string | undefined): boolean {
  if (text?.includes("${") === true) throw new Unreadable("a property");
  return text?.trim().toLowerCase() === "true";
}

function isFalse(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === "false";
}

/**
 * Whether `dbms` means this kind of database: `postgresql,mysql`, `!sqlite`, `all`. A MySQL server and a MariaDB server have names
 * of their own; which one it is is not told by the address.
 */
function isFor(dbms: string, engine: Engine): boolean {
  if (dbms.includes("${")) throw new Unreadable("a property in dbms");
  const names = dbms
    .toLowerCase()
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const answers = (engine === "mysql" ? ["mysql", "mariadb"] : [engine]).map((name) => isNamed(names, name));
  if (answers.some((answer) => answer !== answers[0])) throw new Unreadable("dbms tells MySQL from MariaDB");
  return answers[0] ?? true;
}

function isNamed(names: readonly string[], name: string): boolean {
  if (names.length === 0 || names.includes("all")) return true;
  if (names.includes("none") || names.includes(`!${name}`)) return false;
  return names.includes(name) || names.every((each) => each.startsWith("!"));
}

function downOf({ changes, rollback }: Changeset): { down: DownKind; downSql?: string } {
  if (rollback === undefined) {
    const left = changes.filter(({ name }) => !IDLE.has(name));
    return { down: left.every(({ name }) => INVERTED.has(name)) ? "real" : "none" };
  }
  if (rollback.refersToChangeset) return { down: "real" };
  const left = rollback.changes.filter(({ name }) => !IDLE.has(name));
  const sql = [rollback.sql, ...left.map((change) => change.sql ?? "")].join("\n").trim();
  const isAllSql = left.every((change) => change.sql !== undefined);
  // Liquibase takes a text that begins so for one that says that nothing is to do.
  const isNothing = /^(?:empty|not required)/i.test(sql) || isIdleSql(sql);
  if (isAllSql && isNothing) return { down: "empty", downSql: "" };
  return isAllSql ? { down: "real", downSql: `${sql}\n` } : { down: "real" };
}
