/** What snapshots of a workload mean. Pure; it asks nothing. Success belongs to the template that was seen first. */
import type { Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import type { Pod } from "./pods.ts";
import { failureOf, standingOf, warningsOf } from "./rollout.ts";
import type { Standing } from "./rollout.ts";
import { hopelessOf, isDue, troublesAfter } from "./trouble.ts";
import type { Trouble } from "./trouble.ts";
import type { Kind, Workload } from "./workload.ts";

/** What one look saw. */
export type KubernetesSnapshot = {
  /** Undefined: the answer was empty, or there is none. */
  workload?: Workload;
  /** kubectl's words when there is no such object. */
  missing?: string;
  /** The pods, when they were asked for and told. */
  pods?: readonly Pod[];
  /** What may not be asked, and what follows; told once. */
  lacks?: readonly string[];
};

/** What is remembered. */
export type KubernetesState = {
  pin?: { uid: string; generation: number; template: string };
  workload?: Workload;
  /** When the pods were read last, ms elapsed. */
  podsAt?: number;
  troubles: readonly Trouble[];
  /** Since when the object is not there, ms elapsed. */
  goneSince?: number;
};

/** What is read: the workload, and its pods. */
export type KubernetesRead = "workload" | "pods";

type Next = Step<KubernetesState, KubernetesRead>;

/** An object that was never seen after this does not exist, ms. */
const APPEARS_WITHIN_MS = 60_000;
/** One that was seen and is not there for so long was deleted, ms. */
const GONE_AFTER_MS = 20_000;
/** Pods are read at the first look after this, ms: about every 30 s. */
const PODS_EVERY_MS = 20_000;
/** How far the next look can be, ms. */
const NEXT_LOOK_MS = 9500;

/** The machine of one workload. */
export function nextOfWorkload(
  kind: Kind,
  name: string,
): (state: KubernetesState | undefined, snapshot: KubernetesSnapshot, elapsedMs: number) => Next {
  return (before, snapshot, elapsedMs) => {
    const state = before ?? { troubles: [] };
    const { workload } = snapshot;
    // A cache can be behind: what is older than what was seen is not news.
    const isStale =
      state.pin !== undefined && workload?.uid === state.pin.uid && workload.generation < state.pin.generation;
    const step =
      workload === undefined || isStale
        ? unseen(`${kind} ${name}`, state, snapshot.missing, elapsedMs)
        : seen(kind, name, state, workload, snapshot.pods, elapsedMs);
    const warnings = [...(step.warnings ?? []), ...(snapshot.lacks ?? [])];
    return warnings.length === 0 ? step : { ...step, warnings };
  };
}

function unseen(what: string, state: KubernetesState, missing: string | undefined, elapsedMs: number): Next {
  const said = missing ?? "kubectl's answers are not about it";
  const step = { reads: ["workload"] as const, stage: "" };
  if (state.pin === undefined) {
    const progress = `${what} is not visible (${said})`;
    if (elapsedMs < APPEARS_WITHIN_MS) return { ...step, state, pace: "starting", progress };
    const verdict: Verdict = {
      result: "not-found",
      cause: `there is no ${what} (${said})`,
      remedy: "Check kind, name and namespace, and the context of the kubeconfig.",
    };
    return { ...step, state, verdict, pace: "moving", progress };
  }
  const progress = `${what} is not visible any more (${said})`;
  if (missing === undefined) return { ...step, state, pace: "moving", progress };
  const goneSince = state.goneSince ?? elapsedMs;
  const next = { ...step, state: { ...state, goneSince }, pace: "moving" as const, progress };
  if (elapsedMs - goneSince < GONE_AFTER_MS) return next;
  return { ...next, verdict: { result: "failed", cause: `${what} was deleted while it was waited for (${said})` } };
}

function seen(
  kind: Kind,
  name: string,
  before: KubernetesState,
  workload: Workload,
  pods: readonly Pod[] | undefined,
  elapsedMs: number,
): Next {
  const standing = standingOf(kind, workload);
  const troubles = pods === undefined ? before.troubles : troublesAfter(before.troubles, pods, elapsedMs);
  const podsAt = pods === undefined ? before.podsAt : elapsedMs;
  const pin = before.pin ?? { uid: workload.uid, generation: workload.generation, template: workload.template };
  const verdict = verdictOf(`${kind} ${name}`, pin, workload, standing, troubles, elapsedMs);
  const isDueNow =
    podsAt === undefined || elapsedMs - podsAt >= PODS_EVERY_MS || isDue(troubles, elapsedMs, NEXT_LOOK_MS);
  const isBlocked = workload.isPaused || (workload.isOnDelete && !standing.isNear);
  const isInTrouble = troubles.length > 0;
  return {
    state: {
      pin: { ...pin, generation: Math.max(pin.generation, workload.generation) },
      workload,
      troubles,
      ...(podsAt === undefined ? {} : { podsAt }),
    },
    ...(verdict === undefined ? {} : { verdict }),
    pace: isBlocked ? "blocked" : standing.isNear && !isInTrouble ? "near" : "moving",
    reads: isDueNow ? ["workload", "pods"] : ["workload"],
    progress: isInTrouble ? `${standing.progress}; ${troubles[0]?.told ?? ""}` : standing.progress,
    stage: standing.stage,
    warnings: warningsOf(kind, name, workload, standing),
    facts: factsOf(kind, name, workload, verdict),
  };
}

function verdictOf(
  what: string,
  pin: NonNullable<KubernetesState["pin"]>,
  workload: Workload,
  { isComplete }: Standing,
  troubles: readonly Trouble[],
  elapsedMs: number,
): Verdict | undefined {
  if (pin.uid !== workload.uid && pin.uid !== "" && workload.uid !== "") {
    return { result: "superseded", cause: `${what} was superseded: it was deleted and created anew` };
  }
  // Scaling and annotations of the spec raise the generation, too; only another template is another rollout.
  if (workload.generation > pin.generation && workload.template !== pin.template) {
    const { generation } = workload;
    const cause = `${what} was superseded: generation ${generation} has another pod template than generation ${pin.generation}`;
    return { result: "superseded", cause };
  }
  const failure = failureOf(workload);
  if (failure !== undefined) return { result: "failed", cause: [failure, ...toldOf(troubles)].join("; ") };
  if (isComplete) return { result: "success", cause: "" };
  const cause = hopelessOf(troubles, elapsedMs);
  return cause === undefined ? undefined : { result: "failed", cause };
}

function toldOf(troubles: readonly Trouble[]): string[] {
  return troubles.slice(0, 1).map(({ told }) => told);
}

function factsOf(
  kind: Kind,
  name: string,
  workload: Workload,
  verdict: Verdict | undefined,
): NonNullable<Next["facts"]> {
  const { generation, revision, updated, available, images } = workload;
  return {
    pinned: `${kind}/${name}@${generation}`,
    generation,
    ...(revision === "" ? {} : { revision }),
    updated,
    available,
    ...(verdict?.result === "success" && images.length > 0 ? { images: images.join(" ") } : {}),
  };
}
