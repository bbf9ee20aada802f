/**
 * What is remembered of a service between looks: the pin, what was there before it, and the last that was seen of both
 * reads. Pure. It takes snapshots in and judges nothing.
 */
import type { EcsTask } from "@handrail/aws";
import { observeHealth, unobserved } from "./health.ts";
import type { Health } from "./health.ts";
import { parseServiceDeployment, primaryOf } from "./snapshot.ts";
import type { Listed, Revision, Rollout, Service, ServiceDeployment, Snapshot } from "./snapshot.ts";
import { isTaskDefinition } from "./subject.ts";
import type { Subject } from "./subject.ts";

/** What is known of one service. Instants are ms elapsed since waiting began. */
export type State = {
  subject: Subject;
  /** What began after this may be ours, ms since 1970 in AWS's time. */
  since: number;
  /** ARN of our service deployment: given, or read from the service; "" while it is not known. */
  arn: string;
  /** The ARN was read from the service, which may have told it before its new deployment had one. */
  isArnRead: boolean;
  /** Since when the ARN has been this one. */
  arnSince: number;
  /** Id of our deployment; "" while it is not known. */
  id: string;
  /** How many looks there were. */
  looks: number;
  /** The instant of the last one. */
  at: number;
  service?: Service;
  serviceAt?: number;
  /** Looks in a row at the service that saw the same deployment as its PRIMARY. */
  steady: number;
  /** Our deployment was COMPLETED when the service was seen for the first time. */
  wasDone: boolean;
  /** Ours among the deployments of the service, as it was seen last; it may be gone. */
  ours?: Rollout;
  /** What was rolled out before ours. */
  baseline?: Rollout;
  deployment?: ServiceDeployment;
  /** When the read of the service deployment was last answered. */
  deploymentAt: number;
  /** Our service deployment was seen before its end. */
  isLive: boolean;
  /** Since when its lifecycle stage is the one it is. */
  stageSince: number;
  /** The IAM action that is missing for the read of the service deployment; "" when it is allowed. */
  denied: string;
  /** Since when ECS does not know our service deployment, and never did. */
  unknownSince?: number;
  missing?: { since: number; words: string };
  /** Since when the service has been INACTIVE without our deployment in it. */
  inactiveSince?: number;
  listed?: readonly Listed[];
  revisions: readonly Revision[];
  /** How often revisions were asked. */
  revisionReads: number;
  /** Stopped tasks of ours. */
  tasks?: { stopped: readonly EcsTask[]; failed: number } | { denied: string };
  /** When stopped tasks were asked last, answered or not. */
  tasksAt?: number;
  /** What this look was to read. */
  asked: readonly string[];
  health: Health;
  /** What the service alone says of our end, and since when without a break. */
  doubt?: { result: string; since: number };
  /** Since when our service deployment is STOPPED without a visible reason. */
  stoppedSince?: number;
  /** The service was read after that. */
  isSeenSinceStop: boolean;
  warnings: readonly string[];
};

/** The state after a snapshot. */
export function remember(before: State | undefined, snapshot: Snapshot, elapsedMs: number): State {
  const wasStopped = before?.stoppedSince !== undefined;
  let state: State = {
    ...(before ?? begin(snapshot)),
    looks: (before?.looks ?? 0) + 1,
    at: elapsedMs,
    since: snapshot.since,
  };
  state = rememberDeployment(state, snapshot, elapsedMs);
  state = rememberService(state, snapshot, elapsedMs);
  if (wasStopped && snapshot.service !== undefined) state = { ...state, isSeenSinceStop: true };
  state = rememberListed(state, snapshot);
  if (snapshot.warnings !== undefined) state = { ...state, warnings: [...state.warnings, ...snapshot.warnings] };
  if (snapshot.revisions !== undefined) {
    const { revisions } = snapshot;
    const kept = state.revisions.filter(({ arn }) => !revisions.some((revision) => revision.arn === arn));
    state = { ...state, revisions: [...kept, ...revisions], revisionReads: state.revisionReads + 1 };
  }
  return rememberTasks(state, snapshot, elapsedMs);
}

function begin({ subject, since }: Snapshot): State {
  return {
    subject,
    since,
    arn: subject.arn,
    isArnRead: false,
    arnSince: 0,
    id: subject.id,
    looks: 0,
    at: 0,
    steady: 0,
    wasDone: false,
    deploymentAt: 0,
    isLive: false,
    isSeenSinceStop: false,
    stageSince: 0,
    denied: "",
    revisions: [],
    revisionReads: 0,
    asked: [],
    health: unobserved,
    warnings: [],
  };
}

/** Pins what the service itself names as ours. */
export function pin(state: State, { arn, id, isArnRead }: { arn: string; id: string; isArnRead: boolean }): State {
  const { deployment: _, ...rest } = state;
  const isOther = arn !== state.arn;
  const fresh = isOther ? { ...rest, isLive: false, arnSince: state.at } : state;
  const pinned: State = { ...fresh, arn, id, isArnRead };
  const ours = pinned.service?.rollouts.find((rollout) => rollout.id === id);
  return ours === undefined ? pinned : { ...pinned, ours, ...baselineOf(pinned) };
}

/** How far a status is from the beginning; an unknown one counts as under way. */
const rank = (status: string): number => {
  if (isFinal(status)) return 4;
  if (status.startsWith("ROLLBACK_")) return 3;
  return status === "STOP_REQUESTED" ? 2 : status === "PENDING" ? 0 : 1;
};

/** Statuses that a service deployment never leaves. */
export function isFinal(status: string): boolean {
  return ["SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"].includes(status);
}

function rememberDeployment(state: State, { deployment }: Snapshot, elapsedMs: number): State {
  if (deployment === undefined) return state;
  if ("denied" in deployment) {
    const warning = `${deployment.denied} is not allowed: the end is read from the service, which tells less`;
    return { ...state, denied: deployment.denied, warnings: [...state.warnings, warning], deploymentAt: elapsedMs };
  }
  const seen = { ...state, deploymentAt: elapsedMs };
  if ("missing" in deployment) {
    return state.deployment === undefined ? { ...seen, unknownSince: state.unknownSince ?? elapsedMs } : seen;
  }
  // Another one's, or an answer that is older than the last.
  if (deployment.arn !== state.arn) return seen;
  if (state.deployment !== undefined && rank(deployment.status) < rank(state.deployment.status)) return seen;
  const { unknownSince: _, ...rest } = seen;
  return {
    ...rest,
    deployment,
    isLive: state.isLive || rank(deployment.status) < 3,
    stageSince: deployment.stage === state.deployment?.stage ? state.stageSince : elapsedMs,
    ...(deployment.status === "STOPPED" ? { stoppedSince: state.stoppedSince ?? elapsedMs } : {}),
  };
}

/** The list says less than the read of a service deployment, but its status is the same: it stands in for a denied read. */
function rememberListed(state: State, { listed }: Snapshot): State {
  if (listed === undefined) return state;
  const found = listed.find(({ arn }) => arn === state.arn && arn !== "");
  if (found === undefined || state.denied === "") return { ...state, listed };
  return { ...state, listed, deployment: parseServiceDeployment({}, found) };
}

function rememberService(state: State, { service }: Snapshot, elapsedMs: number): State {
  if (service === undefined) return state;
  if ("missing" in service) {
    return { ...state, missing: { since: state.missing?.since ?? elapsedMs, words: service.missing } };
  }
  const { missing: _, inactiveSince, ...rest } = state;
  const isFirst = state.service === undefined;
  const isInactive = service.status === "INACTIVE";
  const seen: State = {
    ...rest,
    service,
    serviceAt: elapsedMs,
    steady: primaryOf(service)?.id === primaryOf(state.service)?.id ? state.steady + 1 : 1,
    ...(isInactive ? { inactiveSince: inactiveSince ?? elapsedMs } : {}),
  };
  const known = adopt(seen, service);
  const ours = service.rollouts.find(({ id }) => id === known.id);
  if (ours === undefined) return { ...known, ...baselineOf(known) };
  const isDone = isFirst && ours.status === "PRIMARY" && ours.state === "COMPLETED";
  const followed: State = { ...known, ours, wasDone: known.wasDone || isDone };
  return { ...followed, ...baselineOf(followed), health: observeHealth(followed.health, ours, elapsedMs) };
}

/** Learns the half of the pin that was not given: the id of an ARN, or the ARN of an id. */
function adopt(state: State, service: Service): State {
  const primary = primaryOf(service);
  if (primary === undefined || service.current === "") return state;
  if (state.id !== "" && primary.id === state.id && (state.arn === "" || state.isArnRead)) {
    return service.current === state.arn ? state : pin(state, { arn: service.current, id: state.id, isArnRead: true });
  }
  if (state.id !== "" || state.arn !== service.current || isRollback(state, service, primary)) return state;
  return isOurs(state, primary) ? { ...state, id: primary.id } : state;
}

/**
 * Whether the PRIMARY of the service whose current service deployment is ours is what we wait for, not what ECS rolls back
 * to: both belong to the same service deployment.
 */
function isOurs({ deployment, subject }: State, primary: Rollout): boolean {
  if (deployment !== undefined) return rank(deployment.status) < 2 || deployment.status === "SUCCESSFUL";
  const isAsked = subject.taskDefinition === "" || isTaskDefinition(subject.taskDefinition, primary.taskDefinition);
  return isAsked && primary.state !== "COMPLETED" && primary.state !== "FAILED";
}

/** A failed deployment beside it is what ECS rolls back from, unless it is plainly not what was asked for, and this is. */
export function isRollback({ subject }: State, { rollouts }: Service, primary: Rollout): boolean {
  if (/\broll(?:ing|ed)? ?back\b/i.test(primary.reason)) return true;
  const asked = subject.taskDefinition;
  const isAsked = (rollout: Rollout): boolean => asked === "" || isTaskDefinition(asked, rollout.taskDefinition);
  const failed = rollouts.filter(({ state }) => state === "FAILED");
  return failed.some(isAsked) || (failed.length > 0 && !isAsked(primary));
}

function baselineOf({ baseline, service, id }: State): { baseline?: Rollout } {
  if (baseline !== undefined || service === undefined) return {};
  const found = primaryOf(service)?.id === id ? service.rollouts.find((each) => each.id !== id) : primaryOf(service);
  return found === undefined || id === "" ? {} : { baseline: found };
}

function rememberTasks(before: State, { tasks }: Snapshot, elapsedMs: number): State {
  const state = before.asked.includes("tasks") ? { ...before, tasksAt: elapsedMs } : before;
  if (tasks === undefined) return state;
  if ("denied" in tasks) {
    const warning = `${tasks.denied} is not allowed: why tasks stop is not known before the end`;
    return { ...state, tasks: { denied: tasks.denied }, warnings: [...state.warnings, warning] };
  }
  const stopped = tasks.filter(({ startedBy }) => startedBy === state.id);
  return { ...state, tasks: { stopped, failed: state.ours?.failed ?? 0 } };
}
