import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { createLanes, createMemory, settleAll } from "./registry-lanes.ts";

describe("createLanes", () => {
  it("never does more at a time, starts in order, and does all of it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (s, count, work) => {
          const lanes = createLanes(count);
          const started: number[] = [];
          let busy = 0;
          let most = 0;
          const all = work.map((isGood, index) =>
            lanes(async () => {
              started.push(index);
              most = Math.max(most, (busy += 1));
              await s.schedule(Promise.resolve());
              busy -= 1;
              if (!isGood) throw new Error("failed");
              return index;
            }).catch(() => -1),
          );
          const waiting = Promise.all(all);
          await s.waitFor(waiting);
          expect(await waiting).toEqual(work.map((isGood, index) => (isGood ? index : -1)));
          expect(started).toEqual(work.map((_, index) => index));
          expect(most).toBe(Math.min(count, work.length));
        },
      ),
      { numRuns: runs(100, 5000), seed: seed() },
    );
  });
});

describe("createMemory and settleAll", () => {
  it("does a thing once, also when it fails", async () => {
    const remember = createMemory<number>();
    let times = 0;
    const fail = (): Promise<number> => Promise.reject(new Error(`failed ${(times += 1)}`));
    await expect(remember("a", fail)).rejects.toThrow("failed 1");
    await expect(remember("a", async () => 7)).rejects.toThrow("failed 1");
    expect(await remember("b", async () => 8)).toBe(8);
  });

  it("waits for all and then throws the first failure in order", async () => {
    const slow = Promise.withResolvers<number>();
    let isSettled = false;
    const all = settleAll([Promise.reject(new Error("first")), slow.promise, Promise.reject(new Error("third"))]);
    const watched = all.catch((error: unknown) => error).finally(() => (isSettled = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
    slow.resolve(2);
    expect(await watched).toEqual(new Error("first"));
    expect(await settleAll([Promise.resolve(1)])).toEqual([1]);
  });
});
