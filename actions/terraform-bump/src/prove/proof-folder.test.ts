import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openUntrustedFiles, writeFileChunks } from "@handrail/runner/host";
import { workspace, type Workspace } from "@handrail/testkit";
import { digestOf } from "./digest.ts";
import { renderProofFile } from "./proof-file.ts";
import { readProofs, takeProofs, writeProofs, type ReadProofs } from "./proof-folder.ts";
import type { Proof, RootProof } from "./proof.ts";
import { changedFiles, proposal } from "./prove-fixture.ts";
import { unverified } from "./verdict.ts";

let folder: Workspace;
beforeEach(() => {
  folder = workspace({}, { git: false });
});
afterEach(() => folder.cleanup());

const base = "a".repeat(40);
const one = {
  proposal: proposal(["a", "b"], { key: "one", branch: "one-1.0.0" }),
  files: changedFiles({ "a/x.tf": "1" }),
};
const two = {
  proposal: proposal(["c"], { key: "two", branch: "../../two 2" }),
  files: changedFiles({ "c/x.tf": "2" }),
};
const input = { changes: [one, two], base };

function same(root: string, more: Partial<RootProof> = {}): RootProof {
  return { ...unverified(root, root, ""), how: "plan", outcome: "same", ...more };
}

const proofs = new Map<string, Proof>([
  [
    "one",
    { digest: digestOf(one.proposal, base, one.files), roots: [same("a"), same("b"), same("b", { label: "b (eu)" })] },
  ],
  ["two", { digest: digestOf(two.proposal, base, two.files), roots: [same("c")] }],
]);

function read(name = "proofs"): ReadProofs {
  return readProofs(
    name,
    openUntrustedFiles({ input: "verify-results", remedy: "", environment: { GITHUB_WORKSPACE: folder.path } }),
  );
}

describe("the folder of proofs", () => {
  it("gives back what was written, wherever below it", () => {
    writeProofs(folder.resolve("proofs/deep/er"), input, proofs, writeFileChunks);
    expect(folder.has("proofs/deep/er/one-1.0.0.bump-proof.json")).toBe(true);
    expect(folder.has("proofs/deep/er/..-..-two-2.bump-proof.json")).toBe(true);
    const { proofs: found, problems } = read();
    expect(problems).toEqual([]);
    expect(takeProofs(input, found)).toEqual(proofs);
    expect(read("proofs/deep/er/one-1.0.0.bump-proof.json").proofs.size).toBe(1);
  });

  it("does not take a proof for something else: another commit, other files, another root", () => {
    const found = new Map([...proofs.values()].map((proof) => [proof.digest, proof]));
    const elsewhere = takeProofs({ ...input, base: "b".repeat(40) }, found);
    expect(elsewhere.get("one")?.roots.map(({ root, outcome, message }) => [root, outcome, message])).toEqual([
      ["a", "unverified", "the read-only job proved something else"],
      ["b", "unverified", "the read-only job proved something else"],
    ]);
    const other = takeProofs({ changes: [{ ...two, files: changedFiles({ "c/x.tf": "3" }) }], base }, found);
    expect(other.get("two")?.roots[0]).toMatchObject({ outcome: "unverified" });
    const { digest } = proofs.get("one") ?? { digest: "" };
    const lacking = new Map([[digest, { digest, roots: [same("a"), same("x")] }]]);
    expect(takeProofs({ changes: [one], base }, lacking).get("one")?.roots).toEqual([
      same("a"),
      unverified("b", "b", "the read-only job did not prove it"),
    ]);
  });

  it("leaves out what is no proof, and says so", () => {
    writeProofs(folder.resolve("proofs"), input, proofs, writeFileChunks);
    folder.write({
      "secret.bump-proof.json": renderProofFile({ key: "s", proof: { digest: "0".repeat(64), roots: [] } }),
      "proofs/link.bump-proof.json": { link: "../secret.bump-proof.json" },
      "proofs/linked": { link: ".." },
      "proofs/bad.bump-proof.json": "{",
      "proofs/other.json": "{",
    });
    const { proofs: found, problems } = read();
    expect([...found.keys()].sort()).toEqual([...proofs.values()].map(({ digest }) => digest).sort());
    expect(problems).toEqual([expect.stringContaining("bad.bump-proof.json is not a proof")]);
  });

  it("uses neither of two that say different things, and both of two that say the same", () => {
    const [first] = [...proofs.values()];
    const roots = [same("a", { outcome: "fails" })];
    const digest = first?.digest ?? "";
    writeProofs(folder.resolve("proofs"), input, proofs, writeFileChunks);
    writeProofs(folder.resolve("proofs/again"), input, proofs, writeFileChunks);
    expect(read().proofs.size).toBe(2);
    folder.write({ "proofs/z.bump-proof.json": renderProofFile({ key: "one", proof: { digest, roots } }) });
    folder.write({ "proofs/zz.bump-proof.json": renderProofFile({ key: "one", proof: { digest, roots } }) });
    const { proofs: found, problems } = read();
    expect([found.has(digest), found.size]).toEqual([false, 1]);
    expect(problems[0]).toContain("prove the same and say different things");
  });

  it("reads no more than a run writes", () => {
    const content = renderProofFile({ key: "k", proof: { digest: "0".repeat(64), roots: [] } });
    folder.write(
      Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`proofs/${index}.bump-proof.json`, content])),
    );
    expect(read().problems).toEqual([expect.stringContaining("the rest of it was not read")]);
    folder.remove("proofs");
    const deep = Array.from({ length: 12 }, () => "d").join("/");
    folder.write({ [`proofs/${deep}/x.bump-proof.json`]: content });
    expect(read().proofs.size).toBe(0);
  });

  it("has to be there", () => {
    expect(() => read("nowhere")).toThrow("verify-results: nowhere does not exist");
  });
});
