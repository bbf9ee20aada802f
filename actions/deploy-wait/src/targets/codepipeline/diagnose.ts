/** Why an execution ended so, down to the build or the deployment that an action started. At most eight calls. */
import type { Ask } from "@handrail/aws";
import type { Clock } from "@handrail/runner";
import type { Diagnosis, Link, Verdict } from "../../wait/verdict.ts";
import { answerOf, askMaybe, lackOf } from "../asking.ts";
import { describeEnd, findBuild } from "../codebuild/build.ts";
import { diagnoseBuild, tailOfLog } from "../codebuild/diagnose.ts";
import { parseDeployment } from "../codedeploy/deployment.ts";
import { diagnoseDeployment } from "../codedeploy/diagnose.ts";
import { failedActions, isRejection } from "./action.ts";
import type { Action } from "./action.ts";
import { describeRollback } from "./endings.ts";
import { parseExecution } from "./execution.ts";
import { rollbackOf } from "./lineage.ts";
import { listExecutions } from "./read.ts";
import type { PipelineState } from "./state.ts";

/** Failed actions whose builds and deployments are asked: three calls each. */
const MOST_ACTIONS = 2;
/** Who stopped an execution is told when it has stopped; the verdict is older. So often, and so long between, it is asked. */
const STOP_ASKS = 7;
const STOP_PAUSE_MS = 2500;

/** Asks why. */
export async function diagnoseExecution(
  ask: Ask,
  clock: Clock,
  pipeline: string,
  state: PipelineState,
  { result }: Verdict,
): Promise<Diagnosis> {
  if (result === "stopped") return { causes: await whoStopped(ask, clock, pipeline, state) };
  const failed = failedActions(state.actions ?? []).filter((action) => !isRejection(action));
  const found = await Promise.all(failed.slice(0, MOST_ACTIONS).map((action) => diagnoseAction(ask, action)));
  const late = result === "failed" ? await lateRollback(ask, pipeline, state) : [];
  return {
    causes: [...found.flatMap(({ causes }) => causes), ...late],
    logLines: found.find(({ logLines = [] }) => logLines.length > 0)?.logLines ?? [],
    links: [...failed.flatMap(linkOf), ...found.flatMap(({ links = [] }) => links)],
    missingPermissions: [...new Set(found.flatMap(({ missingPermissions = [] }) => missingPermissions))],
  };
}

function linkOf({ stage, name, externalUrl: url }: Action): Link[] {
  return url === "" ? [] : [{ title: `stage ${stage}, action ${name}`, url }];
}

async function diagnoseAction(ask: Ask, action: Action): Promise<Diagnosis> {
  const { provider, externalId } = action;
  // Where the provider is not told, the shape of its id does.
  if (provider === "CodeBuild" || (provider === "" && /^[^:/]+:[^:/]+$/.test(externalId)))
    return build(ask, externalId);
  if (provider.startsWith("CodeDeploy") || (provider === "" && externalId.startsWith("d-"))) {
    return deployment(ask, externalId);
  }
  const log = /:log-group:([^:]+):log-stream:(.+)$/.exec(action.logStreamArn);
  if (log === null) return { causes: [] };
  const { lines, missingPermissions } = await tailOfLog(ask, log[1] ?? "", log[2] ?? "");
  return { causes: [], logLines: lines, missingPermissions };
}

async function build(ask: Ask, id: string): Promise<Diagnosis> {
  if (id === "") return { causes: [] };
  const got = await askMaybe(() => ask("codebuild", "BatchGetBuilds", { ids: [id] }));
  const found = findBuild(answerOf(got), id);
  if (found === undefined) return { causes: [], missingPermissions: lackOf(got) };
  const { causes, ...rest } = await diagnoseBuild(ask, found);
  const [, ...others] = causes;
  return { ...rest, causes: [`build ${id} ${describeEnd(found)}`, ...others] };
}

async function deployment(ask: Ask, id: string): Promise<Diagnosis> {
  if (id === "") return { causes: [] };
  const got = await askMaybe(() => ask("codedeploy", "GetDeployment", { deploymentId: id }));
  const found = parseDeployment(answerOf(got), id);
  if (found === undefined) return { causes: [], missingPermissions: lackOf(got) };
  const own = [found.error, found.rollbackId === "" ? "" : `it is rolled back by deployment ${found.rollbackId}`];
  const said = own.filter((text) => text !== "").join("; ");
  const { causes, ...rest } = await diagnoseDeployment(ask, found);
  return { ...rest, causes: [...(said === "" ? [] : [`deployment ${id}: ${said}`]), ...causes] };
}

/** A rollback that CodePipeline began after the verdict. */
async function lateRollback(ask: Ask, pipeline: string, { own, pin }: PipelineState): Promise<string[]> {
  const listing = answerOf(await askMaybe(() => listExecutions(ask, pipeline))) ?? [];
  const rollback = rollbackOf(listing, { ...own, id: pin });
  return rollback === undefined ? [] : [describeRollback(rollback)];
}

async function whoStopped(
  ask: Ask,
  clock: Clock,
  pipeline: string,
  { pin, execution }: PipelineState,
): Promise<string[]> {
  if (execution?.summary !== undefined && execution.summary !== "") return [];
  const listing = answerOf(await askMaybe(() => listExecutions(ask, pipeline))) ?? [];
  const listed = listing.find(({ id }) => id === pin);
  const reason = listed?.stopReason || listed?.summary || "";
  if (reason !== "") return [`it was stopped: ${reason}`];
  const input = { pipelineName: pipeline, pipelineExecutionId: pin };
  for (let asked = 0; asked < STOP_ASKS; asked += 1) {
    await clock.sleep(STOP_PAUSE_MS);
    const now = parseExecution(answerOf(await askMaybe(() => ask("codepipeline", "GetPipelineExecution", input))));
    if (now?.id !== pin) continue;
    if (now.summary !== "") return [`${now.status}: ${now.summary}`];
    if (now.status === "Stopped") return [];
  }
  return [];
}
