import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import { createLane } from "./lane.ts";

describe("a lane", () => {
  it("H099: runs one task at a time, in order, a pause apart, and survives failures", async () => {
    const clock = virtualClock({ mode: "auto" });
    const lane = createLane(clock, 1_000);
    const events: string[] = [];
    const task = (name: string, ms: number) => async () => {
      events.push(`${name} starts at ${clock.monotonic()}`);
      await clock.sleep(ms);
      events.push(`${name} ends at ${clock.monotonic()}`);
      if (name === "b") throw new Error("b failed");
      return name;
    };
    const results = await Promise.allSettled([
      lane.run(task("a", 300)),
      lane.run(task("b", 0)),
      lane.run(task("c", 50)),
    ]);
    expect(results.map((each) => (each.status === "fulfilled" ? each.value : String(each.reason)))).toEqual([
      "a",
      "Error: b failed",
      "c",
    ]);
    expect(events).toEqual([
      "a starts at 0",
      "a ends at 300",
      "b starts at 1300",
      "b ends at 1300",
      "c starts at 2300",
      "c ends at 2350",
    ]);
  });

  it("lets quiet tasks through in their turn, without a pause before or after them", async () => {
    const clock = virtualClock({ mode: "auto" });
    const lane = createLane(clock, 1_000);
    const at = () => Promise.resolve(clock.monotonic());
    const times = await Promise.all([
      lane.run(at),
      lane.run(at, undefined, true),
      lane.run(at, undefined, true),
      lane.run(at),
      lane.run(at, undefined, true),
    ]);
    expect(times).toEqual([0, 0, 0, 1_000, 1_000]);
  });

  it("does not pause when the last task was long ago, nor with a pause of nothing", async () => {
    const clock = virtualClock();
    const lane = createLane(clock, 1_000);
    await lane.run(() => Promise.resolve());
    await clock.advance(5_000);
    expect(await lane.run(() => Promise.resolve(clock.monotonic()))).toBe(5_000);
    const free = createLane(clock, 0);
    await free.run(() => Promise.resolve());
    expect(await free.run(() => Promise.resolve("now"))).toBe("now");
    expect(clock.sleeps).toEqual([]);
  });

  it("a cancelled pause ends its task, not the lane", async () => {
    const clock = virtualClock();
    const lane = createLane(clock, 1_000);
    await lane.run(() => Promise.resolve());
    const controller = new AbortController();
    const cancelled = lane.run(() => Promise.resolve("never"), controller.signal);
    await clock.untilSleeping();
    controller.abort(new Error("cancelled"));
    await expect(cancelled).rejects.toThrow("cancelled");
    await clock.advance(1_000);
    expect(await lane.run(() => Promise.resolve("next"))).toBe("next");
  });
});
