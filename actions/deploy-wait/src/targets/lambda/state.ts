/** What the machines of Lambda remember and see. Types, and what both machines do alike. */
import { cutLine } from "../../line.ts";
import type { Step } from "../../wait/target.ts";
import type { Alias, Configuration } from "./function.ts";
import type { Subject } from "./subject.ts";

/** What is read. */
export type LambdaRead = "alias" | "configuration";

/** What a read came to when Lambda knows no such thing: its words. */
export type Missing = { missing: string };

/** What one look saw. What was not read, or told nothing, is absent. */
export type LambdaSnapshot = {
  /** What began after this may be ours: ms since 1970 in AWS's time, with slack. */
  since: number;
  alias?: Alias | Missing;
  /** `of`: the version that was asked about; "" for the unpublished function. */
  configuration?: (Configuration & { of: string }) | Missing;
  /** Why the configuration is not known, when the alias is; for good unless `isPassing`. */
  lack?: { words: string; isPassing: boolean };
};

/** What is remembered. Instants are ms elapsed. */
export type LambdaState = {
  configuration?: Configuration & { of: string };
  /** The last look's configuration was that of an update that we saw, or that is younger than `startedAt`. */
  isOurs: boolean;
  /** Since when a configuration without a time of change has told the same end, and how often. */
  same?: { said: string; since: number; count: number };
  /** Lambda does not know what was asked for; `wasThere`: it did before. */
  missing?: { since: number; words: string; wasThere: boolean };
  /** Why the configuration cannot be asked. */
  lack?: string;
  /** How often an answer about the configuration told nothing. */
  emptyReads: number;
  alias?: Alias;
  /** The version that the alias had when it was first seen; "" when it was ours. */
  baseline?: string;
  /** The alias was changed since it was first seen. */
  isTouched: boolean;
  /** The version that we wait for: given, or seen coming. */
  target: string;
  /** The greatest share that the target ever had. */
  peak: number;
  /** When the target was seen with traffic last. */
  seenAt: number;
  /** Looks in a row in which the target had lost all of its traffic. */
  lost: number;
};

/** What the machines say. */
export type LambdaStep = Step<LambdaState, LambdaRead>;

/** A thing that was never seen after this time does not exist, and what did not begin by then will not, ms. */
export const APPEARS_WITHIN_MS = 60_000;
/** Looks are frequent for so long, ms. */
export const STARTING_MS = 10_000;

/** The state before the first look. */
export function begin({ version }: Subject): LambdaState {
  return { isOurs: false, emptyReads: 0, isTouched: false, target: version, peak: 0, seenAt: 0, lost: 0 };
}

/** What is missing after a look; undefined when it is all there. */
export function missingAfter(
  before: LambdaState,
  { alias, configuration }: LambdaSnapshot,
  elapsedMs: number,
): LambdaState["missing"] {
  const since = before.missing?.since ?? elapsedMs;
  if (alias !== undefined && "missing" in alias) {
    return { since, words: alias.missing, wasThere: before.alias !== undefined };
  }
  if (configuration !== undefined && "missing" in configuration) {
    return { since, words: configuration.missing, wasThere: before.configuration !== undefined };
  }
  return alias === undefined && configuration === undefined ? before.missing : undefined;
}

/** What was pinned, and what the configuration proves. */
export function factsOf(
  { name, version, alias }: Subject,
  { target, configuration }: LambdaState,
): Record<string, string> {
  const qualifier = version || target || alias;
  return {
    pinned: qualifier === "" ? name : `${name}:${qualifier}`,
    ...(configuration === undefined || configuration.sha === "" ? {} : { codeSha256: configuration.sha }),
  };
}

/** Nothing can be said: Lambda knows no such thing, or tells nothing. */
export function unseen(
  subject: Subject,
  state: LambdaState,
  reads: readonly LambdaRead[],
  elapsedMs: number,
): LambdaStep {
  const { missing } = state;
  const isKnown = missing?.wasThere ?? (state.configuration !== undefined || state.alias !== undefined);
  const words = cutLine(missing?.words ?? "the answers tell nothing about it", 250);
  const progress = isKnown ? `not seen any more (${words})` : `not visible yet (${words})`;
  const pace = elapsedMs < STARTING_MS ? "starting" : "moving";
  const step = { state, reads, pace, progress, stage: "", facts: factsOf(subject, state) } as const;
  if (missing === undefined && isKnown) return step;
  if (elapsedMs - (missing?.since ?? 0) < APPEARS_WITHIN_MS) return step;
  const cause = isKnown ? `it was there and is not any more (${words})` : words;
  return { ...step, verdict: { result: "not-found", cause } };
}
