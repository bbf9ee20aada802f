/**
 * What is to be done about one pull request that is wanted, from what is known; or what has to be known first. Pure.
 */
import type { PullRequest } from "@handrail/github/repository";
import type { HeldReason } from "../decide/update.ts";
import { contentOf, isSameContent, isWorkflow, wordOf } from "./content.ts";
import type { DesiredPullRequest } from "./desired.ts";
import { readMark } from "./mark.ts";
import type { Owner } from "./owner.ts";
import type { OwnPull, Pairing } from "./survey.ts";
import { closedWords, foreignWords, limitWords, occupiedWords } from "./words.ts";

/** What is known about one pairing; what was not asked yet is absent. */
export type Known = {
  pairing: Pairing;
  /** Whose the branch is. */
  owner?: Owner;
  /** The branch was made by a run that has seen a newer commit of the base branch than this one. */
  isNewer?: boolean;
  /** Whose the rivals' branches are, by number. */
  rivals?: ReadonlyMap<number, Owner>;
  /** Our newest closed pull request of the branch; null when there is none. */
  past?: PullRequest | null;
  /** One more pull request may be open. */
  hasRoom: boolean;
  maxOpen: number;
  /** undefined: it has to be tried. */
  mayWriteWorkflows: boolean | undefined;
};

/** What to do. */
export type Step =
  | { do: "ask"; about: "owner" | "rivals" | "past" }
  | { do: "leave" }
  | { do: "hold"; reason: HeldReason; why: string; isFailure?: boolean }
  /** Its own pull request gives way to one that somebody committed to. */
  | { do: "yield"; to: OwnPull; why: string }
  | {
      do: "publish";
      /** `keep`: the branch holds it already. `from`: where it is before it is moved. */
      branch: { do: "create" } | { do: "move"; from: string } | { do: "keep"; head: string; isPartial: boolean };
      /** The pull request to bring up to date; left out: open one. */
      pull?: PullRequest;
    };

/** Decides the next step. */
export function nextStep(known: Known): Step {
  const { pairing } = known;
  if (pairing.occupant !== undefined) {
    return { do: "hold", reason: "human-commits", why: occupiedWords(pairing.occupant, pairing.desired.branch) };
  }
  if (pairing.rivals.length > 0 && known.rivals === undefined) return { do: "ask", about: "rivals" };
  return (
    besideForeign(known) ?? (pairing.existing === undefined ? stepToOpen(known) : stepToKeep(known, pairing.existing))
  );
}

/** A rival that somebody committed to stays, and is the only one that is open for this. */
function besideForeign({ pairing, rivals, owner }: Known): Step | undefined {
  for (const rival of pairing.rivals) {
    const theirs = rivals?.get(rival.pull.number);
    if (theirs?.isOurs !== false) continue;
    const why = foreignWords(rival.pull.headRef, theirs.who, rival.pull.number);
    if (pairing.existing === undefined) return { do: "hold", reason: "human-commits", why };
    if (owner === undefined) return { do: "ask", about: "owner" };
    return owner.isOurs ? { do: "yield", to: rival, why } : { do: "hold", reason: "human-commits", why };
  }
  return undefined;
}

function stepToKeep(known: Known, { pull, mark }: OwnPull): Step {
  const { desired } = known.pairing;
  const files = writableFiles(known);
  const isSame = isSameContent(mark?.content, contentOf(desired, files)) && !isMore(known, mark?.isPartial);
  const isUpToDate = isSame && (mark?.isUnproven !== true || desired.isUnproven === true);
  if (isUpToDate && mark?.head === pull.headSha) return { do: "leave" };
  if (known.owner === undefined) return { do: "ask", about: "owner" };
  const { owner } = known;
  if (!owner.isOurs) {
    return { do: "hold", reason: "human-commits", why: foreignWords(pull.headRef, owner.who, pull.number) };
  }
  if (known.isNewer === true) return { do: "leave" };
  if (files.length === 0) return onlyWorkflows();
  const held = holds(known, owner.content);
  if (held === undefined) return { do: "publish", branch: { do: "move", from: pull.headSha }, pull };
  // Somebody edited our marker away, and nothing has changed: the text is theirs.
  if (mark === undefined) return { do: "leave" };
  return { do: "publish", branch: { do: "keep", head: pull.headSha, ...held }, pull };
}

function stepToOpen(known: Known): Step {
  const { pairing, hasRoom, past, owner, maxOpen } = known;
  if (writableFiles(known).length === 0) return onlyWorkflows();
  if (!hasRoom && pairing.rivals.length === 0) return { do: "hold", reason: "limit", why: limitWords(maxOpen) };
  if (past === undefined) return { do: "ask", about: "past" };
  if (past !== null && !past.isMerged && !isClosedByUs(past)) {
    return { do: "hold", reason: "closed-by-maintainer", why: closedWords(past.number) };
  }
  const { branch } = pairing;
  if (branch === undefined) return { do: "publish", branch: { do: "create" } };
  if (owner === undefined) return { do: "ask", about: "owner" };
  if (!owner.isOurs) {
    return { do: "hold", reason: "human-commits", why: foreignWords(pairing.desired.branch, owner.who) };
  }
  // What was merged once and is wanted again starts from the base branch as it is now.
  const held = past?.isMerged === true ? undefined : holds(known, owner.content);
  if (held === undefined) return { do: "publish", branch: { do: "move", from: branch } };
  return { do: "publish", branch: { do: "keep", head: branch, ...held } };
}

function onlyWorkflows(): Step {
  return { do: "hold", reason: "needs-workflows-permission", why: "It changes nothing but workflow files" };
}

/** The files that are worth trying. */
export function writableFiles({ pairing, mayWriteWorkflows }: Known): DesiredPullRequest["files"] {
  const { files } = pairing.desired;
  return mayWriteWorkflows === false ? files.filter((file) => !isWorkflow(file)) : files;
}

/** Files that were left out can be written now. */
function isMore({ mayWriteWorkflows }: Known, isPartial: boolean | undefined): boolean {
  return isPartial === true && mayWriteWorkflows === true;
}

/** Whether a commit holds what is wanted: all of it, or all but workflow files where they may not be written. */
function holds(known: Known, content: string | undefined): { isPartial: boolean } | undefined {
  const { desired } = known.pairing;
  if (content === undefined) return undefined;
  const others = desired.files.filter((file) => !isWorkflow(file));
  const isMixed = others.length < desired.files.length;
  if (content === wordOf(contentOf(desired))) return { isPartial: false };
  const isPartial = isMixed && known.mayWriteWorkflows !== true && content === wordOf(contentOf(desired, others));
  return isPartial ? { isPartial: true } : undefined;
}

function isClosedByUs({ body }: PullRequest): boolean {
  return readMark(body)?.isClosed === true;
}
