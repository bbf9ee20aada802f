/**
 * What snapshots of an environment mean. Pure; it asks nothing and knows no clock.
 *
 * An update that fails leaves an environment that is Ready and Green, with the version from before: so a success is the label
 * that was asked for, and, where the label does not change, events without an error. Yellow is no success and no failure: two
 * checks in a row failed (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced-status.html), it is waited
 * on, and so is Grey, which is what follows a deployment before the first checks.
 */
import type { Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";
import { hasSucceeded, newestError } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { begin, going, held, unheld } from "./state.ts";
import type { Read, Snapshot, State } from "./state.ts";

/** What does not show up within this was not begun, ms. */
const GRACE_MS = 60_000;
/** An environment that is not listed any more for this long is gone, ms. */
const GONE_MS = 20_000;
/** Our version, live before anything was seen to change: the answers could be old, ms. */
const QUIET_HOLD_MS = 15_000;
/** Another version after an update, without an event that tells why, ms. */
const OTHER_HOLD_MS = 8000;
/** An error before anything was seen to change: an earlier attempt may have left it, ms. */
const ERROR_HOLD_MS = 5000;
/** Red for this long is a failure, ms. */
const RED_MS = 60_000;

/** The first health checks after a deployment come within this, ms. */
const SOON_MS = 60_000;

const moving: ReadonlySet<string> = new Set(["Launching", "Updating", "LinkingFrom", "LinkingTo"]);

/** Makes the machine for a version; "" for whatever was begun. */
export function createMachine(
  label: string,
): (state: State | undefined, snapshot: Snapshot, elapsedMs: number) => Step<State, Read> {
  return (before, snapshot, elapsedMs) => {
    const state = before ?? begin(elapsedMs);
    const { environment } = snapshot;
    if (environment === "missing" || environment === undefined) {
      return absent(state, environment === "missing", elapsedMs);
    }
    return judge(remember(state, environment, snapshot, elapsedMs), label, environment, snapshot, elapsedMs);
  };
}

function remember(before: State, { id, status, label }: Environment, snapshot: Snapshot, elapsedMs: number): State {
  const { missing: _, ...state } = before;
  const firstLabel = state.firstLabel ?? (label === "" ? undefined : label);
  return {
    ...state,
    id: state.id === "" && status !== "Terminated" ? id : state.id,
    status,
    ...(firstLabel === undefined ? {} : { firstLabel }),
    isRelabelled: state.isRelabelled || (label !== "" && firstLabel !== label),
    ...(snapshot.events === undefined ? {} : { eventsMs: elapsedMs }),
  };
}

function judge(
  state: State,
  label: string,
  environment: Environment,
  snapshot: Snapshot,
  elapsedMs: number,
): Step<State, Read> {
  const { status } = environment;
  if (moving.has(status)) return going({ ...unheld(state), wasUpdating: true }, environment, "moving");
  if (status === "Aborting") {
    return going({ ...unheld(state), wasUpdating: true, isAborted: true }, environment, "moving");
  }
  if (status === "Terminating" || status === "Terminated") return terminated(state, environment, elapsedMs);
  if (status !== "Ready") {
    const warning = `Elastic Beanstalk reports a status that is not known here: ${status}`;
    return { ...going(state, environment, "moving"), warnings: [warning] };
  }
  const warnings = snapshot.events?.warning === undefined ? {} : { warnings: [snapshot.events.warning] };
  const isOther = label !== "" && environment.label !== label;
  const step = isOther
    ? other(state, label, environment, snapshot, elapsedMs)
    : ready(state, label, environment, snapshot, elapsedMs);
  return { ...step, ...warnings };
}

/** Ready, with another version than the one that was asked for. */
function other(
  before: State,
  label: string,
  environment: Environment,
  { events }: Snapshot,
  elapsedMs: number,
): Step<State, Read> {
  const seen = held(before.other, elapsedMs);
  const state: State = { ...unheld(before), other: seen };
  const heldMs = elapsedMs - seen.sinceMs;
  const error = newestError(events?.list ?? []);
  const wantsEvents = state.eventsMs === undefined || events === undefined;
  if (state.wasUpdating) {
    if (wantsEvents && seen.count === 1) return going(state, environment, "now", ["environment", "events"]);
    const step = going(state, environment, "near", ["environment", "events"]);
    if (error === undefined && heldMs < OTHER_HOLD_MS) return step;
    return { ...step, verdict: rolledBack(state, label, environment, error) };
  }
  const isOver = elapsedMs - state.firstMs >= GRACE_MS;
  const isDue =
    events === undefined && (seen.count === 1 || isOver || heldMs >= ERROR_HOLD_MS) && isStale(state, elapsedMs);
  if (isDue) return going(state, environment, "now", ["environment", "events"]);
  const step = going(state, environment, "starting");
  if (error !== undefined && heldMs >= ERROR_HOLD_MS) {
    return { ...step, verdict: rolledBack(state, label, environment, error) };
  }
  if (!isOver || seen.count < 2) return step;
  return {
    ...step,
    verdict: {
      result: "not-found",
      cause: `version ${label} is not live: the environment is Ready with version ${environment.label}, and no update began`,
      remedy: "Check the version label, and that the update was begun before waiting for it.",
    },
  };
}

/** Whether the events are to be read again: not in every look. */
function isStale({ eventsMs }: State, elapsedMs: number): boolean {
  return (
    eventsMs === undefined || elapsedMs - eventsMs >= 20_000 || (eventsMs < ERROR_HOLD_MS && elapsedMs >= ERROR_HOLD_MS)
  );
}

function rolledBack({ isAborted }: State, label: string, environment: Environment, error: string | undefined): Verdict {
  const wanted = label === "" ? "" : ` instead of ${label}`;
  const runs = environment.label === "" ? "" : `: the environment runs version ${environment.label}${wanted}`;
  const why = error === undefined ? "" : ` (${error})`;
  return {
    result: "rolled-back",
    cause: `${isAborted ? "the update was aborted" : "the update did not succeed"}${runs}${why}`,
  };
}

/** Ready, with the version that was asked for, or with any when none was. */
function ready(
  state: State,
  label: string,
  environment: Environment,
  snapshot: Snapshot,
  elapsedMs: number,
): Step<State, Read> {
  const isNew = environment.updatedAt !== undefined && environment.updatedAt >= snapshot.floor;
  const hasBegun = state.wasUpdating || state.isRelabelled || isNew;
  if (label === "" && !hasBegun) return resting(state, environment, snapshot, elapsedMs);
  const { health } = environment;
  if (health === "Red") return red(state, environment, elapsedMs);
  if (health !== "Green") {
    if (health === "Yellow") {
      const warning = "The environment is Ready, its health is Yellow: waiting for Green";
      return { ...going(unheld(state), environment, "moving"), warnings: [warning] };
    }
    const grey = held(state.grey, elapsedMs);
    const isSoon = elapsedMs - grey.sinceMs < SOON_MS;
    return going({ ...unheld(state), grey }, environment, isSoon ? "near" : "moving");
  }
  const good = held(state.good, elapsedMs);
  const next: State = { ...unheld(state), good };
  // A label that changed under our eyes is proof; else the events have to say that nothing failed.
  const isProved = label !== "" && state.isRelabelled;
  if (good.count < 2 || (!isProved && snapshot.events === undefined)) {
    return going(next, environment, "now", isProved ? ["environment"] : ["environment", "events"]);
  }
  const step = going(next, environment, "near", isProved ? ["environment"] : ["environment", "events"]);
  const error = isProved ? undefined : newestError(snapshot.events?.list ?? []);
  if (error !== undefined) return { ...step, verdict: rolledBack(next, "", environment, error) };
  const isTold = hasSucceeded(snapshot.events?.list ?? []);
  if (!hasBegun && !isTold && elapsedMs - good.sinceMs < QUIET_HOLD_MS)
    return going(next, environment, "near", step.reads);
  if (label === "" && snapshot.events?.warning !== undefined) {
    const cause = `the environment is Ready and Green, but whether the update succeeded cannot be told: ${snapshot.events.warning}`;
    return { ...step, verdict: { result: "inconclusive", cause, remedy: "Name the version in version-label." } };
  }
  return { ...step, verdict: success(environment) };
}

function success({ label }: Environment): Verdict {
  const version = label === "" ? "" : ` with version ${label}`;
  return { result: "success", cause: `the environment is Ready and Green${version}` };
}

function red(before: State, environment: Environment, elapsedMs: number): Step<State, Read> {
  const seen = held(before.red, elapsedMs);
  const step = going({ ...unheld(before), red: seen }, environment, "moving");
  if (elapsedMs - seen.sinceMs < RED_MS || seen.count < 3) return step;
  const cause = `the environment is Ready${environment.label === "" ? "" : ` with version ${environment.label}`}, and its health is Red`;
  return { ...step, verdict: { result: "failed", cause } };
}

/** No version was asked for, and nothing was seen to begin. */
function resting(state: State, environment: Environment, { events }: Snapshot, elapsedMs: number): Step<State, Read> {
  const step = going(unheld(state), environment, "starting");
  if (elapsedMs - state.firstMs < GRACE_MS) return step;
  if (events === undefined) return { ...step, pace: "now", reads: ["environment", "events"] };
  const error = newestError(events.list);
  if (error !== undefined) return { ...step, verdict: rolledBack(state, "", environment, error) };
  if (hasSucceeded(events.list) && environment.health === "Green") return { ...step, verdict: success(environment) };
  const told = `no new update: the environment is Ready, health ${environment.health}`;
  return { ...step, verdict: { result: environment.health === "Red" ? "failed" : "noop", cause: told } };
}

function terminated(state: State, environment: Environment, elapsedMs: number): Step<State, Read> {
  const step = going(unheld(state), environment, "starting");
  const { status } = environment;
  if (status === "Terminating" || state.id !== "" || state.wasUpdating) {
    return { ...step, verdict: { result: "failed", cause: `the environment is being terminated (${status})` } };
  }
  // It may be an older one of the same name.
  if (elapsedMs - state.firstMs < GRACE_MS) return step;
  return { ...step, verdict: { result: "not-found", cause: "the environment was terminated before" } };
}

function absent(before: State, isSaid: boolean, elapsedMs: number): Step<State, Read> {
  const { missing, ...rest } = before;
  const seen = held(missing, elapsedMs);
  const state: State = isSaid ? { ...rest, missing: seen } : rest;
  const step: Step<State, Read> = {
    state,
    pace: before.wasUpdating ? "moving" : "starting",
    reads: ["environment"],
    progress: isSaid ? "the environment is not listed" : "the answer tells nothing about the environment",
    stage: before.status,
  };
  const wasSeen = before.status !== "";
  if (!wasSeen && elapsedMs - before.firstMs >= GRACE_MS) {
    const cause = "there is no such environment";
    return { ...step, verdict: { result: "not-found", cause, remedy: "Check its name, the account and the Region." } };
  }
  if (!wasSeen || !isSaid || elapsedMs - seen.sinceMs < GONE_MS || seen.count < 3) return step;
  return { ...step, verdict: { result: "failed", cause: "the environment is gone: it is not listed any more" } };
}
