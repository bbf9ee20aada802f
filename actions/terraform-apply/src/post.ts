/**
 * What remains when a step was cancelled: terraform may still be ending. Waits for it, so that the job does not kill it
 * with the state unsaved and locked, and tells how it ended.
 */
import { hideKnownSecrets, waitForLeftBehind } from "@handrail/planning";
import { renderSummary } from "@handrail/report";
import type { Host } from "@handrail/runner/host";
import { readPlan } from "@handrail/terraform";
import { endDeployment, findOpenDeployment } from "./deployment.ts";
import { findPullRequest } from "./find-review.ts";
import { journalFiles } from "./journal.ts";
import { planFilesOf } from "./plan-course.ts";
import { publishRecord } from "./publish-record.ts";
import type { RecordToTell } from "./publish-record.ts";
import { readResultFile, reconstruct } from "./reconstruct.ts";
import type { StreamReader } from "./reconstruct.ts";
import type { ApplyStep } from "./step.ts";

/** What only the post step asks. */
export type PostVerbs = { isRunning(pid: number): boolean; readApplyStream: StreamReader };

/** Waits for a terraform that the cancelled step left behind, then tells the verdict. */
export async function runPost(given: ApplyStep, host: Host, verbs: PostVerbs): Promise<void> {
  const running = await waitForLeftBehind(host, (pid) => verbs.isRunning(pid));
  const hasEnded = running.length === 0;
  hideKnownSecrets(given);
  hideSecrets(given);
  const step = await findPullRequest(given, false);
  const done = isFinal(step) ? readResult(step) : undefined;
  const told = done ?? (await reconstruct(step, verbs.readApplyStream, { hasEnded, running }));
  removeLeftovers(step, hasEnded);
  // A main step that was killed wrote no summary, also when it had come to its verdict.
  const isInSummary = done !== undefined && host.state("ended") !== undefined;
  if (!isInSummary) host.summary(renderSummary(told.report, told.record), { verbatim: true });
  host.log.info(`${told.report.label}: ${told.record.summary}`);
  const startedAt = Number(host.state("started"));
  const { warnings } = await publishRecord(step, told, startedAt);
  const unsaved = told.parts.marker.data["unsaved"];
  const deployment = await endDeployment(step, told.record.deploymentId ?? (await findOpenDeployment(step)), {
    record: told.record,
    unsaved: typeof unsaved === "string" ? unsaved : undefined,
  });
  for (const warning of [...warnings, ...(deployment === undefined ? [] : [deployment])]) host.log.warning(warning);
}

/** What stays in the private folder: what people and terraform-report may still need, and none of it has secrets in clear. */
const kept: ReadonlySet<string> = new Set([journalFiles.journal, journalFiles.result, journalFiles.final]);

/** A killed step left plans, variables, states and streams behind, all of them in clear. */
function removeLeftovers({ deps, target }: ApplyStep, hasEnded: boolean): void {
  const inUse: ReadonlySet<string> = new Set(hasEnded ? [] : [journalFiles.stdout, journalFiles.stderr]);
  for (const name of deps.files.list(target.privateDirectory)) {
    if (kept.has(name) || inUse.has(name) || name.startsWith("errored.tfstate")) continue;
    deps.files.remove(`${target.privateDirectory}/${name}`);
  }
}

/** Whether the main step, or an earlier post step, came to a verdict. */
function isFinal({ deps, target }: ApplyStep): boolean {
  return deps.files.readBytes(`${target.privateDirectory}/${journalFiles.final}`) !== undefined;
}

function readResult({ deps, target }: ApplyStep): RecordToTell | undefined {
  const parsed = readResultFile(deps.files.readBytes(`${target.outputDirectory}/${journalFiles.result}`));
  if (parsed?.apply === undefined) return undefined;
  const { report, marker, outline, apply } = parsed;
  return { report, record: apply, parts: { marker, outline, apply } };
}

/** The plan's document is still there when the main step was killed: what is secret in it is hidden again. */
function hideSecrets(step: ApplyStep): void {
  const { saved, fresh } = planFilesOf(step);
  for (const file of [saved.documentFile, fresh.documentFile]) {
    if (step.deps.files.readBytes(file) === undefined) continue;
    const source = step.deps.files.openPlan(file);
    try {
      for (const secret of readPlan(source).secrets) step.deps.host.redactor.add(secret);
    } catch {
      // Cut off: nothing of it was shown either.
    } finally {
      source.close();
    }
  }
}
