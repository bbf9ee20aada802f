/**
 * What the service alone tells: that it is gone, or how our deployment in its list ended. The truth about a service
 * deployment is its own status (verdicts.ts); this stands in where that may not be asked, is not known to ECS, or lags.
 */
import type { Verdict } from "../../wait/verdict.ts";
import { primaryOf } from "./snapshot.ts";
import type { Rollout, Service } from "./snapshot.ts";
import type { State } from "./state.ts";
import { isTaskDefinition, shortName } from "./subject.ts";
import { failed, prove, revisionOf, rolledBack, success, superseded, wrongTaskDefinition } from "./verdicts.ts";
import type { Ruling } from "./verdicts.ts";
import { oneLine, oursInWords } from "./words.ts";

/** A pin that never shows up is not found after this, ms. */
const VISIBLE_WITHIN_MS = 60_000;
/** ECS never knew our service deployment for this long although the service names it: it is older than that API, ms. */
const UNKNOWN_FOR_MS = 30_000;
/** The service has to say so for this long before it counts against what its deployment says, ms. */
const AGAINST_TRUTH_MS = 20_000;
/** One more look than the first has to say so, ms. */
const TWICE_MS = 5000;
/** A service that is not there is asked again after this, ms. */
const CONFIRM_MS = 2000;

/** The service is not there, goes away, or is not rolled out by ECS. */
export function judgeService(state: State, elapsedMs: number): Ruling | undefined {
  const { missing, service, subject, ours, inactiveSince } = state;
  if (missing !== undefined) {
    if (elapsedMs - missing.since < CONFIRM_MS) return { needs: ["services"], pace: "starting" };
    const cause = `service ${subject.name} was not found in cluster ${shortName(subject.cluster)} (${oneLine(missing.words)})`;
    return { verdict: { result: "not-found", cause, remedy: "Check cluster, services and the region of the step." } };
  }
  if (service === undefined) return undefined;
  if (service.status === "DRAINING") return { verdict: gone(state, "DRAINING: it is being deleted") };
  if (service.status === "INACTIVE") {
    const isSure = ours !== undefined || elapsedMs - (inactiveSince ?? elapsedMs) >= CONFIRM_MS;
    return isSure ? { verdict: gone(state, "INACTIVE: it was deleted") } : { needs: ["services"], pace: "starting" };
  }
  const isOthers = service.controller === "CODE_DEPLOY" || service.controller === "EXTERNAL";
  if (!isOthers || service.rollouts.length > 0) return undefined;
  const cause = `service ${subject.name} is not deployed by ECS itself, but by ${service.controller}`;
  const remedy = "For CodeDeploy, wait with target codedeploy and its deployment-id.";
  return { verdict: { result: "inconclusive", cause, remedy } };
}

function gone({ subject }: State, words: string): Verdict {
  return { result: "failed", cause: `service ${subject.name} is ${words}` };
}

/** The pin has not been seen so far. */
export function judgeVisibility(state: State, elapsedMs: number): Ruling | undefined {
  const { arn, id, deployment, ours, service, unknownSince } = state;
  if (deployment !== undefined || ours !== undefined || elapsedMs < VISIBLE_WITHIN_MS) return undefined;
  const isUnknown = arn === "" ? id !== "" : unknownSince !== undefined && elapsedMs - unknownSince > TWICE_MS;
  if (service === undefined || !isUnknown || service.current === arn) return undefined;
  const cause = `${oursInWords(state)} was never seen at service ${state.subject.name} (MISSING)`;
  const remedy = "Check service-deployment: it has to be the one that the step before started, in this service.";
  return { verdict: { result: "not-found", cause, remedy } };
}

/** Whether the service is all there is to go by. */
export function isByServiceOnly({ arn, id, denied, deployment, unknownSince }: State, elapsedMs: number): boolean {
  if (denied !== "" || (arn === "" && id !== "")) return true;
  return deployment === undefined && unknownSince !== undefined && elapsedMs - unknownSince >= UNKNOWN_FOR_MS;
}

/** How the service says that ours ended, and for how long it has to say so to be believed. */
type Reading = { verdict: Verdict; patienceMs: number };

/** What the service says of our end; undefined: it has not ended. */
export function readEnd(state: State): Reading | undefined {
  const { service, ours, id } = state;
  if (service === undefined) return undefined;
  const primary = primaryOf(service);
  if (id === "") return readUnadopted(state, primary, service);
  if (ours === undefined) return undefined;
  const listed = service.rollouts.find((rollout) => rollout.id === id);
  if (primary !== undefined && primary.id === id) return readPrimary(state, primary, service);
  if (primary === undefined) return undefined;
  return readReplaced(state, { primary, service, isFailed: (listed ?? ours).state === "FAILED" });
}

/** Ours is not known by its id, but the service names it, and shows a failed one of its task definition beside another. */
function readUnadopted(state: State, primary: Rollout | undefined, service: Service): Reading | undefined {
  const asked = state.subject.taskDefinition;
  if (asked === "" || primary === undefined || service.current !== state.arn || state.arn === "") return undefined;
  if (isTaskDefinition(asked, primary.taskDefinition)) return undefined;
  const ours = service.rollouts.find(
    (each) => each.state === "FAILED" && each.id !== primary.id && isTaskDefinition(asked, each.taskDefinition),
  );
  return ours === undefined ? undefined : { verdict: rolledBack({ ...state, ours }), patienceMs: TWICE_MS };
}

function readPrimary(state: State, primary: Rollout, service: Service): Reading | undefined {
  if (primary.state === "COMPLETED") return { verdict: success(state, "COMPLETED"), patienceMs: 0 };
  if (primary.state === "FAILED") {
    // A rollback begins a moment later.
    return { verdict: failed(state), patienceMs: service.hasBreakerRollback ? AGAINST_TRUTH_MS : TWICE_MS / 2 };
  }
  const asked = state.subject.taskDefinition;
  if (asked === "" || isTaskDefinition(asked, primary.taskDefinition)) return undefined;
  const told = revisionOf(state)?.taskDefinition ?? primary.taskDefinition;
  if (isTaskDefinition(asked, told)) return undefined;
  return { verdict: wrongTaskDefinition(state, told), patienceMs: TWICE_MS };
}

function readReplaced(
  state: State,
  { primary, service, isFailed }: { primary: Rollout; service: Service; isFailed: boolean },
): Reading {
  const { arn, baseline, ours } = state;
  const isAnother = service.current !== "" && arn !== "" && service.current !== arn;
  if (isFailed) return { verdict: isAnother ? failed(state) : rolledBack(state), patienceMs: 0 };
  // The very deployment that was there before is most likely an old answer.
  const patienceMs = primary.id === baseline?.id ? AGAINST_TRUTH_MS : TWICE_MS;
  if (isAnother) return { verdict: superseded(state), patienceMs };
  const isBaseline = baseline !== undefined && primary.taskDefinition === baseline.taskDefinition;
  const isSame = primary.taskDefinition === ours?.taskDefinition && service.current === "";
  return { verdict: isBaseline && !isSame ? rolledBack(state) : superseded(state), patienceMs };
}

/** What the service says comes to. `state.doubt` tells since when it has said so. */
export function judgeByService(state: State, elapsedMs: number): Ruling | undefined {
  const isOnly = isByServiceOnly(state, elapsedMs);
  const reading = readEnd(state);
  if (reading === undefined) return isOnly ? judgeUnknown(state) : undefined;
  const { verdict, patienceMs } = reading;
  const isWrongOne = verdict.result === "failed" && state.ours !== undefined && state.ours.state !== "FAILED";
  const since = state.doubt?.result === verdict.result ? state.doubt.since : elapsedMs;
  if (verdict.result === "success") return isOnly ? prove(state, verdict) : undefined;
  if (isWrongOne && state.deployment?.revision !== "" && state.revisionReads === 0 && state.deployment !== undefined)
    return { needs: ["revision"], pace: "now" };
  const patience = isOnly || isWrongOne ? patienceMs : Math.max(patienceMs, AGAINST_TRUTH_MS);
  if (state.serviceAt === elapsedMs && elapsedMs - since >= patience) return { verdict };
  if (isOnly) return { needs: ["services"], pace: "near" };
  if (state.deploymentAt !== elapsedMs) return { needs: ["deployments"], pace: "now" };
  return { needs: ["services", "deployments"], pace: "near" };
}

/** The service names our service deployment, is complete, and cannot say whether with ours or with what it went back to. */
function judgeUnknown(state: State): Ruling | undefined {
  const { service, arn, id, denied, listed } = state;
  const primary = primaryOf(service);
  if (id !== "" || arn === "" || service?.current !== arn || primary?.state !== "COMPLETED") return undefined;
  if (listed === undefined && denied !== "") return { needs: ["list"], pace: "now" };
  const cause = `service ${state.subject.name} is complete, but whether with ${oursInWords(state)} or after a rollback cannot be told`;
  const remedy = `Allow ecs:DescribeServiceDeployments for the role of this job. The service runs ${shortName(primary.taskDefinition)}.`;
  return { verdict: { result: "inconclusive", cause, remedy } };
}
