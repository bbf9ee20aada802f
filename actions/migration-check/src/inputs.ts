/** The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two. */
import { executorInputs, recordInputs, sharedProblems, toolInputs } from "@handrail/migration";
import type { SharedInputs } from "@handrail/migration";
import { input, inputFailure, readInputs } from "@handrail/runner";
import type { InputValues } from "@handrail/runner";

export const inputs = {
  ...toolInputs,
  "database-url": input.secret({
    description:
      "A throwaway database, empty, of the kind that production has: `postgresql://…` or `mysql://…` of the job's `services`, or `sqlite:path`. Everything in it is changed.",
  }),
  "base-sha": input.text({
    description: "Migrations that this commit does not have are checked. Empty means the base of the pull request.",
    pattern: /^[0-9a-f]{40}$/,
    accepts: "a commit's 40 hex digits",
  }),
  require: input.choice(["reversible", "lossy", "nothing"], {
    description: "What every new migration must reach: `reversible`, `lossy` (or better), or `nothing`.",
  }),
  "seed-command": input.lines({
    description:
      "Fills the database after the migrations of the base, so that lost rows and values are seen. One argument a line.",
    verbatim: true,
    accepts: "a command, one argument a line",
  }),
  timeout: input.duration({ description: "How long one command may take.", default: "10m", min: "1s", max: "24h" }),
  comment: input.choice(["always", "changes", "never"], {
    description:
      "When to comment on the pull request: `always`, `changes` (only when there are new migrations; an existing comment is still brought up to date) or `never`.",
    default: "changes",
  }),
  label: input.text({
    description: "Names the database in the comment, where a repository has several. Empty means working-directory.",
    maxLength: 200,
  }),
  "github-token": input.secret({
    description:
      "Writes the comment, and reads the base where the checkout does not have it. Needs `pull-requests: write`, and `contents: read`.",
    default: "${{ github.token }}",
  }),
  "dry-run": input.flag({ description: "Say which migrations would be checked, and touch nothing." }),
};

export const outputs = {
  result: {
    description:
      "`reversible`, `lossy`, `irreversible`, `nothing-to-do` or `failed`. The step succeeds as far as `require` allows.",
  },
  "failure-reason": {
    description:
      "Why it failed, one word: `irreversible`, `lossy`, `tool-failed`, `not-empty`, `connection-failed` … Empty when it did not.",
  },
  applied: { description: "JSON array of the new ids that went up, down and up again, in order." },
  reverted: { description: "JSON array of the new ids that could be reverted." },
  pending: { description: "JSON array of the new ids that were not reached." },
  migrations: {
    description:
      'JSON array: `{"id", "verdict": "reversible"|"lossy"|"irreversible", "reasons": […]}` for each new migration.',
  },
  "comment-id": { description: "Id of the pull request comment." },
  "comment-url": { description: "Address of the pull request comment." },
};

/** The inputs as values. */
export type Inputs = InputValues<typeof inputs>;

/** Reads the inputs. @throws Failure `invalid-input` that names every bad one */
export function readCheckInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const values = readInputs(inputs, environment);
  const problems = sharedProblems({ ...values, executor: "runner" });
  if (problems.length > 0) throw inputFailure(problems);
  return values;
}

/** The inputs as run and rollback have them: a check always runs on the runner, and keeps no record. */
export function shareInputs(values: Inputs): SharedInputs {
  return { ...readInputs({ ...executorInputs, ...recordInputs }, {}), ...values };
}
