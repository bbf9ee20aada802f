import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import { startLimit } from "./time-limit.ts";

describe("startLimit", () => {
  const cancelled = new AbortController();

  it("is aborted when the time is over", async () => {
    const clock = virtualClock();
    const { signal } = startLimit(clock, cancelled.signal, 1000);
    await clock.advance(999);
    expect(signal.aborted).toBe(false);
    await clock.advance(1);
    expect(signal.reason).toMatchObject({ reason: "cancelled", what: "It was not done in time" });
  });

  it("is aborted when the step is, with its reason, and leaves no timer when it ends", async () => {
    const clock = virtualClock();
    const limit = startLimit(clock, cancelled.signal, 1000);
    cancelled.abort(new Error("stop"));
    expect(limit.signal.reason).toEqual(new Error("stop"));
    limit.end();
    await clock.advance(0);
    expect(clock.sleeping).toBe(0);
  });
});
