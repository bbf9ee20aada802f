/**
 * What every refused terraform-apply must be, whatever its reason: told in two lines, and nothing changed anywhere.
 * Asserts; starts nothing but the action.
 */
import { expect } from "@jest/globals";
import type { ActionResult } from "@handrail/testkit";
import type { RunOptions, Target } from "./terraform-apply-stage.ts";
import type { Witness } from "./terraform-witness.ts";

/** A refused run, and the two lines of its error. */
export type Refused = ActionResult & { what: string; remedy: string };

/** The step's own error: the first line, what happened; the second, what to do. */
export function errorOf(result: ActionResult): { what: string; remedy: string } {
  const own = result.annotations.find(({ level, title }) => level === "error" && title === "terraform-apply");
  const [what = "", remedy = ""] = (own?.message ?? "").split("\n");
  return { what, remedy };
}

/** Everything that an apply could change. */
function outside({ backend, github }: Target): unknown {
  const { writes, holder } = { writes: backend.history().length, holder: backend.holder() };
  return { writes, holder, state: backend.state(), deployments: github.deployments().length };
}

/**
 * A run that must be refused for this reason. With a witness terraform must not have been started at all; without one it
 * may have planned.
 */
export async function refuseApply(
  target: Target,
  reason: string,
  options: RunOptions & { witness?: Witness; result?: string } = {},
): Promise<Refused> {
  const { witness, result: ending = "refused", ...run } = options;
  const before = outside(target);
  const path = witness === undefined ? {} : { path: [witness.directory] };
  const result = await target.apply({ ...path, ...run, inputs: { environment: "production", ...run.inputs } });
  const { what, remedy } = errorOf(result);
  expect([result.outputs["failure-reason"], what]).toEqual([reason, expect.stringMatching(/\S/)]);
  expect(result).toMatchObject({ exitCode: 1, conclusion: "failure", failures: [], orphans: [] });
  expect(result.outputs).toMatchObject({ result: ending, applied: "[]", failed: "[]", "outputs-json": "{}" });
  expect(remedy).toMatch(/^[A-Z].*\.$/);
  expect(result.summary).not.toBe("");
  expect(outside(target)).toEqual(before);
  expect(result.files.filter((file) => /\.tfplan$|document/.test(file))).toEqual([]);
  if (witness !== undefined) expect(witness.notes()).toEqual([]);
  return { ...result, what, remedy };
}
