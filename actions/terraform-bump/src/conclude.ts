/**
 * How the step ends: its outputs, its summary, its log, and the failure when something could not be done.
 */
import { Failure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import type { Held } from "./decide/update.ts";
import type { Proof } from "./prove/proof.ts";
import type { ProposedChange } from "./prove/prove.ts";
import type { SyncResult } from "./pulls/session.ts";
import type { BumpStep } from "./step.ts";
import { renderLog } from "./tell/log.ts";
import { heldOutput, pullRequestsOutput, updatesOutput } from "./tell/outputs.ts";
import type { TellContext } from "./tell/place.ts";
import { summariseStory, type Story } from "./tell/story.ts";
import { renderSummary } from "./tell/summary.ts";

/** What was done. */
export type Done = {
  changes: readonly ProposedChange[];
  proofs: ReadonlyMap<string, Proof>;
  proofFolder?: string;
  published: SyncResult;
  held: readonly Held[];
  context: TellContext;
};

/** Tells it. */
export function conclude({ inputs, deps }: BumpStep, done: Done): ActionResult {
  const { log, annotate } = { log: deps.host.log, annotate: deps.host.annotate.bind(deps.host) };
  const story = storyOf(done, inputs["dry-run"] || deps.github === undefined);
  for (const line of renderLog(story)) log.info(line);
  for (const note of done.published.notes) annotate({ level: "warning", message: note });
  const failures = done.held.filter(({ isFailure }) => isFailure === true);
  const proposals = story.told.map(({ proposal }) => proposal);
  const updates = updatesOutput(proposals);
  return {
    outputs: {
      result: story.result,
      updates,
      held: heldOutput(done.held),
      "pull-requests": pullRequestsOutput(done.published.results.filter(({ number }) => number > 0)),
      count: updates.length,
      ...(done.proofFolder === undefined ? {} : { proofs: done.proofFolder }),
      summary: summariseStory(story),
    },
    summary: renderSummary(story),
    ...(failures.length === 0 ? {} : { failure: incomplete(failures) }),
  };
}

/** What was held for itself is told as held, and not as an update. */
function storyOf({ changes, proofs, published, held, context }: Done, isDryRun: boolean): Story {
  const pulls = new Map(published.results.filter(({ state }) => state !== "closed").map((pull) => [pull.key, pull]));
  const heldKeys = new Set(published.held.filter(({ file }) => file === undefined).map(({ key }) => key));
  const told = changes
    .filter(({ proposal }) => !heldKeys.has(proposal.key))
    .map(({ proposal }) => {
      const pull = pulls.get(proposal.key);
      return { proposal, proof: proofs.get(proposal.key), pull: pull?.number === 0 ? undefined : pull };
    });
  const isBlind = published.results.length === 0 && isDryRun;
  const isChanged = published.results.some(({ state }) => state !== "unchanged") || (isBlind && told.length > 0);
  const isFailed = held.some(({ isFailure }) => isFailure === true);
  return {
    result: isFailed ? "failed" : isChanged ? "updated" : "up-to-date",
    told,
    closed: published.results.filter(({ state }) => state === "closed"),
    held,
    isDryRun,
    context,
  };
}

/** The first failure in the first line; the others are in the summary. */
function incomplete(failures: readonly Held[]): Failure {
  const [first] = failures;
  const place = first?.file === undefined ? "" : ` (${first.file}${first.line === undefined ? "" : `:${first.line}`})`;
  const more = failures.length === 1 ? "" : `; ${failures.length - 1} more in the step summary`;
  const why = (first?.why ?? "").replace(/\.$/, "");
  return new Failure({
    reason: "incomplete",
    what: `Not everything could be brought up to date: ${first?.dependency ?? ""}${place}: ${why}${more}`,
    remedy: "The rest was done. Settle what failed, or run the job again when it was a passing failure.",
  });
}
