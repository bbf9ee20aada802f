/** Who holds the lock of a database, and whether that one still lives. */
import { toFailure } from "@handrail/runner";
import type { Journal } from "./journal.ts";
import type { HolderLife } from "./lock.ts";
import type { LockHolder } from "./lock-row.ts";
import type { MigrationStep } from "./step.ts";

/** What a holder says of itself that has ended and left its journal on purpose. */
export const ENDED = "ended";

/** This step, as a holder. */
export function holderOf({ context, deps }: MigrationStep, nonce: string, kind: Journal["kind"]): LockHolder {
  return {
    nonce,
    kind,
    runId: context.runId,
    attempt: context.runAttempt,
    job: context.job,
    runUrl: context.runUrl,
    actor: context.actor,
    since: deps.host.clock.now(),
    task: "",
  };
}

/** Proven by GitHub, by its own note that it ended, or by being an earlier attempt of this very run; not knowing is not dead. */
export async function isDead({ context, deps }: MigrationStep, holder: LockHolder): Promise<HolderLife> {
  const { owner, repo, runId, runAttempt } = context;
  if (holder.task === ENDED) return { state: "dead", proof: "it ended, and left a note of what is half done" };
  if (holder.runId !== "" && holder.runId === runId && holder.attempt < runAttempt) {
    return { state: "dead", proof: `this is attempt ${runAttempt} of the same run` };
  }
  if (holder.runId === "" || owner === "") return { state: "unknown" };
  try {
    const github = await deps.github();
    const state = await github.runState({ owner, repo, runId: holder.runId, attempt: holder.attempt });
    if (state.permission !== undefined) {
      deps.host.log.info(
        `Whether run ${holder.runId} has ended cannot be seen: the job needs \`permissions: ${state.permission}\`.`,
      );
    }
    if (state.isCompleted === true) return { state: "dead", proof: `GitHub says that run ${holder.runId} has ended` };
    return { state: state.isCompleted === undefined ? "unknown" : "alive" };
  } catch (thrown) {
    deps.host.log.info(`Whether run ${holder.runId} has ended cannot be seen: ${toFailure(thrown).what}`);
    return { state: "unknown" };
  }
}
