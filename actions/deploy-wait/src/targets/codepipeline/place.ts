/** Where an execution stands in its pipeline, by GetPipelineState: the stage, and what it waits for. Pure. */
import { read, readList, readText } from "@handrail/runner";
import { cutLine } from "../../line.ts";

type StageAction = { name: string; status: string; token: string; url: string };

/** A stage of the pipeline; whose execution is in it, and whose wait to enter it. */
export type Stage = {
  name: string;
  /** The execution that is or was in it last. */
  id: string;
  status: string;
  waiting: readonly string[];
  isOpen: boolean;
  closedBy: string;
  closedWhy: string;
  actions: readonly StageAction[];
};

/** Where our execution stands. */
export type Place = {
  stage: string;
  /** The stage's status; "" while the execution waits to enter it. */
  status: string;
  /** The execution is in its last stage. */
  isLast: boolean;
  isWaiting: boolean;
  /** The action that waits for a person. */
  approval?: { action: string; url: string };
  /** The transition into the stage is disabled: by whom, and why. */
  closed?: { by: string; why: string };
  /** Actions that run: `Deploy`. */
  running: readonly string[];
};

/** The stages in an answer of GetPipelineState. */
export function parseStages(answer: unknown): Stage[] {
  return readList(answer, "stageStates").map((stage) => {
    const transition = read(stage, "inboundTransitionState");
    const inbound = [read(stage, "inboundExecution"), ...readList(stage, "inboundExecutions")];
    return {
      name: readText(stage, "stageName"),
      id: readText(stage, "latestExecution", "pipelineExecutionId"),
      status: readText(stage, "latestExecution", "status"),
      waiting: inbound.map((execution) => readText(execution, "pipelineExecutionId")).filter((id) => id !== ""),
      isOpen: read(transition, "enabled") !== false,
      closedBy: cutLine(readText(transition, "lastChangedBy"), 200),
      closedWhy: cutLine(readText(transition, "disabledReason"), 200),
      actions: readList(stage, "actionStates").map(parseAction),
    };
  });
}

function parseAction(action: unknown): StageAction {
  const latest = read(action, "latestExecution");
  return {
    name: readText(action, "actionName"),
    status: readText(latest, "status"),
    token: readText(latest, "token"),
    url: readText(latest, "externalExecutionUrl") || readText(action, "entityUrl"),
  };
}

/** Where the execution stands; undefined when the stages do not show it. Other executions are never looked at. */
export function placeOf(stages: readonly Stage[], id: string): Place | undefined {
  const last = stages.at(-1);
  const isOurs = (stage: Stage): boolean =>
    stage.id === id || (stage.id === "" && stage.actions.some(isWaitingForPerson));
  const current =
    stages.find((stage) => isOurs(stage) && (stage.status === "InProgress" || stage.id === "")) ??
    stages.find(({ waiting }) => waiting.includes(id)) ??
    stages.findLast((stage) => stage.id === id);
  if (current === undefined) return undefined;
  const isWaiting = !isOurs(current) || (current.status !== "InProgress" && current.waiting.includes(id));
  const approval = isWaiting ? undefined : current.actions.find(isWaitingForPerson);
  const running = isWaiting ? [] : current.actions.filter(({ status }) => status === "InProgress");
  return {
    stage: current.name,
    status: isWaiting ? "" : current.status,
    isLast: current === last && !isWaiting,
    isWaiting,
    running: running.map(({ name }) => name),
    ...(approval === undefined ? {} : { approval: { action: approval.name, url: approval.url } }),
    ...(isWaiting && !current.isOpen ? { closed: { by: current.closedBy, why: current.closedWhy } } : {}),
  };
}

/** Only an open approval has a token. https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionExecution.html */
function isWaitingForPerson({ status, token }: StageAction): boolean {
  return status === "InProgress" && token !== "";
}

/** Whether the execution is under way there, as far as the stages know. */
export function isUnderWay({ isWaiting, status, approval }: Place): boolean {
  return isWaiting || status === "InProgress" || approval !== undefined;
}

/** Whether somebody has to do something before it goes on. */
export function isBlocked({ approval, closed }: Place): boolean {
  return approval !== undefined || closed !== undefined;
}

/** `stage Prod: waits at the disabled transition (freeze)`. */
export function describePlace({ stage, status, isWaiting, approval, closed, running }: Place): string {
  if (approval !== undefined) return `stage ${stage}: waits for the approval of action ${approval.action}`;
  if (closed !== undefined) {
    const why = closed.why === "" ? "" : ` (${closed.why})`;
    return `waits: the transition into stage ${stage} is disabled${why}`;
  }
  if (isWaiting) return `waits to enter stage ${stage}`;
  return running.length === 0 ? `stage ${stage} ${status}` : `stage ${stage}: ${running.join(", ")} in progress`;
}

/** What a person has to know; undefined when nobody has to do anything. */
export function warningOf({ stage, approval, closed }: Place, page: string): string | undefined {
  if (approval !== undefined) {
    const where = [approval.url, page].find((url) => url !== "");
    const link = where === undefined ? "" : `: ${where}`;
    return `Stage ${stage}, action ${approval.action} waits for a person's approval${link}`;
  }
  if (closed === undefined) return undefined;
  const by = closed.by === "" ? "" : ` by ${closed.by}`;
  const why = closed.why === "" ? "" : ` (${closed.why})`;
  return `The transition into stage ${stage} is disabled${by}${why}: the execution waits until it is enabled`;
}
