/** A CodeDeploy deployment as GetDeployment tells it. Pure. */
import { read, readList, readNumber, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";

/** What is known of a deployment; texts that the answer does not hold are "". */
export type Deployment = {
  id: string;
  /** Created, Queued, InProgress, Baking, Ready, Succeeded, Failed, Stopped, or what the future brings. */
  status: string;
  /** `HOOK_EXECUTION_FAILURE: The hook BeforeAllowTraffic failed`. */
  error: string;
  /** The deployment that rolls this one back. */
  rollbackId: string;
  rollbackMessage: string;
  /** The deployment that this one rolls back. */
  rollsBack: string;
  /** The ends that begin a rollback, as it is configured: Failed, Stopped. */
  rolledBackWhen: readonly string[];
  /** The traffic has been shifted, and the old instances or tasks wait for their end. */
  isTrafficShifted: boolean;
  /** Server, Lambda, ECS. */
  platform: string;
  /** What becomes of it when nobody reroutes traffic: STOP_DEPLOYMENT, CONTINUE_DEPLOYMENT. */
  readyAction: string;
  /** How long a person may take to reroute traffic, minutes. */
  readyMinutes: number | undefined;
  /** How long the old ones are kept, minutes. */
  terminationMinutes: number | undefined;
  /** Instances or targets by state, as far as they are told. */
  counts: Counts | undefined;
};

/** How many targets are in which state. */
export type Counts = {
  pending: number;
  inProgress: number;
  succeeded: number;
  failed: number;
  ready: number;
  all: number;
};

/** The deployment of this id in an answer of GetDeployment; undefined when the answer is not about it. */
export function parseDeployment(answer: unknown, id: string): Deployment | undefined {
  const info = read(answer, "deploymentInfo");
  if (readText(info, "deploymentId") !== id) return undefined;
  const blueGreen = read(info, "blueGreenDeploymentConfiguration");
  return {
    id,
    status: readText(info, "status"),
    error: joined(readText(info, "errorInformation", "code"), readText(info, "errorInformation", "message")),
    rollbackId: readText(info, "rollbackInfo", "rollbackDeploymentId"),
    rollbackMessage: cutLine(readText(info, "rollbackInfo", "rollbackMessage"), 300),
    rollsBack: readText(info, "rollbackInfo", "rollbackTriggeringDeploymentId"),
    rolledBackWhen: endsRolledBack(read(info, "autoRollbackConfiguration")),
    isTrafficShifted: read(info, "instanceTerminationWaitTimeStarted") === true,
    platform: readText(info, "computePlatform"),
    readyAction: readText(blueGreen, "deploymentReadyOption", "actionOnTimeout"),
    readyMinutes: readNumber(blueGreen, "deploymentReadyOption", "waitTimeInMinutes"),
    terminationMinutes: readNumber(
      blueGreen,
      "terminateBlueInstancesOnDeploymentSuccess",
      "terminationWaitTimeInMinutes",
    ),
    counts: parseCounts(read(info, "deploymentOverview")),
  };
}

function endsRolledBack(configuration: unknown): string[] {
  if (read(configuration, "enabled") !== true) return [];
  const events = readList(configuration, "events");
  const failed = events.includes("DEPLOYMENT_FAILURE") || events.includes("DEPLOYMENT_STOP_ON_ALARM") ? ["Failed"] : [];
  const stopped = events.includes("DEPLOYMENT_STOP_ON_ALARM") || events.includes("DEPLOYMENT_STOP_ON_REQUEST");
  return stopped ? [...failed, "Stopped"] : failed;
}

function parseCounts(overview: unknown): Counts | undefined {
  if (overview === undefined) return undefined;
  const of = (name: string): number => readNumber(overview, name) ?? 0;
  const counts = {
    pending: of("Pending"),
    inProgress: of("InProgress"),
    succeeded: of("Succeeded"),
    failed: of("Failed"),
  };
  const ready = of("Ready");
  const { pending, inProgress, succeeded, failed } = counts;
  const all = pending + inProgress + succeeded + failed + ready + of("Skipped");
  return all === 0 ? undefined : { ...counts, ready, all };
}

/** `CODE: message`, on one line of at most 300 characters. */
export function joined(code: string, message: string): string {
  return cutLine([code, message].filter((text) => text !== "").join(": "), 300);
}

/** `2/4 succeeded, 1 failed`; "" when the answer has no counts. */
export function describeCounts({ counts }: Deployment): string {
  if (counts === undefined) return "";
  const failed = counts.failed === 0 ? "" : `, ${counts.failed} failed`;
  return `${counts.succeeded}/${counts.all} succeeded${failed}`;
}
