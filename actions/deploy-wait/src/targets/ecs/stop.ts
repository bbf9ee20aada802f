/** Ends a service deployment, and says what ECS made of it. It waits for nothing. */
import { readList, readText } from "@handrail/runner";
import type { AwsPlace } from "../../wait/doors.ts";
import type { Ending, StopReport } from "../../wait/target.ts";
import { attempt } from "./attempt.ts";
import { parseService, primaryOf } from "./snapshot.ts";
import type { State } from "./state.ts";
import { shortName } from "./subject.ts";
import type { Subject } from "./subject.ts";

const evenWhenCancelled = { evenWhenCancelled: true };

/**
 * Sends StopServiceDeployment. Without a known ARN the service is asked for its current deployment first; it is stopped only
 * when it is ours, or, where nothing was pinned, when it is under way and began after `since` (ms since 1970, by AWS's clock).
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html
 */
export async function stopDeployment(
  subject: Subject,
  state: State | undefined,
  how: Ending,
  { ask }: AwsPlace,
  since: number,
): Promise<StopReport> {
  const known = state?.arn === undefined || state.arn === "" ? subject.arn : state.arn;
  const resolved = known === "" ? await resolve(subject, state?.id ?? subject.id, ask, since) : { arn: known };
  if ("told" in resolved) return { isAccepted: false, told: resolved.told };
  const stopType = how === "rollback" ? "ROLLBACK" : "ABORT";
  const { arn } = resolved;
  const input = { serviceDeploymentArn: arn, stopType };
  const answer = await attempt(() => ask("ecs", "StopServiceDeployment", input, evenWhenCancelled));
  const what = `StopServiceDeployment(${stopType}) of ${shortName(arn)}`;
  if ("value" in answer) return { isAccepted: true, told: `${what} was accepted` };
  const why = "refused" in answer ? answer.refused : answer.fault.detail;
  return { isAccepted: false, told: `${what} was not accepted (${why})` };
}

async function resolve(
  { cluster, service, name }: Subject,
  id: string,
  ask: AwsPlace["ask"],
  since: number,
): Promise<{ arn: string } | { told: string }> {
  const answer = await attempt(() =>
    ask("ecs", "DescribeServices", { cluster, services: [service] }, evenWhenCancelled),
  );
  if (!("value" in answer)) {
    const why = "refused" in answer ? answer.refused : answer.fault.detail;
    return { told: `Nothing was stopped: ecs:DescribeServices had no answer (${why})` };
  }
  const found = readList(answer.value, "services").find((each) => readText(each, "serviceName") === name);
  const current = found === undefined ? undefined : parseService(found);
  const primary = primaryOf(current);
  const isOurs = id === "" ? isUnderWaySince(primary, since) : primary?.id === id;
  if (current === undefined || current.current === "" || !isOurs) {
    const which = id === "" ? "no deployment" : `deployment ${id} is not the one that`;
    return { told: `Nothing was stopped: ${which} is under way in service ${name}` };
  }
  return { arn: current.current };
}

/** Whether it can only be ours: an older one is somebody else's, one without a date may be. */
function isUnderWaySince(primary: ReturnType<typeof primaryOf>, since: number): boolean {
  return primary?.state === "IN_PROGRESS" && primary.createdAt !== undefined && primary.createdAt >= since;
}
