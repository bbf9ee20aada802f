/**
 * How the rest speaks to a database: statements in, rows out, one kind of error. Types and the error only; the door `./client`
 * has the implementation that connects, and a task in the cluster can be another.
 */
import { Failure } from "@handrail/runner";

/** A kind of database by the SQL it speaks. `mysql` is MariaDB, too. */
export type Engine = "postgresql" | "mysql" | "sqlite";

/**
 * A row by column name, as plain data: texts, finite numbers, booleans (as the database gives them), null. Times are texts,
 * integers beyond 2^53 are texts, bytes are their lower-case hex.
 */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Sends statements one after another on one connection, without a transaction around them, and resolves with the rows of each
 * (none for a statement that gives none). Stops at the first that fails, with DatabaseFailure. Values are part of the text: see
 * quoteLiteral and quoteName.
 */
export type Query = (statements: readonly string[]) => Promise<readonly (readonly Row[])[]>;

/**
 * Why a statement had no answer. `unreachable`: no connection, or it was lost, or the server is shutting down. `denied`: wrong
 * password, or not allowed. `missing`: there is no such table, view, column or schema. `exists`: it is there already, or the key
 * is taken. `locked`: somebody holds what it needs. `refused`: anything else that the database says no to.
 */
export type DatabaseFaultKind = "unreachable" | "denied" | "missing" | "exists" | "locked" | "refused";

/** What a DatabaseFailure is made of. */
export type DatabaseFaultFacts = {
  kind: DatabaseFaultKind;
  /** The database's own code: an SQLSTATE (`42P01`), MySQL's number (`1146`), SQLite's name (`SQLITE_BUSY`); or the system's. */
  code: string;
  /** The database's words; they can hold values, so mask what is secret before they are shown. */
  message: string;
  cause?: unknown;
};

/** A statement that had no answer. Its reason is `connection-failed`. */
export class DatabaseFailure extends Failure {
  readonly kind: DatabaseFaultKind;
  readonly code: string;
  readonly said: string;

  constructor({ kind, code, message, cause }: DatabaseFaultFacts) {
    super({
      reason: "connection-failed",
      what: `${happened[kind]} (${message === "" || message === code ? code : `${code}: ${message}`})`,
      remedy: remedies[kind],
      cause,
    });
    this.name = "DatabaseFailure";
    this.kind = kind;
    this.code = code;
    this.said = message;
  }
}

const happened: Readonly<Record<DatabaseFaultKind, string>> = {
  unreachable: "The database gave no answer",
  denied: "The database refused the user, or what that user asked for",
  missing: "The database does not have what was asked for",
  exists: "The database has it already",
  locked: "The database is locked by somebody else",
  refused: "The database refused a statement",
};

const remedies: Readonly<Record<DatabaseFaultKind, string>> = {
  unreachable:
    "Check that the host and port of database-url can be reached from where this runs, then run the job again.",
  denied: "Check the user and password in database-url, and what that user may do.",
  missing: "Check that database-url names the right database.",
  exists: "Look for another run that works on this database.",
  locked: "Wait until whoever holds the lock is done, then run the job again.",
  refused: "Check that database-url names the right database, and what the database says.",
};
