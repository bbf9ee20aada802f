/**
 * Where a profile can go from the version in use, whatever other units do: the lanes, each with its choices, the best
 * first. And what is newer and not among them, with its reason.
 */
import type { Version } from "@handrail/terraform";
import type { Choice } from "./choices.ts";
import { selectionOf } from "./dependency.ts";
import { findExclusion, type Obstacle } from "./fit.ts";
import { hasLadder, rungsOf, type Rung } from "./ladder.ts";
import { isNewer, isSame, lineOf } from "./line.ts";
import type { Profile, Subject } from "./unit.ts";

/** A newer version that is not to be chosen; `reading` is the text that says so, where it is one. */
export type Note = Obstacle & { choice: Choice };

export type Lanes = {
  /** A unit takes at most one choice of each. */
  lanes: readonly (readonly Choice[])[];
  notes: readonly Note[];
  /** Only the texts change, so that they say what is in use already: this is what they have said. */
  raisedFrom?: Choice;
};

/** The lanes of a profile. */
export function findLanes(subject: Subject, profile: Profile): Lanes {
  const { current } = profile;
  if (current === undefined) return { lanes: [], notes: [] };
  if (profile.isBehind) return catchUp(subject, profile, current);
  const { policy, choices } = subject;
  const own = lineOf(current, subject.stream);
  const pool = newerOf(choices, current);
  const stops = new Map(pool.flatMap((choice) => stopOf(choice, own, subject, profile)));
  const eligible = pool.filter((choice) => !stops.has(choice));
  const rungs = findRungs(subject, current, eligible);
  const [first, ...later] = rungs;
  const open = first === undefined ? eligible : eligible.filter(({ version }) => first.has(version));
  const lanes = splitLanes(open, own, policy.major === "separate");
  const targets = [...lanes.flatMap((lane) => lane[0] ?? []), ...later.flatMap((rung) => newestIn(rung, eligible))];
  const notes = [
    ...stopNotes(stops, targets, policy.major === "separate" ? own : ""),
    ...fixedNotes(first, stops),
    ...laterNotes(rungs, eligible),
  ];
  const raised = lanes.length === 0 && rungs.length === 0 ? findRaise(subject, profile) : undefined;
  return raised === undefined ? { lanes, notes } : { ...raised, notes };
}

/** The lock file goes where the constraints are already, however far that is; everything else comes after it. */
function catchUp({ choices }: Subject, { readings }: Profile, current: Version): Lanes {
  const newer = newerOf(choices, current);
  const stops = new Map(newer.flatMap((choice) => (choice.stop === undefined ? [] : [[choice, choice.stop]])));
  const eligible = newer.filter((choice) => !stops.has(choice));
  const lane = eligible.filter(({ version }) => readings.every((reading) => reading.admits(version)));
  const [target] = lane;
  const later = eligible
    .filter((choice) => target === undefined || isNewer(choice.version, target.version))
    .slice(0, 1);
  const why = `${target?.text ?? "what they admit"} comes first: the lock file is behind the constraints`;
  const notes = later.map((choice): Note => ({ choice, reason: "later-rung", why }));
  const targets = [target ?? [], later].flat();
  return { lanes: target === undefined ? [] : [lane], notes: [...stopNotes(stops, targets, ""), ...notes] };
}

/** Pre-releases only where one is in use, and only until there is a release. */
function newerOf(choices: readonly Choice[], current: Version): Choice[] {
  const newer = choices.filter(({ version }) => isNewer(version, current));
  const stable = newer.filter(({ version }) => version.prerelease === "");
  return stable.length > 0 || current.prerelease === "" ? stable : newer;
}

function stopOf(choice: Choice, own: string, { policy }: Subject, profile: Profile): [Choice, Obstacle][] {
  if (choice.stop !== undefined) return [[choice, choice.stop]];
  if (policy.major === "ignore" && choice.line !== own)
    return [[choice, { reason: "major-ignored", why: "the input major is ignore" }]];
  const exclusion = findExclusion(profile, choice);
  return exclusion === undefined ? [] : [[choice, exclusion]];
}

/** Where majors are ignored no rung is ever left. */
function findRungs({ dependency, policy }: Subject, current: Version, eligible: readonly Choice[]): Rung[] {
  const isClimbing = policy.isStepwise && policy.major !== "ignore" && hasLadder(dependency);
  if (!isClimbing || eligible.length === 0) return [];
  return rungsOf(
    dependency,
    current,
    eligible.map(({ version }) => version),
  );
}

function splitLanes(open: readonly Choice[], own: string, isSeparate: boolean): Choice[][] {
  const lanes = isSeparate
    ? [open.filter(({ line }) => line === own), open.filter(({ line }) => line !== own)]
    : [[...open]];
  return lanes.filter((lane) => lane.length > 0);
}

function newestIn(rung: Rung, eligible: readonly Choice[]): Choice[] {
  const found = eligible.find(({ version }) => rung.has(version));
  return found === undefined ? [] : [found];
}

function laterNotes([first, ...later]: readonly Rung[], eligible: readonly Choice[]): Note[] {
  if (first === undefined) return [];
  const [next] = newestIn(first, eligible);
  const why = next === undefined ? `${first.label} comes first, and cannot be had` : `${next.text} comes first`;
  return later.flatMap((rung) => newestIn(rung, eligible)).map((choice) => ({ choice, reason: "later-rung", why }));
}

/**
 * Of what is stopped, the newest of each reason: where a line could go further, and above everything that can be had.
 * What a newer version that can be had leaves behind is no loss, but in the line whose updates come by themselves.
 */
function stopNotes(stops: ReadonlyMap<Choice, Obstacle>, targets: readonly Choice[], own: string): Note[] {
  const notes: Note[] = [];
  const told = new Set<string>();
  for (const [choice, stop] of stops) {
    const target = targets.find(({ line }) => line === choice.line);
    const isAbove = targets.every(({ version }) => isNewer(choice.version, version));
    const isMissed = target === undefined ? isAbove || choice.line === own : isNewer(choice.version, target.version);
    const isOwnLine = target !== undefined || choice.line === own;
    const key = isOwnLine ? `${stop.reason} ${choice.line}` : stop.reason;
    if (!isMissed || told.has(key)) continue;
    told.add(key);
    notes.push({ choice, ...stop });
  }
  return notes;
}

/** A rung that is one version and is stopped holds everything up. */
function fixedNotes(first: Rung | undefined, stops: ReadonlyMap<Choice, Obstacle>): Note[] {
  if (first === undefined) return [];
  return [...stops].filter(([{ text }]) => text === first.label).map(([choice, stop]) => ({ choice, ...stop }));
}

/** With `bump` and `pin` a text says what is in use, also where that is the newest already. */
function findRaise(
  { dependency, choices, policy }: Subject,
  { current, isGuess, readings }: Profile,
): Omit<Lanes, "notes"> | undefined {
  const isRaising = policy.strategy === "bump" || policy.strategy === "pin";
  if (current === undefined || !isGuess || !isRaising || !policy.kinds.has(selectionOf(dependency.kind)))
    return undefined;
  const target = choices.find(({ version }) => isSame(version, current));
  if (target === undefined || target.stop !== undefined) return undefined;
  const isAdmitted = ({ version }: Choice): boolean =>
    version.prerelease === "" && readings.every((reading) => reading.admits(version));
  const raisedFrom = choices.findLast(isAdmitted);
  const isRaised = readings.some((reading) => {
    const change = reading.change(target);
    return "after" in change && change.after !== reading.text;
  });
  if (raisedFrom === undefined || raisedFrom === target || !isRaised) return undefined;
  return { lanes: [[target]], raisedFrom };
}
