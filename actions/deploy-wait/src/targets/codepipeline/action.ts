/** What the actions of an execution came to, by ListActionExecutions. Pure. */
import { read, readList, readText, readTime } from "@handrail/runner";
import { cutLine } from "../../line.ts";

/** One run of an action; texts that the answer does not hold are "". */
export type Action = {
  stage: string;
  name: string;
  status: string;
  /** Approval, Build, Deploy, … */
  category: string;
  /** CodeBuild, CodeDeploy, ECS, Manual, … */
  provider: string;
  /** `JobFailed: Build terminated with state: FAILED`. */
  error: string;
  summary: string;
  /** What the provider calls it: a build's id, a deployment's id. */
  externalId: string;
  externalUrl: string;
  logStreamArn: string;
  updatedMs: number | undefined;
};

/** The runs of this execution's actions, the newest first. */
export function parseActions(answer: unknown, executionId: string): Action[] {
  return readList(answer, "actionExecutionDetails")
    .filter((detail) => ["", executionId].includes(readText(detail, "pipelineExecutionId")))
    .map((detail) => {
      const result = read(detail, "output", "executionResult");
      const code = readText(result, "errorDetails", "code");
      const message = readText(result, "errorDetails", "message");
      return {
        stage: readText(detail, "stageName"),
        name: readText(detail, "actionName"),
        status: readText(detail, "status"),
        category: readText(detail, "input", "actionTypeId", "category"),
        provider: readText(detail, "input", "actionTypeId", "provider"),
        error: cutLine([code, message].filter((text) => text !== "").join(": "), 300),
        summary: cutLine(readText(result, "externalExecutionSummary"), 300),
        externalId: readText(result, "externalExecutionId"),
        externalUrl: readText(result, "externalExecutionUrl"),
        logStreamArn: readText(result, "logStreamARN"),
        updatedMs: readTime(detail, "lastUpdateTime"),
      };
    });
}

/** The actions that failed and were not tried again since, the first failure first. */
export function failedActions(actions: readonly Action[]): Action[] {
  const latest = new Map<string, Action>();
  for (const action of actions) {
    const key = `${action.stage}\n${action.name}`;
    const known = latest.get(key);
    if (known === undefined || (action.updatedMs ?? 0) > (known.updatedMs ?? 0)) latest.set(key, action);
  }
  return [...latest.values()]
    .filter(({ status }) => status === "Failed")
    .reverse()
    .sort((one, other) => (one.updatedMs ?? 0) - (other.updatedMs ?? 0));
}

/** A person said no. An approval that was not answered in time fails without these words. */
export function isRejection({ category, summary }: Action): boolean {
  return (category === "Approval" || category === "") && /^rejected\b/i.test(summary);
}

/** `stage Build, action Compile: JobFailed: Build terminated with state: FAILED`. */
export function describeAction({ stage, name, error, summary }: Action): string {
  const said = [error, summary].filter((text, at, all) => text !== "" && all.indexOf(text) === at);
  const why = said.length === 0 ? "failed" : said.join("; ");
  return cutLine(`stage ${stage}, action ${name}: ${why}`, 400);
}
