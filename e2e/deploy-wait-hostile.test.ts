/**
 * Hostile situations through the whole of deploy-wait: text of a service that wants to be a command, a service that is stable
 * because it was rolled back, somebody else's deployment, and health and APIs that come and go.
 */
import { afterAll, describe, expect, it } from "@jest/globals";
import type { ActionResult } from "@handrail/testkit";
import type { Case, Segment } from "./deploy-wait-replay-case.ts";
import {
  deployment,
  deploymentList,
  digest,
  revisions,
  serviceDeployment,
  services,
  stoppedTask,
  taskDefinition,
} from "./deploy-wait-replay-ecs.ts";
import { requireVerdict } from "./deploy-wait-replay-judge.ts";
import { replay } from "./deploy-wait-replay.ts";
import type { Replayed } from "./deploy-wait-replay.ts";
import { foreignCommands } from "./terraform-plan-stage.ts";

const results: ActionResult[] = [];
afterAll(() => {
  for (const result of results.splice(0)) result.cleanup();
});

/** Replays a case and requires what it expects. */
async function run(each: Omit<Case, "id" | "title">, title: string): Promise<Replayed> {
  const whole = { id: "own", title, ...each };
  const replayed = await replay(whole);
  results.push(replayed.result);
  requireVerdict(whole, replayed);
  expect(foreignCommands(replayed.result)).toEqual([]);
  return replayed;
}

const old = { id: 1000, revision: 1, running: 2, state: "COMPLETED" };
const ours = { id: 2000, revision: 2, running: 0 };
const pinned = { "service-deployment": serviceDeployment("B"), "task-definition": taskDefinition(2) };
const ecs = { target: "ecs", cluster: "prod", services: "app" };

/** Deployment B is rolled back at 90 s; at 150 s the service is stable again, with the old task definition. */
function rolledBack(words: string): Case["ops"] {
  const why = { statusReason: `${words} circuit breaker`, rollback: { reason: `${words} circuit breaker` } };
  const rollback = { id: 3000, revision: 1, running: 1 };
  const { list, describe } = stoppedTask(`Essential container in task exited ${words}`, 1);
  const events = [`(service app) was unable to place a task. ${words}`];
  return {
    DescribeServices: [
      { t: 0, body: services([ours, old], { events }) },
      { t: 90, body: services([rollback, { ...ours, state: "FAILED" }, old], { events }) },
      { t: 150, body: services([{ ...rollback, running: 2, state: "COMPLETED" }], { events }) },
    ],
    DescribeServiceDeployments: [
      { t: 0, body: deployment("IN_PROGRESS") },
      { t: 90, body: deployment("ROLLBACK_IN_PROGRESS", why) },
      { t: 150, body: deployment("ROLLBACK_SUCCESSFUL", why) },
    ],
    ListServiceDeployments: [
      { t: 0, body: deploymentList("IN_PROGRESS") },
      { t: 90, body: deploymentList("ROLLBACK_IN_PROGRESS") },
      { t: 150, body: deploymentList("ROLLBACK_SUCCESSFUL") },
    ],
    DescribeServiceRevisions: [{ t: 0, body: revisions() }],
    ListTasks: [{ t: 0, body: list }],
    DescribeTasks: [{ t: 0, body: describe }],
  };
}

const isRolledBack = { result: "rolled-back", exit: 1, truthAt: 90, maxDetectionLatencyS: 15 };

describe("what services say", () => {
  it("H014: a message of ECS with workflow commands in it is shown and is none", async () => {
    const words =
      "\n::stop-commands::z\n::error title=forged::owned\n##[add-mask]app\n::set-output name=result::success\n";
    const mustMention = ["circuit breaker", "exit code 1", "stop-commands"];
    const { result } = await run(
      {
        with: { ...ecs, ...pinned },
        given: { target: "ecs" },
        ops: rolledBack(words),
        expected: { ...isRolledBack, mustMention },
      },
      "hostile text",
    );
    expect(result.annotations.filter(({ title }) => title === "forged")).toEqual([]);
    expect(result.masks).not.toContain("app");
    // Commands are still obeyed after the text.
    expect(result.annotations.some(({ level }) => level === "error")).toBe(true);
  });
});

describe("the pinned deployment, and no other", () => {
  it.each([
    ["its ARN", { "service-deployment": serviceDeployment("B") }],
    ["its deployment id", { "service-deployment": "ecs-svc/2000" }],
    ["its task definition", { "task-definition": taskDefinition(2) }],
    ["the digest of its image", { "image-digest": digest(2) }],
  ])("H126: a service that is stable because it was rolled back is a failure, by %s", async (title, pin) => {
    await run(
      {
        with: { ...ecs, ...pin },
        given: { target: "ecs" },
        ops: rolledBack(""),
        expected: { ...isRolledBack, mustMention: ["circuit breaker"] },
      },
      title,
    );
  });

  it.each([
    ["succeeds", { id: 4000, revision: 3, running: 2, state: "COMPLETED" }],
    ["fails", { id: 4000, revision: 3, running: 0, state: "FAILED" }],
  ])("H127: another deployment that starts while we wait and %s is not ours", async (title, theirs) => {
    const { result } = await run(
      {
        with: { ...ecs, ...pinned },
        given: { target: "ecs" },
        ops: {
          DescribeServices: [
            { t: 0, body: services([{ ...ours, running: 1 }, old]) },
            {
              t: 60,
              body: services([{ id: 4000, revision: 3, running: 0 }, { ...ours, running: 1 }, old], { current: "C" }),
            },
            { t: 120, body: services([theirs], { current: "C" }) },
          ],
          DescribeServiceDeployments: [
            { t: 0, body: deployment("IN_PROGRESS") },
            { t: 60, body: deployment("STOPPED", { statusReason: "replaced" }) },
          ],
        },
        expected: {
          result: "superseded",
          exit: 1,
          truthAt: 60,
          maxDetectionLatencyS: 15,
          mustMention: ["superseded"],
        },
      },
      title,
    );
    const told = result.annotations.map(({ message }) => message).join("\n");
    expect(told).toMatch(/prod\/app\/B|ecs-svc\/2000/);
    expect(told).toMatch(/prod\/app\/C|ecs-svc\/4000/);
  });
});

describe("health and APIs that come and go", () => {
  it("H128: an endpoint that is healthy every other time is not healthy until it is so several times in a row", async () => {
    const healthy: Segment = { t: 0, body: { status: 200, json: { version: "v2" } } };
    const ill: Segment = { t: 0, body: { status: 503, json: { version: "v2" } } };
    const flapping = Array.from({ length: 30 }, (_, index) => ({ ...(index % 2 === 0 ? healthy : ill), n: 1 }));
    const { arrivals } = await run(
      {
        with: { target: "http", url: "https://app/health", "expect-json": "version=v2", consecutive: "4" },
        given: { target: "http" },
        ops: { "GET /health": [...flapping, healthy] },
        expected: { result: "success", exit: 0, truthAt: 0, maxDetectionLatencyS: 600 },
      },
      "flapping",
    );
    expect(arrivals).toHaveLength(34);
  });

  it("H128: throttling for a minute and errors for two are waited out", async () => {
    const faulty = (running: unknown, done: unknown): Segment[] => [
      { t: 0, body: running },
      { t: 20, error: { name: "ThrottlingException", httpStatus: 400, message: "Rate exceeded" } },
      { t: 80, body: running },
      { t: 100, error: { name: "ServiceUnavailable", httpStatus: 503, message: "ServiceUnavailable" } },
      { t: 220, body: running },
      { t: 300, body: done },
    ];
    await run(
      {
        with: { ...ecs, ...pinned },
        given: { target: "ecs" },
        ops: {
          DescribeServices: faulty(
            services([{ ...ours, running: 1 }, old]),
            services([{ ...ours, running: 2, state: "COMPLETED" }]),
          ),
          DescribeServiceDeployments: faulty(deployment("IN_PROGRESS"), deployment("SUCCESSFUL")),
        },
        expected: { result: "success", exit: 0, truthAt: 300, maxDetectionLatencyS: 30 },
      },
      "throttled",
    );
  });

  it("H128: credentials that expire after an hour are an error of their own", async () => {
    const name = "ExpiredTokenException";
    const expired: Segment = {
      t: 3600,
      error: { name, httpStatus: 400, message: "The security token included in the request is expired" },
    };
    await run(
      {
        with: { ...ecs, ...pinned, timeout: "2h" },
        given: { target: "ecs" },
        ops: {
          DescribeServices: [{ t: 0, body: services([{ ...ours, running: 1 }, old]) }, expired],
          DescribeServiceDeployments: [{ t: 0, body: deployment("IN_PROGRESS") }, expired],
        },
        expected: {
          result: "credentials-expired",
          exit: 1,
          truthAt: 3600,
          maxDetectionLatencyS: 60,
          mustMention: [name],
        },
      },
      "expired",
    );
  });
});
