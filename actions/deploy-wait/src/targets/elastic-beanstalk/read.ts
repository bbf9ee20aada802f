/** Asks Elastic Beanstalk and makes snapshots of its answers: one call a look, two when events decide. It judges nothing. */
import { AwsFault } from "@handrail/aws";
import { faultOf, lookAt } from "../../wait/doors.ts";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import type { Look, Wanted } from "../../wait/target.ts";
import { readEnvironment, readHappenings } from "./environment.ts";
import type { Read, Snapshot, State } from "./state.ts";

/** What began so long before `startedAt` is still ours, ms. */
const SLACK_MS = 60_000;
/** Errors so long before it are: a job that failed and is run again would find those of its first attempt, ms. */
const ERROR_SLACK_MS = 5000;

/** `startedAt` by AWS's clock, ms since 1970. */
function startOf({ startedAt, clock }: Pick<Doors, "startedAt" | "clock">, place: AwsPlace): number {
  return startedAt + (place.serverNow() - clock.now());
}

/** Since when events are ours: AWS's time, ms since 1970. */
export function eventsSince(doors: Doors, place: AwsPlace): number {
  return startOf(doors, place) - ERROR_SLACK_MS;
}

/** How the environment is named to the service: by its id, once that is known. */
export function naming(
  name: string,
  state: State | undefined,
): { EnvironmentId: string } | { EnvironmentName: string } {
  return state === undefined || state.id === "" ? { EnvironmentName: name } : { EnvironmentId: state.id };
}

/** One look at the environment. */
export async function readEnvironmentLook(
  name: string,
  { state, reads }: Wanted<State, Read>,
  doors: Doors,
  place: AwsPlace,
): Promise<{ look: Look<Snapshot>; calls: number }> {
  const id = state?.id ?? "";
  const input = id === "" ? { EnvironmentNames: [name] } : { EnvironmentIds: [id] };
  const look = await lookAt(async (): Promise<Snapshot> => {
    const environment = readEnvironment(await place.ask("elastic-beanstalk", "DescribeEnvironments", input));
    return { environment, floor: startOf(doors, place) - SLACK_MS };
  });
  if ("fault" in look || !reads.includes("events")) return { look, calls: 1 };
  const events = await readEvents(name, state, doors, place);
  return { look: { snapshot: { ...look.snapshot, events } }, calls: 2 };
}

async function readEvents(
  name: string,
  state: State | undefined,
  doors: Doors,
  place: AwsPlace,
): Promise<NonNullable<Snapshot["events"]>> {
  const since = eventsSince(doors, place);
  const input = { ...naming(name, state), StartTime: new Date(since), MaxRecords: 50 };
  try {
    return { list: readHappenings(await place.ask("elastic-beanstalk", "DescribeEvents", input), since) };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    const detail = faultOf(error)?.detail ?? `${error.code}: ${error.said}`;
    return { list: [], warning: `${error.action} had no answer (${detail})` };
  }
}
