/**
 * Decides whether a comment is the review of a plan: ours, unedited, for the head of the pull request that the commit
 * belongs to, for this target. Pure.
 */
import type { FoundComment } from "@handrail/github/client";
import type { PullRequestRef } from "@handrail/github";
import { isProven, outlineOf } from "@handrail/report";
import { Failure } from "@handrail/runner";
import { hashOutline, parseOutline } from "@handrail/terraform";
import type { Reviewed } from "./step.ts";

/** What a comment is held against. */
export type ReviewFacts = {
  repository: string;
  pullRequest: PullRequestRef;
  label: string;
  directory: string;
  workspace: string;
  /** The seal key, or "". */
  sealKey: string;
};

const REPLAN =
  "While the pull request is open, run terraform-plan on it again; after the merge open a new one (any change will do): its plan shows everything that is still to be done. Have that reviewed.";

/** The Failure for a plan that nobody is known to have reviewed. Nothing was started. */
export function notReviewed(what: string, remedy: string = REPLAN): Failure {
  return new Failure({ reason: "not-reviewed", result: "refused", what, remedy });
}

/**
 * Reads the review out of the comment.
 * @throws Failure `not-reviewed` that says what is missing
 */
export function readReview(comment: FoundComment | undefined, facts: ReviewFacts): Reviewed {
  const { pullRequest, label } = facts;
  const where = `pull request ${pullRequest.number}`;
  if (comment === undefined) {
    throw notReviewed(
      `There is no plan comment of ours for ${label} on ${where}${facts.sealKey === "" ? "" : ", or it was sealed with another seal-key"}`,
      "Plan with the same label, seal-key and token identity (after the merge in a new pull request; any change will do), or name the right one in pull-request.",
    );
  }
  const notes = requireAuthentic(comment, facts);
  const { data } = comment.marker;
  requireSame(data, facts, where);
  const fingerprint = data["fingerprint"];
  if (typeof fingerprint !== "string" || !/^hr1:[0-9a-f]{64}$/.test(fingerprint)) {
    throw notReviewed(`The plan comment for ${label} on ${where} shows no plan that could be applied`);
  }
  const outlineText = outlineOf(comment.body);
  const isSameOutline = outlineText !== "" && data["outline"] === hashOutline(outlineText);
  const outline = isSameOutline ? parseOutline(outlineText) : undefined;
  const { unsaved, done, begun } = data;
  return {
    shown: { kind: "comment", url: comment.url, fingerprint },
    fingerprint,
    ...(outline === undefined ? {} : { outline }),
    outlineText: outline === undefined ? "" : outlineText,
    marker: data,
    isBegun: begun === true,
    ...(typeof unsaved === "string" ? { unsaved } : {}),
    ...(typeof done === "string" ? { spentBy: done } : {}),
    notes,
  };
}

/** @returns what must be said about how well it is known */
function requireAuthentic(comment: FoundComment, { label, sealKey, pullRequest }: ReviewFacts): string[] {
  const where = `The plan comment for ${label} on pull request ${pullRequest.number}`;
  if (sealKey !== "") {
    if (isProven(comment.marker, sealKey)) return comment.isEdited === true ? [wordsEdited(comment)] : [];
    throw notReviewed(
      `${where} is not authenticated with this seal-key`,
      "Give terraform-plan and terraform-apply the same seal-key, and plan in a new pull request when this one is merged.",
    );
  }
  if (comment.marker.mac !== undefined) {
    throw notReviewed(`${where} is sealed, but no seal-key was given`, "Give the seal-key that terraform-plan has.");
  }
  if (comment.isEdited === true) {
    throw notReviewed(`${where} was edited by ${editorOf(comment)}: what it says is not what terraform-plan wrote`);
  }
  const unknown = comment.isEdited === undefined ? " Whether somebody edited it could not be found out." : "";
  return [
    `Without seal-key the review rests on the plan comment alone: every workflow of this repository can write as the same author.${unknown}`,
  ];
}

function editorOf({ editor }: FoundComment): string {
  return editor ?? "somebody";
}

/** The proof is over the marker, not over the words; an older comment of the same head could have been put back. */
function wordsEdited(comment: FoundComment): string {
  return `The plan comment was edited by ${editorOf(comment)}. What is applied is what its proven marker names; the words around it may say something else.`;
}

function requireSame(data: FoundComment["marker"]["data"], facts: ReviewFacts, where: string): void {
  const { pullRequest, label } = facts;
  const expected: [name: string, value: string | number, words: string][] = [
    ["repository", facts.repository, "another repository"],
    ["pullRequest", pullRequest.number, "another pull request"],
    ["directory", facts.directory, "another directory"],
    ["workspace", facts.workspace, "another workspace"],
  ];
  for (const [name, value, words] of expected) {
    if (data[name] === value) continue;
    throw notReviewed(
      `The plan comment for ${label} on ${where} is about ${words} (${String(data[name])} instead of ${value})`,
      "Give every target a label of its own, the same to terraform-plan and terraform-apply.",
    );
  }
  if (data["head"] !== pullRequest.headSha) {
    throw notReviewed(
      `The plan comment for ${label} shows commit ${String(data["head"])}, but the head of ${where} is ${pullRequest.headSha}`,
    );
  }
  if (data["result"] === "changes" || data["result"] === "no-changes") return;
  throw notReviewed(
    `The plan of ${label} on ${where} ${data["result"] === "denied" ? "was denied" : "could not be made"}: there is nothing to apply`,
  );
}

/**
 * Whether the commit that is applied belongs to the pull request.
 * @param comparison where the commit is, seen from what the pull request came to (its merge commit, or its head)
 * @throws Failure `not-reviewed`
 */
export function requireCommit(
  pullRequest: PullRequestRef,
  sha: string,
  comparison: "identical" | "ahead" | "behind" | "diverged",
): void {
  if (comparison === "identical" || (comparison === "ahead" && pullRequest.isMerged)) return;
  const what = pullRequest.isMerged ? "its merge" : "its head";
  throw notReviewed(
    `Commit ${sha} does not hold pull request ${pullRequest.number}: it is ${comparison === "behind" ? "behind" : "beside"} ${what}`,
    "Run on the commit that the pull request was merged as, or on a later one of the same branch.",
  );
}

/**
 * Whether a later commit is on the branch that was merged into: on another branch anything may have been added.
 * @param comparison where the commit is, seen from that branch
 * @throws Failure `not-reviewed`
 */
export function requireOnBase(
  pullRequest: PullRequestRef,
  sha: string,
  comparison: "identical" | "ahead" | "behind" | "diverged",
): void {
  if (comparison === "identical" || comparison === "behind") return;
  throw notReviewed(
    `Commit ${sha} is not on ${pullRequest.baseRef}, which pull request ${pullRequest.number} was merged into`,
    "Run on that branch: what was added elsewhere was not reviewed.",
  );
}
