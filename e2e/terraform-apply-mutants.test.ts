/** Mutants of a plan file and its record through the built bundle: not one of them comes as far as terraform. */
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "@jest/globals";
import { openPlan, parseRecord } from "@handrail/terraform";
import { runs, seed, workspace } from "@handrail/testkit";
import * as fc from "fast-check";
import { planMutants } from "../packages/terraform/src/plan-mutant-fixture.ts";
import type { PlanPair } from "../packages/terraform/src/plan-mutant-fixture.ts";
import { errorOf, refuseApply } from "./terraform-apply-refusal.ts";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import { installWitness } from "./terraform-witness.ts";

const stage = openApplyStage();
const folder = workspace({}, { git: false, name: "witness" });
const witness = installWitness(folder.path);
afterAll(async () => {
  await stage.clear();
  folder.cleanup();
});

const files = {
  "main.tf": 'module "m" {\n  source = "./m"\n}\nresource "terraform_data" "a" {\n  input = "a"\n}\n',
  "m/main.tf": 'resource "terraform_data" "inner" {}\n',
};

describe.each([
  ["H043, H047: with a key", { "seal-key": sealKey }],
  ["H043: without a key", {}],
])("%s", (_, inputs: Record<string, string>) => {
  it("every mutant is refused without one terraform process, and the untouched plan is applied", async () => {
    const target = await stage.target({ files, inputs });
    const { outputs } = await target.planPushed();
    const file = outputs["plan-file"] ?? "";
    const pair: PlanPair = {
      file: new Uint8Array(readFileSync(file)),
      record: readFileSync(`${file}.record.json`, "utf8"),
    };
    const key = inputs["seal-key"] ?? "";
    const plan = key === "" ? pair.file : openPlan(pair.file, parseRecord(pair.record).record, key);
    const run = { witness, inputs: { "plan-file": file } };
    const hand = (given: PlanPair): void => {
      writeFileSync(file, given.file);
      writeFileSync(`${file}.record.json`, given.record);
    };
    const property = fc.asyncProperty(planMutants(pair, plan), async (mutant) => {
      hand(mutant);
      const { what } = await refuseApply(target, "plan-tampered", run);
      expect([mutant.how, what]).toEqual([mutant.how, expect.stringMatching(/\S/)]);
    });
    await fc.assert(property, { numRuns: runs(10, 50), seed: seed() });
    hand(pair);
    const applied = await target.apply({ inputs: { "plan-file": file } });
    expect([applied.outputs["result"], errorOf(applied).what]).toEqual(["applied", ""]);
  });
});
