/** The task's output: every line once, in order, and never the reason for a verdict. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed } from "@handrail/testkit";
import { container, fault, openModel, run, stopped, until, wellDone } from "./ecs-model-fixture.ts";
import type { ModelAnswer, ModelLine, ModelOptions, ModelTask } from "./ecs-model-fixture.ts";
import { createTail } from "./ecs-tail.ts";

const lines = (count: number, at: (index: number) => number): ModelLine[] =>
  Array.from({ length: count }, (_, index) => ({ at: at(index), message: `line ${index}` }));

const shown = (said: readonly string[]): string[] => said.filter((line) => line.startsWith("line "));

describe("live", () => {
  it("prints lines while the task runs", async () => {
    const model = await openModel({ lines: lines(10, (index) => index * 20_000), task: until(600_000, wellDone) });
    const running = model.executor.run({ argv: ["knex"], environment: {} }, { title: "t" });
    while (model.clock.elapsed < 100_000) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(shown(model.said).length).toBeGreaterThanOrEqual(4);
    await running;
    expect(shown(model.said)).toHaveLength(10);
  });

  it("S41: prints what was written in the last second, and comes nine seconds after the end", async () => {
    const given = [...lines(5, () => 1000), ...lines(20, () => 38_500)];
    const { said, ending, endedAt } = await run({ lines: given, task: until(30_000, wellDone) });
    expect(shown(said)).toEqual(given.map(({ message }) => message));
    expect(ending.kind).toBe("exited");
    expect(endedAt).toBeGreaterThan(40_000);
    expect(endedAt).toBeLessThan(50_000);
  });

  it("does not wait for lines when the container ended long before its task", async () => {
    const task: ModelTask = (now) =>
      now < 10_000
        ? { lastStatus: "RUNNING", containers: [container()] }
        : now < 40_000
          ? { lastStatus: "DEPROVISIONING", stopCode: "EssentialContainerExited", containers: [container(0)] }
          : wellDone;
    const { endedAt, ending } = await run({ task, lines: lines(3, () => 1) });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    expect(endedAt).toBeLessThan(43_000);
  });

  it("S42: 100,000 lines, none lost, none twice, and no more memory than the newest MiB", async () => {
    const given = lines(100_000, (index) => (index < 60_000 ? index : 70_000 + index / 100));
    const { said, ending } = await run({ lines: given, task: until(71_000, wellDone) });
    expect(shown(said)).toEqual(given.map(({ message }) => message));
    expect(ending.stdout.length).toBeLessThanOrEqual(1_048_576);
    expect(ending.stdout.endsWith("line 99998\nline 99999\n")).toBe(true);
    expect(ending.stdout.startsWith("line ")).toBe(true);
  });
});

describe("a log that cannot be read leaves the verdict alone", () => {
  const noLogs = (said: readonly string[]): string[] => said.filter((line) => line.startsWith("No logs here"));

  it("S40: no stream", async () => {
    const { said, ending, count } = await run();
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    expect(noLogs(said)).toEqual(["No logs here: nothing was printed, or the log was not written"]);
    expect(count("GetLogEvents")).toBeGreaterThan(8);
  });

  it.each<[string, ModelOptions, string, number]>([
    [
      "another driver",
      { container: { logConfiguration: { logDriver: "awsfirelens" } } },
      'No logs here: the container app logs through "awsfirelens"',
      0,
    ],
    [
      "no driver",
      { container: { logConfiguration: undefined } },
      "No logs here: the container app has no logConfiguration",
      0,
    ],
    [
      "another Region",
      {
        container: {
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": "g", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "x" },
          },
        },
      },
      'No logs here: the container app logs to the Region "us-east-1"',
      0,
    ],
    [
      "no permission",
      {
        answer: ({ operation }) => {
          if (operation === "GetLogEvents") throw fault("denied", "AccessDeniedException", "GetLogEvents");
          return undefined;
        },
      },
      "No logs here: ecs:GetLogEvents is not allowed",
      1,
    ],
  ])("%s", async (_name, options, note, calls) => {
    const { said, ending, count } = await run(options);
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    expect(noLogs(said)).toEqual([note]);
    expect(count("GetLogEvents")).toBe(calls);
  });

  it("a log that fails at the end is left after a while", async () => {
    const answer: ModelAnswer = ({ operation, at }) => {
      if (operation === "GetLogEvents" && at > 20_000) throw fault("throttled", "ThrottlingException", "GetLogEvents");
      return undefined;
    };
    const { said, ending, endedAt } = await run({ lines: lines(2, () => 1), answer });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0, stdout: "line 0\nline 1\n" });
    expect(noLogs(said)).toEqual(["No logs here: its last lines could not be read"]);
    expect(endedAt).toBeLessThan(130_000);
  });
});

it("names the stream by the runtime's id where the driver has no prefix", async () => {
  const logConfiguration = { logDriver: "awslogs", options: { "awslogs-group": "/app" } };
  const { calls } = await run({
    container: { logConfiguration },
    task: () => stopped("EssentialContainerExited", [container(0, { runtimeId: "docker-1" })]),
  });
  expect(calls.find(({ operation }) => operation === "GetLogEvents")?.input).toMatchObject({
    logGroupName: "/app",
    logStreamName: "docker-1",
    startFromHead: true,
  });
});

describe("the newest lines", () => {
  it("are the end of all lines, whole, as many as fit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 40 })),
        fc.integer({ min: 10, max: 200 }),
        (all, most) => {
          const tail = createTail(most);
          const clean = all.map((line) => line.replaceAll("\n", ""));
          for (const line of clean) tail.push(line);
          const text = tail.text();
          expect(text.length).toBeLessThanOrEqual(most);
          expect(
            clean
              .map((line) => `${line}\n`)
              .join("")
              .endsWith(text),
          ).toBe(true);
          if (clean.join("\n").length + 1 <= most) expect(text).toBe(clean.map((line) => `${line}\n`).join(""));
        },
      ),
      { numRuns: runs(100, 5000), seed: seed() },
    );
  });

  it("free what they leave out", () => {
    const tail = createTail(1000);
    for (let index = 0; index < 50_000; index += 1) tail.push(`line ${index}`);
    expect(tail.text().endsWith("line 49999\n")).toBe(true);
    expect(tail.text().length).toBeLessThanOrEqual(1000);
  });
});
