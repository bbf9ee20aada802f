/** What is asked after a bad end, and of which ends nothing has to be asked. The asking itself is in diagnose.ts. */
import type { AwsPlace } from "../../wait/doors.ts";
import type { Diagnosis, Result, Verdict } from "../../wait/verdict.ts";
import { diagnoseService } from "./diagnose.ts";
import { linksOf } from "./proof.ts";
import type { State } from "./state.ts";

/** Tasks that were read so lately are not read again, ms. */
const FRESH_MS = 15_000;

/** Ends that are not about what the tasks did. */
const untold: ReadonlySet<Result> = new Set([
  "superseded",
  "not-found",
  "access-denied",
  "credentials-expired",
  "cancelled",
]);

/** Why it ended so, beyond what the state tells. */
export async function explain(state: State, { result }: Verdict, { ask, region }: AwsPlace): Promise<Diagnosis> {
  const { subject, service, id, arn, ours, tasks, tasksAt, at } = state;
  if (untold.has(result) || service === undefined) return { causes: [], links: linksOf(state, region) };
  const isFresh = tasks !== undefined && "stopped" in tasks && tasksAt !== undefined && at - tasksAt <= FRESH_MS;
  return diagnoseService({
    ask,
    region,
    cluster: subject.cluster,
    service: subject.name,
    loadBalancers: service.loadBalancers,
    events: eventsOf(state),
    ...(id === "" ? {} : { deploymentId: id }),
    ...(arn === "" ? {} : { serviceDeploymentArn: arn }),
    ...(ours === undefined ? {} : { taskDefinition: ours.taskDefinition }),
    ...(isFresh ? { stoppedTasks: tasks.stopped } : {}),
  });
}

/** The messages since our deployment began; those without a time count. */
function eventsOf({ service, ours, since }: State): readonly string[] {
  const begin = ours?.createdAt ?? since;
  const events = service?.events ?? [];
  return events.filter(({ createdAt }) => createdAt === undefined || createdAt >= begin).map(({ message }) => message);
}
