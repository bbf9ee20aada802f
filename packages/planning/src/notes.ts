/**
 * What readers must know about how a plan came to be, in sentences. Pure.
 */

/** The facts that need a word. */
export type NoteFacts = {
  /** terraform's own flag; undefined when it does not say. */
  complete: boolean | undefined;
  errored: boolean;
  targets: readonly string[];
  /** Names of environment variables that change what terraform does. */
  influences: readonly string[];
  /** Paths that the pull request changes, relative to the repository; undefined when they are not known. */
  changedFiles: readonly string[] | undefined;
  /** Whether somebody could have told which files change. */
  hasPullRequest: boolean;
  /** False when git could not say which files belong to the configuration. */
  isTracked: boolean;
  lockFile: string;
  config: string;
  hasSecrets: boolean;
  isSealed: boolean;
};

/** Sentences for every reader. */
export function decideNotes(facts: NoteFacts): string[] {
  const notes: string[] = [];
  const { changedFiles, lockFile, config, targets } = facts;
  if (facts.errored)
    notes.push("This plan is incomplete: Terraform stopped at an error. What is shown is only a part.");
  else if (targets.length > 0) notes.push(`This plan looks only at ${list(targets)} and what they depend on.`);
  else if (facts.complete === false)
    notes.push("This plan is incomplete: another plan and apply will be needed after it.");
  if (changedFiles?.includes(lockFile) === true) {
    notes.push(`This pull request changes ${lockFile}, and with it which provider code runs. Check its hashes.`);
  }
  if (changedFiles?.includes(config) === true) {
    notes.push(`This pull request changes the guardrails in ${config}. The plan was held against the changed ones.`);
  }
  const strong = facts.influences.filter(isStrong);
  if (strong.length > 0) notes.push(`The environment changes what Terraform does: ${list(strong)}.`);
  return notes;
}

/** Sentences for the summary. */
export function decideRemarks(facts: NoteFacts): string[] {
  const remarks: string[] = [];
  if (facts.hasPullRequest && facts.changedFiles === undefined) {
    remarks.push(
      `It is not known whether the pull request changes ${facts.lockFile} or ${facts.config}: its files could not be listed.`,
    );
  }
  if (!facts.isTracked) {
    remarks.push("git does not tell which files belong to the configuration: every file in it enters the fingerprint.");
  }
  const others = facts.influences.filter((name) => !isStrong(name));
  if (others.length > 0) remarks.push(`From the environment: ${others.join(", ")}.`);
  if (facts.hasSecrets && !facts.isSealed) {
    remarks.push(
      "Without seal-key, sensitive values enter the fingerprint only as changed or unchanged, and the plan file is not encrypted.",
    );
  }
  return remarks;
}

/** What changes the meaning of a plan in a way that nobody expects from reading the workflow. */
function isStrong(name: string): boolean {
  return name.startsWith("TF_CLI_ARGS") || name === "TF_REATTACH_PROVIDERS" || name.includes("dev_overrides");
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(", ");
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
