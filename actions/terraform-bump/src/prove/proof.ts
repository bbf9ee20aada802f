/**
 * What a bump does to the infrastructure: the plans of each affected root module before and after it, compared. The words
 * that proving and telling share.
 */

/** The difference of one resource, output or check between the plan before and the plan after. */
export type ProofChange = {
  address: string;
  /** In plain words, as difference-words.ts has them: `would be updated in place: ami`. Redacted. */
  what: string;
  /** It destroys or replaces. */
  isDestructive: boolean;
};

/** One root module. */
export type RootProof = {
  /** Relative to the repository. */
  root: string;
  /** As comments name it: directory, and workspace when it is not `default`. */
  label: string;
  how: "plan" | "validate" | "none";
  /**
   * `same`: the bump makes no difference. `changes`: it does. `fails`: it worked before and fails after.
   * `fixed`: it failed before and works after. `failed-before`: it fails before and after, so that nothing is proven.
   * `unverified`: it was not tried, `message` says why.
   */
  outcome: "same" | "changes" | "fails" | "fixed" | "failed-before" | "unverified";
  /** What it would do anyway, in one line: `No changes.`, `1 to change.`; "" unless planned. */
  before: string;
  after: string;
  changes: ProofChange[];
  /** How many more there are than `changes` tells. */
  more: number;
  /**
   * The first error, why nothing was tried, or why it was validated only; "" when there is none. Redacted.
   */
  message: string;
  /** Where the error is. */
  file?: string;
  line?: number;
};

/** The proof of one proposal. `digest` names what was proven: digestOf in this folder. */
export type Proof = { digest: string; roots: RootProof[] };
