import { describe, expect, it } from "@jest/globals";
import { mergedPullRequest } from "./merged-pull-request.ts";
import type { PullRequestRef } from "./pull-request.ts";

const SHA = "a".repeat(40);
const HEAD = "b".repeat(40);
const OTHER = "c".repeat(40);

const pull = (number: number, change: Partial<PullRequestRef> = {}): PullRequestRef => ({
  number,
  headSha: HEAD,
  headRef: "change",
  baseSha: "d".repeat(40),
  baseRef: "main",
  isFork: false,
  labels: [],
  isClosed: true,
  isMerged: true,
  mergeCommitSha: SHA,
  ...change,
});
const open = { isClosed: false, isMerged: false, mergeCommitSha: "" };

describe("mergedPullRequest", () => {
  it.each<[string, PullRequestRef[], number | "ambiguous" | undefined]>([
    ["none", [], undefined],
    ["the one whose merge, squash or last rebased commit it is", [pull(7)], 7],
    ["that one beside open ones of the same commit", [pull(8, open), pull(7), pull(9, { ...open, headSha: SHA })], 7],
    ["that one beside merged ones of other commits", [pull(6, { mergeCommitSha: OTHER }), pull(7)], 7],
    ["that one, named on two pages", [pull(7), pull(7)], 7],
    ["two of the same commit", [pull(7), pull(8)], "ambiguous"],
    ["an open one, whatever it says", [pull(7, { ...open, mergeCommitSha: SHA })], undefined],
    ["a closed one that was never merged", [pull(7, { isMerged: false })], undefined],
    ["an earlier commit of a rebase, or one below a merge commit", [pull(7, { mergeCommitSha: OTHER })], undefined],
    ["the reviewed head below its merge commit", [pull(7, { mergeCommitSha: OTHER, headSha: SHA })], undefined],
    ["the reviewed head itself, where GitHub names no commit", [pull(7, { mergeCommitSha: "", headSha: SHA })], 7],
    ["another commit, where GitHub names none", [pull(7, { mergeCommitSha: "" })], undefined],
    [
      "two heads, where GitHub names no commit",
      [pull(7, { mergeCommitSha: "", headSha: SHA }), pull(8, { mergeCommitSha: "", headSha: SHA })],
      "ambiguous",
    ],
    ["the named one before an unnamed one", [pull(7, { mergeCommitSha: "", headSha: SHA }), pull(8)], 8],
  ])("%s", (_, pulls, expected) => {
    for (const given of [pulls, pulls.toReversed()]) {
      const found = mergedPullRequest(given, SHA);
      expect(typeof found === "object" ? found.number : found).toBe(expected);
    }
  });

  it("finds nothing for an unknown commit", () => {
    expect(mergedPullRequest([pull(7, { mergeCommitSha: "", headSha: "" })], "")).toBeUndefined();
  });
});
