/**
 * What one run did, as the summary, the log and the output `summary` tell it.
 */
import { describeProof } from "./proof-line.ts";
import type { Held, Proposal } from "../decide/update.ts";
import type { Proof } from "../prove/proof.ts";
import type { PullRequestResult } from "../pulls/desired.ts";
import type { TellContext } from "./place.ts";
import { plural } from "./proof-line.ts";

/** One proposal and what is known of it. */
export type ToldProposal = {
  proposal: Proposal;
  proof: Proof | undefined;
  /** Undefined in a dry run, and when publishing it failed or was held. */
  pull: PullRequestResult | undefined;
};

/** Everything that is told about one run. */
export type Story = {
  result: "updated" | "up-to-date" | "failed";
  told: readonly ToldProposal[];
  /** Former pull requests that were closed. */
  closed: readonly PullRequestResult[];
  held: readonly Held[];
  isDryRun: boolean;
  context: TellContext;
};

/** What it does, with its sign; of a pull request that stays as it is, nothing is proven anew. */
export function effectOf({ proof, pull }: ToldProposal): { sign: string; text: string } {
  const isKept = proof === undefined && pull?.state === "unchanged";
  return isKept ? { sign: "", text: "as before" } : describeProof(proof);
}

/** What came of a proposal, in a word or two. */
export function stateOf({ pull }: ToldProposal, isDryRun: boolean): string {
  if (pull !== undefined) return isDryRun && pull.state !== "unchanged" ? `would be ${pull.state}` : pull.state;
  return isDryRun ? "would be opened or updated" : "not published";
}

/** The run in one line of plain text without names: the output `summary`, and the heading of the step's summary. */
export function summariseStory({ result, told, closed, held, isDryRun }: Story): string {
  const failures = held.filter(({ isFailure }) => isFailure === true).length;
  const states = new Map<string, number>();
  for (const { pull } of told) if (pull !== undefined) states.set(pull.state, (states.get(pull.state) ?? 0) + 1);
  if (closed.length > 0) states.set("closed", (states.get("closed") ?? 0) + closed.length);
  const counts = ["created", "updated", "unchanged", "closed"].flatMap((state) => {
    const count = states.get(state);
    return count === undefined ? [] : [`${count} ${state}`];
  });
  const pulls = counts.length === 0 || isDryRun ? [] : [`pull requests: ${counts.join(", ")}`];
  const dry = isDryRun && told.length > 0 ? [`dry run: ${plural(told.length, "pull request")} would be open`] : [];
  const rest = [
    ...(held.length > failures ? [`${held.length - failures} held`] : []),
    ...(failures > 0 ? [plural(failures, "failure")] : []),
  ];
  const did = [...dry, ...pulls];
  if (did.length === 0) did.push(nothing(result, held.length));
  return [...did, ...rest].join("; ");
}

function nothing(result: Story["result"], held: number): string {
  if (result === "failed") return "failed";
  return held === 0 ? "everything is up to date" : "nothing to bump now";
}
