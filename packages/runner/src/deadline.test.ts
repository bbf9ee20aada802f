import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import { DeadlineError, inTime, withDeadline } from "./deadline.ts";

const never = (): Promise<never> => new Promise(() => undefined);

describe("withDeadline", () => {
  it("gives what the work gives, and leaves no sleeper behind", async () => {
    const clock = virtualClock();
    await expect(withDeadline({ clock, ms: 100 }, async () => 7)).resolves.toBe(7);
    await clock.advance(0);
    expect(clock.sleeping).toBe(0);
    expect(clock.sleeps).toEqual([100]);
  });

  it("passes on what the work throws", async () => {
    const clock = virtualClock();
    await expect(withDeadline({ clock, ms: 100 }, () => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
    const throwing = (): Promise<never> => {
      throw new Error("at once");
    };
    await expect(withDeadline({ clock, ms: 100 }, throwing)).rejects.toThrow("at once");
    await clock.advance(0);
    expect(clock.sleeping).toBe(0);
  });

  it("ends work that does not listen, and tells its signal", async () => {
    const clock = virtualClock();
    let seen: AbortSignal | undefined;
    const ended = withDeadline({ clock, ms: 100 }, (signal) => {
      seen = signal;
      return never();
    });
    const judged = ended.catch((error: unknown) => error);
    await clock.advance(99);
    expect(seen?.aborted).toBe(false);
    await clock.advance(1);
    expect(await judged).toBeInstanceOf(DeadlineError);
    expect(seen?.reason).toBeInstanceOf(DeadlineError);
  });

  it("ends with the reason of the signal, and at once when it was aborted before", async () => {
    const clock = virtualClock();
    const control = new AbortController();
    const ended = withDeadline({ clock, ms: 100, signal: control.signal }, never);
    const reason = new Error("cancelled");
    control.abort(reason);
    await expect(ended).rejects.toBe(reason);
    let isCalled = false;
    const late = withDeadline({ clock, ms: 100, signal: control.signal }, async () => {
      isCalled = true;
    });
    await expect(late).rejects.toBe(reason);
    expect(isCalled).toBe(false);
  });
});

describe("inTime", () => {
  it("gives what the work gives or throws, and what it was told when the time is up", async () => {
    const clock = virtualClock();
    await expect(inTime({ clock, ms: 100 }, "late", async () => 7)).resolves.toBe(7);
    await expect(inTime({ clock, ms: 100 }, "late", () => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
    const ended = inTime({ clock, ms: 100 }, "late", never);
    await clock.advance(100);
    await expect(ended).resolves.toBe("late");
    expect(clock.sleeping).toBe(0);
  });

  it("is not late when the signal ended it, or a deadline within or around it", async () => {
    const clock = virtualClock();
    const control = new AbortController();
    const ended = inTime({ clock, ms: 100, signal: control.signal }, "late", never);
    const reason = new Error("cancelled");
    control.abort(reason);
    await expect(ended).rejects.toBe(reason);
    const within = inTime({ clock, ms: 100 }, "late", () => withDeadline({ clock, ms: 10 }, never));
    const around = withDeadline({ clock, ms: 10 }, (signal) => inTime({ clock, ms: 100, signal }, "late", never));
    const thrown = Promise.all([within, around].map((each) => each.catch((error: unknown) => error)));
    await clock.advance(10);
    expect(await thrown).toEqual([expect.any(DeadlineError), expect.any(DeadlineError)]);
  });
});
