/**
 * Whose a branch is: ours only when everything on it that the base branch does not have was made by this action. Pure.
 * Anything else is somebody's work, also a rebase of ours or a merge of the base into it.
 */
import type { Ahead, Commit } from "@handrail/github/repository";
import { readTrailers } from "./mark.ts";

/** Whose it is. */
export type Owner =
  | {
      isOurs: true;
      /** From the newest commit's trailers; undefined when nothing is on it. */
      key?: string;
      content?: string;
      /** The commit of the base branch that it stands on. */
      mergeBase: string;
    }
  | {
      isOurs: false;
      /** The login of who made the first foreign commit, else the name in it. Text from outside. */
      who: string;
      /** From our commits below theirs. */
      key?: string;
    };

/** GitHub's own account, the committer of what it signs for bots. */
const WEB_FLOW = "web-flow";

/**
 * Judges the commits that a branch has and the base has not.
 * @param viewer our login
 */
export function judgeOwner(ahead: Ahead, viewer: string): Owner {
  const { commits, mergeBase, total } = ahead;
  const ours = commits.filter((commit) => isOurs(commit, viewer));
  const newest = ours.at(-1);
  const trailers = newest === undefined ? undefined : readTrailers(newest.message);
  const key = trailers === undefined ? {} : { key: trailers.key };
  const foreign = commits.find((commit) => !isOurs(commit, viewer));
  if (foreign !== undefined) return { isOurs: false, who: foreign.author || foreign.authorName || "somebody", ...key };
  // More commits than were read: none of ours ever has so many.
  if (total > commits.length) return { isOurs: false, who: "somebody", ...key };
  return { isOurs: true, mergeBase, ...key, ...(trailers === undefined ? {} : { content: trailers.content }) };
}

/** Made by us: our account is the author, GitHub or we committed it, and it says so. */
function isOurs({ author, committer, parents, message }: Commit, viewer: string): boolean {
  return (
    isSameLogin(author, viewer) &&
    (isSameLogin(committer, viewer) || committer === WEB_FLOW) &&
    parents.length === 1 &&
    readTrailers(message) !== undefined
  );
}

/** Whether two logins are one account's. */
export function isSameLogin(a: string, b: string): boolean {
  return a !== "" && a.toLowerCase() === b.toLowerCase();
}
