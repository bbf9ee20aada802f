/** Executions of a pipeline as GetPipelineExecution and ListPipelineExecutions tell them. Pure. */
import { read, readList, readText, readTime } from "@handrail/runner";
import { cutLine } from "../../line.ts";

/** What a source action fetched. `name` is the action's in a listing, the artifact's in an execution. */
export type Revision = { name: string; id: string; summary: string };

/** An execution; texts that the answer does not hold are "". */
export type Execution = {
  id: string;
  /** InProgress, Stopping, Stopped, Succeeded, Failed, Superseded, Cancelled, or what the future brings. */
  status: string;
  /** The service's words about the status. */
  summary: string;
  revisions: readonly Revision[];
  /** It puts an older revision back. */
  isRollback: boolean;
  /** StartPipelineExecution, Webhook, AutomatedRollback, … */
  trigger: string;
  triggerDetail: string;
  /** Only in a listing: when it began, ms since 1970. */
  startMs: number | undefined;
  /** Only in a listing: what was said when it was stopped. */
  stopReason: string;
};

/** The execution in an answer of GetPipelineExecution. */
export function parseExecution(answer: unknown): Execution | undefined {
  const execution = read(answer, "pipelineExecution");
  return execution === undefined ? undefined : parse(execution, "artifactRevisions", "name");
}

/** The executions in an answer of ListPipelineExecutions, the newest first. */
export function parseExecutions(answer: unknown): Execution[] {
  return readList(answer, "pipelineExecutionSummaries")
    .map((summary) => parse(summary, "sourceRevisions", "actionName"))
    .filter(({ id }) => id !== "");
}

function parse(value: unknown, revisions: string, name: string): Execution {
  const trigger = readText(value, "trigger", "triggerType");
  return {
    id: readText(value, "pipelineExecutionId"),
    status: readText(value, "status"),
    summary: cutLine(readText(value, "statusSummary"), 300),
    revisions: readList(value, revisions)
      .map((revision) => ({
        name: readText(revision, name),
        id: readText(revision, "revisionId"),
        summary: cutLine(readText(revision, "revisionSummary"), 80),
      }))
      .filter(({ id }) => id !== ""),
    isRollback: readText(value, "executionType") === "ROLLBACK" || trigger.endsWith("Rollback"),
    trigger,
    triggerDetail: readText(value, "trigger", "triggerDetail"),
    startMs: readTime(value, "startTime"),
    stopReason: cutLine(readText(value, "stopTrigger", "reason"), 300),
  };
}

/** `e2 (revision 1a2b3c4d "Fix the door")`. */
export function describeExecution({ id, revisions }: Pick<Execution, "id" | "revisions">): string {
  const [first] = revisions;
  if (first === undefined) return id;
  const title = first.summary === "" ? "" : ` "${first.summary}"`;
  return `${id} (revision ${first.id.slice(0, 12)}${title})`;
}
