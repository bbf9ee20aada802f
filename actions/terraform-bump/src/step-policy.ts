/**
 * What the inputs say about updates, as the values that deciding is handed.
 */
import type { Policy } from "./decide/policy.ts";
import { parsePatterns } from "./decide/patterns.ts";
import { parseAge } from "./decide/release-age.ts";
import type { Inputs } from "./inputs.ts";

const KINDS = ["terraform", "providers", "modules", "lock-file"] as const;

/** @param now milliseconds since 1970 */
export function policyOf(inputs: Inputs, now: number): Policy {
  const named = inputs.dependencies;
  return {
    kinds: new Set(named.length === 0 || named.includes("all") ? KINDS : KINDS.filter((kind) => named.includes(kind))),
    strategy: inputs.strategy,
    major: inputs.major,
    isStepwise: inputs.stepwise,
    ignore: parsePatterns(inputs.ignore),
    allow: parsePatterns(inputs.allow),
    minimumAgeMs: parseAge(inputs["minimum-release-age"]),
    now,
  };
}
