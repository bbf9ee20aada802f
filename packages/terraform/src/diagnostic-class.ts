/**
 * What a failed terraform means for the step: the failure-reason of the contract, what happened, and what to do.
 * Decided by the structured summaries of diagnostics (data of the `-json` forms, not human text); the rules are a table,
 * the first that matches any error wins. Where the exact summaries come from is said beside each rule.
 */
import { type Diagnostic, isHeading, orderDiagnostics } from "./diagnostics.ts";
import type { Phase, Rule } from "./diagnostic-rule.ts";
import { RULES } from "./diagnostic-rules.ts";
import { type LockInfo, parseLockInfo } from "./state-lock.ts";

/** The judgement. Texts contain terraform's own words: redact before showing. */
export type Classification = {
  /** A value of the output failure-reason. */
  reason: string;
  what: string;
  remedy: string;
  /** The diagnostic that decided it; absent when terraform gave no error at all. */
  diagnostic?: Diagnostic;
  /** Who holds the state's lock, when that is the reason. */
  lock?: LockInfo;
};

const DEFAULT_REASONS: Readonly<Record<Phase, string>> = {
  init: "init-failed",
  validate: "invalid-configuration",
  plan: "plan-failed",
  show: "plan-failed",
  apply: "apply-failed",
  state: "apply-failed",
};

/**
 * Why terraform failed. Warnings never decide. Without any error (a crash, a kill) the phase's own reason comes back
 * with a remedy that says where to look.
 */
export function classify(diagnostics: readonly Diagnostic[], phase: Phase): Classification {
  const errors = orderDiagnostics(diagnostics).filter(({ severity }) => severity !== "warning");
  for (const rule of RULES) {
    const diagnostic = errors.find((error) => matches(rule, error, phase));
    if (diagnostic !== undefined) return decided(rule, diagnostic, errors, phase);
  }
  const first = errors.find((error) => !isHeading(error)) ?? errors[0];
  if (first !== undefined) return undecided(first, errors.length, phase);
  return {
    reason: DEFAULT_REASONS[phase],
    what: `terraform ${phase} failed without naming an error`,
    remedy: "Run the job again with debug logging to see what terraform wrote on its error output.",
  };
}

function matches(rule: Rule, error: Diagnostic, phase: Phase): boolean {
  if (rule.phases !== undefined && !rule.phases.includes(phase)) return false;
  if (!rule.summary.test(error.summary)) return false;
  return rule.detail === undefined || rule.detail.test(error.detail);
}

function decided(rule: Rule, decisive: Diagnostic, errors: readonly Diagnostic[], phase: Phase): Classification {
  const diagnostic = errors.find(({ summary }) => rule.told?.test(summary)) ?? decisive;
  const lock = rule.reason === "state-locked" ? parseLockInfo(diagnostic.detail) : undefined;
  return {
    reason: rule.reason ?? DEFAULT_REASONS[phase],
    what: rule.reason === "state-locked" ? lockSentence(lock) : sentence(diagnostic),
    remedy: rule.remedy,
    diagnostic,
    ...(lock === undefined ? {} : { lock }),
  };
}

function undecided(first: Diagnostic, errors: number, phase: Phase): Classification {
  const more = errors > 1 ? ` (the first of ${errors} errors)` : "";
  const where = first.range === undefined ? "" : " at the place named";
  return {
    reason: DEFAULT_REASONS[phase],
    what: `${sentence(first)}${more}`,
    // Never a second try by itself: some of it is done, and a saved plan is single use. The cause of a failed apply is
    // often outside of the configuration.
    remedy:
      phase === "apply"
        ? "Correct the cause, then run the job again: it goes on with what is left. Terraform's explanation is in the step summary."
        : `Correct it${where}; terraform's explanation is in the step summary.`,
    diagnostic: first,
  };
}

function sentence(diagnostic: Diagnostic): string {
  const about = diagnostic.address === undefined ? "" : `${diagnostic.address}: `;
  const place =
    diagnostic.range === undefined ? "" : ` (${diagnostic.range.filename} line ${diagnostic.range.start.line})`;
  const summary = diagnostic.summary.split("\n", 1)[0] ?? "";
  const why = reasonOf(diagnostic.detail);
  return `${about}${summary}${place}${why === "" ? "" : `: ${why}`}`;
}

/** How terraform hands on what a command of a provisioner wrote: internal/builtin/provisioners/local-exec. */
const OUTPUT = ". Output: ";

/** What went wrong, and the end of the output where it was a command. */
function reasonOf(detail: string): string {
  const why = firstSentence(detail);
  const end = lastOutputLine(detail);
  return end === "" ? why : `${why}; its output ends: ${end}`;
}

function lastOutputLine(detail: string): string {
  const at = detail.indexOf(OUTPUT);
  if (at < 0) return "";
  const lines = detail.slice(at + OUTPUT.length).split("\n");
  const last = lines.findLast((line) => line.trim() !== "")?.trim() ?? "";
  return last.length <= LONGEST_SENTENCE ? last : `${last.slice(0, LONGEST_SENTENCE).toWellFormed()}…`;
}

/** Whether a sentence that was made of a diagnostic says all of it that fits on one line: nobody needs to read both. */
export function isToldBy(what: string, { summary, detail }: Pick<Diagnostic, "summary" | "detail">): boolean {
  if (!what.includes(summary.split("\n", 1)[0] ?? "")) return false;
  const text = detail.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "");
  if (text === "" || what.includes(text)) return true;
  return detail.includes(OUTPUT) && what.includes(reasonOf(detail));
}

/** Longer ones are explanations; they stand in the annotation and the summary. */
const LONGEST_SENTENCE = 200;

/** What went wrong in particular: terraform's summary is often only a heading. */
function firstSentence(detail: string): string {
  const paragraph = detail.trimStart().split(/\n\s*\n/, 1)[0] ?? "";
  const text = paragraph
    .slice(0, 2 * LONGEST_SENTENCE)
    .replaceAll(/\s+/g, " ")
    .trim();
  // Nested causes stand behind colons, the innermost last: the whole sentence, when it is short enough.
  const sentences = [/[.](?= |$)/, /[.:](?= |$)/].map((end) => text.split(end, 1)[0] ?? "");
  return sentences.find(({ length }) => length <= LONGEST_SENTENCE)?.replace(/:$/, "") ?? "";
}

function lockSentence(lock: LockInfo | undefined): string {
  if (lock === undefined) return "The state is locked by somebody else";
  const since = lock.createdAt === undefined ? lock.created : new Date(lock.createdAt).toISOString();
  const parts = [
    `The state is locked by ${lock.who ?? "somebody"}`,
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(lock.operation === undefined ? [] : [`for ${lock.operation.replace(/^OperationType/, "").toLowerCase()}`]),
    ...(lock.id === undefined ? [] : [`(lock ${lock.id})`]),
  ];
  return parts.join(" ");
}
