/** The application goes back first: which images stand in the way of which rollback. */
import { describe, expect, it } from "@jest/globals";
import type { Ask } from "@handrail/aws";
import { back, run, tell } from "./history-story-fixture.ts";
import type { Event } from "./history-story-fixture.ts";
import { planRollback } from "./rollback-plan.ts";
import { parseTarget } from "./rollback-target.ts";
import { findRunningApps } from "./running-apps.ts";

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

/** A run that deployed an image. */
function deploy(id: number, ids: readonly string[], image: string, more: object = {}): Event {
  return run(id, ids, { more: { ...(image === "" ? {} : { image: digest(image) }), ...more } });
}

/** ECS with one service, whose tasks run that image. */
function ecsWith(image: string): Ask {
  return (_, operation) => {
    const answers: Readonly<Record<string, unknown>> = {
      DescribeServices: { services: [{ deployments: [{ taskDefinition: "app:1" }] }] },
      DescribeTaskDefinition: { taskDefinition: { containerDefinitions: [{ image: "app:latest" }] } },
      ListTasks: { taskArns: ["task/1"] },
      DescribeTasks: { tasks: [{ containers: [{ imageDigest: digest(image) }] }] },
    };
    return Promise.resolve(answers[operation]);
  };
}

async function refusalsOf(events: readonly Event[], to: string, running: string): Promise<string[]> {
  const decision = planRollback({ ...tell(events), target: parseTarget(to) });
  if (decision.kind !== "plan") throw new Error(`there is no plan: ${decision.kind}`);
  const services = { cluster: "production", services: ["app"] };
  const found = await findRunningApps(services, decision.plan, () => Promise.resolve(ecsWith(running)));
  return found.map(({ reason, what }) => `${reason}: ${what}`);
}

const failed = { result: "partial" };

describe("a service", () => {
  it.each<[string, Event[], string, string]>([
    ["on the image that came with it", [deploy(10, ["m1"], "a"), deploy(11, ["m2"], "b")], "steps:1", "b"],
    ["on a later image", [deploy(10, ["m1"], "a"), deploy(11, [], "b")], "before-deployment:10", "b"],
    ["on an image of which one stays", [deploy(10, ["m1", "m2"], "a"), deploy(11, ["m3"], "b")], "steps:2", "a"],
    [
      "on the image that was deployed after a failed run",
      [deploy(10, ["m1"], "a"), deploy(11, ["m2"], "b", failed), deploy(12, [], "c")],
      "previous-deployment",
      "c",
    ],
    [
      "on a later image, although something was taken back since",
      [deploy(10, ["m1"], "a"), deploy(11, ["m2"], "b"), back(12, ["m2"])],
      "before-deployment:10",
      "b",
    ],
  ])("%s stands in the way", async (_, events, to, running) => {
    expect(await refusalsOf(events, to, running)).toEqual([
      expect.stringMatching(/^app-first: The service app still runs sha256:.*, which was deployed with what would be/),
    ]);
  });

  it.each<[string, Event[], string, string]>([
    ["on the image before", [deploy(10, ["m1"], "a"), deploy(11, ["m2"], "b")], "steps:1", "a"],
    ["on an image that nobody deployed here", [deploy(10, ["m1"], "a"), deploy(11, ["m2"], "b")], "steps:1", "c"],
    [
      "on an older image that was deployed again",
      [deploy(10, ["m1"], "a"), deploy(11, ["m2"], "b"), deploy(12, [], "a")],
      "before-deployment:11",
      "a",
    ],
  ])("%s does not", async (_, events, to, running) => {
    expect(await refusalsOf(events, to, running)).toEqual([]);
  });

  it.each<[string, Event[], string]>([
    ["no record does", [deploy(10, ["m1"], "")], "before-deployment:10"],
    ["one of them does not", [deploy(10, ["m1"], ""), deploy(11, ["m2"], "b")], "before-deployment:10"],
  ])("cannot be judged where the record does not say what was deployed: %s", async (_, events, to) => {
    expect(await refusalsOf(events, to, "a")).toEqual([
      expect.stringContaining("the record of deployment 10 does not say which image was deployed"),
    ]);
  });
});

it("nobody is asked without services", async () => {
  const decision = planRollback({ ...tell([deploy(10, ["m1"], "a")]), target: parseTarget("steps:1") });
  if (decision.kind !== "plan") throw new Error("there is one");
  const nobody = (): Promise<Ask> => Promise.reject(new Error("nobody is asked"));
  expect(await findRunningApps({ cluster: "", services: [] }, decision.plan, nobody)).toEqual([]);
});
