/** The loop, with a clock that the test turns and targets that are scripts. */
import { describe, expect, it } from "@jest/globals";
import { virtualClock } from "@handrail/testkit";
import type { VirtualClock } from "@handrail/testkit";
import { defineTarget } from "./target.ts";
import type { Fault, Look, Step, Target } from "./target.ts";
import type { Verdict } from "./verdict.ts";
import { watch } from "./watch.ts";
import type { Listener } from "./watch.ts";

type Scene = Partial<Step<string>> | { fault: Fault };
/** What is seen from an instant (s) on. */
type Script = readonly (readonly [number, Scene])[];

const unavailable: Fault = { kind: "unavailable", operation: "ecs:DescribeServices", detail: "503" };
const done: Verdict = { result: "success", cause: "" };

function scripted(scripts: Readonly<Record<string, Script>>, looks: string[][] = []): Target {
  return defineTarget<Partial<Step<string>>, string, string>({
    kind: "script",
    items: Object.keys(scripts).map((id) => ({ id, label: `thing ${id}` })),
    first: [],
    next: (_state, scene) => ({ state: "", pace: "moving", reads: [], progress: "moving", stage: "moving", ...scene }),
    read: (wanted, elapsedMs) => {
      looks.push(wanted.map(({ item }) => item.id));
      const seen = wanted.map(({ item }): [string, Look<Partial<Step<string>>>] => {
        const scene = (scripts[item.id] ?? []).findLast(([from]) => from * 1000 <= elapsedMs)?.[1] ?? {};
        return [item.id, "fault" in scene ? scene : { snapshot: scene }];
      });
      return Promise.resolve({ looks: new Map(seen), calls: 1 });
    },
  });
}

function listen(): { lines: string[]; listener: Listener } {
  const lines: string[] = [];
  return {
    lines,
    listener: {
      moved: ({ item, progress }) => lines.push(`${item.id} ${progress}`),
      warned: ({ item }, warning) => lines.push(`${item.id} warned ${warning}`),
      missed: ({ item }, { kind }) => lines.push(`${item.id} missed ${kind}`),
      ended: ({ item, verdict }) => lines.push(`${item.id} ended ${verdict?.result ?? ""}`),
      waiting: (courses) => lines.push(`waiting ${courses.length}`),
    },
  };
}

type Run = {
  ends: (readonly [string, string | undefined, number])[];
  lines: string[];
  looks: string[][];
  causes: string[];
};

async function play(
  scripts: Readonly<Record<string, Script>>,
  { timeoutMs = 1_800_000, clock = virtualClock({ mode: "auto" }) }: { timeoutMs?: number; clock?: VirtualClock } = {},
): Promise<Run> {
  const looks: string[][] = [];
  const { lines, listener } = listen();
  const courses = await watch({
    target: scripted(scripts, looks),
    clock,
    signal: new AbortController().signal,
    timeoutMs,
    timeoutText: "30m",
    random: () => 0.5,
    listener,
  });
  const ends = courses.map(({ item, verdict, endedMs }) => [item.id, verdict?.result, (endedMs ?? 0) / 1000] as const);
  return { ends, lines, looks, causes: courses.map(({ verdict }) => verdict?.cause ?? "") };
}

describe("watch", () => {
  it("tells a verdict at the first look that knows it", async () => {
    const { ends, lines } = await play({ a: [[100, { verdict: done }]] });
    expect(ends[0]?.[1]).toBe("success");
    expect(ends[0]?.[2]).toBeGreaterThanOrEqual(100);
    expect(ends[0]?.[2]).toBeLessThan(109.1);
    expect(lines).toEqual(["a moving", "waiting 1", "a ended success"]);
  });

  it("looks more often when the end is near", async () => {
    const { ends } = await play({
      a: [
        [50, { pace: "near" }],
        [100, { verdict: done }],
      ],
    });
    expect(ends[0]?.[2]).toBeLessThan(102.6);
  });

  it("reads what is due together", async () => {
    const end: Script = [[60, { verdict: done }]];
    const { looks } = await play({ a: end, b: end, c: end });
    expect(looks.every((ids) => ids.length === 3)).toBe(true);
  });

  it("lives through five minutes without an answer", async () => {
    const { ends } = await play({
      a: [
        [20, { fault: unavailable }],
        [320, {}],
        [400, { verdict: done }],
      ],
    });
    expect(ends[0]?.[1]).toBe("success");
  });

  it("ends when nobody answers for longer than that, and does not guess", async () => {
    const { ends, causes } = await play({ a: [[20, { fault: unavailable }]] });
    expect(ends[0]?.[1]).toBe("inconclusive");
    expect(causes[0]).toContain("ecs:DescribeServices: 503");
  });

  it("ends within a minute when it is refused twice", async () => {
    const { ends } = await play({ a: [[45, { fault: { ...unavailable, kind: "denied" } }]] });
    expect(ends[0]?.[1]).toBe("access-denied");
    expect(ends[0]?.[2]).toBeLessThan(105);
  });

  it("ends at the deadline, and says where it stood", async () => {
    const { ends, causes } = await play({ a: [[0, { progress: "1/2 running" }]] }, { timeoutMs: 300_000 });
    expect(ends).toEqual([["a", "timeout", 300]]);
    expect(causes[0]).toBe("timeout after 30m, last seen: 1/2 running");
  });

  it("waits for the others when one has ended", async () => {
    const bad: Verdict = { result: "rolled-back", cause: "why" };
    const { ends } = await play({ a: [[30, { verdict: bad }]], b: [[90, { verdict: done }]] });
    expect(ends.map(([id, result]) => [id, result])).toEqual([
      ["a", "rolled-back"],
      ["b", "success"],
    ]);
  });

  it("tells each warning once", async () => {
    const { lines } = await play({
      a: [
        [0, { warnings: ["look"] }],
        [60, { verdict: done }],
      ],
    });
    expect(lines.filter((line) => line === "a warned look")).toHaveLength(1);
  });

  it("looks again at once when a look asks for it, three times at most in a row", async () => {
    const { looks, ends } = await play({
      a: [
        [0, { pace: "now" }],
        [10, { verdict: done }],
      ],
    });
    expect(ends[0]?.[1]).toBe("success");
    expect(looks.length).toBeLessThan(10);
  });

  it("rejects with the signal's reason", async () => {
    const clock = virtualClock();
    const controller = new AbortController();
    const { listener } = listen();
    const target = scripted({ a: [] });
    const options = { target, clock, signal: controller.signal, timeoutMs: 60_000, timeoutText: "1m" };
    const watched = watch({ ...options, random: () => 0, listener });
    await clock.untilSleeping();
    controller.abort(new Error("over"));
    await expect(watched).rejects.toThrow("over");
  });

  it("ends at the deadline also when a look never comes back", async () => {
    const target: Target = { ...scripted({ a: [] }), look: () => new Promise(() => undefined) };
    const { listener } = listen();
    const clock = virtualClock({ mode: "auto" });
    const signal = new AbortController().signal;
    const courses = await watch({
      target,
      clock,
      signal,
      timeoutMs: 9000,
      timeoutText: "9s",
      random: () => 0,
      listener,
    });
    expect(courses[0]?.verdict?.result).toBe("timeout");
    expect(clock.elapsed).toBeLessThanOrEqual(11_000);
  });
});
