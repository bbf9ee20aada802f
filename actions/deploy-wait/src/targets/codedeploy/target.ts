/** The target `codedeploy`: waits for one deployment. It puts the parts together and knows no rule. */
import { readText } from "@handrail/runner";
import { lookAt } from "../../wait/doors.ts";
import type { Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Diagnosis, Link, Verdict } from "../../wait/verdict.ts";
import { askMaybe, answerOf, sendStop } from "../asking.ts";
import { joined, parseDeployment } from "./deployment.ts";
import type { Deployment } from "./deployment.ts";
import { diagnoseDeployment } from "./diagnose.ts";
import { nextOfDeployment } from "./machine.ts";
import type { Until } from "./machine.ts";
import { readLook } from "./read.ts";

/** What is waited for, and what is enough. */
export type CodedeploySettings = { deploymentId: string; until: Until };

/** Makes the target. One call a look (GetDeployment), two while `until` is `traffic-shifted`. */
export function createCodedeployTarget({ deploymentId, until }: CodedeploySettings, doors: Doors): Target {
  return defineTarget({
    kind: "codedeploy",
    items: [{ id: deploymentId, label: `deployment ${deploymentId}` }],
    first: until === "traffic-shifted" ? ["deployment", "targets"] : ["deployment"],
    next: nextOfDeployment(deploymentId, until),
    async read([wanted]) {
      const place = await doors.aws();
      let calls = 0;
      const count = (more: number): void => {
        calls += more;
      };
      const reads = wanted?.reads ?? ["deployment"];
      const look = await lookAt(() => readLook(place, deploymentId, reads, wanted?.state, count));
      return { looks: new Map([[deploymentId, look]]), calls };
    },
    async diagnose(_item, { deployment }, verdict) {
      const { ask, region } = await doors.aws();
      const links = linksOf(region, [deploymentId, deployment?.rollbackId ?? ""]);
      if (deployment === undefined || isGood(verdict.result)) return { causes: [], links };
      const [diagnosis, late] = await Promise.all([
        diagnoseDeployment(ask, deployment),
        lateRollback(deployment, verdict, async (id) => ask("codedeploy", "GetDeployment", { deploymentId: id })),
      ]);
      return { ...diagnosis, causes: [...diagnosis.causes, ...late], links } satisfies Diagnosis;
    },
    async stop(_item, _state, how) {
      const { ask } = await doors.aws();
      const isRollback = how === "rollback";
      const input = { deploymentId, autoRollbackEnabled: isRollback };
      return sendStop(
        `StopDeployment${isRollback ? " with autoRollbackEnabled" : ""}`,
        () => ask("codedeploy", "StopDeployment", input, { evenWhenCancelled: true }),
        (answer) => joined(readText(answer, "status"), readText(answer, "statusMessage")),
      );
    },
    prepare: async () => (await doors.aws()).load("codedeploy"),
  });
}

/** The rollback that began after the verdict `failed` or `stopped`. */
async function lateRollback(
  { id }: Deployment,
  { result }: Verdict,
  get: (id: string) => Promise<unknown>,
): Promise<string[]> {
  if (result !== "failed" && result !== "stopped") return [];
  const now = parseDeployment(answerOf(await askMaybe(() => get(id))), id);
  if (now === undefined || now.rollbackId === "" || now.rollbackId === id) return [];
  return [`it is rolled back by deployment ${now.rollbackId}`];
}

function linksOf(region: string, ids: readonly string[]): Link[] {
  if (region === "") return [];
  const base = `https://${region}.console.aws.amazon.com/codesuite/codedeploy/deployments`;
  return ids
    .filter((id) => id !== "")
    .map((id) => ({ title: `deployment ${id}`, url: `${base}/${encodeURIComponent(id)}?region=${region}` }));
}
