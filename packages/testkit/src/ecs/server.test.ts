/** The loopback ECS is what the SDK's own clients understand, and what it runs, it runs. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchLogsClient, GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import type { GetLogEventsCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import {
  ConflictException,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RunTaskCommand,
  StopTaskCommand,
} from "@aws-sdk/client-ecs";
import type { RunTaskCommandInput, Task } from "@aws-sdk/client-ecs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { until } from "../until.ts";
import { startEcs } from "./server.ts";
import type { Ecs, EcsOptions } from "./server.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Started = { ecs: Ecs; client: ECSClient; logs: CloudWatchLogsClient };

async function start(options: Partial<EcsOptions> = {}): Promise<Started> {
  const image = realpathSync(mkdtempSync(join(tmpdir(), "handrail-ecs-")));
  closing.push(() => rmSync(image, { recursive: true, force: true }));
  const ecs = await startEcs({
    images: { [DIGEST]: image },
    tags: { "app:1": DIGEST },
    taskDefinitions: [
      { family: "app", containers: [{ name: "app", image: "app:1", stopTimeout: 0.2, secrets: { KEY: "s3cret" } }] },
    ],
    ...options,
  });
  closing.push(() => ecs.close());
  const settings = {
    endpoint: ecs.url,
    region: "eu-west-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    maxAttempts: 1,
  };
  return { ecs, client: new ECSClient(settings), logs: new CloudWatchLogsClient(settings) };
}

const input = (script: string, more: Partial<RunTaskCommandInput> = {}): RunTaskCommandInput => ({
  cluster: "prod",
  taskDefinition: "app",
  count: 1,
  overrides: { containerOverrides: [{ name: "app", command: ["/bin/sh", "-c", script] }] },
  ...more,
});

const describeOne = async ({ client }: Started, arn: string): Promise<Task | undefined> =>
  (await client.send(new DescribeTasksCommand({ cluster: "prod", tasks: [arn] }))).tasks?.[0];

async function runToEnd(started: Started, given: RunTaskCommandInput): Promise<Task> {
  const { tasks = [] } = await started.client.send(new RunTaskCommand(given));
  const arn = tasks[0]?.taskArn ?? "";
  return until(async () => {
    const task = await describeOne(started, arn);
    return task?.lastStatus === "STOPPED" ? task : undefined;
  });
}

describe("a task", () => {
  it("runs, prints and ends", async () => {
    const started = await start();
    const task = await runToEnd(started, input("echo one; echo $KEY; exit 7", { startedBy: "me" }));
    expect(task).toMatchObject({
      startedBy: "me",
      stopCode: "EssentialContainerExited",
      taskDefinitionArn: expect.stringMatching(/app:1$/) as unknown,
      containers: [{ name: "app", exitCode: 7, imageDigest: DIGEST, lastStatus: "STOPPED" }],
    });
    expect(task.startedAt).toBeInstanceOf(Date);
    const logStreamName = `ecs/app/${started.ecs.tasks[0]?.id ?? ""}`;
    const { events } = await started.logs.send(
      new GetLogEventsCommand({ logGroupName: "/ecs/app", logStreamName, startFromHead: true }),
    );
    expect(events?.map(({ message }) => message)).toEqual(["one", "s3cret"]);
  });

  it("goes by PENDING and RUNNING, and can be stopped", async () => {
    const started = await start({ startMs: 30 });
    const { client } = started;
    const { tasks = [] } = await client.send(new RunTaskCommand(input("trap '' TERM; while :; do sleep 0.02; done")));
    expect(tasks[0]?.lastStatus).toBe("PENDING");
    const arn = tasks[0]?.taskArn ?? "";
    await until(async () => (await describeOne(started, arn))?.lastStatus === "RUNNING");
    const ours = { cluster: "prod", startedBy: "" };
    expect((await client.send(new ListTasksCommand(ours))).taskArns).toEqual([arn]);
    await client.send(new StopTaskCommand({ cluster: "prod", task: arn, reason: "enough" }));
    const task = await until(async () => {
      const seen = await describeOne(started, arn);
      return seen?.lastStatus === "STOPPED" ? seen : undefined;
    });
    expect(task).toMatchObject({ stopCode: "UserInitiated", stoppedReason: "enough", containers: [{ exitCode: 137 }] });
    expect((await client.send(new ListTasksCommand(ours))).taskArns).toEqual([]);
  });

  it("ends as a test says", async () => {
    const started = await start();
    started.ecs.next({ stoppedReason: "CannotPullContainerError: no" });
    const unstarted = await runToEnd(started, input("true"));
    expect(unstarted).toMatchObject({ stopCode: "TaskFailedToStart", stoppedReason: "CannotPullContainerError: no" });
    expect(unstarted.containers?.[0]).not.toHaveProperty("exitCode");
    const ending = runToEnd(started, input("exec sleep 600"));
    const running = await until(() => started.ecs.tasks.find(({ lastStatus }) => lastStatus === "RUNNING"));
    started.ecs.stop(running, { stopCode: "SpotInterruption", reason: "gone" });
    expect(await ending).toMatchObject({ stopCode: "SpotInterruption", containers: [{ exitCode: 143 }] });
    started.ecs.forget(running);
    const { failures } = await started.client.send(new DescribeTasksCommand({ cluster: "prod", tasks: [running.arn] }));
    expect(failures).toEqual([{ arn: running.arn, reason: "MISSING" }]);
  });

  it("ends with a sidecar that is essential", async () => {
    const containers = [
      { name: "app", image: "app:1" },
      { name: "proxy", image: "proxy:1", exitCode: 143 },
    ];
    const started = await start({ taskDefinitions: [{ family: "app", containers }] });
    const ending = runToEnd(started, input("exec sleep 600"));
    const running = await until(() => started.ecs.tasks.find(({ lastStatus }) => lastStatus === "RUNNING"));
    started.ecs.endContainer(running, "proxy", { exitCode: 9 });
    expect((await ending).containers?.map(({ exitCode }) => exitCode)).toEqual([143, 9]);
    expect((await runToEnd(started, input("true"))).containers?.map(({ exitCode }) => exitCode)).toEqual([0, 143]);
  });
});

describe("RunTask", () => {
  it("is the same task for the same token, and a conflict for other parameters", async () => {
    const started = await start();
    const { client, ecs } = started;
    const task = await runToEnd(started, input("true", { clientToken: "one" }));
    const again = await client.send(new RunTaskCommand(input("true", { clientToken: "one" })));
    expect(again.tasks).toEqual([{ taskArn: task.taskArn, lastStatus: "STOPPED", desiredStatus: "STOPPED" }]);
    const other = client.send(new RunTaskCommand(input("false", { clientToken: "one" })));
    const error = await other.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConflictException);
    expect(error).toMatchObject({ resourceIds: [task.taskArn] });
    ecs.next({ failures: ["RESOURCE:CPU"] });
    const failed = input("true", { clientToken: "two" });
    const failures = [{ reason: "RESOURCE:CPU" }];
    expect(await client.send(new RunTaskCommand(failed))).toMatchObject({ tasks: [], failures });
    expect(await client.send(new RunTaskCommand(failed))).toMatchObject({ tasks: [], failures });
    expect(ecs.tasks).toHaveLength(1);
  });

  it.each<[string, Partial<RunTaskCommandInput>]>([
    ["ClusterNotFoundException", { cluster: "other" }],
    ["ClientException", { taskDefinition: "nothing" }],
    ["ClientException", { taskDefinition: "old:1" }],
    ["InvalidParameterException", { count: 2 }],
    [
      "InvalidParameterException",
      { launchType: "FARGATE", capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] },
    ],
    ["InvalidParameterException", { networkConfiguration: { awsvpcConfiguration: { subnets: ["s"] } } }],
    ["InvalidParameterException", { taskDefinition: "own" }],
    ["InvalidParameterException", { propagateTags: "SERVICE" }],
    ["InvalidParameterException", { overrides: { containerOverrides: [{ name: "web" }] } }],
    [
      "InvalidParameterException",
      { overrides: { containerOverrides: [{ name: "app", command: ["x".repeat(8200)] }] } },
    ],
  ])("refuses with %s: %j", async (name, more) => {
    const containers = [{ name: "app", image: "app:1" }];
    const { client, ecs } = await start({
      taskDefinitions: [
        { family: "app", containers },
        { family: "own", containers, networkMode: "awsvpc" },
        { family: "old", containers, status: "INACTIVE" },
      ],
    });
    await expect(client.send(new RunTaskCommand(input("true", more)))).rejects.toMatchObject({ name });
    expect(ecs.tasks).toHaveLength(0);
  });
});

it("describes task definitions by family, revision and ARN", async () => {
  const { client, ecs } = await start();
  const arn = ecs.register({ family: "app", containers: [{ name: "app", image: "app:2" }] });
  const describe = async (taskDefinition: string): Promise<number | undefined> =>
    (await client.send(new DescribeTaskDefinitionCommand({ taskDefinition }))).taskDefinition?.revision;
  expect([await describe("app"), await describe("app:1"), await describe(arn)]).toEqual([2, 1, 2]);
  ecs.deregister("app:2");
  expect(await describe("app")).toBe(1);
  await expect(describe("app:9")).rejects.toMatchObject({ name: "ClientException" });
});

it("gives its log in pages, late and with empty ones, when a test says so", async () => {
  const started = await start();
  const { ecs, logs } = started;
  ecs.logs({ page: 3, hasEmptyPages: true, lateCalls: 1 });
  await runToEnd(started, input("seq 1 7"));
  const read = (nextToken?: string): Promise<GetLogEventsCommandOutput> => {
    const place = { logGroupName: "/ecs/app", logStreamName: `ecs/app/${ecs.tasks[0]?.id ?? ""}`, startFromHead: true };
    return logs.send(new GetLogEventsCommand({ ...place, ...(nextToken === undefined ? {} : { nextToken }) }));
  };
  await expect(read()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  const seen: string[] = [];
  let token: string | undefined;
  for (let calls = 0; calls < 20; calls += 1) {
    const { events = [], nextForwardToken } = await read(token);
    seen.push(...events.map(({ message = "" }) => message));
    if (nextForwardToken === token) break;
    token = nextForwardToken;
  }
  expect(seen).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
});

it("fails as often as a test says, before or after its work", async () => {
  const started = await start();
  const { client, ecs } = started;
  ecs.fault({ operation: "RunTask", times: 1, reply: { net: "reset" }, isAfter: true });
  ecs.fault({ operation: "DescribeTasks", times: 2, reply: "ThrottlingException" });
  const given = input("true", { clientToken: "one" });
  await expect(client.send(new RunTaskCommand(given))).rejects.toThrow("");
  await expect(describeOne(started, "x")).rejects.toMatchObject({ name: "ThrottlingException" });
  await expect(describeOne(started, "x")).rejects.toMatchObject({ name: "ThrottlingException" });
  await client.send(new RunTaskCommand(given));
  expect(ecs.tasks).toHaveLength(1);
});
