/**
 * The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two.
 */
import { input, readInputs } from "@handrail/runner";
import type { InputValues } from "@handrail/runner";

export const inputs = {
  results: input.text({
    description:
      "A folder, searched in depth for results of terraform-plan and terraform-apply, or one result file. Relative to the workspace; it must lie in it or in `RUNNER_TEMP`.",
    required: true,
    check: (text) => (/[\0\r\n]/.test(text) ? "not one line" : undefined),
  }),
  comment: input.choice(["always", "changes", "never"], {
    description:
      "When to comment on the pull request: `always`, `changes` (an existing comment is still brought up to date) or `never`.",
  }),
  "pull-request": input.integer({
    description:
      "The number of the pull request. Empty means the one of the event, and for an apply the one whose merge made the commit.",
    min: 1,
  }),
  label: input.text({ description: "Tell only the result with this label. Empty means all of them.", default: "" }),
  "github-token": input.secret({
    description:
      "Writes the comment, which needs `pull-requests: write`, and keeps the Deployment of an apply with an environment, which needs `deployments: write`. Nothing is needed when `comment` is `never` and no environment is named.",
    default: "${{ github.token }}",
  }),
};

export const outputs = {
  result: { description: "`reported`, `nothing-to-report` or `failed`." },
  "failure-reason": {
    description:
      "Why the step failed: `invalid-input`, `comment-failed`, `cancelled` or `internal-error`. Empty when it did not.",
  },
  "comment-id": { description: "Id of the pull request comment; of several results, the first one's." },
  "comment-url": { description: "Address of the pull request comment; of several results, the first one's." },
  summary: { description: "The plan or its apply in one line; of several results, the first one's." },
};

/** The inputs as values. */
export type Inputs = InputValues<typeof inputs>;

/** Reads the inputs; throws one Failure that names every bad one. */
export function readReportInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  return readInputs(inputs, environment);
}
