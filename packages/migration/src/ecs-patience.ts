/** How long calls that have no answer are tried again, by what came in the place of the answer. Pure but for the clock it is handed. */
import type { AwsFault, AwsFaultKind } from "@handrail/aws";
import type { Clock } from "@handrail/runner";

/** See createPatience. */
export interface Patience {
  /** An answer came: whatever was before is forgotten. */
  answered(): void;
  /** Whether to ask again after this fault. */
  bears(fault: AwsFault): boolean;
}

/**
 * So long faults of a kind are borne from the first of a row on, ms. AWS's own trouble and the network's pass; credentials that
 * stay expired after the Ask has tried to renew them do not.
 */
const longest: Readonly<Partial<Record<AwsFaultKind, number>>> = {
  throttled: 300_000,
  unavailable: 300_000,
  skewed: 60_000,
  expired: 60_000,
};

/** A no is believed when it comes so often in a row: permissions and names can take a moment to be known everywhere. */
const MOST_REFUSALS = 3;

/** Begins patiently. */
export function createPatience(clock: Clock): Patience {
  let since: number | undefined;
  let refusals = 0;
  return {
    answered() {
      since = undefined;
      refusals = 0;
    },
    bears({ kind }) {
      const limit = longest[kind];
      if (limit === undefined) {
        refusals += 1;
        return refusals < MOST_REFUSALS;
      }
      since ??= clock.monotonic();
      return clock.monotonic() - since < limit;
    },
  };
}
