/**
 * Brings one pull request that is wanted to what it should be: asks what has to be known, and does what step.ts decides.
 */
import { GitHubFailure } from "@handrail/github";
import type { PullRequest } from "@handrail/github/repository";
import { writeBranch } from "./branch-write.ts";
import type { Written } from "./branch-write.ts";
import { contentOf, isWorkflow, nameOf } from "./content.ts";
import { dressForgotten, dressNew } from "./dress.ts";
import { readOwner, wasMadeLater } from "./gather.ts";
import { markBody } from "./mark.ts";
import { isSameLogin } from "./owner.ts";
import type { Owner } from "./owner.ts";
import { retire } from "./retire.ts";
import { holdFailed, report } from "./session.ts";
import type { Session } from "./session.ts";
import { nextStep, writableFiles } from "./step.ts";
import type { Known, Step } from "./step.ts";
import type { Pairing } from "./survey.ts";
import { occupiedWords, supersededComment, workflowWords, yieldComment } from "./words.ts";

type Publishing = Extract<Step, { do: "publish" }>;

/** Publishes one. Rejects with what is wrong with it; the others are not concerned. */
export async function publish(session: Session, pairing: Pairing): Promise<void> {
  const { input, open } = session;
  const known: Known = {
    pairing,
    hasRoom: open < input.maxOpen,
    maxOpen: input.maxOpen,
    mayWriteWorkflows: session.mayWriteWorkflows,
  };
  let step = nextStep(known);
  while (step.do === "ask") {
    await learn(session, known, step.about);
    step = nextStep(known);
  }
  const { desired, existing } = pairing;
  if (step.do === "hold") {
    const { do: _, ...held } = step;
    session.done.held.push({ key: desired.key, ...held });
    if (held.reason === "needs-workflows-permission") noteLeftOut(session, known);
  } else if (step.do === "yield") {
    session.done.held.push({ key: desired.key, reason: "human-commits", why: step.why });
    if (existing !== undefined && known.owner !== undefined) {
      await retire(session, existing, yieldComment(step.to.pull.number), known.owner);
    }
  } else if (step.do === "leave") await leave(session, known);
  else await write(session, known, step);
}

/** Asks GitHub what the next step depends on. */
async function learn(session: Session, known: Known, about: "owner" | "rivals" | "past"): Promise<void> {
  const { existing, rivals, branch, desired } = known.pairing;
  if (about === "owner") {
    known.owner = await readOwner(session, existing?.pull.headSha ?? branch ?? "");
    known.isNewer = await wasMadeLater(session, known.owner);
  } else if (about === "rivals") {
    const owners = new Map<number, Owner>();
    for (const { pull } of rivals) owners.set(pull.number, await readOwner(session, pull.headSha));
    known.rivals = owners;
  } else {
    const all = await session.deps.repository.pullRequestsOfBranch(desired.branch);
    const { viewer } = session.situation;
    known.past =
      all.find((each) => isSameLogin(each.author, viewer) && each.baseRef === session.input.base.branch) ?? null;
  }
}

async function leave(session: Session, known: Known): Promise<void> {
  const { existing, desired } = known.pairing;
  if (existing === undefined) return;
  if (session.mayWriteWorkflows === false || existing.mark?.isPartial === true) noteLeftOut(session, known);
  report(session, desired.key, existing.pull, "unchanged");
  await dressForgotten(session, existing.pull);
  await closeRivals(session, known, existing.pull.number);
}

async function write(session: Session, known: Known, step: Publishing): Promise<void> {
  const { desired } = known.pairing;
  const refusal = session.stopped ?? (step.pull === undefined ? session.noOpening : undefined);
  if (refusal !== undefined) return holdFailed(session, desired.key, refusal);
  if (session.input.isDryRun) return pretend(session, known, step);
  const written = await writeBranch(session, desired, step.branch);
  if (written.is !== "there") return notWritten(session, known, written, step.pull);
  const left = written.isPartial || session.mayWriteWorkflows === false ? noteLeftOut(session, known) : [];
  const mark = {
    key: nameOf(desired.key),
    content: contentOf(desired, writableFiles(known)),
    head: written.head,
    isPartial: left.length > 0,
    isClosed: false,
    isUnproven: desired.isUnproven === true,
  };
  const wanted = { title: desired.title, body: markBody(mark, desired.body(left)) };
  if (step.pull !== undefined) {
    await session.deps.repository.updatePullRequest(step.pull.number, wanted);
    report(session, desired.key, step.pull, "updated");
    await dressForgotten(session, step.pull);
    return closeRivals(session, known, step.pull.number);
  }
  const { pull, isNew } = await open(session, { ...wanted, head: desired.branch });
  if (!isNew && !isSameLogin(pull.author, session.situation.viewer)) {
    const why = occupiedWords(pull, desired.branch);
    session.done.held.push({ key: desired.key, reason: "human-commits", why });
    return undefined;
  }
  session.open += 1;
  session.opened.push({ desired, pull });
  report(session, desired.key, pull, isNew ? "created" : "unchanged");
  if (isNew) await dressNew(session, pull);
  return closeRivals(session, known, pull.number);
}

/** Opens it; as one that is ready where the repository's plan knows no drafts. */
async function open(
  session: Session,
  wanted: { title: string; body: string; head: string },
): Promise<{ pull: PullRequest; isNew: boolean }> {
  const { deps, input } = session;
  const request = { ...wanted, base: input.base.branch };
  try {
    return await deps.repository.openPullRequest({ ...request, isDraft: input.isDraft });
  } catch (error) {
    const isAboutDrafts =
      error instanceof GitHubFailure && /draft pull requests are not supported/i.test(error.says ?? "");
    if (!isAboutDrafts || !input.isDraft) throw error;
    const note = "This repository knows no draft pull requests, so they are opened as ready for review";
    if (!session.done.notes.includes(note)) session.done.notes.push(note);
    return deps.repository.openPullRequest({ ...request, isDraft: false });
  }
}

/** What would be done. */
async function pretend(session: Session, known: Known, step: Publishing): Promise<void> {
  const { desired } = known.pairing;
  if (session.mayWriteWorkflows === false) noteLeftOut(session, known);
  const pull = step.pull ?? { number: 0, url: "", headRef: desired.branch };
  if (step.pull === undefined) session.open += 1;
  report(session, desired.key, pull, step.pull === undefined ? "created" : "updated");
  await closeRivals(session, known, pull.number);
}

function notWritten(
  session: Session,
  known: Known,
  written: Exclude<Written, { is: "there" }>,
  pull: PullRequest | undefined,
): void {
  const { key, branch } = known.pairing.desired;
  if (written.is === "foreign") session.done.held.push({ key, reason: "human-commits", why: written.why });
  else if (written.is === "only-workflows") noteLeftOut(session, known);
  else if (pull === undefined) {
    const why = `The branch ${branch} is written by another run at the same time`;
    session.done.held.push({ key, reason: "pull-request-failed", why, isFailure: true });
  }
}

/** Closes those whose place it takes. */
async function closeRivals(session: Session, known: Known, number: number): Promise<void> {
  for (const rival of known.pairing.rivals) {
    const owner = known.rivals?.get(rival.pull.number);
    if (owner !== undefined) await retire(session, rival, supersededComment(number), owner);
  }
}

/** Holds each workflow file that had to be left out; returns their paths. */
function noteLeftOut(session: Session, { pairing }: Known): string[] {
  const { key, files } = pairing.desired;
  const left = files.filter(isWorkflow).map(({ path }) => path);
  if (left.length > 0) session.done.leftOut.set(key, left);
  for (const path of left) {
    const isThere = session.done.held.some((each) => each.key === key && each.file === path);
    const held = { key, reason: "needs-workflows-permission", why: workflowWords(path), file: path } as const;
    if (!isThere) session.done.held.push(held);
  }
  return left;
}
