/** Every way in which a comment is no review, and what is said about it. */
import { describe, expect, it } from "@jest/globals";
import type { FoundComment } from "@handrail/github/client";
import { Failure } from "@handrail/runner";
import { readReview, requireCommit, requireOnBase } from "./review.ts";
import type { ReviewFacts } from "./review.ts";
import { commits, merged, reviewOf } from "./step-fixture.ts";

const sealKey = "0123456789abcdefghijklmn";
const facts: ReviewFacts = {
  repository: "o/r",
  pullRequest: merged,
  label: "infra",
  directory: "infra",
  workspace: "default",
  sealKey: "",
};
const open = await reviewOf(["a.one"]);
const sealed = await reviewOf(["a.one"], sealKey);

/** What is said when this is no review. */
function refusal(comment: FoundComment | undefined, more: Partial<ReviewFacts> = {}): Pick<Failure, "what" | "remedy"> {
  try {
    readReview(comment, { ...facts, ...more });
  } catch (error) {
    if (error instanceof Failure && error.reason === "not-reviewed") {
      expect(error.result).toBe("refused");
      expect(error.remedy).toMatch(/^[A-Z].*\.$/s);
      return error;
    }
    throw error;
  }
  throw new Error("it was taken for a review");
}

/** The comment with other data in its marker. */
function changed(data: Record<string, string | number | boolean>, comment = open): FoundComment {
  return { ...comment, marker: { ...comment.marker, data: { ...comment.marker.data, ...data } } };
}

describe("readReview", () => {
  it("finds fingerprint, outline and marker, and warns that nothing is authenticated", () => {
    const reviewed = readReview(open, facts);
    expect(reviewed.fingerprint).toBe(open.marker.data["fingerprint"]);
    expect(reviewed.outline?.changes.map(({ address }) => address)).toEqual(["a.one"]);
    expect(reviewed.marker).toEqual(open.marker.data);
    expect(reviewed.shown).toMatchObject({ kind: "comment", url: open.url });
    expect(reviewed.notes).toEqual([expect.stringContaining("Without seal-key")]);
  });

  it("takes a proven marker, and says so when somebody edited the words around it", () => {
    expect(readReview(sealed, { ...facts, sealKey }).notes).toEqual([]);
    const reviewed = readReview({ ...sealed, isEdited: true, editor: "maintainer" }, { ...facts, sealKey });
    expect(reviewed.notes).toEqual([expect.stringContaining("was edited by maintainer")]);
    expect(reviewed.outline).toBeDefined();
  });

  it("says so when nobody can tell whether the comment was edited", () => {
    const [note] = readReview({ ...open, isEdited: undefined }, facts).notes;
    expect(note).toContain("could not be found out");
  });

  it("does without an outline that is not the one the marker names", () => {
    for (const comment of [
      { ...open, body: open.body.replace(/handrail-outline ./, "handrail-outline _") },
      changed({ outline: "0".repeat(64) }),
      { ...open, body: open.body.replace(/<!-- handrail-outline [^\n]+\n/, "") },
    ]) {
      const reviewed = readReview(comment, facts);
      expect([reviewed.fingerprint, reviewed.outline, reviewed.outlineText]).toEqual([
        open.marker.data["fingerprint"],
        undefined,
        "",
      ]);
    }
  });

  it("knows the state that an earlier apply could not save", () => {
    expect(readReview(changed({ unsaved: "lineage 4" }), facts).unsaved).toBe("lineage 4");
    expect(readReview(open, facts).unsaved).toBeUndefined();
  });

  it.each<[string, FoundComment | undefined, Partial<ReviewFacts>, RegExp]>([
    ["no comment", undefined, {}, /no plan comment of ours for infra on pull request 7/],
    ["an edited comment", { ...open, isEdited: true, editor: "mallory" }, {}, /was edited by mallory/],
    ["a comment edited by an account that is gone", { ...open, isEdited: true }, {}, /was edited by somebody/],
    ["a comment without a seal", open, { sealKey }, /not authenticated with this seal-key/],
    ["a seal of another key", sealed, { sealKey: `${sealKey}x` }, /not authenticated with this seal-key/],
    ["a seal without a key", sealed, {}, /is sealed, but no seal-key was given/],
    ["another pull request", changed({ pullRequest: 8 }), {}, /another pull request \(8 instead of 7\)/],
    ["another repository", changed({ repository: "o/fork" }), {}, /another repository \(o\/fork instead of o\/r\)/],
    ["another directory", changed({ directory: "other" }), {}, /another directory \(other instead of infra\)/],
    ["another workspace", changed({ workspace: "prod" }), {}, /another workspace \(prod instead of default\)/],
    ["an older head", changed({ head: commits.other }), {}, /shows commit d{40}, but the head .* is a{40}/],
    ["a denied plan", changed({ result: "denied" }), {}, /was denied: there is nothing to apply/],
    ["a failed plan", changed({ result: "failed" }), {}, /could not be made: there is nothing to apply/],
    ["no fingerprint", changed({ fingerprint: "" }), {}, /shows no plan that could be applied/],
    ["a fingerprint of another form", changed({ fingerprint: "hr2:00" }), {}, /shows no plan that could be applied/],
    ["a fingerprint that is a number", changed({ fingerprint: 1 }), {}, /shows no plan that could be applied/],
  ])("refuses %s", (_, comment, more, why) => {
    expect(refusal(comment, more).what).toMatch(why);
  });

  it("H026: refuses every field of a proven marker that is changed or taken from another comment", () => {
    for (const [name, value] of Object.entries(sealed.marker.data)) {
      const other = typeof value === "number" ? value + 1 : typeof value === "string" ? `${value}0` : !value;
      const { what } = refusal(changed({ [name]: other }, sealed), { sealKey });
      expect([name, what]).toEqual([name, expect.stringContaining("not authenticated")]);
    }
    const relabelled = { ...sealed, marker: { ...sealed.marker, key: "other" } };
    expect(refusal(relabelled, { sealKey }).what).toContain("not authenticated");
  });
});

describe("requireCommit", () => {
  it.each(["identical", "ahead"] as const)("takes a commit that is %s", (comparison) => {
    expect(() => requireCommit(merged, commits.other, comparison)).not.toThrow();
  });

  it.each([
    ["behind", merged, "behind its merge"],
    ["diverged", merged, "beside its merge"],
    ["diverged", { ...merged, isMerged: false }, "beside its head"],
  ] as const)("refuses one that is %s", (comparison, pullRequest, where) => {
    expect(() => requireCommit(pullRequest, commits.other, comparison)).toThrow(where);
  });
});

describe("the commit", () => {
  const open = { ...merged, isMerged: false, isClosed: false, mergeCommitSha: "" };

  it.each(["identical", "ahead", "behind", "diverged"] as const)("that is %s of what was merged", (comparison) => {
    const holds = comparison === "identical" || comparison === "ahead";
    const ask = (): void => requireCommit(merged, commits.other, comparison);
    if (holds) expect(ask).not.toThrow();
    else expect(ask).toThrow("does not hold pull request 7");
    const early = (): void => requireCommit(open, commits.other, comparison);
    if (comparison === "identical") expect(early).not.toThrow();
    else expect(early).toThrow("does not hold pull request 7");
  });

  it.each(["identical", "ahead", "behind", "diverged"] as const)("that is %s of the base branch", (comparison) => {
    const ask = (): void => requireOnBase(merged, commits.other, comparison);
    if (comparison === "identical" || comparison === "behind") expect(ask).not.toThrow();
    else expect(ask).toThrow("is not on main");
  });
});
