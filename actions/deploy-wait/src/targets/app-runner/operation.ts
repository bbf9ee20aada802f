/** What App Runner answers about the operations of a service, as types of ours. Parsing only; nothing here decides. */
import { readList, readText, readTime } from "@handrail/runner";

/** An operation: a deployment, an update, a creation, … */
export type Operation = {
  id: string;
  /** CREATE_SERVICE, START_DEPLOYMENT, UPDATE_SERVICE, RESUME_SERVICE, PAUSE_SERVICE, DELETE_SERVICE. */
  type: string;
  /** PENDING, IN_PROGRESS, SUCCEEDED, FAILED, ROLLBACK_IN_PROGRESS, ROLLBACK_SUCCEEDED, ROLLBACK_FAILED. */
  status: string;
  /** Ms since 1970. */
  startedAt: number | undefined;
};

/** Parses ListOperations. */
export function parseOperations(answer: unknown): Operation[] {
  return readList(answer, "OperationSummaryList").map((each) => ({
    id: readText(each, "Id"),
    type: readText(each, "Type"),
    status: readText(each, "Status"),
    startedAt: readTime(each, "StartedAt"),
  }));
}

/** Whether the operation may be what a workflow waits for: one that deploys. Types that are new count. */
export function isDeploying({ type }: Operation): boolean {
  return type !== "PAUSE_SERVICE" && type !== "DELETE_SERVICE";
}

/** Whether the operation goes on. */
export function isUnderWay({ status }: Operation): boolean {
  return status === "PENDING" || status === "IN_PROGRESS";
}

/** Name and id of the service, of its ARN: `arn:aws:apprunner:<region>:<account>:service/<name>/<id>`. */
export function serviceOf(arn: string): { name: string; id: string } {
  const [, name = "", id = ""] = /:service\/([^/]+)(?:\/([^/]+))?$/.exec(arn) ?? [];
  return { name: name === "" ? arn : name, id };
}
