/**
 * What remains when a step was cancelled: terraform may still be ending. Waits for it, so that the job does not kill it
 * with the state locked, and tells how it ended.
 */
import { Failure } from "@handrail/runner";
import type { Host } from "@handrail/runner/host";
import { composeReport, renderSummary } from "@handrail/report";
import { documentName, labelOf, planName, waitForLeftBehind } from "@handrail/planning";
import { originOf, publishReport } from "@handrail/planning/conclude";
import type { PlanStep } from "@handrail/planning";

/** Waits for a terraform that the cancelled step left behind, then writes the verdict. */
export async function runPost(step: PlanStep, host: Host, isRunning: (pid: number) => boolean): Promise<void> {
  const running = await waitForLeftBehind(host, isRunning);
  const hasEnded = running.length === 0;
  const { inputs, target, deps } = step;
  const workspace = deps.terraform.selectedWorkspace();
  for (const name of [planName, documentName]) deps.files.remove(`${target.privateDirectory}/${name}`);
  const failure = new Failure({
    reason: "cancelled",
    what: hasEnded
      ? "The run was cancelled; Terraform was asked to stop, and ended by itself"
      : `The run was cancelled; Terraform (process ${running.join(", ")}) is still running, the state may stay locked`,
    remedy: hasEnded
      ? "Run the job again when you want a plan."
      : "If the state stays locked, terraform force-unlock frees it.",
  });
  const report = composeReport({
    label: labelOf(inputs.label, target.directory, workspace),
    directory: target.directory,
    workspace,
    product: "terraform",
    terraformVersion: "",
    mode: "normal",
    hasChanges: false,
    diagnostics: [],
    guardrails: { violations: [], lifted: [] },
    failure,
    notes: [],
    remarks: [],
    origin: originOf(step),
    redact: (text) => host.redactor.redact(text),
  });
  host.summary(renderSummary(report), { verbatim: true });
  const published = await publishReport(step, report, {
    client: () => deps.github(),
    startedAt: Number(host.state("started")),
  });
  for (const warning of published.warnings) host.log.warning(warning);
}
