/** How a task is started: what is asked, when it is asked again, and when the task of an earlier attempt is the right one. */
import { describe, expect, it } from "@jest/globals";
import { container, DEFINITION, fault, openModel, run, stopped, TASK, until, wellDone } from "./ecs-model-fixture.ts";
import type { Model, ModelAnswer, ModelOptions } from "./ecs-model-fixture.ts";

const OLD = TASK.replace(/.$/, "0");

const inputs = ({ calls }: Pick<Model, "calls">, operation = "RunTask"): Readonly<Record<string, unknown>>[] =>
  calls.filter((call) => call.operation === operation).map(({ input }) => input);

const started = { tasks: [{ taskArn: TASK, lastStatus: "PROVISIONING" }], failures: [] };
const noTask = (...reasons: readonly string[]): unknown => ({
  tasks: [],
  failures: reasons.map((reason) => ({ reason })),
});

/** Answers of RunTask, one after the other; the last one stays. */
const running =
  (...answers: readonly unknown[]): ModelAnswer =>
  ({ operation }, count) => {
    if (operation !== "RunTask") return undefined;
    const answer = answers[Math.min(count, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  };

describe("the request", () => {
  it("says what runs, and nothing that is not needed", async () => {
    const model = await run();
    const [input] = inputs(model);
    expect(input).toEqual({
      cluster: "prod",
      taskDefinition: DEFINITION,
      count: 1,
      enableExecuteCommand: false,
      overrides: { containerOverrides: [{ name: "app", command: ["knex", "migrate:up"] }] },
      clientToken: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      startedBy: expect.stringMatching(/^handrail\/[0-9a-f]{24}$/) as unknown,
    });
  });

  it("has a network, a launch type or a provider where they are needed", async () => {
    const definition = { networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"] };
    const settings = { subnets: ["subnet-1"], securityGroups: ["sg-1"], commandPrefix: ["bundle", "exec"] };
    const fargate = await openModel({ definition, settings });
    await fargate.executor.run({ argv: ["rake"], environment: { VERSION: "1" } }, { title: "t" });
    expect(inputs(fargate)[0]).toMatchObject({
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: "DISABLED" },
      },
      overrides: {
        containerOverrides: [
          { name: "app", command: ["bundle", "exec", "rake"], environment: [{ name: "VERSION", value: "1" }] },
        ],
      },
    });
    const provider = await run({
      definition,
      settings: { ...settings, capacityProvider: "FARGATE", assignPublicIp: true },
    });
    expect(inputs(provider)[0]).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
      networkConfiguration: { awsvpcConfiguration: { assignPublicIp: "ENABLED" } },
    });
    expect(inputs(provider)[0]).not.toHaveProperty("launchType");
  });

  it("is not sent when it is too long", async () => {
    const model = await openModel();
    const ending = await model.executor.run({ argv: ["knex", "x".repeat(8192)], environment: {} }, { title: "t" });
    expect(ending.kind).toBe("never-started");
    expect(ending.cause).toMatch(/characters longer than ECS takes \(8192\)/);
    expect(model.count("RunTask")).toBe(0);
  });
});

describe("S32: failures with HTTP 200", () => {
  it("waits for capacity, with a new token each time: the old one stands for the failure", async () => {
    const answer = running(noTask("RESOURCE:MEMORY"), noTask("RESOURCE:CPU"), started);
    const model = await run({ answer, task: until(60_000, wellDone) });
    expect(model.ending).toMatchObject({ kind: "exited", exitCode: 0 });
    const tokens = inputs(model).map((input) => input["clientToken"]);
    expect(new Set(tokens).size).toBe(3);
    expect(model.said.join("\n")).toContain("No task was started (RESOURCE:MEMORY): trying again in 2 s");
  });

  it("until half of the time is up", async () => {
    const answer = running(noTask("Capacity is unavailable at this time. Please try again later"));
    const { ending, endedAt } = await run({ answer, settings: { timeoutMs: 600_000 } });
    expect(ending).toMatchObject({ kind: "never-started", exitCode: undefined });
    expect(ending.cause).toMatch(/Capacity is unavailable/);
    expect(ending.remedy).toMatch(/Add capacity/);
    expect(endedAt).toBeLessThanOrEqual(300_000);
    expect(endedAt).toBeGreaterThan(250_000);
  });

  it.each([[["ATTRIBUTE"]], [["AGENT"]], [["RESOURCE:MEMORY", "ATTRIBUTE"]], [[]]])(
    "other reasons end it at once: %j",
    async (reasons) => {
      const { ending, count } = await run({ answer: running(noTask(...reasons)) });
      expect(ending.kind).toBe("never-started");
      expect(ending.cause).toContain(reasons.length === 0 ? "no reason is told" : reasons.join(", "));
      expect(ending.remedy).not.toBe("");
      expect(count("RunTask")).toBe(1);
    },
  );
});

describe("refusals", () => {
  it.each<[Error, RegExp, RegExp]>([
    [fault("denied", "AccessDeniedException", "RunTask"), /AccessDeniedException/, /Allow ecs:RunTask/],
    [
      fault("denied", "AccessDeniedException", "RunTask", "not authorized to perform: iam:PassRole on resource"),
      /PassRole/,
      /Allow iam:PassRole on the task role/,
    ],
    [
      fault("refused", "ClusterNotFoundException", "RunTask", "Cluster not found."),
      /Cluster not found/,
      /Check cluster/,
    ],
  ])("%s", async (error, cause, remedy) => {
    const { ending, count } = await run({ answer: running(error) });
    expect(ending.kind).toBe("never-started");
    expect(ending.cause).toMatch(cause);
    expect(ending.remedy).toMatch(remedy);
    expect(count("RunTask")).toBe(1);
  });

  it("after a lost answer is no proof that there is no task", async () => {
    const answer = running(
      fault("unavailable", "ECONNRESET", "RunTask"),
      fault("denied", "AccessDeniedException", "RunTask"),
    );
    expect((await run({ answer })).ending.kind).toBe("lost");
  });
});

describe("an earlier attempt", () => {
  it("S45: the same job has the same tokens in the same order, another has others", async () => {
    const tokens = async (settings: ModelOptions["settings"], titles: readonly string[]): Promise<unknown[]> => {
      const model = await openModel({ settings: settings ?? {} });
      for (const title of titles) await model.executor.run({ argv: ["knex"], environment: {} }, { title });
      return inputs(model).map((input) => input["clientToken"]);
    };
    const first = await tokens({}, ["m1", "m1", "m2"]);
    expect(new Set(first).size).toBe(3);
    expect(await tokens({}, ["m1", "m1", "m2"])).toEqual(first);
    expect(await tokens({}, ["m1"])).toEqual([first[0]]);
    expect(await tokens({ intent: "production 4712" }, ["m1"])).not.toEqual([first[0]]);
    const others = await openModel({ definition: { family: "other" } });
    await others.executor.run({ argv: ["knex"], environment: {} }, { title: "m1" });
    expect(inputs(others)[0]?.["clientToken"]).not.toBe(first[0]);
  });

  it("S45: attaches to a task that runs", async () => {
    const answer = running({ tasks: [{ taskArn: TASK, lastStatus: "RUNNING" }] });
    const { ending, count, said } = await run({ answer });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0 });
    expect(count("RunTask")).toBe(1);
    expect(said).toContain(`Task ${TASK} of an earlier attempt runs already: this step waits for it`);
  });

  it("S45: a task that has ended before is not the answer", async () => {
    const old = { tasks: [{ taskArn: OLD, lastStatus: "STOPPED", desiredStatus: "STOPPED" }] };
    const { ending, calls } = await run({ answer: running(old, old, started) });
    expect(ending.task?.arn).toBe(TASK);
    expect(new Set(inputs({ calls }).map((input) => input["clientToken"])).size).toBe(3);
  });

  it("a task that ended while its start had no answer is the answer", async () => {
    const ended = { tasks: [{ taskArn: TASK, lastStatus: "STOPPED" }] };
    const answer = running(fault("unavailable", "ECONNRESET", "RunTask"), ended);
    const { ending, count } = await run({ answer, task: () => stopped("EssentialContainerExited", [container(1)]) });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 1 });
    expect(count("RunTask")).toBe(2);
  });

  const conflict = Object.assign(fault("refused", "ConflictException", "RunTask"), { cause: { resourceIds: [TASK] } });

  it("S68: attaches to the task that a ConflictException names", async () => {
    const { ending, count, said } = await run({ answer: running(conflict), task: until(90_000, wellDone) });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0, task: { arn: TASK } });
    expect(count("RunTask")).toBe(1);
    expect(said.join("\n")).toContain("of an earlier attempt runs already");
  });

  it("S68: starts another one when that has ended", async () => {
    const old = { tasks: [{ taskArn: TASK, lastStatus: "STOPPED" }], failures: [] };
    const other = { tasks: [{ taskArn: OLD, lastStatus: "PROVISIONING" }] };
    const done = { tasks: [{ taskArn: OLD, ...wellDone }] };
    const answer: ModelAnswer = (call, count) =>
      call.operation === "DescribeTasks" ? (count === 1 ? old : done) : running(conflict, other)(call, count);
    const { ending } = await run({ answer });
    expect(ending).toMatchObject({ kind: "exited", exitCode: 0, task: { arn: OLD } });
  });

  it("reading never takes an old answer", async () => {
    const model = await openModel();
    const about = { title: "status", isReading: true };
    await model.executor.run({ argv: ["knex"], environment: {} }, about);
    const again = await openModel();
    await again.clock.sleep(1000);
    await again.executor.run({ argv: ["knex"], environment: {} }, about);
    expect(inputs(model)[0]?.["clientToken"]).not.toBe(inputs(again)[0]?.["clientToken"]);
  });
});
