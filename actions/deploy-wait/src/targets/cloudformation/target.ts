/** The target `cloudformation`: puts machine, reader, diagnosis and stopping together. It decides nothing itself. */
import { AwsFault } from "@handrail/aws";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { StopReport, Target } from "../../wait/target.ts";
import { diagnoseStack } from "./diagnose.ts";
import { next } from "./machine.ts";
import { readStackLook } from "./read.ts";
import { oneLine } from "./stack.ts";
import type { Read, Snapshot, State } from "./state.ts";

/** What is waited for. */
export type CloudformationSettings = {
  /** Name, id or ARN of the stack. An ARN also names the Region. */
  stack: string;
};

/** Creates the target. Asks nothing yet. */
export function createCloudformationTarget({ stack }: CloudformationSettings, doors: Doors): Target {
  const open = (): Promise<AwsPlace> => doors.aws(regionOf(stack));
  return defineTarget<Snapshot, State, Read>({
    kind: "cloudformation",
    items: [{ id: stack, label: `stack ${nameOf(stack)}` }],
    first: ["stack"],
    next,
    async read(wanted) {
      const place = await open();
      const looks = new Map<string, Awaited<ReturnType<typeof readStackLook>>["look"]>();
      let calls = 0;
      for (const each of wanted) {
        const read = await readStackLook(stack, each, doors, place);
        looks.set(each.item.id, read.look);
        calls += read.calls;
      }
      return { looks, calls };
    },
    diagnose: async (_, state, verdict) => diagnoseStack(stack, state, verdict, await open()),
    stop: async (_, state) => cancelUpdate(stack, state, await open()),
    prepare: async () => (await open()).load("cloudformation"),
  });
}

/**
 * Cancels the update, which rolls it back: CloudFormation knows no other way to stop one. Nothing but an update can be
 * cancelled. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CancelUpdateStack.html
 */
async function cancelUpdate(name: string, state: State | undefined, place: AwsPlace): Promise<StopReport> {
  const status = state?.status ?? "";
  if (status !== "" && status !== "UPDATE_IN_PROGRESS") {
    const told = `CloudFormation can cancel nothing but an update in progress; the stack is ${status}`;
    return { isAccepted: false, told };
  }
  const StackName = state === undefined || state.stackId === "" ? name : state.stackId;
  try {
    await place.ask("cloudformation", "CancelUpdateStack", { StackName }, { evenWhenCancelled: true });
    return { isAccepted: true, told: "CancelUpdateStack was accepted: CloudFormation rolls the update back" };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    return { isAccepted: false, told: `CancelUpdateStack was not accepted: ${oneLine(`${error.code} ${error.said}`)}` };
  }
}

const arn = /^arn:aws[a-z-]*:cloudformation:([a-z0-9-]+):\d*:stack\/([^/]+)/;

function regionOf(stack: string): string | undefined {
  return arn.exec(stack)?.[1];
}

function nameOf(stack: string): string {
  return arn.exec(stack)?.[2] ?? stack;
}
