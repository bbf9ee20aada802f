/**
 * What two attempts at one target, before and after the bump, prove. Pure.
 */
import type { RootTarget } from "@handrail/planning";
import { redactKeys } from "@handrail/terraform";
import { differencesOf } from "./difference.ts";
import type { ProofChange, RootProof } from "./proof.ts";
import type { Attempt, Manner, Problem } from "./target-run.ts";

/** How many changes of one root module are told; the rest is counted. */
export const MOST_CHANGES = 100;
/** Longer texts are cut: they are read in the body of a pull request. In UTF-16 units. */
export const LONGEST_TEXT = 2000;

/** How a target is looked at after the bump: as it could be looked at before it. */
export function mannerAfter(before: Attempt, asked: Manner): Manner {
  if (before.kind === "planned") return "plan";
  return before.kind === "valid" ? "validate" : asked;
}

/** The proof of one target; texts are redacted by `redact`. `after` is absent when nothing was tried before. */
export function proveTarget(
  target: RootTarget,
  before: Attempt,
  after: Attempt | undefined,
  redact: (text: string) => string,
): RootProof {
  const named = { root: target.directory, label: redact(target.label) };
  const nothing = { how: "none" as const, before: "", after: "", changes: [], more: 0 };
  const untried = [before, after].find((attempt) => attempt?.kind === "untried");
  if (untried?.kind === "untried" || after === undefined) {
    const why = untried?.kind === "untried" ? untried.why : "it was not tried";
    return { ...named, ...nothing, outcome: "unverified", message: shown(why, redact) };
  }
  const told = {
    ...named,
    ...nothing,
    how: before.kind === "planned" || after.kind === "planned" ? ("plan" as const) : ("validate" as const),
    before: lineOf(before),
    after: lineOf(after),
  };
  if (before.kind === "failed") {
    const outcome = after.kind === "failed" ? "failed-before" : "fixed";
    return { ...told, outcome, ...showProblem(before.problem, redact) };
  }
  if (after.kind === "failed") return { ...told, outcome: "fails", ...showProblem(after.problem, redact) };
  if (before.kind !== "planned" || after.kind !== "planned") {
    const why = before.kind === "valid" ? before.why : undefined;
    return { ...told, outcome: "same", ...(why === undefined ? { message: "" } : showProblem(why, redact)) };
  }
  const all = differencesOf(before.meaning, after.meaning);
  const changes = all.slice(0, MOST_CHANGES).map((change) => redactChange(change, redact));
  const outcome = all.length === 0 ? "same" : "changes";
  return { ...told, outcome, changes, more: all.length - changes.length, message: "" };
}

/** A target that nobody tried, and why. */
export function unverified(root: string, label: string, why: string): RootProof {
  return { root, label, how: "none", outcome: "unverified", before: "", after: "", changes: [], more: 0, message: why };
}

function lineOf(attempt: Attempt): string {
  return attempt.kind === "planned" ? attempt.line : "";
}

function showProblem(
  { message, file, line }: Problem,
  redact: (text: string) => string,
): Pick<RootProof, "message" | "file" | "line"> {
  return {
    message: shown(message, redact),
    ...(file === undefined ? {} : { file: shown(file, redact) }),
    ...(line === undefined ? {} : { line }),
  };
}

/** A key of an instance or of a map can be a secret, written as HCL does. */
function redactChange({ address, what, isDestructive }: ProofChange, redact: (text: string) => string): ProofChange {
  return {
    address: cut(redactKeys(address, redact)),
    what: shown(redactKeys(what, redact), redact),
    isDestructive,
  };
}

function shown(text: string, redact: (text: string) => string): string {
  return cut(redact(text));
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…` : text;
}
