/** What to tell while a blue/green deployment waits: for a person, or for the old instances' end. Pure. */
import type { Deployment } from "./deployment.ts";

/** In Ready nothing moves until traffic is rerouted. `sinceMs` is when that was seen first, by AWS's time. */
export function describeReady(
  { id, readyAction, readyMinutes }: Deployment,
  sinceMs: number,
): { progress: string; warning: string } {
  const isStopped = readyAction !== "CONTINUE_DEPLOYMENT";
  const then = isStopped ? "it is stopped" : "it goes on by itself";
  const until =
    readyMinutes === undefined || readyMinutes <= 0
      ? ""
      : ` until about ${new Date(sinceMs + readyMinutes * 60_000).toISOString()}, then ${then}`;
  const how = `aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type READY_WAIT`;
  const deadline = until === "" ? ", or for its wait time to be over" : `,${until}`;
  return {
    progress: `Ready (READY_WAIT): waits for the traffic to be rerouted${until}`,
    warning: `Deployment ${id} is Ready (READY_WAIT): it waits for a person to reroute the traffic${deadline}. To reroute it: ${how}`,
  };
}

/** After the traffic was shifted the old ones are kept for a while; "" before. */
export function describeTermination({ isTrafficShifted, terminationMinutes }: Deployment): string {
  if (!isTrafficShifted) return "";
  const minutes = terminationMinutes === undefined ? "" : ` for ${terminationMinutes} minutes`;
  return `the traffic is shifted, the old ones are kept${minutes}`;
}
