/**
 * What is there and what is wanted, put side by side. Pure: it decides nothing yet.
 */
import type { PullRequest } from "@handrail/github/repository";
import { stemOf } from "./branch-name.ts";
import { nameOf } from "./content.ts";
import type { DesiredPullRequest } from "./desired.ts";
import { readMark } from "./mark.ts";
import type { Mark } from "./mark.ts";
import { isSameLogin } from "./owner.ts";

/** An open pull request of ours. */
export type OwnPull = {
  pull: PullRequest;
  /** undefined when somebody edited it away. */
  mark?: Mark;
  /** As nameOf has it: from the marker, else from a commit; undefined when nothing tells. */
  key?: string;
};

/** What is there, as far as it is read for all of it at once. */
export type Situation = {
  viewer: string;
  /** Open, opened by us, for our base branch. */
  own: readonly OwnPull[];
  /** Open on a branch with our prefix, but opened by somebody else or for another base branch. */
  others: readonly PullRequest[];
  /** Branches with our prefix, and where they are. */
  branches: ReadonlyMap<string, string>;
};

/** One pull request that is wanted, and what there is of it. */
export type Pairing = {
  desired: DesiredPullRequest;
  /** Its own. */
  existing?: OwnPull;
  /** Ours for the same key or target on another branch: it takes their place. */
  rivals: readonly OwnPull[];
  /** Somebody else's that stands in its place. */
  occupant?: PullRequest;
  /** Where its branch is, when there is one. */
  branch?: string;
};

/** Tells ours from others'. A marker is believed on a pull request that we opened. */
export function sortPulls(
  pulls: readonly PullRequest[],
  viewer: string,
  base: string,
): { own: OwnPull[]; others: PullRequest[] } {
  const own: OwnPull[] = [];
  const others: PullRequest[] = [];
  for (const pull of pulls) {
    if (!isSameLogin(pull.author, viewer) || pull.baseRef !== base) others.push(pull);
    else {
      const mark = readMark(pull.body);
      own.push({ pull, ...(mark === undefined ? {} : { mark, key: mark.key }) });
    }
  }
  return { own, others };
}

/** Pairs what is wanted with what is there; `unwanted` are the open ones of ours that stand for nothing any more. */
export function survey(
  desired: readonly DesiredPullRequest[],
  situation: Situation,
): { pairings: Pairing[]; unwanted: OwnPull[] } {
  const pairings = desired.map((each) => pair(each, situation));
  const known = new Set(pairings.flatMap(({ existing, rivals }) => [existing, ...rivals]));
  return { pairings, unwanted: situation.own.filter((each) => !known.has(each)) };
}

function pair(desired: DesiredPullRequest, { own, others, branches }: Situation): Pairing {
  const key = nameOf(desired.key);
  const existing = own.find(({ pull }) => pull.headRef === desired.branch);
  const rivals = own.filter((each) => each !== existing && isRival(each, desired));
  // A stranger's marker is only ever a reason to do nothing.
  const occupant = others.find((pull) => pull.headRef === desired.branch || readMark(pull.body)?.key === key);
  const branch = branches.get(desired.branch);
  return {
    desired,
    rivals,
    ...(existing === undefined ? {} : { existing }),
    ...(occupant === undefined ? {} : { occupant }),
    ...(branch === undefined ? {} : { branch }),
  };
}

/**
 * Whether it stands for the same key or brings the same, on another branch. One that neither marker nor commit tells, since
 * somebody rewrote both, is told by the branch's name.
 */
export function isRival({ pull, key, mark }: OwnPull, desired: DesiredPullRequest): boolean {
  if (pull.headRef === desired.branch) return false;
  if (key === undefined) return stemOf(pull.headRef) === stemOf(desired.branch);
  return key === nameOf(desired.key) || mark?.content.target === nameOf(desired.target);
}

/** Why one of them cannot be told apart from another that is wanted; undefined for the first of them. */
export function clash(desired: DesiredPullRequest, earlier: readonly DesiredPullRequest[]): string | undefined {
  const same = earlier.find(({ key, branch, target }) => {
    return (
      nameOf(key) === nameOf(desired.key) || branch === desired.branch || nameOf(target) === nameOf(desired.target)
    );
  });
  return same === undefined ? undefined : `It cannot be told apart from ${same.key}`;
}
