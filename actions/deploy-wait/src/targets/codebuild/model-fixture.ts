/**
 * A world with one object that begins, moves and ends, and answers about it that are late, empty, about others, or none at
 * all. It knows the truth. For tests of targets with one call a look.
 */
import fc from "fast-check";
import { fault } from "../aws-fixture.ts";

/** What an answer can be like besides good. */
export const spoils = ["good", "stale", "empty", "others", "unknown", "throttled", "unavailable", "reset"] as const;

/** One way of spoiling. */
export type Spoil = (typeof spoils)[number];

/** A life: when the object becomes visible (s), the states it goes through, and its end, when it has one. */
export type Life = {
  visibleAt: number;
  states: readonly { at: number; state: string }[];
  end: { at: number; state: string } | undefined;
  /** How the calls are spoiled, in order, over and over. */
  noise: readonly Spoil[];
  /** From here (s) on every answer is good. */
  quietAt: number;
};

/** Lives through `states`, ending in one of `ends`, or never. */
export function lives(states: readonly string[], ends: readonly string[]): fc.Arbitrary<Life> {
  return fc
    .record({
      visibleAt: fc.integer({ min: 0, max: 40 }),
      gaps: fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom(...states)), { maxLength: 6 }),
      end: fc.option(fc.constantFrom(...ends), { freq: 8, nil: undefined }),
      last: fc.integer({ min: 1, max: 200 }),
      noise: fc.array(fc.constantFrom(...spoils), { minLength: 1, maxLength: 12 }),
      quietAt: fc.integer({ min: 0, max: 200 }),
    })
    .map(({ visibleAt, gaps, end, last, noise, quietAt }) => {
      let at = visibleAt;
      const passed = gaps.map(([gap, state]) => ({ at: (at += gap), state }));
      const endsAt = at + last;
      return {
        visibleAt,
        states: passed,
        end: end === undefined ? undefined : { at: endsAt, state: end },
        noise,
        quietAt,
      };
    });
}

/** How late (s) the loop may tell: while it is throttled it looks up to six times more seldom. */
export function latenessOf({ noise }: { noise: readonly Spoil[] }): number {
  return noise.includes("throttled") ? 85 : 30;
}

/** The true state at an instant (s); undefined before it is visible. */
export function truthAt(life: Life, now: number): string | undefined {
  if (life.end !== undefined && now >= life.end.at) return life.end.state;
  if (now < life.visibleAt) return undefined;
  return life.states.findLast(({ at }) => at <= now)?.state ?? "";
}

/** How answers look: of the object in a state, of none, of somebody else's. */
export type Look = {
  /** `state` is "" before the first of the life's states. */
  of(state: string): unknown;
  missing(): unknown;
  others(): unknown;
};

/** An answerer for the life, and whether the object was ever shown. */
export function tell(life: Life, look: Look): { answer: (now: number) => unknown; wasShown: () => boolean } {
  let count = 0;
  let isShown = false;
  const show = (now: number): unknown => {
    const state = truthAt(life, now);
    if (state === undefined) return look.missing();
    isShown = true;
    return look.of(state);
  };
  const spoiled: Readonly<Record<Spoil, (now: number) => unknown>> = {
    good: show,
    stale: (now) => show(Math.max(0, now - 20)),
    empty: () => ({}),
    others: () => look.others(),
    unknown: (now) => (truthAt(life, now) === undefined ? look.missing() : look.of("SOMETHING_NEW")),
    throttled: () => raise("throttled"),
    unavailable: () => raise("unavailable"),
    reset: () => raise("unavailable"),
  };
  return {
    answer: (now) => {
      const spoil = life.noise[count % life.noise.length] ?? "good";
      count += 1;
      return spoiled[now >= life.quietAt ? "good" : spoil](now);
    },
    wasShown: () => isShown,
  };
}

function raise(kind: "throttled" | "unavailable"): never {
  throw fault(kind, kind);
}
