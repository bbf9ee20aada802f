/** The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two. */
import { executorInputs, parseTarget, recordInputs, sharedProblems, toolInputs } from "@handrail/migration";
import { input, inputFailure, readInputs, toFailure } from "@handrail/runner";
import type { InputProblem, InputValues } from "@handrail/runner";

export const inputs = {
  to: input.text({
    description:
      "Where to go back to. `previous-deployment`: to before the newest deployment. `deployment:<id>`: to the state that this record left. `before-deployment:<id>`: to the state that it found. `version:<v>`: v stays, everything after it goes. `steps:<n>`.",
    default: "previous-deployment",
    maxLength: 300,
  }),
  confirm: input.text({
    description: "Must be the same as `environment`: the safety catch. Not needed for a dry run.",
    default: "",
    maxLength: 255,
  }),
  "plan-digest": input.text({
    description:
      "The digest of the plan that was approved, as the output of a dry run gives it. When the plan is another one by now, nothing is reverted. Empty means any plan.",
    default: "",
    pattern: /^[0-9a-f]{64}$/,
    accepts: "the output plan-digest of a dry run",
  }),
  ...toolInputs,
  ...executorInputs,
  services: input.lines({
    description:
      "Amazon ECS services of `cluster` that use the database, one a line. While one of them still runs an image that was deployed with what is to be reverted, nothing is reverted: the application goes back first.",
    max: 20,
    maxLength: 512,
  }),
  ...recordInputs,
  "github-token": input.secret({
    description: "Reads and keeps the records. Needs `deployments: write`, and `actions: read` for the lock.",
    default: "${{ github.token }}",
  }),
};

export const outputs = {
  result: {
    description:
      "`rolled-back`, `nothing-to-do`, `refused`, `partial`, `failed`, `cancelled` or `timeout`. The step succeeds with the first two.",
  },
  "failure-reason": {
    description:
      "Why it failed, one word: `confirmation`, `no-record`, `unknown-target`, `beyond-baseline`, `irreversible`, `database-ahead`, `half-applied`, `app-first`, `plan-changed`, `locked`, `schema-differs`, `tool-failed`, `task-failed`, `connection-failed` … Empty when it did not.",
  },
  "plan-digest": {
    description: "The digest of the plan: what is reverted, and what the database is before and after.",
  },
  applied: { description: "JSON array; always empty here." },
  reverted: { description: "JSON array of the ids that were reverted, in the order in which they were." },
  pending: { description: "JSON array of the ids that should have been reverted and were not." },
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
export function readRollbackInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const values = readInputs(inputs, environment);
  const problems = [...sharedProblems(values), ...ownProblems(values)];
  if (problems.length > 0) throw inputFailure(problems);
  return values;
}

function ownProblems(values: Inputs): InputProblem[] {
  const problems: InputProblem[] = [];
  if (values.environment === "") {
    problems.push({ name: "environment", given: "", accepts: "the environment whose records say where to go back to" });
  }
  if (values.services.length > 0 && values.cluster === "") {
    problems.push({ name: "cluster", given: "", accepts: "the cluster of the services", why: "services is given" });
  }
  try {
    parseTarget(values.to);
  } catch (thrown) {
    problems.push({ name: "to", given: values.to, accepts: TARGETS, why: toFailure(thrown).what });
  }
  return problems;
}

const TARGETS = "previous-deployment, deployment:<id>, before-deployment:<id>, version:<v> or steps:<n>";
