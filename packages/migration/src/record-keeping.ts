/** Keeps the record of a run or a rollback as a Deployment, and finds one that was kept already. */
import { permissionHint } from "@handrail/github";
import { toFailure, withDeadline } from "@handrail/runner";
import { migrationTask } from "./record.ts";
import type { MigrationRecord } from "./record.ts";
import { toPayload } from "./record-payload.ts";
import type { MigrationStep } from "./step.ts";
import type { Telling } from "./tell.ts";

/** The record of the same work, when it was kept before the job died; undefined when there is none, or nobody can tell. */
export async function findRecord(
  { inputs, context, deps }: MigrationStep,
  { runId, attempt, startedAt, kind, runUrl }: MigrationRecord,
  telling: Telling,
): Promise<number | undefined> {
  const { owner, repo } = context;
  const { environment } = inputs;
  if (environment === "") return undefined;
  const is = (payload: Readonly<Record<string, unknown>>): boolean =>
    payload["runId"] === runId &&
    payload["attempt"] === attempt &&
    payload["startedAt"] === startedAt &&
    payload["kind"] === kind;
  try {
    const github = await deps.github({ evenWhenCancelled: true });
    const query = { owner, repo, environment, task: migrationTask, atMost: 1, withStatus: true };
    const [found] = await github.listDeployments({ ...query, isRelevant: ({ payload }) => is(payload) });
    if (found === undefined) return undefined;
    // Who kept it was killed before it could say how it went.
    if (found.status === undefined) {
      const status = { owner, repo, ...statusOf(telling, deps.host.redactor), logUrl: runUrl };
      await github.setDeploymentStatus(found.id, status).catch(() => undefined);
    }
    return found.id;
  } catch {
    return undefined;
  }
}

type Outcome = Pick<Telling, "what"> & { result: MigrationRecord["result"] };
type Shown = { state: "success" | "error" | "failure"; description: string };

function statusOf({ result, what }: Outcome, redactor: MigrationStep["deps"]["host"]["redactor"]): Shown {
  const isGood = ["applied", "rolled-back", "nothing-to-do"].includes(result);
  const state = isGood ? "success" : result === "cancelled" ? "error" : "failure";
  return { state, description: redactor.redact(what) };
}

/** GitHub may take this long, ms: the verdict is known already. */
const RECORDING_MS = 20_000;

/** Keeps the record as a Deployment. Resolves with its id; never rejects. */
export async function keepRecord(
  { inputs, context, deps }: MigrationStep,
  record: MigrationRecord,
  outcome: Outcome,
  notes: string[],
): Promise<number | undefined> {
  if (inputs.environment === "" || inputs["github-token"] === "" || inputs["dry-run"]) return undefined;
  const { owner, repo } = context;
  const { clock, redactor } = deps.host;
  let kept: number | undefined;
  try {
    await withDeadline({ clock, ms: RECORDING_MS }, async () => {
      const github = await deps.github({ evenWhenCancelled: true });
      ({ id: kept } = await github.createDeployment({
        owner,
        repo,
        ref: record.commit,
        task: migrationTask,
        environment: inputs.environment,
        description: `${record.kind === "run" ? "Migration" : "Rollback"} with ${record.tool}`,
        payload: toPayload(record),
      }));
      const status = { owner, repo, ...statusOf(outcome, redactor), logUrl: record.runUrl };
      await github.setDeploymentStatus(kept, { ...status, isFirst: true });
    });
  } catch (thrown) {
    const { what, remedy } = toFailure(thrown);
    notes.push(
      kept === undefined
        ? `The record could not be kept: ${what}.${permissionHint(thrown)} ${remedy} A rollback to before this run will not find it.`
        : `The record is kept (deployment ${kept}), its status is not: ${what}.${permissionHint(thrown)} ${remedy}`,
    );
  }
  return kept;
}
