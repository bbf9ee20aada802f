import { describe, expect, it } from "@jest/globals";
import { Failure } from "../failure.ts";
import { systemClock } from "./clock.ts";

describe("systemClock", () => {
  it("sleeps at least as long as it is asked to, by its own monotonic time", async () => {
    const start = systemClock.monotonic();
    await systemClock.sleep(2);
    expect(systemClock.monotonic() - start).toBeGreaterThanOrEqual(1);
    await systemClock.sleep(0);
    await systemClock.sleep(-5);
  });

  it("wakes with the signal's reason, before and while it sleeps", async () => {
    const reason = new Failure({ reason: "cancelled", what: "a", remedy: "b" });
    await expect(systemClock.sleep(600_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const asleep = systemClock.sleep(600_000, controller.signal);
    controller.abort(reason);
    await expect(asleep).rejects.toBe(reason);
    await expect(systemClock.sleep(600_000, AbortSignal.abort("a text"))).rejects.toMatchObject({ cause: "a text" });
  });

  it("sleeps longer than a timer can be set", async () => {
    const controller = new AbortController();
    const asleep = systemClock.sleep(10_000_000_000, controller.signal);
    // A timer that is set too far ahead would fire at once.
    expect(await Promise.race([asleep.then(() => "over"), systemClock.sleep(20).then(() => "asleep")])).toBe("asleep");
    controller.abort(new Error("woken"));
    await expect(asleep).rejects.toThrow("woken");
  });

  it("tells the time", () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(60_000);
  });
});
