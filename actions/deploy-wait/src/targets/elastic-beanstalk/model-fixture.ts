/**
 * A model of an environment that knows the truth: random updates, and looks that are late, empty or wrong. For tests.
 */
import fc from "fast-check";
import type { Environment, Happening } from "./environment.ts";
import type { Snapshot } from "./state.ts";

/** AWS's time at the start of waiting. */
export const ZERO = Date.parse("2026-11-22T12:00:00Z");

type Shown = { at: number; status: string; label: string; health: string };

/** What happens (ms since the start of waiting), and what is asked for. */
export type Timeline = {
  /** The version that is waited for; "" for any. */
  label: string;
  shown: readonly Shown[];
  events: readonly { at: number; severity: string; text: string }[];
  /** The result that is right. */
  truth: string;
  /** From when on it can be known. */
  knowableAt: number;
  isDated: boolean;
  areEventsDenied: boolean;
  blind: { from: number; to: number };
  looks: readonly { lag: number; shape: "right" | "empty" | "missing" | "unknown" }[];
};

const shapes = fc.constantFrom<"right" | "empty" | "missing" | "unknown">(
  ...Array.from({ length: 14 }, () => "right" as const),
  "empty",
  "missing",
  "unknown",
);

const ends = ["success", "success", "rolled-back", "aborted", "failed", "terminated", "nothing"] as const;

type Draft = {
  end: (typeof ends)[number];
  isNamed: boolean;
  isSameLabel: boolean;
  isEarly: boolean;
  isNoisy: boolean;
  begin: number;
  work: number;
  settle: number;
};

/** The environment's story, and what of it is right. */
function storyOf(draft: Draft): Pick<Timeline, "label" | "shown" | "events" | "truth" | "knowableAt"> {
  const { end, isNamed, isSameLabel, isEarly, isNoisy, begin, work, settle } = draft;
  const old = isSameLabel ? "v2" : "v1";
  const label = isNamed ? "v2" : "";
  const before: Shown = { at: -9_000_000, status: "Ready", label: old, health: "Green" };
  if (end === "nothing") {
    const truth = !isNamed ? "noop" : isSameLabel ? "success" : "not-found";
    return { label, shown: [before], events: [], truth, knowableAt: 0 };
  }
  const done = begin + work;
  const during: Shown = { at: begin, status: "Updating", label: isEarly ? "v2" : old, health: "Grey" };
  const noise = isNoisy ? [{ at: begin + 1, severity: "WARN", text: "Environment health has transitioned" }] : [];
  const story = (after: Shown[], events: Timeline["events"], truth: string, knowableAt: number) => ({
    label,
    shown: [before, during, ...after],
    events: [...noise, ...events],
    truth,
    knowableAt,
  });
  const error = [{ at: done - 1, severity: "ERROR", text: "Failed to deploy application." }];
  const back: Shown = { at: done, status: "Ready", label: old, health: "Green" };
  if (end === "rolled-back") return story([back], error, "rolled-back", done);
  if (end === "aborted") {
    const aborting: Shown = { at: done - 500, status: "Aborting", label: during.label, health: "Grey" };
    return story([aborting, back], error, "rolled-back", done);
  }
  if (end === "terminated") {
    return story([{ ...during, at: done, status: "Terminating" }], [], "failed", done);
  }
  const fine = [{ at: done, severity: "INFO", text: "Environment update completed successfully." }];
  const fresh: Shown = { at: done, status: "Ready", label: "v2", health: "Grey" };
  if (end === "failed") {
    return story([fresh, { ...fresh, at: done + settle, health: "Red" }], fine, "failed", done + settle + 60_000);
  }
  return story([fresh, { ...fresh, at: done + settle, health: "Green" }], fine, "success", done + settle);
}

/** Random timelines. */
export const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    draft: fc.record({
      end: fc.constantFrom(...ends),
      isNamed: fc.boolean(),
      isSameLabel: fc.boolean(),
      isEarly: fc.boolean(),
      isNoisy: fc.boolean(),
      begin: fc.integer({ min: -4000, max: 0 }),
      work: fc.integer({ min: 6000, max: 400_000 }),
      settle: fc.integer({ min: 0, max: 60_000 }),
    }),
    isDated: fc.boolean(),
    areEventsDenied: fc.boolean(),
    from: fc.integer({ min: 30_000, max: 400_000 }),
    ms: fc.integer({ min: 0, max: 200_000 }),
    isBlindFirst: fc.boolean(),
    looks: fc
      .array(fc.record({ lag: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4000 })), shape: shapes }), {
        minLength: 4,
        maxLength: 60,
      })
      .filter((looks) => looks.filter(({ shape }) => shape === "right").length > looks.length / 2),
  })
  .map(({ draft, isDated, areEventsDenied, from, ms, isBlindFirst, looks }) => {
    // Without times an update has to be seen under way.
    const story = storyOf(isDated ? draft : { ...draft, work: draft.work + 40_000 });
    return {
      ...story,
      isDated,
      // Without events, an update that keeps its label and fails cannot be told from one that does not.
      areEventsDenied: areEventsDenied && !(draft.isSameLabel || draft.isEarly),
      blind: isBlindFirst && isDated ? { from: 0, to: ms } : { from, to: from + ms },
      looks: looks.map(({ lag, shape }, index) => {
        const isTwice = shape === "missing" && looks[(index + looks.length - 1) % looks.length]?.shape === "missing";
        return { lag, shape: isTwice ? ("right" as const) : shape };
      }),
    };
  });

/** What a look at an instant sees. */
export function snapshotAt(timeline: Timeline, now: number, count: number, wantsEvents: boolean): Snapshot {
  const { lag, shape } = timeline.looks[count % timeline.looks.length] ?? { lag: 0, shape: "right" };
  const then = now - lag;
  const shown = timeline.shown.findLast(({ at }) => at <= then);
  const events = wantsEvents ? { events: eventsAt(timeline, then) } : {};
  const floor = ZERO - 60_000;
  if (shape === "empty" || shown === undefined) return { environment: undefined, floor, ...events };
  if (shape === "missing") return { environment: "missing", floor, ...events };
  const { at, label, health } = shown;
  const environment: Environment = {
    id: "e-1",
    status: shape === "unknown" ? "Dreaming" : shown.status,
    label,
    health,
    ...(timeline.isDated ? { updatedAt: ZERO + at } : {}),
  };
  return { environment, floor, ...events };
}

function eventsAt({ events, areEventsDenied }: Timeline, then: number): NonNullable<Snapshot["events"]> {
  if (areEventsDenied) return { list: [], warning: "elasticbeanstalk:DescribeEvents had no answer (AccessDenied)" };
  const list: Happening[] = events
    .filter(({ at }) => at <= then)
    .map(({ at, severity, text }) => ({ at: ZERO + at, severity, text }));
  return { list: list.sort((a, b) => (b.at ?? 0) - (a.at ?? 0)) };
}
