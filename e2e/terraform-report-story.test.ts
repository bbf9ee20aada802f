/**
 * The story of terraform-report with the real terraform: plan and apply comment nothing themselves, and the pull request
 * tells it all the same.
 */
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { parseMarker } from "@handrail/github";
import { runAction } from "@handrail/testkit";
import type { ActionOptions, ActionResult } from "@handrail/testkit";
import { openApplyStage, sealKey } from "./terraform-apply-stage.ts";
import type { Target } from "./terraform-apply-stage.ts";
import { plain } from "./terraform-plan-stage.ts";

const action = join(import.meta.dirname, "..", "actions", "terraform-report");
const stage = openApplyStage();
const reported: ActionResult[] = [];
afterAll(async () => {
  for (const result of reported) result.cleanup();
  await stage.clear();
});

const main = 'resource "terraform_data" "a" {\n  input = "a"\n}\noutput "a" {\n  value = terraform_data.a.output\n}\n';

/** Reports what a run left behind, in another job of the same run. */
async function report(target: Target, of: ActionResult, more: Partial<ActionOptions>): Promise<ActionResult> {
  const file = of.outputs["result-file"] ?? "";
  expect(file).not.toBe("");
  const { github } = target;
  const result = await runAction({ action, github, temp: of.temp, inputs: { results: of.temp }, ...more });
  reported.push(result);
  expect([result.outputs["failure-reason"], ...result.annotations]).toEqual([""]);
  return result;
}

function fingerprintOf(body: string | undefined): unknown {
  return parseMarker(body ?? "")?.data["fingerprint"];
}

describe("pull request, plan, report, merge, apply, report", () => {
  it.each([
    ["without a key", {}],
    ["with a key", { "seal-key": sealKey }],
  ])("%s", async (_, key: Readonly<Record<string, string>>) => {
    const target = await stage.target({ files: { "main.tf": main }, inputs: { comment: "never", ...key } });
    const { github, number } = target;
    const planned = await target.plan();
    expect(github.comments(number)).toEqual([]);
    const event = github.pullRequestEvent(number, "opened");
    await report(target, planned, { event, context: { runId: "100" } });
    const [comment, ...others] = github.comments(number);
    expect(others).toEqual([]);
    expect(fingerprintOf(comment?.body)).toBe(planned.outputs["fingerprint"]);

    const sha = await target.merge();
    const onPush = { eventName: "push", event: await github.pushEvent(sha), context: { sha, runId: "101" } };
    const applied = await target.apply({ inputs: { environment: "production" } });
    expect(applied.outputs).toMatchObject({ result: "applied", "failure-reason": "" });
    expect(github.comments(number).map(({ body }) => body)).toEqual([comment?.body]);
    const told = await report(target, applied, onPush);
    expect(told.outputs).toMatchObject({
      result: "reported",
      summary: expect.stringMatching(/^applied: 1 added/) as unknown,
    });
    const [record, ...more] = github.comments(number);
    expect(more).toEqual([]);
    expect(record?.id).toBe(comment?.id);
    expect(plain(record?.body ?? "")).toMatch(/applied:\W*1 added/);
    expect(fingerprintOf(record?.body)).toBe(planned.outputs["fingerprint"]);
    expect(parseMarker(record?.body ?? "")?.mac === undefined).toBe(Object.keys(key).length === 0);
    expect(github.deployments()).toHaveLength(1);
  });
});
