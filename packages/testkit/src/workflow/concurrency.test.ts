/** Concurrency groups: who runs, who waits, who is cancelled, and in which order. */
import { describe, expect, it } from "@jest/globals";

import { concurrencyGroups } from "./concurrency.ts";
import type { Concurrency, ConcurrencyGroups } from "./concurrency.ts";

/** Lets several enter one after the other; tells what happened, and ends the one that runs when asked. */
function enterAll(groups: ConcurrencyGroups, all: Partial<Concurrency>[]): { events: string[]; next(): Promise<void> } {
  const events: string[] = [];
  const running: (() => void)[] = [];
  for (const [index, more] of all.entries()) {
    const wanted: Concurrency = { group: "g", cancelInProgress: false, queue: "single", ...more };
    const enter = async (): Promise<void> => {
      const leave = await groups.enter(wanted, () => events.push(`${index} told to end`));
      events.push(`${index} ${leave === undefined ? "cancelled" : "runs"}`);
      if (leave !== undefined) running.push(leave);
    };
    void enter();
  }
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    events,
    async next() {
      await settle();
      running.shift()?.();
      await settle();
    },
  };
}

describe("concurrencyGroups", () => {
  it.each<[string, Partial<Concurrency>[], string[]]>([
    ["one after the other", [{}, {}], ["0 runs", "1 runs"]],
    ["a newer one takes the place of who waits", [{}, {}, {}], ["0 runs", "1 cancelled", "2 runs"]],
    ["all wait in order", [{ queue: "max" }, { queue: "max" }, { queue: "max" }], ["0 runs", "1 runs", "2 runs"]],
    ["cancel-in-progress tells who runs", [{}, { cancelInProgress: true }], ["0 told to end", "0 runs", "1 runs"]],
    ["groups whose names differ in case only are one", [{ group: "A" }, { group: "a" }], ["0 runs", "1 runs"]],
  ])("%s", async (_, all, expected) => {
    const { events, next } = enterAll(concurrencyGroups(), all);
    for (let left = all.length; left > 0; left--) await next();
    expect(events).toEqual(expected);
  });

  it("nobody runs beside another, and other groups do not wait", async () => {
    const { events, next } = enterAll(concurrencyGroups(), [{}, {}, { group: "other" }]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(events).toEqual(["0 runs", "2 runs"]);
    await next();
    expect(events).toEqual(["0 runs", "2 runs", "1 runs"]);
  });
});
