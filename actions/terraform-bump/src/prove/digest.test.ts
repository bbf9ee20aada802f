import { describe, expect, it } from "@jest/globals";
import { affectedRoots, digestOf } from "./digest.ts";
import { changedFiles, proposal } from "./prove-fixture.ts";

const base = "a".repeat(40);
const files = changedFiles({ "a/main.tf": "x", "b/main.tf": "y" });

describe("digestOf", () => {
  const digest = digestOf(proposal(["a", "b"]), base, files);

  it("is the same for the same, in any order and with other words around it", () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(
      digestOf(proposal(["b", "a"], { branch: "other", update: { tag: "v2.0.0" } }), base, files.toReversed()),
    ).toBe(digest);
  });

  it.each<[string, string]>([
    ["commit", digestOf(proposal(["a", "b"]), "b".repeat(40), files)],
    ["key", digestOf(proposal(["a", "b"], { key: "k" }), base, files)],
    ["version", digestOf(proposal(["a", "b"], { update: { to: "2.0.1" } }), base, files)],
    ["root", digestOf(proposal(["a"]), base, files)],
    ["text", digestOf(proposal(["a", "b"]), base, changedFiles({ "a/main.tf": "x", "b/main.tf": "z" }))],
    ["path", digestOf(proposal(["a", "b"]), base, changedFiles({ "a/main.tf": "x", "c/main.tf": "y" }))],
    [
      "mode",
      digestOf(
        proposal(["a", "b"]),
        base,
        files.map((file) => ({ ...file, mode: "100755" })),
      ),
    ],
    ["file less", digestOf(proposal(["a", "b"]), base, files.slice(1))],
  ])("is another one for another %s", (_, other) => {
    expect(other).not.toBe(digest);
  });
});

describe("affectedRoots", () => {
  it("has each root once, in order", () => {
    const change = proposal(["b", "a"]);
    change.updates.push(...proposal(["c", "b"]).updates);
    expect(affectedRoots(change)).toEqual(["a", "b", "c"]);
  });
});
