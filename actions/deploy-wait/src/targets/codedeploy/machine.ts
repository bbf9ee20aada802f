/** What snapshots of a CodeDeploy deployment mean. Pure; it asks nothing. */
import type { Pace, Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { describeCounts } from "./deployment.ts";
import type { Deployment } from "./deployment.ts";
import { isShifted } from "./deployment-target.ts";
import type { DeploymentTarget } from "./deployment-target.ts";
import { describeReady, describeTermination } from "./ready.ts";

/** What is enough. */
export type Until = "succeeded" | "ready" | "traffic-shifted";

/** What a look can read: the deployment, its targets, the deployment that rolls it back. */
export type DeploymentRead = "deployment" | "targets" | "rollback";

/** What one look saw. */
export type DeploymentSnapshot = {
  /** AWS's time, ms since 1970. */
  nowMs: number;
  deployment?: Deployment;
  /** The service's words when it says that there is no such deployment. */
  missing?: string;
  /** It will never be found: the id is none. */
  isInvalid?: boolean;
  targets?: readonly DeploymentTarget[];
  /** The IAM action without which targets cannot be read. */
  targetsDenied?: string;
  /** The rollback's own state, when it was read. */
  rollback?: Deployment;
};

/** What is remembered. */
export type DeploymentState = {
  deployment?: Deployment;
  targets?: readonly DeploymentTarget[];
  /** When Ready was seen first, by AWS's time. */
  readySinceMs?: number;
  /** The IAM action without which targets cannot be read: they are not asked for again. */
  targetsDenied?: string;
  /** Answers about targets that held none. */
  emptyTargets: number;
  /** Looks since the failure that asked for the rollback's id. */
  sinceFailure: number;
  /** The rollback's own state was asked for. */
  isRollbackAsked: boolean;
};

type Deciding = { id: string; until: Until; state: DeploymentState; snapshot: DeploymentSnapshot; elapsedMs: number };
type DeploymentStep = Step<DeploymentState, DeploymentRead>;

/** A deployment that was never seen after this time does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** Looks that the id of a rollback may come late. */
const ROLLBACK_LOOKS = 3;
/** Answers without a target after which no more are asked for. */
const EMPTY_TARGETS = 3;
/** States that are left again. */
const moving: ReadonlySet<string> = new Set(["Created", "Queued", "InProgress", "Baking", "Ready"]);

/** The machine of one deployment. Success is of the deployment with this id, and never while something rolls it back. */
export function nextOfDeployment(
  id: string,
  until: Until,
): (state: DeploymentState | undefined, snapshot: DeploymentSnapshot, elapsedMs: number) => DeploymentStep {
  return (before, snapshot, elapsedMs) => {
    const state = remember(before ?? { emptyTargets: 0, sinceFailure: 0, isRollbackAsked: false }, snapshot);
    const deciding = { id, until, state, snapshot, elapsedMs };
    const { deployment } = state;
    if (deployment === undefined) return unseen(deciding);
    if (snapshot.deployment === undefined && !state.isRollbackAsked) return lost(deciding, deployment);
    const { rollbackId, status } = deployment;
    if (rollbackId !== "" && rollbackId !== id) return rolledBack(deciding, deployment);
    if (status === "Failed" || status === "Stopped") return failed(deciding, deployment);
    return going(deciding, deployment);
  };
}

function remember(
  before: DeploymentState,
  { deployment, targets, targetsDenied, nowMs }: DeploymentSnapshot,
): DeploymentState {
  const isReady = deployment?.status === "Ready";
  return {
    ...before,
    ...(deployment === undefined ? {} : { deployment }),
    ...(targets === undefined ? {} : { targets }),
    ...(targetsDenied === undefined ? {} : { targetsDenied }),
    emptyTargets: before.emptyTargets + (targets?.length === 0 ? 1 : 0),
    ...(isReady && before.readySinceMs === undefined ? { readySinceMs: nowMs } : {}),
  };
}

function step(deciding: Deciding, pace: Pace, progress: string, more: Partial<DeploymentStep> = {}): DeploymentStep {
  const { id, state } = deciding;
  const stage = state.deployment?.status ?? "";
  return { state, pace, reads: ["deployment"], progress, stage, facts: { pinned: id }, ...more };
}

function unseen(deciding: Deciding): DeploymentStep {
  const { id, snapshot, elapsedMs } = deciding;
  const progress = "not visible yet";
  if (snapshot.isInvalid !== true && elapsedMs < APPEARS_WITHIN_MS) return step(deciding, "starting", progress);
  const cause = `there is no deployment ${id} (${snapshot.missing ?? "CodeDeploy's answers are not about it"})`;
  return step(deciding, "moving", progress, { verdict: { result: "not-found", cause } });
}

/** The deployment was seen, and this answer is not about it. */
function lost(deciding: Deciding, { status }: Deployment): DeploymentStep {
  const { id, snapshot } = deciding;
  const said = snapshot.missing ?? "CodeDeploy's answer is not about it";
  const warnings = [`Deployment ${id} was seen before and is not seen now (${said}); waiting goes on`];
  return step(deciding, "moving", `${status}, not seen any more`, { warnings, reads: readsOf(deciding) });
}

/** A rollback has begun: that is the verdict, whatever becomes of the rollback, unless it is known to have failed. */
function rolledBack(deciding: Deciding, deployment: Deployment): DeploymentStep {
  const { state, snapshot } = deciding;
  const { rollbackId, rollbackMessage, status, error } = deployment;
  const progress = `${status}, rolled back by ${rollbackId}`;
  if (!state.isRollbackAsked) {
    return step({ ...deciding, state: { ...state, isRollbackAsked: true } }, "now", progress, { reads: ["rollback"] });
  }
  const { rollback } = snapshot;
  const why = error === "" ? status : error;
  if (rollback?.status === "Failed" || rollback?.status === "Stopped") {
    const how = [rollback.status, rollback.error].filter((text) => text !== "").join(", ");
    const cause = `${why}; its rollback ${rollbackId} did not succeed either (${how})`;
    return step(deciding, "moving", progress, { verdict: { result: "rollback-failed", cause } });
  }
  const told = rollbackMessage === "" ? "" : ` (${rollbackMessage})`;
  const cause = `${why}; it is rolled back by deployment ${rollbackId}${told}`;
  return step(deciding, "moving", progress, { verdict: { result: "rolled-back", cause } });
}

/** It ended badly. The id of a rollback that is configured may come a little later. */
function failed(deciding: Deciding, deployment: Deployment): DeploymentStep {
  const { state } = deciding;
  const { status, error, rolledBackWhen, rollbackMessage } = deployment;
  if (rolledBackWhen.includes(status) && state.sinceFailure < ROLLBACK_LOOKS) {
    const pace = state.sinceFailure + 1 < ROLLBACK_LOOKS ? "now" : "near";
    return step({ ...deciding, state: { ...state, sinceFailure: state.sinceFailure + 1 } }, pace, status);
  }
  const words = [error, rollbackMessage].filter((text) => text !== "").join("; ");
  const cause = words === "" ? status : words;
  const verdict: Verdict = { result: status === "Stopped" ? "stopped" : "failed", cause };
  return step(deciding, "moving", status, { verdict });
}

function going(deciding: Deciding, deployment: Deployment): DeploymentStep {
  const { status } = deployment;
  const warnings = [...warningsOf(deciding, deployment)];
  const shared = { warnings, reads: readsOf(deciding) };
  if (isEnough(deciding, deployment)) {
    return step(deciding, "moving", status, { ...shared, verdict: { result: "success", cause: "" } });
  }
  if (status === "Ready") {
    const told = describeReady(deployment, deciding.state.readySinceMs ?? deciding.snapshot.nowMs);
    return step(deciding, "blocked", told.progress, { ...shared, warnings: [...warnings, told.warning] });
  }
  const { counts, isTrafficShifted } = deployment;
  const isLast = counts !== undefined && counts.succeeded > 0 && counts.succeeded === counts.all;
  const pace = isLast && !isTrafficShifted ? "near" : "moving";
  const parts = [status === "" ? "no status" : status, describeCounts(deployment), describeTermination(deployment)];
  const stage = isTrafficShifted ? "waiting to end the old ones" : status;
  return step(deciding, pace, parts.filter((part) => part !== "").join(", "), { ...shared, stage });
}

function* warningsOf({ id, snapshot }: Deciding, { status, rollsBack }: Deployment): Generator<string> {
  if (!moving.has(status) && status !== "Succeeded") {
    yield `CodeDeploy tells the unknown status "${status}"; waiting goes on`;
  }
  if (rollsBack !== "" && rollsBack !== id) {
    yield `Deployment ${id} is itself a rollback of ${rollsBack}: its success puts the former version back`;
  }
  if (snapshot.targetsDenied !== undefined) {
    yield `${snapshot.targetsDenied} is not allowed: that the traffic was shifted is told later, when its old targets wait for their end`;
  }
}

function isEnough({ until, state }: Deciding, { status, isTrafficShifted }: Deployment): boolean {
  if (status === "Succeeded") return true;
  // An unknown status is never success, whatever else the answer holds.
  if (until === "succeeded" || !moving.has(status)) return false;
  if (isTrafficShifted) return true;
  return until === "ready" ? status === "Ready" : isShifted(state.targets ?? []);
}

/** Targets are read only when the traffic is waited for, and only as long as they can tell something about it. */
function readsOf({ until, state }: Deciding): readonly DeploymentRead[] {
  const { targets = [], targetsDenied, emptyTargets, deployment } = state;
  if (until !== "traffic-shifted" || targetsDenied !== undefined) return ["deployment"];
  const areInstances =
    deployment?.platform === "Server" || (targets.length > 0 && targets.every((each) => each.isInstance));
  return areInstances || emptyTargets >= EMPTY_TARGETS ? ["deployment"] : ["deployment", "targets"];
}
