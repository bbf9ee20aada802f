/** The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two. */
import { executorInputs, recordInputs, sharedProblems, toolInputs } from "@handrail/migration";
import { input, inputFailure, readInputs } from "@handrail/runner";
import type { InputValues } from "@handrail/runner";

export const inputs = {
  ...toolInputs,
  ...executorInputs,
  ...recordInputs,
  "github-token": input.secret({
    description:
      "Keeps the record, and names who holds the lock. Needs `deployments: write`, and `actions: read` for the lock.",
    default: "${{ github.token }}",
  }),
};

export const outputs = {
  result: {
    description:
      "`applied`, `nothing-to-do`, `refused`, `partial`, `failed`, `cancelled` or `timeout`. The step succeeds with the first two.",
  },
  "failure-reason": {
    description:
      "Why it failed, one word: `database-ahead`, `half-applied`, `locked`, `tool-failed`, `task-failed`, `schema-differs`, `connection-failed` … Empty when it did not.",
  },
  applied: { description: "JSON array of the ids that were applied, in order." },
  reverted: { description: "JSON array; always empty here." },
  pending: { description: "JSON array of the ids that are not applied, in order." },
  "version-before": { description: "The newest applied id before." },
  "version-after": { description: "The newest applied id now." },
  changed: { description: "`true` when anything in the database is different from before." },
  "schema-before": { description: "The fingerprint of the schema before." },
  "schema-after": { description: "The fingerprint of the schema now." },
  "record-id": { description: "The id of the Deployment that is the record. Empty when none could be kept." },
  "exit-code": { description: "The exit code of the last command. Empty when none ran, or it had none." },
};

/** The inputs as values. */
export type Inputs = InputValues<typeof inputs>;

/** Reads the inputs. @throws Failure `invalid-input` that names every bad one */
export function readRunInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const values = readInputs(inputs, environment);
  const problems = sharedProblems(values);
  if (problems.length > 0) throw inputFailure(problems);
  return values;
}
