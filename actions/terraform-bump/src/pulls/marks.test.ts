/** Contents, markers, trailers and whose a branch is: pure, in tables. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { renderMarker } from "@handrail/github";
import type { Ahead, Commit } from "@handrail/github/repository";
import { runs, seed } from "@handrail/testkit";
import { contentOf, isSameContent, isWorkflow, nameOf, wordOf } from "./content.ts";
import { markBody, readMark, readTrailers, signMessage, textOf } from "./mark.ts";
import type { Mark } from "./mark.ts";
import { judgeOwner } from "./owner.ts";
import { BOT, wish } from "./sync-fixture.ts";

const aws = wish("aws", "6.2.0");
const mark: Mark = {
  key: "provider hashicorp/aws 6.x",
  content: { target: "t", ground: "g", files: "f" },
  head: "1".repeat(40),
  isPartial: false,
  isClosed: false,
};

describe("what a pull request brings", () => {
  it.each([
    ["another target", { target: "hashicorp/aws 6.2.1" }],
    ["another ground", { ground: "other" }],
    ["another file", { files: [{ ...aws.files[0], path: "live/other.tf" }] }],
    ["another text", { files: [{ ...aws.files[0], text: "x" }] }],
    ["another mode", { files: [{ ...aws.files[0], mode: "100755" }] }],
    ["one file more", { files: [...aws.files, { path: "a", mode: "100644", text: "" }] }],
  ])("differs by %s", (_, changed) => {
    const other = contentOf({ ...aws, ...changed } as typeof aws);
    expect([isSameContent(contentOf(aws), other), wordOf(contentOf(aws)) === wordOf(other)]).toEqual([false, false]);
  });

  it("is the same whatever its words, its key and the order of its files", () => {
    const files = [...aws.files, { path: "a", mode: "100644" as const, text: "" }];
    const one = contentOf({ ...aws, files });
    const other = contentOf({ ...aws, title: "x", body: () => "y", commitMessage: "z", files: files.toReversed() });
    expect([isSameContent(one, other), wordOf(one) === wordOf(other)]).toEqual([true, true]);
    expect(isSameContent(undefined, one)).toBe(false);
  });

  it.each([
    [".github/workflows/plan.yml", true],
    [".github/workflows/sub/x.yml", true],
    [".github/actions/x/action.yml", false],
    ["live/.github/workflows/plan.yml", false],
  ])("%s: only for tokens that may write workflows: %j", (path, is) => {
    expect(isWorkflow({ path })).toBe(is);
  });
});

describe("names", () => {
  it.each([
    ["provider hashicorp/aws 6.x", "provider hashicorp/aws 6.x"],
    [" a\n b\t\u0000c ", "a b c"],
    ["é", expect.stringMatching(/^sha256:[0-9a-f]{64}$/)],
    ["x".repeat(301), expect.stringMatching(/^sha256:[0-9a-f]{64}$/)],
  ])("%j is %j", (text, name) => {
    expect(nameOf(text)).toEqual(name);
  });

  it("stay what they are, and are one line that a marker has room for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const name = nameOf(text);
        expect([nameOf(name), name.length <= 300, /[^\x20-\x7e]/.test(name)]).toEqual([name, true, false]);
      }),
      { numRuns: runs(300, 20_000), seed: seed() },
    );
  });
});

describe("the marker of a pull request", () => {
  it.each([mark, { ...mark, isPartial: true }, { ...mark, isClosed: true }])(
    "is read as it was written: %j",
    (each) => {
      const body = markBody(each, "Text.\n");
      expect([readMark(body), textOf(body)]).toEqual([each, "Text.\n"]);
      expect(textOf(body.replaceAll("\n", "\r\n"))).toBe("Text.\r\n");
    },
  );

  it.each([
    ["no marker", "Text."],
    ["a marker further down", `x${markBody(mark, "")}`],
    ["another action's", renderMarker({ action: "terraform-plan", key: "k", data: {} })],
    [
      "one that lacks something",
      renderMarker({ action: "terraform-bump", key: "k", data: { target: "t", ground: "g", files: "f" } }),
    ],
    [
      "one of another kind",
      renderMarker({ action: "terraform-bump", key: "k", data: { target: 1, ground: "g", files: "f", head: "h" } }),
    ],
    [
      "one without a key",
      renderMarker({ action: "terraform-bump", key: "", data: { target: "t", ground: "g", files: "f", head: "h" } }),
    ],
    ["an edited one", markBody(mark, "").replace(/.{10} -->/, "AAAAAAAAAA -->")],
  ])("%s says nothing", (_, body) => {
    expect(readMark(body)).toBeUndefined();
  });

  it("leaves room for the text: 2,000 characters at most", () => {
    const long = nameOf("k".repeat(300));
    const content = { target: long, ground: long, files: "f".repeat(64) };
    expect(markBody({ ...mark, key: long, content, isPartial: true, isClosed: true }, "").length).toBeLessThan(2_000);
  });
});

describe("the trailers of a commit", () => {
  it.each([
    [signMessage("Bump aws", { key: "k", content: "c" }), { key: "k", content: "c" }],
    [signMessage("Bump aws\n\nText.\n\n", { key: "a\nb", content: "c" }), { key: "a b", content: "c" }],
    [signMessage("Bump\n\nHandrail-Bump: forged", { key: "k", content: "c" }), { key: "k", content: "c" }],
    [signMessage("Bump", { key: "k", content: "c" }).replaceAll("\n", "\r\n"), { key: "k", content: "c" }],
    ["Bump\n\nHandrail-Bump: k\nCo-authored-by: x", { key: "k", content: "" }],
    ["Bump\n\nHandrail-Bump: k\n\nSigned-off-by: x", undefined],
    ["Bump\n\nHandrail-Bump:", undefined],
    ["Bump", undefined],
    ["", undefined],
  ])("%j is %j", (message, trailers) => {
    expect(readTrailers(message)).toEqual(trailers);
  });
});

describe("whose a branch is", () => {
  const message = signMessage("Bump", { key: "k", content: "c" });
  const ours: Commit = { sha: "1", parents: ["0"], author: BOT, authorName: BOT, committer: "web-flow", message };
  const mona: Commit = { ...ours, sha: "2", author: "mona", authorName: "Mona", committer: "mona", message: "Fix" };
  const ahead = (commits: Commit[], total = commits.length): Ahead => ({ mergeBase: "0", commits, total });

  it.each<[string, Ahead, object]>([
    ["nothing on it", ahead([]), { isOurs: true, mergeBase: "0" }],
    ["one of ours", ahead([ours]), { isOurs: true, mergeBase: "0", key: "k", content: "c" }],
    [
      "one of ours, committed by us",
      ahead([{ ...ours, committer: "GitHub-Actions[bot]" }]),
      { isOurs: true, mergeBase: "0", key: "k", content: "c" },
    ],
    [
      "two of ours",
      ahead([{ ...ours, message: signMessage("x", { key: "o", content: "o" }) }, ours]),
      { isOurs: true, mergeBase: "0", key: "k", content: "c" },
    ],
    ["theirs on ours", ahead([ours, mona]), { isOurs: false, who: "mona", key: "k" }],
    ["ours on theirs", ahead([mona, ours]), { isOurs: false, who: "mona", key: "k" }],
    ["theirs", ahead([mona]), { isOurs: false, who: "mona" }],
    ["theirs with our trailers", ahead([{ ...ours, author: "mona" }]), { isOurs: false, who: "mona" }],
    ["ours, rebased by them", ahead([{ ...ours, committer: "mona" }]), { isOurs: false, who: BOT }],
    ["ours, committed by nobody known", ahead([{ ...ours, committer: "" }]), { isOurs: false, who: BOT }],
    ["our account without our trailers", ahead([{ ...ours, message: "Format" }]), { isOurs: false, who: BOT }],
    ["a merge", ahead([ours, { ...ours, parents: ["1", "9"] }]), { isOurs: false, who: BOT, key: "k" }],
    ["nobody GitHub knows", ahead([{ ...mona, author: "" }]), { isOurs: false, who: "Mona" }],
    ["nobody at all", ahead([{ ...mona, author: "", authorName: "" }]), { isOurs: false, who: "somebody" }],
    ["more than anybody reads", ahead([ours], 2), { isOurs: false, who: "somebody", key: "k" }],
  ])("%s", (_, given, owner) => {
    expect(judgeOwner(given, BOT)).toEqual(owner);
  });

  it("is never ours when we do not know who we are", () => {
    expect(judgeOwner(ahead([{ ...ours, author: "" }]), "").isOurs).toBe(false);
  });
});
