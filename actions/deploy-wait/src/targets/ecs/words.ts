/** How a service's deployment is spoken about: names, where it stands, why it ended. Text only; nothing is decided here. */
import type { Hook, Service, ServiceDeployment } from "./snapshot.ts";
import { primaryOf } from "./snapshot.ts";
import type { State } from "./state.ts";
import { lastPart, shortName } from "./subject.ts";

/** Foreign text on one line, 300 characters at most. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** Our deployment: `deployment B (ecs-svc/2000, app:2)`. */
export function oursInWords({ arn, id, ours }: State): string {
  return `deployment ${deploymentInWords(arn, id, ours?.taskDefinition ?? "")}`;
}

/** The deployment that the service has now: `C (ecs-svc/4000, app:3)`. */
export function currentInWords(service: Service | undefined): string {
  const primary = primaryOf(service);
  return deploymentInWords(service?.current ?? "", primary?.id ?? "", primary?.taskDefinition ?? "");
}

function deploymentInWords(arn: string, id: string, taskDefinition: string): string {
  const [name = "", ...more] = [arn, id, taskDefinition === "" ? "" : lastPart(taskDefinition)]
    .map((text) => shortName(text))
    .filter((text) => text !== "");
  return oneLine(`${name}${more.length === 0 ? "" : ` (${more.join(", ")})`}`);
}

/** Where it stands, on one line. A timeout's annotation holds it. */
export function progressOf(state: State): string {
  const { deployment, ours, service, id, arn } = state;
  if (service === undefined && deployment === undefined) return "nothing visible yet";
  const parts = [deployment?.status ?? ours?.state ?? (service?.status === "ACTIVE" ? "" : (service?.status ?? ""))];
  parts.push(deployment?.stage ?? "");
  if (deployment?.weight !== undefined && deployment.stage !== "") parts.push(`${deployment.weight} % of the traffic`);
  if (ours !== undefined) {
    parts.push(`${ours.running}/${ours.desired} running`);
    if (ours.pending > 0) parts.push(`${ours.pending} pending`);
    if (ours.failed > 0) parts.push(`${ours.failed} failed`);
    const old = service?.rollouts.filter((rollout) => rollout.id !== id) ?? [];
    const left = old.reduce((sum, { running }) => sum + running, 0);
    if (left > 0) parts.push(`${left} of the old ones left`);
  } else if (id === "" && arn === "") parts.push("no new deployment yet");
  else if (deployment === undefined) parts.push(`${oursInWords(state)} is not visible yet`);
  const paused = pausedAt(deployment);
  if (paused !== undefined) parts.push(`${paused.status} at hook ${paused.id}`);
  return oneLine(parts.filter((part) => part !== "").join(", "));
}

/** The stage for the picture of the course. */
export function stageOf({ deployment, ours, service, id, health }: State): string {
  if (pausedAt(deployment) !== undefined) return "paused";
  if (deployment !== undefined && deployment.stage !== "") return deployment.stage;
  if (deployment?.status !== undefined && deployment.status !== "IN_PROGRESS") return deployment.status;
  if (ours === undefined) return "";
  if (!health.stands && ours.desired > 0) return "starting tasks";
  const isAlone = service?.rollouts.every((rollout) => rollout.id === id || rollout.running === 0) ?? false;
  return isAlone ? "finishing" : "stopping old tasks";
}

/** The hook that waits for somebody. */
export function pausedAt(deployment: ServiceDeployment | undefined): Hook | undefined {
  return deployment?.hooks.find(({ status }) => status === "AWAITING_ACTION");
}

/** What has to be done about a hook that waits. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
export function pauseWarning(deployment: ServiceDeployment, hook: Hook): string {
  const at = hook.expiresAt === undefined ? "when it expires" : `at ${new Date(hook.expiresAt).toISOString()}`;
  const otherwise = hook.timeoutAction === "" ? "ends by itself" : `does ${hook.timeoutAction} by itself`;
  const region = deployment.arn.split(":")[3] ?? "";
  const command = [
    "aws ecs continue-service-deployment",
    `--service-deployment-arn ${shellWord(deployment.arn)}`,
    `--hook-id ${shellWord(hook.id)}`,
    "--action CONTINUE",
    ...(region === "" ? [] : [`--region ${shellWord(region)}`]),
  ].join(" ");
  return `AWAITING_ACTION: deployment ${shortName(deployment.arn)} waits for somebody at hook ${oneLine(hook.id)}, and ${oneLine(otherwise)} ${at}. To go on: ${command}`;
}

function shellWord(text: string): string {
  return /^[\w:/.@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** What rolled it back or stopped it, as far as ECS tells: `the circuit breaker`, `alarm app-5xx`; "" when it does not. */
export function culpritOf(state: State): string {
  const { deployment } = state;
  const alarms = deployment?.alarms ?? [];
  if (alarms.length > 0) return oneLine(`${alarms.length === 1 ? "alarm" : "alarms"} ${alarms.join(", ")}`);
  const hooks = failedHooks(deployment);
  if (hooks.length > 0) return oneLine(`the failed lifecycle hook ${hooks.map(hookInWords).join(", ")}`);
  return tellsOfBreaker(state) ? "the circuit breaker" : "";
}

/** Whether ECS names the circuit breaker as the reason of the end of our deployment. */
export function tellsOfBreaker({ deployment, ours }: State): boolean {
  const told = [deployment?.reason ?? "", deployment?.rollbackReason ?? ""].filter((text) => text !== "");
  const texts = told.length > 0 ? told : ours?.state === "FAILED" ? [ours.reason] : [];
  return texts.some((text) => /circuit ?breaker/i.test(text));
}

const failedHooks = (deployment: ServiceDeployment | undefined): readonly Hook[] =>
  deployment?.hooks.filter(({ status }) => status === "FAILED" || status === "TIMED_OUT") ?? [];

/** `smoke (hook h1, FAILED)`: the function that is called is what people know. */
const hookInWords = ({ id, target, status }: Hook): string => {
  const called = target.slice(target.lastIndexOf(":") + 1);
  return called === "" ? `${id} (${status})` : `${called} (hook ${id}, ${status})`;
};

/** ECS's own words about the end, without empty ones and without those that say nothing new: `: a; b`, or "". */
export function reasonsOf(state: State): string {
  const { deployment, ours } = state;
  const told = [deployment?.reason ?? "", deployment?.rollbackReason ?? ""];
  const texts = told.some((text) => text !== "") ? told : [ours?.state === "FAILED" ? ours.reason : ""];
  const kept: string[] = [];
  for (const text of texts.map((each) => oneLine(each).replace(/\.$/, ""))) {
    const isNew = !kept.some((other) => other.toLowerCase().includes(text.toLowerCase()));
    if (text !== "" && isNew) kept.push(text);
  }
  return kept.length === 0 ? "" : `: ${kept.join("; ")}`;
}
