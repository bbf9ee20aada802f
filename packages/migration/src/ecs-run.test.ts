/** What a command in a task comes to, in virtual time: the scenarios of one-off tasks, by their ids. */
import { describe, expect, it } from "@jest/globals";
import {
  container,
  DEFINITION,
  DIGEST,
  fault,
  openModel,
  run,
  stopped,
  TASK,
  until,
  wellDone,
} from "./ecs-model-fixture.ts";
import type { ModelAnswer, ModelTask } from "./ecs-model-fixture.ts";

const exitedWith = (...containers: readonly Record<string, unknown>[]): Record<string, unknown> =>
  stopped("EssentialContainerExited", containers, { stoppedReason: "Essential container in task exited" });

const log = { name: "log", exitCode: 143 };
const withSidecar = {
  definition: {
    containerDefinitions: [
      { name: "log", image: "log:1", essential: true },
      { name: "app", image: "app:1", essential: true, logConfiguration: { logDriver: "splunk" } },
    ],
  },
  settings: { container: "app" },
};

describe("the verdict", () => {
  it("S34: a task that was never seen to run can have ended well", async () => {
    const { ending, endedAt, count } = await run({ task: () => wellDone });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0, cause: "", remedy: "" });
    expect(ending.task).toEqual({
      arn: TASK,
      cluster: "prod",
      taskDefinition: DEFINITION,
      container: "app",
      imageDigest: DIGEST,
    });
    expect(count("RunTask")).toBe(1);
    expect(endedAt).toBeLessThan(13_000);
  });

  it("S03: the end is noticed within six seconds, and told at once", async () => {
    for (const at of [7000, 61_000, 777_000]) {
      const { said, clock, ending, endedAt } = await run({ task: until(at, exitedWith(container(1))) });
      expect(ending).toMatchObject({ kind: "exited", exitCode: 1 });
      expect(said).toContain("The task has stopped: exit code 1");
      // 10 s of them wait for the last lines.
      expect(endedAt - at).toBeLessThan(18_000);
      expect(clock.sleeps.every((ms) => ms <= 5000)).toBe(true);
    }
  });

  it.each<[string, Record<string, unknown>, object, RegExp, RegExp]>([
    [
      "S33: CannotPullContainerError is no success",
      stopped("TaskFailedToStart", [container()], {
        startedAt: undefined,
        stoppedReason: "CannotPullContainerError: image app:2 not found",
      }),
      { kind: "never-started", exitCode: undefined },
      /CannotPullContainerError/,
      /image/,
    ],
    [
      "S33: ResourceInitializationError",
      stopped("TaskFailedToStart", [], {
        startedAt: undefined,
        stoppedReason: "ResourceInitializationError: unable to pull secrets",
      }),
      { kind: "never-started" },
      /unable to pull secrets/,
      /secrets exist/,
    ],
    [
      "S35: exit code 137, out of memory",
      exitedWith(container(137, { reason: "OutOfMemoryError: Container killed due to memory usage" })),
      { kind: "killed", exitCode: 137 },
      /exit code 137, OutOfMemoryError/,
      /more memory/,
    ],
    ["S35: exit code 137 alone", exitedWith(container(137)), { kind: "killed", exitCode: 137 }, /137/, /out of memory/],
    ["exit code 139", exitedWith(container(139)), { kind: "killed", exitCode: 139 }, /139/, /SIGSEGV/],
    [
      "S36: stopped by somebody else",
      stopped("UserInitiated", [container(143)], { stoppedReason: "Task stopped by user" }),
      { kind: "killed", exitCode: 143 },
      /UserInitiated: Task stopped by user/,
      /StopTask/,
    ],
    [
      "S36: a tool that ends with 0 when it is stopped has not ended well",
      stopped("UserInitiated", [container(0)]),
      { kind: "killed", exitCode: 0 },
      /UserInitiated/,
      /StopTask/,
    ],
    [
      "S37: Spot",
      stopped("SpotInterruption", [container(143)], { stoppedReason: "Your Spot Task was interrupted." }),
      { kind: "killed", exitCode: 143 },
      /Spot/,
      /Spot capacity/,
    ],
    [
      "a stop before it began",
      stopped("UserInitiated", [container()], { startedAt: undefined }),
      { kind: "never-started" },
      /UserInitiated/,
      /StopTask/,
    ],
    ["no such container", exitedWith({ name: "other", exitCode: 0 }), { kind: "lost" }, /app \(it has other\)/, /log/],
    ["no exit code", exitedWith(container()), { kind: "lost", exitCode: undefined }, /app has no exit code/, /log/],
    ["no stop code", stopped("", [container(0)]), { kind: "lost", exitCode: 0 }, /why the task stopped/, /log/],
    [
      "a container that could not be started",
      exitedWith(container(undefined, { reason: "CannotStartContainerError: executable file not found" })),
      { kind: "never-started" },
      /CannotStartContainerError/,
      /entryPoint/,
    ],
  ])("%s", async (_name, after, expected, cause, remedy) => {
    const { ending } = await run({ task: until(8000, after) });
    expect(ending).toMatchObject(expected);
    expect(ending.cause).toMatch(cause);
    expect(ending.remedy).toMatch(remedy);
  });

  it("S38: a sidecar's code does not matter", async () => {
    const { ending } = await run({ ...withSidecar, task: until(8000, exitedWith(log, container(0))) });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0, cause: "" });
  });

  it("S39: a sidecar that ended well does not hide a failure", async () => {
    const first = { name: "log", exitCode: 0 };
    const { ending } = await run({ ...withSidecar, task: until(8000, exitedWith(first, container(1))) });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 1 });
    expect(ending.cause).toMatch(/container app: exit code 1/);
  });

  it("tells when another container ended the task", async () => {
    const first = { name: "log", exitCode: 5 };
    const { ending } = await run({ ...withSidecar, task: until(8000, exitedWith(first, container(143))) });
    expect(ending).toMatchObject({ kind: "killed", exitCode: 143 });
    expect(ending.cause).toMatch(/container log: exit code 5/);
  });

  it("waits for codes that come later than the status", async () => {
    const task: ModelTask = (now) => exitedWith(now < 9000 ? container() : container(0));
    const { ending } = await run({ task });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
  });

  it("says what the tool said", async () => {
    const lines = [{ at: 6000, message: 'error: relation "users" already exists' }];
    const { ending } = await run({ lines, task: until(8000, exitedWith(container(1))) });
    expect(ending.cause).toMatch(/^error: relation "users" already exists \(container app: exit code 1/);
    expect(ending.stdout).toBe('error: relation "users" already exists\n');
  });
});

describe("an AWS that gives no answers", () => {
  it.each<[string, ModelAnswer]>([
    ["5xx", ({ at }) => inside(at, 10_000, 190_000, fault("unavailable", "ServerException"))],
    ["throttling", ({ at }) => inside(at, 10_000, 190_000, fault("throttled", "ThrottlingException"))],
    ["nothing for almost five minutes", ({ at }) => inside(at, 10_000, 305_000, fault("unavailable", "TIMEOUT"))],
    ["a wrong clock", ({ at }) => inside(at, 10_000, 12_000, fault("skewed", "RequestExpired"))],
  ])("S30: %s", async (_name, answer) => {
    const { ending, count } = await run({ task: until(400_000, wellDone), answer });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    expect(count("RunTask")).toBe(1);
  });

  it("S30: no answer to RunTask: the same token again, one task", async () => {
    const { ending, calls } = await run({
      answer: ({ operation, at }) =>
        operation === "RunTask" ? inside(at, 0, 180_000, fault("unavailable", "ECONNRESET", "RunTask")) : undefined,
      task: until(200_000, wellDone),
    });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    const tokens = calls.filter(({ operation }) => operation === "RunTask").map(({ input }) => input["clientToken"]);
    expect(tokens.length).toBeGreaterThan(10);
    expect(new Set(tokens).size).toBe(1);
  });

  it("S30: no answer for longer than five minutes", async () => {
    const { ending, endedAt } = await run({
      answer: ({ operation, at }) =>
        operation === "DescribeTasks" && at > 10_000 ? raise(fault("unavailable", "HTTP 502")) : undefined,
    });
    expect(ending).toMatchObject({ kind: "lost", exitCode: undefined });
    expect(ending.cause).toMatch(/how the task ended is not known: ecs:DescribeTasks gives no answer \(HTTP 502/);
    expect(endedAt).toBeLessThan(320_000);
  });

  it("RunTask has no answer for good: whether there is a task is asked in another way", async () => {
    const never = fault("unavailable", "ECONNRESET", "RunTask");
    const found = await run({
      answer: ({ operation }) =>
        operation === "RunTask" ? raise(never) : operation === "ListTasks" ? { taskArns: [TASK] } : undefined,
      task: until(400_000, wellDone),
    });
    expect(found.ending).toMatchObject({ kind: "exited", exitCode: 0 });
    const lost = await run({ answer: ({ operation }) => (operation === "RunTask" ? raise(never) : undefined) });
    expect(lost.ending.kind).toBe("lost");
    expect(lost.ending.cause).toMatch(/whether a task was started is not known/);
    expect(lost.ending.remedy).toMatch(/started by handrail\/[0-9a-f]{24}/);
  });

  it("S31: credentials that stay expired end it within a minute, with what to do", async () => {
    const { ending, endedAt } = await run({
      answer: ({ operation, at }) =>
        operation !== "DescribeTaskDefinition" && at >= 100_000
          ? raise(fault("expired", "ExpiredTokenException"))
          : undefined,
      task: until(4_200_000, wellDone),
    });
    expect(ending.kind).toBe("lost");
    expect(ending.remedy).toMatch(/role-to-assume/);
    expect(endedAt).toBeLessThan(100_000 + 66_000);
  });

  it.each<[string, ReturnType<typeof fault>, RegExp, RegExp]>([
    ["not allowed", fault("denied", "AccessDeniedException"), /AccessDenied/, /Allow ecs:DescribeTasks/],
    ["no such cluster", fault("refused", "ClusterNotFoundException"), /ClusterNotFoundException/, /Check/],
  ])("%s: three looks, no more", async (_name, error, cause, remedy) => {
    const { ending, count } = await run({
      answer: ({ operation }) => (operation === "DescribeTasks" ? raise(error) : undefined),
    });
    expect(ending.kind).toBe("lost");
    expect(ending.cause).toMatch(cause);
    expect(ending.remedy).toMatch(remedy);
    expect(count("DescribeTasks")).toBe(3);
  });

  it("S43: a new task may be missing for a minute", async () => {
    const missing = { tasks: [], failures: [{ arn: TASK, reason: "MISSING" }] };
    const { ending } = await run({
      answer: ({ operation, at }) => (operation === "DescribeTasks" && at < 55_000 ? missing : undefined),
    });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
  });

  it("S43: a task that was there and is missing in three looks is lost", async () => {
    const missing = { tasks: [], failures: [{ arn: TASK, reason: "MISSING" }] };
    const answer: ModelAnswer = ({ operation, at }) =>
      operation === "DescribeTasks" && at > 20_000 ? missing : undefined;
    const { ending, calls } = await run({ answer });
    expect(ending.kind).toBe("lost");
    expect(ending.cause).toMatch(/does not know the task any more \(MISSING\)/);
    expect(ending.remedy).toMatch(/database/);
    expect(calls.filter(({ operation, at }) => operation === "DescribeTasks" && at > 20_000)).toHaveLength(3);
  });
});

describe("a cancelled step", () => {
  const stopping =
    (code: number): ModelTask =>
    (now, { stoppedAt }) =>
      stoppedAt !== undefined && now > stoppedAt + 4000
        ? stopped("UserInitiated", [container(code)])
        : { lastStatus: "RUNNING", containers: [container()] };

  it("S44: the task is asked to stop, and what came of it is told", async () => {
    const model = await openModel({ task: stopping(143) });
    const running = model.executor.run({ argv: ["knex"], environment: {} }, { title: "t" });
    await cancelAfter(model, 60_000);
    const ending = await running;
    expect(ending).toMatchObject({ kind: "cancelled", exitCode: 143, cause: "the job was cancelled" });
    const stop = model.calls.find(({ operation }) => operation === "StopTask");
    expect(stop?.input).toMatchObject({ cluster: "prod", task: TASK });
    expect(stop?.evenWhenCancelled).toBe(true);
    expect(model.said.join("\n")).toContain(`The step is cancelled: the task ${TASK} is asked to stop`);
    // At once, and no waiting for last lines.
    expect((stop?.at ?? 0) - 60_000).toBeLessThan(5001);
  });

  it("S44: leaves the task, and says which goes on", async () => {
    const model = await openModel({ task: stopping(143), settings: { onCancel: "leave" } });
    const running = model.executor.run({ argv: ["knex"], environment: {} }, { title: "t" });
    await cancelAfter(model, 60_000);
    const ending = await running;
    expect(ending.kind).toBe("cancelled");
    expect(ending.cause).toContain(`the task ${TASK} goes on`);
    expect(ending.remedy).toContain("aws ecs stop-task --cluster prod --task");
    expect(model.said).toContain(`The step is cancelled: the task ${TASK} goes on`);
    expect(model.count("StopTask")).toBe(0);
  });

  it("a task that ended by itself meanwhile has not been cancelled", async () => {
    const model = await openModel({ task: until(62_000, wellDone) });
    const running = model.executor.run({ argv: ["knex"], environment: {} }, { title: "t" });
    await cancelAfter(model, 61_000);
    expect(await running).toMatchObject({ kind: "exited", exitCode: 0 });
  });

  it("starts nothing that is not to be read even then", async () => {
    const model = await openModel();
    model.cancelling.abort(new Error("cancelled"));
    const ending = await model.executor.run({ argv: ["knex"], environment: {} }, { title: "t" });
    expect(ending.kind).toBe("cancelled");
    expect(model.count("RunTask")).toBe(0);
    const about = { title: "t", evenWhenCancelled: true };
    expect(await model.executor.run({ argv: ["knex"], environment: {} }, about)).toMatchObject({ exitCode: 0 });
  });

  it("S44: a task whose start was under way is found and stopped", async () => {
    const model = await openModel({
      task: stopping(143),
      answer: ({ operation }) => {
        if (operation === "RunTask") {
          model.cancelling.abort(new Error("cancelled"));
          throw fault("unavailable", "TIMEOUT", "RunTask");
        }
        return operation === "ListTasks" ? { taskArns: [TASK] } : undefined;
      },
    });
    const ending = await model.executor.run({ argv: ["knex"], environment: {} }, { title: "t" });
    expect(ending.kind).toBe("cancelled");
    expect([model.count("RunTask"), model.count("StopTask")]).toEqual([1, 1]);
  });

  it("does not spend the seconds that are left on what only reads", async () => {
    const model = await openModel({ task: stopping(143) });
    const running = model.executor.run({ argv: ["knex"], environment: {} }, { title: "status", isReading: true });
    await cancelAfter(model, 60_000);
    expect((await running).kind).toBe("cancelled");
    expect(model.count("StopTask")).toBe(0);
  });

  it("says when it may not stop the task", async () => {
    const model = await openModel({
      answer: ({ operation }) =>
        operation === "StopTask" ? raise(fault("denied", "AccessDeniedException", "StopTask", "")) : undefined,
    });
    const running = model.executor.run({ argv: ["knex"], environment: {} }, { title: "t" });
    await cancelAfter(model, 10_000);
    expect((await running).cause).toMatch(/goes on \(it could not be stopped: ecs:StopTask/);
  });

  it("S46: time that is up stops the task, and its end is waited for", async () => {
    const { ending, calls, endedAt } = await run({ task: stopping(137), settings: { timeoutMs: 600_000 } });
    expect(ending).toMatchObject({ kind: "timeout", exitCode: 137, cause: "it did not end within 600 s" });
    expect(calls.find(({ operation }) => operation === "StopTask")?.at).toBe(600_000);
    expect(endedAt).toBeLessThan(620_000);
  });

  it("S46: a task that does not stop is told to go on", async () => {
    const { ending } = await run({ task: () => ({ lastStatus: "RUNNING" }), settings: { timeoutMs: 600_000 } });
    expect(ending.kind).toBe("timeout");
    expect(ending.cause).toMatch(/goes on \(it was asked to stop/);
  });
});

describe("what is said", () => {
  it("S62: something at least every five minutes", async () => {
    const { said } = await run({ task: until(1_300_000, wellDone) });
    expect(said.filter((line) => line === "The task is still RUNNING")).toHaveLength(4);
    expect(said[0]).toBe("[knex: apply m1]");
    expect(said[1]).toBe(`Task ${TASK}`);
    expect(said.at(-1)).toBe("[end]");
  });

  it("nothing but for those who debug when it is not shown", async () => {
    const { said, debugged } = await run({ lines: [{ at: 1, message: "secret" }] }, { isShown: false });
    expect(said).toEqual([]);
    expect(debugged).toContain(`Task ${TASK}`);
  });
});

function inside(at: number, from: number, to: number, error: Error): undefined {
  if (at >= from && at < to) throw error;
  return undefined;
}

function raise(error: Error): never {
  throw error;
}

/** Cancels when the clock, which runs by itself, has come so far. */
async function cancelAfter({ clock, cancelling }: Awaited<ReturnType<typeof openModel>>, ms: number): Promise<void> {
  while (clock.elapsed < ms) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  cancelling.abort(new Error("cancelled"));
}
