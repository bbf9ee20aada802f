/** Asks App Runner about a service and makes snapshots of its answers. It judges nothing. */
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { read, readText } from "@handrail/runner";
import { lookAt, refusalOf } from "../../wait/doors.ts";
import type { Look } from "../../wait/target.ts";
import type { AppRunnerRead, AppRunnerSnapshot } from "./machine.ts";
import { parseOperations } from "./operation.ts";
import type { Operation } from "./operation.ts";

/** Where, since when, and what. */
export type Place = { ask: Ask; since: number; start: number; serviceArn: string; pin: string };

/** The list is newest first: what is not on so many pages is too old. */
const MOST_PAGES = 3;

/** One look: one call, two while the operation is not visible. */
export async function readAppRunner(
  place: Place,
  reads: readonly AppRunnerRead[],
): Promise<{ look: Look<AppRunnerSnapshot>; calls: number }> {
  const { since, start, pin } = place;
  let calls = 0;
  const look = await lookAt(async (): Promise<AppRunnerSnapshot> => {
    const snapshot = { since, start };
    try {
      const operations: Operation[] = [];
      const isFound = (): boolean => pin === "" || operations.some(({ id }) => id === pin);
      for (let token: string | undefined; ;) {
        calls += 1;
        const page = await listOperations(place, token);
        if (page.operations === undefined) return operations.length > 0 ? { ...snapshot, operations } : snapshot;
        operations.push(...page.operations);
        token = page.next;
        if (token === undefined || calls === MOST_PAGES || isFound()) break;
      }
      return { ...snapshot, operations };
    } catch (error) {
      if (refusalOf(error) === "" || !(error instanceof AwsFault)) throw error;
      return { ...snapshot, missing: `${error.code}: ${error.said}` };
    }
  });
  if ("fault" in look || !reads.includes("service")) return { look, calls };
  const service = await readStatus(place);
  return { look: { snapshot: { ...look.snapshot, ...service } }, calls: calls + 1 };
}

async function listOperations(
  { ask, serviceArn }: Place,
  token: string | undefined,
): Promise<{ operations: readonly Operation[] | undefined; next: string | undefined }> {
  const input = { ServiceArn: serviceArn, MaxResults: 20, ...(token === undefined ? {} : { NextToken: token }) };
  const answer = await ask("apprunner", "ListOperations", input);
  const next = readText(answer, "NextToken");
  const isTold = Array.isArray(read(answer, "OperationSummaryList"));
  return { operations: isTold ? parseOperations(answer) : undefined, next: next === "" ? undefined : next };
}

async function readStatus({ ask, serviceArn }: Place): Promise<Partial<AppRunnerSnapshot>> {
  try {
    const answer = await ask("apprunner", "DescribeService", { ServiceArn: serviceArn });
    return { serviceStatus: readText(answer, "Service", "Status") };
  } catch (error) {
    if (!(error instanceof AwsFault)) throw error;
    return error.kind === "denied" ? { lack: `${error.action} is not allowed: the service's status is not known` } : {};
  }
}
