import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runs, seed, workspace } from "@handrail/testkit";
import { decryptState, encryptState } from "./state-seal.ts";

const key = "0123456789abcdef-seal";
const nonce = new Uint8Array(12).fill(7);
const unseal = join(import.meta.dirname, "../../../actions/terraform-apply/unseal.mjs");

describe("a sealed state", () => {
  it("opens with its key to the same bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.string({ minLength: 16, maxLength: 40 }), (state, any) => {
        expect(decryptState(encryptState(state, any, nonce), any)).toEqual(state);
      }),
      { numRuns: runs(100, 10_000), seed: seed() },
    );
  });

  it("does not open when one bit of it, or the key, is another one", () => {
    const sealed = encryptState(new TextEncoder().encode('{"serial": 3}'), key, nonce);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(() => decryptState(changed, key)).toThrow("not a state that was sealed");
      }),
      { numRuns: runs(200, 5_000), seed: seed() },
    );
    expect(() => decryptState(sealed, `${key}x`)).toThrow("seal-key");
    expect(() => decryptState(sealed.subarray(0, 20), key)).toThrow("not a state that was sealed");
  });

  it("is opened by the script that the action brings, which needs nothing but node", () => {
    const state = '{"serial": 3, "lineage": "ü"}';
    using folder = workspace({ "errored.tfstate.sealed": encryptState(new TextEncoder().encode(state), key, nonce) });
    const file = join(folder.path, "errored.tfstate.sealed");
    const env = { HANDRAIL_SEAL_KEY: key };
    expect(execFileSync(process.execPath, [unseal, file], { env, encoding: "utf8" })).toBe(state);
    const refused = spawnSync(process.execPath, [unseal, file], { env: { HANDRAIL_SEAL_KEY: "x" }, encoding: "utf8" });
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("seal-key is another one");
    expect(spawnSync(process.execPath, [unseal], { encoding: "utf8" }).stderr).toContain("Say which file");
  });
});
