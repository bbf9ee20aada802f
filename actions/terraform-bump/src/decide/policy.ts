/**
 * What the inputs say about updates, as values.
 */
import type { UpdateStrategy } from "@handrail/terraform";
import type { Pattern } from "./patterns.ts";

/** Major versions: apart from the others, with them, or not at all. */
export type MajorPolicy = "separate" | "together" | "ignore";

/** Times in milliseconds; `now` since 1970. An empty `allow` allows everything. */
export type Policy = {
  kinds: ReadonlySet<"terraform" | "providers" | "modules" | "lock-file">;
  strategy: UpdateStrategy;
  major: MajorPolicy;
  isStepwise: boolean;
  ignore: readonly Pattern[];
  allow: readonly Pattern[];
  minimumAgeMs: number;
  now: number;
};
