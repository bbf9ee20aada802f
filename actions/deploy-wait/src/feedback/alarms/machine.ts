/**
 * What the alarms mean after a deployment: the machine of the bake. Pure: states and elapsed time in, a step out.
 *
 * An alarm that was on before the deployment is not held against it, unless it went off in between and came back. An alarm
 * that nobody could look at is never taken for a quiet one.
 */
import type { Step } from "../../wait/target.ts";
import type { Verdict } from "../../wait/verdict.ts";

/** An alarm as CloudWatch tells it. */
export type AlarmSight = {
  /** `OK`, `ALARM`, `INSUFFICIENT_DATA`, or a word that is not known yet. */
  state: string;
  /** CloudWatch's words; "" when there are none. */
  reason: string;
  /** When it came into this state, ms since 1970 by AWS's clock. */
  changedAt?: number;
};

/** The alarms that exist, by name. */
export type AlarmSights = ReadonlyMap<string, AlarmSight>;

/** What the bake is about. */
export type BakeSettings = {
  /** In the order of the input, each once. */
  names: readonly string[];
  bakeMs: number;
  /** What was so before the deployment; undefined when it could not be asked. */
  baseline?: AlarmSights;
  /** When waiting for the deployment began, ms since 1970 by AWS's clock: for alarms whose baseline is not known. */
  beganAt: number;
};

/** What is remembered from look to look. */
export type BakeState = {
  /** Alarms that are on and have been since before the deployment. */
  excused: ReadonlySet<string>;
  /** Alarms that were seen at least once since the deployment, with what they said last. */
  seen: AlarmSights;
};

/** Looks are closer together for this long before the end, ms: one slow pace. */
const LAST_STRETCH_MS = 9000;
/** An alarm that an answer leaves out is asked for again for this long after the end, ms. */
const GRACE_MS = 30_000;
const MOST_NAMED = 3;

/** The step after a look. `elapsedMs` counts from the end of the deployment. */
export function nextBake(
  settings: BakeSettings,
  state: BakeState | undefined,
  sights: AlarmSights,
  elapsedMs: number,
): Step<BakeState, "alarms"> {
  const excused = new Set(
    settings.names.filter((name) => {
      const sight = sights.get(name);
      // An alarm that is not told this time is as it was.
      if (sight === undefined) return state?.excused.has(name) ?? false;
      const isStill = state?.seen.has(name) === true ? state.excused.has(name) : wasOnSince(settings, name, sight);
      return sight.state === "ALARM" && isStill && !hasReturned(settings, name, sight);
    }),
  );
  const seen = new Map([...(state?.seen ?? []), ...sights].filter(([name]) => settings.names.includes(name)));
  const after: BakeState = { excused, seen };
  const verdict = verdictOf(settings, after, sights, elapsedMs);
  const rest = settings.bakeMs - elapsedMs;
  return {
    state: after,
    ...(verdict === undefined ? {} : { verdict }),
    pace: rest <= LAST_STRETCH_MS ? "near" : "moving",
    reads: ["alarms"],
    progress: progressOf(settings, sights),
    stage: "BAKE",
    warnings: warningsOf(settings, after, sights),
    facts: { alarms: settings.names.length },
  };
}

/** What has to be told about the alarms before the deployment has ended. */
export function baselineNotes(names: readonly string[], baseline: AlarmSights): string[] {
  return names.flatMap((name) => {
    const sight = baseline.get(name);
    if (sight?.state === "ALARM") {
      return [
        `${name} was already in ALARM before the deployment, so it is not held against it: ${short(sight.reason)}`,
      ];
    }
    return sight === undefined ? [] : stateNotes(name, sight);
  });
}

/** Whether an alarm that is on was so before; without a baseline only its own time can tell. */
function wasOnSince(settings: BakeSettings, name: string, { changedAt }: AlarmSight): boolean {
  if (settings.baseline === undefined) return changedAt !== undefined && changedAt < settings.beganAt;
  const before = settings.baseline.get(name);
  // The step can begin after the deployment: what went off between them is the deployment's.
  return before?.state === "ALARM" && !(before.changedAt !== undefined && before.changedAt >= settings.beganAt);
}

/** Whether it went off and came back where nobody looked. Both instants are CloudWatch's. */
function hasReturned({ baseline }: BakeSettings, name: string, { changedAt }: AlarmSight): boolean {
  const then = baseline?.get(name)?.changedAt;
  return then !== undefined && changedAt !== undefined && changedAt > then;
}

function verdictOf(
  { names, bakeMs }: BakeSettings,
  { excused, seen }: BakeState,
  sights: AlarmSights,
  elapsedMs: number,
): Verdict | undefined {
  const on = names.filter((name) => sights.get(name)?.state === "ALARM" && !excused.has(name));
  if (on.length > 0) {
    const told = on.slice(0, MOST_NAMED).map((name) => {
      const reason = short(sights.get(name)?.reason ?? "");
      return `alarm ${name} is in ALARM${reason === "" ? "" : `: ${reason}`}`;
    });
    const rest = on.length > MOST_NAMED ? `; and ${on.length - MOST_NAMED} more` : "";
    return { result: "alarm", cause: `${told.join("; ")}${rest}` };
  }
  const isComplete = names.every((name) => sights.has(name));
  if (elapsedMs < bakeMs + (isComplete ? 0 : GRACE_MS)) return undefined;
  const unwatched = names.flatMap((name) => {
    const sight = sights.get(name);
    if (sight === undefined) return [seen.has(name) ? `${name} is gone` : `${name} was not there`];
    return isKnown(sight.state) ? [] : [`${name} is in a state that is not known (${short(sight.state)})`];
  });
  if (unwatched.length === 0) return { result: "success", cause: "" };
  return {
    result: "inconclusive",
    cause: `the deployment succeeded, but not every alarm could be watched: ${unwatched.slice(0, MOST_NAMED).join("; ")}`,
    remedy: "Look at these alarms yourself, and mend their names in `alarms`.",
  };
}

function warningsOf({ names }: BakeSettings, { excused, seen }: BakeState, sights: AlarmSights): string[] {
  return names.flatMap((name) => {
    const sight = sights.get(name);
    if (sight === undefined) {
      return [seen.has(name) ? `${name} is gone: nothing watches in its place` : `${name} was not found`];
    }
    if (excused.has(name)) return [`${name} was already in ALARM before the deployment, so it is not held against it`];
    return stateNotes(name, sight);
  });
}

function stateNotes(name: string, { state }: AlarmSight): string[] {
  if (state === "INSUFFICIENT_DATA") return [`${name} has too little data (INSUFFICIENT_DATA): it watches nothing now`];
  return isKnown(state) ? [] : [`${name} is in a state that is not known: ${short(state)}`];
}

function isKnown(state: string): boolean {
  return state === "OK" || state === "ALARM" || state === "INSUFFICIENT_DATA";
}

/** `2 OK, 1 INSUFFICIENT_DATA`. */
function progressOf({ names }: BakeSettings, sights: AlarmSights): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const state = short(sights.get(name)?.state ?? "not found");
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts].map(([state, count]) => `${count} ${state}`).join(", ");
}

/** Foreign text, short enough for a line. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const points = Array.from(line);
  return points.length <= 300 ? line : `${points.slice(0, 299).join("")}…`;
}
