/**
 * Sealed plans: with a seal key no clear plan is left behind, and what terraform-apply will trust is authenticated.
 */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parseMarker } from "@handrail/github";
import { openPlan, parseRecord, verifyRecord } from "@handrail/terraform";
import type { ActionResult, Workspace } from "@handrail/testkit";
import { foreignCommands, openStage, readTree, startPull } from "./terraform-plan-stage.ts";
import type { PullStage } from "./terraform-plan-stage.ts";
import { isGenuineMarker } from "@handrail/report";

const stage = openStage();
const key = "0123456789abcdefghijklmnopqrstuv-seal";
const secret = "sealed-battery-staple";
const main = (value: string): string => `variable "token" {
  type      = string
  sensitive = true
}
resource "terraform_data" "a" {
  input = var.token
}
output "o" {
  value = "${value}"
}
`;

describe("a plan with a seal key", () => {
  let pull: PullStage;
  let checkout: Workspace;
  let sealed: ActionResult;
  let file: string;
  const run = (inputs: Record<string, string>, token = secret): Promise<ActionResult> => {
    const { github, event } = pull;
    return stage.plan({ workspace: checkout, github, event, inputs, env: { TF_VAR_token: token } });
  };

  beforeAll(async () => {
    checkout = stage.checkout({ "main.tf": main("1") });
    pull = await startPull();
    sealed = await run({ "seal-key": key });
    file = sealed.outputs["plan-file"] ?? "";
  });
  afterAll(async () => {
    await pull.github.close();
    stage.clear();
  });

  it("is encrypted, and no clear plan is left", () => {
    expect(sealed).toMatchObject({ conclusion: "success", outputs: { result: "changes" } });
    expect(readFileSync(file).subarray(0, 2).toString("latin1")).not.toBe("PK");
    const names = [...readTree(dirname(file)).keys()].sort();
    expect(names).toEqual(["plan-result.json", "plan.json", "plan.tfplan.sealed", "plan.tfplan.sealed.record.json"]);
    for (const [name, content] of readTree(sealed.temp)) {
      expect([name, content.includes(secret)]).toEqual([name, false]);
      expect([name, content.includes(key)]).toEqual([name, false]);
      expect([name, content.startsWith("PK")]).toEqual([name, false]);
    }
  });

  it("opens with its record and its key alone", () => {
    const record = verifyRecord(parseRecord(readFileSync(`${file}.record.json`, "utf8")), key);
    expect(record).toMatchObject({ label: ".", directory: ".", workspace: "default", terraformVersion: "1.11.4" });
    expect(record.fingerprint).toBe(sealed.outputs["fingerprint"]);
    const plan = openPlan(readFileSync(file), record, key);
    expect(Buffer.from(plan).subarray(0, 2).toString("latin1")).toBe("PK");
    expect(() => openPlan(readFileSync(file), record, `${key}x`)).toThrow("plan");
    expect(() => openPlan(readFileSync(file), { ...record, workspace: "other" }, key)).toThrow("plan");
  });

  it("H026: leaves a comment whose marker is authenticated", () => {
    const marker = parseMarker(pull.github.comments(pull.number)[0]?.body ?? "");
    expect(marker?.data["fingerprint"]).toBe(sealed.outputs["fingerprint"]);
    expect(marker?.mac).toMatch(/^[\w-]{43}$/);
    expect(marker === undefined || isGenuineMarker(marker, key)).toBe(true);
    expect(marker === undefined || isGenuineMarker(marker, `${key}x`)).toBe(false);
    expect(
      marker === undefined || isGenuineMarker({ ...marker, data: { ...marker.data, head: "f".repeat(40) } }, key),
    ).toBe(false);
  });

  it("shows neither key nor secret", () => {
    const comments = pull.github.comments(pull.number).map(({ body }) => body);
    for (const text of [sealed.log, sealed.stderr, sealed.summary, JSON.stringify(sealed.outputs), ...comments]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain(secret);
    }
    expect(sealed.masks).toContain(key);
    expect(foreignCommands(sealed)).toEqual([]);
  });

  it("has a fingerprint over the secret too: equal for equal plans, different from the one without a key", async () => {
    const again = await run({ "seal-key": key });
    expect(again.outputs["fingerprint"]).toBe(sealed.outputs["fingerprint"]);
    const other = await run({ "seal-key": key }, "another-battery-staple");
    const open = await run({});
    const openOther = await run({}, "another-battery-staple");
    const prints = [sealed, other, open].map(({ outputs }) => outputs["fingerprint"]);
    expect(new Set(prints).size).toBe(3);
    expect(openOther.outputs["fingerprint"]).toBe(open.outputs["fingerprint"]);
    checkout.write({ "main.tf": main("2") });
    expect((await run({})).outputs["fingerprint"]).not.toBe(open.outputs["fingerprint"]);
  });

  it("is not kept when it is denied", async () => {
    const denied = await run({ "seal-key": key, "policy-command": "false" });
    expect(denied.outputs).toMatchObject({ result: "denied", "failure-reason": "policy-denied" });
    expect(denied.files.filter((name) => name.includes(".tfplan"))).toEqual([]);
  });
});
