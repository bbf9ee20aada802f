/**
 * What every failed terraform-plan must be, whatever its reason. Asserts; starts nothing by itself.
 */
import { expect } from "@jest/globals";
import type { ActionOptions, ActionResult } from "@handrail/testkit";
import { failureOf } from "./terraform-plan-stage.ts";
import type { Stage } from "./terraform-plan-stage.ts";

/** How the action is run. */
export type Run = Omit<ActionOptions, "action">;

/** A failed run, and the two lines of its error. */
export type Failed = ActionResult & { what: string; remedy: string };

/** A run that must fail for this reason, told in two lines on the annotation and again in the summary. */
export async function failPlan(stage: Stage, reason: string, run: Run): Promise<Failed> {
  const result = await stage.plan(run);
  const { what, remedy } = failureOf(result);
  expect([result.outputs["failure-reason"], what]).toEqual([reason, expect.stringMatching(/\S/)]);
  expect(result).toMatchObject({ exitCode: 1, conclusion: "failure", failures: [], orphans: [] });
  expect(result.outputs).toMatchObject({ result: "failed" });
  expect(remedy).toMatch(/^[A-Z].*\.$/);
  expect(result.summary).not.toBe("");
  expect(result.outputs["plan-file"] ?? "").toBe("");
  expect(result.files.filter((file) => file.endsWith(".tfplan"))).toEqual([]);
  return { ...result, what, remedy };
}
