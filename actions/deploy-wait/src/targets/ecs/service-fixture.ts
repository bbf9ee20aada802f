/** For tests of ECS services: the settings of a step, and cases played with its target. */
import type { Clock } from "@handrail/runner";
import type { Doors } from "../../wait/doors.ts";
import { answering, fromSegments } from "../aws-fixture.ts";
import type { Call } from "../aws-fixture.ts";
import { autoClock, doorsWith, play } from "../replay-fixture.ts";
import type { Ops, Told } from "../replay-fixture.ts";
import type { EcsSettings } from "./subject.ts";
import { createEcsTarget } from "./target.ts";

/** The settings of a step that waits for one service of the cluster `prod`. */
export function settings(more: Partial<EcsSettings> = {}): EcsSettings {
  return {
    cluster: "prod",
    services: ["app"],
    serviceDeployments: [],
    taskDefinition: "",
    imageDigest: "",
    until: "",
    ...more,
  };
}

/** Doors to AWS alone; `offsetS`: how far the runner's clock is ahead of AWS's. */
export function ecsDoors(ops: Ops, clock: Clock, offsetS = 0): { doors: Doors; calls: Call[] } {
  const { ask, calls } = answering(fromSegments(ops), clock);
  const now = (): number => clock.now() + offsetS * 1000;
  return { doors: { ...doorsWith(clock, { ask }), clock: { ...clock, now }, startedAt: now() }, calls };
}

/** Waits for one service, and asks why it ended as it did. */
export async function replay(
  ops: Ops,
  given: Partial<EcsSettings>,
  { timeoutS, offsetS }: { timeoutS?: number | undefined; offsetS?: number | undefined } = {},
): Promise<Told & { calls: readonly Call[] }> {
  const { doors, calls } = ecsDoors(ops, autoClock(), offsetS);
  const told = await play(createEcsTarget(settings(given), doors), doors.clock, { timeoutS, calls });
  return { ...told, calls };
}
