/** For properties of targets: the loop without sleeping, on a clock that is set by hand. */
import type { Clock } from "@handrail/runner";
import { delayUntilNextLook } from "../wait/pace.ts";
import type { Target } from "../wait/target.ts";
import type { Verdict } from "../wait/verdict.ts";

/** A clock that is set by hand, for worlds that `drive` turns. */
export type HandClock = Clock & { set(ms: number): void };

/** A clock that stands where it is put. */
export function handClock(): HandClock {
  const start = Date.UTC(2026, 10, 22, 12);
  let at = 0;
  return {
    now: () => start + at,
    monotonic: () => at,
    sleep: () => Promise.reject(new TypeError("this clock does not run")),
    set: (ms) => {
      at = ms;
    },
  };
}

/** Looks at a target's only item as the loop does, without sleeping: quick enough for thousands of timelines. */
export async function drive(
  target: Target,
  clock: HandClock,
  untilMs: number,
): Promise<{ verdict: Verdict; atMs: number } | undefined> {
  const id = target.items[0]?.id ?? "";
  let hurried = 0;
  let nearSince: number | undefined;
  for (let at = 0; at <= untilMs;) {
    clock.set(at);
    const sight = (await target.look([id], at)).sights.get(id);
    if (sight === undefined || "fault" in sight) {
      at += 4000;
      continue;
    }
    const { verdict, pace } = sight.step;
    if (verdict !== undefined) return { verdict, atMs: at };
    hurried = pace === "now" ? hurried + 1 : 0;
    nearSince = pace === "near" ? (nearSince ?? at) : undefined;
    const nearForMs = nearSince === undefined ? 0 : at - nearSince;
    at += delayUntilNextLook({ pace, elapsedMs: at, nearForMs, hurried, calls: 1, stretch: 1 });
  }
  return undefined;
}
