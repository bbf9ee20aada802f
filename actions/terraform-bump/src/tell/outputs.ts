/**
 * The JSON outputs of the contract. Names and texts from outside are as they are: the host redacts and escapes.
 */
import type { Held, Proposal } from "../decide/update.ts";
import type { PullRequestResult } from "../pulls/desired.ts";
import { filesOf } from "./move-pieces.ts";

/** One entry of the output `updates`. */
export type UpdateOutput = {
  dependency: string;
  kind: string;
  from: string;
  to: string;
  "constraint-before": string;
  "constraint-after": string;
  files: string[];
};

/** One entry of the output `held`. `failure` is there when something went wrong. */
export type HeldOutput = {
  dependency: string;
  kind: string;
  from: string;
  to: string;
  reason: string;
  why: string;
  file?: string;
  line?: number;
  failure?: true;
};

/** One entry of the output `pull-requests`. */
export type PullRequestOutput = Pick<PullRequestResult, "number" | "url" | "branch" | "state">;

/** The output `updates`: what moves, in the order of the proposals. */
export function updatesOutput(proposals: readonly Proposal[]): UpdateOutput[] {
  return proposals
    .flatMap(({ updates }) => updates)
    .map((update) => ({
      dependency: update.dependency.name,
      kind: update.dependency.kind,
      from: update.from,
      to: update.to,
      "constraint-before": update.constraintBefore,
      "constraint-after": update.constraintAfter,
      files: filesOf(update),
    }));
}

/** The output `held`: every update that was not made. */
export function heldOutput(held: readonly Held[]): HeldOutput[] {
  return held.map(({ dependency, kind, from, to, reason, why, file, line, isFailure }) => ({
    dependency,
    kind,
    from,
    to,
    reason,
    why,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(isFailure === true ? { failure: true as const } : {}),
  }));
}

/** The output `pull-requests`. */
export function pullRequestsOutput(pulls: readonly PullRequestResult[]): PullRequestOutput[] {
  return pulls.map(({ number, url, branch, state }) => ({ number, url, branch, state }));
}
