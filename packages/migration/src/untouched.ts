/** What a step says that touched nothing: it was refused, or ended before it could begin. */
import { Failure, toFailure } from "@handrail/runner";
import type { ActionResult } from "@handrail/runner/host";
import { NAMES, outputsBefore, render } from "./conclude.ts";
import type { Common } from "./conclude.ts";
import type { Refusal } from "./history.ts";
import type { Journal } from "./journal.ts";
import type { Snapshot } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";
import { commonFacts } from "./summary.ts";
import type { Story } from "./summary.ts";

/**
 * How a step ends that something was thrown out of. What ended before anything was touched is told as that.
 * @throws the rest: what is known of it is in the journal
 */
export function tellThrown(
  step: MigrationStep,
  kind: Journal["kind"],
  thrown: unknown,
  { hasBegun }: { hasBegun: boolean },
): ActionResult {
  const told = toldWhenCancelled(thrown, { cancelled: step.deps.host.cancelled, hasBegun });
  if (hasBegun) throw told;
  return tellUntouched(step, kind, told);
}

/** What a thrown value is to people: of a cancelled step, whether anything can have been changed; otherwise itself. */
function toldWhenCancelled(
  thrown: unknown,
  { cancelled, hasBegun }: { cancelled: AbortSignal; hasBegun: boolean },
): unknown {
  if (!cancelled.aborted) return thrown;
  const told = { reason: "cancelled", result: "cancelled", cause: thrown };
  if (!hasBegun) {
    return new Failure({ ...told, what: "The job was cancelled before anything was changed", remedy: AGAIN });
  }
  return new Failure({
    ...told,
    what: `The job was cancelled, and what was done by then could not be read at once: ${toFailure(thrown).what}`,
    remedy: "The clean-up of this job reads it, or the next run: until then the database is locked.",
  });
}

const AGAIN = "Run the job again when you want its result.";

/**
 * A step that ended before it touched anything: the lock is somebody else's, the database does not answer, the job was cancelled.
 * @throws what is no failure that a user can meet
 */
function tellUntouched(step: MigrationStep, kind: Journal["kind"], thrown: unknown): ActionResult {
  if (!(thrown instanceof Failure) || thrown.reason === "invalid-input") throw thrown;
  const { result, what, remedy } = thrown;
  const story: Story = {
    isGood: false,
    title: `${NAMES[kind]} ${result}; nothing was touched`,
    reason: what,
    remedy,
    rows: [],
    facts: [],
    differences: [],
    output: "",
    notes: [],
  };
  return { outputs: { changed: false }, summary: render(step, story), failure: thrown };
}

/** Nothing was touched, and why. */
export function refuse({
  step,
  place,
  notes,
  kind,
  snapshot,
  refusals,
  planned = [],
}: Common & {
  kind: Journal["kind"];
  snapshot: Snapshot;
  refusals: readonly Refusal[];
  planned?: readonly string[];
}): ActionResult {
  const [first] = refusals;
  const reason = first?.reason ?? "internal-error";
  const what = `${NAMES[kind]} refused: ${first?.what ?? ""}`;
  const more = refusals.slice(1).map((each) => `Also: ${each.what}. ${each.remedy}`);
  for (const note of notes) step.deps.host.log.warning(note);
  const version = snapshot.ids.at(-1) ?? "";
  const story: Story = {
    isGood: false,
    title: `${NAMES[kind]} refused; nothing was touched`,
    reason: first?.what ?? "",
    remedy: first?.remedy ?? "",
    rows: planned.map((id) => ({ id, fate: "not-done", remark: "" })),
    facts: commonFacts({
      tool: place.adapter.title,
      place: place.executor.place,
      before: { version, fingerprint: snapshot.fingerprint },
      durationMs: 0,
    }).slice(0, -1),
    differences: [],
    output: "",
    notes: [...more, ...notes],
  };
  return {
    outputs: { ...outputsBefore(snapshot, []), result: "refused", "failure-reason": reason },
    summary: render(step, story),
    failure: new Failure({ reason, result: "refused", what, remedy: [first?.remedy ?? "", ...more].join(" ") }),
  };
}
