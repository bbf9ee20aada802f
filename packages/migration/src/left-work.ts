/** What may not be passed over of the work that a dead run left. Pure. */
import { Failure } from "@handrail/runner";
import type { Journal } from "./journal.ts";
import type { Place } from "./snapshot.ts";
import type { MigrationStep } from "./step.ts";

/** @throws Failure `locked`: what another tool did can be read by that tool only, and its record belongs to its own environment */
export function requireSameWork({ inputs }: MigrationStep, { adapter }: Place, journal: Journal, who: string): void {
  const { tool, directory, environment = inputs.environment } = journal;
  const isSame =
    tool === adapter.tool && directory === inputs["working-directory"] && environment === inputs.environment;
  if (isSame) return;
  throw new Failure({
    reason: "locked",
    result: "refused",
    what: `${who}. It was ${tool} in ${directory}, environment ${environment === "" ? "none" : environment}: only a run of that can say what it did`,
    remedy: "Run that one again first; it settles what was left, and gives the lock back.",
  });
}

/** The note of a dead run that only another version of this action understands. */
export function unreadableNote(who: string): Failure {
  return new Failure({
    reason: "locked",
    result: "refused",
    what: `${who}. What it noted of its work cannot be read by this version of the action`,
    remedy:
      "Run the version that wrote it once: it settles what was left. Or look by hand what that run did, and empty the table handrail_lock.",
  });
}

/** Half a migration that only the journal knows of. */
export function halfLeft(half: string, who: string, fingerprint: string): Failure {
  return new Failure({
    reason: "half-applied",
    result: "refused",
    what: `${half} is done by half. ${who}`,
    remedy: `Undo by hand what it left behind; or finish it by hand, mark it in the tool's table, and name the schema as it then is in accept-schema (now accept-schema: ${fingerprint.slice(0, 16)}).`,
  });
}
