/**
 * How late deploy-wait tells the end of a deployment, and how many calls that takes: its own loop and machines in virtual
 * time, beside the policies of a poller with 15 s, the AWS SDK's waiter and the official ECS action. And how many calls a
 * minute 100 services take while nothing moves.
 */
import { virtualClock } from "@handrail/testkit";
import { createCloudformationTarget } from "../../actions/deploy-wait/src/targets/cloudformation/target.ts";
import { createCodebuildTarget } from "../../actions/deploy-wait/src/targets/codebuild/target.ts";
import { createCodepipelineTarget } from "../../actions/deploy-wait/src/targets/codepipeline/target.ts";
import { createEcsTaskTarget } from "../../actions/deploy-wait/src/targets/ecs-task/target.ts";
import { createEcsTarget } from "../../actions/deploy-wait/src/targets/ecs/target.ts";
import type { AwsPlace, Doors } from "../../actions/deploy-wait/src/wait/doors.ts";
import type { Target } from "../../actions/deploy-wait/src/wait/target.ts";
import { watch } from "../../actions/deploy-wait/src/wait/watch.ts";
import { renderTable } from "../readme.ts";
import { blueGreenWorld, buildWorld, createRandom, ecsPin, manyWorld, pipelineWorld } from "./wait-world.ts";
import { rollingWorld, stackWorld, taskWorld, vary } from "./wait-world.ts";
import type { World } from "./wait-world.ts";

type Outcome = { late: number; calls: number };
type Subject = { name: string; world(endsAt: number, random: () => number): World; open(doors: Doors): Target };
type Policy = { name: string; play(endsAt: number, random: () => number): Outcome };

/** One answer of AWS takes this long, s. */
const ROUND_TRIP = 0.08;
const durations = [30, 60, 120, 300, 600, 1200, 1800];
const ecs = {
  cluster: "prod",
  services: ["app"],
  serviceDeployments: [ecsPin],
  taskDefinition: "",
  imageDigest: "",
  until: "",
};

const subjects: readonly Subject[] = [
  { name: "ecs, rolling", world: rollingWorld, open: (doors) => createEcsTarget(ecs, doors) },
  { name: "ecs, blue/green", world: blueGreenWorld, open: (doors) => createEcsTarget(ecs, doors) },
  {
    name: "codepipeline",
    world: pipelineWorld,
    open: (doors) => createCodepipelineTarget({ pipeline: "p", executionId: "e1", onSuperseded: "fail" }, doors),
  },
  { name: "cloudformation", world: stackWorld, open: (doors) => createCloudformationTarget({ stack: "s" }, doors) },
  { name: "codebuild", world: buildWorld, open: (doors) => createCodebuildTarget({ buildId: "proj:1" }, doors) },
  {
    name: "ecs-task",
    world: taskWorld,
    open: (doors) => createEcsTaskTarget({ cluster: "prod", tasks: ["task/m"] }, doors),
  },
];

/** A poller that looks at these intervals (s); the first look is at once. */
function poller(name: string, interval: (attempt: number, random: () => number) => number): Policy {
  return {
    name,
    play: (endsAt, random) => {
      let [now, calls] = [0, 1];
      for (let attempt = 1; now < endsAt; attempt += 1, calls += 1) now += interval(attempt, random) + ROUND_TRIP;
      return { late: now + ROUND_TRIP - endsAt, calls };
    },
  };
}

/**
 * The SDK's waiter: a random wait between 15 s and 15 s times 2^(n-1), at most `max`, which stays from the attempt on at which
 * it is reached (node_modules/@smithy/core/…/poller). The official ECS action keeps the SDK's 600 s; its older versions and
 * the waiter of CodeDeploy have 120 s.
 */
function sdkWaiter(max: number): (attempt: number, random: () => number) => number {
  const ceiling = Math.log(max / 15) / Math.log(2) + 1;
  return (attempt, random) => (attempt > ceiling ? max : 15 + random() * (15 * 2 ** (attempt - 1) - 15));
}

const pollerName = "a poller with 15 s";

const policies: readonly Policy[] = [
  poller(pollerName, () => 15),
  poller("the AWS SDK's waiter, the official ECS action (15 to 600 s)", sdkWaiter(600)),
  poller("the ECS action before 2.6.3 (15 to 120 s)", sdkWaiter(120)),
];

/** Plays one deployment through the real loop and machine. */
async function play({ open }: Subject, world: World): Promise<Outcome> {
  const clock = virtualClock({ mode: "auto" });
  let calls = 0;
  const target = open(doorsOf(clock, world, () => (calls += 1)));
  await watch({
    target,
    clock,
    signal: new AbortController().signal,
    timeoutMs: 86_400_000,
    timeoutText: "24h",
    random: () => 0.5,
    listener: silent,
  });
  return { late: clock.elapsed / 1000 - world.endsAt, calls };
}

const nothing = (): void => undefined;
const silent = { moved: nothing, warned: nothing, missed: nothing, ended: nothing, waiting: nothing };

function doorsOf(clock: ReturnType<typeof virtualClock>, world: World, count: () => void): Doors {
  const started = clock.elapsed;
  const aws: AwsPlace = {
    ask: async (_service, operation, input) => {
      count();
      await clock.sleep((ROUND_TRIP * 1000) / 2);
      const answer = world.answer(operation, (clock.elapsed - started) / 1000, input);
      await clock.sleep((ROUND_TRIP * 1000) / 2);
      return answer;
    },
    region: "eu-west-1",
    serverNow: () => clock.now(),
    load: () => Promise.resolve(),
  };
  const refuse = (): Promise<never> => Promise.reject(new Error("there is no such door here"));
  const log = { info: nothing, warning: nothing, debug: nothing, group: nothing, endGroup: nothing };
  return {
    clock,
    log,
    startedAt: clock.now(),
    aws: () => Promise.resolve(aws),
    http: refuse,
    exec: refuse,
    childEnvironment: {},
    directory: ".",
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `1.3 s / 24`: mean latency and mean calls for each duration. */
async function row(
  name: string,
  rounds: number,
  one: (endsAt: number, random: () => number) => Promise<Outcome>,
): Promise<string[]> {
  const cells: string[] = [];
  for (const duration of durations) {
    const random = createRandom(duration);
    const outcomes: Outcome[] = [];
    for (let round = 0; round < rounds; round += 1) outcomes.push(await one(vary(duration, random), random));
    cells.push(
      `${mean(outcomes.map(({ late }) => late)).toFixed(1)} s / ${mean(outcomes.map(({ calls }) => calls)).toFixed(0)}`,
    );
  }
  return [name, ...cells];
}

function describeDuration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${seconds / 60} min`;
}

/** Calls a minute of 100 services in one step, while nothing moves. */
async function benchMany(): Promise<number> {
  const clock = virtualClock({ mode: "auto" });
  const services = Array.from({ length: 100 }, (_, at) => `service-${at}`);
  const world = manyWorld(services);
  let calls = 0;
  const settings = { ...ecs, services, serviceDeployments: services.map(world.pinOf) };
  const target = createEcsTarget(
    settings,
    doorsOf(clock, world, () => (calls += 1)),
  );
  const minutes = 60;
  await watch({
    target,
    clock,
    signal: new AbortController().signal,
    timeoutMs: minutes * 60_000,
    timeoutText: "1h",
    random: () => 0.5,
    listener: silent,
  });
  return calls / minutes;
}

/** Measures, and renders the tables. */
export async function benchWait(rounds: number): Promise<string> {
  const rows: string[][] = [];
  for (const subject of subjects) {
    rows.push(
      await row(`deploy-wait: ${subject.name}`, rounds, (endsAt, random) =>
        play(subject, subject.world(endsAt, random)),
      ),
    );
  }
  for (const { name, play: one } of policies) {
    rows.push(await row(name, rounds * 20, (endsAt, random) => Promise.resolve(one(endsAt, random))));
  }
  const pollers = (rows.find(([name]) => name === pollerName) ?? []).slice(1).map((cell) => Number(cell.split("/")[1]));
  rows.push([
    "the budget of calls: max(50, 1.7 times the poller's)",
    ...pollers.map((calls) => String(Math.floor(Math.max(50, 1.7 * calls)))),
  ]);
  const table = renderTable(["mean latency / calls", ...durations.map(describeDuration)], rows);
  const many = await benchMany();
  return `Virtual time: the real loop and machines against simulated services, ${rounds} deployments a cell, log-normal around the duration (sigma 0.25), 80 ms a call.\n\n${table}\n\n100 services in one step, nothing moving: ${many.toFixed(1)} calls a minute.`;
}
