/**
 * A stack as CloudFormation shows it: what its statuses mean, and what is read of an answer. Pure; it decides nothing.
 */
import { read, readList, readText, readTime } from "@handrail/runner";

/** What is done to a stack. A stack has one operation at a time. */
export type OperationKind = "CREATE" | "UPDATE" | "IMPORT" | "DELETE";

/**
 * What a status says. `moving`: under way. `tidying`: all is new and good, what is old is being removed. `reviewing`: a change
 * set waits, nothing was begun. `deleted`: gone.
 */
export type Phase =
  | "moving"
  | "tidying"
  | "good"
  | "rolling-back"
  | "rolled-back"
  | "rollback-failed"
  | "failed"
  | "deleted"
  | "reviewing";

/** A status: of which operation, and how far. */
export type Meaning = { kind: OperationKind; phase: Phase };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const meanings: Readonly<Record<string, Meaning>> = {
  REVIEW_IN_PROGRESS: { kind: "CREATE", phase: "reviewing" },
  CREATE_IN_PROGRESS: { kind: "CREATE", phase: "moving" },
  CREATE_COMPLETE: { kind: "CREATE", phase: "good" },
  CREATE_FAILED: { kind: "CREATE", phase: "failed" },
  ROLLBACK_IN_PROGRESS: { kind: "CREATE", phase: "rolling-back" },
  ROLLBACK_COMPLETE: { kind: "CREATE", phase: "rolled-back" },
  ROLLBACK_FAILED: { kind: "CREATE", phase: "rollback-failed" },
  UPDATE_IN_PROGRESS: { kind: "UPDATE", phase: "moving" },
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: { kind: "UPDATE", phase: "tidying" },
  UPDATE_COMPLETE: { kind: "UPDATE", phase: "good" },
  UPDATE_FAILED: { kind: "UPDATE", phase: "failed" },
  UPDATE_ROLLBACK_IN_PROGRESS: { kind: "UPDATE", phase: "rolling-back" },
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: { kind: "UPDATE", phase: "rolling-back" },
  UPDATE_ROLLBACK_COMPLETE: { kind: "UPDATE", phase: "rolled-back" },
  UPDATE_ROLLBACK_FAILED: { kind: "UPDATE", phase: "rollback-failed" },
  IMPORT_IN_PROGRESS: { kind: "IMPORT", phase: "moving" },
  IMPORT_COMPLETE: { kind: "IMPORT", phase: "good" },
  IMPORT_ROLLBACK_IN_PROGRESS: { kind: "IMPORT", phase: "rolling-back" },
  IMPORT_ROLLBACK_COMPLETE: { kind: "IMPORT", phase: "rolled-back" },
  IMPORT_ROLLBACK_FAILED: { kind: "IMPORT", phase: "rollback-failed" },
  DELETE_IN_PROGRESS: { kind: "DELETE", phase: "moving" },
  DELETE_COMPLETE: { kind: "DELETE", phase: "deleted" },
  DELETE_FAILED: { kind: "DELETE", phase: "failed" },
};

/** What a status says; undefined for one that is not known. */
export function meaningOf(status: string): Meaning | undefined {
  return Object.hasOwn(meanings, status) ? meanings[status] : undefined;
}

/** Whether the operation has not ended yet, its way back included. */
export function isUnderWay(phase: Phase): boolean {
  return phase === "moving" || phase === "tidying" || phase === "rolling-back";
}

/** A stack. Times are AWS's, ms since 1970; absent when the answer has none. */
export type Stack = {
  id: string;
  status: string;
  /** CloudFormation's words about the status, one line. */
  reason: string;
  /** All resources are configured, some are settling: the end is near. */
  isSettling: boolean;
  createdAt?: number;
  /** When its newest operation began. */
  begunAt?: number;
};

/** The first stack of an answer of DescribeStacks; undefined when there is none with a status. */
export function readStack(answer: unknown): Stack | undefined {
  const [found] = readList(answer, "Stacks");
  const status = readText(found, "StackStatus");
  if (status === "") return undefined;
  const createdAt = readTime(found, "CreationTime");
  const times = [createdAt, readTime(found, "LastUpdatedTime"), readTime(found, "DeletionTime")];
  const known = times.filter((time) => time !== undefined);
  return {
    id: readText(found, "StackId"),
    status,
    reason: oneLine(readText(found, "StackStatusReason")),
    isSettling: readText(found, "DetailedStatus") === "CONFIGURATION_COMPLETE",
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(known.length === 0 ? {} : { begunAt: Math.max(...known) }),
  };
}

/** A change of the stack's own status. */
export type Moment = { at: number; status: string };

/** The changes of the stack's own status among the events of DescribeStackEvents, oldest first. */
export function readMoments(answer: unknown): Moment[] {
  const moments: Moment[] = [];
  for (const event of readList(answer, "StackEvents")) {
    const at = readTime(event, "Timestamp");
    const status = readText(event, "ResourceStatus");
    const isOwn =
      readText(event, "ResourceType") === "AWS::CloudFormation::Stack" &&
      read(event, "PhysicalResourceId") === read(event, "StackId");
    if (isOwn && at !== undefined && status !== "") moments.push({ at, status });
  }
  // The service answers newest first; of two within a millisecond the later one in the list is older.
  return moments.reverse().sort((a, b) => a.at - b.at);
}

/** Text from outside on one line, 300 characters at most. */
export function oneLine(text: string): string {
  return text.slice(0, 2000).replaceAll(/\s+/g, " ").trim().slice(0, 300).toWellFormed();
}
