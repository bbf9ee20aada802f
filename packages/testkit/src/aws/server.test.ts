/** AWS on loopback is what the SDK's own clients understand: each service, its errors, and broken connections. */
import { AppRunnerClient, ListOperationsCommand } from "@aws-sdk/client-apprunner";
import { CloudFormationClient, DescribeEventsCommand, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { CloudWatchClient, DescribeAlarmsCommand, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { BatchGetBuildsCommand, CodeBuildClient } from "@aws-sdk/client-codebuild";
import { CodeDeployClient, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { CodePipelineClient, GetPipelineExecutionCommand } from "@aws-sdk/client-codepipeline";
import { DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { DescribeEnvironmentsCommand, ElasticBeanstalkClient } from "@aws-sdk/client-elastic-beanstalk";
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { GetAliasCommand, GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, describe, expect, it } from "@jest/globals";
import { startAws } from "./server.ts";
import type { AwsHandler, AwsServer } from "./server.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(handler: AwsHandler): Promise<AwsServer> {
  const server = await startAws(handler);
  open.push(server);
  return server;
}

const options = (endpoint: string) => ({
  endpoint,
  region: "eu-west-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
});

type Options = ReturnType<typeof options>;
const time = new Date("2026-01-02T03:04:05.000Z");
const hostile = 'a <b> & "c"\n::stop-commands::z\n\u001B[31m é';

/** One call of a service: how it is made, how it is logged, and an output that has to come back as it is. */
const rows: readonly [string, (given: Options) => Promise<object>, object, Record<string, unknown>][] = [
  [
    "ecs DescribeServices",
    (given) => new ECSClient(given).send(new DescribeServicesCommand({ cluster: "prod", services: ["app"] })),
    { cluster: "prod", services: ["app"] },
    {
      services: [{ serviceName: "app", runningCount: 2, events: [{ createdAt: time, message: hostile }] }],
      failures: [],
    },
  ],
  [
    "codedeploy GetDeployment",
    (given) => new CodeDeployClient(given).send(new GetDeploymentCommand({ deploymentId: "d-1" })),
    { deploymentId: "d-1" },
    { deploymentInfo: { deploymentId: "d-1", status: "Ready", createTime: time } },
  ],
  [
    "codepipeline GetPipelineExecution",
    (given) =>
      new CodePipelineClient(given).send(
        new GetPipelineExecutionCommand({ pipelineName: "p", pipelineExecutionId: "e1" }),
      ),
    { pipelineName: "p", pipelineExecutionId: "e1" },
    { pipelineExecution: { pipelineName: "p", status: "InProgress" } },
  ],
  [
    "codebuild BatchGetBuilds",
    (given) => new CodeBuildClient(given).send(new BatchGetBuildsCommand({ ids: ["p:1"] })),
    { ids: ["p:1"] },
    { builds: [{ id: "p:1", buildComplete: false, startTime: time }] },
  ],
  [
    "logs GetLogEvents",
    (given) =>
      new CloudWatchLogsClient(given).send(
        new GetLogEventsCommand({ logGroupName: "g", logStreamName: "s", limit: 30 }),
      ),
    { logGroupName: "g", logStreamName: "s", limit: 30 },
    { events: [{ timestamp: 1_700_000_000_000, message: hostile }] },
  ],
  [
    "apprunner ListOperations",
    (given) => new AppRunnerClient(given).send(new ListOperationsCommand({ ServiceArn: "arn" })),
    { ServiceArn: "arn" },
    { OperationSummaryList: [{ Id: "o", Status: "PENDING", StartedAt: time }] },
  ],
  [
    "cloudwatch DescribeAlarms",
    (given) => new CloudWatchClient(given).send(new DescribeAlarmsCommand({ AlarmNames: ["a"] })),
    { AlarmNames: ["a"] },
    { MetricAlarms: [{ AlarmName: "a", StateValue: "ALARM", Threshold: 5.5, StateUpdatedTimestamp: time }] },
  ],
  [
    "cloudwatch GetMetricData",
    (given) =>
      new CloudWatchClient(given).send(
        new GetMetricDataCommand({ MetricDataQueries: [{ Id: "q" }], StartTime: time, EndTime: time }),
      ),
    { MetricDataQueries: [{ Id: "q" }], StartTime: time.getTime() / 1000, EndTime: time.getTime() / 1000 },
    { MetricDataResults: [{ Id: "q", Timestamps: [time], Values: [1.25] }] },
  ],
  [
    "cloudformation DescribeStacks",
    (given) => new CloudFormationClient(given).send(new DescribeStacksCommand({ StackName: "s" })),
    { StackName: "s" },
    {
      Stacks: [
        { StackName: "s", StackStatus: "CREATE_COMPLETE", CreationTime: time, DisableRollback: false },
        { StackName: "t", StackStatusReason: hostile, Outputs: [{ OutputKey: "k" }], TimeoutInMinutes: 3 },
      ],
    },
  ],
  [
    "cloudformation DescribeEvents",
    (given) =>
      new CloudFormationClient(given).send(
        new DescribeEventsCommand({ StackName: "s", Filters: { FailedEvents: true } }),
      ),
    { StackName: "s", Filters: { FailedEvents: "true" } },
    { OperationEvents: [{ LogicalResourceId: "Service", Timestamp: time }] },
  ],
  [
    "elastic-beanstalk DescribeEnvironments",
    (given) =>
      new ElasticBeanstalkClient(given).send(new DescribeEnvironmentsCommand({ EnvironmentNames: ["e", "f"] })),
    { EnvironmentNames: ["e", "f"] },
    {
      Environments: [{ EnvironmentName: "e", Status: "Ready", AbortableOperationInProgress: true, DateUpdated: time }],
    },
  ],
  [
    "elbv2 DescribeTargetHealth",
    (given) =>
      new ElasticLoadBalancingV2Client(given).send(
        new DescribeTargetHealthCommand({ TargetGroupArn: "arn", Targets: [{ Id: "i", Port: 80 }] }),
      ),
    { TargetGroupArn: "arn", Targets: [{ Id: "i", Port: "80" }] },
    { TargetHealthDescriptions: [{ Target: { Id: "i", Port: 80 }, TargetHealth: { State: "unhealthy" } }] },
  ],
  [
    "sts AssumeRoleWithWebIdentity",
    (given) =>
      new STSClient(given).send(
        new AssumeRoleWithWebIdentityCommand({ RoleArn: "r", RoleSessionName: "n", WebIdentityToken: "w" }),
      ),
    { RoleArn: "r", RoleSessionName: "n", WebIdentityToken: "w" },
    { Credentials: { AccessKeyId: "a", SecretAccessKey: "b", SessionToken: "c", Expiration: time } },
  ],
  [
    "lambda GetFunctionConfiguration",
    (given) => new LambdaClient(given).send(new GetFunctionConfigurationCommand({ FunctionName: "f", Qualifier: "3" })),
    { FunctionName: "f", Qualifier: "3" },
    {
      FunctionName: "f",
      State: "Active",
      LastUpdateStatus: "InProgress",
      LastModified: "2026-01-02T03:04:05.000+0000",
    },
  ],
  [
    "lambda GetAlias",
    (given) => new LambdaClient(given).send(new GetAliasCommand({ FunctionName: "f", Name: "live" })),
    { FunctionName: "f", Name: "live" },
    { FunctionVersion: "3", RoutingConfig: { AdditionalVersionWeights: { "2": 0.5 } } },
  ],
];

describe("the SDK's own clients", () => {
  it.each(rows)("%s: reads what was given, and is logged", async (name, send, input, output) => {
    const server = await start(() => ({ output }));
    const { $metadata, ...read } = (await send(options(server.url))) as { $metadata: object };
    expect(read).toEqual(output);
    expect($metadata).toMatchObject({ httpStatusCode: 200 });
    expect(server.calls.map((call) => `${call.service} ${call.operation}`)).toEqual([name]);
    expect(server.calls[0]?.input).toMatchObject(input);
  });

  it.each(rows)("%s: reads an empty answer", async (_, send) => {
    const server = await start(() => undefined);
    await expect(send(options(server.url))).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  it.each(rows)("%s: reads an error", async (_, send) => {
    const server = await start(() => ({
      error: { name: "ThrottlingException", httpStatus: 400, message: "Rate <x>" },
    }));
    await expect(send(options(server.url))).rejects.toMatchObject({
      name: "ThrottlingException",
      message: "Rate <x>",
      $metadata: { httpStatusCode: 400 },
    });
  });

  it.each(rows)("%s: sees a broken connection", async (_, send) => {
    const server = await start(() => ({ net: "reset" }));
    await expect(send(options(server.url))).rejects.toMatchObject({
      message: expect.stringContaining("ECONNRESET") as unknown,
    });
  });

  it("a black hole accepts and never answers", async () => {
    const server = await start(() => ({ net: "blackhole" }));
    const controller = new AbortController();
    const asked = new ECSClient(options(server.url)).send(new DescribeServicesCommand({ services: ["a"] }), {
      abortSignal: controller.signal,
    });
    while (server.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  });

  it("what is no call of a service we know is a stranger", async () => {
    const server = await start(() => undefined);
    expect((await fetch(`${server.url}/a`)).status).toBe(501);
    expect([server.strangers, server.calls]).toEqual([["GET /a"], []]);
  });
});
