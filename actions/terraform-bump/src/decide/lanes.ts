/**
 * Where a profile can go from the version in use, whatever other units do: the lanes, each with its choices, the best
 * first. And what is newer and not among them, with its reason.
 */
import type { Choice } from "./choices.ts";
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
  /** Only the texts change, so that they say what is in use already; `from` is what they have said. */
  raisedFrom?: Choice;
};

/** The lanes of a profile. */
export function findLanes(subject: Subject, profile: Profile): Lanes {
  const { current } = profile;
  if (current === undefined) return { lanes: [], notes: [] };
  const { policy, choices } = subject;
  const own = lineOf(current, subject.stream);
  const pool = newerOf(choices, profile);
  const stops = new Map(pool.flatMap((choice) => stopOf(choice, own, subject, profile)));
  const eligible = pool.filter((choice) => !stops.has(choice));
  const rungs = findRungs(subject, profile, eligible);
  const [first, ...later] = rungs;
  const open = first === undefined ? eligible : eligible.filter(({ version }) => first.has(version));
  const lanes = splitLanes(open, own, policy.major === "separate" && !profile.isBehind);
  const targets = [...lanes.flatMap((lane) => lane[0] ?? []), ...later.flatMap((rung) => newestIn(rung, eligible))];
  const notes = [
    ...stopNotes(stops, targets, policy.major === "separate" ? own : ""),
    ...fixedNotes(first, stops),
    ...laterNotes(rungs, eligible),
  ];
  const raised = lanes.length === 0 && rungs.length === 0 ? findRaise(subject, profile) : undefined;
  return raised === undefined ? { lanes, notes } : { ...raised, notes };
}

/** Pre-releases only where one is in use, and only until there is a release. */
function newerOf(choices: readonly Choice[], { current, isBehind, readings }: Profile): Choice[] {
  if (current === undefined) return [];
  const newer = choices.filter(({ version }) => isNewer(version, current));
  const wanted = isBehind
    ? newer.filter(({ version }) => readings.every((reading) => !reading.isConstraint || reading.admits(version)))
    : newer;
  const stable = wanted.filter(({ version }) => version.prerelease === "");
  return stable.length > 0 || current.prerelease === "" ? stable : wanted;
}

function stopOf(choice: Choice, own: string, { policy }: Subject, profile: Profile): [Choice, Obstacle][] {
  if (choice.stop !== undefined) return [[choice, choice.stop]];
  if (policy.major === "ignore" && choice.line !== own)
    return [[choice, { reason: "major-ignored", why: "the input major is ignore" }]];
  const exclusion = findExclusion(profile, choice);
  return exclusion === undefined ? [] : [[choice, exclusion]];
}

/** Where majors are ignored no rung is ever left; where the texts want more than the lock file has, they were left by hand. */
function findRungs({ dependency, policy }: Subject, profile: Profile, eligible: readonly Choice[]): Rung[] {
  const { current, isBehind } = profile;
  const isClimbing = policy.isStepwise && policy.major !== "ignore" && hasLadder(dependency) && !isBehind;
  if (current === undefined || !isClimbing || eligible.length === 0) return [];
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
  { choices, policy }: Subject,
  { current, isGuess, readings }: Profile,
): Omit<Lanes, "notes"> | undefined {
  if (current === undefined || !isGuess || (policy.strategy !== "bump" && policy.strategy !== "pin")) return undefined;
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
