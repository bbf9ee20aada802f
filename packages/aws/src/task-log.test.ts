import { describe, expect, it } from "@jest/globals";
import { AwsFault } from "./ask.ts";
import type { Ask } from "./ask.ts";
import { parseTask } from "./ecs-task.ts";
import { readTaskLog } from "./task-log.ts";
import type { TaskLogOptions } from "./task-log.ts";

const ARN = "arn:aws:ecs:eu-west-1:111122223333:task/prod/abc";
const DEFINITION = "arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:7";
const task = (more: Record<string, unknown> = {}) =>
  parseTask({
    taskArn: ARN,
    lastStatus: "STOPPED",
    stopCode: "EssentialContainerExited",
    taskDefinitionArn: DEFINITION,
    containers: [
      { name: "proxy", exitCode: 143 },
      { name: "app", exitCode: 1, runtimeId: "abc-123" },
    ],
    ...more,
  });

const defined = (logConfiguration: unknown) => ({
  taskDefinition: { containerDefinitions: [{ name: "proxy" }, { name: "app", logConfiguration }] },
});
const awslogs = (options: Record<string, string>) => defined({ logDriver: "awslogs", options });
const OPTIONS = { "awslogs-group": "/shop", "awslogs-stream-prefix": "web", "awslogs-region": "eu-west-1" };
const EVENTS = { events: [{ message: "first\nsecond" }, { message: "" }, { message: "x".repeat(400) }] };

const no = (kind: "denied" | "refused" | "unavailable", code: string) => (action: string) =>
  new AwsFault({ kind, action, code, message: "no" });
const denied = no("denied", "AccessDeniedException");

type Answers = { definition?: unknown; events?: unknown };

async function read(
  answers: Answers,
  { of = task(), ...options }: TaskLogOptions & { of?: ReturnType<typeof task> } = {},
) {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const ask: Ask = (service, operation, input) => {
    asked.push({ operation, ...input });
    const answer: unknown = service === "ecs" ? answers.definition : answers.events;
    if (answer === undefined) return Promise.resolve({});
    if (typeof answer !== "function") return Promise.resolve(answer);
    const make: (action: string) => Error = answer as (action: string) => Error;
    return Promise.reject(make(`${service}:${operation}`));
  };
  return { log: await readTaskLog(ask, of, options), asked };
}

describe("readTaskLog", () => {
  it("finds the stream in the task definition, and gives short lines, oldest first", async () => {
    const { log, asked } = await read({ definition: awslogs(OPTIONS), events: EVENTS });
    expect(asked).toEqual([
      { operation: "DescribeTaskDefinition", taskDefinition: DEFINITION },
      {
        operation: "GetLogEvents",
        logGroupName: "/shop",
        logStreamName: "web/app/abc",
        limit: 30,
        startFromHead: false,
      },
    ]);
    expect(log.lines.slice(0, 2)).toEqual(["first", "second"]);
    expect(log.lines[2]).toHaveLength(300);
    expect(log).toMatchObject({ container: "app", missingPermissions: [] });
    expect(log.link?.url).toBe(
      "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fshop/log-events/web$252Fapp$252Fabc",
    );
  });

  it.each([
    ["a prefix that is not set", {}, awslogs({ "awslogs-group": "/shop" }), "/shop", "abc-123"],
    ["a definition that is empty", {}, {}, "/ecs/shop", "ecs/app/abc"],
    ["a definition that may not be read", {}, denied, "/ecs/shop", "ecs/app/abc"],
    ["no definition at all", { taskDefinitionArn: undefined }, {}, "/ecs/app", "ecs/app/abc"],
  ])("guesses for %s", async (_name, more, definition, group, stream) => {
    const { log, asked } = await read({ definition, events: EVENTS }, { of: task(more) });
    expect(asked.at(-1)).toMatchObject({ logGroupName: group, logStreamName: stream });
    expect(log.lines).toHaveLength(3);
    expect(log.missingPermissions).toEqual(definition === denied ? ["ecs:DescribeTaskDefinition"] : []);
  });

  it("has no lines for a stream that is not there", async () => {
    const { log } = await read({ events: no("refused", "ResourceNotFoundException") });
    expect(log).toEqual({ container: "app", lines: [], missingPermissions: [] });
  });

  it("names what is not allowed, and still links to it", async () => {
    const { log } = await read({ definition: denied, events: denied });
    expect(log.missingPermissions).toEqual(["logs:GetLogEvents", "ecs:DescribeTaskDefinition"]);
    expect(log.link?.title).toBe("log ecs/app/abc");
  });

  it.each([
    [defined({ logDriver: "splunk" }), "container app logs through splunk"],
    [defined({ logDriver: "awsfirelens" }), "container app logs through awsfirelens"],
    [defined(undefined), "container app has no logConfiguration"],
    [awslogs({ ...OPTIONS, "awslogs-region": "us-east-1" }), "container app logs to us-east-1"],
  ])("says where a log goes that it cannot read", async (definition, note) => {
    const { log, asked } = await read({ definition, events: EVENTS });
    expect(log).toMatchObject({ note, lines: [] });
    expect(asked).toHaveLength(1);
  });

  it("survives a network that is away, and throws what is no answer", async () => {
    const { log } = await read({ events: no("unavailable", "ECONNRESET") });
    expect(log).toMatchObject({ lines: [], missingPermissions: [] });
    await expect(read({ events: () => new Error("abort") })).rejects.toThrow("abort");
  });

  it("asks for the container, the number of lines and the definition that are given", async () => {
    const { asked } = await read(
      { events: EVENTS },
      { container: "proxy", limit: 2, definition: awslogs(OPTIONS), region: "eu-west-1" },
    );
    expect(asked).toEqual([]);
    const { log } = await read({ events: EVENTS }, { container: "app", limit: 2, definition: awslogs(OPTIONS) });
    expect(log.lines[0]).toBe("second");
    expect((await read({}, { of: task({ containers: [] }) })).asked).toEqual([]);
  });
});
