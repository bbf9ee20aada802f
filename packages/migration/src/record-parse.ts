/** Reads records out of Deployments. Whoever may write deployments may have written any payload: nothing of it is taken on trust. */
import type { Deployment } from "@handrail/github/client";
import { read } from "@handrail/runner";
import {
  FieldError,
  readCount,
  readItems,
  readOptionalText,
  readTextField,
  readTextList,
  readWord,
} from "./record-fields.ts";
import { MAX_ID } from "./record-limits.ts";
import { unpackMigrations } from "./record-pack.ts";
import { migrationTask } from "./record.ts";
import type { FoundRecord, MigrationRecord, RecordedMigration, RecordedState } from "./record.ts";

/** A record, or why a Deployment is none: the end of a sentence that begins with "Deployment 12 is no record: ". */
export type ReadRecord = { record: FoundRecord; why: "" } | { record: undefined; why: string };

/** Reads one. What it does not know beside what it needs is passed over: later versions may write more. Never throws. */
export function parseRecord(deployment: Deployment): ReadRecord {
  const { payload, task } = deployment;
  if (task !== migrationTask) return { record: undefined, why: "its task is another one" };
  const version = read(payload, "v");
  if (version === undefined) return { record: undefined, why: "its payload is not Handrail's" };
  if (version !== 1) return { record: undefined, why: "its format is one that this version does not know" };
  try {
    const record = readRecord(payload);
    return { record: { ...record, recordId: deployment.id, creator: deployment.creator }, why: "" };
  } catch (error) {
    if (error instanceof FieldError) return { record: undefined, why: error.message };
    throw error;
  }
}

const kinds = ["run", "rollback"] as const;
const results = ["applied", "nothing-to-do", "partial", "failed", "cancelled", "timeout", "rolled-back"] as const;
const downs = ["real", "empty", "none", "unknown"] as const;

const ids = { max: MAX_ID, isFilled: true };
const filled = { isFilled: true };
/** SHA-256 in hex, as long as the writer wanted it; "" for none. */
const hash = { max: 128, pattern: /^[0-9a-f]*$/ };

function readRecord(payload: unknown): MigrationRecord {
  const done = readDone(payload);
  if (new Set(done.map(({ id }) => id)).size < done.length) throw new FieldError("done", "names one of them twice");
  return {
    v: 1,
    kind: readWord(payload, "kind", kinds),
    result: readWord(payload, "result", results),
    tool: readTextField(payload, "tool", filled),
    database: readTextField(payload, "database", filled),
    directory: readTextField(payload, "directory"),
    before: readState(payload, "before"),
    after: readState(payload, "after"),
    done,
    left: readTextList(payload, "left", ids),
    half: readTextField(payload, "half", { max: MAX_ID }),
    ...readOrigin(payload),
    commit: readTextField(payload, "commit"),
    actor: readTextField(payload, "actor"),
    runId: readTextField(payload, "runId"),
    attempt: readCount(payload, "attempt"),
    runUrl: readTextField(payload, "runUrl"),
    startedAt: readTime(payload, "startedAt"),
    endedAt: readTime(payload, "endedAt"),
    ...(read(payload, "cut") === true ? { cut: true } : {}),
  };
}

type Origin = Pick<MigrationRecord, "to" | "undoes" | "image" | "taskDefinition">;

/** What a record may have. */
function readOrigin(payload: unknown): Origin {
  const image = readOptionalText(payload, "image");
  const taskDefinition = readOptionalText(payload, "taskDefinition");
  const undoes = read(payload, "undoes") === undefined ? undefined : readItems(payload, "undoes");
  return {
    ...(read(payload, "to") === undefined ? {} : { to: readCount(payload, "to") }),
    ...(undoes === undefined ? {} : { undoes: undoes.map((id) => readCount({ undoes: id }, "undoes")) }),
    ...(image === undefined ? {} : { image }),
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
  };
}

/** A time in milliseconds that a Date can hold. */
function readTime(payload: unknown, name: string): number {
  const time = readCount(payload, name);
  if (time > 8_640_000_000_000_000) throw new FieldError(name, "is no time");
  return time;
}

function readState(payload: unknown, name: string): RecordedState {
  const state = read(payload, name);
  return {
    set: readTextField(state, "set", { pattern: /^[0-9a-f]{64}$/ }),
    count: readCount(state, "count"),
    version: readTextField(state, "version", { max: MAX_ID }),
    fingerprint: readTextField(state, "fingerprint", hash),
  };
}

function readDone(payload: unknown): RecordedMigration[] {
  const packed = readOptionalText(payload, "packed", { max: 1024 * 1024 });
  if (packed === undefined) return readItems(payload, "done").map(readMigration);
  const done = unpackMigrations(packed);
  if (done === undefined) throw new FieldError("packed", "is not of its form");
  return done;
}

function readMigration(item: unknown): RecordedMigration {
  const fingerprint = readOptionalText(item, "fingerprint", hash);
  return {
    id: readTextField(item, "id", ids),
    digest: readTextField(item, "digest", hash),
    down: readWord(item, "down", downs),
    ...(fingerprint === undefined || fingerprint === "" ? {} : { fingerprint }),
    ...(read(item, "creates") === undefined ? {} : { creates: readTextList(item, "creates", { max: MAX_ID }) }),
    ...(read(item, "retypes") === undefined ? {} : { retypes: readTextList(item, "retypes", { max: MAX_ID }) }),
  };
}
