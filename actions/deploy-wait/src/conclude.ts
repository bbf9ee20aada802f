/** How the step ends: outputs, summary, annotation, and the end of the Deployment. */
import { Failure, inTime } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { endDeployment } from "./deployment.ts";
import type { WaitStep } from "./step.ts";
import { reasonOf, reasonOfItem, remedyOf, resultOfStory } from "./tell/story.ts";
import type { ItemStory, Story } from "./tell/story.ts";
import { renderSummary } from "./tell/summary.ts";
import { isGood } from "./wait/verdict.ts";
import type { Result } from "./wait/verdict.ts";

/** Tells how it ended. A cancelled step leaves the Deployment to its post step: it has only seconds. */
export async function conclude(
  step: WaitStep,
  given: Story,
  deployment: Promise<{ id?: number; note?: string }>,
): Promise<ActionResult> {
  const { host } = step.deps;
  const result = resultOfStory(given);
  const reason = reasonOf(given);
  const notes = [...given.notes];
  noteVerdict(step, result, reason);
  const isKept = host.cancelled.aborted || (await settleDeployment(step, deployment, { result, reason }, notes));
  // What a cancel, or a GitHub that does not answer, leaves open is the post step's.
  host.saveState("ended", String(isKept && !host.cancelled.aborted));
  for (const note of notes) host.log.warning(note);
  const story = { ...given, notes };
  const isOver = isGood(result);
  // A failure is told by its annotation.
  if (isOver) host.log.info(reason);
  for (const line of given.aftermath?.lines ?? []) host.log.info(line);
  return {
    outputs: {
      result,
      reason,
      "duration-seconds": Math.round(story.durationMs / 1000),
      details: detailsOf(story),
      "deployment-id": pinsOf(story.items).join("\n"),
    },
    summary: renderSummary(story),
    ...(isOver ? {} : { failure: new Failure({ reason: result, result, what: reason, remedy: remedyOf(story) }) }),
  };
}

/** A verdict that is known by now is kept for the post step: whatever comes next may be killed. */
export function noteVerdict({ deps }: WaitStep, result: Result, reason: string): void {
  deps.host.saveState("reason", deps.host.redactor.redact(reason).slice(0, 1000));
  deps.host.saveState("result", result);
}

/** GitHub is given this long to take the end of the Deployment, ms: the verdict is known, and the post step tries again. */
const SETTLING_MS = 15_000;

/** Ends the Deployment; whether it has ended, or there is none. */
async function settleDeployment(
  step: WaitStep,
  deployment: Promise<{ id?: number; note?: string }>,
  verdict: { result: Result; reason: string },
  notes: string[],
): Promise<boolean> {
  const { clock } = step.deps.host;
  const settle = async (): Promise<string[]> => {
    const { id, note } = await deployment;
    const ended = await endDeployment(step, id, verdict);
    return [...(note === undefined ? [] : [note]), ...(ended === undefined ? [] : [ended])];
  };
  const said = await inTime({ clock, ms: SETTLING_MS }, undefined, settle);
  if (said === undefined) notes.push("GitHub has not answered: the end of the step ends the Deployment");
  else notes.push(...said);
  return said?.length === 0;
}

function pinsOf(items: readonly ItemStory[]): string[] {
  return items.map(({ course }) => String(course.facts["pinned"] ?? "")).filter((pin) => pin !== "");
}

/** The output `details`. */
function detailsOf({ items, aftermath, kind }: Story): Record<string, unknown> {
  return {
    target: kind,
    items: items.map((item) => {
      const { course, verdict, diagnosis, stop } = item;
      return {
        id: course.item.id,
        result: verdict.result,
        reason: reasonOfItem(item),
        causes: [verdict.cause, ...diagnosis.causes].filter((cause) => cause !== "").slice(0, 12),
        progress: course.progress,
        "duration-seconds": Math.round((course.endedMs ?? 0) / 1000),
        stages: course.stages.map(({ name, from, to }) => ({
          name,
          "from-seconds": Math.round(from / 1000),
          "to-seconds": Math.round((to ?? from) / 1000),
        })),
        facts: { ...course.facts, ...diagnosis.facts },
        warnings: course.warnings.slice(0, 20),
        ...(stop === undefined ? {} : { stop: { accepted: stop.isAccepted, told: stop.told } }),
      };
    }),
    ...(aftermath === undefined ? {} : { feedback: aftermath.details }),
  };
}
