/**
 * What the truth about our service deployment comes to: its status, read by its ARN, and the proof of what it runs. Pure.
 * What only the service tells is judged in by-service.ts.
 */
import type { Verdict } from "../../wait/verdict.ts";
import { primaryOf } from "./snapshot.ts";
import type { Revision } from "./snapshot.ts";
import type { State } from "./state.ts";
import { hasDigest, isTaskDefinition, lastPart, stages } from "./subject.ts";
import { culpritOf, currentInWords, oneLine, oursInWords, reasonsOf, tellsOfBreaker } from "./words.ts";

/** What a look can ask for. */
export type EcsRead = "services" | "deployments" | "list" | "revision" | "tasks";

/** A verdict, or what has to be read before there can be one. Absent: there is none to be had. */
export type Ruling = { verdict: Verdict } | { needs: readonly EcsRead[]; pace: "now" | "near" | "starting" };

/** Looks at the revision before it counts as one that tells nothing. */
const ENOUGH_READS = 5;
/** The service has to name a service deployment for this long before its bad end counts by itself, ms. */
const NAMED_MS = 30_000;
/** So long is waited for the service to show what ours was replaced with, when ECS says that it was, ms. */
const REPLACEMENT_MS = 20_000;

/** What the status of our service deployment comes to. */
export function judgeDeployment(state: State, elapsedMs: number): Ruling | undefined {
  const { deployment } = state;
  if (deployment === undefined) return undefined;
  const { status } = deployment;
  if (status === "PENDING" || status === "IN_PROGRESS") return hasPassed(state) ? passed(state) : undefined;
  if (status === "STOP_REQUESTED") return { needs: ["services", "deployments"], pace: "near" };
  if (!isTrusted(state)) return { needs: ["services", "deployments"], pace: "starting" };
  if (status === "SUCCESSFUL") {
    return prove(state, isOld(state) ? noop(state) : success(state, "SUCCESSFUL"));
  }
  if (status === "STOPPED") return judgeStopped(state, elapsedMs);
  if (status === "ROLLBACK_FAILED") return { verdict: rollbackFailed(state) };
  return status.startsWith("ROLLBACK_") ? { verdict: rolledBack(state) } : undefined;
}

/**
 * An ARN that was read from the service may still be that of the deployment before ours. Its end counts when it was seen
 * alive, when ours is not under way any more, or, for a bad end, when the service has named it for long.
 */
function isTrusted(state: State): boolean {
  const { isArnRead, isLive, service, id, subject, deployment, wasDone, since, at, arnSince } = state;
  const createdAt = deployment?.createdAt;
  if (isLive || subject.arn !== "") return true;
  if (subject.id === "" && !wasDone && createdAt !== undefined && createdAt <= since) return false;
  const primary = primaryOf(service);
  if (!isArnRead || primary?.id !== id || primary.state !== "IN_PROGRESS") return true;
  return deployment?.status !== "SUCCESSFUL" && at - arnSince >= NAMED_MS;
}

/** What was named by its id, or by nothing, was complete when waiting began, and nothing says that it is new. */
export function isOld({ wasDone, subject, ours, deployment, since }: State): boolean {
  const createdAt = ours?.createdAt ?? deployment?.createdAt;
  return wasDone && subject.arn === "" && (createdAt === undefined || createdAt <= since);
}

function hasPassed({ subject, deployment }: State): boolean {
  const wanted = stages.indexOf(subject.until);
  return wanted >= 0 && stages.indexOf(deployment?.stage ?? "") > wanted;
}

function passed(state: State): Ruling {
  const { deployment, subject } = state;
  const verdict: Verdict = {
    result: "success",
    cause: `${oursInWords(state)} has passed ${subject.until} and is in ${deployment?.stage ?? ""}`,
  };
  return prove(state, verdict);
}

/** Success of ours. */
export function success(state: State, status: string): Verdict {
  return { result: "success", cause: `${oursInWords(state)} is ${status}` };
}

/** Nothing new was there to wait for. */
export function noop(state: State): Verdict {
  const { service } = state;
  return { result: "noop", cause: `no new deployment: ${currentInWords(service)} was already complete` };
}

/** A good verdict only when what was asked for is what runs. */
export function prove(state: State, verdict: Verdict): Ruling {
  const { subject, deployment } = state;
  const revision = revisionOf(state);
  const canAsk = (deployment?.revision ?? "") !== "" && revision === undefined;
  const found = revision?.taskDefinition ?? taskDefinitionOf(state);
  const isWrong = subject.taskDefinition !== "" && found !== "" && !isTaskDefinition(subject.taskDefinition, found);
  const isUnknown = subject.taskDefinition !== "" && found === "";
  if ((isWrong || isUnknown) && canAsk && state.revisionReads === 0) return { needs: ["revision"], pace: "now" };
  if (isWrong) return { verdict: wrongTaskDefinition(state, found) };
  return subject.imageDigest === "" ? { verdict } : proveDigest(state, verdict);
}

function proveDigest(state: State, verdict: Verdict): Ruling {
  const { subject, deployment, revisionReads } = state;
  const revision = revisionOf(state);
  if (revision !== undefined && revision.digests.length > 0) {
    return hasDigest(subject.imageDigest, revision.digests)
      ? { verdict: { ...verdict, cause: `${verdict.cause}, with image ${subject.imageDigest}` } }
      : { verdict: wrongDigest(state, revision) };
  }
  const mayCome = revision === undefined && revisionReads < ENOUGH_READS;
  if (mayCome && (deployment?.revision ?? "") !== "")
    return { needs: ["revision"], pace: revisionReads === 0 ? "now" : "near" };
  if (mayCome && state.denied === "" && state.arn !== "" && deployment === undefined)
    return { needs: ["deployments"], pace: state.unknownSince === undefined ? "now" : "starting" };
  return {
    verdict: {
      result: "inconclusive",
      cause: `${verdict.cause}, but that it runs image ${subject.imageDigest} cannot be proved: ECS tells no digest of its service revision`,
      remedy: `Allow ecs:DescribeServiceDeployments and ecs:DescribeServiceRevisions, and leave version consistency enabled in the task definition, or leave image-digest empty.`,
    },
  };
}

/** The service revision of ours, when it was read. */
export function revisionOf({ deployment, revisions }: State): Revision | undefined {
  const arn = deployment?.revision ?? "";
  return arn === "" ? undefined : revisions.find((revision) => revision.arn === arn);
}

/** The task definition of ours as far as the service tells it; "" otherwise. */
function taskDefinitionOf({ ours }: State): string {
  return ours?.taskDefinition ?? "";
}

/** It is not what was asked for. */
export function wrongTaskDefinition(state: State, found: string): Verdict {
  const asked = lastPart(state.subject.taskDefinition);
  return {
    result: "failed",
    cause: `${oursInWords(state)} runs ${oneLine(lastPart(found))}, not ${asked}`,
    remedy: "Wait for the deployment that the step before started, with its task definition.",
  };
}

function wrongDigest(state: State, { digests }: Revision): Verdict {
  return {
    result: "failed",
    cause: `${oursInWords(state)} runs ${oneLine(digests.join(", "))}, not ${state.subject.imageDigest}`,
    remedy: "Deploy a task definition that names the image by this digest, not by a tag.",
  };
}

/** ECS puts the service back to what ran before. */
export function rolledBack(state: State): Verdict {
  const { deployment } = state;
  const culprit = culpritOf(state);
  const isOver = deployment?.status === "ROLLBACK_SUCCESSFUL" || deployment === undefined;
  const by = culprit === "" ? "" : ` by ${culprit}`;
  return {
    result: "rolled-back",
    cause: `${oursInWords(state)} ${isOver ? "was" : "is being"} rolled back${by}${reasonsOf(state)}`,
  };
}

function rollbackFailed(state: State): Verdict {
  const culprit = culpritOf(state);
  const by = culprit === "" ? "" : ` after it was stopped by ${culprit}`;
  return {
    result: "rollback-failed",
    cause: `the rollback of ${oursInWords(state)} failed (ROLLBACK_FAILED)${by}${reasonsOf(state)}`,
    remedy: "The service may run a mixture of both. Deploy a task definition that is known to work.",
  };
}

/** It ended as a failure, and nothing is rolled back. */
export function failed(state: State): Verdict {
  const culprit = culpritOf(state);
  const words = culprit === "" ? "failed" : `was ended by ${culprit}`;
  return { result: "failed", cause: `${oursInWords(state)} ${words}${reasonsOf(state)}` };
}

/** A newer deployment took its place. */
export function superseded(state: State): Verdict {
  return {
    result: "superseded",
    cause: `${oursInWords(state)} was superseded by ${currentInWords(state.service)} before it was complete`,
    remedy: "Look at the run that started the newer deployment: that one decides what the service runs.",
  };
}

/** STOPPED has three meanings: a newer deployment, the circuit breaker without a rollback, or somebody. */
function judgeStopped(state: State, elapsedMs: number): Ruling {
  if (tellsOfBreaker(state) || culpritOf(state) !== "") return { verdict: failed(state) };
  const { service, arn, id, ours, stoppedSince } = state;
  const isCurrent = service?.current === arn || service?.current === "";
  if (service !== undefined && !isCurrent) return { verdict: superseded(state) };
  // Both may have been read at the same time: the service once more, after the stop.
  if (!state.isSeenSinceStop) return { needs: ["services"], pace: stoppedSince === elapsedMs ? "now" : "near" };
  if (ours?.state === "FAILED") return { verdict: failed(state) };
  const primary = primaryOf(service);
  if (id !== "" && primary !== undefined && primary.id !== id) return { verdict: superseded(state) };
  const age = elapsedMs - (stoppedSince ?? elapsedMs);
  if (/\b(?:replaced|superseded|newer)\b/i.test(state.deployment?.reason ?? "")) {
    return age < REPLACEMENT_MS ? { needs: ["services"], pace: "near" } : { verdict: superseded(state) };
  }
  return { verdict: { result: "stopped", cause: `${oursInWords(state)} was stopped${reasonsOf(state)}` } };
}
