/**
 * The inputs and outputs of terraform-apply: those of every action that plans, and what an apply asks beside them.
 * action.yml says the same, and a test compares the two.
 */
import { planInputProblems, planInputs } from "@handrail/planning";
import { input, inputFailure, readInputs } from "@handrail/runner";
import type { InputValues } from "@handrail/runner";

function oneLine(text: string): string | undefined {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? "it has a character that cannot be seen" : undefined;
}

export const inputs = {
  ...planInputs,
  "plan-file": input.text({
    description:
      "A plan that terraform-plan saved in the same workflow run, with its record (`<plan-file>.record.json`) beside it. Empty means to plan again, and to apply what the reviewed comment shows.",
    check: oneLine,
  }),
  "pull-request": input.integer({
    description:
      "The number of the pull request that was reviewed. Empty means the one of the event, or the one whose merge this commit is.",
    min: 1,
  }),
  "github-token": input.secret({
    description:
      "Reads the review and writes its record. Needs `pull-requests: write` for that (`read` when `comment` is `never`), and `deployments: write` when `environment` is given.",
    default: "${{ github.token }}",
  }),
  approval: input.choice(["reviewed", "none"], {
    description:
      "`reviewed`: apply only what was reviewed (the comment of the merged pull request, or the record of `plan-file`). `none`: apply whatever is planned.",
  }),
  environment: input.text({
    description: "The GitHub environment that gets a Deployment with the task `terraform-apply`. Empty means none.",
    check: oneLine,
    maxLength: 255,
  }),
  "dry-run": input.flag({
    description: "Do everything up to the apply itself, say what it would do, and change nothing.",
  }),
};

export const outputs = {
  result: { description: "`applied`, `no-changes`, `refused`, `partial` or `failed`." },
  "failure-reason": { description: "Why the step failed, one word. Empty when it did not." },
  applied: { description: "JSON array with the addresses that were done." },
  failed: { description: "JSON array with the addresses that failed, or were begun and not finished." },
  "not-started": { description: "JSON array with the addresses that were not begun." },
  "outputs-json": { description: "JSON object with the root module's outputs, without the sensitive ones." },
  fingerprint: { description: "The fingerprint of the plan, as terraform-plan gives it." },
  "result-file": { description: "Path of the result for terraform-report, with sensitive values replaced." },
  "comment-id": { description: "Id of the pull request comment." },
  "comment-url": { description: "Address of the pull request comment." },
  summary: { description: "The apply in one line." },
};

/** The inputs of one run. */
export type ApplyInputs = InputValues<typeof inputs>;

/**
 * Reads the inputs and checks the rules across them.
 * @throws Failure `invalid-input` that names every bad input
 */
export function readApplyInputs(environment: Readonly<Record<string, string | undefined>>): ApplyInputs {
  const values = readInputs(inputs, environment);
  const problems = planInputProblems(values, environment);
  if (values.approval === "reviewed" && values["plan-file"] === "" && values["github-token"] === "") {
    problems.push({ name: "github-token", given: "", accepts: "a token, because the reviewed comment has to be read" });
  }
  if (problems.length > 0) throw inputFailure(problems);
  return values;
}
