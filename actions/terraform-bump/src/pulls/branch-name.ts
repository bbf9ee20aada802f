/**
 * Names of branches: what may stand in front of ours, and what is left of them without the version.
 */

/** https://git-scm.com/docs/git-check-ref-format, and shorter than GitHub's limit with what comes behind it. */
const PREFIX = /^(?!.*(?:\.\.|\/\/|@\{|\.lock(?:\/|$)|\/\.|\.\/))[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}$/;

/** What is wrong with a branch prefix; undefined when it can be used. `refs/…` and a bare commit id would be ambiguous. */
export function branchPrefixProblem(text: string): string | undefined {
  if (text === "") return "it is empty: every branch would be ours";
  if (!PREFIX.test(text) || /[./-]$/.test(text)) return "it is no beginning of a branch name";
  if (/^(?:refs(?:\/|$)|heads\/|HEAD$)/.test(text)) return "it would be ambiguous";
  return /^[0-9a-f]{40}$/i.test(text) ? "it looks like a commit" : undefined;
}

/** The version, or the digest of a group's versions (decide/slug.ts), at the end of a branch's name. */
const VERSION = /-(?:[0-9a-f]{10}|v?[0-9]+(?:\.[0-9]+)+[0-9a-z._+-]*)$/;

/** `handrail/bump/hashicorp-aws` of `handrail/bump/hashicorp-aws-6.2.0`. */
export function stemOf(branch: string): string {
  return branch.replace(VERSION, "");
}
