/**
 * Brings a branch to what is wanted: one commit on the base, made through git data. It never moves a branch from a commit
 * that it did not expect, and leaves out workflow files when the token may not write them.
 */
import { GitHubFailure } from "@handrail/github";
import { contentOf, isWorkflow, wordOf } from "./content.ts";
import type { ChangedFile, DesiredPullRequest } from "./desired.ts";
import { readOwner } from "./gather.ts";
import { signMessage } from "./mark.ts";
import type { Session } from "./session.ts";
import type { Step } from "./step.ts";
import { foreignWords } from "./words.ts";

/** How a branch is brought there. */
export type BranchStep = Extract<Step, { do: "publish" }>["branch"];

/** `there`: the branch holds what is wanted. `taken`: another run has just made it something else. */
export type Written =
  | { is: "there"; head: string; isPartial: boolean }
  | { is: "taken" }
  | { is: "foreign"; why: string }
  | { is: "only-workflows" };

/** Writes the branch. */
export async function writeBranch(session: Session, desired: DesiredPullRequest, step: BranchStep): Promise<Written> {
  if (step.do === "keep") return { is: "there", head: step.head, isPartial: step.isPartial };
  const others = desired.files.filter((file) => !isWorkflow(file));
  const isMixed = others.length < desired.files.length;
  const mayTry = session.mayWriteWorkflows ?? !session.hasNoWorkflows;
  if (!isMixed || mayTry) {
    try {
      return await write(session, desired, desired.files, step);
    } catch (error) {
      if (!isMixed || session.mayWriteWorkflows === true || !maySpeakOfWorkflows(error)) throw error;
      if (others.length === 0) {
        session.hasNoWorkflows = true;
        return { is: "only-workflows" };
      }
    }
  }
  if (others.length === 0) return { is: "only-workflows" };
  const written = await write(session, desired, others, step);
  session.hasNoWorkflows = true;
  return written.is === "there" ? { ...written, isPartial: true } : written;
}

/** GitHub refuses a tree with workflow files in the words for any missing permission, or does not find it. */
function maySpeakOfWorkflows(error: unknown): boolean {
  if (!(error instanceof GitHubFailure)) return false;
  return error.reason === "github-not-found" || error.reason === "github-forbidden";
}

async function write(
  session: Session,
  desired: DesiredPullRequest,
  files: readonly ChangedFile[],
  step: Exclude<BranchStep, { do: "keep" }>,
): Promise<Written> {
  const { repository } = session.deps;
  const parent = session.input.base.sha;
  session.tree ??= await repository.treeOf(parent);
  const entries = files.map(({ path, mode, text }) => ({ path, mode, content: text }));
  const tree = await repository.createTree(session.tree, entries);
  const content = wordOf(contentOf(desired, files));
  const message = signMessage(desired.commitMessage, { key: desired.key, content });
  const commit = await repository.createCommit({ message, tree, parent });
  const there: Written = { is: "there", head: commit, isPartial: false };
  const { branch } = desired;
  const first =
    step.do === "create"
      ? await repository.createBranch(branch, commit)
      : await repository.moveBranch(branch, { from: step.from, to: commit });
  if (first.isDone) return there;
  if (first.sha === undefined) return (await repository.createBranch(branch, commit)).isDone ? there : { is: "taken" };
  const owner = await readOwner(session, first.sha);
  if (!owner.isOurs) return { is: "foreign", why: foreignWords(branch, owner.who) };
  if (owner.content === content) return { ...there, head: first.sha };
  // A branch that was there unseen is brought up to date; one that another run has moved meanwhile is that run's.
  if (step.do === "move") return { is: "taken" };
  const second = await repository.moveBranch(branch, { from: first.sha, to: commit });
  return second.isDone ? there : { is: "taken" };
}
