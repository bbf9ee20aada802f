/**
 * The report of one plan: everything that comment, summary and result file show, as plain data without secrets.
 * All text from terraform in it is redacted already; none of it is escaped yet, that is the renderers' job.
 */
import type { Location } from "@handrail/runner";
import type { Check, Counts, Diagnostic, OtherChange, ResourceChange } from "@handrail/terraform";
import type { Category } from "./category.ts";

/** One change with its diff. `diff` is made when asked, because a large plan has more of them than anyone reads. */
export type ShownChange = {
  category: Category;
  change: ResourceChange;
  /** @param maxLines how many lines at most; what is cut is counted in the last one */
  diff(maxLines: number): string;
};

/** One of terraform's errors and warnings, and where it points, relative to the workspace, when that is a file in it. */
export type ShownDiagnostic = Omit<Diagnostic, "snippet"> & {
  location?: Location;
  /** The line, without the values that terraform shows for it; absent where the line itself holds values. */
  snippet?: Diagnostic["snippet"] | undefined;
};

/** A guardrail that is broken, or would be without its label. */
export type ShownViolation = { name: string; max: number; addresses: string[]; message?: string; unlessLabel?: string };

/** A broken rule as whoever decided it hands it over: the rule's words, and the addresses that break it. */
export type BrokenGuardrail = {
  rule: { name: string; max: number; message?: string; unlessLabel?: string };
  addresses: string[];
};

/** What the guardrails say: what denies, and what a label lifted. */
export type GuardrailFindings = { violations: BrokenGuardrail[]; lifted: BrokenGuardrail[] };

/** What the policy command said. */
export type PolicyVerdict = { command: string; exitCode: number | undefined; output: string; isCancelled: boolean };

/** Where the plan was made, for links and for terraform-report. */
export type ReportOrigin = {
  repository: string;
  serverUrl: string;
  runUrl: string;
  runId: string;
  runAttempt: number;
  headSha: string;
  baseSha?: string;
  pullRequest?: number;
};

export type PlanReport = {
  label: string;
  /** Root module, relative to the workspace. */
  directory: string;
  workspace: string;
  product: string;
  terraformVersion: string;
  result: "changes" | "no-changes" | "denied" | "failed";
  failure?: { reason: string; what: string; remedy: string; location?: Location };
  /** The plan in one line, without markdown. */
  summary: string;
  /** Absent when terraform made no plan at all. */
  counts?: Counts;
  mode: "normal" | "destroy" | "refresh-only";
  /** Sorted by category, worst first. */
  changes: ShownChange[];
  unchanged: number;
  /** Names of changed outputs, and one diff of all of them. */
  outputs: { names: string[]; diff(maxLines: number): string };
  drift: ShownChange[];
  /** Action invocations, and whatever a newer terraform plans that is neither resource nor output. */
  other: OtherChange[];
  /** Checks that did not pass. */
  checks: Check[];
  diagnostics: ShownDiagnostic[];
  violations: ShownViolation[];
  lifted: ShownViolation[];
  policy?: PolicyVerdict;
  /** Named warnings, most important first: what every reader must know about how this plan came to be. */
  notes: string[];
  /** More about how it came to be, for the summary and the result file. */
  remarks: string[];
  fingerprint?: string;
  /** Tells the backend apart, as `describeBackend` hashes it; absent when terraform was not initialised. */
  backend?: string;
  origin: ReportOrigin;
};
