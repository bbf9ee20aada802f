/**
 * A model of the workflow runs of a commit that knows the truth: runs that begin late and are run again, and looks that are
 * late, empty or leave runs out. For tests.
 */
import fc from "fast-check";
import type { Snapshot } from "./machine.ts";
import { standingOf } from "./run.ts";
import type { Run, Standing } from "./run.ts";

/** An attempt, ms since the start of waiting. */
export type Attempt = { queuedAt: number; startedAt: number; endedAt: number; waits: boolean; conclusion: string };

/** A run with its attempts, oldest first. */
export type ModelRun = { id: number; attempts: readonly Attempt[] };

/** What happens. */
export type Timeline = {
  kind: "one" | "all";
  runs: readonly ModelRun[];
  blind: { from: number; to: number };
  looks: readonly { lag: number; shape: "right" | "nothing" | "missing" | "strange" | "partly" }[];
};

/** A look is at most this late, ms. */
export const MAX_LAG = 4000;

const ends = fc.constantFrom(
  "success",
  "success",
  "success",
  "failure",
  "startup_failure",
  "timed_out",
  "cancelled",
  "skipped",
  "neutral",
  "stale",
);

const attempt = fc.record({
  queued: fc.integer({ min: 0, max: 10_000 }),
  length: fc.integer({ min: 1, max: 400_000 }),
  waits: fc.boolean(),
  conclusion: ends,
  gap: fc.integer({ min: 1, max: 60_000 }),
});

const run = fc
  .record({
    begin: fc.oneof(fc.integer({ min: -3000, max: 0 }), fc.integer({ min: -500_000, max: 50_000 })),
    attempts: fc.array(attempt, { minLength: 1, maxLength: 2 }),
  })
  .map(({ begin, attempts }): readonly Attempt[] => {
    let at = begin;
    return attempts.map(({ queued, length, waits, conclusion, gap }) => {
      const made = { queuedAt: at, startedAt: at + queued, endedAt: at + queued + length, waits, conclusion };
      at = made.endedAt + gap;
      return made;
    });
  });

const shapes = fc.constantFrom<"right" | "nothing" | "missing" | "strange" | "partly">(
  ...Array.from({ length: 12 }, () => "right" as const),
  "nothing",
  "missing",
  "strange",
  "partly",
);

/** Random timelines. */
export const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    kind: fc.constantFrom<"one" | "all">("one", "all"),
    runs: fc.array(run, { maxLength: 4 }),
    from: fc.integer({ min: 0, max: 300_000 }),
    ms: fc.integer({ min: 0, max: 200_000 }),
    looks: fc
      .array(fc.record({ lag: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: MAX_LAG })), shape: shapes }), {
        minLength: 4,
        maxLength: 60,
      })
      .filter((looks) => looks.filter(({ shape }) => shape === "right").length > looks.length / 2),
  })
  .map(({ kind, runs, from, ms, looks }) => ({
    kind,
    runs: runs.slice(0, kind === "one" ? 1 : 4).map((attempts, index) => ({ id: index + 1, attempts })),
    blind: { from, to: from + ms },
    // Not twice in a row: what nobody is shown, nobody can wait for.
    looks: looks.map((look, index) => {
      const before = looks[(index + looks.length - 1) % looks.length]?.shape;
      return look.shape === "partly" && before === "partly" ? { ...look, shape: "right" as const } : look;
    }),
  }));

/** A run as it is shown at an instant; undefined before it began. */
export function runAt({ id, attempts }: ModelRun, then: number): Run | undefined {
  const index = attempts.findLastIndex(({ queuedAt }) => queuedAt <= then);
  const found = attempts[index];
  if (found === undefined) return undefined;
  const { startedAt, endedAt, waits, conclusion } = found;
  const status = then >= endedAt ? "completed" : then >= startedAt ? "in_progress" : waits ? "waiting" : "queued";
  const word = status === "completed" ? conclusion : "";
  return { id, name: `workflow ${id}`, url: "", status, conclusion: word, attempt: index + 1 };
}

/** What a look at an instant sees. */
export function snapshotAt({ kind, runs, looks }: Timeline, now: number, count: number): Snapshot {
  const { lag, shape } = looks[count % looks.length] ?? { lag: 0, shape: "right" };
  const shown = runs.map((each) => runAt(each, now - lag)).filter((each) => each !== undefined);
  if (shape === "nothing") return kind === "all" ? { runs: [] } : { runs: undefined };
  if (shape === "missing") return { runs: "missing" };
  if (shape === "strange") return { runs: shown.map((each) => ({ ...each, status: "dreaming", conclusion: "" })) };
  if (shape === "partly") return kind === "all" ? { runs: shown.slice(1) } : { runs: undefined };
  if (kind === "one" && shown.length === 0) return { runs: "missing" };
  return { runs: shown };
}

/** Where each run that everybody can see at an instant stood at some time since the latest look was made. */
export function truthAt({ runs }: Timeline, now: number): Standing[][] {
  const since = now - MAX_LAG;
  return runs.flatMap((each) => {
    const ends = each.attempts.map(({ endedAt }) => endedAt).filter((at) => at > since && at < now);
    const views = [since, ...ends, now].map((at) => runAt(each, at)).filter((view) => view !== undefined);
    return runAt(each, since) === undefined ? [] : [views.map(standingOf)];
  });
}

/** The bad ends of all attempts that were the newest one at some instant since the start of waiting. */
export function badEnds({ runs }: Timeline): Standing[] {
  return runs.flatMap(({ attempts }) =>
    attempts
      .filter((_, index) => (attempts[index + 1]?.queuedAt ?? 0) > -MAX_LAG)
      .map(({ conclusion }) => standingOf({ status: "completed", conclusion }))
      .filter((standing) => standing === "failed" || standing === "cancelled"),
  );
}
