/** Drives the machine over a world of model-fixture.ts as the loop does, in virtual time. */
import { parseTask } from "@handrail/aws";
import { next } from "./machine.ts";
import { arn, definition, deploymentAt, EPOCH, oursRevision, serviceAt } from "./model-fixture.ts";
import type { Raw, World } from "./model-fixture.ts";
import { parseListed, parseRevision, parseService, parseServiceDeployment } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";
import { subjectsOf } from "./subject.ts";
import type { EcsRead } from "./verdicts.ts";

function tasksAt({ course }: World): readonly Raw[] {
  const reasons: Partial<Record<World["course"], Raw>> = {
    "crash-loop": { stopCode: "EssentialContainerExited", containers: [{ name: "app", exitCode: 1 }] },
    flapping: { stopCode: "EssentialContainerExited", containers: [{ name: "app", exitCode: 139 }] },
    wobbly: { stopCode: "EssentialContainerExited", containers: [{ name: "app", exitCode: 1 }] },
    transient: { stopCode: "SpotInterruption", stoppedReason: "Your Spot Task was interrupted." },
  };
  const reason = reasons[course];
  if (reason === undefined) return [];
  return [0, 1, 2].map((n) => ({ taskArn: `task/${n}`, lastStatus: "STOPPED", startedBy: "ecs-svc/2000", ...reason }));
}

/** How a drive ended: the result and the seconds since ours began; undefined when it never did. */
type Driven = { result: string; at: number; cause: string } | undefined;

const seconds: Readonly<Record<string, number>> = { now: 0, near: 2.5, starting: 3, far: 14, moving: 9, blocked: 9 };

/** Drives the machine over a world as the loop does, for twenty minutes. */
export function drive(world: World): Driven {
  const [subject] = subjectsOf({
    cluster: "prod",
    services: ["app"],
    serviceDeployments: world.pin === "arn" ? [arn("B")] : world.pin === "id" ? ["ecs-svc/2000"] : [],
    taskDefinition: world.hasTaskDefinition ? `app:${oursRevision(world)}` : "",
    imageDigest: "",
    until: "",
  }).values();
  if (subject === undefined) return undefined;
  const base: Snapshot = { subject, since: (EPOCH - 60) * 1000 };
  let state: State | undefined;
  let reads: readonly EcsRead[] = ["services", "deployments", "list"];
  let elapsed = 0;
  let hurried = 0;
  for (let look = 1; elapsed < 1200; look++) {
    if (world.faults.includes(look)) {
      elapsed += 5;
      continue;
    }
    const step = next(state, see(world, { base, state, reads, t: world.attach + elapsed, look }), elapsed * 1000);
    if (step.verdict !== undefined) {
      return { result: step.verdict.result, at: world.attach + elapsed, cause: step.verdict.cause };
    }
    state = step.state;
    reads = step.reads;
    hurried = step.pace === "now" ? hurried + 1 : 0;
    elapsed += hurried > 3 ? 9 : (seconds[step.pace] ?? 9);
  }
  return undefined;
}

type Sight = { base: Snapshot; state: State | undefined; reads: readonly EcsRead[]; t: number; look: number };

function see(world: World, { base, state, reads, t, look }: Sight): Snapshot {
  const asked = state?.arn ?? base.subject.arn;
  const isStale = t - world.attach < world.stale || world.relapses.includes(look);
  const snapshot: Snapshot = { ...base };
  if (reads.includes("services")) {
    snapshot.service = parseService(serviceAt(world, isStale ? -1 : t - world.serviceLag));
  }
  if (reads.includes("deployments") && asked !== "") {
    if (world.isDenied) snapshot.deployment = { denied: "ecs:DescribeServiceDeployments" };
    else if (asked === arn("A"))
      snapshot.deployment = parseServiceDeployment({ serviceDeploymentArn: asked, status: "SUCCESSFUL" });
    else if (asked !== arn("B") || t < world.unknown) snapshot.deployment = { missing: "MISSING" };
    else snapshot.deployment = parseServiceDeployment(deploymentAt(world, Math.max(0, t - world.deploymentLag)));
  }
  if (reads.includes("list")) {
    const entry = { ...deploymentAt(world, Math.max(0, t - world.deploymentLag)), targetServiceRevisionArn: "rev-2" };
    snapshot.listed = world.isDenied || t < world.unknown ? [] : [parseListed(entry)];
  }
  if (reads.includes("revision")) {
    const revision = { serviceRevisionArn: "rev-2", taskDefinition: definition(oursRevision(world)) };
    snapshot.revisions = [parseRevision(revision)];
  }
  if (reads.includes("tasks")) snapshot.tasks = tasksAt(world).map(parseTask);
  return snapshot;
}
