/**
 * Attempts many targets in a copy: init one after the other, as terraform's plugin cache bears no two at once, then the
 * plans of a batch together. The order of effects.
 */
import type { RootTarget } from "@handrail/planning";
import { attemptOf, finishTarget, LONGEST_MINUTES } from "./attempt.ts";
import { batchesOf } from "./batches.ts";
import { readyFolder } from "./overlay.ts";
import { prepareTarget } from "./prepare.ts";
import type { ReadyTarget } from "./prepare.ts";
import type { Attempt, ProveDeps, TargetRun } from "./target-run.ts";
import { startLimit } from "./time-limit.ts";
import type { TimeLimit } from "./time-limit.ts";

type Started = { run: TargetRun; ready: ReadyTarget | Attempt; limit: TimeLimit; end(): void };

/**
 * An attempt for each target. Rejects only when the step is cancelled; nothing runs any more then.
 * @param side how the log calls it: `before` or `after`
 */
export async function attemptAll(
  runs: readonly TargetRun[],
  side: string,
  deps: ProveDeps,
): Promise<Map<RootTarget, Attempt>> {
  const attempts = new Map<RootTarget, Attempt>();
  const places = runs.map((run) => ({ run, directory: run.target.directory }));
  for (const batch of batchesOf(places, deps.width)) {
    const started: Started[] = [];
    try {
      for (const { run } of batch) started.push(await start(run, deps));
      // All of them come to their end, also when one is cancelled.
      const ended = await Promise.allSettled(started.map((one) => finish(one, deps)));
      deps.cancelled.throwIfAborted();
      for (const [index, { run }] of started.entries()) {
        const result = ended[index];
        if (result?.status !== "fulfilled") throw result?.reason;
        attempts.set(run.target, result.value);
        deps.log.info(`${run.target.label}, ${side}: ${describeAttempt(result.value)}`);
      }
    } finally {
      for (const { end } of started) end();
    }
  }
  return attempts;
}

async function start(run: TargetRun, deps: ProveDeps): Promise<Started> {
  deps.cancelled.throwIfAborted();
  const limit = startLimit(deps.clock, deps.cancelled, LONGEST_MINUTES * 60_000);
  const restore = readyFolder(run.scratch.copy, run.target.directory);
  const end = (): void => {
    limit.end();
    restore();
  };
  try {
    const ready = await prepareTarget(run, deps, limit.signal).catch((thrown: unknown) => attemptOf(thrown, deps));
    return { run, ready, limit, end };
  } catch (thrown) {
    end();
    throw thrown;
  }
}

async function finish({ run, ready, limit }: Started, deps: ProveDeps): Promise<Attempt> {
  if ("kind" in ready) return ready;
  return finishTarget(ready, run, deps, limit.signal).catch((thrown: unknown) => attemptOf(thrown, deps));
}

/** For the log, which redacts. */
function describeAttempt(attempt: Attempt): string {
  if (attempt.kind === "planned") return attempt.line;
  if (attempt.kind === "failed") return `failed. ${attempt.problem.message}`;
  if (attempt.kind === "untried") return `not tried: ${attempt.why}`;
  return attempt.why === undefined ? "valid." : `valid, not planned: ${attempt.why.message}`;
}
