/** The target `codebuild`: waits for one build. It puts the parts together and knows no rule. */
import { AwsFault } from "@handrail/aws";
import type { Ask } from "@handrail/aws";
import { lookAt, refusalOf } from "../../wait/doors.ts";
import type { Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Target } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Link } from "../../wait/verdict.ts";
import { sendStop } from "../asking.ts";
import { findBuild, isUnknownBuild } from "./build.ts";
import { diagnoseBuild } from "./diagnose.ts";
import { nextOfBuild } from "./machine.ts";
import type { BuildSnapshot } from "./machine.ts";

/** What is waited for: the build's id, `project:uuid`, or its ARN. */
export type CodebuildSettings = { buildId: string };

/** Makes the target. One call a look: BatchGetBuilds. */
export function createCodebuildTarget({ buildId }: CodebuildSettings, doors: Doors): Target {
  return defineTarget({
    kind: "codebuild",
    items: [{ id: buildId, label: `build ${buildId}` }],
    first: ["build"],
    next: nextOfBuild(buildId),
    async read() {
      const { ask } = await doors.aws();
      return { looks: new Map([[buildId, await lookAt(() => readBuild(ask, buildId))]]), calls: 1 };
    },
    async diagnose(_item, { build }, verdict) {
      const { ask, region } = await doors.aws();
      const links = [consoleOf(region, buildId)].filter((link) => link !== undefined);
      if (build === undefined || isGood(verdict.result)) return { causes: [], links };
      const diagnosis = await diagnoseBuild(ask, build);
      return { ...diagnosis, links: [...(diagnosis.links ?? []), ...links] };
    },
    async stop(_item, _state, how) {
      const { ask } = await doors.aws();
      const report = await sendStop("StopBuild", () =>
        ask("codebuild", "StopBuild", { id: buildId }, { evenWhenCancelled: true }),
      );
      return how === "stop" ? report : { ...report, told: `${report.told}; a build cannot be rolled back` };
    },
    prepare: async () => (await doors.aws()).load("codebuild", "logs"),
  });
}

/** Reads a build. Errors of the service that mean "there is none" are part of the snapshot. */
export async function readBuild(ask: Ask, id: string): Promise<BuildSnapshot> {
  try {
    const answer = await ask("codebuild", "BatchGetBuilds", { ids: [id] });
    const build = findBuild(answer, id);
    if (build !== undefined) return { build };
    return isUnknownBuild(answer, id) ? { missing: "BatchGetBuilds: buildsNotFound" } : {};
  } catch (error) {
    const code = refusalOf(error);
    if (code !== "InvalidInputException" && code !== "ResourceNotFoundException") throw error;
    const said = error instanceof AwsFault ? error.said : "";
    return { missing: `${code}: ${said}`, isInvalid: code === "InvalidInputException" };
  }
}

function consoleOf(region: string, id: string): Link | undefined {
  const project = /^[^:]+(?=:[^:]+$)/.exec(id)?.[0];
  if (region === "" || project === undefined) return undefined;
  const path = `projects/${encodeURIComponent(project)}/build/${encodeURIComponent(id)}`;
  const url = `https://${region}.console.aws.amazon.com/codesuite/codebuild/${path}/?region=${region}`;
  return { title: `build ${id} in the console`, url };
}
