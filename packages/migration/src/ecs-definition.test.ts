/** What opening refuses, before anything is started. */
import { describe, expect, it } from "@jest/globals";
import { DIGEST, fault, openModel, run } from "./ecs-model-fixture.ts";
import type { ModelAnswer, ModelOptions } from "./ecs-model-fixture.ts";

const OTHER = `sha256:${"b".repeat(64)}`;
const two = [
  { name: "log", image: "log:1" },
  { name: "app", image: "app:1" },
  { name: "side", image: "side:1", essential: false },
];

describe("opening", () => {
  it("pins the revision and starts nothing", async () => {
    const { calls, executor } = await openModel();
    expect(calls.map(({ operation, input }) => [operation, input])).toEqual([
      ["DescribeTaskDefinition", { taskDefinition: "app" }],
    ]);
    expect(executor).toMatchObject({
      kind: "ecs",
      engine: "postgresql",
      place: "ECS cluster prod, task definition app:7, container app",
    });
    expect(executor.identity).toMatch(/^[0-9a-f]{24}$/);
  });

  it("knows the same place by the same identity, whatever the revision", async () => {
    const arn = (name: string): ModelOptions => ({
      definition: { taskDefinitionArn: `arn:aws:ecs:eu-west-1:111122223333:task-definition/${name}` },
    });
    const first = (await openModel()).executor.identity;
    expect((await openModel(arn("app:8"))).executor.identity).toBe(first);
    const named = { settings: { cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/prod" } };
    expect((await openModel(named)).executor.identity).toBe(first);
    expect((await openModel({ settings: { cluster: "test" } })).executor.identity).not.toBe(first);
  });

  it.each<[string, ModelOptions, RegExp, RegExp]>([
    [
      "S37: FARGATE_SPOT",
      { settings: { capacityProvider: "fargate_spot" } },
      /FARGATE_SPOT is no place for a migration/,
      /another/,
    ],
    [
      "two essential containers",
      { definition: { containerDefinitions: two } },
      /log, app are essential/,
      /one of log, app, side/,
    ],
    ["a container that is not there", { settings: { container: "web" } }, /has no container "web"/, /one of app/],
    [
      "a container that is not essential",
      { settings: { container: "side" }, definition: { containerDefinitions: two } },
      /side of app:7 is not essential/,
      /essential/,
    ],
    ["an inactive revision", { definition: { status: "INACTIVE" } }, /app:7 is INACTIVE/, /Register/],
    ["awsvpc without subnets", { definition: { networkMode: "awsvpc" } }, /no subnets are given/, /Give subnets/],
    [
      "subnets without awsvpc",
      { definition: { networkMode: "bridge" }, settings: { subnets: ["subnet-1"] } },
      /use the network bridge/,
      /Leave subnets empty/,
    ],
    [
      "groups without subnets",
      { settings: { securityGroups: ["sg-1"] } },
      /security-groups are given without/,
      /subnets/,
    ],
    [
      "a shell in the way",
      { container: { entryPoint: ["sh", "-lc"] } },
      /"sh -lc", which would run only the first word/,
      /command-prefix/,
    ],
    [
      "S23: another image than the record's",
      { settings: { imageDigest: OTHER } },
      /runs the image sha256:a+, and the record names sha256:b+/,
      /of the record/,
    ],
    ["nothing", { answer: () => ({}) }, /says nothing about the task definition "app"/, /Region/],
    [
      "an unknown definition",
      {
        answer: () => {
          throw fault("refused", "ClientException", "DescribeTaskDefinition", "Unable to describe task definition.");
        },
      },
      /does not describe the task definition "app" \(ClientException: Unable/,
      /Check task-definition/,
    ],
  ])("refuses %s", async (_name, options, what, remedy) => {
    await expect(openModel(options)).rejects.toMatchObject({
      reason: "invalid-input",
      what: expect.stringMatching(what) as unknown,
      remedy: expect.stringMatching(remedy) as unknown,
    });
  });

  it("asks again when there is no answer, but not without permission", async () => {
    const lost = fault("unavailable", "ECONNRESET", "DescribeTaskDefinition");
    const answer: ModelAnswer = ({ operation }, count) => {
      if (operation === "DescribeTaskDefinition" && count < 4) throw lost;
      return undefined;
    };
    expect((await openModel({ answer })).count("DescribeTaskDefinition")).toBe(4);
    const denied = fault("denied", "AccessDeniedException", "DescribeTaskDefinition");
    const refusing = (): never => {
      throw denied;
    };
    await expect(openModel({ answer: refusing })).rejects.toBe(denied);
  });
});

describe("S23: the image of a record", () => {
  const tagged = { container: { image: "registry.example/app:v7" } };

  it("runs when the task definition names it", async () => {
    expect((await run({ settings: { imageDigest: DIGEST } })).ending).toMatchObject({ kind: "exited", exitCode: 0 });
  });

  it("runs behind a tag only when a task has shown that the tag means it", async () => {
    const model = await openModel({ ...tagged, settings: { imageDigest: DIGEST } });
    const command = { argv: ["knex"] as const, environment: {} };
    const before = await model.executor.run(command, { title: "t" });
    expect(before).toMatchObject({ kind: "never-started" });
    expect(before.cause).toMatch(/app:7 runs "registry.example\/app:v7", a tag/);
    await model.executor.run(command, { title: "status", isReading: true });
    expect(await model.executor.run(command, { title: "t" })).toMatchObject({ kind: "exited", exitCode: 0 });
  });

  it("does not run behind a tag that has moved", async () => {
    const model = await openModel({ ...tagged, settings: { imageDigest: OTHER } });
    const command = { argv: ["knex"] as const, environment: {} };
    await model.executor.run(command, { title: "status", isReading: true });
    const ending = await model.executor.run(command, { title: "t" });
    expect(ending.kind).toBe("never-started");
    expect(ending.cause).toMatch(/names the image sha256:b+, and app:7 runs sha256:a+/);
    expect(ending.remedy).toMatch(/by its digest/);
    expect(model.count("RunTask")).toBe(1);
  });
});
