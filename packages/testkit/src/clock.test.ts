import { describe, expect, it } from "@jest/globals";

import { virtualClock } from "./clock.ts";

describe("virtualClock", () => {
  it("stands still until it is advanced, and wakes in order, also those who sleep again", async () => {
    const clock = virtualClock({ start: "2026-01-01T00:00:00Z" });
    const log: string[] = [];
    const poll = async (name: string, ms: number) => {
      for (let at = 0; at < 3; at++) {
        await clock.sleep(ms);
        log.push(`${name}${clock.monotonic()}`);
      }
    };
    const all = Promise.all([poll("a", 1000), poll("b", 1500)]);
    await clock.untilSleeping(2);
    await clock.advance(3000);
    expect(log).toEqual(["a1000", "b1500", "a2000", "b3000", "a3000"]);
    expect(new Date(clock.now()).toISOString()).toBe("2026-01-01T00:00:03.000Z");
    await clock.advance(1500);
    await all;
    expect(clock.sleeps).toEqual([1000, 1500, 1000, 1500, 1000, 1500]);
  });

  it("goes by itself in auto mode, as far as the predicate says", async () => {
    const clock = virtualClock({ mode: (ms) => ms >= 1000 });
    const deadline = new AbortController();
    const guard = clock.sleep(30, deadline.signal);
    await clock.sleep(3_600_000);
    await clock.sleep(1000);
    expect(clock.elapsed).toBe(3_601_000);
    expect(clock.sleeping).toBe(1);
    deadline.abort(new Error("enough"));
    await expect(guard).rejects.toThrow("enough");
    expect(clock.sleeping).toBe(0);
  });

  it("rejects at once when the signal is aborted already", async () => {
    const clock = virtualClock();
    await expect(clock.sleep(5, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });

  it("lets the wall clock jump alone", () => {
    const clock = virtualClock({ start: 0 });
    clock.skew(-86_400_000);
    expect([clock.now(), clock.monotonic()]).toEqual([-86_400_000, 0]);
  });
});
