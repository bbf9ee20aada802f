/** Why a deployment failed: the hooks and scripts that failed on its targets, with the end of their output. */
import type { Ask } from "@handrail/aws";
import type { Diagnosis } from "../../wait/verdict.ts";
import type { Deployment } from "./deployment.ts";
import { describeFailures } from "./deployment-target.ts";
import { readTargets } from "./read.ts";

/** Lines of a script's output that are shown. */
const LOG_LINES = 30;

/** Asks the targets of a deployment that went wrong, in two calls. */
export async function diagnoseDeployment(ask: Ask, { id, platform }: Deployment): Promise<Diagnosis> {
  // With thousands of instances the failed ones may stand on any page; only instances can be chosen by their state.
  const wanted = platform === "Server" ? { targetFilters: { TargetStatus: ["Failed"] } } : {};
  const { targets = [], missingPermissions } = await readTargets(ask, id, wanted);
  const logLines = targets
    .flatMap(({ events }) => events)
    .find(({ status, logTail }) => status === "Failed" && logTail.length > 0)
    ?.logTail.slice(-LOG_LINES);
  return {
    causes: describeFailures(targets),
    ...(logLines === undefined ? {} : { logLines }),
    missingPermissions,
  };
}
