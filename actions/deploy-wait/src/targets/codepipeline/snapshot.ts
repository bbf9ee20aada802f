/** What a look at a pipeline can read and see. Types only. */
import type { Action } from "./action.ts";
import type { Execution } from "./execution.ts";
import type { Stage } from "./place.ts";

/** GetPipelineExecution, GetPipelineState, ListPipelineExecutions, ListActionExecutions. */
export type PipelineRead = "execution" | "state" | "executions" | "actions";

/** A list that AWS may refuse: `denied` is the IAM action that is missing, `fault` what went wrong. */
export type Answered<T> = { list: readonly T[] } | { denied: string } | { fault: string };

/** What one look saw: only what was read is present. */
export type PipelineSnapshot = {
  /** AWS's time, ms since 1970. */
  nowMs: number;
  /** Executions that began after this are ours when none is pinned, by AWS's time, ms since 1970. */
  startedAfterMs: number;
  reads: readonly PipelineRead[];
  execution?: Execution;
  /** The service's words when it knows no such pipeline or execution. */
  missing?: string;
  /** It will never be found: the id or the name is none. */
  isInvalid?: boolean;
  stages?: Answered<Stage>;
  executions?: Answered<Execution>;
  actions?: Answered<Action>;
};
