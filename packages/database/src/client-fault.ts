/** Turns what a driver throws into a DatabaseFailure. It sends nothing. */
import { DeadlineError, errorCode, Failure, readList, readNumber, readText } from "@handrail/runner";
import { databaseFaultKind } from "./faults.ts";
import { DatabaseFailure } from "./query.ts";
import type { Engine } from "./query.ts";

/** The failure of a question, or of connecting: a DatabaseFailure. What is a Failure already stays as it is. */
export function toDatabaseFailure(engine: Engine, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = readers[engine](error) ?? ofSystem(error);
  const kind = databaseFaultKind(engine, code, message);
  return new DatabaseFailure({ kind, code, message: shorten(message), cause: error });
}

/** No answer, for a reason of ours. */
export function lostConnection(code: string, message: string, cause?: unknown): DatabaseFailure {
  return new DatabaseFailure({ kind: "unreachable", code, message, cause });
}

type Told = { code: string; message: string };

/** What the database itself said; undefined when the error is not its. */
const readers: Readonly<Record<Engine, (error: unknown) => Told | undefined>> = {
  postgresql(error) {
    // Only the server's errors have a severity; a system's code (EPIPE) can look like an SQLSTATE.
    if (readText(error, "severity") === "") return undefined;
    return { code: readText(error, "code"), message: readText(error, "message") };
  },
  mysql(error) {
    const number = readNumber(error, "errno");
    if (number === undefined || number < 1000 || readText(error, "sqlState") === "") return undefined;
    return { code: String(number), message: readText(error, "sqlMessage") };
  },
  sqlite(error) {
    const number = readNumber(error, "errcode");
    if (number === undefined) return undefined;
    const code = sqliteCodes.get(number) ?? sqliteCodes.get(number % 256) ?? "SQLITE_ERROR";
    return { code, message: readText(error, "message") };
  },
};

/** Primary result codes, and the extended ones that mean something of their own here. https://sqlite.org/rescode.html */
const sqliteCodes: ReadonlyMap<number, string> = new Map(
  [
    "ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN PROTOCOL EMPTY SCHEMA",
    "TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB",
  ]
    .join(" ")
    .split(" ")
    .map((name, index): [number, string] => [index + 1, `SQLITE_${name}`])
    .concat([
      [1555, "SQLITE_CONSTRAINT_PRIMARYKEY"],
      [2067, "SQLITE_CONSTRAINT_UNIQUE"],
      [2579, "SQLITE_CONSTRAINT_ROWID"],
    ]),
);

/** Errors of the system, of TLS and of the drivers themselves, some of which have words only. */
function ofSystem(error: unknown): Told {
  const message = messageOf(error);
  if (error instanceof DeadlineError) return { code: "TIMEOUT", message };
  const code = errorCode(error);
  if (code !== undefined && code !== "") return { code, message };
  if (/does not support SSL|SSL connection/i.test(message)) return { code: "HANDSHAKE_NO_SSL_SUPPORT", message };
  if (message.startsWith("SASL")) return { code: "28P01", message };
  return {
    code: /terminated|clos|end|lost|not queryable|timeout/i.test(message) ? "CONNECTION_LOST" : "UNKNOWN",
    message,
  };
}

/** Of an attempt at several addresses of a host, the first one's words. */
function messageOf(error: unknown): string {
  const [first] = readList(error, "errors");
  return readText(error, "message") || readText(first, "message");
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 1000 ? `${line.slice(0, 999)}…` : line;
}
