/** Asks GitHub for runs and makes snapshots of its answers: one call a look. It judges nothing. */
import { GitHubFailure } from "@handrail/github";
import type { CallOptions, Request } from "@handrail/github/client";
import { readList, readNumber, readText } from "@handrail/runner";
import type { Fault, Look } from "../../wait/target.ts";
import type { Snapshot } from "./machine.ts";
import { oneLine, readRun } from "./run.ts";
import type { Run } from "./run.ts";

/** Which runs are waited for: `runId`, or all of `sha`, or those of `workflow` for `sha`. */
export type Sought = {
  owner: string;
  repo: string;
  /** "" for the runs of a commit. */
  runId: string;
  /** File name, id or name; "" for all. */
  workflow: string;
  /** The commit, its full hash. */
  sha: string;
  /** The run that this step is part of; it never counts. */
  ownRunId: string;
};

/** What reading needs. */
const READ: CallOptions = { permission: "actions: read" };
const PAGE = 100;
const MAX_PAGES = 5;

/** What is asked first, as people know it. */
export function operationOf({ owner, repo, runId }: Sought): string {
  return `GET /repos/${owner}/${repo}/actions/runs${runId === "" ? "" : `/${runId}`}`;
}

/** One look at the run, or at all runs of the commit. `wasSeen`: an earlier look was good. */
export async function readRuns(
  sought: Sought,
  request: Request,
  wasSeen: boolean,
): Promise<{ look: Look<Snapshot>; calls: number }> {
  try {
    const { snapshot, calls } = sought.runId === "" ? await readAll(sought, request) : await readOne(sought, request);
    return { look: { snapshot }, calls };
  } catch (error) {
    if (isMissing(error)) return { look: { snapshot: { runs: "missing" } }, calls: 1 };
    const fault = faultOf(error, operationOf(sought), wasSeen);
    if (fault === undefined) throw error;
    return { look: { fault }, calls: 1 };
  }
}

async function readOne(
  { owner, repo, runId }: Sought,
  request: Request,
): Promise<{ snapshot: Snapshot; calls: number }> {
  const { data } = await request(
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
    { owner, repo, run_id: runId, exclude_pull_requests: true },
    READ,
  );
  const run = readRun(data, Number(runId));
  return { snapshot: { runs: run === undefined ? undefined : [run] }, calls: 1 };
}

async function readAll(sought: Sought, request: Request): Promise<{ snapshot: Snapshot; calls: number }> {
  const { owner, repo, sha, workflow } = sought;
  const isFile = /^[0-9]+$|\.ya?ml$/i.test(workflow);
  const route = isFile
    ? "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"
    : "GET /repos/{owner}/{repo}/actions/runs";
  // The API knows a workflow by its file's name, not by its path.
  const of = isFile ? { workflow_id: workflow.slice(workflow.lastIndexOf("/") + 1) } : {};
  const found: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const parameters = { owner, repo, ...of, head_sha: sha, per_page: PAGE, exclude_pull_requests: true };
    const { data } = await request(route, page === 1 ? parameters : { ...parameters, page }, READ);
    const list = readList(data, "workflow_runs");
    found.push(...list);
    const isAll = list.length === 0 || found.length >= (readNumber(data, "total_count") ?? 0);
    if (!isAll && page < MAX_PAGES) continue;
    const runs = found.filter((run) => isSought(run, sought)).map((run) => readRun(run));
    return { snapshot: { runs: runs.filter((run) => run !== undefined), isCut: !isAll }, calls: page };
  }
}

/** Whether a run of the list is one that is waited for. What an answer leaves out does not speak against it. */
function isSought(value: unknown, { sha, workflow, ownRunId }: Sought): boolean {
  const run = readRun(value);
  const head = readText(value, "head_sha");
  if (run === undefined || String(run.id) === ownRunId) return false;
  if (head !== "" && !head.toLowerCase().startsWith(sha.toLowerCase())) return false;
  const isNamed = workflow !== "" && !/^[0-9]+$|\.ya?ml$/i.test(workflow);
  return !isNamed || readText(value, "name") === workflow;
}

/** Whether GitHub says that there is no such thing. */
export function isMissing(error: unknown): boolean {
  return error instanceof GitHubFailure && (error.reason === "github-not-found" || error.reason === "github-gone");
}

/** The fault that a failed call means; undefined for what is none: what GitHub rejects, an abort, a defect. */
export function faultOf(error: unknown, operation: string, wasSeen: boolean): Fault | undefined {
  if (!(error instanceof GitHubFailure)) return undefined;
  const kind = kindOf(error, wasSeen);
  if (kind === undefined) return undefined;
  const { status, says } = error;
  const detail = says === undefined ? error.what : `${status ?? ""} ${says}`.trim();
  return { kind, operation, detail: oneLine(detail), remedy: error.remedy };
}

function kindOf({ reason }: GitHubFailure, wasSeen: boolean): Fault["kind"] | undefined {
  if (reason === "github-rate-limited") return "throttled";
  if (reason === "github-unavailable" || reason === "github-bad-answer") return "unavailable";
  if (reason === "github-forbidden") return "denied";
  // A token that was good before has ended.
  if (reason === "github-unauthorized") return wasSeen ? "expired" : "denied";
  return undefined;
}

/** The runs that one look finds, also before the loop has looked. @throws GitHubFailure */
export async function findRuns(sought: Sought, request: Request): Promise<readonly Run[]> {
  const { snapshot } = sought.runId === "" ? await readAll(sought, request) : await readOne(sought, request);
  return snapshot.runs === undefined || snapshot.runs === "missing" ? [] : snapshot.runs;
}
