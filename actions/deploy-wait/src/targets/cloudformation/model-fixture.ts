/**
 * A model of stacks that knows the truth: random operations, one after another, and looks at them that are late, partial,
 * empty or wrong. For tests.
 */
import fc from "fast-check";
import { isUnderWay, meaningOf } from "./stack.ts";
import type { Moment, OperationKind, Stack } from "./stack.ts";
import type { Snapshot } from "./state.ts";

/** AWS's time at the start of waiting. */
export const ZERO = Date.parse("2026-11-22T12:00:00Z");
/** What began before this is not ours. */
export const FLOOR = ZERO - 60_000;

/** An operation: statuses with the instants (ms since the start of waiting) at which they begin. */
export type ModelOperation = { kind: OperationKind; path: readonly { at: number; status: string }[] };

/** What happens, and what of it is waited for. */
export type Timeline = {
  operations: readonly ModelOperation[];
  /** Undefined: nothing was begun. */
  ours?: ModelOperation;
  /** Answers carry no times. */
  isBare: boolean;
  isHistoryDenied: boolean;
  /** Nothing is seen from..to. */
  blind: { from: number; to: number };
  /** How each look goes wrong; they are used one after another. */
  looks: readonly { lag: number; shape: "right" | "empty" | "missing" | "unknown" | "undated" }[];
};

const paths: Readonly<Record<OperationKind, readonly (readonly string[])[]>> = {
  CREATE: [
    ["CREATE_IN_PROGRESS", "CREATE_COMPLETE"],
    ["CREATE_IN_PROGRESS", "CREATE_FAILED"],
    ["CREATE_IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE"],
    ["CREATE_IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_FAILED"],
    ["CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "DELETE_COMPLETE"],
  ],
  UPDATE: [
    ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"],
    ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE"],
    ["UPDATE_IN_PROGRESS", "UPDATE_FAILED"],
    ["UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED"],
    [
      "UPDATE_IN_PROGRESS",
      "UPDATE_ROLLBACK_IN_PROGRESS",
      "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
      "UPDATE_ROLLBACK_COMPLETE",
    ],
  ],
  IMPORT: [
    ["IMPORT_IN_PROGRESS", "IMPORT_COMPLETE"],
    ["IMPORT_IN_PROGRESS", "IMPORT_ROLLBACK_IN_PROGRESS", "IMPORT_ROLLBACK_COMPLETE"],
  ],
  DELETE: [
    ["DELETE_IN_PROGRESS", "DELETE_COMPLETE"],
    ["DELETE_IN_PROGRESS", "DELETE_FAILED"],
  ],
};

const SECOND = 1000;

function operation(
  kinds: readonly OperationKind[],
  begin: { min: number; max: number },
  length: { min: number; max: number },
): fc.Arbitrary<ModelOperation> {
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      pick: fc.nat(),
      at: fc.integer({ min: begin.min * SECOND, max: begin.max * SECOND }),
      lengths: fc.array(fc.integer({ min: length.min * SECOND, max: length.max * SECOND }), {
        minLength: 4,
        maxLength: 4,
      }),
    })
    .map(({ kind, pick, at, lengths }) => {
      const path = paths[kind][pick % paths[kind].length] ?? [];
      let instant = at;
      return {
        kind,
        path: path.map((status, index) => {
          const begun = { at: instant, status };
          instant += lengths[index] ?? SECOND;
          return begun;
        }),
      };
    });
}

const moved = ({ kind, path }: ModelOperation, ms: number): ModelOperation => ({
  kind,
  path: path.map(({ at, status }) => ({ at: at + ms, status })),
});

const lastOf = ({ path }: ModelOperation): { at: number; status: string } => path.at(-1) ?? { at: 0, status: "" };

const lasting = operation(["CREATE", "UPDATE"], { min: -100_000, max: -9000 }, { min: 1, max: 60 });
const stands = ({ path }: ModelOperation): boolean => lastOf({ kind: "CREATE", path }).status !== "DELETE_COMPLETE";

/** The stacks of one story: what was before, ours, what comes after. */
const stories: fc.Arbitrary<Pick<Timeline, "operations" | "ours">> = fc
  .record({
    base: lasting.filter(stands),
    early: fc.option(operation(["UPDATE"], { min: -50, max: -40 }, { min: 1, max: 4 }), { nil: undefined }),
    ours: operation(["CREATE", "UPDATE", "UPDATE", "IMPORT", "DELETE"], { min: -3, max: 0 }, { min: 1, max: 300 }),
    after: fc.option(operation(["UPDATE", "DELETE"], { min: 1, max: 60 }, { min: 5, max: 100 }), { nil: undefined }),
    // Seen under way before it ends.
    older: operation(["UPDATE"], { min: -350, max: -300 }, { min: 420, max: 700 }),
    kind: fc.constantFrom("ours", "ours", "ours", "nothing", "older"),
  })
  .map(({ base, early, ours, after, older, kind }) => {
    if (kind === "nothing") return { operations: [base] };
    if (kind === "older") return { operations: [base, older], ours: older };
    const before = ours.kind === "CREATE" ? [] : early === undefined ? [base] : [base, early];
    const ending = lastOf(ours);
    // Without a pin the newest counts: ours has to be seen under way before another one may follow.
    const isSeen = (ours.path[1]?.at ?? 0) > 40_000;
    const canFollow = after !== undefined && isSeen && ours.kind !== "DELETE" && ending.status !== "DELETE_COMPLETE";
    const behind = canFollow ? [moved(after, ending.at)] : [];
    return { operations: [...before, ours, ...behind], ours };
  });

const shapes = fc.constantFrom<"right" | "empty" | "missing" | "unknown" | "undated">(
  ...Array.from({ length: 16 }, () => "right" as const),
  "empty",
  "missing",
  "unknown",
  "undated",
);

/** Random timelines. */
export const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    story: stories,
    isBare: fc.boolean(),
    isHistoryDenied: fc.boolean(),
    from: fc.integer({ min: 40_000, max: 500_000 }),
    isBlindFirst: fc.boolean(),
    ms: fc.integer({ min: 0, max: 300_000 }),
    looks: fc
      .array(fc.record({ lag: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4000 })), shape: shapes }), {
        minLength: 4,
        maxLength: 60,
      })
      .filter((looks) => looks.filter(({ shape }) => shape === "right").length > looks.length / 2),
  })
  .map(({ story, isBare, isHistoryDenied, from, isBlindFirst, ms, looks }) => {
    const [last] = story.operations.slice(-1);
    const isAlone = story.ours === undefined || story.ours === last;
    const isUndone = story.ours?.kind === "CREATE" && lastOf(story.ours).status === "DELETE_COMPLETE";
    const hasEarly = story.operations.some(({ path }) => (path[0]?.at ?? 0) > -60_000 && (path[0]?.at ?? 0) < -30_000);
    return {
      ...story,
      // Only its time of creation tells a creation that deletes what failed from a deletion.
      isBare: isBare && isAlone && !hasEarly && !isUndone,
      isHistoryDenied,
      blind:
        isBlindFirst && isAlone && story.ours?.path[0]?.at !== undefined && story.ours.path[0].at > -60_000
          ? { from: 0, to: ms }
          : { from, to: from + ms },
      looks: looks.map(({ lag, shape }, index) => {
        const isTwice = shape === "missing" && looks[(index + looks.length - 1) % looks.length]?.shape === "missing";
        return { lag, shape: isTwice || (shape === "undated" && !isAlone) ? ("right" as const) : shape };
      }),
    };
  });

/** What a look at an instant sees. */
export function snapshotAt(timeline: Timeline, now: number, count: number, wantsHistory: boolean): Snapshot {
  const { lag, shape } = timeline.looks[count % timeline.looks.length] ?? { lag: 0, shape: "right" };
  const then = now - lag;
  const history = wantsHistory ? { history: historyAt(timeline, then) } : {};
  if (shape === "empty") return { stack: undefined, floor: FLOOR, ...history };
  const stack = stackAt(timeline, then, shape === "undated");
  if (stack === undefined || shape === "missing") return { stack: "missing", floor: FLOOR, ...history };
  return { stack: shape === "unknown" ? { ...stack, status: "STACK_DREAMING" } : stack, floor: FLOOR, ...history };
}

function stackAt({ operations, isBare }: Timeline, then: number, isUndated: boolean): Stack | undefined {
  const begun = operations.filter(({ path }) => (path[0]?.at ?? 0) <= then);
  const newest = begun.at(-1);
  const status = newest?.path.findLast(({ at }) => at <= then)?.status;
  if (newest === undefined || status === undefined) return undefined;
  const bare = { id: "arn:id", status, reason: "", isSettling: false };
  if (isBare || isUndated) return bare;
  const created = begun[0]?.path[0]?.at ?? 0;
  const deleted = newest.path.find((each) => each.status === "DELETE_IN_PROGRESS" && each.at <= then)?.at;
  return { ...bare, createdAt: ZERO + created, begunAt: ZERO + (deleted ?? newest.path[0]?.at ?? 0) };
}

function historyAt({ operations, isHistoryDenied, isBare }: Timeline, then: number): NonNullable<Snapshot["history"]> {
  if (isHistoryDenied || isBare) return { moments: [] };
  const moments: Moment[] = operations.flatMap(({ path }) => path.map(({ at, status }) => ({ at, status })));
  return { moments: moments.filter(({ at }) => at <= then).map(({ at, status }) => ({ at: ZERO + at, status })) };
}

/** The truth about what is waited for: how it ends, and from when on that can be known. */
export function truthOf({ operations, ours, isBare }: Timeline): {
  results: readonly string[];
  knowableAt: number;
  isPinned: boolean;
} {
  if (ours === undefined) {
    const status = operations.at(-1)?.path.at(-1)?.status ?? "";
    const phase = meaningOf(status)?.phase;
    const result = phase === "good" ? "noop" : (phase ?? "");
    return { results: [result], knowableAt: 0, isPinned: false };
  }
  const statuses = ours.path.map(({ status }) => status);
  const ending = statuses.at(-1) ?? "";
  if (ours.kind === "CREATE" && ending.startsWith("DELETE")) {
    return { results: ["failed"], knowableAt: ours.path[1]?.at ?? 0, isPinned: true };
  }
  const bad = ours.path.find(({ status }) => {
    const phase = meaningOf(status)?.phase;
    return (
      phase !== undefined && phase !== "good" && phase !== "deleted" && (phase === "rolling-back" || !isUnderWay(phase))
    );
  });
  if (bad === undefined) {
    // Without times, what ended before it was seen cannot be told from what never began.
    return {
      results: isBare ? ["success", "noop"] : ["success"],
      knowableAt: ours.path.at(-1)?.at ?? 0,
      isPinned: true,
    };
  }
  const isBack = ending.includes("ROLLBACK");
  const results = !isBack
    ? ["failed"]
    : ending.endsWith("FAILED")
      ? ["rolled-back", "rollback-failed"]
      : ["rolled-back"];
  return { results, knowableAt: bad.at, isPinned: true };
}
