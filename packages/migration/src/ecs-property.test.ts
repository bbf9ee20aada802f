/** Whatever a task does and however AWS answers: the verdict is the truth or "not known", and every line is told once. */
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { container, fault, run, stopped, TASK } from "./ecs-model-fixture.ts";
import type { ModelAnswer, ModelLine, ModelTask } from "./ecs-model-fixture.ts";

/** A task's life: ms after RunTask, and what it came to. */
type Life = {
  pendingMs: number;
  runningMs: number;
  clearingMs: number;
  stopCode: string;
  code: number | undefined;
  sidecar: number | undefined;
  lateCodeMs: number;
};

/** How an answer goes wrong. `stale`: it is as old as ten seconds. */
type Shape = "right" | "unavailable" | "throttled" | "skewed" | "missing" | "stale" | "empty";

const lives: fc.Arbitrary<Life> = fc.record({
  pendingMs: fc.nat(90_000),
  runningMs: fc.nat(600_000),
  clearingMs: fc.nat(40_000),
  stopCode: fc.constantFrom(
    ...Array.from({ length: 6 }, () => "EssentialContainerExited"),
    "UserInitiated",
    "SpotInterruption",
    "TaskFailedToStart",
    "",
    "MeteorStrike",
  ),
  code: fc.constantFrom(0, 0, 0, 0, 1, 2, 137, 139, 143, undefined),
  sidecar: fc.constantFrom(undefined, undefined, 0, 1, 143),
  lateCodeMs: fc.constantFrom(0, 0, 0, 5000, 20_000),
});

const lineTimes = fc.array(fc.nat(700_000), { maxLength: 60 });

const shapesOf = (...wrong: readonly Shape[]): fc.Arbitrary<readonly Shape[]> =>
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant<Shape>("right") }, fc.constantFrom<Shape>(...wrong)), {
    minLength: 5,
    maxLength: 60,
  });

function taskOf({ pendingMs, runningMs, clearingMs, stopCode, code, sidecar, lateCodeMs }: Life): ModelTask {
  const endMs = pendingMs + runningMs;
  const containers = (isTold: boolean): unknown[] => [
    ...(sidecar === undefined ? [] : [{ name: "log", ...(isTold ? { exitCode: sidecar } : {}) }]),
    container(isTold ? code : undefined),
  ];
  return (now) => {
    if (now < pendingMs) return { lastStatus: "PENDING", containers: containers(false) };
    if (now < endMs) return { lastStatus: "RUNNING", startedAt: new Date(0), containers: containers(false) };
    if (now < endMs + clearingMs) return { lastStatus: "DEPROVISIONING", stopCode, containers: containers(false) };
    return stopped(stopCode, containers(now >= endMs + clearingMs + lateCodeMs));
  };
}

/** Answers by their shapes, one after the other; the task that is asked about is never somebody else's. */
function spoil(shapes: readonly Shape[], task: ModelTask): ModelAnswer {
  let asked = 0;
  return ({ operation, at }) => {
    if (operation !== "DescribeTasks" && operation !== "GetLogEvents") return undefined;
    const shape = shapes[asked % shapes.length] ?? "right";
    asked += 1;
    if (shape === "unavailable" || shape === "throttled" || shape === "skewed") throw fault(shape, shape, operation);
    if (operation === "GetLogEvents") return undefined;
    if (shape === "missing") return { tasks: [], failures: [{ arn: TASK, reason: "MISSING" }] };
    if (shape === "empty") return {};
    return shape === "stale"
      ? { tasks: [{ taskArn: TASK, ...task(Math.max(0, at - 10_000), { stoppedAt: undefined }) }] }
      : undefined;
  };
}

const isGood = ({ stopCode, code }: Life): boolean => stopCode === "EssentialContainerExited" && code === 0;

it("never says that all went well when it did not, whatever the answers", async () => {
  const anything = shapesOf("unavailable", "throttled", "skewed", "missing", "stale", "empty");
  await fc.assert(
    fc.asyncProperty(lives, anything, async (life, shapes) => {
      const task = taskOf(life);
      const { ending, count } = await run({ task, answer: spoil(shapes, task) });
      if (ending.kind === "exited" && ending.exitCode === 0) expect(isGood(life)).toBe(true);
      if (ending.kind === "exited") expect(ending.exitCode).toBe(life.code);
      expect(ending.cause === "").toBe(ending.kind === "exited" && ending.exitCode === 0);
      expect(count("RunTask")).toBe(1);
      expect(count("StopTask")).toBe(0);
    }),
    { numRuns: runs(150, 5000), seed: seed() },
  );
});

it("says the truth, and every line once and in order, when answers are only late or lost", async () => {
  await fc.assert(
    fc.asyncProperty(lives, shapesOf("unavailable", "throttled", "stale"), lineTimes, async (life, shapes, times) => {
      const endMs = life.pendingMs + life.runningMs;
      const sorted = times.map((at) => Math.min(at, endMs)).sort((a, b) => a - b);
      const lines: ModelLine[] = sorted.map((at, index) => ({ at, message: `line ${index}` }));
      const task = taskOf(life);
      const { ending, said } = await run({ task, lines, answer: spoil(["right", ...shapes], task) });
      if (life.lateCodeMs < 12_000) expect(ending.kind === "exited" && ending.exitCode === 0).toBe(isGood(life));
      expect(said.filter((line) => line.startsWith("line "))).toEqual(lines.map(({ message }) => message));
    }),
    { numRuns: runs(150, 5000), seed: seed() },
  );
});
