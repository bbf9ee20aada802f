/**
 * What is to be brought up to date and what is not: the words that deciding, proving, publishing and telling share.
 */
import type { Dependency, DependencyKind, Mention } from "../find/mention.ts";

/** One replacement of a version's text. */
export type Edit = { mention: Mention; after: string };

/** A provider's entry in a lock file that gets another version. */
export type LockChange = {
  /** The lock file, relative to the repository. */
  file: string;
  /** `registry.terraform.io/hashicorp/aws`. */
  provider: string;
  from: string;
  to: string;
};

/** One dependency that moves to one version, everywhere. */
export type Update = {
  dependency: Dependency;
  /** The oldest version that is in use now; canonical, without `v`. */
  from: string;
  to: string;
  /** The release's git tag, where it is one. */
  tag?: string;
  /** RFC 3339; absent when nobody says. */
  releasedAt?: string;
  isMajor: boolean;
  /** What it is one of at most one open pull request of: the major (`6.x`), before 1.0 the minor (`0.13.x`). */
  line: string;
  /** Distinct texts before and after of the edited mentions; equal when only lock files change. */
  constraintBefore: string;
  constraintAfter: string;
  edits: Edit[];
  locks: LockChange[];
  /** Root modules that it can change, sorted; relative to the repository. */
  roots: string[];
  /** The ladder: this step crosses one, so the former one has to be applied first. */
  isRung: boolean;
};

/** Why something is not brought up to date. */
export type HeldReason =
  | "ignored" /* by the input ignore, or not in allow */
  | "not-selected" /* its kind is not in the input dependencies */
  | "major-ignored" /* the input major is ignore */
  | "too-young" /* minimum-release-age */
  | "unknown-age" /* minimum-release-age, and nobody says when it was released */
  | "withdrawn"
  | "forbidden-version" /* terraform 1.1.0 and 1.1.1 */
  | "excluded-by-constraint" /* `!= x` */
  | "needs-newer-terraform" /* a provider's major that the terraform in use cannot run */
  | "later-rung" /* stepwise: another version comes first */
  | "waits-for-merge" /* the former rung's pull request is open */
  | "waits-for-apply" /* the former rung is merged and not applied clean */
  | "constraint-unclear" /* it cannot be edited: a variable, a syntax error, another dialect */
  | "unreadable-file"
  | "lock-only" /* strategy lock-only, and the constraint does not admit it */
  | "lookup-failed"
  | "lock-failed" /* the lock file could not be made */
  | "needs-workflows-permission"
  | "human-commits" /* somebody else committed to the branch */
  | "closed-by-maintainer" /* its pull request was closed without merging */
  | "limit" /* max-open-pull-requests */
  | "pull-request-failed";

/** Something that is not brought up to date, or not everywhere. */
export type Held = {
  dependency: string;
  kind: DependencyKind | "file";
  /** "" when unknown. */
  from: string;
  /** The version that would have been; "" when unknown. */
  to: string;
  reason: HeldReason;
  /** A sentence for people, with names from outside as they are. */
  why: string;
  file?: string;
  line?: number;
  /** Something went wrong, and the step has to say so by its exit code. */
  isFailure?: boolean;
};

/** Updates that come as one pull request. */
export type Proposal = {
  /** What at most one pull request is open for: `provider hashicorp/aws 6.x`, `group aws`. */
  key: string;
  /** The last part of the branch's name, made of `[a-z0-9._-]`: `hashicorp-aws-6.2.0`. Another target is another name. */
  branch: string;
  /** The group's name, when it is one. */
  group?: string;
  updates: Update[];
};
