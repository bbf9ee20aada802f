/** A workflow run as GitHub shows it, and what its status and conclusion say. Pure; it decides nothing. */
import { readId, readText } from "@handrail/runner";

/** A run, at its newest attempt. Texts are from outside. */
export type Run = {
  id: number;
  name: string;
  /** "" when GitHub gives none that can be shown. */
  url: string;
  status: string;
  /** "" until the run is completed. */
  conclusion: string;
  /** From 1 on; running it again makes it grow. */
  attempt: number;
};

/**
 * Where a run stands. `blocked`: a person has to do something. `void`: it ended without doing anything. `unknown`: a status
 * or conclusion that is not known here.
 */
export type Standing = "open" | "blocked" | "good" | "void" | "failed" | "cancelled" | "unknown";

/** https://docs.github.com/rest/actions/workflow-runs lists both. */
const standings: Readonly<Record<string, Standing>> = {
  "": "open",
  queued: "open",
  requested: "open",
  pending: "open",
  in_progress: "open",
  waiting: "blocked",
};

/**
 * `action_required` is no end: somebody has to approve the run (of a fork, most often), and then it begins. `stale`: GitHub
 * gave it up after two weeks. `skipped`: the workflow's own conditions were against every job.
 */
const conclusions: Readonly<Record<string, Standing>> = {
  "": "open",
  success: "good",
  failure: "failed",
  startup_failure: "failed",
  timed_out: "failed",
  stale: "failed",
  cancelled: "cancelled",
  skipped: "void",
  neutral: "void",
  action_required: "blocked",
};

/** Where a run stands. */
export function standingOf({ status, conclusion }: Pick<Run, "status" | "conclusion">): Standing {
  const [table, word] = status === "completed" ? [conclusions, conclusion] : [standings, status];
  return Object.hasOwn(table, word) ? (table[word] ?? "unknown") : "unknown";
}

/** Whether this attempt of the run has ended. */
export function isEnded(run: Run): boolean {
  return !["open", "blocked", "unknown"].includes(standingOf(run));
}

/** The word that tells most about a run: its conclusion, or its status. */
export function wordOf({ status, conclusion }: Run): string {
  return status === "completed" && conclusion !== "" ? conclusion : status === "" ? "no status" : status;
}

/** What people call a run. */
export function nameOf({ id, name }: Run): string {
  return name === "" ? `run ${id}` : `${name} (run ${id})`;
}

/** Reads a run. Without an id it is the run `asked`; undefined when it is neither, or says nothing about itself. */
export function readRun(value: unknown, asked?: number): Run | undefined {
  const id = readId(value, "id") ?? asked;
  const status = oneLine(readText(value, "status"));
  if (id === undefined || (status === "" && asked !== undefined)) return undefined;
  const url = readText(value, "html_url");
  return {
    id,
    name: oneLine(readText(value, "name")),
    url: url.startsWith("https://") && !/\s/.test(url) ? url : "",
    status,
    conclusion: oneLine(readText(value, "conclusion")),
    attempt: readId(value, "run_attempt") ?? 1,
  };
}

/** The newer of two views of a run: a later attempt; of one attempt, the one in which it has ended. */
export function newerOf(known: Run, seen: Run): Run {
  if (seen.attempt !== known.attempt) return seen.attempt > known.attempt ? seen : known;
  return isEnded(known) && !isEnded(seen) ? known : seen;
}

/** Text from outside on one line, 300 characters at most. */
export function oneLine(text: string): string {
  return text.slice(0, 2000).replaceAll(/\s+/g, " ").trim().slice(0, 300).toWellFormed();
}
