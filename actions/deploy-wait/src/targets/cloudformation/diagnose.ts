/**
 * Why an operation failed: the resources that failed first, one level of nested stacks down. Six calls at most. It asks the
 * events by operation first, and the stack's events when those are denied, refused or empty.
 */
import { AwsFault } from "@handrail/aws";
import { readList, readText, readTime } from "@handrail/runner";
import type { AwsPlace } from "../../wait/doors.ts";
import type { Diagnosis, Verdict } from "../../wait/verdict.ts";
import { isGood } from "../../wait/verdict.ts";
import { oneLine } from "./stack.ts";
import type { State } from "./state.ts";

/** A resource that failed. `at` is absent when the answer has no time. */
type FailedResource = { name: string; type: string; id: string; status: string; reason: string; at?: number };

/** An event may carry a time a little before the one of its operation, ms. */
const EARLY_MS = 2000;
/** Pages of the stack's events that are read, newest first: the first failure of a large stack is far back. */
const MAX_PAGES = 2;
const MAX_CAUSES = 3;
const NESTED = "AWS::CloudFormation::Stack";

/** What was cancelled because something else failed; only the latter is a cause. */
const NOISE = /^(?:resource )?(?:creation|update|deletion) (?:was )?cancell?ed\b/i;

/** Asks why. Never rejects because something cannot be asked. */
export async function diagnoseStack(name: string, state: State, verdict: Verdict, place: AwsPlace): Promise<Diagnosis> {
  const links = [consoleLink(state.stackId === "" ? name : state.stackId, place.region)].filter(
    (link) => link !== undefined,
  );
  const facts = { status: state.status, ...(state.stackId === "" ? {} : { stackId: state.stackId }) };
  if (isGood(verdict.result) || state.operation === undefined) return { causes: [], links, facts };
  const since = state.operation.begunAt;
  const missing = new Set<string>();
  const failed = await failedResources(state.stackId === "" ? name : state.stackId, since, place, missing);
  const nested = failed.find(({ type, id }) => type === NESTED && id.startsWith("arn:"));
  const deeper = nested === undefined ? [] : await failedResources(nested.id, since, place, missing);
  const told = nested === undefined ? [] : deeper.map((each) => describe(each, `${nested.name}/`));
  const causes = [...told, ...failed.map((each) => describe(each, ""))].slice(0, MAX_CAUSES);
  return { causes, links, facts, ...(missing.size === 0 ? {} : { missingPermissions: [...missing] }) };
}

function describe({ name, type, status, reason }: FailedResource, prefix: string): string {
  const what = [`${prefix}${name}`, type === "" ? "" : `(${type})`, status].filter((part) => part !== "").join(" ");
  return oneLine(reason === "" ? what : `${what}: ${reason}`);
}

/** The resources that failed, the first one first. */
async function failedResources(
  StackName: string,
  since: number | undefined,
  place: AwsPlace,
  missing: Set<string>,
): Promise<FailedResource[]> {
  const input = { StackName, Filters: { FailedEvents: true } };
  const answer = await askAnyway(place, "DescribeEvents", input, missing);
  const found = inOrder(readList(answer, "OperationEvents"), since);
  if (found.length > 0) return found;
  const events: unknown[] = [];
  let NextToken = "";
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const more: unknown = await askAnyway(
      place,
      "DescribeStackEvents",
      { StackName, ...(NextToken === "" ? {} : { NextToken }) },
      missing,
    );
    events.push(...readList(more, "StackEvents"));
    NextToken = readText(more, "NextToken");
    const oldest = readTime(events.at(-1), "Timestamp");
    if (NextToken === "" || (since !== undefined && oldest !== undefined && oldest < since)) break;
  }
  return inOrder(events, since);
}

async function askAnyway(
  place: AwsPlace,
  operation: "DescribeEvents" | "DescribeStackEvents",
  input: Readonly<Record<string, unknown>>,
  missing: Set<string>,
): Promise<unknown> {
  try {
    return await place.ask("cloudformation", operation, input);
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    if (error.kind === "denied") missing.add(error.action);
    return undefined;
  }
}

/** The failures among events (newest first, as the service answers), the oldest first, without what only followed. */
function inOrder(events: readonly unknown[], since: number | undefined): FailedResource[] {
  const all = events.map(readFailure).filter((each) => each !== undefined);
  const ours = all.filter(({ at }) => since === undefined || at === undefined || at >= since - EARLY_MS);
  return ours.reverse().sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

function readFailure(event: unknown): FailedResource | undefined {
  const id = readText(event, "PhysicalResourceId");
  const hook = readText(event, "HookStatusReason");
  const validation = readText(event, "ValidationStatusReason");
  const reason = readText(event, "ResourceStatusReason") || hook || validation;
  const isHook = readText(event, "HookStatus").endsWith("FAILED") && readText(event, "HookFailureMode") !== "WARN";
  const isInvalid =
    readText(event, "ValidationStatus") === "FAILED" && readText(event, "ValidationFailureMode") !== "WARN";
  const status = readText(event, "ResourceStatus");
  const isOwn = id !== "" && id === readText(event, "StackId");
  const type = readText(event, "EventType");
  const isFailure = status.endsWith("_FAILED") || isHook || isInvalid || (status === "" && type.endsWith("_ERROR"));
  if (!isFailure || isOwn || NOISE.test(reason)) return undefined;
  const at = readTime(event, "Timestamp") ?? readTime(event, "StartTime");
  const name = readText(event, "LogicalResourceId") || readText(event, "HookType") || readText(event, "ValidationName");
  return {
    name: oneLine(name),
    type: oneLine(readText(event, "ResourceType")),
    id,
    status: status || readText(event, "HookStatus") || type,
    reason: oneLine(reason),
    ...(at === undefined ? {} : { at }),
  };
}

function consoleLink(stackId: string, region: string): { title: string; url: string } | undefined {
  if (region === "") return undefined;
  const page = stackId.startsWith("arn:") ? `stacks/events?stackId=${encodeURIComponent(stackId)}` : "stacks";
  return {
    title: "Events of the stack",
    url: `https://${region}.console.aws.amazon.com/cloudformation/home?region=${region}#/${page}`,
  };
}
