/**
 * What a fingerprint, and an outline, is made of. Types only.
 */
import type { FileDigest } from "./configuration.ts";
import type { PlanSource, PlanSummary } from "./plan.ts";

/** Everything that a fingerprint is over. */
export type FingerprintFacts = {
  source: PlanSource;
  plan: PlanSummary;
  /** Hides secrets by their value; used without a key only. */
  redact: (text: string) => string;
  /** The input `seal-key`; absent or "": sensitive values enter only as changed or unchanged. */
  key?: string;
  /** `hashConfiguration`. */
  configuration: string;
  /** `configurationDigests`, for the outline; the fingerprint has them in `configuration`. */
  files?: readonly FileDigest[];
  /** The text of the lock file. */
  lockFile: string | undefined;
  terraformVersion: string;
  providerVersions: Readonly<Record<string, string>>;
  /** `TF_CLI_ARGS*`, by name. */
  arguments: Readonly<Record<string, string>>;
  /** Drift belongs to the meaning of a refresh-only plan, and to no other. */
  refreshOnly: boolean;
};
