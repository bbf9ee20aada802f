/**
 * What every part of the step works with, and what is found out on its way. Types only.
 */
import type { Asked, Guardrail, MadePlan, OpenStep } from "@handrail/planning";
import type { Judgement } from "@handrail/planning/conclude";
import type { ApplyRecord, ReadablePlan, ReportOrigin, ShownDifference, ShownReview } from "@handrail/report";
import type { Failure } from "@handrail/runner";
import type { ApplyOutcome, PlanOutline } from "@handrail/terraform";
import type { ApplyResult } from "@handrail/terraform/cli";
import type { Checkout, PlanModule } from "@handrail/terraform";
import type { ApplyInputs } from "./inputs.ts";

/** One run of the action. */
export type ApplyStep = OpenStep<ApplyInputs> & {
  /** Names the target; plan and apply of one target share it. */
  label: string;
  /** Where the event says we are; the pull request in the context is the one that GitHub knows now. */
  origin: ReportOrigin;
  /** The number of the event's own pull request. */
  eventPullRequest?: number;
  /** The state that terraform wrote into its own output because it could write it nowhere else. */
  readStateDump(path: string): string | undefined;
  /** What the checkout has for the modules of a plan. */
  readCheckout(modules: readonly PlanModule[], more: Pick<Checkout, "isInitialised" | "product">): Checkout;
};

/** The plan that was reviewed, as far as it is known. */
export type Reviewed = {
  shown: ShownReview;
  /** Absent when nothing was asked for. */
  fingerprint?: string;
  /** Its outline, when it is known whole or in part. */
  outline?: PlanOutline;
  /** The same as text, and what the marker of the comment says: both stay in the comment. */
  outlineText: string;
  marker?: Readonly<Record<string, string | number | boolean>>;
  /** An apply of it was begun and did not come to its end: only then can there be a rest of it. */
  isBegun: boolean;
  /** The run that applied all of it, `<id>.<attempt>`: it is used up. */
  spentBy?: string;
  /** The state that an earlier apply could not save: `<lineage> <serial>`. */
  unsaved?: string;
  /** Named warnings about the review. */
  notes: string[];
};

/** A plan that could be applied: made now, or saved before. */
export type Candidate = {
  made: MadePlan;
  readable: ReadablePlan;
  /** In clear, in the private folder. */
  planFile: string;
  fingerprint: string;
  outline: PlanOutline;
};

/** Everything that is known when it is time to tell people; filled in on the way. */
export type Course = {
  rules: readonly Guardrail[];
  asked: Asked;
  reviewed?: Reviewed;
  made?: MadePlan;
  candidate?: Candidate;
  judgement?: Judgement;
  difference?: ShownDifference;
  apply?: { result: ApplyResult; outcome: ApplyOutcome };
  /** The root's outputs, not redacted. */
  outputs: ApplyRecord["outputs"];
  deploymentId?: number;
  /** `<lineage> <serial>` of a state that could not be saved. */
  unsaved?: string;
  notes: string[];
  failure?: Failure;
};
