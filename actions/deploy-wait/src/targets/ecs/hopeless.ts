/**
 * Ends early what will never end well: tasks that stop for one and the same reason, and deployments that come up and fall
 * again. Never for reasons that pass (Spot, capacity, throttled pulls), and not where the circuit breaker does it. Pure.
 */
import { groupStopCauses } from "@handrail/aws";
import type { EcsTask, StopCause } from "@handrail/aws";
import type { State } from "./state.ts";
import type { Ruling } from "./verdicts.ts";
import { oneLine, oursInWords } from "./words.ts";

/** Tasks that stopped for the same reason. */
const ALIKE = 3;
/** Failed tasks after which nothing more is waited for. */
const ENOUGH = 3;
/** With two failed tasks: so long without a change, ms. */
const QUIET_MS = 40_000;
/** The same for tasks that did come up, or that fail health checks, which have a grace period, ms. */
const QUIET_GRACE_MS = 115_000;
/** Times that a deployment has to fall. */
const FALLS = 3;
/** With a circuit breaker: it counts anew with each task that comes up, so that it may never trip (containers-roadmap#1206). */
const FALLS_WITH_BREAKER = 5;
/** And so long it has to stay down, ms. */
const DOWN_MS = 15_000;
/** Stopped tasks are asked again after this, ms. */
const ASK_AGAIN_MS = 30_000;
/** What was seen of stopped tasks is good for a verdict for this long, ms. */
const FRESH_MS = 12_000;

/** Whether our deployment has no hope, or what has to be read to know. */
export function judgeHealth(state: State, elapsedMs: number): Ruling | undefined {
  const { ours, service, deployment, tasks, id } = state;
  if (ours === undefined || ours.status !== "PRIMARY" || ours.state !== "IN_PROGRESS") return undefined;
  if (service === undefined || (deployment !== undefined && deployment.status !== "IN_PROGRESS")) return undefined;
  if (id === "" || (tasks !== undefined && "denied" in tasks)) return undefined;
  const flapping = judgeFlapping(state, elapsedMs);
  return flapping ?? (hasBreaker(state) ? undefined : judgeFailing(state, elapsedMs));
}

function hasBreaker({ service, deployment }: State): boolean {
  const status = deployment?.breaker ?? "";
  return service?.hasBreaker === true || (status !== "" && status !== "DISABLED");
}

function judgeFlapping(state: State, elapsedMs: number): Ruling | undefined {
  const { health, ours } = state;
  const { stands, falls, downSince } = health;
  if (
    stands ||
    falls < (hasBreaker(state) ? FALLS_WITH_BREAKER : FALLS) ||
    downSince === undefined ||
    elapsedMs - downSince < DOWN_MS
  )
    return undefined;
  const asked = askFreshly(state, elapsedMs);
  if (asked !== undefined) return asked;
  const top = topCause(stoppedOf(state));
  if (top === undefined || top.cause.isTransient || top.count < 2) return undefined;
  const cause = `${oursInWords(state)} is flapping: ${falls} times its tasks came up and stopped again, now ${ours?.running ?? 0}/${ours?.desired ?? 0} run; ${inWords(top)}`;
  return { verdict: { result: "failed", cause, remedy } };
}

function judgeFailing(state: State, elapsedMs: number): Ruling | undefined {
  const { health, tasks } = state;
  const { failing, hasStood } = health;
  if (failing === undefined) return undefined;
  const stopped = stoppedOf(state);
  const isOutdated = tasks === undefined || ("failed" in tasks && tasks.failed < failing.count);
  if (isOutdated && mayAsk(state, elapsedMs, failing.count)) return { needs: ["tasks"], pace: "now" };
  const top = topCause(stopped);
  if (top === undefined || top.cause.isTransient || top.count < ALIKE) return undefined;
  const needsGrace = hasStood || top.cause.kind === "health-check" || top.cause.kind === "load-balancer";
  const quietFor = elapsedMs - (hasStood ? failing.first : failing.since);
  const isEnough = failing.count >= ENOUGH && !hasStood;
  if (!isEnough && quietFor < (needsGrace ? QUIET_GRACE_MS : QUIET_MS)) return undefined;
  const asked = askFreshly(state, elapsedMs);
  if (asked !== undefined) return asked;
  const cause = `${oursInWords(state)} cannot come up: ${inWords(top)}, and none runs`;
  return { verdict: { result: "failed", cause, remedy } };
}

const remedy =
  "Correct what stops the tasks and deploy again. ECS goes on starting tasks until then; the deployment circuit breaker would stop it.";

/** The first three failures are looked at as they come; later ones, and those whose reason passes, now and then. */
function mayAsk({ tasksAt, tasks }: State, elapsedMs: number, count: number): boolean {
  if (tasksAt === undefined || elapsedMs - tasksAt >= ASK_AGAIN_MS) return true;
  return tasks !== undefined && count <= ENOUGH;
}

function askFreshly({ tasksAt, tasks }: State, elapsedMs: number): Ruling | undefined {
  const age = tasksAt === undefined ? Number.POSITIVE_INFINITY : elapsedMs - tasksAt;
  if (tasks !== undefined && age <= FRESH_MS) return undefined;
  return age >= ASK_AGAIN_MS || tasks !== undefined ? { needs: ["tasks"], pace: "now" } : undefined;
}

const stoppedOf = ({ tasks }: State): readonly EcsTask[] =>
  tasks === undefined || "denied" in tasks ? [] : tasks.stopped;

const topCause = (stopped: readonly EcsTask[]): { cause: StopCause; count: number } | undefined =>
  groupStopCauses(stopped)[0];

const inWords = ({ cause, count }: { cause: StopCause; count: number }): string =>
  `${count} tasks stopped alike (${oneLine(cause.text)})`;
