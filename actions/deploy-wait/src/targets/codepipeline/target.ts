/** The target `codepipeline`: waits for one execution of a pipeline. It puts the parts together and knows no rule. */
import { lookAt } from "../../wait/doors.ts";
import type { AwsPlace, Doors } from "../../wait/doors.ts";
import { defineTarget } from "../../wait/target.ts";
import type { Ending, StopReport, Target } from "../../wait/target.ts";
import { isGood } from "../../wait/verdict.ts";
import type { Link } from "../../wait/verdict.ts";
import { sendStop } from "../asking.ts";
import { diagnoseExecution } from "./diagnose.ts";
import { nextOfPipeline } from "./machine.ts";
import { readLook } from "./read.ts";
import type { PipelineSettings, PipelineState } from "./state.ts";

/** Why the execution is stopped, as CodePipeline's history shows it. */
const REASON = "stopped by deploy-wait";

/** Makes the target. A look is one call as a rule; cadence.ts says which. */
export function createCodepipelineTarget(settings: PipelineSettings, doors: Doors): Target {
  const { pipeline, executionId = "" } = settings;
  const id = executionId === "" ? pipeline : `${pipeline}/${executionId}`;
  const label = `pipeline ${pipeline}${executionId === "" ? "" : ` (execution ${executionId})`}`;
  let region = "";
  const open = async (): Promise<AwsPlace> => {
    const place = await doors.aws();
    region = place.region;
    return place;
  };
  return defineTarget({
    kind: "codepipeline",
    items: [{ id, label }],
    first: executionId === "" ? ["executions"] : ["execution", "state"],
    next: nextOfPipeline(settings, (execution) => pageOf(region, pipeline, execution)),
    async read([wanted]) {
      const place = await open();
      const reads = wanted?.reads ?? ["execution"];
      const pin = { pipeline, execution: wanted?.state?.pin ?? executionId };
      const look = await lookAt(async () => {
        const seen = await readLook(place.ask, pin, reads);
        const nowMs = place.serverNow();
        return { ...seen, nowMs, startedAfterMs: doors.startedAt + nowMs - doors.clock.now() };
      });
      return { looks: new Map([[id, look]]), calls: reads.length };
    },
    async diagnose(_item, state, verdict) {
      const { ask } = await open();
      const links = linksOf(state, (execution) => pageOf(region, pipeline, execution));
      if (isGood(verdict.result)) return { causes: [], links };
      const diagnosis = await diagnoseExecution(ask, doors.clock, pipeline, state, verdict);
      return { ...diagnosis, links: [...(diagnosis.links ?? []), ...links] };
    },
    stop: async (_item, state, how) => stopExecution(await open(), settings, state, how),
    prepare: async () => (await open()).load("codepipeline", "codebuild", "codedeploy", "logs"),
  });
}

/** Our own execution is stopped, never one that took its place. */
async function stopExecution(
  { ask }: AwsPlace,
  { pipeline, executionId = "" }: PipelineSettings,
  state: PipelineState | undefined,
  how: Ending,
): Promise<StopReport> {
  const own = state?.own.id ?? executionId;
  if (own === "") return { isAccepted: false, told: "no execution is known that could be stopped" };
  if (state !== undefined && state.pin !== own) {
    return { isAccepted: false, told: `${own} was superseded, and ${state.pin} is not ours to be stopped` };
  }
  const input = { pipelineName: pipeline, pipelineExecutionId: own, abandon: false, reason: REASON };
  const report = await sendStop("StopPipelineExecution", () =>
    ask("codepipeline", "StopPipelineExecution", input, { evenWhenCancelled: true }),
  );
  if (how === "stop") return report;
  return {
    ...report,
    told: `${report.told}; a rollback is CodePipeline's own: configure it as the stage's failure result`,
  };
}

function pageOf(region: string, pipeline: string, execution: string): string {
  if (region === "" || execution === "") return "";
  const path = `pipelines/${encodeURIComponent(pipeline)}/executions/${encodeURIComponent(execution)}`;
  return `https://${region}.console.aws.amazon.com/codesuite/codepipeline/${path}/timeline?region=${region}`;
}

function linksOf({ own, pin }: PipelineState, page: (execution: string) => string): Link[] {
  return [...new Set([own.id, pin])]
    .map((execution) => ({ title: `execution ${execution}`, url: page(execution) }))
    .filter(({ url }) => url !== "");
}
