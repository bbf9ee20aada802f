/**
 * What the environment may add to an apply of a saved plan. Terraform puts TF_CLI_ARGS and TF_CLI_ARGS_apply before our
 * own arguments, so ours win where both give one; what is refused here is what it would honour against the review.
 * Seen in terraform 1.11.4 with a saved plan: it ignores -target, -replace, -destroy, -refresh, -refresh-only and
 * -auto-approve, refuses other values of variables, unknown flags and a second file, and honours the rest.
 */
import { Failure } from "@handrail/runner";

/** Whole words, and why they are refused. */
const REFUSED: readonly (readonly [flag: RegExp, why: string])[] = [
  [/^--?state(?:-out)?(?:=|$)/, "would apply to another state than the reviewed one"],
  [/^--?lock=(?!(?:1|t|T|TRUE|true|True)$)/, "would apply without the state's lock"],
  [/^(?:-h|--?help|-v|--?version)(?:=|$)/, "would apply nothing and look like success"],
];

/**
 * A Failure `invalid-input` when the environment would make the apply of a saved plan do something else than was
 * reviewed, or without a lock. Quotes are not interpreted: a word inside them counts as a word, which refuses too much
 * rather than too little.
 */
export function checkApplyEnvironment(environment: Readonly<Record<string, string | undefined>>): void {
  for (const name of ["TF_CLI_ARGS", "TF_CLI_ARGS_apply"]) {
    for (const word of (environment[name] ?? "").replaceAll(/["'`\\$()]/g, "").split(/\s+/)) {
      const why = REFUSED.find(([flag]) => flag.test(word))?.[1];
      if (why === undefined) continue;
      throw new Failure({
        reason: "invalid-input",
        what: `${name} holds ${/^[^=]*/.exec(word)?.[0] ?? word}, which ${why}`,
        remedy: `Take it out of ${name} in this job: the backend and the review decide what is applied.`,
      });
    }
  }
}
