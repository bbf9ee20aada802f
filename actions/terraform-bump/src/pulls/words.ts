/**
 * What people read about pull requests that are held or closed. Names from outside stand in it as they are: whoever shows
 * it renders them harmless; closing comments are markdown already. Pure.
 */
import { code } from "@handrail/github";
import type { PullRequest } from "@handrail/github/repository";

/** The branch is somebody's work. */
export function foreignWords(branch: string, who: string, number?: number): string {
  const where = number === undefined ? `The branch ${branch}` : `The branch ${branch} of pull request #${number}`;
  const remedy =
    number === undefined
      ? "Delete the branch to have it made anew"
      : "Merge it, close it, or take those commits away to have it kept up to date again";
  return `${where} has commits that this action did not make, the first of them by ${who}, so it is left as it is. ${remedy}`;
}

/** Somebody else's pull request is in the place. */
export function occupiedWords({ number, author, headRef, baseRef }: PullRequest, branch: string): string {
  const opened = `Pull request #${number} for ${baseRef}, opened by ${author === "" ? "somebody" : author},`;
  return headRef === branch
    ? `${opened} has the branch ${branch}. Close it to have one made here; give each base branch and each token a branch-prefix of its own`
    : `${opened} is for the same update. Close it to have one made here`;
}

/** It was turned down. */
export function closedWords(number: number): string {
  return `Pull request #${number} for it was closed without merging. It stays closed until a newer version comes; reopen it to have it back`;
}

/** There are enough. */
export function limitWords(maxOpen: number): string {
  return `${maxOpen === 1 ? "One pull request is" : `${maxOpen} pull requests are`} open, as many as max-open-pull-requests allows`;
}

/** A workflow file that was left out. */
export function workflowWords(path: string): string {
  return `${path} is a workflow: the token may not change it. Change it by hand, or use the token of a GitHub App with the permission Workflows: write`;
}

/** The comment of one that another takes the place of. Markdown. */
export function supersededComment(by: number): string {
  return `Superseded by #${by}.`;
}

/** The comment of one that gives way. Markdown. */
export function yieldComment(to: number): string {
  return `#${to} is for the same, and somebody has committed to it: that one stays.`;
}

/** The comment of one that is not wanted any more; `why` is markdown. */
export function goneComment(base: string, why: string | undefined): string {
  const reason = why ?? `${code(base)} has this version already, or it is not wanted any more.`;
  return `Closed: ${reason}\n\nWhen the update is wanted again, a new pull request comes.`;
}
