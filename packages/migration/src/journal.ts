/**
 * What a run or a rollback notes in its lock while it works: enough for anybody to say later, from the database alone, what it
 * did. A job that was killed leaves it behind; its post step, or the next run, settles it. Types and parsing; pure.
 */
import type { SessionMark } from "@handrail/database/client";
import { parseJson, read, readList, readNumber, readText } from "@handrail/runner";
import type { DownKind } from "./migration.ts";
import type { RecordedMigration, RecordedState } from "./record.ts";

/** A migration that was done, and the schema right after it. */
export type JournalStep = {
  id: string;
  fingerprint: string;
  creates?: readonly string[];
  retypes?: readonly string[];
};

/** The journal. */
export type Journal = {
  kind: "run" | "rollback";
  tool: string;
  /** working-directory. */
  directory: string;
  /** The input `environment`; absent in a journal that an older version wrote. */
  environment?: string;
  commit: string;
  actor: string;
  runId: string;
  attempt: number;
  runUrl: string;
  /** Ms since 1970. */
  startedAt: number;
  /** The applied ids as the tool tells them, and the schema, before anything was done. */
  before: { ids: readonly string[]; fingerprint: string };
  /** What is to be done (applied or reverted), in order. */
  planned: readonly RecordedMigration[];
  /** What is known to be done. */
  done: readonly JournalStep[];
  /** What is under way; empty between two commands. */
  doing: readonly string[];
  /** Of a rollback: what the database has to be in the end, the record it goes back to, and the records that are taken back. */
  target?: RecordedState;
  to?: number;
  undoes?: readonly number[];
  /** Of a task, and of the application that is deployed. */
  image?: string;
  taskDefinition?: string;
  /** By what the tool's sessions on the server are known: it may go on with what it has received. */
  sessions?: SessionMark;
};

const kinds: readonly DownKind[] = ["real", "empty", "none", "unknown"];

/** Reads a journal; undefined when the text is none (a run that was killed before it had written one). */
export function parseJournal(text: string): Journal | undefined {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return undefined;
  }
  const kind = readText(value, "kind");
  const before = read(value, "before");
  if ((kind !== "run" && kind !== "rollback") || before === undefined) return undefined;
  const [target, sessions] = [read(value, "target"), read(value, "sessions")];
  const to = readNumber(value, "to");
  const [image, taskDefinition] = [readText(value, "image"), readText(value, "taskDefinition")];
  return {
    kind,
    tool: readText(value, "tool"),
    directory: readText(value, "directory"),
    ...(typeof read(value, "environment") === "string" ? { environment: readText(value, "environment") } : {}),
    commit: readText(value, "commit"),
    actor: readText(value, "actor"),
    runId: readText(value, "runId"),
    attempt: readNumber(value, "attempt") ?? 1,
    runUrl: readText(value, "runUrl"),
    startedAt: readNumber(value, "startedAt") ?? 0,
    before: { ids: readTexts(before, "ids"), fingerprint: readText(before, "fingerprint") },
    planned: readList(value, "planned").map(readPlanned),
    done: readList(value, "done").map(readStep),
    doing: readTexts(value, "doing"),
    ...(target === undefined ? {} : { target: readState(target) }),
    ...(to === undefined ? {} : { to }),
    undoes: readList(value, "undoes").filter((each) => typeof each === "number"),
    ...(image === "" ? {} : { image }),
    ...(taskDefinition === "" ? {} : { taskDefinition }),
    ...(sessions === undefined
      ? {}
      : { sessions: { name: readText(sessions, "name"), first: readText(sessions, "first") } }),
  };
}

function readTexts(value: unknown, key: string): string[] {
  return readList(value, key).filter((each) => typeof each === "string");
}

function readPlanned(value: unknown): RecordedMigration {
  const down = kinds.find((each) => each === readText(value, "down")) ?? "unknown";
  const fingerprint = readText(value, "fingerprint");
  return {
    id: readText(value, "id"),
    digest: readText(value, "digest"),
    down,
    ...(fingerprint === "" ? {} : { fingerprint }),
    ...readMade(value),
  };
}

function readStep(value: unknown): JournalStep {
  return { id: readText(value, "id"), fingerprint: readText(value, "fingerprint"), ...readMade(value) };
}

function readMade(value: unknown): Pick<JournalStep, "creates" | "retypes"> {
  const has = (key: string): boolean => read(value, key) !== undefined;
  return {
    // To know that it made nothing is not the same as not to know what it made.
    ...(has("creates") ? { creates: readTexts(value, "creates") } : {}),
    ...(has("retypes") ? { retypes: readTexts(value, "retypes") } : {}),
  };
}

function readState(value: unknown): RecordedState {
  return {
    set: readText(value, "set"),
    count: readNumber(value, "count") ?? 0,
    version: readText(value, "version"),
    fingerprint: readText(value, "fingerprint"),
  };
}
