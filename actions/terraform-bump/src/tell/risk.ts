/**
 * What a maintainer has to know about a step from one version to another: the words that rules and telling share.
 */

/** `stop`: there is no way back, or something has to be done first. `check`: it can break something. `note`: good to know. */
export type RiskSeverity = "stop" | "check" | "note";

/** A place in the repository that uses what a version changes. */
export type UsedPlace = { name: string; file: string; line: number };

/** What the repository's text shows: literal types of backends, of resources and data sources. */
export type Uses = { backends: readonly UsedPlace[]; resourceTypes: readonly UsedPlace[] };

/** One thing to know about one update. */
export type Risk = {
  /** Which rule says so: `terraform-1.3-backends`. */
  id: string;
  severity: RiskSeverity;
  /** Markdown of ours, one sentence or some. */
  text: string;
  /** The page that says so. */
  source: string;
  /** Where the repository is affected; empty when that is not known. */
  affected: UsedPlace[];
  /** What it is about was looked for in the repository, and is not there. Modules from elsewhere can still have it. */
  isAbsent: boolean;
};

/** A trap at one version, as data. */
export type RiskRule = {
  id: string;
  /** The first version that has it: a step that crosses it is warned. */
  at: string;
  severity: RiskSeverity;
  text: string;
  source: string;
  /** What of the repository is affected, when it is used: exact types, or with a `*` at the end. */
  backends?: readonly string[];
  resourceTypes?: readonly string[];
};
