/** Reads a deployment, its targets and its rollback. It asks and parses; what that means is the machine's. */
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { readList } from "@handrail/runner";
import { refusalOf } from "../../wait/doors.ts";
import type { AwsPlace } from "../../wait/doors.ts";
import { answerOf, askMaybe, lackOf } from "../asking.ts";
import { joined, parseDeployment } from "./deployment.ts";
import type { Deployment } from "./deployment.ts";
import { parseTargets } from "./deployment-target.ts";
import type { DeploymentTarget } from "./deployment-target.ts";
import type { DeploymentRead, DeploymentSnapshot, DeploymentState } from "./machine.ts";

/** BatchGetDeploymentTargets takes so many. https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentTargets.html */
const MOST_TARGETS = 25;

/** One deployment. */
export async function readDeployment(ask: Ask, id: string): Promise<Deployment | undefined> {
  return parseDeployment(await ask("codedeploy", "GetDeployment", { deploymentId: id }), id);
}

/** What reading targets came to; `targets` is undefined when AWS said no or nothing. */
export type TargetsRead = { targets?: DeploymentTarget[]; missingPermissions: string[]; calls: number };

/** Targets of a deployment: all, or only some where CodeDeploy can choose them. Two calls, one when their ids are known. */
export async function readTargets(
  ask: Ask,
  deploymentId: string,
  wanted: { ids?: readonly string[]; targetFilters?: Readonly<Record<string, readonly string[]>> } = {},
): Promise<TargetsRead> {
  const { ids = [], ...filters } = wanted;
  let known = ids;
  if (ids.length === 0) {
    const listed = await askMaybe(() => ask("codedeploy", "ListDeploymentTargets", { deploymentId, ...filters }));
    if (!("answer" in listed)) return { missingPermissions: lackOf(listed), calls: 1 };
    known = readList(listed.answer, "targetIds").filter((id): id is string => typeof id === "string");
    if (known.length === 0) return { targets: [], missingPermissions: [], calls: 1 };
  }
  const input = { deploymentId, targetIds: known.slice(0, MOST_TARGETS) };
  const got = await askMaybe(() => ask("codedeploy", "BatchGetDeploymentTargets", input));
  const calls = ids.length === 0 ? 2 : 1;
  if (!("answer" in got)) return { missingPermissions: lackOf(got), calls };
  return { targets: parseTargets(got.answer, deploymentId), missingPermissions: [], calls };
}

/** What a look reads. `calls` is told through `count`, also when the look has no answer. */
export async function readLook(
  place: Pick<AwsPlace, "ask" | "serverNow">,
  id: string,
  reads: readonly DeploymentRead[],
  state: DeploymentState | undefined,
  count: (calls: number) => void,
): Promise<DeploymentSnapshot> {
  const { ask } = place;
  if (reads.includes("rollback")) {
    count(1);
    const rollbackId = state?.deployment?.rollbackId ?? "";
    const maybe = await askMaybe(() => ask("codedeploy", "GetDeployment", { deploymentId: rollbackId }));
    const rollback = parseDeployment(answerOf(maybe), rollbackId);
    return { nowMs: place.serverNow(), ...(rollback === undefined ? {} : { rollback }) };
  }
  const ids = state?.targets?.map((target) => target.id).filter((each) => each !== "");
  const targeted = reads.includes("targets") ? readTargets(ask, id, ids === undefined ? {} : { ids }) : undefined;
  count(1);
  const [base, found] = await Promise.all([readOwn(ask, id), targeted]);
  if (found === undefined) return { nowMs: place.serverNow(), ...base };
  count(found.calls);
  const [targetsDenied] = found.missingPermissions;
  return {
    nowMs: place.serverNow(),
    ...base,
    ...(found.targets === undefined ? {} : { targets: found.targets }),
    ...(targetsDenied === undefined ? {} : { targetsDenied }),
  };
}

async function readOwn(ask: Ask, id: string): Promise<Omit<DeploymentSnapshot, "nowMs">> {
  try {
    const deployment = await readDeployment(ask, id);
    return deployment === undefined ? {} : { deployment };
  } catch (error) {
    const code = refusalOf(error);
    if (code !== "DeploymentDoesNotExistException" && code !== "InvalidDeploymentIdException") throw error;
    const said = error instanceof AwsFault ? error.said : "";
    return { missing: joined(code, said), isInvalid: code === "InvalidDeploymentIdException" };
  }
}
