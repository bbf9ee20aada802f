/**
 * Pull requests as they should be, made of proposals, their files and their proofs; and what became of them, as held
 * updates. Pure.
 */
import type { Held, Proposal } from "./decide/update.ts";
import { digestGround, reachedDirectories } from "./ground.ts";
import { affectedRoots } from "./prove/digest.ts";
import type { Proof } from "./prove/proof.ts";
import type { ProposedChange } from "./prove/prove.ts";
import type { DesiredPullRequest } from "./pulls/desired.ts";
import type { HeldPullRequest } from "./pulls/session.ts";
import type { Scan } from "./scan.ts";
import { renderBody, type Background } from "./tell/body.ts";
import type { TellContext } from "./tell/place.ts";
import { renderCommitMessage, renderTitle } from "./tell/title.ts";

/** What the bodies tell besides the proposals. */
export type Telling = {
  proofs: ReadonlyMap<string, Proof>;
  /** Why there is no proof at all. */
  whyNot?: string;
  background: ReadonlyMap<string, Background>;
  held: readonly Held[];
  context: TellContext;
  canRunWorkflows: "yes" | "after-approval";
  /** Nothing is proven yet: whether something can be. */
  mayProve?: boolean;
};

/** The pull request of a proposal. */
export function desire(
  { proposal, files }: ProposedChange,
  prefix: string,
  scan: Scan,
  telling: Telling,
): DesiredPullRequest {
  const { proofs, whyNot, background, held, context, canRunWorkflows } = telling;
  return {
    key: proposal.key,
    branch: `${prefix}/${proposal.branch}`,
    target: targetOf(proposal),
    title: renderTitle(proposal),
    body: (left) =>
      renderBody({
        proposal,
        proof: proofs.get(proposal.key),
        ...(whyNot === undefined ? {} : { whyNot }),
        held: held.filter((item) => concerns(item, proposal)),
        left,
        background,
        context,
        canRunWorkflows,
      }),
    commitMessage: renderCommitMessage(proposal),
    isUnproven: telling.mayProve === undefined ? !isWhole(proofs.get(proposal.key)) : !telling.mayProve,
    files,
    ground: digestGround(
      scan.checkout.files,
      reachedDirectories(affectedRoots(proposal), scan.findings.modules),
      new Set(files.map(({ path }) => path)),
    ),
  };
}

/** Whether everything that was to be proven is: what could only be validated, or was broken before, is not. */
function isWhole(proof: Proof | undefined): boolean {
  return (proof?.roots ?? [undefined]).every((root) => {
    if (root === undefined || root.how === "none" || root.outcome === "failed-before") return false;
    return root.how === "plan" || root.outcome !== "same" || root.message === "";
  });
}

function targetOf({ updates }: Proposal): string {
  return updates
    .map(({ dependency, to }) => `${dependency.name} ${to}`)
    .sort()
    .join("\n");
}

function concerns({ dependency, kind }: Held, { updates }: Proposal): boolean {
  return updates.some((update) => update.dependency.name === dependency && update.dependency.kind === kind);
}

/** A pull request that was not made, as held updates: one for each update in it, or for each file that it lacks. */
export function heldUpdates(held: readonly HeldPullRequest[], changes: readonly ProposedChange[]): Held[] {
  const proposals = new Map(changes.map(({ proposal }) => [proposal.key, proposal]));
  return held.flatMap(({ key, reason, why, file, isFailure }): Held[] => {
    const more = { ...(file === undefined ? {} : { file }), ...(isFailure === true ? { isFailure } : {}) };
    const sentence = why.endsWith(".") ? why : `${why}.`;
    const updates = proposals.get(key)?.updates ?? [];
    const told =
      file === undefined ? updates : updates.filter(({ edits }) => edits.some((edit) => edit.mention.file === file));
    if (told.length === 0)
      return [
        {
          dependency: key === "" ? "pull requests" : key,
          kind: "file",
          from: "",
          to: "",
          reason,
          why: sentence,
          ...more,
        },
      ];
    return told.map(({ dependency, from, to }) => {
      return { dependency: dependency.name, kind: dependency.kind, from, to, reason, why: sentence, ...more };
    });
  });
}
