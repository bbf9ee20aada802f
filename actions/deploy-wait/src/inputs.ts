/**
 * The inputs and outputs, one declaration each. action.yml says the same; contract.test.ts compares the two.
 */
import { input, readInputs } from "@handrail/runner";
import type { InputValues } from "@handrail/runner";

export const inputs = {
  greeted: input.text({ description: "Who is greeted.", default: "world" }),
};

export const outputs = {
  result: { description: "How it ended: `greeted` or `failed`." },
  "failure-reason": {
    description:
      "Why it failed: `invalid-input`, `nobody-there`, `cancelled` or `internal-error`. Empty when it did not.",
  },
};

/** The inputs as values. */
export type Inputs = InputValues<typeof inputs>;

/** Reads the inputs; throws one Failure that names every bad one. */
export function readGivenInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  return readInputs(inputs, environment);
}
