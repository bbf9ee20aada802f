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

type Started = { run: TargetRun; limit: TimeLimit; ready: ReadyTarget | Attempt; restore: () => void };

/**
 * An attempt for each target; those that come after the scratch is spoilt are not tried. Rejects only when the step is
 * cancelled; nothing runs any more then.
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
      for (const { run } of batch) {
        const one = start(run, deps);
        started.push(one);
        one.ready = await prepare(one, deps).catch((thrown: unknown) => attemptOf(thrown, deps));
      }
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
      // Neither of them throws: every one comes to its end.
      for (const { limit, restore } of started) {
        limit.end();
        restore();
      }
    }
  }
  return attempts;
}

function start(run: TargetRun, { clock, cancelled }: ProveDeps): Started {
  cancelled.throwIfAborted();
  const limit = startLimit(clock, cancelled, LONGEST_MINUTES * 60_000);
  return { run, limit, ready: { kind: "untried", why: "it was not prepared" }, restore: () => undefined };
}

async function prepare(one: Started, deps: ProveDeps): Promise<ReadyTarget | Attempt> {
  const { scratch, target } = one.run;
  if (scratch.spoilt !== undefined) return { kind: "untried", why: scratch.spoilt };
  one.restore = readyFolder(scratch, target.directory);
  return prepareTarget(one.run, deps, one.limit.signal);
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
