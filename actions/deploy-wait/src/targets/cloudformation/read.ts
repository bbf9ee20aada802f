/** Asks CloudFormation and makes snapshots of its answers: one call a look. It judges nothing. */
import { AwsFault } from "@handrail/aws";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { faultOf, lookAt } from "../../wait/doors.ts";
import type { Look, Wanted } from "../../wait/target.ts";
import { readMoments, readStack } from "./stack.ts";
import type { Read, Snapshot, State } from "./state.ts";

/** What began so long before `startedAt` is still ours, ms. */
const SLACK_MS = 60_000;

/** The instant, by AWS's clock, before which nothing is ours: ms since 1970. */
export function floorOf({ startedAt, clock }: Pick<Doors, "startedAt" | "clock">, place: AwsPlace): number {
  return startedAt + (place.serverNow() - clock.now()) - SLACK_MS;
}

/** Whether CloudFormation says that there is no such stack; its code is the one for everything that is not valid. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof AwsFault &&
    error.kind === "refused" &&
    /does not exist|NotFound/i.test(`${error.code} ${error.said}`)
  );
}

/** One look at the stack: by its id, once that is pinned. */
export async function readStackLook(
  name: string,
  { state, reads }: Wanted<State, Read>,
  doors: Doors,
  place: AwsPlace,
): Promise<{ look: Look<Snapshot>; calls: number }> {
  const StackName = state === undefined || state.stackId === "" ? name : state.stackId;
  const look = await lookAt(() => describe(StackName, doors, place));
  if ("fault" in look || !reads.includes("history")) return { look, calls: 1 };
  const history = await readHistory(StackName, place);
  return { look: { snapshot: { ...look.snapshot, history } }, calls: 2 };
}

async function describe(StackName: string, doors: Doors, place: AwsPlace): Promise<Snapshot> {
  try {
    const stack = readStack(await place.ask("cloudformation", "DescribeStacks", { StackName }));
    return { stack, floor: floorOf(doors, place) };
  } catch (error) {
    if (isMissing(error)) return { stack: "missing", floor: floorOf(doors, place) };
    throw error;
  }
}

async function readHistory(StackName: string, place: AwsPlace): Promise<NonNullable<Snapshot["history"]>> {
  try {
    return { moments: readMoments(await place.ask("cloudformation", "DescribeStackEvents", { StackName })) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined && !(error instanceof AwsFault)) throw error;
    const detail = fault?.detail ?? "refused";
    return { moments: [], warning: `cloudformation:DescribeStackEvents had no answer (${detail})` };
  }
}
