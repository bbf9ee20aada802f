/** What a deployment does to one instance, ECS service or Lambda function, as BatchGetDeploymentTargets tells it. Pure. */
import { read, readList, readNumber, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";
import { joined } from "./deployment.ts";

/** A step of a deployment on a target. */
export type LifecycleEvent = { name: string; status: string; why: string; logTail: readonly string[] };

/** One target. */
export type DeploymentTarget = {
  id: string;
  status: string;
  events: readonly LifecycleEvent[];
  /** How much of the traffic goes to what is new, percent; undefined where that is not told. */
  newWeight: number | undefined;
  /** An instance has no such weight, ever. */
  isInstance: boolean;
};

const shapes = ["ecsTarget", "instanceTarget", "lambdaTarget", "cloudFormationTarget"];

/** The targets of this deployment in an answer. */
export function parseTargets(answer: unknown, deploymentId: string): DeploymentTarget[] {
  return readList(answer, "deploymentTargets")
    .map((target) => ({
      target: shapes.map((shape) => read(target, shape)).find((found) => found !== undefined),
      isInstance: read(target, "instanceTarget") !== undefined,
    }))
    .filter(({ target }) => ["", deploymentId].includes(readText(target, "deploymentId")))
    .map(({ target, isInstance }) => ({
      isInstance,
      id: readText(target, "targetId"),
      status: readText(target, "status"),
      events: readList(target, "lifecycleEvents").map(parseEvent),
      newWeight: weightOf(target),
    }));
}

function parseEvent(event: unknown): LifecycleEvent {
  const diagnostics = read(event, "diagnostics");
  const script = readText(diagnostics, "scriptName");
  const code = readText(diagnostics, "errorCode");
  const failed = code === "Success" ? "" : code;
  return {
    name: readText(event, "lifecycleEventName"),
    status: readText(event, "status"),
    why: joined(script === "" ? failed : `${failed} (${script})`.trim(), readText(diagnostics, "message")),
    logTail: readText(diagnostics, "logTail")
      .split(/\r?\n/)
      .map((line) => cutLine(line, 300))
      .filter((line) => line !== ""),
  };
}

function weightOf(target: unknown): number | undefined {
  const green = readList(target, "taskSetsInfo").find((set) => readText(set, "taskSetLabel") === "Green");
  return (
    readNumber(green, "trafficWeight") ??
    readNumber(target, "lambdaFunctionInfo", "targetVersionWeight") ??
    readNumber(target, "targetVersionWeight")
  );
}

/**
 * Whether all of the traffic goes to what is new, and nothing that was asked to check it may still say no: the hook
 * AfterAllowTraffic runs with the traffic already shifted, and its failure takes the traffic back.
 */
export function isShifted(targets: readonly DeploymentTarget[]): boolean {
  return (
    targets.length > 0 &&
    targets.every(({ newWeight, events }) => {
      const after = events.find(({ name }) => name === "AfterAllowTraffic");
      return newWeight === 100 && (after === undefined || after.status === "Succeeded" || after.status === "Skipped");
    })
  );
}

/** The failed events with their targets; equal ones are counted, the first stays first. */
export function describeFailures(targets: readonly DeploymentTarget[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { id, events } of targets) {
    for (const { name, status, why } of events) {
      if (status !== "Failed") continue;
      const text = `${name} failed${why === "" ? "" : `: ${why}`}`;
      groups.set(text, [...(groups.get(text) ?? []), id]);
    }
  }
  return [...groups].map(([text, ids]) => {
    const whose = ids.length === 1 ? `target ${ids[0] ?? ""}` : `${ids.length} targets`;
    return cutLine(`${whose}: ${text}`, 300);
  });
}
