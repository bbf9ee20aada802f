/**
 * One kind of change alone: what terraform-plan's bundle says of it, and what -detailed-exitcode of the real terraform does.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Workspace } from "@handrail/testkit";
import { apply, detailedExitCode, openStage, plain } from "./terraform-plan-stage.ts";

const stage = openStage();
afterAll(() => stage.clear());

/** Each plan with one kind of change alone, and what the real terraform's -detailed-exitcode must say to it. */
const kinds: [kind: string, exitCode: number, main: string, inputs?: Record<string, string>][] = [
  ["unchanged", 0, `resource "terraform_data" "a" {\n  input = "x"\n}\noutput "o" {\n  value = "1"\n}\n`],
  [
    "move only",
    2,
    `resource "terraform_data" "b" {\n  input = "x"\n}\nmoved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\noutput "o" {\n  value = "1"\n}\n`,
  ],
  [
    "import only",
    2,
    `resource "terraform_data" "a" {\n  input = "x"\n}\nresource "terraform_data" "i" {}\nimport {\n  to = terraform_data.i\n  id = "known"\n}\noutput "o" {\n  value = "1"\n}\n`,
  ],
  [
    "forget only",
    2,
    `removed {\n  from = terraform_data.a\n  lifecycle {\n    destroy = false\n  }\n}\noutput "o" {\n  value = "1"\n}\n`,
  ],
  ["outputs only", 2, `resource "terraform_data" "a" {\n  input = "x"\n}\noutput "o" {\n  value = "2"\n}\n`],
  [
    "refresh-only, nothing new",
    0,
    `resource "terraform_data" "a" {\n  input = "y"\n}\noutput "o" {\n  value = "1"\n}\n`,
    { "refresh-only": "true" },
  ],
  [
    "refresh-only, an output",
    2,
    `resource "terraform_data" "a" {\n  input = "x"\n}\noutput "o" {\n  value = "2"\n}\n`,
    { "refresh-only": "true" },
  ],
  [
    "destroy",
    2,
    `resource "terraform_data" "a" {\n  input = "x"\n}\noutput "o" {\n  value = "1"\n}\n`,
    { destroy: "true" },
  ],
];

describe("has-changes is what -detailed-exitcode says", () => {
  let applied: Workspace;
  beforeAll(async () => {
    applied = stage.checkout({ "main.tf": kinds[0]?.[2] ?? "" });
    await apply(applied.path);
  });

  it.each(kinds)("%s: %i", async (kind, exitCode, main, inputs = {}) => {
    const checkout = stage.copy(applied, { "main.tf": main });
    const result = await stage.plan({ workspace: checkout, inputs });
    expect(result.conclusion).toBe("success");
    expect(result.outputs).toMatchObject({
      result: exitCode === 2 ? "changes" : "no-changes",
      "has-changes": String(exitCode === 2),
      "exit-code": String(exitCode),
      "to-move": kind === "move only" ? "1" : "0",
      "to-import": kind === "import only" ? "1" : "0",
      "to-forget": kind === "forget only" ? "1" : "0",
      "to-add": "0",
      "to-destroy": kind === "destroy" ? "1" : "0",
    });
    expect(plain(result.summary)).toContain(exitCode === 2 ? result.outputs["summary"] : "no changes");
    const flags = Object.keys(inputs).map((name) => `-${name}`);
    expect(await detailedExitCode(checkout.path, flags)).toBe(exitCode);
  });
});
