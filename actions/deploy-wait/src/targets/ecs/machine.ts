/**
 * The machine of an ECS service: what a look at it means. Pure; the order of the rules is here, the rules are in the files
 * beside. Success belongs to the pinned deployment alone.
 */
import type { Step } from "../../wait/target.ts";
import type { Facts, Verdict } from "../../wait/verdict.ts";
import { judgeByService, judgeService, judgeVisibility, readEnd } from "./by-service.ts";
import { judgeHealth } from "./hopeless.ts";
import { planNext } from "./plan.ts";
import { search } from "./search.ts";
import { isFinal, remember } from "./state.ts";
import type { Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";
import { stages } from "./subject.ts";
import { isOld, judgeDeployment, noop, prove, revisionOf } from "./verdicts.ts";
import type { EcsRead, Ruling } from "./verdicts.ts";
import { oneLine, pausedAt, pauseWarning, progressOf, stageOf } from "./words.ts";

const known: ReadonlySet<string> = new Set(["PENDING", "IN_PROGRESS", "STOP_REQUESTED"]);

/** The step after a look. `before` is undefined at the first; `elapsedMs` counts from the start of waiting. */
export function next(before: State | undefined, snapshot: Snapshot, elapsedMs: number): Step<State, EcsRead> {
  const seen = remember(before, snapshot, elapsedMs);
  const { state: pinned, ruling } = judge(seen, elapsedMs);
  const state = doubt(pinned, elapsedMs);
  const warnings = [...state.warnings, ...warningsOf(state)];
  const told = {
    progress: progressOf(state),
    stage: stageOf(state),
    facts: factsOf(state),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
  if (ruling !== undefined && "verdict" in ruling) return ended(state, ruling.verdict, told);
  const plan =
    ruling === undefined
      ? planNext(before, state, snapshot, elapsedMs)
      : { pace: ruling.pace, reads: possible(ruling.needs, state) };
  return { ...told, ...plan, state: { ...state, asked: plan.reads } };
}

type Told = Pick<Step<State, EcsRead>, "progress" | "stage" | "facts" | "warnings">;

function ended(state: State, verdict: Verdict, told: Told): Step<State, EcsRead> {
  return { ...told, state, verdict, pace: "moving", reads: ["services"] };
}

type Judged = { state: State; ruling: Ruling | undefined };

function judge(seen: State, elapsedMs: number): Judged {
  const truth = judgeDeployment(seen, elapsedMs);
  if (truth !== undefined && "verdict" in truth) return { state: seen, ruling: truth };
  const ofService = judgeService(seen, elapsedMs);
  if (ofService !== undefined) return { state: seen, ruling: ofService };
  if (seen.arn !== "" || seen.id !== "") return { state: seen, ruling: truth ?? judgePinned(seen, elapsedMs) };
  const sought = search(seen, elapsedMs);
  if (!("found" in sought)) return { state: seen, ruling: sought };
  const { found } = sought;
  const ruling = judgePinned(found, elapsedMs);
  // Its service deployment has not been asked so far.
  const isReadable = found.arn !== "" && found.denied === "" && ruling === undefined;
  return { state: found, ruling: isReadable ? { needs: ["deployments"], pace: "now" } : ruling };
}

function judgePinned(state: State, elapsedMs: number): Ruling | undefined {
  if (isOld(state)) return prove(state, noop(state));
  return judgeVisibility(state, elapsedMs) ?? judgeByService(state, elapsedMs) ?? judgeHealth(state, elapsedMs);
}

/** Notes since when the service has said the same of our end. Only an answer of the service itself changes it. */
function doubt(state: State, elapsedMs: number): State {
  if (state.serviceAt !== elapsedMs) return state;
  const result = readEnd(state)?.verdict.result;
  if (result !== undefined && result === state.doubt?.result) return state;
  const { doubt: _, ...rest } = state;
  return result === undefined ? rest : { ...rest, doubt: { result, since: elapsedMs } };
}

function possible(needs: readonly EcsRead[], state: State): readonly EcsRead[] {
  const canAsk = state.arn !== "" && state.denied === "";
  const reads = needs.filter((read) => read !== "deployments" || canAsk);
  return reads.length === 0 ? ["services"] : reads;
}

function warningsOf(state: State): readonly string[] {
  const { deployment, subject, service } = state;
  const warnings: string[] = [];
  const paused = pausedAt(deployment);
  if (deployment !== undefined && paused !== undefined) warnings.push(pauseWarning(deployment, paused));
  const status = deployment?.status ?? "";
  if (deployment !== undefined && !known.has(status) && !isFinal(status) && !status.startsWith("ROLLBACK_")) {
    warnings.push(`Status ${oneLine(status) || "without a name"} of a service deployment is not known here: waiting`);
  }
  if (service !== undefined && !["ACTIVE", "DRAINING", "INACTIVE"].includes(service.status)) {
    warnings.push(`Status ${oneLine(service.status) || "without a name"} of a service is not known here: waiting`);
  }
  if (subject.until !== "" && !stages.includes(subject.until)) {
    warnings.push(`Stage ${oneLine(subject.until)} is not known here: waiting for SUCCESSFUL`);
  }
  return warnings;
}

function factsOf(state: State): Facts {
  const { arn, id, ours, deployment } = state;
  const revision = revisionOf(state);
  return {
    ...(arn === "" && id === "" ? {} : { pinned: arn === "" ? id : arn }),
    ...(arn === "" ? {} : { serviceDeployment: arn }),
    ...(id === "" ? {} : { deploymentId: id }),
    ...(ours === undefined
      ? {}
      : {
          taskDefinition: ours.taskDefinition,
          desired: ours.desired,
          running: ours.running,
          failedTasks: ours.failed,
        }),
    ...(deployment === undefined ? {} : { status: deployment.status }),
    ...(revision === undefined || revision.digests.length === 0 ? {} : { imageDigest: revision.digests.join(", ") }),
  };
}
