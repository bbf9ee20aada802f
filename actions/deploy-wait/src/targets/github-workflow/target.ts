/** The target `github-workflow`: puts machine, reader, diagnosis and stopping together. It decides nothing itself. */
import { GitHubFailure } from "@handrail/github";
import type { Request } from "@handrail/github/client";
import { inputFailure } from "@handrail/runner";
import { defineTarget } from "../../wait/target.ts";
import type { Ending, Look, StopReport, Target } from "../../wait/target.ts";
import type { Doors } from "../../wait/doors.ts";
import { diagnoseRuns } from "./diagnose.ts";
import { createMachine, standingsOf } from "./machine.ts";
import type { Read, Snapshot, State } from "./machine.ts";
import { findRuns, readRuns } from "./read.ts";
import type { Sought } from "./read.ts";
import { isEnded, oneLine } from "./run.ts";

/** What is waited for, and how GitHub is asked. */
export type GithubWorkflowSettings = Sought & {
  request: Request;
  /** Calls that are made although the step is cancelled: `request` again when absent, which may end with the step. */
  requestWhenCancelled?: Request;
};

/** Creates the target. Asks nothing yet. @throws Failure `invalid-input` when the run would wait for itself */
export function createGithubWorkflowTarget(settings: GithubWorkflowSettings, _doors: Doors): Target {
  const { owner, repo, runId, sha, workflow, request } = settings;
  if (runId !== "" && runId === settings.ownRunId) {
    throw inputFailure([{ name: "run-id", given: runId, accepts: "another run", why: "a run cannot wait for itself" }]);
  }
  const id = runId === "" ? `${owner}/${repo}@${sha}` : `${owner}/${repo}#${runId}`;
  const of = workflow === "" ? "" : ` of ${workflow}`;
  const label =
    runId === "" ? `runs${of} for ${sha.slice(0, 12)} in ${owner}/${repo}` : `run ${runId} of ${owner}/${repo}`;
  return defineTarget<Snapshot, State, Read>({
    kind: "github-workflow",
    items: [{ id, label }],
    first: ["runs"],
    next: createMachine(runId === "" ? "all" : "one"),
    async read(wanted) {
      const looks = new Map<string, Look<Snapshot>>();
      let calls = 0;
      for (const { item, state } of wanted) {
        const read = await readRuns(settings, request, state !== undefined);
        looks.set(item.id, read.look);
        calls += read.calls;
      }
      return { looks, calls };
    },
    diagnose: (_, state, verdict) => diagnoseRuns(settings, state, verdict, request),
    stop: (_, state, how) => cancelRuns(settings, state, how),
  });
}

/** Cancels what has not ended: GitHub knows no rollback of a run. Before the first look the runs are looked up. */
async function cancelRuns(
  settings: GithubWorkflowSettings,
  state: State | undefined,
  how: Ending,
): Promise<StopReport> {
  const { owner, repo } = settings;
  const request = settings.requestWhenCancelled ?? settings.request;
  const told: string[] = [];
  let isAccepted = false;
  try {
    for (const id of await openRuns(settings, state, request)) {
      const route = "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel";
      // Quiet: there is no time for the pause that is kept between changes that people are told about.
      const options = { permission: "actions: write", isIdempotent: true, isQuiet: true, waits: { leftMs: 0 } };
      await request(route, { owner, repo, run_id: id }, options);
      told.push(`cancelling run ${id} was accepted`);
      isAccepted = true;
    }
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    const words = error.says === undefined ? error.what : `${error.status ?? ""} ${error.says}`.trim();
    told.push(`cancelling was not accepted: ${oneLine(words)}`);
  }
  if (told.length === 0) told.push("there is no run to cancel");
  if (how === "rollback") told.push("GitHub cannot roll a run back");
  return { isAccepted, told: told.join("; ") };
}

async function openRuns(
  settings: GithubWorkflowSettings,
  state: State | undefined,
  request: Request,
): Promise<(string | number)[]> {
  const seen = state === undefined ? [] : standingsOf(state).map(({ run }) => run);
  if (seen.length === 0 && settings.runId !== "") return [settings.runId];
  const runs = seen.length === 0 ? await findRuns(settings, request) : seen;
  return runs.filter((run) => !isEnded(run)).map(({ id }) => id);
}
