/**
 * Whether a workflow run is over, for whoever has to know that the holder of a lock is gone. Reading only.
 */
import { badAnswer } from "./answer-failure.ts";
import { GitHubFailure } from "./failure.ts";
import type { Requester } from "./requester.ts";
import { parseRunState } from "./workflow-run.ts";
import type { RunState } from "./workflow-run.ts";

/** Which attempt of which run. */
export type RunQuery = {
  owner: string;
  repo: string;
  /** As in GITHUB_RUN_ID. */
  runId: string;
  /** As in GITHUB_RUN_ATTEMPT, from 1. */
  attempt: number;
};

const PERMISSION = "actions: read";
const unknown: RunState = { isCompleted: undefined, conclusion: "" };

/**
 * Asks for a run.
 * https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run
 * @throws GitHubFailure for anything but a run that is not there and a permission that is missing
 */
export async function readRunState(requester: Requester, query: RunQuery): Promise<RunState> {
  const { owner, repo, runId, attempt } = query;
  // It comes from a record that others may have written.
  if (!/^[1-9]\d{0,19}$/.test(runId) || !Number.isSafeInteger(attempt) || attempt < 1) return unknown;
  let data: unknown;
  try {
    ({ data } = await requester.request(
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
      { owner, repo, run_id: runId },
      { expects: "object", permission: PERMISSION },
    ));
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    if (error.reason === "github-not-found") return unknown;
    if (error.permission !== undefined) return { ...unknown, permission: error.permission };
    throw error;
  }
  return parseRunState(data, { runId, attempt }) ?? badAnswer("a workflow run");
}
