/** Mutants of plan files and their records against everything that is checked before terraform starts. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Failure } from "@handrail/runner";
import { runs, seed } from "@handrail/testkit";
import * as fc from "fast-check";
import { describeBackend } from "./backend.ts";
import { readPlanArchive } from "./plan-archive.ts";
import { openReviewedPlan } from "./plan-binding.ts";
import { type Checkout, compareCheckout, requireNoDifference } from "./plan-binding-checkout.ts";
import { type PlanPair, planMutants } from "./plan-mutant-fixture.ts";
import { type PlanRecord, renderRecord, sha256 } from "./plan-record.ts";
import { NONCE_LENGTH, sealPlan } from "./plan-seal.ts";

const key = "correct horse battery staple";

type Original = { name: string; plan: Uint8Array; record: PlanRecord; checkout: Checkout };

const originals = ["first", "modules", "sensitive", "workspace", "hundred"].map((name): Original => {
  const plan = new Uint8Array(readFileSync(new URL(`../fixtures/saved-plans/${name}.tfplan`, import.meta.url)));
  const archive = readPlanArchive(plan);
  const { type, hash } = describeBackend(archive.backend.type, archive.backend.config);
  return {
    name,
    plan,
    record: {
      schema: 1,
      label: "live",
      repository: "octo-org/infrastructure",
      runId: "123456789",
      runAttempt: 1,
      headSha: "a".repeat(40),
      baseSha: "b".repeat(40),
      directory: "live",
      workspace: archive.backend.workspace,
      backendType: type,
      backendHash: hash,
      configuration: "d".repeat(64),
      lockFile: "",
      terraformVersion: archive.terraformVersion,
      planSha256: sha256(plan),
      fingerprint: `hr1:${"f".repeat(64)}`,
      createdBy: "handrail/terraform-plan 1",
    },
    checkout: {
      isInitialised: true,
      lockFile: undefined,
      modules: archive.modules.map(({ key: module, directory, files }) => ({
        key: module,
        directory,
        files: files.map(({ name: file, bytes }) => ({ name: file, bytes: () => bytes })),
      })),
    },
  };
});

/** Why a pair is refused; undefined when it is accepted. Anything but the Failure is a defect. */
function refusal({ file, record }: PlanPair, { record: honest, checkout }: Original, sealKey: string): unknown {
  const { planSha256: _hash, fingerprint: _print, createdBy: _maker, schema: _schema, ...expected } = honest;
  try {
    requireNoDifference(compareCheckout(openReviewedPlan({ file, record, sealKey }), expected, checkout));
    return undefined;
  } catch (error) {
    if (error instanceof Failure && error.reason === "plan-tampered") return error.what;
    throw error;
  }
}

describe.each([
  ["with a key", key],
  ["without a key", ""],
])("%s", (_, sealKey) => {
  const pairOf = ({ plan, record }: Original): PlanPair => ({
    file: sealKey === "" ? plan : sealPlan(plan, record, sealKey, new Uint8Array(NONCE_LENGTH)),
    record: renderRecord(record, sealKey),
  });

  it("every mutant is refused, and the untouched one accepted", () => {
    const kinds = new Set<string>();
    const pairs = originals.map((one) => ({ one, mutants: planMutants(pairOf(one), one.plan) }));
    for (const { one } of pairs) expect(refusal(pairOf(one), one, sealKey)).toBeUndefined();
    const mutant = fc.constantFrom(...pairs).chain(({ one, mutants }) => mutants.map((pair) => ({ one, pair })));
    const property = fc.property(mutant, ({ one, pair }) => {
      kinds.add(pair.how);
      expect([pair.how, refusal(pair, one, sealKey)]).toEqual([pair.how, expect.any(String)]);
    });
    fc.assert(property, { numRuns: runs(400, 10_000), seed: seed() });
    expect(kinds.size).toBe(32);
  });
});
