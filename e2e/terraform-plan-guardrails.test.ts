/**
 * What may deny a good plan: guardrails, labels that lift them, and the policy command, in the bundle of terraform-plan.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { renderComment } from "@handrail/testkit";
import type { ActionOptions, ActionResult, Workspace } from "@handrail/testkit";
import { apply, failureOf, foreignCommands, openStage, plain, startPull } from "./terraform-plan-stage.ts";
import type { PullStage } from "./terraform-plan-stage.ts";

const stage = openStage();

const rules = `guardrails:
  - name: data-stays
    types: [terraform_data]
    addresses: [terraform_data.database]
    actions: [delete, replace]
    unless-label: allow-data-loss
    message: Ask the data team first.
`;

let pull: PullStage;
let checkout: Workspace;
beforeAll(async () => {
  checkout = stage.checkout({
    "main.tf": 'resource "terraform_data" "database" {\n  count = 1\n}\n',
    ".github/handrail.yml": rules,
  });
  await apply(checkout.path);
  checkout.write({ "main.tf": 'resource "terraform_data" "new" {\n}\n' });
  pull = await startPull();
});
afterAll(async () => {
  await pull.github.close();
  stage.clear();
});

const run = (more: Partial<ActionOptions> = {}): Promise<ActionResult> =>
  stage.plan({ workspace: stage.copy(checkout), github: pull.github, event: pull.event, ...more });

const comment = (): string => {
  const comments = pull.github.comments(pull.number);
  expect(comments).toHaveLength(1);
  return comments[0]?.body ?? "";
};

/** A denied plan is shown whole, and cannot be applied. */
function expectDenied(result: ActionResult, reason: string): void {
  expect(result).toMatchObject({ exitCode: 1, conclusion: "failure", failures: [] });
  expect(result.outputs).toMatchObject({
    result: "denied",
    "failure-reason": reason,
    "has-changes": "true",
    "exit-code": "2",
    "to-destroy": "1",
  });
  expect(result.outputs["plan-file"] ?? "").toBe("");
  expect(result.files.filter((file) => file.includes(".tfplan"))).toEqual([]);
  for (const markdown of [comment(), result.summary]) {
    expect(plain(markdown)).toContain("denied");
    expect(plain(markdown)).toContain("terraform_data.database[0] will be destroyed");
  }
}

describe("guardrails", () => {
  it("deny, with the rule's own words", async () => {
    const result = await run();
    expectDenied(result, "guardrail-denied");
    const { what, remedy } = failureOf(result);
    expect(what).toBe("Guardrail data-stays denies this plan: terraform_data.database[0]");
    expect(remedy).toBe("Ask the data team first.");
    expect(plain(comment())).toContain("The label allow-data-loss lifts it.");
  });

  it("are lifted by a label that was put on after the event, and the comment says so", async () => {
    pull.github.labels(pull.number, ["allow-data-loss"]);
    const { outputs, conclusion } = await run({ context: { runId: "2" } });
    expect(conclusion).toBe("success");
    expect(outputs).toMatchObject({ result: "changes", "failure-reason": "" });
    expect(plain(comment())).toContain("is lifted by the label allow-data-loss");
  });

  it("deny again when the label was taken away since the event", async () => {
    const labelled = pull.github.pullRequestEvent(pull.number);
    pull.github.labels(pull.number, []);
    const result = await run({ event: labelled, context: { runId: "3" } });
    expectDenied(result, "guardrail-denied");
  });
});

describe("the policy command", () => {
  const policy = (...lines: string[]): Record<string, string> => ({
    config: "none.yml",
    "policy-command": lines.join("\n"),
  });
  beforeAll(() => checkout.write({ "none.yml": "guardrails: []\n" }));

  it("denies, and its output is shown and does nothing", async () => {
    const hostile = "no\\n::error title=Approved::x\\n```\\n</details>\\n# Approved\\n@org/admins\\r::add-mask::no";
    const result = await run({ inputs: policy("sh", "-c", `printf '${hostile}'; exit 3`), context: { runId: "4" } });
    expectDenied(result, "policy-denied");
    expect(failureOf(result).what).toMatch(/^The policy command denies this plan: .* ended with exit code 3$/);
    expect(foreignCommands(result)).toEqual([]);
    expect(result.masks).not.toContain("no");
    expect(result.annotations.filter(({ title }) => title === "Approved")).toEqual([]);
    const shown = renderComment(comment());
    expect(shown.headings).toHaveLength(1);
    expect(shown.mentions).toEqual([]);
    expect(shown.codeBlocks.some(({ text }) => text.includes("# Approved"))).toBe(true);
  });

  it("allows", async () => {
    const { outputs } = await run({
      inputs: policy("sh", "-c", 'grep -q terraform_data.new "$PLAN_JSON"'),
      context: { runId: "5" },
    });
    expect(outputs).toMatchObject({ result: "changes", "failure-reason": "" });
    expect(plain(comment())).toContain("allows");
  });

  it("denies when it is not there", async () => {
    const result = await run({ inputs: policy("conftest-of-nobody", "test"), context: { runId: "6" } });
    expectDenied(result, "policy-denied");
    expect(plain(comment())).toContain("conftest-of-nobody");
  });
});
