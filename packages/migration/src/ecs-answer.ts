/**
 * Finds the answer of a probe (ecs-probes/) among what a task printed: whole, or an error, never a part of it. Pure. The lines are
 * `handrail-<nonce> begin`, `handrail-<nonce> <number> |<piece of JSON>|` and `handrail-<nonce> end <pieces> <SHA-256 of all>`.
 */
import { createHash } from "node:crypto";
import { DatabaseFailure, databaseFaultKind } from "@handrail/database";
import type { Engine, Row } from "@handrail/database";
import { Failure, parseJson, read, readList, readText } from "@handrail/runner";

/** See createAnswerReader. */
export interface AnswerReader {
  /** Takes a line that the task printed. */
  push(line: string): void;
  /** The whole answer is there. */
  readonly isComplete: boolean;
  /** The answer's JSON; undefined when it is not whole. */
  text(): string | undefined;
}

/** Reads the lines of one probe. Lines of others between them do no harm. */
export function createAnswerReader(nonce: string): AnswerReader {
  const mark = `handrail-${nonce} `;
  const pieces = new Map<number, string>();
  let end: { count: number; digest: string } | undefined;
  return {
    push(line) {
      const at = line.indexOf(mark);
      if (at < 0) return;
      const rest = line.slice(at + mark.length);
      const piece = /^(\d+) \|(.*)\|\s*$/.exec(rest);
      if (piece !== null) pieces.set(Number(piece[1]), piece[2] ?? "");
      const last = /^end (\d+) ([0-9a-f]{64})\s*$/.exec(rest);
      if (last !== null) end = { count: Number(last[1]), digest: last[2] ?? "" };
    },
    get isComplete() {
      return end !== undefined && pieces.size === end.count;
    },
    text() {
      if (end === undefined || pieces.size !== end.count) return undefined;
      const text = Array.from({ length: end.count }, (_, at) => pieces.get(at + 1) ?? "").join("");
      return createHash("sha256").update(text, "latin1").digest("hex") === end.digest ? text : undefined;
    },
  };
}

/**
 * The rows of each statement, from a probe's JSON: `{"answers": [{"columns": […], "rows": [[…]]}], "error": {"code", "message"}}`.
 * @throws DatabaseFailure when the database said no; Failure `invalid-input` when it could not be asked
 */
export function readAnswer(text: string, engine: Engine, statements: number): (readonly Row[])[] {
  const value = parseJson(text);
  const error = read(value, "error");
  if (error !== undefined) throw faultOf(readText(error, "code"), readText(error, "message"), engine);
  const answers = readList(value, "answers").map(readRows);
  if (answers.length !== statements) throw unreadable(`${answers.length} of ${statements} statements were answered`);
  return answers;
}

function readRows(value: unknown): Row[] {
  const columns = readList(value, "columns").map(String);
  return readList(value, "rows").map((row) =>
    Object.fromEntries(columns.map((column, at) => [column, plain(Array.isArray(row) ? row[at] : undefined)])),
  );
}

function plain(value: unknown): Row[string] {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw unreadable("a row has a value of an unknown kind");
}

function faultOf(code: string, message: string, engine: Engine): Failure {
  if (code === "NO_URL") {
    return new Failure({
      reason: "invalid-input",
      what: "The database cannot be asked from the task: its container has no DATABASE_URL",
      remedy:
        "Give the container DATABASE_URL in the task definition (secrets), or a status-command that the image can run.",
    });
  }
  if (code === "NO_DRIVER") {
    return new Failure({
      reason: "invalid-input",
      what: `The database cannot be asked from the task: ${message}`,
      remedy: "Put a driver of the database into the image, or give a status-command that the image can run.",
    });
  }
  return new DatabaseFailure({ kind: databaseFaultKind(engine, code, message), code, message });
}

/** The probe ended, and its answer is not whole or not what a probe prints. */
export function unreadable(why: string): Failure {
  return new Failure({
    reason: "task-failed",
    what: `The database was asked by a task, and the answer cannot be used: ${why}`,
    remedy:
      "Check that the container's output goes to CloudWatch Logs (awslogs) line by line and unchanged, and run the job again.",
  });
}
