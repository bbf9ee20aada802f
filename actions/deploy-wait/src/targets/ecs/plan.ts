/**
 * What to read next, and how soon, while there is no verdict: one call a look wherever one is enough. Pure.
 *
 * The service shows that something has changed, its service deployment shows what it comes to. So a rolling deployment is
 * followed by the service, a traffic shift by its service deployment, and the end by both in turn.
 */
import type { Pace } from "../../wait/target.ts";
import { primaryOf } from "./snapshot.ts";
import type { Rollout, Service, Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";
import { isByServiceOnly } from "./by-service.ts";
import type { EcsRead } from "./verdicts.ts";
import { pausedAt } from "./words.ts";

/** Each so many looks the other read has its turn. */
const TURN = 4;
/** The same while traffic is shifted: the service says little then. */
const SHIFTING_TURN = 8;
/** A service deployment that ECS does not know yet is asked often for this long, ms. */
const SOON_VISIBLE_MS = 30_000;
/** The service deployment is asked at least this long after the last time, ms; later half of the time gone by. */
const UNASKED_MS = 60_000;
/** The end of the bake time counts as near when so much is left, ms. */
const BAKE_LEFT_MS = 12_000;

/** Alarms are looked for more often for so much of the bake time, ms. */
const BAKED_MS = 60_000;

/** A pace and what to read then. */
type Plan = { pace: Pace; reads: readonly EcsRead[] };

/** The next look of a deployment that has not ended. */
export function planNext(before: State | undefined, state: State, snapshot: Snapshot, elapsedMs: number): Plan {
  const isByService = isByServiceOnly(state, elapsedMs);
  if (isByService || state.arn === "") {
    // One that ECS did not know may become known.
    const mayAppear = state.arn !== "" && state.denied === "" && elapsedMs - state.deploymentAt > UNASKED_MS;
    const pace = isNear(state, elapsedMs) ? "near" : paceUnseen(state);
    return { pace, reads: mayAppear ? ["services", "deployments"] : ["services"] };
  }
  const isAnswered = snapshot.deployment !== undefined;
  const isChanged = before?.service !== undefined && keyOf(before) !== keyOf(state);
  if (isChanged && !isAnswered) return { pace: "now", reads: ["deployments"] };
  if (pausedAt(state.deployment) !== undefined) return { pace: "blocked", reads: inTurn(state) };
  if (state.deployment === undefined) {
    const isSoon = elapsedMs - (state.unknownSince ?? elapsedMs) < SOON_VISIBLE_MS;
    return { pace: isSoon ? "starting" : "moving", reads: ["services", "deployments"] };
  }
  if (state.service === undefined) return { pace: "moving", reads: ["services", "deployments"] };
  if (isNear(state, elapsedMs) || isOdd(state)) return { pace: "near", reads: inTurn(state) };
  const pace = isFar(state, elapsedMs) ? "far" : "moving";
  if (isShifting(state) || state.subject.isOneOfMany) return { pace, reads: inTurn(state) };
  const isUnasked = elapsedMs - state.deploymentAt > Math.max(UNASKED_MS, elapsedMs / 2);
  const hasMoved = before?.ours !== undefined && milestonesOf(before) !== milestonesOf(state) && !isAnswered;
  return { pace, reads: isUnasked || hasMoved ? ["services", "deployments"] : ["services"] };
}

const paceUnseen = ({ ours }: State): Pace => (ours === undefined ? "starting" : "moving");

function inTurn(state: State): readonly EcsRead[] {
  const turn = isShifting(state) ? SHIFTING_TURN : TURN;
  return state.looks % turn === turn - 1 ? ["services"] : ["deployments"];
}

/** What of the service says that its deployment may have ended. */
function keyOf({ service, ours }: State): string {
  return [service?.status, service?.current, primaryOf(service)?.id, ours?.state].join(" ");
}

/** What of the service says that its deployment is in another phase: a pause, or the end, may be next. */
function milestonesOf(state: State): string {
  return [state.health.stands, old(state).length, old(state).every(isLeaving), state.ours?.failed].join(" ");
}

const old = ({ service, id }: State): readonly Rollout[] => service?.rollouts.filter((each) => each.id !== id) ?? [];

const isLeaving = ({ desired }: Rollout): boolean => desired === 0;

/** The service says that ours is not what it rolls out any more, or is done with it; its deployment says nothing yet. */
function isOdd({ service, ours, id, arn }: State): boolean {
  if (service === undefined || ours === undefined) return false;
  return isReplaced(service, id, arn) || ours.state === "COMPLETED" || ours.state === "FAILED";
}

const isReplaced = (service: Service, id: string, arn: string): boolean =>
  primaryOf(service)?.id !== id || (service.current !== "" && service.current !== arn);

/** Stages are told, or the strategy has them: the service says little about where it is. */
function isShifting({ deployment, service }: State): boolean {
  const strategy = deployment?.strategy || service?.strategy || "ROLLING";
  return (deployment?.stage ?? "") !== "" || strategy !== "ROLLING";
}

/** Nothing is wrong, and something else comes before the end: more tasks, or the last stage. */
function isFar(state: State, elapsedMs: number): boolean {
  const { deployment, ours, subject, health, stageSince } = state;
  if (deployment?.status !== "IN_PROGRESS" || ours === undefined || subject.until !== "") return false;
  if (ours.failed > 0 || health.falls > 0 || deployment.alarms.length > 0) return false;
  if (!isShifting(state)) return ours.running < ours.desired;
  // Hooks end at any time, and most of what alarms find they find soon after the shift.
  if (deployment.stage === "" || deployment.hooks.length > 0) return false;
  return deployment.stage !== "BAKE_TIME" || elapsedMs - stageSince >= BAKED_MS;
}

/** Only the last phase is left: the old tasks go, or the bake time ends. */
function isNear(state: State, elapsedMs: number): boolean {
  const { deployment, ours, stageSince } = state;
  if (deployment !== undefined && isShifting(state)) {
    if (deployment.stage !== "BAKE_TIME") return deployment.stage === "CLEAN_UP";
    const { bakeMinutes } = deployment;
    return bakeMinutes !== undefined && elapsedMs - stageSince >= bakeMinutes * 60_000 - BAKE_LEFT_MS;
  }
  if (ours === undefined || ours.status !== "PRIMARY" || ours.pending > 0) return false;
  return ours.running >= ours.desired && old(state).every(isLeaving);
}
