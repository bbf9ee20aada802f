/**
 * Whether a rollout is complete: the rules of `kubectl rollout status`
 * (kubernetes/kubectl pkg/polymorphichelpers/rollout_status.go), a little stricter where those can be wrong. Pure.
 */
import type { Kind, Workload } from "./workload.ts";

/** Where a rollout stands. */
export type Standing = {
  isComplete: boolean;
  /** All pods are new ones; only the last of them are not available, or old ones not gone. */
  isNear: boolean;
  progress: string;
  stage: string;
};

/** Judges a workload by its counts. */
export function standingOf(kind: Kind, workload: Workload): Standing {
  const { generation, observed, desired } = workload;
  if (observed < generation) {
    const progress = `generation ${generation} is not observed yet (${observed})`;
    return { isComplete: false, isNear: false, progress, stage: "not observed" };
  }
  if (desired === undefined) {
    return { isComplete: false, isNear: false, progress: "the desired number of pods is not known", stage: "observed" };
  }
  const needed = Math.max(0, desired - workload.partition);
  const isUpdated = workload.updated >= needed;
  const isComplete = isUpdated && isSettled(kind, workload, desired);
  const isNear = isUpdated && !isComplete;
  const progress = describe(kind, workload, desired);
  const stage = isComplete ? "complete" : isNear ? "becoming available" : "updating";
  return { isComplete, isNear, progress, stage };
}

function isSettled(kind: Kind, workload: Workload, desired: number): boolean {
  const { total, updated, ready, available, partition, isOnDelete, isBetweenRevisions } = workload;
  if (kind === "deployment") return total <= updated && available >= updated && available >= desired;
  if (kind === "daemonset") return available >= desired;
  // With a partition, and for OnDelete, the controller leaves the current revision behind. Equal revisions alone prove
  // nothing: after a template that was changed back they are equal at once, with pods of the other still running.
  return ready >= desired && available >= desired && (partition > 0 || isOnDelete || !isBetweenRevisions);
}

function describe(kind: Kind, workload: Workload, desired: number): string {
  const { updated, total, available, partition } = workload;
  const old = kind === "deployment" && total > updated ? `, ${total - updated} old left` : "";
  const part = partition > 0 ? `, partition ${partition}` : "";
  return `${updated}/${Math.max(0, desired - partition)} updated, ${available}/${desired} available${old}${part}`;
}

/** Why a rollout has failed by the API server's own words; undefined when it has not. The generation has to be observed. */
export function failureOf({ generation, observed, conditions }: Workload): string | undefined {
  if (observed < generation) return undefined;
  const late = conditions.find(
    ({ type, status, reason }) => type === "Progressing" && status === "False" && reason === "ProgressDeadlineExceeded",
  );
  return late === undefined ? undefined : `${late.reason}${late.message === "" ? "" : `: ${late.message}`}`;
}

/** What a person should know while it is waited for. */
export function warningsOf(kind: Kind, name: string, workload: Workload, { isComplete }: Standing): string[] {
  const { isPaused, isOnDelete, desired, conditions } = workload;
  const warnings: string[] = [];
  if (desired === 0) warnings.push(`The ${kind} ${name} is to have no pods: nothing of it runs`);
  if (isComplete) return warnings;
  if (isPaused) warnings.push(`The ${kind} ${name} is paused: nothing happens until kubectl rollout resume`);
  if (isOnDelete)
    warnings.push(`The ${kind} ${name} has the strategy OnDelete: its pods are replaced when they are deleted`);
  for (const { type, status, reason, message } of conditions) {
    const isBad = (type === "ReplicaFailure" && status === "True") || (type === "Progressing" && status === "False");
    if (isBad) warnings.push(`${type}: ${[reason, message].filter((text) => text !== "").join(": ")}`);
  }
  return warnings;
}
