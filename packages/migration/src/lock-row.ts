/** Who holds our lock in the database, as the one row of its table says it. Pure. */
import { parseJson, readNumber, readText } from "@handrail/runner";
import type { Row } from "@handrail/database";

/** A holder. Everything in it is for people and for finding out whether it is still at work; nothing is secret. */
export type LockHolder = {
  /** Tells this holding from every other one, also of the same run: 8 to 64 letters, digits, `-` and `_`, by chance. */
  nonce: string;
  kind: "run" | "rollback" | "check";
  runId: string;
  attempt: number;
  job: string;
  runUrl: string;
  actor: string;
  /** When it took the lock, ms since 1970, by its own clock. */
  since: number;
  /** ARN of the task that works for it; "" when none does. */
  task: string;
};

/** The row. */
export type LockRow = {
  nonce: string;
  /** Undefined when what is there cannot be understood: a later version, or a hand, wrote it. */
  holder: LockHolder | undefined;
  /** What the holder notes while it works, as it wrote it; "" before it did. After a takeover still the one of the dead holder. */
  journal: string;
};

const NONCE = /^[\w-]{8,64}$/;
const kinds = ["run", "rollback", "check"] as const;

/** A holder as JSON. @throws RangeError for a nonce that is not of its form */
export function renderHolder(holder: LockHolder): string {
  if (!NONCE.test(holder.nonce)) throw new RangeError("a nonce has 8 to 64 letters, digits, - and _");
  return plainJson(JSON.stringify(holder));
}

/** JSON with nothing in it but ASCII: what a table's character set would change is written as an escape. */
export function plainJson(json: string): string {
  return json.replaceAll(/[^\u0020-\u007E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Reads the row that the table holds; undefined when it holds none. */
export function parseLockRow(rows: readonly Row[]): LockRow | undefined {
  const [row] = rows;
  if (row === undefined) return undefined;
  const nonce = readText(row, "nonce");
  return { nonce, holder: parseHolder(readText(row, "holder"), nonce), journal: readText(row, "journal") };
}

function parseHolder(text: string, nonce: string): LockHolder | undefined {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return undefined;
  }
  const kind = kinds.find((each) => each === readText(value, "kind"));
  const since = readNumber(value, "since");
  if (kind === undefined || since === undefined || Math.abs(since) > 8_640_000_000_000_000) return undefined;
  return {
    nonce,
    kind,
    runId: readText(value, "runId"),
    attempt: readNumber(value, "attempt") ?? 0,
    job: readText(value, "job"),
    runUrl: readText(value, "runUrl"),
    actor: readText(value, "actor"),
    since,
    task: readText(value, "task"),
  };
}
